"""A concordance drawn for a terminal: the matches in one column, whatever the width of the characters before them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from natosearch.output.kwic import KwicLine, first_words, last_words
from natosearch.output.plain_letters import spelled
from natosearch.output.terminal import DIM, MATCH, WHO

_GAP = 2  # columns between two columns
_CONTEXT = 48  # columns, below which the words are worth more than who says them, when, and the id
_MATCH_ROOM = 8  # columns: most words are no longer, so that both sides show as much
_WHO_ROOM = 18  # columns
_STYLES = {"date": "", "speaker": WHO, "id": DIM}


def draw_kwic(console: Console, lines: Iterable[KwicLine]) -> None:
    """Print the lines under each other, the matches marked and in one column; on a narrow terminal without the rest."""
    rows = [_plainly(line, console.encoding) for line in lines]
    columns = _columns(rows, console.width)
    room = console.width - sum(width + _GAP for width in columns.values())
    for row in rows:
        line = Text()
        for name in ("date", "speaker"):
            if name in columns:
                line.append(_fitted(getattr(row, name), columns[name]) + " " * _GAP, style=_STYLES[name])
        line.append_text(_words(row, room))
        if "id" in columns:
            line.append(" " * _GAP + row.id, style=_STYLES["id"])
        line.rstrip()
        console.print(line, soft_wrap=True)


def _plainly(line: KwicLine, encoding: str) -> KwicLine:
    """``line`` as the encoding can show it, before anything is measured."""
    words = {name: "".join(spelled(getattr(line, name), encoding)) for name in ("speaker", "left", "match", "right")}
    return replace(line, **words)


def _columns(rows: Sequence[KwicLine], width: int) -> dict[str, int]:
    """The widths of the columns beside the words: of all that leave the words enough room."""
    columns = {
        "speaker": min(_WHO_ROOM, max((cell_len(row.speaker) for row in rows), default=0)),
        "date": max((cell_len(row.date) for row in rows), default=0),
        "id": max((cell_len(row.id) for row in rows), default=0),
    }
    for name in list(columns):
        if not columns[name] or width - sum(columns.values()) - _GAP * len(columns) < _CONTEXT:
            del columns[name]
    return columns


def _words(row: KwicLine, room: int) -> Text:
    """The match between its contexts, exactly ``room`` columns wide."""
    before = max(0, (room - _MATCH_ROOM) // 2)
    left = last_words(row.left, before, cell_len)
    match = first_words(row.match, room - before, cell_len)
    right = first_words(row.right, room - before - cell_len(match), cell_len)
    line = Text(" " * (before - cell_len(left)) + left).append(match, style=MATCH).append(right)
    return line.append(" " * (room - line.cell_len))


def _fitted(text: str, width: int) -> str:
    """The beginning of ``text`` in exactly ``width`` columns."""
    shown = first_words(text, width, cell_len)
    return shown + " " * (width - cell_len(shown))
