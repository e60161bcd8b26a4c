"""A passage as fields: which words stand where. Shared by all engines, so that they agree."""

from __future__ import annotations

import os
from collections.abc import Container

from natosearch.model.passages import Passage, Turn
from natosearch.text.words import fold_text, split_words

# What a word of a query is looked for in: what was said and asked, and who, where, when and at what it was said.
SEARCHED = ("text", "question", "title", "speaker_words", "place_words", "date_words")

# What people call them.
FIELD_NAMES = dict(zip(SEARCHED, ("text", "question", "title", "speaker", "place", "date"), strict=True))

# What a field of the query language means among these.
NAMED = {"title": "title", "question": "question", "answer": "text"}

# The fields whose words match by their stem, unless the query is exact; names, places and dates match as they stand.
STEMMED = ("text", "question", "title")

# Between two turns, so that no phrase reaches from one voice to another; no word folds to it.
TURN_BREAK = "\u241e"

_MONTHS = ("january february march april may june july august september october november december").split()


def searched_words(passage: Passage, heard: tuple[Turn, ...] | None = None) -> dict[str, list[str]]:
    """The folded words of each searched field of ``passage``, a :data:`TURN_BREAK` between turns.

    Of the turns ``heard`` alone, if they are given, and with only those speakers.
    """
    fields: dict[str, list[str]] = {"text": [], "question": []}
    for turn in passage.turns if heard is None else heard:
        words = fields[field_role(turn)]
        if words:
            words.append(TURN_BREAK)
        words += split_words(turn.span.of(passage.text)).folded
    speakers = passage.speakers
    if heard is not None:
        speakers = tuple(name for name in speakers if any(turn.speaker == name for turn in heard))
    fields["title"] = fold_text(passage.title).split()
    fields["speaker_words"] = fold_text(" ".join(speakers)).split()
    fields["place_words"] = fold_text(" ".join(passage.place)).split()
    fields["date_words"] = _date_words(passage.date)
    return fields


def field_role(turn: Turn) -> str:
    """The field in which the words of ``turn`` stand."""
    return "question" if turn.role == "question" else "text"


def heard_turns(passage: Passage, speakers: Container[str]) -> tuple[Turn, ...]:
    """What any of ``speakers``, folded, says in ``passage``, and the questions that they answer.

    A question and what follows it up to the next question belong together.
    """
    heard: list[Turn] = []
    asked: list[Turn] = []
    answered = False
    for turn in passage.turns:
        if turn.role == "question":
            asked = [turn] if answered else [*asked, turn]
            answered = False
            continue
        answered = True
        if turn.speaker and fold_text(turn.speaker) in speakers:
            heard += [*asked, turn]
            asked = []
    return tuple(heard)


def filter_values(passage: Passage) -> dict[str, list[str]]:
    """The folded values of each filter field of ``passage``."""
    return {
        "speaker": [fold_text(name) for name in passage.speakers],
        "place": [fold_text(name) for name in passage.place],
        "mentions": [fold_text(name) for name in passage.mentions],
        "topic": [fold_text(name) for name in passage.topics],
        "unit": [passage.unit],
        "kind": [fold_text(passage.kind)],
        "doc": [passage.doc, *dict.fromkeys(map(fold_text, _file_names(passage.path)))],
    }


def _file_names(path: str) -> tuple[str, str]:
    """The name of a file without and with its ending."""
    name = os.path.basename(path)
    return os.path.splitext(name)[0], name


def _date_words(iso: str) -> list[str]:
    """`2023-11-22` as a reader may ask for it: `2023`, `november`, `22`."""
    if not iso:
        return []
    year, month, day = iso.split("-")
    return [year, _MONTHS[int(month) - 1], str(int(day))]
