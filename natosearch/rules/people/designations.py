"""The words that stand for an office or a news organisation, as the data gives them and as they stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from natosearch.rules.gaps import adjoins
from natosearch.text.words import Words, fold


class Designation(NamedTuple):
    """Words that stand for ``target``: ``shout`` = only in capitals; ``bare`` = not beside another body's name.

    For an outlet ``capitals`` are those with which its words must begin, folded, empty where they need none (so that
    "L'Express", which folds like "Express", is not found in "the Express"), and ``bare`` says that no word may follow.
    """

    words: tuple[str, ...]
    target: str
    shout: bool
    bare: bool
    capitals: tuple[str, ...] = ()

    def end_at(self, words: Words, i: int) -> int | None:
        """The word after it where it stands at word ``i``, else None.

        "the" may stand inside it, a comma too ("Secretary General, NATO").
        """
        text, folded = words.text, words.folded
        j = i
        for k, expected in enumerate(self.words):
            if k and j < len(folded) and folded[j] == "the" != expected:
                j += 1
            if j == len(folded) or folded[j] != expected:
                return None
            if k and not adjoins(text, words[j - 1], words[j], comma=True):
                return None
            if self.capitals and not _begins(text[words.starts[j]], self.capitals[k]):
                return None
            if self.shout and not text[words.starts[j] : words.ends[j]].split("'")[0].split("\u2019")[0].isupper():
                return None
            j += 1
        if len(self.words) == 1 and not (self.shout or self.capitals) and not text[words.starts[i]].isupper():
            return None
        return j


def _begins(letter: str, capital: str) -> bool:
    return not capital or (letter.isupper() and fold(letter) == capital)


Index = dict[str, list[Designation]]


def index_designations(designations: Iterable[Designation]) -> Index:
    """Designations by their first word, the longest first."""
    index: Index = {}
    for designation in sorted(designations, key=lambda designation: -len(designation.words)):
        index.setdefault(designation.words[0], []).append(designation)
    return index


def standing_at(index: Index, words: Words, i: int) -> Iterator[tuple[Designation, int]]:
    """The designations that stand at word ``i``, the longest first, each with the word after it."""
    seconds = words.folded[i + 1 : i + 3]  # "the" may stand before the second
    for designation in index.get(words.folded[i], ()):
        if len(designation.words) == 1 or designation.words[1] in seconds:
            end = designation.end_at(words, i)
            if end is not None:
                yield designation, end


def is_shouted(spelling: str) -> bool:
    """Whether a spelling is an abbreviation, which counts only in capitals: "AP" is not "Ap"."""
    return spelling.isupper() and sum(c.isalpha() for c in spelling) <= 8 and " " not in spelling
