"""What an editor says of a document, as values: a kind, a place, a person, read as people write them."""

from __future__ import annotations

from typing import get_args

from natosearch.model.passages import Kind
from natosearch.rules import Rules
from natosearch.text.words import fold_text


def read_kind(text: str) -> Kind | None:
    """The kind that ``text`` names, however it is set (`Press conference`, `press-conference`), or None."""
    folded = "_".join(fold_text(text).split())
    return next((kind for kind in get_args(Kind) if kind == folded), None)


def read_person(name: str, rules: Rules) -> str:
    """The canonical full name of a known person, else the name as it is written."""
    known = rules.people.by_name(name)
    return known.name if known else " ".join(name.split())


def read_place(text: str, rules: Rules) -> tuple[str, ...]:
    """The place, from the inside out (`Skopje`, `North Macedonia`); what is not known stays as it is written.

    Parts stand between commas. A known one brings what it lies in, unless the text says otherwise (`Athens, Georgia`).
    """
    parts = [" ".join(part.split()) for part in text.split(",") if part.strip()]
    for number, part in enumerate(parts):
        chain = rules.places.chain(part)
        rest = [place.name if (place := rules.places.get(other)) else other for other in parts[number + 1 :]]
        if chain and set(rest) <= set(chain):
            return (*parts[:number], *chain)
    return tuple(place.name if (place := rules.places.get(part)) else part for part in parts)


def is_known_place(place: tuple[str, ...], rules: Rules) -> bool:
    """Whether a part of ``place`` is known."""
    return any(rules.places.get(part) is not None for part in place)
