"""The news organisations whose reporters ask: reading outlets.toml, and finding their names in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from natosearch.errors import BadRules
from natosearch.rules.gaps import bare_end
from natosearch.rules.people.designations import Designation, index_designations, is_shouted, standing_at
from natosearch.rules.spellings import read_words
from natosearch.rules.tables import as_table, as_tables, as_text, as_texts, check_keys
from natosearch.text.words import fold, split_words

_FURTHER_WORD = re.compile(r"[^\S\n]+\w")


class Outlets:
    """The names of news organisations. Built once by ``parse_outlets``."""

    __slots__ = ("_designations",)

    def __init__(self, designations: Iterable[Designation]) -> None:
        self._designations = index_designations(designations)

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """``(start, end, canonical name)`` of every outlet in order, not overlapping, the longest; capitals needed."""
        words = split_words(text)
        found: list[tuple[int, int, str]] = []
        end = 0
        for i in words.among(self._designations):
            if i < end:
                continue
            for designation, stop in standing_at(self._designations, words, i):
                if not (designation.bare and _FURTHER_WORD.match(text, words.ends[stop - 1])):
                    found.append((words.starts[i], bare_end(text, words[stop - 1]), designation.target))
                    end = stop
                    break
        return found


_Known = dict[tuple[tuple[str, ...], bool], Designation]  # by folded words, and whether they count only in capitals


def parse_outlets(table: Mapping[str, object]) -> Outlets:
    """The news organisations of a parsed outlets.toml. Raises BadRules where it breaks its format."""
    check_keys("outlets", table, {"group"})
    known: _Known = {}
    for group in as_tables("group", table["group"]):
        place = f"group '{as_text('group', group.get('name'))}'"
        check_keys(place, group, {"name", "outlets"}, {"closed"})
        closed = set(as_texts(f"{place}: closed", group.get("closed", [])))
        for name, also in as_table(place, group["outlets"]).items():
            for spelling in (name, *as_texts(f"outlet '{name}'", also)):
                _add(known, name, spelling, closed)
        if closed:
            raise BadRules(f"{place}: closed: '{min(closed)}' is no outlet of this group")
    return Outlets(known.values())


def _add(known: _Known, name: str, spelling: str, closed: set[str]) -> None:
    words, written = read_words(spelling)
    shout = is_shouted(spelling)
    if not words or (words, shout) in known:
        owner = known[words, shout].target if words else "nothing"
        raise BadRules(f"outlet '{name}': '{spelling}' is a name of {owner} already")
    capitals = tuple([fold(word[0]) if word[0].isupper() else "" for word in written])
    known[words, shout] = Designation(words, name, shout, spelling in closed, capitals)
    closed.discard(spelling)
