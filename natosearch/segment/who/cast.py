"""The cast of a document: who is introduced in it, and whom a label, an office or a surname therefore means.

A wrong name is the worst error there is, so every step either finds one person or none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from natosearch.model.passages import Role
from natosearch.rules.people.people import People, Person
from natosearch.rules.people.titles import ADDRESS
from natosearch.segment.who.roles import chair, official, spell_out
from natosearch.text.words import fold_text

_NAME = re.compile(r"(?:[^\W\d_](?:[\w.'\u2019-]*[\w.])?\s+)+[^\W\d_][\w'\u2019-]+$")
_MC = re.compile(r"\bMc([a-z])")
# Words of labels that are nobody's name: `AIR FORCE ONE CREW MEMBER`, `THE PRESIDNET`.
_NO_NAME = frozenset(
    "the a an and member members crew audience participant participants student students staff aide unidentified "
    "unknown male female voice voices speaker reporter journalist interpreter translator official officials group "
    "team all both read also more soldier airman veteran guest visitor passenger "
    "another various multiple several".split()
)
_PARTICLES = frozenset("al el de del van von der di da la le bin ibn abu ten".split())  # `AL ZAYANI` is a surname
_PARTS_OF_TITLES = frozenset(["Secretary", "Minister"])
_WIFE = frozenset(["mrs"])
_ADDRESS = frozenset(["", "mr", "mrs", "ms", "miss", "dr", "sir", "madam", "professor", "prof"])
_SHORTENED = re.compile(r"([^\W\d_a-z])\. ?([^\W\d_a-z][\w '\u2019-]+)$")  # `N. Dimitrov`
_INITIALS = re.compile(r"[A-Z]{2,4}$")  # `RT:` and `JS:` after the full names
_MISSPELT = 0.9  # `Stolternberg` against `Stoltenberg` is 0.96
_LONG_TITLE = 5  # letters
_MISSPELT_LABEL = 0.85  # `SECRETARY BLINKNEN:` beside `SECRETARY BLINKEN:` is 0.93
_LONG_SURNAME = 9  # shorter ones differ by a letter and are two people: Johnson, Johnston
_LONG_LABEL = 5
_SPELT_OUT = {
    "gen": "general",
    "ltgen": "general",
    "col": "colonel",
    "maj": "major",
    "lt": "lieutenant",
    "adm": "admiral",
    "brig": "brigadier",
    "capt": "captain",
    "cmdr": "commander",
    "sgt": "sergeant",
    "sec": "secretary",
    "amb": "ambassador",
    "sen": "senator",
    "gov": "governor",
    "prof": "professor",
}
# Other words for the body of an office, by which a heading shows that it is that body's.
_BODIES = {
    "NATO": ("otan", "north atlantic", "alliance", "allied", "shape", "isaf", "kfor", "sfor", "ifor"),
    "US": ("united states", "american", "white house", "state department", "washington"),
    "UN": ("united nations", "security council", "unmik", "unprofor"),
    "EU": ("european union", "european council", "european commission", "eeas"),
}
_OTHER_BODY = re.compile(
    r"\b(?:U\.?N\.?|UNHQ|OSCE|EU|OAS|ASEAN|OECD|(?i:interpol|united nations|council of europe|european union)"
    r"|(?i:trade union)|Organi[sz]ation|League|Commonwealth|Association|Federation|Society|Red Cross|University)\b"
)
# An office with one of these before it is another one: `Vice President` is no `President`.
_LESSER = frozenset(
    "vice deputy assistant under undersecretary acting former press permanent associate principal minister prime "
    "secretary lieutenant major brigadier rear".split()
)


@dataclass(frozen=True, slots=True)
class Named:
    """A speaker's canonical full name and how it was found; both empty where nobody can be named.

    ``role`` overrides the role that the layout gave.
    """

    name: str = ""
    source: str = ""
    role: Role | None = None

    def __bool__(self) -> bool:
        return bool(self.name)


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody a document introduces: by folded full name, by folded surname, and by the office it gives them.

    ``home`` says who the bare offices in the labels are, by the country for which the document speaks, or that they
    are nobody certain; ``outlets`` are the labels that are news organisations; ``misspelt`` leads from a label to the
    one that it was meant to be. ``heading`` is the title and the header: whose Secretary-General the labels mean.
    """

    people: People
    date: str
    names: dict[str, Named]
    surnames: dict[str, tuple[Named, ...]]
    offices: tuple[tuple[frozenset[str], Named], ...]
    home: dict[str, Named]
    outlets: frozenset[str]
    misspelt: dict[str, str]
    heading: str = ""

    def by_label(self, label: str) -> Named:
        """The person whom ``label`` names, else the role of an official or a moderator without a name, or nobody."""
        for role, source in ((official(label), "role"), (chair(label), "chair")):
            if role:
                return Named(role, source)
        named = self._by_label(spell_out(label))
        meant = self.misspelt.get(fold_text(label)) if not named else None
        return self._by_label(meant) if meant else named

    def by_chair(self, label: str) -> Named:
        """The moderator whom ``label`` names, in brackets or not: `Moderator (Jane Roe)`, `Oana Lungescu`."""
        named = self.by_label(label)
        if named:
            return named
        words = fold_text(label).split()
        return Named(chair(words[0]), "chair") if words and chair(words[0]) else Named()

    def _by_label(self, label: str) -> Named:
        office, name = self.people.strip_titles(label)
        known = self.people.by_name(name) if name else None
        if known is not None:
            return Named(known.name, "label")
        if fold_text(label) in self.outlets:
            return Named()
        meant = self._by_initials(label, name)
        if len(meant) == 1:
            return Named(meant.pop(), "initials")
        if is_full_name(name):
            introduced = self.names.get(fold_text(name)) or self._behind_misspelt_title(name)
            return Named(introduced.name if introduced else as_name(name), "label")
        if not name:
            return self.by_office(office or label)
        return self._by_surname_in(office, name) or self._by_body(label)

    def _by_initials(self, label: str, name: str) -> set[str]:
        """Those introduced with the initials that are ``label``, or with the first one and the surname of ``name``."""
        if is_initials(label):
            return {named.name for named in self.names.values() if name_initials(named.name) == label}
        shortened = _SHORTENED.match(name)
        if not shortened:
            return set()
        first, surname = shortened.groups()
        same = (named.name for named in self.surnames.get(fold_text(surname), ()))
        return {full for full in same if full[0] == first and not _SHORTENED.match(full)}

    def _by_body(self, label: str) -> Named:
        """The one introduced as speaking for the body whose letters ``label`` is."""
        speaking = [named for title, named in self.offices if title == {fold_text(label)}] if label.isupper() else []
        return speaking[0] if len(speaking) == 1 else Named()

    def _behind_misspelt_title(self, name: str) -> Named | None:
        """The one introduced whose surname stands behind a first word that is nearly a title: `Genreal Roe`."""
        first, _, surname = fold_text(name).partition(" ")
        same = self.surnames.get(surname, ())
        return same[0] if len(same) == 1 and nearly_title(first) else None

    def _by_surname_in(self, office: str, surname: str) -> Named:
        """Whom a label with a surname means; `Mrs Howard` is not the Howard who holds an office."""
        address = fold_text(office)
        introduced = self.by_surname(surname)
        if address in _WIFE:
            called = any(named == introduced and title & _WIFE for title, named in self.offices)
            return introduced if called else Named()
        if introduced:
            return introduced
        # Without an office only a rare surname tells who it is: there is many a Mr Smith.
        if address in _ADDRESS and not self.people.is_rare(surname):
            return Named()
        return in_office(self.people, office, surname, self.date)

    def by_surname(self, surname: str, *, misspelt: bool = False) -> Named:
        """The one person introduced with this surname; with ``misspelt`` a long one may be off by a letter or two."""
        wanted = fold_text(surname)
        same = self.surnames.get(wanted, ())
        if not same and misspelt and len(wanted) >= _LONG_SURNAME:
            near = [people for known, people in self.surnames.items() if _alike(wanted, known, _MISSPELT)]
            same = near[0] if len(near) == 1 else ()
        return same[0] if len(same) == 1 else Named()

    def knows(self, name: str) -> bool:
        """Whether the document introduces somebody by this full name."""
        return fold_text(name) in self.names

    def by_office(self, office: str) -> Named:
        """Whom the document calls so, else who held the office on its date."""
        if fold_text(office) in self.home:
            return self.home[fold_text(office)]
        called = self.called(office)
        if len(called) == 1:
            return called[0]
        if called:
            return Named()
        elsewhere = self._elsewhere(office)
        if not elsewhere and not self._is_of_this_body(office):
            return self._of_other_body(office)
        if len(elsewhere) > 1:
            return Named()
        holder = self.people.holder(elsewhere.pop() if elsewhere else office, self.date or None)
        return Named(holder.name, "office") if holder else Named()

    def _of_other_body(self, office: str) -> Named:
        """Who held the office in the other body that the heading names: `SG:` under `United Nations`."""
        bodies = {found.group() for found in _OTHER_BODY.finditer(self.heading)}
        holders = (self.people.holder(f"{body} {office}", self.date or None) for body in bodies)
        names = {holder.name for holder in holders if holder}
        return Named(names.pop(), "office") if len(names) == 1 else Named()

    def _elsewhere(self, office: str) -> set[str]:
        """Offices in the heading that end as ``office`` does and are others: `United Nations Secretary-General`."""
        asked = self.people.find_offices(office)
        words = fold_text(office).removeprefix("the ")
        written = {one.office.name: self.heading[one.start : one.end] for one in self.people.find_offices(self.heading)}
        if not asked or asked[0].office.name in written:
            return set()
        return {
            text
            for text in written.values()
            if (fold_text(text).endswith(f" {words}") or fold_text(text).startswith(f"{words} of "))
            and not set(fold_text(text).split()) & (_LESSER - set(words.split()))
        }

    def _is_of_this_body(self, office: str) -> bool:
        """Whether the body whose office a label leaves unsaid is this one: not where the heading names only others."""
        asked = self.people.find_offices(office)
        body = asked[0].office.name.split()[0] if asked else ""
        if not body.isupper() or body.lower() in fold_text(office).split():
            return True
        heading = f" {fold_text(self.heading)} "
        names = (body.lower(), *_BODIES.get(body, ()))
        after = heading.partition(f" {fold_text(office).removeprefix('the ')} of ")[2]
        if after and not after.startswith(tuple(f"{the}{name} " for name in names for the in ("", "the "))):
            return False  # `Secretary of State of Texas`
        here = any(f" {name} " in heading for name in names)
        return here or _OTHER_BODY.search(self.heading) is None

    def called(self, office: str) -> list[Named]:
        """Everybody to whom the document gives this office: exactly this one, else one that has its words."""
        wanted = office_words(office, self.people)
        if not wanted:
            return []
        exact = {named.name: named for title, named in self.offices if title == wanted}
        wider = {
            named.name: named
            for title, named in self.offices
            if wanted <= title and not (title - wanted) & (_LESSER - wanted)
        }
        return list((exact or wider).values())


