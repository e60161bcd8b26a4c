"""The date grammar: day first, ranges by their first day, and no date where there is none."""

from __future__ import annotations

import pytest

from natosearch.segment.facts.dates import complete_dates, date_in_name, find_dates


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
        ("Thursday 27 June 2002", "2002-06-27"),
        ("March 27th, 1987", "1987-03-27"),
        ("the 27th of June, 2002", "2002-06-27"),
        ("this 4th day of April 1949", "1949-04-04"),
        ("2 & 3 April 2009", "2009-04-02"),
        ("6 and 7 June 2002", "2002-06-06"),
        ("30 November - 1 December 2011", "2011-11-30"),
        ("November 30 - December 1, 2011", "2011-11-30"),
        ("P.M. No. 28 - 6 May 1965", "1965-05-06"),  # no range
        ("(29 April '99)", "1999-04-29"),
        ("27-MAR-87 17:03", "1987-03-27"),
        ("21/6/93", "1993-06-21"),
        ("24.03.99", "1999-03-24"),
        ("21/ 6/ 1993", "1993-06-21"),  # as OCR sets it
        ("22. 11. 2023.", "2023-11-22"),
        ("22. novembar 2023.", "2023-11-22"),
        ("3. M\u00e4rz 1999", "1999-03-03"),
        ("1er aou\u0302t 2003", "2003-08-01"),  # a decomposed accent
        ("22 \u043d\u043e\u0435\u043c\u0432\u0440\u0438 2023", "2023-11-22"),
        ("2023/11/22", "2023-11-22"),
        ("11/22/2023", "2023-11-22"),  # there is no month 22
        ("22 Nov. 2023Last updated", "2023-11-22"),
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
        "13/13/2009",
        "10.08.45",  # a time of day
        "24/7/36",
        "1 - 2 - 2000",
        "No 01/02/2003-5",
        "May 20 soldiers",
        "5 May 20 of them",
    ],
)
def test_no_dates(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "day_first", "month_first"),
    [
        ("4/5/2009", "2009-05-04", "2009-04-05"),
        ("4.5.2009", "2009-05-04", "2009-05-04"),
        ("22/11/2023", "2023-11-22", "2023-11-22"),
    ],
)
def test_a_slash_in_an_american_text(text: str, day_first: str, month_first: str) -> None:
    assert [date.iso for date in find_dates(text)] == [day_first]
    assert [date.iso for date in find_dates(text, month_first=True)] == [month_first]


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("PRISTINA, March 3 -", ["2017-03-03"]),
        ("Skopje, 22 November (Wire)", ["2017-11-22"]),
        ("March 3, 2016", []),  # has a year of its own
        ("we may 5 times", ["2017-05-05"]),  # so it is asked only of a dateline
        ("31 June", []),
    ],
)
def test_days_are_completed_by_a_year(text: str, isos: list[str]) -> None:
    assert [date.iso for date in complete_dates(text, 2017)] == isos


@pytest.mark.parametrize(
    ("stem", "iso"),
    [
        ("2023-11-22_press", "2023-11-22"),
        ("20231122", "2023-11-22"),
        ("2023-11-22T1000", "2023-11-22"),
        ("nato_2022_06_01_joint", "2022-06-01"),
        ("22-11-2023-x", "2023-11-22"),
        ("NATO 22 Nov 2023", "2023-11-22"),
        ("press_22nov2023", "2023-11-22"),
        ("s030811a", "2003-08-11"),
        ("p990420", "1999-04-20"),
    ],
)
def test_dates_in_names(stem: str, iso: str) -> None:
    assert date_in_name(stem) == iso


@pytest.mark.parametrize(
    "stem", ["000_638020230401ca12", "press-1999-march", "s031311a", "x030811a", "2023-22", "20231322"]
)
def test_no_dates_in_names(stem: str) -> None:
    assert date_in_name(stem) == ""
