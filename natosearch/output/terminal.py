"""Results for people: drawn with rich, in any width, in colours that hold on light and dark grounds.

Text from documents travels only as ``rich.text.Text`` styled by span: rich's markup would delete `[inaudible]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from natosearch.ingest import Report
from natosearch.model.documents import Document, Unit
from natosearch.model.passages import NO_TITLE, Hit, Turn
from natosearch.output.records import shown_path
from natosearch.output.report import report_summary
from natosearch.output.snippets import choose_snippet, speaker_shown
from natosearch.output.visible import one_line, visible

_MATCH = "bold black on yellow"
_DIM = "dim"
_WHO = "bold magenta"
_MARGIN = 4
_READING_WIDTH = 100  # columns; longer lines are hard to read however wide the screen is


def make_console(*, color: str, stderr: bool = False) -> Console:
    """A console on stdout or stderr; ``color`` is `always`, `never` or `auto`, which leaves it to the terminal."""
    return Console(
        stderr=stderr,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
        force_terminal=True if color == "always" else None,
        no_color=True if color == "never" else None,
    )


def draw_hits(console: Console, hits: Iterable[Hit]) -> None:
    """Print each hit: who, when, where, at which event; the question as one dim line; the snippet, matches marked."""
    for hit in hits:
        console.print(_hit(hit, min(console.width, _READING_WIDTH)))


def _hit(hit: Hit, width: int) -> RenderableType:
    passage, snippet = hit.passage, choose_snippet(hit)
    head = Text(f"{hit.rank:>2}  ", style=_DIM)
    head.append(one_line(speaker_shown(hit, snippet)) or "(speaker unknown)", style=_WHO)
    for fact in (passage.date or "undated", ", ".join(passage.place) or "no place"):
        head.append("  \u00b7  ", style=_DIM).append(one_line(fact))
    event = Text(style=_DIM)
    event.append(
        one_line(f"{passage.kind.replace('_', ' ')}  \u00b7  {passage.title or NO_TITLE}  \u00b7  {passage.id}")
    )
    lines: list[RenderableType] = [_indented(event, width)]
    if passage.question and snippet.turn.role != "question":
        asked = Text("Q: " + one_line(passage.question), style="dim italic", no_wrap=True, overflow="ellipsis")
        asked.truncate(max(1, width - _MARGIN), overflow="ellipsis")
        lines.append(_indented(asked, width))
    words = Text(visible(snippet.span.of(passage.text)).replace("\n", " "))
    for match in snippet.matches:
        words.stylize(_MATCH, match.start - snippet.span.start, match.end - snippet.span.start)
    head.truncate(max(1, width), overflow="ellipsis")
    return Group(head, *lines, _indented(words, width), Text(""))


def _indented(text: Text, width: int) -> Padding:
    return Padding(text, (0, 0, 0, min(_MARGIN, max(0, width - 20))), expand=False)


def draw_report(console: Console, report: Report, seconds: float) -> None:
    """Print what an ingest did: each document with its date, place and speakers, then the counts."""
    for one in report.ingested:
        document = one.document
        line = Text("+ " if not one.updated else "~ ", style="bold green")
        line.append(one_line(shown_path(document.path)), style="bold")
        facts = Text()
        facts.append(document.date.value or "no date", style="" if document.date.value else "yellow")
        facts.append("  \u00b7  ", style=_DIM)
        facts.append(one_line(", ".join(document.place)) or "no place", style="" if document.place else "yellow")
        facts.append("  \u00b7  ", style=_DIM)
        facts.append(
            one_line(", ".join(document.speakers)) or "no speaker", style=_WHO if document.speakers else "yellow"
        )
        facts.append(f"  \u00b7  {one.qa} Q&A, {one.paragraphs} paragraphs", style=_DIM)
        console.print(line)
        console.print(_indented(facts, console.width))
    for path in report.removed:
        console.print(Text("- ", style="bold red").append(one_line(shown_path(path))))
    console.print(Text(report_summary(report, seconds), style="bold"))


def draw_document(console: Console, document: Document) -> None:
    """Print a document with its units, its furniture dimmed, and for each value how it was found."""
    console.print(Text(one_line(document.title.value or NO_TITLE), style="bold"))
    rows = (
        ("file", shown_path(document.path), ""),
        ("title", document.title.value or "-", document.title.source),
        ("kind", document.kind.replace("_", " "), ""),
        ("date", document.date.value or "-", document.date.source),
        ("place", ", ".join(document.place) or "-", document.place_source),
        ("speakers", ", ".join(document.speakers) or "-", ""),
    )
    for name, value, source in rows:
        line = Text(f"{name:>9}  ", style=_DIM).append(one_line(value), style="default not dim")
        console.print(line.append(f"  ({source})" if source else "", style=_DIM))
    for warning in document.warnings:
        console.print(Text(f"{'warning':>9}  ", style=_DIM).append(warning, style="yellow"))
    width = min(console.width, _READING_WIDTH)
    for _, part in sorted(_parts(document, width), key=lambda part: part[0]):
        console.print(part)


def _parts(document: Document, width: int) -> Iterator[tuple[int, RenderableType]]:
    for name, spans in (("header", document.header), ("furniture", document.furniture)):
        for span in spans:
            text = Text(f"{name}  ", style=_DIM).append(one_line(span.of(document.text)), style=_DIM)
            yield span.start, Padding(text, (0, 0, 0, 2), expand=False)
    for unit in document.units:
        yield unit.span.start, _unit(document, unit, width)


def _unit(document: Document, unit: Unit, width: int) -> RenderableType:
    head = Text(f"\n#{unit.n} ", style="bold").append(unit.unit, style="bold")
    facts = [unit.speech] if unit.unit != "other" else ["not indexed"]
    facts += [f"asked by {unit.asked_by}"] if unit.asked_by else []
    facts += [", ".join(unit.topics)] if unit.topics else []
    facts += ["mentions " + ", ".join(unit.mentions)] if unit.mentions else []
    head.append("  " + one_line("  \u00b7  ".join(facts)), style=_DIM)
    turns: list[RenderableType] = []
    for turn in unit.turns:
        turns.append(_indented(_who(turn), width))
        words = Text(visible(turn.span.of(document.text)), style=_DIM if unit.unit == "other" else "")
        turns.append(_indented(words, width))
    return Group(head, *turns)


def _who(turn: Turn) -> Text:
    line = Text(turn.role, style=_DIM)
    line.append("  " + (turn.speaker or "nobody named"), style=_WHO if turn.speaker else _DIM)
    how = [f"from the {turn.speaker_source}"] if turn.speaker_source else []
    how += [f"label \u201c{one_line(turn.label)}\u201d"] if turn.label else []
    return line.append("  " + "; ".join(how), style=_DIM) if how else line
