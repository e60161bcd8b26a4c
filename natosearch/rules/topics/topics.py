"""What a passage is about: readable phrases per topic, weighed, with the words that decided shown on request.

The phrases and their weights are data (``data/topics.toml`` explains how to write them). Here stands how they count:

1. A phrase matches consecutive words by their stems; ``=MAP`` by exactly these letters.
2. Within a topic a word counts for the longest phrase it is part of, and not at all inside a ``not`` phrase.
   ``a + b`` adds its points where both stand in one sentence, whatever their words count besides.
3. The same phrase again counts half, and from the fifth time nothing. Of several phrases in one sentence the weightiest
   counts whole and each further one less: a sentence says a topic once, however well it says it.
4. A topic needs more points the longer the passage is, and a fair part of the points of the strongest topic.
5. A passage that says no topic outright is about what its document is about, see ``settle``.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from natosearch.model.passages import Span
from natosearch.rules.topics.reading import Forms, Reading, make_forms

WEIGHTS = {"strong": 3.0, "medium": 2.0, "weak": 1.0}
MOST_TOPICS = 3

_REPEATS = (1.0, 0.5, 0.5, 0.5)  # what the first, second ... time of one phrase is worth
_IN_SENTENCE = 0.6  # what each further phrase of a sentence is worth of the one before it
_QUESTION = 0.75  # an answer is about what was asked, but a question also names what is not answered
_SHORT = 40  # words: up to here one medium phrase is enough
_GREETING = 5  # words: `Prime Minister Kovačevski, dear Dimitar,` is about nothing yet
_TRIES = 4  # a sentence that repeats a word without end is not searched without end
_LEAST = 2.0
_PER_DOUBLING = 1.2
_FAIR_PART = 0.5
_SHARE = 6.0  # points: what a third of the document's passages hold is worth a medium phrase, a sixth a weak one
_SAYS_NOTHING = 15  # words: `Thank you, and welcome to Brussels.` is not about the document's subject either


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


_Part = Mapping[str, Sequence[Forms]]  # the alternatives by their first word


@dataclass(frozen=True, slots=True, eq=False)
class _Rule:
    """A phrase of a topic; ``others`` are the further parts of ``a + b``."""

    topic: str
    phrase: str
    weight: float
    others: tuple[_Part, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A passage weighed: the points of its topics, its length in words, and the topics it says outright."""

    points: Mapping[str, float]
    length: float
    topics: tuple[str, ...]


_Begun = dict[str, list[tuple[Forms, _Rule]]]  # alternatives that begin with one word, by their second, "" for the rest


class _Place(NamedTuple):
    """Where a rule, or the first part of ``a + b``, stands: the words ``first`` up to, not including, ``end``."""

    first: int
    end: int
    rule: _Rule

    def where(self) -> tuple[int, int]:
        return self.first, self.end


