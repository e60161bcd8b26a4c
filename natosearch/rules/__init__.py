"""Rules: what is known of people, places, topics and page matter, read from the data files and checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from natosearch.rules.files import KINDS, named, own_files, parse, read_own
from natosearch.rules.tables import Table

# A query reads aliases alone, and must not wait for what reads people, places and topics: half of its time.
if TYPE_CHECKING:
    from natosearch.rules.furniture import Furniture
    from natosearch.rules.people.outlets import Outlets
    from natosearch.rules.people.people import People
    from natosearch.rules.places.places import Places
    from natosearch.rules.topics.topics import Topics

__all__ = ["KINDS", "Rules", "load_rules"]

R = TypeVar("R")

# By these documents are read; aliases are for queries alone, and no document need be read again for a new one.
_READ = tuple(kind for kind in KINDS if kind != "aliases")


class Rules(NamedTuple):
    """Every rule by which documents are read; ``version`` changes whenever a file of them does.

    ``strays`` are files in a user's folder of rules whose names say nothing.
    """

    people: People
    outlets: Outlets
    places: Places
    topics: Topics
    furniture: Furniture
    version: str
    strays: tuple[str, ...] = ()


@lru_cache(maxsize=2)
def load_rules(folder: str = "") -> Rules:
    """The rules that the package ships, with those in a user's ``folder`` laid over them.

    Raises BadRules, which names the file and the entry, where one breaks its format or ``folder`` cannot be read.
    """
    from natosearch.rules.furniture import parse_furniture
    from natosearch.rules.people.file import parse_people
    from natosearch.rules.people.outlets import parse_outlets
    from natosearch.rules.places.file import parse_places
    from natosearch.rules.topics.file import parse_topics

    files, strays = own_files(folder) if folder else ({}, ())
    own = {kind: files[kind] for kind in _READ if kind in files}
    tables, version = _read_tables(own)
    return Rules(
        people=_read("people", parse_people, tables, own),
        outlets=_read("outlets", parse_outlets, tables, own),
        places=_read("places", parse_places, tables, own),
        topics=_read("topics", parse_topics, tables, own),
        furniture=_read("furniture", parse_furniture, tables, own),
        version=version,
        strays=strays,
    )


def _read_tables(own: Mapping[str, str]) -> tuple[dict[str, Table], str]:
    """The tables of all these kinds, with the user's ``own`` laid over the shipped ones, and their version."""
    import hashlib
    from pkgutil import get_data

    from natosearch.rules.merge import merge_rules

    digest = hashlib.sha256()
    tables = {}
    for kind in _READ:
        raw = get_data("natosearch", f"data/{kind}.toml") or b""  # a missing file raises; an empty table is refused
        digest.update(raw)
        with named(f"{kind}.toml"):
            tables[kind] = parse(raw)
    for kind, path in own.items():
        raw = read_own(path)
        digest.update(f"{kind}:".encode() + raw)
        with named(path):
            tables[kind] = merge_rules(kind, tables[kind], parse(raw))
    return tables, digest.hexdigest()[:12]


def _read(kind: str, read: Callable[[Table], R], tables: Mapping[str, Table], own: Mapping[str, str]) -> R:
    """The rules of one kind; the shipped ones are sound, so what is wrong is in the user's file."""
    with named(own.get(kind, "")):
        return read(tables[kind])
