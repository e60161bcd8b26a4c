"""Where a passage's text meets a query: the same for every engine, from the text and the query alone."""

from __future__ import annotations

from natosearch.model.passages import Passage, Span
from natosearch.query.tree import Phrase, Query, Word
from natosearch.text.words import Word as TextWord
from natosearch.text.words import split_words, stem


def find_matches(passage: Passage, query: Query) -> tuple[Span, ...]:
    """The spans of ``passage.text`` that the query's words and phrases hit, in order, not overlapping.

    A phrase is one span. Labels between turns are not searched.
    """
    found: set[Span] = set()
    singles = {_form(part.folded, query.exact) for part in query.tree.parts if isinstance(part, Word)}
    phrases = [
        tuple(_form(word, query.exact) for word in part.words) for part in query.tree.parts if isinstance(part, Phrase)
    ]
    # No stem changes a word's first letter, so most words need not be stemmed at all.
    initials = {form[0] for form in singles} | {form[0] for phrase in phrases for form in phrase}
    for turn in passage.turns:
        words = list(split_words(turn.span.of(passage.text)))
        forms = [_form(w.folded, query.exact) if w.folded[0] in initials else "" for w in words]
        found |= {
            Span(w.start, w.end).moved(turn.span.start) for w, f in zip(words, forms, strict=True) if f in singles
        }
        for phrase in phrases:
            found |= {span.moved(turn.span.start) for span in _phrase_spans(words, forms, phrase)}
    return _without_overlaps(found)


def _form(folded: str, exact: bool) -> str:
    return folded if exact else stem(folded)


def _phrase_spans(words: list[TextWord], forms: list[str], phrase: tuple[str, ...]) -> list[Span]:
    size = len(phrase)
    return [
        Span(words[n].start, words[n + size - 1].end)
        for n in range(len(forms) - size + 1)
        if tuple(forms[n : n + size]) == phrase
    ]


def _without_overlaps(spans: set[Span]) -> tuple[Span, ...]:
    """The longer of two spans that overlap."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
