"""The titles in a label told from the name: they stand in front of it, after a comma or in brackets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence

from natosearch.rules.gaps import adjoins
from natosearch.text.words import Word, split_words


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_RANKS = _words(
    "general gen lieutenant lt major maj brigadier brig colonel col captain capt cpt admiral adm vice rear "
    "commodore commander cdr cmdr cmdre marshal air sergeant sgt corporal cpl lance private chief warrant officer "
    "squadron leader wing group field flight radm vadm radml ltg ltgen ltc mg bg majgen briggen ret"
)
_HONORIFICS = _words(
    "mr mrs ms miss mme madame madam monsieur m dr prof professor sir dame lord lady baroness baron hon honorable "
    "honourable rt right he hrh excellency his her prince princess senator congressman congresswoman representative "
    "judge rev reverend herr frau signor"
)
_OFFICE_WORDS = _words(
    "president prime minister premier secretary chancellor ambassador chairman chairwoman chair chairperson "
    "spokesman spokeswoman spokesperson deputy assistant under undersecretary permanent acting former first second "
    "foreign defence defense national security advisor adviser state of for to the and in on at with nato us usa uk "
    "un eu permanent representative special envoy coordinator director head commissioner governor speaker mayor "
    "king treasurer attorney inspector chancellery press senior official moderator question questioner interviewer "
    "journalist host presenter anchor reporter correspondent answer public administration internal external home "
    "interior economy finance justice health trade energy transport education culture labour labor environment "
    "veterans european integration affairs political policy planning operations diplomacy armed forces joint armies "
    "army navy union allied supreme atlantic alliance council republic federal federation ministry department war "
    "bureau staff white house pentagon administrator surgeon taoiseach superintendent sheriff rector archbishop "
    "ranking member leader majority minority whip gentleman ensign petty seaman airman specialist cadet midshipman"
)
_JOINERS = _words("of for to the and in on at with")
_LETTERS_AFTER = _words(
    "mp mep ac ao am ad obe kbe cbe mbe kcb gcb kcmg gcmg qc kc dso phd jr sr ret usn usa usaf usmc rn raf"
)
_PARTICLES = _words("de di da del della dos du van von der den ter la le el al bin ben af zu of")
ADDRESS = _RANKS | _HONORIFICS
_PARTS = re.compile(r"[(),;\[\]]|\s[-\u2013\u2014]\s")


class Titles:
    """The words of titles: ``offices`` are those of the data, the words that any title is made of stand in this file.

    ``surnames`` tell a name from a title. All are folded.
    """

    __slots__ = ("_surnames", "_vocabulary")

    def __init__(self, offices: Iterable[str], surnames: Collection[str]) -> None:
        self._vocabulary = frozenset(offices) - _PARTICLES | ADDRESS | _OFFICE_WORDS
        self._surnames = surnames

    def strip(self, text: str, known: tuple[int, int] | None) -> tuple[str, str]:
        """The title and the name in a label; ``known`` is where a person's full name stands in it, if one does.

        Both are pieces of ``text`` as written, the pieces of the title joined by ", "; either may be empty.
        """
        if known is not None and self._stands_alone(text, *known):
            start, end = known
            return _joined(text[:start], text[end:]), text[start:end]
        titles: list[str] = []
        name = ""
        for part in _parts(text):
            title, rest = self._split(part)
            if name or not _looks_like_name(rest):
                titles.append(part)
            else:
                name = rest
                titles.append(title)
        return _joined(*titles), name

    def _stands_alone(self, text: str, start: int, end: int) -> bool:
        """Whether the words right beside a name are titles, not a longer name (``Tony Blair Faith Foundation``)."""
        words = list(split_words(text))
        starts = [word.start for word in words]
        first, after = bisect_left(starts, start), bisect_left(starts, end)
        beside = []
        if first and adjoins(text, words[first - 1], words[first]):
            beside.append(words[first - 1].folded)
        if after < len(words) and not text[end : words[after].start].strip():
            beside.append(words[after].folded)
        return all(word in self._vocabulary or word in _LETTERS_AFTER for word in beside)

    def _split(self, part: str) -> tuple[str, str]:
        """The title in front of a name in one piece of a label, and the name; letters after the name are title too."""
        words = list(split_words(part))
        i = self._end(words)
        end = len(words)
        while end > i and words[end - 1].folded in _LETTERS_AFTER:
            end -= 1
        if i == end:
            return part, ""
        after = part[words[end - 1].end :] if end < len(words) else ""
        return _joined(part[: words[i].start], after), part[words[i].start : words[end - 1].end]

    def _end(self, words: Sequence[Word]) -> int:
        """How many words from the front are title. After "of" or "for" a portfolio nobody listed is title as well."""
        i = 0
        while i < len(words):
            portfolio = i > 1 and words[i - 1].folded in ("of", "for")
            if words[i].folded not in self._vocabulary and not portfolio:
                break
            i += 1
        while 0 < i < len(words) and words[i - 1].folded in _JOINERS:
            i -= 1
        # "Prime Minister Major" and "Mr King": a title word that is a known surname, in a surname's place
        if i == len(words) > 1 and words[-1].folded in self._surnames:
            before = words[-2].folded
            if before not in _RANKS | _JOINERS and before in _HONORIFICS | _OFFICE_WORDS:
                i -= 1
        return i


def _parts(text: str) -> list[str]:
    return [part.strip(" \t\u00a0.:") for part in _PARTS.split(text) if part.strip(" \t\u00a0.:")]


def _joined(*pieces: str) -> str:
    return ", ".join(part for piece in pieces for part in _parts(piece))


def _looks_like_name(text: str) -> bool:
    words = list(split_words(text))
    if not 0 < len(words) <= 6 or all(len(word.folded) == 1 for word in words):
        return False
    return all(
        text[word.start].isupper() or word.folded in _PARTICLES or text[word.start - 1 : word.start] == "-"
        for word in words
    )
