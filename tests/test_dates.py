"""The date grammar: day first, ranges by their first day, and no date where there is none."""

from __future__ import annotations

import pytest

from natosearch.segment.dates import find_dates


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("• 22 Nov. 2023 -", "2023-11-22"),
        ("Aug\u00a010\u00a02022", "2022-08-10"),
        ("NEWS 10.08.2022 11:41", "2022-08-10"),  # not 8 October
        ("04/10/2010", "2010-10-04"),
        ("met in Skopje on 22 November 2023.", "2023-11-22"),
        ("November 22, 2023", "2023-11-22"),
        ("22-23 November 2023", "2023-11-22"),
        ("July 9-11, 2018", "2018-07-09"),
        ("6 October1997", "1997-10-06"),
        ("NATO HQ6 Oct. 1999 |", "1999-10-06"),
        ("27-MAR-1987 12:27:03.56RM", "1987-03-27"),
        ("1ST AUGUST 1995", "1995-08-01"),
        ("le 1er août 2003", "2003-08-01"),
        ("Wed, 01 Jun 2022 20:25:27 +0000", "2022-06-01"),
        ("date: 2026-02-19", "2026-02-19"),
    ],
)
def test_dates(text: str, iso: str) -> None:
    assert [date.iso for date in find_dates(text)] == [iso]


def test_a_range_gives_both_days() -> None:
    assert [date.iso for date in find_dates("19 Sep. 2014 - 21 Sep. 2014")] == ["2014-09-19", "2014-09-21"]


@pytest.mark.parametrize(
    "text",
    [
        "We may 5 times",
        "2023 08:45",
        "May 2022",
        "31 June 2020",
        "1999-W13-3",
        "1.2.2020.5",
        "In 1999, 5 of them",
        "And we just",
    ],
)
def test_no_dates(text: str) -> None:
    assert find_dates(text) == []
