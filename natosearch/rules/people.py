"""People, the offices they held and when, and the news organisations whose reporters ask.

Who somebody is, is data (people.toml, outlets.toml). How a name stands in a text is code: a middle initial comes and
goes, accents are lost, titles stand before a name, after a comma or in brackets. A name or an office that could be
two is nobody: a wrong speaker costs a reader more than a missing one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from natosearch.errors import BadRules
from natosearch.text.words import Word, fold_text, split_words


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held from ``since`` up to, not including, ``until``: ISO dates, year or month if no more is known."""

    office: str
    since: str
    until: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody known: the name to print, other spellings of the full name, and offices in the order of the data."""

    name: str
    also: tuple[str, ...]
    tenures: tuple[Tenure, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """An office; ``unique`` when one person at a time holds it, so that it and a date can name that person."""

    name: str
    also: tuple[str, ...]
    unique: bool


class NameMention(NamedTuple):
    """A person's full name in ``text[start:end]`` (code points, a possessive 's left out)."""

    start: int
    end: int
    person: Person


class OfficeMention(NamedTuple):
    """An office named in ``text[start:end]`` (code points)."""

    start: int
    end: int
    office: Office


class _Name(NamedTuple):
    """A full name as compared: no initials among ``words``; a particle ("de", "von") needs no capital."""

    words: tuple[str, ...]
    capital: tuple[bool, ...]
    initials: str
    person: Person


class _Phrase(NamedTuple):
    """Words that stand for ``target``: ``shout`` = only in capitals; ``bare`` = not beside another body's name.

    For an outlet ``capital`` tells which words need one, and ``bare`` that no word may follow.
    """

    words: tuple[str, ...]
    target: str
    shout: bool
    bare: bool
    capital: tuple[bool, ...] = ()


class _Nation(NamedTuple):
    """What a nation's word stands for: "Albanian" (no noun) can stand before a post, "Albania" on either side."""

    name: str
    noun: bool


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_RANKS = _words(
    "general gen lieutenant lt major maj brigadier brig colonel col captain capt cpt admiral adm vice rear "
    "commodore commander cdr cmdr cmdre marshal air sergeant sgt corporal cpl lance private chief warrant officer "
    "squadron leader wing group field flight radm vadm radml ltg ltgen ltc mg bg majgen briggen ret"
)
_HONORIFICS = _words(
    "mr mrs ms miss mme madame madam monsieur m dr prof professor sir dame lord lady baroness baron hon honorable "
    "honourable rt right he hrh excellency his her prince princess senator congressman congresswoman representative "
    "judge rev reverend herr frau signor"
)
_OFFICE_WORDS = _words(
    "president prime minister premier secretary chancellor ambassador chairman chairwoman chair chairperson "
    "spokesman spokeswoman spokesperson deputy assistant under undersecretary permanent acting former first second "
    "foreign defence defense national security advisor adviser state of for to the and in on at with nato us usa uk "
    "un eu permanent representative special envoy coordinator director head commissioner governor speaker mayor "
    "king treasurer attorney inspector chancellery press senior official moderator question questioner interviewer "
    "journalist host presenter anchor reporter correspondent answer public administration internal external home "
    "interior economy finance justice health trade energy transport education culture labour labor environment "
    "veterans european integration affairs political policy planning operations diplomacy armed forces joint armies "
    "army navy union allied supreme atlantic alliance council republic federal federation ministry department war "
    "bureau staff white house pentagon"
)
_JOINERS = _words("of for to the and in on at with")
_LETTERS_AFTER = _words(
    "mp mep ac ao am ad obe kbe cbe mbe kcb gcb kcmg gcmg qc kc dso phd jr sr ret usn usa usaf usmc rn raf"
)
_PARTICLES = _words("de di da del della dos du van von der den ter la le el al bin ben af zu of")
_BODIES = _words(
    "league commonwealth interpol party conference community amnesty congress federation asean opec organisation "
    "organization"
)
_PAST = _words("former ex then future next incoming late previous")
_SHARED_FIRST = _words("deputy assistant under acting vice associate")
_GAP = re.compile(r"(?:[^\S\n]*\n?[^\S\n]*|-|\u2011)\Z")
_GAP_AFTER_INITIAL = re.compile(r"\.?(?:[^\S\n]*\n?[^\S\n]*|-)\Z")
_FURTHER_WORD = re.compile(r"[^\S\n]+\w")
_POSSESSIVE = re.compile(r"['\u2019\u02bc][sS]\Z")
_PARTS = re.compile(r"[(),;\[\]]|\s[-\u2013\u2014]\s")
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?\Z")
_HELD = re.compile(r"(?P<since>[\d-]+)(?P<until>\.\.[\d-]+)? (?P<name>\S.*)\Z")
_DIGRAPHS = str.maketrans({"đ": "dj", "Đ": "Dj", "ö": "oe", "ü": "ue", "ä": "ae", "ø": "oe", "å": "aa", "Ö": "Oe"})


