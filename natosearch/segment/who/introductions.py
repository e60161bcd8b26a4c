"""People whom nobody knows, introduced by the text itself: `Captain Jane Roe`, `Jane Roe, who commands`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from natosearch.text.words import fold_text, split_words

_TITLE = (
    "lieutenant|lt|major|maj|brigadier|brig|general|gen|colonel|col|captain|capt|commander|cmdr|admiral|adm|vice|rear|"
    "commodore|sergeant|sgt|corporal|cpl|marshal|air|chief|wing|squadron|leader|warrant|officer|private|mr|mrs|ms|miss|"
    "dr|prof|professor|sir|prime|minister|president|chancellor|premier|ambassador|spokesman|spokeswoman|spokesperson|"
    "secretary|senator|sen|governor|gov|mayor|director|chairman|chairwoman|chair|commissioner|judge|congressman|"
    "congresswoman|representative|rep|envoy|coordinator|administrator|advisor|adviser|analyst|deputy|assistant|editor|"
    "correspondent|counselor|counsellor|superintendent|taoiseach|inspector|surgeon|attorney|undersecretary|congress|member|ranking|"
    "leader|majority|minority|whip|delegate|councilman|councilwoman|sheriff|ensign|petty|"
    "seaman|airman|specialist|cadet|midshipman|negotiator|mediator|prosecutor|lawyer|lawmaker|legislator|activist|expert|"
    "researcher|historian|economist|bishop|archbishop|abbot|patriarch|imam|mufti|villager|resident|"
    "aide|ombudsman|ombudsperson|diplomat|journalist|reporter|shopkeeper|"
    "ltc|ltcol|ltg|ltgen|mg|majgen|bg|briggen|cpt|radm|vadm|cdr|lcdr|cmdre|amb"
)
_TITLES = frozenset(_TITLE.split("|"))
_TOKEN = r"[^\W\d_a-z][\w'\u2019\u0300-\u036f-]{0,40}[^\W\d_A-Z][\u0300-\u036f]?"  # accents may be signs of their own
_PARTICLE = r"(?:de|del|della|van|von|der|den|di|da|al|el|bin|du|la|le|ten|ter|zu|af|dos)"
_GAP = r"(?:[ \u00a0]{1,2}|[ \u00a0]?\n(?!\n))"  # no blank line
# A weekday, a month or a small word in capitals is no third name.
_NO_NAME = (
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December|And|The|In|At|On|After|With|For|From|To|By|Before|"
    r"During|Ahead|About|Over|Under|Amid|Against|Between|Into|As|Or|But|When|Who|That|This|Its|His|Her|Their|Meets?|Visits?|"
    r"Calls?|Attends?|Announces?|Delivers?|Hosts?|Welcomes?|Speaks|Says|Said|Statement|Remarks|Press|Speech|Address|Joint|"
    r"Interview|Is|Was|Will|Has|Have|Today|Yesterday|Tomorrow)\b|[A-Z][a-z]+ing\b)"
)
_NAME = (
    rf"{_TOKEN}{_GAP}(?:[A-Z]\.[ \u00a0]?){{0,2}}(?:{_PARTICLE}[ ]){{0,2}}{_NO_NAME}{_TOKEN}"
    rf"(?:[ \u00a0]{_NO_NAME}{_TOKEN})?"
)
# A name ends where its sentence goes on in small letters: words of a heading in capitals may all be names.
_ENDS = r"(?=[,.;)\]\"\u201d!?\u2014\u2013]|['\u2019]s\b|\s{1,3}[a-z(\u2013\u2014-]|\s*$|[ \t]*\n)"
_TITLED = re.compile(
    rf"(?<![\w-])(?P<title>(?i:(?:{_TITLE})(?:\.?[ \u00a0-]{{1,2}}(?:{_TITLE}))"
    rf"{{0,3}})\b)\.?{_GAP}(?P<name>{_NAME}){_ENDS}"
)
# `Jane Roe, who commands`, `Jane Roe, a spokeswoman for`, `Jane Roe, the deputy chief`
_APPOSITION = re.compile(
    rf"(?<![\w-])(?P<name>{_NAME}),\s(?:who|whose|(?:(?:a|an|the|its|their|his|her|our)\s)?(?:[\w-]+\s){{0,3}}"
    rf"(?:{_TITLE}|head|expert|researcher|lawyer|historian|author|reporter|journalist|activist|founder))\b"
)
# `Jane Roe said`, `“…,” said Jane Roe, 45`, `Jane Roe told reporters`
_SAYING = re.compile(
    rf"(?:^|(?<=[.!?\u201d\"] )|(?<=\n)|(?<=, ))(?P<before>{_TOKEN}[ ](?:{_PARTICLE}[ ]){{0,2}}{_TOKEN})"
    r"(?:,[ ](?:an?[ ]|\d\d)[^,.\n]{0,60},)?[ ]"
    rf"(?:said|says|told)\b|[,\u201d\"] (?:said|says)[ ]"
    rf"(?P<behind>{_TOKEN}[ ](?:{_PARTICLE}[ ]){{0,2}}{_TOKEN})(?=[,.]| (?:of|from|in|on)\b)",
    re.MULTILINE,
)
# `- Jane Roe, Spokesperson of the Mission`, `Presenter: Mr. John Q. Roe, Assistant Secretary`
_LISTED = re.compile(
    rf"^[ \t]*(?:[-*\u2022\u2013][ \t]*)?(?:[A-Z][a-z]+(?:[ ][a-z]+)?:[ \t]*)?(?:(?i:{_TITLE})\.?[ ]){{0,4}}"
    rf"(?P<name>{_TOKEN}[ \u00a0](?:[A-Z]\.[ ]?){{0,2}}(?:{_PARTICLE}[ ]){{0,2}}{_TOKEN}(?:[ \u00a0-]{_TOKEN})?),[ ]"
    r"(?P<title>[A-Z][^\n.:]{2,90}?),?[ \t]*$",
    re.MULTILINE,
)
# `the mayor, Jane Roe, for`, `said a shopkeeper, Jane Roe.`
_WHO_THEN_NAME = re.compile(
    rf"\b(?:the|an?|its|their|his|her)[ \n](?:[\w-]+[ \n]){{0,3}}(?P<title>(?i:{_TITLE})),[ \n]"
    rf"(?P<name>{_NAME})(?=[,.])"
)
_PAIR = re.compile(rf"(?<![\w-]){_TOKEN}[ \u00a0](?:[A-Z]\.[ ])?{_TOKEN}(?![\w-])")
_BODIES = frozenset(
    "ministry department house office council committee agency group union watch party bank court commission force "
    "forces army navy times post news press radio television tv university institute center centre foundation "
    "services service administration staff counsel manager motors electric budget "
    "international national united nations command alliance government parliament organization organisation republic "
    "assembly congress senate association society company corporation school college church river valley street square "
    "bridge base camp airport hotel hospital world war cold new north south east west northern southern eastern "
    "western central european summit treaty charter act agreement accord accords law day year operation mission "
    "task supreme white prime foreign defence defense security minister president secretary general chief deputy "
    "special state states territory island islands sea city county province capital region military civil "
    "public human rights amnesty liberation people "
    "sports leagues league players unions partners companies cities clubs donors groups "
    "ground yes thank thanks dear well now so and but as in on at for "
    "with by from the a".split()
)
# Words before a full name by which somebody there is introduced.
_PRESENTED = re.compile(
    r"(?:joined by|joining us|joining me|introduce|over to|I['\u2019]m|I am|this is|with us|we have|welcome|"
    r"colleague,?|name is|with me|here is|pleased to have)\s+"
    r"(?:today\s+|is\s+|are\s+|here\s+|now\s+)?$",
    re.IGNORECASE,
)
_LEADS = (
    frozenset(
        "and but thank thanks with as so now dear hi hello is does will has the good let from to for by our my well "
        "yes ms mr mrs dr when if because okay im ive his her excellency royal highness majesty "
        "honorable honourable rt hon doctors drs generals ministers presidents "
        "secretaries ambassadors colleagues senators governors first second third lady gentleman".split()
    )
    | _TITLES
)
# Titles in front of a name, each with the space behind it.
TITLE_WORDS = rf"(?i:{_TITLE})\.?[\s-]+"


def is_body(words: str) -> bool:
    """Whether capitalised ``words`` are an institution's or a place's rather than somebody's name."""
    return bool(set(fold_text(words).split()) & _BODIES)


