"""What may stand between two words of one name, and behind its last."""

from __future__ import annotations

import re

from natosearch.text.words import Word

GAP = re.compile(r"(?:[^\S\n]*(?:\n[^\S\n]*)?|-|\u2011)\Z")
POSSESSIVE = re.compile(r"['\u2019\u02bc][sS]\Z")


def adjoins(text: str, left: Word, right: Word, comma: bool = False) -> bool:
    """Whether only a space, a line break or a hyphen parts two words; before it a comma where ``comma`` allows one."""
    between = text[left.end : right.start]
    return bool(GAP.match(between.removeprefix(",") if comma else between))


def bare_end(text: str, word: Word) -> int:
    """The code point at which ``word`` ends, a possessive 's left out."""
    found = POSSESSIVE.search(text[word.start : word.end])
    return word.end - len(found.group()) if found else word.end
