"""The day of the event: where it is read, and the days that are only spoken of."""

from __future__ import annotations

import pytest

from natosearch.rules import load_rules
from natosearch.segment.event.when import find_date
from natosearch.segment.facts.dates import find_dates
from natosearch.segment.page.layout import Part
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


def date_of(header: str, body: str = "", stem: str = "") -> tuple[str, str]:
    """The day and how it was found, where the layout has marked the header rightly."""
    lines = split_lines(f"{header}\n\n{body}")
    above = len(split_lines(header))
    parts: list[Part] = ["header" if number < above else "body" for number in range(len(lines))]
    found = find_date(lines, parts, load_rules(), stem)
    return found.value, found.source


@pytest.mark.parametrize(
    ("header", "iso"),
    [
        ("Speech by the Secretary General, Oslo, 3 February 2007", "2007-02-03"),
        ("Remarks before the meeting with the Prime Minister, 5 May 2022", "2022-05-05"),
        ("Briefing on the upcoming ministerial in Sofia, 27 April 2006", "2006-04-27"),
        ("\u2022 22 Nov. 2023 - | Last updated: 23 Nov. 2023 08:45", "2023-11-22"),
        ("Updated: 29-Aug-2003 | Speeches | Kabul 11 August 2003 | Remarks", "2003-08-11"),
        ("Remarks\nRelease Date: 29/07/1965\nRelease Type: Media Release", "1965-07-29"),
        ("Radio interview, 26 October 1997\nRelease Date: 27/10/1997", "1997-10-26"),
        ("Remarks on the anniversary of 11 September 2001\nRelease Date: 11/09/2003", "2003-09-11"),
        ("Remarks\nPosted on: 13 May 2022\n12 May 2022", "2022-05-12"),
        ("FOR IMMEDIATE RELEASE\nRemarks\n4/5/2009", "2009-04-05"),
        ("Remarks\n4/5/2009", "2009-05-04"),
        ("Discours du Secr\u00e9taire g\u00e9n\u00e9ral\nBruxelles, le 3 mars 1999", "1999-03-03"),
    ],
)
def test_of_several_dates_the_event_s_counts(header: str, iso: str) -> None:
    assert date_of(header) == (iso, "header")


@pytest.mark.parametrize(
    "header",
    [
        "Press point\nLast updated:\n23 Nov. 2023 08:45",
        "Press point\nLast update: 23 Nov. 2023 08:45",
        "Biography\nBorn on 16 March 1959",
        "Statement on the treaty signed on 4 April 1949",
    ],
)
def test_no_date_of_the_event(header: str) -> None:
    assert date_of(header) == ("", "none")


@pytest.mark.parametrize(
    ("header", "first", "iso"),
    [
        ("Home / News / 2017 / Commander visits", "PRISTINA, March 3 - The commander came.", "2017-03-03"),
        ("Commander visits", "KABUL (April 12, 2012) - The commander came.", "2012-04-12"),
        ("Commander visits", "SKOPJE, 22 November 2023 (Wire) - The commander came.", "2023-11-22"),
    ],
)
def test_a_dateline(header: str, first: str, iso: str) -> None:
    assert date_of(header, first) == (iso, "dateline")


@pytest.mark.parametrize(
    ("header", "first"),
    [
        ("Commander visits", "PRISTINA, March 3 - The commander came."),  # no year anywhere
        ("From 2016 to 2017", "PRISTINA, March 3 - The commander came."),  # which of them?
        ("In 2017", "The commander came, as he did on March 3, and he was glad - as all were."),
    ],
)
def test_no_dateline(header: str, first: str) -> None:
    assert date_of(header, first) == ("", "none")


@pytest.mark.parametrize(
    ("first", "iso"),
    [
        ("Good afternoon. This is the briefing of 17 May 1999. Let me begin.", "1999-05-17"),
        ("Good afternoon. Today, 12 March 1999, three nations joined us.", "1999-03-12"),
        ("He told us so at the beginning of our talk on Monday, 12 June 2023, and smiled.", "2023-06-12"),
        ("Release Date: 29/07/1965\n\nThe Government was told of it.", "1965-07-29"),
    ],
)
def test_the_text_says_which_day_it_is(first: str, iso: str) -> None:
    assert date_of("Statement", first)[0] == iso


def test_the_page_s_year_completes_the_first_sentence() -> None:
    page = "Home / News / 2019 / Troops train"
    assert date_of(page, "On 12 June the commander visited the troops.") == ("2019-06-12", "body")
    assert date_of(page, "PRISTINA, Kosovo - On 12 June the commander visited the troops.") == ("2019-06-12", "body")
    assert date_of(page, "On 12 June the war ended, as everybody knows.") == ("", "none")
    assert date_of("Troops train", "On 12 June the commander visited the troops.") == ("", "none")


@pytest.mark.parametrize(
    "first",
    [
        "I may recall that its members were appointed, as from 1 June 1998, which is its date.",
        "Thank you. We met in Prague on 21 November 2002 and it was cold.",
        "On 24 February 2022, Russia launched its invasion of Ukraine.",
        "The treaty, which was\nsigned on 4 April 1949,\nis as good as ever.",
        "They go back to many years of work in all these lands, and to a paper of\nSeptember 3, 2021.\nIt was good.",
    ],
)
def test_the_text_speaks_of_another_day(first: str) -> None:
    assert date_of("Statement", first) == ("", "none")


def test_a_statement_is_signed_with_its_day() -> None:
    words = "\n\n".join(["The Alliance stands by its word."] * 20)
    assert date_of("Statement", f"{words}\n\nSkopje, 22 November 2023") == ("2023-11-22", "body")
    assert date_of("Statement", f"{words}\n\nIt was sent to the others on 22 November 2023.") == ("", "none")


def test_the_file_s_name_comes_last() -> None:
    assert date_of("Statement", "Nothing.", "2023-11-22_press") == ("2023-11-22", "filename")
    assert date_of("Statement\n9 July 2024", "Nothing.", "2023-11-22_press") == ("2024-07-09", "header")
    assert understand(f"Statement\n\n{QUESTIONS}", "/made-up/2023-11-22_press.txt").date.value == "2023-11-22"
