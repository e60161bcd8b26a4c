"""Front matter: the `key: value` lines between two rules at the top of a Markdown file."""

from __future__ import annotations

import re

from natosearch.text.lines import Line

_RULE = re.compile(r"-{3,}$")
_MOST_LINES = 60
_FIELD = re.compile(r"(?P<key>[A-Za-z][\w-]*):(?:\s+(?P<value>.*))?$")
_ESCAPE = re.compile(r"\\(?:u(?P<code>[0-9A-Fa-f]{4})|(?P<sign>.))")


def front_matter_end(lines: list[Line]) -> int:
    """The number of lines of front matter, its two rules included; 0 without one."""
    if lines and _RULE.match(lines[0].text):
        for number, line in enumerate(lines[1:_MOST_LINES], start=1):
            if _RULE.match(line.text):
                return number + 1
    return 0


def read_front_matter(lines: list[Line]) -> dict[str, str]:
    """The fields of the front matter, keys in lower case, in the plain part of YAML that such files use.

    A value may be quoted and go on over several lines; of a list or a block nothing is read but its words.
    """
    fields: dict[str, str] = {}
    key = ""
    for line in lines[1 : max(1, front_matter_end(lines) - 1)]:
        field = _FIELD.match(line.text)
        if field:
            key = field.group("key").lower()
            fields[key] = field.group("value") or ""
        elif key:
            fields[key] = f"{fields[key].removesuffix(chr(92))} {line.text.removeprefix(chr(92))}"
    return {key: _unquoted(value.strip()) for key, value in fields.items()}


def _unquoted(value: str) -> str:
    """``value`` as YAML means it: `"President\\\\_Biden"` has a no-break space, which is a space here."""
    if len(value) > 1 and value[0] == value[-1] == '"':
        return " ".join(_ESCAPE.sub(_meant, value[1:-1]).split())
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return value


def _meant(match: re.Match[str]) -> str:
    code, sign = match.group("code"), match.group("sign")
    if code:
        return chr(int(code, 16))
    return {"_": " ", "n": " ", "t": " ", " ": " "}.get(sign, sign)
