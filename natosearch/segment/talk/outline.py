"""The outline of a text: its lines, what each is, and its turns; from here on nothing looks at the page again."""

from __future__ import annotations

from dataclasses import dataclass

from natosearch.model.passages import Span
from natosearch.rules import Rules
from natosearch.segment.labels.labels import find_labels
from natosearch.segment.page.layout import Part, mark_lines
from natosearch.segment.page.paragraphs import mark_paragraphs
from natosearch.segment.page.repeated import page_lines
from natosearch.segment.talk.blocks import make_blocks
from natosearch.segment.talk.floors import set_floors
from natosearch.segment.talk.turns import RawTurn, split_turns
from natosearch.text.lines import Line, split_lines


@dataclass(frozen=True, slots=True)
class Outline:
    """A document's lines with the part that each is, and its turns with their floors."""

    text: str
    lines: list[Line]
    parts: list[Part]
    turns: list[RawTurn]
    goes_on: frozenset[int]  # where paragraphs begin that go on with a sentence broken by page matter

    def spans(self, part: Part) -> tuple[Span, ...]:
        """Where the lines of one part stand."""
        return tuple(line.span for line, what in zip(self.lines, self.parts, strict=True) if what == part)

    def words(self, part: Part) -> list[str]:
        """The lines of one part."""
        return [line.text for line, what in zip(self.lines, self.parts, strict=True) if what == part]

    def header(self) -> list[str]:
        """The header's lines above the first words; those below are headings, or a statement's last lines."""
        above = self.parts.index("body") if "body" in self.parts else len(self.parts)
        return [line.text for line, what in zip(self.lines[:above], self.parts, strict=False) if what == "header"]

    def paragraphs(self) -> list[str]:
        """What is said, a text for each paragraph."""
        return [span.of(self.text) for turn in self.turns for span in turn.spans]

    def breaks(self) -> list[int]:
        """Where a line begins that is no part of what is said: furniture, or a heading between turns."""
        return [line.span.start for line, what in zip(self.lines, self.parts, strict=True) if what != "body"]


def make_outline(text: str, rules: Rules, learnt: frozenset[str] = frozenset()) -> Outline:
    """The outline of ``text``; ``learnt`` are the lines that its folder shares as page matter."""
    lines, labels = find_labels(mark_paragraphs(split_lines(text)), rules)
    parts = mark_lines(lines, labels, rules)
    for number in page_lines(lines, learnt):
        parts[number] = "furniture"
    believed = [label for label in labels if parts[label.line] == "body"]
    blocks = make_blocks(lines, parts, believed)
    header = "\n".join(line.text for line, part in zip(lines, parts, strict=True) if part == "header")
    turns = set_floors(split_turns(text, blocks, header, rules), text, rules)
    return Outline(text, lines, parts, turns, frozenset(block.span.start for block in blocks if block.goes_on))
