"""Lines as they are printed on pages, to paragraphs. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

_SENTENCE_END = re.compile(r"[.!?\u2026:][\"'\u2019\u201d\u00bb)\]]*$")
_LABEL = re.compile(
    r"(?:Q|A|Qr)\d{0,3}(?:[.:]|\s{2,}|\t)|[^\W\d_a-z][\w.'\u2019-]{0,30}"
    r"(?:,?\s(?:[^\W\d_a-z(][\w.'\u2019-]{0,30}|of|the|for|and|de|van|von|\([^()]{1,60}\))){0,7}\s?:(?:\s|$)"
)
_ITEM = re.compile(r"[\u2022\u25cf\u25aa\u00b7*\u2013\u2014-]\s|\(?\d{1,3}[.)]\s")
_PAGE_NUMBER = re.compile(
    r"[\s|/\u2013\u2014-]*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[\s|/\u2013\u2014-]*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_LAST_PART = re.compile(r"([^\W\d_]+)[-\u2010]$")
_FIRST_PART = re.compile(r"[^\W\d_]+")
_HYPHENS = ("-", "\u2010", "\xad")
_WORDS = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_EDGE = 2  # lines at the top and at the bottom of a page that may be a running head
_WIDER = 1.35  # of the usual distance between lines
_OTHER_SIZE = 0.1  # larger or smaller by so much: a heading, a footnote
_INDENT = 6.0  # points
_SHORT = 0.75  # of the usual width: where a sentence ends before, the paragraph does
_VERY_SHORT = 0.6  # a heading, an address


class PdfLine(NamedTuple):
    """A printed line with its left edge, its height on the page and the size of its letters, in points."""

    text: str
    x: float
    y: float
    size: float = 0.0


@dataclass(slots=True)
class _Measures:
    """How a document is set: what its lines keep between them, how many letters a full one has, its words."""

    distance: float
    width: int
    words: frozenset[str]
    running: frozenset[str]


@dataclass(slots=True)
class _Flow:
    """Paragraphs made so far; ``held`` are running heads met inside the last one, which stand behind it."""

    done: list[str] = field(default_factory=list)
    lines: list[PdfLine] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)

    def close(self) -> None:
        """The paragraph ends."""
        self.done += ["".join(self.parts)] if self.parts else []
        self.done += self.held
        self.lines, self.parts, self.held = [], [], []

    def add(self, line: PdfLine, words: frozenset[str]) -> None:
        """The paragraph goes on with ``line``."""
        if self.parts:
            self.parts[-1] = _joint(self.parts[-1], line.text, words)
        self.parts.append(line.text)
        self.lines.append(line)


def join_lines(pages: list[list[PdfLine]]) -> list[str]:
    """The paragraphs on ``pages``; a running head or a page number is one of its own, behind the paragraph it cuts.

    A hyphen at a line's end goes if the word is written without it elsewhere, or only its parts are no words.
    """
    measures = _measure(pages)
    flow = _Flow()
    for page in pages:
        for number, line in enumerate(page):
            if _is_running(line.text, number, len(page), measures):
                flow.held.append(line.text)
                continue
            if not flow.lines or _begins(flow, line, measures):
                flow.close()
            flow.add(line, measures.words)
    flow.close()
    return flow.done


def _measure(pages: list[list[PdfLine]]) -> _Measures:
    lines = [line for page in pages for line in page]
    steps = Counter(
        round(first.y - second.y) for page in pages for first, second in pairwise(page) if 4 < first.y - second.y < 60
    )
    lengths = sorted(len(line.text) for line in lines)
    edges = Counter(key for page in pages for key in {_key(line.text) for line in _edges(page)})
    return _Measures(
        distance=float(min((step for step, n in steps.items() if n * 4 >= max(steps.values())), default=0)),
        width=lengths[len(lengths) * 9 // 10] if lengths else 0,
        words=frozenset(word.lower() for line in lines for word in _whole_words(line.text)),
        running=frozenset(key for key, n in edges.items() if n > 1 and n * 2 >= len(pages)),
    )


def _whole_words(line: str) -> list[str]:
    words: list[str] = _WORDS.findall(line)
    return words[:-1] if line.endswith(_HYPHENS) else words


def _edges(page: list[PdfLine]) -> Iterable[PdfLine]:
    return page if len(page) <= 2 * _EDGE else [*page[:_EDGE], *page[-_EDGE:]]


def _key(text: str) -> str:
    return _DIGITS.sub("#", text)


def _is_running(text: str, number: int, lines: int, measures: _Measures) -> bool:
    if _EDGE <= number < lines - _EDGE:
        return False
    return _key(text) in measures.running or bool(_PAGE_NUMBER.fullmatch(text))


def _begins(flow: _Flow, line: PdfLine, measures: _Measures) -> bool:
    """Whether ``line`` begins a paragraph rather than going on with the one before it."""
    before = flow.lines[-1]
    if abs(line.size - before.size) > _OTHER_SIZE * before.size:
        return True
    if before.text.endswith(_HYPHENS) and before.text[-2:-1].isalpha():
        return False
    ended = bool(_SENTENCE_END.search(before.text))
    down = before.y - line.y
    if down <= 0:  # the next page or column
        return ended or not (line.text[0].islower() or len(before.text) >= _SHORT * measures.width)
    if measures.distance and down > _WIDER * measures.distance:
        return True
    short = len(before.text) < _SHORT * measures.width
    if (ended or short) and (_LABEL.match(line.text) or _ITEM.match(line.text)):
        return True
    if line.x > before.x + _INDENT or (len(flow.lines) > 1 and line.x < before.x - _INDENT):
        return ended or short
    return (short and ended and not line.text[0].islower()) or len(before.text) < _VERY_SHORT * measures.width


def _joint(before: str, line: str, words: frozenset[str]) -> str:
    """The line ``before`` as it meets ``line``: with a space, or as the word that its hyphen parts."""
    if before.endswith("\xad"):
        return before[:-1]
    last, first = _LAST_PART.search(before[-60:]), _FIRST_PART.match(line)
    if last is None or first is None:
        return before + " "
    one, two = last.group(1).lower(), first.group().lower()
    hyphened = f"{one}-{two}" in words or (one in words and two in words and one + two not in words)
    return before if hyphened or not first.group()[0].islower() else before[:-1]
