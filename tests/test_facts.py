"""Date, title and kind: where each is read, and what only looks like one."""

from __future__ import annotations

import pytest

from natosearch.rules import load_rules
from natosearch.segment.dates import find_dates
from natosearch.segment.facts import find_date, find_title
from natosearch.segment.layout import Part
from natosearch.text.lines import split_lines
from tests.documents import understand

QUESTIONS = "Question: Will they stay?\n\nSecretary General: They will.\n\nQuestion: Sure?\n\nSecretary General: Yes."
PROSE = "The decision was welcomed in every town of the region, and in the villages around them too."
SPOKEN = "We have done much together, and I thank each of you for all that you gave to our Alliance."


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


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("Troops to stay\n\n22 Nov. 2023", "Troops to stay"),
        ("22 Nov. 2023\n\nTroops to stay", "Troops to stay"),
        ("Skopje\n\n(As delivered)\n\nTroops to stay", "Troops to stay"),
        ("Press release\n\nTroops to stay", "Troops to stay"),
        ("Joint press conference\n\nby the Secretary General\n\nand the President", "all"),
        ("Remarks by the Secretary General,\n\nOur Man\n\nSecond line", "Remarks by the Secretary General, Our Man"),
        ("Troops to stay\n\nAnother line", "Troops to stay"),
        ("Title: Troops to stay\n\nAnother line", "Troops to stay"),
        ("# Troops to stay\n\nAnother line", "Troops to stay"),
        ("Home / News / Troops to stay", "Troops to stay"),
        ("word " * 70 + "\n\nTroops to stay", "Troops to stay"),  # too long for a title
    ],
)
def test_titles(header: str, title: str) -> None:
    wanted = " ".join(header.split()) if title == "all" else title
    assert understand(f"{header}\n\n{QUESTIONS}").title.value == wanted


@pytest.mark.parametrize(("words", "found"), [(59, True), (61, False)])
def test_a_line_over_300_code_points_is_no_title(words: int, found: bool) -> None:
    lines = split_lines("word " * words)
    assert bool(find_title(lines, ["header"], load_rules()).value) is found


def test_lines_that_go_on_and_on_are_not_all_title() -> None:
    lines = split_lines("Our Alliance and all of its many friends and partners,\n" * 50)
    assert 300 < len(find_title(lines, ["header"] * 50, load_rules()).value) < 400


@pytest.mark.parametrize(
    ("title", "header", "body", "kind"),
    [
        ("Interview with the Secretary General", "Press briefing room", QUESTIONS, "interview"),
        ("Press conference by the Secretary General", "He gave an interview", QUESTIONS, "press_conference"),
        ("Questions for the Secretary General", "Exclusive", QUESTIONS, "interview"),
        (
            "Press conference",
            "",
            f"Welcome to this interview of our station, and thank you all for watching it.\n\n{QUESTIONS}",
            "press_conference",
        ),
        (
            "On the troops",
            "",
            f"Welcome to this interview of our station, and thank you all for watching it.\n\n{QUESTIONS}",
            "interview",
        ),
        ("On the troops", "", QUESTIONS, "press_conference"),
        ("On the troops", "", "Q. Will they stay?\n\nA. They will.\n\nQ. Sure?\n\nA. Yes.", "interview"),
        ("Speech by the Secretary General", "Press release", SPOKEN, "speech"),
        ("Statement by the Secretary General", "Speech bureau", SPOKEN, "statement"),
        ("On the troops", "Keynote", PROSE, "speech"),
        ("On the troops", "", SPOKEN, "speech"),
        ("On the troops", "", PROSE, "article"),
        ("On the troops", "", f"{PROSE} It was, she said, “what we, our friends and I and my people want”.", "article"),
        # What is called so but is not built so.
        ("Press conference by the Secretary General", "", PROSE, "article"),
        ("Speech by the Secretary General", "", QUESTIONS, "press_conference"),
    ],
)
def test_kinds(title: str, header: str, body: str, kind: str) -> None:
    assert understand(f"{title}\n\n{header}\n\n{body}").kind == kind
