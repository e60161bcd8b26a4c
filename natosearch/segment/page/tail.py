"""Where a document's own words end and its page speaks again: teasers, menus, addresses."""

from __future__ import annotations

import re
from itertools import accumulate

from natosearch.rules import Rules
from natosearch.segment.page.header import is_barred, is_contact, is_date_line, is_form_field, is_menu
from natosearch.segment.page.page_matter import is_closing
from natosearch.text.lines import Line

_TAIL_PROSE_WORDS = 40  # a teaser is shorter; an article that goes on after a "Read more" box is not
_SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u2019\u201d\u00bb)\]*]*$")
_BULLET = re.compile(r"(?:[\u2022*\u00b7>+\u2013\u2014-]|\(?[\dA-Za-z]{1,2}[.)])\s")
_MENU_WORDS = 14  # a longer line is no step of a menu and no line of an address
_SENTENCE_WORDS = 12
_SHORT_LINE = 240  # code points
_CLOSING_LINES = 2
# Who asked, under an interview: `*Interview: Ida Brand*`; a lone link to another site
_CREDIT = re.compile(
    r"[*_(\[]{0,3}(?i:interview|questions|text|translation|translated|interviewer|reporting|photos?)(?i: by)?: ?"
    r"(?:[^\W\d_a-z][\w.'\u2019-]{0,25}(?:,? (?:and |& )?|$|(?=[*_)\]]))){2,6}[*_)\]]{0,3}"
)
_LINK = re.compile(r"\[(?!https?:|www\.)[^\[\]]{1,80}[^\[\].!?]\]\([^()\s]{1,200}\)")
_SIGNATURE = "--"  # behind which a mail program puts the sender's address


def body_end(lines: list[Line], furniture: list[bool], after: int, rules: Rules) -> int:
    """The line from which nothing is the document's; never before ``after``, where it is still certain to speak."""
    prose = (n for n in range(len(lines) - 1, after, -1) if len(lines[n].text.split()) >= _TAIL_PROSE_WORDS)
    last_prose = next(prose, after - 1)
    begin = max(after, last_prose)
    behind: list[int] = []
    for number in range(begin, len(lines)):
        if rules.furniture.opens_tail(lines[number].text) or (furniture[number] and _ends(lines, number)):
            behind = behind or _sentences_behind(lines, begin)
            if behind[number - begin] <= lines[number].span.start:  # else a text goes on under `Contact`
                return _back(lines, furniture, number, after)
    return _after_last_sentence(lines, furniture, after)


def _sentences_behind(lines: list[Line], begin: int) -> list[int]:
    """For each line from ``begin`` on how much of what comes from there are whole sentences."""
    sizes = [
        len(line.text) if _SENTENCE_END.search(line.text) and len(line.text.split()) >= _SENTENCE_WORDS else 0
        for line in lines[begin:]
    ]
    return list(accumulate(reversed(sizes)))[::-1]


def _ends(lines: list[Line], number: int) -> bool:
    """Whether a line says that nothing of the document's comes any more; where it was issued may come still."""
    text = lines[number].text
    if not (text == _SIGNATURE or is_closing(text)) or text.lower().lstrip("-([ ").startswith("begin"):
        return False
    return number + 1 == len(lines) or not is_date_line(lines[number + 1].text)


def _back(lines: list[Line], furniture: list[bool], number: int, after: int) -> int:
    """Where the fields, menus and addresses begin that stand over the line at ``number``."""
    while number > after and (furniture[number - 1] or _is_loose(lines[number - 1].text)):
        number -= 1
    return number


def _is_loose(text: str) -> bool:
    if len(text) <= _SHORT_LINE and (_CREDIT.fullmatch(text) or _LINK.fullmatch(text)):
        return True
    return not _SENTENCE_END.search(text) and (is_form_field(text) or is_barred(text) or is_menu(text))


def _after_last_sentence(lines: list[Line], furniture: list[bool], after: int) -> int:
    """The first menu or address behind which no sentence and no list comes.

    A rule (`* * *`) begins nothing: lists of names stand behind such a line.
    """
    last = next(
        (n for n in range(len(lines) - 1, after - 1, -1) if not furniture[n] and _is_text(lines[n].text)), after - 1
    )
    for number in range(last + 1, len(lines)):
        text = lines[number].text
        if furniture[number] and any(c.isalnum() for c in text):
            return number
        if is_contact(text):
            return _block_start(lines, number, last + 1)
        if _is_loose(text):
            return number
    return len(lines)


def _is_text(text: str) -> bool:
    """Whether a line is a sentence's end, an item of a list, or too long for a menu's or an address's."""
    if _SENTENCE_END.search(text) or _BULLET.match(text):
        return True
    return len(text.split()) > _MENU_WORDS and not (is_barred(text) or is_contact(text))


def _block_start(lines: list[Line], number: int, limit: int) -> int:
    """Where the lines that stand together with the one at ``number`` begin, not before ``limit``."""
    while number > limit and not lines[number].gap:
        number -= 1
    return number


def closing_dates(lines: list[Line], furniture: list[bool], start: int, end: int) -> set[int]:
    """The last lines that only say where and when a text was issued: `MELBOURNE, 29th July, 1965.`"""
    found: set[int] = set()
    for number in range(end - 1, start, -1):
        if len(found) == _CLOSING_LINES:
            break
        if furniture[number]:
            continue
        apart = lines[number].gap or _SENTENCE_END.search(lines[number - 1].text)
        if not is_date_line(lines[number].text) or not apart:
            break
        found.add(number)
    return found
