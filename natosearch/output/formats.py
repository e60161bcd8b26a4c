"""Every way to print hits as text, by name: what a pipe gets, whatever the terminal, width, locale or colour.

A format is imported when it is asked for: a query in a pipe waits for what it prints and no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from natosearch.errors import BadFields
from natosearch.output.shown import Shown

STYLES = ("text", "jsonl", "json", "csv", "tsv", "md", "quote", "kwic", "ids", "paths")
WITH_FIELDS = ("text", "jsonl", "json", "csv", "tsv")  # the formats in which fields can be chosen
# What ends a record. RFC 4180 wants both characters; what people paste has a blank line between two hits.
TERMINATORS = dict.fromkeys(STYLES, "\n") | {"csv": "\r\n", "md": "\n\n", "quote": "\n\n"}


def check_fields(names: Iterable[str], style: str) -> None:
    """Raise BadFields unless ``style`` prints fields and ``names`` are some of them, each once."""
    named = tuple(names)
    if not named:
        return
    from natosearch.output.records import ASKED, KEYS

    fields = (*KEYS, *ASKED)
    if style not in WITH_FIELDS:
        raise BadFields(f"the format {style} has no fields to choose; those that have: {', '.join(WITH_FIELDS)}")
    for number, name in enumerate(named):
        if name not in fields:
            raise BadFields(f"no field {name!r}; nearest: {_nearest(name, fields)}")
        if name in named[:number]:
            raise BadFields(f"the field {name!r} is named twice")


def _nearest(name: str, fields: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    return (get_close_matches(name.lower(), fields, 1, 0.5) or [", ".join(fields)])[0]


def render(shown: Iterable[Shown], style: str, fields: tuple[str, ...] = ()) -> Iterator[str]:
    """Each record of ``style`` (a header, a hit, a bracket) without what ends it, see TERMINATORS.

    ``fields``, checked by :func:`check_fields`, are the keys to print in that order; none given, all.
    """
    if style == "text" and not fields:
        from natosearch.output.plain import shown_lines

        return shown_lines(shown)
    from natosearch.output.records import dump_array, dump_lines, shown_record

    if style in ("jsonl", "json"):
        records = _chosen(map(shown_record, shown), fields)
        return dump_lines(records) if style == "jsonl" else dump_array(records)
    if style in ("csv", "tsv") or fields:
        from natosearch.output.tables import csv_rows, tsv_rows

        return (csv_rows if style == "csv" else tsv_rows)(map(shown_record, shown), fields)
    return _render_text(shown, style)


def _render_text(shown: Iterable[Shown], style: str) -> Iterator[str]:
    if style == "md":
        from natosearch.output.markdown import markdown_items

        return markdown_items(shown)
    if style == "quote":
        from natosearch.output.quotes import quotation

        return map(quotation, shown)
    if style == "kwic":
        from natosearch.output.kwic import kwic_lines, kwic_row

        return map(kwic_row, kwic_lines(shown))
    from natosearch.output.plain import passage_ids, passage_paths

    return (passage_ids if style == "ids" else passage_paths)(one.hit for one in shown)


def _chosen(records: Iterable[dict[str, Any]], fields: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The records with these keys only, null where a record lacks one; all of them where none is named."""
    if not fields:
        return iter(records)
    return ({name: record.get(name) for name in fields} for record in records)
