"""In which passages words stand, how often and where: read from Whoosh, without its names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from natosearch.query.fields import STEMMED, TURN_BREAK
from natosearch.query.filters import word_test
from natosearch.query.tree import Fuzzy, Pattern, Term, Word
from natosearch.text.words import stem

# By the number of a passage in the index.
Counts = dict[int, float]


class Postings:
    """The postings of one open searcher, each read once."""

    def __init__(self, searcher: Any) -> None:
        self._searcher, self._reader = searcher, searcher.reader()
        self._leaves = [(leaf.reader(), offset) for leaf, offset in searcher.leaf_searchers()]
        self._counts: dict[tuple[str, str], Counts] = {}
        self._forms: dict[tuple[str, Term], list[tuple[str, str]]] = {}

    def forms(self, field: str, term: Term) -> list[tuple[str, str]]:
        """The names of index and form under which ``term`` stands in ``field``; several for a pattern."""
        if isinstance(term, Word):
            if field not in STEMMED:
                return [(field, term.folded)]
            return [(f"{field}_exact", term.folded)] if term.exact else [(field, stem(term.folded))]
        if (field, term) not in self._forms:
            name = f"{field}_exact" if field in STEMMED else field
            self._forms[field, term] = [(name, form) for form in self._expanded(name, term)]
        return self._forms[field, term]

    def _expanded(self, name: str, term: Pattern | Fuzzy) -> Iterator[str]:
        test = word_test(term)
        begins = ""
        if isinstance(term, Pattern):
            begins = term.pattern.replace("?", "*").partition("*")[0]
        return (form for form in self.lexicon(name, begins) if form != TURN_BREAK and test(form))

    def lexicon(self, name: str, begins: str = "") -> Iterator[str]:
        """The forms in an index, those that begin so."""
        found = self._reader.expand_prefix(name, begins) if begins else self._reader.lexicon(name)
        return (form.decode("utf-8") for form in found)

    def counts(self, field: str, term: Term) -> Counts:
        """How often ``term`` stands in ``field`` of each passage in which it does."""
        forms = self.forms(field, term)
        if len(forms) == 1:
            return self._of_form(*forms[0])
        total: Counts = defaultdict(float)
        for name, form in forms:
            for number, count in self._of_form(name, form).items():
                total[number] += count
        return total

    def _of_form(self, name: str, form: str) -> Counts:
        key = name, form
        if key not in self._counts:
            found = self._counts[key] = {}
            for reader, offset in self._leaves:
                if key in reader:
                    matcher = reader.postings(name, form)
                    while matcher.is_active():
                        found[matcher.id() + offset] = matcher.weight()
                        matcher.next()
        return self._counts[key]

    def positions(self, field: str, term: Term, numbers: Iterable[int]) -> Mapping[int, list[int]]:
        """Where ``term`` stands in ``field`` of each of the passages ``numbers`` in which it does, ascending."""
        wanted = sorted(numbers)
        found: dict[int, list[int]] = defaultdict(list)
        forms = self.forms(field, term)
        for name, form in forms:
            for number, places in self._positions(name, form, wanted):
                found[number] += places
        if len(forms) > 1:
            for places in found.values():
                places.sort()
        return found

    def _positions(self, name: str, form: str, wanted: list[int]) -> Iterator[tuple[int, list[int]]]:
        for reader, offset in self._leaves:
            if (name, form) not in reader:
                continue
            matcher = reader.postings(name, form)
            end = offset + reader.doc_count_all()
            for number in wanted:
                if not offset <= number < end:
                    continue
                if not matcher.is_active():
                    break
                if matcher.id() < number - offset:
                    matcher.skip_to(number - offset)
                if matcher.is_active() and matcher.id() == number - offset:
                    yield number, list(matcher.value_as("positions"))

    def length(self, field: str, number: int) -> int:
        """How many words ``field`` of a passage has, as Whoosh keeps it: long lengths are rounded."""
        return self._reader.doc_field_length(number, field, 0) or 0  # None where no passage of a segment has the field

    def mean_length(self, field: str) -> float:
        """How many words ``field`` has in a passage on average; 1 where there are none."""
        return float(self._searcher.avg_field_length(field, 1.0)) or 1.0
