"""Offices named in a text: the longest, with their country on either side, and no other body's."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from natosearch.rules.gaps import POSSESSIVE, adjoins, bare_end
from natosearch.rules.people.designations import Designation, index_designations, standing_at
from natosearch.text.words import Words, split_words

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
        words = split_words(text)
        found: list[OfficeMention] = []
        end = 0
        for i in words.among(self._posts):
            span = self._longest_at(words, i, found[-1].end if found else 0) if i >= end else None
            if span is None:
                continue
            first, end, office = span
            if not (first and words.folded[first - 1] in _PAST and office.name in self._held):
                found.append(OfficeMention(words.starts[first], bare_end(text, words[end - 1]), office))
        return found

    def _longest_at(self, words: Words, i: int, after: int) -> tuple[int, int, Office] | None:
        """The longest office that begins at word ``i``: its first and end word, a nation on either side included."""
        for designation, end in standing_at(self._posts, words, i):
            if designation.bare and (self._after_nation(words, i) or _belongs_elsewhere(words, i, end)):
                return None
            office = self._offices[designation.target]
            if office.unique:
                return i, end, office
            return self._of_nation(words, (i, end), after) or (i, end, office)
        return None

    def _of_nation(self, words: Words, at: tuple[int, int], after: int) -> tuple[int, int, Office] | None:
        """``Albanian Prime Minister``, ``Prime Minister of the Republic of Albania``, if the data knows the office."""
        i, end = at
        folded = words.folded
        post = next((post.target for post, stop in standing_at(self._posts, words, i) if stop == end), "")
        for first in range(max(0, i - 4), i):
            nation = self._nation_in(words, first, i)
            named = f"{post} of {nation.name}" if nation and words.starts[first] >= after else ""
            if named in self._offices and _unbroken(words, first, i + 1):
                return first, end, self._offices[named]
        if end == len(folded) or folded[end] != "of":
            return None
        stop = end
        while stop < len(folded) and stop - end < 4 and folded[stop] in ("of", "the", "republic", "state"):
            stop += 1
        if not _unbroken(words, end - 1, min(stop + 1, len(folded))):
            return None
        for last in range(min(len(folded), stop + 5), stop, -1):
            nation = self._nation_in(words, stop, last)
            named = f"{post} of {nation.name}" if nation and nation.noun else ""
            if named in self._offices and _unbroken(words, stop, last):
                return i, last, self._offices[named]
        return None

    def _after_nation(self, words: Words, i: int) -> bool:
        """Whether a bare label has a country before it: the "British Secretary of State" is not America's."""
        return i > 0 and self._nation_in(words, i - 1, i) is not None and _unbroken(words, i - 1, i + 1)

    def _nation_in(self, words: Words, first: int, end: int) -> Nation | None:
        """The nation that the words from ``first`` up to, not including, ``end`` name."""
        return self._nations.get(tuple(words.folded[first:end]))


def _unbroken(words: Words, first: int, end: int) -> bool:
    """Whether nothing but spaces, line breaks and hyphens stands between the words from ``first`` up to ``end``."""
    return all(adjoins(words.text, words[k], words[k + 1]) for k in range(first, end - 1))


def _belongs_elsewhere(words: Words, i: int, end: int) -> bool:
    """Whether a bare label is another body's: ``OSCE Secretary General``, ``Secretary General of the League``."""
    text, folded, starts, ends = words.text, words.folded, words.starts, words.ends
    shouting = text[starts[i] : ends[end - 1]].isupper()
    if i and _unbroken(words, i - 1, i + 1):
        before = text[starts[i - 1] : ends[i - 1]]
        acronym = not shouting and 2 <= len(before) <= 6 and before.isupper()
        if acronym or folded[i - 1] in _SHARED_FIRST | _BODIES or POSSESSIVE.search(before):
            return True
    after = [k for k in range(end, min(end + 3, len(folded))) if folded[k] != "the"]
    if len(after) < 2 or folded[after[0]] not in ("of", "for"):
        return False
    return _unbroken(words, end - 1, end + 1) and text[starts[after[1]]].isupper()