class Introduced(NamedTuple):
    """A full name as written in ``text[start:end]``, and the title before it, perhaps empty."""

    start: int
    end: int
    title: str
    name: str


def find_introduced(text: str) -> Iterator[Introduced]:
    """Everybody whom ``text`` gives a title and a full name, in order."""
    words, end = split_words(text), 0
    for start in [words.starts[i] for i in words.among(_TITLES)]:
        match = _TITLED.match(text, start) if start >= end else None
        if match is None:
            continue
        end = match.end()
        name = " ".join(match.group("name").split())
        if not set(fold_text(name).split()) & _BODIES:
            yield Introduced(match.start("name"), match.end("name"), match.group("title"), name)


def find_appositions(text: str) -> Iterator[Introduced]:
    """Everybody whom ``text`` names in full and then says who they are, and those of whom it says so before."""
    for match in [*_APPOSITION.finditer(text), *_WHO_THEN_NAME.finditer(text)]:
        name = " ".join(match.group("name").split())
        if not set(fold_text(name).split()) & (_BODIES | _LEADS):
            title = match.groupdict().get("title") or ""
            yield Introduced(match.start("name"), match.end("name"), title, name)


def find_saying(text: str) -> Iterator[str]:
    """Every pair of words that can be a full name and of whom ``text`` says that they said something, in order."""
    for match in _SAYING.finditer(text):
        name = " ".join((match.group("before") or match.group("behind")).split())
        if not set(fold_text(name).split()) & (_BODIES | _LEADS):
            yield name


