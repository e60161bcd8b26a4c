"""Results for people: drawn with rich, in any width, in colours that hold on light and dark grounds.

Text from documents travels only as ``rich.text.Text`` styled by span: rich's markup would delete `[inaudible]`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import accumulate
from typing import TextIO

from rich.console import Console
from rich.text import Span as Styled
from rich.text import Text

from natosearch.ingest import Report
from natosearch.model.passages import NO_TITLE, Hit, Passage
from natosearch.output.plain import why_line
from natosearch.output.plain_letters import spell_plainly, spelled
from natosearch.output.records import shown_path
from natosearch.output.report import count, report_summary
from natosearch.output.shown import Shown
from natosearch.output.snippets import choose_snippet, opening, voice
from natosearch.output.visible import one_line, visible

MATCH = "bold black on yellow"
DIM = "dim"
WHO = "bold magenta"
UNKNOWN = "dim italic"
DOT = "  \u00b7  "
_CUT = "\u2026"
_MARGIN = 4
_READING_WIDTH = 100  # columns; longer lines are hard to read however wide the screen is


class _Console(Console):
    def on_broken_pipe(self) -> None:
        raise BrokenPipeError  # rich would exit 1, which reads as "nothing found"


def make_console(*, color: str, stderr: bool = False, file: TextIO | None = None) -> Console:
    """A console on ``file``, else stdout or stderr; ``color`` is `always`, `never` or `auto`: what the terminal can."""
    stream = file or (sys.stderr if stderr else sys.stdout)
    spell_plainly(stream)
    console = _Console(
        file=file,
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


def draw_hits(console: Console, hits: Iterable[Shown]) -> None:
    """Print each hit: who, when, where; the event and id; the question as one dim line; the snippet, matches marked.

    Its neighbours stand dim above and below it. Where several queries are asked, each stands above its hits.
    """
    query = ""
    for shown in hits:
        if shown.query != query:
            query = shown.query
            print_wrapped(console, Text(one_line(query), style="bold underline"))
            console.print()
        for passage in shown.before or ():
            _draw_neighbour(console, passage)
        _draw_hit(console, shown.hit)
        for passage in shown.after or ():
            _draw_neighbour(console, passage)
        console.print()


def _draw_hit(console: Console, hit: Hit) -> None:
    passage, snippet = hit.passage, choose_snippet(hit)
    head = Text().append(f"{hit.rank:>2}  ", style=DIM)
    append_value(head, voice(passage, snippet.turn), "speaker unknown", WHO)
    append_value(head.append(DOT, style=DIM), passage.date, "undated")
    append_value(head.append(DOT, style=DIM), ", ".join(passage.place), "place unknown")
    _print_line(console, head)
    event = DOT.join((passage.kind.replace("_", " "), one_line(passage.title or NO_TITLE), passage.id))
    _print_indented(console, Text(event, style=DIM))
    if passage.question and snippet.turn.role != "question":
        _print_line(console, Text(" " * _margin(console) + "Q: " + one_line(passage.question), style="dim italic"))
    words = Text(visible(snippet.span.of(passage.text)))
    for match in snippet.matches:
        words.stylize(MATCH, match.start - snippet.span.start, match.end - snippet.span.start)
    # The lines of the document are not those of the screen.
    _print_indented(console, Text(" ").join(line for line in words.split("\n") if line.plain.strip()))
    if hit.why:
        _print_indented(console, Text(one_line(why_line(hit)), style=DIM))


def _draw_neighbour(console: Console, passage: Passage) -> None:
    """The id of a passage beside a hit, who speaks, and how it begins."""
    head = DOT.join(filter(None, (passage.id, one_line(", ".join(passage.speakers)))))
    _print_line(console, Text(" " * _margin(console) + head, style=DIM))
    begins = opening(passage)
    more = "" if begins.end >= len(passage.text.rstrip()) else f" {_CUT}"
    _print_indented(console, Text(one_line(begins.of(passage.text)) + more, style=DIM))


def draw_report(console: Console, report: Report, seconds: float) -> None:
    """Print what an ingest did: each document with its date, place and speakers, then the counts."""
    for one in report.ingested:
        line = Text().append("~ " if one.updated else "+ ", style="bold green")
        print_wrapped(console, line.append(one_line(shown_path(one.path)), style="bold"))
        facts = Text()
        append_value(facts, one.date, "no date found")
        append_value(facts.append(DOT, style=DIM), ", ".join(one.place), "no place found")
        append_value(facts.append(DOT, style=DIM), ", ".join(one.speakers), "no speaker found", WHO)
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
    line, cut, width = plainly(console, line), plainly(console, Text(_CUT)), reading_width(console)
    if line.cell_len > width:
        line.truncate(max(0, width - cut.cell_len))
        line.append(cut.plain[:width])
    console.print(line)


def plainly(console: Console, text: Text) -> Text:
    """``text`` as the console's encoding can show it, styles kept: done before it is measured, for `...` is wider than
    the sign that it stands for.
    """
    if console.encoding.startswith("utf"):
        return text
    pieces = spelled(text.plain, console.encoding)
    moved = [0, *accumulate(map(len, pieces))]
    styled = [Styled(moved[span.start], moved[min(span.end, len(pieces))], span.style) for span in text.spans]
    return Text("".join(pieces), style=text.style, spans=styled)


def _print_indented(console: Console, text: Text) -> None:
    print_wrapped(console, text, _margin(console))


def print_wrapped(console: Console, text: Text, margin: int = 0) -> None:
    """Print ``text`` wrapped between a margin and the reading width, without padding."""
    space = Text(" " * margin)
    print_beside(console, text, space, space)


def print_beside(console: Console, text: Text, first: Text, rest: Text) -> None:
    """Print ``text`` wrapped to the reading width beside a gutter as wide on its first line as on the rest."""
    printed = []
    text, first, rest = (plainly(console, one) for one in (text, first, rest))
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
