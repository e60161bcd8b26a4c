"""What a line above a document's own words can be: a date, a place, a form's field, the path to the page."""

from __future__ import annotations

import re

from natosearch.rules import Rules
from natosearch.segment.facts.dates import find_dates

_PARENTHETICAL = re.compile(r"^[(\[].*[)\]]$")
_CRUMB = re.compile(r"[\s\u00a0][/>\u00bb\u203a][\s\u00a0]")
_HOME = re.compile(r"(?i:you are here|(?:nato )?home|accueil|start)[:\s\u00a0]{0,4}[/>\u00bb\u203a:]")
# Fields of the forms that archives and press offices put above a text, whatever their case.
_FORM = re.compile(
    r"(?i:(?:release (?:date|type)|transcript id|for (?:the )?press|headline|title|date|time|place|venue|location"
    r"|storyid|subjects?|topics?|text|author|category|published|pub ?date|link|guid|language|duration"
    r"|event|from|to|b?cc|sent|reply-to|message-id|attachments?|guid|pubdate|creator|description"
    r"|published on|release no|issued(?: by| on)?|delivered on|aired(?: on)?|broadcast(?: on)?|recorded(?: on)?"
    r"|section|length|byline|body|load-date|dateline|station|program(?:me)?|network|publication-type"
    r"|content-type|ref(?:erence)?|document type|embargo(?:ed)?(?: until)?)\.?[ \u00a0]?:"
    r"|for (?:immediate )?release\b|not for (?:broadcast|publication|attribution)\b|e\.? ?& ?o\.? ?e\b)"
)
# Who takes part, as a ministry's page lists them; `Presenter: Good morning.` is a turn.
_PARTICIPANTS = re.compile(
    r"(?i:(?:also |other )?(?:participating|participants?)|presenters?|briefers?|featuring|in attendance|speakers?"
    r"|chair(?:man|person)?|chaired by|moderators?|moderated by|hosts?|hosted by|interviewers?|interviewed by)"
    r"[ \u00a0]?: {0,4}[A-Z][\w.,'\u2019()-]{0,40}"
    r"(?:[ ;\u00a0]{1,30}(?:[A-Z\d(][\w.,'\u2019()-]{0,40}|of|the|and|for|to|de)){1,40}(?<![a-z]{3}[.])"
)
# How a text was made and may be used: the whole line.
_DELIVERY = re.compile(
    r"\W{0,4}(?i:(?:please )?check against (?:delivery|delivered (?:speech|text|version))"
    r"|(?:(?:remarks|speech|statement|address|text|transcript) )?(?:as )?(?:prepared for delivery|delivered|prepared)"
    r"|(?:the|only the) spoken word (?:prevails|applies|counts)|es gilt das gesprochene wort"
    r"|seul le (?:prononc\u00e9|texte prononc\u00e9) fait foi"
    r"|(?:an )?(?:unofficial|unedited|uncorrected|verbatim|rush|draft|edited|full|partial|provisional)"
    r" (?:transcript(?:ion)?|translation|text|version|proof)s?|advance (?:copy|text)|proof(?: only)?|uncorrected proof"
    r"|not for publication|subject to (?:change|correction)|(?:the )?original:? (?:english|french|german)"
    r"|english only|through (?:an )?interpreter|unclassified|for official use only)\W{0,4}"
)
# A document's number: `M-NAC-1(94)45`, `PR/CP(2003)017`, `1999/T-27`, `IP/99/123`, `No. 45/08`
_CODE = re.compile(
    r"(?:(?i:no|nr|ref|doc|id|pr|rev)\.?:? ?){0,2}"
    r"(?:[A-Z][A-Z\d/-]{0,12} ?\(\d{2,4}\) ?-?\d{1,4}"
    r"|(?=.{0,25}\d)(?=.{0,25}[/-])[A-Z\d]{1,10}(?:[/.-][A-Z\d]{1,10}){1,4}"
    r"(?: ?\((?i:presse|rev|corr|en|or)\.? ?\d{0,4}\))?)"
)
# What stands beside the date on its line: a weekday, a time of day and its zone.
_HOUR = re.compile(
    r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b,? {0,3}"
    r"|\b\d{1,2}(?:[.:hH]\d{2})? ?(?i:[ap]\.?m\b\.?|hours?\b|hrs\b|uhr\b)|\b\d{1,2}[.:hH]\d{2}\b"
    r"|\((?i:local|local time|[a-z]{2,4})\)|\b(?:CES?T|GMT|UTC|[ECMP][SD]?T)\b"
)
_BARS = re.compile(r"\s{0,3}[|\u00b7\u2022]\s{0,3}|\s{2,}(?:\*\s{1,4})?|\t")
_NO_STEP = re.compile(r"[\d,:;!]|(?<![A-Z])\.|\?$")
_BAR = re.compile(r"\S\s{1,3}\|\s{1,3}\S")
# A telephone number behind its word or a country's, an address of electronic mail, a register's number
_CONTACT = re.compile(
    r"(?i:\b(?:tel|phone|telephone|telefax|fax|mobile|e-?mail)\b\.?\s?[:(+\d])|[\w.+-]{1,40}@[\w-]{1,40}\.\w{2,}"
    r"|\bDSN:? {0,2}\(?\d{3}"
    r"|\+\d{1,3}[ \d()/-]{7,}|(?i:\b(?:charity|company|vat) (?:registration )?(?:number|no\.?):? ?\d)"
)
# A street and its number, a post code and its town: `10 St James's Square`, `71000 Sarajevo`, `SW1Y 4LE`
_ADDRESS = re.compile(
    r"(?:^|, )\d{1,4} [A-Z][\w.'\u2019 ]{1,30} (?:Street|St|Square|Road|Avenue|Ave|Place|Lane|Boulevard|Way)\b"
    r"|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b"
    r"|(?:^|, )(?:[A-Z]{1,3}-)?(?:\d{5}|\d{2} \d{3}|[A-Z]-?\d{4}) [A-Z]\w+|\b[A-Z]{2} \d{5}(?:-\d{4})?$"
)
_STREET = re.compile(r"[A-Z]\w{2,}(?:stra(?:ss|\u00df)e|platz|gasse|laan|straat|weg) \d{1,4}[a-z]?(?:,|$)")
_MENU_STEPS = 3
_STEP_WORDS = 4
_EVENT = re.compile(
    r"\b(?:conference|briefing|remarks|interview|statement by|speech by|address|press point|communiqu\u00e9)\b",
    re.IGNORECASE,
)
_ATTRIBUTABLE = re.compile(r"(?i:.{0,40}\battributable to\b.{0,80}:)")
_DIGIT = re.compile(r"\d")
_BESIDE = 25  # code points beside the date of a date line
_CODE_LENGTH = 32
_MENU_LENGTH = 200
_LINE_WIDTH = 100  # code points; a longer line is a paragraph, not one line of a hard-wrapped one


