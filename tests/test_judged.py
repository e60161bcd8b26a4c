"""The judged queries: well formed, and answered no worse than `tests/judged/floor.toml` says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judged import floor as floors
from tests.judged.figures import Figures, mean, rate
from tests.judged.floor import FLOOR, Floor, fallen, floor_text, lowered, measured_floor, raised, read_floor
from tests.judged.measure import MODES, QUERIES, holders, measure, read_judged, seed_passages

JUDGED = read_judged(QUERIES.read_text("utf-8"))


def a_floor(ndcg: float, *, one: float = 0.5, reasons: tuple[str, ...] = ()) -> Floor:
    return Floor(
        {"most": {"hit_at_1": 0.5, "mrr": 0.5, "ndcg_at_10": ndcg}}, {"most": {"one": one, '"two" –': 1.0}}, reasons
    )


def test_every_query_is_asked_once_and_every_answer_is_known_by_its_words() -> None:
    assert len({query.text for query in JUDGED}) == len(JUDGED) >= 45
    passages = [passage for _, of_one in seed_passages() for passage in of_one]
    for query in JUDGED:
        found = [holders(answer, passages) for answer in query.answers]
        unclear = [answer for answer, of_answer in zip(query.answers, found, strict=True) if len(of_answer) != 1]
        assert not unclear, f"{query.text}: these words stand in no passage, or in several"
        assert len({of_answer[0] for of_answer in found}) == len(found), f"{query.text}: a passage is named twice"


def test_no_figure_of_the_judged_queries_is_below_its_floor() -> None:
    now = measured_floor(measure(JUDGED))
    floor = read_floor(FLOOR.read_text("utf-8"))
    assert floor.figures.keys() == set(MODES)
    assert not fallen(floor, now), "\n" + "\n".join(fallen(floor, now))


@pytest.mark.parametrize(
    ("ranked", "grades", "expected"),
    [
        ("a b", {"a": 2}, (1, 1, 1)),
        ("b a", {"a": 2}, (0, 0.5, 0.6309)),  # 1 / log2(3)
        ("b a", {"a": 1}, (0, 0.5, 0.6309)),
        ("b a", {"a": 2, "b": 1}, (1, 1, 0.7967)),  # (1 + 3 / log2(3)) / (3 + 1 / log2(3))
        ("x y", {"a": 2}, (0, 0, 0)),
        ("", {"a": 2}, (0, 0, 0)),
        ("0 1 2 3 4 5 6 7 8 9 a", {"a": 2}, (0, 0, 0)),  # the eleventh is not looked at
    ],
)
def test_the_figures_of_one_ranking(ranked: str, grades: dict[str, int], expected: tuple[float, float, float]) -> None:
    assert rate(ranked.split(), grades) == pytest.approx(expected, abs=1e-4)


def test_of_several_queries_the_mean_counts() -> None:
    assert mean([Figures(1, 1, 1), Figures(0, 0.5, 0.2)]) == pytest.approx((0.5, 0.75, 0.6))


def test_a_floor_is_read_as_it_was_written() -> None:
    floor = a_floor(0.7123, reasons=('a "hard" query', "ü"))
    assert read_floor(floor_text(floor)) == floor


def test_a_fall_names_the_figure_and_the_queries_that_fell() -> None:
    assert fallen(a_floor(0.7), a_floor(0.7)) == []
    assert fallen(a_floor(0.7), a_floor(0.6, one=0.25)) == ["most: ndcg_at_10 0.6 < 0.7", "  0.5 -> 0.25  one"]


def test_raising_never_lowers() -> None:
    assert raised(a_floor(0.7, one=0.5), a_floor(0.8, one=0.25)) == a_floor(0.8, one=0.5)
    assert raised(a_floor(0.7, one=0.5), a_floor(0.6, one=0.75)) == a_floor(0.7, one=0.75)


def test_lowering_keeps_every_reason() -> None:
    assert lowered(a_floor(0.7, reasons=("old",)), a_floor(0.6), " new ") == a_floor(0.6, reasons=("old", "new"))


def test_the_writer_lowers_only_with_its_flag_and_a_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "floor.toml"
    floors.main(["--raise"], path, a_floor(0.7))
    for refused in ([], ["--lower-to-current"], ["--lower-to-current", " "], ["--raise", "--lower-to-current", "why"]):
        with pytest.raises(SystemExit) as stopped:
            floors.main(refused, path, a_floor(0.6))
        assert stopped.value.code == 2
    floors.main(["--raise"], path, a_floor(0.6))
    assert read_floor(path.read_text("utf-8")) == a_floor(0.7)
    assert "most: ndcg_at_10 0.6 < 0.7" in capsys.readouterr().out
    floors.main(["--lower-to-current", "a harder query"], path, a_floor(0.6))
    assert read_floor(path.read_text("utf-8")) == a_floor(0.6, reasons=("a harder query",))