def office_words(office: str, people: People) -> frozenset[str]:
    """The folded words of an office, a nation's adjective made its name: `Polish President`, `President of Poland`."""
    words = [_SPELT_OUT.get(word, word) for word in fold_text(office).split() if word != "the"]
    nations = {word: people.nations[(word,)].name for word in words if (word,) in people.nations}
    if not nations:
        return frozenset(words)
    return frozenset(nations.get(word, word) for word in words) - {"of"}


def in_office(people: People, office: str, surname: str, date: str) -> Named:
    """The one known person with this surname who held ``office`` on ``date``, or any office where that is no office.

    Without a date the office alone must tell them apart. An office that nobody in the data held (`Mayor Solana`) is
    somebody else's.
    """
    asked = {mention.office.name for mention in people.find_offices(office)}
    if not asked and (not date or set(fold_text(office).split()) - ADDRESS):
        return Named()
    held = [person for person in people.by_surname(surname, date or None) if _held(person, asked, date)]
    return Named(held[0].name, "office") if len(held) == 1 else Named()


def _held(person: Person, asked: set[str], date: str) -> bool:
    """Whether ``person`` held one of the offices ``asked``, or any if there are none.

    `Prime Minister of Albania` is a `Prime Minister`.
    """
    return any(
        (not date or tenure.covers(date, date))
        and (not asked or any(_is_kind_of(tenure.office, name) for name in asked))
        for tenure in person.tenures
    )


