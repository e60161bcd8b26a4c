"""Results for people: drawn with rich, in any width, in colours that hold on light and dark grounds.

Text from documents travels only as ``rich.text.Text`` styled by span: rich's markup would delete `[inaudible]`.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from natosearch.ingest import Report
from natosearch.model.documents import Document, Unit
from natosearch.model.passages import NO_TITLE, Hit, Turn
from natosearch.output.outline import lines_shown
from natosearch.output.records import shown_path
from natosearch.output.report import count, report_summary
from natosearch.output.snippets import choose_snippet, speaker_shown
from natosearch.output.visible import one_line, visible
from natosearch.text.lines import line_starts

_MATCH = "bold black on yellow"
_DIM = "dim"
_WHO = "bold magenta"
_UNKNOWN = "dim italic"
_DOT = "  \u00b7  "
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
        head = Text().append(f"{hit.rank:>2}  ", style=_DIM)
        _append(head, speaker_shown(hit, snippet), "speaker unknown", _WHO)
        _append(head.append(_DOT, style=_DIM), passage.date, "undated")
        _append(head.append(_DOT, style=_DIM), ", ".join(passage.place), "place unknown")
        _print_line(console, head)
        event = _DOT.join((passage.kind.replace("_", " "), one_line(passage.title or NO_TITLE), passage.id))
        _print_indented(console, Text(event, style=_DIM))
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
        _print_wrapped(console, line.append(one_line(shown_path(one.path)), style="bold"))
        facts = Text()
        _append(facts, one.date, "no date found")
        _append(facts.append(_DOT, style=_DIM), ", ".join(one.place), "no place found")
        _append(facts.append(_DOT, style=_DIM), ", ".join(one.speakers), "no speaker found", _WHO)
        facts.append(f"{_DOT}{one.qa} Q&A, {count(one.paragraphs, 'paragraph')}", style=_DIM)
        _print_indented(console, facts)
    for path in report.removed:
        _print_wrapped(console, Text().append("- ", style="bold red").append(one_line(shown_path(path))))
    _print_wrapped(console, Text(report_summary(report, seconds), style="bold"))


def draw_document(console: Console, document: Document) -> None:
    """Print a document with its units, its furniture dimmed, and for each value how it was found."""
    _print_wrapped(console, Text(one_line(document.title.value or NO_TITLE), style="bold"))
    rows = (
        ("file", shown_path(document.path), ""),
        ("title", document.title.value, document.title.source),
        ("kind", document.kind.replace("_", " "), ""),
        ("date", document.date.value, document.date.source),
        ("place", ", ".join(document.place), document.place_source),
        ("speakers", ", ".join(document.speakers), ""),
    )
    for name, value, source in rows:
        line = _append(Text().append(f"{name:>9}  ", style=_DIM), value, "not found")
        _print_wrapped(console, line.append(f"  from the {source}" if source and value else "", style=_DIM))
    for warning in document.warnings:
        _print_wrapped(
            console, Text().append(f"{'warning':>9}  ", style=_DIM).append(one_line(warning), style="yellow")
        )
    console.print()
    for name, _, part in sorted(_parts(document), key=lambda found: found[1]):
        if isinstance(part, Unit):
            _print_unit(console, document, part, line_starts(document.text))
        else:
            text = Text(f"{name}  ", style=_UNKNOWN).append(one_line(part), style=_DIM)
            _print_indented(console, text)


def _parts(document: Document) -> Iterator[tuple[str, int, str | Unit]]:
    for name, spans in (("header", document.header), ("furniture", document.furniture)):
        yield from ((name, span.start, span.of(document.text)) for span in spans)
    yield from (("unit", unit.span.start, unit) for unit in document.units)


def _print_unit(console: Console, document: Document, unit: Unit, starts: list[int]) -> None:
    head = Text().append(f"#{unit.n} {unit.unit}", style="bold")
    facts = [lines_shown(starts, unit.span), unit.speech if unit.unit != "other" else "not indexed"]
    facts += [f"asked by {unit.asked_by}"] if unit.asked_by else []
    facts += [", ".join(unit.topics)] if unit.topics else []
    facts += ["mentions " + ", ".join(unit.mentions)] if unit.mentions else []
    console.print()
    _print_wrapped(console, head.append("  " + _DOT.join(map(one_line, facts)), style=_DIM))
    for turn in unit.turns:
        _print_indented(console, _voice(turn))
        words = visible(turn.span.of(document.text))
        _print_indented(console, Text(words, style=_DIM if unit.unit == "other" else ""))


def _voice(turn: Turn) -> Text:
    """The role of a turn, who has it, and how that is known."""
    line = _append(Text().append(turn.role + "  ", style=_DIM), turn.speaker or "", "nobody named", _WHO)
    how = [f"from the {turn.speaker_source}"] if turn.speaker_source else []
    how += [f"label \u201c{one_line(turn.label)}\u201d"] if turn.label else []
    return line.append("  " + "; ".join(how), style=_DIM) if how else line


def _append(line: Text, value: str, unknown: str, style: str = "") -> Text:
    """``line`` with ``value``, or with what stands for nothing."""
    return line.append(one_line(value), style=style) if value else line.append(unknown, style=_UNKNOWN)


def _print_line(console: Console, line: Text) -> None:
    """Print one line, cut with an ellipsis where the screen ends."""
    line.truncate(_width(console), overflow="ellipsis")
    console.print(line)


def _print_indented(console: Console, text: Text) -> None:
    _print_wrapped(console, text, _margin(console))


def _print_wrapped(console: Console, text: Text, margin: int = 0) -> None:
    """Print ``text`` wrapped between a margin and the reading width, without padding."""
    for line in text.wrap(console, _width(console) - margin):
        line.rstrip()
        console.print(Text(" " * margin).append_text(line))


def _width(console: Console) -> int:
    return max(1, min(console.width, _READING_WIDTH))


def _margin(console: Console) -> int:
    return _MARGIN if console.width >= 30 else 0
