"""Written words to terms: words, patterns with ``*`` and ``?``, and words in any near spelling (``~``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from natosearch.query.tree import Compound, Fuzzy, Pattern, Term, Word
from natosearch.text.words import Word as Written
from natosearch.text.words import split_words

OPERATORS = ("AND", "OR", "NOT")
MOST_EDITS = 2  # three letters away from a word is another word
_FUZZY = r"~(\d?)(?!\w)"
_ANY_EDITS = r"[\w*]~(\d*)(?!\w)"


def read_terms(written: str, exact: bool = False) -> tuple[Term, ...]:
    """The terms of ``written``, which is text but for ``*``, ``?`` and ``~`` where they touch a word.

    A question mark stands for a letter only between letters: at a word's end it is punctuation.
    """
    if "://" in written:  # an address: its question mark is its own
        return tuple(Word(folded, exact) for folded in split_words(written).folded)
    return tuple(_term(written, run, exact) for run in _runs(written))


def make_word(terms: tuple[Term, ...]) -> Term | Compound | None:
    """The node for what was written without a space; nothing for what has no word."""
    return None if not terms else terms[0] if len(terms) == 1 else Compound(terms)


def read_otherwise(written: str, terms: tuple[Term, ...]) -> Iterator[str]:
    """What to say of signs in ``written`` that ``terms`` do not have, or not as they were typed."""
    if "~" in written:
        for found in re.finditer(_ANY_EDITS, written):
            if len(found[1]) > 1 or written[found.start()] == "*":
                yield f"{found[0]} is read as text: ~1 or ~2 stands behind a word without *"
            elif found[1] > str(MOST_EDITS):
                yield f"~{found[1]} is read as ~{MOST_EDITS}: more edits make another word"
    if written.count("*") > sum(term.pattern.count("*") for term in terms if isinstance(term, Pattern)):
        yield f"* is read as text in {written}: it stands for letters before, behind or inside a word"


def _runs(written: str) -> Iterator[list[Written]]:
    """The words of ``written``, those between which only ``*`` and ``?`` stand together, a number of edits left out."""
    run: list[Written] = []
    for word in split_words(written):
        if run:
            between = written[run[-1].end : word.start]
            if between == "~" and _is_fuzzy(written, run):
                continue
            if not between or between.strip("*?") or "**" in between:
                yield run
                run = []
        run.append(word)
    if run:
        yield run


def _is_fuzzy(written: str, run: list[Written]) -> bool:
    at = run[-1].end
    fuzzy = written[at : at + 1] == "~" and re.match(_FUZZY, written[at:])
    return bool(fuzzy) and len(run) == 1


def _term(written: str, run: list[Written], exact: bool) -> Term:
    first, last = run[0], run[-1]
    if _is_fuzzy(written, run):
        edits = written[last.end + 1 : last.end + 2]
        return Fuzzy(first.folded, min(int(edits), MOST_EDITS) if edits.isdigit() else 1)
    joints = [written[one.end : other.start] for one, other in pairwise(run)]
    pattern = "".join(one.folded + joint for one, joint in zip(run, [*joints, ""], strict=True))
    before, behind = written[: first.start][-2:], written[last.end : last.end + 2]
    pattern = ("*" if before.endswith("*") and before != "**" else "") + pattern
    pattern += "*" if behind.startswith("*") and behind != "**" else ""
    if pattern == first.folded:
        return Word(first.folded, exact, _is_acronym(written[first.start : first.end]))
    return Pattern(pattern)


def _is_acronym(written: str) -> bool:
    letters = written.replace(".", "")
    return (
        len(letters) > 1 and letters.isascii() and letters.isalpha() and letters.isupper() and letters not in OPERATORS
    )


def read_literal(written: str) -> tuple[Term, ...]:
    """The words of ``written`` as they stand, no sign in it read."""
    return tuple(Word(folded, exact=True) for folded in split_words(written).folded)
