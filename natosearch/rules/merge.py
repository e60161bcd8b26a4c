"""A user's own tables laid over the shipped ones: lists grow, entries of the same name grow together, the rest is new.

What a user adds may be shipped one day, so adding what is known already is never an error.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from natosearch.rules.tables import Table, as_table, as_tables, as_text, as_texts
from natosearch.text.words import fold_text

_PHRASES = ("strong", "medium", "weak", "not")


def merge_rules(kind: str, shipped: Table, added: Table) -> Table:
    """``shipped`` with what ``added``, a table of the same ``kind`` of which any part may be left out, brings.

    Raises BadRules where ``added`` has another form; whether its entries make sense is checked when the whole is read.
    """
    if kind == "people":
        return _people(shipped, added)
    if kind == "outlets":
        return _outlets(shipped, added)
    if kind == "topics":
        rows = as_tables("topic", added.get("topic", []))
        added = {**added, "topic": _entries("topic", "id", shipped["topic"], rows)}
    merged: Table = _merged(kind, shipped, added)
    return merged


def _merged(place: str, old: Any, new: Any) -> Any:
    """``new`` laid over ``old``, which is not changed."""
    if isinstance(old, dict):
        table = as_table(place, new)
        return old | {
            key: _merged(f"{place}: {key}", old[key], value) if key in old else value for key, value in table.items()
        }
    if not isinstance(old, list) or (old and isinstance(old[0], dict)):
        return new
    texts = [] if new == [] else as_texts(place, new)
    return [*old, *(text for text in texts if text not in old)]


def _entries(kind: str, key: str, shipped: list[Table], added: list[Table]) -> list[Table]:
    """``shipped`` entries, those that ``added`` names grown, and then the new ones."""
    entries = {_name(row[key]): row for row in shipped}
    for row in added:
        name = _name(as_text(f"{kind}: {key}", row.get(key)))
        complete = _complete(kind, row, entries.get(name))
        entries[name] = _merged(f"{kind} '{row[key]}'", entries[name], complete) if name in entries else complete
    return list(entries.values())


def _name(name: str) -> str:
    return fold_text(name).removeprefix("the ")


def _complete(kind: str, row: Table, old: Table | None) -> Table:
    """``row`` with what a user need not say: a source, lists without an entry, the name of what is known by it."""
    if kind == "topic":
        shown = {"name": row["id"], "definition": row.get("name", row["id"])} if old is None else {}
        lists: Table = {key: [] for key in _PHRASES[:3]} if old is None else {}
        return shown | lists | (_unsaid(old, row) if old else row)
    own = {"source": "the user's own rules"} if old is None else {}
    held: Table = {"held": {}} if old is None and kind == "nation" else {}
    return own | held | row | ({"name": old["name"]} if old else {})


def _unsaid(old: Table, row: Table) -> Table:
    """``row`` without the phrases that its topic has already: none may stand there twice."""
    said = {form.lower() for key in _PHRASES for phrase in old.get(key, []) for form in _forms(phrase)}
    fresh = {}
    for key in _PHRASES:
        phrases = as_texts(f"topic '{row['id']}': {key}", row[key]) if key in row else []
        left = [" / ".join(form for form in _forms(phrase) if form.lower() not in said) for phrase in phrases]
        fresh[key] = [phrase for phrase in left if phrase]
    return row | {key: phrases for key, phrases in fresh.items() if key in row}


def _forms(phrase: str) -> list[str]:
    return [phrase] if " + " in phrase else phrase.split(" / ")


def _people(shipped: Table, added: Table) -> Table:
    rows: dict[str, list[Table]] = {kind: as_tables(kind, added.get(kind, [])) for kind in ("office", "nation")}
    people: Table = _merged("people", shipped, {key: value for key, value in added.items() if key not in rows})
    for kind in rows:
        people[kind] = _entries(kind, "name", shipped[kind], rows[kind])
    grown = {_name(row["name"]) for kind in rows for row in rows[kind]}
    people |= {kind: [_in_order(row) if _name(row["name"]) in grown else row for row in people[kind]] for kind in rows}
    holders = set(_holders(people))
    return people | {"others": [name for name in people["others"] if name not in holders]}


def _in_order(row: Table) -> Table:
    """An office or a nation with those who held it oldest first, as its file has them."""
    held = row.get("held", [])
    if isinstance(held, dict):
        return row | {"held": {post: _by_day(f"{row['name']}: {post}", lines) for post, lines in held.items()}}
    return row | {"held": _by_day(f"office '{row['name']}'", held)}


def _by_day(place: str, lines: object) -> list[str]:
    return sorted(as_texts(place, lines), key=lambda line: line.split(" ")[0].split("..")[0])


def _holders(people: Table) -> Iterable[str]:
    for row in (*people["office"], *people["nation"]):
        held = row.get("held", [])
        for lines in held.values() if isinstance(held, dict) else [held]:
            yield from (line.partition(" ")[2] for line in lines)


def _outlets(shipped: Table, added: Table) -> Table:
    """An outlet that is known in any group grows there."""
    groups = {group["name"]: dict(group) for group in shipped["group"]}
    home = {outlet: name for name, group in groups.items() for outlet in group["outlets"]}
    for row in as_tables("group", added.get("group", [])):
        name = as_text("group: name", row.get("name"))
        groups.setdefault(name, {"name": name, "outlets": {}, "closed": []})
        elsewhere: set[str] = set()
        for outlet, also in as_table(f"group '{name}': outlets", row.get("outlets", {})).items():
            owner = groups[home.get(outlet, name)]
            spellings = _merged(f"outlet '{outlet}'", owner["outlets"].get(outlet, []), also)
            owner["outlets"] = owner["outlets"] | {outlet: spellings}
            elsewhere |= {outlet, *spellings} if owner["name"] != name else set()
        rest = {key: value for key, value in row.items() if key != "outlets"}
        rest["closed"] = [
            text for text in as_texts(f"group '{name}': closed", row.get("closed", [])) if text not in elsewhere
        ]
        groups[name] = _merged(f"group '{name}'", groups[name], rest)
    merged: Table = _merged("outlets", shipped, {**added, "group": list(groups.values())})
    return merged
