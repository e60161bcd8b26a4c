"""Turns: who holds the floor, block after block, and in which role."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from natosearch.model.passages import Role, Span
from natosearch.rules import Rules
from natosearch.segment.labels.labels import Label
from natosearch.segment.talk.blocks import Block
from natosearch.segment.talk.unlabelled import read_unlabelled

# `lead` is what stands before the first label: an opening statement, or an editor's introduction. An `answer` that no
# question precedes becomes a `statement` when units are made.
Floor = Literal["lead", "question", "answer", "statement", "moderator", "direction"]

_DIRECTION = re.compile(r"^(?:\[[^\[\]]*\]|\([^()]*\))[.]?$")


@dataclass(frozen=True, slots=True)
class RawTurn:
    """Consecutive blocks of one voice, before anybody has been named."""

    floor: Floor
    label: Label | None
    spans: tuple[Span, ...]

    def text(self, document: str) -> str:
        """The words of the turn, a line for each block."""
        return "\n".join(span.of(document) for span in self.spans)


def split_turns(text: str, blocks: list[Block], header: str, rules: Rules) -> list[RawTurn]:
    """The turns of the document in order, each block in exactly one.

    A document without labels is one `lead`, unless its ``header`` and paragraphs show that somebody asks.
    """
    if not any(block.label for block in blocks):
        parts = read_unlabelled(text, [block.span for block in blocks], header, rules)
        return [RawTurn(floor, None, spans) for floor, spans in parts]
    turns: list[RawTurn] = []
    for number, block in enumerate(blocks):
        if block.label is not None:
            turns.append(RawTurn(_floor(block.label), block.label, _spans(block)))
        elif _is_direction(text, blocks, number):
            turns.append(RawTurn("direction", None, (block.span,)))
        elif not turns:
            turns.append(RawTurn("lead", None, (block.span,)))
        elif turns[-1].floor == "direction":
            turns.append(_resumed(turns, block))
        else:
            turns[-1] = replace(turns[-1], spans=(*turns[-1].spans, block.span))
    return turns


def _resumed(turns: list[RawTurn], block: Block) -> RawTurn:
    """Behind a stage direction goes on who spoke before it."""
    before = next((turn for turn in reversed(turns) if turn.floor != "direction"), None)
    if before is None:
        return RawTurn("lead", None, (block.span,))
    label = None if before.label is None else replace(before.label, span=Span(block.span.start, block.span.start))
    return RawTurn(before.floor, label, (block.span,))


def role_of(floor: Floor) -> Role:
    """The role that readers see; a `lead` is a statement until it is found to be an introduction."""
    if floor == "lead":
        return "statement"
    return "narration" if floor == "direction" else floor


def _spans(block: Block) -> tuple[Span, ...]:
    return (block.span,) if block.span.start < block.span.end else ()


def _floor(label: Label) -> Floor:
    return "answer" if label.role == "person" else label.role


def _is_direction(text: str, blocks: list[Block], number: int) -> bool:
    """Whether a bracketed paragraph stands between turns rather than inside one."""
    if not _DIRECTION.match(blocks[number].span.of(text)):
        return False
    return number + 1 == len(blocks) or blocks[number + 1].label is not None