class People:
    """Everybody and every office of the data, found in texts and by name. Built once by ``parse_people``."""

    __slots__ = ("_ambiguous", "_held", "_names", "_nations", "_offices", "_posts", "_surnames", "_vocabulary")

    def __init__(self, book: _Book) -> None:
        self._ambiguous = frozenset(tuple(name.split()) for name in book.ambiguous)
        self._names = _index_names(book.names)
        self._surnames = _index_surnames(book.names, book.surnames)
        self._held: dict[str, list[tuple[Tenure, Person]]] = {}
        for person in book.people.values():
            for tenure in person.tenures:
                self._held.setdefault(tenure.office, []).append((tenure, person))
        self._offices = book.offices
        self._nations = book.nations
        self._posts = _index_phrases(list(book.phrases.values()))
        words = {word for phrase in book.phrases for word in phrase}
        words.update(word for nation in book.nations for word in nation)
        self._vocabulary = frozenset(words - _PARTICLES | _RANKS | _HONORIFICS | _OFFICE_WORDS)

    def find(self, text: str) -> list[NameMention]:
        """Every known full name in order, not overlapping: any case and accents but capitals first, any middle initial.

        A name that two people share ("George Bush") is not reported.
        """
        words = list(split_words(text))
        found: list[NameMention] = []
        i = 0
        while i < len(words):
            end, people = self._named_at(text, words, i) if words[i].folded in self._names else (i, ())
            if len(people) == 1:
                found.append(NameMention(words[i].start, _bare_end(text, words[end - 1]), people[0]))
            i = max(end, i + 1)
        return found

    def by_name(self, name: str) -> Person | None:
        """Whose full name this is, with or without ranks and honorifics in front; None if nobody's or several's."""
        words = list(split_words(name))
        for i, word in enumerate(words):
            end, people = self._named_at(name, words, i, any_case=True)
            if end == len(words) and i < end:
                return people[0] if len(people) == 1 else None
            if word.folded not in _RANKS | _HONORIFICS:
                return None
        return None

    def by_surname(self, surname: str, date: str | None) -> tuple[Person, ...]:
        """Everybody with that surname, in the order of the data; with an ISO date, those in office then come first."""
        people = self._surnames.get(fold_text(surname), ())
        period = _period(date)
        if period is None:
            return people
        return tuple(sorted(people, key=lambda who: not any(_may_hold(tenure, *period) for tenure in who.tenures)))

    def find_offices(self, text: str) -> list[OfficeMention]:
        """The longest office names in order, not overlapping.

        "Prime Minister" without a country is the office of no country in particular (``unique`` False); an office
        that somebody left or has not reached ("former", "ex-", "incoming") is left out.
        """
        words = list(split_words(text))
        found: list[OfficeMention] = []
        i = 0
        while i < len(words):
            span = (
                self._office_at(text, words, i, found[-1].end if found else 0)
                if words[i].folded in self._posts
                else None
            )
            if span is None:
                i += 1
                continue
            first, end, office = span
            if not (first and words[first - 1].folded in _PAST and office.name in self._held):
                found.append(OfficeMention(words[first].start, _bare_end(text, words[end - 1]), office))
            i = end
        return found

    def holder(self, office: str, date: str | None) -> Person | None:
        """Who held the office, as written, on that ISO date or throughout that month or year; None when not certain."""
        period = _period(date)
        mentions = self.find_offices(office)
        if period is None or len(mentions) != 1 or not mentions[0].office.unique:
            return None
        if fold_text(office).removeprefix("the ") != fold_text(office[mentions[0].start : mentions[0].end]):
            return None
        held = [
            (tenure, who) for tenure, who in self._held.get(mentions[0].office.name, ()) if _may_hold(tenure, *period)
        ]
        if len({who.name for _, who in held}) != 1:
            return None
        return next((who for tenure, who in held if _did_hold(tenure, *period)), None)

    def strip_titles(self, text: str) -> tuple[str, str]:
        """A label's title and name, either may be empty: ``Adm. Rob Bauer (Chair)``: ``Adm, Chair``, ``Rob Bauer``.

        A title that is part of a known name stays with it ("Lord Robertson"). Both are pieces of ``text`` as written,
        the pieces of the title joined by ", ".
        """
        known = self.find(text)
        if len(known) == 1 and self._stands_alone(text, known[0]):
            start, end, _ = known[0]
            return _joined(text[:start], text[end:]), text[start:end]
        titles: list[str] = []
        name = ""
        for part in _parts(text):
            title, rest = self._split_title(part)
            if name or not _looks_like_name(rest):
                titles.append(part)
            else:
                name = rest
                titles.append(title)
        return _joined(*titles), name

    def _named_at(
        self, text: str, words: Sequence[Word], i: int, any_case: bool = False
    ) -> tuple[int, tuple[Person, ...]]:
        """The end of the longest name that starts at word ``i``, and whose it can be."""
        best, people, exact, seen = i, [], False, ""
        for name in self._names.get(words[i].folded, ()):
            end, initials = _match_name(name, text, words, i, any_case)
            same = bool(initials) and initials == name.initials
            if end > best or (end == best > i and same and not exact):
                best, people, exact, seen = end, [name.person], same, initials
            elif end == best > i and same == exact and name.person not in people:
                people.append(name.person)
        if not seen and tuple(word.folded for word in words[i:best]) in self._ambiguous:
            return best, ()
        return best, tuple(people)

    def _office_at(self, text: str, words: Sequence[Word], i: int, after: int) -> tuple[int, int, Office] | None:
        """The longest office that begins at word ``i``: its first and end word, a nation on either side included."""
        for phrase in self._posts[words[i].folded]:
            end = _match_phrase(phrase, text, words, i)
            if end is None:
                continue
            if phrase.bare and (self._after_nation(text, words, i) or _belongs_elsewhere(text, words, i, end)):
                return None
            office = self._offices[phrase.target]
            if office.unique:
                return i, end, office
            return self._of_nation(text, words, (i, end), after) or (i, end, office)
        return None

    def _of_nation(
        self, text: str, words: Sequence[Word], at: tuple[int, int], after: int
    ) -> tuple[int, int, Office] | None:
        """``Albanian Prime Minister``, ``Prime Minister of the Republic of Albania``, if the data knows the office."""
        i, end = at
        post = next((p.target for p in self._posts[words[i].folded] if _match_phrase(p, text, words, i) == end), "")
        for first in range(max(0, i - 4), i):
            nation = self._nation_in(text, words[first : i + 1])
            if nation and words[first].start >= after and f"{post} of {nation.name}" in self._offices:
                return first, end, self._offices[f"{post} of {nation.name}"]
        if end == len(words) or words[end].folded != "of":
            return None
        stop = end
        while stop < len(words) and stop - end < 4 and words[stop].folded in ("of", "the", "republic", "state"):
            stop += 1
        if not all(_adjoins(text, words[k], words[k + 1]) for k in range(end - 1, min(stop, len(words) - 1))):
            return None
        for last in range(min(len(words), stop + 5), stop, -1):
            nation = self._nation_in(text, words[stop:last], with_next=False)
            if nation and nation.noun and f"{post} of {nation.name}" in self._offices:
                return i, last, self._offices[f"{post} of {nation.name}"]
        return None

    def _after_nation(self, text: str, words: Sequence[Word], i: int) -> bool:
        """Whether a bare label has a country before it: the "British Secretary of State" is not America's."""
        return i > 0 and (words[i - 1].folded,) in self._nations and _adjoins(text, words[i - 1], words[i])

    def _nation_in(self, text: str, words: Sequence[Word], with_next: bool = True) -> _Nation | None:
        """The nation that these words, or all but the last of them, name without a break."""
        nation = self._nations.get(tuple(word.folded for word in (words[:-1] if with_next else words)))
        if nation and all(_adjoins(text, left, right) for left, right in pairwise(words)):
            return nation
        return None

    def _stands_alone(self, text: str, mention: NameMention) -> bool:
        """Whether the words right beside a name are titles, not a longer name (``Tony Blair Faith Foundation``)."""
        words = list(split_words(text))
        starts = [word.start for word in words]
        first, end = bisect_left(starts, mention.start), bisect_left(starts, mention.end)
        beside = []
        if first and _adjoins(text, words[first - 1], words[first]):
            beside.append(words[first - 1].folded)
        if end < len(words) and not text[mention.end : words[end].start].strip():
            beside.append(words[end].folded)
        return all(word in self._vocabulary or word in _LETTERS_AFTER for word in beside)

    def _split_title(self, part: str) -> tuple[str, str]:
        """The title in front of a name in one piece of a label, and the name; letters after the name are title too."""
        words = list(split_words(part))
        i = self._title_end(words)
        end = len(words)
        while end > i and words[end - 1].folded in _LETTERS_AFTER:
            end -= 1
        if i == end:
            return part, ""
        after = part[words[end - 1].end :] if end < len(words) else ""
        return _joined(part[: words[i].start], after), part[words[i].start : words[end - 1].end]

    def _title_end(self, words: Sequence[Word]) -> int:
        """How many words from the front are title. After "of" or "for" a portfolio nobody listed is title as well."""
        i = 0
        while i < len(words):
            portfolio = i > 1 and words[i - 1].folded in ("of", "for")
            if words[i].folded not in self._vocabulary and not portfolio:
                break
            i += 1
        while 0 < i < len(words) and words[i - 1].folded in _JOINERS:
            i -= 1
        # "Prime Minister Major" and "Mr King": a title word that is a known surname, in a surname's place
        if i == len(words) > 1 and words[-1].folded in self._surnames:
            before = words[-2].folded
            if before not in _RANKS | _JOINERS and before in _HONORIFICS | _OFFICE_WORDS:
                i -= 1
        return i


