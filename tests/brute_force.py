"""The second engine: no index at all. It keeps the seam honest, and says what the right answer is."""

from __future__ import annotations

from collections.abc import Iterable

from natosearch.engines.schema import STEMMED, filter_values, searched_words
from natosearch.model.passages import Hit, IndexedDocument, Passage, Results
from natosearch.query.filters import select_values
from natosearch.query.matches import find_matches
from natosearch.query.tree import Phrase, Query, Word
from natosearch.text.words import stem


class BruteForceEngine:
    def __init__(self) -> None:
        self._documents: dict[str, tuple[IndexedDocument, list[Passage]]] = {}
        self._roots: set[str] = set()

    def roots(self) -> list[str]:
        return sorted(self._roots)

    def documents(self) -> list[IndexedDocument]:
        return [document for document, _ in self._documents.values()]

    def replace(
        self, documents: Iterable[tuple[IndexedDocument, list[Passage]]], removed: Iterable[str], roots: Iterable[str]
    ) -> None:
        changed = {doc: kept for doc, kept in self._documents.items() if doc not in set(removed)}
        changed |= {document.doc: (document, passages) for document, passages in documents}
        self._documents = changed
        self._roots |= set(roots)

    def search(self, query: Query) -> Results:
        found = []
        for passage in self._passages():
            counts = [_count(part, passage, query.exact) for part in query.tree.parts]
            if sum(map(bool, counts)) >= query.tree.at_least and self._allowed(passage, query):
                found.append((not all(counts), -sum(counts), passage.id, passage))
        found.sort(key=lambda one: one[:3])
        hits = [
            Hit(rank, -score, passage, find_matches(passage, query), passage.turns)
            for rank, (_, score, _, passage) in enumerate(found[: query.limit or None], start=1)
        ]
        return Results(tuple(hits), len(found))

    def values(self, field: str) -> list[str]:
        return sorted({value for passage in self._passages() for value in filter_values(passage)[field]})

    def _passages(self) -> list[Passage]:
        return [passage for _, passages in self._documents.values() for passage in passages]

    def _allowed(self, passage: Passage, query: Query) -> bool:
        filters = query.filters
        for field, values in filter_values(passage).items():
            wanted = getattr(filters, field)
            if wanted and not select_values(field, wanted, self.values(field)) & set(values):
                return False
        if not filters.since and not filters.until:
            return True
        return bool(passage.date) and filters.since <= passage.date <= (filters.until or "9999")


def _count(part: Word | Phrase, passage: Passage, exact: bool) -> int:
    total = 0
    for field, words in searched_words(passage).items():
        form = stem if field in STEMMED and not exact else str
        asked = [form(word) for word in (part.words if isinstance(part, Phrase) else (part.folded,))]
        stood = [form(word) for word in words]
        total += sum(stood[n : n + len(asked)] == asked for n in range(len(stood)))
    return total
