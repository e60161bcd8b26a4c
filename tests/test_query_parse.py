"""How a query is read, and where one that cannot be read is marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natosearch.errors import BadQuery
from natosearch.query.parse import parse_query
from natosearch.query.tree import Phrase, Word


def read(text: str, **options: object) -> tuple[list[object], int]:
    tree = parse_query(text, **options).tree  # type: ignore[arg-type]
    return [part.folded if isinstance(part, Word) else list(part.words) for part in tree.parts], tree.at_least


@pytest.mark.parametrize(
    ("text", "parts", "at_least"),
    [
        ("KFOR", ["kfor"], 1),
        ("KFOR troops", ["kfor", "troops"], 2),
        ('"KFOR troops"', [["kfor", "troops"]], 1),
        ("“KFOR troops” attacked", [["kfor", "troops"], "attacked"], 2),
        ("troops KFOR troops", ["troops", "kfor"], 2),
        ("Serb-majority municipalities", [["serb", "majority"], "municipalities"], 2),
        ("one two three four", ["one", "two", "three", "four"], 3),
        ("KFOR reinforcements in 2023", ["kfor", "reinforcements", "2023"], 2),
        ("the of and", ["the", "of", "and"], 2),  # nothing else to go by
        ("NATO’s 1,000 U.S. troops", ["nato", "1000", "us", "troops"], 3),
        ('"NATO"', ["nato"], 1),
        ("why? how!", ["why", "how"], 2),
        ("or not and", ["or", "not", "and"], 2),  # operators are capitals
        ("https://nato.int C-71 2%", [["https", "nato", "int"], ["c", "71"], "2"], 2),
        ("10:30 Skopje", [["10", "30"], "skopje"], 2),
        ("Stoltenberg: close partnership - really?", ["stoltenberg", "close", "partnership", "really"], 3),
        ("tanks -- and -- guns = war", ["tanks", "guns", "war"], 2),
    ],
)
def test_queries(text: str, parts: list[object], at_least: int) -> None:
    assert read(text) == (parts, at_least)


def test_an_unknown_field_gets_the_nearest_name() -> None:
    with pytest.raises(BadQuery, match="the nearest is 'speaker'"):
        parse_query("speeker:Stoltenberg")


def test_all_and_any() -> None:
    assert read("alpha beta gamma", matching="all") == (["alpha", "beta", "gamma"], 3)
    assert read("alpha beta gamma", matching="any") == (["alpha", "beta", "gamma"], 1)
    assert parse_query('"Kosovo Force"').tree.parts == (Phrase(("kosovo", "force")),)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("", 0),
        ("   ", 0),
        ("!!! …", 0),
        ('KFOR "troops', 5),
        ('KFOR "" troops', 5),
        ("KFOR AND troops", 5),
        ("NOT KFOR", 0),
        ("KFOR -troops", 5),
        ("=KFOR", 0),
        ("troop*", 5),
        ("tr?ops", 2),
        ("troops~1", 6),
        ("speaker:Stoltenberg", 0),
        ("KFOR date:2023", 5),
        ("(KFOR", 0),
        ('KFOR -"NATO troops"', 5),
        ('="KFOR"', 0),
        ('"KFOR troops"*', 13),
        ('"KFOR troops"~5', 13),
        ("KFOR *", 5),
        ("KFOR OR, troops", 5),
        ('speaker:"Jens Stoltenberg"', 0),
        ("speeker:Stoltenberg", 0),
        ("nato " * 2001, 0),
    ],
)
def test_what_cannot_be_read_is_marked(text: str, position: int) -> None:
    with pytest.raises(BadQuery) as raised:
        parse_query(text)
    assert raised.value.position == position


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    refused = None
    try:
        query = parse_query(text)
        assert 1 <= query.tree.at_least <= len(query.tree.parts)
    except BadQuery as error:
        refused = error
    assert refused is None or 0 <= refused.position <= len(text)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-05", "2023-05-01", "2023-05-31"),
        ("2024-2", "2024-02-01", "2024-02-29"),
        ("2023-05-14", "2023-05-14", "2023-05-14"),
    ],
)
def test_days(value: str, first: str, last: str) -> None:
    assert (parse_day(value, end=False), parse_day(value, end=True)) == (first, last)


@pytest.mark.parametrize(
    "value", ["", "banana", "2023-13", "2023-00", "2023-02-30", "2023-05-00", "14.05.2023", "0000", "23"]
)
def test_no_days(value: str) -> None:
    with pytest.raises(BadQuery):
        parse_day(value, end=False)
