"""Whose country a document speaks for: then `the Prime Minister` is that country's."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from natosearch.rules.people.people import People, Person
from natosearch.text.words import fold_text

# What a country calls its own: `the Australian Government`, `Canadian troops`. Others have Serbian officials.
_OWN = (
    "government people public parliament troops soldiers forces personnel taxpayers taxpayer economy community "
    "citizens families nation defence defense army navy interests interest way business businesses jobs workers"
).split()
_OWN_WEIGHT, _PLURAL_WEIGHT, _HOST_WEIGHT = 3, 2, 5
_UNION = "Europe"  # the President of a text that speaks for the Union is no country's
_LEAST = 4  # below this a country is only mentioned
_CLEAR = 2  # so many times as often as the next country


def home_holder(post: str, text: str, date: str, people: People) -> Person | None:
    """Who held ``post`` on ``date`` in the country for which ``text`` speaks; None unless one country clearly leads."""
    counted = _evidence(text, people)
    held = {nation: people.holder(f"{post} of {nation}", date) for nation in counted}
    ranked = [nation for nation, _ in counted.most_common() if held[nation] or nation == _UNION]
    if not ranked or ranked[0] == _UNION:
        return None
    first = counted[ranked[0]]
    second = max((counted[nation] for nation in ranked[1:]), default=0)
    return held[ranked[0]] if first >= _LEAST and first >= _CLEAR * second else None


def _evidence(text: str, people: People) -> Counter[str]:
    """How much ``text`` speaks as each country would of itself."""
    counted: Counter[str] = Counter()
    for match in _nation_words(people).finditer(text):
        nation = people.nations.get(tuple(fold_text(match.group("nation")).split()))
        name = nation.name if nation else _UNION
        weight = 1
        if match.group("own"):
            weight = _OWN_WEIGHT
        elif match.group("plural"):
            weight = _PLURAL_WEIGHT
        if match.group("host"):
            weight = _HOST_WEIGHT
        counted[name] += weight
    return counted


@lru_cache(maxsize=4)
def _nation_words(people: People) -> re.Pattern[str]:
    """One pattern for all nations of ``people``."""
    spelt = {" ".join(w.upper() if len(w) < 3 else w.title() for w in words) for words in people.nations}
    listed = "|".join(re.escape(name) for name in sorted({*spelt, "European", "EU"}, key=len, reverse=True))
    return re.compile(
        rf"(?P<host>\b[Ww]elcome (?:back )?to )?\b(?P<nation>{listed})(?P<plural>s)?\b(?:['\u2019]s)?"
        rf"(?:\s(?P<own>(?i:{'|'.join(_OWN)}))\b)?"
    )
