"""The second engine: no index at all. It keeps the seam honest, and says what the right answer is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from natosearch.model.passages import Hit, IndexedDocument, Passage, Results
from natosearch.query.fields import TURN_BREAK, filter_values, heard_turns, searched_words
from natosearch.query.filters import resolve, value_of
from natosearch.query.matches import find_matches
from natosearch.query.meets import PassageReader, asked_words, enough, meet
from natosearch.query.tree import Plan, Query
from natosearch.text.words import fold_text


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
        plan = resolve(query.plan, self.values)
        speakers = {value_of(terms) for voice in plan.voices for terms in voice.values}
        around: dict[str, set[int]] = defaultdict(set)
        for passage in self._passages():
            around[passage.doc] |= meet(plan, passage).words
        known = len(set().union(*around.values()))
        found = []
        for passage in self._passages():
            heard = heard_turns(passage, speakers) if plan.voices else passage.turns
            met = meet(plan, passage, heard)
            if met.meets and enough(plan, len(met.words), len(around[passage.doc]), known):
                voices = tuple(name for name in passage.speakers if fold_text(name) in speakers)
                hit = Hit(0, float(len(met.words)), passage, find_matches(passage, plan, heard), heard, voices)
                found.append((-len(met.words), passage.id, hit))
        found.sort(key=lambda one: one[:2])
        end = query.offset + query.limit if query.limit else None
        hits = tuple(hit._replace(rank=rank) for rank, (*_, hit) in enumerate(found, start=1))[query.offset : end]
        words = [-one[0] for one in found]
        complete, most = (sum(n >= least for n in words) for least in (len(plan.words), plan.at_least))
        return Results(hits, len(found), complete, most, self._unknown(plan))

    def _unknown(self, plan: Plan) -> tuple[str, ...]:
        readers = [PassageReader(passage) for passage in self._passages()]
        asked = asked_words(plan)
        return tuple(dict.fromkeys(word for word, leaf in asked if not any(reader.meets(leaf) for reader in readers)))

    def vocabulary(self) -> set[str]:
        every = (words for passage in self._passages() for words in searched_words(passage).values())
        return {word for words in every for word in words} - {TURN_BREAK}

    def passages(self, doc: str) -> list[Passage]:
        return sorted(self._documents.get(doc, (None, []))[1], key=lambda passage: passage.n)

    def sources(self, docs: Iterable[str]) -> list[IndexedDocument]:
        return [self._documents[doc][0] for doc in docs if doc in self._documents]

    def values(self, field: str) -> list[str]:
        return sorted({value for passage in self._passages() for value in filter_values(passage)[field]})

    def _passages(self) -> list[Passage]:
        return [passage for _, passages in self._documents.values() for passage in passages]
