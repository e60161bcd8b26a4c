"""Which lines are the header, which are furniture, and where the document's own words begin and end."""

from __future__ import annotations

import re
from typing import Literal

from natosearch.rules import Rules
from natosearch.segment.facts.front_matter import front_matter_end
from natosearch.segment.labels.labels import Label
from natosearch.segment.page.captions import find_captions
from natosearch.segment.page.header import is_breadcrumb, is_form_field, is_menu
from natosearch.segment.page.page_matter import (
    continued_pages,
    is_clock_time,
    is_link,
    is_noise,
    is_page_matter,
    pull_quotes,
    repeated_heads,
)
from natosearch.segment.page.start import body_start
from natosearch.segment.page.tail import body_end, closing_dates
from natosearch.text.lines import Line

Part = Literal["header", "furniture", "body"]

_DASHES = ("\u2014", "\u2013", "-", "--", "\u2026")
_STOPS = '.!?:\u2026"\u201d)]'
_WRAPPED = 40  # code points; a shorter line was not broken at a width
_NOTICE_LINES = 5
_HEADING = re.compile(r"#{1,6}\s")


def mark_lines(lines: list[Line], labels: list[Label], rules: Rules) -> list[Part]:
    """For each line whether it is header, furniture or body.

    A label that stands above the body is a field of the header: who reads labels after this looks at the part.
    """
    front = front_matter_end(lines)
    labelled = [label.line for label in labels]
    furniture = [number >= front and _is_furniture(lines, number, rules) for number in range(len(lines))]
    _extend_notices(lines, furniture, rules)
    start = body_start(lines, furniture, labelled, rules)
    turns = {number for number in labelled if number >= start}
    for number in _added(lines, start) - turns:
        furniture[number] = True
    after = max([start + 1, *(number + 1 for number in turns)])
    end = body_end(lines, furniture, after, rules)
    body = [number for number in range(start, end) if not furniture[number] and not _HEADING.match(lines[number].text)]
    captions, headings = find_captions(lines, body, turns, rules)
    said = set(body) - captions - headings - (closing_dates(lines, furniture, start, end) - turns)
    return [
        _part(number, line, said, number >= end or furniture[number] or number in captions, start)
        for number, line in enumerate(lines)
    ]


def _part(number: int, line: Line, said: set[int], furniture: bool, start: int) -> Part:
    if number in said:
        return "body"
    return "furniture" if furniture or (number < start and is_breadcrumb(line.text)) else "header"


def _is_furniture(lines: list[Line], number: int, rules: Rules) -> bool:
    text = lines[number].text
    if _goes_on(lines, number):
        return False
    told = rules.furniture.is_furniture(text) or is_page_matter(text) or _is_rule(lines, number)
    return told and not is_form_field(text)


def _extend_notices(lines: list[Line], furniture: list[bool], rules: Rules) -> None:
    """A notice broken at a width goes on to its sentence's end or to a blank line."""
    for number in range(1, len(lines)):
        above = lines[number - 1]
        if furniture[number] or not furniture[number - 1] or lines[number].gap or above.text[-1] in _STOPS:
            continue
        broken = len(above.text) >= _WRAPPED or lines[number].text[0].islower()
        furniture[number] = broken and (rules.furniture.is_notice(above.text) or _is_rest(lines, number, rules))


def _is_rest(lines: list[Line], number: int, rules: Rules) -> bool:
    """Whether a notice began at most three lines above and has not ended since."""
    for at in range(number - 1, max(-1, number - _NOTICE_LINES), -1):
        if rules.furniture.is_notice(lines[at].text):
            return True
        if lines[at].gap or (at and lines[at - 1].text[-1] in _STOPS):
            return False
    return False


def _goes_on(lines: list[Line], number: int) -> bool:
    """Whether a line is the rest of a wrapped one: `and so they came to an` / `end.`, `can be found at` / `https://…`"""
    text = lines[number].text
    if number == 0 or lines[number].gap or not (text[0].islower() or "://" in text):
        return False
    above = lines[number - 1].text
    return above[-1] not in _STOPS and ("://" in text or len(above) >= _WRAPPED)


def _is_rule(lines: list[Line], number: int) -> bool:
    """Whether a line has no word; the dash that a wrapped paragraph leaves on a line of its own is a part of that."""
    if any(c.isalnum() for c in lines[number].text):
        return False
    if number == 0 or lines[number].gap or lines[number].text not in _DASHES:
        return True
    above = lines[number - 1].text
    broken_off = len(above) >= _WRAPPED and above[-1] not in _STOPS
    return not broken_off and (number + 1 == len(lines) or lines[number + 1].gap)


def _added(lines: list[Line], start: int) -> set[int]:
    """The lines of the body that somebody added to what was said."""
    added = {n for n in range(start, len(lines)) if _is_added(lines[n].text)}
    added |= pull_quotes(lines, start)
    return added | repeated_heads(lines, start) | (continued_pages(lines) - set(range(start)))


def _is_added(text: str) -> bool:
    return is_clock_time(text) or is_noise(text) or is_link(text) or ("|" in text and text[0] != "|" and is_menu(text))