class Outlets:
    """The names of news organisations. Built once by ``parse_outlets``."""

    __slots__ = ("_phrases",)

    def __init__(self, phrases: Sequence[_Phrase]) -> None:
        self._phrases = _index_phrases(phrases)

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """``(start, end, canonical name)`` of every outlet in order, not overlapping, the longest; capitals needed."""
        words = list(split_words(text))
        found: list[tuple[int, int, str]] = []
        i = 0
        while i < len(words):
            end = i + 1
            for phrase in self._phrases.get(words[i].folded, ()):
                stop = _match_phrase(phrase, text, words, i)
                if stop is not None and not (phrase.bare and _goes_on(text, words[stop - 1].end)):
                    found.append((words[i].start, _bare_end(text, words[stop - 1]), phrase.target))
                    end = stop
                    break
            i = end
        return found


def _match_name(name: _Name, text: str, words: Sequence[Word], i: int, any_case: bool) -> tuple[int, str]:
    """The word after the name and the initials met inside it; ``(0, "")`` where it does not stand at word ``i``."""
    j, seen, gap = i, "", _GAP
    for k, expected in enumerate(name.words):
        while k and j < len(words) and words[j].folded != expected and len(seen) < 3 and _is_initial(text, words[j]):
            if not gap.match(text, words[j - 1].end, words[j].start):
                return 0, ""
            seen, j, gap = seen + words[j].folded, j + 1, _GAP_AFTER_INITIAL
        if j == len(words) or words[j].folded != expected:
            return 0, ""
        if k and not gap.match(text, words[j - 1].end, words[j].start):
            return 0, ""
        if name.capital[k] and not any_case and not text[words[j].start].isupper():
            return 0, ""
        gap = _GAP_AFTER_INITIAL if len(expected) == 1 else _GAP
        j += 1
    if seen and name.initials and seen != name.initials:
        return 0, ""
    return j, seen


