"""Which sentences of a passage are shown."""

from __future__ import annotations

import pytest

from natosearch.engines import Engine
from natosearch.model.passages import Hit
from natosearch.output.snippets import choose_snippet, opening, voice
from natosearch.query.parse import parse_query
from tests.brute_force import BruteForceEngine
from tests.documents import archive
from tests.made_hits import EVENT, make_hit, make_passage

LONG = " ".join(f"Sentence number {n} says nothing in particular about any of the things asked for." for n in range(12))
TEXT = (
    "Question: Will the troops leave Kosovo? Reuters.\n\n"
    f"Jens Stoltenberg: {LONG} The troops protect Kosovo. They are soldiers. {LONG} Soldiers, soldiers and soldiers.\n\n"
    "Question: Are you sure of that?\n\nEdi Rama: We are not so sure of that in Tirana."
)


def hits(query: str) -> tuple[Hit, ...]:
    engine: Engine = BruteForceEngine()
    engine.replace(archive(TEXT), [], [])
    return engine.search(parse_query(query)).hits


def shown(query: str) -> tuple[str, str]:
    hit = hits(query)[0]
    snippet = choose_snippet(hit)
    return snippet.span.of(hit.passage.text), voice(hit.passage, snippet.turn)


def test_different_words_count_more_than_one_word_often() -> None:
    assert shown("Kosovo soldiers")[0].startswith("The troops protect Kosovo. They are soldiers.")


def test_an_answer_is_shown_rather_than_the_question() -> None:
    assert shown("troops Kosovo")[1] == "Jens Stoltenberg"


def test_a_question_is_shown_where_only_it_matches() -> None:
    text, who = shown("leave")
    assert text.startswith("Will the troops leave Kosovo?") and who == "Question"


def test_without_a_match_in_the_text_the_answer_begins() -> None:
    text, who = shown("Rama")
    assert text == "We are not so sure of that in Tirana." and who == "Edi Rama"


@pytest.mark.parametrize("query", ["soldiers", "Kosovo", "particular things", "sure"])
def test_sentences_are_never_cut(query: str) -> None:
    for hit in hits(query):
        snippet = choose_snippet(hit)
        text, start, end = hit.passage.text, snippet.span.start, snippet.span.end
        assert text[end - 1] in ".?!" and (start == 0 or text[start - 2 : start].strip() in ("", ".", "?", ":"))
        assert end - start <= 320
        assert set(snippet.matches) == {m for m in hit.matches if start <= m.start and m.end <= end}


def test_a_snippet_of_very_many_matches_is_chosen_at_once() -> None:
    engine = BruteForceEngine()
    engine.replace(archive("Q: Is it?\n\nA: " + "KFOR troops are. " * 20_000 + "\n\nQ: Really?\n\nA: No."), [], [])
    assert choose_snippet(engine.search(parse_query("KFOR troops")).hits[0]).matches


@pytest.mark.parametrize(
    ("words", "heard", "expected"),
    [
        # everything was searched: the most different words, of equals what is said
        ("KFOR", (), "I hope that KFOR stays."),
        ("stay|KFOR", (), "I hope that KFOR stays."),
        ("Will|KFOR|stay", (), "Will KFOR stay?"),
        # one speaker was searched: what they say where it matches, however little
        ("Will|KFOR|stay|sure", (0, 2, 3, 4), "It will.\r\nI am sure."),
        ("KFOR|stay|shall", (0, 2, 3, 4), "We shall see."),
        # where only the question matches, and without any match, how they begin
        ("KFOR", (0, 2, 3, 4), "It will.\r\nI am sure."),
        ("when|hope", (0, 2, 3, 4), "It will.\r\nI am sure."),
        ("hope", (0, 2, 3, 4), "It will.\r\nI am sure."),
        ("", (0, 1), "I hope that KFOR stays."),
    ],
)
def test_a_snippet_is_of_the_turns_that_were_searched(words: str, heard: tuple[int, ...], expected: str) -> None:
    hit = make_hit(EVENT, words, heard)
    snippet = choose_snippet(hit)
    assert snippet.span.of(EVENT.text) == expected and snippet.turn in hit.heard
    assert all(
        match in snippet.matches for match in hit.matches if snippet.span.start <= match.start < snippet.span.end
    )


FILLER = " Nothing of that kind was said by anybody who had been there, nor was it asked for." * 4


@pytest.mark.parametrize(
    ("words", "answer", "begins"),
    [
        ("KFOR|Serbia", f"KFOR came {'and went ' * 20}to Serbia.{FILLER} KFOR is in Serbia.{FILLER}", "KFOR is in"),
        ("troops?|Serbia", f"A troop of troops is a troop.{FILLER} Serbia has troops.{FILLER}", "Serbia has"),
        ("KFOR", f"KFOR.{FILLER} KFOR is KFOR.{FILLER}", "KFOR is KFOR"),
        ("KFOR", f"KFOR one.{FILLER} KFOR two.{FILLER}", "KFOR one"),
    ],
    ids=["closest together", "an ending makes no other word", "most matches", "earliest"],
)
def test_the_densest_sentences_are_shown(words: str, answer: str, begins: str) -> None:
    hit = make_hit(make_passage(("answer", "A B", answer)), words)
    assert choose_snippet(hit).span.of(answer).startswith(begins)


def test_a_sentence_that_is_too_long_is_shown_whole() -> None:
    sentence = "KFOR " + "and so on " * 60 + "in Serbia."
    passage = make_passage(("answer", "A B", f"One. {sentence} Two."))
    assert choose_snippet(make_hit(passage, "Serbia")).span.of(passage.text) == sentence


def test_a_neighbour_is_shown_by_how_it_begins_in_whole_sentences() -> None:
    assert opening(EVENT).of(EVENT.text).startswith("Will KFOR stay?\n\nEdi Rama: I hope")
    for text in (f"One. Two.{FILLER}", "word " * 400 + "end. Two.", "One."):
        passage = make_passage(("statement", "A B", text))
        shown = opening(passage).of(text)
        assert text.startswith(shown) and shown.endswith(".") and (len(shown) <= 320 or shown.endswith("end."))
