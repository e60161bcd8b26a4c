"""Text that was once read in the wrong encoding and saved so: found and reported, never changed.

What stands in a file is what is quoted from it; how to mend it is for its owner to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])\?(?:s|t|re|ve|ll)\b(?![/=&])")
_LOST = re.compile("\ufffd")
_CONTROL = re.compile("[\x80-\x84\x86-\x9f]")  # U+0085 ends lines in some texts
_LINE_END = re.compile(r"\r\n|\r|\n")


def _shown(byte: int, encoding: str) -> str:
    """The character as which a program shows ``byte``; where its table has a hole most keep the byte."""
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


def _damage(encoding: str, leads: bytes) -> str:
    """A pattern for the two bytes of a letter, and the three of a quotation mark or a dash, as ``encoding`` shows them.

    As second byte quotation marks and dashes are left out (a word may end in a letter that is a first one), and
    capitals (`MĂŞTI` is Romanian; in Cyrillic they do no harm).
    """
    seconds = (_shown(byte, encoding) for byte in (*range(0x80, 0x91), *range(0x98, 0xC0)))
    second = "".join(re.escape(sign) for sign in seconds if encoding == "cp1251" or not sign.isupper())
    third = "".join(re.escape(_shown(byte, encoding)) for byte in range(0x80, 0xC0))
    first = "".join(re.escape(_shown(byte, encoding)) for byte in leads)
    dash = re.escape(_shown(0xE2, encoding)) + "[" + re.escape(_shown(0x80, encoding) + _shown(0x82, encoding)) + "]"
    return f"[{first}][{second}]|{dash}[{third}]"


_LATIN = b"\xc2\xc3\xc4\xc5"
# The encoding, the letters with which its damage begins, and the damage.
_DAMAGES = (
    ("cp1252", "ÂÃÄÅâ", re.compile(f"{_damage('cp1252', _LATIN)}|[\xc3-\xc5][\x80-\x9f]")),
    ("cp1250", "ÂĂÄĹâ", re.compile(_damage("cp1250", _LATIN))),
    # `Рівне` is Ukrainian; three such pairs in a row are nothing.
    ("cp1251", "РСв", re.compile(f"(?:{_damage('cp1251', bytes([0xD0, 0xD1]))}){{3}}|вЂ[™“”¦]")),
)


def find_mojibake(text: str) -> tuple[str, ...]:
    """A warning for each kind of damage that ``text`` shows: what was seen, on which line first, how to mend it."""
    return tuple(_warnings(text))


def _warnings(text: str) -> Iterator[str]:
    apostrophe = _APOSTROPHE.search(text)
    if apostrophe:
        yield f"apostrophes seem to have been lost to question marks: {_where(text, apostrophe)}"
    if text.isascii():
        return
    hits = {
        encoding: pattern.findall(text) if any(lead in text for lead in leads) else []
        for encoding, leads, pattern in _DAMAGES
    }
    encoding = max(hits, key=lambda name: len(hits[name]))
    if hits[encoding]:
        first = re.search(re.escape(hits[encoding][0]), text)
        seen = f"{_where(text, first)}{_meant(first.group(), encoding)}" if first else ""
        yield f"UTF-8 that was once read as {encoding}: {seen}; mend it, for example with: ftfy FILE"
    lost = _LOST.search(text)
    if lost:
        yield f"letters were lost before this file was saved: {_where(text, lost)}"
    control = _CONTROL.search(text)
    if control and not hits[encoding]:
        yield f"Windows signs that were once read as Latin-1: U+{ord(control.group()):04X}{_line(text, control)}"


def _where(text: str, match: re.Match[str]) -> str:
    return f"'{match.group()}'{_line(text, match)}"


def _line(text: str, match: re.Match[str]) -> str:
    return f" on line {len(_LINE_END.findall(text, 0, match.start())) + 1}"


def _meant(seen: str, encoding: str) -> str:
    """`, meant was 'š'`, if the bytes behind ``seen`` say so."""
    table = {_shown(byte, encoding): byte for byte in range(0x80, 0x100)}
    try:
        return f", meant was '{bytes(table.get(sign, ord(sign)) for sign in seen).decode()}'"
    except ValueError:
        return ""
