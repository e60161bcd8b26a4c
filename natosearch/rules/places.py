"""Places in text: which are meant, what they are called, and what lies where.

The names, and the false friends that a name has ("Michael Jordan", "Washington Treaty"), are data; how English shows
that a word is a noun, a title or part of a longer name is code. Spans are half-open ranges of code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from natosearch.errors import BadRules
from natosearch.text.words import Word, fold_text, split_words

KINDS = ("country", "region", "sea", "river", "city", "site", "venue")

_SECTIONS = {"countries": "country", "regions": "region", "seas": "sea", "rivers": "river"}
_SECTIONS_OF = {"regions_of": "region", "cities_of": "city", "sites_of": "site", "venues_of": "venue"}
_TRAITS = ("exact", "name_like", "word_like", "noun_only")
_NEIGHBOURS = ("not_after", "not_before", "not_near")
_FRAMES = ("whole", "after", "before", "after_city", "titles")
_WRAPPED = 45  # characters from which a line is taken for one of a hard-wrapped paragraph
_NEAR = 60  # words on either side in which a `not_near` word tells that another place is meant


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_DIRECTIONS = _words(
    "north south east west northern southern eastern western central middle northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern upper lower greater"
)
# Written with or without a capital: "Adriatic sea", "Uruzgan Province".
_TERRAIN = _words(
    "sea ocean gulf river province region peninsula valley islands island strait straits canal airport airfield base "
    "air naval countries states nations lake mountain gap coast headquarters monastery area"
)
# Words that may stand in front of or behind a noun without being part of its name; verbs only as they follow a country.
_FUNCTION = _words(
    """
    a an the this that these those my your our his her its their some any all both each every no not never and or
    but nor so yet if when whenever while where as than then because since until till after before although though
    unless whether once in on at to from for of by with without within into onto over under up down out off about
    above across against along among around behind below beside between beyond despite during except inside near
    outside per through throughout toward towards upon via like including regarding versus i you he she it we they
    who whom whose which what why how here there now today tomorrow yesterday tonight also again already always
    often still just only even ever too well very really soon later first finally currently recently certainly
    clearly simply actually obviously rather quite perhaps maybe indeed instead together alone itself themselves be
    am is are was were been being isnt arent wasnt werent has have had having hasnt havent hadnt do does did doing
    doesnt dont didnt will would wont wouldnt can could cant cannot couldnt shall should shouldnt may might must
    ought says say said sees see saw seen knows knew known wants want wanted needs need needed makes make made takes
    take took taken gives give gave given gets get got goes go went gone comes come came becomes became remains
    remain stands stood assesses condemns urges intends provides recognizes invests contributes maintains insists
    accepts joins participates continues continue believes believe thinks think thought feels felt looks seems seem
    supports plans leads led hopes keeps kept holds held puts put brings brought sends sent sets let lets shows
    showed tries agrees calls asks hosts spends spent pays paid leaves left starts began begins stops ends won lost
    withdraws withdrew pulls refuses decides considers expects regards recognises welcomes opposes strongly fully
    firmly
    """
)
# "the U.S. announced" but "U.S. armed forces"; "the UK recently" but "UK family".
_NOT_VERBS = _words("armed led based backed sponsored owned funded trained made brokered mediated supplied")
_NOT_ADVERBS = _words("family ally supply assembly monthly daily weekly italy anomaly early elderly friendly")
_LANDS = _words("region area coast basin rim theater theatre neighbourhood neighborhood")
# Events and installations carry the name of their place without hiding it: "Paris Summit", "Georgia Ministerial".
_EVENTS = _words(
    """summit summits conference ministerial meeting meetings airport base naval air province city river forum security
    communique donors declaration valley peninsula nato peace talks central"""
)
_PARTNERS = _words("us uk eu nato un")
_CALENDAR = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december"""
)
_PREPOSITIONS = _words("in to from at near of through around into via outside towards toward between for")
_NATIONALITY = re.compile(r"\w*(?:ian|ean|can|ish|ese)|french|dutch|german|afghan|greek|swiss|allied|coalition")
_POSSESSIVE = re.compile(r"['\u2019\u02bc][sS]?$")
_SPACE = re.compile(r"[ \t\u00a0\u202f]*(?:\r?\n[ \t\u00a0>]*)?")
_JOINT = re.compile(r"[ \t\u00a0\u202f]*(?:\r?\n[ \t\u00a0>]*)?|[ \t]?[-\u2010\u2011\u2013/&][ \t]?\n?")
_LOOSE_JOINT = re.compile(r"\.?,?[ \t\u00a0\u202f]*(?:\r?\n[ \t\u00a0>]*)?|[-\u2010\u2011\u2013/]")


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its canonical name, its kind (one of ``KINDS``), what it lies in and how else texts write it.

    A ``venue`` is a building in which events take place; speaking of it is no mention of a place.
    """

    name: str
    kind: str
    within: str | None
    also: tuple[str, ...]


class Mention(NamedTuple):
    """A place named in a text: ``text[start:end]`` without a possessive ``'s``, and the canonical name."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words as they are looked for: folded, and whether each must begin with a capital in the text."""

    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    loose: bool = False  # a comma or a full stop may stand between the words: "Washington, D.C."
    possessive: bool = False  # an 's may stand inside: "NATO's Headquarters"
    comma: bool = False  # ends with a comma: "Atlanta," in front of "Georgia"


