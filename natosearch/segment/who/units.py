"""Units: turns gathered into Q&A, paragraphs and the rest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from natosearch.model.documents import Unit
from natosearch.model.passages import Role, Span, Turn, UnitType
from natosearch.segment.talk.turns import RawTurn, role_of
from natosearch.segment.who.cast import Named

_ASIDES = 6  # hand-overs and stage directions in a row that may stand before an answer goes on
# Names the speaker of one span of a turn.
Resolve = Callable[[RawTurn, Span], Named]


def make_units(turns: list[RawTurn], breaks: list[int], goes_on: frozenset[int], resolve: Resolve) -> list[Unit]:
    """The units of the document in order, numbered from 1, without mentions and topics; ``breaks`` is where, in
    order, lines begin that are no part of what is said, ``goes_on`` where paragraphs do that page matter breaks.

    A Q&A is one questioner's turn and what follows it up to the next question; a hand-over by a moderator or a stage
    direction belongs to it only where an answer follows.
    """
    groups: list[tuple[UnitType, list[Turn]]] = []
    for number, turn in enumerate(turns):
        unit = _unit_type(turn, turns, number, bool(groups) and groups[-1][0] == "qa")
        if unit == "paragraph" and turn.floor == "answer":
            turn = replace(turn, floor="statement")
        made = _make_turns(turn, breaks, resolve)
        if unit == "paragraph":
            for one in made:
                if one.span.start in goes_on and groups and groups[-1][0] == "paragraph":
                    groups[-1][1].append(one)
                else:
                    groups.append(("paragraph", [one]))
        elif unit == "qa" and turn.floor != "question":
            groups[-1][1].extend(made)
        else:
            groups.append((unit, made))
    return [_make_unit(n, unit, made) for n, (unit, made) in enumerate(groups, start=1)]


def _unit_type(turn: RawTurn, turns: list[RawTurn], number: int, open_qa: bool) -> UnitType:
    if turn.floor in ("lead", "statement"):
        return "paragraph"
    if turn.floor == "question":
        return "qa"
    if turn.floor == "answer":
        return "qa" if open_qa else "paragraph"
    later = (following.floor for following in turns[number + 1 : number + 1 + _ASIDES])
    after = next((floor for floor in later if floor not in ("moderator", "direction")), None)
    return "qa" if open_qa and after == "answer" else "other"


def _make_turns(turn: RawTurn, breaks: list[int], resolve: Resolve) -> list[Turn]:
    """The pieces of ``turn``: a paragraph each in a statement, else as few as breaks between them allow."""
    label = turn.label.text if turn.label else None
    label_span = turn.label.span if turn.label else None
    empty = [Span(turn.label.span.end, turn.label.span.end)] if turn.label else []
    spans = list(turn.spans) if turn.floor in ("lead", "statement") else _joined(turn.spans, breaks)
    made = []
    for n, span in enumerate(spans or empty):
        named = resolve(turn, span)
        role: Role = named.role or role_of(turn.floor)
        made.append(Turn(role, span, label, label_span if n == 0 else None, named.name or None, named.source or None))
    return made


def _joined(spans: tuple[Span, ...], breaks: list[int]) -> list[Span]:
    """Spans that have only white space between them made one."""
    joined: list[Span] = []
    for span in spans:
        if joined and bisect_left(breaks, joined[-1].end) == bisect_left(breaks, span.start):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _make_unit(n: int, unit: UnitType, turns: list[Turn]) -> Unit:
    said = [turn for turn in turns if turn.span.start < turn.span.end]
    if not said:
        return Unit(n, "other", turns[0].span, tuple(turns))
    return Unit(n, unit, Span(said[0].span.start, said[-1].span.end), tuple(turns))
