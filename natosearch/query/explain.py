"""How a query was read, in plain lines."""

from __future__ import annotations

from collections.abc import Iterator

from natosearch.query.show import show, show_leaf
from natosearch.query.tree import And, Compound, In, Near, Node, Not, Or, Phrase, Query, Same, Some, Term, Word
from natosearch.text.words import stem


def explain_query(query: Query) -> Iterator[str]:
    """The query as it was read, then what of it must match, each word with its stem and its other names."""
    plan = query.plan
    yield f"read as: {show(query.tree) or '(no words)'}"
    if plan.words:
        yield f"words: {_needed(len(plan.words), plan.at_least)}{_LENIENT if plan.lenient else ''}"
        yield from (f"  {explain_node(node)}" for node in plan.words)
    if plan.parts:
        yield "must match:"
        yield from (f"  {explain_node(node)}" for node in plan.parts)
    if plan.dropped:
        yield f"too common to decide: {' '.join(plan.dropped)}"
    for condition in plan.conditions:
        yield f"only where: {show(condition)}"
    if plan.voices and plan.scored:
        yield "words count where these speakers say them or answer the question in which they stand"


_LENIENT = "; after those, fewer where the document has at least a third of them"


def _needed(words: int, at_least: int) -> str:
    if words == 1:
        return "this must match"
    return f"all {words} must match" if at_least == words else f"at least {at_least} of {words} must match, all first"


def explain_node(node: Node) -> str:
    """``node`` as typed, with what stands behind it."""
    if isinstance(node, (And, Or)):
        return (" and " if isinstance(node, And) else " or ").join(f"[{explain_node(part)}]" for part in node.parts)
    if isinstance(node, Some):
        return f"{node.at_least} of " + " ".join(f"[{explain_node(part)}]" for part in node.parts)
    if isinstance(node, Not):
        return f"not [{explain_node(node.part)}]"
    if isinstance(node, Same):
        return f"{explain_node(node.asked)}; also {', '.join(map(show_leaf, node.others))}"
    shown = show(node)
    notes = list(dict.fromkeys(filter(None, map(_about, _terms(node)))))
    return f"{shown} ({', '.join(notes)})" if notes else shown


def _terms(node: Node) -> tuple[Term, ...]:
    leaf = node.leaf if isinstance(node, In) else node
    if isinstance(leaf, (Phrase, Compound, Near)):
        return leaf.terms
    return (leaf,) if isinstance(leaf, Term) else ()


def _about(term: Term) -> str:
    if not isinstance(term, Word):
        return ""
    if term.exact:
        return f"{term.folded} as it stands"
    form = stem(term.folded)
    return f"{term.folded} by its stem {form}" if form != term.folded else ""
