"""Words as they are compared: one folding and one stemming, used when indexing and when asking.

A search finds a word only if both sides were folded by the same function; every place that
compares words (the index, the query, highlighting, names, topics) therefore goes through here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from functools import cached_property, lru_cache
from itertools import accumulate, chain, compress, islice
from operator import itemgetter
from typing import Any, NamedTuple

from natosearch.text.variants import one_spelling

# Letters that NFKD leaves whole although readers type them as plain ones.
_LETTERS = str.maketrans(
    {
        "đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ŋ": "n",
        "ə": "e", "ŧ": "t",
    }
)  # fmt: skip

_MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"  # combining accents, soft hyphen, zero-width joiners
_LETTER = r"[^\W\d_]"
_RUN = rf"(?:[^\W_]+|[{_MARKS}]+)+"
_WORD = re.compile(
    rf"""
      (?:{_LETTER}\.){{2,}}                        # U.S.  S.G.  B.J.
    | \d{{1,3}}(?:[,\u00a0\u202f]\d{{3}})+(?!\d)   # 1,000 and 300 000 set with a no-break space
    | {_RUN}(?:['\u2019\u02bc]{_RUN})*             # NATO's, don't, O'Brien with either apostrophe
    """,
    re.VERBOSE,
)
_LONGEST_PIECE = 40  # code points
_MOST_PIECES = 1 << 15
_LONGEST_RECENT = 1000  # code points
# Words are taken apart without patterns: a query in a pipe would wait for their compilation.
_APOSTROPHES = ("'", "\u2019", "\u02bc")
_POSSESSIVES = frozenset(f"{mark}s" for mark in _APOSTROPHES)
# French drops the vowel of these small words before a vowel or an h; a consonant behind the apostrophe tells names that
# only look like it: L'viv, N'Djamena. Not d': d'Ukraine and D'Alema, d'Affaires, d'Estaing differ at most in a capital,
# on which a search must not depend, and readers leave out the apostrophe of those names, not of these small words.
_ELIDED = frozenset("c j l m n s t qu jusqu lorsqu puisqu quoiqu".split())
_BEFORE = frozenset("aeiouh")


class Word(NamedTuple):
    """One word of a text: ``text[start:end]`` as written, and as compared."""

    start: int
    end: int
    folded: str


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """``word`` in the form in which case, accents, apostrophes and number marks no longer matter.

    ``Kovačevski`` and ``KOVACEVSKI`` give ``kovacevski``, ``NATO’s`` gives ``nato``, ``U.S.`` gives ``us``, ``1,000``
    gives ``1000``, ``l'OTAN`` gives ``otan``.
    """
    if word.isascii() and word.isalnum():
        return word.lower()
    owner = word[:-2] if word[-2:].casefold() in _POSSESSIVES else word
    plain = _without_elision(unicodedata.normalize("NFKD", owner).casefold().translate(_LETTERS))
    # Casefolding may make new marks (`İ` becomes `i` and a dot above), so only letters and digits are kept, last.
    return "".join(c for c in plain if c.isalnum() and c != "\u02bc")


def _without_elision(plain: str) -> str:
    for mark in _APOSTROPHES:
        before, _, behind = plain.partition(mark)
        if before in _ELIDED and len(behind) > 1 and behind[0] in _BEFORE:
            return behind
    return plain


class _Cut(NamedTuple):
    """A piece of text without a space: its words folded, and for each the lengths before, of and behind it.

    The space is behind the last. A piece without words counts as an empty one.
    """

    folded: tuple[str, ...]
    lengths: tuple[int, ...]


class _Cuts(dict[str, _Cut]):
    """The cuts of the pieces met of late, by piece; a long one, of a text without spaces, will not come again."""

    def __missing__(self, piece: str) -> _Cut:
        cut = _cut(piece)
        if len(piece) <= _LONGEST_PIECE:
            if len(self) >= _MOST_PIECES:
                self.clear()
            self[piece] = cut
        return cut


def _cut(piece: str) -> _Cut:
    if piece.isascii() and piece.isalnum():
        return _Cut((piece.lower(),), (0, len(piece), 1))
    folded: list[str] = []
    lengths: list[int] = []
    end = 0
    for match in _WORD.finditer(piece):
        word = fold(match.group())
        if word:
            folded.append(word)
            lengths += (match.start() - end, match.end() - match.start(), 0)
            end = match.end()
    if not folded:
        return _Cut(("",), (len(piece) + 1, 0, 0))
    lengths[-1] = len(piece) - end + 1
    return _Cut(tuple(folded), tuple(lengths))


_CUTS = _Cuts()
_FOLDED, _LENGTHS = itemgetter(0), itemgetter(1)  # of a cut; every word of every text goes through them


class Words:
    """The words of a text in order: ``folded`` as they are compared, and where they stand.

    No word reaches over a space or a line's end, and most of what stands between two spaces stands there again and
    again. So each such piece is cut and folded once, and a text's words are put together from those of its pieces.
    A hyphen or a slash separates words: ``Serb-majority`` is the two words of the phrase "Serb majority".
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._cuts = list(map(_CUTS.__getitem__, text.replace("\n", " ").split(" ")))
        self.folded = list(filter(None, chain.from_iterable(map(_FOLDED, self._cuts))))

    def __len__(self) -> int:
        return len(self.folded)

    def __getitem__(self, i: int) -> Word:
        return Word(self.starts[i], self.ends[i], self.folded[i])

    def __iter__(self) -> Iterator[Word]:
        return map(Word, self.starts, self.ends, self.folded)

    def among(self, known: Container[str]) -> list[int]:
        """The numbers of the words that are ``known``."""
        return [i for i, folded in enumerate(self.folded) if folded in known]

    @cached_property
    def starts(self) -> list[int]:
        """The code point at which each word begins."""
        return self._offsets[0]

    @cached_property
    def ends(self) -> list[int]:
        """The code point behind each word."""
        return self._offsets[1]

    @cached_property
    def written(self) -> list[str]:
        """Each word as it stands in the text."""
        return [self.text[start:end] for start, end in zip(self.starts, self.ends, strict=True)]

    @cached_property
    def _offsets(self) -> tuple[list[int], list[int]]:
        offsets = list(accumulate(chain.from_iterable(map(_LENGTHS, self._cuts))))
        starts, ends = offsets[0::3], offsets[1::3]
        if len(starts) == len(self.folded):
            return starts, ends
        real = [start < end for start, end in zip(starts, ends, strict=True)]
        return list(compress(starts, real)), list(compress(ends, real))


_recent_words = lru_cache(maxsize=256)(Words)
_last_words = lru_cache(maxsize=2)(Words)


def split_words(text: str) -> Words:
    """The words of ``text``: of labels and sentences that were asked for lately, and of the last passage, at hand."""
    return _recent_words(text) if len(text) <= _LONGEST_RECENT else _last_words(text)


def first_words(text: str, count: int) -> list[str]:
    """The first ``count`` words of ``text`` folded, fewer if it has no more; the rest of it is not cut."""
    folded = filter(None, (fold(match.group()) for match in _WORD.finditer(text)))
    return list(islice(folded, count))


def fold_text(text: str) -> str:
    """The folded words of ``text``, one space between: the form in which names and filter values are compared."""
    return " ".join(split_words(text).folded)


@lru_cache(maxsize=65536)
def stem(folded: str) -> str:
    """The English Snowball stem of a folded word in one spelling: ``troops`` gives ``troop``, ``labour`` ``labor``."""
    return str(_stemmer().stemWord(one_spelling(folded)))


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")