@dataclass(frozen=True, slots=True)
class _Form:
    """One way of writing a place; or, with ``place`` empty, a longer name in which no place is meant."""

    phrase: _Phrase
    place: str
    exact: frozenset[str] = frozenset()
    traits: frozenset[str] = frozenset()


class _Scene:
    """A text cut into words, and what stands beside them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[Word] = list(split_words(text))

    def written(self, i: int) -> str:
        return self.text[self.words[i].start : self.words[i].end]

    def gap(self, i: int) -> str:
        """What stands between word ``i - 1`` and word ``i``; a full stop beyond either end of the text."""
        if not 0 < i < len(self.words):
            return "."
        return self.text[self.words[i - 1].end : self.words[i].start]

    def capital(self, i: int) -> bool:
        return self.text[self.words[i].start].isupper()

    def beside(self, i: int) -> bool:
        """Words ``i - 1`` and ``i`` stand side by side in one sentence, with nothing but white space between them."""
        return _SPACE.fullmatch(self.gap(i)) is not None and self.runs_on(i)

    def runs_on(self, i: int) -> bool:
        """Words ``i - 1`` and ``i`` are not on two lines, or the first line is long enough to be wrapped prose."""
        gap = self.gap(i)
        if "\n" not in gap:
            return True
        end = self.words[i - 1].end
        # the lines of a header are no sentence: "Secretary General / Pristina / News"
        return end - self.text.rfind("\n", 0, end) > _WRAPPED

    def possessive(self, i: int) -> bool:
        word = self.words[i]
        if _POSSESSIVE.search(self.written(i)):
            return True
        return self.text[word.end : word.end + 1] in ("'", "\u2019") and self.text[word.end - 1] in "sS"

    def holds(self, phrase: _Phrase, i: int) -> bool:
        """The words of ``phrase`` stand at word ``i``, capitals where it wants them, nothing foreign between them."""
        if i < 0 or i + len(phrase.words) > len(self.words):
            return False
        joint = _LOOSE_JOINT if phrase.loose else _JOINT
        for k, (folded, capital) in enumerate(zip(phrase.words, phrase.capitals, strict=True)):
            if self.words[i + k].folded != folded or (capital and not self.capital(i + k)):
                return False
            if k and not joint.fullmatch(self.gap(i + k)):
                return False
            if k and not phrase.possessive and _POSSESSIVE.search(self.written(i + k - 1)):
                return False
        return True

    def in_address(self, i: int) -> bool:
        """Word ``i`` is part of a web or mail address."""
        start = self.words[i].start
        head = self.text[max(0, start - 200) : start].rsplit(maxsplit=1)
        chunk = head[-1] if head and not self.text[start - 1 : start].isspace() else ""
        return "://" in chunk or "www." in chunk or "@" in chunk


class _Phrases:
    """A set of phrases that can be looked for before or behind a word."""

    def __init__(self, phrases: Iterable[_Phrase]) -> None:
        self._first: dict[str, list[_Phrase]] = {}
        self._last: dict[str, list[_Phrase]] = {}
        for phrase in phrases:
            self._first.setdefault(phrase.words[0], []).append(phrase)
            self._last.setdefault(phrase.words[-1], []).append(phrase)

    def begins_at(self, scene: _Scene, i: int) -> bool:
        """One of the phrases stands at word ``i``, joined to the word before by white space or a hyphen."""
        if i >= len(scene.words) or not _JOINT.fullmatch(scene.gap(i)) or not scene.runs_on(i):
            return False
        return any(scene.holds(phrase, i) for phrase in self._first.get(scene.words[i].folded, ()))

    def ends_at(self, scene: _Scene, i: int) -> bool:
        """One of the phrases stands in front of word ``i``; a short last word may carry a full stop ("Gen. Jordan")."""
        if i == 0 or not scene.runs_on(i):
            return False
        gap, last = scene.gap(i), scene.words[i - 1]
        dotted = gap.startswith(".") and len(last.folded) <= 4 and gap.strip() == "."
        for phrase in self._last.get(last.folded, ()):
            joined = gap.strip() == "," if phrase.comma else dotted or _JOINT.fullmatch(gap) is not None
            if joined and not scene.possessive(i - 1) and scene.holds(phrase, i - len(phrase.words)):
                return True
        return False


@dataclass(frozen=True, slots=True)
class _Book:
    """What a file of places says, checked."""

    places: dict[str, Place]
    forms: dict[tuple[str, ...], _Form]
    neighbours: dict[str, dict[tuple[str, ...], _Phrases]]
    near: dict[tuple[str, ...], frozenset[str]]
    frames: dict[str, _Phrases]


class Places:
    """The known places; made by :func:`parse_places`."""

    def __init__(self, book: _Book) -> None:
        self._book = book
        self._index: dict[str, list[_Form]] = {}
        for form in sorted(book.forms.values(), key=lambda form: -len(form.phrase.words)):
            self._index.setdefault(form.phrase.words[0], []).append(form)

    def __iter__(self) -> Iterator[Place]:
        return iter(self._book.places.values())

    def find(self, text: str) -> list[Mention]:
        """Every place named by a noun in ``text``, venues too, in order and not overlapping, the longest name first."""
        scene = _Scene(text)
        found: list[Mention] = []
        i = 0
        while i < len(scene.words):
            form = self._longest(scene, i)
            if form is None:
                found.extend(self._shared_noun(scene, i))
                i += 1
                continue
            end = i + len(form.phrase.words)
            if form.place and self._meant(scene, i, form, found[-1] if found else None):
                tail = _POSSESSIVE.search(scene.written(end - 1))
                cut = len(tail.group()) if tail else 0
                found.append(Mention(scene.words[i].start, scene.words[end - 1].end - cut, form.place))
            i = end
        return found

    def mentions(self, text: str) -> tuple[str, ...]:
        """The canonical names of the places that ``text`` mentions, each once, in the order of their first mention."""
        names = dict.fromkeys(mention.name for mention in self.find(text))
        return tuple(name for name in names if self._book.places[name].kind != "venue")

    def get(self, name: str) -> Place | None:
        """The place called ``name``, canonically or otherwise; case, accents, "the" and "Republic of" do not matter."""
        words = fold_text(name).split()
        for opening in (["the"], ["republic", "of"]):
            form = self._book.forms.get(tuple(words))
            if form is not None and form.place:
                return self._book.places[form.place]
            if words[: len(opening)] == opening:
                words = words[len(opening) :]
        form = self._book.forms.get(tuple(words))
        return self._book.places[form.place] if form is not None and form.place else None

    def chain(self, name: str) -> tuple[str, ...]:
        """The place and what it lies in, outwards: ("Skopje", "North Macedonia"); empty when ``name`` is not known."""
        place = self.get(name)
        names: list[str] = []
        while place is not None:
            names.append(place.name)
            place = self._book.places[place.within] if place.within else None
        return tuple(names)

    def _longest(self, scene: _Scene, i: int) -> _Form | None:
        for form in self._index.get(scene.words[i].folded, ()):
            if scene.holds(form.phrase, i) and _spelled(scene, i, form):
                return form
        return None

    def _shared_noun(self, scene: _Scene, i: int) -> Iterator[Mention]:
        """The first half of "Eastern and Southeastern Europe" or "North and South Korea"."""
        words = scene.words
        if words[i].folded not in _DIRECTIONS or i + 3 >= len(words) or words[i + 1].folded not in ("and", "or"):
            return
        second = self._longest(scene, i + 2)
        if second is None or words[i + 2].folded not in _DIRECTIONS or not scene.capital(i):
            return
        first = self._book.forms.get((words[i].folded, *second.phrase.words[1:]))
        if first is not None and first.place:
            yield Mention(words[i].start, words[i].end, first.place)

    def _meant(self, scene: _Scene, i: int, form: _Form, last: Mention | None) -> bool:
        """The place itself is meant by the words of ``form`` at word ``i``."""
        if scene.in_address(i) or self._in_a_name(scene, i, form) or not self._among_friends(scene, i, form):
            return False
        end = i + len(form.phrase.words)
        if "word_like" in form.traits and not self._like_a_place(scene, i, form, last):
            return False
        if "name_like" in form.traits and _in_a_person(scene, i, end):
            return False
        return "noun_only" not in form.traits or _is_noun(scene, end)

    def _in_a_name(self, scene: _Scene, i: int, form: _Form) -> bool:
        """The words are part of a person's, a paper's, an institution's or a treaty's name, or of another town's."""
        frames, end = self._book.frames, i + len(form.phrase.words)
        if frames["titles"].ends_at(scene, i) or frames["after"].ends_at(scene, i):
            return True
        if scene.possessive(end - 1):
            return False
        place = self._book.places[form.place]
        # "the Belgrade-Pristina agreement" is an agreement between two, not a name
        alone = scene.gap(i)[-1:] not in ("-", "\u2013")
        if frames["before"].begins_at(scene, end):
            return True
        if place.kind == "city" and alone and frames["after_city"].begins_at(scene, end):
            return True
        return self._in_a_state(scene, end, place)

    def _in_a_state(self, scene: _Scene, end: int, place: Place) -> bool:
        """An American state follows: "Paris, Texas"."""
        if scene.gap(end).strip() != "," or place.kind != "city" or place.within == "United States":
            return False
        state = self._longest(scene, end)
        after = self._book.places.get(state.place) if state else None
        return after is not None and after.kind == "region" and after.within == "United States"

    def _among_friends(self, scene: _Scene, i: int, form: _Form) -> bool:
        """None of the words that the file gives against this form stands beside it or near it."""
        words, end = form.phrase.words, i + len(form.phrase.words)
        neighbours = self._book.neighbours
        if words in neighbours["not_after"] and neighbours["not_after"][words].ends_at(scene, i):
            return False
        if words in neighbours["not_before"] and neighbours["not_before"][words].begins_at(scene, end):
            return False
        strangers = self._book.near.get(words)
        if strangers is None:
            return True
        return strangers.isdisjoint(word.folded for word in scene.words[max(0, i - _NEAR) : end + _NEAR])

    def _like_a_place(self, scene: _Scene, i: int, form: _Form, last: Mention | None) -> bool:
        """A preposition, a list of towns or the country's name shows that an ordinary word is a place."""
        if i and scene.beside(i) and scene.words[i - 1].folded in _PREPOSITIONS:
            return True
        end = i + len(form.phrase.words)
        if end < len(scene.words) and scene.gap(end).strip() in (",", "("):
            after = self._longest(scene, end)
            if after is not None and after.place == self._book.places[form.place].within:
                return True
        if last is None or self._book.places[last.name].kind != "city":
            return False
        return scene.text[last.end : scene.words[i].start].strip() in (",", "and", "or", ", and", "to")


