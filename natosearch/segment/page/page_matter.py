"""Lines that a page, a machine or a transcriber adds, told by their shape: page numbers, file sizes, closing times."""

from __future__ import annotations

import re
from collections import Counter

from natosearch.text.lines import Line
from natosearch.text.words import fold_text

_LONGEST = 160  # code points; a longer line is somebody's words

# `- 2 -`, `Page 3 of 7`, `3/7`, `[4]`; of a typescript read by a machine `1 0 -3-`
_PAGE_NUMBER = re.compile(
    r"\W{0,4}(?i:page|pg|p)\.? ?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?\W{0,4}"
    r"|(?:\d ){0,3}[-\u2013\u2014=] ?\d{1,4} ?[-\u2013\u2014=]|\[\d{1,4}\]|\d{1,3} ?/ ?\d{1,3}"
    # a footer: `NATO Press Service - www.nato.example - page 2`
    r"|.{3,80}[-\u2013|,] ?(?i:page|p\.) ?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?|(?i:page) \d{1,3} ?[-\u2013|] .{3,80}"
    # a site's address and a page's number
    r"|(?:https?://|www\.)\S{1,80}\s{1,20}\d{1,4}|\d{1,4}\s{1,20}(?:https?://|www\.)\S{1,80}"
    # how an agency's wire begins and ends a story: `ZCZC ABC-0417 4 I`, `NNNN`, `ABC 092358 GMT FEB 94`
    r"|ZCZC\b.{0,80}|N{4}|[a-z]{2,3}(?:/[a-z]{2,3}){2,3}"
    r"|[A-Z]{2,9}[ -]\d{4,6} ?(?:GMT|UTC|Z)? [A-Z]{3} ?\d{2,4}"
    # who issued it: `-- SFOR --`
    r"|[-\u2013\u2014]{2,3} ?[A-Z]{3,10} ?[-\u2013\u2014]{2,3}"
    # who wrote a story, under it: `(Agency)`, `(Hina) ps`
    r"|[(\[](?i:agenc(?:y|ies)|ap|afp|dpa|reuters?|tanjug|hina|fena|beta|mia|ata|ansa|tass|interfax|upi)[)\]]"
    r"(?: [a-z]{1,4}(?:/[a-z]{1,4}){0,2})?"
)
_LONE_NUMBER = re.compile(r"\d{1,4}")
_SHAPES = re.compile(
    # `(.MP3/7.633KB )`, `Audio file (.MP3/6.214KB )`, `PDF / 120 KB`
    r"(?:.{0,80}\b(?i:mp\d?|pdf|wav|avi|wmv|mpe?g\d?|jpe?g|docx?|pptx?|zip)\b.{0,5}\d[\d.,]{0,9} ?(?i:[kmg]b)\b\W{0,3}"
    # the head of a fax: `TEL: 21. Jun. 93 14:49 No. 016 P.01/02`
    r"|.{0,12}\b(?:TEL|FAX|Tel|Fax)\b.{0,60}\bP\.? ?\d{1,3} ?/ ?\d{1,3}\W{0,3}"
    # subtitles: `00:00:01,000 --> 00:00:04,200`
    r"|\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})? ?--> ?\d{1,2}:\d{2}.{0,60}|WEBVTT.{0,40}"
    # `Comments (37)`, `12 min read`, `1,204 views`
    r"|(?i:comments? ?\(\d{1,5}\)|(?:\d{1,5}|no) comments?(?: yet)?|[\d.,]{1,9}k? (?:views?|shares?|likes?|retweets?)"
    r"|\d{1,3}[ -]min(?:ute)?s?(?: read(?:ing time)?)|reading time:? \d{1,3} min(?:ute)?s?)"
    # the next page's link
    r"|[\u2190\u21e6].{0,150}|.{0,150}[\u2192\u21e8]"
    r"|(?:\u00ab|\u2039|<<?) ?(?i:previous|prev|older|back)\b.{0,100}"
    r"|(?i:.{0,100}\b(?:next|newer)\b.{0,60}) ?(?:\u00bb|\u203a|>>?)"
    r"|(?i:(?:previous|next|older|newer) (?:story|article|post|page|news|entry)\b.{0,100})"
    r"|<?(?:https?://|www\.)\S{1,150}|!\[.{0,80}\]\(.{0,80}\)\W{0,3}|\u00a9.{0,150}"
    # a gallery, a form or a player that a site's own code puts in: `[gallery ids="12,13"]`
    r"|\[/?[a-z][a-z_-]{2,20}(?: [a-z_-]{1,20}=\S{1,80}){1,6}/?\]"
    # `[ Home ] [ Up ] [ Archive ]`, `[Back](/news/) | [Home](/)`
    r"|(?:\[(?: [\w.&-][\w .&-]{0,30} \]|[\w .&-]{1,30}\]\([^()\s]{1,150}\))[ |\u00b7/-]{0,3}){2,12}"
    # `Link to the video (Q&A): https://…`
    r"|(?!I |We |My |Our |You |It )[A-Z][\w &()'\u2019,-]{2,60}: ?<?(?:https?://|www\.)\S{1,150}"
    # `[00:31:07] END`, `[00:05:00] ADVERTISEMENT`
    r"|\[?\d{1,2}:\d{2}:\d{2}\]? {1,4}[\[(]?(?i:end|ends|advertisement|ad break|music|break|intro|outro|jingle)[)\]]?"
    # `Example.org uses cookies to make the site simpler.`
    r"|(?:(?:This|Our|The) (?:web ?)?site|(?:The )?[A-Z][\w.-]{1,20}(?: [A-Z][\w.-]{1,20}){0,3}) uses?"
    r" (?:\w{1,12} ){0,2}cookies (?:to|on|for|and|so that|which)\b.{0,120}"
    # an archive's banner
    r"|This was published under the \d{4} to \d{4} .{3,90}\bgovernment\.?"
    # `Follow the mission on Facebook and Twitter`
    r"|(?i:follow) .{1,50} on (?:Facebook|Twitter|YouTube|Instagram|LinkedIn|Flickr|Telegram|X)"
    r"(?:(?:,| and| or|, and| &) (?:Facebook|Twitter|YouTube|Instagram|LinkedIn|Flickr|Telegram|X)){0,5}[.!]?"
    # `(c) Crown Copyright 1999`, `\u00a9 …`
    r"|(?i:\W{0,3}(?:\(c\)\W{0,3}|crown |all )?copyright\W{1,5}(?:\w[\w.,&' -]{0,60} )?(?:19|20)\d\d(?:\W.{0,60})?)"
    r"|\([cC]\) ?(?:(?:19|20)\d\d,? .{1,80}|[A-Z].{0,80}(?:19|20)\d\d\W{0,2}))"
)
# `2/...` at the foot of a typescript's page and the `2.` at the head of the next, `- more -`, `(continued)`
_CONTINUED = re.compile(
    r"(?P<page>\d{1,3}) ?/ ?(?:(?:\. ?){2,3}|\u2026)|(?:(?:\. ?){2,3}|\u2026) ?/ ?(?P<next>\d{1,3})|/ ?\d{1,2}"
    r"|[-\u2013\u2014(\[]{1,3} ?(?i:more|mtf|cont(?:inued|'d|d|\.)?(?: on (?:the )?(?:next page|page \d{1,3}))?)"
    r" ?[-\u2013\u2014)\].]{1,3}"
)
_LINK = re.compile(r"\[[^\[\]]{1,80}[^\[\].!?]\]\((?:/|#|\.\.?/)[^()\s]{0,150}\)")
_PAGE_HEAD = re.compile(r"(\d{1,3})\.?")
# `--000--`, `-oOo-`
_END_MARK = re.compile(r"[-\u2013\u2014=*~ ]{1,8}[oO0]{1,10}[-\u2013\u2014=*~ ]{1,8}")
# A caption that is counted: `2 of 3: A dog shows what it can do.`, `Photo 1 of 4`
_COUNTED = re.compile(
    r"(?:(?i:photo|image|picture|slide|figure|video|caption) ?)?\d{1,3} of \d{1,3}(?: ?[:.|\u2013-] .{1,400}|$)"
)
_LONGEST_CAPTION = 420
# What every such line has; nearly no other line is looked at closely.
_HINT = re.compile(
    r"[\d\u2190\u2192\u21e6\u21e8\u00ab\u00bb\u2039\u203a<>\u00a9]"
    r"|^\W{0,4}(?:[Ee]nd|END|[Tt]ranscript ends|[Mm]ore|MORE|[Cc]ont|CONT|[oO]{2}"
    r"|[Rr]euter|REUTER|[Bb]egin|BEGIN|[Nn]ext|[Pp]revious|[Oo]lder|[Nn]ewer"
    r"|[Nn]o comm|www\.|WEBVTT|NNNN|ZCZC|[Ff]ollow|FOLLOW)"
    r"|^[-\u2013\u2014]{2}|^[a-z]{2,3}/[a-z]{2,3}(?:/|$)"
    r"|^[(\[!]"
)
_WHOLE = (_PAGE_NUMBER, _SHAPES, _CONTINUED, _END_MARK, _COUNTED)
_CLOCK = re.compile(
    r"(?:(?i:end|ends|ended|begin|start)[: ]{1,60})?(?:\d{1,2}(?:[:.]\d{2})? ?(?i:[ap]\.?m\.?)? ?[-\u2013] ?)?"
    r"\(?\d{1,2}(?:[:.]\d{2})? ?(?:[AaPp]\.? ?[Mm]\.?)"
    r"(?: \(?(?:[A-Z]{1,5}|(?i:local(?: time)?))\)?)?\)?\.?"
)
_CLOSING = re.compile(
    r"(?:\[?\d{1,2}:\d{2}:\d{2}\]? {1,4})?\W{0,4}(?i:ends?|reuter|begin (?:text|transcript)"
    r"|end (?:text|transcript|byliner|fact sheet)|transcript ends"
    r"|end of (?:the )?(?:transcript|text|document|statement|questions?"
    r"|press|interview|briefing|recording|speech|remarks|message|release)(?: [a-z&]{1,12}){0,3})\W{0,4}"
    r"|[-\u2013\u2014]{1,3} ?30 ?[-\u2013\u2014]{1,3}"
)
_BRACKETED = re.compile(r"[(\[][^()\[\]]{1,80}[)\]]\.?")
# What a transcriber hears of nobody in particular. `(Laughter.)` is how what was said was taken, and stays with it.
_NOISES = frozenset("crosstalk cross talk break music video plays is played ends noise begins pause recess".split())
_MOST_QUOTES = 20  # that are looked for in the text
_QUOTE_WORDS = 6
_MARK = 12  # code points; a longer line is no mark that a page goes on
_PAGE_LINES = 4  # fewer lines than a page has
_RUNNING = 3  # times that a head stands on the pages of one document
_HEADER_LINES = 60
_ROW = 3  # lines of the header that a running head joins
_NO_LETTERS = re.compile(r"[\W\d_]+")
_NUMBERED = re.compile(r"^\d{1,3} |[ |-]\d{1,3}$")
_SENTENCE_END = re.compile(r"[.!?\u2026,;:\u2014-][\"'\u2019\u201d\u00bb)\]]*$")


