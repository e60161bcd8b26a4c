"""Everybody known, found in a text by full name, and by a surname or an office and a date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from natosearch.rules.people.designations import Designation
from natosearch.rules.people.names import Name, Names, index_surnames
from natosearch.rules.people.offices import Nation, Office, OfficeMention, Offices
from natosearch.rules.people.tenures import Tenure, period
from natosearch.rules.people.titles import Titles
from natosearch.text.words import fold_text


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody known: the name to print, other spellings of the full name, and offices in the order of the data."""

    name: str
    also: tuple[str, ...]
    tenures: tuple[Tenure, ...]


class NameMention(NamedTuple):
    """A person's full name in ``text[start:end]`` (code points, a possessive 's left out)."""

    start: int
    end: int
    person: Person


@dataclass(frozen=True, slots=True)
class Book:
    """What a people table says, checked; ``ambiguous``, ``common`` and the keys of words are folded."""

    people: dict[str, Person]
    offices: dict[str, Office]
    designations: dict[tuple[str, ...], Designation]
    nations: dict[tuple[str, ...], Nation]
    surnames: dict[str, str]
    ambiguous: frozenset[str]
    names: list[Name]
    archives: list[tuple[tuple[str, ...], str]]
    issuers: dict[str, str]
    common: frozenset[str]


class People:
    """Everybody and every office of the data, found in texts and by name. Built once by ``parse_people``.

    A name or an office that could be two is nobody: a wrong speaker costs a reader more than a missing one.
    """

    __slots__ = (
        "_archives",
        "_common",
        "_held",
        "_issuers",
        "_names",
        "_nations",
        "_offices",
        "_people",
        "_surnames",
        "_titles",
    )

    def __init__(self, book: Book) -> None:
        self._people = book.people
        self._nations = book.nations
        self._archives = tuple(book.archives)
        self._common = book.common
        self._issuers = tuple(book.issuers.items())
        self._names = Names(book.names, book.ambiguous)
        self._surnames = index_surnames(book.names, book.surnames)
        self._held: dict[str, list[tuple[Tenure, Person]]] = {}
        for person in book.people.values():
            for tenure in person.tenures:
                self._held.setdefault(tenure.office, []).append((tenure, person))
        self._offices = Offices(book.offices, book.designations.values(), book.nations, self._held)
        spelt = (*book.designations, *book.nations)
        self._titles = Titles((word for words in spelt for word in words), self._surnames)

    def find(self, text: str) -> list[NameMention]:
        """Every known full name in order, not overlapping: any case and accents but capitals first, any middle initial.

        A name that two people share ("George Bush") is not reported.
        """
        return [NameMention(start, end, self._people[owner]) for start, end, owner in self._names.find(text)]

    def by_name(self, name: str) -> Person | None:
        """Whose full name this is, with or without ranks and honorifics in front; None if nobody's or several's."""
        owner = self._names.owner(name)
        return self._people[owner] if owner is not None else None

    def by_surname(self, surname: str, date: str | None) -> tuple[Person, ...]:
        """Everybody with that surname, in the order of the data; with an ISO date, those in office then come first."""
        people = tuple(self._people[owner] for owner in self._surnames.get(fold_text(surname), ()))
        days = period(date)
        if days is None:
            return people
        return tuple(sorted(people, key=lambda who: not any(tenure.may_cover(*days) for tenure in who.tenures)))

    @property
    def nations(self) -> Mapping[tuple[str, ...], Nation]:
        """The nations of the data by the folded words of each name and adjective."""
        return self._nations

    def archive(self, form: str) -> str:
        """The office whose papers carry this form: a header with every field that the data gives; empty if none."""
        return next((office for fields, office in self._archives if all(field in form for field in fields)), "")

    def issuer(self, line: str) -> str:
        """The nation whose government heads its papers with this line, or begins one so; empty if none."""
        folded = f"{fold_text(line)} "
        return next((nation for words, nation in self._issuers if folded.startswith(f"{words} ")), "")

    def is_rare(self, surname: str) -> bool:
        """Whether one person of the data has this surname and it is not one that people share by the thousand."""
        return len(self._surnames.get(fold_text(surname), ())) == 1 and fold_text(surname) not in self._common

    def find_offices(self, text: str) -> list[OfficeMention]:
        """The longest office names in order, not overlapping.

        "Prime Minister" without a country is the office of no country in particular (``unique`` False); an office
        that somebody left or has not reached ("former", "ex-", "incoming") is left out.
        """
        return self._offices.find(text)

    def holder(self, office: str, date: str | None) -> Person | None:
        """Who held the office, as written, on that ISO date or throughout that month or year; None when not certain."""
        days = period(date)
        mentions = self.find_offices(office)
        if days is None or len(mentions) != 1 or not mentions[0].office.unique:
            return None
        if fold_text(office).removeprefix("the ") != fold_text(office[mentions[0].start : mentions[0].end]):
            return None
        held = [(tenure, who) for tenure, who in self._held.get(mentions[0].office.name, ()) if tenure.may_cover(*days)]
        if len({who.name for _, who in held}) != 1:
            return None
        return next((who for tenure, who in held if tenure.covers(*days)), None)

    def strip_titles(self, text: str) -> tuple[str, str]:
        """A label's title and name, either may be empty: ``Adm. Rob Bauer (Chair)``: ``Adm, Chair``, ``Rob Bauer``.

        A title that is part of a known name stays with it ("Lord Robertson"). Both are pieces of ``text`` as written,
        the pieces of the title joined by ", ".
        """
        known = self._names.find(text)
        return self._titles.strip(text, known[0][:2] if len(known) == 1 else None)
