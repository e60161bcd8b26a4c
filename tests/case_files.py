"""Cases a reader can check without knowing the program: `title . input . expected .` files, and a document in that form.

A case is its title, a line with a single dot, the text, a dot, what is right, a dot, and an empty line. In the text `⍽` is a
no-break space, `␉` a tab, `␍` a carriage return before the line's end, and `␠` a space that an editor would cut off. A title
that ends with `[file: 1998.txt]` gives the file a name.
What is right has two parts with a line `--` between them, and either may be left out: facts (`title: …`; `none` where the
text has none; `; ` between names and between warnings), and the outline: every header and furniture line, every unit and
its turns in order. `question [Reuters]: …` was asked by Reuters, `answer (Jens Stoltenberg): …` is his, and `page: …` is a
line of the header or furniture, whichever, and `words (Jens Stoltenberg): …` are stated, reported or narrated, whichever.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from natosearch.model.documents import Document, Unit
from natosearch.model.passages import Span, Turn

CASES = Path(__file__).resolve().parent / "cases"
NONE = "none"
SIGNS = {"⍽": "\u00a0", "␉": "\t", "␍": "\r", "␠": " "}
EITHER = {re.compile(r"^ *(header|furniture)\b"): "page", re.compile(r"^ *(statement|reported|narration)\b"): "words"}
FIRST, LAST = 6, 4  # words shown of a text of more than twelve
FACTS: dict[str, Callable[[Document], str]] = {
    "title": lambda document: document.title.value,
    "date": lambda document: document.date.value,
    "place": lambda document: ", ".join(document.place),
    "kind": lambda document: document.kind,
    "speakers": lambda document: "; ".join(document.speakers),
    "warnings": lambda document: "; ".join(document.warnings),
}


class Case(NamedTuple):
    """One text and what is right about it."""

    file: str
    title: str
    text: str
    facts: tuple[str, ...]
    outline: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.file}: {self.title}"

    @property
    def path(self) -> str:
        named = re.search(r"\[file: ([^\]]+)\]$", self.title)
        return f"/made-up/{named[1] if named else 'text.txt'}"


class Piece(NamedTuple):
    """A line of the outline and where it begins."""

    at: int
    line: str


def read_cases() -> list[Case]:
    """Every case of every file, in the order of the files' names."""
    return [case for path in sorted(CASES.glob("*.md")) for case in read_case_file(path)]


def read_case_file(path: Path) -> Iterator[Case]:
    """The cases of one file; raises ValueError where a case is not closed by its third dot."""
    lines = path.read_text("utf-8").split("\n")
    dots = [number for number, line in enumerate(lines) if line == "."]
    if len(dots) % 3:
        raise ValueError(f"{path}: {len(dots)} lines with a dot, not three for each case")
    for number in range(0, len(dots), 3):
        title, text, end = dots[number : number + 3]
        facts, outline = parse_expected(lines[text + 1 : end])
        yield Case(path.stem, lines[title - 1], parse_text(lines[title + 1 : text]), facts, outline)


def parse_text(lines: list[str]) -> str:
    """The text of a case, its visible signs replaced by what they stand for."""
    return "".join(SIGNS.get(sign, sign) for sign in "\n".join([*lines, ""]))


