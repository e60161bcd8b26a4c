"""Where it was said: the venue, never the footer's address and never the city of a coming summit."""

from __future__ import annotations

import re

from natosearch.rules import Rules
from natosearch.rules.places.places import Mention
from natosearch.segment.dates import find_dates
from natosearch.text.sentences import split_sentences

Venue = tuple[tuple[str, ...], str]

# What a speaker says of the town in which they stand, up to its name.
_HERE = re.compile(
    r"(?:\bhere(?: (?:today|tonight|again|with you(?: all)?|all))* (?:in|at)"
    r"|\bhosting (?:us|me|this|the meeting)\b[^.!?;,]{0,30}? (?:in|at)"
    r"|\b(?:great|good|glad|pleased|delighted|happy|pleasure|honou?r|privilege)\b[^.!?;,]{0,12}? (?:to be|being)"
    r"(?: back)?(?: here)?(?: again)? (?:in|at)"
    r"|\bwelcome(?: you)?(?: all)?(?: back)?(?: here)? (?:to|in)"
    r"|\b(?:arrived|stand(?:ing)? here|gathered|meeting today) in)\s+(?:the )?$",
    re.IGNORECASE,
)
_MET = re.compile(r"\b(?:met|meets|meeting|held|hosted|gathered|spoke|visited|talks)\b", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|at)\s+(?:the\s+)?$")
_COMING = re.compile(r"\b(?:summit|next|upcoming|will|would|last|since|after|when)\b[^.]{0,40}$", re.IGNORECASE)
_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_][\w .'\u2019/-]{1,40}(?:, [\w. ]{2,30})?),?\s*(?:\([^)]{2,30}\)\s*)?(?:[-\u2013\u2014:]|--)\s"
)
# `good to be in Kyiv last week`
_OTHER_DAY = re.compile(r"[^.!?;,]{0,20}\b(?:last|next|yesterday|tomorrow|ago|earlier|recently|soon)\b", re.IGNORECASE)
_OPENING_PARAGRAPHS = 6
_NEAR = 60  # code points before a place in which what is said of it must stand


def find_venue(title: str, header: list[str], paragraphs: list[str], *, article: bool, rules: Rules) -> Venue:
    """The venue as a chain (`Skopje`, `North Macedonia`) and how it was found; empty, `none`, if the text has none.

    Looked for in the header's own lines, the title's end, a dateline, the first words, and an article's first sentence.
    """
    opening = paragraphs[:_OPENING_PARAGRAPHS]
    for found, source in (
        (_header_line(header, rules), "header"),
        (_title_end(title, rules), "title"),
        (_dateline(paragraphs[0], rules) if paragraphs and article else "", "dateline"),
        ("" if article else _first_words(opening, rules), "opening"),
        (_meeting(paragraphs[0], rules) if paragraphs and article else "", "body"),
    ):
        if found:
            return rules.places.chain(found), source
    return (), "none"


def _header_line(header: list[str], rules: Rules) -> str:
    """A header line that holds places alone, its date apart; of `NATO HQ,` over `Brussels` the narrowest."""
    for line in header:
        for date in reversed(find_dates(line)):
            line = line[: date.start] + line[date.end :]
        parts = [part.strip(" \u00a0.|-\u2013") for part in line.split(",")]
        parts = [part for part in parts if part]
        if parts and all(rules.places.get(part) is not None for part in parts):
            place = rules.places.get(parts[0])
            return place.name if place else ""
    return ""


def _title_end(title: str, rules: Rules) -> str:
    """`…, Tirana` or `… in Oslo, Norway` at the end of a title."""
    mentions = rules.places.find(title)
    while mentions and mentions[-1].end >= len(title.rstrip(" .")):
        before = title[: mentions[-1].start].rstrip(" ,-\u2013|")
        earlier = [mention for mention in mentions[:-1] if mention.end == len(before)]
        if not earlier:
            break
        mentions = earlier
        title = before
    if not mentions or mentions[-1].end < len(title.rstrip(" .")) or not _is_town(mentions[-1], rules):
        return ""
    before = title[: mentions[-1].start]
    joined = before.rstrip().endswith((",", "-", "\u2013", "|")) or bool(_IN.search(before))
    return mentions[-1].name if joined and not _COMING.search(before) else ""


def _dateline(paragraph: str, rules: Rules) -> str:
    match = _DATELINE.match(paragraph)
    place = rules.places.get(match.group("place").split(",")[0].strip()) if match else None
    return place.name if place else ""


def _first_words(paragraphs: list[str], rules: Rules) -> str:
    for paragraph in paragraphs:
        for mention in rules.places.find(paragraph):
            before = paragraph[max(0, mention.start - _NEAR) : mention.start]
            after = paragraph[mention.end : mention.end + _NEAR]
            if _HERE.search(before) and not _COMING.search(before) and not _OTHER_DAY.match(after):
                return mention.name
    return ""


def _meeting(paragraph: str, rules: Rules) -> str:
    """The town of `… met in Skopje on 22 November 2023` in an article's first sentence."""
    sentences = split_sentences(paragraph)
    first = sentences[0].of(paragraph) if sentences else ""
    met = _MET.search(first)
    if met is None:
        return ""
    for mention in rules.places.find(first):
        before = first[max(0, mention.start - _NEAR) : mention.start]
        here = _IN.search(before) and not _COMING.search(before)
        if here and met.start() < mention.start and _is_town(mention, rules):
            return mention.name
    return ""


def _is_town(mention: Mention, rules: Rules) -> bool:
    return len(rules.places.chain(mention.name)) > 1
