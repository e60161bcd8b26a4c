"""Hits as tables: comma-separated for spreadsheets, tab-separated for `cut` and `awk`.

Every cell has as many code points as the value it shows, so that the offsets in `matches` and `turns` hold in `text`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from natosearch.output.records import KEYS, dump
from natosearch.output.visible import flat, visible

Record = dict[str, Any]
_LINE_END = "\r\n"
_TABLES = ("turns", "before", "after", "why")  # lists of objects: JSON, for nothing flatter says as much


def csv_rows(records: Iterable[Record], fields: tuple[str, ...] = ()) -> Iterator[str]:
    """A header, then a row for each record, as RFC 4180 has them, without the line end; a cell may have several lines.

    Null is empty, lists are joined with `; `.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator=_LINE_END)  # the module quotes only what could end a line
    for row in _rows(records, fields):
        writer.writerow(map(_with_lines, row))
        yield buffer.getvalue().removesuffix(_LINE_END)
        buffer.seek(0)
        buffer.truncate()


def tsv_rows(records: Iterable[Record], fields: tuple[str, ...] = ()) -> Iterator[str]:
    """The same cells between tabs, each on one line.

    There is no quoting, so that `cut` is enough to read them, but for one case: readers that know quotes would take
    a cell that begins with one to go on over the columns after it.
    """
    for row in _rows(records, fields):
        yield "\t".join(_with_quotes(flat(cell)) for cell in row)


def _rows(records: Iterable[Record], fields: tuple[str, ...]) -> Iterator[list[str]]:
    """The header and the cells of each record; the first record tells which keys all of them have."""
    rest = iter(records)
    first = next(rest, None)
    columns = fields or tuple(KEYS if first is None else first)
    yield list(columns)
    for record in chain([] if first is None else [first], rest):
        yield [_cell(name, record.get(name)) for name in columns]


def _cell(name: str, value: Any) -> str:
    if value is None:
        return ""
    if name in _TABLES:
        return dump(value, compact=True)
    if name == "matches":
        return "; ".join(f"{start}-{end}" for start, end in value)
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _with_lines(cell: str) -> str:
    """``cell`` with its line ends, controls made visible; a lone carriage return would overwrite the line it is in."""
    if "\r" not in cell:
        return visible(cell)
    return "\r\n".join(visible(line.replace("\r", "\n")) for line in cell.split("\r\n"))


def _with_quotes(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if cell.startswith('"') else cell
