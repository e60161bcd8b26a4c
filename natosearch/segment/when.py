"""When it was said: the day of the event, and how it was found."""

from __future__ import annotations

import re

from natosearch.model.documents import Found
from natosearch.rules import Rules
from natosearch.segment.dates import DateFound, find_dates
from natosearch.segment.front_matter import front_matter_end, read_front_matter
from natosearch.segment.layout import Part
from natosearch.text.lines import Line
from natosearch.text.sentences import split_sentences

_PLANNED = re.compile(
    r"\b(?:will|would|shall|to be held|scheduled|next|upcoming|forthcoming|plan(?:s|ned)?|until|by|ahead of|before"
    r"|summit of)\b",
    re.IGNORECASE,
)


def find_date(lines: list[Line], parts: list[Part], rules: Rules) -> Found:
    """The day of the event: from the header, else from the first sentences of the body; never an update stamp."""
    dates = find_dates(read_front_matter(lines).get("date", ""))
    if dates:
        return Found(dates[0].iso, "front matter")
    header = [
        line.text
        for line, part in list(zip(lines, parts, strict=True))[front_matter_end(lines) :]
        if part == "header" and not rules.furniture.is_stamp(line.text)
    ]
    # A line that is little but a date comes before a date in a title, which may be another event's.
    for bare in (True, False):
        for text in header:
            dates = find_dates(text)
            if dates and (_is_bare(text, dates[0]) if bare else not _PLANNED.search(text[: dates[0].start])):
                return Found(dates[0].iso, "header")
    body = " ".join(line.text for line, part in zip(lines, parts, strict=True) if part == "body")[:1200]
    for span in split_sentences(body)[:2]:
        dates = find_dates(span.of(body))
        if dates and not _PLANNED.search(span.of(body)[: dates[0].start]):
            return Found(dates[0].iso, "body")
    return Found()


def _is_bare(line: str, date: DateFound) -> bool:
    return len(line) - (date.end - date.start) < 25