class Topics:
    """The taxonomy and its coding rule."""

    __slots__ = ("_index", "entries", "ids")

    def __init__(self, entries: tuple[Topic, ...]) -> None:
        self.entries = entries
        self.ids: tuple[str, ...] = tuple(topic.id for topic in entries)
        self._index: dict[str, _Begun] = {}

    def explain(self, text: str) -> list[Evidence]:
        """Every phrase that counts in ``text``, in the order of the text; spans are code points of ``text``."""
        read = Reading(text)
        starts, ends = read.words.starts, read.words.ends
        found = [
            Evidence(place.rule.topic, place.rule.phrase, weight, Span(starts[place.first], ends[place.end - 1]))
            for place, weight in self._counted(read)
        ]
        return sorted(found, key=lambda hit: (hit.span, hit.topic, hit.phrase))

    def score(self, text: str) -> dict[str, float]:
        """The points of every topic with any: the sum of the weights that ``explain`` lists."""
        return _points(self._counted(Reading(text)))

    def topics(self, text: str, *, inherited: str = "") -> tuple[str, ...]:
        """0 to 3 ids, the strongest first. ``inherited`` is the question that ``text`` answers: it counts for less."""
        return self.weigh(text, inherited).topics

    def settle(self, weighed: Sequence[Weighed]) -> list[tuple[str, ...]]:
        """The topics of each of a document's passages, which ``weigh`` has weighed one by one.

        A passage that says no topic outright takes the one topic that most of the others hold, weaker signs of its own
        counting too: `All our aircraft came home` is about the air campaign when the briefing is.
        """
        long = [one for one in weighed if one.length >= _SAYS_NOTHING]
        holds = Counter(topic for one in long for topic in one.topics)
        share = {topic: _SHARE * holds[topic] / len(long) for topic in self.ids if holds[topic]}
        return [one.topics or _shared(one, share) for one in weighed]

    def weigh(self, text: str, inherited: str = "") -> Weighed:
        """What ``text``, said in answer to ``inherited``, says of each topic."""
        words = Reading(text)
        points = _points(self._counted(words))
        if not inherited:
            return Weighed(points, len(words), self._held(points, len(words)) if len(words) > _GREETING else ())
        asking = Reading(inherited)
        asked = _points(self._counted(asking))
        both = {topic: points.get(topic, 0.0) + _QUESTION * asked.get(topic, 0.0) for topic in points | asked}
        length = len(words) + _QUESTION * len(asking)
        # "Has Turkey made a request for Patriots?" - "No."
        return Weighed(both, length, self._held(both, length) or self._held(asked, len(asking)))

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

    def _counted(self, words: Reading) -> Iterator[tuple[_Place, float]]:
        """What counts in the text, each with its due weight."""
        places: dict[str, list[_Place]] = defaultdict(list)
        for at, end, rule in self._standing(words):
            group = places[rule.topic]
            if not rule.others or not rule.weight or _may_stand(words, at, rule):
                group.append(_Place(at, end, rule))
        for group in places.values():
            yield from _counted(words, group)

    def _standing(self, words: Reading) -> Iterator[tuple[int, int, _Rule]]:
        """Where the first part of each rule stands, as in a ``_Place``."""
        index = self._index or self._compile()
        forms, exact = words.forms, words.exact
        nexts = [*forms[1:], "."]  # no word behind the last
        for at in [n for n in range(len(forms)) if forms[n] in index or exact[n] in index]:
            for begun in (index.get(forms[at]), index.get(exact[at])):
                if begun is None:
                    continue
                for alternative, rule in begun[""]:
                    if len(alternative) == 1 or words.stands(at, alternative):
                        yield at, at + len(alternative), rule
                for alternative, rule in begun.get(nexts[at], ()):
                    if len(alternative) == 2 or words.stands(at, alternative):
                        yield at, at + len(alternative), rule

    def _compile(self) -> dict[str, _Begun]:
        # Not done when loading: most runs of the program only need the ids.
        for topic in self.entries:
            for phrase, weight in topic.phrases:
                first, *others = ({make_forms(a) for a in part.split(" / ")} for part in phrase.split(" + "))
                rule = _Rule(topic.id, phrase, weight, tuple(map(_part, others)))
                for forms in sorted(first):
                    begun = self._index.setdefault(forms[0], {"": []})
                    begun.setdefault(_second(forms), []).append((forms, rule))
        return self._index


def _shared(passage: Weighed, share: Mapping[str, float]) -> tuple[str, ...]:
    """The topic that ``passage`` and the rest of its document together say, if they say one."""
    if passage.length < _SAYS_NOTHING or not (share or passage.points):
        return ()
    points = {t: share.get(t, 0.0) + passage.points.get(t, 0.0) for t in (*share, *passage.points)}
    topic = max(points, key=lambda t: points[t])
    return (topic,) if points[topic] >= _LEAST else ()


def _part(alternatives: Iterable[Forms]) -> _Part:
    firsts: dict[str, list[Forms]] = defaultdict(list)
    for forms in sorted(alternatives):
        firsts[forms[0]].append(forms)
    return firsts


