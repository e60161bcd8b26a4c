"""Manifests: what an editor says of documents, a row a document, in CSV or in JSON Lines."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import stat
from collections.abc import Iterator
from datetime import date as Day
from difflib import get_close_matches
from typing import Any, get_args

from natosearch.errors import BadManifest
from natosearch.model.documents import Found, Given, Listed
from natosearch.model.passages import Kind
from natosearch.rules import Rules
from natosearch.rules.topics.topics import MOST_TOPICS
from natosearch.segment.facts.given import read_kind, read_person, read_place
from natosearch.text.words import fold_text

COLUMNS = ("path", "date", "speaker", "place", "topic", "title", "kind", "url")
SOURCE = "manifest"
_SEVERAL = ("speaker", "place", "topic")  # columns that may hold more than one value
_LARGEST = 32 << 20  # bytes
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_ADDRESS = re.compile(r"https?://\S{1,2000}\Z")

# One row: its line, from 1, and its values by column; what is not there or empty says nothing.
Row = tuple[int, dict[str, list[str]]]


def read_manifest(path: str, rules: Rules) -> dict[str, Given]:
    """What the manifest at ``path`` says of each document, by absolute path; its paths count from its own folder.

    Raises BadManifest, which names the line, where a row cannot be used: nothing of such a file is.
    """
    rows = {".csv": _csv_rows, ".jsonl": _json_rows, ".ndjson": _json_rows}.get(os.path.splitext(path)[1].lower())
    if rows is None:
        raise BadManifest(path, None, "a manifest is a .csv or a .jsonl file")
    folder = os.path.dirname(os.path.abspath(path))
    given: dict[str, Given] = {}
    lines: dict[str, int] = {}
    for line, row in rows(path, _read(path)):
        try:
            file = os.path.normpath(os.path.join(folder, _one(row, "path")))
            if file == folder:
                raise ValueError("the row has no path")
            if file in given:
                raise ValueError(f"path '{_one(row, 'path')}' stands on line {lines[file]} already")
            given[file], lines[file] = make_given(row, rules), line
        except ValueError as error:
            raise BadManifest(path, line, str(error)) from error
    return given


def make_given(row: dict[str, list[str]], rules: Rules) -> Given:
    """The values of a row, checked and in their canonical form; raises ValueError for one that means nothing."""
    speakers = [read_person(name, rules) for name in row.get("speaker", [])]
    nameless = next((name for name in speakers if not fold_text(name)), None)
    if nameless is not None:
        raise ValueError(f"speaker '{nameless}' is no name")
    return Given(
        title=_found(" ".join(_one(row, "title").split())),
        kind=_found(_kind(_one(row, "kind"))),
        date=_found(_date(_one(row, "date"))),
        url=_found(_url(_one(row, "url"))),
        speakers=_all(speakers),
        place=_all(read_place(",".join(row.get("place", [])), rules)),
        topics=_all(_topics(row.get("topic", []), rules)),
    )


def dump_given(given: Given) -> str:
    """``given`` as an index keeps it: JSON from which :func:`load_given` makes it again; empty if it says nothing."""
    row = _row_of(given)
    return json.dumps(row, ensure_ascii=False, sort_keys=True) if row else ""


def load_given(stored: str, rules: Rules) -> Given:
    """What :func:`dump_given` wrote, without topics that are no longer in the taxonomy."""
    row = json.loads(stored or "{}")
    row["topic"] = [topic for topic in row.get("topic", []) if topic in rules.topics.ids]
    return make_given(row, rules)


def _row_of(given: Given) -> dict[str, list[str]]:
    row = {name: [found.value] for name in ("title", "kind", "date", "url") if (found := getattr(given, name))}
    listed = (("speaker", given.speakers), ("place", given.place), ("topic", given.topics))
    return row | {name: list(values.values) for name, values in listed if values}


def _found(value: str) -> Found:
    return Found(value, SOURCE) if value else Found()


def _all(values: list[str] | tuple[str, ...]) -> Listed:
    return Listed(tuple(dict.fromkeys(values)), SOURCE) if values else Listed()


def _one(row: dict[str, list[str]], column: str) -> str:
    return " ".join(row.get(column, []))


def _kind(text: str) -> str:
    kind = read_kind(text)
    if text and kind is None:
        raise ValueError(f"kind '{text}' is none of {', '.join(get_args(Kind))}")
    return kind or ""


def _date(text: str) -> str:
    try:
        if text and not _ISO.match(text):
            raise ValueError
        return Day.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise ValueError(f"date '{text}' is no date; write the day as 2023-11-22, or leave it out") from None


def _url(text: str) -> str:
    if text and not _ADDRESS.match(text):
        raise ValueError(f"url '{text}' does not begin with http:// or https://")
    return text


def _topics(texts: list[str], rules: Rules) -> list[str]:
    if len(texts) > MOST_TOPICS:
        raise ValueError(f"{len(texts)} topics; a passage has at most {MOST_TOPICS}")
    return [_topic(text, rules) for text in texts]


def _topic(text: str, rules: Rules) -> str:
    wanted = "-".join(fold_text(text).split())
    if wanted in rules.topics.ids:
        return wanted
    near = get_close_matches(wanted, rules.topics.ids, n=3, cutoff=0.4)
    raise ValueError(f"topic '{text}' is not in the taxonomy" + (f"; nearest: {', '.join(near)}" if near else ""))


def _read(path: str) -> str:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise BadManifest(path, None, "not a regular file")
        with open(path, "rb") as file:
            raw = file.read(_LARGEST + 1)
        if len(raw) > _LARGEST:
            raise BadManifest(path, None, f"larger than {_LARGEST >> 20} MB")
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise BadManifest(path, None, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadManifest(path, raw[: error.start].count(b"\n") + 1, "not UTF-8 text; save it as UTF-8") from error


def _csv_rows(path: str, text: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    header: list[str] = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if header:
                    yield line, _csv_row(path, line, header, cells)
                else:
                    header = [cell.strip().lower() for cell in cells]
                    if len(header) == 1 and ";" in header[0]:
                        raise BadManifest(path, line, "columns are separated by commas, several values in one by ;")
                    _check_columns(path, line, header)
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadManifest(path, line, f"not CSV: {error}") from error
    if not header:
        raise BadManifest(path, None, f"empty; its first line names the columns, of {', '.join(COLUMNS)}")


def _csv_row(path: str, line: int, header: list[str], cells: list[str]) -> dict[str, list[str]]:
    if len(cells) > len(header):
        raise BadManifest(
            path, line, f"{len(cells)} values for {len(header)} columns; put quotes around a value that has a comma"
        )
    row = {}
    for name, cell in zip(header, cells, strict=False):
        values = cell.split(";") if name in _SEVERAL else [cell]
        row[name] = [value.strip() for value in values if value.strip()]
    return row


def _json_rows(path: str, text: str) -> Iterator[Row]:
    for line, written in enumerate(text.split("\n"), start=1):
        if not written.strip():
            continue
        try:
            record = json.loads(written, object_pairs_hook=_no_key_twice)
        except (ValueError, RecursionError) as error:
            raise BadManifest(path, line, f"not JSON: {error}") from error
        if not isinstance(record, dict):
            raise BadManifest(path, line, 'not a JSON object, such as {"path": "a.txt", "date": "2023-11-22"}')
        _check_columns(path, line, list(record))
        try:
            yield line, {name: _texts(name, value) for name, value in record.items()}
        except ValueError as error:
            raise BadManifest(path, line, str(error)) from error


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object of these pairs; raises ValueError where a key stands twice."""
    names = [name for name, _ in pairs]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise ValueError(f"'{twice}' stands there twice")
    return dict(pairs)


def _texts(name: str, value: Any) -> list[str]:
    """The texts of a JSON value: a text, null, or in some columns a list of texts."""
    values = value if isinstance(value, list) and name in _SEVERAL else [] if value is None else [value]
    if not all(isinstance(text, str) for text in values):
        raise ValueError(f"'{name}' must be a text" + (" or a list of texts" if name in _SEVERAL else ""))
    if any("\ud800" <= sign <= "\udfff" for text in values for sign in text):
        raise ValueError(f"'{name}' has half of a character")  # JSON can write what no text can hold
    split = (part for text in values for part in (text.split(";") if name in _SEVERAL else [text]))
    return [text.strip() for text in split if text.strip()]


def _check_columns(path: str, line: int, names: list[str]) -> None:
    for name in names:
        if name not in COLUMNS:
            raise BadManifest(path, line, f"unknown column '{name}'; known are {', '.join(COLUMNS)}")
        if names.count(name) > 1:
            raise BadManifest(path, line, f"column '{name}' stands there twice")
    if "path" not in names:
        raise BadManifest(path, line, "no column 'path', which says which document a row is about")
