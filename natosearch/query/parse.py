"""Text and options to a Query.

Words and quoted phrases are read; signs that the query language keeps for operators are refused where they stand as
operators, because reading them as plain text would quietly find something else.
"""

from __future__ import annotations

import re
from typing import Literal

from natosearch.errors import BadQuery
from natosearch.query.stopwords import STOP_WORDS
from natosearch.query.tree import Filters, Phrase, Query, Some, Word
from natosearch.text.words import split_words

Matching = Literal["most", "all", "any"]

FIELDS = ("speaker", "place", "mentions", "topic", "unit", "kind", "date", "title", "doc", "question", "answer")
_QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb'
_TOKEN = re.compile(rf"[{_QUOTES}]|[^\s{_QUOTES}]+")
_OPERATORS = ("AND", "OR", "NOT")
_FIELD = re.compile(r"([A-Za-z_]+):(?!//)")
_ADVICE = "put it in double quotes to search for it as text"


def parse_query(
    text: str, filters: Filters | None = None, *, matching: Matching = "most", exact: bool = False, limit: int = 10
) -> Query:
    """The query that ``text`` and the options ask for; raises BadQuery, with the position, for what it cannot mean.

    By default one or two words must all match, and of more words more than half. Stop words count only in phrases, or
    where the query has no other words.
    """
    parts = _parts(text)
    content = [part for part in parts if not (isinstance(part, Word) and part.folded in STOP_WORDS)]
    wanted = tuple(dict.fromkeys(content or parts))
    if not wanted:
        why = "the query is empty" if not text.strip() else "the query has no word to search for"
        raise BadQuery(text, 0, f"{why}; give a word or a phrase, for example: natosearch query KFOR")
    if matching == "any":
        at_least = 1
    elif matching == "all" or len(wanted) < 3:
        at_least = len(wanted)
    else:
        at_least = len(wanted) // 2 + 1
    return Query(Some(wanted, at_least), filters or Filters(), exact, limit)


def parse_day(value: str, *, end: bool) -> str:
    """``2023``, ``2023-05`` or ``2023-05-14`` as an ISO day: the first of the period, or with ``end`` its last.

    Raises BadQuery for anything else.
    """
    import calendar

    match = re.match(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$", value.strip())
    year, month, day = (int(group) if group else 0 for group in match.groups()) if match else (0, 0, 0)
    if not 1 <= year <= 9999 or not (0 <= month <= 12) or (match and match.group(2) and not month):
        raise BadQuery(value, 0, f"'{value}' is no date; write it as 2023, 2023-05 or 2023-05-14")
    month = month or (12 if end else 1)
    last = calendar.monthrange(year, month)[1]
    if day > last or (match and match.group(3) and not day):
        raise BadQuery(value, 0, f"'{value}' is no date: that month has {last} days")
    return f"{year:04d}-{month:02d}-{day or (last if end else 1):02d}"


def _parts(text: str) -> list[Word | Phrase]:
    parts: list[Word | Phrase] = []
    opened = -1
    for token in _TOKEN.finditer(text):
        if token.group() in _QUOTES:
            if opened >= 0:
                parts += _phrase(text, opened, token.start())
            opened = token.start() if opened < 0 else -1
        elif opened < 0:
            _refuse_operators(text, token)
            parts += _word(token.group())
    if opened >= 0:
        raise BadQuery(text, opened, "the quotation mark that opens here is never closed")
    return parts


def _word(token: str) -> list[Word | Phrase]:
    """One token: `Serb-majority` is two words side by side, so it is a phrase."""
    words = tuple(word.folded for word in split_words(token))
    if len(words) > 1:
        return [Phrase(words)]
    return [Word(words[0])] if words else []


def _phrase(text: str, opened: int, closed: int) -> list[Word | Phrase]:
    words = tuple(word.folded for word in split_words(text[opened + 1 : closed]))
    if not words:
        raise BadQuery(text, opened, "the phrase that opens here has no words")
    return [Phrase(words)] if len(words) > 1 else [Word(words[0])]


def _refuse_operators(text: str, token: re.Match[str]) -> None:
    word, start = token.group(), token.start()
    field = _FIELD.match(word)
    if word in _OPERATORS:
        raise BadQuery(text, start, f"the operator {word} is not in this version; {_ADVICE}")
    if word[0] in "-=" and any(c.isalnum() for c in word):
        raise BadQuery(text, start, f"'{word[0]}' before a word is an operator that is not in this version; {_ADVICE}")
    if field and field.group(1).lower() in FIELDS:
        option = "use --since and --until" if field.group(1).lower() == "date" else f"use --{field.group(1).lower()}"
        known = field.group(1).lower() in ("speaker", "place", "mentions", "topic", "unit", "kind", "date")
        raise BadQuery(text, start, f"'{field.group()}' is not in this version; {option if known else _ADVICE}")
    sign = re.search(r"[*?~](?=\w)|(?<=\w)[*~]|[()]|(?<=\w)\?(?=\w)", word)
    if sign:
        raise BadQuery(text, start + sign.start(), f"the operator {sign.group()} is not in this version; {_ADVICE}")
