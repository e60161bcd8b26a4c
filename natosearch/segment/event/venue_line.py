"""What a header says of the venue: `Conrad Hotel, Brussels`, or a building on one line and its town on the next."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from natosearch.rules import Rules
from natosearch.segment.facts.dates import find_dates

_ARTICLE = re.compile(r"\b(?:le|den|am|on)\s?$")  # `Paris, le 2 mars 1995`
_LONGEST = 120  # code points; a longer line names more than a venue
_LONGEST_PART = 8  # words of a building's name
_STACK = 3  # lines on which one venue is spelled out

_REMOTE = re.compile(
    r"^\W*(?:(?:held )?(?:via|by) (?:video|tele|phone|zoom|webcast|skype)[\w -]{0,20}"
    r"|virtual(?:ly)?(?: event| meeting)?|on-?line|teleconference|video ?conference)\W*$",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<[^<>]{1,80}>|[*_#>\\]+|&#?\w{2,8};")
_LEAD = re.compile(
    r"^\W*(?:(?P<led>(?:held |delivered |given )?(?:in|at|from)|location:|venue:|place:|where:|lieu ?:)\s+"
    r"(?:the\s+)?)?",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b\d{1,2}[:.h]\d{2}\s?(?:[ap]\.?\s?m\.?)?(?:\s?\(?(?:local(?: time)?|gmt|utc|z|c?e[ds]?s?t|[cmp][ds]t)\)?)?"
    r"|\b\d{4} h(?:ou)?rs\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*[,;|/()\u2022]\s*|\s+[-\u2013\u2014]+\s+")
_BUILDING = re.compile(
    r"\b(?:hotel|palace|palais|palazzo|barracks|camp|airport|airfield|airbase|base|embassy|house|hall|room|cent(?:re|er)|theat(?:re|er)"
    r"|residence|university|academy|college|school|ministry|headquarters|hq|stadium|arena|building|library|museum|castle|church"
    r"|cathedral|monastery|park|square|club|auditorium|courtyard|garden|villa|chancell?e?ry|mission|tower|studios?|offices"
    r"|terminal|hangar|port|parliament|assembly|plaza|resort|inn)\b",
    re.IGNORECASE,
)
_CAPITAL = r"(?:[^\Wa-z][^\s]*|of|the|de|du|des|di|la|le|and|for)"
_BUILDING_NAME = re.compile(rf"{_CAPITAL}(?: {_CAPITAL})*$")
_NO_TOWN = re.compile(
    r"\b(?:president|minister|secretary|general|spokes\w+|ambassador|governor|senator|chairman|commander|director|editor|radio|tv|news"
    r"|agency|office|mr|mrs|ms|dr|sir|lord|transcript|interview|press|statement|remarks|speech)\b",
    re.IGNORECASE,
)
_TOWN = re.compile(r"[^\W\d_a-z][\w.'\u2019-]*(?: (?:de|del|la|of|upon|the|[^\W\d_a-z][\w.'\u2019-]*)){0,3}$")
_EN_ROUTE = re.compile(r"\ben route\b", re.IGNORECASE)  # what follows is where they fly to
_GOES_ON = re.compile(r"\s(?:in|at|of|the|and|from|to|with|on|for|by)$")  # the next line is no line of its own
_LETTERHEAD = re.compile(r"^\W*office of\b", re.IGNORECASE)


# How Americans write a town's state: `Chicago, IL`.
STATE_CODES = frozenset(
    """AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA
    RI SC SD TN TX UT VT VA WA WV WI WY PR DC""".split()
)


_Kind = tuple[Literal["place", "building", "unknown"], str]


class _Named(NamedTuple):
    """The places that a line names, and whether it names them beside something else that says so."""

    places: list[str]
    alone: bool
    guessed: bool = False  # from the name of a building


class _Cut(NamedTuple):
    """A line's parts; whether it begins with "at" or the like, names its day or hour, or ends with a state's code."""

    parts: list[str]
    led: bool
    dated: bool
    american: bool


def is_remote(line: str) -> bool:
    """Whether ``line`` says that the event had no venue: `Via Teleconference`."""
    return _REMOTE.match(line) is not None


def place_of_header(header: list[str], rules: Rules) -> str:
    """The narrowest place of the first lines of ``header`` that hold a venue and nothing else; empty without one.

    A building that stands in many towns (`Parliament House`) gives way to the town that stands beside it.
    """
    named = [_places_of(line, rules) for line in header]
    for number, found in enumerate(named):
        wrapped = number and _GOES_ON.search(header[number - 1])
        if not found.places or wrapped or _is_letterhead(header, named, number, rules):
            continue
        stack = list(found.places)
        for following in named[number + 1 : number + _STACK]:
            if not following.places:
                break
            # `University of Tirana` may stand in Durrës
            stack = following.places if found.guessed and not following.guessed else stack + following.places
            found = following
        return _narrowest(stack, rules)
    return ""


def _is_letterhead(header: list[str], named: list[_Named], number: int, rules: Rules) -> bool:
    """An institution that speaks, not the place where: `THE WHITE HOUSE` over `Office of ...`, a site's own name."""
    place = rules.places.get(named[number].places[0])
    if place is None or place.kind not in ("venue", "site") or not named[number].alone:
        return False
    following = header[number + 1] if number + 1 < len(header) else ""
    if _LETTERHEAD.match(following):
        return True
    beside = number + 1 < len(header) and (named[number + 1].places or _TIME.search(following) or find_dates(following))
    return number == 0 and not beside and len(header) > 1


