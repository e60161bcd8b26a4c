"""Reading places.toml: every entry checked, and a fault named by the entry it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from natosearch.errors import BadRules
from natosearch.rules.places.gazetteer import Form, Gazetteer, Place
from natosearch.rules.places.nouns import DIRECTIONS
from natosearch.rules.places.places import Places
from natosearch.rules.places.scene import Phrase, Phrases
from natosearch.rules.spellings import read_words
from natosearch.rules.tables import as_table, check_keys
from natosearch.text.words import fold_text

_SECTIONS = {"countries": "country", "regions": "region", "seas": "sea", "rivers": "river", "venues": "venue"}
_SECTIONS_OF = {"regions_of": "region", "cities_of": "city", "sites_of": "site", "venues_of": "venue"}
_TRAITS = ("exact", "name_like", "word_like", "noun_only")
_NEIGHBOURS = ("not_after", "not_before", "not_near")
_FRAMES = ("whole", "after", "before", "after_city", "titles")
# Written with or without a capital: "Adriatic sea", "Uruzgan Province", "western Balkans".
_SOFT = DIRECTIONS | frozenset(
    """
    sea ocean gulf river province region peninsula valley islands island strait straits canal airport airfield base
    air naval countries states nations lake mountain gap coast headquarters monastery area
    """.split()
)

_Words = tuple[str, ...]


def parse_places(table: Mapping[str, object]) -> Places:
    """The places of a parsed ``places.toml``; raises BadRules with one line that names what is wrong."""
    sections = {*_SECTIONS, *_SECTIONS_OF, "spelling", "within_names", *_NEIGHBOURS}
    for key in table:
        if key not in sections:
            raise BadRules(f"places: unknown section '{key}'")
    places = _read_places(table)
    forms = _read_forms(places.values())
    lists = as_table("spelling", table.get("spelling", {}))
    check_keys("spelling", lists, (), _TRAITS)
    forms = _with_traits(forms, {trait: _strings(f"spelling '{trait}'", names) for trait, names in lists.items()})
    frames = _read_frames(table)
    for written in frames["whole"]:
        phrase = _phrase(written, "within_names 'whole'")
        _add(forms, Form(phrase, ""), written)
    neighbours = {key: _read_neighbours(table, key, forms) for key in _NEIGHBOURS}
    known = Gazetteer(
        places,
        forms,
        neighbours={
            key: {words: Phrases(_phrase(text, key) for text in texts) for words, texts in neighbours[key].items()}
            for key in ("not_after", "not_before")
        },
        near={words: frozenset(fold_text(text) for text in texts) for words, texts in neighbours["not_near"].items()},
        frames={
            key: Phrases(_phrase(text, f"within_names '{key}'") for text in texts) for key, texts in frames.items()
        },
    )
    return Places(known)


def _read_places(table: Mapping[str, object]) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for section, kind in _SECTIONS.items():
        _take(places, as_table(section, table.get(section, {})), kind, None)
    for section, kind in _SECTIONS_OF.items():
        for within, entries in as_table(section, table.get(section, {})).items():
            _take(places, as_table(f"{section} '{within}'", entries), kind, within)
    for place in places.values():
        if place.within is not None and place.within not in places:
            raise BadRules(f"place '{place.name}': lies in '{place.within}', which is not a known place")
        if place.within is not None and not _may_lie(place, places[place.within]):
            raise BadRules(
                f"place '{place.name}': a {place.kind} cannot lie in the {places[place.within].kind} '{place.within}'"
            )
    return places


def _may_lie(inner: Place, outer: Place) -> bool:
    return outer.kind == "country" or (outer.kind == "city" and inner.kind in ("site", "venue"))


def _take(places: dict[str, Place], entries: dict[str, object], kind: str, within: str | None) -> None:
    for name, also in entries.items():
        if name in places:
            raise BadRules(f"place '{name}': given twice")
        places[name] = Place(name, kind, within, _strings(f"place '{name}'", also))


def _read_forms(places: Iterable[Place]) -> dict[_Words, Form]:
    forms: dict[_Words, Form] = {}
    for place in places:
        for written in (place.name, *place.also):
            _add(forms, Form(_soften(_phrase(written, f"place '{place.name}'")), place.name), written)
    return forms


def _add(forms: dict[_Words, Form], form: Form, written: str) -> None:
    """Spellings of one name that fold to the same words become one form, with a capital only where all have one."""
    old = forms.get(form.phrase.words)
    if old is None:
        forms[form.phrase.words] = form
        return
    if old.place != form.place:
        other = f"place '{old.place}'" if old.place else "within_names 'whole'"
        raise BadRules(f"'{written}': already in {other}")
    a, b = old.phrase, form.phrase
    capitals = tuple(x and y for x, y in zip(a.capitals, b.capitals, strict=True))
    phrase = Phrase(a.words, capitals, a.loose or b.loose, a.possessive or b.possessive)
    forms[a.words] = old._replace(phrase=phrase)


def _soften(phrase: Phrase) -> Phrase:
    """Directions and words of terrain need no capital beside one that has it: "western Balkans", "Adriatic sea"."""
    if len(phrase.words) == 1:
        return phrase
    hard = tuple([capital and word not in _SOFT for word, capital in zip(phrase.words, phrase.capitals, strict=True)])
    return phrase._replace(capitals=hard) if any(hard) else phrase


def _phrase(written: str, where: str) -> Phrase:
    words, raw = read_words(written)
    if not words:
        raise BadRules(f"{where}: '{written}' has no word")
    inner = written[: written.rindex(raw[-1])]
    return Phrase(
        words,
        tuple([word[0].isupper() for word in raw]),
        "," in inner or ". " in inner,
        "'s " in inner or "\u2019s " in inner,
        written.endswith(","),
    )


def _with_traits(forms: dict[_Words, Form], lists: dict[str, tuple[str, ...]]) -> dict[_Words, Form]:
    marked = dict(forms)
    for trait, names in lists.items():
        for name in names:
            words = _known_words(name, marked, f"spelling '{trait}'")
            form = marked[words]
            exact = form.exact | {name} if trait == "exact" else form.exact
            marked[words] = form._replace(exact=exact, traits=form.traits | {trait})
    return marked


def _read_neighbours(
    table: Mapping[str, object], section: str, forms: dict[_Words, Form]
) -> dict[_Words, tuple[str, ...]]:
    entries = as_table(section, table.get(section, {}))
    return {
        _known_words(name, forms, section): _strings(f"{section} '{name}'", texts) for name, texts in entries.items()
    }


def _read_frames(table: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    entries = as_table("within_names", table.get("within_names", {}))
    check_keys("within_names", entries, (), _FRAMES)
    return {key: _strings(f"within_names '{key}'", entries.get(key, [])) for key in _FRAMES}


def _known_words(name: str, forms: dict[_Words, Form], where: str) -> _Words:
    words, _ = read_words(name)
    if words not in forms or not forms[words].place:
        raise BadRules(f"{where}: '{name}' is no known place")
    return words


def _strings(where: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(text, str) and text for text in value):
        raise BadRules(f"{where}: must be a list of strings")
    if len(set(value)) != len(value):
        raise BadRules(f"{where}: a string is given twice")
    return tuple(value)
