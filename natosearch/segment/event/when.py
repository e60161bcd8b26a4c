"""When it was said: the day of the event, and how it was found; never an update stamp or a day only spoken of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date as Day
from typing import Literal, NamedTuple

from natosearch.model.documents import Found
from natosearch.rules import Rules
from natosearch.segment.facts.dates import DateFound, complete_dates, date_in_name, find_dates
from natosearch.segment.facts.front_matter import front_matter_end, read_front_matter
from natosearch.segment.page.layout import Part
from natosearch.text.lines import Line
from natosearch.text.sentences import split_sentences

Rank = Literal["bare", "within", "published"]

# Front matter says when a page was published, last in this order; never when it was modified.
_FRONT_KEYS = ("date", "event_date", "published", "published_time", "pubdate", "publish_date")
_TOP_LINES = 15  # of a page, among which a line that is nothing but a date dates it, whatever the layout takes it for
_MOST_LINES = 200  # that are looked at for a header's
_LAST_LINES = 3
_WRAPPED = 45  # code points from which a line can be one of a hard-wrapped paragraph
_LONGEST_CELL = 80  # code points of a line that is nothing but a date
_OPENING = 1500  # code points of the body in which its first sentences stand
_FIRST_SENTENCES = 2
_TODAY_SENTENCES = 8
_DATELINES = 4  # lines of the body that can hold a dateline: a title in the same block may stand before it
_REMAINDER = 25  # code points beside its date in a line that is little but a date
_SAME_EVENT = 45  # days between an event and the day on which its transcript was released

_YEAR = re.compile(r"(?<![\w./-])(?:19[4-9]\d|20\d\d)(?!\w)")
_CELL = re.compile(r"[|\u2022\u00b7]")
_LONGEST_LINE = 400  # code points; a longer line is no line of a header
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s|(?:lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche)\s)?"
)
_STAMPED = re.compile(
    r"\b(?:updated|(?:last|page) update|izmj?en\w+|modified|revised|mise? \u00e0 jour|aktualisiert|a\u017eurirano"
    r"|accessed|retrieved|archived"
    r"|copyright|printed|\u00a9)\b[^|\d]{0,25}$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:release[sd]?(?: date)?|published|posted|issued|publication|publi\u00e9e?|objavljeno|ver\u00f6ffentlicht"
    r"|uploaded|embargo(?:ed)?)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:will|would|shall|to be held|scheduled|plan(?:s|ned)?|deadline)\b"
    r"|\b(?:until|till|by|from|before|for|since|as of|through)\s(?:the\s)?$",
    re.IGNORECASE,
)
# `Press conference ahead of the meeting, 5 May 2020` is of that day, `ahead of the meeting of 5 May 2020` is not.
_AHEAD = re.compile(
    r"\b(?:next|upcoming|forthcoming|coming|ahead of|prior to|before|summit of|plan(?:s|ned)? (?:for|until))\b",
    re.IGNORECASE,
)
_SET_APART = re.compile(rf"[,(;:\u2013\u2014-]\s{{0,3}}(?:(?:on|at|held)\s)?{_WEEKDAY}$", re.IGNORECASE)
# What happened on a day that a title or a sentence only speaks of.
_SPOKEN_OF = re.compile(
    r"\b(?:since|anniversary|attacks?|events? of|adopted|signed|resolution|born|dated|treaty|agreement|elections?"
    r"|letter of|independence|as from|as of|effective|established|appointed|last|when|after)\b[^.]{0,60}$",
    re.IGNORECASE,
)
_AMERICAN = re.compile(
    r"for immediate release|\bwhite house\b|u\.s\. department|department of (?:state|defense)|[ap]\.?m\.?"
    r" \(?[ecmp][ds]t\b|secretary of (?:state|defense)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:(?:[^\W\d_]+ ){0,2}(?:date|datum)|when|on|le|objavljeno|(?:published|posted)(?: on)?)\b\s?:?", re.IGNORECASE
)
_FILLING = re.compile(
    rf"{_WEEKDAY.removesuffix('?')}|\b\d{{1,2}}[:.h]\d{{2}}(?::\d{{2}}(?:\.\d{{1,2}})?)?\s?(?:[ap]\.?m\.?|hrs|hours|rm)?"
    r"|\b\d{4} hours|\b(?:gmt|utc|cest|cet|est|edt|z)\b|[+-]\d{4}\b|\bat\b|\bon\b",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_a-z][\w.'\u2019/-]{0,20}"
_DATELINE = re.compile(
    rf"^{_NAME}(?:,? (?:{_NAME}|de|of|al)){{0,6}}(?:,\s?|\s\()(?i:{_WEEKDAY})[\w. ,]{{3,24}}?\)?,?\s?"
    r"(?:[(/][^)/]{2,30}[)/])?\s?(?:[-\u2013\u2014]{1,2}|:|/)\s"
)
_PLACE = re.compile(rf"^{_NAME}(?:,? (?:{_NAME}|de|of|al)){{0,6}}\s?(?:\([^)]{{2,30}}\)\s?)?[-\u2013\u2014]{{1,2}}\s")
_SIGNED = re.compile(rf"\W{{0,3}}(?:[^\W\d_][\w .'\u2019-]{{1,30}},\s?(?:the\s)?)?{_WEEKDAY}", re.IGNORECASE)
_TODAY = re.compile(
    rf"\b(?:today|tonight|this (?:morning|afternoon|evening)|(?:this|here) is (?:the|your|our) [\w ]{{0,25}}"
    rf"(?:briefing|update|press conference|broadcast|conference) (?:of|for|on))(?:\W\s?|\s)(?:is\s)?(?:on\s)?{_WEEKDAY}"
    r"(?:the\s)?$",
    re.IGNORECASE,
)
_EVENT = (
    r"(?:met|meets?|meeting|talks?|talked|conversation|interview(?:ed)?|visit(?:s|ed|ing)?|held|host(?:s|ed)|received"
    r"|welcomed|spoke|said|told|briefed|arrived|attended|addressed|took (?:part|place|over)|taken place|participated"
    r"|gathered|opened|chaired|travel+ed|concluded|delivered|handed over|conducted|briefing|conference|ceremony)"
)
_HELD_ON = re.compile(rf"\b{_EVENT}\b[^.;?!]{{0,140}}?\bon\s{_WEEKDAY}(?:the\s)?(?:\w+\sof\s)?$", re.IGNORECASE)
_ON = re.compile(rf"^\W{{0,3}}(?:on\s)?{_WEEKDAY}(?:the\s)?$", re.IGNORECASE)
_HAPPENED = re.compile(rf"\b{_EVENT}\b", re.IGNORECASE)
# An interviewer introduces: `We met him in Mons`; who says `We met in Mons` speaks of another day.
_WE_MET = re.compile(
    r"\b(?:We|I) (?:met|(?:sat down|spoke|talked|caught up) (?:with|to)) (?=him\b|her\b|the |[^\W\d_a-z])"
)
# Words of somebody who speaks: the day they name first is as likely as not another one.
_SPEAKS = re.compile(r"\b(?:I|we|my|you|thank|good (?:morning|afternoon|evening|day)|ladies|dear)\b", re.IGNORECASE)


class _Page(NamedTuple):
    """The lines of a page that can say when, front matter apart: the first ones, the header's in cells, the body's."""

    top: list[str]
    header: list[str]
    body: list[str]
    last: list[str]
    years: frozenset[int]  # what the header and the breadcrumb name
    month_first: bool

    def dates(self, text: str) -> list[DateFound]:
        return find_dates(text, month_first=self.month_first)


def find_date(lines: list[Line], parts: list[Part], rules: Rules, stem: str = "") -> Found:
    """The day of the event; ``stem`` is the file's name without its suffix, asked where the text names no day.

    From the front matter, the header, a dateline, the first sentences, the last line; never an update stamp.
    """
    front = read_front_matter(lines)
    for key in _FRONT_KEYS:
        dates = find_dates(front.get(key, ""))
        if dates:
            return Found(dates[0].iso, "front matter")
    page = _read_page(lines, parts, rules)
    readers: tuple[tuple[Callable[[_Page], str], str], ...] = (
        (_from_header, "header"),
        (_from_top, "header"),
        (_from_dateline, "dateline"),
        (_from_first_sentences, "body"),
        (_from_last_lines, "body"),
    )
    for read, source in readers:
        iso = read(page)
        if iso:
            return Found(iso, source)
    iso = date_in_name(stem)
    return Found(iso, "filename") if iso else Found()


def _read_page(lines: list[Line], parts: list[Part], rules: Rules) -> _Page:
    kept = list(zip(lines, parts, strict=True))[front_matter_end(lines) :]
    # A header line below the first words is a heading, or a statement's last line.
    above = next((n for n, (_, part) in enumerate(kept) if part == "body"), len(kept))
    cells = [
        cell
        for line, part in kept[: min(above, _MOST_LINES)]
        if part == "header"
        for cell in _CELL.split(" ".join(line.text[:_LONGEST_LINE].split()))
        if cell.strip() and not rules.furniture.is_stamp(cell)
    ]
    first = kept[:_TOP_LINES]
    around = " ".join(line.text[:_LONGEST_LINE] for line, part in first if part != "body")
    return _Page(
        top=_own_lines(first),
        header=cells,
        body=[line.text for line, part in kept if part == "body"],
        last=_own_lines([pair for pair in kept[above:] if pair[1] != "furniture"][-_LAST_LINES - 1 :]),
        years=frozenset(int(year) for year in _YEAR.findall(around)),
        month_first=_AMERICAN.search(around) is not None,
    )


def _own_lines(kept: list[tuple[Line, Part]]) -> list[str]:
    """The lines that do not go on with the prose of the line before."""
    return [line.text for n, (line, part) in enumerate(kept) if part != "body" or not _goes_on(kept[n - 1 :][:2])]


def _goes_on(pair: list[tuple[Line, Part]]) -> bool:
    """The second of two lines goes on with the prose of the first: `September 3, 2021.`, not `04.12.2024 17:35`."""
    if len(pair) < 2 or pair[1][0].gap or len(pair[0][0].text) < _WRAPPED:
        return False
    return any(c.isalpha() for c in pair[1][0].text)


def _from_header(page: _Page) -> str:
    """A line that is little but a date comes before a date in a title, which may be another event's.

    The day of a release comes last, unless the other is so far from it that it must be of something else.
    """
    found: dict[Rank, str] = {}
    for before, cell in zip(["", *page.header], page.header, strict=False):
        for rank, date in _ranked(cell, before, page):
            found.setdefault(rank, date.iso)
    if "bare" in found:
        return found["bare"]
    released, within = found.get("published", ""), found.get("within", "")
    if released and within:
        days = (Day.fromisoformat(released) - Day.fromisoformat(within)).days
        return within if 0 <= days <= _SAME_EVENT else released
    return within or released


def _ranked(cell: str, before: str, page: _Page) -> Iterator[tuple[Rank, DateFound]]:
    """The first date of a header's cell, which follows the cell ``before``; no stamp and nothing planned."""
    for date in page.dates(cell)[:1]:
        ahead = _led_in(before) + cell[: date.start]
        if _STAMPED.search(ahead) or _is_of_another_day(ahead):
            continue
        bare = len(" ".join(cell.split())) - (date.end - date.start) < _REMAINDER
        published = _PUBLISHED.search(ahead if bare else ahead[-_REMAINDER:])
        yield ("published" if published else "bare" if bare else "within"), date


