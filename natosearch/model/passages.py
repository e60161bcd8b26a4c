"""What is searched: passages, their turns, and hits.

Named tuples, and their annotations not put off by an import from __future__: a query in a pipe waits for these
definitions, and frozen dataclasses take ten times as long, annotations kept as strings twice.
"""

from itertools import takewhile
from typing import Literal, NamedTuple

Kind = Literal["press_conference", "interview", "speech", "statement", "article"]
UnitType = Literal["qa", "paragraph", "other"]
Role = Literal["question", "answer", "statement", "moderator", "reported", "narration"]
Speech = Literal["direct", "reported", "narration"]

NO_TITLE = "(no title)"  # printed where a document has none


class Span(NamedTuple):
    """The code points from ``start`` up to, not including, ``end``."""

    start: int
    end: int

    def moved(self, by: int) -> "Span":
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        return text[self.start : self.end]


class Turn(NamedTuple):
    """A stretch of one speaker's words, or of narration, without its label."""

    role: Role
    span: Span
    label: str | None = None
    label_span: Span | None = None
    speaker: str | None = None
    speaker_source: str | None = None


class Passage(NamedTuple):
    """A unit as it is indexed and printed: it carries what a reader needs to quote it without opening its document."""

    doc: str
    n: int
    unit: UnitType
    kind: Kind
    title: str
    date: str
    date_source: str
    place: tuple[str, ...]
    speakers: tuple[str, ...]
    asked_by: str | None
    speech: Speech
    mentions: tuple[str, ...]
    topics: tuple[str, ...]
    path: str
    url: str
    span: Span
    line_start: int
    line_end: int
    text: str
    turns: tuple[Turn, ...]

    @property
    def id(self) -> str:
        return f"{self.doc}#{self.n}"

    @property
    def question(self) -> str:
        """The questioner's words up to the first answer, a line for each piece; empty for a paragraph."""
        asked = takewhile(lambda turn: turn.role == "question", self.turns)
        return "\n".join(turn.span.of(self.text) for turn in asked)


class Hit(NamedTuple):
    """A passage found: its rank from 1, its score, and where in its text the query's words stand.

    ``heard`` are the turns that were searched: all, or with a filter by speaker what they said and were asked;
    ``voices`` are then the names of these speakers. ``why`` is what the score is made of, each with its name.
    """

    rank: int
    score: float
    passage: Passage
    matches: tuple[Span, ...]
    heard: tuple[Turn, ...]
    voices: tuple[str, ...] = ()
    why: tuple[tuple[str, float], ...] = ()


class Results(NamedTuple):
    """The hits of one query, best first, cut at its limit, and how many passages match in all.

    ``complete`` have all its words, ``most`` as many as it asks for; ``unknown`` are folded words that no passage has.
    """

    hits: tuple[Hit, ...]
    total: int
    complete: int = 0
    most: int = 0
    unknown: tuple[str, ...] = ()


class IndexedDocument(NamedTuple):
    """What the index remembers of a file: its document's id, and what decides whether it must be read again.

    ``rules`` is the version of the rules in force when it was read, ``given`` what a manifest has said of it, as JSON.
    ``size`` and ``modified`` are the file's when it was read, in bytes and in nanoseconds since 1970.
    """

    doc: str
    path: str
    sha256: str
    rules: str
    given: str = ""
    size: int = 0
    modified: int = 0
