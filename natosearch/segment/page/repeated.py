"""Page matter that many documents of one folder share: the site's menu above them and its address below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from natosearch.rules import Rules
from natosearch.segment.facts.dates import find_dates
from natosearch.text.lines import Line
from natosearch.text.words import fold_text

LEAST = 4  # documents in which a line must stand
_SHARE = 0.3  # of the documents of the folder
_EDGE = 40  # lines at either end
_WORDS = 12
_MENU = 3  # lines in a row: fewer may be a series' title or a usual venue (`Aboard Air Force One`)
_SENTENCE = re.compile(r"[.!?\u2026,;][\"'\u2019\u201d\u00bb)\]]*$")
_ASIDE = re.compile(r"^[(\[].*[)\]]$")
_THANKS = re.compile(r"(?:thank|thanks|q|a|yes|no)\b", re.IGNORECASE)
# A series is called `Daily press briefing` in every document, and that is each one's title.
_EVENT = re.compile(
    r"\b(?:interview|conference|briefing|remarks|speech|statement|address|transcript|release|readout|declaration"
    r"|communiqu\w|lecture|doorstep|stake-?out|question|answer|moderator|journalist|reporter|presenter|host)",
    re.IGNORECASE,
)


def page_lines(lines: list[Line], learnt: frozenset[str]) -> set[int]:
    """The numbers of the ``lines`` at the edges of a document that are page matter, given :func:`learn_lines`.

    Above the prose only a menu is, and its last line only if another is left that may be the title.
    """
    if not learnt:
        return set()
    head, tail = _edges(lines)
    found = {number for number in tail if _compared(lines[number].text) in learnt}
    run: list[int] = []
    for number in (*head, len(lines)):
        if number in head and _compared(lines[number].text) in learnt:
            run.append(number)
            continue
        found.update(run if len(run) >= _MENU else ())
        run = []
    titles = (n for n in range(head.stop + 1) if n not in found and not find_dates(lines[n].text))
    if found & set(head) and next(titles, None) is None:
        found.discard(max(found & set(head)))
    return found


def _edges(lines: list[Line]) -> tuple[range, range]:
    """The numbers of the lines above and below all prose of a document.

    The one that touches the prose is left out: above it may be a label, below it a signature.
    """
    head = next((n for n, line in enumerate(lines[:_EDGE]) if not _is_heading(line.text)), _EDGE) - 1
    tail = next((n for n, line in enumerate(lines[: -_EDGE - 1 : -1]) if not _is_heading(line.text)), _EDGE) - 1
    if head + tail + 2 >= len(lines):  # no prose at all
        return range(0), range(0)
    return range(max(0, head)), range(len(lines) - max(0, tail), len(lines))


def _edge_texts(lines: list[Line]) -> set[str]:
    """The lines at the edges of a document, as they are compared, that stand nowhere else in it."""
    head, tail = _edges(lines)
    rest = {_compared(line.text) for line in lines[head.stop : tail.start or len(lines)]}
    return {_compared(lines[number].text) for number in (*head, *tail)} - rest


def learn_lines(documents: Iterable[list[Line]], rules: Rules) -> frozenset[str]:
    """The lines at the edges of many of ``documents``, which say nothing of their event."""
    counts: Counter[str] = Counter()
    total = 0
    for lines in documents:
        counts.update(_edge_texts(lines))
        total += 1
    need = max(LEAST, _SHARE * total)
    return frozenset(text for text, number in counts.items() if number >= need and not _tells(text, rules))


def _is_heading(text: str) -> bool:
    """Whether ``text`` is short and no sentence, nor a part of one."""
    return len(text.split()) <= _WORDS and not _SENTENCE.search(text)


def _compared(text: str) -> str:
    return " ".join(text.split())


def _tells(text: str, rules: Rules) -> bool:
    """Whether a line may say who, what, when or where, or be said by somebody."""
    if ":" in text or _ASIDE.match(text) or _THANKS.match(text) or _EVENT.search(text) or not fold_text(text):
        return True
    return bool(
        find_dates(text) or rules.people.find(text) or rules.people.find_offices(text) or rules.places.find(text)
    )
