"""Which lines are the header, which are furniture, and where the document's own words begin and end."""

from __future__ import annotations

import re
from typing import Literal

from natosearch.rules import Rules
from natosearch.segment.front_matter import front_matter_end
from natosearch.segment.labels import Label
from natosearch.text.lines import Line

Part = Literal["header", "furniture", "body"]

_SENTENCE_END = re.compile(r"[.!?\u2026:][\"'\u2019\u201d\u00bb)\]]*$")
_PARENTHETICAL = re.compile(r"^[(\[].*[)\]]$")
_CRUMB = re.compile(r"[\s\u00a0][/>\u00bb\u203a][\s\u00a0]")
_GREETING = re.compile(
    r"(?i:dear|thank you|good (?:morning|afternoon|evening|day)|ladies|excellenc(?:y|ies)|your excellenc(?:y|ies)"
    r"|distinguished|colleagues|friends|welcome|mr|mrs|ms|dr)\b"
)
_HEADING = re.compile(r"#{1,6}\s")
_TAIL_PROSE_WORDS = 40  # a teaser is shorter; an article that goes on after a "Read more" box is not
_PROSE_WORDS = 12
_LINE_WIDTH = 100  # code points; a longer line is a paragraph, not one line of a hard-wrapped one


def mark_lines(lines: list[Line], labels: list[Label], rules: Rules) -> list[Part]:
    """For each line whether it is header, furniture or body."""
    front = front_matter_end(lines)
    furniture = [number >= front and _is_page_matter(line, rules) for number, line in enumerate(lines)]
    labelled = {label.line for label in labels}
    start = _body_start(lines, furniture, labelled, rules)
    end = _body_end(lines, labels, start, rules)
    parts: list[Part] = []
    for number, line in enumerate(lines):
        if number >= end or furniture[number] or (number < start and _is_breadcrumb(line)):
            parts.append("furniture")
        elif number < start or _HEADING.match(line.text):
            parts.append("header")
        else:
            caption = number not in labelled and bool(labels) and _is_caption(lines, number, rules)
            parts.append("furniture" if caption else "body")
    return parts


def is_prose(text: str) -> bool:
    """Whether ``text`` reads as a paragraph: enough words, and a sentence's end."""
    return len(text.split()) >= _PROSE_WORDS and bool(_SENTENCE_END.search(text)) and not is_aside(text)


def is_aside(text: str) -> bool:
    """Whether ``text`` stands in brackets as a whole: `(As delivered)`."""
    return bool(_PARENTHETICAL.match(text))


def _is_page_matter(line: Line, rules: Rules) -> bool:
    return rules.furniture.is_furniture(line.text) or not any(c.isalnum() for c in line.text)


def _is_breadcrumb(line: Line) -> bool:
    return len(_CRUMB.findall(line.text)) >= 2


def breadcrumb_leaf(line: str) -> str:
    """The last step of a breadcrumb, which is the page's own title; empty if ``line`` is no breadcrumb."""
    steps = _CRUMB.split(line)
    return steps[-1].strip() if len(steps) >= 3 else ""


def _body_start(lines: list[Line], furniture: list[bool], labelled: set[int], rules: Rules) -> int:
    """The first line of the document's own words; after the title where nothing else tells."""
    first_label = min(labelled, default=len(lines))
    number = front_matter_end(lines)
    while number < first_label:
        if furniture[number] or _is_breadcrumb(lines[number]):
            number += 1
            continue
        end = _block_end(lines, number, first_label)
        block = " ".join(line.text for line in lines[number:end])
        if is_prose(block) or _is_salutation(block, rules):
            return _first_paragraph(lines, number, end)
        number = end
    if first_label < len(lines):
        return first_label
    return next((n + 1 for n in range(len(lines) - 1) if not furniture[n]), 0)


def _first_paragraph(lines: list[Line], number: int, end: int) -> int:
    """Where in a block a long line of prose follows the short ones of a header; without one, where it begins."""
    for first in range(number, end):
        text = lines[first].text
        if len(text) > _LINE_WIDTH:
            return first if is_prose(text) else number
        if _SENTENCE_END.search(text):
            break
    return number


def _block_end(lines: list[Line], number: int, limit: int) -> int:
    """The line before which the paragraph that begins at ``number`` ends."""
    end = number + 1
    while end < limit and not lines[end].gap:
        end += 1
    return end


def _is_salutation(block: str, rules: Rules) -> bool:
    """Whether ``block`` greets the audience: `Dr. Osmani, dear Vjosa,` or `Good afternoon.`"""
    words = block.split()
    if len(words) > 12 or not block.endswith((",", ".", "!")):
        return False
    offices = rules.people.find_offices(block)
    return bool(_GREETING.match(block)) or " dear " in block.lower() or bool(offices and offices[0].start == 0)


def _body_end(lines: list[Line], labels: list[Label], start: int, rules: Rules) -> int:
    """The line from which the site speaks again: teasers, menus, addresses."""
    after = max([start + 1, *(label.line + 1 for label in labels)])
    prose = (n for n in range(len(lines) - 1, after, -1) if len(lines[n].text.split()) >= _TAIL_PROSE_WORDS)
    last_prose = next(prose, after - 1)
    for number in range(max(after, last_prose), len(lines)):
        if rules.furniture.opens_tail(lines[number].text):
            return number
    return len(lines)


def _is_caption(lines: list[Line], number: int, rules: Rules) -> bool:
    """Whether a line between turns only names somebody, as the caption of a photograph does."""
    line = lines[number]
    alone = line.gap and (number + 1 == len(lines) or lines[number + 1].gap)
    if not alone or len(line.text.split()) > 12:
        return False
    names = rules.people.find(line.text)
    if not names:
        return False
    rest = list(line.text)
    spans = [(m.start, m.end) for m in names] + [(m.start, m.end) for m in rules.people.find_offices(line.text)]
    for start, end in spans:
        rest[start:end] = " " * (end - start)
    return all(word.strip(",()") in ("", "the", "The", "of") for word in "".join(rest).split())
