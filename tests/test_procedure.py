"""Words that only give the floor, and words that say something."""

from __future__ import annotations

import pytest

from natosearch.rules import load_rules
from natosearch.segment.talk.procedure import is_courtesy, is_hand_over

RULES = load_rules()


@pytest.mark.parametrize(
    "words",
    [
        "I'm happy to take your questions.",
        "Thank you. The first question goes to Top Channel.",
        "Reuters, over there.",
        "We have time for a few questions. The lady in the second row.",
        "Josh, of Bloomberg.",
        "Last one, over there. No, behind you. Yes.",
        "We'll now turn to questions, taking two from each delegation.",
        "And now the General.",
        "Monsieur, au deuxième rang.",
        "Thank you very much, Secretary General. Let me take the first question from the front.",
        "Prime Minister, thank you for your time this morning.",
        "What would you like to know?",
        "Bloomberg",
    ],
)
def test_hand_overs(words: str) -> None:
    assert is_hand_over(words, RULES)


@pytest.mark.parametrize(
    "words",
    [
        "Thank you.",  # thanks alone give nobody the floor
        "Good afternoon, everybody.",
        "No.",
        "The questions that you ask are the right ones, and we have asked them ourselves since the spring.",
        "It is good to see you again, Mr. President.",
        "That is my first question.",
        "We will go there together, and we will stay until the work is done.",
        "The troops stand in the first row of houses, behind the church.",
        "I would like to know what you think of it.",
        "",
    ],
)
def test_what_says_something_is_no_hand_over(words: str) -> None:
    assert not is_hand_over(words, RULES)


@pytest.mark.parametrize(
    ("words", "courteous"),
    [
        ("Thank you. Thank you all.", True),
        ("Thank you very much, Secretary General.", True),
        ("Good morning, everyone, and welcome.", True),
        ("Thank you for the tanks.", False),
        ("No, never.", False),
    ],
)
def test_courtesy(words: str, courteous: bool) -> None:
    assert is_courtesy(words) is courteous
