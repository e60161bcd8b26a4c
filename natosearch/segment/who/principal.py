"""Whose event it is: who makes the statement without a label and gives the answers marked `A.`; and who asks."""

from __future__ import annotations

import re

from natosearch.rules import Rules
from natosearch.rules.people.offices import OfficeMention
from natosearch.segment.facts.dates import find_dates
from natosearch.segment.who.cast import Cast, Named, as_name, in_office
from natosearch.segment.who.introductions import find_asking, find_introduced
from natosearch.segment.who.roles import official
from natosearch.text.words import fold_text

_BY_AND_WITH = re.compile(r"\bby\b(?P<by>.+?)\bwith\b(?P<guests>.+)", re.IGNORECASE | re.DOTALL)
# `… with the Prime Minister following his meeting with President Kim`: who stands after that does not speak.
_OCCASION = re.compile(r"\b(?:following|after|ahead of|before|about|regarding|prior to)\b.*", re.IGNORECASE | re.DOTALL)
_QUOTED = re.compile(
    r"[\"\u201c][^\"\u201c\u201d]{0,200}[\"\u201d]"
)  # `“Nobody drills before the day” Interview with …`
_LONGEST_HEADING = 1000  # code points
# `Shekerinska: the Balkans are not a waiting room`: whose words a headline gives
_HEADLINE = re.compile(
    r"\W*(?P<name>(?:D[ei] |V[ao]n (?:der )?|L[ae] )?[^\W\d_a-z][\w'\u2019-]{2,}(?: [^\W\d_a-z][\w'\u2019-]+)?): "
)
# `Statement by the Secretary General`, `Interview with the Prime Minister of Albania`; a letter to one is not by them,
# and of a joint event with one the host is somebody else.
_SPEAKS = re.compile(r"\b(?:by|from|of)\s+(?:(?:the|nato|his excellency|h\.e\.)\s+){0,2}$", re.IGNORECASE)
_A_PLACE = re.compile(
    r"(?:['\u2019]s?)?\s(?:Presidential\s|Memorial\s|International\s|Conference\s)?(?:Library|Cent(?:er|re)|Airport|"
    r"Building|School|Room|Hall|Auditorium|Museum|Street|Avenue|Bridge|Base|University|Institute|Foundation|Park|Stadium|"
    r"Memorial|Barracks|Camp|Award|Prize|Medal|Theat(?:er|re)|Hotel|House|Square|College|Lecture)\b"
)
# with the line below it, where the first ends with a comma or in the midst of words
_DECLARED = re.compile(
    r"^[ \t*#]*(?:(?:Joint|Press|Opening|Closing|Introductory|Doorstep|Keynote|Short|Video|Personal)[ ])?"
    r"(?i:statement|remarks|speech|address|message|keynote|intervention|comments?)(?: to the (?:press|media))?[ ]"
    r"(?:by|of|from)[ ](?P<who>[^\n]{5,200}(?<![.,])(?:,?\n(?:on|at|in|to)[ ][^\n]{5,120})?)",
    re.MULTILINE,
)
_ON = re.compile(r"\s(?:on|about|regarding)\s", re.IGNORECASE)  # behind it stands what it is about
_PICTURE = re.compile(r"!\[(?P<alt>[^\]\n]{5,200})\]\(")
# `General, why?`, `Why, Mr Roe?`, whatever marks the question
_CALLED = re.compile(
    r"(?:^|[.!?] )[\W\d_]{0,6}(?P<who>[A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+){0,3}),", re.MULTILINE
)
_THE_OFFICE = re.compile(r"[\s*_\"\u201c]*(?:[Tt]he |NATO['\u2019]s )")
_PRESENTER = re.compile(
    r"^[ \t*]*(?:Presenter|Briefer|Interviewee|Speaker|Guest)[ \t*]*:[ \t*]*(?P<who>[^\n]{5,160})$", re.I | re.M
)
_SUBJECT = re.compile(r"\s(?:on|to|for|at|in)\s", re.IGNORECASE)  # behind it stands what it is about
_BY = re.compile(r"\b(?:by|from|interview with)\b", re.IGNORECASE)
# `NATO Secretary General doorstep`, `SACEUR press conference`: whose event a heading begins with
_THEIR_EVENT = re.compile(
    r"(?:['\u2019]s)?\s(?:(?:monthly|weekly|opening|closing|doorstep|joint|keynote|final|pre-ministerial)\s)?(?:doorstep|press\s"
    r"(?:conference|briefing|point|statement)|remarks|statement|speech|interview|address|media\s(?:briefing|availability))\b",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(r"\b(?:by|from|of|with)\s+(?:(?:the|nato)\s+){0,2}$", re.IGNORECASE)
_ASKS = re.compile(r"\binterview", re.IGNORECASE)
# `chaired by me, as President of the ECB`, `I speak to you as Secretary General`
_MYSELF = re.compile(r"\b(?:me|I),?\s(?:in my capacity\s)?as\s(?:the\s)?(?P<office>[^.;\n]{4,80})")


def find_principal(title: str, header: str, greeting: str, introduction: str, cast: Cast) -> Named:
    """The one person whose event this is: who makes the unlabelled statement and gives the answers marked `A.`

    Of several people in the title, those whom the first words greet are not the speaker.
    """
    greeted = set(fold_text(greeting).split())
    for text, source in ((title, "title"), (header, "header"), (introduction, "introduction")):
        if source != "introduction":
            text = without_occasion(text)
        hosts = _BY_AND_WITH.search(text)
        names = _named_in(hosts.group("by") if hosts else text, source, cast)
        left = [name for name in dict.fromkeys(names) if not greeted & set(fold_text(name).split())]
        if len(left) == 1:
            return Named(left[0], source)
        if left:
            return Named()
    return Named()


def find_declaration(headings: str) -> str:
    """Who a line of ``headings`` says makes the statement, in its words: `Commissioner Jane Roe on the talks`."""
    match = _DECLARED.search(headings)
    return _ON.split(without_occasion(match.group("who")), maxsplit=1)[0] if match else ""


def find_declared(headings: str, cast: Cast) -> Named:
    """The one person whose statement a line at the head says this is: `Statement by Commissioner Jane Roe on it`."""
    words = find_declaration(headings)
    if not words:
        return Named()
    names = dict.fromkeys(_named_in(f"by {words}", "header", cast))
    return Named(next(iter(names)), "header") if len(names) == 1 else Named()


def find_pictured(head: str, asked: str, cast: Cast) -> Named:
    """The one person whom the pictures at the head of an interview show, if ``asked``, its words, speak to such a one:
    `General Jane Roe in her office` and `General, why?`
    """
    shown: dict[str, set[str]] = {}
    for picture in _PICTURE.finditer(head):
        alt = picture.group("alt")
        for name in _named_in(alt, "picture", cast):
            before = fold_text(alt.split(name.split()[0])[0]).split()
            shown.setdefault(name, set()).update([*before, _surname(name)])
    if len(shown) != 1:
        return Named()
    name, words = shown.popitem()
    spoken_to = {word for called in _CALLED.finditer(asked) for word in fold_text(called.group("who")).split()}
    return Named(name, "caption") if words & spoken_to else Named()


def find_met(lead: str, cast: Cast) -> Named:
    """The holder of the one office with which the introduction of an interview begins, where it names nobody."""
    match = _THE_OFFICE.match(lead)
    if match is None or cast.people.find(lead) or any(find_introduced(lead)):
        return Named()
    offices = [one for one in cast.people.find_offices(lead) if one.office.unique]
    if len(offices) != 1 or offices[0].start != match.end():
        return Named()
    holder = cast.people.holder(lead[offices[0].start : offices[0].end], cast.date or None)
    return Named(holder.name, "office") if holder else Named()


def find_presenter(header: str, cast: Cast) -> Named:
    """The one person whom a line of the header calls so: `Presenter: Mr. John Roe, Assistant Secretary`."""
    line = _PRESENTER.search(header)
    if line is None:
        return Named()
    words = f" {fold_text(line.group('who'))} "
    named = [one for folded, one in cast.names.items() if f" {folded} " in words]
    named = named or [Named(one.person.name) for one in cast.people.find(line.group("who"))]
    return Named(named[0].name, "header") if len({one.name for one in named}) == 1 else Named()


def find_quoted(title: str, cast: Cast) -> Named:
    """Whom a headline quotes: `Shekerinska: the Balkans are not a waiting room`."""
    match = _HEADLINE.match(title)
    if match is None:
        return Named()
    name = match.group("name")
    named = cast.by_surname(name) or in_office(cast.people, "", name, cast.date)
    return Named(named.name, "title") if named else Named()


def without_occasion(heading: str) -> str:
    """``heading`` up to where it says after or before what the event was: who is named there does not speak."""
    return _OCCASION.sub("", _QUOTED.sub(" ", heading[:_LONGEST_HEADING]))


def _named_in(text: str, source: str, cast: Cast) -> list[str]:
    """Known people by full name and others whom ``text`` gives a title and one, else people `by OFFICE SURNAME`.

    `John F. Kennedy Library` is a place; behind `on` stands whom a statement is about.
    """
    known = [one.person.name for one in cast.people.find(text) if not _A_PLACE.match(text, one.end)]
    head = _SUBJECT.split(text, maxsplit=1)[0].replace("\n", ";")
    met = [one.name for one in find_introduced(head) if not cast.people.by_surname(one.name.split()[0], None)]
    full = known + [name for name in met if cast.people.by_name(name) is None]
    if known and source == "header":  # `Anna M. Roe, President of the Bank,` beside somebody who is known
        listed = f" {fold_text(text)} "
        beside = [one.name for one in cast.names.values() if one.source == source]
        full += [name for name in beside if f" {fold_text(name)} " in listed]
    by = _BY.search(head)
    if full or by is None or source == "introduction":
        return full
    words = set(fold_text(head[by.end() :]).split())
    return [one.name for one in cast.names.values() if one.source == source and _surname(one.name) in words]


def _surname(name: str) -> str:
    return fold_text(name).split()[-1]


def find_office_holder(heading: str, form: str, date: str, rules: Rules) -> Named:
    """Who held the one office that ``heading`` gives the word on ``date``, else that of the archive with this form."""
    heading = without_occasion(heading)
    found = [one for one in rules.people.find_offices(heading) if one.office.unique]
    speaks = [one for one in found if (_INTERVIEW if _ASKS.search(heading) else _SPEAKS).search(heading, 0, one.start)]
    speaks = speaks or [one for one in found if _begins_event(heading, one)]
    office = heading[speaks[0].start : speaks[0].end] if len({one.office.name for one in found}) == 1 and speaks else ""
    holder = rules.people.holder(office or rules.people.archive(form), date or None)
    return Named(holder.name, "office") if holder else Named()


def _begins_event(heading: str, office: OfficeMention) -> bool:
    """Whether a line of ``heading`` begins with an office, and then says what they gave."""
    begin = heading.rfind("\n", 0, office.start) + 1
    before = heading[begin : office.start].strip().lower()
    return before in ("", "the") and _THEIR_EVENT.match(heading, office.end) is not None


def find_self(text: str, date: str, rules: Rules) -> Named:
    """Who speaks of themselves as the holder of an office: on ``date``, else on every day that the text names."""
    for match in _MYSELF.finditer(text):
        said = match.group("office")
        office = next((one for one in rules.people.find_offices(said) if one.start == 0), None)
        if office is None:
            continue
        days = [date] if date else sorted(found.iso for found in find_dates(text) if len(found.iso) == 10)
        held = {(rules.people.holder(said[: office.end], day) or Named()).name for day in days}
        if len(held) == 1 and held != {""}:
            return Named(held.pop(), "office")
    return Named()


def find_interviewer(heading: str, answering: set[str], rules: Rules) -> Named:
    """Who asks in an interview `with NAME` that somebody else gives; nobody unless it is sure who answers."""
    if not answering:
        return Named()
    outlet = next((start for start, _, _ in rules.outlets.find(heading) if start), len(heading))
    for text in (heading[:outlet], heading):
        for name in find_asking(text):
            if (
                rules.people.by_name(name) is None
                and not official(name)
                and fold_text(name) not in {fold_text(one) for one in answering}
            ):
                return Named(as_name(name), "title")
    return Named()
