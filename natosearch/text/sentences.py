"""Where sentences end, in prose that is full of `Mr.`, `U.S.`, `Nov.` and `2.5`."""

from __future__ import annotations

import re

from natosearch.model.passages import Span

# A full stop after one of these does not end a sentence.
_ABBREVIATIONS = frozenset(
    (
        "mr mrs ms dr prof gen lt col maj capt cpl sgt adm brig cmdr sen rep gov hon st vs etc e.g i.e cf al "
        "approx jan feb mar apr jun jul aug sept sep oct nov dec inc ltd co p.m a.m u.s u.k u.n e.u "
        "s.g"
    ).split()
)
_BEFORE_NUMBERS = frozenset("no nos art para fig vol p pp".split())  # `No. 5`, but `He said no.`
_NUMBER = re.compile(r"\s+\d")
# Closing quotation marks and brackets belong to the sentence that they close.
_END = re.compile(
    r"(?<![.!?\u2026])([.!?\u2026]+)[\"'\u2019\u201d\u00bb)\]]*(?=\s+[\"'\u2018\u201c\u00ab(\[]?[^\W_a-z]|\s*$)"
    r"|(?<![ \t])[ \t]*(?:\r?\n[ \t]*){2,}"
)
_LAST_WORD = re.compile(r"([^\W_](?:[\w.]*[^\W_])?)\Z")


def split_sentences(text: str) -> list[Span]:
    """The sentences of ``text`` in order, without the white space between them.

    A blank line ends a sentence, a single line break does not: transcripts are often hard-wrapped.
    """
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if match.group(1) == "." and _is_abbreviation(text, match):
            continue
        start = _add(spans, text, start, match.end())
    _add(spans, text, start, len(text))
    return spans


def _is_abbreviation(text: str, end: re.Match[str]) -> bool:
    word = _LAST_WORD.search(text, max(0, end.start() - 24), end.start())
    if word is None:
        return False
    last = word.group().lower()
    if last in _BEFORE_NUMBERS:
        return bool(_NUMBER.match(text, end.end()))
    # One capital letter is an initial: `Antony J. Blinken`.
    return last in _ABBREVIATIONS or (len(last) == 1 and word.group().isupper())


def _add(spans: list[Span], text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    last = end
    while last > start and text[last - 1].isspace():
        last -= 1
    if last > start:
        spans.append(Span(start, last))
    return end
