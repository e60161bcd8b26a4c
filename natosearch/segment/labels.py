"""Speaker labels: which of the words that could name a speaker do.

A colon makes no label. A label is believed because of how it behaves in its document: it is a role that transcripts
use, or names a known office or person, and it recurs, alternates with others or stands beside one that does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from natosearch.model.passages import Span
from natosearch.rules import Rules
from natosearch.segment.dates import find_dates
from natosearch.segment.front_matter import front_matter_end
from natosearch.segment.label_shapes import Candidate, find_candidates, find_inside, find_unsigned, is_organised
from natosearch.segment.label_words import PARENTHESIS, LabelRole, is_full_name, names_known, names_somebody
from natosearch.segment.numbered import numbered_questions
from natosearch.segment.voices import initials, merge_voices
from natosearch.text.lines import Line
from natosearch.text.words import fold_text

_SIGNED = ("letter", "colon", "dash")
_ALTERNATIONS = 3  # changes between two unknown labels that show a conversation
_BROKEN_OFF = re.compile(r"[.!?\u2026)\]] (?P<label>[^\W\d_a-z][\w.'\u2019-]*(?: [^\W\d_a-z][\w.'\u2019-]*){0,3})$")
_TAKE_TURNS = 0.7
_STOPPED = re.compile(r"[.!?\u2026,;:][\"'\u2019\u201d\u00bb)\]]*$")
_BELOW_HEADLINE = 3  # lines
_DATE_LINE = 12  # words
_DASHED_LINES = 4  # fewer are a list
_FIRST_LINES = 12
_NAME = re.compile(r"[^\W\d_a-z][\w'\u2019-]+(?: (?:de|van|von|der|di|da|al|[^\W\d_a-z][\w'\u2019-]*)){1,3}")
_PARTICLES = frozenset("de van von der den di da del la le al el".split())
_ALIKE = 0.9  # `prime mlnister` against `prime minister` is 0.93
_LONG = 10  # letters; shorter labels that differ by one are two people
_MOST_COMPARED = 40
_PROSE = 6  # words: what is said under a label; the value of a form's field is shorter


@dataclass(frozen=True, slots=True)
class Label:
    """A believed label: the line it opens, its words, its span (punctuation included), and what the words are.

    ``key`` is what the labels of one speaker share: case, accents and punctuation do not count, and initials have the
    key of the name that they stand for.
    """

    line: int
    text: str
    span: Span
    role: LabelRole
    key: str


class Labelled(NamedTuple):
    """The lines of a document, cut where a label stands inside one, and the labels, each at the start of its line."""

    lines: list[Line]
    labels: list[Label]


def find_labels(lines: list[Line], rules: Rules) -> Labelled:
    """The labels of a document in order, none where it has none."""
    start = front_matter_end(lines)
    candidates = find_candidates(lines, start, rules)
    broken = _rejoined(lines, candidates, rules)
    if broken is not lines:
        return find_labels(broken, rules)
    inside = _inside(lines, start, candidates, rules)
    believed = _without_headline(_believed(candidates, inside, lines, rules), lines, rules)
    if not believed:
        believed = _damaged(candidates) or _dashed_talk(candidates, lines)
    voices = merge_voices(believed)
    return _cut(lines, [(one, voices[one.key]) for one in believed])


def _believed(candidates: list[Candidate], inside: list[Candidate], lines: list[Line], rules: Rules) -> list[Candidate]:
    """The candidates that are labels, at the beginnings of lines and ``inside`` them, in order."""
    signed = [one for one in candidates if one.shape in _SIGNED] + inside
    if not any(one.role == "question" for one in signed):  # a paragraph that begins with `A.` answers nobody
        signed = [one for one in signed if one.shape != "letter"]
    counts = Counter(one.key for one in signed)
    core = _core(signed, counts, _form_fields(signed, lines, rules), rules)
    core |= _alternating(signed, lines) | _introduced(signed, lines, rules)
    core |= {one.key for one in signed if _near(one.key, core)}
    found = [one for one in signed if one.key in core] if core else []
    found += numbered_questions([one for one in candidates if one.shape == "number"], found, lines)
    found += _alone(candidates, found, lines, rules)
    keys = {one.key for one in found}
    found += _glued(candidates, keys)
    found += [one for one in candidates if one.shape in ("aside", "semicolon") and one.key in keys]
    if found:
        found += _company([one for one in signed if one.key not in core], found, counts, rules)
        taken = {one.line for one in found}
        names = {one.key: one for one in found if " " in one.key}
        found += [one for one in find_unsigned(lines, min(taken), names) if one.line not in taken]
    return sorted(found, key=lambda one: one.span)


def _company(others: list[Candidate], found: list[Candidate], counts: Counter[str], rules: Rules) -> list[Candidate]:
    """Of the ``others`` what stands among labels and recurs, has a name, or is the name behind some initials."""
    first = min(one.line for one in found)
    short = {one.key for one in found if len(one.key) <= 4}
    persons = [one for one in found if one.role == "person" and " " in one.text]
    shouted = bool(persons) and all(one.text.isupper() for one in persons)
    return [
        one
        for one in others
        if counts[one.key] > 1
        or (one.line > first and names_known(one.text, rules))
        or (one.line > first and is_full_name(one.text) and (one.text.isupper() or not shouted))
        or (is_full_name(one.text) and initials(one.text) in short)
        or (one.text.isupper() and any(one.key in known.key.split() for known in persons))
    ]


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
        if one.role == "person" and not one.text.isupper() and not names_known(one.text, rules):
            said = lines[one.line].span.end > one.span.end and bool(_STOPPED.search(lines[one.line].text))
            values.setdefault(one.key, []).append(said or lines[one.line].span.end <= one.span.end)
    return {key for key, said in values.items() if sum(said) * 2 < len(said)}


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
        word for line in lines[:_FIRST_LINES] for pair in _NAME.findall(line.text) for word in fold_text(pair).split()
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
    alone = [one for one in candidates if one.shape == "alone" and not _is_caption(one, candidates, lines)]
    counts = Counter(one.key for one in alone)
    signed = {one.key for one in found}
    sure = {one.key for one in alone if one.key in signed or counts[one.key] > 1}
    if not sure:
        return []
    return [one for one in alone if one.key in sure or one.role != "person" or _is_titled_name(one.text, rules)]


def _is_titled_name(text: str, rules: Rules) -> bool:
    """Whether ``text`` is a known name, or a name behind a title: `MRS HOWARD`."""
    return bool(rules.people.find(text)) or is_organised(text) or all(rules.people.strip_titles(text))


def _is_caption(one: Candidate, candidates: list[Candidate], lines: list[Line]) -> bool:
    """Whether nobody speaks behind ``one``: another heading follows, or no more than a few words without a stop."""
    if one.line + 1 == len(lines):
        return True
    following = lines[one.line + 1].text
    if any(other.line == one.line + 1 for other in candidates):
        return True
    return one.role == "person" and following.rstrip("\"'\u201d\u2019)")[-1:] not in tuple(".!?,:\u2026;")


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


def _damaged(candidates: list[Candidate]) -> list[Candidate]:
    """Labels of one to three signs that a scanner misread: `J;` and `3:` are one, `PH:`, `PX;` and `PK:` another.

    Believed where two voices stand there at least twice each.
    """
    short = [
        one for one in candidates if one.shape in ("damaged", "colon") and len(one.text) <= 3 and " " not in one.text
    ]
    voices = Counter(_blurred(one.text) for one in short)
    if len([voice for voice, times in voices.items() if times > 1]) != 2:
        return []
    return [one._replace(text=one.text, role="person") for one in short if voices[_blurred(one.text)] > 1]


def _dashed_talk(candidates: list[Candidate], lines: list[Line]) -> list[Candidate]:
    """An interview in which a dash begins what each says: those that end in a question mark ask, and take turns."""
    dashed = [one for one in candidates if one.shape == "mark"]
    if len(dashed) < _DASHED_LINES:
        return []
    ends = [one.line for one in dashed[1:]] + [dashed[-1].line + 1]
    asking = [lines[end - 1].text.endswith("?") for end in ends]
    asked = sum(asking)
    both = sum(one and not other for one, other in pairwise(asking))  # a question, and behind it an answer
    if asked < 2 or (both < asked * _TAKE_TURNS and asked < len(dashed)):
        return []
    places = {number % 2 for number, asks in enumerate(asking) if asks}
    if len(places) == 1 and both:  # every dash is a change of voice: `– Nineteen people are dead.` asks, too
        asking = [number % 2 in places for number in range(len(asking))]
    return [one._replace(role="question" if asks else "answer") for one, asks in zip(dashed, asking, strict=True)]


def _rejoined(lines: list[Line], candidates: list[Candidate], rules: Rules) -> list[Line]:
    """``lines`` with two made one where a label is broken over them: one that stands elsewhere, or a name or office."""
    opening = {one.line: one for one in candidates if one.shape in ("colon", "broken")}
    known = {one.key for one in opening.values() if " " in one.key}
    joined: list[Line] = []
    for number, line in enumerate(lines):
        begin = _BROKEN_OFF.search(joined[-1].text) if number in opening and joined and not line.gap else None
        if begin and _is_one(begin.group("label"), opening[number].text, known, rules):
            before = joined[-1]
            between = " " * (line.span.start - before.span.end - 1)
            whole = f"{before.text}\n{between}{line.text}"
            joined[-1] = before._replace(text=whole, span=Span(before.span.start, line.span.end))
        else:
            joined.append(line)
    return joined if len(joined) < len(lines) else lines


def _is_one(first: str, rest: str, known: set[str], rules: Rules) -> bool:
    """Whether ``first`` at a line's end and ``rest`` on the next are one label."""
    whole = f"{first} {rest}"
    if fold_text(whole) in known:
        return True
    named = [(one.start, one.end) for one in rules.people.find(whole)]
    named += [(one.start, one.end) for one in rules.people.find_offices(whole)]
    beside = any(end == len(first) for _, end in named) and any(start == len(first) + 1 for start, _ in named)
    return beside or any(start < len(first) < end for start, end in named)