def _led_in(before: str) -> str:
    """The line ``before`` if it announces what stands on the next: `Last updated:`."""
    return f"{before[-_REMAINDER:].strip()} " if before.rstrip().endswith(":") else ""


def _is_of_another_day(before: str) -> bool:
    """What follows ``before`` is the day of something planned or remembered."""
    if _PLANNED.search(before):
        return True
    apart = _SET_APART.search(before) is not None
    return not apart and bool(_AHEAD.search(before) or _SPOKEN_OF.search(before))


def _from_top(page: _Page) -> str:
    """A line among the first that is a date and nothing else, also where it was not taken for the header's."""
    found: dict[Rank, str] = {}
    for before, text in zip(["", *page.top], page.top, strict=False):
        dates = page.dates(text) if len(text) < _LONGEST_CELL else []
        stamped = dates and _STAMPED.search(_led_in(before) + text[: dates[0].start])
        if dates and not stamped and _only_a_date(text, dates[0]):
            found.setdefault("published" if _PUBLISHED.search(text) else "bare", dates[0].iso)
    return found.get("bare") or found.get("published", "")


def _only_a_date(text: str, date: DateFound) -> bool:
    rest = f"{_LABEL.sub('', text[: date.start])} {text[date.end :]}"
    return not any(c.isalnum() for c in _FILLING.sub(" ", f"{rest} "))


