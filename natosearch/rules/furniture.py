"""Page matter that a line's words give away: menus, share bars, credits, update stamps, teasers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from natosearch.errors import BadRules
from natosearch.text.words import first_words, fold_text

_LISTS = (
    "line",
    "site",
    "opens_issuer",
    "ends_issuer",
    "ends_paper",
    "word",
    "maker",
    "credit",
    "stamp",
    "notice",
    "begins",
    "tail",
)
_NAMES = ("site", "opens_issuer", "ends_issuer", "ends_paper")  # of no line that is page matter wherever it stands
_NAME = 8  # words of an issuer's name that begins as such names do
_SHORT_NAME = 5  # words of one that only ends so
_JOINING = frozenset(("of", "the", "and", "&", "for", "to", "in", "de", "des", "du", "la", "e", "i", "und"))
_NOT_IN_NAMES = re.compile(
    r"^(?:The|A|An|Our|THE|AN?|OUR)\s|[\d:;?!\"'\u2018-\u201d]|^(?!Evening|Morning|Broadcasting|Training)\w+ing\s"
)
_LONGEST = 240  # code points; a longer line is a paragraph, and only a notice is as long
_SENTENCE = 8  # words of an offer that ends as a sentence: "Sign up for our daily mail."
_CREDITS = 30  # words of all who worked on a story
_SHORT = 12  # words: a credit names a source, a stamp a moment; a longer line that begins so is prose
# Behind "Updated": a day or a month, perhaps after "on" or a weekday; not "plans for 2024".
_MOMENT = re.compile(
    r"(?: (?:on|at|le|the|mon|tue|wed|thu|fri|sat|sun)[a-z]*)* "
    r"(?:\d|jan|feb|fev|mar|apr|avr|may|mai|jun|juin|jul|juil|aug|aout|sep|oct|nov|dec)"
)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What pages of this genre print around their documents; every entry is folded."""

    line: frozenset[str]
    site: frozenset[str]
    opens_issuer: tuple[str, ...]
    ends_issuer: tuple[str, ...]
    ends_paper: tuple[str, ...]
    word: frozenset[str]
    maker: tuple[str, ...]
    credit: frozenset[str]
    stamp: tuple[str, ...]
    notice: tuple[str, ...]
    begins: tuple[str, ...]
    tail: frozenset[str]
    openings: dict[str, frozenset[str]]  # the first word of every entry, and what may be the second; "" is anything

    def is_furniture(self, line: str) -> bool:
        """Whether ``line`` is page matter wherever it stands."""
        if not self._may_open(line):
            return False
        if len(line) > _LONGEST:  # of a paragraph only the first words are compared
            return _begins(fold_text(line[:_LONGEST]), self.notice)
        folded = fold_text(line)
        ended = line.rstrip(" \"'\u2019\u201d)").endswith((".", "!", "?"))
        if not ended and (folded in self.line or self._is_bar(folded)):  # "Home." is an answer
            return True
        if self._stamps(folded) or _begins(folded, self.notice):
            return True
        most, openings = (_SENTENCE, self.begins) if ended else (_SHORT, self.begins + self.maker)
        if len(folded.split()) <= most and _begins(folded, openings):
            return True
        if _begins(folded, self.maker) and self._names_maker(line, folded):
            return True
        word, colon, rest = line.partition(":")
        return bool(colon) and fold_text(word) in self.credit and len(rest.split()) <= _SHORT

    def _may_open(self, line: str) -> bool:
        """Whether an entry begins as ``line`` does; nearly no line is folded to its end."""
        words = first_words(line, 2)
        seconds = self.openings.get(words[0]) if words else None
        return seconds is not None and not seconds.isdisjoint(("", *words[1:]))

    def _is_bar(self, folded: str) -> bool:
        """Whether ``folded`` is two or more words of a share bar or a menu, of which some go together (`copy link`)."""
        words = folded.split()
        at = 0
        while at < len(words):
            size = next((n for n in (4, 3, 2, 1) if " ".join(words[at : at + n]) in self.word), 0)
            if size == 0:
                return False
            at += size
        return len(words) > 1

    def _names_maker(self, line: str, folded: str) -> bool:
        """Whether a name stands behind `Reporting by`, however many follow; `story by story` has none."""
        count = max(len(opening.split()) for opening in self.maker if _begins(folded, (opening,)))
        words = line.split()
        return count < len(words) <= _CREDITS and words[count][0].isupper() and ". " not in line

    def is_notice(self, line: str) -> bool:
        """Whether ``line`` begins as a notice does, which may go on over more lines."""
        return self._may_open(line) and _begins(fold_text(line[:_LONGEST]), self.notice)

    def is_stamp(self, line: str) -> bool:
        """Whether ``line`` says when the page was changed, which is never when the event was."""
        return self._stamps(fold_text(line))

    def _stamps(self, folded: str) -> bool:
        opening = next((o for o in self.stamp if _begins(folded, (o,))), None)
        return opening is not None and len(folded.split()) <= _SHORT and bool(_MOMENT.match(folded, len(opening)))

    def is_site(self, line: str) -> bool:
        """Whether ``line`` is the name of a site, an office or a section and not a title."""
        return fold_text(line) in self.site

    def is_issuer(self, line: str) -> bool:
        """Whether ``line`` is the name of whoever publishes: a site's, one word, or made as names of offices are."""
        if self.is_site(line):
            return True
        line = re.sub(r"^(?:The|THE) (?=\S)", "", line) if _ends(fold_text(line), self.ends_paper) else line
        words = line.split()
        if not words or len(words) > _NAME or not words[0][0].isupper() or _NOT_IN_NAMES.search(line):
            return False
        folded = fold_text(line)
        if _begins(folded, self.opens_issuer):
            return all(word[0].isupper() or word in _JOINING for word in words)
        if len(words) == 1:
            return True
        folded = folded.partition(" in ")[0].partition(" to ")[0]  # `OSCE Mission in …`, `U.S. Mission to NATO`
        if len(folded.split()) > _SHORT_NAME:  # `President Brand Announces Tenth Relief Mission`
            return False
        ends = _ends(folded, self.ends_issuer + self.ends_paper)
        return ends and all(word[0].isupper() or word in ("and", "&", "in", "to") for word in words)

    def opens_tail(self, line: str) -> bool:
        """Whether what follows ``line`` is no longer the document."""
        return self._may_open(line) and fold_text(line) in self.tail


