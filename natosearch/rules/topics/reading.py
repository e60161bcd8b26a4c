"""A text as the phrases of topics meet it: its words by stem and by letter, and where its sentences end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from natosearch.text.words import Words, fold, split_words, stem

Forms = tuple[str, ...]

_LONGEST_SENTENCE = 120  # words: subtitles have no full stops, and words so far apart do not belong together
_SENTENCE_END = re.compile(r"[.!?…]|\n\s*\n")
_TITLES = frozenset(
    ("mr", "mrs", "ms", "dr", "gen", "lt", "col", "maj", "sgt", "adm", "st", "sen", "gov", "rep", "prof")
)


class Reading:
    """The words of a text: the code points each takes, its stem, ``=`` and its letters, and its sentence's number."""

    __slots__ = ("_said", "exact", "forms", "sentence_of", "sentences", "words")

    def __init__(self, text: str) -> None:
        self.words = split_words(text)
        compared = [_as_compared(written) for written in self.words.written]
        self.forms = [form for form, _ in compared]
        self.exact = [exact for _, exact in compared]
        self.sentences = [range(a, b) for a, b in pairwise([*_begins(self.words), len(self.words)])]
        self.sentence_of = [number for number, sentence in enumerate(self.sentences) for _ in sentence]
        self._said: dict[int, frozenset[str]] = {}

    def __len__(self) -> int:
        return len(self.forms)

    def stands(self, at: int, forms: Forms) -> bool:
        """Whether the words from ``at`` on are ``forms``."""
        if at + len(forms) > len(self.forms):
            return False
        return all(form == self.forms[at + n] or form == self.exact[at + n] for n, form in enumerate(forms))

    def said(self, sentence: int) -> frozenset[str]:
        """The forms that stand in the sentence; put together when first asked for, since few sentences are."""
        if sentence not in self._said:
            at = self.sentences[sentence]
            forms = self.forms[at.start : at.stop] + self.exact[at.start : at.stop]
            self._said[sentence] = frozenset(forms)
        return self._said[sentence]


def _begins(words: Words) -> Iterator[int]:
    """The numbers of the words that begin a sentence, or a further part of one that does not end."""
    begun = 0
    for stop in (*_ended(words), len(words)):
        yield from range(begun, stop, _LONGEST_SENTENCE)
        begun = stop


def _ended(words: Words) -> Iterator[int]:
    """The numbers, some more than once, of the words before which a sentence ends."""
    for match in _SENTENCE_END.finditer(words.text):
        number = bisect_right(words.starts, match.start())
        # not before the first word, not inside `U.S.`, not behind `Gen.`
        if number and match.start() >= words.ends[number - 1] and words.folded[number - 1] not in _TITLES:
            yield number


@lru_cache(maxsize=16384)
def make_forms(phrase: str) -> Forms:
    """The words of one alternative as they are compared, exact ones led by ``=``."""
    forms: list[str] = []
    for token in phrase.split():
        words = split_words(token)
        forms += ["=" + token[w.start : w.end] if token[0] == "=" else stem(w.folded) for w in words]
    return tuple(forms)


@lru_cache(maxsize=65536)
def _as_compared(written: str) -> tuple[str, str]:
    return stem(fold(written)), "=" + written.replace("’", "'").partition("'")[0]
