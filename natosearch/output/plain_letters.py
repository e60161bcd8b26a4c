"""Text where the encoding of a terminal lacks some of its characters: plain signs and base letters, not `?`."""

from __future__ import annotations

import codecs
import io
import unicodedata
from functools import lru_cache

_ERRORS = "natosearch-plain"
_SIGNS = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a\u2032\u02bc", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u2500", "-"),
    **dict.fromkeys("\u00b7\u2022\u2023\u25aa\u25cf\u25e6", "*"),
    "\u2026": "...", "\u2190": "<-", "\u2192": "->", "\u21d2": "=>", "\u2044": "/", "\u00d7": "x", "\u00a9": "(c)",
    "\u00ae": "(r)", "\u20ac": "EUR", "\u00a3": "GBP", "\u00a7": "s.", "\u00a1": "!", "\u00bf": "?",
    "\u00c6": "AE", "\u00e6": "ae", "\u0152": "OE", "\u0153": "oe", "\u00d8": "O", "\u00f8": "o", "\u00df": "ss",
    "\u1e9e": "SS", "\u0110": "D", "\u0111": "d", "\u00d0": "D", "\u00f0": "d", "\u00de": "Th", "\u00fe": "th",
    "\u0141": "L", "\u0142": "l", "\u0131": "i", "\u0126": "H", "\u0127": "h", "\u014a": "N", "\u014b": "n",
    "\u018f": "E", "\u0259": "e", "\u0166": "T", "\u0167": "t",
    **{chr(0x2400 + code): f"^{chr(0x40 + code)}" for code in range(0x20)},  # the pictures of controls
}  # fmt: skip
_UNSEEN = ("Mn", "Me", "Cf")  # Unicode categories: accents, joiners, variation selectors


def spell_plainly(stream: object) -> None:
    """Let ``stream`` write what its encoding lacks in ASCII instead of raising."""
    if isinstance(stream, io.TextIOWrapper):
        codecs.register_error(_ERRORS, _replace)
        stream.reconfigure(errors=_ERRORS)


def spelled(text: str, encoding: str) -> list[str]:
    """Each code point of ``text`` as :func:`spell_plainly` writes it: one character, several or none."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return [character if _has(encoding, character) else _plain(character) for character in text]
    return list(text)


def _has(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_plain, error.object[error.start : error.end])), error.end


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """``character`` in ASCII: a sign like it, its base letter, nothing for what has no width; `?` if there is none."""
    if unicodedata.category(character) in _UNSEEN:
        return ""
    parts = unicodedata.normalize("NFKD", _SIGNS.get(character, character))
    plain = "".join(_SIGNS.get(part, part) for part in parts if unicodedata.category(part) not in _UNSEEN)
    return plain if plain.isascii() and plain else "?"