def _is_initial(text: str, word: Word) -> bool:
    raw = text[word.start : word.end]
    return raw[0].isupper() and (len(raw) == 1 or ("." in raw and len(word.folded) <= 3))


def _match_phrase(phrase: _Phrase, text: str, words: Sequence[Word], i: int) -> int | None:
    """The word after the phrase at word ``i``; "the" may stand inside it, a comma too ("Secretary General, NATO")."""
    j = i
    for k, expected in enumerate(phrase.words):
        if k and j < len(words) and words[j].folded == "the" != expected:
            j += 1
        if j == len(words) or words[j].folded != expected:
            return None
        if k and not _adjoins(text, words[j - 1], words[j], comma=True):
            return None
        if phrase.capital and phrase.capital[k] and not text[words[j].start].isupper():
            return None
        if phrase.shout and not text[words[j].start : words[j].end].split("'")[0].split("\u2019")[0].isupper():
            return None
        j += 1
    if len(phrase.words) == 1 and not (phrase.shout or phrase.capital) and not text[words[i].start].isupper():
        return None
    return j


def _adjoins(text: str, left: Word, right: Word, comma: bool = False) -> bool:
    between = text[left.end : right.start]
    return bool(_GAP.match(between.removeprefix(",") if comma else between))


def _goes_on(text: str, end: int) -> bool:
    return bool(_FURTHER_WORD.match(text, end))


