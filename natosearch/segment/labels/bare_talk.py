"""Talks whose labels are no words: letters that a scanner misread, dashes, and the chevrons of captions."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from natosearch.segment.labels.shapes import Candidate
from natosearch.text.lines import Line

_DASHED_LINES = 4  # fewer are a list
_TAKE_TURNS = 0.7


def talk_without_names(candidates: list[Candidate], lines: list[Line]) -> list[Candidate]:
    """The labels of a talk in which nobody is named, or only the first: damaged ones, dashes, chevrons."""
    return _damaged(candidates) or _chevrons(candidates, lines) or _dashed_talk(candidates, lines)


def _damaged(candidates: list[Candidate]) -> list[Candidate]:
    """Labels of one to three signs that a scanner misread: `J;` and `3:` are one, `PH:`, `PX;` and `PK:` another.

    Believed where two voices stand there at least twice each.
    """
    short = [
        one for one in candidates if one.shape in ("damaged", "colon") and len(one.text) <= 3 and " " not in one.text
    ]
    voices = Counter(_blurred(one.text) for one in short)
    if len([voice for voice, times in voices.items() if times > 1]) != 2:
        return []
    return [one._replace(text=one.text, role="person") for one in short if voices[_blurred(one.text)] > 1]


def _blurred(text: str) -> str:
    return text[0] + "?" if len(text) > 1 else "?"


def _chevrons(candidates: list[Candidate], lines: list[Line]) -> list[Candidate]:
    """Captions in which `>>` says that another speaks: of those without a name every second one asks."""
    changes = [one for one in candidates if lines[one.line].text.startswith(">>")]
    bare = [one for one in changes if one.shape == "mark"]
    if len(bare) < _DASHED_LINES:
        return []
    ends = {one.line: other.line for one, other in pairwise(changes)} | {changes[-1].line: len(lines)}
    asking = [any("?" in line.text for line in lines[one.line : ends[one.line]]) for one in bare]
    first = 0 if sum(asking[0::2]) >= sum(asking[1::2]) else 1
    roles = {one.line: "question" if number % 2 == first else "answer" for number, one in enumerate(bare)}
    return [
        one._replace(role="question" if roles.get(one.line) == "question" else "answer") if one in bare else one
        for one in changes
        if one in bare or one.shape == "colon"
    ]


def _dashed_talk(candidates: list[Candidate], lines: list[Line]) -> list[Candidate]:
    """An interview in which a dash begins what each says: those that end in a question mark ask, and take turns."""
    dashed = [one for one in candidates if one.shape == "mark" and not one.text.startswith(">")]
    if len(dashed) < _DASHED_LINES:
        return []
    ends = [one.line for one in dashed[1:]] + [dashed[-1].line + 1]
    asking = [lines[end - 1].text.endswith("?") for end in ends]
    asked = sum(asking)
    both = sum(one and not other for one, other in pairwise(asking))  # a question, and behind it an answer
    if asked < 2 or (both < asked * _TAKE_TURNS and asked < len(dashed)):
        return []
    places = {number % 2 for number, asks in enumerate(asking) if asks}
    if len(places) == 1 and both:  # every dash is a change of voice: `– Nineteen people are dead.` asks, too
        asking = [number % 2 in places for number in range(len(asking))]
    return [one._replace(role="question" if asks else "answer") for one, asks in zip(dashed, asking, strict=True)]
