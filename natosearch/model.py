"""The vocabulary: what a document, a unit, a passage and a hit are.

All spans are half-open ranges of code points. A unit's spans count from the start of the document's text, a passage's
turns and a hit's matches from the start of the passage's text. One law ties them together:
``document.text[unit.span.start:unit.span.end] == passage.text``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["press_conference", "interview", "speech", "statement", "article"]
UnitType = Literal["qa", "paragraph", "other"]
Role = Literal["question", "answer", "statement", "moderator", "reported", "narration"]
Speech = Literal["direct", "reported", "narration"]

KINDS: tuple[Kind, ...] = ("press_conference", "interview", "speech", "statement", "article")
INDEXED_UNITS: tuple[UnitType, ...] = ("qa", "paragraph")


class Span(NamedTuple):
    """The code points from ``start`` up to, not including, ``end``."""

    start: int
    end: int

    def moved(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Found:
    """A value read from a document and how it was found; ``value`` is empty where the document gives none."""

    value: str = ""
    source: str = "none"


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of one speaker's words, or of narration, without its label."""

    role: Role
    span: Span
    label: str | None = None
    label_span: Span | None = None
    speaker: str | None = None
    speaker_source: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """What one passage is made of, or an ``other`` that is shown but not indexed."""

    n: int
    unit: UnitType
    span: Span
    turns: tuple[Turn, ...]
    speech: Speech = "direct"
    asked_by: str | None = None
    mentions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()

    @property
    def speakers(self) -> tuple[str, ...]:
        """Those who answer, state or are reported, each once, in the order of their first words."""
        said = (turn.speaker for turn in self.turns if turn.role in ("answer", "statement", "reported"))
        return tuple(dict.fromkeys(name for name in said if name))


@dataclass(frozen=True, slots=True)
class Source:
    """One file as read: the decoded text (a byte order mark dropped, line ends kept) and its SHA-256."""

    path: str
    text: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Document:
    """One file understood. Header, furniture, the turns and labels of the units, and white space tile ``text``."""

    path: str
    text: str
    sha256: str
    title: Found
    kind: Kind
    date: Found
    place: tuple[str, ...]
    place_source: str
    header: tuple[Span, ...]
    furniture: tuple[Span, ...]
    units: tuple[Unit, ...]
    warnings: tuple[str, ...] = ()

    @property
    def speakers(self) -> tuple[str, ...]:
        """Everybody who speaks or is reported, in the order of their first words."""
        return tuple(dict.fromkeys(name for unit in self.units for name in unit.speakers))


@dataclass(frozen=True, slots=True)
class Passage:
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
        """The first questioner's words, empty for a paragraph."""
        return next((turn.span.of(self.text) for turn in self.turns if turn.role == "question"), "")


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: its rank from 1, its score (BM25F), and where in its text the query's words stand."""

    rank: int
    score: float
    passage: Passage
    matches: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be used: where it is, why, and what to do about it. The run goes on."""

    path: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.line is None else f"{self.path}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """What the index remembers of a file: its document's id, and what decides whether it must be read again.

    ``root`` is the folder or file that was named to ingest it, ``rules`` the version of the rules then in force.
    """

    doc: str
    path: str
    root: str
    sha256: str
    rules: str


@dataclass(frozen=True, slots=True)
class Results:
    """The hits of one query, best first, cut at its limit, and how many passages match in all."""

    hits: tuple[Hit, ...]
    total: int
