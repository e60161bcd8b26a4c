"""Who says each turn: labels, the event's principal, reported speech."""

from __future__ import annotations

import re
from dataclasses import dataclass

from natosearch.model.passages import Kind, Span
from natosearch.rules import Rules
from natosearch.segment.talk.turns import RawTurn
from natosearch.segment.who.answering import find_answering
from natosearch.segment.who.cast import Cast, Named
from natosearch.segment.who.make_cast import Sources, make_cast
from natosearch.segment.who.principal import (
    find_declaration,
    find_declared,
    find_interviewer,
    find_met,
    find_office_holder,
    find_pictured,
    find_presenter,
    find_principal,
    find_quoted,
    find_self,
    without_occasion,
)
from natosearch.segment.who.reported import reported_speakers
from natosearch.segment.who.units import Resolve
from natosearch.text.voice import first_person_words
from natosearch.text.words import fold_text

_INTRODUCTION = 1500  # code points
_FORM = 600  # code points that an archive's form takes
_WELCOME = 200  # code points of the first words
_OVERLAP = 200  # code points read twice: a name may stand over the end of the introduction
_ONE_OF_MANY = re.compile(r"\b(?:audience|student|participant|member|crowd|soldier)s?\b", re.IGNORECASE)
_HOSTED = re.compile(r"(?i:host|presenter|interviewer|anchor)\W*")
_SHORT = 4  # code points: initials, or letters of an office
_READOUT = re.compile(r"(?:\W*\w+\W+){0,3}?read-?out\b", re.IGNORECASE)
# `Prime Minister Jane Roe and Defence Minister John Roe today welcomed …`
_SAID_TODAY = re.compile(
    r"(?:[^\W\d_a-z][\w.'\u2019-]*,?\s|(?:and|of|for|the|on|to)\s){2,24}(?:today|has|have|yesterday)\s[a-z]+ed\b"
)
_SPOKESPERSON = re.compile(r"\b(?:spokes(?:person|man|woman)|press secretary)\b", re.IGNORECASE)
_AND_I = re.compile(
    r"\b(?:[Tt]he |[Mm]y colleague,? )?"
    r"(?P<who>[^\W\d_a-z][\w.'\u2019-]*(?: (?:of|the|de|[^\W\d_a-z][\w.'\u2019-]*)){0,5}),? and I\b"
)
_PRESENT = re.compile(
    r"(?:also )?(?:present(?:ers?|ing)?|briefers?|participants?|participating|speakers?|guests?)", re.IGNORECASE
)
_I = re.compile(r"\b(?:I|my)\b")
_YOU = re.compile(r"\b(?:you|your)\b")
# `BERLIN, Feb 8 (Reuters) - NATO does not see`
_DATELINE = re.compile(
    r"^[ \t]*[A-Z][A-Z' ./-]{2,30}(?:,[\w ,.]{2,40})? ?\([A-Z][A-Za-z. /]{1,25}\) ?"
    r"[-\u2013\u2014]{1,2} ?[A-Z\"\u201c]",
    re.MULTILINE,
)
_DECLARES = re.compile(
    r"\W*(?:joint )?(?:press )?(?:statement|declaration|communiqu[e\u00e9]|message) (?:by|of|from|on)\b", re.IGNORECASE
)
_GREETING_WORDS = 12  # `Prime Minister Kovačevski, Dear Dimitar,`


@dataclass(frozen=True, slots=True)
class Attribution:
    """What there is to go by: the turns, and the document's title, header, date (ISO or empty) and kind."""

    text: str
    turns: list[RawTurn]
    title: str
    header: str
    date: str
    kind: Kind


def attribute(about: Attribution, rules: Rules) -> Resolve:
    """A function that names the speaker of each span's turn, or nobody, and says how it knows."""
    lead = _lead(about)
    labelled = any(turn.label for turn in about.turns)
    spoken = any(turn.floor in ("question", "answer") for turn in about.turns)
    reported = (not spoken and about.kind == "article") or (
        not labelled and not spoken and _reports(about.title, lead) and not _is_of_a_body(about.title, rules)
    )
    heads = f"{about.title}\n{about.header}"
    declared = not labelled and _is_declared(heads, lead, rules)
    reported = (reported and not declared and not find_self(lead, about.date, rules)) or (
        not labelled and not spoken and not declared and _DATELINE.search(lead[:_INTRODUCTION]) is not None
    )
    cast = make_cast(_sources(about, lead, reported=reported), rules)
    if reported:
        return _reporter(about, cast)
    principal = _principal(about, lead, cast, rules)
    labels = dict.fromkeys(turn.label.text for turn in about.turns if turn.label)
    by_label = _with_their_voice({label: cast.by_label(label) for label in labels}, about.turns)
    voices = _Voices(cast, principal, by_label, *_answering(about, by_label, principal))
    hosts = {mention.person.name for mention in rules.people.find(without_occasion(about.title))}
    opens = (
        principal
        or (_beside_me(lead, cast) if labelled or spoken else Named())
        or (voices.only() if len(hosts) < 2 else Named())
    )
    lettered = find_answering(about.text, about.turns, by_label, principal, cast)
    introduces = (labelled or spoken) and _is_introduction(lead, opens, about.kind)
    interviewer = _interviewer(about, voices, rules)
    hosted = _HOSTED.fullmatch

    def resolve(turn: RawTurn, _span: Span) -> Named:
        if turn.floor == "lead":
            return Named(role="narration") if introduces else opens
        if turn.floor == "question" or (turn.label and hosted(turn.label.text)):
            return _asking(turn, interviewer, by_label)
        return lettered[turn.spans[:1]] if turn.spans[:1] in lettered else voices.of(turn)

    return resolve


