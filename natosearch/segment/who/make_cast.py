"""Making a cast: reading who is introduced where, and whom the offices and surnames in the labels can mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from natosearch.rules import Rules
from natosearch.rules.people.people import NameMention, People
from natosearch.segment.who.cast import (
    Cast,
    Named,
    as_name,
    in_office,
    is_full_name,
    is_initials,
    name_initials,
    nearly_title,
    office_words,
    same_label,
)
from natosearch.segment.who.home import offices_at_home
from natosearch.segment.who.introductions import (
    find_appositions,
    find_introduced,
    find_listed,
    find_names,
    find_presented,
    find_saying,
)
from natosearch.segment.who.roles import spell_out
from natosearch.text.words import fold_text

# `the Prime Minister of Albania, Edi Rama`, `THE PRIME MINISTER THE HON JOHN HOWARD MP`
_BETWEEN = re.compile(r"[\s,(\u00a0]*(?:(?:the|honourable|(?:rt|hon|mr|mrs|ms|dr)\.?)\s+)*", re.IGNORECASE)
# `the Chief of the Defence Staff, General Sir John Roe`: a rank may stand between a soldier's office and the name.
_RANKED = re.compile(
    _BETWEEN.pattern
    + r"(?:(?:lieutenant|lt|major|maj|brigadier|brig|general|gen|colonel|col|captain|capt|admiral|adm|vice|rear|"
    r"commodore|air|chief|marshal|sir|dame)\.?[\s-]+){1,4}",
    re.IGNORECASE,
)
_SOLDIERS_OFFICE = re.compile(r"\b(?:chief|commander|supreme|committee|inspector|spokes\w+|adviser|advisor)\b")
_SURNAME = re.compile(r"[ \u00a0]+(?P<name>[^\W\d_a-z][\w'\u2019-]+)")
# `Prime Minister Turnbull, it is a great pleasure`: somebody is spoken to, so they are there.
_SPOKEN_TO = re.compile(
    r"(?:^|[.!?]\s+|\n)(?P<called>(?:[^\W\d_a-z][\w.'\u2019-]*[ \u00a0]){1,4}[^\W\d_a-z][\w'\u2019-]+),"
)
# a `Spokesperson of the Representative` is a Spokesperson
_BODY = re.compile(r"\b(?P<letters>[A-Z]{3,8})\b|\b[A-Z][a-z]+(?: (?:of |for |the )?[A-Z][a-z]+){1,4}")
_MANY = frozenset(
    "local ethnic many some most few several other others senior western diplomatic official officials police army "
    "serbs croats bosniaks turks kurds poles danes swedes finns muslims christians rebels islamic red cross jihad "
    "opposition sources witnesses critics experts analysts residents".split()
)
_SMALL = frozenset("of the and for to in on at".split())
_WHOSE = frozenset("nato eu un us uk isaf kfor eufor sfor".split())
_FIRST_PART = re.compile(r"\s(?:of|for|to|at|in|on)\s|[,(;]")
_AND = re.compile(r"\s+and(?:\s+the)?\s+")  # `the Deputy Prime Minister and Minister of Defence of Poland, Jane Roe`
_WIFE = re.compile(r"\bwife,? ([^\W\d_a-z][\w'\u2019-]*[^\W\d_A-Z])(?! [^\W\d_a-z])")
_MOST = 300  # people, or offices: what names more is a list of participants, not a conversation
_MOST_SOUGHT = 60  # surnames that are looked for in all that is said


@dataclass(frozen=True, slots=True)
class Sources:
    """What a cast is made from: ``parts``, pairs of a text and the name of its place (`title`, `header`, …); the
    labels in the order in which they stand; the words ``spoken``; the ISO date, or an empty one; the ``form`` that
    the document begins with. A ``reported`` one also introduces people in passing.
    """

    parts: Sequence[tuple[str, str]]
    labels: Sequence[str]
    spoken: str
    date: str
    form: str
    reported: bool = False


def make_cast(sources: Sources, rules: Rules) -> Cast:
    """The cast that a document introduces: in its parts, in its labels, and by addressing people in what is spoken."""
    book = _Book(rules.people, sources.date)
    _read_parts(book, sources, rules)
    labels = list(dict.fromkeys(spell_out(label) for label in sources.labels))
    for label in labels:
        book.read_label(label)
    book.read_spoken_to(sources.spoken)
    outlets = frozenset(fold_text(label) for label in labels if _is_outlet(label, rules))
    cast = book.cast(outlets)
    wanted = _unnamed_surnames(cast, labels)
    heading = "\n".join(text for text, source in sources.parts if source in ("title", "header"))
    presented = find_presented(sources.spoken, wanted) | find_presented(heading, wanted, heading=True)
    for surname, given in _spouses(sources, labels, rules.people):
        book.introduce_as("Mrs", f"{given} {surname}")
    for name in [*presented.values(), *_spelt_out(cast, sources)]:
        full = rules.people.strip_titles(name)[1]
        if " " in full:
            book.introduce(full, "introduction")
    cast = book.cast(outlets)
    for label in labels:  # `PRIME MINISTER RUTTE:` once, then `PRIME MINISTER:`
        book.read_titled_label(label, cast)
    cast = book.cast(outlets)
    at_home = _left_over(cast, labels)
    at_home |= offices_at_home(cast, [spell_out(label) for label in sources.labels], sources.spoken, sources.form)
    cast = replace(cast, home=at_home, heading=heading)
    return replace(cast, misspelt=_misspelt(cast, labels))


def _read_parts(book: _Book, sources: Sources, rules: Rules) -> None:
    for text, source in sources.parts:
        book.read(text, source, appositions=sources.reported)
        if source in ("title", "header"):
            book.read_list(text, source)
        for name in find_saying(text) if sources.reported else ():
            if is_full_name(name) and not (rules.outlets.find(name) or rules.places.get(name) or _is_many(name, rules)):
                book.introduce(name, source)


def _is_many(name: str, rules: Rules) -> bool:
    """Whether ``name`` has a nation's word in it, or means more than one: `Bosnian Serbs`, `Local Officials`."""
    words = fold_text(name).split()
    nations = rules.people.nations
    return bool(_MANY & set(words)) or any((word,) in nations or (word.rstrip("s"),) in nations for word in words)


