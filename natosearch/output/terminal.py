"""Results for people: drawn with rich, in any width, in colours that hold on light and dark grounds.

Text from documents travels only as ``rich.text.Text`` styled by span: rich's markup would delete `[inaudible]`.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from natosearch.ingest import Report
from natosearch.model.passages import NO_TITLE, Hit
from natosearch.output.records import shown_path
from natosearch.output.report import count, report_summary
from natosearch.output.snippets import choose_snippet, speaker_shown
from natosearch.output.visible import one_line, visible

_MATCH = "bold black on yellow"
DIM = "dim"
_WHO = "bold magenta"
UNKNOWN = "dim italic"
DOT = "  \u00b7  "
_MARGIN = 4
_READING_WIDTH = 100  # columns; longer lines are hard to read however wide the screen is


class _Console(Console):
    def on_broken_pipe(self) -> None:
        raise BrokenPipeError  # rich would exit 1, which reads as "nothing found"


def make_console(*, color: str, stderr: bool = False) -> Console:
    """A console on stdout or stderr; ``color`` is `always`, `never` or `auto`, which leaves it to the terminal."""
    stream = sys.stderr if stderr else sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")  # what the terminal's encoding lacks
    console = _Console(
        stderr=stderr,
        highlight=False,
        markup=False,
        emoji=False,
        force_terminal=True if color == "always" else None,
        color_system=None if color == "never" else "auto",  # None: no codes at all
    )
    if console.width < 1:  # COLUMNS=0
        console.width = 80
    return console


def draw_hits(console: Console, hits: Iterable[Hit]) -> None:
    """Print each hit: who, when, where; the event and id; the question as one dim line; the snippet, matches marked."""
    for hit in hits:
        passage, snippet = hit.passage, choose_snippet(hit)
        head = Text().append(f"{hit.rank:>2}  ", style=DIM)
        append_value(head, speaker_shown(hit, snippet), "speaker unknown", _WHO)
        append_value(head.append(DOT, style=DIM), passage.date, "undated")
        append_value(head.append(DOT, style=DIM), ", ".join(passage.place), "place unknown")
        _print_line(console, head)
        event = DOT.join((passage.kind.replace("_", " "), one_line(passage.title or NO_TITLE), passage.id))
        _print_indented(console, Text(event, style=DIM))
        if passage.question and snippet.turn.role != "question":
            _print_line(console, Text(" " * _margin(console) + "Q: " + one_line(passage.question), style="dim italic"))
        words = Text(visible(snippet.span.of(passage.text)))
        for match in snippet.matches:
            words.stylize(_MATCH, match.start - snippet.span.start, match.end - snippet.span.start)
        # The lines of the document are not those of the screen.
        _print_indented(console, Text(" ").join(line for line in words.split("\n") if line.plain.strip()))
        console.print()


def draw_report(console: Console, report: Report, seconds: float) -> None:
    """Print what an ingest did: each document with its date, place and speakers, then the counts."""
    for one in report.ingested:
        line = Text().append("~ " if one.updated else "+ ", style="bold green")
        print_wrapped(console, line.append(one_line(shown_path(one.path)), style="bold"))
        facts = Text()
        append_value(facts, one.date, "no date found")
        append_value(facts.append(DOT, style=DIM), ", ".join(one.place), "no place found")
        append_value(facts.append(DOT, style=DIM), ", ".join(one.speakers), "no speaker found", _WHO)
        facts.append(f"{DOT}{one.qa} Q&A, {count(one.paragraphs, 'paragraph')}", style=DIM)
        _print_indented(console, facts)
    for path in report.removed:
        print_wrapped(console, Text().append("- ", style="bold red").append(one_line(shown_path(path))))
    print_wrapped(console, Text(report_summary(report, seconds), style="bold"))


def append_value(line: Text, value: str, unknown: str, style: str = "") -> Text:
    """``line`` with ``value`` on one line, or with what stands for nothing."""
    return line.append(one_line(value), style=style) if value else line.append(unknown, style=UNKNOWN)


def _print_line(console: Console, line: Text) -> None:
    """Print one line, cut with an ellipsis where the screen ends."""
    line.truncate(reading_width(console), overflow="ellipsis")
    console.print(line)


def _print_indented(console: Console, text: Text) -> None:
    print_wrapped(console, text, _margin(console))


def print_wrapped(console: Console, text: Text, margin: int = 0) -> None:
    """Print ``text`` wrapped between a margin and the reading width, without padding."""
    space = Text(" " * margin)
    print_beside(console, text, space, space)


def print_beside(console: Console, text: Text, first: Text, rest: Text) -> None:
    """Print ``text`` wrapped to the reading width beside a gutter as wide on its first line as on the rest."""
    printed = []
    for number, line in enumerate(text.wrap(console, max(1, reading_width(console) - first.cell_len))):
        printed.append(Text().append_text(rest if number else first).append_text(line))
        printed[-1].rstrip()
    # At once: for rich it costs as much to print one line as to print many.
    console.print(Text("\n").join(printed), soft_wrap=True)


def reading_width(console: Console) -> int:
    """The columns that text may fill."""
    return max(1, min(console.width, _READING_WIDTH))


def _margin(console: Console) -> int:
    return _MARGIN if console.width >= 30 else 0
