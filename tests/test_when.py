"""The day of the event: where it is read, and the days that are only spoken of."""

from __future__ import annotations

import pytest

from natosearch.rules import load_rules
from natosearch.segment.dates import find_dates
from natosearch.segment.layout import Part
from natosearch.segment.when import find_date
from natosearch.text.lines import split_lines
from tests.documents import understand

QUESTIONS = "Question: Will they stay?\n\nSecretary General: They will.\n\nQuestion: Sure?\n\nSecretary General: Yes."
PROSE = "The decision was welcomed in every town of the region, and in the villages around them too."


@pytest.mark.parametrize(
    ("header", "iso"),
    [
        ("Press conference\n\n9 July 2024", "2024-07-09"),
        ("Press conference in Oslo with the Prime Minister on 9 July 2024", "2024-07-09"),
        # A line that is little but a date comes before the date of another event.
        ("Remarks on the attacks that were made on 11 September 2001\n\n9 July 2024", "2024-07-09"),
        ("Press conference on the plan that will begin on 1 January 2025\n\n9 July 2024", "2024-07-09"),
    ],
)
def test_the_header_dates_the_event(header: str, iso: str) -> None:
    date = understand(f"{header}\n\n{QUESTIONS}").date
    assert (date.value, date.source) == (iso, "header")


@pytest.mark.parametrize(
    "header",
    [
        "Press conference on the summit to be held in Washington on 9 July 2024",
        "Press conference on the exercise that will begin on 9 July 2024",
        "Press conference ahead of the meeting of ministers of 9 July 2024",
        "Press conference on the plans until 9 July 2024",
        "Press conference\n\nLast updated: 9 July 2024 08:45",
        "Press conference\n\nUpdated on Tuesday, 9 July 2024",
    ],
)
def test_the_header_dates_something_else(header: str) -> None:
    assert understand(f"{header}\n\n{QUESTIONS}").date.value == ""


def test_a_stamp_dates_no_event_even_where_the_layout_kept_it() -> None:
    lines = split_lines("Press conference\nLast updated: 23 Nov. 2023 08:45\n22 Nov. 2023")
    parts: list[Part] = ["header"] * 3
    assert find_date(lines, parts, load_rules()).value == "2023-11-22"
    assert find_date(lines[:2], parts[:2], load_rules()).value == ""


@pytest.mark.parametrize(
    ("first", "iso"),
    [
        ("The Allies met in Skopje on 22 November 2023, the Alliance said.", "2023-11-22"),
        ("The Allies met. On 22 November 2023 they spoke of the troops.", "2023-11-22"),
        ("On 22 November 2023 the Allies said that they will meet on 9 July 2024.", "2023-11-22"),
    ],
)
def test_the_first_sentences_date_an_article(first: str, iso: str) -> None:
    date = understand(f"Troops to stay\n\n{first} {PROSE}").date
    assert (date.value, date.source) == (iso, "body")


@pytest.mark.parametrize(
    "first",
    [
        "The Allies will meet in Washington on 9 July 2024, the Alliance said.",
        "The Allies prepare for the next meeting, on 9 July 2024, in Washington.",
        "The Allies must spend more by 9 July 2024, the Secretary General said.",
        "The Allies met. They spoke of the troops. That was on 22 November 2023.",  # the third sentence
    ],
)
def test_the_first_sentences_date_something_else(first: str) -> None:
    assert understand(f"Troops to stay\n\n{first} {PROSE}").date.value == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023-11-22T10:00:00", ["2023-11-22"]),
        ("published 2023-11-22T10:00:00Z", ["2023-11-22"]),
        ("2023-11-22", ["2023-11-22"]),
        ("2023-11-22-a", []),
        ("2023-11-223", []),
        ("2023-11-22Tx", []),
    ],
)
def test_a_time_may_follow_a_date(text: str, found: list[str]) -> None:
    assert [date.iso for date in find_dates(text)] == found
