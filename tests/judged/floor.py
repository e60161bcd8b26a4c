"""Keeps the floor of the judged queries, `floor.toml`: raised freely, lowered only by its own flag.

    python -m tests.judged.floor --raise                    # write what is higher than it was; nothing goes down
    python -m tests.judged.floor --lower-to-current "why"   # write what is, up or down; the reason stays in the file

A query that has become harder to please, or a new one that is hard, lowers the mean: that too needs a reason. What
each query reached at best is kept beside the figures, only to say which ones fell when a figure does.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.judged.figures import Figures, mean
from tests.judged.measure import QUERIES, measure, read_judged

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FLOOR = Path(__file__).with_name("floor.toml")
_HEAD = """\
# What the judged queries reach at least, written by: python -m tests.judged.floor --raise
# A figure is lowered by --lower-to-current "why" alone, never by hand: the reason then stands under `lowered`.
"""


class Floor(NamedTuple):
    """For each way to ask its figures, and the nDCG@10 of each query; why it was lowered, the first time first."""

    figures: dict[str, dict[str, float]]
    queries: dict[str, dict[str, float]]
    lowered: tuple[str, ...] = ()


def measured_floor(measured: Mapping[str, Mapping[str, Figures]]) -> Floor:
    """What :func:`measure` found, as a floor would hold it."""
    figures = {mode: _rounded(mean(of_queries.values())._asdict()) for mode, of_queries in measured.items()}
    queries = {
        mode: _rounded({text: figure.ndcg_at_10 for text, figure in of_queries.items()})
        for mode, of_queries in measured.items()
    }
    return Floor(figures, queries)


def raised(floor: Floor, current: Floor) -> Floor:
    """``floor`` with what is higher in ``current``; queries that are no longer asked are left out."""
    return Floor(
        {mode: _higher(floor.figures.get(mode, {}), figures) for mode, figures in current.figures.items()},
        {mode: _higher(floor.queries.get(mode, {}), queries) for mode, queries in current.queries.items()},
        floor.lowered,
    )


def lowered(floor: Floor, current: Floor, reason: str) -> Floor:
    """``current`` with the reasons so far and this one; raises ValueError if it gives none."""
    if not reason.strip():
        raise ValueError("give the reason")
    return current._replace(lowered=(*floor.lowered, reason.strip()))


def fallen(floor: Floor, current: Floor) -> list[str]:
    """A line for each figure below its floor, followed by the queries that reach less than they did; empty if none."""
    lines = []
    for mode, figures in floor.figures.items():
        now = current.figures.get(mode, {})
        below = [
            f"{mode}: {name} {now.get(name, 0)} < {least}"
            for name, least in figures.items()
            if now.get(name, 0) < least
        ]
        if below:
            reached = current.queries.get(mode, {})
            before = floor.queries.get(mode, {})
            lines += below
            lines += [
                f"  {before[text]} -> {value}  {text}" for text, value in reached.items() if value < before.get(text, 0)
            ]
    return lines


def read_floor(text: str) -> Floor:
    """The floor that :func:`floor_text` wrote."""
    table: dict[str, Any] = tomllib.loads(text)
    return Floor(table.get("figures", {}), table.get("queries", {}), tuple(table.get("lowered", ())))


def floor_text(floor: Floor) -> str:
    """``floor`` as TOML."""
    lines = [_HEAD, "lowered = [", *(f"  {_quoted(reason)}," for reason in floor.lowered), "]"]
    for name, tables in (("figures", floor.figures), ("queries", floor.queries)):
        for mode, values in tables.items():
            lines += ["", f"[{name}.{mode}]", *(f"{_quoted(key)} = {value}" for key, value in values.items())]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None, path: Path = FLOOR, current: Floor | None = None) -> None:
    """Write the floor in ``path`` anew as the one flag says; ``current`` is measured unless it is given."""
    parser = argparse.ArgumentParser(prog="python -m tests.judged.floor", description=__doc__.split("\n")[0])
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--raise", dest="up", action="store_true", help="write what is higher than it was")
    way.add_argument("--lower-to-current", dest="reason", metavar="REASON", help="write what is, and why")
    options = parser.parse_args(arguments)
    floor = read_floor(path.read_text("utf-8")) if path.exists() else Floor({}, {})
    now = current or measured_floor(measure(read_judged(QUERIES.read_text("utf-8"))))
    try:
        new = raised(floor, now) if options.up else lowered(floor, now, options.reason)
    except ValueError as error:
        parser.error(str(error))
    path.write_text(floor_text(new), "utf-8")
    for line in fallen(new, now):
        print(line)
    print(f"{path.name}: {'unchanged' if new == floor else 'written'}")


def _higher(before: Mapping[str, float], now: Mapping[str, float]) -> dict[str, float]:
    return {key: max(value, before.get(key, 0)) for key, value in now.items()}


def _rounded(values: Mapping[str, float]) -> dict[str, float]:
    return {key: round(value, 4) for key, value in values.items()}


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # a JSON string is a TOML string


if __name__ == "__main__":
    main()
