"""Where a document's own words begin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from natosearch.rules import Rules
from natosearch.segment.facts.front_matter import front_matter_end
from natosearch.segment.page.header import (
    is_aside,
    is_breadcrumb,
    is_code,
    is_contact,
    is_date_line,
    is_delivery_note,
    is_form_field,
    is_menu,
    is_place_line,
)
from natosearch.segment.page.page_matter import is_clock_time
from natosearch.segment.page.shape import LINE_WIDTH, SENTENCE_END, is_double_spaced, is_wrapped
from natosearch.text.lines import Line

# Inside a line: not behind a name's initial or an abbreviation, which are short and have a capital (`Gen. Foggo`).
_SENTENCE_BREAK = re.compile(r"\b(?:[a-z]{3,}|\w{5,})[.!?][\"'\u2019\u201d)]{0,2}\s{1,3}[\"'\u2018\u201c(]?[A-Z]")
_GREETING = re.compile(
    r"(?i:dear|thank you|thanks|good (?:morning|afternoon|evening|day)|ladies|(?:your )?excellenc(?:y|ies)"
    r"|distinguished|colleagues|friends|welcome|hello|hi|mr|mrs|ms|dr"
    r"|monsieur|madame|mesdames|messieurs|ch\u00e8?rs?|ch\u00e8res|bonjour|merci)\b"
)
# `Admiral, ladies and gentlemen,`, `Dr. Osmani, dear Vjosa,`, `Prime Minister,`
_ADDRESS = re.compile(
    r"(?i:\bladies and gentlemen\b| dear )|^(?:Admiral|General|Ambassador|Professor|Commander|Colonel|Minister)s?,"
)
_BARE_GREETING = re.compile(
    r"(?i:(?:good (?:morning|afternoon|evening)|thank you|hello|welcome|ladies and gentlemen)"
    r"(?: (?:everyone|everybody|all|very much|to you all|ladies and gentlemen))*)"
)
# A speaker in capitals whose one turn makes no label: `THE PRESIDENT:  Thank you, Madam Vice President.`
_SHOUTED = re.compile(r"[A-Z][A-Z.'\u2019-]+(?: [A-Z.'\u2019-]+){0,4}:\s+\S.*[a-z][.!?][\"'\u2019\u201d)]*$")
_ITEM = re.compile(r"(?:\(?[\dA-Za-z]{1,2}[.)]|[\u2022*-])\s")
_JOINS = re.compile(r"(?:,|\b(?i:by|with|and|of|at|the|for|to|in|on|from|following|after))$")
# Two or three letters that a machine has read as a label: `J; Prime Minister, wi1l`, `PX: Well`
_LETTERS = re.compile(r"(?!RE|CC|NB|TO|PS|NO)[A-Z]{1,3}[;:]\s+\S")
# Words in small letters that titles have too.
_TITLE_WORDS = frozenset(
    "a an and as at by for from in into of on or the to with und et de la le les des du von van der den a.m p.m".split()
)
_PROSE_WORDS = 12
_CLAUSE_WORDS = 20
_LONG_WORDS = 60  # no title is as long
_MOST_LINES = 12  # of one paragraph that are read to find its first sentence's end
_SHORT_SENTENCE = 3  # words; a shorter one may be a title's last line
_HEADER_LINES = 60  # of the longest header
_SHAPE_LINES = 400  # that show how a text is set


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the text is set: blank lines between the lines of a paragraph, or paragraphs broken at a width."""

    double: bool
    wrapped: bool


def body_start(lines: list[Line], furniture: list[bool], labelled: list[int], rules: Rules) -> int:
    """The first line of the document's own words; after the title where nothing else tells."""
    front = front_matter_end(lines)
    limit = _first_turn(lines, furniture, front, labelled)
    sample = lines[front : front + _SHAPE_LINES]
    shape = _Shape(is_double_spaced(sample), is_wrapped(sample))
    skipped = [furniture[number] or is_setting(lines[number].text) for number in range(min(limit, _HEADER_LINES))]
    skipped += furniture[_HEADER_LINES:limit]
    titled = False
    for number in range(front, limit):
        if skipped[number]:
            continue
        dated = number + 1 < min(limit, _HEADER_LINES) and is_setting(lines[number + 1].text)
        if dated and not titled:  # what a date stands under is a title, however it ends: `… of Congressman Payne Jr.`
            titled = True
            continue
        if titled and _heads_form(lines, number, furniture, limit):
            continue
        stop = next((n for n in range(number, min(limit, number + _MOST_LINES)) if skipped[n]), limit)
        if _opens_greeting(lines, number, rules) or _opens_prose(lines, number, stop, shape):
            return number
        if titled and not shape.double and _is_sentence(lines[number].text):
            return number
        titled = True
    return limit if limit < len(lines) else _after_title(lines, furniture, front, rules)


def _heads_form(lines: list[Line], number: int, furniture: list[bool], limit: int) -> bool:
    """Whether a summary stands over a form, of which two lines follow it, or over a note on how the text was made."""
    below = range(number + 1, min(limit, number + 3))
    if number >= _HEADER_LINES or len(below) < 2:
        return False
    if is_delivery_note(lines[number + 1].text):
        return True
    fields = [is_form_field(lines[n].text) for n in below]
    return any(fields) and all(field or furniture[n] for field, n in zip(fields, below, strict=True))


