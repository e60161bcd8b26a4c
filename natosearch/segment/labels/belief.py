"""Which of the words that could name a speaker do.

A colon makes no label. A label is believed because of how it behaves in its document: it is a role that transcripts
use, or names a known office or person, and it recurs, alternates with others or stands beside one that does.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise

from natosearch.rules import Rules
from natosearch.segment.facts.dates import find_dates
from natosearch.segment.labels.numbered import numbered_questions
from natosearch.segment.labels.shapes import Candidate, find_inside, find_unsigned, is_organised
from natosearch.segment.labels.voices import initials
from natosearch.segment.labels.words import PARENTHESIS, is_full_name, names_known, names_somebody
from natosearch.text.lines import Line
from natosearch.text.words import fold_text

_SIGNED = ("letter", "colon", "dash")
_ALTERNATIONS = 3  # changes between two unknown labels that show a conversation
_STOPPED = re.compile(r"[.!?\u2026,;:][\"'\u2019\u201d\u00bb)\]]*$")
_BELOW_HEADLINE = 3  # lines
_DATE_LINE = 12  # words
_COLUMNS = 3
_PARAGRAPH = 8  # lines, as far as a paragraph's end is looked for
_FIRST_LINES = 12
_NAME = re.compile(
    r"(?<![\w'\u2019-])[^\W\d_a-z][\w'\u2019-]{1,30}(?: (?:de|van|von|der|di|da|al|[^\W\d_a-z][\w'\u2019-]{0,30})){1,3}"
)
_LONGEST_LINE = 300  # code points of a line that names who is there
_PARTICLES = frozenset("de van von der den di da del la le al el".split())
_ALIKE = 0.9  # `prime mlnister` against `prime minister` is 0.93
_SHORT = 4  # letters of an office spelt short, as a label
_LONG = 10  # letters; shorter labels that differ by one are two people
_MOST_COMPARED = 40
_PROSE = 6  # words: what is said under a label; the value of a form's field is shorter


def believe(candidates: list[Candidate], lines: list[Line], start: int, rules: Rules) -> list[Candidate]:
    """The labels among the ``candidates`` that begin lines, and those inside lines from ``start`` on, in order."""
    inside = _inside(lines, start, candidates, rules)
    found = _without_headline(_believed(candidates, inside, lines, rules), lines, rules)
    sole = len({one.key for one in found}) == 1 and found[0].role == "person" and not found[0].text.isupper()
    return [] if sole and not names_known(found[0].text, rules) else found  # a heading that recurs, with no other voice


def _believed(candidates: list[Candidate], inside: list[Candidate], lines: list[Line], rules: Rules) -> list[Candidate]:
    """The candidates that are labels, at the beginnings of lines and ``inside`` them, in order."""
    signed = [one for one in candidates if one.shape in _SIGNED] + inside
    if not any(one.role == "question" for one in signed):  # a paragraph that begins with `A.` answers nobody
        signed = [one for one in signed if one.shape != "letter"]
    counts = Counter(one.key for one in signed)
    forms = _form_fields(signed, lines, rules) | _rows(candidates, rules)
    core = _core(signed, counts, forms, rules)
    core |= (_alternating(signed, lines) - forms) | _introduced(signed, lines, rules)
    core |= {one.key for one in signed if _near(one.key, core)}
    found = [one for one in signed if one.key in core] if core else []
    found += numbered_questions([one for one in candidates if one.shape == "number"], found, lines)
    found += _alone(candidates, found, lines, rules)
    keys = {one.key for one in found}
    found += _glued(candidates, keys)
    found += [one for one in candidates if one.shape in ("aside", "semicolon") and one.key in keys]
    if found:
        found += _company([one for one in signed if one.key not in core | forms], found, counts, lines, rules)
        taken = {one.line for one in found}
        names = {one.key: one for one in found if " " in one.key}
        found += [one for one in find_unsigned(lines, min(taken), names) if one.line not in taken]
    return sorted(found, key=lambda one: one.span)


def _company(
    others: list[Candidate], found: list[Candidate], counts: Counter[str], lines: list[Line], rules: Rules
) -> list[Candidate]:
    """Of the ``others`` what stands among labels and recurs, has a name, or is the name behind some initials."""
    first = min(one.line for one in found)
    short = {one.key for one in found if len(one.key) <= 4}
    persons = [one for one in found if one.role == "person" and " " in one.text]
    shouted = bool(persons) and all(one.text.isupper() for one in persons)
    named = [
        one
        for one in others
        if counts[one.key] > 1
        or (one.line > first and names_known(one.text, rules))
        or (one.line > first and is_full_name(one.text) and (one.text.isupper() or not shouted))
        or (is_full_name(one.text) and initials(one.text) in short)
        or (one.line > first and _is_short_office(one, lines))
    ]
    words = {word for one in (*persons, *named) if " " in one.text for word in one.key.split()}
    return named + [one for one in set(others) - set(named) if one.text.isupper() and one.key in words]


def _is_short_office(one: Candidate, lines: list[Line]) -> bool:
    """Whether ``one`` begins a paragraph of prose with a few capitals, an office spelt short: `AMB:`, `PM:`."""
    line = lines[one.line]
    few = one.text.isalpha() and one.text.isupper() and len(one.text) <= _SHORT
    return few and line.gap and one.shape == "colon" and len(line.text.split()) >= _PROSE


def _without_headline(found: list[Candidate], lines: list[Line], rules: Rules) -> list[Candidate]:
    """``found`` without a first one that opens a headline: `Risi: No patrol needs a permission`, over a date line."""
    if len(found) < 2 or found[0].role != "person" or found[0].shape != "colon":
        return found
    first = found[0].line
    below = lines[first + 1 : min(found[1].line, first + 1 + _BELOW_HEADLINE)]
    of_page = any(_is_page_line(line.text, rules) for line in below)
    return found[1:] if of_page and not _STOPPED.search(lines[first].text) else found


def _is_page_line(text: str, rules: Rules) -> bool:
    short = len(text.split()) <= _DATE_LINE
    return rules.furniture.is_furniture(text) or (short and bool(find_dates(text)))


def _core(signed: list[Candidate], counts: Counter[str], forms: set[str], rules: Rules) -> set[str]:
    """The keys that show by themselves that this document labels its speakers, and every role if there are such.

    ``forms`` are keys of a form's fields.
    """
    core = {
        one.key
        for one in signed
        if counts[one.key] > 1 and (one.role != "person" or (names_somebody(one.text, rules) and one.key not in forms))
    }
    known = {one.key for one in signed if one.role == "person" and names_known(one.text, rules)}
    roles = {one.key for one in signed if one.role != "person"}
    if len(known | roles) >= 2:  # one question and one answer; joint remarks, in which each speaks once
        core |= known | roles
    return core | roles if core else core


def _form_fields(signed: list[Candidate], lines: list[Line], rules: Rules) -> set[str]:
    """Keys of words that nobody knows, before values without a full stop: `Commutation Grant: 120 months`."""
    values: dict[str, list[bool]] = {}
    for one in signed:
        if _is_unknown(one, rules):
            said = lines[one.line].span.end > one.span.end and bool(_STOPPED.search(lines[one.line].text))
            values.setdefault(one.key, []).append(said or lines[one.line].span.end <= one.span.end)
    return {key for key, said in values.items() if sum(said) * 2 < len(said)}


def _rows(candidates: list[Candidate], rules: Rules) -> set[str]:
    """Of the keys that nobody knows three or more that come in one order again and again: the rows of a table."""
    keys = [one.key for one in candidates if one.shape in ("colon", "broken") and _is_unknown(one, rules)]
    following = dict(zip(reversed(keys[:-1]), reversed(keys[1:]), strict=True))  # as met first
    regular = sum(following[one] == other for one, other in pairwise(keys))
    rows = len(following) >= _COLUMNS and len(keys) >= len(following) * _COLUMNS
    return set(following) if rows and regular * 10 >= len(keys) * 8 else set()


def _is_unknown(one: Candidate, rules: Rules) -> bool:
    return one.role == "person" and not one.text.isupper() and not names_known(one.text, rules)


def _alternating(signed: list[Candidate], lines: list[Line]) -> set[str]:
    """Labels that nobody knows, a surname and a newspaper's say, which take turns before paragraphs of prose."""
    said = [one for one in signed if len(lines[one.line].text.split()) >= _PROSE]
    changes: Counter[frozenset[str]] = Counter(
        frozenset((one.key, other.key)) for one, other in pairwise(said) if one.key != other.key
    )
    return {key for pair, times in changes.items() if times >= _ALTERNATIONS for key in pair}