def _belongs_elsewhere(text: str, words: Sequence[Word], i: int, end: int) -> bool:
    """Whether a bare label is another body's: ``OSCE Secretary General``, ``Secretary General of the League``."""
    shouting = text[words[i].start : words[end - 1].end].isupper()
    if i and _adjoins(text, words[i - 1], words[i]):
        before = text[words[i - 1].start : words[i - 1].end]
        acronym = not shouting and 2 <= len(before) <= 6 and before.isupper()
        if acronym or words[i - 1].folded in _SHARED_FIRST | _BODIES or _POSSESSIVE.search(before):
            return True
    after = [word for word in words[end : end + 3] if word.folded != "the"]
    if not after or after[0].folded not in ("of", "for") or len(after) < 2:
        return False
    return _adjoins(text, words[end - 1], words[end]) and text[after[1].start].isupper()


def _bare_end(text: str, word: Word) -> int:
    raw = text[word.start : word.end]
    found = _POSSESSIVE.search(raw)
    return word.end - len(found.group()) if found else word.end


def _parts(text: str) -> list[str]:
    return [part.strip(" \t\u00a0.:") for part in _PARTS.split(text) if part.strip(" \t\u00a0.:")]


def _joined(*pieces: str) -> str:
    return ", ".join(part for piece in pieces for part in _parts(piece))


def _looks_like_name(text: str) -> bool:
    words = list(split_words(text))
    if not 0 < len(words) <= 6 or all(len(word.folded) == 1 for word in words):
        return False
    return all(
        text[word.start].isupper() or word.folded in _PARTICLES or text[word.start - 1 : word.start] == "-"
        for word in words
    )


# Dates ---------------------------------------------------------------------------------------------------------------


def _period(date: str | None) -> tuple[str, str] | None:
    """The first and last day that a whole or partial ISO date can mean; None for no date or no ISO date."""
    if date is None or not _DATE.match(date):
        return None
    return _earliest(date), _latest(date)