def is_page_matter(text: str) -> bool:
    """Whether a line's shape says that nobody said it and no author wrote it."""
    if len(text) > _LONGEST:
        return len(text) <= _LONGEST_CAPTION and text[0].isdigit() and bool(_COUNTED.match(text))
    if not (_HINT.search(text) or "://" in text or "www." in text or " cookies" in text):
        return False
    return any(shape.fullmatch(text) for shape in _WHOLE) or is_closing(text)


def is_closing(text: str) -> bool:
    """Whether a line only says that the text ends or begins: `ends.`, `[ends]`, `REUTER`, `Begin Text:`."""
    return len(text) <= _LONGEST and bool(_CLOSING.fullmatch(text))


def is_clock_time(text: str) -> bool:
    """Whether a line is a time of day alone: `12:37 P.M. EST`, `END 2:45 P.M. EDT`."""
    return len(text) <= _LONGEST and bool(_CLOCK.fullmatch(text))


def is_link(text: str) -> bool:
    """Whether a line is one Markdown link to a page of the same site: `[All interviews](/interviews/)`."""
    return text[0] == "[" and len(text) <= _LONGEST and bool(_LINK.fullmatch(text))


def is_noise(text: str) -> bool:
    """Whether a line in brackets tells only of a sound: `(Cross-talk.)`, `[Video plays]`."""
    return text[0] in "([" and bool(_BRACKETED.fullmatch(text)) and set(fold_text(text).split()) <= _NOISES


