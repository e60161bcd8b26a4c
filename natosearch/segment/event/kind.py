"""Which of the five kinds a document is: by its title, by its header, by how it is built."""

from __future__ import annotations

import re
from dataclasses import dataclass

from natosearch.model.passages import Kind
from natosearch.rules import Rules
from natosearch.segment.event.title import is_person_line
from natosearch.segment.page.header import is_breadcrumb
from natosearch.segment.talk.turns import RawTurn
from natosearch.text.voice import first_person_words

_INTERVIEW = re.compile(
    r"\binterview\w{0,3}\b|\bexclusive\b|\bquestions and answers -|\bq ?& ?a with\b|\bfireside chat\b"
    r"|\bin conversation with\b|\bpodcast\b|^episode \d|\bentretien avec\b|\btalks to [A-Z]",
    re.IGNORECASE,
)
_PRESS = re.compile(
    r"\b(?:press|news|media) (?:conference|briefing|point|availability|gaggle|stake-?out|call|encounter"
    r"|opportunity|q ?& ?a)"
    r"|(?<!before )(?<!in )\bbriefing\b|\bdoorstep|\bdoorstop|\bstake-?out|\bgaggle\b|\bquestions (?:&|and) answers"
    r"|\bbackground call\b|\bpress remarks\b"
    r"|\b(?:conf\u00e9rence|point|briefing) de presse\b"
    r"|\b(?:remarks|comments|statement)s? to (?:the )?(?:press|media)\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"\b(?<!free )(?<!hate )(?<!to )(?:speech|discours|allocution|address|lecture|keynote|toast|eulogy"
    r"|(?:opening|closing) remarks)\b",
    re.IGNORECASE,
)
_REMARKS = re.compile(r"\b(?<!deliver )remarks\b|\bintervention\b", re.IGNORECASE)
_JOINT = re.compile(
    r"\bjoint\b|\b(?:before|after|following|at the top of)\b.{0,40}\b(?:meeting|talks|greeting|lunch|dinner|call)\b"
    r"|\bduring (?:a )?(?:greeting|meeting)|\band\b.{0,60}\b(?:during|before|after|in|at)\b|, and ",
    re.IGNORECASE,
)
_STATEMENT = re.compile(
    r"\b(?:statement|communiqu[e\u00e9]|declaration|read-?out|message|fact sheet|proclamation|memorandum"
    r"|d\u00e9claration|notice (?:on|to)|executive order|nominations?|media note"
    r"|(?:press|media|news) release|for (?:immediate )?release|for (?:the )?press|letter (?:to|from|on)"
    r"|statements?-releases?)\b",
    re.IGNORECASE,
)
# `… With Piotr Krasko of TVN`, `… On NBC Meet the Press`; whether an outlet is named is looked up
_WITH = re.compile(r"\b(?:with|on)\b(?P<who>.{3,120})", re.IGNORECASE)
# What an interviewer says to a guest and no journalist in a hall does.
_GUEST = re.compile(
    r"\b(?:thank(?:s| you)(?: so| very)?(?: much)? (?:indeed )?for (?:joining|talking|speaking|being with|sitting down"
    r"|having|taking the time|your time|making time|doing this|this interview|the interview)"
    r"|welcome to (?:the )?(?:program|show))",
    re.IGNORECASE,
)
_NEWS_ROOM = re.compile(
    r"^[^\w\n]{0,9}(?i:reuters?|agency|ap|afp|dpa|tanjug|hina|fena|beta)[^\w\n]{0,9}$"
    r"|^(?i:story|text|article|reporting) by\b|^(?:By|BY)(?: [A-Z][\w.'\u2019-]+){2,3}$|^(?i:source): ",
    re.MULTILINE,
)
# An office that issues a text heads it.
_ISSUED = re.compile(
    r"^office of the (?:spokesperson|press secretary|prime minister|president|vice president)\b"
    r"|\battributable to\b|^(?:press office|press service|media relations)\b",
    re.IGNORECASE | re.MULTILINE,
)
_RELEASED = re.compile(
    r"^\W{0,4}#{2,3}\W{0,3}$|^[^\w\n]{0,6}-30-[^\w\n]{0,6}$|\bfor immediate release\b", re.IGNORECASE | re.MULTILINE
)
# `And with that I am ready to take your questions.`
_INVITES = re.compile(
    r"\b(?:ready|happy|glad|pleased) to (?:take|answer) (?:your|a few|some|any|a couple of)? ?questions", re.IGNORECASE
)
# How a central bank opens the statement that it reads to the press.
_REPORTS = re.compile(r"\breport (?:to you )?on the outcome of\b", re.IGNORECASE)
_HOSTS = frozenset("host anchor presenter interviewer".split())
_AUDIENCE = frozenset("soldier sailor airman student cadet pupil audience participant member officer".split())
_DIALOGUE: tuple[Kind, ...] = ("interview", "press_conference")
_LEAD = 600  # code points of the body that may say what it is
_OPENING_WORDS = 5  # of a headline, that may name what follows: `Transcript of joint press conference`
_SPEECH_LEAD = 0.25  # of the text: more than this before the first question is a speech with questions
_REMARKS_LEAD = 0.4
_CALLS = 0.03
_SPOKEN = 60  # a spoken text says `I`, `we`, `our` at least once in so many words


@dataclass(frozen=True, slots=True)
class Evidence:
    """What kinds are told by beside the turns: the title, the header's lines, the furniture's, the body's."""

    title: str
    header: str
    furniture: str
    body: str


def find_kind(page: Evidence, turns: list[RawTurn], rules: Rules) -> Kind:
    """Which of the five kinds the document is."""
    questions = [turn for turn in turns if turn.floor == "question"]
    if questions:
        return _kind_of_dialogue(page, turns, rules)
    return _kind_of_text(page, turns, rules)


def _kind_of_dialogue(page: Evidence, turns: list[RawTurn], rules: Rules) -> Kind:
    """A document with questions in it: a speech if they only follow one, else by name, else by who asks."""
    named = _named(page.title)
    lead = _share(turns, before_questions=True)
    if named == "speech" and lead >= _SPEECH_LEAD:
        return "speech"
    # in a hall one calls out now and then; in a press conference the questions are a good part
    called_out = lead >= _REMARKS_LEAD or _share(turns, before_questions=False) < _CALLS
    if named == "statement" and _is_single(page.title) and (called_out or _is_audience(turns)):
        return "speech"
    if named in _DIALOGUE:
        return named
    if _is_with_outlet(page.title, rules):
        return "interview"
    paths = "\n".join(line for line in page.furniture.split("\n") if is_breadcrumb(line))
    for text in (page.header, paths, " ".join(page.body.split())[:_LEAD]):
        named = _named(text)
        if named in _DIALOGUE:
            return named
    return "interview" if _is_interview(page, turns, rules) else "press_conference"


def _named(text: str) -> Kind | None:
    """The kind that ``text`` names; of several the one that says most: an interview on a doorstep is an interview."""
    if _INTERVIEW.search(text):
        return "interview"
    if _PRESS.search(text):
        return "press_conference"
    if _SPEECH.search(text):
        return "speech"
    return "statement" if _STATEMENT.search(text) or _REMARKS.search(text) else None


def _share(turns: list[RawTurn], *, before_questions: bool) -> float:
    """How much of what is said stands before the first question, or how much of it the questions are."""
    sizes = [sum(span.end - span.start for span in turn.spans) for turn in turns]
    asked = [number for number, turn in enumerate(turns) if turn.floor == "question"]
    part = sizes[: asked[0]] if before_questions else [sizes[number] for number in asked]
    return sum(part) / max(1, sum(sizes))


def _is_single(title: str) -> bool:
    """Whether a title announces one person's remarks."""
    return bool(_REMARKS.search(title)) and not _JOINT.search(title)


def _is_audience(turns: list[RawTurn]) -> bool:
    """Whether those who ask are no journalists: soldiers, students."""
    asking = {turn.label.key for turn in turns if turn.floor == "question" and turn.label is not None}
    return bool(asking) and all(_AUDIENCE & set(key.split()) for key in asking)


def _is_with_outlet(title: str, rules: Rules) -> bool:
    """Whether a title puts somebody before one news organisation: `… With Piotr Krasko of TVN`."""
    with_whom = _WITH.search(title)
    return with_whom is not None and len(rules.outlets.find(with_whom.group("who"))) == 1


def _is_interview(page: Evidence, turns: list[RawTurn], rules: Rules) -> bool:
    """Whether one asks: under letters, under one name or outlet, under no label at all, or thanking a guest."""
    asking = {turn.label.key for turn in turns if turn.floor == "question" and turn.label is not None}
    if any(turn.label is not None and turn.label.role == "answer" for turn in turns):
        return True
    if asking and all(_HOSTS & set(key.split()) for key in asking):
        return True
    if asking and all(key.isdigit() for key in asking):  # `1. How do you …`
        return True
    labels = [turn.label for turn in turns if turn.floor == "question" and turn.label is not None]
    if len(asking) == 1 and any(label.role == "person" or rules.outlets.find(label.text) for label in labels):
        return True
    moderated = any(turn.floor == "moderator" for turn in turns)
    return not moderated and len(asking) <= 1 and bool(_GUEST.search(page.body))


def _kind_of_text(page: Evidence, turns: list[RawTurn], rules: Rules) -> Kind:
    """A document without questions: what its first lines call it, if it is spoken as that is, else by its voice."""
    labelled = any(turn.label is not None for turn in turns)
    spoken = labelled or first_person_words(page.body) * _SPOKEN > len(page.body.split())
    around = f"{page.header}\n{page.furniture}"
    if not spoken and _NEWS_ROOM.search(around):
        return "article"
    named = _form(page, spoken)
    if named == "press_conference" and _STATEMENT.search(page.title):
        return "statement"  # on a doorstep, without a question
    if named is not None:
        return _remarks(page.title, turns) if named == "statement" else named
    if _REPORTS.search(page.body[:_LEAD]) or _RELEASED.search(around) or _ISSUED.search(page.header):
        return "statement"
    if spoken and _INVITES.search(page.body):
        return "press_conference"
    if labelled or _is_signed(page, rules):
        return "statement"
    return "speech" if spoken else "article"


def _is_signed(page: Evidence, rules: Rules) -> bool:
    """Whether a line under the title says whose text it is: `Antony J. Blinken, Secretary of State`."""
    lines = [line for line in page.header.split("\n") if line not in page.title]
    return any("," in line and is_person_line(line, rules) for line in lines[:6])


def _form(page: Evidence, spoken: bool) -> Kind | None:
    """The kind that the title, or a line of the header, names in its first words; of a spoken text anywhere in it.

    Further on in a headline such a word is what an article is about.
    """
    for line in (page.title, *page.header.split("\n")):
        kind = _named(line if spoken else " ".join(line.split()[:_OPENING_WORDS]))
        if kind is not None:
            return kind
    return None


def _remarks(title: str, turns: list[RawTurn]) -> Kind:
    """Remarks are a speech where one person makes them, else a statement."""
    if not _is_single(title):
        return "statement"
    voices = {turn.label.key for turn in turns if turn.label is not None}
    return "speech" if len(voices) <= 1 else "statement"
