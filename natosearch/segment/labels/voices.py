"""One voice under several labels: initials after a full name, a scanner's slips."""

from __future__ import annotations

from natosearch.segment.labels.shapes import Candidate
from natosearch.segment.labels.words import PARENTHESIS
from natosearch.text.words import fold_text


def merge_voices(labels: list[Candidate]) -> dict[str, str]:
    """For the key of each label the key of its voice: of a full name for its initials or its surname, else its own."""
    keys = list(dict.fromkeys(label.key for label in labels))
    full = _surnames(labels) | _initials(labels)
    voices = {key: full.get(key, key) for key in keys}
    if all(label.shape == "damaged" or len(label.text) <= 3 for label in labels):
        voices = _blurred(keys, voices)
    return voices


def initials(name: str) -> str:
    """The initials of a label's name, folded: `rt` for `Radu Tudor`."""
    words = [word for word in PARENTHESIS.sub(" ", name).split(",")[0].split() if word[0].isupper()]
    return fold_text("".join(word[0] for word in words))


def _surnames(labels: list[Candidate]) -> dict[str, str]:
    """Keys of labels that are the surname of exactly one name that stands in a label before them."""
    names: dict[str, set[str]] = {}
    found: dict[str, str] = {}
    for label in labels:
        words = fold_text(PARENTHESIS.sub(" ", label.text).split(",")[0]).split()
        if len(words) == 1 and label.role == "person" and label.key not in found:
            meant = names.get(label.key, set())
            if len(meant) == 1:
                found[label.key] = next(iter(meant))
        elif len(words) > 1:
            names.setdefault(words[-1], set()).add(label.key)
    return found


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


def _blurred(keys: list[str], voices: dict[str, str]) -> dict[str, str]:
    """Where every label has one to three signs: one voice for those of one sign, one for those of more with one first
    letter, unless the labels recur and so were not misread."""
    if len({key[:1] if len(key) > 1 else "" for key in keys}) != 2 or len(keys) < 3:
        return voices
    return {key: key[:1] + "?" if len(key) > 1 else "?" for key in keys}
