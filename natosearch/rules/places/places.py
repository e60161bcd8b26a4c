"""The known places: found in a text where they are meant, looked up by any of their names, and what they lie in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from natosearch.rules.places.gazetteer import Gazetteer, Place
from natosearch.rules.places.nouns import DIRECTIONS
from natosearch.rules.places.scene import POSSESSIVE, Scene
from natosearch.rules.places.sense import is_meant
from natosearch.text.words import fold_text


class Mention(NamedTuple):
    """A place named in ``text[start:end]`` (code points, a possessive 's left out), by its canonical name."""

    start: int
    end: int
    name: str


class Places:
    """The known places; built once by ``parse_places``."""

    def __init__(self, known: Gazetteer) -> None:
        self._known = known

    def __iter__(self) -> Iterator[Place]:
        return iter(self._known.places.values())

    def find(self, text: str) -> list[Mention]:
        """Every place named by a noun in ``text``, venues too, in order and not overlapping, the longest name first."""
        scene = Scene(text)
        found: list[Mention] = []
        end = 0
        for i in scene.words.among(self._known.openings):
            if i < end:
                continue
            form = self._known.longest_at(scene, i)
            if form is None:
                if scene.folded[i] in DIRECTIONS:
                    found.extend(self._shared_noun(scene, i))
                continue
            end = i + len(form.phrase.words)
            if form.place and is_meant(self._known, scene, i, form, self._city_end(found)):
                tail = POSSESSIVE.search(scene.written(end - 1))
                cut = len(tail.group()) if tail else 0
                found.append(Mention(scene.starts[i], scene.ends[end - 1] - cut, form.place))
        return found

    def mentions(self, text: str) -> tuple[str, ...]:
        """The canonical names of the places that ``text`` mentions, each once, in the order of their first mention."""
        names = dict.fromkeys(mention.name for mention in self.find(text))
        return tuple(name for name in names if self._known.places[name].kind != "venue")

    def get(self, name: str) -> Place | None:
        """The place called ``name``, canonically or otherwise; case, accents, "the" and "Republic of" do not matter."""
        words = fold_text(name).split()
        for opening in (["the"], ["republic", "of"]):
            form = self._known.forms.get(tuple(words))
            if form is not None and form.place:
                return self._known.places[form.place]
            if words[: len(opening)] == opening:
                words = words[len(opening) :]
        form = self._known.forms.get(tuple(words))
        return self._known.places[form.place] if form is not None and form.place else None

    def chain(self, name: str) -> tuple[str, ...]:
        """The place and what it lies in, outwards: ("Skopje", "North Macedonia"); empty when ``name`` is not known."""
        place = self.get(name)
        names: list[str] = []
        while place is not None:
            names.append(place.name)
            place = self._known.places[place.within] if place.within else None
        return tuple(names)

    def _city_end(self, found: list[Mention]) -> int | None:
        """Where the last mention ends, if it is of a city."""
        return found[-1].end if found and self._known.places[found[-1].name].kind == "city" else None

    def _shared_noun(self, scene: Scene, i: int) -> Iterator[Mention]:
        """The first half of "Eastern and Southeastern Europe" or "North and South Korea"."""
        folded = scene.folded
        if i + 3 >= len(folded) or folded[i + 1] not in ("and", "or"):
            return
        second = self._known.longest_at(scene, i + 2)
        if second is None or folded[i + 2] not in DIRECTIONS or not scene.capital(i):
            return
        first = self._known.forms.get((folded[i], *second.phrase.words[1:]))
        if first is not None and first.place:
            yield Mention(scene.starts[i], scene.ends[i], first.place)
