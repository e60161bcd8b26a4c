"""Who asked: the outlet, else the name, that a questioner gives."""

from __future__ import annotations

import re

from natosearch.rules import Rules

_OPENING = 150  # code points; later outlets are what the question is about
_FROM = re.compile(
    r"(?:\b(?:from|with|of|for|at)\s+(?:the\s+)?|^[\s\"'\u201c(\[]*(?:thank you[.,]?\s*)?|[,(-]\s*)$", re.IGNORECASE
)


def find_asker(label: str, question: str, rules: Rules) -> str | None:
    """The questioner's outlet as `(Reuters)` in the label or `from Reuters` in the first words, else None."""
    in_label = rules.outlets.find(label)
    if in_label:
        return in_label[0][2]
    opening = question[:_OPENING]
    for start, _, outlet in rules.outlets.find(opening):
        if _FROM.search(opening[:start]):
            return outlet
    return None
