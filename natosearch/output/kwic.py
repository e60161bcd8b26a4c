"""A concordance: every match on a line of its own, in the words around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from natosearch.model.passages import Hit, Span, Turn
from natosearch.output.shown import Shown
from natosearch.output.snippets import heard_turns, voice
from natosearch.output.visible import one_line, visible
from natosearch.text.words import split_words

Side = Literal["left", "right"]

_KEPT = 240  # code points on each side: as much as the widest screen has
_LOOKED_AT = 4 * _KEPT  # of text, for white space is made one space
_PIPED = 60  # code points on each side in a pipe
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class KwicLine:
    """One match with the words before and behind it in its turn, white space made one space: set side by side the
    three read as the text does.
    """

    date: str
    speaker: str
    left: str
    match: str
    right: str
    id: str


def kwic_lines(shown: Iterable[Shown]) -> Iterator[KwicLine]:
    """Every match in the turns that were searched; a hit that matches by its title or speaker alone has none."""
    for one in shown:
        turns = sorted(heard_turns(one.hit), key=lambda turn: turn.span)
        starts = [turn.span.start for turn in turns]
        for match in one.hit.matches:
            number = bisect_right(starts, match.start) - 1
            if number >= 0 and match.end <= turns[number].span.end:
                yield _line(one.hit, turns[number], match)


def _line(hit: Hit, turn: Turn, match: Span) -> KwicLine:
    text, (start, end) = hit.passage.text, turn.span
    left = _spaced(text[max(start, match.start - _LOOKED_AT) : match.start])
    right = _spaced(text[match.end : min(end, match.end + _LOOKED_AT)])
    return KwicLine(
        date=hit.passage.date,
        speaker=one_line(voice(hit.passage, turn)),
        left=last_words(left, _KEPT),
        match=one_line(match.of(text)),
        right=first_words(right, _KEPT),
        id=hit.passage.id,
    )


def _spaced(text: str) -> str:
    return visible(_SPACE.sub(" ", text))


def kwic_row(line: KwicLine) -> str:
    """A line for a pipe: date, speaker, left context, match, right context and id between tabs."""
    left, right = last_words(line.left, _PIPED), first_words(line.right, _PIPED)
    return "\t".join((line.date, line.speaker, left, line.match, right, line.id))


def sort_kwic(lines: Iterable[KwicLine], by: Side) -> list[KwicLine]:
    """The lines by the words on one side, the nearest to the match first; accents and case do not matter."""
    side: Callable[[KwicLine], str] = attrgetter(by)
    step = -1 if by == "left" else 1
    return sorted(lines, key=lambda line: split_words(side(line)).folded[::step])


def last_words(text: str, room: int, measure: Callable[[str], int] = len) -> str:
    """The end of ``text``, whole words, that measures no more than ``room``; of a word that is longer, its end."""
    if measure(text) <= room:
        return text
    start = len(text) - room if measure is len else _start_of_end(text, room, measure)
    space = text.find(" ", start)
    if start and text[start - 1] != " " and space >= 0 and text[space:].strip():
        start = space
    kept = text[start:].lstrip()
    while measure(kept) > room:  # signs that are wider together than one by one
        kept = kept[1:]
    return kept


def _start_of_end(text: str, room: int, measure: Callable[[str], int]) -> int:
    """Where the last characters of ``text`` begin that measure no more than ``room`` one by one."""
    start = len(text)
    while start and measure(text[start - 1]) <= room:
        start -= 1
        room -= measure(text[start])
    return start


def first_words(text: str, room: int, measure: Callable[[str], int] = len) -> str:
    """The beginning of ``text``, as :func:`last_words` its end."""
    reverse = len if measure is len else lambda text: measure(text[::-1])
    return last_words(text[::-1], room, reverse)[::-1]
