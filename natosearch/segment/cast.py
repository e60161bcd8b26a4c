"""The cast of a document: who is introduced in it, and whom a label, an office or a surname therefore means.

A wrong name is the worst error there is, so every step either finds one person or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from natosearch.model.passages import Role
from natosearch.rules import Rules
from natosearch.rules.people.people import People, Person
from natosearch.text.words import fold_text

_BY_AND_WITH = re.compile(r"\bby\b(?P<by>.+?)\bwith\b(?P<guests>.+)", re.IGNORECASE | re.DOTALL)
_NAME = re.compile(r"(?:[^\W\d_](?:[\w.'\u2019-]*[\w.])?\s+)+[^\W\d_][\w'\u2019-]+$")
# `the Prime Minister of Albania, Edi Rama`, `THE PRIME MINISTER THE HON JOHN HOWARD MP`
_BETWEEN = re.compile(r"[\s,(\u00a0]*(?:(?:the|honourable|(?:rt|hon|mr|mrs|ms|dr)\.?)\s+)*", re.IGNORECASE)
_SURNAME = re.compile(r"[ \u00a0]+(?P<name>[^\W\d_a-z][\w'\u2019-]+)")
# `Prime Minister Turnbull, it is a great pleasure`: somebody is spoken to, so they are there.
_SPOKEN_TO = re.compile(
    r"(?:^|[.!?]\s+|\n)(?P<called>(?:[^\W\d_a-z][\w.'\u2019-]*[ \u00a0]){1,4}[^\W\d_a-z][\w'\u2019-]+),"
)
# `… with the Prime Minister following his meeting with President Kim`: who stands after that does not speak.
_OCCASION = re.compile(r"\b(?:following|after|ahead of|before|about|regarding|prior to)\b.*", re.IGNORECASE | re.DOTALL)
_LONGEST_HEADING = 1000  # code points
_MISSPELT = 0.9  # `Stolternberg` against `Stoltenberg` is 0.96
_MOST = 300  # people, or offices: what names more is a list of participants, not a conversation
_LONG_SURNAME = 9  # shorter ones differ by a letter and are two people: Johnson, Johnston


@dataclass(frozen=True, slots=True)
class Named:
    """A speaker's canonical full name and how it was found; both empty where nobody can be named.

    ``role`` overrides the role that the layout gave.
    """

    name: str = ""
    source: str = ""
    role: Role | None = None

    def __bool__(self) -> bool:
        return bool(self.name)


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody a document introduces: by folded full name, by folded surname, and by the office it gives them."""

    people: People
    date: str
    names: dict[str, Named]
    surnames: dict[str, tuple[Named, ...]]
    offices: tuple[tuple[frozenset[str], Named], ...]

    def by_label(self, label: str) -> Named:
        """The person whom ``label`` names, or nobody."""
        office, name = self.people.strip_titles(label)
        known = self.people.by_name(name) if name else None
        if known is not None:
            return Named(known.name, "label")
        if _NAME.match(name):
            introduced = self.names.get(fold_text(name))
            return Named(introduced.name if introduced else _as_name(name), "label")
        if name:
            return self.by_surname(name) or _in_office(self.people, office, name, self.date)
        return self.by_office(office or label)

    def by_surname(self, surname: str, *, misspelt: bool = False) -> Named:
        """The one person introduced with this surname; with ``misspelt`` a long one may be off by a letter or two."""
        wanted = fold_text(surname)
        same = self.surnames.get(wanted, ())
        if not same and misspelt and len(wanted) >= _LONG_SURNAME:
            near = [people for known, people in self.surnames.items() if _alike(wanted, known)]
            same = near[0] if len(near) == 1 else ()
        return same[0] if len(same) == 1 else Named()

    def by_office(self, office: str) -> Named:
        """Whom the document calls so, else who held the office on its date."""
        wanted = set(fold_text(office).split()) - {"the"}
        called = {named.name: named for title, named in self.offices if wanted and wanted <= title}
        if len(called) == 1:
            return next(iter(called.values()))
        holder = self.people.holder(office, self.date or None) if not called else None
        return Named(holder.name, "office") if holder else Named()


def make_cast(parts: Iterable[tuple[str, str]], spoken: str, labels: Iterable[str], date: str, rules: Rules) -> Cast:
    """The cast that a document introduces: in ``parts``, pairs of a text and the name of its place (`title`, `header`,
    `introduction`), in its labels, and by addressing people in ``spoken``, its direct speech. ``date`` is ISO or empty.
    """
    book = _Book(rules.people, date)
    for text, source in parts:
        book.read(text, source)
    for label in labels:
        book.read_label(label)
    book.read_spoken_to(spoken)
    names = {fold_text(named.name): named for named in book.names.values()}
    surnames: dict[str, tuple[Named, ...]] = {}
    for folded, named in names.items():
        words = folded.split()
        for start in range(len(words)):  # `de Hoop Scheffer` and `Scheffer`
            ending = " ".join(words[start:])
            surnames[ending] = (*surnames.get(ending, ()), named)
    offices = tuple((frozenset(title.split()), named) for (title, _), named in book.offices.items())
    return Cast(rules.people, date, names, surnames, offices)


