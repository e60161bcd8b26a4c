"""Where paragraphs begin: in texts that leave it to a blank line, an indent, a short line, or nothing at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from natosearch.segment.page.shape import is_double_spaced
from natosearch.text.lines import Line

_FINISHED = re.compile(r"[.!?\u2026:;][\"'\u2019\u201d\u00bb)\]]*$")
_WIDTHS = range(25, 111)  # code points; a line broken at a margin is no longer and, a label apart, no shorter
_LINE = 40  # code points: the least width to which prose is set
_FEW = 5  # lines; fewer show no habit
_BROKEN = 0.2  # of lines that stop in mid-sentence: from here on they were broken at a margin
_RAGGED = 0.3  # of the lines that stop in mid-sentence: if so many had room for the next word, there is no margin
_BOLD = re.compile(r"(?:\*\*|__)[^*_]{2,400}(?:\*\*|__)$")
_HEADING = 0.6  # of the usual width: a line that stops there without a full stop is a heading, a label or a field
_BYLINE = re.compile(
    r"(?:Press )?(?:Statement|Speech|Address|Remarks|Interview|Conference|Message) (?:by|with|of|given)\b", re.I
)
_BULLET = re.compile(r"(?:[\u2022\u25aa\u25cf\u2219\u00b7\u2023]|[-*\u2013](?=[ \t]{2}|[ \t]+\*\*))\s*\S")
_MOST_OF = 0.5  # of a text's letters: a stretch that holds so much is not one paragraph


def mark_paragraphs(lines: list[Line]) -> list[Line]:
    """``lines`` with ``gap`` true exactly where a paragraph begins, whatever way of showing it the text has.

    Blank lines part paragraphs; in a typescript with double spacing they part lines, and a short line that ends a
    sentence parts paragraphs instead. In a stretch without blank lines that is most of the text each line is a
    paragraph, unless lines were broken at a margin: then an indent or a short last line tells, in subtitles nothing.
    """
    lines = _around_bold(lines)
    if is_double_spaced(lines):
        return _by_margin(lines, lines[0].gap, ragged=True)
    whole = sum(len(line.text) for line in lines)
    marked: list[Line] = []
    for stretch in _stretches(lines):
        habit = len(stretch) >= _FEW or (
            stretch[-1] is lines[-1] and all(_FINISHED.search(line.text) for line in stretch)
        )
        if habit and sum(len(line.text) for line in stretch) > whole * _MOST_OF:
            marked.extend(_inside(stretch))
        else:
            marked.extend(_indented(stretch))
    return marked


def _around_bold(lines: list[Line]) -> list[Line]:
    """A line set in bold as a whole, as Markdown sets an interview's questions, is a paragraph of its own."""
    bold = [bool(_BOLD.match(line.text)) for line in lines]
    if not any(bold):
        return lines
    begins = [here or before for before, here in pairwise([False, *bold])]
    return [line._replace(gap=line.gap or new) for line, new in zip(lines, begins, strict=True)]


def _stretches(lines: list[Line]) -> Iterator[list[Line]]:
    """Runs of lines without a blank one between them."""
    start = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or lines[number].gap:
            yield lines[start:number]
            start = number


def _inside(stretch: list[Line]) -> list[Line]:
    indented = _indented(stretch)
    if indented is not stretch:
        return indented
    if _usual_width(stretch) in _WIDTHS and broken_share(stretch) >= _BROKEN:
        return _by_margin(stretch, stretch[0].gap)
    return [line._replace(gap=True) for line in stretch]


def _indented(stretch: list[Line]) -> list[Line]:
    """A stretch of which some lines, by two columns or more, are indented: these begin paragraphs.

    Behind a bullet it is the other way round: its further lines hang.
    """
    if any(is_bullet(line.text) for line in stretch):
        return [line._replace(gap=line.gap or is_bullet(line.text)) for line in stretch]
    margin = min((line.indent for line in stretch), default=0)
    begin = [line.indent >= margin + 2 for line in stretch[1:]]
    if len(stretch) < _FEW or not any(begin) or all(begin) or broken_share(stretch) < _BROKEN:
        return stretch
    finished = [bool(_FINISHED.search(line.text)) for line in stretch[:-1]]
    agree = sum(new == end for new, end in zip(begin, finished, strict=True))
    if sum(begin) * 2 > len(begin) and agree * 10 < len(begin) * 7:  # most are indented: columns, or verse
        return stretch
    first = stretch[0]
    return [first, *(line._replace(gap=new) for line, new in zip(stretch[1:], begin, strict=True))]


def is_bullet(text: str) -> bool:
    """Whether ``text`` is an item of a list."""
    return bool(_BULLET.match(text))


def _by_margin(lines: list[Line], first: bool, *, ragged: bool = False) -> list[Line]:
    """Lines broken at a margin: a paragraph begins behind a line on which the next one's first word had room.

    Where many lines that stop in mid-sentence have such room, as in subtitles, there is no margin and no paragraph;
    a typescript may be ``ragged`` all the same.
    """
    width = _usual_width(lines)
    open_ended = [
        _has_room(line, following, width) for line, following in pairwise(lines) if not _FINISHED.search(line.text)
    ]
    begins = [False] * (len(lines) - 1)
    if ragged or sum(open_ended) <= len(open_ended) * _RAGGED:
        begins = [_ends_paragraph(line, following, width) for line, following in pairwise(lines)]
    return [line._replace(gap=new) for line, new in zip(lines, [first, *begins], strict=True)]


def _ends_paragraph(line: Line, following: Line, width: int) -> bool:
    if following.text[0].islower():
        return False
    if len(line.text) >= _WIDTHS.stop or (_BYLINE.match(line.text) and not _FINISHED.search(line.text)):
        return True
    if not _has_room(line, following, width):
        return False
    return bool(_FINISHED.search(line.text)) or len(line.text) < width * _HEADING


def _has_room(line: Line, following: Line, width: int) -> bool:
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) < width


def _usual_width(lines: list[Line]) -> int:
    """The width that a tenth of the lines reach."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def broken_share(lines: list[Line]) -> float:
    """The share of ``lines``, the last left out, that stop in mid-sentence at a margin's width."""
    if len(lines) < 2:
        return 0.0
    broken = sum(_is_broken(one, other) for one, other in pairwise(lines))
    return broken / (len(lines) - 1)


def _is_broken(line: Line, following: Line) -> bool:
    if _FINISHED.search(line.text) or len(line.text) not in _WIDTHS:
        return False
    goes_on = len(following.text) >= _LINE or bool(_FINISHED.search(following.text))  # a date does not
    return following.text[0].islower() or (len(line.text) >= _LINE and goes_on)
