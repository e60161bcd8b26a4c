"""The table of docs/query-language.md is true, and no string does anything that it does not say."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from natosearch.errors import BadQuery
from natosearch.query.parse import parse_query, parse_tree
from natosearch.query.show import show
from tests.documents import ROOT

ROW = re.compile(r"^\| `(?P<typed>.+?)` \| (?:`(?P<read>.+?)`|\(nothing\)|error at (?P<place>\d+)) \| .+ \|$")


def table() -> Iterator[tuple[str, str, int | None]]:
    text = (ROOT / "docs" / "query-language.md").read_text("utf-8")
    for line in text[text.index("| you type | it is read as |") :].splitlines()[2:]:
        row = ROW.match(line)
        assert row, line
        yield row["typed"], row["read"] or "", int(row["place"]) if row["place"] else None


ROWS = list(table())


def test_the_table_has_its_rows() -> None:
    assert len(ROWS) == 72


@pytest.mark.parametrize(("typed", "read", "place"), ROWS, ids=[row[0] for row in ROWS])
def test_a_query_is_read_as_the_table_says(typed: str, read: str, place: int | None) -> None:
    if place is not None:
        with pytest.raises(BadQuery) as error:
            parse_tree(typed)
        assert (error.value.query, error.value.position) == (typed, place)
        return
    tree, _ = parse_tree(typed)
    assert show(tree) == read
    assert parse_tree(read)[0] == tree or not read


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("“KFOR troops”", "straight quotation marks"),
        ("KFOR AND", "AND has nothing to join"),
        ("OR KFOR", "OR has nothing to join"),
        ("KFOR NOT", "NOT has nothing to join"),
        ("KFOR ()", "brackets with no word"),
        ('KFOR ""', "no word in"),
        ("Kosovo~5", "~5 is read as ~2"),
        ("Kosovo~55", "~55 is read as text"),
        ("kosov*~1", "read as text"),
        ("kosov**", "read as text"),
        ('"KFOR * troops"', "read as text"),
        ('"a b"~x', "needs a number of words"),
        ("speaker: KFOR", "speaker: has no value"),
        ('speaker:"Edi Rama"~2 KFOR', "behind speaker:"),
        ("speaker:Rama~7", "~7 is read as ~2"),
        ("speaker:Rama, KFOR", "a comma at the end of speaker:"),
        ("speaker:(Rama OR Edi) KFOR", "speaker:one,other"),
        ("KFOR ** EUFOR", "read as text"),
    ],
)
def test_what_may_have_been_meant_otherwise_is_said(typed: str, words: str) -> None:
    notes = " ".join(parse_tree(typed)[1])
    assert words in notes


@pytest.mark.parametrize(
    "typed", ["KFOR troops", "“KFOR", "Q: why?", "a.b", "- KFOR", "KFOR -", "5 -3 x", "NATO:", "mr.x"]
)
def test_plain_text_has_no_notes(typed: str) -> None:
    assert parse_tree(typed)[1] == ()


@pytest.mark.parametrize("typed", ["date:..", "date:-", "date:??", "date:2023..x", "date:2023,"])
def test_a_date_without_a_date_is_an_error(typed: str) -> None:
    if typed == "date:2023,":
        assert parse_tree(typed)[1]
        return
    with pytest.raises(BadQuery):
        parse_tree(typed)


SIGNS = st.sampled_from(
    [
        *"\"()*?~=-:,.|&!#@/\\<>[]{}^$%+_;'’“”«»–—…\u00a0\u200b\n\t",
        *(" ", " ", " OR ", " AND ", " NOT ", "~2", "~5", "..", "date:", "speaker:", "title:", "speeker:", "2023"),
        *(
            "1,000",
            "KFOR",
            "troops",
            "U.S.",
            "NATO’s",
            "Kovačevski",
            "Serb-majority",
            "C-71",
            "10:30",
            "🙂",
            "مرحبا",
            "北約",
        ),
        "https://x.y?z",
    ]
)
QUERIES = st.lists(SIGNS, max_size=14).map("".join) | st.text(max_size=40)


@settings(max_examples=int(os.environ.get("CAMPAIGN", 3000)), deadline=None)
@given(QUERIES)
@example("-" * 50 + "(" * 20)
@example("NOT " * 500)
@example(" OR (-?)")
@example("NOT -() x")
@example('"' + "a " * 2000 + '"~3')
@example('=title:"two words" title:=one =question:"near words"~3 answer:=one,"two words"')
def test_no_string_does_harm(text: str) -> None:
    """Nothing but our own error is raised, and what was read prints as what reads the same."""
    try:
        tree, notes = parse_tree(text)
    except BadQuery as error:
        place = error.position
    else:
        place = -1
    if place >= 0:
        assert place <= len(text)
        return
    again, more = parse_tree(show(tree))
    assert again == tree
    assert show(again) == show(tree)
    assert all((*notes, *more))
    parse_query(text, matching="any", exact=True)
