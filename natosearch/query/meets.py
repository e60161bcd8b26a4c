"""Whether a passage meets a query: what every engine must agree with, and what those use that need no index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from natosearch.model.passages import Passage, Turn
from natosearch.query.fields import NAMED, STEMMED, TURN_BREAK, filter_values, searched_words
from natosearch.query.filters import value_of, word_test
from natosearch.query.occurrences import find_occurrences
from natosearch.query.tree import (
    And,
    Compound,
    During,
    Everything,
    Has,
    In,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Plan,
    Same,
    Some,
    Term,
    Together,
    Word,
)
from natosearch.text.words import stem


class Met(NamedTuple):
    """Which of a plan's words a passage has, by number, and whether it meets all else that the plan asks for."""

    words: frozenset[int]
    meets: bool


def meet(plan: Plan, passage: Passage, heard: tuple[Turn, ...] | None = None) -> Met:
    """How ``passage``, or what is ``heard`` of it alone, meets ``plan``; see :func:`enough` for the words."""
    reader = PassageReader(passage, heard)
    words = frozenset(number for number, part in enumerate(plan.words) if reader.meets(part))
    rest = all(reader.meets(part) for part in (*plan.parts, *plan.conditions))
    return Met(words, rest and bool(plan.scored or plan.conditions))


def enough(plan: Plan, words: int, around: int, known: int) -> bool:
    """Whether a passage with so many ``words`` of ``plan`` is found.

    ``around`` of them stand in its document, ``known`` anywhere. A long query also finds passages with fewer words than
    it asks for, in a document that has at least a third of them: what is being talked about was often named a few turns
    before. But a query of which only one word is known anywhere asks for more than that word.
    """
    if words >= plan.at_least:
        return True
    return plan.lenient and words > 0 and known > 1 and 3 * around >= len(plan.words)


def has_not(node: Node) -> bool:
    """Whether anything in ``node`` is negated."""
    if isinstance(node, (And, Or, Some)):
        return any(map(has_not, node.parts))
    return isinstance(node, Not)


def asked_words(plan: Plan) -> Iterator[tuple[str, Leaf]]:
    """Each folded word that ``plan`` asks for, and what would find it: itself or another name for it."""
    waiting = list(plan.scored)
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, (And, Or, Some)):
            waiting += node.parts
        elif isinstance(node, In):
            waiting.append(node.leaf)
        elif isinstance(node, (Phrase, Compound, Near)):
            waiting += node.terms
        elif isinstance(node, Same) and isinstance(node.asked, Word):
            yield node.asked.folded, node
        elif isinstance(node, Same):
            waiting.append(node.asked)
        elif isinstance(node, Word):
            yield node.folded, node


class PassageReader:
    """The words of one passage by field, and what of a query stands among them."""

    def __init__(self, passage: Passage, heard: tuple[Turn, ...] | None = None) -> None:
        self._passage = passage
        self._fields: Mapping[str, list[str]] = searched_words(passage, heard)
        self._forms: dict[str, list[str]] = {}

    def meets(self, node: Node) -> bool:
        """Whether the passage meets ``node``."""
        if isinstance(node, And):
            return all(map(self.meets, node.parts))
        if isinstance(node, Or):
            return any(map(self.meets, node.parts))
        if isinstance(node, Not):
            return not self.meets(node.part)
        if isinstance(node, Some):
            return sum(map(self.meets, node.parts)) >= node.at_least
        if isinstance(node, (Has, During, Everything)):
            return meets_condition(node, self._passage)
        assert not isinstance(node, Together)  # a plan has none
        return bool(self.counts(node))

    def counts(self, node: Leaf | In) -> dict[str, int]:
        """How often a leaf stands in each field in which it does."""
        fields: Iterable[str] = self._fields
        leaf = node.leaf if isinstance(node, In) else node
        if isinstance(node, In):
            fields = () if node.field == "answer" and self._passage.unit != "qa" else (NAMED[node.field],)
        found = {field: len(self._occurrences(field, leaf)) for field in fields}
        return {field: count for field, count in found.items() if count}

    def _occurrences(self, field: str, leaf: Leaf) -> list[tuple[int, int]]:
        words = self._fields[field]
        if field in STEMMED and field not in self._forms:
            self._forms[field] = [stem(word) for word in words]
        forms = self._forms.get(field, words)
        breaks = [n for n, word in enumerate(words) if word == TURN_BREAK]
        return find_occurrences(leaf, lambda term: term_positions(term, words, forms), breaks)


def term_positions(term: Term, words: Sequence[str], forms: Sequence[str]) -> list[int]:
    """Where ``term`` stands among folded ``words``, of which ``forms`` are the stems, or the same if none are taken."""
    if isinstance(term, Word):
        if term.exact or forms is words:
            return [n for n, word in enumerate(words) if word == term.folded]
        wanted = stem(term.folded)
        return [n for n, form in enumerate(forms) if form == wanted]
    test = word_test(term)
    return [n for n, word in enumerate(words) if word != TURN_BREAK and test(word)]


def meets_condition(node: Has | During | Everything, passage: Passage) -> bool:
    """Whether what is known of ``passage`` fulfils a condition as :func:`natosearch.query.filters.resolve` left it."""
    if isinstance(node, Has):
        values = filter_values(passage)[node.field]
        return any(value_of(terms) in values for terms in node.values)
    if isinstance(node, During):
        day = passage.date
        return bool(day) and any(days.first <= day <= (days.last or "9999") for days in node.ranges)
    return True
