"""The Whoosh engine: the only file that imports whoosh.

Words are folded and stemmed here, before Whoosh sees them, and reach it separated by spaces: so both sides of a search
use one function, and no class of ours is pickled into the index. Whoosh keeps the postings; what matches and what it
scores is worked out from them in :mod:`natosearch.engines.evaluate`, which makes counts exact.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from whoosh import fields, index, query
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.filedb.filestore import FileStorage
from whoosh.searching import Searcher

from natosearch.engines.finding import Finding
from natosearch.engines.postings import Postings
from natosearch.engines.stored import dump_passage, load_passage
from natosearch.errors import IndexBusy, NatosearchError, NoIndex
from natosearch.model.passages import IndexedDocument, Passage, Results
from natosearch.query.fields import SEARCHED, STEMMED, TURN_BREAK, filter_values, searched_words
from natosearch.query.filters import resolve, value_of
from natosearch.query.tree import VALUE_FIELDS, During, Everything, Has, Query
from natosearch.text.words import stem

FORMAT = 2
_MARK = "natosearch.json"
_NAME = "natosearch"
# Files of an index, or of a system that leaves its own in every folder.
_OURS = re.compile(r"_?natosearch[_.]|\.DS_Store$|desktop\.ini$|Thumbs\.db$")
_MEMORY_MB = 256  # Whoosh spills postings to disk beyond this; 256 halves the time of 128 on 20,000 passages

_UNSTEMMED = (*(f"{name}_exact" for name in STEMMED), *(name for name in SEARCHED if name not in STEMMED))


def _schema() -> fields.Schema:
    words = fields.TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=True)
    values = fields.KEYWORD(commas=True)
    named: dict[str, Any] = dict.fromkeys(SEARCHED, words)
    named |= {f"{name}_exact": words for name in STEMMED}
    named |= {_value_index(name): values for name in VALUE_FIELDS}
    return fields.Schema(
        row=fields.ID,  # "passage" or "document"
        doc=fields.ID,
        voices=fields.ID,  # "one" or "many" speak; where many do, a filter by speaker must look at each turn
        order=fields.ID(sortable=True),  # the passage's id, its number zero-padded: the last word between equals
        # 20231122, 0 where there is none. Every row has both of these: over several segments Whoosh looks up the wrong
        # one's values where a segment lacks the column.
        date=fields.NUMERIC(int, sortable=True),
        stored=fields.STORED,
        **named,
    )


class WhooshEngine:
    """An index of passages in a folder; see :class:`natosearch.engines.Engine`."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        with _readable(folder):
            self._index = index.open_dir(folder, indexname=_NAME)

    @classmethod
    def open(cls, folder: str) -> WhooshEngine:
        """The index in ``folder``; raises NoIndex."""
        _check_mark(folder)
        return cls(folder)

    @classmethod
    def create(cls, folder: str) -> WhooshEngine:
        """The index in ``folder``, made if that is missing or empty; raises NoIndex if it holds something else."""
        try:
            os.makedirs(folder, mode=0o700, exist_ok=True)
            if not _is_marked(folder):
                foreign = [name for name in os.listdir(folder) if not _OURS.match(name)]
                if foreign:
                    raise NoIndex(f"{folder}: not a natosearch index and not empty; name another folder with --index")
                _make(folder)
        except OSError as error:
            raise NoIndex(f"{folder}: the index cannot be made here: {error.strerror}") from error
        return cls.open(folder)

    def documents(self) -> list[IndexedDocument]:
        return [IndexedDocument(*json.loads(stored)) for stored in self._rows("document")]

    def roots(self) -> list[str]:
        return sorted(json.loads(stored) for stored in self._rows("root"))

    def _rows(self, kind: str) -> list[str]:
        with _readable(self._folder), self._searcher() as searcher:
            return [row["stored"] for row in searcher.documents(row=kind)]

    def replace(
        self, documents: Iterable[tuple[IndexedDocument, list[Passage]]], removed: Iterable[str], roots: Iterable[str]
    ) -> None:
        writer = self._writer()
        try:
            for doc in removed:
                writer.delete_by_term("doc", doc)
            for document, passages in documents:
                writer.delete_by_term("doc", document.doc)
                for passage in passages:
                    writer.add_document(**_passage_row(passage))
                writer.add_document(**_plain_row("document", document.doc, document))
            for root in roots:
                writer.add_document(**_plain_row("root", "", root))
            writer.commit()
        except BaseException as error:
            with suppress(Exception):  # of a writer whose files are gone; the old index stands
                writer.cancel()
            if isinstance(error, OSError):
                why = error.strerror or str(error)
                raise NoIndex(f"{self._folder}: the index cannot be written: {why}; it is as it was before") from error
            raise

    def search(self, query: Query) -> Results:
        with _readable(self._folder), self._searcher() as searcher:
            plan = resolve(query.plan, lambda field: _values(searcher, field))
            return Finding(OpenIndex(searcher), plan, plain=query.plain).results(query)

    def values(self, field: str) -> list[str]:
        with _readable(self._folder), self._searcher() as searcher:
            return _values(searcher, field)

    def vocabulary(self) -> set[str]:
        with _readable(self._folder), self._searcher() as searcher:
            postings = Postings(searcher)
            return {word for name in _UNSTEMMED for word in postings.lexicon(name)} - {TURN_BREAK}

    def passages(self, doc: str) -> list[Passage]:
        with _readable(self._folder), self._searcher() as searcher:
            rows = [load_passage(row["stored"]) for row in searcher.documents(row="passage", doc=doc)]
        return sorted(rows, key=lambda passage: passage.n)

    def sources(self, docs: Iterable[str]) -> list[IndexedDocument]:
        with _readable(self._folder), self._searcher() as searcher:
            rows = [row for doc in docs for row in searcher.documents(row="document", doc=doc)]
            return [IndexedDocument(*json.loads(row["stored"])) for row in rows]

    def _searcher(self) -> Searcher:
        return self._index.searcher()

    def _writer(self) -> Any:
        try:
            # Not compound: a compound segment is copied into memory whenever it is opened.
            return self._index.writer(limitmb=_MEMORY_MB, compound=False)
        except index.LockError as error:
            raise IndexBusy(
                f"{self._folder}: another process is writing to this index; try again when it is done"
            ) from error
        except OSError as error:
            raise NoIndex(f"{self._folder}: the index cannot be written: {error.strerror}") from error