def continued_pages(lines: list[Line]) -> set[int]:
    """The numbers at the heads of pages that the foot before announces: `2.` under `2/...`."""
    found: set[int] = set()
    for number, line in enumerate(lines[:-1]):
        mark = _CONTINUED.fullmatch(line.text) if len(line.text) < _MARK else None
        head = _PAGE_HEAD.fullmatch(lines[number + 1].text) if mark else None
        if mark and head and head.group(1) in (mark.group("page"), mark.group("next")):
            found.add(number + 1)
    return found


def pull_quotes(lines: list[Line], start: int) -> set[int]:
    """The lines set apart by `>` from ``start`` on that only repeat what another line says."""
    apart = (n for n in range(start, len(lines)) if lines[n].text[0] == ">" and lines[n].gap)
    alone = [n for n in apart if n + 1 == len(lines) or lines[n + 1].gap][:_MOST_QUOTES]
    quotes = {n: fold_text(lines[n].text) for n in alone if len(lines[n].text) <= _LONGEST_CAPTION}
    if not quotes:
        return set()
    said = f" {' '.join(fold_text(line.text) for line in lines if line.text[0] != '>')} "
    return {n for n, quote in quotes.items() if len(quote.split()) >= _QUOTE_WORDS and f" {quote} " in said}