@dataclass(frozen=True, slots=True)
class _Voices:
    """Who answers and states: the cast, the principal, whom each label means, and of those who answer the names and
    the labels without one."""

    cast: Cast
    principal: Named
    by_label: dict[str, Named]
    named: frozenset[str]
    nameless: frozenset[str]

    def of(self, turn: RawTurn) -> Named:
        """Whose turn it is, by its label; without one, whose event it is if nobody else answers."""
        label = turn.label
        if turn.floor == "direction":
            return Named()
        if label is None or label.role == "answer":
            return self.only() if turn.floor in ("answer", "statement") else Named()
        if turn.floor == "moderator" or label.role == "moderator":
            named = self.cast.by_chair(label.text)
            return Named() if turn.floor == "moderator" and named.source == "chair" else named
        if label.role == "question":
            return Named()
        named = self.by_label[label.text]
        return named or (self.principal if self._garbled(label.text) else named)

    def _garbled(self, label: str) -> bool:
        """Whether all who answer have letters that name nobody and begin alike: `PH:` and `PX:` are `PM:` misread."""
        letters = not self.named and all(len(key) < _SHORT and key[0] == label[0].lower() for key in self.nameless)
        return letters and len(label) < _SHORT

    def only(self) -> Named:
        """Whose event it is, where nobody else answers: of several voices, or beside a nameless one, nobody."""
        if self.principal:
            return self.principal if self.named <= {self.principal.name} else Named()
        return Named(min(self.named), "only voice") if len(self.named) == 1 and not self.nameless else Named()


def _beside_me(lead: str, cast: Cast) -> Named:
    """Who opens where a heading has two people and the first words name one: `the Vice-President and I welcome you`."""
    match = _AND_I.search(lead[:_WELCOME])
    headed = {one.name for one in cast.names.values() if one.source in ("title", "header")}
    if match is None or len(headed) != 2:
        return Named()
    office, surname = cast.people.strip_titles(match.group("who"))
    other = cast.by_surname(surname) if surname else cast.by_office(office)
    left = headed - {other.name}
    return Named(left.pop(), "header") if other and len(left) == 1 else Named()


def _fields(about: Attribution) -> str:
    """The lines of a form before the first words that tell who is there: `Presenter: Mr. John Roe`."""
    lines = []
    for turn in about.turns:
        if turn.label is None or not _PRESENT.fullmatch(turn.label.text):
            break
        lines.append(f"{turn.label.text}: {turn.text(about.text)}")
    return "\n".join(lines)


def _sources(about: Attribution, lead: str, *, reported: bool) -> Sources:
    whole = "\n".join(span.of(about.text) for turn in about.turns for span in turn.spans)
    parts = [(about.title, "title"), (f"{about.header}\n{_fields(about)}".strip("\n"), "header")]
    parts.append((lead[:_INTRODUCTION], "introduction"))
    if reported:
        parts.append((whole[_INTRODUCTION - _OVERLAP :], "text"))
    labels = [turn.label.text for turn in about.turns if turn.label and turn.label.role in ("person", "moderator")]
    return Sources(parts, labels, "" if reported else whole, about.date, about.text[:_FORM], reported)


def _principal(about: Attribution, lead: str, cast: Cast, rules: Rules) -> Named:
    first = lead.split("\n", 1)[0]
    greeting = first if len(first.split()) <= _GREETING_WORDS else ""
    labelled = any(turn.label for turn in about.turns)
    introduction = lead[:_INTRODUCTION] if labelled else ""
    found = find_presenter(f"{about.header}\n{_fields(about)}", cast) or find_principal(
        about.title, about.header, greeting, introduction, cast
    )
    if not found and not labelled:
        found = find_declared(f"{about.title}\n{about.header}", cast)
    if found or rules.people.find(without_occasion(about.title)):  # of several people in a title nobody is certain
        return found
    heading = f"{about.title}\n{about.header}"
    interviewed = Named()
    if about.kind == "interview" and not introduction:
        interviewed = find_pictured(about.text[:_INTRODUCTION], about.text, cast)
        interviewed = interviewed or find_met(lead[:_INTRODUCTION], cast)
    return (
        (find_quoted(about.title, cast) if about.kind == "interview" else Named())
        or interviewed
        or find_self(lead, about.date, rules)
        or find_office_holder(heading, about.text[:_FORM], about.date, rules)
    )


