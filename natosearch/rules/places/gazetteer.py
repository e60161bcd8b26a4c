"""What is known of places: each place, every form in which texts write it, and the words that tell against a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from natosearch.rules.places.nouns import DIRECTIONS
from natosearch.rules.places.scene import POSSESSIVE, Phrase, Phrases, Scene

KINDS = ("country", "region", "sea", "river", "city", "site", "venue")


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its canonical name, its kind (one of ``KINDS``), what it lies in and how else texts write it.

    A ``venue`` is a building in which events take place; speaking of it is no mention of a place.
    """

    name: str
    kind: str
    within: str | None
    also: tuple[str, ...]


class Form(NamedTuple):
    """One way of writing a place; or, with ``place`` empty, a longer name in which no place is meant."""

    phrase: Phrase
    place: str
    exact: frozenset[str] = frozenset()
    traits: frozenset[str] = frozenset()


class Gazetteer:
    """What a file of places says, checked; words and the keys made of them are folded.

    ``neighbours`` are phrases ``not_after`` and ``not_before`` a form, ``near`` the words it may not be near, and
    ``frames`` the longer names that places are part of.
    """

    __slots__ = ("_capital", "_small", "forms", "frames", "near", "neighbours", "openings", "places")

    def __init__(
        self,
        places: Mapping[str, Place],
        forms: Mapping[tuple[str, ...], Form],
        neighbours: Mapping[str, Mapping[tuple[str, ...], Phrases]],
        near: Mapping[tuple[str, ...], frozenset[str]],
        frames: Mapping[str, Phrases],
    ) -> None:
        self.places, self.forms = places, forms
        self.neighbours, self.near, self.frames = neighbours, near, frames
        self.openings = DIRECTIONS.union(words[0] for words in forms)
        # Most words have no capital, and few forms can begin without one: "former Yugoslav", "western Balkans".
        self._capital: dict[str, list[Form]] = {}
        self._small: dict[str, list[Form]] = {}
        for form in sorted(forms.values(), key=lambda form: -len(form.phrase.words)):
            self._capital.setdefault(form.phrase.words[0], []).append(form)
            if not form.phrase.capitals[0]:
                self._small.setdefault(form.phrase.words[0], []).append(form)

    def longest_at(self, scene: Scene, i: int) -> Form | None:
        """The longest form that stands at word ``i``, written as it must be, whether or not its place is meant."""
        index = self._capital if scene.capital(i) else self._small
        for form in index.get(scene.folded[i], ()):
            if scene.holds(form.phrase, i) and _spelled(scene, i, form):
                return form
        return None


def _spelled(scene: Scene, i: int, form: Form) -> bool:
    """The form is written as it must be, where it must be written exactly."""
    if not form.exact:
        return True
    start, end = scene.starts[i], scene.ends[i + len(form.phrase.words) - 1]
    written = POSSESSIVE.sub("", scene.text[start:end])
    if " ".join(written.split()) not in form.exact:
        return False
    # "TELL US MORE": in a line of capitals the abbreviation is a pronoun as likely as not
    return written != "US" or not (_shouted(scene, i - 1) and _shouted(scene, i + 1))


def _shouted(scene: Scene, i: int) -> bool:
    if not 0 <= i < len(scene.words):
        return True
    written = scene.written(i)
    return written in ("A", "I") or (written.isupper() and len(written) > 1)
