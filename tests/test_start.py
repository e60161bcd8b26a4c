"""Where a document's own words begin and end."""

from __future__ import annotations

import pytest

from natosearch.rules import load_rules
from natosearch.segment.page.header import (
    breadcrumb_leaf,
    is_breadcrumb,
    is_code,
    is_contact,
    is_date_line,
    is_delivery_note,
    is_form_field,
    is_menu,
    is_place_line,
)
from natosearch.segment.page.shape import is_double_spaced, is_wrapped
from natosearch.text.lines import split_lines
from tests.documents import understand

PROSE = "The decision was welcomed in every town of the region, and in the villages around them too."
TITLE = "Remarks in Skopje"


def first_words(text: str) -> str:
    """The first line that is neither header nor furniture."""
    document = understand(text)
    page = {span.start for span in (*document.header, *document.furniture)}
    return next((line.text for line in split_lines(text) if line.span.start not in page), "")


@pytest.mark.parametrize(
    "line",
    [
        "We stayed for the winter.",
        "Presenter: Good morning.",
        "We met on 4 May 1999 at 2 p.m.",
        "Who would have bet on them?",
        "1. General, how many of your soldiers are still here?",
        "“Secretary General, when will they be invited?”",
        "Happy Thanksgiving, everybody.",
        "Monsieur le Président,",
        "Foreign Minister,",
        "My grandmother uses cookies to make friends with every neighbour in the street.",
        "Admiral, ladies and gentlemen,",
        "Good morning everyone",
        "THE PRESIDENT:  Thank you, Madam Mayor.",
        "PX; Well we have done rnuch of it",
        "Recalling the treaty that the sixteen countries signed, and mindful of all that they have agreed upon since that day;",
    ],
)
def test_what_opens_the_body(line: str) -> None:
    assert first_words(f"{TITLE}\n\n12 May 2021\n\n{line}\n\n{PROSE}") == line


@pytest.mark.parametrize(
    "line",
    [
        "The Defence College",
        "Statement by the Prime Minister of Australia.",
        "Brussels, Belgium.",
        "12 May 2021.",
        "NATIONAL SECURITY ADVISOR GENERAL BRAND,",
        "RE: the meeting of the ministers",
        "FOR IMMEDIATE RELEASE",
        "The below is attributable to the Spokesperson:",
        "Subjects: the bridge, the dam and the road.",
        "(The Minister spoke from notes.)",
        "By Nora Quist",
        "Presenter: General Otto Brand, Chief of Staff",
        "Tuesday, May 4, 1999 - 2:05 p.m.",
        "Check against delivery!",
        "E. & O. E. - PROOF ONLY",
        "T: +44 (0)20 7957 5700   F: +44 (0)20 7957 5710",
        "News | Webcast | Français | Español",
        "The Minister spoke in the old library to students of the college.\nFrom: The office\nLocation: Oslo",
        "The Minister's speech at the conference of the college.\nCheck against delivery",
        "Bridge.example uses cookies to make the site simpler. Find out more about cookies",
        "Otto M. Brand, President of the Bank of the Northern River and its Towns,\n"
        "Nora Quist, Vice-President of the Bank of the Northern River and its Towns,\nOslo, 6 March 2003",
        "Foreign Minister Nora Quist,\nOslo, 6 March 2003",
    ],
)
def test_what_stays_above_it(line: str) -> None:
    assert first_words(f"{TITLE}\n\n12 May 2021\n\n{line}\n\n{PROSE}") == PROSE


@pytest.mark.parametrize(
    "sentence",
    [
        "Will the bridge ever be built?",
        "We will not leave this country.",
        "Statement by the Minister on the passing of the Mayor of the two towns on the river, Otto Brand.",
    ],
)
def test_the_first_line_of_all_is_the_title_however_it_ends(sentence: str) -> None:
    assert first_words(f"{sentence}\n\n12 May 2021\n\n{PROSE}") == PROSE


@pytest.mark.parametrize("end", ["Jr.", "U.S."])
def test_an_abbreviation_ends_no_sentence(end: str) -> None:
    title = f"Statement by the Minister on the passing of the Mayor of the two towns on the river, Otto Brand {end}"
    assert first_words(f"{title}\n\n{PROSE}") == PROSE


