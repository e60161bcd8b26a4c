"""Full names of people, found in a text whatever accents, case and middle initials it gives them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from natosearch.rules.gaps import GAP, bare_end
from natosearch.rules.people.titles import ADDRESS
from natosearch.rules.spellings import read_words
from natosearch.text.words import Word, Words, fold_text, split_words

_GAP_AFTER_INITIAL = re.compile(r"\.?(?:[^\S\n]*(?:\n[^\S\n]*)?|-)\Z")


class Name(NamedTuple):
    """A full name as compared: no initials among ``words``; a particle ("de", "von") needs no capital."""

    words: tuple[str, ...]
    capital: tuple[bool, ...]
    initials: str
    owner: str


def read_name(spelling: str, owner: str) -> Name:
    """``owner``'s name in that spelling, capitals where it has them, initials after the first word set apart."""
    words: list[str] = []
    capital: list[bool] = []
    initials = ""
    for folded, written in zip(*read_words(spelling), strict=True):
        if words and _is_initial(written, folded):
            initials += folded
        else:
            words.append(folded)
            capital.append(written[0].isupper())
    return Name(tuple(words), tuple(capital), initials, owner)


def index_surnames(names: Iterable[Name], exceptions: Mapping[str, str]) -> dict[str, list[str]]:
    """The owners under each tail of each name: people ask for "de Hoop Scheffer", "Hoop Scheffer" and "Scheffer".

    ``exceptions`` gives the surname of owners for whom it is not the end of the name.
    """
    index: dict[str, list[str]] = {}
    for words, _, _, owner in names:
        if owner in exceptions:
            tails = [fold_text(exceptions[owner])]
        else:
            tails = [" ".join(words[k:]) for k in range(1, len(words))]
        for tail in tails:
            owners = index.setdefault(tail, [])
            if owner not in owners:
                owners.append(owner)
    return index


class Names:
    """Names in every spelling; a spelling in ``ambiguous`` (folded) is nobody's, unless initials tell whose."""

    __slots__ = ("_ambiguous", "_index")

    def __init__(self, names: Iterable[Name], ambiguous: Collection[str]) -> None:
        self._ambiguous = frozenset(tuple(name.split()) for name in ambiguous)
        self._index: dict[str, list[Name]] = {}
        for name in names:
            self._index.setdefault(name.words[0], []).append(name)

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """``(start, end, owner)`` of every name that is one person's, in order, not overlapping; capitals needed."""
        words = split_words(text)
        found: list[tuple[int, int, str]] = []
        end = 0
        for i in words.among(self._index):
            if i < end:
                continue
            end, owners = self._longest_at(words, i)
            if len(owners) == 1:
                found.append((words.starts[i], bare_end(text, words[end - 1]), owners[0]))
        return found

    def owner(self, name: str) -> str | None:
        """Whose full name this is, with or without ranks and honorifics in front; None if nobody's or several's."""
        words = split_words(name)
        for i, folded in enumerate(words.folded):
            end, owners = self._longest_at(words, i, any_case=True)
            if end == len(words) and i < end:
                return owners[0] if len(owners) == 1 else None
            if folded not in ADDRESS:
                return None
        return None

    def _longest_at(self, words: Words, i: int, any_case: bool = False) -> tuple[int, tuple[str, ...]]:
        """The end of the longest name that starts at word ``i``, and whose it can be."""
        best, owners, exact, seen = i, [], False, ""
        for name in self._index.get(words.folded[i], ()):
            end, initials = _match(name, words, i, any_case)
            same = bool(initials) and initials == name.initials
            if end > best or (end == best > i and same and not exact):
                best, owners, exact, seen = end, [name.owner], same, initials
            elif end == best > i and same == exact and name.owner not in owners:
                owners.append(name.owner)
        if not seen and tuple(words.folded[i:best]) in self._ambiguous:
            return best, ()
        return best, tuple(owners)


def _match(name: Name, words: Words, i: int, any_case: bool) -> tuple[int, str]:
    """The word after the name and the initials met inside it; ``(0, "")`` where it does not stand at word ``i``."""
    text, folded, starts, ends = words.text, words.folded, words.starts, words.ends
    j, seen, gap = i, "", GAP
    for k, expected in enumerate(name.words):
        while k and j < len(folded) and folded[j] != expected and len(seen) < 3 and _initial_at(text, words[j]):
            if not gap.match(text, ends[j - 1], starts[j]):
                return 0, ""
            seen, j, gap = seen + folded[j], j + 1, _GAP_AFTER_INITIAL
        if j == len(folded) or folded[j] != expected:
            return 0, ""
        if k and not gap.match(text, ends[j - 1], starts[j]):
            return 0, ""
        if name.capital[k] and not any_case and not text[starts[j]].isupper():
            return 0, ""
        gap = _GAP_AFTER_INITIAL if len(expected) == 1 else GAP
        j += 1
    if seen and name.initials and seen != name.initials:
        return 0, ""
    return j, seen


def _initial_at(text: str, word: Word) -> bool:
    return _is_initial(text[word.start : word.end], word.folded)


def _is_initial(written: str, folded: str) -> bool:
    return written[0].isupper() and (len(written) == 1 or ("." in written and len(folded) <= 3))
