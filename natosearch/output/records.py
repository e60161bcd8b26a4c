"""Records for scripts: the JSON objects whose keys and types never change within a version."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from typing import Any

from natosearch.model.passages import NO_TITLE, Hit, Passage, Turn
from natosearch.output.shown import Shown
from natosearch.output.snippets import choose_snippet
from natosearch.output.visible import UNSAFE

VERSION = 1
# The keys of every hit in their order: a table has its header before, and without, any hit.
KEYS = (
    "v", "rank", "score", "id", "doc", "n", "unit", "kind", "title", "date", "date_source", "place", "speaker",
    "asked_by", "speech", "mentions", "topic", "path", "span", "line_start", "line_end", "question", "text", "turns",
    "snippet", "snippet_speaker", "matches", "cite", "url",
)  # fmt: skip
ASKED = ("query", "before", "after", "why")  # only with several queries, neighbours, an explanation


def dump(record: Any, *, compact: bool = False) -> str:
    """``record``, or a list of them, on one line, as a terminal and a reader of lines may have it.

    Controls, line separators and lone surrogates are written as JSON's escapes: the same value, and nothing to obey.
    """
    separators = (",", ":") if compact else None
    written = json.dumps(record, ensure_ascii=False, separators=separators)
    return written if written.isprintable() else re.sub(UNSAFE, _escape, written)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


def dump_lines(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    """JSON Lines: one object a line."""
    return (dump(record) for record in records)


def dump_array(records: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The same objects in one array, one a line."""
    comma = "["
    for record in records:
        yield comma + dump(record)
        comma = ","
    yield "]" if comma == "," else "[]"


def hit_record(hit: Hit) -> dict[str, Any]:
    """A hit as a record; spans of turns and matches count from the passage's text."""
    passage, snippet = hit.passage, choose_snippet(hit)
    return {
        "v": VERSION,
        "rank": hit.rank,
        "score": round(hit.score, 4),
        "id": passage.id,
        "doc": passage.doc,
        "n": passage.n,
        "unit": passage.unit,
        "kind": passage.kind,
        "title": passage.title or NO_TITLE,
        "date": passage.date or None,
        "date_source": passage.date_source,
        "place": list(passage.place),
        "speaker": list(passage.speakers),
        "asked_by": passage.asked_by,
        "speech": passage.speech,
        "mentions": list(passage.mentions),
        "topic": list(passage.topics),
        "path": shown_path(passage.path),
        "span": list(passage.span),
        "line_start": passage.line_start,
        "line_end": passage.line_end,
        "question": passage.question or None,
        "text": passage.text,
        "turns": [turn_record(turn) for turn in passage.turns],
        "snippet": snippet.span.of(passage.text),
        "snippet_speaker": snippet.turn.speaker,
        "matches": [list(match) for match in hit.matches],
        "cite": cite(passage),
        "url": passage.url or None,
    }


def shown_record(shown: Shown) -> dict[str, Any]:
    """A hit as a record, with the query that found it and its neighbours where they were asked for."""
    record = hit_record(shown.hit)
    if shown.query:
        record = {"v": record.pop("v"), "query": shown.query, **record}
    if shown.with_context:
        record["before"] = [neighbour_record(passage) for passage in shown.before or ()]
        record["after"] = [neighbour_record(passage) for passage in shown.after or ()]
    if shown.hit.why:
        record["why"] = [[name, round(score, 4)] for name, score in shown.hit.why]
    return record


def neighbour_record(passage: Passage) -> dict[str, Any]:
    """What there is to read of a passage beside a hit; the rest is in its own record."""
    return {
        "id": passage.id,
        "unit": passage.unit,
        "speaker": list(passage.speakers),
        "question": passage.question or None,
        "text": passage.text,
        "line_start": passage.line_start,
        "line_end": passage.line_end,
    }


def turn_record(turn: Turn) -> dict[str, Any]:
    """A turn inside a passage or a document; its span counts from the same start as theirs."""
    return {
        "role": turn.role,
        "speaker": turn.speaker,
        "label": turn.label,
        "speaker_source": turn.speaker_source,
        "span": list(turn.span),
    }


def shown_path(path: str) -> str:
    """``path`` as it opens the file from the current folder: relative if it lies below, else absolute."""
    try:
        below = os.path.join(os.getcwd(), "")
    except OSError:  # the current folder is gone
        return path
    return path[len(below) :] if path.startswith(below) else path


def cite(passage: Passage) -> str:
    """Who, at which event, where, when, and in which lines of which file: what a quotation's footnote needs."""
    event = ", ".join(filter(None, [", ".join(passage.place), passage.date or "undated"]))
    lines = f"{passage.line_start}-{passage.line_end}"
    if passage.line_start == passage.line_end:
        lines = str(passage.line_start)
    who = " and ".join(passage.speakers)
    said = f"{who}, " if who else ""
    return f"{said}{passage.title or NO_TITLE} ({event}), {shown_path(passage.path)}:{lines}"