def _first_turn(lines: list[Line], furniture: list[bool], front: int, labelled: list[int]) -> int:
    """The line of the first label that opens a turn; a headline can begin as one: `Farina: the bridge stays open`."""
    for number in labelled:
        text = lines[number].text
        if is_form_field(text):
            continue
        near = range(front, min(len(lines), number + _MOST_LINES))
        said = [n for n in near if not (furniture[n] or is_breadcrumb(lines[n].text))]
        below = lines[said[1]].text if len(said) > 1 else ""
        if number < _HEADER_LINES and _is_programme(lines, number):
            continue
        if said[:1] == [number] and not SENTENCE_END.search(text) and is_date_line(below):
            continue
        return number
    return len(lines)


def _is_programme(lines: list[Line], number: int) -> bool:
    """Whether names of those who take part, and no sentence, stand between ``number`` and a date."""
    for at in range(number, min(len(lines), number + _MOST_LINES)):
        text = lines[at].text
        if at > number and is_date_line(text):
            return True
        if not text.isupper() or (SENTENCE_END.search(text) and not text.endswith(":")):
            return False
    return False


def is_setting(text: str) -> bool:
    """Whether ``text`` is no title and nobody's words: a field, an aside, a path, a note, a number, a date, a time."""
    if is_breadcrumb(text) or is_form_field(text) or is_aside(text) or is_clock_time(text):
        return True
    if is_delivery_note(text) or is_code(text) or is_menu(text) or is_contact(text):
        return True
    return is_date_line(text) and not _is_sentence(text)


def _opens_greeting(lines: list[Line], number: int, rules: Rules) -> bool:
    """Whether a line greets, or a speaker's name in capitals or in two letters stands before what is said."""
    text = lines[number].text
    opens = _SHOUTED.match(text) or _LETTERS.match(text) or is_salutation(text, rules)
    return bool(opens) and not _is_joined(lines, number)


def is_salutation(text: str, rules: Rules) -> bool:
    """Whether ``text`` greets the audience: `Dr. Osmani, dear Vjosa,` or `Good afternoon.`"""
    if _BARE_GREETING.fullmatch(text):
        return True
    if not text.endswith((",", ".", "!")) or len(text.split()) > 12 or text.isupper():
        return False
    if _GREETING.match(text) or _ADDRESS.search(text):
        return True
    offices = rules.people.find_offices(text)
    return bool(offices and offices[0].start == 0)


def _is_joined(lines: list[Line], number: int) -> bool:
    """Whether a line goes on from the one above or in the one below: `Conference by`, `Lord Robertson,`, `and the`."""
    above = lines[number - 1].text if number and not lines[number].gap else ""
    below = lines[number + 1].text if number + 1 < len(lines) and not lines[number + 1].gap else ""
    text = lines[number].text
    if bool(_JOINS.search(above)) or not text.endswith(",") or not below:
        return bool(_JOINS.search(above))
    # who speaks stands over where and when: `Foreign Minister Ida Brand,` / `Oslo, 6 March 2003`
    return (len(text) < LINE_WIDTH and below[0].islower()) or is_date_line(below)


def _is_sentence(text: str) -> bool:
    """Whether one line is a sentence, however short: its words are not all such as titles are made of."""
    words = text.split()
    if len(words) < _SHORT_SENTENCE or not SENTENCE_END.search(text) or text.endswith(":"):
        return False
    return any(word[0].islower() and word.strip(",.!?\u2026\"'\u201d\u2019") not in _TITLE_WORDS for word in words)


def _opens_prose(lines: list[Line], number: int, limit: int, shape: _Shape) -> bool:
    """Whether a paragraph of prose begins at ``number``: its lines reach a sentence's end after enough words."""
    if shape.double and not _is_plain(lines[number].text):
        return False
    words, widest, last = 0, 0, ""
    for at in range(number, min(limit, number + _MOST_LINES)):
        line = lines[at]
        if at > number and _begins_anew(lines, at, shape):
            break
        last, widest = line.text, max(widest, len(line.text))
        words += len(line.text.split())
        ends = SENTENCE_END.search(line.text) or (len(line.text) > 40 and _SENTENCE_BREAK.search(line.text))
        if ends and words >= _PROSE_WORDS:
            # a short line above a wrapped paragraph is a title's last
            return len(lines[number].text) * 2 > min(widest, LINE_WIDTH)
    if last.endswith(",") and limit < len(lines) and is_date_line(lines[limit].text):  # who speaks, over where and when
        return words >= _LONG_WORDS
    # one sentence over many paragraphs, as in a declaration: `Recalling the Treaty of …;`
    return words >= _CLAUSE_WORDS and (words >= _LONG_WORDS or last.endswith((";", ",")))


def _begins_anew(lines: list[Line], at: int, shape: _Shape) -> bool:
    """Whether the line at ``at`` begins a paragraph: after a blank line, indented, too long for a wrapped one, or,
    where lines are paragraphs, a sentence of its own.
    """
    line, before = lines[at], lines[at - 1]
    if line.gap and not shape.double:
        return True
    # a link can make one line of a wrapped paragraph long
    linked = "](" in line.text or "://" in line.text or line.text[0].islower()
    too_long = len(line.text) > LINE_WIDTH >= len(before.text) and not linked
    indented = line.indent >= before.indent + 2 and not _ITEM.match(before.text)  # an item's lines hang under its first
    hangs = line.indent < before.indent  # behind a paragraph's indented first line
    whole = not (shape.wrapped or hangs) and line.text[0].isupper() and bool(SENTENCE_END.search(line.text))
    return too_long or indented or whole


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
        if not (is_setting(text) or is_place_line(text, rules) or text[0].islower()):
            return number
    return len(lines)
