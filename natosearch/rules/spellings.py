"""The words of a name as the data spells it."""

from __future__ import annotations

from natosearch.text.words import split_words


def read_words(spelling: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of ``spelling`` in order: folded, and as written."""
    # thousands of names are read at every start, and most are plain: "Jens Stoltenberg", "NATO-Russia Council"
    plain = spelling.replace("-", " ")
    if plain.isascii() and plain.replace(" ", "").isalnum():
        return tuple(plain.lower().split()), tuple(plain.split())
    words = list(split_words(spelling))
    return tuple([word.folded for word in words]), tuple([spelling[word.start : word.end] for word in words])
