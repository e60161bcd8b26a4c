"""Distances of words, and what a word that is not known may be a slip for."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natosearch.text.spelling import edit_distance, nearest


@pytest.mark.parametrize(
    ("a", "b", "distance"),
    [
        ("nato", "nato", 0),
        ("nato", "naot", 1),
        ("nato", "nat", 1),
        ("nato", "natto", 1),
        ("nato", "naro", 1),
        ("", "abc", 3),
        ("ca", "abc", 3),  # two if a part might be edited twice
        ("stoltenburg", "stoltenberg", 1),
        ("kovacheski", "kovacevski", 2),
        ("abcdef", "badcfe", 3),
    ],
)
def test_distance(a: str, b: str, distance: int) -> None:
    assert edit_distance(a, b, distance) == edit_distance(a, b, distance + 2) == distance
    assert edit_distance(a, b, distance - 1) is None


def plain_distance(a: str, b: str) -> int:
    """The recurrence as it is printed, without a bound."""
    d = {(i, j): i or j for i in range(len(a) + 1) for j in range(len(b) + 1) if not i or not j}
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            d[i, j] = min(d[i - 1, j] + 1, d[i, j - 1] + 1, d[i - 1, j - 1] + (a[i - 1] != b[j - 1]))
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                d[i, j] = min(d[i, j], d[i - 2, j - 2] + 1)
    return d[len(a), len(b)]


SHORT = st.text("abc", max_size=9)


@given(SHORT, SHORT, st.integers(0, 10))
def test_distance_is_that_of_the_plain_recurrence(a: str, b: str, most: int) -> None:
    plain = plain_distance(a, b)
    assert edit_distance(a, b, most) == (plain if plain <= most else None)


@given(st.text(max_size=12), st.text(max_size=12))
def test_distance_is_symmetric_and_zero_only_for_equals(a: str, b: str) -> None:
    distance = edit_distance(a, b, 12)
    assert distance == edit_distance(b, a, 12)
    assert (distance == 0) is (a == b)


@given(SHORT, st.integers(0, 7))
def test_two_letters_swapped_are_one_edit(word: str, at: int) -> None:
    swapped = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
    assert edit_distance(word, swapped, 1) == (0 if swapped == word else 1)


@given(SHORT, SHORT, SHORT)
def test_a_way_round_is_shorter_by_its_swaps_at_most(a: str, b: str, c: str) -> None:
    # the triangle inequality holds for the Levenshtein distance, in which a swap is two edits
    ab, bc, ac = (edit_distance(x, y, 9) for x, y in ((a, b), (b, c), (a, c)))
    assert ab is not None
    assert bc is not None
    assert ac is not None
    assert ac <= 2 * (ab + bc)


KNOWN = (
    "stoltenberg rasmussen scaparrotti kovacevski kosovo ukraine afghanistan nato partnership interoperability "
    "map maps mad man cap summit submit troops troop kiev kyiv"
).split()


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("stoltenburg", ["stoltenberg"]),
        ("soltenberg", ["stoltenberg"]),
        ("rasmusen", ["rasmussen"]),
        ("scaparotti", ["scaparrotti"]),
        ("kovacheski", ["kovacevski"]),
        ("kossavo", ["kosovo"]),
        ("urkaine", ["ukraine"]),
        ("wkraine", ["ukraine"]),
        ("interoperabilty", ["interoperability"]),
        ("sumit", ["submit", "summit"]),  # alike near: alphabetical
        ("troops", ["troop"]),
        ("mat", ["mad", "man", "map"]),  # and not `cap`, which is two away
        ("tap", ["cap", "map"]),
        # nothing is near
        ("kf", []),
        ("", []),
        ("natofication", []),
        ("kosher", []),
        ("strasbourg", []),
    ],
)
def test_nearest(word: str, near: list[str]) -> None:
    assert nearest(word, KNOWN) == near


def test_the_first_letter_decides_between_equals() -> None:
    assert nearest("tron", ["iron", "tran"]) == ["tran", "iron"]
    assert nearest("tron", ["iron", "tran", "iron"], count=1) == ["tran"]


def test_nearest_of_a_large_vocabulary_is_quick() -> None:
    letters = "etaoinshrd"
    known = [
        f"{a}{b}{c}{d}{e}olten" for a in letters for b in letters for c in letters for d in letters for e in letters
    ]
    started = time.perf_counter()
    assert "stoltenberg" in nearest("stoltenburg", [*known, "stoltenberg"])
    assert time.perf_counter() - started < 2  # a tenth of that on an idle machine
