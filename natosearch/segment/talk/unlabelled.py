"""Who asks and who answers where no label says it: interviews set in paragraphs, and press conferences as subtitles."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from natosearch.model.passages import Span
from natosearch.rules import Rules
from natosearch.segment.talk.running import read_running
from natosearch.text.voice import first_person_words

Voice = Literal["lead", "question", "answer", "moderator"]
Part = tuple[Voice, tuple[Span, ...]]

_INTERVIEW = re.compile(
    r"\b(?:interview(?:s|ed)?|q ?& ?a|questions and answers|in conversation with"
    r"|(?:talked|talks|spoke|speaks) (?:to|with) (?:us|me)"
    r"|told (?:us|me)|we asked|i asked|answers? (?:our|your) questions|receive[sd] (?:us|the reporter))\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\?[\"'\u2019\u201d)\]*_]*$")
_BOLD = re.compile(r"^(?:\*\*|__)[^*_]{3,600}(?:\*\*|__)$")
_DASHED = re.compile(r"^[-\u2013\u2014][ \u00a0]?\S")
_YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_LONGEST_QUESTION = 90  # words
_FEWEST = 3
_SHORT = 25  # words: a question without a question mark, between answers of one paragraph each


def read_unlabelled(text: str, spans: list[Span], header: str, rules: Rules) -> list[Part]:
    """The parts of a text without labels in order, each span in one of them; a single `lead` if nobody asks.

    ``header`` and the first paragraphs tell whether this is an interview.
    """
    paragraphs = [span.of(text) for span in spans]
    asked = _asked(paragraphs, f"{header}\n" + "\n".join(paragraphs[:3])[:2000])
    if asked:
        return _alternate(spans, asked)
    running = read_running(text, spans, rules)
    if running:
        return running
    return [("lead", tuple(spans))] if spans else []


def split_answer(text: str, spans: list[Span]) -> list[Part]:
    """The paragraphs of an answer, and the questions and answers behind it that were left without labels."""
    found = [number for number, span in enumerate(spans) if number and _is_question(span.of(text))]
    if len(found) < _FEWEST - 1 or not _answered(found, len(spans)):
        return [("answer", tuple(spans))]
    return [("answer", tuple(spans[: found[0]])), *_alternate(spans[found[0] :], [n - found[0] for n in found])]


def _asked(paragraphs: list[str], about: str) -> list[int]:
    """The numbers of the paragraphs that ask; empty where this is no interview."""
    for marked in (_BOLD, _DASHED):
        found = [number for number, one in enumerate(paragraphs) if marked.match(one)]
        asking = [number for number in found if _is_question(paragraphs[number])]
        if len(asking) >= _FEWEST and _answered(asking, len(paragraphs)):
            return found if len(asking) * 3 >= len(found) * 2 else asking
    found = [number for number, one in enumerate(paragraphs) if _is_question(one)]
    if len(found) < _FEWEST or not _answered(found, len(paragraphs)):
        return []
    return _with_statements(paragraphs, found) if _is_interview(paragraphs, found, about) else []


def _is_interview(paragraphs: list[str], found: list[int], about: str) -> bool:
    """Whether the paragraphs that end in a question mark are somebody else's, not a speaker's own rhetoric."""
    body = len(paragraphs) - found[0]
    if _INTERVIEW.search(about):
        return len(found) * 6 >= body
    addressed = sum(bool(_YOU.search(paragraphs[number])) for number in found)
    answers = [one for number, one in enumerate(paragraphs) if number > found[0] and number not in found]
    own = sum(first_person_words(one) > 0 for one in answers)
    return len(found) * 3 >= body and addressed * 2 >= len(found) and own * 2 >= len(answers)


def _is_question(paragraph: str) -> bool:
    return bool(_ASKS.search(paragraph.rstrip())) and len(paragraph.split()) <= _LONGEST_QUESTION


def _answered(asking: list[int], total: int) -> bool:
    """Whether nearly every question has a paragraph behind it that is none."""
    alone = sum(other > one + 1 for one, other in pairwise([*asking, total]))
    return alone * 10 >= len(asking) * 7


def _with_statements(paragraphs: list[str], found: list[int]) -> list[int]:
    """``found``, and what is said between answers of one paragraph each: `Europe had promised a million shells.`"""
    gaps = [other - one - 1 for one, other in pairwise([*found, len(paragraphs)])]
    if sum(gap == 1 for gap in gaps[:-1]) * 2 < len(gaps[:-1]):
        return found
    more = []
    for one, gap in zip(found, gaps[:-1], strict=False):  # behind the last answer stands the page's tail
        said = [paragraphs[one + n].split() for n in range(1, gap + 1)]
        if gap == 3 and len(said[1]) <= _SHORT and len(said[1]) < min(len(said[0]), len(said[2])):
            more.append(one + 2)
    return sorted([*found, *more])


def _alternate(spans: list[Span], asked: list[int]) -> list[Part]:
    """Questions and what stands behind each; before the first the lead."""
    parts: list[Part] = [("lead", tuple(spans[: asked[0]]))] if asked[0] else []
    for one, other in pairwise([*asked, len(spans)]):
        parts.append(("question", (spans[one],)))
        if other > one + 1:
            parts.append(("answer", tuple(spans[one + 1 : other])))
    return parts
