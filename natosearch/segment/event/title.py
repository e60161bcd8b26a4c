"""The title, and how it was found."""

from __future__ import annotations

import html
import re

from natosearch.model.documents import Found
from natosearch.rules import Rules
from natosearch.segment.facts.dates import find_dates
from natosearch.segment.facts.front_matter import front_matter_end, read_front_matter
from natosearch.segment.page.header import (
    breadcrumb_leaf,
    is_aside,
    is_barred,
    is_breadcrumb,
    is_code,
    is_contact,
    is_date_line,
    is_delivery_note,
    is_form_field,
    is_menu,
    is_place_line,
)
from natosearch.segment.page.layout import Part
from natosearch.segment.page.page_matter import is_clock_time
from natosearch.text.lines import Line
from natosearch.text.words import fold_text

_LONGEST_TITLE = 300  # code points; a longer line is no title
_HEADER_LINES = 60  # in which a title may stand
_TOP = 12  # lines in which a path is looked for
_BULLET = re.compile(r"^[\u2022*\u00b7#>|_-]+\s*|\s*[|*_]+$")
_FIELD = re.compile(r"(?:TITLE|HEADLINE|SUBJECT|Title|Headline|Subject|title|headline|subject)\s?:\s*(?P<value>.*)$")
_HEADLINE = re.compile(r"(?:TITLE|HEADLINE|Title|Headline|title|headline)\s?:\s*(?P<value>\S.*)$")
# `Remarks` / `by the Secretary General` / `and the President`: in small letters anything goes on, in capitals these
_CONTINUES = re.compile(
    r"(?:by|with|and|of|following|given|issued|held|delivered|made|during|ahead of|on the occasion of)\b", re.IGNORECASE
)
_UNFINISHED = re.compile(
    r"(?:[,:&-]|\b(?:by|with|and|of|at|the|for|to|in|on|from|following|after|before|between|took))$", re.IGNORECASE
)
_BYLINE = re.compile(
    r"[Bb]y(?: (?:[A-Z][\w.'\u2019-]*,?|and)){1,9}(?:[,|/].{0,60})?$|BY(?: [A-Z][A-Z.'\u2019-]*){1,4}$"
)
# A name for what was said, which `By Jamie Shea` under it completes.
_FORM_WORD = re.compile(
    r"\b(?:conference|briefing|statement|speech|address|remarks|interview|lecture|message|release|point|doorstep"
    r"|communiqu\u00e9|d\u00e9claration|discours|allocution|entretien|conf\u00e9rence|declaration|answers|keynote|intervention|transcript|stake-?out|availability|gaggle|call)s?\b",
    re.IGNORECASE,
)
_PIECES = re.compile(r"\s{2,}|\s[|\u2013-]\s")
# A series' conference of a day is a title: `KFOR Press Conference, 5 Aug 1999`
_EVENT_DAY = re.compile(r".{0,20}\b(?i:(?:press|news|media) (?:conference|briefing|point|update))\b")
_BETWEEN = re.compile(r"\s{1,4}[|\u00b7\u2022*/>\u2013-]\s{1,4}|\s{3,}")
_LANGUAGES = 3  # in which a government's paper names the same office
# `N A T O   P R E S S   S E R V I C E`
_SPACED = re.compile(r"(?:[A-Z]\s{1,4}){4,60}[A-Z]")
# The number under which an agency sends a story: `HNA0231 4 EU 295 KOSOVO`
_SLUG = re.compile(r"[A-Z]{1,5}\d{2,5}(?: {1,6}[A-Z\d/-]{1,12}){1,8}")
# What a list puts before a mail's subject, whose text has a title of its own
_TAGGED = re.compile(r"(?i:subject) ?: {0,3}(?:\[[^\]]{1,30}\]|(?i:re|fwd?|wg|aw):)")
_RANKS = (
    r"(?i:general|admiral|colonel|major|captain|commander|commodore|marshal|brigadier|lieutenant|rear|vice|ambassador"
    r"|president|chancellor|minister|secretary|gen|lt|ltc|ltg|col|adm|maj|capt|brig|mr|mrs|ms|dr|lord|sir|dame"
    r"|professor|prof|hon|rt|right|h\.e)"
)
_RANKED = re.compile(rf"(?:The (?=Rt|Right|Hon))?{_RANKS}\.? [A-Z]")
_RANK_WORD = re.compile(rf"The|{_RANKS}\.?")
_NAME_WORDS = 2
_OFFICIAL = re.compile(r"(?i:(?:.{1,40}[:|\u2013-] )?(?:the )?official (?:web ?(?:site|page)|home ?page|site) of\b)")
_AIRED = re.compile(r"(?i:(?:first )?(?:aired|broadcast)(?: on)? ?:? )(?=.{0,12}\d|[A-Z])")
_DAY_BEFORE = 60  # code points of a place and a day before a title
_PLACE_BEFORE = re.compile(r"(?:[A-Z][\w.'\u2019 -]{1,30}, ){0,2}")
_DASH = re.compile(r" [-\u2013\u2014]{1,2} ")
_NOTE = re.compile(r"\s{1,3}\((?P<note>[^()]{4,40})\)$")
_RELEASE = re.compile(r"\b(?:release|transcript|statement|news)s?$", re.IGNORECASE)
_PAGE_TYPE = re.compile(r"(?:[\w.]+ ){0,2}(?:transcripts?|archive)", re.IGNORECASE)
_OPENING = 40  # code points
_BY = re.compile(r" (?:by|with|of|to) ", re.IGNORECASE)
_RUBRIC_WORDS = 4
_BARE_FORM = 3  # words
# Lines of a form and heads of a letter paper: the whole line, perhaps with a number or a date behind it.
_PAPER = re.compile(
    r"(?:press (?:release|service|communiqu[e\u00e9]|statement|office|info(?:rmation)?)|news release|media release"
    r"|communiqu[e\u00e9] de presse|office of .{1,60}|the office of .{1,60}"
    r"|embargo.{0,60})"
    r"(?::|[\s:(]{1,3}(?:no\.? ?)?\d[\d()/. -]{0,20})?$",
    re.IGNORECASE,
)
_VENUE = re.compile(
    r"(?:palace|hall|headquarters|hq|room|hotel|cent(?:er|re)|base|airport|university|ministry|embassy|square|park"
    r"|theatre|barracks|camp|garden|building|auditorium|college|via teleconference|aboard .{1,40}|en route .{1,40})$",
    re.IGNORECASE,
)
# What sites put before and behind a title in a browser's window.
_WINDOW = re.compile(
    r"^(?:NATO|KFOR|SHAPE|EUFOR|SFOR)\s?[-\u2013|:]\s"
    r"(?:(?:Topic|News|Opinion|Speech|Speeches|Press release|Event|Newsroom)s?\s?:\s?)?"
)
_SITES = re.compile(
    r"\s[-\u2013|]\s(?:NATO|The White House|United States Department of State|U\.S\. Department of State|SHAPE|GOV\.UK"
    r"|JFC Naples|Reuters|News|Home)$"
)
# A turn that begins on the title's own line: `… in Sofia, Bulgaria JAMES APPATHURAI (NATO Spokesman): Thank you`
_RUN_IN = re.compile(r"\s(?=[A-Z][A-Z.'\u2019-]+(?: [A-Z.'\u2019-]+){0,4}(?: ?\([^()]{2,60}\))?:\s)")