def parse_furniture(table: dict[str, object]) -> Furniture:
    """The rules of a ``furniture.toml``; raises BadRules for an unknown list or an entry that is no text."""
    for key, value in table.items():
        if key not in _LISTS:
            raise BadRules(f"furniture: unknown list '{key}' (known: {', '.join(_LISTS)})")
        if not isinstance(value, list) or not all(isinstance(entry, str) and fold_text(entry) for entry in value):
            raise BadRules(f"furniture: '{key}' must be a list of texts")
    folded = {key: tuple(fold_text(str(entry)) for entry in _entries(table, key)) for key in _LISTS}
    return Furniture(
        line=frozenset(folded["line"]),
        site=frozenset(folded["site"]),
        opens_issuer=folded["opens_issuer"],
        ends_issuer=folded["ends_issuer"],
        ends_paper=folded["ends_paper"],
        word=frozenset(folded["word"]),
        maker=folded["maker"],
        credit=frozenset(folded["credit"]),
        stamp=folded["stamp"],
        notice=folded["notice"],
        begins=folded["begins"],
        tail=frozenset(folded["tail"]),
        openings=_openings(entry for key in _LISTS if key not in _NAMES for entry in folded[key]),
    )


def _openings(entries: Iterable[str]) -> dict[str, frozenset[str]]:
    seconds: dict[str, set[str]] = {}
    for entry in entries:
        first, _, rest = entry.partition(" ")
        seconds.setdefault(first, set()).add(rest.partition(" ")[0])
    return {first: frozenset(found) for first, found in seconds.items()}


def _entries(table: dict[str, object], key: str) -> list[object]:
    value = table.get(key, [])
    return value if isinstance(value, list) else []


def _begins(folded: str, openings: tuple[str, ...]) -> bool:
    # Only what begins so at all is compared word by word; most lines are not.
    return folded.startswith(openings) and any(f"{folded} ".startswith(f"{opening} ") for opening in openings)


def _ends(folded: str, endings: tuple[str, ...]) -> bool:
    return any(f" {folded}".endswith(f" {ending}") for ending in endings)
