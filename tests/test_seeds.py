"""The sample documents: unchanged, and understood as the golden files show."""

from __future__ import annotations

import hashlib

import pytest

from natosearch.output.outline import document_lines
from tests.documents import ROOT, SEEDS, seed
from tests.write_golden import GOLDEN, golden_name

SHA256 = {
    "000_638065210040ca12.txt": "db4a8dfe35ad8dfe5a67347095d05cdf672b87ba9b0f9da8bf79135d90e9eabc",
    "001_246ddfc13f3b3dd6.txt": "a22c4c1387eba309eb98e57c8f8878a11a17fcd3de82b13960c13e0772f3fce0",
    "002_1e273446f4ab84f9.txt": "1b1b9d0557109dfc2a5ad9a92622146912b38a9ceb93abe326cb7185bd212706",
    "003_f56c1ec18aaea4cf.txt": "c0ee60b2d4a9d2dfd35eabdb0c57ab342acbc403e00988d0c27a74246a3048bc",
    "004_587bcb7703e610d5.txt": "40f06d1c2fb182cb0b1384fccb84355a67f1849884ab2670326bf16a5660710d",
}


def test_the_seeds_are_byte_for_byte_what_was_given() -> None:
    assert {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in SEEDS} == SHA256


@pytest.mark.parametrize("number", range(len(SHA256)))
def test_each_seed_is_cut_and_attributed_as_its_golden_file_says(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    expected = (GOLDEN / golden_name(SEEDS[number])).read_text("utf-8")
    assert "\n".join(document_lines(seed(number))) + "\n" == expected, (
        "if this is better: make golden, and read the diff"
    )


def test_000_takes_the_event_date_and_keeps_what_stands_in_brackets() -> None:
    document = seed(0)
    assert (document.date.value, document.date.source) == ("2023-11-22", "header")  # not "Last updated: 23 Nov."
    assert document.place == ("Skopje", "North Macedonia")
    opening = [unit for unit in document.units if unit.unit == "paragraph"]
    assert len(opening) == 9 and {unit.speakers for unit in opening} == {("Jens Stoltenberg",)}
    croatian = next(unit for unit in document.units if unit.unit == "qa")
    assert croatian.turns[0].span.of(document.text) == "[speaks Croatian]"
    assert croatian.turns[1].speaker == "Jens Stoltenberg"
    others = [unit.span.of(document.text) for unit in document.units if unit.unit == "other"]
    assert others == [
        "[speaks Macedonian]",
        "[Questions to various regional leaders]",
        "[speaks Macedonian]",
        "[speaks Macedonian]",
    ]


def test_001_has_thirteen_questions_whoever_printed_them_twice() -> None:
    document = seed(1)
    questions = [unit for unit in document.units if unit.unit == "qa"]
    assert len(questions) == 13 and {unit.speakers for unit in questions} == {("Jens Stoltenberg",)}
    assert {turn.speaker_source for unit in questions for turn in unit.turns if turn.role == "answer"} == {
        "introduction"
    }
    twice = next(unit for unit in questions if "The Government on Monday" in unit.span.of(document.text))
    assert "Montenegrin Parliament late last month" in twice.turns[0].span.of(document.text)
    furniture = [span.of(document.text) for span in document.furniture]
    assert furniture.count("NATO Secretary General Jens Stoltenberg") == 2 and "71000 Sarajevo" in furniture
    assert document.place == ()  # Sarajevo is only the website's


def test_002_is_an_article_that_reports() -> None:
    document = seed(2)
    assert (document.kind, document.date.value, document.date.source) == ("article", "2023-11-22", "body")
    assert [unit.speakers for unit in document.units[:4]] == [("Jens Stoltenberg",)] * 3 + [()]
    assert [unit.speech for unit in document.units[:4]] == ["reported"] * 3 + ["narration"]


def test_003_has_no_date_and_says_so() -> None:
    document = seed(3)
    assert (document.date.value, document.date.source) == ("", "none")
    assert "no date found in the text" in document.warnings
    labels = [turn.label for unit in document.units for turn in unit.turns if turn.role == "answer"]
    assert labels == ["NATO Secretary General Jens Stoltenberg", "NATO Secretary General"]
    assert document.units[-1].asked_by == "Reuters" and document.units[-1].speakers == ("Jens Stoltenberg",)
    assert [span.of(document.text)[:12] for span in document.furniture] == [
        "Source: NATO",
        "Check Also",
        "NATO’s 75th ",
        "Today, we ce",
    ]


def test_004_is_reported_speech_even_where_the_name_is_misspelt() -> None:
    document = seed(4)
    assert document.date.value == "2022-08-10"
    assert {unit.speakers for unit in document.units} == {("Jens Stoltenberg",)}
    assert {unit.speech for unit in document.units} == {"reported"}
    misspelt = next(unit for unit in document.units if "Stolternberg" in unit.span.of(document.text))
    assert misspelt.speakers == ("Jens Stoltenberg",)
