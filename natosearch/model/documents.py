"""What is read: files, and documents understood."""

from __future__ import annotations

from dataclasses import dataclass, field

from natosearch.model.passages import Kind, Span, Speech, Turn, UnitType


@dataclass(frozen=True, slots=True)
class Found:
    """A value read from a document and how it was found; ``value`` is empty where the document gives none."""

    value: str = ""
    source: str = "none"

    def __bool__(self) -> bool:
        return bool(self.value)


@dataclass(frozen=True, slots=True)
class Listed:
    """Several values of one kind and how they were found."""

    values: tuple[str, ...] = ()
    source: str = "none"

    def __bool__(self) -> bool:
        return bool(self.values)


@dataclass(frozen=True, slots=True)
class Given:
    """What an editor says of a document, in a manifest or in its front matter; what is empty is left to be found.

    Names are canonical where they are known; ``date`` is a whole ISO date, ``kind`` one of the five.
    """

    title: Found = Found()
    kind: Found = Found()
    date: Found = Found()
    url: Found = Found()
    speakers: Listed = Listed()
    place: Listed = Listed()
    topics: Listed = Listed()

    def over(self, other: Given) -> Given:
        """What is said here, and ``other`` where nothing is."""
        return Given(**{name: getattr(self, name) or getattr(other, name) for name in self.__dataclass_fields__})


@dataclass(frozen=True, slots=True)
class Page:
    """What a file says of itself beside its text, as a web page's head does: taken where the text says nothing."""

    title: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One file as read: its text and the SHA-256 of its bytes.

    The text is the decoded file (a byte order mark dropped, line ends kept), or what was taken out of a page, a PDF, a
    DOCX or subtitles. ``warnings`` tell its reader what was assumed and what looks damaged. ``size`` is in bytes,
    ``modified`` in nanoseconds since 1970.
    """

    path: str
    text: str
    sha256: str
    warnings: tuple[str, ...] = ()
    page: Page = field(default_factory=Page)
    size: int = 0
    modified: int = 0


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
    kind_source: str = "text"
    topics: Listed = Listed()  # given for the whole document; each passage has them before its own
    url: Found = Found()

    @property
    def speakers(self) -> tuple[str, ...]:
        """Everybody who speaks or is reported, in the order of their first words.

        Of those who ask only an interviewer; a moderator only with a name.
        """
        asking = {"question"} if self.kind != "interview" else set()
        turns = (turn for unit in self.units for turn in unit.turns if turn.role not in asking)
        return tuple(dict.fromkeys(turn.speaker for turn in turns if turn.speaker and turn.speaker_source != "chair"))


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be used: where it is, why, and what to do about it. The run goes on."""

    path: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.line is None else f"{self.path}:{self.line}: {self.message}"
