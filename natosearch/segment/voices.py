"""One voice under several labels: initials after a full name, a misspelt name, a scanner's slips."""

from __future__ import annotations

from difflib import SequenceMatcher

from natosearch.segment.label_shapes import Candidate
from natosearch.segment.label_words import PARENTHESIS
from natosearch.text.words import fold_text

_ALIKE = 0.88  # `secretary blinknen` against `secretary blinken` is 0.97
_LONG = 8  # letters; shorter labels that differ by one are two people
_MOST = 60  # labels of one document that are compared with each other


def merge_voices(labels: list[Candidate]) -> dict[str, str]:
    """For the key of each label the key of the voice: of a full name for its initials, of the common spelling for a
    misspelt one, else its own.
    """
    keys = list(dict.fromkeys(label.key for label in labels))
    counts = {key: sum(label.key == key for label in labels) for key in keys[:_MOST]}
    voices = {key: key for key in keys}
    full = _initials(labels)
    for key in keys:
        if key in full:
            voices[key] = full[key]
        elif key in counts and counts[key] == 1 and len(key) >= _LONG:
            near = [other for other in counts if counts[other] > 1 and _are_alike(key, other)]
            voices[key] = near[0] if len(near) == 1 else key
    if all(label.shape == "damaged" or len(label.text) <= 3 for label in labels):
        voices = _blurred(keys, voices)
    return voices


def initials(name: str) -> str:
    """The initials of a label's name, folded: `rt` for `Radu Tudor`."""
    words = [word for word in PARENTHESIS.sub(" ", name).split(",")[0].split() if word[0].isupper()]
    return fold_text("".join(word[0] for word in words))


def _initials(labels: list[Candidate]) -> dict[str, str]:
    """Keys of labels that are the initials of exactly one name that stands in a label before them."""
    names: dict[str, set[str]] = {}
    found: dict[str, str] = {}
    for label in labels:
        if 2 <= len(label.key) <= 4 and label.text.isupper():
            meant = names.get(label.key, set())
            if len(meant) == 1:
                found.setdefault(label.key, next(iter(meant)))
        elif label.role == "person" and " " in label.key:
            names.setdefault(initials(label.text), set()).add(label.key)
    return found


def _are_alike(one: str, other: str) -> bool:
    return one[0] == other[0] and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _blurred(keys: list[str], voices: dict[str, str]) -> dict[str, str]:
    """Where every label has one to three signs: one voice for those of one sign, one for those of more with one first
    letter, unless the labels recur and so were not misread."""
    if len({key[:1] if len(key) > 1 else "" for key in keys}) != 2 or len(keys) < 3:
        return voices
    return {key: key[:1] + "?" if len(key) > 1 else "?" for key in keys}
