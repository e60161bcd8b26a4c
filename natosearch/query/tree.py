"""The query as a tree that every engine translates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

# The fields by which passages can be filtered, as options and in the index.
FILTER_FIELDS = ("speaker", "place", "mentions", "topic", "unit", "kind")


class Word(NamedTuple):
    """One word, folded; matched by its stem unless the query is exact."""

    folded: str


class Phrase(NamedTuple):
    """Folded words that stand next to each other in one turn, in this order."""

    words: tuple[str, ...]


class Some(NamedTuple):
    """At least ``at_least`` of ``parts``; a passage with all of them comes before one without."""

    parts: tuple[Word | Phrase, ...]
    at_least: int


@dataclass(frozen=True, slots=True)
class Filters:
    """Which passages may be found at all: OR inside a field, AND between fields; empty means no condition.

    Names are compared as :mod:`natosearch.query.filters` says. ``since`` and ``until`` are ISO days, inclusive.
    """

    speaker: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """What to find and how many: ``limit`` 0 means all."""

    tree: Some
    filters: Filters = Filters()
    exact: bool = False
    limit: int = 10
