"""A document with its parts marked, as a record and in plain lines: what an editor checks against the original."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from natosearch.model.documents import Document
from natosearch.model.passages import NO_TITLE, Span
from natosearch.output.records import VERSION, shown_path, turn_record
from natosearch.output.visible import one_line
from natosearch.text.lines import line_number, line_starts


def document_record(document: Document) -> dict[str, Any]:
    """A document as `inspect --json` shows it; every span counts from the document's text."""
    return {
        "v": VERSION,
        "path": shown_path(document.path),
        "title": document.title.value or NO_TITLE,
        "title_source": document.title.source,
        "kind": document.kind,
        "kind_source": document.kind_source,
        "date": document.date.value or None,
        "date_source": document.date.source,
        "place": list(document.place),
        "place_source": document.place_source if document.place else None,
        "speakers": list(document.speakers),
        "topic": list(document.topics.values),
        "topic_source": document.topics.source if document.topics else None,
        "url": document.url.value or None,
        "units": [
            {
                "n": unit.n,
                "unit": unit.unit,
                "span": list(unit.span),
                "speaker": list(unit.speakers),
                "asked_by": unit.asked_by,
                "speech": unit.speech,
                "mentions": list(unit.mentions),
                "topic": list(unit.topics),
                "turns": [turn_record(turn) for turn in unit.turns],
            }
            for unit in document.units
        ],
        "header": [list(span) for span in document.header],
        "furniture": [list(span) for span in document.furniture],
        "warnings": list(document.warnings),
    }


def document_lines(document: Document) -> Iterator[str]:
    """A document drawn for people who check it: what was found and how, then every part of the text in its order."""
    yield f"{one_line(shown_path(document.path))}"
    yield f"  title     {one_line(document.title.value or NO_TITLE)}  [{document.title.source}]"
    yield f"  kind      {document.kind}" + (f"  [{document.kind_source}]" if document.kind_source != "text" else "")
    yield f"  date      {document.date.value or '-'}  [{document.date.source}]"
    yield f"  place     {one_line(', '.join(document.place)) or '-'}  [{document.place_source}]"
    yield f"  speakers  {one_line(', '.join(document.speakers)) or '-'}"
    if document.topics:
        yield f"  topics    {', '.join(document.topics.values)}  [{document.topics.source}]"
    if document.url:
        yield f"  url       {one_line(document.url.value)}  [{document.url.source}]"
    for warning in document.warnings:
        yield f"  warning   {one_line(warning)}"
    for _, line in sorted(_parts(document)):
        yield line


def _parts(document: Document) -> Iterator[tuple[tuple[int, int], str]]:
    """Each part with where it stands; a unit's heading comes before its turns."""
    for name, spans in (("header", document.header), ("furniture", document.furniture)):
        for span in spans:
            yield (span.start, 0), f"\n{name}: {one_line(span.of(document.text))}"
    starts = line_starts(document.text)
    for unit in document.units:
        facts = [f"#{unit.n} {unit.unit}, {lines_shown(starts, unit.span)}"]
        if unit.unit != "other":
            facts += [unit.speech]
            facts += [f"asked by {unit.asked_by}"] if unit.asked_by else []
            facts += ["mentions " + ", ".join(unit.mentions)] if unit.mentions else []
            facts += ["topics " + ", ".join(unit.topics)] if unit.topics else []
        yield (unit.span.start, 1), "\n" + "; ".join(facts)
        for turn in unit.turns:
            who = one_line(turn.speaker or "-")
            source = f" [{turn.speaker_source}]" if turn.speaker_source else ""
            label = f" under the label '{one_line(turn.label)}'" if turn.label else ""
            yield (turn.span.start, 2), f"  {turn.role}: {who}{source}{label}"
            yield (turn.span.start, 3), f"    {one_line(turn.span.of(document.text))}"


def lines_shown(starts: list[int], span: Span) -> str:
    """`line 32`, `lines 34-42`: where ``span`` stands, given the document's line starts."""
    first, last = line_number(starts, span.start), line_number(starts, max(span.start, span.end - 1))
    return f"line {first}" if first == last else f"lines {first}-{last}"
