"""Who asked, when a name or a hand-over says it."""

from __future__ import annotations

import pytest

from natosearch.rules import load_rules
from natosearch.segment.who.asker import find_asker
from tests.documents import understand

RULES = load_rules()


@pytest.mark.parametrize(
    ("label", "question", "asker"),
    [
        ("Q", "I’m Jane Roe from the Example Weekly. Why?", "Jane Roe"),
        ("Q", "Good morning. This is Jane Roe with Example.", "Jane Roe"),
        ("Q", "Thank you very much. Jane Roe, Example Weekly. Why?", "Jane Roe"),
        ("Question (Jane Roe, Example Weekly)", "Why?", "Jane Roe"),
        ("JANE ROE", "Why?", "Jane Roe"),
        ("Q", "I’m Jane Roe from Reuters. Why?", "Reuters"),
        ("Q", "I am Very Glad about it. Why?", None),
        ("Q", "Happy Birthday, Mr President. Why?", None),
        ("Q", "North Korea, Iran, and others. Why?", None),
        ("Q", "Prime Minister, Ministers say no. Why?", None),
        ("Journalist", "Why?", None),
        ("AUDIENCE MEMBER", "Why?", None),
    ],
)
def test_a_questioner_by_name(label: str, question: str, asker: str | None) -> None:
    assert find_asker(label, question, RULES) == asker


@pytest.mark.parametrize(
    ("called", "asker"),
    [
        ("Reuters, over there.", "Reuters"),
        ("Thank you. Next we’ll go to Jane Roe at the Associated Press, who has waited for long.", "Associated Press"),
        ("The gentleman from Reuters in the second row of this room, whom I have seen before.", "Reuters"),
        ("I was asked about it by Reuters, and I said what I have said today as well.", None),
        ("Reuters or CNN?", None),
        ("The lady over there.", None),
    ],
)
def test_a_questioner_called_by_a_moderator(called: str, asker: str | None) -> None:
    assert find_asker("Q", "Why?", RULES, called) == asker
    text = f"Press conference\n\n3 May 2017\n\nQ: How?\n\nMODERATOR: {called}\n\nQ: Why?\n\nJENS STOLTENBERG: So it is.\n\n"
    assert understand(text).units[-1].asked_by == asker
