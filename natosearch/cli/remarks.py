"""What is said on stderr of a search: how much matched, and which words the index does not know."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from natosearch.model.passages import Results
from natosearch.query.tree import Plan

if TYPE_CHECKING:
    from natosearch.engines import Engine

_OFFERED = 3  # words near an unknown one


def found_line(plan: Plan, results: Results, options: dict[str, Any]) -> str:
    """How many passages match, and with how many of the words; how many of them are shown, if not all.

    Nothing where a count alone is printed and there is no more to say of it.
    """
    line = _matched(plan, results)
    if options["count"]:
        return line if "," in line else ""
    shown = len(results.hits)
    if shown < results.total:
        first = options["offset"] + 1
        which = f"{first} to {first + shown - 1} shown" if options["offset"] else f"{shown} shown"
        line += f"; {which}, -n 0 shows all" if shown else "; none shown: --offset is beyond the last"
    return line


def _matched(plan: Plan, results: Results) -> str:
    words, total = len(plan.words), results.total
    if words < 2 or results.complete == total:
        return _passages(total) + (f" with {'both' if words == 2 else f'all {words}'} words" if words > 1 else "")
    tiers = [f"{_passages(results.complete)} with all {words} words"]
    if plan.at_least == 1:
        return f"{tiers[0]}, {total - results.complete} with some"
    tiers.append(f"{results.most - results.complete} with most")
    if total > results.most:
        tiers.append(f"{total - results.most} with fewer")
    return ", ".join(tiers)


def _passages(count: int) -> str:
    return f"{count} passage{'' if count == 1 else 's'}"


def unknown_lines(text: str, unknown: Collection[str], engine: Engine) -> Iterator[str]:
    """For each word that the index does not know, as typed in ``text``, the nearest that it does."""
    from natosearch.query.parse import parse_query
    from natosearch.text.spelling import nearest
    from natosearch.text.words import split_words

    vocabulary = engine.vocabulary()
    typed = {word.folded: text[word.start : word.end] for word in split_words(text)}
    for word in unknown:
        written = typed.get(word, word)
        # A vocabulary may hold words of documents that are gone.
        known = (one for one in nearest(word, vocabulary, 2 * _OFFERED) if engine.search(parse_query(f"={one}")).total)
        near = [_as_typed(one, written) for one in islice(known, _OFFERED)]
        offer = f"; did you mean {' or '.join(near)}?" if near else ""
        yield f"no passage has the word '{written}'{offer}"


def _as_typed(word: str, written: str) -> str:
    if written.isupper() and len(written) > 1:
        return word.upper()
    return word.capitalize() if written[:1].isupper() else word
