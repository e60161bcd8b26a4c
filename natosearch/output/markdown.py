"""Hits as a numbered list in Markdown, for notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from natosearch.model.passages import NO_TITLE, Passage, Span
from natosearch.output.quotes import written_date
from natosearch.output.records import shown_path
from natosearch.output.shown import Shown
from natosearch.output.snippets import choose_snippet, voice
from natosearch.output.visible import flat, one_line

# Anywhere: emphasis, code, links, HTML, tables, strikethrough, highlights, formulas, headings and tags.
_MARKED = re.compile(r"[\\`*_\[\]{}|~=$#]")
_FIRST = re.compile(r"\A(?:[-+]|\d{1,9}(?=[.)]))")  # at the start of a line: lists and rules
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_IN_LINKS = re.compile(r"[^A-Za-z0-9\-._~:/?#@!$&'*+,;=%]")
_LINKED = ("https://", "http://")


def markdown_items(hits: Iterable[Shown]) -> Iterator[str]:
    """Each hit as an item; where several queries are asked, each is the heading of its own list."""
    query = ""
    for shown in hits:
        heading = f"## {markdown_text(shown.query)}\n\n" if shown.query != query else ""
        query = shown.query
        yield heading + markdown_item(shown)


def markdown_item(shown: Shown) -> str:
    """A hit as an item: who, when, where and at which event; the snippet, its matches bold; the id and the lines."""
    passage, snippet = shown.hit.passage, choose_snippet(shown.hit)
    number = f"{shown.hit.rank}. "
    margin = " " * len(number)
    who = voice(passage, snippet.turn)
    head = (written_date(passage.date), *passage.place)
    first = ", ".join(filter(None, (f"**{markdown_text(who)}**" if who else "", *map(markdown_text, head))))
    event = f"*{markdown_text(passage.title or NO_TITLE)}*"
    words = _with_bold(snippet.span.of(passage.text), [match.moved(-snippet.span.start) for match in snippet.matches])
    found = f"`{passage.id}`, {_source(passage)}"
    return f"{number}{first}, {event}\n\n{margin}> {words}\n\n{margin}{found}"


def markdown_text(text: str) -> str:
    """``text`` on one line so that Markdown and HTML show it as it stands."""
    return _escaped(one_line(text), first=True)


def _escaped(text: str, *, first: bool = False) -> str:
    """``text`` with the signs of Markdown escaped, those that count on the ``first`` place of a line too."""
    escaped = _MARKED.sub(r"\\\g<0>", re.sub("[&<>]", lambda sign: _ENTITIES[sign.group()], text))
    begins = _FIRST.match(text) if first else None
    if begins is None:
        return escaped
    digits = begins.group() if begins.group().isdigit() else ""
    return f"{digits}\\{escaped[len(digits) :]}"


def _with_bold(text: str, matches: Iterable[Span]) -> str:
    """``text`` on one line, the matches bold."""
    pieces, end = [], 0
    for match in _joined(matches):
        pieces += [_escaped(flat(text[end : match.start]), first=not end), _bold(flat(match.of(text)))]
        end = match.end
    pieces.append(_escaped(flat(text[end:]), first=not end))
    return " ".join("".join(pieces).split())


def _joined(matches: Iterable[Span]) -> list[Span]:
    """Matches that touch as one: between two pairs of asterisks there must be something."""
    joined: list[Span] = []
    for match in matches:
        if joined and joined[-1].end >= match.start:
            joined[-1] = Span(joined[-1].start, match.end)
        else:
            joined.append(match)
    return joined


def _bold(words: str) -> str:
    """``words`` bold; beside a full stop, as in `U.S.Army`, asterisks would not be read as what they are."""
    if words[:1].isalnum() and words[-1:].isalnum():
        return f"**{_escaped(words)}**"
    return f"<b>{_escaped(words)}</b>"


def _source(passage: Passage) -> str:
    """The file and its lines, a link where it is known under which address the document was published."""
    lines = f"{passage.line_start}-{passage.line_end}"
    if passage.line_start == passage.line_end:
        lines = str(passage.line_start)
    place = _escaped(f"{flat(shown_path(passage.path))}:{lines}")
    if not passage.url.lower().startswith(_LINKED):
        return place
    return f"[{place}]({_IN_LINKS.sub(_percent, passage.url).replace('&', '&amp;')})"


def _percent(sign: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.group().encode("utf-8", "replace"))
