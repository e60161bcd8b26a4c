"""Speaker labels: the words that open a turn and say whose it is, found, believed and cut out of their lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from natosearch.model.passages import Span
from natosearch.rules import Rules
from natosearch.segment.facts.front_matter import front_matter_end
from natosearch.segment.labels.bare_talk import talk_without_names
from natosearch.segment.labels.belief import believe
from natosearch.segment.labels.shapes import Candidate, find_candidates
from natosearch.segment.labels.voices import merge_voices
from natosearch.segment.labels.words import LabelRole
from natosearch.text.lines import Line
from natosearch.text.words import fold_text

_BROKEN_OFF = re.compile(r"[.!?\u2026)\]] (?P<label>[^\W\d_a-z][\w.'\u2019-]*(?: [^\W\d_a-z][\w.'\u2019-]*){0,3})$")


@dataclass(frozen=True, slots=True)
class Label:
    """A believed label: the line it opens, its words, its span (punctuation included), and what the words are.

    ``key`` is what the labels of one speaker share: case, accents and punctuation do not count, and initials have the
    key of the name that they stand for.
    """

    line: int
    text: str
    span: Span
    role: LabelRole
    key: str


class Labelled(NamedTuple):
    """The lines of a document, cut where a label stands inside one, and the labels, each at the start of its line."""

    lines: list[Line]
    labels: list[Label]


def find_labels(lines: list[Line], rules: Rules) -> Labelled:
    """The labels of a document in order, none where it has none."""
    start = front_matter_end(lines)
    candidates = find_candidates(lines, start, rules)
    broken = _rejoined(lines, candidates, rules)
    if broken is not lines:
        return find_labels(broken, rules)
    believed = believe(candidates, lines, start, rules) or talk_without_names(candidates, lines)
    voices = merge_voices(believed)
    return _cut(lines, [(one, voices[one.key]) for one in believed])


def _rejoined(lines: list[Line], candidates: list[Candidate], rules: Rules) -> list[Line]:
    """``lines`` with two made one where a label is broken over them: one that stands elsewhere, or a name or office."""
    opening = {one.line: one for one in candidates if one.shape in ("colon", "broken")}
    known = {one.key for one in opening.values() if " " in one.key}
    joined: list[Line] = []
    for number, line in enumerate(lines):
        begin = _BROKEN_OFF.search(joined[-1].text) if number in opening and joined and not line.gap else None
        if begin and _is_one(begin.group("label"), opening[number].text, known, rules):
            before = joined[-1]
            between = " " * (line.span.start - before.span.end - 1)
            whole = f"{before.text}\n{between}{line.text}"
            joined[-1] = before._replace(text=whole, span=Span(before.span.start, line.span.end))
        else:
            joined.append(line)
    return joined if len(joined) < len(lines) else lines


def _is_one(first: str, rest: str, known: set[str], rules: Rules) -> bool:
    """Whether ``first`` at a line's end and ``rest`` on the next are one label."""
    whole = f"{first} {rest}"
    if fold_text(whole) in known:
        return True
    named = [(one.start, one.end) for one in rules.people.find(whole)]
    named += [(one.start, one.end) for one in rules.people.find_offices(whole)]
    beside = any(end == len(first) for _, end in named) and any(start == len(first) + 1 for start, _ in named)
    return beside or any(start < len(first) < end for start, end in named)


def _cut(lines: list[Line], believed: list[tuple[Candidate, str]]) -> Labelled:
    """``lines`` cut before each label that stands inside one."""
    at: dict[int, list[tuple[Candidate, str]]] = {}
    for one, key in believed:
        at.setdefault(one.line, []).append((one, key))
    cut: list[Line] = []
    labels: list[Label] = []
    for number, line in enumerate(lines):
        if number not in at:
            cut.append(line)
            continue
        pieces = list(_pieces(line, [one.span.start for one, _ in at[number]]))
        first = len(cut)
        cut.extend(pieces)
        for one, key in at[number]:
            place = next(first + n for n, piece in enumerate(pieces) if piece.span.start == one.span.start)
            labels.append(Label(place, one.text, one.span, one.role, key))
    return Labelled(cut, labels)


def _pieces(line: Line, starts: list[int]) -> Iterable[Line]:
    inner = [start for start in starts if start > line.span.start]
    if not inner:
        yield line
        return
    ends = [line.span.start, *inner, line.span.end]
    for n, (start, end) in enumerate(pairwise(ends)):
        text = line.text[start - line.span.start : end - line.span.start].rstrip()
        yield Line(text, Span(start, start + len(text)), line.number, line.gap and n == 0, line.indent)
