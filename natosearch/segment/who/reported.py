"""Reported speech: whose words a paragraph of an article gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from natosearch.segment.who.cast import Cast, Named
from natosearch.segment.who.introductions import TITLE_WORDS, is_body
from natosearch.text.sentences import split_sentences
from natosearch.text.words import fold_text

_VERBS = (
    "said says say told tells noted notes stressed stresses added adds emphasized emphasised emphasizes "
    "emphasises emphasizing underlined underlines underscored underscores highlighted highlights reiterated "
    "reiterates reaffirmed reaffirms reassured stated states declared declares announced announces explained "
    "explains warned warns insisted insists argued argues claimed claims confirmed confirms denied denies "
    "acknowledged acknowledges admitted admits recalled recalls pointed welcomed welcomes praised praises "
    "commended commends thanked thanks congratulated urged urges appealed expressed expresses "
    "conveyed conveys promised promises pledged pledges vowed concluded replied replies answered remarked "
    "observed suggested spoke discussed discusses met asked described describes predicted estimated "
    "cautioned condemned condemns apologised apologized commented informed quipped voiced rejected assured assures "
    "reported reports offered offers complained complains expects expected believes hopes proposed proposes demanded "
    "demands defended criticised criticized testified testifies repeated recommended signalled signaled vows wrote "
    "writes countered counters retorted retorts maintained maintains contended contends asserted asserts affirmed "
    "affirms alleged alleges accused accuses blamed blames boasted conceded concedes confessed contradicted "
    "deplored deplores disclosed elaborated exclaimed hailed hails hinted hints implied "
    "joked lamented laments mentioned mentions objected outlined outlines pleaded pleads posted proclaimed "
    "protested reasoned rebuffed rebuked recounted refuted regretted regrets revealed reveals "
    "speculated stipulated summarised summarized tweeted tweets voices  wondered "
    "clarified clarifies reminded reminds advised advises alluded asks answers appeals applauded  "
    "specified specifies opined lauded decried denounced denounces rebutted ventured echoed echoes hoped thinks"
).split()
# `went on to say`, `was quoted as saying`, `is said to have told`, `posted on X`
_PHRASE = re.compile(
    r"\b(?:(?:went|goes) on (?:to (?:say|add|stress|explain|note)|by saying)|(?:was|is|were) (?:quoted|cited) (?:as )?"
    r"(?:saying|by)|took to (?:X|Twitter|Facebook)|made (?:it )?clear|let it be known|called for|"
    r"gave (?:assurances|warning)|put it)\b"
)
# `He called on the Allies to stay` is speech, `he called on the brigade` a visit.
_CALLED = r"calls?(?:ed)?\b(?! on (?![^,.;]{1,80} to ))"
_VERB = re.compile(r"\b(?:(?:" + "|".join(_VERBS) + r")\b|" + _CALLED + ")")
# Verbs that may stand before their subject: `…, said Stoltenberg`, `said lieutenant-general Jane Roe`. With others the
# name behind is the object: `the mayor thanked Stoltenberg`.
_INVERTED = re.compile(
    r"\b(?:(?:said|says|added|adds|noted|notes|stressed|explained|warned|concluded|replied|insisted|continued|wrote|"
    r"quipped|recalled)|[Aa]ccording to)\s+(?:the\s+)?(?:" + TITLE_WORDS + r"){0,4}$"
)
_JOINT = re.compile(r"\s*(?:\([^()]*\))?,?\s+and\s+(?:(?:the|his|her|their)\s+)?(?:[\w.'\u2019-]+\s+){0,6}$")
_QUOTE = re.compile('["\u201c\u201d]')
_ALL_QUOTED = re.compile(r"[\"\u201c][^\"\u201c\u201d]{1,2000}[\"\u201d]?\W{0,3}$")
_SIGNED = re.compile(r"[\"\u201d]\s{0,3}[-\u2013\u2014]{1,2}\s{0,3}(?:" + TITLE_WORDS + r"){0,3}$")  # `“…” - Jane Roe`
_QUOTES = re.compile(r"\s*:\s*[\"\u201c]")
# `the General answered`: a rank that stands for the one who bears it here
_RANK = re.compile(
    r"\b[Tt]he (?P<rank>(?i:general|admiral|colonel|captain|major|lieutenant|commodore|ambassador|governor|mayor|"
    r"senator|professor))\b(?! [^\W\d_a-z])"
)
# What may stand before the subject of a sentence: `For the past week Indonesian President …`
_BEFORE_SUBJECT = frozenset(
    "for the past last this week month year in on at of and but yesterday today meanwhile later earlier also "
    "then".split()
)
# Two capitalised words may be somebody whom nobody knows; then `he` is no longer the one before.
_SOMEBODY = re.compile(r"\b[^\W\d_a-z][^\W\d_A-Z]+(?: [^\W\d_a-z]\.)? [^\W\d_a-z][^\W\d_A-Z]+")
# Between the one who speaks and the verb: an apposition between commas, or a few words that are no other clause.
_LINK = re.compile(
    r"(?:\s*\([^()]*\))?(?:\s*,[^,.;]{1,120},)?\s*(?:(?:also|then|however|later|again|further|repeatedly|today|yesterday|on|has|had|have|who|himself|herself|"
    r"since|now|still|firmly|strongly|clearly|publicly|personally|both|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\s+){0,4}"
)
_PRONOUN = re.compile(r"\b(?:He|She|he|she)\b")
_CAPITALISED = re.compile(r"[^\W\d_a-z][\w\u2019'\u0300-\u036f-]+")  # accents may be set as signs of their own

_GIVEN = re.compile(r"(?:[^\W\d_a-z][\w.'\u2019\u0300-\u036f-]*\s+|(?:de|van|von|der|al|bin|di|da)\s+){1,4}$")


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
    previous = ""
    for paragraph in paragraphs:
        found = Named()
        for n, span in enumerate(split_sentences(paragraph)):
            sentence = span.of(paragraph)
            subjects = list(_subjects(sentence, cast, last))
            reported = _reported_in(sentence, subjects)
            about = _subject(sentence, subjects) if n == 0 or not last else Named()
            last = reported or about or _still_meant(sentence, subjects, cast, last)
            found = found or reported
        if not found and speakers and _ALL_QUOTED.match(paragraph) and _QUOTE.search(previous):
            found = last = speakers[-1]  # a quotation that goes on in a paragraph of its own
        speakers.append(found)
        previous = paragraph
    return speakers


def _reported_in(sentence: str, subjects: list[Subject]) -> Named:
    """The first of ``subjects`` that says something; of two who say it together neither."""
    for k, subject in enumerate(subjects):
        if not subject.named or not _says(sentence, subject):
            continue
        before = [one for one in subjects[:k] if one.named and one.named.name != subject.named.name]
        if before and _JOINT.match(sentence, before[-1].end, subject.start):
            continue
        return subject.named
    return Named()


def _says(sentence: str, subject: Subject) -> bool:
    link = _LINK.match(sentence, subject.end)
    if link and (_VERB.match(sentence, link.end()) or _PHRASE.match(sentence, link.end())):
        return True
    if _QUOTES.match(sentence, subject.end) or _SIGNED.search(sentence, max(0, subject.start - 70), subject.start):
        return True
    return _INVERTED.search(sentence, max(0, subject.start - 70), subject.start) is not None


def _still_meant(sentence: str, subjects: list[Subject], cast: Cast, last: Named) -> Named:
    """Whom `he` means after ``sentence``, which reports nobody: ``last``, unless it names somebody else."""
    people = {one.named.name for one in subjects if one.named and one.named.source != "pronoun"}
    unknown = [one for one in _SOMEBODY.finditer(sentence) if not cast.people.find_offices(one.group())]
    unknown = [one for one in unknown if not is_body(one.group()) and not cast.knows(one.group())]
    return last if people <= {last.name} and not unknown else Named()


def _subject(sentence: str, subjects: list[Subject]) -> Named:
    """The one person whom ``sentence`` names, where it begins with them: a new paragraph is then about them."""
    named = [one for one in subjects if one.named and one.named.source != "pronoun"]
    if not named or len({one.named.name for one in named}) > 1:
        return Named()
    words = (word for word in sentence[: named[0].start].split() if word[0].islower())
    return named[0].named if set(words) <= _BEFORE_SUBJECT else Named()


def _subjects(sentence: str, cast: Cast, last: Named) -> Iterator[Subject]:
    """Names, offices, surnames and pronouns in the order in which they stand; longer ones first."""
    subjects: list[Subject] = []
    for name in cast.people.find(sentence):
        subjects.append(Subject(name.start, name.end, Named(name.person.name, "name")))
    for office in cast.people.find_offices(sentence):
        named = cast.by_office(sentence[office.start : office.end])
        subjects.append(Subject(office.start, office.end, named))
    for rank in _RANK.finditer(sentence):
        called = cast.called(rank.group("rank"))
        if len(called) == 1:
            subjects.append(Subject(rank.start(), rank.end(), Named(called[0].name, "office")))
    rest = list(sentence)
    for subject in subjects:
        rest[subject.start : subject.end] = " " * (subject.end - subject.start)
    for word in _CAPITALISED.finditer("".join(rest)):
        # A surname means a person only if the document introduces them: `Rose` may be a flower.
        named = cast.by_surname(word.group(), misspelt=True)
        if named:
            start = _name_start(sentence, word.start(), word.group(), named.name)
            subjects.append(Subject(start, word.end(), Named(named.name, "surname")))
    subjects.extend(Subject(m.start(), m.end(), Named(last.name, "pronoun")) for m in _PRONOUN.finditer(sentence))
    return iter(sorted(subjects, key=lambda subject: subject[:2]))


def _name_start(sentence: str, start: int, surname: str, name: str) -> int:
    """Where ``name`` begins, if its first names stand before the surname at ``start``; else ``start``."""
    given = _GIVEN.search(sentence, max(0, start - 60), start)
    words = list(re.finditer(r"\S+", given.group())) if given else []
    for word in words:
        if given and fold_text(given.group()[word.start() :] + surname) == fold_text(name):
            return given.start() + word.start()
    return start
