"""What a reader makes of a file's bytes: its text, with what must be said of it; or why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field

from natosearch.model.documents import Page

LARGEST_TEXT = (
    32 << 20
)  # bytes of a file, code points of what is taken out of one; ten hours of talk are half a million


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file as it is searched and quoted, warnings for its reader, and what the page says of itself."""

    text: str
    warnings: tuple[str, ...] = ()
    page: Page = field(default_factory=Page)


class Unreadable(Exception):
    """A file that gives no text: why, what to do about it, and the line where that shows, if one does."""

    def __init__(self, why: str, line: int | None = None) -> None:
        super().__init__(why)
        self.why, self.line = why, line


def too_large(what: str) -> Unreadable:
    """That ``what`` comes out larger than any document is."""
    return Unreadable(f"{what} is larger than {LARGEST_TEXT >> 20} MB; split it into its documents")
