"""What the words of a label say: whether they can name a speaker at all, and in which role."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal

from natosearch.rules import Rules
from natosearch.text.words import fold_text

LabelRole = Literal["question", "answer", "moderator", "person"]

_QUESTION = frozenset(
    (
        "q qr question questioner journalist journalists reporter reporters interviewer press media correspondent "
        "student audience participant speaker unidentified unknown voice"
    ).split()
)
_ANSWER = frozenset(["a", "answer", "response", "reply"])
_MODERATOR = frozenset(
    "moderator operator facilitator presenter chair chairman chairwoman host announcer aide interpreter staff".split()
)
_LONG_ROLES = {
    word: role
    for role, words in (("question", _QUESTION), ("moderator", _MODERATOR), ("answer", _ANSWER))
    for word in words
    if len(word) >= 6
}
_MISSPELT = 0.84  # `jouranalist` against `journalist` is 0.95, `JOURANLIST` 0.9
# Words that begin a heading (`On Gaza:`), not a name.
_COMMON = frozenset(
    "on in at as if for one two three first second last next more most some all no not what when where who why how "
    "our your their my his this that these those new key other related about after before during and or but".split()
)
# Of these, words that also stand in the titles of people who answer.
_ALSO_TITLES = frozenset("chair chairman chairwoman speaker press media presenter host aide staff voice".split())
_ASKING_TITLES = frozenset("anchor host interviewer presenter correspondent reporter".split())
_CHAIRS = frozenset("chair chairman chairwoman".split())
_ONLY_LAST = frozenset(["press", "media"])  # `Member of the press`, but `Press Secretary`
# Words of forms, credits and headings that end in a colon without anybody speaking.
_NO_LABEL = frozenset(
    (
        "source sources photo photos image credit video note notes date place venue time title headline subject "
        "subjects text begin end summary topic topics tags keywords contact email e-mail phone tel fax http https "
        "re cc ps nb edited updated release transcript storyid media-contact editor editors author by background "
        "annex example first second third finally read more related see also published posted location duration"
    ).split()
)
_CROWD = (["audience"], ["audience", "members"], ["crowd"], ["the", "audience"])  # `AUDIENCE: Four more years!`
_NEVER_FIRST = frozenset("for to of and or but with from about".split())  # `For immediate release:`, `For press:`
_JOINING = frozenset(("of the and for to de la von van der den di da al bin ibn on at in").split())
# `Unidentified speaker`, `Audience member`, `Senior NATO official`
_LOWER = (
    _JOINING
    | _QUESTION
    | _MODERATOR
    | frozenset("member official officials spokesman spokeswoman spokesperson diplomat officer source adviser".split())
)
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|(?i:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Adm|Brig|Hon|Rt|Sen|Rep|Amb|Prof|Rev|St|No|Sec|Sir))\."
)
PARENTHESIS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def is_label_like(text: str) -> bool:
    """Whether ``text`` could name a speaker: few words, capitals, no sentence in it."""
    outside = PARENTHESIS.sub(" ", text)
    words = outside.replace(",", " ").split()
    folded = fold_text(text).split()
    if not words or not folded or len(words) > 10 or (folded[0] in _NO_LABEL and len(folded) <= 3):
        return False
    if folded[0] in _NEVER_FIRST or (folded[-1] == "question" and len(folded) > 1):  # `Last question:`
        return False
    if re.search(r"[!?;\"\u201c\u201d]|\.\s", _ABBREVIATED.sub("", outside)):
        return False
    return words[0][0].isupper() and all(w[0].isupper() or w.lower() in _LOWER or not w[0].isalpha() for w in words)


def label_role(text: str, rules: Rules) -> LabelRole:
    """What the words of a label say of who speaks. `Speaker Nancy Pelosi` is a person, `Speaker` a questioner.

    Whoever stands there with a news organisation (`Dan Example, Reuters`) asks.
    """
    folded = re.sub(r"\d+", "", fold_text(PARENTHESIS.sub(" ", text))).split()
    if not folded:
        return "person"
    ends = {folded[0], folded[-1]}
    named = bool(ends & _ALSO_TITLES) and len(folded) > 1 and _is_titled(text, rules)
    named = named or (folded[0] in _CHAIRS and len(folded) > 2 and is_full_name(text))  # `Chairman Jane Roe`
    if (folded[0] in _MODERATOR or folded in _CROWD) and not named:
        return "moderator"
    if (folded[-1] in _QUESTION or folded[0] in _QUESTION - _ONLY_LAST) and not named:
        return "question"
    if len(folded) == 1 and not _is_reporter(text, rules):
        return _lone_word(folded[0])
    return "question" if _is_reporter(text, rules) else "person"


def is_interviewer(text: str) -> bool:
    """Whether a label says behind a name that this one asks: `MARTIN SHAW, ANCHOR`."""
    name, comma, title = PARENTHESIS.sub(" ", text).rpartition(",")
    words = fold_text(title).split()
    return bool(comma and name.strip() and words) and words[-1] in _ASKING_TITLES


def _lone_word(word: str) -> LabelRole:
    """The role of a label of one word, which may be misspelt (`JOURANLIST`)."""
    if word in _ANSWER:
        return "answer"
    if len(word) < 6:
        return "person"
    near = {role for known, role in _LONG_ROLES.items() if SequenceMatcher(None, word, known).ratio() >= _MISSPELT}
    if len(near) != 1:
        return "person"
    found = near.pop()
    return "question" if found == "question" else "moderator" if found == "moderator" else "answer"


def _is_reporter(text: str, rules: Rules) -> bool:
    """Whether ``text`` gives a news organisation behind a name, and no office that somebody answers for."""
    outlets = rules.outlets.find(text)
    if not outlets or rules.people.find_offices(text):
        return False
    start, end, _ = outlets[0]
    return start > 0 or end == len(text)  # `RTV Slovenija:` is an outlet, `Agency chief Roe:` is not


def _is_titled(text: str, rules: Rules) -> bool:
    """Whether a title in ``text`` belongs to somebody: a name beside it, or more of an office than the one word."""
    offices = (text[office.start : office.end] for office in rules.people.find_offices(text))
    _, name = rules.people.strip_titles(text)
    known = rules.people.find(text) or (name and rules.people.by_surname(name, None))
    return bool(known) or any(" " in office for office in offices)


def names_known(text: str, rules: Rules) -> bool:
    """Whether ``text`` names a person or an office of the data."""
    return bool(rules.people.find(text) or rules.people.find_offices(text))


def names_somebody(text: str, rules: Rules) -> bool:
    """Whether a label that recurs names somebody: a known person or office, a full name, or a surname in capitals."""
    short = len(PARENTHESIS.sub(" ", text).split(",")[0].split()) <= 4
    return names_known(text, rules) or is_full_name(text) or (short and text.isupper())


def is_full_name(text: str) -> bool:
    """Whether ``text`` could be a name that nobody knows: two to four capitalised words, none of them a common one."""
    words = PARENTHESIS.sub(" ", text).split(",")[0].split()
    if not 2 <= len(words) <= 4 or any(word.lower() in _COMMON for word in words):
        return False
    return all(word[0].isupper() for word in words if word.lower() not in _JOINING)
