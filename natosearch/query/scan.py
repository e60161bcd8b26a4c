"""The text of a query to tokens. What is no sign of the language is text, whatever it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from natosearch.errors import BadQuery
from natosearch.query.terms import OPERATORS, make_word, most_edits, read_terms
from natosearch.query.tree import FIELDS, TEXT_FIELDS, During, Everything, Has, In, Near, Node, Or, Phrase, Term

Kind = Literal["leaf", "open", "close", "AND", "OR", "NOT"]

# Compiled when first needed: a query in a pipe waits for it, and most need few of them.
# A no-break space inside a number is the number's: `300 000`.
_CHUNK = r'(?:[^\s"()]|(?<=\d)[\u00a0\u202f](?=\d{3}))+'
_MINUS = r'-(?=[\w"(=]|\*(?:[\s()]|$))(?<![^\s(]-)'
_EVERYTHING = r"(?<![^\s(-])\*(?![^\s)])"
_EXACT = r'=(?=[\w"])(?<![^\s(-]=)'
_FIELD = r"([A-Za-z_]{2,}):(?!//)(?=\S)"  # one letter is a label (`Q:what`), `://` an address
_VALUE = r'"([^"]*)"|((?:[^\s"(),]|(?<=\d),(?=\d{3}(?!\d)))+)'
_BEHIND = r"~(\d*)(?!\w)"
_CURLY = r"[\u201c\u201e\u201f\u00ab]([^\u201c-\u201f\u00ab\u00bb]*)[\u201c\u201d\u201f\u00bb]"
_OPENING = frozenset("\u201c\u201e\u201f\u00ab")
_WITHIN = 5  # words, where `"near words"~` names no number


class Token(NamedTuple):
    """A sign or a leaf of the tree, and the code point at which it begins."""

    kind: Kind
    at: int
    node: Node | None = None


class Scan:
    """The tokens of a query, and what its writer should know of how it was read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.notes: list[str] = []


def scan(text: str) -> Scan:
    """The tokens of ``text``; raises BadQuery for an open quotation mark, an unknown field and an unreadable date."""
    found = Scan(text)
    at = 0
    while at < len(text):
        at = at + 1 if text[at].isspace() else _token(found, at)
    for curly in re.finditer(_CURLY, text) if not _OPENING.isdisjoint(text) else ():
        if " " in curly[1].strip():
            found.notes.append(f'{curly[0]} is read as words; straight quotation marks make a phrase: "{curly[1]}"')
    return found


def _match(pattern: str, text: str, at: int) -> re.Match[str] | None:
    return re.compile(pattern).match(text, at)


def _token(found: Scan, at: int) -> int:
    """Read one token at ``at``; where the next begins."""
    text = found.text
    if text[at] in "()":
        found.tokens.append(Token("open" if text[at] == "(" else "close", at))
        return at + 1
    if text[at] == "-" and (minus := _match(_MINUS, text, at)):
        found.tokens.append(Token("NOT", at))
        return minus.end()
    if ":" in text and (named := _match(_FIELD, text, at)) and (end := _field(found, at, named)):
        return end
    exact = text[at] == "=" and _match(_EXACT, text, at) is not None
    start = at + exact
    if text[start] == '"':
        return _quoted(found, start, exact)
    chunk = _match(_CHUNK, text, start)
    assert chunk  # neither white space, a quotation mark nor a bracket stands here
    _chunk(found, chunk, exact)
    return chunk.end()


def _chunk(found: Scan, chunk: re.Match[str], exact: bool) -> None:
    written, at = chunk.group(), chunk.start()
    if written in OPERATORS and not exact:
        found.tokens.append(Token(written, at))  # type: ignore[arg-type]
    elif written == "*" and _match(_EVERYTHING, found.text, at):
        found.tokens.append(Token("leaf", at, Everything()))
    elif node := make_word(read_terms(written, exact)):
        found.tokens.append(Token("leaf", at, node))
        found.notes += most_edits(written)
    elif "*" in written:
        found.notes.append(f"{written} is read as text: * stands behind or inside a word, or alone")


def _quoted(found: Scan, at: int, exact: bool) -> int:
    closed = _closing(found.text, at)
    terms = read_terms(found.text[at + 1 : closed], exact)
    end = closed + 1
    if not terms:
        found.notes.append(f"there is no word in {found.text[at:end]}; it is left out")
    elif behind := _match(_BEHIND, found.text, end):
        within = min(int(behind[1] or _WITHIN), 10**6)
        found.tokens.append(Token("leaf", at, Near(terms, within) if len(terms) > 1 else Phrase(terms)))
        return behind.end()
    else:
        found.tokens.append(Token("leaf", at, Phrase(terms)))
    return end


def _closing(text: str, at: int) -> int:
    closed = text.find('"', at + 1)
    if closed < 0:
        raise BadQuery(text, at, "the quotation mark that opens here is never closed")
    return closed


def _field(found: Scan, at: int, named: re.Match[str]) -> int:
    """Read `name:value`; where the next token begins, 0 if this is only text with a colon in it."""
    text, name, start = found.text, named[1].lower(), named.end()
    if name not in FIELDS:
        if not re.match(r'[\w"]', text[start]):
            return 0
        raise BadQuery(text, at, _unknown(name))
    values, end = _values(text, start)
    if not values:
        found.notes.append(f"{name}: has no value and is read as a word; several values are written {name}:one,other")
        return 0
    if name == "date":
        from natosearch.query.when import parse_period

        node: Node = During(tuple(parse_period(value, text, begins) for value, begins, _ in values))
    else:
        read = [terms for value, _, _ in values if (terms := read_terms(value, exact=name not in TEXT_FIELDS))]
        if not read:
            return 0
        node = _condition(name, read)
    found.tokens.append(Token("leaf", at, node))
    return end


def _condition(name: str, values: list[tuple[Term, ...]]) -> Node:
    if name not in TEXT_FIELDS:
        return Has(name, tuple(dict.fromkeys(values)))
    leaves = tuple(In(name, terms[0] if len(terms) == 1 else Phrase(terms)) for terms in dict.fromkeys(values))
    return leaves[0] if len(leaves) == 1 else Or(leaves)


def _values(text: str, at: int) -> tuple[list[tuple[str, int, bool]], int]:
    """The values from ``at`` on, each with where it begins and whether it is quoted, and where they end."""
    values: list[tuple[str, int, bool]] = []
    end = at
    while at < len(text):
        if text[at] == '"':
            _closing(text, at)
        value = _match(_VALUE, text, at)
        if not value:
            break
        quoted = value[1] is not None
        values.append((value[1] if quoted else value[2], value.start() + quoted, quoted))
        end = value.end()
        if text[end : end + 1] != ",":
            break
        at = end = end + 1
    return values, end


def _unknown(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, FIELDS, n=1, cutoff=0.5)
    offer = f"the nearest is '{near[0]}:'" if near else f"there are {', '.join(FIELDS)}"
    return f"there is no field '{name}'; {offer}; to search for it as text put it in double quotes"


def dangling(tokens: list[Token]) -> Iterator[int]:
    """The numbers of the tokens AND, OR and NOT that have nothing to join or negate."""
    for number, token in enumerate(tokens):
        if token.kind not in OPERATORS:
            continue
        before = tokens[number - 1].kind if number else "open"
        after = tokens[number + 1].kind if number + 1 < len(tokens) else "close"
        if after not in ("leaf", "open", "NOT") or (token.kind != "NOT" and before not in ("leaf", "close")):
            yield number
