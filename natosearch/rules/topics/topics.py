"""What a passage is about: readable phrases per topic, weighed, with the words that decided shown on request.

The phrases and their weights are data (``data/topics.toml`` explains how to write them). Here stands how they count:

1. A phrase matches consecutive words by their stems; ``=MAP`` by exactly these letters.
2. Within a topic a word counts for the longest phrase it is part of, and not at all inside a ``not`` phrase.
   ``a + b`` adds its points where both stand in one sentence, whatever their words count besides.
3. The same phrase again counts half, and from the fifth time nothing.
4. A topic needs more points the longer the passage is, and a fair part of the points of the strongest topic.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, zip_longest
from typing import NamedTuple

from natosearch.model.passages import Span
from natosearch.text.words import split_words, stem

WEIGHTS = {"strong": 3.0, "medium": 2.0, "weak": 1.0}
MOST_TOPICS = 3

_REPEATS = (1.0, 0.5, 0.5, 0.5)  # what the first, second ... time of one phrase is worth
_QUESTION = 0.75  # an answer is about what was asked, but a question also names what is not answered
_SHORT = 40  # words: up to here one medium phrase is enough
_GREETING = 5  # words: `Prime Minister Kovačevski, dear Dimitar,` is about nothing yet
_LONGEST_SENTENCE = 120  # words: subtitles have no full stops, and words so far apart do not belong together
_TRIES = 4  # a sentence that repeats a word without end is not searched without end
_LEAST = 2.0
_PER_DOUBLING = 1.5
_FAIR_PART = 0.45

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


@dataclass(frozen=True, slots=True)
class Evidence:
    """A phrase found: the ``weight`` it has for ``topic`` here; ``span`` is in code points, first to last word."""

    topic: str
    phrase: str
    weight: float
    span: Span


@dataclass(frozen=True, slots=True)
class Topic:
    """One entry of the taxonomy: its phrases as written with their weights, 0 for those of ``not``."""

    id: str
    name: str
    definition: str
    phrases: tuple[tuple[str, float], ...]
    yields_to: tuple[str, ...] = ()


class _Word(NamedTuple):
    """A word of the text as rules see it: span, stem, ``=`` and the word as written, number of its sentence."""

    start: int
    end: int
    form: str
    exact: str
    sentence: int


_Forms = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Rule:
    """A phrase of a topic; ``others`` are the further parts of ``a + b``, each by its alternatives."""

    topic: str
    phrase: str
    weight: float
    others: tuple[tuple[_Forms, ...], ...]


class _Place(NamedTuple):
    """Where a rule, or the first part of ``a + b``, stands: the words ``first`` up to, not including, ``end``."""

    first: int
    end: int
    rule: _Rule


class Topics:
    """The taxonomy and its coding rule."""

    __slots__ = ("_index", "entries", "ids")

    def __init__(self, entries: tuple[Topic, ...]) -> None:
        self.entries = entries
        self.ids: tuple[str, ...] = tuple(topic.id for topic in entries)
        self._index: dict[str, list[tuple[_Forms, _Rule]]] = {}

    def explain(self, text: str) -> list[Evidence]:
        """Every phrase that counts in ``text``, in the order of the text; spans are code points of ``text``."""
        return self._explain(list(_words(text)))

    def score(self, text: str) -> dict[str, float]:
        """The points of every topic with any: the sum of the weights that ``explain`` lists."""
        return _points(self.explain(text))

    def topics(self, text: str, *, inherited: str = "") -> tuple[str, ...]:
        """0 to 3 ids, the strongest first. ``inherited`` is the question that ``text`` answers: it counts for less."""
        words = list(_words(text))
        points = _points(self._explain(words))
        if not inherited:
            return self._held(points, len(words)) if len(words) > _GREETING else ()
        asking = list(_words(inherited))
        asked = _points(self._explain(asking))
        both = {topic: points.get(topic, 0.0) + _QUESTION * asked.get(topic, 0.0) for topic in points | asked}
        # "Has Turkey made a request for Patriots?" - "No."
        return self._held(both, len(words) + _QUESTION * len(asking)) or self._held(asked, len(asking))

    def _held(self, points: dict[str, float], length: float) -> tuple[str, ...]:
        """The topics with enough ``points`` for a passage of ``length`` words."""
        need = _LEAST + _PER_DOUBLING * math.log2(max(1.0, length / _SHORT))
        need = max(need, _FAIR_PART * max(points.values(), default=0.0))
        held = [topic for topic in self.entries if points.get(topic.id, 0.0) >= need]
        kept: list[str] = []
        for topic in sorted(held, key=lambda t: (-points[t.id], bool(t.yields_to))):
            if not any(other in kept for other in topic.yields_to):
                kept.append(topic.id)
        return tuple(kept[:MOST_TOPICS])

    def _explain(self, words: list[_Word]) -> list[Evidence]:
        places: dict[str, list[_Place]] = defaultdict(list)
        for place in self._places(words):
            places[place.rule.topic].append(place)
        sentences = _sentences(words)
        found = [hit for group in places.values() for hit in _counted(words, sentences, group)]
        return sorted(found, key=lambda hit: (hit.span, hit.topic, hit.phrase))

    def _places(self, words: list[_Word]) -> Iterator[_Place]:
        index = self._index or self._compile()
        for at, (word, after) in enumerate(zip_longest(words, words[1:])):
            keys = (word.form, word.exact, f"{word.form} {after.form}") if after else (word.form, word.exact)
            for key in keys:
                for forms, rule in index.get(key, ()):
                    if len(forms) == 1 or _stands(words, at, forms):
                        yield _Place(at, at + len(forms), rule)

    def _compile(self) -> dict[str, list[tuple[_Forms, _Rule]]]:
        # Not done when loading: most runs of the program only need the ids.
        for topic in self.entries:
            for phrase, weight in topic.phrases:
                first, *others = (tuple({_forms(a) for a in part.split(" / ")}) for part in phrase.split(" + "))
                rule = _Rule(topic.id, phrase, weight, tuple(others))
                for forms in first:
                    self._index.setdefault(_key(forms), []).append((forms, rule))
        return self._index


def _key(forms: _Forms) -> str:
    """Two words find a phrase with far fewer false starts than one; exact words are rare enough alone."""
    return forms[0] if "=" in (forms[0][0], forms[:2][-1][0]) else " ".join(forms[:2])


def _stands(words: list[_Word], at: int, forms: _Forms) -> bool:
    """Whether the words from ``at`` on are ``forms``."""
    if at + len(forms) > len(words):
        return False
    return all(form in (words[at + n].form, words[at + n].exact) for n, form in enumerate(forms))


def _points(hits: list[Evidence]) -> dict[str, float]:
    points: dict[str, float] = defaultdict(float)
    for hit in hits:
        points[hit.topic] += hit.weight
    return dict(points)


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


def _forms(phrase: str) -> tuple[str, ...]:
    """The words of one alternative as they are compared, exact ones led by ``=``."""
    forms: list[str] = []
    for token in phrase.split():
        words = split_words(token)
        forms += ["=" + token[w.start : w.end] if token[0] == "=" else _form(w.folded) for w in words]
    return tuple(forms)


def _words(text: str) -> Iterator[_Word]:
    sentence, begun, end, last = 0, 0, 0, ""
    for number, word in enumerate(split_words(text)):
        ended = last and last not in _TITLES and _SENTENCE_END.search(text, end, word.start)
        if ended or number - begun >= _LONGEST_SENTENCE:
            sentence, begun = sentence + 1, number
        end, last = word.end, word.folded
        written = text[word.start : word.end].replace("’", "'").partition("'")[0]
        yield _Word(word.start, word.end, _form(word.folded), "=" + written, sentence)


def _sentences(words: list[_Word]) -> list[range]:
    """The words of every sentence."""
    starts = [n for n, word in enumerate(words) if n == 0 or word.sentence != words[n - 1].sentence]
    return [range(a, b) for a, b in pairwise([*starts, len(words)])]


def _counted(words: list[_Word], sentences: list[range], places: list[_Place]) -> Iterator[Evidence]:
    """What counts of one topic's places, each phrase with its due weight."""
    hidden: dict[int, _Place] = {n: p for p in places if not p.rule.weight for n in range(p.first, p.end)}
    kept = [p for p in places if p.rule.weight and not _is_hidden(p, hidden)]
    whole = _longest(p for p in kept if not p.rule.others)
    together = _together(words, sentences, [p for p in kept if p.rule.others])
    times: dict[_Rule, int] = defaultdict(int)
    for place in sorted([*whole, *together], key=lambda p: (p.first, p.end)):
        weight = place.rule.weight * (_REPEATS[times[place.rule]] if times[place.rule] < len(_REPEATS) else 0.0)
        times[place.rule] += 1
        if weight:
            span = Span(words[place.first].start, words[place.end - 1].end)
            yield Evidence(place.rule.topic, place.rule.phrase, weight, span)


