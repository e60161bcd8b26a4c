"""Whether ranking is as good as plain BM25 in a library that does nothing else.

    python -m benchmarks.ranking [FOLDER]

Without a folder the collection is Python's own reference, which every Python carries: its paragraphs are searched for
by the headings of its sections, and the paragraphs of a section answer its heading. A folder holds a collection in the
form that BEIR made common: `corpus.jsonl` with `_id`, `title` and `text`, `queries.jsonl` with `_id` and `text`, and
`qrels/test.tsv` with a head line and then query, document and grade, a tab between.

The mean nDCG@10 of natosearch's BM25F alone, asked for any of the words, stands beside that of bm25s with the same k1
and b and the same words, so that only the scoring differs. The promise is a difference of at most 0.01. For
information there are natosearch as it ranks by default, which is made for talk and not for manuals (docs/ranking.md),
and bm25s with its own words.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from pydoc_data.topics import topics
from typing import Any, NamedTuple

import bm25s

from natosearch.engines import open_engine
from natosearch.engines.ranking import K1, B
from natosearch.model.passages import IndexedDocument, Passage, Span, Turn
from natosearch.query.parse import parse_query
from natosearch.query.stopwords import STOP_WORDS
from natosearch.text.words import split_words, stem
from tests.judged.figures import DEPTH, mean, rate

PROMISE = 0.01  # of nDCG@10

_HEADING = re.compile(r"^(?P<heading>\S.*)\n(?P<line>\*{3,}|={3,}|-{3,}|~{3,}|\^{3,})$", re.MULTILINE)

Ranked = list[list[str]]  # for each query the ids found, best first


class Collection(NamedTuple):
    """Texts by their ids, queries, and for each query the grades of the texts that answer it."""

    texts: dict[str, str]
    queries: list[str]
    grades: list[dict[str, int]]


class Comparison(NamedTuple):
    """Mean nDCG@10: of our BM25F, of bm25s with the same words and with its own, and of natosearch as it ranks."""

    ours: float
    reference: float
    own_words: float
    as_it_ranks: float

    @property
    def difference(self) -> float:
        return self.ours - self.reference


def main() -> None:
    collection = read_collection(Path(sys.argv[1])) if len(sys.argv) > 1 else python_reference()
    print(f"{len(collection.texts)} texts, {len(collection.queries)} queries, nDCG@10")
    compared = compare(collection)
    print(f"natosearch, BM25F only {compared.ours:.4f}")
    print(f"bm25s, the same words  {compared.reference:.4f}   difference {compared.difference:+.4f}")
    print(f"natosearch as it ranks {compared.as_it_ranks:.4f}")
    print(f"bm25s, its own words   {compared.own_words:.4f}")
    kept = abs(compared.difference) <= PROMISE
    print(f"{'kept' if kept else 'BROKEN'}: a difference of at most {PROMISE}")
    sys.exit(not kept)


def compare(collection: Collection) -> Comparison:
    """The three figures over the queries that have a word to search for."""
    asked = [(words, grades) for words, grades in zip(map(_asked, collection.queries), collection.grades, strict=True)]
    asked = [(words, grades) for words, grades in asked if words and grades]
    queries, grades = [words for words, _ in asked], [of_one for _, of_one in asked]

    def judge(ranked: Ranked) -> float:
        return mean(map(rate, ranked, grades)).ndcg_at_10

    plain, as_it_ranks = _ours(collection.texts, queries)
    return Comparison(
        judge(plain),
        judge(_reference(collection.texts, queries, _stems)),
        judge(_reference(collection.texts, queries, _their_words)),
        judge(as_it_ranks),
    )


def python_reference() -> Collection:
    """The paragraphs of Python's reference, each once, and the headings above them."""
    known: dict[str, str] = {}
    answers: dict[str, dict[str, int]] = defaultdict(dict)
    for heading, paragraph in _paragraphs():
        found = known.setdefault(paragraph, f"{len(known):05}")
        answers[heading][found] = 1
    return Collection({found: text for text, found in known.items()}, list(answers), list(answers.values()))


