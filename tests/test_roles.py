"""Labels of those who speak without a name."""

from __future__ import annotations

import pytest

from natosearch.segment.who.roles import chair, official, spell_out


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("SENIOR ADMINISTRATION OFFICIAL", "Senior Administration Official"),
        ("SENIOR ADMINISTRATION OFFICIAL TWO", "Senior Administration Official Two"),
        ("Senior State Department Official", "Senior State Department Official"),
        ("SENIOR NATO OFFICIAL", "Senior NATO Official"),
        ("Western official", "Western Official"),
        ("NATO DIPLOMAT", "NATO Diplomat"),
        ("OFFICIAL", ""),
        ("Chief Returning Official", ""),
        ("Jane Official", ""),
        ("SENIOR ADVISOR", ""),
    ],
)
def test_an_official_on_background_goes_by_the_role(label: str, role: str) -> None:
    assert official(label) == role


@pytest.mark.parametrize(
    ("label", "name"), [("MODERATOR", "Moderator"), ("Operator", "Operator"), ("Moderator Jane Roe", ""), ("Chair", "")]
)
def test_a_moderator_without_a_name(label: str, name: str) -> None:
    assert chair(label) == name


@pytest.mark.parametrize(
    ("label", "meant"),
    [
        ("PM", "Prime Minister"),
        ("S.G. ROE", "Secretary General ROE"),
        ("SG", "Secretary General"),
        ("A Secretary General", "Secretary General"),
        ("Answer - Secretary General", "Secretary General"),
        ("PM Roe", "Prime Minister Roe"),
        ("NATO SG", "NATO Secretary General"),
        ("POLISH DPM", "POLISH Deputy Prime Minister"),
        ("HR/VP", "EU High Representative"),
        ("CDS", "Chief of the Defence Staff"),
        ("JANE ROE AG", "JANE ROE AG"),
        ("PMC ROE", "PMC ROE"),
        ("SGT ROE", "SGT ROE"),
        ("Pm", "Pm"),
        ("A", "A"),
        ("ANNA LUND", "ANNA LUND"),
    ],
)
def test_letters_that_stand_for_an_office(label: str, meant: str) -> None:
    assert spell_out(label) == meant