def _is_hidden(place: _Place, hidden: dict[int, _Place]) -> bool:
    """Whether ``place`` shares words with a ``not`` phrase; a phrase that says more around it is not hidden."""
    over = {hidden[n] for n in range(place.first, place.end) if n in hidden}
    return any(not (place.first <= p.first and p.end <= place.end and place[:2] != p[:2]) for p in over)


def _longest(places: Iterable[_Place]) -> list[_Place]:
    """Of places that share words, the longest and then the weightiest."""
    kept: list[_Place] = []
    taken: set[int] = set()
    for place in sorted(places, key=lambda p: (p.first - p.end, -p.rule.weight, p.first)):
        at = range(place.first, place.end)
        if taken.isdisjoint(at):
            taken.update(at)
            kept.append(place)
    return kept


def _together(words: list[_Word], sentences: list[range], places: list[_Place]) -> Iterator[_Place]:
    """One place for every rule and sentence in which all the parts of the rule stand, on different words."""
    tries: dict[tuple[_Rule, int], int] = defaultdict(int)
    for place in places:
        sentence = words[place.first].sentence
        tries[place.rule, sentence] += 1
        if tries[place.rule, sentence] > _TRIES:
            continue
        taken = [range(place.first, place.end)]
        for part in place.rule.others:
            taken += _free_places(words, sentences[sentence], part, taken)[:1]
        if len(taken) > len(place.rule.others):
            tries[place.rule, sentence] = _TRIES
            yield _Place(min(r.start for r in taken), max(r.stop for r in taken), place.rule)


def _free_places(
    words: list[_Word], sentence: range, alternatives: tuple[_Forms, ...], taken: list[range]
) -> list[range]:
    """Where one of ``alternatives`` stands in the sentence on words that are not ``taken``."""
    firsts: dict[str, list[_Forms]] = defaultdict(list)
    for forms in alternatives:
        firsts[forms[0]].append(forms)
    found: list[range] = []
    for at in sentence:
        for forms in (*firsts.get(words[at].form, ()), *firsts.get(words[at].exact, ())):
            here = range(at, at + len(forms))
            if _stands(words, at, forms) and not any(here.start < r.stop and r.start < here.stop for r in taken):
                found.append(here)
    return found
