"""Words that some write in one and some with a hyphen or in two: cooperation, co-operation; antisatellite."""

from __future__ import annotations

import re

# Beginnings that are set off so; `co` begins too many other words (coalition, cost).
_PARTS = r"(anti|counter|cyber|multi|non|semi)(.{4,})|(co)((?:operat|ordinat|exist).*)"
_SET_OFF = frozenset(("anti", "co", "counter", "cyber", "multi", "non", "semi"))


def other_spellings(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """What folded ``words`` are in the other way of writing, as folded words; nothing for most."""
    if len(words) == 2 and words[0] in _SET_OFF:
        return (("".join(words),),)
    if len(words) != 1:
        return ()
    found = re.fullmatch(_PARTS, words[0])
    return (tuple(part for part in found.groups() if part),) if found else ()