def _spelled(scene: _Scene, i: int, form: _Form) -> bool:
    """The form is written as it must be, where it must be written exactly."""
    if not form.exact:
        return True
    start, end = scene.words[i].start, scene.words[i + len(form.phrase.words) - 1].end
    written = _POSSESSIVE.sub("", scene.text[start:end])
    if " ".join(written.split()) not in form.exact:
        return False
    # "TELL US MORE": in a line of capitals the abbreviation is a pronoun as likely as not
    return written != "US" or not (_shouted(scene, i - 1) and _shouted(scene, i + 1))


def _shouted(scene: _Scene, i: int) -> bool:
    if not 0 <= i < len(scene.words):
        return True
    written = scene.written(i)
    return written in ("A", "I") or (written.isupper() and len(written) > 1)


def _in_a_person(scene: _Scene, i: int, end: int) -> bool:
    """A capitalised word that is no function word stands beside the words ``i`` to ``end``: a first or second name."""
    if scene.beside(end) and not scene.possessive(end - 1):
        after, written = scene.words[end].folded, scene.written(end)
        if after in _EVENTS:
            return False
        if len(written) == 1 and written.isupper() and scene.gap(end + 1)[:1] == ".":
            return True
        if written[0].isupper() and not written.isupper() and after not in _FUNCTION and after not in _CALENDAR:
            return True
    before, gap = scene.written(i - 1) if i else "", scene.gap(i)
    if len(before) == 1 and before.isupper() and gap.strip() == "." and before != "I":
        return True
    if not before[:1].isupper() or not scene.beside(i) or _POSSESSIVE.search(before):
        return False
    folded = scene.words[i - 1].folded
    if folded in _FUNCTION or folded in _DIRECTIONS or folded in _CALENDAR:
        return False
    return not before.isupper() or scene.written(i).isupper()


