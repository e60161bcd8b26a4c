"""Paragraphs: body lines joined as the document means them, each with the label that opens it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from natosearch.model.passages import Span
from natosearch.segment.labels.labels import Label
from natosearch.segment.page.layout import Part
from natosearch.segment.page.paragraphs import is_bullet
from natosearch.text.lines import Line

_UNFINISHED = re.compile(r"[\w,\u2019'-]$")
_GOES_ON = re.compile(r"[^\W\d_A-Z]|(?:--|[\u2013\u2014])[ \u00a0]*[^\W\d_A-Z]|\u2026[ ]?[^\W\d_A-Z]")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the body: its words without the label before them; empty for a label alone on its line.

    ``goes_on`` says that it goes on with a sentence that page matter breaks.
    """

    span: Span
    label: Label | None
    goes_on: bool = False


def make_blocks(lines: list[Line], parts: list[Part], labels: list[Label]) -> list[Block]:
    """The paragraphs of the body in order; the ``gap`` of a line says where one begins.

    A label, furniture and an item of a list begin a new one, too; a sentence that a blank line breaks is one.
    """
    label_of = {label.line: label for label in labels}
    body = [number for number, part in enumerate(parts) if part == "body"]
    blocks: list[Block] = []
    last = -1
    for number in body:
        line, label = lines[number], label_of.get(number)
        if label is not None:
            blocks.append(Block(_after(label.span.end, line), label))
        elif not blocks or number != last + 1 or _begins(line, lines[last]):
            blocks.append(Block(line.span, None, bool(blocks) and number != last + 1 and _continues(line, lines[last])))
        else:
            previous = blocks[-1]
            start = previous.span.start if previous.span.start < previous.span.end else line.span.start
            blocks[-1] = replace(previous, span=Span(start, line.span.end))
        last = number
    return blocks


def _begins(line: Line, before: Line) -> bool:
    """Whether ``line`` begins a paragraph: not where it goes on with the sentence that stopped before it."""
    if is_bullet(line.text):
        return True
    return line.gap and not _continues(line, before)


def _continues(line: Line, before: Line) -> bool:
    return bool(_UNFINISHED.search(before.text[-3:])) and bool(_GOES_ON.match(line.text))


def _after(end: int, line: Line) -> Span:
    return Span(min(end, line.span.end), line.span.end)
