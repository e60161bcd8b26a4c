"""A document's units as the passages that are indexed and printed."""

from __future__ import annotations

from natosearch.model.documents import Document
from natosearch.model.passages import Passage, Turn
from natosearch.text.lines import line_number, line_starts


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
            url=document.url.value,
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
    return turn._replace(span=turn.span.moved(by), label_span=None)