def _earliest(date: str) -> str:
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date


def _latest(date: str) -> str:
    # days are compared as strings, so a 31st in every month is harmless
    return date + "-12-31"[len(date) - 4 :] if len(date) < 10 else date


def _may_hold(tenure: Tenure, first: str, last: str) -> bool:
    if _earliest(tenure.since) > last:
        return False
    if tenure.until is None:
        return True
    return first < tenure.until if len(tenure.until) == 10 else first <= _latest(tenure.until)


def _did_hold(tenure: Tenure, first: str, last: str) -> bool:
    return _latest(tenure.since) <= first and (tenure.until is None or last < _earliest(tenure.until))


# Indexes -------------------------------------------------------------------------------------------------------------


def _index_phrases(phrases: Sequence[_Phrase]) -> dict[str, list[_Phrase]]:
    """Phrases by their first word, the longest first."""
    index: dict[str, list[_Phrase]] = {}
    for phrase in sorted(phrases, key=lambda phrase: -len(phrase.words)):
        index.setdefault(phrase.words[0], []).append(phrase)
    return index


def _index_names(names: Sequence[_Name]) -> dict[str, list[_Name]]:
    index: dict[str, list[_Name]] = {}
    for name in names:
        index.setdefault(name.words[0], []).append(name)
    return index


def _index_surnames(names: Sequence[_Name], exceptions: Mapping[str, str]) -> dict[str, tuple[Person, ...]]:
    """Everybody under each tail of each spelling: people ask for "de Hoop Scheffer", "Hoop Scheffer" and "Scheffer"."""
    index: dict[str, dict[str, Person]] = {}
    for words, _, _, owner in names:
        tails = [" ".join(words[k:]) for k in range(1, len(words))]
        if owner.name in exceptions:
            tails = [fold_text(exceptions[owner.name])]
        for tail in tails:
            index.setdefault(tail, {})[owner.name] = owner
    return {tail: tuple(people.values()) for tail, people in index.items()}


def _read_name(spelling: str, owner: Person) -> _Name:
    words, capital, initials = [], [], ""
    for k, word in enumerate(split_words(spelling)):
        if k and len(word.folded) <= 3 and _is_initial(spelling, word):
            initials += word.folded
        else:
            words.append(word.folded)
            capital.append(spelling[word.start].isupper())
    return _Name(tuple(words), tuple(capital), initials, owner)


# Reading the data ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Book:
    """What a people table says, checked; the dictionaries are filled while reading and not changed after."""

    people: dict[str, Person]
    offices: dict[str, Office]
    phrases: dict[tuple[str, ...], _Phrase]
    nations: dict[tuple[str, ...], _Nation]
    surnames: dict[str, str]
    ambiguous: frozenset[str]
    names: list[_Name]


def parse_people(table: Mapping[str, object]) -> People:
    """The people and offices of a parsed people.toml. Raises BadRules where it breaks its format."""
    _check_keys("people", table, {"posts", "office", "nation", "spellings"}, {"others", "surnames", "ambiguous"})
    ambiguous = _strings("ambiguous", table.get("ambiguous", []))
    book = _Book({}, {}, {}, {}, {}, frozenset(map(fold_text, ambiguous)), [])
    held: dict[str, list[Tenure]] = {}
    posts = _table("posts", table["posts"])
    for post, also in posts.items():
        _add_office(book, Office(post, tuple(_strings(f"post '{post}'", also)), unique=False))
    for entry in _tables("office", table["office"]):
        _read_office(book, held, entry)
    for entry in _tables("nation", table["nation"]):
        _read_nation(book, held, entry, posts)
    for name in _strings("others", table.get("others", [])):
        if name in held:
            raise BadRules(f"others: '{name}' already holds an office")
        held[name] = []
    _read_spellings(book, held, table)
    _read_names(book)
    return People(book)


