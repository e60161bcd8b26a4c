"""The lines above a document's own words: what each of them is, and where those words begin."""

from __future__ import annotations

import itertools
import re

from natosearch.rules import Rules
from natosearch.segment.dates import find_dates
from natosearch.segment.front_matter import front_matter_end
from natosearch.segment.page_matter import is_clock_time
from natosearch.text.lines import Line

_SENTENCE_END = re.compile(r"[.!?\u2026:][\"'\u2019\u201d\u00bb)\]*_]*$")
# Inside a line: not behind a name's initial or an abbreviation, which are short and have a capital (`Gen. Foggo`).
_SENTENCE_BREAK = re.compile(r"\b(?:[a-z]{3,}|\w{5,})[.!?][\"'\u2019\u201d)]{0,2}\s{1,3}[\"'\u2018\u201c(]?[A-Z]")
# A speaker in capitals whose one turn makes no label: `THE PRESIDENT:  Thank you, Madam Vice President.`
_SHOUTED = re.compile(r"[A-Z][A-Z.'\u2019-]+(?: [A-Z.'\u2019-]+){0,4}:\s+\S.*[a-z][.!?][\"'\u2019\u201d)]*$")
_ITEM = re.compile(r"(?:\(?[\dA-Za-z]{1,2}[.)]|[\u2022*-])\s")
_JOINS = re.compile(r"(?:,|\b(?i:by|with|and|of|at|the|for|to|in|on|from|following|after))$")
_PARENTHETICAL = re.compile(r"^[(\[].*[)\]]$")
_CRUMB = re.compile(r"[\s\u00a0][/>\u00bb\u203a][\s\u00a0]")
_HOME = re.compile(r"(?i:you are here|(?:nato )?home|accueil|start)[:\s\u00a0]{0,4}[/>\u00bb\u203a:]")
_GREETING = re.compile(
    r"(?i:dear|thank you|thanks|good (?:morning|afternoon|evening|day)|ladies|(?:your )?excellenc(?:y|ies)"
    r"|distinguished|colleagues|friends|welcome|hello|hi|mr|mrs|ms|dr)\b"
)
_BARE_GREETING = re.compile(
    r"(?i:(?:good (?:morning|afternoon|evening)|thank you|hello|welcome|ladies and gentlemen)"
    r"(?: (?:everyone|everybody|all|very much|to you all|ladies and gentlemen))*)"
)
# Fields of the forms that archives and press offices put above a text, whatever their case.
_FORM = re.compile(
    r"(?i:(?:release (?:date|type)|transcript id|for (?:the )?press|headline|title|date|time|place|venue|location"
    r"|storyid|subjects?|topics?|text|author|category|published|pub ?date|link|guid|language|duration|event"
    r"|embargo(?:ed)?(?: until)?)[ \u00a0]?:|for (?:immediate )?release\b|e ?& ?o ?e\b)"
)
_ATTRIBUTABLE = re.compile(r"(?i:.{0,40}\battributable to\b.{0,80}:)")
_TIME_WORDS = frozenset("at on h hrs hours local time gmt cet cest utc am pm".split())
_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun".split()
)
_PROSE_WORDS = 12
_LINE_WIDTH = 100  # code points; a longer line is a paragraph, not one line of a hard-wrapped one
_MOST_LINES = 12  # of one paragraph that are read to find its first sentence's end
_SHORT_SENTENCE = 4  # words; a shorter one may be a title's last line


def is_aside(text: str) -> bool:
    """Whether ``text`` stands in brackets as a whole: `(As delivered)`."""
    return bool(_PARENTHETICAL.match(text))


def is_form_field(text: str) -> bool:
    """Whether ``text`` is a field of a form: `Release Date: 29/07/1965`, `FOR IMMEDIATE RELEASE`, `E&OE......`"""
    return len(text) <= 400 and bool(_FORM.match(text) or _ATTRIBUTABLE.fullmatch(text))


def is_date_line(text: str) -> bool:
    """Whether ``text`` is little but a date, perhaps with a place or an office: `NATO HQ , 25 Apr. 2006 |`."""
    if len(text) > _LINE_WIDTH:
        return False
    dates = find_dates(text)
    return bool(dates) and len(text) - (dates[0].end - dates[0].start) < 25


def is_place_line(text: str, rules: Rules) -> bool:
    """Whether ``text`` is places alone: `Tarin Kot, Afghanistan`."""
    parts = [part.strip(" .\u00a0") for part in text.split(",")]
    parts = [part for part in parts if part]
    return bool(parts) and len(text) <= _LINE_WIDTH and all(rules.places.get(part) is not None for part in parts)


def is_breadcrumb(text: str) -> bool:
    """Whether ``text`` is the path to a page: `NATO HQ Sarajevo / News / 2022 / …`, `Home > News`."""
    return len(_CRUMB.findall(text)) >= 2 or bool(_HOME.match(text))


def breadcrumb_leaf(text: str) -> str:
    """The last step of a breadcrumb, which is the page's own title; empty if ``text`` is no breadcrumb."""
    steps = _CRUMB.split(text)
    return steps[-1].strip() if len(steps) >= 3 else ""


def is_prose(text: str) -> bool:
    """Whether ``text`` reads as a paragraph: enough words, and a sentence's end."""
    return len(text.split()) >= _PROSE_WORDS and bool(_SENTENCE_END.search(text)) and not is_aside(text)


