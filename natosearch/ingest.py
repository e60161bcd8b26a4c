"""The ingest loop: paths to documents to passages to the engine, and a report of what happened."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from natosearch import __version__
from natosearch.documents.find import Files, find_files
from natosearch.documents.read import read_source
from natosearch.documents.understand import make_passages, understand_source
from natosearch.engines import Engine
from natosearch.model.documents import Document, Problem, Source
from natosearch.model.passages import IndexedDocument, Passage
from natosearch.rules import Rules

# Called before each file is read: how many are done, how many there are, and the path.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Ingested:
    """One document that this run put into the index, and how many passages of each unit it gave."""

    document: Document
    doc: str
    qa: int
    paragraphs: int
    updated: bool


@dataclass
class Report:
    """What an ingest did. ``problems`` are files that failed; what the index held of them is kept."""

    ingested: list[Ingested] = field(default_factory=list)
    unchanged: int = 0
    removed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    skipped: int = 0

    @property
    def added(self) -> int:
        return sum(not one.updated for one in self.ingested)

    @property
    def updated(self) -> int:
        return sum(one.updated for one in self.ingested)

    @property
    def passages(self) -> int:
        return sum(one.qa + one.paragraphs for one in self.ingested)


def ingest(
    paths: list[str], rules: Rules, engine: Engine, progress: Progress = lambda done, total, path: None
) -> Report:
    """Bring the index up to date with the files at ``paths``, in one commit, and say what was done.

    A file whose bytes, rules and program version are the same as last time is left alone; a file that has vanished from
    an ingested folder leaves the index; a file that cannot be used is a Problem and what the index holds of it stays.
    """
    files = find_files(paths)
    known = {document.path: document for document in engine.documents()}
    report = Report(problems=list(files.problems), skipped=files.skipped)
    report.removed = _vanished(known, paths)
    fresh = _fresh(files, known, rules, report, progress)
    first = next(fresh, None)  # an archive in which nothing changed is not committed again
    if first or report.removed:
        engine.replace(chain([first] if first else [], fresh), [known[path].doc for path in report.removed])
    return report


def known_roots(engine: Engine) -> list[str]:
    """The folders and files that were named in earlier ingests, sorted."""
    return sorted({document.root for document in engine.documents()})


def document_id(source: Source, taken: set[str]) -> str:
    """Eight hexadecimal digits from the content's SHA-256, moved on where another document has them."""
    digest = source.sha256
    while digest[:8] in taken:
        digest = hashlib.sha256(f"{digest} {source.path}".encode()).hexdigest()
    return digest[:8]


def rules_version(rules: Rules) -> str:
    """What a document's segmentation depends on besides its bytes."""
    return f"{__version__}-{rules.version}"


def _fresh(
    files: Files, known: dict[str, IndexedDocument], rules: Rules, report: Report, progress: Progress
) -> Iterator[tuple[IndexedDocument, list[Passage]]]:
    """What must be indexed, one document at a time; ``report`` fills as they are read."""
    taken = {document.doc for document in known.values()}
    version = rules_version(rules)
    for number, (path, root) in enumerate(files.found):
        progress(number, len(files.found), path)
        source, before = read_source(path), known.get(path)
        if isinstance(source, Problem):
            report.problems.append(source)
            continue
        if before and (before.sha256, before.rules) == (source.sha256, version):
            report.unchanged += 1
            continue
        document = understand_source(source, rules)
        if isinstance(document, Problem):
            report.problems.append(document)
            continue
        doc = before.doc if before else document_id(source, taken)
        taken.add(doc)
        passages = make_passages(document, doc)
        units = Counter(passage.unit for passage in passages)
        report.ingested.append(Ingested(document, doc, units["qa"], units["paragraph"], updated=before is not None))
        yield IndexedDocument(doc, path, root, source.sha256, version), passages


def _vanished(known: dict[str, IndexedDocument], paths: list[str]) -> list[str]:
    """The indexed files below one of the folders in ``paths`` that are no longer there."""
    roots = tuple(os.path.join(os.path.abspath(path), "") for path in paths if os.path.isdir(path))
    return sorted(path for path in known if path.startswith(roots) and not os.path.lexists(path))
