"""Reading topics.toml: every entry checked, and a fault named by the topic it stands in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from natosearch.errors import BadRules
from natosearch.rules.tables import check_keys
from natosearch.rules.topics.topics import WEIGHTS, Topic, Topics

_KINDS = {
    "id": str, "name": str, "definition": str, "strong": list, "medium": list, "weak": list, "not": list,
    "yields_to": list,
}  # fmt: skip
_OPTIONAL = ("not", "yields_to")
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_ALTERNATIVE = r"(?! )[^+/]*\w[^+/]*(?<! )"  # a word in it, no stray mark or edge space
_PHRASE = re.compile(rf"{_ALTERNATIVE}(?: [+/] {_ALTERNATIVE})*")


def parse_topics(table: Mapping[str, object]) -> Topics:
    """The taxonomy from a parsed TOML table with ``[[topic]]`` entries; BadRules says which entry is wrong and how."""
    check_keys("topics", table, (), {"topic"})
    rows = table.get("topic")
    if not isinstance(rows, list) or not rows:
        raise BadRules("topics: no [[topic]] entries")
    entries = tuple(_topic(n, row) for n, row in enumerate(rows, 1))
    ids = [topic.id for topic in entries]
    for topic in entries:
        if ids.count(topic.id) > 1:
            raise BadRules(f"topic {topic.id!r}: listed twice")
        for other in topic.yields_to:
            if other not in ids or other == topic.id:
                raise BadRules(f"topic {topic.id!r}: yields_to names no other topic {other!r}")
    return Topics(entries)


def _topic(n: int, row: object) -> Topic:
    if not isinstance(row, dict):
        raise BadRules(f"topic number {n}: not a table")
    topic_id = row.get("id")
    if not isinstance(topic_id, str) or not _ID.fullmatch(topic_id):
        raise BadRules(f"topic number {n}: 'id' must be lower-case words joined by hyphens")
    where = f"topic {topic_id!r}"
    _check_values(where, row)
    # A long phrase stands on several lines.
    phrases = [(" ".join(p.split()), WEIGHTS.get(key, 0.0)) for key in (*WEIGHTS, "not") for p in row.get(key, [])]
    _check_phrases(where, [phrase for phrase, _ in phrases])
    yields_to = tuple(row.get("yields_to", ()))
    return Topic(topic_id, row["name"], row["definition"], tuple(phrases), yields_to)


def _check_values(where: str, row: dict[str, object]) -> None:
    check_keys(where, row, (), _KINDS)
    for key, value in row.items():
        kind = _KINDS[key]
        if not isinstance(value, kind) or (isinstance(value, str) and not value.strip()):
            raise BadRules(f"{where}: {key!r} must be a {'list of phrases' if kind is list else 'text'}")
        if isinstance(value, list) and not all(isinstance(phrase, str) for phrase in value):
            raise BadRules(f"{where}: {key!r} must be a list of phrases")
    for key in _KINDS:
        if key not in row and key not in _OPTIONAL:
            raise BadRules(f"{where}: {key!r} is missing")


def _check_phrases(where: str, phrases: list[str]) -> None:
    seen: set[str] = set()
    for phrase in phrases:
        if not _PHRASE.fullmatch(phrase):
            raise BadRules(f"{where}: phrase {phrase!r}: words must stand on both sides of ' + ' and ' / '")
        whole = phrase.lower()
        for said in [whole] if " + " in whole else whole.split(" / "):
            if said in seen:
                raise BadRules(f"{where}: phrase {said!r} is listed twice")
            seen.add(said)
