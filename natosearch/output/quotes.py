"""Passages as quotations to paste: the words as they stand, and where they are from."""

from __future__ import annotations

from natosearch.model.passages import NO_TITLE, Hit, Passage, Span, Turn
from natosearch.output.records import shown_path
from natosearch.output.shown import Shown
from natosearch.output.snippets import heard_turns
from natosearch.output.visible import flat, one_line, visible
from natosearch.text.lines import line_number, line_starts

_LEFT_OUT = "\n\n[\u2026]\n\n"
_MONTHS = (
    "January February March April May June July August September October November December".split()
)  # not the locale's: what is quoted is English


def quotation(shown: Shown) -> str:
    """The passage word for word, then a line that says who, at which event, where, when, and in which lines.

    Of turns that a filter by speaker leaves, each is whole, and a mark stands where others are left out.
    """
    passage = shown.hit.passage
    parts = quoted_spans(shown.hit)
    words = _LEFT_OUT.join(_verbatim(part.of(passage.text)) for part in parts)
    return f"{words}\n\n\u2014 {_attribution(shown.hit, Span(parts[0].start, parts[-1].end))}"


def quoted_spans(hit: Hit) -> list[Span]:
    """The stretches of the passage's text without a turn that was not searched: all of it where all were.

    A stretch inside the passage begins with the label of its turn: what comes before it does not say whose words
    follow.
    """
    turns, heard = hit.passage.turns, frozenset(heard_turns(hit))
    if heard.issuperset(turns):
        return [Span(0, len(hit.passage.text))]
    parts: list[Span] = []
    before: Turn | None = None
    for turn in turns:
        if turn in heard and before is not None and before in heard:
            parts[-1] = Span(parts[-1].start, turn.span.end)
        elif turn in heard:
            since = before.span.end if before is not None else 0
            parts.append(Span(_label_start(hit.passage, since, turn), turn.span.end))
        before = turn
    return parts


def _label_start(passage: Passage, since: int, turn: Turn) -> int:
    """Where the label of ``turn`` stands, behind ``since`` where the turn before ends; else where its words begin."""
    found = passage.text.rfind(turn.label, since, turn.span.start) if turn.label else -1
    return turn.span.start if found < 0 else found


def _verbatim(text: str) -> str:
    return visible(text.replace("\r\n", "\n").replace("\r", "\n"))


def _attribution(hit: Hit, span: Span) -> str:
    passage = hit.passage
    event = (who_said(hit), one_line(passage.title or NO_TITLE), one_line(", ".join(passage.place)))
    line = ", ".join(filter(None, (*event, written_date(passage.date))))
    source = f"{flat(shown_path(passage.path))}, {_lines(passage, span)}"
    return f"{line} ({source})" + (f" {one_line(passage.url)}" if passage.url else "")


def who_said(hit: Hit) -> str:
    """Those whose words are quoted, that they are reported where they are; nobody where nobody is known.

    A label may stand for a name, `Minister Ekblad`; one of a single word, `A.` or `Answer`, names nobody.
    """
    said = [turn for turn in heard_turns(hit) if turn.role not in ("question", "moderator", "narration")]
    names = [turn.speaker or (turn.label if turn.label and " " in turn.label.strip() else None) for turn in said]
    who = " and ".join(dict.fromkeys(one_line(name) for name in names if name))
    return f"{who} (reported)" if who and all(turn.role == "reported" for turn in said) else who


def _lines(passage: Passage, span: Span) -> str:
    """`line 32`, `lines 34-42`: where ``span`` of the passage stands in its document."""
    starts = line_starts(passage.text)
    first = passage.line_start - 1 + line_number(starts, span.start)
    last = passage.line_start - 1 + line_number(starts, max(span.start, span.end - 1))
    return f"line {first}" if first == last else f"lines {first}-{last}"


def written_date(date: str) -> str:
    """`22 November 2023` for `2023-11-22`, `November 2023` for `2023-11`; `undated` for nothing."""
    parts = date.split("-")
    if len(parts) < 2 or not all(part.isdecimal() for part in parts) or not 1 <= int(parts[1]) <= len(_MONTHS):
        return one_line(date) or "undated"
    day = f"{int(parts[2])} " if len(parts) > 2 else ""
    return f"{day}{_MONTHS[int(parts[1]) - 1]} {parts[0]}"
