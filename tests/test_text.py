"""Lines and sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natosearch.text.lines import line_number, line_starts, split_lines
from natosearch.text.sentences import split_sentences


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_whatever_their_end(end: str) -> None:
    text = end.join(["Title", "", "  two ", "\u00a0", "three"])
    lines = split_lines(text)
    assert [(line.text, line.number, line.gap) for line in lines] == [
        ("Title", 1, True),
        ("two", 3, True),
        ("three", 5, True),
    ]
    assert [line.span.of(text) for line in lines] == ["Title", "two", "three"]
    assert line_number(line_starts(text), text.index("three")) == 5


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("We met. We talked.", ["We met.", "We talked."]),
        ("Mr. Price met Gen. Clark on 5 Nov. 2023. He left.", ["Mr. Price met Gen. Clark on 5 Nov. 2023.", "He left."]),
        ("The U.S. Army left. It was late.", ["The U.S. Army left.", "It was late."]),
        ("Antony J. Blinken spoke.", ["Antony J. Blinken spoke."]),
        ("“Is it true?” Yes.", ["“Is it true?”", "Yes."]),
        ("It rose by 2.5 points... and fell.", ["It rose by 2.5 points... and fell."]),
        ("One paragraph\n\nAnother", ["One paragraph", "Another"]),
        ("Hard-wrapped\nlines are one.", ["Hard-wrapped\nlines are one."]),
        ("[inaudible] from Reuters. Questions for both.", ["[inaudible] from Reuters.", "Questions for both."]),
    ],
)
def test_split_sentences(text: str, sentences: list[str]) -> None:
    assert [span.of(text) for span in split_sentences(text)] == sentences


@given(st.text(alphabet='aB .!?\n"”)U.S'))
def test_sentences_lose_nothing_but_white_space(text: str) -> None:
    spans = split_sentences(text)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(spans))
