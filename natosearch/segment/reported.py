"""Reported speech: whose words a paragraph of an article gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from natosearch.segment.cast import Cast, Named
from natosearch.text.sentences import split_sentences

_VERBS = (
    "said says say told tells noted notes stressed stresses added adds emphasized emphasised emphasizes "
    "emphasises emphasizing underlined underlines underscored underscores highlighted highlights reiterated "
    "reiterates reaffirmed reaffirms reassured stated states declared declares announced announces explained "
    "explains warned warns insisted insists argued argues claimed claims confirmed confirms denied denies "
    "acknowledged acknowledges admitted admits recalled recalls pointed welcomed welcomes praised praises "
    "commended commends thanked thanks congratulated urged urges called calls appealed expressed expresses "
    "conveyed conveys promised promises pledged pledges vowed concluded replied replies answered remarked "
    "observed suggested spoke speaks discussed discusses met asked described describes predicted estimated "
    "cautioned condemned condemns apologised apologized commented informed quipped voiced rejected"
).split()
_VERB = re.compile(r"\b(?:" + "|".join(_VERBS) + r")\b")
# Verbs that may stand before their subject: `…, said Stoltenberg`. With others the name behind is the object:
# `the mayor thanked Stoltenberg`.
_INVERTED = re.compile(
    r"\b(?:said|says|added|adds|noted|notes|stressed|explained|warned|concluded|replied|insisted|continued)\s+(?:the\s+)?$"
)
# Two capitalised words may be somebody whom nobody knows; then `he` is no longer the one before.
_SOMEBODY = re.compile(r"\b[^\W\d_a-z][^\W\d_A-Z]+(?: [^\W\d_a-z]\.)? [^\W\d_a-z][^\W\d_A-Z]+")
# Between the one who speaks and the verb: an apposition between commas, or a few words that are no other clause.
_LINK = re.compile(
    r"(?:\s*\([^()]*\))?(?:\s*,[^,.;]{1,80},)?\s*(?:(?:also|then|however|later|again|further|repeatedly|today|yesterday|on|has|had|have|who|himself|herself|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\s+){0,4}"
)
_PRONOUN = re.compile(r"\b(?:He|She|he|she)\b")
_CAPITALISED = re.compile(r"[^\W\d_a-z][\w\u2019'-]+")


class Subject(NamedTuple):
    """Words of a sentence that name or stand for a person."""

    start: int
    end: int
    named: Named


def reported_speakers(paragraphs: list[str], cast: Cast) -> list[Named]:
    """For each paragraph of an article, in order, the first person whose words it reports, or nobody.

    `He` and `she` stand for the person reported last.
    """
    speakers: list[Named] = []
    last = Named()
    for paragraph in paragraphs:
        found = Named()
        for span in split_sentences(paragraph):
            reported = _reported_in(span.of(paragraph), cast, last)
            last = reported or _still_meant(span.of(paragraph), cast, last)
            found = found or reported
        speakers.append(found)
    return speakers


def _reported_in(sentence: str, cast: Cast, last: Named) -> Named:
    for subject in _subjects(sentence, cast, last):
        if not subject.named:
            continue
        link = _LINK.match(sentence, subject.end)
        if link and _VERB.match(sentence, link.end()):
            return subject.named
        if _INVERTED.search(sentence, max(0, subject.start - 24), subject.start):
            return subject.named
    return Named()


def _still_meant(sentence: str, cast: Cast, last: Named) -> Named:
    """``last``, unless ``sentence``, which reports nobody, speaks of somebody else: then `he` may be either."""
    others = [name for name in cast.people.find(sentence) if name.person.name != last.name]
    unknown = [match for match in _SOMEBODY.finditer(sentence) if not cast.people.find_offices(match.group())]
    return Named() if others or unknown else last


def _subjects(sentence: str, cast: Cast, last: Named) -> Iterator[Subject]:
    """Names, offices, surnames and pronouns in the order in which they stand; longer ones first."""
    subjects: list[Subject] = []
    for name in cast.people.find(sentence):
        subjects.append(Subject(name.start, name.end, Named(name.person.name, "name")))
    for office in cast.people.find_offices(sentence):
        named = cast.by_office(sentence[office.start : office.end])
        subjects.append(Subject(office.start, office.end, named))
    rest = list(sentence)
    for subject in subjects:
        rest[subject.start : subject.end] = " " * (subject.end - subject.start)
    for word in _CAPITALISED.finditer("".join(rest)):
        # A surname means a person only if the document introduces them: `Rose` may be a flower.
        named = cast.by_surname(word.group(), misspelt=True)
        if named:
            subjects.append(Subject(word.start(), word.end(), Named(named.name, "surname")))
    subjects.extend(Subject(m.start(), m.end(), Named(last.name, "pronoun")) for m in _PRONOUN.finditer(sentence))
    return iter(sorted(subjects, key=lambda subject: subject[:2]))
