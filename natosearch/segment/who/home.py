"""Whose country a document speaks for: then `the Prime Minister` is that country's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from natosearch.rules.people.people import People, Person
from natosearch.segment.who.cast import Cast, Named
from natosearch.text.words import fold_text

# What a country calls its own: `the Australian Government`, `Canadian troops`. Others have Serbian officials.
_OWN = (
    "government people public parliament troops soldiers forces personnel taxpayers taxpayer economy community "
    "citizens families nation defence defense army navy interests interest way business businesses jobs workers"
).split()
_ISSUER = re.compile(
    r"(?:the )?(?:government|presidency|(?:president|prime minister) ?s office|chancellery of the prime minister|"
    r"office of the (?:prime minister|president)|prime minister|ministry (?:of|for) [a-z ]{3,40}?|parliament) of "
    r"(?:the )?(?:republic of |kingdom of )?(?P<nation>[a-z ]{3,30})"
)
_OWN_ISSUER = re.compile(r"(?:the )?(?P<nation>[a-z]{4,20}) (?:government|ministry (?:of|for) [a-z ]{3,40})$")
_OWN_WEIGHT, _PLURAL_WEIGHT, _HOST_WEIGHT = 3, 2, 5
_UNION = "Europe"  # the President of a text that speaks for the Union is no country's
_LEAST = 4  # below this a country is only mentioned
_CLEAR = 2  # so many times as often as the next country


def offices_at_home(cast: Cast, labels: Sequence[str], text: str, form: str) -> dict[str, Named]:
    """Who the offices are that ``labels``, in their order, give without a country or a name, by folded office; nobody
    where two people share one. The country is that of the archive whose ``form`` it is, else the one for which ``text``
    speaks. Offices that the document itself gives to somebody are left out.
    """
    people = cast.people
    named = {label: cast.by_label(label).name for label in dict.fromkeys(labels) if people.strip_titles(label)[1]}
    counted: Counter[str] | None = None
    home: dict[str, Named] = {}
    for label in dict.fromkeys(labels):
        office = people.strip_titles(label)[0] or label
        found = people.find_offices(office)
        if label in named or len(found) != 1 or found[0].office.unique:
            continue
        called = {one.name for one in cast.called(office)}
        others = {name for name in called if _stands_beside(label, name, labels, named)}
        if len(called) == 1 and not others:
            continue
        counted = nation_evidence(text, people) if counted is None else counted
        holder = _at_home(found[0].office.name, counted, cast, form)
        left = called - others
        clear = holder is not None and holder.name not in others and (not left or holder.name in left)
        if holder is not None and clear:
            home[fold_text(office)] = Named(holder.name, "office")
        elif others:
            home[fold_text(office)] = Named()
    return home


def _at_home(post: str, counted: Counter[str], cast: Cast, form: str) -> Person | None:
    if not cast.date:
        return None
    archive = cast.people.archive(form)
    if archive.startswith(f"{post} of "):
        return cast.people.holder(archive, cast.date)
    nation = issuing_nation(form, cast.people)
    issued = cast.people.holder(f"{post} of {nation}", cast.date) if nation else None
    return issued or home_holder(post, counted, cast.date, cast.people)


def issuing_nation(form: str, people: People) -> str:
    """The one nation whose government issued a text with this ``form``, by the lines at its head; empty if unsure.

    `Ministry of Foreign Affairs of the Republic of Latvia`, and the lines that the data gives: `10 Downing Street`.
    """
    found = set()
    for line in form.split("\n"):
        words = fold_text(line)
        match = _ISSUER.fullmatch(words) or _OWN_ISSUER.match(words)
        nation = people.nations.get(tuple(match.group("nation").split())) if match else None
        found.add(nation.name if nation else people.issuer(line))
    found.discard("")
    return found.pop() if len(found) == 1 else ""


def _stands_beside(bare: str, name: str, labels: Sequence[str], named: dict[str, str]) -> bool:
    """Whether ``name`` has a label of their own that alternates with ``bare``, which therefore is somebody else."""
    own = [k for k, label in enumerate(labels) if named.get(label) == name]
    bares = [k for k, label in enumerate(labels) if label == bare]
    return bool(own) and own[-1] > bares[0] and bares[-1] > own[0]


def home_holder(post: str, counted: Counter[str], date: str, people: People) -> Person | None:
    """Who held ``post`` on ``date`` in the country that leads in ``counted``; None unless one clearly does."""
    held = {nation: people.holder(f"{post} of {nation}", date) for nation in counted}
    ranked = [nation for nation, _ in counted.most_common() if held[nation] or nation == _UNION]
    if not ranked or ranked[0] == _UNION:
        return None
    first = counted[ranked[0]]
    second = max((counted[nation] for nation in ranked[1:]), default=0)
    return held[ranked[0]] if first >= _LEAST and first >= _CLEAR * second else None


def nation_evidence(text: str, people: People) -> Counter[str]:
    """How much ``text`` speaks as each country would of itself."""
    counted: Counter[str] = Counter()
    for match in _nation_words(people).finditer(text):
        nation = people.nations.get(tuple(fold_text(match.group("nation")).split()))
        weight = 1
        if match.group("own"):
            weight = _OWN_WEIGHT
        elif match.group("plural"):
            weight = _PLURAL_WEIGHT
        if match.group("host"):
            weight = _HOST_WEIGHT
        counted[nation.name if nation else _UNION] += weight
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