def read_collection(folder: Path) -> Collection:
    """The collection in ``folder``; see the top of this file."""
    texts = {row["_id"]: f"{row.get('title', '')}\n{row['text']}" for row in _rows(folder / "corpus.jsonl")}
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for line in (folder / "qrels" / "test.tsv").read_text("utf-8").splitlines()[1:]:
        query, text, grade = line.split("\t")
        if int(grade) > 0:
            grades[query][text] = int(grade)
    queries = [row for row in _rows(folder / "queries.jsonl") if row["_id"] in grades]
    return Collection(texts, [row["text"] for row in queries], [grades[row["_id"]] for row in queries])


def _paragraphs() -> Iterator[tuple[str, str]]:
    """Each paragraph of more than one line with the heading it stands under."""
    for topic in topics.values():
        parts = _HEADING.split(topic)
        for heading, text in zip(parts[1::3], parts[3::3], strict=True):
            for paragraph in text.split("\n\n"):
                if paragraph.strip().count("\n"):
                    yield " ".join(heading.split()), " ".join(paragraph.split())


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _asked(query: str) -> str:
    """The words of ``query`` that decide, each once: no sign of it can be an operator, no stop word is left."""
    return " ".join(dict.fromkeys(word for word in split_words(query).folded if word not in STOP_WORDS))


def _ours(texts: dict[str, str], queries: list[str]) -> tuple[Ranked, Ranked]:
    """What BM25F alone finds, and what is found by default."""
    names = list(texts)
    asked = [parse_query(query, matching="any")._replace(limit=DEPTH) for query in queries]
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(folder, create=True)
        passages = [_passage(number, texts[name]) for number, name in enumerate(names)]
        engine.replace([(IndexedDocument("texts", "texts", "", ""), passages)], (), ())
        found = [[engine.search(one._replace(plain=plain)).hits for one in asked] for plain in (True, False)]
    plain, as_it_ranks = ([[names[hit.passage.n] for hit in hits] for hits in way] for way in found)
    return plain, as_it_ranks


def _passage(number: int, text: str) -> Passage:
    """A statement of nobody, nowhere, on no day: nothing but ``text`` can be found."""
    whole = Span(0, len(text))
    turns = (Turn("statement", whole),)
    about: dict[str, Any] = dict.fromkeys(("place", "speakers", "mentions", "topics"), ())
    about |= dict.fromkeys(("title", "date", "date_source", "path", "url"), "")
    about |= {"unit": "paragraph", "kind": "article", "speech": "direct", "asked_by": None}
    return Passage(doc="texts", n=number, span=whole, line_start=1, line_end=1, text=text, turns=turns, **about)


def _reference(texts: dict[str, str], queries: list[str], words: Callable[[list[str]], list[list[str]]]) -> Ranked:
    ranker = bm25s.BM25(k1=K1, b=B["text"], method="lucene", dtype="float64")
    ranker.index(words(list(texts.values())), show_progress=False)
    names, ranked = list(texts), []
    for asked in words(queries):
        scores = ranker.get_scores(asked).tolist() if asked else []
        # Of equal scores the first comes first, as in the engine.
        best = sorted((-round(score, 6), number) for number, score in enumerate(scores) if score > 0)
        ranked.append([names[number] for _, number in best[:DEPTH]])
    return ranked


def _stems(texts: list[str]) -> list[list[str]]:
    """As the engine has them: stop words count for the length of a text and are asked for by no query."""
    return [[stem(word) for word in split_words(text).folded] for text in texts]


def _their_words(texts: list[str]) -> list[list[str]]:
    tokens: list[list[str]] = bm25s.tokenize(texts, stopwords="en", return_ids=False, show_progress=False)
    return tokens


if __name__ == "__main__":
    main()