def _unnamed_surnames(cast: Cast, labels: Iterable[str]) -> set[str]:
    """The surnames of labels that name nobody yet."""
    names = (cast.people.strip_titles(label)[1] for label in labels if not cast.by_label(label))
    wanted = (fold_text(name) for name in names if name and not is_full_name(name) and len(name) > 2)
    return set(islice(dict.fromkeys(wanted), _MOST_SOUGHT))


def _spouses(sources: Sources, labels: Iterable[str], people: People) -> Iterator[tuple[str, str]]:
    """The surname in a label `Mrs SURNAME` and the one first name that the text gives to somebody's wife."""
    for label in labels:
        address, surname = people.strip_titles(label)
        if fold_text(address) == "mrs" and surname and not is_full_name(surname):
            given = set(_WIFE.findall(sources.spoken))
            if len(given) == 1:
                yield as_name(surname), given.pop()


def _spelt_out(cast: Cast, sources: Sources) -> Iterator[str]:
    """The full names in the heading for the initials that recur as labels and stand for nobody yet."""
    counts = Counter(sources.labels)
    initials = {
        label for label, times in counts.items() if times > 1 and is_initials(label) and not cast.by_label(label)
    }
    if not initials:
        return
    heading = "\n".join([sources.form, *(text for text, _ in sources.parts)])
    for letters in sorted(initials):
        names = {" ".join(name.split()) for name in find_names(heading) if name_initials(name) == letters}
        if len(names) == 1:
            yield names.pop()


def _left_over(cast: Cast, labels: Sequence[str]) -> dict[str, Named]:
    """Whom each bare office means that the document gives to several people: the one who has no label with a name.

    `SG:` beside `Secretary-General de Hoop Scheffer:` is the other Secretary-General.
    """
    titled = [label for label in labels if cast.people.strip_titles(label)[1]]
    named = {cast.by_label(label).name for label in titled}
    left: dict[str, Named] = {}
    for label in labels:
        called = [] if label in titled else cast.called(label)
        silent = [one for one in called if one.name not in named]
        if len(called) > 1 and len(silent) == 1:
            left[fold_text(label)] = silent[0]
    return left


def _misspelt(cast: Cast, labels: Iterable[str]) -> dict[str, str]:
    """From each label that names nobody to the one label that is nearly the same and names somebody."""
    named: dict[str, str] = {}
    nameless: list[str] = []
    for label in list(labels)[:_MOST]:
        if cast.by_label(label):
            named[fold_text(label)] = label
        else:
            nameless.append(fold_text(label))
    meant: dict[str, str] = {}
    for label in nameless:
        near = [other for folded, other in named.items() if same_label(label, folded)]
        if len(near) == 1:
            meant[label] = near[0]
    return meant


