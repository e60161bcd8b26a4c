"""The Whoosh engine: the only file that imports whoosh.

Words are folded and stemmed here, before Whoosh sees them, and reach it separated by spaces: so both sides of a search
use one function, and no class of ours is pickled into the index. Every node of the query tree is evaluated to a score
for each passage, which makes counts exact and matching our own; Whoosh gives the postings and their BM25F scores.
"""

from __future__ import annotations

import json
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from whoosh import fields, index, query, scoring
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.filedb.filestore import FileStorage
from whoosh.searching import SearchContext, Searcher

from natosearch.engines.schema import STEMMED, WEIGHTS, filter_values, searched_words
from natosearch.engines.stored import dump_passage, load_passage
from natosearch.errors import IndexBusy, NatosearchError, NoIndex
from natosearch.model.passages import Hit, IndexedDocument, Passage, Results
from natosearch.query.filters import select_values
from natosearch.query.matches import find_matches
from natosearch.query.tree import FILTER_FIELDS, Filters, Phrase, Query, Word
from natosearch.text.words import stem

FORMAT = 2
_MARK = "natosearch.json"
_NAME = "natosearch"
# Files of an index, or of a system that leaves its own in every folder.
_OURS = re.compile(r"_?natosearch[_.]|\.DS_Store$|desktop\.ini$|Thumbs\.db$")
_WEIGHTING = scoring.BM25F(B=0.75, K1=1.2)
_MEMORY_MB = 256  # Whoosh spills postings to disk beyond this; 256 halves the time of 128 on 20,000 passages

Scores = dict[int, float]


def _schema() -> fields.Schema:
    words = fields.TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=True)
    values = fields.KEYWORD(commas=True)
    named: dict[str, Any] = dict.fromkeys(WEIGHTS, words)
    named |= {f"{name}_exact": words for name in STEMMED}
    named |= dict.fromkeys(FILTER_FIELDS, values)
    return fields.Schema(
        row=fields.ID,  # "passage" or "document"
        doc=fields.ID,
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
            if not searcher.doc_count_all():  # Whoosh has no columns for nothing
                return Results((), 0)
            allowed = _allowed(searcher, query.filters)
            scores, complete = _evaluate(searcher, query)
            found = [number for number in scores if allowed is None or number in allowed]
            dates, order = (searcher.reader().column_reader(name) for name in ("date", "order"))
            # Of equal scores the newer first, then by id, so that the same query always prints the same.
            found.sort(key=lambda n: (n not in complete, -round(scores[n], 6), -dates[n], order[n]))
            best = [(scores[n], searcher.stored_fields(n)["stored"]) for n in found[: query.limit or None]]
            passages = [(score, load_passage(stored)) for score, stored in best]
        hits = [
            Hit(n, score, passage, find_matches(passage, query), passage.turns)
            for n, (score, passage) in enumerate(passages, 1)
        ]
        return Results(tuple(hits), len(found))

    def values(self, field: str) -> list[str]:
        with _readable(self._folder), self._searcher() as searcher:
            return _values(searcher, field)

    def _searcher(self) -> Searcher:
        return self._index.searcher(weighting=_WEIGHTING)

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
    row: dict[str, Any] = {name: " ".join(words[name]) for name in WEIGHTS}
    row |= {f"{name}_exact": row[name] for name in STEMMED}
    row |= {name: " ".join(map(stem, words[name])) for name in STEMMED}
    row |= {name: ",".join(values) for name, values in filter_values(passage).items()}
    row |= {
        "row": "passage",
        "doc": passage.doc,
        "order": f"{passage.doc}#{passage.n:06d}",
        "stored": dump_passage(passage),
    }
    return row | {"date": _day(passage.date)}


def _plain_row(kind: str, doc: str, value: object) -> dict[str, Any]:
    """A row that is no passage and that no query finds."""
    return {"row": kind, "doc": doc, "order": doc, "date": 0, "stored": json.dumps(value)}


def _day(iso: str) -> int:
    return int(iso.replace("-", "") or 0)


def _values(searcher: Searcher, field: str) -> list[str]:
    return [value.decode("utf-8") for value in searcher.reader().lexicon(field)]


def _allowed(searcher: Searcher, filters: Filters) -> set[int] | None:
    """The passages that pass every filter; None where there is none."""
    conditions: list[set[int]] = []
    for field in FILTER_FIELDS:
        wanted = getattr(filters, field)
        if wanted:
            selected = select_values(field, wanted, _values(searcher, field))
            conditions.append(set(searcher.docs_for_query(query.Or([query.Term(field, v) for v in selected]))))
    if filters.since or filters.until:
        first, last = _day(filters.since or "0001-01-01"), _day(filters.until or "9999-12-31")
        conditions.append(set(searcher.docs_for_query(query.NumericRange("date", first, last))))
    return set.intersection(*conditions) if conditions else None


def _evaluate(searcher: Searcher, asked: Query) -> tuple[Scores, set[int]]:
    """The score of every passage that matches, and which of them have every part of the query."""
    totals: Scores = defaultdict(float)
    counts: dict[int, int] = defaultdict(int)
    for part in asked.tree.parts:
        for number, score in _part_scores(searcher, part, exact=asked.exact).items():
            totals[number] += score
            counts[number] += 1
    matched = {number: score for number, score in totals.items() if counts[number] >= asked.tree.at_least}
    return matched, {number for number in matched if counts[number] == len(asked.tree.parts)}


def _part_scores(searcher: Searcher, part: Word | Phrase, *, exact: bool) -> Scores:
    """The BM25F score of one word or phrase over all searched fields, weighted."""
    scores: Scores = defaultdict(float)
    for field, weight in WEIGHTS.items():
        stemmed = field in STEMMED and not exact
        name = f"{field}_exact" if field in STEMMED and exact else field
        words = part.words if isinstance(part, Phrase) else (part.folded,)
        forms = [stem(word) if stemmed else word for word in words]
        node = query.Phrase(name, forms) if len(forms) > 1 else query.Term(name, forms[0])
        for number, score in _postings(searcher, node):
            scores[number] += weight * score
    return scores


def _postings(searcher: Searcher, node: query.Query) -> Iterator[tuple[int, float]]:
    context = SearchContext(weighting=_WEIGHTING)
    for leaf, offset in searcher.leaf_searchers():
        matcher = node.matcher(leaf, context)
        while matcher.is_active():
            yield matcher.id() + offset, matcher.score()
            matcher.next()