def is_aside(text: str) -> bool:
    """Whether ``text`` stands in brackets as a whole: `(As delivered)`."""
    return bool(_PARENTHETICAL.match(text))


def is_delivery_note(text: str) -> bool:
    """Whether ``text`` only says how the words came to paper: `Check against delivery!`, `Unofficial transcript`."""
    return len(text) <= _LINE_WIDTH and bool(_DELIVERY.fullmatch(text))


def is_code(text: str) -> bool:
    """Whether ``text`` is the number of a document: `M-NAC-1(94)45`, `1999/T-27`."""
    return len(text) <= _CODE_LENGTH and bool(_CODE.fullmatch(text))


def is_menu(text: str) -> bool:
    """Whether ``text`` is the steps of a menu, with bars or room between them: `News | Webcast | Français`."""
    if len(text) > _MENU_LENGTH or _NO_STEP.search(text):
        return False
    steps = [step for step in _BARS.split(text) if step]
    return len(steps) >= _MENU_STEPS and all(
        len(step.split()) <= _STEP_WORDS and step[0].isalpha() and not _EVENT.search(step) for step in steps
    )


def is_barred(text: str) -> bool:
    """Whether bars part ``text`` into three or more: `By our staff | 2 May 2021 | Topics: News`."""
    return len(text) <= _MENU_LENGTH and len(_BAR.findall(text)) + 1 >= _MENU_STEPS


def is_contact(text: str) -> bool:
    """Whether ``text`` says how to reach somebody: a telephone's number, an address of either kind."""
    if len(text) > _MENU_LENGTH or not ("@" in text or _DIGIT.search(text)):
        return False
    return bool(_CONTACT.search(text) or (text[-1:] not in ".!?" and (_ADDRESS.search(text) or _STREET.search(text))))


def is_form_field(text: str) -> bool:
    """Whether ``text`` is a field of a form: `Release Date: 29/07/1965`, `FOR IMMEDIATE RELEASE`, `E&OE......`"""
    if len(text) > 400:
        return False
    return bool(_FORM.match(text) or _ATTRIBUTABLE.fullmatch(text) or _PARTICIPANTS.fullmatch(text))


def is_date_line(text: str) -> bool:
    """Whether ``text`` is little but a date, perhaps with a place or an office: `NATO HQ , 25 Apr. 2006 |`."""
    if len(text) > _LINE_WIDTH or not _DIGIT.search(text):
        return False
    dates = find_dates(text)
    if not dates:
        return False
    beside = text[: dates[0].start] + " " + text[dates[0].end :]
    return len(beside) <= _BESIDE or len(_HOUR.sub("", beside)) <= _BESIDE


def is_place_line(text: str, rules: Rules) -> bool:
    """Whether ``text`` is places alone: `Tarin Kot, Afghanistan`."""
    parts = [part.strip(" .\u00a0") for part in text.split(",")]
    parts = [part for part in parts if part]
    return bool(parts) and len(text) <= _LINE_WIDTH and all(rules.places.get(part) is not None for part in parts)


def is_breadcrumb(text: str) -> bool:
    """Whether ``text`` is the path to a page: `NATO HQ Sarajevo / News / 2022 / …`, `Home > News`."""
    return len(_CRUMB.findall(text)) >= 2 or bool(_HOME.match(text))


def breadcrumb_leaf(text: str) -> str:
    """The last step of a breadcrumb, which is the page's own title; empty if ``text`` is no breadcrumb."""
    steps = _CRUMB.split(text)
    return steps[-1].strip() if len(steps) >= 3 else ""
