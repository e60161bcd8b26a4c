"""A document drawn for those who check it: every part of the text in its place, and for each value how it was found.

A bar in one colour a person runs beside what they say, a question mark beside what is asked; what is not indexed is
dim.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from natosearch.model.documents import Document, Unit
from natosearch.model.passages import Role, Span, Turn
from natosearch.output.outline import lines_shown
from natosearch.output.records import shown_path
from natosearch.output.report import count
from natosearch.output.terminal import DIM, DOT, UNKNOWN, append_value, plainly, print_beside, reading_width
from natosearch.output.visible import one_line, visible
from natosearch.text.lines import line_starts

_COLOURS = ("magenta", "green", "cyan", "blue", "red")  # each can be read on a light and on a dark ground
_WARNING = "bold red"
_COLUMN = 10  # of the names of facts
_NARROW = 40  # columns, below which nothing is set in from the left
_WRAPPED = 100  # code points: a paragraph whose lines are all shorter is a hard-wrapped one
_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_DIRECTION = re.compile(r"\\?\[[^\[\]]{1,80}\]|\A\([^()]{1,80}\)\Z")
_GAP = "  "  # between a name and how it is known
_NAMES = {"qa": "Q&A", "paragraph": "paragraph", "other": "other"}
_SPEAKING: tuple[Role, ...] = ("answer", "statement")
# What an editor can do about a warning, by how it begins.
_ADVICE = {
    "no date": "give it in a manifest: --metadata FILE, with the columns path and date",
    "nothing to index": "see below what was taken for header and furniture",
    "the ": "see below under which labels people speak",
}


class _Marks(NamedTuple):
    """The signs beside a text: somebody's words, a question, how it goes on, narration; and what a rule is made of."""

    said: str
    asked: str
    goes_on: str
    told: str
    rule: str