def is_double_spaced(lines: list[Line]) -> bool:
    """Whether blank lines stand between the lines of one sentence, as where a machine has read a typescript."""
    gaps = sum(line.gap for line in lines)
    if len(lines) < 8 or gaps * 10 < len(lines) * 8:
        return False
    wrapped = sum(
        after.text[0].islower() and 20 <= len(before.text) <= _LINE_WIDTH and not _SENTENCE_END.search(before.text)
        for before, after in itertools.pairwise(lines)
    )
    return wrapped * 4 > len(lines)


def body_start(lines: list[Line], furniture: list[bool], labelled: list[int], rules: Rules) -> int:
    """The first line of the document's own words; after the title where nothing else tells."""
    front = front_matter_end(lines)
    limit = min((number for number in labelled if not is_form_field(lines[number].text)), default=len(lines))
    double = is_double_spaced(lines[front:])
    skipped = [
        furniture[number] or is_breadcrumb(line.text) or is_form_field(line.text) or is_aside(line.text)
        for number, line in enumerate(lines[:limit])
    ]
    for number in range(front, limit):
        if skipped[number]:
            continue
        stop = next((n for n in range(number, min(limit, number + _MOST_LINES)) if skipped[n]), limit)
        greets = is_salutation(lines[number].text, rules) and not _is_joined(lines, number)
        if greets or _SHOUTED.match(lines[number].text) or _opens_prose(lines, number, stop, double):
            return _with_short_sentences(lines, skipped, front, number)
    if limit < len(lines):
        return limit
    return _after_title(lines, furniture, front, rules)


def is_salutation(text: str, rules: Rules) -> bool:
    """Whether ``text`` greets the audience: `Dr. Osmani, dear Vjosa,` or `Good afternoon.`"""
    if _BARE_GREETING.fullmatch(text):
        return True
    if not text.endswith((",", ".", "!")) or len(text.split()) > 12 or text.isupper():
        return False
    if _GREETING.match(text) or " dear " in text.lower():
        return True
    offices = rules.people.find_offices(text)
    return bool(offices and offices[0].start == 0)


def _is_joined(lines: list[Line], number: int) -> bool:
    """Whether a line goes on from the one above or in the one below: `Conference by`, `Lord Robertson,`, `and the`."""
    above = lines[number - 1].text if number and not lines[number].gap else ""
    below = lines[number + 1].text if number + 1 < len(lines) and not lines[number + 1].gap else ""
    return bool(_JOINS.search(above)) or (len(lines[number].text) < _LINE_WIDTH and below[:1].islower())


def _opens_prose(lines: list[Line], number: int, limit: int, double: bool) -> bool:
    """Whether a paragraph of prose begins at ``number``: its lines reach a sentence's end after enough words."""
    if double and not _is_plain(lines[number].text):
        return False
    words, widest = 0, 0
    for at in range(number, min(limit, number + _MOST_LINES)):
        line = lines[at]
        if at > number and _begins_anew(lines, at, double):
            return False
        widest = max(widest, len(line.text))
        words += len(line.text.split())
        ends = _SENTENCE_END.search(line.text) or (len(line.text) > 40 and _SENTENCE_BREAK.search(line.text))
        if ends and words >= _PROSE_WORDS:
            # a short line above a wrapped paragraph is a title's last
            return len(lines[number].text) * 2 > min(widest, _LINE_WIDTH)
    return False


def _begins_anew(lines: list[Line], at: int, double: bool) -> bool:
    """Whether the line at ``at`` begins a paragraph: after a blank line, indented, or too long for a wrapped one."""
    line, before = lines[at], lines[at - 1]
    if line.gap and not double:
        return True
    # a link can make one line of a wrapped paragraph long
    linked = "](" in line.text or "://" in line.text or line.text[0].islower()
    too_long = len(line.text) > _LINE_WIDTH >= len(before.text) and not linked
    indented = line.indent >= before.indent + 2 and not _ITEM.match(before.text)  # an item's lines hang under its first
    return too_long or indented


def _with_short_sentences(lines: list[Line], skipped: list[bool], front: int, start: int) -> int:
    """``start``, or the first of the short sentences right above it; never the document's first line."""
    first = start
    while first - 1 > front and not skipped[first - 1] and _is_short_sentence(lines[first - 1].text):
        first -= 1
    return first


def _is_short_sentence(text: str) -> bool:
    return len(text.split()) >= _SHORT_SENTENCE and text.endswith((".", "!", "?")) and _is_plain(text)


def _is_plain(text: str) -> bool:
    """Whether half of the words have small letters, as in a sentence and not in a title."""
    words = text.split()
    return sum(word[0].islower() for word in words) * 2 >= len(words)


def _after_title(lines: list[Line], furniture: list[bool], front: int, rules: Rules) -> int:
    """Where a text without a sentence begins: after its title and what belongs to that; a lone line is its body."""
    said = [number for number in range(front, len(lines)) if not furniture[number]]
    if len(said) < 2:
        return front
    for number in said[1:]:
        text = lines[number].text
        if not (is_form_field(text) or is_aside(text) or is_date_line(text) or is_place_line(text, rules)):
            if text[0].islower() or is_clock_time(text):
                continue
            return number
    return len(lines)
