"""The words that stand for an office or a news organisation, as the data gives them and as they stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from natosearch.rules.gaps import adjoins
from natosearch.text.words import Word


class Designation(NamedTuple):
    """Words that stand for ``target``: ``shout`` = only in capitals; ``bare`` = not beside another body's name.

    For an outlet ``capital`` tells which words need one, and ``bare`` that no word may follow.
    """

    words: tuple[str, ...]
    target: str
    shout: bool
    bare: bool
    capital: tuple[bool, ...] = ()

    def end_at(self, text: str, words: Sequence[Word], i: int) -> int | None:
        """The word after it where it stands at word ``i``, else None.

        "the" may stand inside it, a comma too ("Secretary General, NATO").
        """
        j = i
        for k, expected in enumerate(self.words):
            if k and j < len(words) and words[j].folded == "the" != expected:
                j += 1
            if j == len(words) or words[j].folded != expected:
                return None
            if k and not adjoins(text, words[j - 1], words[j], comma=True):
                return None
            if self.capital and self.capital[k] and not text[words[j].start].isupper():
                return None
            if self.shout and not text[words[j].start : words[j].end].split("'")[0].split("\u2019")[0].isupper():
                return None
            j += 1
        if len(self.words) == 1 and not (self.shout or self.capital) and not text[words[i].start].isupper():
            return None
        return j


def index_designations(designations: Iterable[Designation]) -> dict[str, list[Designation]]:
    """Designations by their first word, the longest first."""
    index: dict[str, list[Designation]] = {}
    for designation in sorted(designations, key=lambda designation: -len(designation.words)):
        index.setdefault(designation.words[0], []).append(designation)
    return index


def is_shouted(spelling: str) -> bool:
    """Whether a spelling is an abbreviation, which counts only in capitals: "AP" is not "Ap"."""
    return spelling.isupper() and sum(c.isalpha() for c in spelling) <= 8 and " " not in spelling
