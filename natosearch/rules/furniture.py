"""Page matter that a line's words give away: menus, share bars, credits, update stamps, teasers."""

from __future__ import annotations

from dataclasses import dataclass

from natosearch.errors import BadRules
from natosearch.text.words import fold_text

_LISTS = ("line", "credit", "stamp", "begins", "tail")
_CREDIT_WORDS = 12  # a credit names a source, a stamp a moment; a longer line that begins so is prose


@dataclass(frozen=True, slots=True)
class Furniture:
    """What pages of this genre print around their documents; every entry is folded."""

    line: frozenset[str]
    credit: frozenset[str]
    stamp: tuple[str, ...]
    begins: tuple[str, ...]
    tail: frozenset[str]

    def is_furniture(self, line: str) -> bool:
        """Whether ``line`` is page matter wherever it stands."""
        folded = fold_text(line)
        if folded in self.line or self._stamps(folded) or _begins(folded, self.begins):
            return True
        word, colon, rest = line.partition(":")
        return bool(colon) and fold_text(word) in self.credit and len(rest.split()) <= _CREDIT_WORDS

    def is_stamp(self, line: str) -> bool:
        """Whether ``line`` says when the page was changed, which is never when the event was."""
        return self._stamps(fold_text(line))

    def _stamps(self, folded: str) -> bool:
        short = len(folded.split()) <= _CREDIT_WORDS
        return short and _begins(folded, self.stamp) and any(c.isdigit() for c in folded)

    def opens_tail(self, line: str) -> bool:
        """Whether what follows ``line`` is no longer the document."""
        return fold_text(line) in self.tail


def parse_furniture(table: dict[str, object]) -> Furniture:
    """The rules of a ``furniture.toml``; raises BadRules for an unknown list or an entry that is no text."""
    for key, value in table.items():
        if key not in _LISTS:
            raise BadRules(f"furniture: unknown list '{key}' (known: {', '.join(_LISTS)})")
        if not isinstance(value, list) or not all(isinstance(entry, str) and fold_text(entry) for entry in value):
            raise BadRules(f"furniture: '{key}' must be a list of texts")
    folded = {key: tuple(fold_text(str(entry)) for entry in _entries(table, key)) for key in _LISTS}
    return Furniture(
        line=frozenset(folded["line"]),
        credit=frozenset(folded["credit"]),
        stamp=folded["stamp"],
        begins=folded["begins"],
        tail=frozenset(folded["tail"]),
    )


def _entries(table: dict[str, object], key: str) -> list[object]:
    value = table.get(key, [])
    return value if isinstance(value, list) else []


def _begins(folded: str, openings: tuple[str, ...]) -> bool:
    # Only what begins so at all is compared word by word; most lines are not.
    return folded.startswith(openings) and any(f"{folded} ".startswith(f"{opening} ") for opening in openings)
