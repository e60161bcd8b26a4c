"""Procedure: words that open, hand over or close a press conference and say nothing else."""

from __future__ import annotations

import re

from natosearch.rules import Rules
from natosearch.text.sentences import split_sentences

_MOST_WORDS = 60  # who says more than that says something
_CALL_WORDS = 7  # `Josh, of Bloomberg.`, `Top Channel in the first row.`
# What chairs and hosts say: questions taken, ordered, called by place, the floor given, the end.
_FORMULAS = (
    r"(?:take|taking|(?:time|room) for|(?:turn|go|open) (?:\w+ )?(?:to|for)|ready for) (?:\w+ ){0,3}questions?",
    r"(?:your|any|some|a few|a couple (?:of )?|now|more) (?:\w+ ){0,3}questions?",
    r"(?<!my )(?:next|last|first|final|one more|second|another|follow-?up) (?:and (?:last|final) )?questions?",
    r"(?:one|two|a couple) more|last (?:one|two)|one question (?:each|per)",
    r"what would you like to (?:know|ask)|what are your questions|questions,? please|your turn",
    r"go ahead|you have the floor|the floor is yours",
    r"(?:give|hand|pass|turn) (?:the floor|it|you|things) (?:back |over )*to",
    r"(?:we|I)(?:['\u2019]ll| will| can)? (?:now |then |first )?(?:go|turn|move|come|hand over) (?:back |over )*to",
    r"(?:we|I)(?:['\u2019]ll| will| can)? (?:now |then |first )?(?:start|begin) with",
    r"(?:we|I)(?:['\u2019]ll| will| can)? (?:now |then )?(?:stop here|leave it|end (?:here|it|this)|conclude|wrap)",
    r"(?:that|this|which)(?:['\u2019]s| is| was| brings us to| concludes| ends) (?:all|the end|it for|the last|our)",
    r"microphone|(?:introduce|identify) yourself|your (?:name|outlet|affiliation)",
    r"(?:no more|out of) (?:questions|time)|have to (?:leave|stop|end|conclude|wrap)|leave it (?:there|at that)",
    r"(?<!to )(?:see|join) you (?:next|tomorrow|later|in|on)",
    r"(?:for|in) (?:joining|being with|talking to|speaking (?:to|with)) us",
    r"thank you (?:all )?(?:very much )?for (?:coming|being here|your time|joining)",
    r"monsieur|madame|messieurs|s'il vous pla[i\u00ee]t",
)
# Where the next one sits: the sentence is short, for rows of houses stand somewhere, too.
_SEATS = (
    r"(?:in|from) the (?:\w+ )?(?:first|second|third|fourth|front|back|middle|last)(?: row)?",
    r"(?:first|second|third|fourth|front|back) row|over (?:there|here)|behind you|down (?:here|there|in front)",
    r"the (?:young )?(?:lady|gentlem[ae]n|wom[ae]n|man|colleague) (?:in|over|there|with|at|from|here|on|behind)",
)
_FORMULA = re.compile(r"\b(?:" + "|".join(_FORMULAS) + r")\b", re.IGNORECASE)
_SEAT = re.compile(r"\b(?:" + "|".join(_SEATS) + r")\b", re.IGNORECASE)
_SEAT_WORDS = 11
_COURTESIES = (
    "everyone|everybody|all right|all|ok|okay|yes|yeah|no|well|now|and|so|alright|right|please|sorry|great|good",
    "perfect|sir|madam|ma'am",
    r"thanks?(?: you)?(?:,? all| everybody| everyone)?(?: (?:very|so) much)?(?: indeed| again)?",
    "good (?:morning|afternoon|evening|day)|welcome|hello|hi|bye",
)
# `Thank you very much, Secretary General.`
_NAMED = r"(?:,? (?:[^\W\d_a-z][\w'\u2019-]*[ ,.]{0,2}){1,4})?"
_POLITE = re.compile(rf"^(?:(?i:{'|'.join(_COURTESIES)})\b{_NAMED}[\s,.!:;\u2026-]*)+$")
# `And now the General.`, `Now over to you, Jane.`
_NOW = re.compile(
    r"^(?i:(?:and |so |but )?now(?:,| over)? (?:to )?(?:the |you, )?)[^\W\d_a-z][\w'\u2019-]*"
    r"(?: [\w'\u2019-]+){0,3}[.!]?$"
)
_ADDRESS = re.compile(
    r"^[^\W\d_a-z][\w.'\u2019-]*(?:,? (?:of |from |the )*[^\W\d_a-z][\w.'\u2019-]*){0,6},?(?: please)?[.!\u2026]?$"
)


def is_hand_over(text: str, rules: Rules) -> bool:
    """Whether ``text`` only gives somebody the floor, opens or closes: beside thanks each sentence calls or names."""
    words = text.split()
    if not words or len(words) > _MOST_WORDS:
        return False
    sentences = [span.of(text) for span in split_sentences(text)]
    said = [one for one in sentences if not _POLITE.match(one)]
    return bool(said) and all(_says_nothing(one, rules) for one in said)  # thanks alone give nobody the floor


def is_courtesy(text: str) -> bool:
    """Whether ``text`` is nothing but thanks and greetings."""
    return all(_POLITE.match(span.of(text)) for span in split_sentences(text))


def _says_nothing(sentence: str, rules: Rules) -> bool:
    """Whether a sentence is a formula, or a few words that call on somebody."""
    words = len(sentence.split())
    if _FORMULA.search(sentence):
        return words <= _MOST_WORDS // 2
    if words <= _SEAT_WORDS and _SEAT.search(sentence):
        return True
    short = words <= _CALL_WORDS
    if short and _NOW.match(sentence):
        return True
    return short and (bool(_ADDRESS.match(sentence)) or bool(rules.outlets.find(sentence)))
