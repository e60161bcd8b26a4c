"""Hits for pipes: one line each, without colour, wrapping or padding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from natosearch.model.passages import NO_TITLE, Hit, Passage, Span
from natosearch.output.records import shown_path
from natosearch.output.shown import Shown
from natosearch.output.snippets import choose_snippet, opening, voice
from natosearch.output.visible import flat, one_line


def shown_lines(shown: Iterable[Shown]) -> Iterator[str]:
    """A line for each hit and, where they were asked for, for the passages before and after it."""
    for one in shown:
        yield from (_line(passage, ", ".join(passage.speakers), opening(passage)) for passage in one.before or ())
        yield hit_line(one.hit)
        yield from (_line(passage, ", ".join(passage.speakers), opening(passage)) for passage in one.after or ())


def hit_line(hit: Hit) -> str:
    """A hit as fields between tabs: id, date, who speaks in the snippet, place, kind, title, question, snippet.

    A field of which nothing is known is empty, so that every line has the same columns.
    """
    snippet = choose_snippet(hit)
    return _line(hit.passage, voice(hit.passage, snippet.turn), snippet.span, asked=snippet.turn.role == "question")


def _line(passage: Passage, who: str, span: Span, *, asked: bool = False) -> str:
    columns = (
        passage.id,
        passage.date,
        who,
        ", ".join(passage.place),
        passage.kind,
        passage.title or NO_TITLE,
        "" if asked else passage.question,
        span.of(passage.text),
    )
    return "\t".join(map(one_line, columns))


def passage_ids(hits: Iterable[Hit]) -> Iterator[str]:
    """The id of each hit."""
    return (hit.passage.id for hit in hits)


def passage_paths(hits: Iterable[Hit]) -> Iterator[str]:
    """Each file with a hit, once, where its best hit stands."""
    seen: set[str] = set()
    for hit in hits:
        if hit.passage.path not in seen:
            seen.add(hit.passage.path)
            yield flat(shown_path(hit.passage.path))


def why_line(hit: Hit) -> str:
    """What made the score of a hit."""
    parts = "; ".join(f"{name} {score:.2f}" for name, score in hit.why)
    return f"{hit.rank}  {hit.passage.id}  {hit.score:.2f} = {parts}"
