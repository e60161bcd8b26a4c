"""A text understood: from its lines to a document with units, people, date, place and topics."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace

from natosearch.documents.read import fault, read_source
from natosearch.model.documents import Document, Found, Given, Listed, Page, Problem, Source, Unit
from natosearch.model.passages import Speech
from natosearch.rules import Rules
from natosearch.rules.topics.topics import MOST_TOPICS, Weighed
from natosearch.segment.event.kind import Evidence, find_kind
from natosearch.segment.event.title import find_title
from natosearch.segment.event.venue import find_venue, venue_in_captions
from natosearch.segment.event.when import find_date
from natosearch.segment.facts.dates import find_dates
from natosearch.segment.facts.front_matter import given_in_front_matter
from natosearch.segment.facts.given import read_kind
from natosearch.segment.talk.outline import make_outline
from natosearch.segment.who.asker import find_asker
from natosearch.segment.who.attribution import Attribution, attribute
from natosearch.segment.who.given_speakers import with_given
from natosearch.segment.who.units import make_units

NOTHING = Given()


def read_file(
    path: str, rules: Rules, given: Given = NOTHING, learnt: frozenset[str] = frozenset()
) -> Document | Problem:
    """The document at ``path``, or why there is none."""
    source = read_source(path)
    return source if isinstance(source, Problem) else understand_source(source, rules, given, learnt)


def understand_source(
    source: Source, rules: Rules, given: Given = NOTHING, learnt: frozenset[str] = frozenset()
) -> Document | Problem:
    """The document in ``source``, or a Problem if understanding it fails, which is our fault."""
    try:
        return read_document(source, rules, given, learnt)
    except Exception as error:
        return fault(source.path, error)


def read_document(
    source: Source, rules: Rules, given: Given = NOTHING, learnt: frozenset[str] = frozenset()
) -> Document:
    """The document in ``source``: where and when it was said, by whom, and in which units. Pure.

    What is ``given`` of it wins over its front matter, and that over what is found. ``learnt`` are the lines that its
    folder shares as page matter.
    """
    outline = make_outline(source.text, rules, learnt)
    header, paragraphs = outline.words("header"), outline.paragraphs()
    given = given.over(given_in_front_matter(outline.lines, rules))
    title = given.title or find_title(outline.lines, outline.parts, rules)
    # The name of a file comes last, after what its page says of itself.
    stem = "" if source.page.date else os.path.splitext(os.path.basename(source.path))[0]
    date = given.date or find_date(outline.lines, outline.parts, rules, stem)
    title, date = _or_page(title, date, source.page)
    page = Evidence(title.value, "\n".join(header), "\n".join(outline.words("furniture")), "\n".join(paragraphs))
    kind = read_kind(given.kind.value) or find_kind(page, outline.turns, rules)
    place, place_source = find_venue(title.value, outline.header(), paragraphs, kind, rules)
    if not place:
        place, place_source = venue_in_captions([*outline.header(), *outline.words("furniture")], rules)
    about = Attribution(outline.text, outline.turns, title.value, "\n".join(header), date.value, kind)
    resolve = with_given(attribute(about, rules), about, given.speakers, rules)
    cut = make_units(outline.turns, outline.breaks(), outline.goes_on, resolve)
    units = _annotated(cut, source.text, rules, given.topics)
    return Document(
        path=source.path,
        text=source.text,
        sha256=source.sha256,
        title=title,
        kind=kind,
        date=date,
        place=given.place.values or place,
        place_source=given.place.source if given.place else place_source,
        header=outline.spans("header"),
        furniture=outline.spans("furniture"),
        units=units,
        warnings=(*source.warnings, *_warnings(date.value, units, given.speakers)),
        kind_source=given.kind.source if given.kind else "text",
        topics=given.topics,
        url=given.url,
    )


def _or_page(title: Found, date: Found, page: Page) -> tuple[Found, Found]:
    """``title`` and ``date``, and where the text gives none, what the page says of itself."""
    published = find_dates(page.date)
    return (
        title if title.value or not page.title else Found(page.title, "page"),
        date if date.value or not published else Found(published[0].iso, "page"),
    )


def _annotated(units: Sequence[Unit], text: str, rules: Rules, given: Listed) -> tuple[Unit, ...]:
    """``units`` with whose words each has, and those that are passages with who asked and what is spoken of.

    The topics ``given`` of the document come first; what most of it is about speaks for each of its passages.
    """
    annotated: list[Unit] = []
    weighed: list[Weighed] = []
    for before, unit in zip([None, *units], units, strict=False):
        if unit.unit == "other":
            annotated.append(replace(unit, speech=_speech(unit)))
            continue
        asked, said = _asked_and_said(unit, text)
        annotated.append(_about(unit, before, (asked, said), text, rules))
        weighed.append(rules.topics.weigh(said, asked) if said else rules.topics.weigh(asked))
    found = iter(rules.topics.settle(weighed))
    return tuple(
        unit
        if unit.unit == "other"
        else replace(unit, topics=tuple(dict.fromkeys((*given.values, *next(found))))[:MOST_TOPICS])
        for unit in annotated
    )


def _about(unit: Unit, before: Unit | None, passage: tuple[str, str], text: str, rules: Rules) -> Unit:
    """``unit``, behind ``before``, with the places its ``passage`` speaks of, who asked it, and whose words it has."""
    first = next((turn for turn in unit.turns if turn.role == "question"), None)
    called = before.turns[-1].span.of(text) if before and before.turns[-1].role in ("moderator", "answer") else ""
    return replace(
        unit,
        speech=_speech(unit),
        asked_by=find_asker(first.label or "", passage[0], rules, called) or first.speaker if first else None,
        mentions=rules.places.mentions("\n".join(filter(None, passage))),
    )


def _asked_and_said(unit: Unit, text: str) -> tuple[str, str]:
    """The words of the unit's questions, and those of its other turns."""
    asked = "\n".join(turn.span.of(text) for turn in unit.turns if turn.role == "question")
    return asked, "\n".join(turn.span.of(text) for turn in unit.turns if turn.role != "question")


def _speech(unit: Unit) -> Speech:
    roles = {turn.role for turn in unit.turns}
    if roles & {"question", "answer", "statement", "moderator"}:
        return "direct"
    return "reported" if "reported" in roles else "narration"


def _warnings(date: str, units: Sequence[Unit], given: Listed) -> tuple[str, ...]:
    warnings = []
    if not date:
        warnings.append("no date found in the text")
    if not any(unit.unit != "other" for unit in units):
        warnings.append("nothing to index: no paragraph and no question was found")
    silent = set(given.values) - {turn.speaker for unit in units for turn in unit.turns}
    if silent:
        names = ", ".join(name for name in given.values if name in silent)
        warnings.append(f"the {given.source} names {names} as speaker, but no turn could be given to that name")
    return tuple(warnings)
