"""Dates as press offices write them.

Our own small grammar, because general date readers take `10.08.2022` for 8 October and find dates in the word "We".
A dotted or slashed date is day first, as everywhere in this genre outside the United States.
"""

from __future__ import annotations

import re
from datetime import date as Day
from typing import NamedTuple

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier", "february feb février fevrier", "march mar mars", "april apr avril", "may mai",
            "june jun juin", "july jul juillet", "august aug août aout", "september sept sep septembre",
            "october oct octobre", "november nov novembre", "december dec décembre decembre",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")(?![^\W\d_])\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er)?"
_YEAR = r"(?:19[4-9]\d|20\d\d)"
# `6 October1997` lacks a space, `NATO HQ6 Oct. 1999` another, `Aug 10 2022` is set with no-break spaces.
_GAP = r"[\s\u00a0,]{0,3}"
# The first day of a range counts: `19 Sep. 2014 - 21 Sep. 2014`, `22-23 November 2023`.
_UNTIL = rf"(?:\s?[-\u2013/]\s?{_DAY})?"
_FORMS = re.compile(
    rf"""(?<![\d.,/-])(?:
      (?P<d1>{_DAY}){_UNTIL}[\s\u00a0-]{{0,3}}(?P<m1>{_MONTH})[-]?{_GAP}(?P<y1>{_YEAR})
    | (?<!\w)(?P<m2>{_MONTH})[\s\u00a0]{{0,3}}(?P<d2>{_DAY}){_UNTIL}{_GAP}(?P<y2>{_YEAR})
    | (?<!\w)(?P<y3>{_YEAR})-(?P<m3>0\d|1[0-2])-(?P<d3>0[1-9]|[12]\d|3[01])
    | (?<!\w)(?P<d4>0?[1-9]|[12]\d|3[01])(?P<sep>[./-])(?P<m4>0?[1-9]|1[0-2])(?P=sep)(?P<y4>{_YEAR})
    )(?!(?!T\d)[\w-]|[./]\d)""",
    re.VERBOSE | re.IGNORECASE,
)


class DateFound(NamedTuple):
    """A day named in a text, as ISO 8601, and where."""

    start: int
    end: int
    iso: str


def find_dates(text: str) -> list[DateFound]:
    """Every full date (day, month and year) in ``text``, in order; of a range the first day."""
    found = []
    for match in _FORMS.finditer(text):
        day, month, year = (next(g for g in match.group(*(f"{part}{n}" for n in (1, 2, 3, 4))) if g) for part in "dmy")
        number = int(month) if month.isdigit() else _MONTHS[month.lower().rstrip(".")]
        try:
            iso = Day(int(year), number, int(re.sub(r"\D", "", day))).isoformat()
        except ValueError:  # 31 June
            continue
        found.append(DateFound(match.start(), match.end(), iso))
    return found
