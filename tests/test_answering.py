"""Whose the answers are that only a letter marks."""

from __future__ import annotations

import pytest

from tests.documents import understand

HEAD = (
    "Press briefing\n\n3 May 2011\n\nKenneth Roe, Spokesperson of the Mission\nLt. Gen. Ada Lund, Director of Operations\n\n"
    "Mr. Roe: Good morning. There is one announcement, and then the general will speak.\n\n"
    "Gen. Lund: There were two operations this week, and both of them went well.\n\n"
)


def answers(*questions: str, head: str = HEAD) -> list[str | None]:
    text = head + "".join(f"Q: {question}\n\nA: We have looked at that.\n\n" for question in questions)
    return [turn.speaker for unit in understand(text).units for turn in unit.turns if turn.label == "A"]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Ken, is there a meeting?", "Kenneth Roe"),
        ("Mr. Roe, is there a meeting?", "Kenneth Roe"),
        ("General, how many aircraft?", "Ada Lund"),
        ("General Lund, how many aircraft?", "Ada Lund"),
        ("Thank you. Ada, how many aircraft?", "Ada Lund"),
        ("Is there a meeting?", None),
        ("Jane, is there a meeting?", None),
        ("Admiral, how many ships?", None),
        ("The general says so. Is there a meeting?", None),
        ("Washington, they say, is quiet. Is there a meeting?", None),
    ],
)
def test_whom_a_question_speaks_to_answers_it(question: str, name: str | None) -> None:
    assert answers(question) == [name]


def test_of_two_generals_neither_answers() -> None:
    head = HEAD.replace("Kenneth Roe, Spokes", "Gen. Kenneth Roe, Spokes")
    assert answers("General, how many aircraft?", "General Lund, how many?", head=head) == [None, "Ada Lund"]


def test_a_question_that_goes_on_is_for_the_same_person() -> None:
    assert answers("General, how many?", "And tomorrow?", "Is there a meeting?") == ["Ada Lund", "Ada Lund", None]


def test_nobody_goes_on_for_the_one_whose_event_it_is() -> None:
    head = HEAD.replace("Kenneth Roe, Spokes", "Presenter: Kenneth Roe, Spokes")
    assert answers("General, how many?", "And tomorrow?", head=head) == ["Ada Lund", None]
