"""The title, and how it was found."""

from __future__ import annotations

import re

from natosearch.model.documents import Found
from natosearch.rules import Rules
from natosearch.segment.dates import DateFound, find_dates
from natosearch.segment.front_matter import front_matter_end, read_front_matter
from natosearch.segment.header import breadcrumb_leaf, is_aside
from natosearch.segment.layout import Part
from natosearch.text.lines import Line

_BULLET = re.compile(r"^[\u2022*\u00b7#>|-]+\s*")
_CONTINUES = re.compile(
    r"^(?:by|with|on|of|at|in|for|from|following|during|after|ahead|and|to|before|the|given)\b", re.IGNORECASE
)
_FIELD = re.compile(r"^(?P<key>[A-Za-z_ -]{3,20}):\s*(?P<value>.*)$")
_OFFICIAL = re.compile(
    r"\b(?:office|press service|press release|for immediate release|transcript id|release (?:date|type))\b",
    re.IGNORECASE,
)

_LONGEST_TITLE = 300  # code points; a longer line is no title


def find_title(lines: list[Line], parts: list[Part], rules: Rules) -> Found:
    """The title: the first header lines that are neither date nor place nor form, else a breadcrumb's leaf."""
    front = read_front_matter(lines).get("title", "")
    if front:
        return Found(front, "front matter")
    start = front_matter_end(lines)
    header = [line for line, part in list(zip(lines, parts, strict=True))[start:] if part == "header"]
    title: list[str] = []
    for line in header:
        text = _title_text(line.text, rules)
        if title and (not text or not (_CONTINUES.match(text) or title[-1].endswith((",", "-")))):
            break
        if text and sum(map(len, title)) < _LONGEST_TITLE:
            title.append(text)
    if title:
        return Found(" ".join(title), "header")
    for line in lines[:12]:
        leaf = breadcrumb_leaf(line.text)
        if leaf:
            return Found(leaf, "breadcrumb")
    return Found()


def _title_text(line: str, rules: Rules) -> str:
    """``line`` as a part of a title, or nothing if it is a date, a place, a form's field or an aside."""
    field = _FIELD.match(line)
    if field and field.group("key").lower().strip() in ("title", "headline", "subject"):
        return field.group("value").strip(" '\"")
    text = _BULLET.sub("", line).strip()
    dates = find_dates(text[:_LONGEST_TITLE])
    is_form = _OFFICIAL.search(text) or (field and field.group("key").islower())
    if not text or len(text) > _LONGEST_TITLE or is_aside(text) or is_form:
        return ""
    if dates and _is_bare(text, dates[0]):
        return ""
    if rules.places.get(text.strip(" ,.")) is not None:
        return ""
    return text


def _is_bare(line: str, date: DateFound) -> bool:
    return len(line) - (date.end - date.start) < 25
