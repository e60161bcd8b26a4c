"""The shapes of labels: what may name a speaker, by its form alone. Whether it does is for the document to show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from natosearch.model.passages import Span
from natosearch.rules import Rules
from natosearch.segment.labels.words import LabelRole, is_full_name, is_label_like, label_role, names_known
from natosearch.text.lines import Line
from natosearch.text.words import fold_text

Shape = Literal[
    "letter", "colon", "dash", "number", "alone", "glued", "aside", "damaged", "mark", "inside", "broken", "semicolon"
]

_BOLD = r"(?:\*\*|__)?"  # Markdown: `**Question:** …`, `**Q.** …`
_CLOCK = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?"
# Subtitles and automatic transcripts: `>> JENS STOLTENBERG: …`, `- Moderator: …`, `[00:12:05] Q: …`
_LEAD = rf"(?:{_CLOCK}[ \t\u00a0]+)?(?:>{{2,}}[ \u00a0]?|[-\u2013\u2014][ \u00a0])?"
# and `Mark Rutte (00:12):`
_TIMED = rf"(?:[ \u00a0]?(?=[\[(]){_CLOCK})?"
# Q.There   A. We   Q: ...   Q1. ...   Q  with two spaces or a tab and nothing else
_LETTER = re.compile(
    rf"{_LEAD}{_BOLD}(?P<label>(?:Qr|Q|A)\d{{0,3}}){_BOLD}(?!\.M\b|\.\s?[A-Z]\.)"  # `11:02 A.M. EDT`, `A. B. Roe`
    rf"(?:\s?[.:]{_BOLD}\s*(?=\S)|\s?[.:]{_BOLD}$|[\u00a0\t ]{{2,}}|(?<=Q)\u00a0)"
)
_WRITTEN_OUT = re.compile(r"(?P<label>(?:Question|Answer)(?: ?\d{1,2})?)\.[ \u00a0]+(?=[^\W\d_a-z]|[\"\u201c])")
# Everything up to a colon that has a space, the line's end, or a capital glued to it.
_COLON = re.compile(
    rf"{_LEAD}{_BOLD}(?P<open>\()?(?P<label>[^\W\d_\[][^:\n]{{0,90}}?)(?(open)\)){_TIMED}{_BOLD}[ \u00a0]?:{_BOLD}"
    r"(?:\s+|$|(?=[\"'\u2018\u201c\[(A-Z.\u2026]))"
)
_BOLD_COLON = re.compile(r"(?:\*\*|__)(?P<label>[^\W\d_\[][^:*\n]{0,90}):(?:\*\*|__)\s*")
_ROLE_WORD = re.compile(r"(?P<role>Question|Answer|Qr|Q|A)(?=[ \u00a0])")
_DASH = re.compile(r"[ \u00a0][-\u2013][ \u00a0]")  # a long one breaks off: `Q  Is the — is the plan ready?`
_END_CLOCK = re.compile(rf"[ \u00a0](?=[\[(]){_CLOCK}$")
_ORGANISED = re.compile(r"(?P<name>[^\W\d_a-z][^-\u2013\u2014]{3,50}) [-\u2013\u2014] [^\W\d_a-z]")
# `ADM SMITH     Thank you.`
_WIDE = re.compile(
    r"(?P<label>[A-Z][A-Z.'\u2019-]+(?: [A-Z][A-Z.'\u2019-]+){0,4})(?:[ \u00a0]{3,}|\t+)"
    r"(?=[^\W\d_A-Z]|[^\W\d_][a-z]|I\b)"
)
_NUMBER = re.compile(r"(?P<label>\d{1,2})[ \u00a0]?[.)][ \u00a0]+(?=[^\W\d_a-z]|[\"'\u2018\u201c])")
# `MR. PRICEAll right`: a name in capitals that runs into the first word
_GLUED = re.compile(r"(?P<label>(?:[A-Z][A-Z.'\u2019-]*[ \u00a0]){0,4}[A-Z][A-Z'\u2019-]{2,30})(?=[A-Z][a-z])")
_ASIDE = re.compile(r"(?P<label>[A-Z]{2,4})[ \u00a0]+(?=\([a-z])")  # `MG (laughs) Every town …`
# `Jamie Shea Thanks very much`: the words with which people begin to speak
_UNSIGNED = re.compile(
    r"(?P<label>[^\W\d_a-z][\w.'\u2019-]*(?:[ \u00a0][^\W\d_a-z][\w.'\u2019-]*){1,5}?)[ \u00a0]+"
    r"(?=(?:Thanks?|Well|Yes|No|Good|Okay|OK|I|We|So|Let|And|But|That|It|Now|You|This|Look|Absolutely|First)\b)"
)
# `ADM SMITH     IFOR does not know.`: where the name is known, any word may follow
_WIDE_NAME = re.compile(r"(?P<label>[A-Z][A-Z.'\u2019-]+(?: [A-Z][A-Z.'\u2019-]+){1,4})(?:[ \u00a0]{3,}|\t+)(?=\S)")
_DAMAGED = re.compile(r"(?P<label>[A-Z0-9]{1,3})[ \u00a0]?[:;][ \u00a0]*(?=[^\W\d_])")
_SEMICOLON = re.compile(r"(?P<label>[A-Z][A-Z.'\u2019 \u00a0-]{2,40});[ \u00a0]+(?=[^\W\d_a-z])")
_MARK = re.compile(r"(?P<label>>{2,3}|[-\u2013\u2014])[ \u00a0]?(?=[^\W\d_a-z]|[\"\u201c(\[\u2026])")
_FINISHED = re.compile(r"[.!?:\u2026][\"'\u2019\u201d\u00bb)\]]*$")
_SHOUTED = re.compile(r"[A-Z][A-Z.'\u2019-]+(?: [A-Z.'\u2019-]+){0,4} [-\u2013] ")  # `WILZ - Signatures.`
_HEADS = 160  # code points in which the pieces of a dashed label stand
_MOST_PIECES = 3
_ALONE_WORDS = 10
_SAID = 6  # words
# Inside a line, up to a colon: behind the end of a sentence or an aside, or in capitals behind other words.
_BEHIND_SENTENCE = r"(?<=[.!?\u2026)\]\"\u201d\u2019*-])[ \u00a0]+"
_BEFORE_CAPITALS = r"(?<=[a-z0-9,])[ \u00a0]+(?=(?:[A-Z][A-Z'\u2019-]+[ \u00a0]){1,4}[(A-Z])"
_HONORIFIC = r"(?:(?:Mr|Mrs|Ms|Dr|Gen|MR|MRS|MS|DR|GEN|S\.G)\.[ \u00a0]?)?"
_INSIDE = re.compile(
    rf"(?:{_BEHIND_SENTENCE}|{_BEFORE_CAPITALS})(?P<label>{_HONORIFIC}[^\W\d_a-z][^:.!?]{{0,60}}?)[ \u00a0]?:"
    r"(?:[ \u00a0]+|(?=\.\.\.|\u2026)|$)"
)


_LONE_Q = re.compile(r"(?P<label>Q)[ \u00a0](?=[^\W\d_a-z]|[\"\u201c(\u2026\u2014])")  # no word of English


class Candidate(NamedTuple):
    """What may be a label: the line in which it stands, its words, its span (punctuation included), shape and role."""

    line: int
    text: str
    span: Span
    shape: Shape
    role: LabelRole

    @property
    def key(self) -> str:
        return fold_text(self.text)


def find_candidates(lines: list[Line], start: int, rules: Rules) -> list[Candidate]:
    """What may be a label at the beginning of a line, from line ``start`` on: at most one a line, in order."""
    return [found for number in range(start, len(lines)) if (found := _at_line(number, lines, rules))]


def _at_line(number: int, lines: list[Line], rules: Rules) -> Candidate | None:
    line = lines[number]
    found = _dashed(number, lines, rules) if _ROLE_WORD.match(line.text) else None
    found = found or _with_sign(number, lines, rules) or _dashed(number, lines, rules)
    if found is None:
        found = _bare(number, line, rules) or _alone(number, lines, rules)
    return None if found is None or rules.furniture.is_furniture(line.text) else found


def _with_sign(number: int, lines: list[Line], rules: Rules) -> Candidate | None:
    line = lines[number]
    match = (
        _LETTER.match(line.text) or _WRITTEN_OUT.match(line.text) or (_LONE_Q.match(line.text) if line.gap else None)
    )
    if match is not None:
        return _made(number, line, match, "letter", rules)
    match = (_BOLD_COLON.match(line.text) or _COLON.match(line.text)) if ":" in line.text[:100] else None
    match = match or _WIDE.match(line.text)
    if match is None or not is_label_like(match.group("label").strip()):
        return None
    found = _made(number, line, match, "colon", rules)
    if found.role == "person" and not _is_shouted(found.text):
        # `Manfred Wörner: he tore down a curtain` is a sentence about somebody; who speaks begins with a capital.
        # And in the midst of a sentence a line begins with any words: `the United / States Senate: 36 years`.
        unfinished = number > 0 and not line.gap and not _FINISHED.search(lines[number - 1].text)
        if unfinished or line.text[match.end() : match.end() + 1].islower():
            return found._replace(shape="broken")
    return found


def _is_shouted(text: str) -> bool:
    """Whether ``text`` is in capitals, but for what a scanner misread: `PRIME MlNISTER`."""
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) * 10 > len(letters) * 8


def _made(number: int, line: Line, match: re.Match[str], shape: Shape, rules: Rules) -> Candidate:
    text = match.group("label").strip()
    span = Span(line.span.start, line.span.start + match.end())
    return Candidate(number, text, span, shape, label_role(text, rules))


def _dashed(number: int, lines: list[Line], rules: Rules) -> Candidate | None:
    """`Question - Name - Outlet - text`, `A Secretary General - text`, `Q - text`, `JENS STOLTENBERG - text`."""
    line = lines[number]
    opening = _ROLE_WORD.match(line.text)
    shouted = bool(_SHOUTED.match(line.text)) and number > 0 and bool(_FINISHED.search(lines[number - 1].text))
    begins = line.gap or opening is not None or shouted
    dashes = list(_DASH.finditer(line.text, 0, _HEADS))[:_MOST_PIECES] if begins else []
    if not dashes:
        return None
    end, start = 0, opening.end() if opening else 0
    for dash in dashes:
        piece = line.text[start : dash.start()].strip(" \u00a0-\u2013\u2014")
        if piece and not is_label_like(piece):
            break
        end, start = dash.end(), dash.end()
        if opening is None:
            break
    text = line.text[:end].rstrip(" \u00a0-\u2013\u2014")
    if not end or (opening is None and not _is_dashed_name(text, line.text[end:], rules)):
        return None
    role: LabelRole = label_role(text, rules)
    if opening is not None and opening.group("role") in ("Question", "Qr", "Q"):
        role = "question"
    elif opening is not None:  # who answers stands behind the letter
        text = line.text[opening.end() : end].strip(" \u00a0-\u2013\u2014") or text
        role = label_role(text, rules)
    return Candidate(number, text, Span(line.span.start, line.span.start + end), "dash", role)


def _is_dashed_name(name: str, said: str, rules: Rules) -> bool:
    """Whether words follow that somebody says: `Lord George Robertson - NATO` is a name alone on its line."""
    if len(said.split()) < _SAID and said[-1:] not in tuple(".!?\u2026"):
        return False
    return name.isupper() or names_known(name, rules) or is_full_name(name) or all(rules.people.strip_titles(name))


def _bare(number: int, line: Line, rules: Rules) -> Candidate | None:
    for shape, pattern in _BARE:
        match = pattern.match(line.text)
        if match is not None:
            span = Span(line.span.start, line.span.start + match.end())
            text = match.group("label").strip()
            return Candidate(number, text, span, shape, label_role(text, rules) if shape == "glued" else "person")
    return None


_BARE: tuple[tuple[Shape, re.Pattern[str]], ...] = (
    ("number", _NUMBER),
    ("aside", _ASIDE),
    ("damaged", _DAMAGED),
    ("semicolon", _SEMICOLON),
    ("mark", _MARK),
    ("glued", _GLUED),
)


def _alone(number: int, lines: list[Line], rules: Rules) -> Candidate | None:
    """A role or a name without a colon, alone on a line, with a paragraph behind it."""
    line = lines[number]
    text = _END_CLOCK.sub("", line.text.strip("*_ "))
    if not line.gap or number + 1 == len(lines) or not text or text[-1] in ".!?,:;\u2026":
        return None
    if len(text.split()) > _ALONE_WORDS or not (is_label_like(text) or is_organised(text)):
        return None
    role = label_role(text, rules)
    if role == "person" and not (text.isupper() or names_known(text, rules) or is_organised(text)):
        return None
    return Candidate(number, text, line.span, "alone", role)


def is_organised(text: str) -> bool:
    """Whether ``text`` is a full name with its organisation behind a dash: `Julian Braithwaite - OHR`."""
    match = _ORGANISED.match(text)
    return match is not None and is_full_name(match.group("name"))


def find_unsigned(lines: list[Line], start: int, names: dict[str, Candidate]) -> Iterator[Candidate]:
    """Names, folded, that are labels elsewhere, before a first word without any sign: `Jamie Shea Thanks, Konrad.`"""
    for number in range(start, len(lines)):
        text = lines[number].text
        match = (_UNSIGNED.match(text) or _WIDE_NAME.match(text)) if lines[number].gap else None
        known = names.get(fold_text(match.group("label"))) if match else None
        if match and known:
            begin = lines[number].span.start
            yield Candidate(number, match.group("label"), Span(begin, begin + match.end()), "alone", known.role)


def find_inside(line: int, text: Line, rules: Rules) -> Iterator[Candidate]:
    """What may be a label inside a line: behind the end of a sentence, or in capitals behind other words."""
    if ":" not in text.text:
        return
    for match in _INSIDE.finditer(text.text):
        label = match.group("label").strip()
        if is_label_like(label):
            span = Span(text.span.start + match.start("label"), text.span.start + match.end())
            yield Candidate(line, label, span, "inside", label_role(label, rules))