def test_a_headline_that_looks_like_a_label() -> None:
    talk = "Koha: Who guards the bridge?\n\nFarina: The police.\n\nKoha: And behind them?\n\nFarina: We do."
    text = f"Farina: the bridge stays open\nHome > Interviews > Farina\n12.02.2014.\n\n{talk}"
    assert understand(text).title.value == "Farina: the bridge stays open"


WRAPPED = ["We have done much together in these years, and I thank each", "of you for all that you gave. The decision was welcomed in", "every town of the region. In the villages around them many", "people are grateful."]  # fmt: skip


def test_an_indented_line_begins_the_body_under_a_title_without_a_blank_line() -> None:
    assert first_words("\n".join(["MINISTERS THANK THE TROOPS", f"    {WRAPPED[0]}", *WRAPPED[1:]])) == WRAPPED[0]


def test_a_list_item_hangs_and_begins_nothing() -> None:
    item = "\n    ".join([f"1.  {WRAPPED[0]}", *WRAPPED[1:]])
    assert first_words(f"Declaration\n\n12 May 2021\n\n{item}") == f"1.  {WRAPPED[0]}"


def test_how_a_text_is_set() -> None:
    double = split_lines("\n\n".join(WRAPPED * 3))
    single = split_lines("\n".join(WRAPPED * 3))
    paragraphs = split_lines("\n\n".join([PROSE] * 12))
    assert [is_double_spaced(lines) for lines in (double, single, paragraphs)] == [True, False, False]
    assert [is_wrapped(lines) for lines in (double, single, paragraphs)] == [True, True, False]


@pytest.mark.parametrize(
    ("line", "is_it"),
    [
        ("Home > News", True),
        ("You are here:  Home  >  Media", True),
        ("NATO HQ Sarajevo  /  News  /  2022  /  Troops", True),
        ("and/or Troops / News", False),
        ("Home is where our troops are", False),
        ("He said 3 > 2 of them", False),
    ],
)
def test_breadcrumbs(line: str, is_it: bool) -> None:
    assert is_breadcrumb(line) is is_it


def test_a_leaf_needs_three_steps() -> None:
    assert [breadcrumb_leaf(line) for line in ("A / B / C", "Home > News")] == ["C", ""]


@pytest.mark.parametrize(
    ("line", "is_it"),
    [
        ("Release Date: 29/07/1965", True),
        ("FOR PRESS: P.M. No. 58/1965", True),
        ("E&OE..........", True),
        ("E & O E - PROOF ONLY", True),
        ("HEADLINE: Troops to stay", True),
        ("For release at noon", True),
        ("Releases: many", False),
        ("Dated: 1965", False),
        ("For pressing reasons we stay.", False),
        ("Time is short.", False),
    ],
)
def test_fields_of_forms(line: str, is_it: bool) -> None:
    assert is_form_field(line) is is_it


@pytest.mark.parametrize(
    ("line", "is_it"),
    [
        ("NATO HQ , 25 Apr. 2006 |", True),
        ("12 May 2021", True),
        ("Press conference in Skopje on 12 May 2021", False),
        ("12 May", False),
    ],
)
def test_date_lines(line: str, is_it: bool) -> None:
    assert is_date_line(line) is is_it


@pytest.mark.parametrize(
    ("line", "is_it"), [("Skopje", True), ("Brussels, Belgium", True), ("Skopje, today", False), ("", False)]
)
def test_place_lines(line: str, is_it: bool) -> None:
    assert is_place_line(line, load_rules()) is is_it


LAST = "We shall meet again."


