"""Text and options to a Query.

Words and quoted phrases are read; signs that the query language keeps for operators are refused where they stand as
operators, because reading them as plain text would quietly find something else.
"""

from __future__ import annotations

import re
from typing import Literal

from natosearch.errors import BadQuery
from natosearch.query.stopwords import STOP_WORDS
from natosearch.query.tree import FILTER_FIELDS, Filters, Phrase, Query, Some, Word
from natosearch.text.words import split_words

Matching = Literal["most", "all", "any"]

FIELDS = (*FILTER_FIELDS, "date", "title", "doc", "question", "answer")
_QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb'
_TOKEN = re.compile(rf"[{_QUOTES}]|[^\s{_QUOTES}]+")
_OPERATORS = ("AND", "OR", "NOT")
_FIELD = re.compile(r"([A-Za-z_]+):(?=.)(?!//)", re.DOTALL)
# Signs where they would be operators: before a word or a phrase, behind one, inside a word, or alone.
_BEFORE = re.compile(r"[-=]+(?=\w|$)")
_BEHIND = re.compile(r"[*~]\d*")
_INSIDE = re.compile(r"[*?~](?=\w)|(?<=\w)[*~]|[()]|^\*$")
_ADVICE = "put it in double quotes to search for it as text"
_LONGEST = 10_000  # code points


def parse_query(
    text: str, filters: Filters | None = None, *, matching: Matching = "most", exact: bool = False, limit: int = 10
) -> Query:
    """The query that ``text`` and the options ask for; raises BadQuery, with the position, for what it cannot mean.

    By default one or two words must all match, and of more words more than half. Stop words count only in phrases, or
    where the query has no other words.
    """
    if len(text) > _LONGEST:
        raise BadQuery("", 0, f"the query has {len(text)} characters, at most {_LONGEST} can be searched for at once")
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
        raise BadQuery("", 0, f"'{value}' is no date; write it as 2023, 2023-05 or 2023-05-14")
    month = month or (12 if end else 1)
    last = calendar.monthrange(year, month)[1]
    if day > last or (match and match.group(3) and not day):
        raise BadQuery("", 0, f"'{value}' is no date: that month has {last} days")
    return f"{year:04d}-{month:02d}-{day or (last if end else 1):02d}"


def _parts(text: str) -> list[Word | Phrase]:
    parts: list[Word | Phrase] = []
    opened = closed = -1
    for token in _TOKEN.finditer(text):
        if token.group() in _QUOTES:
            if opened >= 0:
                parts += _phrase(text, opened, token.start())
                closed = token.end()
            opened = token.start() if opened < 0 else -1
        elif opened < 0:
            _refuse_operators(text, token, behind_phrase=token.start() == closed)
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


def _refuse_operators(text: str, token: re.Match[str], *, behind_phrase: bool) -> None:
    word, start = token.group(), token.start()
    if word.strip(".,;:!") in _OPERATORS:
        raise BadQuery(text, start, f"the operator {word} is not in this version; {_ADVICE}")
    before_phrase = token.end() < len(text) and text[token.end()] in _QUOTES
    sign = _BEFORE.match(word)
    if sign and (sign.end() < len(word) or before_phrase):
        raise BadQuery(text, start, f"'{sign.group()}' before a word or phrase is not in this version; {_ADVICE}")
    sign = (_BEHIND.match(word) if behind_phrase else None) or _INSIDE.search(word)
    if sign:
        raise BadQuery(text, start + sign.start(), f"the operator {sign.group()} is not in this version; {_ADVICE}")
    field = _FIELD.match(word + ('"' if before_phrase else ""))
    if field:
        raise BadQuery(text, start, _about_field(field.group(1).lower()))


def _about_field(name: str) -> str:
    """What to do instead of ``name:value``."""
    import difflib

    options = {field: f"--{field}" for field in FILTER_FIELDS} | {"date": "--since and --until"}
    if name in options:
        return f"'{name}:' is not in this version; use {options[name]}"
    near = difflib.get_close_matches(name, FIELDS, n=1)
    if name in FIELDS or not near:
        return f"'{name}:' is not in this version; {_ADVICE}"
    return f"there is no field '{name}'; the nearest is '{near[0]}' ({options.get(near[0], 'not in this version')})"
