"""Who asked: the outlet, else the name, that a questioner gives."""

from __future__ import annotations

import re

from natosearch.rules import Rules
from natosearch.segment.who.cast import as_name, is_full_name
from natosearch.segment.who.introductions import is_body
from natosearch.text.sentences import split_sentences
from natosearch.text.words import fold_text

_OPENING = 150  # code points; later outlets are what the question is about
_THANKS = (
    r"(?:(?:many )?(?:thank you|thanks)\b[^.,!?]{0,40}[.,!]"
    r"|(?:hi|hello|yes|good (?:morning|afternoon|evening))\b(?: there| everyone| everybody| sir)?[.,!]?)"
)
_POLITE = rf"[\s\"'\u201c(\[]*(?:{_THANKS}\s*){{0,3}}"
_FROM = re.compile(rf"(?:\b(?:from|with|of|for|at)\s+(?:the\s+)?|^{_POLITE}|[,(-]\s*)$", re.IGNORECASE)
_TOKEN = r"[^\W\d_a-z][\w'\u2019\u0300-\u036f-]+"
_FULL = rf"{_TOKEN}(?:\s[A-Z]\.)?(?:\s(?:de|van|von|der|al|bin|da|di))?\s{_TOKEN}"
_MYSELF = re.compile(
    rf"\b(?:I['\u2019]m|I am|[Mm]y name is|[Mm]y name['\u2019]s|[Tt]his is)\s(?P<name>{_FULL})"
    r"(?:[.,]|\s(?:from|with|of|for|at)\b)"
)
# `Jane Roe, Koha Ditore.`, `Jane Roe from the Koha`; `Two Questions, Mr President` is no name and its outlet.
_AT_FIRST = re.compile(
    rf"^(?i:{_POLITE})(?P<name>{_FULL})(?:,\s(?P<outlet>{_TOKEN}(?:\s{_TOKEN}){{0,3}})[.,]|\s(?:from|with|of)\s(?:the\s)?[^\W\d_a-z])"
)
_HAND_OVER = 200  # code points before a question in which the floor is given
_FEW_WORDS = 7  # `Yes, the lady from Reuters, please.`
_GIVES_FLOOR = re.compile(
    r"\b(?:go(?:ing)? to|turn(?:ing)? to|over to|(?:question|line)(?: is| comes)?,? (?:from|of)|call on|hear from|"
    r"(?:gentleman|lady|colleague|friend)s? (?:from|of))\b",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\((?P<inside>[^()]{3,80})\)")


def find_asker(label: str, question: str, rules: Rules, called: str = "") -> str | None:
    """The questioner's outlet as `(Reuters)` in the label or `from Reuters` in the first words, else the name that they
    give or the label gives, else the outlet that the floor was given to in ``called``, the words right before; or None.
    """
    in_label = rules.outlets.find(label)
    if in_label:
        return in_label[0][2]
    opening = question[:_OPENING]
    for start, _, outlet in rules.outlets.find(opening):
        if _FROM.search(opening[:start]):
            return outlet
    return _name_in_label(label, rules) or _own_name(opening, rules) or _called(called, rules)


def _called(words: str, rules: Rules) -> str | None:
    """The outlet in a hand-over: `Reuters, over there.`, `We’ll go to Jane Roe, Associated Press.`"""
    last = split_sentences(words[-_HAND_OVER:])[-2:]
    for span in reversed(last):
        sentence = span.of(words[-_HAND_OVER:])
        found = rules.outlets.find(sentence)
        if len(found) == 1 and (len(sentence.split()) <= _FEW_WORDS or _GIVES_FLOOR.search(sentence)):
            return found[0][2]
    return None


def _name_in_label(label: str, rules: Rules) -> str | None:
    inside = _BRACKETS.search(label)
    _, name = rules.people.strip_titles(inside.group("inside") if inside else label)
    return as_name(name) if is_full_name(name) and not is_body(name) else None


def _own_name(opening: str, rules: Rules) -> str | None:
    """`I'm Jane Roe`, `Jane Roe, Koha`: somebody known who is spoken to is not who asks."""
    match = _MYSELF.search(opening) or _AT_FIRST.search(opening)
    if match is None or _is_address(match.groupdict().get("outlet") or "", rules):
        return None
    name = " ".join(match.group("name").split())
    titled = rules.people.strip_titles(name)[0] or rules.people.by_name(name) or rules.people.by_surname(name, None)
    placed = rules.places.get(name) is not None
    return None if titled or placed or is_body(name) or not is_full_name(fold_text(name)) else name


def _is_address(words: str, rules: Rules) -> bool:
    """Whether ``words`` speak to somebody rather than name an outlet."""
    return bool(words) and bool(rules.people.strip_titles(words)[0] or rules.people.find(words))