_FINE = _Marks("\u258c", "?", "\u2502", "\u250a", "\u2500")
_ASCII = _Marks("|", "?", "|", ":", "-")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What a drawing needs to know everywhere."""

    console: Console
    document: Document
    starts: list[int]
    colours: dict[str, str]
    marks: _Marks

    def words(self, span: Span) -> str:
        return span.of(self.document.text)

    @property
    def column(self) -> int:
        return _COLUMN if self.console.width >= _NARROW else 0


def draw_document(console: Console, document: Document) -> None:
    """Print what was found in ``document`` and how, then every part of its text in its order, then the sums."""
    speakers = list(dict.fromkeys(turn.speaker for unit in document.units for turn in unit.turns if turn.speaker))
    colours = {name: _COLOURS[number % len(_COLOURS)] for number, name in enumerate(speakers)}
    marks = _ASCII if console.options.ascii_only else _FINE
    sheet = _Sheet(console, document, line_starts(document.text), colours, marks)
    print_beside(console, Text(one_line(shown_path(document.path)), style="bold"), Text(), Text())
    console.print()
    _draw_facts(sheet)
    _draw_parts(sheet)
    console.print()
    _draw_sums(sheet)


def _draw_facts(sheet: _Sheet) -> None:
    document = sheet.document
    rows = [
        ("title", document.title.value, document.title.source),
        ("kind", document.kind.replace("_", " "), document.kind_source),
        ("date", document.date.value, document.date.source),
        ("place", ", ".join(document.place), document.place_source),
    ]
    rows += [("topics", ", ".join(document.topics.values), document.topics.source)] if document.topics else []
    rows += [("url", document.url.value, document.url.source)] if document.url else []
    for name, value, source in rows:
        line = append_value(Text(), value, "not found", "bold" if name == "title" else "")
        _print_fact(sheet, name, line.append(f"  from the {source}" if source and value else "", style=DIM))
    name = "speakers"
    for line in _speakers(sheet) or [Text("nobody found", style=UNKNOWN)]:
        _print_fact(sheet, name, line)
        name = ""
    for warning in document.warnings:
        advice = next((advice for begins, advice in _ADVICE.items() if warning.startswith(begins)), "")
        line = Text.assemble(one_line(warning), (f"; {advice}" if advice else "", DIM))
        _print_fact(sheet, "!", line, _WARNING)


def _speakers(sheet: _Sheet) -> list[Text]:
    """Who speaks or is reported, each with the number of their turns and how they were named; then the labels of those
    who could not be.
    """
    turns = [turn for unit in sheet.document.units for turn in unit.turns]
    lines = []
    for name, colour in sheet.colours.items():
        mine = [turn for turn in turns if turn.speaker == name]
        sources = dict.fromkeys(turn.speaker_source for turn in mine if turn.speaker_source)
        line = Text.assemble((f"{sheet.marks.said} ", colour), (one_line(name), f"bold {colour}"))
        lines.append(line.append(f"  {count(len(mine), 'turn')}, from the {', '.join(sources)}", style=DIM))
    unnamed = Counter(turn.label for turn in turns if turn.role in _SPEAKING and not turn.speaker and turn.label)
    for label, number in unnamed.items():
        line = Text.assemble((f"{sheet.marks.said} ", DIM), ("not named", UNKNOWN))
        lines.append(line.append(f"  {count(number, 'turn')} under \u201c{one_line(label)}\u201d", style=DIM))
    return lines


def _print_fact(sheet: _Sheet, name: str, value: Text, style: str = DIM) -> None:
    if not sheet.column:
        line = Text().append(f"{name}  " if name else "", style=style).append_text(value)
        print_beside(sheet.console, line, Text(), Text())
        return
    first = Text(f"{name:>{sheet.column - 2}}  ", style=style)
    print_beside(sheet.console, value, first, Text(" " * sheet.column))


def _draw_parts(sheet: _Sheet) -> None:
    """Every part where it stands: a unit's heading, its turns, and page matter between them."""
    parts: list[tuple[int, int, str, Unit | Span, Turn | None]] = []
    for name, spans in (("header", sheet.document.header), ("furniture", sheet.document.furniture)):
        parts += [(span.start, 0, name, span, None) for span in spans]
    for unit in sheet.document.units:
        parts.append((unit.span.start, 1, "unit", unit, None))
        parts += [(turn.span.start, 2, "turn", unit, turn) for turn in unit.turns]
    before, voice, of_paragraph = "", Text(), Text()
    for _, _, name, part, turn in sorted(parts, key=lambda found: found[:2]):
        if isinstance(part, Span):
            if before not in ("header", "furniture"):
                sheet.console.print()
            _print_fact(sheet, name if name != before else "", Text(one_line(sheet.words(part)), style=DIM))
        elif turn is None:
            sheet.console.print()
            of_paragraph = _draw_heading(sheet, part, of_paragraph)
            voice = of_paragraph
        else:
            shown = _voice(sheet, part, turn)
            _draw_turn(sheet, turn, None if shown == voice else shown, dim=part.unit == "other")
            voice = shown
        before = name


def _draw_heading(sheet: _Sheet, unit: Unit, before: Text) -> Text:
    """A rule with the unit's number, type and lines, who speaks if it is a paragraph, and what it is about.

    The voice of a paragraph is returned; where the one ``before`` has the same, how it is known is not said again.
    """
    voice = _voice(sheet, unit, unit.turns[0]) if unit.unit == "paragraph" else Text()
    rule = sheet.marks.rule
    style = DIM if unit.unit == "other" else "bold"
    line = Text().append(f"#{unit.n} {_NAMES[unit.unit]}", style=style)
    line.append(DOT + lines_shown(sheet.starts, unit.span), style=DIM)
    line.append(f"{DOT}not indexed" if unit.unit == "other" else "", style=DIM)
    if voice:
        name = Text.assemble(*list(voice.split(_GAP))[:1]) if voice == before else voice
        line.append(DOT, style=DIM).append_text(name)
    line = plainly(sheet.console, line)  # before it is measured
    start, margin = Text(f"{rule}{rule} ", style=DIM), Text("   ")
    left = reading_width(sheet.console) - start.cell_len - line.cell_len - 1
    print_beside(sheet.console, line.append(f" {rule * left}" if left > 0 else "", style=DIM), start, margin)
    about = [f"topics {', '.join(unit.topics)}"] if unit.topics else []
    about += [f"mentions {', '.join(unit.mentions)}"] if unit.mentions else []
    if about:
        print_beside(sheet.console, Text(one_line(DOT.join(about)), style=DIM), margin, margin)
    return voice