def _is_noun(scene: _Scene, end: int) -> bool:
    """What follows word ``end - 1`` shows that it is no adjective: "the U.S. has", "the Gulf."; not "U.S. troops"."""
    if scene.possessive(end - 1) or end >= len(scene.words):
        return True
    gap, after = scene.gap(end), scene.words[end].folded
    if gap[:1] in ("-", "\u2010", "\u2011", "/", "$"):
        return False
    if not _SPACE.fullmatch(gap):
        return True
    if after in ("and", "or") and end + 1 < len(scene.words):
        other = scene.words[end + 1].folded
        # "US and UK troops" against "the US and the UK"
        return _is_noun(scene, end + 2) if other in _PARTNERS else not _NATIONALITY.fullmatch(other)
    if after in _FUNCTION:
        # a capital begins a new sentence, and can do so only after the full stop of "U.S."
        return not scene.capital(end) or scene.written(end).isupper() or scene.written(end - 1)[-1] == "."
    if after in _LANDS:
        return not scene.capital(end)
    if scene.capital(end) or after[0].isdigit():
        return False
    verb = after.endswith("ed") and after not in _NOT_VERBS
    return verb or (after.endswith("ly") and after not in _NOT_ADVERBS)


def parse_places(table: dict[str, object]) -> Places:
    """The places of a parsed ``places.toml``; raises :class:`BadRules` with one line that names what is wrong."""
    known = {*_SECTIONS, *_SECTIONS_OF, "spelling", "within_names", *_NEIGHBOURS}
    for key in table:
        if key not in known:
            raise BadRules(f"places: unknown section '{key}'")
    places = _read_places(table)
    forms = _read_forms(places.values())
    lists = _mapping(table.get("spelling", {}), "spelling", _TRAITS)
    forms = _with_traits(forms, {trait: _strings(names, f"spelling '{trait}'") for trait, names in lists.items()})
    frames = _read_frames(table)
    for written in frames["whole"]:
        phrase = _phrase(written, "within_names 'whole'")
        _add(forms, _Form(phrase, ""), written)
    neighbours = {key: _read_neighbours(table, key, forms) for key in _NEIGHBOURS}
    book = _Book(
        places,
        forms,
        {
            key: {words: _Phrases(_phrase(text, key) for text in texts) for words, texts in neighbours[key].items()}
            for key in ("not_after", "not_before")
        },
        {words: frozenset(fold_text(text) for text in texts) for words, texts in neighbours["not_near"].items()},
        {key: _Phrases(_phrase(text, f"within_names '{key}'") for text in texts) for key, texts in frames.items()},
    )
    return Places(book)


