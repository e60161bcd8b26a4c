"""Words as they are compared: one folding and one stemming, used when indexing and when asking.

A search finds a word only if both sides were folded by the same function; every place that
compares words (the index, the query, highlighting, names, topics) therefore goes through here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

# Letters that NFKD leaves whole although readers type them as plain ones.
_LETTERS = str.maketrans(
    {
        "đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ŋ": "n",
        "ə": "e", "ŧ": "t",
    }
)  # fmt: skip

_MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"  # combining accents, soft hyphen, zero-width joiners
_LETTER = r"[^\W\d_]"
_WORD = re.compile(
    rf"""
      (?:{_LETTER}\.){{2,}}                        # U.S.  S.G.  B.J.
    | \d{{1,3}}(?:[,\u00a0\u202f]\d{{3}})+(?!\d)   # 1,000 and 300 000 set with a no-break space
    | (?:[^\W_]|[{_MARKS}])+
      (?:['\u2019\u02bc](?:[^\W_]|[{_MARKS}])+)*   # NATO's, don't, O'Brien with either apostrophe
    """,
    re.VERBOSE,
)
_POSSESSIVE = re.compile(r"['\u2019\u02bc]s$", re.IGNORECASE)


class Word(NamedTuple):
    """One word of a text: ``text[start:end]`` as written, and as compared."""

    start: int
    end: int
    folded: str


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """``word`` in the form in which case, accents, apostrophes and number marks no longer matter.

    ``Kovačevski`` and ``KOVACEVSKI`` give ``kovacevski``, ``NATO’s`` gives ``nato``, ``U.S.`` gives ``us``, ``1,000``
    gives ``1000``.
    """
    if word.isascii() and word.isalnum():
        return word.lower()
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word)).casefold().translate(_LETTERS)
    # Casefolding may make new marks (`İ` becomes `i` and a dot above), so only letters and digits are kept, last.
    return "".join(c for c in plain if c.isalnum() and c != "\u02bc")


def split_words(text: str) -> Iterator[Word]:
    """Every word of ``text`` in order, with its code-point span and folded form.

    A hyphen, a slash or a line break separates words: ``Serb-majority`` is the two words of the phrase "Serb majority".
    """
    for match in _WORD.finditer(text):
        folded = fold(match.group())
        if folded:
            yield Word(match.start(), match.end(), folded)


def fold_text(text: str) -> str:
    """The folded words of ``text``, one space between: the form in which names and filter values are compared."""
    return " ".join(word.folded for word in split_words(text))


@lru_cache(maxsize=65536)
def stem(folded: str) -> str:
    """The English Snowball stem of a folded word: ``troops`` and ``troop`` give ``troop``."""
    return str(_stemmer().stemWord(folded))


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")
