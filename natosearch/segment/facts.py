"""What and of which kind: title and kind, each with how it was found."""

from __future__ import annotations

import re

from natosearch.model.documents import Found
from natosearch.model.passages import Kind
from natosearch.rules import Rules
from natosearch.segment.dates import DateFound, find_dates
from natosearch.segment.front_matter import front_matter_end, read_front_matter
from natosearch.segment.layout import Part, breadcrumb_leaf, is_aside
from natosearch.segment.turns import RawTurn
from natosearch.text.lines import Line
from natosearch.text.voice import first_person_words

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

_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("interview", re.compile(r"\binterview(?:s|ed)?\b|\bquestions and answers -|\bexclusive\b", re.IGNORECASE)),
    (
        "press_conference",
        re.compile(
            r"\bpress (?:conference|briefing|point|availability|gaggle|stake-?out|call|encounter)|\bnews conference"
            r"|\bbriefing\b"
            r"|\bdoorstep|\bdoorstop|\bstake-?out|\bquestions (?:&|and) answers|\bmedia (?:availability|briefing)",
            re.IGNORECASE,
        ),
    ),
    ("speech", re.compile(r"\b(?:speech|address|lecture|keynote|opening remarks)\b", re.IGNORECASE)),
    (
        "statement",
        re.compile(
            r"\b(?:statement|communiqu[e\u00e9]|declaration|release|readout|read-out|remarks|message)\b", re.IGNORECASE
        ),
    ),
)
_DIALOGUE: tuple[Kind, ...] = ("interview", "press_conference")


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


def find_kind(title: str, header: str, body: str, turns: list[RawTurn]) -> Kind:
    """Which of the five kinds the document is: by its title, by its header, by how it is built."""
    dialogue = any(turn.floor == "question" for turn in turns)
    lead = " ".join(body.split())[:600] if dialogue else ""
    for text in (title, header, lead):
        for kind, pattern in _KINDS:
            if pattern.search(text) and (kind in _DIALOGUE) == dialogue:
                return kind
    if dialogue:
        letters = any(turn.label is not None and turn.label.role == "answer" for turn in turns)
        return "interview" if letters else "press_conference"
    if any(turn.label is not None for turn in turns):
        return "statement"
    return "speech" if first_person_words(body) * 60 > len(body.split()) else "article"
