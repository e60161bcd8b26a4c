"""The cast of a document: who is introduced in it, and whom a label, an office or a surname therefore means.

A wrong name is the worst error there is, so every step either finds one person or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from natosearch.model.passages import Role
from natosearch.rules import Rules
from natosearch.rules.people import People
from natosearch.text.words import fold_text

_BY_AND_WITH = re.compile(r"\bby\b(?P<by>.+?)\bwith\b(?P<guests>.+)", re.IGNORECASE | re.DOTALL)
_NAME = re.compile(r"(?:[^\W\d_](?:[\w.'\u2019-]*[\w.])?\s+)+[^\W\d_][\w'\u2019-]+$")
_BETWEEN = re.compile(r"[\s,(\u00a0]*(?:the\s+)?", re.IGNORECASE)
_MISSPELT = 0.88  # `Stolternberg` against `Stoltenberg` is 0.96; two real surnames of this genre stay below


@dataclass(frozen=True, slots=True)
class Named:
    """A speaker's canonical full name and how it was found; both empty where nobody can be named.

    ``role`` overrides the role that the layout gave.
    """

    name: str = ""
    source: str = ""
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody a document introduces, by full name, and by the office it gives them."""

    people: People
    date: str
    names: tuple[Named, ...]
    offices: tuple[tuple[str, Named], ...]

    def by_label(self, label: str) -> Named:
        """The person whom ``label`` names, or nobody."""
        office, name = self.people.strip_titles(label)
        known = self.people.by_name(name) if name else None
        if known is not None:
            return Named(known.name, "label")
        if _NAME.match(name):
            return self._introduced(name) or Named(_as_name(name), "label")
        if name:
            return self.by_surname(name)
        return self.by_office(office or label)

    def by_surname(self, surname: str, *, misspelt: bool = False) -> Named:
        """The one person introduced with this surname, or the one in office with it on the document's date."""
        wanted = fold_text(surname)
        same = {n.name: n for n in self.names if wanted and fold_text(n.name).endswith(wanted)}
        if not same and misspelt and len(wanted) > 6:
            same = {n.name: n for n in self.names if _alike(wanted, fold_text(n.name).split()[-1])}
        if same:
            return next(iter(same.values())) if len(same) == 1 else Named()
        known = self.people.by_surname(surname, self.date or None)
        return Named(known[0].name, "office") if len(known) == 1 and self.date else Named()

    def by_office(self, office: str) -> Named:
        """Whom the document calls so, else who held the office on its date."""
        wanted = set(fold_text(office).split())
        called = {named.name: named for title, named in self.offices if wanted and wanted <= set(title.split())}
        if len(called) == 1:
            return next(iter(called.values()))
        holder = self.people.holder(office, self.date or None) if not called else None
        return Named(holder.name, "office") if holder else Named()

    def _introduced(self, name: str) -> Named | None:
        wanted = fold_text(name)
        return next((Named(n.name, "label") for n in self.names if fold_text(n.name) == wanted), None)


def make_cast(parts: Iterable[tuple[str, str]], labels: Iterable[str], date: str, rules: Rules) -> Cast:
    """The cast that ``parts``, pairs of a text and the name of its place (`title`, `header`, `introduction`), and the
    document's labels introduce; ``date`` is ISO or empty.
    """
    book = _Book(rules.people)
    for text, source in parts:
        book.read(text, source)
    for label in labels:
        book.read_label(label)
    return Cast(
        people=rules.people,
        date=date,
        names=tuple(book.names.values()),
        offices=tuple((title, named) for (title, _), named in book.offices.items()),
    )


class _Book:
    """Introductions as they are met: the first that gives a name is the one that counts."""

    def __init__(self, people: People) -> None:
        self._people = people
        self.names: dict[str, Named] = {}
        self.offices: dict[tuple[str, str], Named] = {}

    def read(self, text: str, source: str) -> None:
        """Known people in running text, and the offices that stand beside their names."""
        mentions = self._people.find(text)
        offices = self._people.find_offices(text)
        for mention in mentions:
            named = self.names.setdefault(mention.person.name, Named(mention.person.name, source))
            for office in offices:
                first, second = sorted([(office.start, office.end), (mention.start, mention.end)])
                if first[1] <= second[0] and _BETWEEN.fullmatch(text, first[1], second[0]):
                    self._learn(text[office.start : office.end], named)

    def read_label(self, label: str) -> None:
        """A label with a full name introduces it, known or not."""
        office, name = self._people.strip_titles(label)
        known = self._people.by_name(name) if name else None
        if known is not None or _NAME.match(name):
            full = known.name if known else _as_name(name)
            self._learn(office, self.names.setdefault(full, Named(full, "label")))

    def _learn(self, office: str, named: Named) -> None:
        if fold_text(office):
            self.offices.setdefault((fold_text(office), named.name), named)


def find_principal(title: str, header: str, greeting: str, introduction: str, rules: Rules) -> Named:
    """The one person whose event this is: who makes the unlabelled statement and gives the answers marked `A.`

    Of several people in the title, those whom the first words greet are not the speaker.
    """
    greeted = set(fold_text(greeting).split())
    for text, source in ((title, "title"), (header, "header"), (introduction, "introduction")):
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
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _MISSPELT
