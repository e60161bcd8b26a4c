"""What is read: files, and documents understood."""

from __future__ import annotations

from dataclasses import dataclass

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
class Source:
    """One file as read: the decoded text (a byte order mark dropped, line ends kept) and its SHA-256."""

    path: str
    text: str
    sha256: str


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
        """Everybody who speaks or is reported, in the order of their first words."""
        return tuple(dict.fromkeys(name for unit in self.units for name in unit.speakers))


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be used: where it is, why, and what to do about it. The run goes on."""

    path: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.line is None else f"{self.path}:{self.line}: {self.message}"
