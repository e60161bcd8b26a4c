"""Runs the judged queries over the seeds, each in an index of its own making."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NamedTuple

from natosearch.documents.passages import make_passages
from natosearch.engines import Engine, open_engine
from natosearch.model.passages import IndexedDocument, Passage
from natosearch.query.parse import parse_query
from tests.documents import SEEDS, seed
from tests.judged.figures import DEPTH, Figures, rate

QUERIES = Path(__file__).with_name("queries.md")

# The two ways to ask: as typed, where most words must match, and with --any.
MODES: tuple[Literal["most", "any"], ...] = ("most", "any")

_ANSWER = re.compile(r"- ([12]): seed ([0-4]), “([^”]+)”")


class Answer(NamedTuple):
    """A passage that answers: how well, and words by which it is known."""

    grade: int
    seed: int
    words: str


class Judged(NamedTuple):
    """A query as it is typed, what kind of query that is, and every passage that answers it."""

    text: str
    kind: str
    answers: tuple[Answer, ...]


def read_judged(text: str) -> list[Judged]:
    """The queries of `queries.md`; raises ValueError at a line that cannot be read."""
    judged = []
    for block in text.split("\n## ")[1:]:
        head, kind, *lines = (line.strip() for line in block.splitlines() if line.strip())
        answers = [_ANSWER.fullmatch(line) for line in lines]
        if not answers or None in answers:
            raise ValueError(f"{head}: an answer is written as: - 2: seed 3, “words of the passage”")
        found = tuple(Answer(int(match[1]), int(match[2]), match[3]) for match in answers if match)
        judged.append(Judged(head, kind.strip("*"), found))
    return judged


def seed_passages() -> list[tuple[IndexedDocument, list[Passage]]]:
    """The seeds ready for an engine, with the ids `00000000` to `00000004`."""
    ready = []
    for number, path in enumerate(SEEDS):
        doc, document = f"{number:08x}", seed(number)
        ready.append((IndexedDocument(doc, str(path), document.sha256, "r"), make_passages(document, doc)))
    return ready


def holders(answer: Answer, passages: Iterable[Passage]) -> list[str]:
    """The ids of the passages that the answer's words stand in: one, unless they are badly chosen."""
    doc = f"{answer.seed:08x}"
    return [p.id for p in passages if p.doc == doc and answer.words in " ".join(p.text.split())]


def measure(judged: Iterable[Judged]) -> dict[str, dict[str, Figures]]:
    """For each way to ask, the figures of each query."""
    documents = seed_passages()
    passages = [passage for _, of_one in documents for passage in of_one]
    grades = {
        query.text: {holder: answer.grade for answer in query.answers for holder in holders(answer, passages)}
        for query in judged
    }
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(folder, create=True)
        engine.replace(documents, (), ())
        return {
            mode: {text: rate(_ids(engine, text, mode), answers) for text, answers in grades.items()} for mode in MODES
        }


def _ids(engine: Engine, text: str, mode: Literal["most", "any"]) -> list[str]:
    return [hit.passage.id for hit in engine.search(parse_query(text, matching=mode)._replace(limit=DEPTH)).hits]
