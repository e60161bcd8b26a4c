"""Who says each turn: labels, the event's principal, reported speech."""

from __future__ import annotations

from dataclasses import dataclass

from natosearch.model.passages import Kind, Span
from natosearch.rules import Rules
from natosearch.segment.cast import Cast, Named, find_principal, make_cast
from natosearch.segment.reported import reported_speakers
from natosearch.segment.turns import RawTurn
from natosearch.segment.units import Resolve
from natosearch.text.voice import first_person_words
from natosearch.text.words import fold_text

_INTRODUCTION = 1500  # code points
_GREETING_WORDS = 12  # `Prime Minister Kovačevski, Dear Dimitar,`


@dataclass(frozen=True, slots=True)
class Attribution:
    """What there is to go by: the turns, and the document's title, header, date (ISO or empty) and kind."""

    text: str
    turns: list[RawTurn]
    title: str
    header: str
    date: str
    kind: Kind


def attribute(about: Attribution, rules: Rules) -> Resolve:
    """A function that names the speaker of each span's turn, or nobody, and says how it knows."""
    lead = _lead(about)
    labels = list(dict.fromkeys(turn.label.text for turn in about.turns if turn.label))
    parts = [(about.title, "title"), (about.header, "header"), (lead[:_INTRODUCTION], "introduction")]
    spoken = "" if about.kind == "article" else "\n".join(s.of(about.text) for turn in about.turns for s in turn.spans)
    cast = make_cast(parts, spoken, labels, about.date, rules)
    if about.kind == "article" or (not labels and not first_person_words(lead)):
        return _reporter(about, cast)  # a statement that nobody makes in the first person is reported
    first = lead.split("\n", 1)[0]
    greeting = first if len(first.split()) <= _GREETING_WORDS else ""
    principal = find_principal(about.title, about.header, greeting, lead[:_INTRODUCTION] if labels else "", rules)
    introduces = bool(labels) and _is_introduction(lead, principal)

    def resolve(turn: RawTurn, _span: Span) -> Named:
        if turn.floor == "lead":
            return Named(role="narration") if introduces else principal
        if turn.label is None or turn.floor in ("moderator", "direction"):
            return Named()
        if turn.label.role == "answer":
            return principal
        if turn.label.role == "question":
            return Named()
        return cast.by_label(turn.label.text)

    return resolve


def _reporter(about: Attribution, cast: Cast) -> Resolve:
    spans = [span for turn in about.turns for span in turn.spans]
    said = dict(zip(spans, reported_speakers([span.of(about.text) for span in spans], cast), strict=True))

    def resolve(_turn: RawTurn, span: Span) -> Named:
        named = said.get(span, Named())
        return Named(named.name, named.source, "reported" if named.name else "narration")

    return resolve


def _lead(about: Attribution) -> str:
    """What stands before the first label."""
    return "\n".join(s.of(about.text) for turn in about.turns[:1] if turn.floor == "lead" for s in turn.spans)


def _is_introduction(lead: str, principal: Named) -> bool:
    """Whether the lead is an editor's: it names the one who answers, or nobody says `I` or `we` in it."""
    surname = fold_text(principal.name).split()[-1:]
    return (bool(surname) and surname[0] in fold_text(lead).split()) or not first_person_words(lead)
