"""Offices named in a text: the longest, with their country on either side, and no other body's."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from natosearch.rules.gaps import POSSESSIVE, adjoins, bare_end
from natosearch.rules.people.designations import Designation, index_designations
from natosearch.text.words import Word, split_words

_BODIES = frozenset(
    (
        "league commonwealth interpol party conference community amnesty congress federation asean opec organisation "
        "organization"
    ).split()
)
_PAST = frozenset("former ex then future next incoming late previous".split())
_SHARED_FIRST = frozenset("deputy assistant under acting vice associate".split())


@dataclass(frozen=True, slots=True)
class Office:
    """An office; ``unique`` when one person at a time holds it, so that it and a date can name that person."""

    name: str
    also: tuple[str, ...]
    unique: bool


class OfficeMention(NamedTuple):
    """An office named in ``text[start:end]`` (code points)."""

    start: int
    end: int
    office: Office


class Nation(NamedTuple):
    """What a nation's word stands for: "Albanian" (no noun) can stand before a post, "Albania" on either side."""

    name: str
    noun: bool


class Offices:
    """Every office of the data; ``held`` names those that somebody is known to have held."""

    __slots__ = ("_held", "_nations", "_offices", "_posts")

    def __init__(
        self,
        offices: Mapping[str, Office],
        designations: Iterable[Designation],
        nations: Mapping[tuple[str, ...], Nation],
        held: Collection[str],
    ) -> None:
        self._offices = offices
        self._posts = index_designations(designations)
        self._nations = nations
        self._held = held

    def find(self, text: str) -> list[OfficeMention]:
        """The longest office names in order, not overlapping.

        "Prime Minister" without a country is the office of no country in particular (``unique`` False); an office
        that somebody left or has not reached ("former", "ex-", "incoming") is left out.
        """
        words = list(split_words(text))
        found: list[OfficeMention] = []
        i = 0
        while i < len(words):
            span = (
                self._longest_at(text, words, i, found[-1].end if found else 0)
                if words[i].folded in self._posts
                else None
            )
            if span is None:
                i += 1
                continue
            first, end, office = span
            if not (first and words[first - 1].folded in _PAST and office.name in self._held):
                found.append(OfficeMention(words[first].start, bare_end(text, words[end - 1]), office))
            i = end
        return found

    def _longest_at(self, text: str, words: Sequence[Word], i: int, after: int) -> tuple[int, int, Office] | None:
        """The longest office that begins at word ``i``: its first and end word, a nation on either side included."""
        for designation in self._posts[words[i].folded]:
            end = designation.end_at(text, words, i)
            if end is None:
                continue
            if designation.bare and (self._after_nation(text, words, i) or _belongs_elsewhere(text, words, i, end)):
                return None
            office = self._offices[designation.target]
            if office.unique:
                return i, end, office
            return self._of_nation(text, words, (i, end), after) or (i, end, office)
        return None

    def _of_nation(
        self, text: str, words: Sequence[Word], at: tuple[int, int], after: int
    ) -> tuple[int, int, Office] | None:
        """``Albanian Prime Minister``, ``Prime Minister of the Republic of Albania``, if the data knows the office."""
        i, end = at
        post = next((p.target for p in self._posts[words[i].folded] if p.end_at(text, words, i) == end), "")
        for first in range(max(0, i - 4), i):
            nation = self._nation_in(text, words[first : i + 1])
            if nation and words[first].start >= after and f"{post} of {nation.name}" in self._offices:
                return first, end, self._offices[f"{post} of {nation.name}"]
        if end == len(words) or words[end].folded != "of":
            return None
        stop = end
        while stop < len(words) and stop - end < 4 and words[stop].folded in ("of", "the", "republic", "state"):
            stop += 1
        if not all(adjoins(text, words[k], words[k + 1]) for k in range(end - 1, min(stop, len(words) - 1))):
            return None
        for last in range(min(len(words), stop + 5), stop, -1):
            nation = self._nation_in(text, words[stop:last], with_next=False)
            if nation and nation.noun and f"{post} of {nation.name}" in self._offices:
                return i, last, self._offices[f"{post} of {nation.name}"]
        return None

    def _after_nation(self, text: str, words: Sequence[Word], i: int) -> bool:
        """Whether a bare label has a country before it: the "British Secretary of State" is not America's."""
        return i > 0 and (words[i - 1].folded,) in self._nations and adjoins(text, words[i - 1], words[i])

    def _nation_in(self, text: str, words: Sequence[Word], with_next: bool = True) -> Nation | None:
        """The nation that these words, or all but the last of them, name without a break."""
        nation = self._nations.get(tuple(word.folded for word in (words[:-1] if with_next else words)))
        if nation and all(adjoins(text, left, right) for left, right in pairwise(words)):
            return nation
        return None


def _belongs_elsewhere(text: str, words: Sequence[Word], i: int, end: int) -> bool:
    """Whether a bare label is another body's: ``OSCE Secretary General``, ``Secretary General of the League``."""
    shouting = text[words[i].start : words[end - 1].end].isupper()
    if i and adjoins(text, words[i - 1], words[i]):
        before = text[words[i - 1].start : words[i - 1].end]
        acronym = not shouting and 2 <= len(before) <= 6 and before.isupper()
        if acronym or words[i - 1].folded in _SHARED_FIRST | _BODIES or POSSESSIVE.search(before):
            return True
    after = [word for word in words[end : end + 3] if word.folded != "the"]
    if not after or after[0].folded not in ("of", "for") or len(after) < 2:
        return False
    return adjoins(text, words[end - 1], words[end]) and text[after[1].start].isupper()