def _answering(
    about: Attribution, by_label: dict[str, Named], principal: Named
) -> tuple[frozenset[str], frozenset[str]]:
    """The names of those who answer or state under a label, and the keys of such labels that name nobody."""
    labels = {
        turn.label.key: turn.label.text
        for turn in about.turns
        if turn.label and turn.label.role == "person" and turn.floor in ("answer", "statement")
    }
    named = {key: by_label[text].name for key, text in labels.items()}
    lettered = any(turn.label and turn.label.role == "answer" for turn in about.turns)
    names = {name for name in named.values() if name} | ({principal.name} if lettered and principal else set())
    return frozenset(names), frozenset(key for key, name in named.items() if not name)


def _interviewer(about: Attribution, voices: _Voices, rules: Rules) -> Named:
    """Who asks, where the heading of an interview, or one with an outlet, says so."""
    if about.kind != "interview" and not rules.outlets.find(f"{about.title}\n{about.header}"):
        return Named()
    answering = set(voices.named) or {voices.principal.name} - {""}
    found = find_interviewer(about.title, answering, rules)
    return found or find_interviewer(about.header, answering, rules)


def _with_their_voice(by_label: dict[str, Named], turns: list[RawTurn]) -> dict[str, Named]:
    """``by_label``, and for a label that names nobody the one person whom other labels of its voice name."""
    voices: dict[str, set[Named]] = {}
    for turn in turns:
        if turn.label is not None and turn.label.role == "person" and by_label[turn.label.text]:
            voices.setdefault(turn.label.key, set()).add(by_label[turn.label.text])
    key_of = {turn.label.text: turn.label.key for turn in turns if turn.label}
    sole = {key: next(iter(found)) for key, found in voices.items() if len({named.name for named in found}) == 1}
    return {label: named or sole.get(key_of[label], named) for label, named in by_label.items()}


def _asking(turn: RawTurn, interviewer: Named, by_label: dict[str, Named]) -> Named:
    """Who asks: the person in the label, else the interviewer unless the label says it is one of many."""
    if turn.label is None or _ONE_OF_MANY.search(turn.label.text):
        return Named()
    return by_label[turn.label.text] if turn.label.role == "person" else interviewer


def _is_declared(heads: str, lead: str, rules: Rules) -> bool:
    """Whether a line at the head says whose statement it is, and the text does not speak of that person.

    A spokesperson also speaks in the third person, of the body; others then quote themselves from first to last.
    """
    words = find_declaration(heads)
    named = rules.people.find(words)
    if not named or not (_SPOKESPERSON.search(words) or lead.lstrip()[:1] in ('"', "\u201c")):
        return False
    surnames = {fold_text(one.person.name).split()[-1] for one in named}
    posts = {one.office.name for one in rules.people.find_offices(words)}
    about = {one.office.name for one in rules.people.find_offices(lead[:_FORM])}
    return not surnames & set(fold_text(lead[:_FORM]).split()) and not posts & about


def _is_of_a_body(title: str, rules: Rules) -> bool:
    """Whether a council or a ministry makes the statement: `Statement by the North Atlantic Council`."""
    return bool(_DECLARES.match(title)) and not rules.people.find(title) and not rules.people.find_offices(title)


def _reports(title: str, lead: str) -> bool:
    """Whether a text without labels gives somebody's words in the third person: a readout, a release."""
    if _READOUT.match(title):
        return True
    return not first_person_words(lead) or (_SAID_TODAY.match(lead) is not None and not _I.search(lead))


def _reporter(about: Attribution, cast: Cast) -> Resolve:
    spans = [span for turn in about.turns for span in turn.spans]
    said = dict(zip(spans, reported_speakers([span.of(about.text) for span in spans], cast), strict=True))

    def resolve(_turn: RawTurn, span: Span) -> Named:
        named = said.get(span, Named())
        return Named(named.name, named.source, "reported" if named.name else "narration")

    return resolve


def _lead(about: Attribution) -> str:
    """What stands before the first label."""
    return "\n".join(s.of(about.text) for turn in about.turns[:1] if turn.floor == "lead" for s in turn.spans)


def _is_introduction(lead: str, principal: Named, kind: Kind) -> bool:
    """Whether the lead is an editor's: it names the one who answers, or nobody says `I`, `we` or `you` in it.

    An editor also says `we` before an interview: `the Admiral has talked to us`.
    """
    if kind == "interview" and not _I.search(lead):
        return True
    surname = fold_text(principal.name).split()[-1:]
    return (bool(surname) and surname[0] in fold_text(lead).split()) or not (
        first_person_words(lead) or _YOU.search(lead)
    )