def find_title(lines: list[Line], parts: list[Part], rules: Rules) -> Found:
    """The title: the first lines of the header that are no date, place, form, office or byline, joined.

    Else a breadcrumb's leaf; else such a line all the same; else what stands before the first turn on its own line.
    """
    front = read_front_matter(lines).get("title", "")
    if front:
        return Found(_clean(front), "front matter")
    start = front_matter_end(lines)
    first = next((number for number in range(start, len(lines)) if parts[number] == "body"), len(lines))
    header = [number for number in range(start, first) if parts[number] == "header"][:_HEADER_LINES]
    crumb = next((n for n in range(start, min(first, start + _TOP)) if is_breadcrumb(lines[n].text)), start)
    leaf = breadcrumb_leaf(lines[crumb].text) if crumb < len(lines) else ""
    # what stands over the path is the site's name, unless the path ends in it
    own = [n for n in header if n > crumb or not leaf or fold_text(leaf) in fold_text(lines[n].text)]
    title = _named(lines, header) or _below_issuers(lines, own, rules)
    if title or leaf:
        return Found(title, "header") if title else Found(_clean(leaf), "breadcrumb")
    title = _joined(lines, header, set(header), rules) or _step(lines, header)
    return Found(title, "header") if title else _run_in(lines[first].text if first < len(lines) else "")