def _is_kind_of(office: str, post: str) -> bool:
    """`Prime Minister of Albania` is a `Prime Minister`, `US Secretary of State` a `Secretary`, but a `Vice President`
    no `President`.
    """
    if post in _PARTS_OF_TITLES and f"{post} of " in office:
        return "Prime Minister" not in office
    return office == post or office.startswith(f"{post} of ")


def is_full_name(name: str) -> bool:
    """Whether ``name``, its titles gone, is more than a surname."""
    words = fold_text(name).split()
    return _NAME.match(name) is not None and not set(words) & _NO_NAME and words[0] not in _PARTICLES


def as_name(name: str) -> str:
    """A name set in capitals in its usual form; others as they are written."""
    name = " ".join(name.split())
    return _MC.sub(lambda match: "Mc" + match.group(1).upper(), name.title()) if name.isupper() else name


def same_label(one: str, other: str) -> bool:
    """Whether two folded labels are one, a word of it misspelt: as many words, all but one the same, that one alike."""
    words = [(left, right) for left, right in zip(one.split(), other.split(), strict=False) if left != right]
    if len(one.split()) != len(other.split()) or len(words) != 1 or min(map(len, words[0])) < _LONG_LABEL:
        return False
    return _alike(*words[0], _MISSPELT_LABEL)


def nearly_title(word: str) -> bool:
    """Whether a folded ``word`` is a rank or an honorific but for a letter or two: `genreal`."""
    return any(_alike(word, title, _MISSPELT_LABEL) for title in ADDRESS if len(title) >= _LONG_TITLE)


def is_initials(label: str) -> bool:
    """Whether ``label`` is two to four capitals."""
    return _INITIALS.match(label) is not None


def name_initials(name: str) -> str:
    """The first letters of the words of ``name``, in capitals."""
    return "".join(word[0] for word in fold_text(name.replace("-", " ")).split()).upper()


def _alike(one: str, other: str, least: float) -> bool:
    if one[0] != other[0] or abs(len(one) - len(other)) > 2:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= least
