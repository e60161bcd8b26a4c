"""The text of a query to tokens. What is no sign of the language is text, whatever it looks like."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from natosearch.errors import BadQuery
from natosearch.query.terms import make_word, read_otherwise, read_terms
from natosearch.query.tree import FIELDS, TEXT_FIELDS, During, Everything, Has, In, Leaf, Near, Node, Or, Phrase, Term

Kind = Literal["leaf", "open", "close", "AND", "OR", "NOT", "nothing"]

# Compiled when first needed: a query in a pipe waits for it, and most need few of them.
# A no-break space inside a number is the number's: `300 000`.
_CHUNK = r'(?:[^\s"()]|(?<=\d)[\u00a0\u202f](?=\d{3}))+'
_MINUS = r"-(?=[^\s)-])(?<![^\s(]-)"
_EVERYTHING = r"(?<![^\s(-])\*(?![^\s)])"
_EXACT = r'=(?=[\w"])(?<![^\s(-]=)'
_FIELD = r"([A-Za-z_]{2,}):(?!//)"  # one letter is a label (`Q:what`), `://` an address
_VALUE = r'"([^"]*)"|((?:[^\s"(),]|(?<=\d),(?=\d{3}(?!\d)))+)'
_BEHIND = r"~(\d*)(?!\w)"
_TILDE = r"~\d*(?!\w)"
_CURLY = r"[\u201c\u201e\u201f\u00ab]([^\u201c-\u201f\u00ab\u00bb]*)[\u201c\u201d\u201f\u00bb]"
_OPENING = frozenset("\u201c\u201e\u201f\u00ab")
_OPERATORS: dict[str, Kind] = {"AND": "AND", "OR": "OR", "NOT": "NOT"}
_WITHIN = 5  # words, where `"near words"~` names no number


class Token(NamedTuple):
    """A sign or a leaf of the tree, and the code point at which it begins."""

    kind: Kind
    at: int
    node: Node | None = None


class _Value(NamedTuple):
    """A value of a field as written, the code point at which it begins, and whether it is quoted."""

    text: str
    at: int
    quoted: bool


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
    exact = text[at] == "=" and _match(_EXACT, text, at) is not None
    start = at + exact
    if ":" in text and (named := _match(_FIELD, text, start)) and (end := _field(found, named, exact)):
        return end
    if text[start] == '"':
        return _quoted(found, start, exact)
    chunk = _match(_CHUNK, text, start)
    assert chunk  # neither white space, a quotation mark nor a bracket stands here
    _chunk(found, chunk, exact)
    return chunk.end()


def _chunk(found: Scan, chunk: re.Match[str], exact: bool) -> None:
    written, at = chunk.group(), chunk.start()
    operator = None if exact else _OPERATORS.get(written)
    if operator:
        found.tokens.append(Token(operator, at))
    elif written == "*" and _match(_EVERYTHING, found.text, at):
        found.tokens.append(Token("leaf", at, Everything()))
    else:
        terms = read_terms(written, exact)
        node = make_word(terms)
        found.tokens.append(Token("leaf", at, node) if node else Token("nothing", at))
        found.notes += read_otherwise(written, terms)


def _quoted(found: Scan, at: int, exact: bool) -> int:
    end = _closing(found.text, at) + 1
    written = found.text[at + 1 : end - 1]
    terms = read_terms(written, exact)
    found.notes += read_otherwise(written, terms)
    if not terms:
        found.notes.append(f"there is no word in {found.text[at:end]}; it is left out")
        found.tokens.append(Token("nothing", at))
        return end
    leaf, end = _near(found, terms, end)
    found.tokens.append(Token("leaf", at, leaf))
    return end


def _near(found: Scan, terms: tuple[Term, ...], end: int) -> tuple[Phrase | Near, int]:
    """The quoted ``terms`` as a phrase, or near each other where ``~`` stands behind them, and where that ends."""
    behind = _match(_BEHIND, found.text, end)
    if not behind:
        if found.text[end : end + 1] == "~":
            found.notes.append('~ behind a phrase needs a number of words, as in "near words"~5; it is read as text')
        return Phrase(terms), end
    within = int(behind[1][:6] or _WITHIN)  # six digits are more words than a turn has
    return Near(terms, within) if len(terms) > 1 else Phrase(terms), behind.end()


def _closing(text: str, at: int) -> int:
    closed = text.find('"', at + 1)
    if closed < 0:
        raise BadQuery(text, at, "the quotation mark that opens here is never closed")
    return closed


def _field(found: Scan, named: re.Match[str], exact: bool) -> int:
    """Read `name:value`; where the next token begins, 0 if this is only text with a colon in it."""
    text, name, start = found.text, named[1].lower(), named.end()
    if name not in FIELDS:
        if _is_meant_as_field(name, text[start : start + 1]):
            raise BadQuery(text, named.start(), _unknown(name))
        return 0
    values, end = _values(text, start, wordless=name == "date")
    if not values:
        found.notes.append(f"{name}: has no value and is read as a word; write {name}:value or {name}:one,other")
        return 0
    if text[end - 1] == ",":
        found.notes.append(f"a comma at the end of {name}:... is left out; several values are written {name}:one,other")
    if name == "date":
        from natosearch.query.when import parse_period

        node: Node = During(tuple(parse_period(value.text, text, value.at) for value in values))
    elif name in TEXT_FIELDS:
        leaves, end = _leaves(found, values, end, exact)
        node = Or(tuple(In(name, leaf) for leaf in leaves)) if len(leaves) > 1 else In(name, leaves[0])
    else:
        read = [read_terms(value.text, exact=True) for value in values]
        found.notes += [
            note for value, terms in zip(values, read, strict=True) for note in read_otherwise(value.text, terms)
        ]
        node = Has(name, tuple(dict.fromkeys(read)))
    found.tokens.append(Token("leaf", named.start(), node))
    if tilde := _match(_TILDE, text, end):
        found.notes.append(f"{tilde[0]} behind {name}:... is left out: it is for phrases of words")
        end = tilde.end()
    return end


def _leaves(found: Scan, values: list[_Value], end: int, exact: bool) -> tuple[list[Leaf], int]:
    """What a field of words is asked for, each once, and where that ends."""
    leaves: list[Leaf] = []
    for value in values:
        terms = read_terms(value.text, exact or value.text.startswith("="))
        found.notes += read_otherwise(value.text, terms)
        leaves.append(terms[0] if len(terms) == 1 else Phrase(terms))
    if len(values) == 1 and values[0].quoted:
        terms = read_terms(values[0].text, exact)
        near, end = _near(found, terms, end)
        leaves = [near] if isinstance(near, Near) else leaves
    return list(dict.fromkeys(leaves)), end


def _is_meant_as_field(name: str, following: str) -> bool:
    """Whether ``name`` and a colon, with this character behind, are more than text."""
    if not following or following.isspace():
        return False
    return bool(re.match(r'[\w"]', following)) or bool(_nearest(name, 0.75))


def _values(text: str, at: int, *, wordless: bool) -> tuple[list[_Value], int]:
    """The values from ``at`` on, those without a word only if asked for, and where they end, a last comma included."""
    values: list[_Value] = []
    end = at
    while at < len(text):
        if text[at] == '"':
            _closing(text, at)
        found = _match(_VALUE, text, at)
        if not found:
            break
        quoted = found[1] is not None
        value = _Value(found[1] if quoted else found[2], found.start() + quoted, quoted)
        values += [value] if wordless or read_terms(value.text) else []
        end = found.end()
        if text[end : end + 1] != ",":
            break
        at = end = end + 1
    return values, end


def _unknown(name: str) -> str:
    near = _nearest(name, 0.5)
    offer = f"the nearest is '{near[0]}:'" if near else f"there are {', '.join(FIELDS)}"
    return f"there is no field '{name}'; {offer}; to search for it as text put it in double quotes"


def _nearest(name: str, cutoff: float) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(name, FIELDS, n=1, cutoff=cutoff)
