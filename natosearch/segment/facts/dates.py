"""Dates as press offices write them.

Our own small grammar, because general date readers take `10.08.2022` for 8 October and find dates in the word "We".
A dotted or slashed date is day first, as everywhere in this genre outside the United States, unless it cannot be.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date as Day
from typing import NamedTuple

# English, French and German; Bosnian, Serbian and Croatian, Albanian, Macedonian, Russian and Ukrainian as the pages of
# missions have them, in the cases in which a day stands before them.
_NAMES = (
    "january jan janvier januar jänner januara siječnja janar јануар јануара јануари января січня",
    "february feb février fevrier fév februar februara veljače shkurt фебруар фебруара фебруари февраля лютого",
    "march mar mars märz maerz mart marta ožujka март марта березня",
    "april apr avril avr aprila travnja prill април априла апреля квітня",
    "may mai maj maja svibnja мај маја мая травня",
    "june jun juin juni juna lipnja qershor јун јуна јуни июня червня",
    "july jul juillet juil juli jula srpnja korrik јул јула јули июля липня",
    "august aug août aout avgust avgusta kolovoza gusht август августа серпня",
    "september sept sep septembre septembar septembra rujna shtator септембар септембра септември сентября вересня",
    "october oct octobre oktober okt oktobar oktobra listopada tetor октобар октобра октомври октября жовтня",
    "november nov novembre novembar novembra studenoga studenog nëntor nentor новембар новембра ноември ноября"
    " листопада",
    "december dec décembre decembre dez dezember decembar decembra prosinca dhjetor децембар децембра декември декабря"
    " грудня",
)
_MONTHS = {
    form: number
    for number, names in enumerate(_NAMES, start=1)
    for name in names.split()
    for form in (name, unicodedata.normalize("NFD", name))  # some pages set accents as characters of their own
}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")(?![^\W\d_])\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|\.)?"
_YEAR = r"(?:(?:19[4-9]|20\d)\d|['\u2018\u2019][0-24-9]\d)"
_SPACE = r"[\s\u00a0]{0,3}"
# `6 October1997` lacks a space, `NATO HQ6 Oct. 1999` another, `Aug 10 2022` is set with no-break spaces.
_GAP = r"[\s\u00a0,]{0,3}(?:de\s)?"
_OF = r"(?:(?:day\s)?(?:of|de)\s)?"
_DASH = r"(?:\s?[-\u2013\u2014/&]\s?|\s(?:to|and|et|und|i|au)\s)"
_DIGIT = re.compile(r"\d")
_FORMS = re.compile(
    rf"""(?<![\d.,/-])(?:
      (?P<d1>{_DAY})(?:{_DASH}(?P<until>{_DAY}))?[\s\u00a0-]{{0,3}}{_OF}(?P<m1>{_MONTH})
        (?:{_DASH}{_DAY}{_SPACE}{_MONTH})?,?[-]?{_GAP}(?P<y1>{_YEAR})(?!\d)
    | (?<!\w)(?P<m2>{_MONTH}){_SPACE}(?P<d2>{_DAY})(?:{_DASH}(?:{_MONTH}{_SPACE})?{_DAY})?{_GAP}(?P<y2>{_YEAR})(?!\d)
    | (?<!\w)(?P<y3>(?:19[4-9]|20\d)\d)(?P<s3>[-/.])(?P<m3>0[1-9]|1[0-2])(?P=s3)(?P<d3>0[1-9]|[12]\d|3[01])
        (?!(?!T\d)[\w-]|[./]\d)
    | (?<!\w)(?P<d4>0?[1-9]|[12]\d|3[01])\s?(?P<s4>[./-])\s?(?P<m4>0?[1-9]|[12]\d|3[01])\s?(?P=s4)\s?
        (?P<y4>(?:19[4-9]|20\d)\d|(?<=/)[04-9]\d|(?<=/\s)[04-9]\d|(?<=\.)[6-9]\d)(?!\w|-\w|[./]\d)
    | (?<!\w)(?P<d5>{_DAY})-(?P<m5>{_MONTH})-(?P<y5>[04-9]\d)(?!\w|-\w)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_DAYS = re.compile(
    rf"""(?<![\w.,/-])(?:(?P<d1>{_DAY}){_SPACE}{_OF}(?P<m1>{_MONTH})|(?P<m2>{_MONTH}){_SPACE}(?P<d2>{_DAY})(?!\w))
    (?!{_GAP}\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_NAME_FORMS = re.compile(
    r"""(?<![^\W_])(?:
      (?P<y1>(?:19[4-9]|20\d)\d)(?P<s1>[-_. ]?)(?P<m1>0[1-9]|1[0-2])(?P=s1)(?P<d1>0[1-9]|[12]\d|3[01])(?=T\d|[\W_]|$)
    | (?P<d2>0?[1-9]|[12]\d|3[01])(?P<s2>[-_. ])(?P<m2>0?[1-9]|1[0-2])(?P=s2)(?P<y2>(?:19[4-9]|20\d)\d)(?=[\W_]|$)
    | [sp](?P<y3>[09]\d)(?P<m3>0[1-9]|1[0-2])(?P<d3>0[1-9]|[12]\d|3[01])[a-z]?$  # s030811a, as nato.int named its pages
    )""",
    re.VERBOSE,
)


class DateFound(NamedTuple):
    """A day named in a text, as ISO 8601, and where."""

    start: int
    end: int
    iso: str


def find_dates(text: str, *, month_first: bool = False) -> list[DateFound]:
    """Every full date (day, month and year) in ``text``, in order; of a range the first day.

    ``month_first`` is for American texts: there `4/5/2009` is 5 April. A year of two digits counts where its form
    leaves no doubt: `'99`, `27-MAR-87`, `21/6/93`, and `24.03.99`, which is no time of day.
    """
    found: list[DateFound] = []
    if not _DIGIT.search(text):  # as most lines have none
        return found
    for match in _FORMS.finditer(text):
        day, month, year = _parts(match)
        start = match.start()
        if match.group("until") and _number(day) >= _number(match.group("until")):
            day, start = match.group("until"), match.start("until")  # `No. 58 - 6 May 1965` is no range
        if match.group("s4"):
            if match.group("s4") == "-" and " " in match.group():
                continue
            if match.group("s4") == "/" and int(day) <= 12 and (month_first or int(month) > 12):
                day, month = month, day
        _add(found, (start, match.end()), _full_year(year), month, day)
    return found


def complete_dates(text: str, year: int) -> list[DateFound]:
    """Every day and month that ``text`` names without a year, as days of ``year``."""
    found: list[DateFound] = []
    for match in _DAYS.finditer(text):
        day, month = match.group("d1") or match.group("d2"), match.group("m1") or match.group("m2")
        _add(found, match.span(), year, month, day)
    return found


def date_in_name(stem: str) -> str:
    """The day, as ISO 8601, in the name of a file without its suffix; empty without one."""
    found: list[DateFound] = []
    for match in _NAME_FORMS.finditer(stem.lower().replace("t", "T")):
        day, month, year = _parts(match)
        _add(found, match.span(), _full_year(year), month, day)
    found += find_dates(stem.replace("_", " ").replace("-", " "))
    return found[0].iso if found else ""


def _parts(match: re.Match[str]) -> tuple[str, str, str]:
    """Day, month and year of whichever form matched."""
    groups = match.groupdict()
    form = next(key[1:] for key in groups if key[0] == "d" and groups[key])
    return groups[f"d{form}"], groups[f"m{form}"], groups[f"y{form}"]


def _add(found: list[DateFound], span: tuple[int, int], year: int, month: str, day: str) -> None:
    number = int(month) if month.isdigit() else _MONTHS[month.lower().rstrip(".")]
    try:
        found.append(DateFound(*span, Day(year, number, _number(day)).isoformat()))
    except ValueError:  # 31 June
        return


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _full_year(year: str) -> int:
    number = _number(year)
    return number if number > 99 else number + (1900 if number >= 40 else 2000)