def _introduced(signed: list[Candidate], lines: list[Line], rules: Rules) -> set[str]:
    """Surnames of people whose full names stand in the first lines: `Lagarde:` under `Christine Lagarde, President`."""
    named = {
        word
        for line in lines[:_FIRST_LINES]
        for pair in _NAME.findall(line.text[:_LONGEST_LINE])
        for word in fold_text(pair).split()
    }
    found = []
    for one in signed:
        _, name = rules.people.strip_titles(one.text) if one.role == "person" else ("", "")
        if one.shape == "colon" and name and one.line > 0 and set(fold_text(name).split()) - _PARTICLES <= named:
            found.append(one.key)
    return set(found) if len(found) > 1 else set()


def _near(key: str, core: set[str]) -> bool:
    """Whether ``key`` is a longer label of ``core`` that a scanner or a typist got wrong: `prime mlnister`."""
    if key in core or len(key) < _LONG:
        return False
    return any(
        key[0] == other[0]
        and abs(len(key) - len(other)) <= 1
        and SequenceMatcher(None, key, other, autojunk=False).ratio() >= _ALIKE
        for other in sorted(core)[:_MOST_COMPARED]
    )


def _alone(candidates: list[Candidate], found: list[Candidate], lines: list[Line], rules: Rules) -> list[Candidate]:
    """Labels alone on their line: one that stands elsewhere with its colon, recurs, or stands beside such a one."""
    begun = {one.line for one in candidates}
    alone = [one for one in candidates if one.shape == "alone" and not _is_caption(one, begun, lines)]
    counts = Counter(one.key for one in alone)
    signed = {one.key for one in found}
    sure = {one.key for one in alone if one.key in signed or counts[one.key] > 1}
    if not sure:
        return []
    return [one for one in alone if one.key in sure or one.role != "person" or _is_titled_name(one.text, rules)]


