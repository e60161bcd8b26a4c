"""Folding, splitting and stemming of words: equal for the reader is equal for the search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natosearch.text.words import first_words, fold, fold_text, split_words, stem


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Kovačevski", "kovacevski"),
        ("KOVAC\u030cEVSKI", "kovacevski"),  # decomposed
        ("NATO’s", "nato"),
        ("NATO's", "nato"),
        ("NATO'S", "nato"),
        ("don’t", "dont"),
        ("O'Brien", "obrien"),
        ("1,000", "1000"),
        ("300\u00a0000", "300000"),
        ("U.S.", "us"),
        ("S.G.", "sg"),
        ("Đukanović", "dukanovic"),
        ("Æther", "aether"),
        ("Straße", "strasse"),
        ("Türkiye", "turkiye"),
        ("İstanbul", "istanbul"),
        ("so\u00adft", "soft"),
        ("Зеленський", "зеленськии"),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded
    assert [word.folded for word in split_words(written)] == [folded]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Serb-majority municipalities", ["serb", "majority", "municipalities"]),
        ("C-71", ["c", "71"]),
        ("10.08.2022 11:41", ["10", "08", "2022", "11", "41"]),
        ("2% of GDP", ["2", "of", "gdp"]),
        ("'NATO' (KFOR)", ["nato", "kfor"]),
        ("allies' decision", ["allies", "decision"]),
        ("and/or snake_case", ["and", "or", "snake", "case"]),
        ("… — \U0001f600 !", []),
    ],
)
def test_split_words(written: str, words: list[str]) -> None:
    assert fold_text(written).split() == words


@pytest.mark.parametrize(("one", "other"), [("1,000", "1,00"), ("US", "use"), ("allies", "ally’s house")])
def test_what_must_stay_apart(one: str, other: str) -> None:
    assert fold_text(one) != fold_text(other)


@pytest.mark.parametrize(("word", "stemmed"), [("troops", "troop"), ("attacked", "attack"), ("kfor", "kfor")])
def test_stem(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    end = 0
    for word in split_words(text):
        assert end <= word.start < word.end <= len(text)
        assert word.folded and " " not in word.folded
        end = word.end


@given(st.text(st.sampled_from("aB9.,'\u2019\u00a0\u00ad -\n\r\u0301")))
def test_pieces_make_the_words_of_the_whole(text: str) -> None:
    words = split_words(text)
    assert [(word.start, word.end) for word in words] == list(zip(words.starts, words.ends, strict=True))
    assert [fold(written) for written in words.written] == words.folded
    assert first_words(text, 2) == words.folded[:2]
    assert first_words(text, len(text)) == words.folded


@given(st.text(st.characters(categories=["L", "M", "N"], max_codepoint=0x24F), min_size=1))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


@given(st.from_regex(r"[a-z]{1,20}", fullmatch=True))
def test_no_stem_changes_the_first_letter(word: str) -> None:
    # natosearch.query.matches relies on it
    assert stem(word)[0] == word[0]