def repeated_heads(lines: list[Line], start: int) -> set[int]:
    """The lines that the pages repeat: from ``start`` on running heads, and the numbers of pages or of subtitles.

    A head is no sentence. It stands alone, and in the header or three times, or carries the numbers of the pages: a
    refrain that a speaker repeats ends as a sentence does.
    """
    numbers: dict[int, int] = {}
    heads: dict[int, str] = {}
    numbered: dict[str, dict[int, int]] = {}
    for number, line in enumerate(lines):
        if _LONE_NUMBER.fullmatch(line.text):
            numbers[number] = int(line.text)
        elif len(line.text) <= _LONGEST and _may_be_head(line.text):
            page = _NUMBERED.search(line.text) if line.text[-1].isdigit() or line.text[0].isdigit() else None
            if page:
                numbered.setdefault(_words(line.text), {})[number] = int(page.group().strip(" |-"))
            if number < start or _stands_alone(lines, number):
                heads[number] = _words(line.text)
    above = {head for head in _header_heads(lines[: min(start, _HEADER_LINES)]) if head.count(" ") >= _RUNNING}
    apart = _times_apart(heads)
    repeated = {number for number, head in heads.items() if " " in head and (apart[head] >= _RUNNING or head in above)}
    repeated = repeated.union(*(_in_sequence(pages) for pages in numbered.values()))
    return {number for number in repeated if number >= start} | _in_sequence(numbers)


def _header_heads(header: list[Line]) -> set[str]:
    """The lines of the header, each and up to three in a row: `Transcript` / `Our common` / `defence`."""
    words = [_words(line.text) if len(line.text) <= _LONGEST else "" for line in header]
    rows = range(1, _ROW + 1)
    return {" ".join(words[at : at + row]) for at in range(len(words)) for row in rows}


def _words(text: str) -> str:
    """The words of a head, which the pages print alike but for their numbers."""
    return _NO_LETTERS.sub(" ", text).strip().lower()


def _may_be_head(text: str) -> bool:
    # what an author sets in italics is a heading
    return " " in text and text[0] not in "*_<" and not _SENTENCE_END.search(text)


def _stands_alone(lines: list[Line], number: int) -> bool:
    """Whether a line has blank lines or a page's number beside it."""
    above = lines[number - 1].text if number and not lines[number].gap else ""
    below = lines[number + 1].text if number + 1 < len(lines) and not lines[number + 1].gap else ""
    return all(not beside or _PAGE_NUMBER.fullmatch(beside) for beside in (above, below))


def _times_apart(heads: dict[int, str]) -> Counter[str]:
    """How often each head stands at least a page's few lines behind the one before."""
    times: Counter[str] = Counter()
    last: dict[str, int] = {}
    for number, head in heads.items():
        if number - last.get(head, -_PAGE_LINES) >= _PAGE_LINES:
            times[head] += 1
        last[head] = number
    return times


def _in_sequence(numbers: dict[int, int]) -> set[int]:
    """Those lone numbers that count pages: three or more, each the one before and one more."""
    places = list(numbers)
    counted: set[int] = set()
    run: list[int] = []
    for place in places:
        if run and numbers[place] != numbers[run[-1]] + 1:
            run = []
        run.append(place)
        if len(run) >= _RUNNING:
            counted.update(run)
    return counted
