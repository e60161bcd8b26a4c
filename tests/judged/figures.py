"""hit@1, MRR and nDCG@10 of one ranking, from the grades of the passages that answer."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

DEPTH = 10  # how many hits are looked at


class Figures(NamedTuple):
    """0 to 1, higher is better; of several queries the mean."""

    hit_at_1: float
    mrr: float
    ndcg_at_10: float


def rate(ranked: Sequence[str], grades: Mapping[str, int]) -> Figures:
    """The figures of one query: ``ranked`` are the ids found, best first; an id without a grade is of no use."""
    useful = [rank for rank, found in enumerate(ranked[:DEPTH], 1) if grades.get(found)]
    first = 1 / useful[0] if useful else 0.0
    reached = _gain([grades.get(found, 0) for found in ranked])
    return Figures(float(first == 1), first, reached / _gain(sorted(grades.values(), reverse=True)))


def mean(figures: Iterable[Figures]) -> Figures:
    """The mean of the figures of some queries, at least one."""
    rows = list(figures)
    return Figures(*(sum(column) / len(rows) for column in zip(*rows, strict=True)))


def _gain(grades: Sequence[int]) -> float:
    """The discounted gain of the first ten: a grade g counts 2^g - 1, at place i over log2(i + 1)."""
    return sum((2.0**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades[:DEPTH], 1))
