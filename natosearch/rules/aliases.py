"""Names for the same thing, which a query treats as equal: reading aliases.toml, the only file of rules it needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from natosearch.errors import BadRules
from natosearch.rules.files import named, own_files, parse, read_own, read_shipped
from natosearch.rules.spellings import read_words
from natosearch.rules.tables import Table, as_texts, check_keys

_Words = tuple[str, ...]  # folded
_Group = dict[_Words, str]  # the names of one thing, each with the letters that it must be typed with, if any


class Aliases(NamedTuple):
    """Every name that has others; ``longest`` is the number of words of the longest of them."""

    groups: Mapping[_Words, _Group]  # by every name in them
    longest: int

    def others(self, words: _Words, *, written: tuple[str, ...]) -> tuple[_Words, ...]:
        """The other names, folded, of what the folded ``words`` are a name of; ``written`` are these words as typed.

        A name that counts only in capitals is never among them: the index does not know capitals.
        """
        group = self.groups.get(words, {})
        if not group or not _letters("".join(written)).startswith(group[words]):
            return ()
        return tuple(other for other, letters in group.items() if other != words and not letters)


@lru_cache(maxsize=2)
def load_aliases(folder: str = "") -> Aliases:
    """The aliases that the package ships, with those in aliases.toml of a user's ``folder`` laid over them.

    Raises BadRules, which names the file and the entry, where one breaks its format or ``folder`` cannot be read.
    """
    groups = _lay_over([], _read_groups(parse(read_shipped("aliases"))))
    path = own_files(folder)[0].get("aliases", "") if folder else ""
    if path:
        with named(path):
            groups = _lay_over(groups, _read_groups(parse(read_own(path))))
    names = {words: group for group in groups for words in group}
    return Aliases(names, max(map(len, names)))


def _read_groups(table: Table) -> Iterator[tuple[str, _Group]]:
    """Each line of a parsed aliases.toml, as it stands there and as its names."""
    check_keys("aliases", table, (), {"same"})
    owners: dict[_Words, str] = {}
    for line in as_texts("aliases: same", table.get("same", [])):
        group = dict(_read_name(line, name) for name in line.split(" / "))
        for words in group:
            if owners.setdefault(words, line) != line:
                raise BadRules(f"aliases: '{line}': '{' '.join(words)}' stands in '{owners[words]}' already")
        yield line, group


def _read_name(line: str, name: str) -> tuple[_Words, str]:
    exact = name.startswith("=")
    words, _ = read_words(name.removeprefix("="))
    if not words:
        raise BadRules(f"aliases: '{line}': the name '{name}' has no word")
    if exact and name.upper() != name:
        raise BadRules(f"aliases: '{line}': '{name}' is not all in capitals, the only letters that = can ask for")
    return words, _letters(name) if exact else ""


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name))


def _lay_over(known: list[_Group], added: Iterable[tuple[str, _Group]]) -> list[_Group]:
    """``known`` groups, those that share a name with one of ``added`` grown by its others, and then the new ones."""
    groups = list(known)
    number = {words: i for i, group in enumerate(known) for words in group}
    for line, group in added:
        homes = {number[words] for words in group if words in number}
        if len(homes) > 1:
            raise BadRules(f"aliases: '{line}': its names are those of {len(homes)} things already")
        if homes:
            home = homes.pop()
            groups[home] = groups[home] | {words: group[words] for words in group if words not in groups[home]}
        elif len(group) > 1:
            groups.append(group)
        else:
            raise BadRules(f"aliases: '{line}': a second name is missing")
    return groups
