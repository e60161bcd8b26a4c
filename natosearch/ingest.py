"""The ingest loop: paths to documents to passages to the engine, and a report of what happened."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType

from natosearch import __version__
from natosearch.documents.find import Files, find_files
from natosearch.documents.folders import learn_folders
from natosearch.documents.manifest import dump_given, load_given
from natosearch.documents.passages import make_passages
from natosearch.documents.read import read_source
from natosearch.documents.understand import understand_source
from natosearch.engines import Engine
from natosearch.model.documents import Document, Given, Problem, Source
from natosearch.model.passages import IndexedDocument, Passage
from natosearch.rules import Rules

# Called before each file is read: how many are done, how many there are, and the path.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Ingested:
    """What this run found in one document that it put into the index."""

    path: str
    date: str
    place: tuple[str, ...]
    speakers: tuple[str, ...]
    qa: int
    paragraphs: int
    updated: bool


@dataclass
class Report:
    """What an ingest did.

    ``problems`` are files that failed; what the index held of them is kept. ``notes`` say what was assumed of a file
    that went in, or looks damaged in it.
    """

    ingested: list[Ingested] = field(default_factory=list)
    unchanged: int = 0
    removed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    skipped: int = 0
    strays: list[str] = field(default_factory=list)  # paths of a manifest that are none of the documents of this run

    @property
    def added(self) -> int:
        return sum(not one.updated for one in self.ingested)

    @property
    def updated(self) -> int:
        return sum(one.updated for one in self.ingested)


@dataclass(frozen=True, slots=True)
class _Work:
    """What a run reads, and what it knows of that beforehand, by path."""

    files: Files
    known: Mapping[str, IndexedDocument]
    given: Mapping[str, Given]
    learnt: Mapping[str, frozenset[str]]
    rules: Rules


def ingest(
    paths: list[str],
    rules: Rules,
    engine: Engine,
    progress: Progress = lambda done, total, path: None,
    given: Mapping[str, Given] = MappingProxyType({}),
) -> Report:
    """Bring the index up to date with the files at ``paths``, in one commit, and say what was done.

    A file whose bytes, rules and program version are the same as last time is left alone; a file that has vanished from
    an ingested folder leaves the index; a file that cannot be used is a Problem and what the index holds of it stays.
    What is ``given`` of a file, by path, is remembered until something else is given of it.
    """
    known = {document.path: document for document in engine.documents()}
    report = Report(removed=_vanished(known, paths))
    gone = set(report.removed)
    files = find_files([path for path in paths if os.path.abspath(path) not in gone])
    report.problems, report.skipped = list(files.problems), files.skipped
    report.strays = sorted(set(given) - set(files.found))
    roots = {os.path.abspath(path) for path in paths if path and os.path.isdir(path)} - set(engine.roots())
    learnt = learn_folders({*files.found, *_beside(files.found, set(known) - gone)}, rules)
    fresh = _fresh(_Work(files, known, given, learnt, rules), report, progress)
    first = next(fresh, None)  # an archive in which nothing changed is not committed again
    if first or report.removed or roots:
        removed = [known[path].doc for path in report.removed]
        engine.replace(chain([first] if first else [], fresh), removed, sorted(roots))
    return report


def document_id(source: Source, taken: set[str]) -> str:
    """Eight hexadecimal digits from the content's SHA-256, moved on where another document has them."""
    digest = source.sha256
    while digest[:8] in taken:
        digest = hashlib.sha256(digest.encode() + os.fsencode(source.path)).hexdigest()
    return digest[:8]


def rules_version(rules: Rules, learnt: frozenset[str] = frozenset()) -> str:
    """What a document's segmentation depends on besides its bytes: the rules, and what its folder shares."""
    shared = hashlib.sha256("\n".join(sorted(learnt)).encode("utf-8", "replace")).hexdigest()[:8] if learnt else ""
    return "-".join(filter(None, (__version__, rules.version, shared)))


def _beside(found: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """The documents ``known`` that lie in a folder of those ``found``: what they share may not depend on the run."""
    folders = {os.path.dirname(path) for path in found}
    return (path for path in known if os.path.dirname(path) in folders)


def _fresh(work: _Work, report: Report, progress: Progress) -> Iterator[tuple[IndexedDocument, list[Passage]]]:
    """What must be indexed, one document at a time; ``report`` fills as they are read."""
    taken = {document.doc for document in work.known.values()}
    for number, path in enumerate(work.files.found):
        progress(number, len(work.files.found), path)
        source, before = read_source(path), work.known.get(path)
        if isinstance(source, Problem):
            report.problems.append(source)
            continue
        learnt = work.learnt.get(os.path.dirname(path), frozenset())
        version = rules_version(work.rules, learnt)
        # What an editor once said of a file holds until they say something else.
        given = dump_given(work.given[path]) if path in work.given else before.given if before else ""
        if before and before[2:5] == (source.sha256, version, given):
            report.unchanged += 1
            continue
        document = understand_source(source, work.rules, load_given(given, work.rules), learnt)
        if isinstance(document, Problem):
            report.problems.append(document)
            continue
        doc = before.doc if before else document_id(source, taken)
        taken.add(doc)
        report.notes += [f"{path}: {warning}" for warning in source.warnings]
        passages = make_passages(document, doc)
        report.ingested.append(_ingested(document, passages, updated=before is not None))
        yield IndexedDocument(doc, path, source.sha256, version, given, source.size, source.modified), passages


def _ingested(document: Document, passages: list[Passage], *, updated: bool) -> Ingested:
    units = Counter(passage.unit for passage in passages)
    date, place, speakers = document.date.value, document.place, document.speakers
    return Ingested(document.path, date, place, speakers, units["qa"], units["paragraph"], updated)


def known_paths(engine: Engine) -> list[str]:
    """What was ingested before: the folders, and the files that lie in none of them."""
    roots = engine.roots()
    below = tuple(os.path.join(root, "") for root in roots)
    return roots + sorted(document.path for document in engine.documents() if not document.path.startswith(below))


def _vanished(known: dict[str, IndexedDocument], paths: list[str]) -> list[str]:
    """The indexed files among ``paths`` or below its folders that are surely gone, not only out of reach.

    A folder that is gone as a whole takes nothing with it: its disk may only be elsewhere for now.
    """
    named = {os.path.abspath(path) for path in paths if path}
    below = tuple(os.path.join(path, "") for path in named if os.path.isdir(path))
    return sorted(path for path in known if (path in named or path.startswith(below)) and _is_gone(path))


def _is_gone(path: str) -> bool:
    try:
        os.lstat(path)
    except FileNotFoundError:
        return os.path.isdir(os.path.dirname(path)) or _is_gone(os.path.dirname(path))
    except NotADirectoryError:
        return True
    except OSError:  # a folder that may not be entered for now
        return False
    return False