def _places_of(line: str, rules: Rules) -> _Named:
    """The places of a line that holds a venue, its town and country, its day and hour, and nothing else."""
    nothing = _Named([], False)
    if len(line) > _LONGEST:
        return nothing
    cut = _cut(line)
    kinds = [_read_part(part, rules) for part in cut.parts]
    explicit = [name for kind, name in kinds if kind == "place"]
    weak = [name for kind, name in kinds if kind == "building" and name]
    unknown = [part for part, (kind, _) in zip(cut.parts, kinds, strict=True) if kind == "unknown"]
    if cut.american and any("United States" not in rules.places.chain(name) for name in explicit + weak):
        return nothing  # `Medina, WA` is not the town that is known by that name
    if unknown and not (cut.led and explicit + weak and max(len(part.split()) for part in unknown) <= _LONGEST_PART):
        return _Named(explicit, False) if _stands_in(cut.parts, kinds, rules) else nothing
    alone = len(cut.parts) == 1 and not cut.dated and not cut.led
    return _Named(explicit or weak, alone, guessed=not explicit)


def _cut(line: str) -> _Cut:
    """``line`` without marks, its day and hour, in the parts between its commas and dashes."""
    text = _EN_ROUTE.split(_MARKUP.sub(" ", line), maxsplit=1)[0]
    dates = find_dates(text)
    for date in reversed(dates):
        text = f"{_ARTICLE.sub('', text[: date.start])}, {text[date.end :]}"
    text, times = _TIME.subn(",", text)
    lead = _LEAD.match(text)
    parts = [part.strip(" \u00a0-\u2013") for part in _SPLIT.split(text[lead.end() if lead else 0 :])]
    parts = [part for part in parts if any(c.isalnum() for c in part)]
    american = len(parts) > 1 and parts[-1] in STATE_CODES
    return _Cut(
        parts=parts[: len(parts) - american],
        led=lead is not None and lead.group("led") is not None,
        dated=bool(dates) or times > 0,
        american=american,
    )


def _read_part(part: str, rules: Rules) -> _Kind:
    """A known place; or a building, with the known town that its name begins or ends with: `Sarajevo Airport`."""
    for written in (part, part.strip(" .:'\"")):
        place = rules.places.get(written)
        if place is not None:
            return "place", place.name
    words = part.split()
    building = _BUILDING.search(part)
    if building is None or len(words) > _LONGEST_PART or _NO_TOWN.search(part) or not _BUILDING_NAME.match(part):
        return "unknown", ""
    for size in (3, 2, 1):
        # `Hotel Bristol` is named after a town, `Sheraton Hotel Auckland` stands in one.
        ends = (words[:size],) if _BUILDING.match(part) else (words[:size], words[-size:])
        for piece in ends if len(words) > size else ():
            place = rules.places.get(" ".join(piece).strip(" .,"))
            if place is not None and len(rules.places.chain(place.name)) > 1:
                return "building", place.name
    return "building", ""


def _stands_in(parts: list[str], kinds: list[_Kind], rules: Rules) -> bool:
    """Something not known, before the town or state in which it lies: `Lakeside Pavilion, Ohrid`, `Chester, Ohio`.

    Never a person, an office or a paper; and not before a country alone, which may be theirs.
    """
    if len(parts) < 2 or kinds[0][0] != "unknown" or any(kind != "place" for kind, _ in kinds[1:]):
        return False
    where = rules.places.get(kinds[1][1])
    if where is None or where.within is None or not _TOWN.match(parts[0]) or _NO_TOWN.search(parts[0]):
        return False
    named = rules.people.find(parts[0]) or rules.people.find_offices(parts[0]) or rules.outlets.find(parts[0])
    return not named and where.kind in ("city", "region")


def _narrowest(names: list[str], rules: Rules) -> str:
    current = names[0]
    for name in names[1:]:
        inner, outer = rules.places.chain(current), rules.places.chain(name)
        if current in outer or (name not in inner and _is_elsewhere(current, name, rules)):
            current = name
    return current


def _is_elsewhere(current: str, name: str, rules: Rules) -> bool:
    """What is written ``current`` stands in ``name``, not where it is best known: `Parliament House` in Wellington."""
    here, there = rules.places.get(current), rules.places.get(name)
    if here is None or there is None:
        return False
    inner, outer = rules.places.chain(current), rules.places.chain(name)
    if here.kind == "venue":
        return len(inner) > 1 and (there.kind == "city" or inner[-1] != outer[-1])
    # `Paris` in Texas; `Atlanta, Georgia` is not in the country of that name
    return here.kind == "city" and inner[-1] != outer[-1] and inner[-1] != "United States"
