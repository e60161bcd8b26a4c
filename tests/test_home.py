"""Whose Prime Minister is meant."""

from __future__ import annotations

import pytest

from natosearch.rules import load_rules
from natosearch.segment.who.home import home_holder, issuing_nation, nation_evidence

PEOPLE = load_rules().people


@pytest.mark.parametrize(
    ("text", "date", "name"),
    [
        ("The Canadian Government has sent Canadian troops to Bosnia.", "1994-05-01", "Jean Chrétien"),
        ("Australians know that the Australian people are safe.", "2005-05-01", "John Howard"),
        ("Welcome to New Zealand. We are glad that you came.", "2012-05-01", "John Key"),
        ("British soldiers and the British people. France is a friend.", "2008-05-01", "Gordon Brown"),
        ("The Canadian Government and the Australian Government have sent troops.", "2005-05-01", None),
        ("Canada is far away.", "2005-05-01", None),
        ("The Canadian Government has sent Canadian troops to Bosnia.", "2006-02-06", "Stephen Harper"),
        ("The Canadian Government has sent Canadian troops to Bosnia.", "1906-02-06", None),
        ("The European Union and the European people. Canadian troops are there.", "2005-05-01", None),
        ("We have sent our troops, and the government is glad.", "2005-05-01", None),
    ],
)
def test_the_country_for_which_a_text_speaks(text: str, date: str, name: str | None) -> None:
    holder = home_holder("Prime Minister", nation_evidence(text, PEOPLE), date, PEOPLE)
    assert (holder.name if holder else None) == name


FORM = "A talk\n\nRelease Date: 1/5/2005\nRelease Type: Interview\nTranscript ID: 1\n"


@pytest.mark.parametrize(
    ("form", "office"),
    [(FORM, "Prime Minister of Australia"), (FORM.replace("Transcript ID", "Number"), ""), ("A talk", "")],
)
def test_an_archive_is_known_by_its_form(form: str, office: str) -> None:
    assert PEOPLE.archive(form) == office


@pytest.mark.parametrize(("surname", "rare"), [("Vučić", True), ("Smith", False), ("Nobody", False), ("Ward", False)])
def test_a_rare_surname_is_one_persons(surname: str, rare: bool) -> None:
    assert PEOPLE.is_rare(surname) == rare


@pytest.mark.parametrize(
    ("line", "nation"),
    [
        ("10 Downing Street", "the United Kingdom"),
        ("10 DOWNING STREET, LONDON SW1", "the United Kingdom"),
        ("THE WHITE HOUSE", "the United States"),
        ("Ministry of Foreign Affairs of the Republic of Latvia", "Latvia"),
        ("GOVERNMENT OF THE REPUBLIC OF SLOVENIA", "Slovenia"),
        ("Office of the Prime Minister of Canada", "Canada"),
        ("Hungarian Government", "Hungary"),
        ("The Prime Minister spoke outside 10 Downing Street", ""),
        ("Ministry of Defence", ""),
        ("Government of the day", ""),
        ("Ministry of Foreign Affairs of the Republic of Latvia met ministers", ""),
        ("10 Downing Street\nThe White House", ""),
    ],
)
def test_a_paper_is_issued_by_the_government_at_its_head(line: str, nation: str) -> None:
    assert issuing_nation(f"Press release\n   {line}\n\nWe are glad.", PEOPLE) == nation
