"""Rules: what is known of people, places, topics and page matter, read from the data files and checked."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pkgutil import get_data
from typing import TypeVar

from natosearch.errors import BadRules
from natosearch.rules.furniture import Furniture, parse_furniture
from natosearch.rules.merge import Table, merge_rules
from natosearch.rules.people.file import parse_people
from natosearch.rules.people.outlets import Outlets, parse_outlets
from natosearch.rules.people.people import People
from natosearch.rules.places.file import parse_places
from natosearch.rules.places.places import Places
from natosearch.rules.topics.file import parse_topics
from natosearch.rules.topics.topics import Topics

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

__all__ = ["KINDS", "Rules", "load_rules"]

R = TypeVar("R")


_LARGEST = 2 << 20  # bytes of one file of rules; the shipped ones have a tenth of that
KINDS = ("people", "outlets", "places", "topics", "furniture")


@dataclass(frozen=True, slots=True)
class Rules:
    """Every rule in force; ``version`` changes whenever a file of them does.

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
    digest = hashlib.sha256()
    tables = {}
    for kind in KINDS:
        raw = get_data("natosearch", f"data/{kind}.toml") or b""  # a missing file raises; an empty table is refused
        digest.update(raw)
        tables[kind] = _parse(f"{kind}.toml", raw)
    own, strays = _own_files(folder) if folder else ({}, ())
    for kind, (path, raw) in own.items():
        digest.update(f"{kind}:".encode() + raw)
        with _named(path):
            tables[kind] = merge_rules(kind, tables[kind], _parse("", raw))
    return Rules(
        people=_read("people", parse_people, tables, own),
        outlets=_read("outlets", parse_outlets, tables, own),
        places=_read("places", parse_places, tables, own),
        topics=_read("topics", parse_topics, tables, own),
        furniture=_read("furniture", parse_furniture, tables, own),
        version=digest.hexdigest()[:12],
        strays=strays,
    )


def _own_files(folder: str) -> tuple[dict[str, tuple[str, bytes]], tuple[str, ...]]:
    """The files of rules in ``folder``, with their paths, by kind, and the paths of the other files there."""
    own = {}
    strays = []
    path = folder
    try:
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            kind = name.removesuffix(".toml")
            if kind in KINDS and kind != name:
                own[kind] = (path, _read_own(path))
            elif not name.startswith("."):
                strays.append(path)
    except OSError as error:
        raise BadRules(f"{path}: cannot be read: {error.strerror}") from error
    return own, tuple(strays)


def _read_own(path: str) -> bytes:
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise BadRules(f"{path}: not a regular file")
    with open(path, "rb") as file:
        raw = file.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        raise BadRules(f"{path}: larger than {_LARGEST >> 20} MB")
    return raw


def _read(
    kind: str, parse: Callable[[Table], R], tables: Mapping[str, Table], own: Mapping[str, tuple[str, bytes]]
) -> R:
    """The rules of one kind; the shipped ones are sound, so what is wrong is in the user's file."""
    with _named(own[kind][0] if kind in own else ""):
        return parse(tables[kind])


@contextmanager
def _named(path: str) -> Iterator[None]:
    """Any BadRules with ``path`` before it."""
    try:
        yield
    except BadRules as error:
        raise BadRules(f"{path}: {error}" if path else str(error)) from error


def _parse(name: str, raw: bytes) -> Table:
    try:
        table: Table = tomllib.loads(raw.decode("utf-8-sig"))
    except RecursionError:
        raise BadRules(f"{name}: too deep" if name else "not TOML that can be read: too deep") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadRules(f"{name}: {error}" if name else f"not TOML: {error}") from error
    return table
