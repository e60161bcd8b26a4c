"""What is printed of a search."""

from __future__ import annotations

from typing import NamedTuple

from natosearch.model.passages import Hit, Passage


class Shown(NamedTuple):
    """A hit with the passages before and after it in its document, as many as were asked for.

    ``before`` and ``after`` are None where none were asked for, which is not the same as none there. ``query`` is the
    query as typed where several are asked at once, else empty.
    """

    hit: Hit
    before: tuple[Passage, ...] | None = None
    after: tuple[Passage, ...] | None = None
    query: str = ""

    @property
    def with_context(self) -> bool:
        """Whether neighbours were asked for."""
        return self.before is not None or self.after is not None