class _Book:
    """Introductions as they are met: the first that gives a name is the one that counts."""

    def __init__(self, people: People, date: str) -> None:
        self._people, self._date = people, date
        self.names: dict[str, Named] = {}
        self.offices: dict[tuple[str, str], Named] = {}

    def read(self, text: str, source: str) -> None:
        """Known people in running text, and the offices that stand beside their names."""
        mentions = self._people.find(text)
        for mention in mentions:
            self._introduce(mention.person.name, source)
        named = {(m.start, m.end): m.person.name for m in mentions}
        titled = [(o.start, o.end) for o in self._people.find_offices(text)]
        for first, second in pairwise(sorted([*named, *titled])):
            if (first in named) != (second in named) and _BETWEEN.fullmatch(text, first[1], max(first[1], second[0])):
                office, name = (second, first) if first in named else (first, second)
                self._learn(text[office[0] : office[1]], self.names.get(named[name]))
        starts = {start for start, _ in named}
        for start, end in titled:
            surname = _SURNAME.match(text, end)
            if surname and surname.start("name") not in starts:
                self._read_surname(text[start:end], surname.group("name"), source)

    def read_spoken_to(self, text: str) -> None:
        """Those whom the speakers address by office and surname."""
        for match in _SPOKEN_TO.finditer(text):
            office, surname = self._people.strip_titles(match.group("called"))
            begins = self._people.find_offices(match.group("called"))
            if begins and begins[0].start == 0 and surname and " " not in surname:
                self._read_surname(office, surname, "address")

    def _read_surname(self, office: str, surname: str, source: str) -> None:
        named = _in_office(self._people, office, surname, self._date)
        if named:
            self._introduce(named.name, source)
            self._learn(office, self.names.get(named.name))

    def read_label(self, label: str) -> None:
        """A label with a full name introduces it, known or not."""
        office, name = self._people.strip_titles(label)
        known = self._people.by_name(name) if name else None
        if known is not None or _NAME.match(name):
            full = known.name if known else _as_name(name)
            self._introduce(full, "label")
            self._learn(office, self.names.get(full))

    def _introduce(self, name: str, source: str) -> None:
        if len(self.names) < _MOST:
            self.names.setdefault(name, Named(name, source))

    def _learn(self, office: str, named: Named | None) -> None:
        if named and fold_text(office) and len(self.offices) < _MOST:
            self.offices.setdefault((fold_text(office), named.name), named)


def _in_office(people: People, office: str, surname: str, date: str) -> Named:
    """The one known person with this surname who held ``office`` on ``date``, or any office where that is no office.

    Without a date the office alone must tell them apart.
    """
    asked = {mention.office.name for mention in people.find_offices(office)}
    if not asked and not date:
        return Named()
    held = [person for person in people.by_surname(surname, date or None) if _held(person, asked, date)]
    return Named(held[0].name, "office") if len(held) == 1 else Named()


def _held(person: Person, asked: set[str], date: str) -> bool:
    """Whether ``person`` held one of the offices ``asked``, or any if there are none.

    `Prime Minister of Albania` is a `Prime Minister`.
    """
    return any(
        (not date or tenure.covers(date, date))
        and (not asked or any(tenure.office == name or tenure.office.startswith(f"{name} of ") for name in asked))
        for tenure in person.tenures
    )


def find_principal(title: str, header: str, greeting: str, introduction: str, rules: Rules) -> Named:
    """The one person whose event this is: who makes the unlabelled statement and gives the answers marked `A.`

    Of several people in the title, those whom the first words greet are not the speaker.
    """
    greeted = set(fold_text(greeting).split())
    for text, source in ((title, "title"), (header, "header"), (introduction, "introduction")):
        if source != "introduction":
            text = _OCCASION.sub("", text[:_LONGEST_HEADING])
        hosts = _BY_AND_WITH.search(text)
        names = [m.person.name for m in rules.people.find(hosts.group("by") if hosts else text)]
        left = [name for name in dict.fromkeys(names) if not greeted & set(fold_text(name).split())]
        if len(left) == 1:
            return Named(left[0], source)
        if left:
            return Named()
    return Named()


def _as_name(name: str) -> str:
    """A name set in capitals in its usual form; others as they are written."""
    name = " ".join(name.split())
    return name.title() if name.isupper() else name


def _alike(one: str, other: str) -> bool:
    if one[0] != other[0] or abs(len(one) - len(other)) > 2:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _MISSPELT
