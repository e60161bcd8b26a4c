"""How far two words lie apart as a typist slips, and which known words lie near one that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nsmallest

_MOST = 3  # edits: beyond that even a long word is another word


def edit_distance(a: str, b: str, most: int) -> int | None:
    """The edits from ``a`` to ``b``, None if more than ``most``: a letter added, dropped or changed, or two swapped.

    The optimal string alignment distance: Damerau's four kinds of slips (CACM 7(3), 1964, 171-176) in the recurrence of
    Wagner and Fischer (JACM 21(1), 1974, 168-173), no part edited twice: CA and ABC are 3 apart. It is symmetric but
    no metric, as CA, AC and ABC show: 1 and 1.
    """
    if abs(len(a) - len(b)) > most:
        return None
    if a == b:
        return 0
    start = _agreeing(a, b)
    a, b = a[start:], b[start:]
    end = _agreeing(a[::-1], b[::-1])
    distance = _aligned(a[: len(a) - end], b[: len(b) - end], most)
    return distance if distance <= most else None


def _agreeing(a: str, b: str) -> int:
    """How many letters at the beginning are the same."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _aligned(a: str, b: str, most: int) -> int:
    """The distance, or something above ``most``; only cells that near the diagonal can be within it."""
    before: list[int] = []
    above = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        row = [i] + [most + 1] * len(b)
        for j in range(max(1, i - most), min(len(b), i + most) + 1):
            row[j] = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != b[j - 1]))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == b[j - 1]:
                row[j] = min(row[j], before[j - 2] + 1)
        if min(row) > most and min(above) >= most:  # a swap reaches back over one row
            return most + 1
        before, above = above, row
    return above[-1]


def nearest(word: str, known: Iterable[str], count: int = 3) -> list[str]:
    """Those of ``known`` that ``word``, folded as they are, may be a slip for, the likeliest first; never itself.

    One edit may be made in a word of three letters, two in one of seven, three in one of eleven. Of equally near words
    those with its first letter come first: the one least often wrong (Pollock and Zamora, CACM 27(4), 1984, 358-368).
    """
    most = min((len(word) + 1) // 4, _MOST) if len(word) > 2 else 0
    return [near for *_, near in nsmallest(count, set(_near(word, known, most)))] if most else []


def _near(word: str, known: Iterable[str], most: int) -> Iterable[tuple[int, bool, str]]:
    """Edits, whether the first letters differ, and the word, of all ``known`` ones within ``most`` edits."""
    letters = frozenset(word)
    shortest, longest = len(word) - most, len(word) + most
    for other in known:
        # an edit brings or takes at most one letter: cheap, and hardly a word in a hundred is left to be aligned
        if shortest <= len(other) <= longest and len(letters.difference(other)) <= most:
            if len(frozenset(other) - letters) > most:
                continue
            distance = edit_distance(word, other, most)
            if distance:
                yield distance, other[0] != word[0], other
