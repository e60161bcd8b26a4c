"""From the query as typed to what a passage must meet: the words that count, what must match, and other names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from natosearch.query.hyphens import other_spellings
from natosearch.query.stopwords import STOP_WORDS
from natosearch.query.terms import read_literal
from natosearch.query.tree import (
    FILTER_FIELDS,
    And,
    Compound,
    Days,
    During,
    Everything,
    Filters,
    Fuzzy,
    Has,
    In,
    Leaf,
    Matching,
    Near,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Plan,
    Same,
    Some,
    Term,
    Together,
    Word,
)

# The other names of a run of words, each as folded words; nothing for most runs.
Alias = Callable[[tuple[Word, ...]], Sequence[tuple[str, ...]]]

_FEW = 2  # words, of which all must match
_LONGEST_NAME = 8  # words of a name that has another one: Organization for Security and Co-operation in Europe
_WORDS = (Word, Pattern, Fuzzy, Compound)  # what counts as a word
_LONGEST_NAMED = 40  # words of a phrase in which other names are looked for
_MOST_NAMES = 16  # of one phrase; a long one could have as many as it has places
_CONDITIONS = (Has, During, Not, Everything)  # what narrows without being scored


def make_plan(
    tree: Node, filters: Filters, *, matching: Matching = "most", exact: bool = False, alias: Alias | None = None
) -> Plan:
    """What a passage must meet for ``tree`` and ``filters``.

    Bare words count: by default one or two must all match, of more than two more than half, with ``all`` each and with
    ``any`` one. What carries a sign of the language (a phrase, a group, AND, a field) must match, but with ``any``
    phrases and groups are among the words; fields narrow all the same. Words too common to decide are dropped where
    there are others.
    """
    planner = _Planner(matching, exact, alias or (lambda words: ()))
    asked = tree.parts if isinstance(tree, Together) else (tree,)
    if not asked:
        return Plan()
    group = planner.group(asked)
    conditions = (*group.conditions, *_given_conditions(filters))
    return Plan(
        words=group.words,
        at_least=planner.at_least(len(group.words)),
        parts=group.parts,
        conditions=conditions,
        voices=tuple(one for one in conditions if isinstance(one, Has) and one.field == "speaker"),
        lenient=matching == "most" and len(group.words) > _FEW,
        dropped=group.dropped,
    )


class _Group(NamedTuple):
    """What stands side by side, sorted: words that count, parts that must match, conditions, and words left out."""

    words: tuple[Node, ...]
    parts: tuple[Node, ...]
    conditions: tuple[Node, ...]
    dropped: tuple[str, ...]


def _given_conditions(filters: Filters) -> Iterator[Node]:
    for field in FILTER_FIELDS:
        if values := getattr(filters, field):
            yield Has(field, tuple(read_literal(value) for value in values))
    if filters.since or filters.until:
        yield During((Days(filters.since, filters.until),))


class _Planner:
    """How the nodes of one query are planned."""

    def __init__(self, matching: Matching, exact: bool, alias: Alias) -> None:
        self._matching, self._exact, self._given = matching, exact, alias

    def _alias(self, run: tuple[Word, ...]) -> Iterator[tuple[str, ...]]:
        """The other names of a run of words, and the other way to write it."""
        yield from self._given(run)
        yield from other_spellings(tuple(word.folded for word in run))

    def at_least(self, words: int) -> int:
        """How many of so many words must match."""
        if self._matching == "any":
            return min(1, words)
        return words if self._matching == "all" or words <= _FEW else words // 2 + 1

    def group(self, asked: tuple[Node, ...]) -> _Group:
        """``asked`` planned and sorted, without the words too common to decide where others are left.

        What AND joins must match each for itself.
        """
        common = [part for part in asked if isinstance(part, Word) and self._is_common(part)]
        if all(part in common or isinstance(part, _CONDITIONS) for part in asked):
            common = []
        apart = self._matching != "any" or len(asked) == 1
        planned: dict[Node, bool] = {}  # and whether it must match
        for part, node in zip(asked, self._named(asked), strict=True):
            if isinstance(node, And) and apart:
                planned |= dict.fromkeys(node.parts, True)
            elif part not in common:
                planned.setdefault(node, _narrows(node) or (self._matching != "any" and not _is_word(node)))
        conditions = tuple(node for node in planned if _narrows(node) and not _has_words(node))
        parts = tuple(node for node, must in planned.items() if must and node not in conditions)
        words = tuple(node for node in planned if node not in conditions and node not in parts)
        return _Group(words, parts, conditions, tuple(dict.fromkeys(word.folded for word in common)))

    def _is_common(self, word: Word) -> bool:
        """Whether ``word`` is too common to decide; `WHO` in capitals has another name and is not."""
        if word.exact or word.folded not in STOP_WORDS:
            return False
        return not (word.capitals and any(self._given((word,))))

    def node(self, node: Node) -> Node:
        """``node`` as it is to be met."""
        if isinstance(node, Together):
            return self._together(node)
        if isinstance(node, And):
            return And(tuple(self.node(part) for part in node.parts))
        if isinstance(node, Or):
            return Or(tuple(self.node(part) for part in node.parts))
        if isinstance(node, Not):
            return Not(self.node(node.part))
        if isinstance(node, In):
            return In(node.field, self._leaf(node.leaf))
        if isinstance(node, (Has, During, Everything, Some)):
            return node
        return self._leaf(node)

    def _together(self, node: Together) -> Node:
        """A group in brackets: the same rule as for a whole query."""
        group = self.group(node.parts)
        some = (Some(group.words, self.at_least(len(group.words))),) if group.words else ()
        return And((*some, *group.parts, *group.conditions))

    def _named(self, asked: Sequence[Node]) -> list[Node]:
        """``asked`` planned, each word of a run that has another name with that name."""
        others: list[list[Word | Phrase]] = [[] for _ in asked]
        for run, first, last in [] if self._exact else _runs(asked):
            for name in self._alias(run):
                for names in others[first:last]:
                    names.append(_name(name))
        planned = []
        for part, names in zip(asked, others, strict=True):
            node = self.node(part)
            if names and isinstance(node, (Word, Compound, Same)):
                was, known = (node.asked, node.others) if isinstance(node, Same) else (node, ())
                node = Same(was, tuple(dict.fromkeys((*known, *names))))
            planned.append(node)
        return planned

    def _leaf(self, leaf: Leaf) -> Leaf:
        if self._exact:
            return _exactly(leaf)
        if isinstance(leaf, Word):
            return _same(leaf, self._names((leaf,)))
        if isinstance(leaf, (Phrase, Compound)) and len(leaf.terms) <= _LONGEST_NAMED:
            return _same(leaf, (*self._names(leaf.terms), *_in_one(leaf)))
        return leaf

    def _names(self, terms: tuple[Term, ...]) -> Iterator[Word | Phrase]:
        """``terms`` with each run of them that has another name under that name."""
        for first in range(len(terms)):
            for last in range(first + 1, min(len(terms), first + _LONGEST_NAME) + 1):
                run = tuple(term for term in terms[first:last] if isinstance(term, Word) and not term.exact)
                if len(run) < last - first:
                    break
                for name in self._alias(run):
                    yield _phrase((*terms[:first], *map(Word, name), *terms[last:]))


def _narrows(node: Node) -> bool:
    """Whether ``node`` is made of conditions and fields alone: these narrow whatever the words are."""
    if isinstance(node, (And, Or)):
        return all(map(_narrows, node.parts))
    return isinstance(node, (In, *_CONDITIONS))


def _has_words(node: Node) -> bool:
    """Whether words of a field are in ``node``: they are scored."""
    return any(map(_has_words, node.parts)) if isinstance(node, (And, Or)) else isinstance(node, In)


def _is_word(node: Node) -> bool:
    return isinstance(node.asked if isinstance(node, Same) else node, _WORDS)


def _runs(parts: Sequence[Node]) -> Iterator[tuple[tuple[Word, ...], int, int]]:
    """The runs of bare words in more than one part, the words of a compound among them, and from where to where."""
    for first in range(len(parts)):
        run: tuple[Word, ...] = ()
        for last in range(first, len(parts)):
            words = _bare_words(parts[last])
            run += words
            if not words or len(run) > _LONGEST_NAME:
                break
            if last > first:
                yield run, first, last + 1


def _bare_words(part: Node) -> tuple[Word, ...]:
    terms = part.terms if isinstance(part, Compound) else (part,)
    words = tuple(term for term in terms if isinstance(term, Word) and not term.exact)
    return words if len(words) == len(terms) else ()


def _name(words: tuple[str, ...]) -> Word | Phrase:
    return _phrase(tuple(map(Word, words)))


def _phrase(terms: tuple[Term, ...]) -> Word | Phrase:
    return terms[0] if len(terms) == 1 and isinstance(terms[0], Word) else Phrase(terms)


def _same(leaf: Word | Phrase | Compound, others: Iterable[Word | Phrase]) -> Leaf:
    named = tuple(dict.fromkeys(other for other in islice(others, _MOST_NAMES) if other != leaf))
    return Same(leaf, named) if named else leaf


def _in_one(leaf: Phrase | Compound) -> Iterator[Word]:
    """What two words joined by a hyphen are in one: `F-16`, `air-strike`."""
    words = [term.folded for term in leaf.terms if isinstance(term, Word) and not term.exact]
    if isinstance(leaf, Compound) and len(words) == len(leaf.terms) == 2:
        yield Word("".join(words))


def _exactly(leaf: Leaf) -> Leaf:
    """``leaf`` with every word as it stands."""
    if isinstance(leaf, Word):
        return leaf._replace(exact=True)
    if isinstance(leaf, (Phrase, Compound, Near)):
        return leaf._replace(terms=tuple(t._replace(exact=True) if isinstance(t, Word) else t for t in leaf.terms))
    return leaf
