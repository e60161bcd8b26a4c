"""A query as it would be typed: parsed again it gives the same tree."""

from __future__ import annotations

from natosearch.query.tree import (
    And,
    Compound,
    Days,
    During,
    Everything,
    Fuzzy,
    Has,
    In,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Same,
    Some,
    Term,
    Together,
    Word,
)


def show(node: Node) -> str:
    """``node`` in the query language."""
    if isinstance(node, (Together, Some, Or, And)):
        return _JOINS[type(node)].join(_inside(part, type(node)) for part in node.parts)
    if isinstance(node, Not):
        return f"NOT {_inside(node.part, Not)}"
    if isinstance(node, Has):
        return f"{node.field}:{','.join(map(_value, node.values))}"
    if isinstance(node, During):
        return f"date:{','.join(map(_period, node.ranges))}"
    if isinstance(node, In):
        shown = show_leaf(node.leaf)
        bare = shown.removeprefix("=")  # `title:="two words"` would end before the quotation mark
        return f"{'=' if bare != shown else ''}{node.field}:{bare}"
    return "*" if isinstance(node, Everything) else show_leaf(node)


_JOINS = {Together: " ", Some: " ", Or: " OR ", And: " AND "}
# How tightly each binds; what binds less tightly than what it stands in needs brackets.
_TIGHT = {Together: 0, Some: 0, Or: 1, And: 2, Not: 3}


def _inside(node: Node, outer: type) -> str:
    tight = _TIGHT.get(type(node), 4)
    shown = show(node)
    return f"({shown})" if tight < _TIGHT[outer] or (tight == _TIGHT[outer] == 0) else shown


def show_leaf(leaf: Leaf) -> str:
    """A word or phrase as typed; of several names the one asked for."""
    if isinstance(leaf, Same):
        return show_leaf(leaf.asked)
    if isinstance(leaf, (Phrase, Near)):
        behind = f"~{leaf.within}" if isinstance(leaf, Near) else ""
        return f'{_sign(leaf.terms)}"{" ".join(map(_bare, leaf.terms))}"{behind}'
    if isinstance(leaf, Compound):
        return _sign(leaf.terms) + "-".join(map(_bare, leaf.terms))
    return _sign((leaf,)) + _bare(leaf)


def _sign(terms: tuple[Term, ...]) -> str:
    return "=" if any(isinstance(term, Word) and term.exact for term in terms) else ""


def _bare(term: Term) -> str:
    if isinstance(term, Pattern):
        return term.pattern
    if isinstance(term, Fuzzy):
        return f"{term.folded}~{term.edits}"
    return term.folded.upper() if term.capitals else term.folded


def show_value(terms: tuple[Term, ...]) -> str:
    """The value of a condition, without quotation marks."""
    return " ".join(map(_bare, terms))


def _value(terms: tuple[Term, ...]) -> str:
    bare = show_value(terms)
    return f'"{bare}"' if len(terms) > 1 else bare


def _period(days: Days) -> str:
    return days.first if days.first == days.last else f"{days.first}..{days.last}"
