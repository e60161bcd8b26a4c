"""The engine seam: what an index must be able to do, and how to open one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from natosearch.model.passages import IndexedDocument, Passage, Results
from natosearch.query.tree import Query


class Engine(Protocol):
    """An index of passages. One contract suite runs against every engine."""

    def documents(self) -> list[IndexedDocument]:
        """What has been ingested, in no order."""

    def roots(self) -> list[str]:
        """The folders that were named to be ingested, sorted; known even while nothing is in them."""

    def replace(
        self, documents: Iterable[tuple[IndexedDocument, list[Passage]]], removed: Iterable[str], roots: Iterable[str]
    ) -> None:
        """Put ``documents`` in the place of those with their ids, take out the ids ``removed`` and remember ``roots``,
        in one commit. Raises IndexBusy if another process writes, NoIndex if the index cannot be written.
        """

    def search(self, query: Query) -> Results:
        """The passages that match, sorted as asked; best first means those with every word, then by score and date."""

    def values(self, field: str) -> list[str]:
        """The distinct folded values of a filter field, sorted."""

    def vocabulary(self) -> set[str]:
        """Every folded word that a query could find, unstemmed."""

    def passages(self, doc: str) -> list[Passage]:
        """The passages of the document with this id, in its order; none if there is no such document."""

    def sources(self, docs: Iterable[str]) -> list[IndexedDocument]:
        """What has been ingested as the documents with these ids."""


def open_engine(folder: str, *, create: bool = False) -> Engine:
    """The engine of the index in ``folder``; raises NoIndex if there is none, it is damaged or of another format.

    With ``create`` a missing or empty folder becomes a new index.
    """
    from natosearch.engines.whoosh_engine import WhooshEngine

    return WhooshEngine.create(folder) if create else WhooshEngine.open(folder)
