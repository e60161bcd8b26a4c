"""Which 8-bit encoding a text is in that is no UTF-8, judged by its words.

General detectors want a page of one language; a release in English with three Polish names in it is none. Here the
words that differ are read in each encoding and the reading that looks most like words wins: Wałęsa against Wa³êsa,
Kovačevski against Kovaèevski.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

# In order of preference where the readings are alike: quotation marks and dashes alone are the same in the first two.
ENCODINGS = ("cp1252", "cp1250", "iso8859-2", "cp1254", "cp1251", "cp1253")

_WORD = re.compile(rb"[\x80-\xff][0-9A-Za-z\x80-\xff]{0,40}")
_BEFORE = re.compile(rb"[0-9A-Za-z]{0,20}\Z")
_MOST_WORDS = 4000

_VOWELS = frozenset("aeiouyæœøı")
# Letters that the languages of an encoding write; the other letters of its table stand there for few or for none.
_WESTERN = frozenset("éèêëàâäáãåçíîïñóôöøúùûüßæœšž")
_CENTRAL = frozenset("áéíóúýčćđšžěřůťďňąęłńśźżöüőűäßăâîşţçëô")
_LETTERS = {
    "cp1252": _WESTERN,
    "cp1254": _WESTERN | frozenset("ğışi"),
    "cp1250": _CENTRAL,
    "iso8859-2": _CENTRAL,
}
# What none of them writes: `Gdañsk`, `Espańa`, `èlanica`, `Brèko`, `siê`, `Roæen`, `Lukąić`, `Bãsescu`, `dùm`.
_NEVER = re.compile(
    "ñ(?![aeiouáéíóú])|ń(?=[aeiouyáéíóú])|^è|è(?=[aeiouyhjkw])|ê$|[aeiouy][ąęůæøœ]|[ąęůæø](?=[aeiouyáéíóú])|ã(?!s?$|[aeio])"
    "|ţ(?![aeiouăîâ]|$)|ù(?=.)"
)
_SIGNS = frozenset("‘’“”„‚‹›«»–—…•·§°€©®™\xa0\xad")
_IN_WORDS = frozenset("’‘–—\xad")
_OUT_OF_PLACE = 3.0


def guess_encoding(raw: bytes) -> str | None:
    """The encoding of ``ENCODINGS`` in which the words of ``raw`` read best; None if it can be decoded in none."""
    words = _words(raw)
    costs = {}
    for encoding in ENCODINGS:
        try:
            raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        costs[encoding] = sum(count * _cost(word.decode(encoding), encoding) for word, count in words.items())
    return min(costs, key=lambda encoding: costs[encoding], default=None)


def _words(raw: bytes) -> Counter[bytes]:
    """The first words with a letter beyond ASCII, with how often each stands there."""
    words: Counter[bytes] = Counter()
    for number, match in enumerate(_WORD.finditer(raw)):
        if number >= _MOST_WORDS:
            break
        before = _BEFORE.search(raw, max(0, match.start() - 20), match.start())
        words[(before.group() if before else b"") + match.group()] += 1
    return words


def _cost(word: str, encoding: str) -> float:
    """How little ``word`` looks like one: signs and capitals inside it, vowels in heaps, letters that are rare."""
    usual = _LETTERS.get(encoding)
    total = float(len(_NEVER.findall(word.lower()))) if usual else 0.0
    for number, letter in enumerate(word):
        if letter.isascii():
            continue
        before, after = word[max(0, number - 1) : number], word[number + 1 : number + 2]
        if not letter.isalpha():
            total += _sign_cost(letter, before, after)
            continue
        total += _OUT_OF_PLACE * ((letter.isupper() and before.islower()) or before.isdigit() or after.isdigit())
        total += _latin_cost(letter, before, after, usual) if usual else _script_cost(before + after)
    return total


def _sign_cost(sign: str, before: str, after: str) -> float:
    if sign == "£":
        return _OUT_OF_PLACE * after.isalpha()  # £5, but Łukasz
    if sign not in _SIGNS:
        return _OUT_OF_PLACE if before.isalpha() or after.isalpha() or not sign.isprintable() else 1.0
    if sign in "©®™°§" and after.islower():  # ©NATO, but Šekerinska
        return _OUT_OF_PLACE / 2
    return 0.0 if sign in _IN_WORDS or not (before.isalpha() and after.isalpha()) else _OUT_OF_PLACE / 2


def _latin_cost(letter: str, before: str, after: str, usual: frozenset[str]) -> float:
    beside = [_is_vowel(other) for other in (before, after) if other.isalpha()]
    heaped = len(beside) == beside.count(_is_vowel(letter)) > 0  # Kovaèevski, trčs
    rare = letter.lower()[:1] not in usual
    return 1.5 * rare + 0.8 * heaped + 0.5 * sum(not other.isascii() for other in (before, after))


def _script_cost(beside: str) -> float:
    """Of a Cyrillic or Greek letter: beside a Latin one it is none."""
    return _OUT_OF_PLACE * any(other.isascii() and other.isalpha() for other in beside)


@lru_cache(maxsize=1024)
def _is_vowel(letter: str) -> bool:
    return unicodedata.normalize("NFD", letter.lower())[:1] in _VOWELS
