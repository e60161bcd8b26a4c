"""Hits for pipes: one line each, without colour, wrapping or padding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from natosearch.model.passages import NO_TITLE, Hit
from natosearch.output.records import shown_path
from natosearch.output.snippets import choose_snippet, voice
from natosearch.output.visible import flat, one_line


def hit_line(hit: Hit) -> str:
    """A hit as fields between tabs: id, date, who speaks in the snippet, place, kind, title, question, snippet.

    A field of which nothing is known is empty, so that every line has the same columns.
    """
    passage, snippet = hit.passage, choose_snippet(hit)
    columns = (
        passage.id,
        passage.date,
        voice(passage, snippet.turn),
        ", ".join(passage.place),
        passage.kind,
        passage.title or NO_TITLE,
        passage.question if snippet.turn.role != "question" else "",
        snippet.span.of(passage.text),
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
