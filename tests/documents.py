"""Small documents for tests, and the seeds."""

from __future__ import annotations

import hashlib
from pathlib import Path

from natosearch.documents.passages import make_passages
from natosearch.documents.read import read_source
from natosearch.documents.understand import read_document
from natosearch.model.documents import Document, Problem, Source
from natosearch.model.passages import IndexedDocument, Passage
from natosearch.rules import load_rules

ROOT = Path(__file__).resolve().parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def understand(text: str, path: str = "made-up.txt") -> Document:
    """The document with this text."""
    return read_document(Source(path, text, hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()), load_rules())


def seed(number: int) -> Document:
    """The seed whose name begins with this number."""
    source = read_source(str(SEEDS[number]))
    assert not isinstance(source, Problem)
    return read_document(source, load_rules())


def archive(*texts: str) -> list[tuple[IndexedDocument, list[Passage]]]:
    """Documents ready for an engine, with the ids `00000000`, `00000001`, …"""
    ready = []
    for number, text in enumerate(texts):
        doc = f"{number:08x}"
        document = understand(text, f"/made-up/{number}.txt")
        ready.append((IndexedDocument(doc, document.path, document.sha256, "r"), make_passages(document, doc)))
    return ready