def parse_expected(lines: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The facts and the outline, texts shortened."""
    if "--" in lines:
        facts, outline = lines[: lines.index("--")], lines[lines.index("--") + 1 :]
    else:
        is_facts = bool(lines) and lines[0].partition(":")[0] in FACTS
        facts, outline = (lines, []) if is_facts else ([], lines)
    unknown = [line for line in facts if line.partition(":")[0] not in FACTS]
    if unknown:
        raise ValueError(f"no such fact: {unknown[0]}")
    return tuple(line.rstrip() for line in facts), tuple(shorten_line(line) for line in outline if line.strip())


def shorten_line(line: str) -> str:
    """A line of the outline, its text shortened."""
    found = re.match(r" *[a-z]+(?: [\[(][^\])]*[\])])?:", line)
    return line.rstrip() if found is None else f"{found[0]} {shorten(line[found.end() :])}".rstrip()


def shorten(text: str) -> str:
    """The text on one line; of more than twelve words the first six and the last four."""
    words = text.split()
    if words[:1] == ["•"]:  # the sign of a list belongs to the page
        words = words[1:]
    if len(words) > 12:
        words = [*words[:FIRST], "…", *words[-LAST:]]
    return " ".join(words)


def render_facts(document: Document, facts: tuple[str, ...]) -> tuple[str, ...]:
    """The same facts of this document."""
    names = [line.partition(":")[0] for line in facts]
    return tuple(f"{name}: {FACTS[name](document) or NONE}" for name in names)


def render_outline(document: Document, right: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Every header and furniture line, every unit and its turns, in the order of the text.

    A header or furniture line is a `page` line where the right outline has it as one, and so with `words`.
    """
    pieces = [Piece(unit.span.start, unit.unit) for unit in document.units]
    pieces += [piece for unit in document.units for piece in turn_pieces(unit, document.text)]
    for name, spans in (("header", document.header), ("furniture", document.furniture)):
        pieces += line_pieces(name, spans, document)
    lines = (piece.line for piece in sorted(pieces, key=lambda piece: piece.at))
    return tuple(next((either for either in eithers(line) if either in right), line) for line in lines)


def eithers(line: str) -> Iterator[str]:
    """The line under the name that leaves open which of two or three it is."""
    for pattern, name in EITHER.items():
        if found := pattern.match(line):
            yield f"{line[: found.start(1)]}{name}{line[found.end() :]}"


def line_pieces(name: str, spans: tuple[Span, ...], document: Document) -> Iterator[Piece]:
    """A piece for each line of these spans; what stands on one line is one piece."""
    for span in joined(spans, document.text):
        for line in re.finditer(r"\S[^\r\n]*", span.of(document.text)):
            at = span.start + line.start()
            inside = any(unit.span.start < at < unit.span.end for unit in document.units)
            yield Piece(at, f"{'  ' if inside else ''}{name}: {shorten(line[0])}")


def joined(spans: tuple[Span, ...], text: str) -> list[Span]:
    """The spans, those with nothing but spaces between them as one."""
    done: list[Span] = []
    for span in sorted(spans):
        if done and not text[done[-1].end : span.start].strip(" \t\u00a0"):
            done[-1] = Span(done[-1].start, span.end)
        else:
            done.append(span)
    return done


def turn_pieces(unit: Unit, text: str) -> Iterator[Piece]:
    """A piece for each turn; what one person goes on to say without a new label is the same turn."""
    last: tuple[Turn, str] | None = None
    for turn in unit.turns:
        words = turn.span.of(text)
        if last is not None and goes_on(last[0], turn, text):
            last = (last[0], f"{last[1]} {words}")
            continue
        if last is not None:
            yield turn_piece(unit, *last)
        last = (turn, words)
    if last is not None:
        yield turn_piece(unit, *last)


def goes_on(before: Turn, turn: Turn, text: str) -> bool:
    """No label and no page matter between the two, and the same person in the same role."""
    same = (before.role, before.speaker) == (turn.role, turn.speaker)
    return same and turn.label_span is None and not text[before.span.end : turn.span.start].strip()


def turn_piece(unit: Unit, turn: Turn, words: str) -> Piece:
    """`  question [Reuters]: …`, `  answer (Jens Stoltenberg): …`"""
    asked_by = f" [{unit.asked_by}]" if turn.role == "question" and unit.asked_by else ""
    speaker = f" ({turn.speaker})" if turn.speaker and turn.role != "question" else ""
    return Piece(turn.span.start, f"  {turn.role}{asked_by}{speaker}: {shorten(words)}".rstrip())