def find_listed(heading: str) -> Iterator[Introduced]:
    """Everybody whom a line of ``heading`` names and then says what they are, in order: the whole line and no more."""
    for match in _LISTED.finditer(heading):
        name = " ".join(match.group("name").split())
        words = set(fold_text(name).split())
        if not words & _BODIES and _TITLES & set(fold_text(match.group("title")).split()):
            yield Introduced(match.start("name"), match.end("name"), match.group("title"), name)


def find_names(heading: str) -> Iterator[str]:
    """Every pair of words in ``heading`` that can be a full name, in order."""
    for match in _PAIR.finditer(heading):
        if not set(fold_text(match.group()).split()) & (_BODIES | _LEADS):
            yield match.group()


def find_presented(text: str, surnames: Collection[str], *, heading: bool = False) -> dict[str, str]:
    """For each of ``surnames`` (folded) the one full name with it that ``text`` presents as somebody there.

    `I am joined by Jane Roe`, `Director Jane Roe`, `Jane Roe, our director`. A surname that two people bear is
    left out. Whoever a ``heading`` names is there.
    """
    if not surnames:
        return {}
    listed = "|".join(re.escape(surname).replace("\\ ", "[ -]") for surname in sorted(surnames, key=len, reverse=True))
    pattern = re.compile(
        rf"(?<![\w-])(?P<given>(?:[^\W\d_a-z][\w.'\u2019-]*[ \u00a0\n]{{1,2}}){{1,3}})(?P<surname>(?i:{listed}))\b"
    )
    found: dict[str, set[str]] = {}
    for match in pattern.finditer(text):
        given = match.group("given").split()
        titled = 0
        while titled < len(given) and fold_text(given[titled]) in _LEADS:
            titled += 1
        names = given[titled:]
        # `Director of Communications Jane Roe`: of words behind a portfolio's `of` only the last is a first name.
        if not titled and _PORTFOLIO.search(text, max(0, match.start() - 8), match.start()):
            names = names[-1:]
        if not _are_given(names) or match.group("surname").islower():
            continue
        title = titled > 0 and fold_text(given[titled - 1]) in _TITLES
        before = text[max(0, match.start() - 40) : match.start()] + " ".join([*given[:titled], ""])
        if heading or title or _PRESENTED.search(before) or _says_who(text, match.end()):
            key = fold_text(match.group("surname"))
            found.setdefault(key, set()).add(" ".join([*names, match.group("surname")]))
    return {key: name for key, names in found.items() if (name := _one(names))}


_PORTFOLIO = re.compile(r"\b(?:of|for|and|on|the)[ \u00a0\n]{1,2}$")


def _are_given(names: list[str]) -> bool:
    """Whether ``names`` are first names: no title among them, a full stop only behind an initial."""
    plain = all(len(name) < 3 or not name.endswith(".") for name in names)
    return bool(names) and len(names[0].strip(".")) > 1 and plain and not {fold_text(name) for name in names} & _LEADS


_TITLES = frozenset(_TITLE.split("|"))
_WHO = re.compile(rf",\s(?:who|our|the|my|(?:[\w-]+\s){{0,3}}(?:{_TITLE}))\b")


def _says_who(text: str, end: int) -> bool:
    return bool(_WHO.match(text, end))


def _one(names: set[str]) -> str:
    """The name if all are one, whatever initials and case it is given."""
    forms = {" ".join(word for word in fold_text(name).split() if len(word) > 1): name for name in sorted(names)}
    return next(iter(forms.values())) if len(forms) == 1 else ""


_WITH = re.compile(rf"\b(?:[Ww]ith|[Bb]y)\s(?P<name>{_NAME})(?:(?=\s+of\s)|{_ENDS})")
_EDITOR = re.compile(
    rf"(?P<name>{_NAME}),\s(?:[\w-]+\s){{0,3}}(?i:editor|correspondent|journalist|reporter|presenter|host)\b"
)


def find_asking(heading: str) -> Iterator[str]:
    """The full names that ``heading`` gives as an interviewer's: `with Jane Roe`, `JANE ROE, DIPLOMATIC EDITOR`."""
    text = heading.title() if heading.isupper() else heading
    for match in [*_WITH.finditer(text), *_EDITOR.finditer(text)]:
        name = " ".join(match.group("name").split())
        if not set(fold_text(name).split()) & (_BODIES | _LEADS | _TITLES):
            yield name