def _is_marked(folder: str) -> bool:
    return os.path.exists(os.path.join(folder, _MARK))


def _make(folder: str) -> None:
    """Make an empty index in ``folder``, unless another process does so at the same moment; the mark comes last."""
    lock = FileStorage(folder).lock(f"{_NAME}_MAKING")
    lock.acquire(blocking=True)
    try:
        if not _is_marked(folder):
            index.create_in(folder, _schema(), indexname=_NAME)
            made = os.path.join(folder, f"{_MARK}.new")
            with open(made, "w", encoding="utf-8") as file:
                json.dump({"format": FORMAT, "engine": "whoosh"}, file)
            os.replace(made, os.path.join(folder, _MARK))
    finally:
        lock.release()


def _check_mark(folder: str) -> None:
    """Raise NoIndex unless ``folder`` says that it holds an index of the format that this version reads."""
    try:
        names = os.listdir(folder) if os.path.isdir(folder) else []
        if _MARK not in names and all(_OURS.match(name) for name in names):
            raise NoIndex(f"{folder}: no index here yet; make one with: natosearch ingest")
        with open(os.path.join(folder, _MARK), encoding="utf-8") as file:
            found = json.load(file)["format"]
    except PermissionError as error:
        raise NoIndex(f"{folder}: the index cannot be read: {error.strerror}") from error
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise NoIndex(f"{folder}: not a natosearch index; name another folder with --index") from error
    if found != FORMAT:
        raise NoIndex(f"{folder}: index of format {found}, this version reads {FORMAT}; delete it and ingest again")