def _from_dateline(page: _Page) -> str:
    """`PRISTINA, March 3 - ...`, the year from the header or a breadcrumb if both name only one."""
    for text in page.body[:_DATELINES]:
        match = _DATELINE.match(text)
        if match is None:
            continue
        # Commas belong to a day as well as to the places before it, so the day is looked for in all of the dateline.
        dateline = text[: match.end()]
        dates = page.dates(dateline)
        if dates:
            return dates[0].iso
        days = complete_dates(dateline, *page.years) if len(page.years) == 1 else []
        if days:
            return days[0].iso
    return ""


def _from_first_sentences(page: _Page) -> str:
    """A day of which the first sentences say that it is today, or that something was held on it."""
    body = " ".join(page.body[:40])[:_OPENING]
    for number, span in enumerate(split_sentences(body)[:_TODAY_SENTENCES]):
        sentence = _PLACE.sub("", span.of(body)) if number == 0 else span.of(body)
        for date in page.dates(sentence)[:1]:
            before = sentence[: date.start]
            if _TODAY.search(before):
                return date.iso
            if number < _FIRST_SENTENCES and _tells_of(sentence, before):
                return date.iso
        # `On 12 June the troops …` under a breadcrumb that names the year
        for date in complete_dates(sentence, *page.years)[:1] if number == 0 and len(page.years) == 1 else ():
            if not page.dates(sentence) and _tells_of(sentence, sentence[: date.start]):
                return date.iso
    return ""


def _tells_of(sentence: str, before: str) -> bool:
    """A sentence of somebody who reports says that something was held on the day that follows ``before``."""
    if _PLANNED.search(before) or _AHEAD.search(before) or _SPOKEN_OF.search(before):
        return False
    if _SPEAKS.search(_WE_MET.sub("met ", before)):
        return False
    if _HELD_ON.search(before):
        return True
    return bool(_ON.match(before)) and bool(_HAPPENED.search(sentence)) and not _SPEAKS.search(sentence)


def _from_last_lines(page: _Page) -> str:
    """A statement signed with its day on the last lines: `Skopje, 22 November 2023`."""
    for text in page.last:
        dates = page.dates(text) if len(text) < _LONGEST_CELL else []
        signed = dates and _SIGNED.fullmatch(text[: dates[0].start]) and not text[dates[-1].end :].strip(" .)")
        if signed and not _STAMPED.search(text[: dates[0].start]):
            return dates[0].iso
    return ""