def _read_places(table: dict[str, object]) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for section, kind in _SECTIONS.items():
        _take(places, _mapping(table.get(section, {}), section), kind, None)
    for section, kind in _SECTIONS_OF.items():
        for within, entries in _mapping(table.get(section, {}), section).items():
            _take(places, _mapping(entries, f"{section} '{within}'"), kind, within)
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
        places[name] = Place(name, kind, within, _strings(also, f"place '{name}'"))


def _read_forms(places: Iterable[Place]) -> dict[tuple[str, ...], _Form]:
    forms: dict[tuple[str, ...], _Form] = {}
    for place in places:
        for written in (place.name, *place.also):
            _add(forms, _Form(_soften(_phrase(written, f"place '{place.name}'")), place.name), written)
    return forms


def _add(forms: dict[tuple[str, ...], _Form], form: _Form, written: str) -> None:
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
    phrase = _Phrase(a.words, capitals, a.loose or b.loose, a.possessive or b.possessive)
    forms[a.words] = replace(old, phrase=phrase)


def _soften(phrase: _Phrase) -> _Phrase:
    """Directions and words of terrain need no capital beside one that has it: "western Balkans", "Adriatic sea"."""
    if len(phrase.words) == 1:
        return phrase
    soft = tuple(word in _TERRAIN or word in _DIRECTIONS for word in phrase.words)
    if not any(capital and not s for capital, s in zip(phrase.capitals, soft, strict=True)):
        return phrase
    return replace(phrase, capitals=tuple(c and not s for c, s in zip(phrase.capitals, soft, strict=True)))


