"""Lines of a text, with where they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from natosearch.model.passages import Span

_LINE = re.compile(r"[^\r\n]+")
_LINE_END = re.compile(r"\r\n|\r|\n")


class Line(NamedTuple):
    """A line with something on it: its text without white space around it, where that stands, its number from 1.

    ``gap`` says that a paragraph begins: as split, that the line before is blank, or that it is the first.
    ``indent`` counts the white space before the text.
    """

    text: str
    span: Span
    number: int
    gap: bool
    indent: int = 0


def split_lines(text: str) -> list[Line]:
    """The lines of ``text`` that are not blank; they end at ``\\n``, ``\\r\\n`` or ``\\r``."""
    lines: list[Line] = []
    starts = line_starts(text)
    last_number = -1
    for match in _LINE.finditer(text):
        stripped = match.group().strip()
        if not stripped:
            continue
        indent = match.group().index(stripped[0])
        start = match.start() + indent
        number = line_number(starts, start)
        lines.append(Line(stripped, Span(start, start + len(stripped)), number, number != last_number + 1, indent))
        last_number = number
    return lines


def line_starts(text: str) -> list[int]:
    """The offset at which each line of ``text`` begins, blank ones included."""
    return [0, *(match.end() for match in _LINE_END.finditer(text))]


def line_number(starts: list[int], offset: int) -> int:
    """The number, from 1, of the line in which ``offset`` lies, given :func:`line_starts`."""
    return bisect_right(starts, offset)
