"""A text as the phrases of topics meet it: its words by stem and by letter, and where its sentences end."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import pairwise

from natosearch.text.words import fold, split_words, stem

Forms = tuple[str, ...]

_LONGEST_SENTENCE = 120  # words: subtitles have no full stops, and words so far apart do not belong together
_SENTENCE_END = re.compile(r"[.!?…]|\n\s*\n")
_TITLES = frozenset(
    ("mr", "mrs", "ms", "dr", "gen", "lt", "col", "maj", "sgt", "adm", "st", "sen", "gov", "rep", "prof")
)
_ISE = re.compile(r"(?<=is)(?=(?:e|es|ed|ing|ation|ations)$)")
_BRITISH = (
    ("defence", "defense"), ("offence", "offense"), ("centre", "center"), ("programme", "program"), ("armour", "armor"),
    ("neighbour", "neighbor"), ("harbour", "harbor"), ("labour", "labor"), ("honour", "honor"), ("licence", "license"),
    ("manoeuvre", "maneuver"), ("behaviour", "behavior"), ("fulfil", "fulfill"), ("theatre", "theater"),
)  # fmt: skip


class Reading:
    """The words of a text: the code points each takes, its stem, ``=`` and its letters, and its sentence's number."""

    __slots__ = ("_places", "ends", "exact", "forms", "sentence_of", "sentences", "starts")

    def __init__(self, text: str) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.forms: list[str] = []
        self.exact: list[str] = []
        self.sentence_of: list[int] = []
        sentence, begun, end, last = 0, 0, 0, ""
        for number, (start, after, folded) in enumerate(split_words(text)):
            gap = text[end:start]
            ended = gap != " " and last and last not in _TITLES and _SENTENCE_END.search(gap)
            if ended or number - begun >= _LONGEST_SENTENCE:
                sentence, begun = sentence + 1, number
            end, last = after, folded
            form, exact = _as_compared(text[start:end])
            self.starts.append(start)
            self.ends.append(end)
            self.forms.append(form)
            self.exact.append(exact)
            self.sentence_of.append(sentence)
        begins = [n for n, s in enumerate(self.sentence_of) if n == 0 or s != self.sentence_of[n - 1]]
        self.sentences = [range(a, b) for a, b in pairwise([*begins, len(self.forms)])]
        self._places: dict[int, dict[str, list[int]]] = {}

    def __len__(self) -> int:
        return len(self.forms)

    def stands(self, at: int, forms: Forms) -> bool:
        """Whether the words from ``at`` on are ``forms``."""
        if at + len(forms) > len(self.forms):
            return False
        return all(form == self.forms[at + n] or form == self.exact[at + n] for n, form in enumerate(forms))

    def places(self, sentence: int) -> dict[str, list[int]]:
        """Where each form stands in the sentence; found when first asked for, since few sentences are."""
        if sentence not in self._places:
            places: dict[str, list[int]] = defaultdict(list)
            for at in self.sentences[sentence]:
                places[self.forms[at]].append(at)
                places[self.exact[at]].append(at)
            self._places[sentence] = dict(places)
        return self._places[sentence]


@lru_cache(maxsize=16384)
def make_forms(phrase: str) -> Forms:
    """The words of one alternative as they are compared, exact ones led by ``=``."""
    forms: list[str] = []
    for token in phrase.split():
        words = split_words(token)
        forms += ["=" + token[w.start : w.end] if token[0] == "=" else _form(w.folded) for w in words]
    return tuple(forms)


@lru_cache(maxsize=65536)
def _as_compared(written: str) -> tuple[str, str]:
    return _form(fold(written)), "=" + written.replace("’", "'").partition("'")[0]


@lru_cache(maxsize=65536)
def _form(folded: str) -> str:
    """The stem in one spelling: ``defence`` and ``defense``, ``normalisation`` and ``normalization`` agree."""
    for british, american in _BRITISH:
        if folded.startswith(british) and not folded.startswith(american):
            folded = american + folded[len(british) :]
    mark = _ISE.search(folded)
    if mark:
        folded = folded[: mark.start() - 1] + "z" + folded[mark.start() :]
    return stem(folded)
