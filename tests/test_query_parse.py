"""What a passage must meet for a query: which words count, how many must match, and what else they are called."""

from __future__ import annotations

import pytest

from natosearch.errors import BadQuery
from natosearch.query.explain import explain_node, explain_query
from natosearch.query.parse import parse_query
from natosearch.query.show import show
from natosearch.query.tree import Filters, Matching, Word
from natosearch.query.when import parse_day


def alias(words: tuple[Word, ...]) -> tuple[tuple[str, ...], ...]:
    names: dict[tuple[str, ...], list[tuple[str, ...]]] = {
        ("kfor",): [("kosovo", "force")],
        ("kosovo", "force"): [("kfor",)],
        ("turkey",): [("turkiye",)],
    }
    return tuple(names.get(tuple(word.folded for word in words), ()))


@pytest.mark.parametrize(
    ("text", "words", "at_least", "parts", "conditions"),
    [
        ("KFOR", "KFOR", 1, "", ""),
        ("KFOR troops", "KFOR troops", 2, "", ""),
        ("one two three", "one two three", 2, "", ""),
        ("one two three four", "one two three four", 3, "", ""),
        ("one two three four five", "one two three four five", 3, "", ""),
        ("KFOR KFOR kfor", "KFOR kfor", 2, "", ""),
        ("the troops of KFOR", "troops KFOR", 2, "", ""),
        ("what did they do", "what did they do", 3, "", ""),
        ("Serb-majority municipalities", "serb-majority municipalities", 2, "", ""),
        ("kosov* w?rd wrod~1", "kosov* w?rd wrod~1", 2, "", ""),
        ('"KFOR troops" attacked', "attacked", 1, '"KFOR troops"', ""),
        ("KFOR OR EUFOR", "", 0, "KFOR OR EUFOR", ""),
        ("KFOR troops OR soldiers", "KFOR", 1, "troops OR soldiers", ""),
        ("KFOR -Serbia speaker:Rama date:2023", "KFOR", 1, "", "NOT serbia speaker:rama date:2023-01-01..2023-12-31"),
        ("title:Madrid KFOR", "KFOR", 1, "title:madrid", ""),
        ("*", "", 0, "", "*"),
        ("=the troops", "=the troops", 2, "", ""),
        ("🙂", "", 0, "", ""),
    ],
)
def test_the_default_wants_most_words_and_whatever_carries_a_sign(
    text: str, words: str, at_least: int, parts: str, conditions: str
) -> None:
    plan = parse_query(text).plan
    found = [" ".join(map(show, nodes)) for nodes in (plan.words, plan.parts, plan.conditions)]
    assert found == [words, parts, conditions]
    assert plan.at_least == at_least


@pytest.mark.parametrize(
    ("text", "matching", "words", "at_least"),
    [
        ("one two three four", "all", "one two three four", 4),
        ("one two three four", "any", "one two three four", 1),
        ('"one two" three (four OR five)', "any", '"one two" three four OR five', 1),
        ('"one two" three', "all", "three", 1),
        ("one -two", "any", "one", 1),
        ("one title:two speaker:three", "any", "one", 1),
        ("one place:two OR place:three", "any", "one", 1),
    ],
)
def test_all_and_any_are_exact(text: str, matching: Matching, words: str, at_least: int) -> None:
    plan = parse_query(text, matching=matching).plan
    assert (" ".join(map(show, plan.words)), plan.at_least) == (words, at_least)
    assert not plan.lenient


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("KFOR", 'KFOR; also "kosovo force"'),
        ('"KFOR troops"', '"KFOR troops" (troops by its stem troop); also "kosovo force troops"'),
        ("=KFOR", "=KFOR (kfor as it stands)"),
        ("KFOR*", "kfor*"),
        ("cyberattack", 'cyberattack; also "cyber attack"'),
        ("co-operation", "co-operation (operation by its stem oper); also cooperation"),
        ("F-16", "f-16; also f16"),
        ("counterattack", 'counterattack; also "counter attack"'),
        ("coalition", "coalition (coalition by its stem coalit)"),
        ("KFOR OR troops", '[KFOR; also "kosovo force"] or [troops (troops by its stem troop)]'),
    ],
)
def test_other_names_are_found_and_explained(text: str, explained: str) -> None:
    plan = parse_query(text, alias=alias).plan
    assert [explain_node(node) for node in plan.scored] == [explained]


def test_a_run_of_bare_words_may_be_a_name() -> None:
    plan = parse_query("Kosovo Force troops", alias=alias).plan
    assert [explain_node(node) for node in plan.words][:2] == [
        "kosovo; also KFOR".lower(),
        "force (force by its stem forc); also kfor",
    ]


def test_a_name_with_a_hyphen_is_a_name_without_quotation_marks_too() -> None:
    plan = parse_query("Kosovo-Force troops", alias=alias).plan
    assert explain_node(plan.words[0]).startswith("kosovo-force (force by its stem forc); also kfor")
    plan = parse_query("a Kosovo Force-wide", alias=alias).plan
    assert "kfor" not in " ".join(map(explain_node, plan.words))


def test_exact_takes_words_as_they_stand() -> None:
    plan = parse_query('KFOR "KFOR troops" wrod~1', exact=True, alias=alias).plan
    assert [show(node) for node in plan.scored] == ["=KFOR", "wrod~1", '="KFOR troops"']


def test_filters_are_conditions_and_voices() -> None:
    plan = parse_query("KFOR", Filters(speaker=("Stoltenberg", "Rama"), since="2023-01-01", kind=("interview",))).plan
    assert [show(node) for node in plan.conditions] == [
        "speaker:stoltenberg,rama",
        "kind:interview",
        "date:2023-01-01..",
    ]
    assert [show(voice) for voice in plan.voices] == ["speaker:stoltenberg,rama"]
    assert not parse_query("KFOR -speaker:Rama").plan.voices


def test_an_explanation_says_how_the_query_was_read() -> None:
    lines = list(explain_query(parse_query('the KFOR troops attack "in May" -Serbia speaker:Rama', alias=alias)))
    assert lines == [
        'read as: the KFOR troops attack "in may" NOT serbia speaker:rama',
        "words: at least 2 of 3 must match, all first; after those, fewer where the document has at least a third of them",
        '  KFOR; also "kosovo force"',
        "  troops (troops by its stem troop)",
        "  attack",
        "must match:",
        '  "in may"',
        "too common to decide: the",
        "only where: NOT serbia",
        "only where: speaker:rama",
        "words count where these speakers say them or answer the question in which they stand",
    ]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-2", "2024-02-01", "2024-02-29"),
        ("2023-05-14", "2023-05-14", "2023-05-14"),
    ],
)
def test_a_date_is_the_days_it_has(value: str, first: str, last: str) -> None:
    assert (parse_day(value, end=False), parse_day(value, end=True)) == (first, last)


@pytest.mark.parametrize(
    "value",
    ["", "banana", "23", "20233", "2023-13", "2023-00", "2023-02-30", "2023-05-00", "14.05.2023", "0000", "２０２３"],
)
def test_what_is_no_date_is_said(value: str) -> None:
    with pytest.raises(BadQuery, match="no date"):
        parse_day(value, end=True)
