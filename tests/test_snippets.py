"""Which sentences of a passage are shown."""

from __future__ import annotations

import pytest

from natosearch.engines import Engine
from natosearch.model.passages import Hit
from natosearch.output.snippets import choose_snippet, speaker_shown
from natosearch.query.parse import parse_query
from tests.brute_force import BruteForceEngine
from tests.documents import archive

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
    return snippet.span.of(hit.passage.text), speaker_shown(hit, snippet)


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
