"""A text cut into words, what stands beside each, and phrases looked for among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from natosearch.text.words import split_words

_WRAPPED = 45  # characters from which a line is taken for one of a hard-wrapped paragraph
POSSESSIVE = re.compile(r"['\u2019\u02bc][sS]?$")
SPACE = re.compile(r"[ \t\u00a0\u202f]*(?:\r?\n[ \t\u00a0>]*)?")
_JOINT = re.compile(r"[ \t\u00a0\u202f]*(?:\r?\n[ \t\u00a0>]*)?|[ \t]?[-\u2010\u2011\u2013/&][ \t]?\n?")
_LOOSE_JOINT = re.compile(r"\.?,?[ \t\u00a0\u202f]*(?:\r?\n[ \t\u00a0>]*)?|[-\u2010\u2011\u2013/]")


class Phrase(NamedTuple):
    """Words as they are looked for: folded, and whether each must begin with a capital in the text."""

    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    loose: bool = False  # a comma or a full stop may stand between the words: "Washington, D.C."
    possessive: bool = False  # an 's may stand inside: "NATO's Headquarters"
    comma: bool = False  # ends with a comma: "Atlanta," in front of "Georgia"


class Scene:
    """A text cut into words, and what stands beside them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = split_words(text)
        self.folded, self.starts, self.ends = self.words.folded, self.words.starts, self.words.ends

    def written(self, i: int) -> str:
        """Word ``i`` as it stands in the text."""
        return self.text[self.starts[i] : self.ends[i]]

    def gap(self, i: int) -> str:
        """What stands between word ``i - 1`` and word ``i``; a full stop beyond either end of the text."""
        if not 0 < i < len(self.words):
            return "."
        return self.text[self.ends[i - 1] : self.starts[i]]

    def capital(self, i: int) -> bool:
        """Word ``i`` begins with a capital."""
        return self.text[self.starts[i]].isupper()

    def beside(self, i: int) -> bool:
        """Words ``i - 1`` and ``i`` stand side by side in one sentence, with nothing but white space between them."""
        return SPACE.fullmatch(self.gap(i)) is not None and self.runs_on(i)

    def runs_on(self, i: int) -> bool:
        """Words ``i - 1`` and ``i`` are not on two lines, or the first line is long enough to be wrapped prose."""
        gap = self.gap(i)
        if "\n" not in gap:
            return True
        end = self.ends[i - 1]
        # the lines of a header are no sentence: "Secretary General / Pristina / News"
        return end - self.text.rfind("\n", 0, end) > _WRAPPED

    def apart(self, i: int) -> bool:
        """A dash with spaces around it stands between words ``i - 1`` and ``i``: "the Secretary General - Kabul"."""
        gap = self.gap(i)
        return len(gap) > 2 and gap[0].isspace() and gap[-1].isspace() and gap.strip() in ("-", "\u2013")

    def possessive(self, i: int) -> bool:
        """Word ``i`` ends with a possessive 's, or with s and an apostrophe."""
        end = self.ends[i]
        if POSSESSIVE.search(self.text, self.starts[i], end):
            return True
        return self.text[end : end + 1] in ("'", "\u2019") and self.text[end - 1] in "sS"

    def holds(self, phrase: Phrase, i: int) -> bool:
        """The words of ``phrase`` stand at word ``i``, capitals where it wants them, nothing foreign between them."""
        if i < 0 or tuple(self.folded[i : i + len(phrase.words)]) != phrase.words:
            return False
        joint = _LOOSE_JOINT if phrase.loose else _JOINT
        for k, capital in enumerate(phrase.capitals):
            if capital and not self.capital(i + k):
                return False
            if k and not joint.fullmatch(self.gap(i + k)):
                return False
            if k and not phrase.possessive and POSSESSIVE.search(self.written(i + k - 1)):
                return False
        return True

    def in_address(self, i: int) -> bool:
        """Word ``i`` is part of a web or mail address."""
        start = self.starts[i]
        head = self.text[max(0, start - 200) : start].rsplit(maxsplit=1)
        chunk = head[-1] if head and not self.text[start - 1 : start].isspace() else ""
        return "://" in chunk or "www." in chunk or "@" in chunk


class Phrases:
    """A set of phrases that can be looked for before or behind a word."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._first: dict[str, list[Phrase]] = {}
        self._last: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            self._first.setdefault(phrase.words[0], []).append(phrase)
            self._last.setdefault(phrase.words[-1], []).append(phrase)

    def begins_at(self, scene: Scene, i: int) -> bool:
        """One of the phrases stands at word ``i``, joined to the word before by white space or a hyphen."""
        if i >= len(scene.words) or not _JOINT.fullmatch(scene.gap(i)) or not scene.runs_on(i) or scene.apart(i):
            return False
        return any(scene.holds(phrase, i) for phrase in self._first.get(scene.folded[i], ()))

    def ends_at(self, scene: Scene, i: int) -> bool:
        """One of the phrases stands in front of word ``i``; a short last word may carry a full stop ("Gen. Jordan")."""
        if i == 0 or not scene.runs_on(i) or scene.apart(i):
            return False
        gap, last = scene.gap(i), scene.folded[i - 1]
        dotted = gap.startswith(".") and len(last) <= 4 and gap.strip() == "."
        for phrase in self._last.get(last, ()):
            joined = gap.strip() == "," if phrase.comma else dotted or _JOINT.fullmatch(gap) is not None
            if joined and not scene.possessive(i - 1) and scene.holds(phrase, i - len(phrase.words)):
                return True
        return False
