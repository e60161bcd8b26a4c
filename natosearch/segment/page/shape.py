"""How the lines of a text make its paragraphs."""

from __future__ import annotations

import itertools
import re

from natosearch.text.lines import Line

# `Jr.` and `U.S.` at the end of a title are no sentence's end.
SENTENCE_END = re.compile(r"(?<!\bJr)(?<!\bSr)(?<!\b[A-Z]\.[A-Z])[.!?\u2026:][\"'\u2019\u201d\u00bb)\]*_]*$")
LINE_WIDTH = 100  # code points; a longer line is a paragraph, not one line of a hard-wrapped one
_FEW = 8  # lines; fewer show nothing
_BROKEN = 20  # code points; a shorter line was not broken at a width


def is_double_spaced(lines: list[Line]) -> bool:
    """Whether blank lines stand between the lines of one sentence, as where a machine has read a typescript."""
    # by number, for ``gap`` may already say where paragraphs begin
    gaps = 1 + sum(after.number - before.number > 1 for before, after in itertools.pairwise(lines))
    if len(lines) < _FEW or gaps * 10 < len(lines) * 8:
        return False
    goes_on = sum(after.text[0].islower() and _is_broken(before) for before, after in itertools.pairwise(lines))
    return goes_on * 5 >= len(lines)


def is_wrapped(lines: list[Line]) -> bool:
    """Whether most lines are broken at a width and not where a sentence ends."""
    lines = [line for line in lines if len(line.text) >= _BROKEN]
    return sum(map(_is_broken, lines)) * 2 > len(lines)


def _is_broken(line: Line) -> bool:
    return _BROKEN <= len(line.text) <= LINE_WIDTH and not SENTENCE_END.search(line.text)