def _voice(sheet: _Sheet, unit: Unit, turn: Turn) -> Text:
    """Who has a turn, in which role, and how that is known."""
    asked_by = unit.asked_by if turn.role == "question" else None
    name = turn.speaker or asked_by or ""
    line = Text()
    if turn.role in (*_SPEAKING, "reported"):
        append_value(line, name, "nobody named", f"bold {sheet.colours.get(name, '')}".strip())
    else:
        line.append(one_line(name or turn.role), style="bold" if turn.role == "question" else DIM)
    how: list[str] = [turn.role] if turn.role == "reported" or (name and turn.role not in _SPEAKING) else []
    how += [f"from the {turn.speaker_source}"] if turn.speaker_source and turn.speaker_source != "label" else []
    how += [f"label \u201c{one_line(turn.label)}\u201d"] if turn.label else []
    return line.append(_GAP + ", ".join(how), style=DIM) if how else line


def _draw_turn(sheet: _Sheet, turn: Turn, voice: Text | None, *, dim: bool) -> None:
    """A turn beside its bar, its paragraphs kept; ``voice`` above it if that is new."""
    first, rest = _gutter(sheet, turn)
    if voice is not None and (turn.role != "narration" or turn.label):
        print_beside(sheet.console, voice, first, rest)
        first = rest
    quiet = dim or turn.role == "moderator"
    for number, paragraph in enumerate(_paragraphs(sheet.words(turn.span))):
        if number:
            print_beside(sheet.console, Text(" "), rest, rest)
        words = Text(visible(paragraph), style=DIM if quiet else "")
        for match in _DIRECTION.finditer(paragraph):
            words.stylize("dim italic", *match.span())
        print_beside(sheet.console, words, first, rest)
        first = rest


def _gutter(sheet: _Sheet, turn: Turn) -> tuple[Text, Text]:
    """What stands beside the first line of a turn, and beside the others."""
    marks = sheet.marks
    if turn.role == "question":
        return Text(f"{marks.asked} ", style="bold"), Text(f"{marks.goes_on} ", style=DIM)
    if turn.role in (*_SPEAKING, "reported"):
        bar = Text(f"{marks.said} ", style=sheet.colours.get(turn.speaker or "", DIM))
        return bar, bar
    bar = Text(f"{marks.told} ", style=DIM)
    return bar, bar


def _paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of ``text``; the lines of a hard-wrapped one are joined, others are kept."""
    for paragraph in _BLANK.split(text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [line.strip() for line in paragraph.split("\n") if line.strip()]
        wrapped = all(len(line) <= _WRAPPED for line in lines)
        yield from [" ".join(lines)] if wrapped else lines


def _draw_sums(sheet: _Sheet) -> None:
    """One line: the units of each type, how much of the text is page matter, how many turns have no speaker."""
    document = sheet.document
    units = Counter(unit.unit for unit in document.units)
    turns = [turn for unit in document.units for turn in unit.turns if turn.role in _SPEAKING]
    unnamed = sum(not turn.speaker for turn in turns)
    sums = [f"{units['qa']} Q&A", count(units["paragraph"], "paragraph"), f"{units['other']} other"]
    furniture, header = (_share(sheet, spans) for spans in (document.furniture, document.header))
    sums.append(f"{furniture} % furniture, {header} % header")
    if turns:
        sums.append(f"{unnamed or 'none'} of {count(len(turns), 'turn')} without a speaker")
    whole = DOT.join(sums)
    fits = len(whole) <= reading_width(sheet.console)
    for line in [whole] if fits else [DOT.join(sums[:3]), DOT.join(sums[3:])]:
        print_beside(sheet.console, Text(line, style="bold"), Text(), Text())


def _share(sheet: _Sheet, spans: Iterable[Span]) -> int:
    """The share of the document's characters, white space apart, that ``spans`` hold, in per cent."""
    size = len("".join(sheet.document.text.split()))
    return round(100 * sum(len("".join(sheet.words(span).split())) for span in spans) / max(1, size))
