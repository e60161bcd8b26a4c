"""Those who speak without a name: officials on background, moderators, and offices in letters."""

from __future__ import annotations

import re

from natosearch.text.words import fold_text

_OFFICIAL = frozenset("official officials diplomat diplomats".split())
# `Senior Administration Official`, `WESTERN OFFICIAL 2`, `Second Senior State Department Official`: words that tell an
# official on background from the body's own, such as `Chief Official`.
_WHOSE = frozenset(
    "senior administration state department defense defence military nato western us usg white house american european "
    "eu un british uk french german turkish allied alliance government intelligence treasury pentagon shape kfor first "
    "second third another intl diplomatic embassy security national foreign ministry office humanitarian "
    "congressional".split()
)
_COUNT = frozenset("one two three four five six seven eight number no".split())
_CHAIRS = frozenset("moderator operator facilitator announcer".split())
_SHORT = {
    "pm": "Prime Minister",
    "sg": "Secretary General",
    "syg": "Secretary General",
    "dsg": "Deputy Secretary General",
    "asg": "Assistant Secretary General",
    "dpm": "Deputy Prime Minister",
    "cds": "Chief of the Defence Staff",
    "hr vp": "EU High Representative",
    "hrvp": "EU High Representative",
    "fm": "Foreign Minister",
    "sec gen": "Secretary General",
    "secgen": "Secretary General",
    "potus": "President of the United States",
}
_ANSWER = re.compile(r"^(?:A|Ans|ANS|Answer|ANSWER)[\s.:\u2013\u2014-]+(?=[^\W\d_a-z]{2}|[^\W\d_a-z][a-z])")
# `SG`, `S.G. RASMUSSEN`, `HR/VP`, and behind whose it is: `POLISH DPM`
_SPACED = "|".join(r"\.?".join(letters.upper()) for letters in _SHORT if letters.isalpha() and len(letters) < 4)
_LETTERS = re.compile(
    rf"(?P<whose>(?:[A-Z][A-Za-z]{{1,20}}[ \u00a0]){{0,2}})"
    rf"(?P<letters>(?:{_SPACED})\.?|HR/VP|HRVP|Sec\.? ?Gen\.?|POTUS)"
    r"(?=$|[\s,:(])"
)


def official(label: str) -> str:
    """The role of somebody on background as the label gives it, in title case; empty where it names anybody else."""
    words = [word for word in fold_text(label).split() if word not in _COUNT and not word.isdigit()]
    if len(words) < 2 or words[-1] not in _OFFICIAL or not set(words[:-1]) <= _WHOSE:
        return ""
    return _title_case(label)


def chair(label: str) -> str:
    """`Moderator`, `Operator`: the role of those who give others the floor, where the label says no more."""
    words = fold_text(label).split()
    return words[0].title() if len(words) == 1 and words[0] in _CHAIRS else ""


def spell_out(label: str) -> str:
    """``label`` with an office in letters written out and without `Answer -` before it.

    `S.G. RASMUSSEN` is `Secretary General RASMUSSEN`, `A Secretary General` is `Secretary General`.
    """
    label = _ANSWER.sub("", label, count=1)
    match = _LETTERS.match(label)
    if match is None:
        return label
    office = _SHORT.get(fold_text(match.group("letters").replace(".", "")))
    return f"{match.group('whose')}{office}{label[match.end() :]}" if office else label


def _title_case(label: str) -> str:
    words = " ".join(label.split())
    return re.sub(r"\b(?:Nato|Us|Eu|Un|Uk)\b", lambda match: match.group().upper(), words.title())