def _read_office(book: _Book, held: dict[str, list[Tenure]], entry: Mapping[str, object]) -> None:
    name = _string("office", entry.get("name"))
    place = f"office '{name}'"
    _check_keys(place, entry, {"name", "source"}, {"also", "bare", "held", "unique"})
    unique = entry.get("unique", True)
    if not isinstance(unique, bool):
        raise BadRules(f"{place}: 'unique' must be true or false")
    also = _strings(place, entry.get("also", []))
    bare = _strings(place, entry.get("bare", []))
    _string(f"{place}: source", entry["source"])
    _add_office(book, Office(name, (*also, *bare), unique), bare)
    _read_held(held, name, _strings(place, entry.get("held", [])), unique)


def _read_nation(
    book: _Book, held: dict[str, list[Tenure]], entry: Mapping[str, object], posts: Mapping[str, object]
) -> None:
    name = _string("nation", entry.get("name"))
    place = f"nation '{name}'"
    _check_keys(place, entry, {"name", "source", "held"}, {"also", "adjectives"})
    _string(f"{place}: source", entry["source"])
    nouns = [name, *_strings(place, entry.get("also", []))]
    for spelling in (*nouns, *_strings(place, entry.get("adjectives", []))):
        words = tuple(word.folded for word in split_words(spelling))
        words = words[1:] if words[:1] == ("the",) else words
        if words in book.nations:
            raise BadRules(f"{place}: '{spelling}' is a name of {book.nations[words].name} already")
        book.nations[words] = _Nation(name, spelling in nouns)
    for post, lines in _table(f"{place}: held", entry["held"]).items():
        if post not in posts:
            raise BadRules(f"{place}: unknown post '{post}'")
        office = f"{post} of {name}"
        book.offices[office] = Office(office, (), unique=True)
        _read_held(held, office, _strings(f"{place}: {post}", lines), unique=True)


def _read_held(held: dict[str, list[Tenure]], office: str, lines: Sequence[str], unique: bool) -> None:
    """Tenures by name. In a unique office a line without an end ends where the next begins; elsewhere it is open."""
    rows = []
    for line in lines:
        match = _HELD.match(line)
        if match is None:
            raise BadRules(f"office '{office}': '{line}' is not 'SINCE Name' or 'SINCE..UNTIL Name'")
        until = match["until"][2:] if match["until"] else None
        if not all(date is None or _DATE.match(date) for date in (match["since"], until)):
            raise BadRules(f"office '{office}': '{line}' has no ISO date")
        rows.append((match["since"], until, match["name"]))
    for k, (since, until, name) in enumerate(rows):
        following = rows[k + 1][0] if unique and k + 1 < len(rows) else None
        end = until or following
        if end is not None and _earliest(end) < _earliest(since):
            raise BadRules(f"office '{office}': {name} ends at {end} before {since}")
        if until and following and _latest(following) < _earliest(until):
            raise BadRules(f"office '{office}': {name} overlaps the next")
        held.setdefault(name, []).append(Tenure(office, since, end))


def _read_spellings(book: _Book, held: Mapping[str, list[Tenure]], table: Mapping[str, object]) -> None:
    spellings = _table("spellings", table["spellings"])
    for key, known in (("spellings", spellings), ("surnames", _table("surnames", table.get("surnames", {})))):
        stray = next((name for name in known if name not in held), None)
        if stray is not None:
            raise BadRules(f"{key}: '{stray}' is neither in an office nor in others")
    for name, surname in _table("surnames", table.get("surnames", {})).items():
        book.surnames[name] = _string(f"surnames: '{name}'", surname)
    for name, tenures in held.items():
        also = tuple(_strings(f"spellings: '{name}'", spellings.get(name, [])))
        book.people[name] = Person(name, also, tuple(sorted(tenures, key=lambda tenure: _earliest(tenure.since))))


