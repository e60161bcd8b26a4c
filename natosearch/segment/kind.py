"""Which of the five kinds a document is."""

from __future__ import annotations

import re

from natosearch.model.passages import Kind
from natosearch.segment.turns import RawTurn
from natosearch.text.voice import first_person_words

_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("interview", re.compile(r"\binterview(?:s|ed)?\b|\bquestions and answers -|\bexclusive\b", re.IGNORECASE)),
    (
        "press_conference",
        re.compile(
            r"\bpress (?:conference|briefing|point|availability|gaggle|stake-?out|call|encounter)|\bnews conference"
            r"|\bbriefing\b"
            r"|\bdoorstep|\bdoorstop|\bstake-?out|\bquestions (?:&|and) answers|\bmedia (?:availability|briefing)",
            re.IGNORECASE,
        ),
    ),
    ("speech", re.compile(r"\b(?:speech|address|lecture|keynote|opening remarks)\b", re.IGNORECASE)),
    (
        "statement",
        re.compile(
            r"\b(?:statement|communiqu[e\u00e9]|declaration|release|readout|read-out|remarks|message)\b", re.IGNORECASE
        ),
    ),
)
_DIALOGUE: tuple[Kind, ...] = ("interview", "press_conference")


def find_kind(title: str, header: str, body: str, turns: list[RawTurn]) -> Kind:
    """Which of the five kinds the document is: by its title, by its header, by how it is built."""
    dialogue = any(turn.floor == "question" for turn in turns)
    lead = " ".join(body.split())[:600] if dialogue else ""
    for text in (title, header, lead):
        for kind, pattern in _KINDS:
            if pattern.search(text) and (kind in _DIALOGUE) == dialogue:
                return kind
    if dialogue:
        letters = any(turn.label is not None and turn.label.role == "answer" for turn in turns)
        return "interview" if letters else "press_conference"
    if any(turn.label is not None for turn in turns):
        return "statement"
    return "speech" if first_person_words(body) * 60 > len(body.split()) else "article"
