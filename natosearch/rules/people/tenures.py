"""When an office was held, compared with dates of which perhaps only the year or month is known."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?\Z")


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held from ``since`` up to, not including, ``until``: ISO dates, year or month if no more is known."""

    office: str
    since: str
    until: str | None

    def may_cover(self, first: str, last: str) -> bool:
        """Whether it can have been held on some day from ``first`` to ``last``, whole ISO dates."""
        if earliest(self.since) > last:
            return False
        if self.until is None:
            return True
        return first < self.until if len(self.until) == 10 else first <= latest(self.until)

    def covers(self, first: str, last: str) -> bool:
        """Whether it was certainly held on every day from ``first`` to ``last``, whole ISO dates."""
        return latest(self.since) <= first and (self.until is None or last < earliest(self.until))


def is_date(date: str) -> bool:
    """Whether ``date`` is a whole or partial ISO date."""
    return _DATE.match(date) is not None


def period(date: str | None) -> tuple[str, str] | None:
    """The first and last day that a whole or partial ISO date can mean; None for no date or no ISO date."""
    if date is None or not is_date(date):
        return None
    return earliest(date), latest(date)


def earliest(date: str) -> str:
    """The first day that an ISO date can mean."""
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date


def latest(date: str) -> str:
    """The last day that an ISO date can mean."""
    # days are compared as strings, so a 31st in every month is harmless
    return date + "-12-31"[len(date) - 4 :] if len(date) < 10 else date