def _named(lines: list[Line], header: list[int]) -> str:
    """What the header's own field says the title is: `HEADLINE: Minister defends raids`."""
    fields = (_HEADLINE.match(lines[number].text) for number in header)
    return _clean(next((field.group("value").strip(" '\"") for field in fields if field), ""))


def _below_issuers(lines: list[Line], header: list[int], rules: Rules) -> str:
    """The first title that is no setting, and no publisher's name or rubric where another line can be the title."""
    starts = [number for number in header if not _is_setting(lines, number, rules)]
    menus = [number for number in header[:_TOP] if is_menu(lines[number].text)]
    own = {number for number in starts if not _is_publishers(lines, number, menus, rules)}
    tagged = {number for number in own if _TAGGED.match(lines[number].text)}
    if any(_is_announced(lines[number].text) for number in own - tagged):  # a mail's text has a title of its own
        own -= tagged
    title = _joined(lines, header, own, rules)
    if title and not title.endswith("."):  # a sentence is a summary
        return title
    forms = {number for number in header if _is_bare_form(lines[number].text)}
    return _joined(lines, header, forms, rules) or _joined(lines, header, set(starts), rules)


def _step(lines: list[Line], header: list[int]) -> str:
    """The longest step of a line in bars, where no other line is the title: `News | Europe | Troops to stay`."""
    menu = next((lines[number].text for number in header if is_menu(lines[number].text)), "")
    step = max(_BETWEEN.split(menu), key=lambda part: len(part.split()))
    return _clean(step) if len(step.split()) > 2 else ""


def _is_publishers(lines: list[Line], number: int, menus: list[int], rules: Rules) -> bool:
    """Whether a line is a publisher's name, a rubric, a sort of page, or stands as a slogan over the site's menu."""
    text = lines[number].text
    below = lines[number + 1].text if number + 1 < len(lines) else ""
    if _FORM_WORD.search(text) and _CONTINUES.match(below):
        return False
    banner = bool(menus) and number < menus[-1] and not _FORM_WORD.search(text)
    return (
        banner
        or _is_ranked(text)
        or _is_issuer(text, rules)
        or _is_rubric(lines, number)
        or bool(_PAGE_TYPE.fullmatch(text))
    )


def _joined(lines: list[Line], header: list[int], starts: set[int], rules: Rules) -> str:
    """The first title among the ``header`` lines that begins in one of ``starts``, with the lines that go on from it.

    Empty without one.
    """
    title: list[str] = []
    last = 0
    for number in header:
        text = _title_text(lines, number, rules)
        if not title:
            if text and number in starts:
                title, last = [text], number
            continue
        if not text or number - last > 1 or not _goes_on(title[-1], text):
            break
        if sum(map(len, title)) >= _LONGEST_TITLE:
            break
        title.append(text)
        last = number
    return _clean(" ".join(title))


