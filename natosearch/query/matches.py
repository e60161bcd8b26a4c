"""Where a passage's text meets a query: the same for every engine, from the text and the query alone."""

from __future__ import annotations

from collections.abc import Iterator

from natosearch.model.passages import Passage, Span, Turn
from natosearch.query.fields import NAMED, field_role
from natosearch.query.meets import term_positions
from natosearch.query.occurrences import find_occurrences, leaf_terms
from natosearch.query.tree import And, In, Leaf, Near, Node, Or, Plan, Some, Word
from natosearch.text.words import split_words, stem


def find_matches(passage: Passage, plan: Plan, heard: tuple[Turn, ...]) -> tuple[Span, ...]:
    """The spans of ``passage.text`` that words and phrases of ``plan`` hit in the turns ``heard``.

    In order, not overlapping. A phrase is one span, of words near each other each is one. Labels between turns are not
    searched.
    """
    leaves = [leaf for node in plan.scored for leaf in _leaves(node)]
    initials = {term.folded[:1] for leaf in leaves for term in leaf_terms(_bare(leaf)) if isinstance(term, Word)}
    found: set[Span] = set()
    for turn in heard:
        words = split_words(turn.span.of(passage.text))
        # No stem begins with another letter than its word: stemming every word was a third of what a search took.
        forms = [stem(word) if word[0] in initials else word for word in words.folded]
        for leaf in leaves:
            if isinstance(leaf, In) and NAMED[leaf.field] != field_role(turn):
                continue
            for first, end in _ranges(_bare(leaf), words.folded, forms):
                found.add(Span(words.starts[first], words.ends[end - 1]).moved(turn.span.start))
    return _without_overlaps(found)


def _leaves(node: Node) -> Iterator[Leaf | In]:
    """The leaves of ``node`` that a passage is to have; what is negated has no place in it."""
    if isinstance(node, (And, Or, Some)):
        for part in node.parts:
            yield from _leaves(part)
    elif isinstance(node, In | Leaf):
        yield node


def _bare(leaf: Leaf | In) -> Leaf:
    return leaf.leaf if isinstance(leaf, In) else leaf


def _ranges(leaf: Leaf, words: list[str], forms: list[str]) -> list[tuple[int, int]]:
    found = find_occurrences(leaf, lambda term: term_positions(term, words, forms))
    if not isinstance(leaf, Near):
        return found
    inside = {at for term in leaf.terms for at in term_positions(term, words, forms)}
    return [(at, at + 1) for first, end in found for at in range(first, end) if at in inside]


def _without_overlaps(spans: set[Span]) -> tuple[Span, ...]:
    """Of spans that overlap the one that begins first, of those that begin together the longest."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