def _letters_of(office: str) -> Iterator[str]:
    """The letters that can stand for ``office``, with and without the body's: `nscr` and `scr`."""
    words = [word for word in fold_text(office).split() if word not in _SMALL]
    for first in (0, 1) if len(words) > 1 and words[0] in _WHOSE else (0,):
        if len(words) - first > 2:  # two letters may be anybody's initials
            yield "".join(word[0] for word in words[first:])


def _is_said_of_another(text: str, office: tuple[int, int]) -> bool:
    """Whether a comma before it on its line says that an office is somebody's who stands there."""
    return "," in text[text.rfind("\n", 0, office[0]) + 1 : office[0]]


def _of_whom(office: str) -> str:
    """The end of ``office`` that says whose it is: ` of Poland`."""
    return office[office.rfind(" of ") :] if " of " in office else ""


def _apart(between: str, office_behind: bool) -> tuple[bool, bool, bool]:
    """How far an office stands from the name beside it, as an order: the least is the nearest."""
    return ("\n" in between, "," in between, office_behind)


class _Book:
    """Introductions as they are met: the first that gives a name is the one that counts."""

    def __init__(self, people: People, date: str) -> None:
        self._people, self._date = people, date
        self.names: dict[str, Named] = {}
        self.offices: dict[tuple[str, str], Named] = {}
        self.spelt: dict[str, str] = {}  # `buehler`: by a surname as it is written here

    def read(self, text: str, source: str, *, appositions: bool = False) -> None:
        """People in running text, and the offices that stand beside their names."""
        mentions = self._people.find(text)
        for mention in mentions:
            self.introduce(mention.person.name, source)
            self.spelt.setdefault(fold_text(text[mention.start : mention.end]).split()[-1], mention.person.name)
        named = {(mention.start, mention.end): mention.person.name for mention in mentions}
        unknown = self._read_unknown(text, mentions, source, appositions=appositions)
        self._read_offices(text, named | unknown, source)

    def _read_offices(self, text: str, named: dict[tuple[int, int], str], source: str) -> None:
        titled = [(o.start, o.end) for o in self._people.find_offices(text)]
        beside = [pair for pair in pairwise(sorted([*named, *titled])) if (pair[0] in named) != (pair[1] in named)]
        taken: set[tuple[int, int]] = set()
        # An office right before a name is theirs, then one behind a comma, and last one on another line of a list.
        for first, second in sorted(beside, key=lambda pair: _apart(text[pair[0][1] : pair[1][0]], pair[0] in named)):
            office, name = (second, first) if first in named else (first, second)
            across = "\n" in text[first[1] : second[0]]
            if office in taken or (across and (name in taken or _is_said_of_another(text, office))):
                continue
            if not self._belong(text, office, name, named[name]):
                continue
            self._learn(text[office[0] : office[1]], self.names.get(named[name]))
            taken |= {first, second}
            joint = next((one for one in titled if _AND.fullmatch(text, one[1], office[0])), None)
            if joint and office < name:
                whose = _of_whom(text[office[0] : office[1]])
                self._learn(text[joint[0] : joint[1]] + whose, self.names.get(named[name]))
        starts = {start for start, _ in named}
        for start, end in titled:
            surname = _SURNAME.match(text, end)
            if surname and surname.start("name") not in starts:
                self._read_surname(text[start:end], surname.group("name"), source)

    def _belong(self, text: str, office: tuple[int, int], name: tuple[int, int], person: str) -> bool:
        """Whether nothing stands between an office and a name that parts them; a rank may if no one else held it."""
        between = (min(office[1], name[1]), max(office[0], name[0]))
        if between[0] > between[1] or _BETWEEN.fullmatch(text, *between):
            return True
        held = text[office[0] : office[1]]
        if office > name or not _SOLDIERS_OFFICE.search(held.lower()) or not _RANKED.fullmatch(text, *between):
            return False
        holder = self._people.holder(held, self._date or None)
        return holder is None or holder.name == person

    def _read_unknown(
        self, text: str, mentions: list[NameMention], source: str, *, appositions: bool
    ) -> dict[tuple[int, int], str]:
        """Those whom the text itself introduces, by where their names stand."""
        known = {mention.start: mention.person.name for mention in mentions}
        if source == "header":  # its lines are no sentences: a title and a name on two of them are no pair
            text = text.replace("\n", ";")
        met = list(find_introduced(text))
        found: dict[tuple[int, int], str] = {}
        for one in [*met, *find_appositions(text)] if appositions else met:
            name = known.get(one.start, "")
            # `President Biden Announces`: a surname that somebody known has begins no unknown name.
            first = one.name.split()[0]
            if not name and ("\u2019s" in one.name or "'s" in one.name or self._people.by_surname(first, None)):
                continue
            self.introduce(name or one.name, source)
            self._learn(one.title, self.names.get(name or one.name))
            if not name:
                found[one.start, one.end] = one.name
        return found

    def read_list(self, heading: str, source: str) -> None:
        """People whom the lines of a heading list, each with what they are: `- Jane Roe, Spokesperson of it`."""
        for listed in find_listed(heading.replace(";", "\n")):
            _, name = self._people.strip_titles(listed.name)
            offices = self._people.find_offices(listed.title)
            if not name or not is_full_name(name) or self._people.find_offices(name):
                continue
            known = self._people.by_name(name)
            full = known.name if known else name
            self.introduce(full, source)
            if not offices or offices[0].start:
                self._learn(_FIRST_PART.split(listed.title)[0], self.names.get(full))
            for body in _BODY.finditer(listed.title):  # `KPS:` is the spokesman of the Kosovo Police Service
                letters = body.group("letters") or (name_initials(body.group()) if body.start() else "")
                self._learn(letters if len(letters) > 2 else "", self.names.get(full))

    def read_spoken_to(self, text: str) -> None:
        """Those whom the speakers address by office and surname."""
        for match in _SPOKEN_TO.finditer(text):
            office, surname = self._people.strip_titles(match.group("called"))
            begins = self._people.find_offices(match.group("called"))
            if begins and begins[0].start == 0 and surname and " " not in surname:
                self._read_surname(office, surname, "address")

    def _read_surname(self, office: str, surname: str, source: str) -> None:
        named = in_office(self._people, office, surname, self._date)
        if named:
            self.introduce(named.name, source)
            self._learn(office, self.names.get(named.name))

    def read_label(self, label: str) -> None:
        """A label with a full name introduces it, known or not."""
        office, name = self._people.strip_titles(label)
        known = self._people.by_name(name) if name else None
        if known is not None or (is_full_name(name) and not self._is_misspelt_title(name)):
            full = known.name if known else as_name(name)
            self.introduce(full, "label")
            self._learn(office, self.names.get(full))

    def _is_misspelt_title(self, name: str) -> bool:
        """Whether ``name`` is an introduced surname behind a word that is nearly a title: `Genreal Roe`."""
        first, _, surname = fold_text(name).partition(" ")
        return nearly_title(first) and any(known.endswith(f" {surname}") for known in map(fold_text, self.names))

    def read_titled_label(self, label: str, cast: Cast) -> None:
        """A label with an office and a surname gives the office to whom it names."""
        office, name = self._people.strip_titles(label)
        if office and name and not is_full_name(name):
            named = cast.by_label(label)
            self._learn(office, self.names.get(named.name, named or None))

    def introduce(self, name: str, source: str) -> None:
        """``name`` is somebody in this document; the place that says so first counts."""
        known = self._people.by_name(name)
        full = known.name if known else as_name(name)
        if len(self.names) < _MOST:
            self.names.setdefault(full, Named(full, source))

    def introduce_as(self, title: str, name: str) -> None:
        """``name`` is somebody whom this document gives ``title``."""
        self.introduce(name, "introduction")
        self._learn(title, self.names.get(name))

    def _learn(self, office: str, named: Named | None) -> None:
        if named and fold_text(office) and len(self.offices) < _MOST:
            self.offices.setdefault((fold_text(office), named.name), named)
            for letters in _letters_of(office):
                self.offices.setdefault((letters, named.name), named)

    def cast(self, outlets: frozenset[str]) -> Cast:
        """Everybody met so far, to be looked up."""
        names = {fold_text(named.name): named for named in self.names.values()}
        surnames: dict[str, tuple[Named, ...]] = {}
        for folded, named in names.items():
            words = folded.split()
            for start in range(len(words)):  # `de Hoop Scheffer` and `Scheffer`
                ending = " ".join(words[start:])
                surnames[ending] = (*surnames.get(ending, ()), named)
        for written, name in self.spelt.items():
            if written not in surnames and fold_text(name) in names:
                surnames[written] = (names[fold_text(name)],)
        offices = tuple((office_words(title, self._people), named) for (title, _), named in self.offices.items())
        return Cast(self._people, self._date, names, surnames, offices, {}, outlets, {})


def _is_outlet(label: str, rules: Rules) -> bool:
    """Whether ``label`` is nothing but the name of a news organisation."""
    return any(fold_text(label[start:end]) == fold_text(label) for start, end, _ in rules.outlets.find(label))