@pytest.mark.parametrize(
    "tail",
    [
        "Search our content:\n\nFilm City\n10000 Pristina",
        "Find us on\nMost visited\nA story of the dam",
        "###\n\nPress desk\nTel: +32 2 555 01 02",
        "The press desk\npress@mission.example",
        "-- SFOR --\n\nBridge Command Public Affairs, DSN 318-555-0000\nFollow the Command on Facebook and Twitter",
        "*Interview: Nora Quist*\n\n[Subscribe to our newsletter](https://www.river.example/newsletter)",
        "hk/bm/gd\nABC 092358 GMT FEB 94\nNNNN",
        "Print   |   Send to a friend",
        "Related events\n\n12 May 2021 - 13 May 2021\nA summit on the bridge",
        "--30--\nThe press desk",
    ],
)
def test_what_ends_the_body(tail: str) -> None:
    text = f"{TITLE}\n\n12 May 2021\n\n{PROSE}\n\n{LAST}\n\n{tail}"
    document = understand(text)
    assert [span.of(text) for span in document.furniture] == [line for line in tail.split("\n") if line]


@pytest.mark.parametrize(
    "tail",
    [
        "* * *\n\nOtto Brand\nNora Quist",  # a rule ends nothing
        "Home\n\nWe thank our hosts for all that they have done for us in these days.",
        "Home\n\n-   Otto Brand, chair\n-   Nora Quist, deputy",
        "The telephone rang on",
        "Interview: the bridge and the river",
        "[https://www.river.example/](https://www.river.example/)",
        "and/or",
        "-- NATO will stay --",
    ],
)
def test_what_does_not_end_it(tail: str) -> None:
    text = f"{TITLE}\n\n12 May 2021\n\n{PROSE}\n\n{LAST}\n\n{tail}"
    document = understand(text)
    page = [span.of(text) for span in document.furniture]
    assert all(line not in page for line in tail.split("\n")[2:] or [tail] if line)


def test_a_date_at_the_end_belongs_to_the_page_and_dates_it() -> None:
    text = f"{TITLE}\n\n{PROSE}\n\n{LAST}\n\nCANBERRA, 29th July, 1965."
    document = understand(text)
    assert [span.of(text) for span in document.header] == [TITLE, "CANBERRA, 29th July, 1965."]


def test_the_rest_of_a_wrapped_line_is_no_page_matter() -> None:
    wrapped = "We stayed with them until the war that had begun there in the spring came to an\nend.\n\nThe books are all to be found at the address\nhttps://books.example\nand in every library."
    assert understand(f"{TITLE}\n\n12 May 2021\n\n{wrapped}").furniture == ()


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Check against delivery!", True),
        ("REMARKS AS PREPARED FOR DELIVERY", True),
        ("Seul le prononcé fait foi", True),
        ("Unofficial transcript", True),
        ("Delivered in Skopje", False),
        ("The transcript", False),
        ("Remarks as delivered by the Minister", False),
    ],
)
def test_notes_on_how_a_text_was_made(text: str, note: bool) -> None:
    assert is_delivery_note(text) is note


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1999/T-27", True),
        ("M-NAC-1(94)45", True),
        ("IP/99/123", True),
        ("No. 45/08", True),
        ("12345/08 (Presse 123)", True),
        ("NATO", False),
        ("G-7 and us", False),
        ("Skopje", False),
    ],
)
def test_numbers_of_documents(text: str, code: bool) -> None:
    assert is_code(text) is code


@pytest.mark.parametrize(
    ("text", "menu"),
    [
        ("News | Webcast | Français", True),
        ("ABOUT US   UNITS   MEDIA CENTER   CONTACT", True),
        ("Visas | U.S. Services | News & Events", True),
        ("News | Webcast", False),
        ("Oslo | 12 May 2021 | Speech", False),
        ("News | Oslo | Press conference by the Minister", False),
        ("THE MINISTER:  Thank you, all.  Thank you.  Please,", False),
    ],
)
def test_menus(text: str, menu: bool) -> None:
    assert is_menu(text) is menu


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("Tel.: +32 2 000 00 00", True),
        ("press@nato.example", True),
        ("10 St Otto's Square, London SW1Y 4LE", True),
        ("Camp Butmir, 71000 Sarajevo", True),
        ("Sonnenstrasse 20", True),
        ("Public Affairs, DSN 318-555-0000", True),
        ("The DSN has 318 members", False),
        ("12000 troops stay in the country", False),
        ("Brussels, 12 May 2021", False),
        ("The square of 10", False),
        ("We live at 10 Downing Street.", False),
    ],
)
def test_how_to_reach_somebody(text: str, contact: bool) -> None:
    assert is_contact(text) is contact