def _read_names(book: _Book) -> None:
    """Every spelling of every name as compared; a second one where letters are also written as two (Đinđić, Götz).

    No two people under one spelling, unless it is declared ambiguous; no spelling twice; no single words.
    """
    owners: dict[tuple[tuple[str, ...], str], str] = {}
    for person in book.people.values():
        for spelling in (person.name, *person.also):
            name = _read_name(spelling, person)
            if len(name.words) < 2:
                raise BadRules(f"person '{person.name}': '{spelling}' is not a full name")
            owner = owners.get((name.words, name.initials))
            if owner == person.name or (owner is not None and fold_text(spelling) not in book.ambiguous):
                raise BadRules(f"person '{person.name}': '{spelling}' is a spelling of {owner} already")
            owners[name.words, name.initials] = person.name
            book.names.append(name)
            if not spelling.isascii() and (other := spelling.translate(_DIGRAPHS)) != spelling:
                book.names.append(_read_name(other, person))


def _add_office(book: _Book, office: Office, bare: Sequence[str] = ()) -> None:
    if office.name in book.offices:
        raise BadRules(f"office '{office.name}': defined twice")
    book.offices[office.name] = office
    for spelling in (office.name, *office.also):
        words = tuple(word.folded for word in split_words(spelling) if word.folded != "the")
        if not words or words in book.phrases:
            owner = book.phrases[words].target if words else "nothing"
            raise BadRules(f"office '{office.name}': '{spelling}' is a name of {owner} already")
        book.phrases[words] = _Phrase(words, office.name, _is_shouted(spelling), spelling in bare)


def parse_outlets(table: Mapping[str, object]) -> Outlets:
    """The news organisations of a parsed outlets.toml. Raises BadRules where it breaks its format."""
    _check_keys("outlets", table, {"group"}, set())
    phrases: dict[tuple[tuple[str, ...], bool], _Phrase] = {}
    for group in _tables("group", table["group"]):
        place = f"group '{_string('group', group.get('name'))}'"
        _check_keys(place, group, {"name", "outlets"}, {"closed"})
        closed = set(_strings(f"{place}: closed", group.get("closed", [])))
        for name, also in _table(place, group["outlets"]).items():
            for spelling in (name, *_strings(f"outlet '{name}'", also)):
                _add_outlet(phrases, name, spelling, closed)
        if closed:
            raise BadRules(f"{place}: closed: '{min(closed)}' is no outlet of this group")
    return Outlets(list(phrases.values()))


def _add_outlet(
    phrases: dict[tuple[tuple[str, ...], bool], _Phrase], name: str, spelling: str, closed: set[str]
) -> None:
    words, shout = list(split_words(spelling)), _is_shouted(spelling)
    folded = tuple(word.folded for word in words)
    if not folded or (folded, shout) in phrases:
        owner = phrases[folded, shout].target if folded else "nothing"
        raise BadRules(f"outlet '{name}': '{spelling}' is a name of {owner} already")
    capital = tuple(spelling[word.start].isupper() for word in words)
    phrases[folded, shout] = _Phrase(folded, name, shout, spelling in closed, capital)
    closed.discard(spelling)


def _is_shouted(spelling: str) -> bool:
    """Whether a spelling is an abbreviation, which counts only in capitals: "AP" is not "Ap"."""
    return spelling.isupper() and sum(c.isalpha() for c in spelling) <= 8 and " " not in spelling


def _check_keys(place: str, table: Mapping[str, object], needed: set[str], allowed: set[str]) -> None:
    missing = sorted(needed - table.keys())
    if missing:
        raise BadRules(f"{place}: missing key '{missing[0]}'")
    unknown = sorted(table.keys() - needed - allowed)
    if unknown:
        raise BadRules(f"{place}: unknown key '{unknown[0]}'")


def _string(place: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadRules(f"{place}: a text is missing")
    return value


def _strings(place: str, value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise BadRules(f"{place}: must be a list of texts")
    if len(set(value)) < len(value):
        raise BadRules(f"{place}: '{next(item for item in value if value.count(item) > 1)}' stands there twice")
    return value


def _table(place: str, value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise BadRules(f"{place}: must be a table")
    return value


def _tables(place: str, value: object) -> list[dict[str, object]]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise BadRules(f"{place}: must be a list of tables")
    return value
