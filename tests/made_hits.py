"""Hits put together by hand: what is printed of them is told by these few words alone."""

from __future__ import annotations

import re

from natosearch.model.passages import Hit, Passage, Role, Span, Turn

LABELS = {"question": "Question", "moderator": "Moderator"}

PASSAGE = Passage(
    doc="3f2a91c0",
    n=8,
    unit="qa",
    kind="press_conference",
    title="Joint press conference",
    date="2023-11-22",
    date_source="header",
    place=("Skopje", "North Macedonia"),
    speakers=("Jens Stoltenberg",),
    asked_by="Reuters",
    speech="direct",
    mentions=("Kosovo",),
    topics=("kosovo-kfor",),
    path="/archive/a.txt",
    url="https://example.org/a_b",
    span=Span(100, 200),
    line_start=40,
    line_end=46,
    text="",
    turns=(),
)


def make_passage(*said: tuple[Role, str | None, str], **changes: object) -> Passage:
    """A passage of turns (role, speaker, words), each behind its label but for the first, as segmentation leaves it."""
    text, turns = "", []
    for role, speaker, words in said:
        label = LABELS.get(role, speaker)
        text += f"\n\n{label}: " if text else ""
        turns.append(Turn(role, Span(len(text), len(text) + len(words)), label=label, speaker=speaker))
        text += words
    return PASSAGE._replace(text=text, turns=tuple(turns), **changes)  # type: ignore[arg-type]


def make_hit(passage: Passage, words: str = "", heard: tuple[int, ...] = (), rank: int = 1) -> Hit:
    """A hit whose matches are those of ``words``, a pattern; ``heard`` are the numbers of the turns searched, none: all."""
    spans = [Span(*found.span()) for found in re.finditer(words, passage.text)] if words else []
    inside = [
        span for span in spans if any(t.span.start <= span.start and span.end <= t.span.end for t in passage.turns)
    ]
    turns = tuple(passage.turns[number] for number in heard) or passage.turns
    said = (turn.speaker for turn in turns if heard and turn.role != "question")
    return Hit(rank, 12.5, passage, tuple(inside), turns, tuple(dict.fromkeys(name for name in said if name)))


WORDS = make_passage(
    ("question", None, "Will KFOR stay?"),
    ("answer", "Jens Stoltenberg", "Yes. KFOR troops will stay."),
)
EVENT = make_passage(
    ("question", None, "Will KFOR stay?"),
    ("answer", "Edi Rama", "I hope that KFOR stays."),
    ("answer", "Jens Stoltenberg", "It will.\r\nI am sure."),
    ("question", None, "Until when?"),
    ("answer", "Jens Stoltenberg", "We shall see."),
    speakers=("Edi Rama", "Jens Stoltenberg"),
)
