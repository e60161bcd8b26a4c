"""A text understood: from its lines to a document with units, people, date, place and topics."""

from __future__ import annotations

import os
import traceback
from dataclasses import dataclass, replace

from natosearch.documents.read import read_source
from natosearch.model.documents import Document, Found, Problem, Source, Unit
from natosearch.model.passages import Passage, Span, Speech, Turn
from natosearch.rules import Rules
from natosearch.segment.asker import find_asker
from natosearch.segment.attribution import Attribution, attribute
from natosearch.segment.blocks import make_blocks
from natosearch.segment.facts import find_kind, find_title
from natosearch.segment.labels import Label, find_labels
from natosearch.segment.layout import Part, mark_lines
from natosearch.segment.turns import RawTurn, split_turns
from natosearch.segment.units import make_units
from natosearch.segment.venue import find_venue
from natosearch.segment.when import find_date
from natosearch.text.lines import Line, line_number, line_starts, split_lines


@dataclass(frozen=True, slots=True)
class _Outline:
    """The document's lines and what each is."""

    text: str
    lines: list[Line]
    labels: list[Label]
    parts: list[Part]
    turns: list[RawTurn]

    def spans(self, part: Part) -> tuple[Span, ...]:
        return tuple(line.span for line, what in zip(self.lines, self.parts, strict=True) if what == part)

    def breaks(self) -> list[int]:
        """Where a line begins that is no part of what is said: furniture, or a heading between turns."""
        return [line.span.start for line, what in zip(self.lines, self.parts, strict=True) if what != "body"]

    def header(self) -> list[str]:
        return [span.of(self.text) for span in self.spans("header")]


def read_file(path: str, rules: Rules) -> Document | Problem:
    """The document at ``path``, or why there is none."""
    source = read_source(path)
    return source if isinstance(source, Problem) else understand_source(source, rules)


def understand_source(source: Source, rules: Rules) -> Document | Problem:
    """The document in ``source``, or a Problem if understanding it fails, which is our fault."""
    try:
        return read_document(source, rules)
    except Exception as error:
        *_, place = traceback.extract_tb(error.__traceback__)
        why = f"{type(error).__name__} in {os.path.basename(place.filename)}:{place.lineno}"
        return Problem(source.path, f"left out by a fault of natosearch, please report it ({why})")


def read_document(source: Source, rules: Rules) -> Document:
    """The document in ``source``: where and when it was said, by whom, and in which units. Pure."""
    outline = _outline(source.text, rules)
    header = "\n".join(outline.header())
    paragraphs = [span.of(source.text) for turn in outline.turns for span in turn.spans]
    title = find_title(outline.lines, outline.parts, rules)
    stem = os.path.splitext(os.path.basename(source.path))[0]
    date = find_date(outline.lines, outline.parts, rules, stem)
    kind = find_kind(title.value, header, "\n".join(paragraphs), outline.turns)
    place, place_source = find_venue(title.value, outline.header(), paragraphs, kind, rules)
    about = Attribution(outline.text, outline.turns, title.value, header, date.value, kind)
    units = make_units(outline.turns, outline.breaks(), attribute(about, rules))
    return Document(
        path=source.path,
        text=source.text,
        sha256=source.sha256,
        title=title,
        kind=kind,
        date=date,
        place=place,
        place_source=place_source,
        header=outline.spans("header"),
        furniture=outline.spans("furniture"),
        units=tuple(_about(unit, source.text, rules) for unit in units),
        warnings=_warnings(date, units),
    )


def _outline(text: str, rules: Rules) -> _Outline:
    lines = split_lines(text)
    labels = find_labels(lines, rules)
    parts = mark_lines(lines, labels, rules)
    believed = [label for label in labels if parts[label.line] == "body"]
    return _Outline(text, lines, believed, parts, split_turns(text, make_blocks(lines, parts, believed)))


def _about(unit: Unit, text: str, rules: Rules) -> Unit:
    """``unit`` with what it speaks of, who asked it, and whether its words are its speaker's own."""
    if unit.unit == "other":
        return replace(unit, speech=_speech(unit))
    questions = "\n".join(turn.span.of(text) for turn in unit.turns if turn.role == "question")
    others = "\n".join(turn.span.of(text) for turn in unit.turns if turn.role != "question")
    first = next((turn for turn in unit.turns if turn.role == "question"), None)
    return replace(
        unit,
        speech=_speech(unit),
        asked_by=find_asker(first.label or "", questions, rules) if first else None,
        mentions=rules.places.mentions(f"{questions}\n{others}"),
        topics=rules.topics.topics(others or questions, inherited=questions if others else ""),
    )


def _speech(unit: Unit) -> Speech:
    roles = {turn.role for turn in unit.turns}
    if roles & {"question", "answer", "statement", "moderator"}:
        return "direct"
    return "reported" if "reported" in roles else "narration"


def _warnings(date: Found, units: list[Unit]) -> tuple[str, ...]:
    warnings = []
    if not date.value:
        warnings.append("no date found in the text")
    if not any(unit.unit != "other" for unit in units):
        warnings.append("nothing to index: no paragraph and no question was found")
    return tuple(warnings)


def make_passages(document: Document, doc: str) -> list[Passage]:
    """The units of ``document`` that are indexed, under the id ``doc``; turns count from the passage's text."""
    starts = line_starts(document.text)
    return [
        Passage(
            doc=doc,
            n=unit.n,
            unit=unit.unit,
            kind=document.kind,
            title=document.title.value,
            date=document.date.value,
            date_source=document.date.source,
            place=document.place,
            speakers=unit.speakers,
            asked_by=unit.asked_by,
            speech=unit.speech,
            mentions=unit.mentions,
            topics=unit.topics,
            path=document.path,
            span=unit.span,
            line_start=line_number(starts, unit.span.start),
            line_end=line_number(starts, unit.span.end - 1),
            text=unit.span.of(document.text),
            turns=tuple(_moved(turn, -unit.span.start) for turn in unit.turns if turn.span.start < turn.span.end),
        )
        for unit in document.units
        if unit.unit != "other"
    ]


def _moved(turn: Turn, by: int) -> Turn:
    return replace(turn, span=turn.span.moved(by), label_span=None)
