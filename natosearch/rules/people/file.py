"""Reading people.toml: every entry checked, and a fault named by the entry it stands in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from natosearch.errors import BadRules
from natosearch.rules.people.designations import Designation, is_shouted
from natosearch.rules.people.names import read_name
from natosearch.rules.people.offices import Nation, Office
from natosearch.rules.people.people import Book, People, Person
from natosearch.rules.people.tenures import Tenure, earliest, is_date, latest
from natosearch.rules.spellings import read_words
from natosearch.rules.tables import as_table, as_tables, as_text, as_texts, check_keys
from natosearch.text.words import fold_text

_HELD = re.compile(r"([\d-]+)(?:\.\.([\d-]+))? (\S.*)\Z")
_DIGRAPHS = str.maketrans({"đ": "dj", "Đ": "Dj", "ö": "oe", "ü": "ue", "ä": "ae", "ø": "oe", "å": "aa", "Ö": "Oe"})


def parse_people(table: Mapping[str, object]) -> People:
    """The people and offices of a parsed people.toml. Raises BadRules where it breaks its format."""
    check_keys(
        "people",
        table,
        {"posts", "office", "nation", "spellings"},
        {"others", "surnames", "ambiguous", "archive", "issuer", "common"},
    )
    ambiguous = as_texts("ambiguous", table.get("ambiguous", []))
    common = frozenset(map(fold_text, as_texts("common", table.get("common", []))))
    book = Book({}, {}, {}, {}, {}, frozenset(map(fold_text, ambiguous)), [], [], {}, common)
    held: dict[str, list[Tenure]] = {}
    posts = as_table("posts", table["posts"])
    for post, also in posts.items():
        _add_office(book, Office(post, tuple(as_texts(f"post '{post}'", also)), unique=False))
    for entry in as_tables("office", table["office"]):
        _read_office(book, held, entry)
    for entry in as_tables("nation", table["nation"]):
        _read_nation(book, held, entry, posts)
    _read_archives(book, table)
    _read_issuers(book, table)
    for name in as_texts("others", table.get("others", [])):
        if name in held:
            raise BadRules(f"others: '{name}' already holds an office")
        held[name] = []
    _read_spellings(book, held, table)
    _read_names(book)
    return People(book)


def _read_office(book: Book, held: dict[str, list[Tenure]], entry: Mapping[str, object]) -> None:
    name = as_text("office", entry.get("name"))
    place = f"office '{name}'"
    check_keys(place, entry, {"name", "source"}, {"also", "bare", "held", "unique"})
    unique = entry.get("unique", True)
    if not isinstance(unique, bool):
        raise BadRules(f"{place}: 'unique' must be true or false")
    also = as_texts(place, entry.get("also", []))
    bare = as_texts(place, entry.get("bare", []))
    as_text(f"{place}: source", entry["source"])
    _add_office(book, Office(name, (*also, *bare), unique), bare)
    _read_held(held, name, as_texts(place, entry.get("held", [])), unique)


def _read_nation(
    book: Book, held: dict[str, list[Tenure]], entry: Mapping[str, object], posts: Mapping[str, object]
) -> None:
    name = as_text("nation", entry.get("name"))
    place = f"nation '{name}'"
    check_keys(place, entry, {"name", "source", "held"}, {"also", "adjectives"})
    as_text(f"{place}: source", entry["source"])
    nouns = [name, *as_texts(place, entry.get("also", []))]
    for spelling in (*nouns, *as_texts(place, entry.get("adjectives", []))):
        words, _ = read_words(spelling)
        words = words[1:] if words[:1] == ("the",) else words
        if words in book.nations:
            raise BadRules(f"{place}: '{spelling}' is a name of {book.nations[words].name} already")
        book.nations[words] = Nation(name, spelling in nouns)
    for post, lines in as_table(f"{place}: held", entry["held"]).items():
        if post not in posts:
            raise BadRules(f"{place}: unknown post '{post}'")
        office = f"{post} of {name}"
        book.offices[office] = Office(office, (), unique=True)
        _read_held(held, office, as_texts(f"{place}: {post}", lines), unique=True)


def _read_archives(book: Book, table: Mapping[str, object]) -> None:
    for entry in as_tables("archive", table.get("archive", [])):
        check_keys("archive", entry, {"form", "office", "source"})
        office = as_text("archive: office", entry["office"])
        if office not in book.offices:
            raise BadRules(f"archive: '{office}' is no office")
        form = tuple(as_texts("archive: form", entry["form"]))
        if not form:
            raise BadRules("archive: 'form' is empty")
        book.archives.append((form, office))


def _read_issuers(book: Book, table: Mapping[str, object]) -> None:
    nations = {nation.name for nation in book.nations.values()}
    for entry in as_tables("issuer", table.get("issuer", [])):
        check_keys("issuer", entry, {"nation", "lines", "source"})
        name = as_text("issuer: nation", entry["nation"])
        if name not in nations:
            raise BadRules(f"issuer: '{name}' is no nation")
        for line in as_texts(f"issuer '{name}': lines", entry["lines"]):
            if book.issuers.setdefault(fold_text(line), name) != name:
                raise BadRules(f"issuer '{name}': '{line}' is {book.issuers[fold_text(line)]}'s already")


def _read_held(held: dict[str, list[Tenure]], office: str, lines: Sequence[str], unique: bool) -> None:
    """Tenures by name. In a unique office a line without an end ends where the next begins; elsewhere it is open."""
    rows = []
    for line in lines:
        match = _HELD.match(line)
        if match is None:
            raise BadRules(f"office '{office}': '{line}' is not 'SINCE Name' or 'SINCE..UNTIL Name'")
        since, until, name = match.groups()
        if not is_date(since) or (until is not None and not is_date(until)):
            raise BadRules(f"office '{office}': '{line}' has no ISO date")
        rows.append((since, until, name))
    for k, (since, until, name) in enumerate(rows):
        following = rows[k + 1][0] if unique and k + 1 < len(rows) else None
        end = until or following
        if end is not None and earliest(end) < earliest(since):
            raise BadRules(f"office '{office}': {name} ends at {end} before {since}")
        if until and following and latest(following) < earliest(until):
            raise BadRules(f"office '{office}': {name} overlaps the next")
        held.setdefault(name, []).append(Tenure(office, since, end))


def _read_spellings(book: Book, held: Mapping[str, list[Tenure]], table: Mapping[str, object]) -> None:
    spellings = as_table("spellings", table["spellings"])
    for key, known in (("spellings", spellings), ("surnames", as_table("surnames", table.get("surnames", {})))):
        stray = next((name for name in known if name not in held), None)
        if stray is not None:
            raise BadRules(f"{key}: '{stray}' is neither in an office nor in others")
    for name, surname in as_table("surnames", table.get("surnames", {})).items():
        book.surnames[name] = as_text(f"surnames: '{name}'", surname)
    for name, tenures in held.items():
        also = as_texts(f"spellings: '{name}'", spellings[name]) if name in spellings else ()
        tenures.sort(key=lambda tenure: earliest(tenure.since))
        book.people[name] = Person(name, tuple(also), tuple(tenures))


def _read_names(book: Book) -> None:
    """Every spelling of every name as compared; a second one where letters are also written as two (Đinđić, Götz).

    No two people under one spelling, unless it is declared ambiguous; no spelling twice; no single words.
    """
    owners: dict[tuple[tuple[str, ...], str], str] = {}
    for person in book.people.values():
        for spelling in (person.name, *person.also):
            name = read_name(spelling, person.name)
            if len(name.words) < 2:
                raise BadRules(f"person '{person.name}': '{spelling}' is not a full name")
            owner = owners.get((name.words, name.initials))
            if owner == person.name or (owner is not None and fold_text(spelling) not in book.ambiguous):
                raise BadRules(f"person '{person.name}': '{spelling}' is a spelling of {owner} already")
            owners[name.words, name.initials] = person.name
            book.names.append(name)
            if not spelling.isascii() and (other := spelling.translate(_DIGRAPHS)) != spelling:
                book.names.append(read_name(other, person.name))


def _add_office(book: Book, office: Office, bare: Sequence[str] = ()) -> None:
    if office.name in book.offices:
        raise BadRules(f"office '{office.name}': defined twice")
    book.offices[office.name] = office
    for spelling in (office.name, *office.also):
        words = tuple([word for word in read_words(spelling)[0] if word != "the"])
        if not words or words in book.designations:
            owner = book.designations[words].target if words else "nothing"
            raise BadRules(f"office '{office.name}': '{spelling}' is a name of {owner} already")
        book.designations[words] = Designation(words, office.name, is_shouted(spelling), spelling in bare)