def _blurred(text: str) -> str:
    return text[0] + "?" if len(text) > 1 else "?"


def _cut(lines: list[Line], believed: list[tuple[Candidate, str]]) -> Labelled:
    """``lines`` cut before each label that stands inside one."""
    at: dict[int, list[tuple[Candidate, str]]] = {}
    for one, key in believed:
        at.setdefault(one.line, []).append((one, key))
    cut: list[Line] = []
    labels: list[Label] = []
    for number, line in enumerate(lines):
        pieces = list(_pieces(line, [one.span.start for one, _ in at.get(number, [])]))
        first = len(cut)
        cut.extend(pieces)
        for one, key in at.get(number, []):
            place = next(first + n for n, piece in enumerate(pieces) if piece.span.start == one.span.start)
            labels.append(Label(place, one.text, one.span, one.role, key))
    return Labelled(cut, labels)


def _pieces(line: Line, starts: list[int]) -> Iterable[Line]:
    inner = [start for start in starts if start > line.span.start]
    if not inner:
        yield line
        return
    ends = [line.span.start, *inner, line.span.end]
    for n, (start, end) in enumerate(pairwise(ends)):
        text = line.text[start - line.span.start : end - line.span.start].rstrip()
        yield Line(text, Span(start, start + len(text)), line.number, line.gap and n == 0, line.indent)
