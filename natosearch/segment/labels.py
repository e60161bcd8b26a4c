"""Speaker labels: which line openings name who speaks.

A colon makes no label. A label is believed because of how it behaves in its document: it is a role that transcripts
use, or names a known office or person, and it recurs or stands beside another that does.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from natosearch.model.passages import Span
from natosearch.rules import Rules
from natosearch.segment.front_matter import front_matter_end
from natosearch.text.lines import Line
from natosearch.text.words import fold_text

LabelRole = Literal["question", "answer", "moderator", "person"]

_QUESTION = frozenset(
    (
        "q qr question questioner journalist reporter interviewer press media correspondent student audience "
        "participant speaker unidentified"
    ).split()
)
_ANSWER = frozenset(["a", "answer", "response", "reply"])
_MODERATOR = frozenset(("moderator operator facilitator presenter chair chairman chairwoman host announcer").split())
# Words that begin a heading (`On Gaza:`), not a name.
_COMMON = frozenset(
    "on in at as if for one two three first second last next more most some all no not what when where who why how "
    "our your their my his this that these those new key other related about after before during and or but".split()
)
# Of these, words that also stand in the titles of people who answer.
_ALSO_TITLES = frozenset("chair chairman chairwoman speaker press media presenter host".split())
_ONLY_LAST = frozenset(["press", "media"])  # `Member of the press`, but `Press Secretary`
# Words of forms, credits and headings that end in a colon without anybody speaking.
_NO_LABEL = frozenset(
    (
        "source sources photo photos image credit video note notes date place venue time title headline subject "
        "subjects text begin end summary topic topics tags keywords contact email e-mail phone tel fax http https "
        "re cc ps nb edited updated release transcript storyid media-contact editor editors author by background "
        "annex example first second third finally"
    ).split()
)
_JOINING = frozenset(("of the and for to de la von van der den di da al bin ibn on at in").split())

_LOWER = _JOINING | _QUESTION | _MODERATOR | {"member"}  # `Unidentified speaker`, `Audience member`

# Q.There   A. We   Q: ...   Q1. ...   Q  with two spaces or a tab and nothing else
_BOLD = r"(?:\*\*|__)?"  # Markdown: `**Question:** …`, `**Q.** …`
_Q_AND_A = re.compile(
    rf"{_BOLD}(?P<label>(?:Qr|Q|A)\d{{0,3}}){_BOLD}"
    rf"(?:\s?[.:]{_BOLD}\s*(?=\S)|\s?[.:]{_BOLD}$|[\u00a0\t ]{{2,}}|(?<=Q)\u00a0)"
)
# Everything up to a colon that has a space, the line's end, or a capital glued to it.
_COLON = re.compile(
    rf"{_BOLD}(?P<label>[^\W\d_\[][^:\n]{{0,90}}?){_BOLD}[ \u00a0]?:{_BOLD}(?:\s+|$|(?=[\"'\u2018\u201c\[(A-Z]))"
)
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|(?i:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Adm|Brig|Hon|Sen|Amb|Prof|Rev|St|No))\.")
_PARENTHESIS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class Label:
    """A believed label: the line it opens, its words, its span (punctuation included), and what the words are.

    ``key`` is what two labels of one speaker share: case, accents and punctuation do not count.
    """

    line: int
    text: str
    span: Span
    role: LabelRole
    key: str


def find_labels(lines: list[Line], rules: Rules) -> list[Label]:
    """The labels that ``lines`` open with, in order; empty where the document has none."""
    said = range(front_matter_end(lines), len(lines))
    candidates = [label for number in said if (label := _candidate(number, lines[number], rules))]
    counts = Counter(label.key for label in candidates)
    core = {label.key for label in candidates if _is_core(label, counts, rules)}
    known = {label.key for label in candidates if label.role == "person" and _names_known(label.text, rules)}
    roles = {label.key for label in candidates if label.role != "person"}
    if len(known | roles) >= 2:  # one question and one answer; joint remarks, in which each speaks once
        core |= known | roles
    if not core:
        return []
    core |= roles
    first = min(label.line for label in candidates if label.key in core)
    return [
        label
        for label in candidates
        if label.key in core
        or counts[label.key] > 1
        or (label.line > first and (_names_known(label.text, rules) or _is_full_name(label.text)))
    ]


def _candidate(number: int, line: Line, rules: Rules) -> Label | None:
    match = _Q_AND_A.match(line.text) or _COLON.match(line.text)
    if match is None or rules.furniture.is_furniture(line.text):
        return None
    text = match.group("label").strip()
    if not _is_label_like(text):
        return None
    span = Span(line.span.start, line.span.start + match.end())
    return Label(number, text, span, _role(text, rules), fold_text(text))


def _is_label_like(text: str) -> bool:
    """Whether ``text`` could name a speaker: few words, capitals, no sentence in it."""
    outside = _PARENTHESIS.sub(" ", text)
    words = outside.replace(",", " ").split()
    folded = fold_text(text).split()
    if not words or not folded or len(words) > 10 or (folded[0] in _NO_LABEL and len(folded) <= 3):
        return False
    if re.search(r"[!?;\"\u201c\u201d]|\.\s", _ABBREVIATED.sub("", outside)):
        return False
    return words[0][0].isupper() and all(w[0].isupper() or w.lower() in _LOWER or not w[0].isalpha() for w in words)


def _role(text: str, rules: Rules) -> LabelRole:
    """What the words of a label say of who speaks. `Speaker Nancy Pelosi` is a person, `Speaker` a questioner."""
    folded = re.sub(r"\d+", "", fold_text(_PARENTHESIS.sub(" ", text))).split()
    if not folded:
        return "person"
    ends = {folded[0], folded[-1]}
    named = bool(ends & _ALSO_TITLES) and len(folded) > 1 and _is_titled(text, rules)
    if folded[0] in _MODERATOR and not named:
        return "moderator"
    if (folded[-1] in _QUESTION or folded[0] in _QUESTION - _ONLY_LAST) and not named:
        return "question"
    return "answer" if len(folded) == 1 and folded[0] in _ANSWER else "person"


def _is_titled(text: str, rules: Rules) -> bool:
    """Whether a title in ``text`` belongs to somebody: a name beside it, or more of an office than the one word."""
    offices = (text[office.start : office.end] for office in rules.people.find_offices(text))
    _, name = rules.people.strip_titles(text)
    known = rules.people.find(text) or (name and rules.people.by_surname(name, None))
    return bool(known) or any(" " in office for office in offices)


def _is_core(label: Label, counts: Counter[str], rules: Rules) -> bool:
    """Whether ``label`` alone shows that this document labels its speakers."""
    if counts[label.key] < 2:
        return False
    return label.role != "person" or _names_somebody(label.text, rules)


def _names_known(text: str, rules: Rules) -> bool:
    return bool(rules.people.find(text) or rules.people.find_offices(text))


def _names_somebody(text: str, rules: Rules) -> bool:
    """Whether a label that recurs names somebody: a known person or office, a full name, or a surname in capitals."""
    short = len(_PARENTHESIS.sub(" ", text).split(",")[0].split()) <= 4
    return _names_known(text, rules) or _is_full_name(text) or (short and text.isupper())


def _is_full_name(text: str) -> bool:
    """Whether ``text`` could be a name that nobody knows: two to four capitalised words, none of them a common one."""
    words = _PARENTHESIS.sub(" ", text).split(",")[0].split()
    if not 2 <= len(words) <= 4 or any(word.lower() in _COMMON for word in words):
        return False
    return all(word[0].isupper() for word in words if word.lower() not in _JOINING)
