"""Paragraphs: body lines joined as the document means them, each with the label that opens it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from natosearch.model.passages import Span
from natosearch.segment.labels import Label
from natosearch.segment.layout import Part
from natosearch.text.lines import Line

_SENTENCE_END = re.compile(r"[.!?\u2026:,;][\"'\u2019\u201d\u00bb)\]]*$")
_WRAP_WIDTHS = range(40, 101)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the body: its words without the label before them; empty for a label alone on its line."""

    span: Span
    label: Label | None


def make_blocks(lines: list[Line], parts: list[Part], labels: list[Label]) -> list[Block]:
    """The paragraphs of the body in order. A label, a blank line or furniture begins a new one.

    A body without blank lines has a paragraph a line, unless its lines are wrapped at one width.
    """
    label_of = {label.line: label for label in labels}
    body = [number for number, part in enumerate(parts) if part == "body"]
    every_line = not any(lines[number].gap for number in body[1:]) and not _is_wrapped([lines[n] for n in body])
    blocks: list[Block] = []
    last = -1
    for number in body:
        line, label = lines[number], label_of.get(number)
        if label is not None:
            blocks.append(Block(_after(label.span.end, line), label))
        elif line.gap or every_line or number != last + 1:
            blocks.append(Block(line.span, None))
        else:
            previous = blocks[-1]
            start = previous.span.start if previous.span.start < previous.span.end else line.span.start
            blocks[-1] = Block(Span(start, line.span.end), previous.label)
        last = number
    return blocks


def _after(end: int, line: Line) -> Span:
    return Span(min(end, line.span.end), line.span.end)


def _is_wrapped(lines: list[Line]) -> bool:
    """Whether most lines are broken at a width rather than at a sentence's end."""
    broken = [line for line in lines[:-1] if len(line.text) in _WRAP_WIDTHS and not _SENTENCE_END.search(line.text)]
    return len(lines) > 3 and len(broken) * 2 > len(lines)
