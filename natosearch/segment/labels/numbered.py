"""Numbered questions: `1. How do you …`, which a list of points is not."""

from __future__ import annotations

from natosearch.segment.labels.shapes import Candidate
from natosearch.text.lines import Line

_FEWEST = 3
_ASKED = 0.6  # of the numbered paragraphs hold a question
_PARAGRAPH = 12  # lines: as far as a numbered question is looked through


def numbered_questions(numbers: list[Candidate], found: list[Candidate], lines: list[Line]) -> list[Candidate]:
    """The numbers of an interview: they count up from 1, a few may be lost, most ask, and something stands between.

    ``found`` are the labels already believed, such as `ANSWER:` between the questions.
    """
    counted: list[Candidate] = []
    for one in numbers:
        value = int(one.text)
        last = int(counted[-1].text) if counted else 0
        if last < value <= last + 2 and lines[one.line].gap:
            counted.append(one)
    fewest = 2 if any(one.role == "answer" for one in found) else _FEWEST
    if len(counted) < fewest or int(counted[0].text) > 2:
        return []
    ends = [one.line for one in counted[1:]] + [len(lines)]
    answers = {one.line for one in found}
    asked = answered = 0
    for one, end in zip(counted, ends, strict=True):
        first = _paragraph_end(lines, one.line)
        asked += any("?" in line.text for line in lines[one.line : first])
        answered += first < end or any(one.line < line < end for line in answers)
    if asked < len(counted) * _ASKED or answered < len(counted) * _ASKED:
        return []
    return [one._replace(role="question") for one in counted]


def _paragraph_end(lines: list[Line], number: int) -> int:
    end = number + 1
    while end < min(len(lines), number + _PARAGRAPH) and not lines[end].gap:
        end += 1
    return end