def _second(forms: Forms) -> str:
    """Two words find a phrase with far fewer false starts than one; letters are compared when the first is found."""
    return forms[1] if len(forms) > 1 and forms[1][0] != "=" else ""


def _points(hits: Iterable[tuple[_Place, float]]) -> dict[str, float]:
    points: dict[str, float] = defaultdict(float)
    for place, weight in hits:
        points[place.rule.topic] += weight
    return dict(points)


def _may_stand(words: Reading, at: int, rule: _Rule) -> bool:
    """Whether of each further part of ``a + b`` some alternative's first word is in the sentence; mostly none is."""
    said = words.said(words.sentence_of[at])
    return not any(map(said.isdisjoint, rule.others))


def _counted(words: Reading, places: list[_Place]) -> Iterator[tuple[_Place, float]]:
    """What counts of one topic's places, each with its due weight."""
    if len(places) < 2 and not any(place.rule.others for place in places):
        yield from ((place, place.rule.weight) for place in places if place.rule.weight)
        return
    hidden: dict[int, _Place] = {n: p for p in places if not p.rule.weight for n in range(p.first, p.end)}
    kept = [p for p in places if p.rule.weight and not (hidden and _is_hidden(p, hidden))]
    whole = _longest([p for p in kept if not p.rule.others])
    together = _together(words, [p for p in kept if p.rule.others])
    times: dict[_Rule, int] = defaultdict(int)
    said: dict[int, list[tuple[float, _Place]]] = defaultdict(list)
    for place in sorted([*whole, *together], key=_Place.where):
        time = times[place.rule]
        times[place.rule] += 1
        if time < len(_REPEATS):
            said[words.sentence_of[place.first]].append((place.rule.weight * _REPEATS[time], place))
    for sentence in said.values():
        sentence.sort(key=lambda one: -one[0])
        yield from ((place, weight * _IN_SENTENCE**n) for n, (weight, place) in enumerate(sentence))


def _is_hidden(place: _Place, hidden: dict[int, _Place]) -> bool:
    """Whether ``place`` shares words with a ``not`` phrase; a phrase that says more around it is not hidden."""
    over = {hidden[n] for n in range(place.first, place.end) if n in hidden}
    return any(not (place.first <= p.first and p.end <= place.end and place[:2] != p[:2]) for p in over)


def _longest(places: list[_Place]) -> list[_Place]:
    """Of places that share words, the longest and then the weightiest."""
    if len(places) < 2:
        return places
    kept: list[_Place] = []
    taken: set[int] = set()
    for place in sorted(places, key=lambda p: (p.first - p.end, -p.rule.weight, p.first)):
        at = range(place.first, place.end)
        if taken.isdisjoint(at):
            taken.update(at)
            kept.append(place)
    return kept


def _together(words: Reading, places: list[_Place]) -> Iterator[_Place]:
    """One place for every rule and sentence in which all the parts of the rule stand, on different words."""
    tries: dict[tuple[_Rule, int], int] = defaultdict(int)
    for place in places:
        sentence = words.sentence_of[place.first]
        tries[place.rule, sentence] += 1
        if tries[place.rule, sentence] > _TRIES:
            continue
        taken = [range(place.first, place.end)]
        for part in place.rule.others:
            free = _free_place(words, sentence, part, taken)
            if free is None:
                break
            taken.append(free)
        else:
            tries[place.rule, sentence] = _TRIES
            yield _Place(min(r.start for r in taken), max(r.stop for r in taken), place.rule)


def _free_place(words: Reading, sentence: int, part: _Part, taken: list[range]) -> range | None:
    """Where one of the alternatives of ``part`` first stands in the sentence on words that are not ``taken``."""
    met = part.keys() & words.said(sentence)
    for at in [n for n in words.sentences[sentence] if words.forms[n] in met or words.exact[n] in met]:
        for form in sorted({words.forms[at], words.exact[at]} & met):
            for forms in part[form]:
                here = range(at, at + len(forms))
                if words.stands(at, forms) and not any(here.start < r.stop and r.start < here.stop for r in taken):
                    return here
    return None