def _title_text(lines: list[Line], number: int, rules: Rules) -> str:
    """A header line as a part of a title, or nothing if it is a date, a place, a form's field or an aside."""
    line = lines[number].text
    field = _FIELD.match(line)
    if field:
        return field.group("value").strip(" '\"")
    text = _below_dateline(_BULLET.sub("", line).strip())
    if not text or len(text) > _LONGEST_TITLE or is_aside(text) or is_clock_time(text):
        return ""
    if is_form_field(text):
        return _behind_form(text)
    if _is_filed(text):
        return ""
    if (
        (is_date_line(text) and not _EVENT_DAY.match(text))
        or is_place_line(text, rules)
        or _PAPER.match(text)
        or is_delivery_note(text)
        or is_code(text)
        or is_menu(text)
        or is_contact(text)
        or not any(c.isalpha() for c in text)
    ):
        return ""
    return text


def _is_filed(text: str) -> bool:
    """Whether a line in parts says what sort of text it is and when it came: `Press release - 12 May 2008 - 15:40`."""
    pieces = [piece for piece in _PIECES.split(text) if piece]
    if len(pieces) < 2:
        return False
    filed = [_PAPER.match(piece) or is_form_field(piece) or is_date_line(piece) for piece in pieces]
    return (
        all(filed)
        or (bool(filed[0]) and any(is_date_line(piece) for piece in pieces))
        or (is_barred(text) and any(is_date_line(piece) for piece in pieces))
    )


def _behind_form(text: str) -> str:
    """What stands behind a form's words on one line with them: `FOR PRESS: P.M. NO. 5  AID TO THE ISLANDS`."""
    pieces = re.split(r"\s{2,}", text)
    return " ".join(pieces[1:]) if len(pieces) > 1 and len(pieces[1]) > 12 and not is_date_line(pieces[1]) else ""


def _is_setting(lines: list[Line], number: int, rules: Rules) -> bool:
    """Whether a line only says who speaks for whom and where: a byline, a site's name, an office, a person, a hall."""
    text = _BULLET.sub("", lines[number].text).strip()
    below = _BULLET.sub("", lines[number + 1].text).strip() if number + 1 < len(lines) else ""
    if rules.furniture.is_site(text):  # `Press Conference` over `by the Secretary General` is a title all the same
        named = _CONTINUES.match(below) or (_is_speaker(below, rules) and not _RELEASE.search(text))
        return not (_FORM_WORD.search(text) and named)
    if _BYLINE.match(text) or len(fold_text(text)) < 4:
        return True
    if text.startswith("By ") and rules.people.find_offices(text):
        return True
    if _FORM_WORD.search(text):
        return False
    short = len(text.split()) <= 5
    return (short and bool(_VENUE.search(text.rstrip(" ,.")))) or is_person_line(text, rules)


def _is_bare_form(text: str) -> bool:
    """Whether ``text`` only says what sort of text it is, as a rule not the whole title: `PRESS AVAILABILITY`."""
    return len(text.split()) <= _BARE_FORM and bool(_FORM_WORD.search(text)) and text[0].isupper()


def _is_issuer(text: str, rules: Rules) -> bool:
    """Whether ``text`` says who publishes: a ministry, a paper, `European Central Bank | Eurosystem`, a wire's slug."""
    text = _BULLET.sub("", text).strip()
    if _SPACED.fullmatch(text) or _SLUG.fullmatch(text) or _OFFICIAL.match(text):
        return True
    parts = _BETWEEN.split(text)
    if all(_FORM_WORD.search(part) for part in parts):  # `Transcript - Press Conference`
        return False
    names = [_is_name(part, rules) for part in parts]
    if len(parts) >= _LANGUAGES and sum(names) * 2 > len(parts):  # a menu, of which one step is not known
        return True
    return all(names) or (len(parts) >= _LANGUAGES and any(names) and not any(map(_FORM_WORD.search, parts)))


def _is_name(part: str, rules: Rules) -> bool:
    """Whether one part of a heading names a publisher or a section."""
    if rules.people.find(part):  # `Minister Brand Visits Ministry` tells what somebody does
        return False
    if any(outlet[0] == 0 and outlet[1] == len(part) for outlet in rules.outlets.find(part)):
        return True
    if is_place_line(part, rules) or rules.furniture.is_stamp(part):
        return True
    return rules.furniture.is_issuer(part) if _FORM_WORD.search(part) is None else rules.furniture.is_site(part)