def _phrase(written: str, where: str) -> _Phrase:
    words = list(split_words(written))
    if not words:
        raise BadRules(f"{where}: '{written}' has no word")
    inner = written[words[0].start : words[-1].start]
    return _Phrase(
        tuple(word.folded for word in words),
        tuple(written[word.start].isupper() for word in words),
        "," in inner or ". " in inner,
        "'s " in inner or "\u2019s " in inner,
        written.endswith(","),
    )


def _with_traits(
    forms: dict[tuple[str, ...], _Form], lists: dict[str, tuple[str, ...]]
) -> dict[tuple[str, ...], _Form]:
    marked = dict(forms)
    for trait, names in lists.items():
        for name in names:
            words = _known_words(name, marked, f"spelling '{trait}'")
            form = marked[words]
            exact = form.exact | {name} if trait == "exact" else form.exact
            marked[words] = replace(form, exact=exact, traits=form.traits | {trait})
    return marked


def _read_neighbours(
    table: dict[str, object], section: str, forms: dict[tuple[str, ...], _Form]
) -> dict[tuple[str, ...], tuple[str, ...]]:
    entries = _mapping(table.get(section, {}), section)
    return {
        _known_words(name, forms, section): _strings(texts, f"{section} '{name}'") for name, texts in entries.items()
    }


def _read_frames(table: dict[str, object]) -> dict[str, tuple[str, ...]]:
    entries = _mapping(table.get("within_names", {}), "within_names", _FRAMES)
    return {key: _strings(entries.get(key, []), f"within_names '{key}'") for key in _FRAMES}


def _known_words(name: str, forms: dict[tuple[str, ...], _Form], where: str) -> tuple[str, ...]:
    words = tuple(word.folded for word in split_words(name))
    if words not in forms or not forms[words].place:
        raise BadRules(f"{where}: '{name}' is no known place")
    return words


def _mapping(value: object, where: str, keys: tuple[str, ...] | None = None) -> dict[str, object]:
    if not isinstance(value, dict):
        raise BadRules(f"{where}: must be a table")
    for key in value:
        if keys is not None and key not in keys:
            raise BadRules(f"{where}: unknown key '{key}'")
    return value


def _strings(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(text, str) and text for text in value):
        raise BadRules(f"{where}: must be a list of strings")
    if len(set(value)) != len(value):
        raise BadRules(f"{where}: a string is given twice")
    return tuple(value)
