"""Rules: what is known of people, places, topics and page matter, read from the data files and checked."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from functools import lru_cache
from pkgutil import get_data

from natosearch.errors import BadRules
from natosearch.rules.furniture import Furniture, parse_furniture
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

__all__ = ["Rules", "load_rules"]


@dataclass(frozen=True, slots=True)
class Rules:
    """Every rule in force; ``version`` changes whenever a data file does."""

    people: People
    outlets: Outlets
    places: Places
    topics: Topics
    furniture: Furniture
    version: str


@lru_cache(maxsize=1)
def load_rules() -> Rules:
    """The rules that the package ships; raises BadRules if a data file breaks its format."""
    digest = hashlib.sha256()
    tables = {}
    for name in ("people", "outlets", "places", "topics", "furniture"):
        raw = get_data("natosearch", f"data/{name}.toml") or b""  # a missing file raises; an empty table is refused
        digest.update(raw)
        tables[name] = _parse(name, raw)
    return Rules(
        people=parse_people(tables["people"]),
        outlets=parse_outlets(tables["outlets"]),
        places=parse_places(tables["places"]),
        topics=parse_topics(tables["topics"]),
        furniture=parse_furniture(tables["furniture"]),
        version=digest.hexdigest()[:12],
    )


def _parse(name: str, raw: bytes) -> dict[str, object]:
    try:
        table: dict[str, object] = tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadRules(f"{name}.toml: {error}") from error
    return table