def _is_rubric(lines: list[Line], number: int) -> bool:
    """Whether a few words stand over what was said and by whom: a series in capitals, a rubric over a date."""
    text = lines[number].text
    if number + 2 >= len(lines) or len(text.split()) > _RUBRIC_WORDS or _FORM_WORD.search(text) or text[0] in '"\u201c':
        return False
    below, next_below = lines[number + 1].text, lines[number + 2].text
    if text.isupper() and not below.isupper():  # a programme's name: what is broadcast, and when, stand under it
        return _is_announced(below) or bool(_AIRED.match(next_below))
    return is_date_line(below) and _is_announced(next_below)


def _is_announced(text: str) -> bool:
    """Whether ``text`` opens with a sort of event and goes on to say whose: `Interview with General Brand`."""
    form = _FORM_WORD.search(text[:_OPENING])
    return form is not None and bool(_BY.search(text) or not text.endswith("."))


def _is_speaker(text: str, rules: Rules) -> bool:
    """Whether a line names who spoke: names and offices that are known, or a rank and names."""
    return _is_ranked(text) or is_person_line(text, rules)


def _is_ranked(text: str) -> bool:
    """Whether ``text`` is ranks or forms of address and one name: `General Sir Otto Brand`, `Hon Peter Hollis`."""
    if not _RANKED.match(text) or len(text) > _OPENING:
        return False
    words = [word for word in text.split() if not _RANK_WORD.fullmatch(word) and len(word.strip(".")) > 1]
    return len(words) <= _NAME_WORDS and all(word[0].isupper() for word in words)


def is_person_line(text: str, rules: Rules) -> bool:
    """Whether ``text`` is names and offices and nothing else: `Antony J. Blinken, Secretary of State`."""
    if len(text.split()) > 10:
        return False
    rest = text
    for mention in reversed([*rules.people.find(text)]):
        rest = rest[: mention.start] + rest[mention.end :]
    for office in reversed(rules.people.find_offices(rest)):
        rest = rest[: office.start] + rest[office.end :]
    return bool(fold_text(text)) and not fold_text(rest).replace("the", "").replace("of", "").strip()


def _goes_on(title: str, text: str) -> bool:
    """Whether ``text`` goes on where the title's line above ends."""
    if _BYLINE.match(text) and not _FORM_WORD.search(title):
        return False
    if _UNFINISHED.search(title) or text[0].islower() or _CONTINUES.match(text):
        return True
    return title.isupper() and text.isupper() and (len(title) >= 35 or _is_bare_form(title))


def _clean(title: str) -> str:
    """``title`` in one line, without what a site adds to it: character references, emphasis, the site's name."""
    plain = _without_note(_below_dateline(" ".join(html.unescape(title).split())))
    cut = _SITES.sub("", _WINDOW.sub("", plain))
    return cut if len(cut) > 12 else plain


def _below_dateline(title: str) -> str:
    """``title`` without the place and the day that begin its line: `Oslo, 6 March 2003 - Secretary's encounter`."""
    dates = find_dates(title[:_DAY_BEFORE])
    if not dates or not _PLACE_BEFORE.fullmatch(title[: dates[0].start]):
        return title
    behind = _DASH.match(title, dates[0].end)
    named = title[behind.end() :] if behind else ""
    return named if _FORM_WORD.search(named) and not _is_bare_form(named) else title


def _without_note(title: str) -> str:
    """``title`` without what says in brackets how the words came to paper: `\u2026 (unofficial transcript)`."""
    note = _NOTE.search(title)
    return title[: note.start()] if note and is_delivery_note(note.group("note")) else title


def _run_in(line: str) -> Found:
    """A title on the line of the first turn: what stands before the label, if it names a form."""
    label = _RUN_IN.search(line[: 2 * _LONGEST_TITLE])
    title = line[: label.start()] if label else ""
    if not 12 <= len(title) <= _LONGEST_TITLE or not _FORM_WORD.search(title[:60]):
        return Found()
    return Found(_clean(title), "first line")
