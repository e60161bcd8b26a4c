"""The laws of DESIGN: spans are true, nothing is lost or indexed twice. On the seeds, and on anything at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natosearch.documents.passages import make_passages
from natosearch.documents.understand import read_document
from natosearch.model.documents import Document, Found, Given, Listed, Source
from natosearch.model.passages import Span
from natosearch.rules import load_rules
from tests.documents import SEEDS, seed, understand

PIECES = st.sampled_from(
    [
        "Q. Why now?", "A.We call on Russia.", "A. ", "Moderator:", "Journalist: [speaks Croatian]", "Question:", "Secretary General Jens Stoltenberg: Yes.",
        "NATO Secretary General Jens Stoltenberg", "Source: NATO", "Check Also", "• |", "(As delivered)", "[Questions to leaders]", "Last updated: 23 Nov. 2023 08:45",
        "Joint press conference", "22 Nov. 2023", "Thank you so much for hosting us all here today in Skopje together with NATO Allies.", "Dear Dimitar,",
        "Stoltenberg said that KFOR stays. He added no more.", "  ", "\u00a0", "---", "title: x", "# Heading", "\x1b[31mred\x1b[0m", "Ђорђе: Да.", "💥", "a" * 300,
    ]
)  # fmt: skip
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from(["\n", "\n\n", "\r\n", " ", "\n\n\n", "\u2028"])), max_size=25).map(
    lambda pieces: "".join(piece + end for piece, end in pieces)
)


def check(document: Document) -> None:
    text = document.text
    taken = [0] * len(text)
    spans: list[Span] = [*document.header, *document.furniture]
    for unit in document.units:
        for turn in unit.turns:
            spans.append(turn.span)
            if turn.label_span is not None:
                spans.append(turn.label_span)
    for span in spans:
        assert 0 <= span.start <= span.end <= len(text)
        for at in range(span.start, span.end):
            taken[at] += 1
    assert max(taken, default=0) <= 1, "something is in two parts"
    lost = [text[at] for at in range(len(text)) if not taken[at] and not text[at].isspace()]
    assert not lost, f"lost: {''.join(lost)[:80]!r}"
    ends = [0, *(unit.span.end for unit in document.units)]
    assert all(unit.span.start >= end for unit, end in zip(document.units, ends, strict=False)), "units overlap"
    for passage in make_passages(document, "00000000"):
        assert text[passage.span.start : passage.span.end] == passage.text
        assert passage.text.strip() == passage.text != ""
        assert 1 <= passage.line_start <= passage.line_end
        for turn in passage.turns:
            assert 0 <= turn.span.start < turn.span.end <= len(passage.text)


@pytest.mark.parametrize("number", range(len(SEEDS)))
def test_the_seeds_keep_the_laws(number: int) -> None:
    check(seed(number))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_documents_made_of_pieces_keep_the_laws(text: str) -> None:
    check(understand(text))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400))
def test_any_text_keeps_the_laws(text: str) -> None:
    check(understand(text))


@settings(max_examples=50, deadline=None)
@given(st.integers(0, len(SEEDS) - 1), st.data())
def test_damaged_seeds_keep_the_laws(number: int, data: st.DataObject) -> None:
    text = seed(number).text
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    check(understand(text[:start] + data.draw(TEXTS) + text[end:]))


SPEAKERS = st.lists(st.sampled_from(["Jens Stoltenberg", "Ana Example", "Bo Sample"]), unique=True).map(tuple)


@settings(max_examples=100, deadline=None)
@given(TEXTS, SPEAKERS, st.sets(PIECES), st.sampled_from(["", "article", "statement"]))
def test_what_is_given_and_learnt_keeps_the_laws(
    text: str, speakers: tuple[str, ...], lines: set[str], kind: str
) -> None:
    said = Given(speakers=Listed(speakers, "manifest"), kind=Found(kind, "manifest"))
    document = read_document(Source("made-up.txt", text, "0"), load_rules(), said, frozenset(lines))
    check(document)
    assert not kind or document.kind == kind
    named = {turn.speaker for unit in document.units for turn in unit.turns if turn.speaker_source == "manifest"}
    assert named <= set(speakers)
