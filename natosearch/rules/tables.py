"""Checks of parsed TOML: each returns the value with its type, or raises BadRules with one line that says where."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from natosearch.errors import BadRules

Table = dict[str, Any]


def check_keys(place: str, table: Mapping[str, object], needed: Collection[str], allowed: Collection[str] = ()) -> None:
    """Raises BadRules unless ``table`` has every key ``needed`` and no other than those and the ``allowed``."""
    for key in sorted(needed):
        if key not in table:
            raise BadRules(f"{place}: missing key {key!r}")
    for key in sorted(table):
        if key not in needed and key not in allowed:
            raise BadRules(f"{place}: unknown key {key!r}")


def as_text(place: str, value: object) -> str:
    """A text that is not blank."""
    if not isinstance(value, str) or not value.strip():
        raise BadRules(f"{place}: a text is missing")
    return value


def as_texts(place: str, value: object) -> list[str]:
    """A list, perhaps empty, of texts that differ."""
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise BadRules(f"{place}: must be a list of texts")
    if len(value) > 1 and len(set(value)) < len(value):
        raise BadRules(f"{place}: '{next(item for item in value if value.count(item) > 1)}' stands there twice")
    return value


def as_table(place: str, value: object) -> dict[str, object]:
    """A table with any keys."""
    if not isinstance(value, dict):
        raise BadRules(f"{place}: must be a table")
    return value


def as_tables(place: str, value: object) -> list[dict[str, object]]:
    """A list, perhaps empty, of tables."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise BadRules(f"{place}: must be a list of tables")
    return value
