"""Press conferences as running text, as subtitles have it: questions known by how reporters begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from natosearch.model.passages import Span
from natosearch.rules import Rules
from natosearch.segment.talk.procedure import is_hand_over
from natosearch.text.sentences import split_sentences

Voice = Literal["lead", "question", "answer", "moderator"]
Part = tuple[Voice, tuple[Span, ...]]

_OF_ONESELF = re.compile(r"\b(?:I'm|I\u2019m|I am|my name is|this is|here is)\b", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"[^\W\d_a-z][\w'\u2019-]+ [^\W\d_a-z][\w'\u2019-]+,?(?: (?:from|with|of|for))?(?: the)? $")
_THANKS = re.compile(r"^(?:(?:yes|ok|okay|so|and|well),? )?thanks?\b(?: you)?[^?]{0,60}$", re.IGNORECASE)
_INTRODUCTION_WORDS = 16
_LONGEST = 16  # sentences of one question
_AHEAD = 4  # sentences in which a further question or the thanks may follow
_FEWEST = 2  # questions
_MOST_CALLS = 4  # sentences of one hand-over


class _Piece(NamedTuple):
    """A sentence, or a line that is a news organisation's name alone."""

    block: int
    span: Span
    text: str


def read_running(text: str, spans: list[Span], rules: Rules) -> list[Part]:
    """The parts of running text in which reporters introduce themselves; empty if fewer than two do.

    A question begins behind a hand-over or with `I'm NAME from OUTLET`, and ends with its thanks or last question mark.
    """
    if sum(len(rules.outlets.find(span.of(text))) for span in spans if "?" in text) < _FEWEST:
        return []
    pieces = list(_pieces(text, spans, rules))
    introduced = [_introduces(piece.text, rules) for piece in pieces]
    called = [not new and is_hand_over(piece.text, rules) for piece, new in zip(pieces, introduced, strict=True)]
    voices: list[Voice] = ["lead"] * len(pieces)
    number = questions = 0
    while number < len(pieces):
        begin = _begins(pieces, number, introduced, called)
        end = None
        if begin is not None and _names_outlet(pieces, number, begin, rules):
            end = _question_end(pieces, begin, called)
        if begin is None or end is None:
            voices[number] = "answer" if questions else "lead"
            number += 1
            continue
        voices[number:begin] = ["moderator"] * (begin - number)
        voices[begin:end] = ["question"] * (end - begin)
        number, questions = end, questions + 1
    last = len(pieces)
    while last and questions >= _FEWEST and (called[last - 1] or _THANKS.match(pieces[last - 1].text)):
        last -= 1  # `OK, thank you very much. That's all we have time for.`
        voices[last] = "moderator"
    return _joined(pieces, voices) if questions >= _FEWEST else []


def _pieces(text: str, spans: list[Span], rules: Rules) -> Iterator[_Piece]:
    for block, span in enumerate(spans):
        for sentence in split_sentences(span.of(text)):
            start = span.start + sentence.start
            first, line_end, _ = text[start : span.start + sentence.end].partition("\n")
            named = rules.outlets.find(first)
            if line_end and named and named[0][:2] == (0, len(first.strip())):
                yield _Piece(block, Span(start, start + len(first.rstrip())), first)
                start += len(first) + 1
            yield _Piece(block, Span(start, span.start + sentence.end), text[start : span.start + sentence.end])


def _begins(pieces: list[_Piece], number: int, introduced: list[bool], called: list[bool]) -> int | None:
    """Where a question may begin: behind hand-overs at ``number``, or with a reporter's introduction, after thanks."""
    begin = number
    while begin < min(len(pieces), number + _MOST_CALLS) and called[begin]:
        begin += 1
    if begin == len(pieces):
        return None
    thanks = bool(_THANKS.match(pieces[begin].text))
    return begin if begin > number or any(introduced[begin : begin + 1 + thanks]) else None


def _names_outlet(pieces: list[_Piece], number: int, begin: int, rules: Rules) -> bool:
    """Whether the hand-overs before a question call a news organisation, or who was called begins with thanks."""
    if begin == number or _THANKS.match(pieces[begin].text):
        return True
    return any(rules.outlets.find(piece.text) for piece in pieces[number : begin + 2])


def _introduces(sentence: str, rules: Rules) -> bool:
    """Whether a reporter says who they are: `I'm NAME from OUTLET`, `NAME NAME, OUTLET.`"""
    outlets = rules.outlets.find(sentence) if len(sentence.split()) <= _INTRODUCTION_WORDS else []
    if not outlets:
        return False
    return bool(_OF_ONESELF.search(sentence) or _NAME_BEFORE.search(sentence, 0, outlets[0][0]))


def _question_end(pieces: list[_Piece], begin: int, called: list[bool]) -> int | None:
    """Behind the last sentence of the question that begins at ``begin``; None if nothing is asked.

    Where the next reporter is ``called`` it is over at the latest.
    """
    asked = None
    for number in range(begin, min(len(pieces), begin + _LONGEST)):
        if pieces[number].text.endswith("?"):
            asked = number
        elif asked is not None and _THANKS.match(pieces[number].text):
            return number + 1
        elif asked is not None and (called[number] or number - asked >= _AHEAD):
            break
    return None if asked is None else asked + 1


def _joined(pieces: list[_Piece], voices: list[Voice]) -> list[Part]:
    """Neighbouring pieces of one voice made one part, and of one paragraph one span."""
    parts: list[tuple[Voice, list[tuple[int, Span]]]] = []
    for piece, voice in zip(pieces, voices, strict=True):
        if not parts or parts[-1][0] != voice:
            parts.append((voice, []))
        said = parts[-1][1]
        if said and said[-1][0] == piece.block:
            said[-1] = (piece.block, Span(said[-1][1].start, piece.span.end))
        else:
            said.append((piece.block, piece.span))
    return [(voice, tuple(span for _, span in said)) for voice, said in parts]
