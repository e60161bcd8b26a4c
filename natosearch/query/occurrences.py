"""Where words and phrases stand among the words of a text, given where each of their terms stands."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from heapq import merge

from natosearch.query.tree import Compound, Leaf, Near, Phrase, Same, Term

# The numbers of the words among which a term stands, ascending.
Positions = Callable[[Term], Sequence[int]]
# From the number of the first word to the one behind the last.
Range = tuple[int, int]


def find_occurrences(leaf: Leaf, positions: Positions, breaks: Sequence[int] = ()) -> list[Range]:
    """Every place at which ``leaf`` stands, in order of its beginning.

    ``breaks`` are the numbers of what separates turns: nothing reaches over one.
    """
    if isinstance(leaf, Same):
        return sorted({found for one in (leaf.asked, *leaf.others) for found in find_occurrences(one, positions)})
    if isinstance(leaf, Near):
        return _near(leaf, positions, breaks)
    if isinstance(leaf, (Phrase, Compound)):
        return _phrase(leaf.terms, positions)
    return [(at, at + 1) for at in positions(leaf)]


def leaf_terms(leaf: Leaf) -> tuple[Term, ...]:
    """The terms of which ``leaf`` is made."""
    if isinstance(leaf, Same):
        return tuple(term for one in (leaf.asked, *leaf.others) for term in leaf_terms(one))
    return leaf.terms if isinstance(leaf, (Phrase, Compound, Near)) else (leaf,)


def _phrase(terms: tuple[Term, ...], positions: Positions) -> list[Range]:
    starts: set[int] | None = None
    for number, term in enumerate(terms):
        here = {at - number for at in positions(term)}
        starts = here if starts is None else starts & here
        if not starts:
            return []
    return [(at, at + len(terms)) for at in sorted(starts or ())]


def _near(leaf: Near, positions: Positions, breaks: Sequence[int]) -> list[Range]:
    """The shortest runs of words with every term, as often as it was asked for.

    Terms that stand in the same places (`troop troops`) are one that is asked for twice.
    """
    needed = Counter(tuple(positions(term)) for term in leaf.terms)
    places = list(merge(*([(at, term) for at in term] for term in needed), key=lambda place: place[0]))
    have: Counter[tuple[int, ...]] = Counter()
    first = 0
    found: list[Range] = []
    for at, term in places:
        have[term] += 1
        while have[places[first][1]] > needed[places[first][1]]:
            have[places[first][1]] -= 1
            first += 1
        start = places[first][0]
        if at - start < len(leaf.terms) + leaf.within and all(have[one] >= n for one, n in needed.items()):
            whole = bisect_left(breaks, start) == bisect_left(breaks, at)
            if whole and (not found or found[-1][0] < start):
                found.append((start, at + 1))
    return found
