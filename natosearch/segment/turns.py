"""Turns: who holds the floor, block after block, and in which role."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from natosearch.model.passages import Role, Span
from natosearch.segment.blocks import Block
from natosearch.segment.labels import Label

# `lead` is what stands before the first label: an opening statement, or an editor's introduction. An `answer` that no
# question precedes becomes a `statement` when units are made.
Floor = Literal["lead", "question", "answer", "statement", "moderator", "direction"]

_DIRECTION = re.compile(r"^(?:\[[^\[\]]*\]|\([^()]*\))[.]?$")
_ASKS = re.compile(r"\?[\"'\u2019\u201d)\]]*(?:\s+\S+){0,6}\s*$")  # a question may be followed by a short thanks


@dataclass(frozen=True, slots=True)
class RawTurn:
    """Consecutive blocks of one voice, before anybody has been named."""

    floor: Floor
    label: Label | None
    spans: tuple[Span, ...]


def split_turns(text: str, blocks: list[Block]) -> list[RawTurn]:
    """The turns of the document in order, each block in exactly one.

    A document without labels is one `lead`.
    """
    askers = _askers(text, blocks)
    turns: list[tuple[Floor, Label | None, list[Span]]] = []
    for number, block in enumerate(blocks):
        if block.label is not None:
            turns.append((_floor(block.label, askers), block.label, _spans(block)))
        elif _is_direction(text, blocks, number):
            turns.append(("direction", None, [block.span]))
        elif turns and turns[-1][0] != "direction":
            turns[-1][2].append(block.span)
        else:
            turns.append(("lead", None, [block.span]))
    return [RawTurn(floor, label, tuple(spans)) for floor, label, spans in turns]


def role_of(floor: Floor) -> Role:
    """The role that readers see; a `lead` is a statement until it is found to be an introduction."""
    if floor == "lead":
        return "statement"
    return "narration" if floor == "direction" else floor


def _spans(block: Block) -> list[Span]:
    return [block.span] if block.span.start < block.span.end else []


def _floor(label: Label, askers: set[str]) -> Floor:
    if label.role == "moderator":
        return "moderator"
    return "question" if label.role == "question" or label.key in askers else "answer"


def _askers(text: str, blocks: list[Block]) -> set[str]:
    """Named people who ask rather than answer, in a document whose questions carry no role: an interviewer."""
    labels = [block.label for block in blocks if block.label]
    if any(label.role == "question" for label in labels):
        return set()
    said: dict[str, list[str]] = defaultdict(list)
    voice = None
    for block in blocks:
        if block.label is not None:
            voice = block.label.key
            said[voice].append("")
        if voice is not None:
            said[voice][-1] = block.span.of(text) or said[voice][-1]
    persons = {label.key for label in labels if label.role == "person"}
    asking = {key: sum(bool(_ASKS.search(turn)) for turn in said[key]) / len(said[key]) for key in persons}
    askers = {key for key, share in asking.items() if share >= 0.5}
    return askers if askers != persons else set()


def _is_direction(text: str, blocks: list[Block], number: int) -> bool:
    """Whether a bracketed paragraph stands between turns rather than inside one."""
    if not _DIRECTION.match(blocks[number].span.of(text)):
        return False
    return number + 1 == len(blocks) or blocks[number + 1].label is not None
