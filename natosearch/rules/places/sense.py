"""Whether words that spell a place mean it, by what stands around them."""

from __future__ import annotations

from natosearch.rules.places.gazetteer import Form, Gazetteer, Place
from natosearch.rules.places.nouns import in_a_person, is_noun
from natosearch.rules.places.scene import Scene

_NEAR = 60  # words on either side in which a `not_near` word tells that another place is meant
_PREPOSITIONS = frozenset("in to from at near of through around into via outside towards toward between for".split())


def is_meant(known: Gazetteer, scene: Scene, i: int, form: Form, city_end: int | None) -> bool:
    """Whether the place itself is meant by the words of ``form`` at word ``i``.

    ``city_end`` is where the place found last ends, if it is a city: with it the words can make a list of towns.
    """
    if scene.in_address(i) or _in_a_name(known, scene, i, form) or not _among_friends(known, scene, i, form):
        return False
    end = i + len(form.phrase.words)
    if "word_like" in form.traits and not _like_a_place(known, scene, i, form, city_end):
        return False
    if "name_like" in form.traits and in_a_person(scene, i, end):
        return False
    return "noun_only" not in form.traits or is_noun(scene, end)


def _in_a_name(known: Gazetteer, scene: Scene, i: int, form: Form) -> bool:
    """The words are part of a person's, a paper's, an institution's or a treaty's name, or of another town's."""
    frames, end = known.frames, i + len(form.phrase.words)
    if frames["titles"].ends_at(scene, i) or frames["after"].ends_at(scene, i):
        return True
    if scene.possessive(end - 1):
        return False
    place = known.places[form.place]
    # "the Belgrade-Pristina agreement" is an agreement between two, not a name
    alone = scene.gap(i)[-1:] not in ("-", "\u2013")
    if frames["before"].begins_at(scene, end):
        return True
    if place.kind == "city" and alone and frames["after_city"].begins_at(scene, end):
        return True
    return _in_a_state(known, scene, end, place)


def _in_a_state(known: Gazetteer, scene: Scene, end: int, place: Place) -> bool:
    """An American state follows: "Paris, Texas"."""
    if scene.gap(end).strip() != "," or place.kind != "city" or place.within == "United States":
        return False
    state = known.longest_at(scene, end)
    after = known.places.get(state.place) if state else None
    return after is not None and after.kind == "region" and after.within == "United States"


def _among_friends(known: Gazetteer, scene: Scene, i: int, form: Form) -> bool:
    """None of the words that the file gives against this form stands beside it or near it."""
    words, end = form.phrase.words, i + len(form.phrase.words)
    neighbours = known.neighbours
    if words in neighbours["not_after"] and neighbours["not_after"][words].ends_at(scene, i):
        return False
    if words in neighbours["not_before"] and neighbours["not_before"][words].begins_at(scene, end):
        return False
    strangers = known.near.get(words)
    if strangers is None:
        return True
    return strangers.isdisjoint(scene.folded[max(0, i - _NEAR) : end + _NEAR])


def _like_a_place(known: Gazetteer, scene: Scene, i: int, form: Form, city_end: int | None) -> bool:
    """A preposition, a list of towns or the country's name shows that an ordinary word is a place."""
    if i and scene.beside(i) and scene.folded[i - 1] in _PREPOSITIONS:
        return True
    end = i + len(form.phrase.words)
    if end < len(scene.words) and scene.gap(end).strip() in (",", "("):
        after = known.longest_at(scene, end)
        if after is not None and after.place == known.places[form.place].within:
            return True
    if city_end is None:
        return False
    return scene.text[city_end : scene.starts[i]].strip() in (",", "and", "or", ", and", "to")
