"""Text and options to a Query.

    together   either+                        words and groups side by side: most, all or any of them must match
    either     both ("OR" both)*
    both       single ("AND" single)*
    single     ("NOT" | "-") single | "(" together ")" | leaf

So `KFOR troops OR soldiers` is KFOR and one of the other two, as in the search engines that readers know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from natosearch.errors import BadQuery
from natosearch.query.occurrences import leaf_terms
from natosearch.query.plan import Alias, make_plan
from natosearch.query.scan import Scan, Token, scan
from natosearch.query.terms import OPERATORS
from natosearch.query.tree import (
    And,
    Filters,
    Fuzzy,
    Has,
    In,
    Leaf,
    Matching,
    Node,
    Not,
    Or,
    Pattern,
    Query,
    Term,
    Together,
    Word,
)

_LONGEST = 10_000  # code points
_MOST_PATTERNS = 32
_DEEPEST = 40  # brackets inside brackets


def parse_query(
    text: str,
    filters: Filters | None = None,
    *,
    matching: Matching = "most",
    exact: bool = False,
    alias: Alias | None = None,
) -> Query:
    """The query that ``text`` and the options ask for; raises BadQuery, with the position, for what it cannot mean.

    ``alias`` gives the other names of a run of words; :func:`natosearch.query.plan.make_plan` says what must match.
    """
    tree, notes = parse_tree(text)
    plan = make_plan(tree, filters or Filters(), matching=matching, exact=exact, alias=alias)
    return Query(tree, plan, notes=notes)


def parse_tree(text: str) -> tuple[Node, tuple[str, ...]]:
    """How ``text`` is read, and notes where its writer may have meant something else."""
    if len(text) > _LONGEST:
        raise BadQuery("", 0, f"the query has {len(text)} characters, at most {_LONGEST} can be searched for at once")
    found = scan(text)
    _check_brackets(found)
    _check_patterns(found)
    _settle(found)
    parser = _Parser(found)
    return parser.together(), tuple(dict.fromkeys(found.notes))


def _check_brackets(found: Scan) -> None:
    opened: list[int] = []
    for token in found.tokens:
        if token.kind == "open":
            opened.append(token.at)
        elif token.kind == "close":
            if not opened:
                raise BadQuery(found.text, token.at, "the bracket that closes here was never opened")
            opened.pop()
        if len(opened) > _DEEPEST:
            raise BadQuery(found.text, token.at, f"more than {_DEEPEST} brackets inside each other")
    if opened:
        raise BadQuery(found.text, opened[-1], "the bracket that opens here is never closed")


def _check_patterns(found: Scan) -> None:
    """Raise BadQuery for more patterns than can be looked up while somebody waits: each is held against every word."""
    patterns = 0
    for token in found.tokens:
        patterns += sum(isinstance(term, Pattern | Fuzzy) for term in _terms(token.node))
        if patterns > _MOST_PATTERNS:
            raise BadQuery(found.text, token.at, f"more than {_MOST_PATTERNS} words with *, ? or ~ in one query")


def _terms(node: Node | None) -> tuple[Term, ...]:
    """The terms of a leaf, of a leaf in a field, of a condition on values, or of several of these."""
    if isinstance(node, Has):
        return tuple(term for value in node.values for term in value)
    if isinstance(node, Or):
        return tuple(term for part in node.parts for term in _terms(part))
    if isinstance(node, In):
        return leaf_terms(node.leaf)
    return leaf_terms(node) if isinstance(node, Leaf) else ()


def _settle(found: Scan) -> None:
    """Read AND, OR and NOT that join nothing as words, and leave out brackets with nothing inside."""
    found.tokens = _without_empty_brackets(found)
    while lost := list(_dangling(found.tokens)):
        for number in reversed(lost):
            token = found.tokens[number]
            if found.text[token.at] == "-":
                del found.tokens[number]
                continue
            found.notes.append(f"{token.kind} has nothing to join here and is read as a word")
            found.tokens[number] = Token("leaf", token.at, Word(token.kind.lower()))
        found.tokens = _without_empty_brackets(found)  # a hyphen may have been all that one held
    found.tokens = [token for token in found.tokens if token.kind != "nothing"]


def _dangling(tokens: list[Token]) -> Iterator[int]:
    """The numbers of the tokens AND, OR and NOT that have nothing to join or negate."""
    for number, token in enumerate(tokens):
        if token.kind not in OPERATORS:
            continue
        before = tokens[number - 1].kind if number else "open"
        after = tokens[number + 1].kind if number + 1 < len(tokens) else "close"
        if after not in ("leaf", "open", "NOT") or (token.kind != "NOT" and before not in ("leaf", "close")):
            yield number


def _without_empty_brackets(found: Scan) -> list[Token]:
    """The tokens, brackets with nothing inside as one that holds their place: no operator takes what comes next."""
    kept: list[Token] = []
    for token in found.tokens:
        inside = len(kept)
        while inside and kept[inside - 1].kind == "nothing":
            inside -= 1
        if token.kind == "close" and inside and kept[inside - 1].kind == "open":
            found.notes.append("brackets with no word between them are left out")
            kept[inside - 1 :] = [Token("nothing", kept[inside - 1].at)]
        else:
            kept.append(token)
    return kept


class _Parser:
    """A reader of tokens that are known to be well formed."""

    def __init__(self, found: Scan) -> None:
        self._tokens = found.tokens
        self._at = 0

    def together(self) -> Node:
        parts = []
        while self._kind() not in ("close", ""):
            parts.append(self._either())
        return parts[0] if len(parts) == 1 else Together(tuple(parts))

    def _either(self) -> Node:
        return self._joined("OR", self._both, Or)

    def _both(self) -> Node:
        return self._joined("AND", self._single, And)

    def _joined(self, sign: str, read: Callable[[], Node], make: type[And] | type[Or]) -> Node:
        parts = [read()]
        while self._kind() == sign:
            self._at += 1
            parts.append(read())
        flat = tuple(part for one in parts for part in (one.parts if isinstance(one, make) else (one,)))
        return parts[0] if len(parts) == 1 else make(flat)

    def _single(self) -> Node:
        negated = False
        while self._kind() == "NOT":
            negated = not negated
            self._at += 1
        node = self._group()
        if not negated:
            return node
        return node.part if isinstance(node, Not) else Not(node)

    def _group(self) -> Node:
        token = self._tokens[self._at]
        self._at += 1
        if token.kind != "open":
            assert token.node is not None
            return token.node
        node = self.together()
        self._at += 1
        return node

    def _kind(self) -> str:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else ""
