"""Where it was said: the venue, never the footer's address and never the city of a coming summit."""

from __future__ import annotations

import re
from itertools import islice

from natosearch.model.passages import Kind
from natosearch.rules import Rules
from natosearch.rules.places.places import Mention
from natosearch.segment.event.venue_line import STATE_CODES, is_remote, place_of_header
from natosearch.segment.facts.dates import find_dates
from natosearch.text.sentences import split_sentences

Venue = tuple[tuple[str, ...], str]

_REPORTS: tuple[Kind, ...] = ("article", "statement")

_PRAISE = (  # `here in the beautiful city of Ohrid`
    r"(?:the )?(?:(?:beautiful|lovely|sunny|historic|great|wonderful|vibrant|rainy|cold) )?"
    r"(?:(?:city|town|capital) of )?"
)
# What a speaker says of the town in which they stand, up to its name.
_HERE = re.compile(
    r"(?:\bhere(?: (?:today|tonight|again|with you(?: all)?|all))* (?:in|at)"
    r"|\bhosting (?:us|me|this|the meeting)\b[^.!?;,]{0,30}? (?:in|at)"
    r"|\b(?:great|good|glad|nice|pleased|delighted|happy|pleasure|honou?r|privilege|wonderful|lovely)\b[^.!?;,]{0,12}?"
    r" (?:to be|being)(?: back)?(?: here)?(?: again)? (?:in|at)"
    r"|\bwelcome(?: you)?(?: all)?(?: back)?(?: here)? (?:to|in)"
    r"|\b(?:I|we|you)(?:[\u2019']ve| have| are|[\u2019']re)?(?: just| all| now)? (?:arrived|gathered|meeting today) in"
    rf"|\bstand(?:ing)? here in|\b(?:I am|I[\u2019']m|we are|we[\u2019']re)(?: all| now)? in)\s+{_PRAISE}",
    re.IGNORECASE,
)
# The same where it can stand anywhere in the text; "welcome" and "gathered" may then speak of another day.
_STILL_HERE = re.compile(
    r"(?:\b(?:we are|we[\u2019']re|I am|I[\u2019']m|been|you are|you[\u2019']re) here (?:today |now )?in"
    r"|\b(?:great|good|glad|nice|pleased|delighted|happy|wonderful|lovely) to be(?: back)?(?: here)?(?: again)? in"
    rf"|\bthank you for (?:hosting|having) us (?:here )?in)\s+{_PRAISE}",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:met|meets|meeting|held|hosted|gathered|spoke|visited|visits|talks|talked|receive[sd]|sat down|interviewed"
    r"|attended"
    r"|arrived|travel+ed|spent)\b",
    re.IGNORECASE,
)
_VISITED = re.compile(
    r"\b(?:visit(?:s|ed|ing)?(?: to)?|arrive[sd]? in|travel+(?:s|ed|ing) to|trip to"
    r"|(?:while|was|were|spent [\w ,-]{2,24}?) in)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_RECEIVED_US = re.compile(r"\b(?:receive[sd]|welcome[sd]|meets?|met) (?:us|me) in\s$")  # an interviewer introduces
_IN = re.compile(r"\b(?:in|at)\s+(?:the\s+)?$", re.IGNORECASE)
_COMING = re.compile(r"\b(?:summit|next|upcoming|will|would|last|since|after|when)\b[^.]{0,40}$", re.IGNORECASE)
# Somebody who speaks of a meeting, praises it, or took part in it from afar.
_NOT_THERE = re.compile(
    r"\b(?:I|[Ww]e|[Yy]ou|[Ww]elcom\w+|[Cc]ondemn\w*|[Ss]addened|[Mm]ourn\w*|[Vv]irtual(?:ly)?|[Tt]ele\w+|[Pp]hone|[Vv]ideo"
    r"|[Cc]all(?:ed)?|will)\b"
)
# A country is where one is only if one is glad to be there: `here in America` is said of home by those who are not.
_GLAD = re.compile(r"(?!here|we (?:are|.re) in|(?:we|I) (?:am|are|.[rm]e?) in)", re.IGNORECASE)
_WE_MET = re.compile(r"^\W{0,2}(?:We|I) (?:met|sat down|spoke|talked|caught up)\b")  # an interviewer introduces
_STANDS = re.compile(
    r"\b(?:in|at|outside|in front of|on the steps of|inside|near|arrives? (?:in|at))\s(?:the\s)?(?=[^\Wa-z]|$)"
)
_RULE = re.compile(r"-{3,}\s*")
_AFAR = re.compile(r"\b(?:phone|call|virtual|video|teleconference)\b", re.IGNORECASE)
_DATELINE = re.compile(
    r"^(?P<place>[^\W\d_][\w .'\u2019/-]{1,48}?)(?P<more>, [\w. ]{2,30}){0,2},?\s*(?:[(/][^)/]{2,30}[)/]\s*)?"
    r"(?:[-\u2013\u2014:]|--)\s"
)
# `good to be in Kyiv last week`
_OTHER_DAY = re.compile(r"[^.!?;,]{0,20}\b(?:last|next|yesterday|tomorrow|ago|earlier|recently|soon)\b", re.IGNORECASE)

_SET_APART = re.compile(r"[,|(:\u2013\u2014]\s*$|\s-\s*$|\b(?:in|at|from|while in)\s+(?:the\s+)?$", re.IGNORECASE)
_AT_VENUE = re.compile(
    r"(?:[,|:\u2013\u2014]|\s-|\bat(?: the)?)\s[\w.'\u2019 -]{1,40}"
    r"\b(?:hotel|palace|barracks|airport|house|hall|university)\s+$",
    re.IGNORECASE,
)
# What a place is named for, other than that one was there.
_STRICKEN = (
    r"attacks?|situation|crisis|violence|incidents?|shootings?|bombings?|explosions?|killings?|protests?|clashes"
    r"|earthquakes?|developments|elections?|presence|mission"
)
_OTHER_EVENT = re.compile(
    rf"\b(?:{_STRICKEN}|ahead of|before|prior to|upcoming|forthcoming|coming|next|will|would|last|since|when|road to"
    r"|towards?|on|about|regarding|concerning|over|against)\b[^,|\u2013\u2014]{0,60}$",
    re.IGNORECASE,
)
_STRICKEN_THERE = re.compile(rf"\b(?:{_STRICKEN})\b[^,]{{0,60}}$", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:press (?:conference|point|briefing|availability)|news conference|remarks|speech|address|lecture|statement"
    r"|interview|doorstep?|stake-?out|keynote|talks|meeting|visit)\s(?:in|at|to)\s(?:the\s)?$",
    re.IGNORECASE,
)
_DAY_LED_IN = re.compile(r"\b(?:on|le|den|am)\s(?:the\s)?$", re.IGNORECASE)
_NAMES_EVENT = re.compile(
    r"\b(?:press|conference|speech|remarks|statement|address|lecture|interview|meeting|briefing|summit|visit|seminar|ceremony"
    r"|following|during|doorstep|doorstop)\b",
    re.IGNORECASE,
)
_AT_EVENT = re.compile(r"\b(?:at|during|from)\s(?:the\s)?(?:NATO\s)?$")
_EVENT = re.compile(
    r"\s(?:NATO\s)?(?:Security\s)?(?:Summit|Conference|Forum|Ministerial|Dialogues?)\b(?!\s+(?:on|in)\b)", re.IGNORECASE
)

# `after his meetings at the White House` was there, `after the attack in Brussels` was not.
_AFTER_TALKS = re.compile(
    r"\b(?:after|following|during|at)\b[^,|]{0,60}\b(?:meetings?|talks|sessions?|visit|summit|conference|ceremony)\b[^,|]{0,40}"
    r"\b(?:in|at|to)\s(?:the\s)?$",
    re.IGNORECASE,
)
_EVENT_BEHIND = re.compile(r"\s[-\u2013\u2014]{1,2}\s")
_HOMONYMS = frozenset({"Georgia"})  # also a state of the United States: `Atlanta, Georgia`

_OPENING_PARAGRAPHS = 6
_OPENING = 1500  # code points of a paragraph in which its first sentence ends
_LONGEST_CAPTION = 250  # code points
_LONGEST_TITLE = 400  # code points
_DATELINES = 4  # lines that can hold a dateline: a title in the same block may stand before it
_INTRODUCTION = 2  # paragraphs in which an interview says where it was held
_MOST_FRAMES = 200  # phrases such as "here in" that are looked at
_MOST_LINES = 80  # lines of a header that are looked at
_NEAR = 60  # code points before a place in which what is said of it must stand


def find_venue(title: str, header: list[str], paragraphs: list[str], kind: Kind, rules: Rules) -> Venue:
    """The venue as a chain (`Skopje`, `North Macedonia`) and how it was found; empty, `none`, if the text has none.

    Looked for in a dateline, the header's own lines, the title, the first words, a report's first sentence, and then in
    what is said later.
    """
    header = _below_front_matter(header)[:_MOST_LINES]
    if any(is_remote(line) for line in header):
        return (), "none"
    reports = kind in _REPORTS
    opening = paragraphs[:_OPENING_PARAGRAPHS]
    for found, source in (
        (_dateline(paragraphs, rules) if reports else "", "dateline"),
        (place_of_header(header, rules), "header"),
        (_in_title(title, rules), "title"),
        (next((place for line in header if (place := _before_event(line, rules))), ""), "header"),
        (
            next((place for line in header if _NAMES_EVENT.search(line) and (place := _in_title(line, rules))), ""),
            "header",
        ),
        ("" if kind == "article" else _first_words(opening, _HERE, rules), "opening"),
        ("" if _AFAR.search(title) else _met(opening, kind, rules), "body"),
        ("" if reports else _first_words(paragraphs, _STILL_HERE, rules), "body"),
    ):
        if found:
            return rules.places.chain(found), source
    return (), "none"


def venue_in_captions(lines: list[str], rules: Rules) -> Venue:
    """Where the people are whom a picture shows, by the one of ``lines`` that is its caption."""
    for line in lines[:_MOST_LINES]:
        if len(line) > _LONGEST_CAPTION or not _STANDS.search(line) or _NAMES_EVENT.search(line):
            continue
        if not rules.people.find(line):
            continue
        for mention in rules.places.find(line):
            before = line[: mention.start]
            stands = _STANDS.search(before)
            if stands and stands.end() == len(before) and _is_spot(mention, rules) and not _OTHER_EVENT.search(before):
                return rules.places.chain(mention.name), "caption"
    return (), "none"


def _below_front_matter(header: list[str]) -> list[str]:
    """``header`` without its front matter, whose tags are places spoken of; a venue there is read as what is given."""
    if not header or not _RULE.fullmatch(header[0]):
        return header
    end = next((number for number, line in enumerate(header[1:], start=1) if _RULE.fullmatch(line)), -1)
    return header[end + 1 :]


def _in_title(title: str, rules: Rules) -> str:
    """`…, Tirana` or `… in Oslo, Norway` at the end of a title, `Press conference in Oslo on …` in it."""
    if len(title) > _LONGEST_TITLE:
        return ""
    text = _without_day(title)
    american = text[-4:-2] == ", " and text[-2:] in STATE_CODES
    text = text[:-4] if american else text
    mentions = rules.places.find(text)
    for number, mention in enumerate(mentions):
        before, after = text[: mention.start], text[mention.end :]
        if _OTHER_EVENT.search(before) and not _AFTER_TALKS.search(before):
            continue
        at_end = _ends(text, mentions[number:], rules)
        if at_end and _VISITED.search(before):
            return mention.name
        joined = _SET_APART.search(before) or _AT_VENUE.search(before) if at_end else _HELD.search(before)
        event = _AT_EVENT.search(before) and _EVENT.match(after)
        if (joined or event) and _is_spot(mention, rules):
            # `Medina, WA` is not the town that is known by that name
            return mention.name if not american or "United States" in rules.places.chain(mention.name) else ""
    return ""


def _before_event(line: str, rules: Rules) -> str:
    """`Oslo, 6 March 2003 - Press encounter of the Secretary`: the town before the day and an event."""
    day = next(iter(find_dates(line[:_NEAR])), None)
    if day is None or not _EVENT_BEHIND.match(line, day.end) or not _NAMES_EVENT.search(line, day.end):
        return ""
    place = rules.places.get(line[: day.start].split(",")[0].strip())
    return place.name if place is not None and place.kind in ("city", "site", "venue") else ""


def _without_day(title: str) -> str:
    """``title`` without the days at its end, its signs for dashes meant."""
    text = title.replace("&#150;", "\u2013").replace("&#151;", "\u2014")
    for date in reversed(find_dates(text)):
        if not any(c.isalnum() for c in text[date.end :]):
            text = _DAY_LED_IN.sub("", text[: date.start]).rstrip(" ,(")
    return text.rstrip(" .,)-\u2013|\u00a0")


def _ends(text: str, mentions: list[Mention], rules: Rules) -> bool:
    """From the first of ``mentions`` to the end of ``text`` there is nothing but it and what it lies in."""
    chain = rules.places.chain(mentions[0].name)
    end = mentions[0].end
    for mention in mentions[1:]:
        if text[end : mention.start].strip(" ,(") or mention.name not in {*chain, *_HOMONYMS}:
            return False
        end = mention.end
    return not text[end:].strip(" .,)")


def _dateline(paragraphs: list[str], rules: Rules) -> str:
    """`SKOPJE (Wire) - …`, `KABUL, Afghanistan -- …`; the country if only that is known."""
    lines = [line.strip() for text in paragraphs[:_DATELINES] for line in text.strip()[:_OPENING].split("\n")]
    for number, line in enumerate(lines[:_DATELINES]):
        match = _DATELINE.match(line)
        # Below other lines only capitals tell a dateline from a wrapped line: `Valley, Georgia - by helping`.
        if match is None or (number and not match.group("place").isupper()):
            continue
        dateline = match.group().strip()
        for part in dateline.rstrip(" -\u2013\u2014:").split(","):
            place = rules.places.get(part.split("(")[0].strip())
            if place is not None and (":" not in dateline or place.kind != "country"):
                return place.name
    return ""


def _first_words(paragraphs: list[str], frame: re.Pattern[str], rules: Rules) -> str:
    """The place that follows ``frame``, unless it is of another day."""
    frames = ((paragraph, match) for paragraph in paragraphs for match in frame.finditer(paragraph))
    for paragraph, match in islice(frames, _MOST_FRAMES):
        start = max(0, match.start() - _NEAR)
        window = paragraph[start : match.end() + _NEAR]
        for mention in rules.places.find(window):
            if mention.start != match.end() - start or not _can_stand_in(mention, match.group(), rules):
                continue
            if not _COMING.search(window[: mention.start]) and not _OTHER_DAY.match(window, mention.end):
                return mention.name
    return ""


def _can_stand_in(mention: Mention, frame: str, rules: Rules) -> bool:
    """A town, or a country in which one is glad to be."""
    place = rules.places.get(mention.name)
    return _is_town(mention, rules) or (
        place is not None and place.kind == "country" and _GLAD.match(frame) is not None
    )


def _met(paragraphs: list[str], kind: Kind, rules: Rules) -> str:
    """The town of `… met in Skopje on 22 November 2023` in a report's first sentence or an interview's introduction."""
    first = paragraphs[: _INTRODUCTION if kind == "interview" else 1 if kind in _REPORTS else 0]
    for paragraph in first:
        sentences = [span.of(paragraph) for span in split_sentences(paragraph[:_OPENING])]
        own = [sentence for sentence in sentences[1:3] if _WE_MET.match(sentence)]
        for sentence in [*sentences[:1], *own]:
            met = _MET.search(sentence)
            for mention in rules.places.find(sentence) if met else ():
                if met and _was_there(sentence, met.start(), mention, rules):
                    return mention.name
    return ""


def _was_there(sentence: str, met: int, mention: Mention, rules: Rules) -> bool:
    before = sentence[max(0, mention.start - _NEAR) : mention.start]
    if _RECEIVED_US.search(before):
        return True
    told = _WE_MET.sub("", sentence[: mention.start])
    if _COMING.search(before) or _STRICKEN_THERE.search(before) or _NOT_THERE.search(told):
        return False
    if _VISITED.search(before):
        return True
    return met < mention.start and _IN.search(before) is not None and _is_town(mention, rules)


def _is_spot(mention: Mention, rules: Rules) -> bool:
    place = rules.places.get(mention.name)
    return place is not None and place.kind in ("city", "site", "venue")


def _is_town(mention: Mention, rules: Rules) -> bool:
    return len(rules.places.chain(mention.name)) > 1
