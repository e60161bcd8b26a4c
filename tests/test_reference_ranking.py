"""Ranking holds against plain BM25 of another library: `benchmarks/ranking.py`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import ranking
from benchmarks.ranking import PROMISE, Comparison, compare, python_reference, read_collection


def test_ranking_is_as_good_as_the_reference_on_pythons_own_manual() -> None:
    collection = python_reference()
    assert len(collection.texts) > 1000 and len(collection.queries) > 100
    compared = compare(collection)
    assert compared.reference > 0.3  # the judgements mean something
    assert abs(compared.difference) <= PROMISE, compared
    assert abs(compared.as_it_ranks - compared.reference) < 0.05  # made for talk, it still finds its way in a manual


def test_a_collection_in_a_folder_is_read(tmp_path: Path) -> None:
    texts = [{"_id": "d1", "title": "Bridges", "text": "A tank crosses."}, {"_id": "d2", "text": "Nothing of note."}]
    queries = [{"_id": "q1", "text": "Does a tank cross AND turn?"}, {"_id": "q2", "text": "never judged"}]
    for name, rows in (("corpus", texts), ("queries", queries)):
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n", "utf-8")
    (tmp_path / "qrels").mkdir()
    (tmp_path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t0\n", "utf-8")
    collection = read_collection(tmp_path)
    assert collection.texts == {"d1": "Bridges\nA tank crosses.", "d2": "\nNothing of note."}
    assert (collection.queries, collection.grades) == (["Does a tank cross AND turn?"], [{"d1": 2}])
    assert compare(collection) == Comparison(1, 1, 1, 1)


@pytest.mark.parametrize(("ours", "code"), [(0.4, 0), (0.395, 0), (0.389, 1), (0.411, 1)])
def test_a_broken_promise_is_an_exit_code(ours: float, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranking, "compare", lambda collection: Comparison(ours, 0.4, 0.3, 0.5))
    monkeypatch.setattr("sys.argv", ["ranking"])
    with pytest.raises(SystemExit) as stopped:
        ranking.main()
    assert stopped.value.code == code
