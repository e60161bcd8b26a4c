"""How filter values are compared with what passages carry: by whole words, blind to case and accents."""

from __future__ import annotations

from collections.abc import Iterable

from natosearch.text.words import fold_text

# Of these a part will do (`Stoltenberg`); the others are ids and must be whole.
NAMES = ("speaker", "place", "mentions")


def select_values(field: str, wanted: Iterable[str], values: Iterable[str]) -> set[str]:
    """Those of ``values``, all folded, that one of ``wanted`` means.

    An equal value is meant alone: `Balkans` does not ask for `Western Balkans` where both exist.
    """
    known = set(values)
    selected: set[str] = set()
    for want in map(fold_text, wanted):
        if want in known:
            selected.add(want)
        elif field in NAMES and want:
            selected |= {value for value in known if f" {want} " in f" {value} "}
    return selected
