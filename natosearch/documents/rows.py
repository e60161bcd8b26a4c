"""Rows of tables and definition lists as lines: a transcript is often set as two columns, who and what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

_LONGEST_LABEL = 60  # code points
_LETTERS = frozenset(["q", "a"])


def row_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """A line for each row: cells with a tab between, but `NAME: words` where the first column says who speaks.

    It does where it is short in every row of two cells and repeats itself or says Q and A; words that go on below an
    empty first cell stand alone.
    """
    labels = [row[0].rstrip(" .:").lower() for row in rows if len(row) == 2 and row[0]]
    short = all(len(label) <= _LONGEST_LABEL for label in labels)
    recurs = any(count > 1 for count in Counter(labels).values()) or set(labels) >= _LETTERS
    return [_line(row, labelled=short and recurs and len(row) == 2) for row in rows]


def _line(row: Sequence[str], *, labelled: bool) -> str:
    cells = [cell for cell in row if cell]
    if not labelled or len(cells) < 2:
        return "\t".join(cells)
    who, words = cells
    return f"{who} {words}" if who.endswith((":", ".")) else f"{who}: {words}"
