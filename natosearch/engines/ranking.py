"""What a passage scores: BM25F over its fields, what its document is about, and how close together the words stand.

BM25F: Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", CIKM 2004. A word's counts
are weighted and set against the length of their field, and saturate together. The words of a question and of its
answers are one field for the length: a short question with a long answer is no short text. The figures were chosen on
judged queries over two sets of documents; docs/ranking.md says what each gains and what was tried besides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

K1 = 0.9
# What a find in a field counts against one in an answer or a paragraph. What is only asked counts a little less.
WEIGHTS = {"text": 1.0, "question": 0.9, "speaker_words": 2.0, "title": 0.8, "place_words": 0.35, "date_words": 0.7}
B = {"text": 0.7, "question": 0.7, "title": 0.75, "speaker_words": 0.4, "place_words": 0.4, "date_words": 0.4}
SPOKEN = ("text", "question")
SHORTEST = 60  # words; a shorter passage is not better for being short, or a "thank you" would come first
AROUND = 0.5  # of what the words score where they stand best in the document counts for each passage that has one
NEIGHBOURS = 0.25  # by how much of its score a passage gains in which all words stand side by side, in order
BACKWARDS = 0.5  # of that where two stand the other way round

if TYPE_CHECKING:
    from natosearch.engines.postings import Postings

FieldCounts = Mapping[str, Mapping[int, float]]


def score_leaf(found: FieldCounts, lengths: Postings, passages: int, shortest: int = SHORTEST) -> dict[int, float]:
    """The BM25F score of a word or phrase in each passage in which it stands, given its counts by field.

    A text of fewer words than ``shortest`` counts as one of that length.
    """
    weighted: dict[int, float] = defaultdict(float)
    for field, counts in found.items():
        joint = SPOKEN if field in SPOKEN else (field,)
        weight, b, least = WEIGHTS[field], B[field], shortest if field in SPOKEN else 0
        mean = sum(map(lengths.mean_length, joint))
        for number, count in counts.items():
            length = max(least, sum(lengths.length(one, number) for one in joint))
            weighted[number] += weight * count / (1 - b + b * length / mean)
    rarity = log(1 + (passages - len(weighted) + 0.5) / (len(weighted) + 0.5))
    return {number: rarity * count * (K1 + 1) / (K1 + count) for number, count in weighted.items()}


def closeness(places: Sequence[Sequence[int]]) -> float:
    """How close together words stand, from 0 to 1, given where each stands in one field, in the order of the query.

    For each two that follow one another the inverse of the steps from the one to the other, less if they stand the
    other way round; the mean over all such pairs, 0 for a word that stands nowhere.
    """
    pairs = list(pairwise(places))
    total = sum(max((_close(a, b) for a in first for b in second), default=0.0) for first, second in pairs)
    return total / max(1, len(pairs))


def _close(at: int, other: int) -> float:
    return 1 / (other - at) if other > at else BACKWARDS / (at - other) if at > other else 0.0