def _is_titled_name(text: str, rules: Rules) -> bool:
    """Whether ``text`` is a known name, or a name behind a title: `MRS HOWARD`."""
    return bool(rules.people.find(text)) or is_organised(text) or all(rules.people.strip_titles(text))


def _is_caption(one: Candidate, begun: set[int], lines: list[Line]) -> bool:
    """Whether nobody speaks behind ``one``: another heading follows, or no more than a few words without a stop.

    ``begun`` are the lines that candidates begin.
    """
    first = one.line + 1
    if first in begun or first == len(lines):
        return True
    last = first
    while last + 1 < min(len(lines), first + _PARAGRAPH) and not lines[last + 1].gap:
        last += 1
    return one.role == "person" and not _STOPPED.search(lines[last].text) and last - first + 1 < _PARAGRAPH


def _glued(candidates: list[Candidate], keys: set[str]) -> list[Candidate]:
    glued = [one for one in candidates if one.shape == "glued"]
    counts = Counter(one.key for one in glued)
    return [one for one in glued if one.key in keys or counts[one.key] > 1]


def _inside(lines: list[Line], start: int, candidates: list[Candidate], rules: Rules) -> list[Candidate]:
    """What may be a label inside a line: in capitals, a role, or what stands before others."""
    keys = Counter(one.key for one in candidates if one.shape in _SIGNED)
    begins = {one.line: one.span.end for one in candidates if one.shape in _SIGNED}
    found = [
        one
        for number in range(start, len(lines))
        for one in find_inside(number, lines[number], rules)
        if one.span.start >= begins.get(number, 0)
    ]
    again = Counter(one.key for one in found)
    return [
        one
        for one in found
        if one.role != "person"
        or PARENTHESIS.sub("", one.text).isupper()
        or one.key in keys
        or (again[one.key] > 1 and (names_known(one.text, rules) or is_full_name(one.text)))
    ]
