"""Days and periods as a query gives them: `2023`, `2023-05`, `2023-05-14`, `2022..`, `2023-05..2023-09`."""

from __future__ import annotations

import re

from natosearch.errors import BadQuery
from natosearch.query.tree import Days

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


def parse_day(value: str, *, end: bool, query: str = "", at: int = 0) -> str:
    """``2023``, ``2023-05`` or ``2023-05-14`` as an ISO day: the first of the period, or with ``end`` its last.

    Raises BadQuery, which points at ``at`` in ``query``, for anything else.
    """
    from calendar import monthrange

    match = _DAY.fullmatch(value.strip())
    year, month, day = (int(group) if group else None for group in match.groups()) if match else (0, None, None)
    if not year or (month is not None and not 1 <= month <= 12):
        raise BadQuery(query, at, f"'{value}' is no date; write it as 2023, 2023-05 or 2023-05-14")
    month = month or (12 if end else 1)
    last = monthrange(year, month)[1]
    if day is not None and not 1 <= day <= last:
        raise BadQuery(query, at, f"'{value}' is no date: that month has {last} days")
    return f"{year:04d}-{month:02d}-{day or (last if end else 1):02d}"


def parse_period(value: str, query: str, at: int) -> Days:
    """One date as the days it has, or ``first..last``, of which one may be left out; raises BadQuery."""
    first, dots, last = value.partition("..")
    if not dots:
        return Days(parse_day(value, end=False, query=query, at=at), parse_day(value, end=True, query=query, at=at))
    if not first.strip() and not last.strip():
        raise BadQuery(query, at, "a period needs a date before or behind the two dots, for example 2022..2023")
    days = Days(
        parse_day(first, end=False, query=query, at=at) if first else "",
        parse_day(last, end=True, query=query, at=at + len(first) + 2) if last else "",
    )
    if days.first and days.last and days.first > days.last:
        raise BadQuery(query, at, f"the period '{value}' ends before it begins")
    return days
