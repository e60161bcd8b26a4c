"""A passage as fields of an index: which words stand where. Shared by the engines, so that they agree."""

from __future__ import annotations

from natosearch.model.passages import Passage
from natosearch.text.words import fold_text, split_words

# What a word of a query is looked for in, and how much a find there counts against one in the text.
# The passage's own words decide; who, where and when it was said help a query like `Stoltenberg Skopje KFOR 2023`.
WEIGHTS = {"text": 1.0, "question": 0.6, "speaker_words": 0.5, "title": 0.35, "place_words": 0.35, "date_words": 0.35}

# The fields whose words match by their stem, unless the query is exact; names, places and dates match as they stand.
STEMMED = ("text", "question", "title")

# Between two turns, so that no phrase reaches from one voice to another; no word folds to it.
TURN_BREAK = "\u241e"

_MONTHS = ("january february march april may june july august september october november december").split()


def searched_words(passage: Passage) -> dict[str, list[str]]:
    """The folded words of each searched field of ``passage``, a :data:`TURN_BREAK` between turns."""
    fields: dict[str, list[str]] = {"text": [], "question": []}
    for turn in passage.turns:
        words = fields["question" if turn.role == "question" else "text"]
        if words:
            words.append(TURN_BREAK)
        words += [word.folded for word in split_words(turn.span.of(passage.text))]
    fields["title"] = fold_text(passage.title).split()
    fields["speaker_words"] = fold_text(" ".join(passage.speakers)).split()
    fields["place_words"] = fold_text(" ".join(passage.place)).split()
    fields["date_words"] = _date_words(passage.date)
    return fields


def filter_values(passage: Passage) -> dict[str, list[str]]:
    """The folded values of each filter field of ``passage``."""
    return {
        "speaker": [fold_text(name) for name in passage.speakers],
        "place": [fold_text(name) for name in passage.place],
        "mentions": [fold_text(name) for name in passage.mentions],
        "topic": [fold_text(name) for name in passage.topics],
        "unit": [passage.unit],
        "kind": [fold_text(passage.kind)],
    }


def _date_words(iso: str) -> list[str]:
    """`2023-11-22` as a reader may ask for it: `2023`, `november`, `22`."""
    if not iso:
        return []
    year, month, day = iso.split("-")
    return [year, _MONTHS[int(month) - 1], str(int(day))]
