"""How the values of a field are compared with what passages carry: by whole words, blind to case and accents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fnmatch import translate
from functools import lru_cache

from natosearch.query.terms import read_literal
from natosearch.query.tree import And, Fuzzy, Has, Node, Not, Or, Pattern, Plan, Some, Term, Word

# Of these a part will do (`Stoltenberg`); the others are ids and must be whole.
NAMES = ("speaker", "place", "mentions", "doc")


def select_values(field: str, wanted: Iterable[tuple[Term, ...]], values: Iterable[str]) -> set[str]:
    """Those of ``values``, all folded, that one of ``wanted`` means.

    An equal value is meant alone: `Balkans` does not ask for `Western Balkans` where both exist.
    """
    words = {value: value.split() for value in values}
    selected: set[str] = set()
    for terms in wanted:
        tests = [word_test(term) for term in terms]
        size = len(tests)
        equal = {value for value, own in words.items() if size and len(own) == size and _stands(tests, own, 0)}
        if not equal and size and field in NAMES:
            equal = {
                value for value, own in words.items() if any(_stands(tests, own, n) for n in range(len(own) - size + 1))
            }
        selected |= equal
    return selected


def resolve(plan: Plan, values: Callable[[str], Iterable[str]]) -> Plan:
    """``plan`` with every condition on a field naming whole values, of those that the field has: ``values`` of it."""

    def whole(condition: Has) -> Has:
        selected = sorted(select_values(condition.field, condition.values, values(condition.field)))
        return Has(condition.field, tuple(read_literal(value) for value in selected))

    return change_conditions(plan, whole)


def change_conditions(plan: Plan, change: Callable[[Has], Has]) -> Plan:
    """``plan`` with every condition on a field changed."""

    def changed(node: Node) -> Node:
        if isinstance(node, Has):
            return change(node)
        if isinstance(node, (And, Or)):
            return type(node)(tuple(map(changed, node.parts)))
        if isinstance(node, Some):
            return Some(tuple(map(changed, node.parts)), node.at_least)
        return Not(changed(node.part)) if isinstance(node, Not) else node

    words, parts, conditions = (tuple(map(changed, nodes)) for nodes in (plan.words, plan.parts, plan.conditions))
    return plan._replace(words=words, parts=parts, conditions=conditions, voices=tuple(map(change, plan.voices)))


def value_of(terms: Iterable[Term]) -> str:
    """The value that the words of a resolved condition are."""
    return " ".join(term.folded for term in terms if isinstance(term, Word))


def word_test(term: Term) -> Callable[[str], bool]:
    """Whether a folded word is the one that ``term`` asks for; stems are not compared."""
    if isinstance(term, Pattern):
        return _matcher(term.pattern)
    if isinstance(term, Fuzzy):
        from natosearch.text.spelling import edit_distance

        letters = frozenset(term.folded)
        # An edit drops at most one letter: without this look 32 such words took 20 s over 40,000.
        return lambda word: (
            len(letters.difference(word)) <= term.edits and edit_distance(term.folded, word, term.edits) is not None
        )
    folded = term.folded
    return lambda word: word == folded


def _stands(tests: list[Callable[[str], bool]], own: list[str], at: int) -> bool:
    return all(test(word) for test, word in zip(tests, own[at:], strict=False))


@lru_cache(maxsize=64)
def _matcher(pattern: str) -> Callable[[str], bool]:
    # fnmatch makes an expression that takes linear time whatever the number of stars.
    match = re.compile(translate(pattern)).match
    return lambda word: match(word) is not None