@contextmanager
def _readable(folder: str) -> Iterator[None]:
    """Whoosh's many errors over a damaged index as one NoIndex.

    Measured over truncated, emptied and altered files: EOFError, OSError, ValueError, TypeError, IndexError,
    struct.error, zlib.error, FileFormatError, ReaderClosed and UnpicklingError, so the list is left open.
    """
    try:
        yield
    except NatosearchError:
        raise
    except PermissionError as error:
        raise NoIndex(f"{folder}: the index cannot be read: {error.strerror}") from error
    except Exception as error:
        why = " ".join(str(error).split()) or type(error).__name__
        raise NoIndex(f"{folder}: the index is damaged ({why}); delete it and ingest again") from error


def _passage_row(passage: Passage) -> dict[str, Any]:
    words = searched_words(passage)
    row: dict[str, Any] = {name: " ".join(words[name]) for name in SEARCHED}
    row |= {f"{name}_exact": row[name] for name in STEMMED}
    row |= {name: " ".join(map(stem, words[name])) for name in STEMMED}
    row |= {_value_index(name): ",".join(values) for name, values in filter_values(passage).items()}
    row |= {
        "row": "passage",
        "doc": passage.doc,
        "order": f"{passage.doc}#{passage.n:06d}",
        "voices": "many" if len({turn.speaker for turn in passage.turns if turn.role != "question"}) > 1 else "one",
        "stored": dump_passage(passage),
    }
    return row | {"date": _day(passage.date)}


def _plain_row(kind: str, doc: str, value: object) -> dict[str, Any]:
    """A row that is no passage and that no query finds."""
    return {"row": kind, "doc": doc, "order": doc, "date": 0, "stored": json.dumps(value)}


def _day(iso: str) -> int:
    return int(iso.replace("-", "") or 0)


def _value_index(field: str) -> str:
    # `doc` is the id by which rows are replaced; a reader may also ask for a document by the name of its file.
    return "doc_names" if field == "doc" else field


def _values(searcher: Searcher, field: str) -> list[str]:
    reader, name = searcher.reader(), _value_index(field)
    found = reader.lexicon(name)
    if reader.has_deletions():  # what only removed passages had is still in the lexicon
        found = (value for value in found if reader.postings(name, value).is_active())
    return [value.decode("utf-8") for value in found]


class OpenIndex:
    """What an open searcher knows of passages, by their numbers; all are of one moment.

    ``many_voices`` are the passages in which more than one speaks.
    """

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher
        self.postings = Postings(searcher)
        self.numbers = set(searcher.docs_for_query(query.Term("row", "passage")))
        self.many_voices = set(searcher.docs_for_query(query.Term("voices", "many")))
        self._columns: dict[str, Any] = {}
        self._docs: dict[int, str] = {}

    def fulfil(self, condition: Has | During | Everything) -> set[int]:
        """The passages that fulfil a condition whose values are whole."""
        if isinstance(condition, Everything):
            return self.numbers
        if isinstance(condition, Has):
            name = _value_index(condition.field)
            asked: query.Query = query.Or([query.Term(name, value_of(terms)) for terms in condition.values])
        else:
            ranges = ((_day(d.first or "0001-01-01"), _day(d.last or "9999-12-31")) for d in condition.ranges)
            asked = query.Or([query.NumericRange("date", first, last) for first, last in ranges])
        return set(self._searcher.docs_for_query(asked))

    def doc(self, number: int) -> str:
        """The id of the document."""
        if number not in self._docs:  # asked once for each word of a query
            self._docs[number] = self.order(number).partition("#")[0]
        return self._docs[number]

    def day(self, number: int) -> int:
        """The day as `20231122`; 0 if it is not known."""
        return int(self._column("date")[number])

    def order(self, number: int) -> str:
        """The id, so written that it sorts as a document reads."""
        return str(self._column("order")[number])

    def passage(self, number: int) -> Passage:
        """The passage."""
        return load_passage(self._searcher.stored_fields(number)["stored"])

    def _column(self, name: str) -> Any:
        if name not in self._columns:
            self._columns[name] = self._searcher.reader().column_reader(name)
        return self._columns[name]
