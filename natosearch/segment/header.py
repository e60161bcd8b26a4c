"""What a line above a document's own words can be: a date, a place, a form's field, the path to the page."""

from __future__ import annotations

import re

from natosearch.rules import Rules
from natosearch.segment.dates import find_dates

_SENTENCE_END = re.compile(r"[.!?\u2026:][\"'\u2019\u201d\u00bb)\]*_]*$")
_PARENTHETICAL = re.compile(r"^[(\[].*[)\]]$")
_CRUMB = re.compile(r"[\s\u00a0][/>\u00bb\u203a][\s\u00a0]")
_HOME = re.compile(r"(?i:you are here|(?:nato )?home|accueil|start)[:\s\u00a0]{0,4}[/>\u00bb\u203a:]")
# Fields of the forms that archives and press offices put above a text, whatever their case.
_FORM = re.compile(
    r"(?i:(?:release (?:date|type)|transcript id|for (?:the )?press|headline|title|date|time|place|venue|location"
    r"|storyid|subjects?|topics?|text|author|category|published|pub ?date|link|guid|language|duration"
    r"|event|from|to|cc|sent|embargo(?:ed)?(?: until)?)[ \u00a0]?:|for (?:immediate )?release\b|e ?& ?o ?e\b)"
)
_ATTRIBUTABLE = re.compile(r"(?i:.{0,40}\battributable to\b.{0,80}:)")
_DIGIT = re.compile(r"\d")
_PROSE_WORDS = 12
_LINE_WIDTH = 100  # code points; a longer line is a paragraph, not one line of a hard-wrapped one


def is_aside(text: str) -> bool:
    """Whether ``text`` stands in brackets as a whole: `(As delivered)`."""
    return bool(_PARENTHETICAL.match(text))


def is_form_field(text: str) -> bool:
    """Whether ``text`` is a field of a form: `Release Date: 29/07/1965`, `FOR IMMEDIATE RELEASE`, `E&OE......`"""
    return len(text) <= 400 and bool(_FORM.match(text) or _ATTRIBUTABLE.fullmatch(text))


def is_date_line(text: str) -> bool:
    """Whether ``text`` is little but a date, perhaps with a place or an office: `NATO HQ , 25 Apr. 2006 |`."""
    if len(text) > _LINE_WIDTH or not _DIGIT.search(text):
        return False
    dates = find_dates(text)
    return bool(dates) and len(text) - (dates[0].end - dates[0].start) < 25


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


def is_prose(text: str) -> bool:
    """Whether ``text`` reads as a paragraph: enough words, and a sentence's end."""
    return len(text.split()) >= _PROSE_WORDS and bool(_SENTENCE_END.search(text)) and not is_aside(text)
