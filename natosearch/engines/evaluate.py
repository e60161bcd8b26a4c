"""A plan over the postings of an index: which passages meet it, and what each of its words and phrases scores there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable

from natosearch.engines.postings import Counts, Postings
from natosearch.engines.ranking import SHORTEST, WEIGHTS, FieldCounts, score_leaf
from natosearch.query.fields import NAMED, STEMMED, TURN_BREAK
from natosearch.query.occurrences import find_occurrences, leaf_terms
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
    Same,
    Some,
    Together,
    Word,
)

# The passages that fulfil a condition.
Fulfil = Callable[[Has | During | Everything], Collection[int]]

_BREAK = Word(TURN_BREAK, exact=True)


class Evaluator:
    """How the nodes of a plan are met over one index."""

    def __init__(self, postings: Postings, universe: Collection[int], fulfil: Fulfil, shortest: int = SHORTEST) -> None:
        self._postings, self._universe, self._fulfil, self._shortest = postings, universe, fulfil, shortest

    def scores(self, node: Node) -> Counts:
        """The score of each passage that meets ``node``; a condition scores nothing."""
        if isinstance(node, And):
            return self._all(node.parts)
        if isinstance(node, (Or, Some)):
            return self._some(node.parts, node.at_least if isinstance(node, Some) else 1)
        if isinstance(node, Not):
            out = self.scores(node.part)
            return {number: 0.0 for number in self._universe if number not in out}
        if isinstance(node, (Has, During, Everything)):
            return dict.fromkeys(self._fulfil(node), 0.0)
        assert not isinstance(node, Together)  # a plan has none
        return self._leaf(node)

    def knows(self, leaf: Leaf) -> bool:
        """Whether any passage has ``leaf``."""
        return any(self._counts(field, leaf) for field in WEIGHTS)

    def _all(self, parts: Iterable[Node]) -> Counts:
        first, *rest = [self.scores(part) for part in parts]
        return {
            number: sum((part[number] for part in rest), score)
            for number, score in first.items()
            if all(number in part for part in rest)
        }

    def _some(self, parts: Iterable[Node], at_least: int) -> Counts:
        total: Counts = defaultdict(float)
        met: Counts = defaultdict(int)
        for part in parts:
            for number, score in self.scores(part).items():
                total[number] += score
                met[number] += 1
        return {number: score for number, score in total.items() if met[number] >= at_least}

    def _leaf(self, node: Leaf | In) -> Counts:
        fields, leaf = ([NAMED[node.field]], node.leaf) if isinstance(node, In) else (list(WEIGHTS), node)
        found: FieldCounts = {field: counts for field in fields if (counts := self._counts(field, leaf))}
        if isinstance(node, In) and node.field == "answer":
            answers = set(self._fulfil(Has("unit", ((Word("qa", exact=True),),))))
            found = {field: {n: c for n, c in counts.items() if n in answers} for field, counts in found.items()}
        return score_leaf(found, self._postings, len(self._universe), self._shortest)

    def _counts(self, field: str, leaf: Leaf) -> Counts:
        """How often ``leaf`` stands in ``field`` of each passage in which it does."""
        if isinstance(leaf, Same):
            total: Counts = defaultdict(float)
            for one in (leaf.asked, *leaf.others):
                for number, count in self._counts(field, one).items():
                    total[number] += count
            return total
        if not isinstance(leaf, (Phrase, Compound, Near)):
            return self._postings.counts(field, leaf)
        if len(leaf.terms) == 1:
            return self._postings.counts(field, leaf.terms[0])
        found = self.occurrences(field, leaf, self._with_each(field, leaf))
        return {number: float(len(places)) for number, places in found.items()}

    def _with_each(self, field: str, leaf: Phrase | Compound | Near) -> Collection[int]:
        """The passages in which each term of ``leaf`` stands somewhere in ``field``."""
        both: Collection[int] | None = None
        for counts in sorted((self._postings.counts(field, term) for term in leaf.terms), key=len):
            both = counts if both is None else [number for number in both if number in counts]
            if not both:
                break
        return both or ()

    def occurrences(self, field: str, leaf: Leaf, numbers: Collection[int]) -> dict[int, list[tuple[int, int]]]:
        """Where ``leaf`` stands in ``field`` of the passages ``numbers`` in which it does."""
        if not numbers:
            return {}
        terms = dict.fromkeys(leaf_terms(leaf))
        places = {term: self._postings.positions(field, term, numbers) for term in terms}
        breaks = self._postings.positions(field, _BREAK, numbers) if isinstance(leaf, Near) and field in STEMMED else {}
        found = {}
        for number in numbers:
            here = {term: places[term].get(number, []) for term in terms}
            if ranges := find_occurrences(leaf, here.__getitem__, breaks.get(number, ())):
                found[number] = ranges
        return found
