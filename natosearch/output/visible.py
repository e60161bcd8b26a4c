"""Text that a document brings, made safe to show: a terminal must not obey what a transcript contains."""

from __future__ import annotations

import re

# C0 and C1 controls (escape sequences begin with one), bidirectional overrides and isolates, Unicode line separators.
UNSAFE = r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"


def visible(text: str) -> str:
    """``text`` of the same length with every control character but the line feed shown as a picture or replaced."""
    # Nothing of this is printable: most text need not wait until the pattern is compiled.
    return text if text.isprintable() else re.sub(UNSAFE, _picture, text)


def one_line(text: str) -> str:
    """``text`` on one line: every run of white space one space, controls made visible."""
    return visible(" ".join(text.split()))


def flat(text: str) -> str:
    """``text`` of the same length on one line, controls made visible: offsets and the spaces of a path still hold."""
    return visible(text).replace("\n", " ")


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    return " " if code in (9, 13) else chr(0x2400 + code) if code < 0x20 else "\ufffd"
