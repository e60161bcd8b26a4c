"""Front matter: the `key: value` lines between two rules at the top of a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from natosearch.model.documents import Found, Given, Listed
from natosearch.rules import Rules
from natosearch.rules.topics.topics import MOST_TOPICS
from natosearch.segment.facts.given import is_known_place, read_kind, read_person, read_place
from natosearch.text.lines import Line
from natosearch.text.words import fold_text

SOURCE = "front matter"

_RULE = re.compile(r"-{3,}$")
_MOST_LINES = 60
_FIELD = re.compile(r"(?P<key>[A-Za-z][\w-]*):(?:\s+(?P<value>.*))?$")
_ITEM = re.compile(r"-\s+")
_ADDRESS = re.compile(r"https?://\S{1,2000}\Z")
_IN_LIST = re.compile(r"\"[^\"]*\"|'[^']*'|[^,]+")
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
    return {key: _unquoted(_joined(pieces).strip()) for key, pieces in _fields(lines).items()}


def given_in_front_matter(lines: list[Line], rules: Rules) -> Given:
    """What the front matter says of the document's speakers, place, topics, kind and address.

    Its date and title are read where those are found. What means nothing here (`tags: speeches-remarks`,
    `type: post`) is left alone, as is a place of which no part is known.
    """
    fields = _fields(lines)
    if not fields:
        return Given()
    speakers = [read_person(name, rules) for name in _listed(fields, "speakers", "speaker") if fold_text(name)]
    places = [read_place(text, rules) for text in _listed(fields, "place", "location", "venue")]
    topics = [tag for tag in _listed(fields, "topics", "topic", "tags") if tag in rules.topics.ids]
    kinds = [kind for text in _listed(fields, "kind", "type") if (kind := read_kind(text))]
    if not fields.get("kind"):  # a site may call every page's `type` an article
        kinds = [kind for kind in kinds if kind != "article"]
    urls = [url for url in _listed(fields, "url", "source_url") if _ADDRESS.match(url)]
    place = next((place for place in places if is_known_place(place, rules)), ())
    return Given(
        kind=_found(kinds),
        url=_found(urls),
        speakers=_all(speakers),
        place=_all(place),
        topics=_all(topics[:MOST_TOPICS]),
    )


def _found(values: Sequence[str]) -> Found:
    return Found(values[0], SOURCE) if values else Found()


def _all(values: Sequence[str]) -> Listed:
    return Listed(tuple(dict.fromkeys(values)), SOURCE) if values else Listed()


def _listed(fields: dict[str, list[str]], *keys: str) -> list[str]:
    """The values under ``keys``: of a list, in brackets or an item a line, each; else the parts between semicolons."""
    values: list[str] = []
    for key in keys:
        first, *items = fields.get(key, [""])
        whole = _joined([first, *items]).strip()
        if not first and items and all(_ITEM.match(item) for item in items):
            values += [_ITEM.sub("", item, count=1) for item in items]
        elif whole.startswith("[") and whole.endswith("]"):
            values += _IN_LIST.findall(whole[1:-1])
        else:
            values += _unquoted(whole).split(";")
    return [value for text in values if (value := _unquoted(text.strip()).strip())]


def _joined(pieces: list[str]) -> str:
    """The pieces of one value; a backslash at a line's end or beginning only folds it."""
    joined = pieces[0]
    for piece in pieces[1:]:
        joined = f"{joined.removesuffix(chr(92))} {piece.removeprefix(chr(92))}"
    return joined


def _fields(lines: list[Line]) -> dict[str, list[str]]:
    """The lines of each field's value, keys in lower case."""
    fields: dict[str, list[str]] = {}
    key = ""
    for line in lines[1 : max(1, front_matter_end(lines) - 1)]:
        field = _FIELD.match(line.text)
        if field:
            key = field.group("key").lower()
            fields[key] = [field.group("value") or ""]
        elif key:
            fields[key].append(line.text)
    return fields


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
