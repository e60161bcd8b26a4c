"""What is printed of a search."""

from __future__ import annotations

from dataclasses import dataclass

from natosearch.model.passages import Hit, Passage


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit with the passages before and after it in its document, as many as were asked for.

    ``query`` is the query as typed where several are asked at once, else empty.
    """

    hit: Hit
    before: tuple[Passage, ...] = ()
    after: tuple[Passage, ...] = ()
    query: str = ""
