"""Which line openings are labels, and which only look so."""

from __future__ import annotations

import pytest

from natosearch.rules import load_rules
from natosearch.segment.labels.labels import find_labels
from natosearch.segment.page.paragraphs import mark_paragraphs
from natosearch.text.lines import split_lines


def labels(text: str) -> list[str]:
    return [label.text for label in find_labels(mark_paragraphs(split_lines(text)), load_rules()).labels]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Q.There is talk.\n\nA.We call on Russia.", ["Q", "A"]),
        ("Q: One?\nA: Two.\nQ: Three?", ["Q", "A", "Q"]),
        (
            "Q    One more?\n\nMR. RHODES:  Yes.\n\nQ    And?\n\nMR. RHODES:  No.",
            ["Q", "MR. RHODES", "Q", "MR. RHODES"],
        ),
        (
            "Moderator: Please.\nJournalist: Why?\nJens Stoltenberg: Because.",
            ["Moderator", "Journalist", "Jens Stoltenberg"],
        ),
        (
            "Question: One?\n\nNATO Secretary General Jens Stoltenberg: Two.\n\nQuestion: Three?\n\nNATO Secretary General: Four.",
            ["Question", "NATO Secretary General Jens Stoltenberg", "Question", "NATO Secretary General"],
        ),
        (
            "JOURNALIST:\n\nWhy?\n\nPRIME MINISTER:\n\nBecause.\n\nJOURNALIST:\n\nHow?",
            ["JOURNALIST", "PRIME MINISTER", "JOURNALIST"],
        ),
        ("**Question:** One?\n\n**Mark Rutte:** Two.\n\n**Question**: Three?", ["Question", "Mark Rutte", "Question"]),
        ("Unidentified speaker: One?\n\nJens Stoltenberg: Two.", ["Unidentified speaker", "Jens Stoltenberg"]),
        ("Question: One?\n\nJens Stoltenberg: Two.", ["Question", "Jens Stoltenberg"]),
        ("Edi Rama: One.\n\nJens Stoltenberg: Two.", ["Edi Rama", "Jens Stoltenberg"]),
        ("**Q.** One?\n\n**A.** Two.", ["Q", "A"]),
        ("Question : With a space?\nJamie Shea : Yes.\nQuestion : Sure?", ["Question", "Jamie Shea", "Question"]),
        (
            "Ileana Popa: Well?\n\nMircea Geoană: Yes.\n\nIleana Popa: So?\n\nMircea Geoană: No.",
            ["Ileana Popa", "Mircea Geoană"] * 2,
        ),
    ],
)
def test_labels(text: str, found: list[str]) -> None:
    assert labels(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Stoltenberg: Close partnership between NATO and Serbia\n\nStoltenberg said so.",  # a headline
        "Source: NATO\n\nSource: Reuters\n\nSource: AFP",
        "He kept saying: oh, we are going to do it.\n\nHe kept saying: oh, no.",
        "Begin Text:\n\nThe parties agree.\n\nEnd Text:",
        "There is one thing we must do: spend more.\n\nThere is one thing we must do: spend more.",
        "We met at 11:41 today.\n\nWe met at 12:30 yesterday.",
        "A new era begins. A new day.\n\nA new era begins.",
    ],
)
def test_what_is_no_label(text: str) -> None:
    assert labels(text) == []


def test_a_heading_among_labels_is_none() -> None:
    text = "Question: One?\n\nMark Rutte: Two.\n\nOn Gaza: you are right.\n\nNOTE: it is late.\n\nQuestion: Three?"
    assert labels(text) == ["Question", "Mark Rutte", "Question"]
