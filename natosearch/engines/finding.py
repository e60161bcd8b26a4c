"""From a plan to hits: what meets it, in which order, cut to what was asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from natosearch.engines.evaluate import Evaluator
from natosearch.engines.ranking import AROUND, NEIGHBOURS, SHORTEST, SPOKEN, closeness
from natosearch.model.passages import Hit, Passage, Results, Turn
from natosearch.query.fields import FIELD_NAMES, heard_turns
from natosearch.query.filters import value_of
from natosearch.query.matches import find_matches
from natosearch.query.meets import PassageReader, asked_words, enough, has_not, meet
from natosearch.query.tree import In, Leaf, Plan, Query, Sort
from natosearch.text.words import fold_text

if TYPE_CHECKING:
    from natosearch.engines.whoosh_engine import OpenIndex

_LOOKED_AT = 200  # of the best passages, for how close together the words stand
_MOST_PLACES = 64  # of one word in a passage; closeness compares each with each

Scores = dict[int, float]


class Finding:
    """One search for a resolved plan; ``plain`` ranks by BM25F alone."""

    def __init__(self, searched: OpenIndex, plan: Plan, *, plain: bool = False) -> None:
        self._in, self._plan, self._plain = searched, plan, plain
        shortest = 0 if plain else SHORTEST
        self._evaluator = Evaluator(searched.postings, searched.numbers, searched.fulfil, shortest)
        self._parts = {part: self._evaluator.scores(part) for part in plan.scored}
        self._words: dict[int, int] = defaultdict(int)
        for part in plan.words:
            for number in self._parts[part]:
                self._words[number] += 1
        self._passages: dict[int, Passage] = {}
        self._heard: dict[int, tuple[Turn, ...]] = {}
        self._why: dict[int, list[tuple[str, float]]] = defaultdict(list)

    def results(self, query: Query) -> Results:
        """The hits that ``query`` asks for, how many there are, and how many of them have all and most of the words."""
        scores = {number: self._score(number) for number in self._found()}
        if query.sort == "relevance" and not self._plain:
            self._add_closeness(scores)
        ordered = self._ordered(query.sort, scores)
        end = query.offset + query.limit if query.limit else None
        shown = enumerate(ordered[query.offset : end], query.offset + 1)
        hits = [self._hit(rank, n, scores[n], explain=query.explain) for rank, n in shown]
        tiers = [self._tier(number) for number in scores]
        unknown = dict.fromkeys(word for word, leaf in asked_words(self._plan) if not self._evaluator.knows(leaf))
        return Results(tuple(hits), len(tiers), tiers.count(0), len(tiers) - tiers.count(2), tuple(unknown))

    def _found(self) -> list[int]:
        """The passages that meet the plan."""
        plan = self._plan
        if not (plan.scored or plan.conditions):
            return []
        sets: list[Collection[int]] = [self._parts[part] for part in plan.parts]
        sets += [self._evaluator.scores(condition) for condition in plan.conditions]
        if plan.words:
            sets.append({number for number in self._words if self._has_enough(number)})
        first, *rest = sorted(sets, key=len)
        found = [number for number in first if all(number in other for other in rest)]
        negates = any(map(has_not, (*plan.scored, *plan.conditions)))
        if not plan.voices or not (plan.scored or negates):
            return found
        many = self._in.many_voices
        # What others say may be what keeps a passage out, so that with NOT not only those found may be meant.
        among = set.intersection(*(set(self._evaluator.scores(voice)) for voice in plan.voices)) if negates else found
        one_voice = [number for number in found if number not in many]
        return one_voice + [number for number in among if number in many and self._is_heard(number)]

    def _has_enough(self, number: int) -> bool:
        words = self._words[number]
        # The document is looked at only where it could help.
        if words >= self._plan.at_least:
            return True
        here = self._document_words[self._in.doc(number)]
        return enough(self._plan, words, sum(word < len(self._plan.words) for word in here), self._known)

    @cached_property
    def _document_words(self) -> dict[str, dict[int, float]]:
        """For each document what is scored, by its number in the plan, that stands somewhere in it: its best score."""
        best: dict[str, dict[int, float]] = defaultdict(dict)
        for word, part in enumerate(self._plan.scored):
            for number, score in self._parts[part].items():
                known = best[self._in.doc(number)]
                known[word] = max(score, known.get(word, 0.0))
        return best

    def _is_heard(self, number: int) -> bool:
        """Whether the speakers asked for say the words of a passage in which others speak too."""
        passage = self._passage(number)
        heard = self._heard[number] = heard_turns(passage, self._speakers)
        met = meet(self._plan, passage, heard)
        self._words[number] = len(met.words)
        return met.meets and self._has_enough(number)

    @cached_property
    def _known(self) -> int:
        """How many of the words stand anywhere."""
        return sum(1 for part in self._plan.words if self._parts[part])

    @cached_property
    def _speakers(self) -> set[str]:
        return {value_of(terms) for voice in self._plan.voices for terms in voice.values}

    def _score(self, number: int) -> float:
        own = sum(part.get(number, 0.0) for part in self._parts.values())
        around = 0.0
        if self._plan.scored and not self._plain:
            around = sum(self._document_words[self._in.doc(number)].values())
        if around:
            self._why[number].append(("what its document has of them", AROUND * around))
        return own + AROUND * around

    def _add_closeness(self, scores: Scores) -> None:
        """Raise the best passages by how close together they have the words."""
        leaves = [part for part in self._plan.scored if isinstance(part, Leaf)]
        if len(leaves) < 2:
            return
        best = self._ordered("relevance", scores)[:_LOOKED_AT]
        near: Scores = defaultdict(float)
        for field in SPOKEN:
            places = [self._places(field, leaf, best) for leaf in leaves]
            for number in best:
                near[number] = max(near[number], closeness([place.get(number, ()) for place in places]))
        for number, close in near.items():
            if close:
                gain = scores[number] * NEIGHBOURS * close
                self._why[number].append(("how close together they stand", gain))
                scores[number] += gain

    def _places(self, field: str, leaf: Leaf, numbers: Sequence[int]) -> dict[int, list[int]]:
        here = [number for number in numbers if number in self._parts[leaf]]
        found = self._evaluator.occurrences(field, leaf, here)
        return {number: [first for first, _ in ranges[:_MOST_PLACES]] for number, ranges in found.items()}

    def _tier(self, number: int) -> int:
        """0 with all words, 1 with as many as must match, 2 with fewer in a document that has more."""
        words = self._words[number] if self._plan.words else 0
        return 0 if self._plain or words == len(self._plan.words) else 1 if words >= self._plan.at_least else 2

    def _ordered(self, sort: Sort, scores: Scores) -> list[int]:
        """The passages sorted. Of equals the newer comes first, then by id, so that a query always prints the same."""
        day, order = self._in.day, self._in.order
        if sort == "date":
            return sorted(scores, key=lambda n: (not day(n), day(n), order(n)))
        if sort == "doc":
            return sorted(scores, key=lambda n: (-day(n), order(n)))
        if sort == "-date":
            return sorted(scores, key=lambda n: (-day(n), -round(scores[n], 6), order(n)))
        # Days and ids are read for equals alone: most passages have a score of their own.
        ranks = {number: (self._tier(number), -round(score, 6)) for number, score in scores.items()}
        equals = groupby(sorted(ranks, key=ranks.__getitem__), key=ranks.__getitem__)
        runs = (list(run) for _, run in equals)
        return [n for run in runs for n in (sorted(run, key=lambda n: (-day(n), order(n))) if len(run) > 1 else run)]

    def _hit(self, rank: int, number: int, score: float, *, explain: bool) -> Hit:
        passage = self._passage(number)
        heard = self._heard.get(number) or (heard_turns(passage, self._speakers) if self._speakers else passage.turns)
        voices = tuple(name for name in passage.speakers if fold_text(name) in self._speakers)
        why = tuple(self._explained(number, passage, heard)) if explain else ()
        return Hit(rank, score, passage, find_matches(passage, self._plan, heard), heard, voices, why)

    def _explained(self, number: int, passage: Passage, heard: tuple[Turn, ...]) -> Iterator[tuple[str, float]]:
        """What made the score: each word or phrase with the fields in which it stands, then what was added."""
        from natosearch.query.show import show

        reader = PassageReader(passage, heard)
        for part, scores in self._parts.items():
            if number in scores:
                counts = reader.counts(part) if isinstance(part, In | Leaf) else {}
                where = ", ".join(f"{FIELD_NAMES[field]} {count}" for field, count in counts.items())
                yield f"{show(part)} ({where})" if where else show(part), scores[number]
        yield from self._why[number]

    def _passage(self, number: int) -> Passage:
        if number not in self._passages:
            self._passages[number] = self._in.passage(number)
        return self._passages[number]
