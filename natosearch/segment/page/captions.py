"""Lines between paragraphs that no paragraph contains: captions of photographs, credits, subheadings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from natosearch.rules import Rules
from natosearch.segment.page.shape import is_double_spaced
from natosearch.text.lines import Line
from natosearch.text.voice import first_person_words

_SENTENCE_END = re.compile(r"[.!?\u2026:;,](?:\*{1,3}|__)?[\"'\u2019\u201d\u00bb)\]]*$")
_BULLET = re.compile(r"^(?:[\u2022*\u00b7>+\u2013\u2014-]|\(?[\dA-Za-z]{1,3}[.)])\s")
# Where in a picture somebody stands, and who took it.
_POSITION = re.compile(
    r"\((?:(?:second|third|fourth|far|front|back|top|bottom) )?(?:from (?:the )?)?"
    r"(?:left|right|cent(?:er|re)|middle|l|r|c|front|back)(?:,? [a-z ]{1,20})?\)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"[(\[|/] ?(?:photos?|foto|pictures?|images?|credit|file photo|courtesy|archive)\b[^()\[\]]{0,60}[)\]]?$"
    r"|\bphoto(?:s|graph)?(?: credit)?(?: by|:)[^.]{0,80}$",
    re.IGNORECASE,
)
# The agency whose picture it is, behind what the picture shows: `The General with his soldiers in Herat (Ansa)`
_AGENCY = re.compile(
    r"\((?i:ansa|reuters|ap|afp|epa|dpa|ap photo|getty(?: images)?|lapresse|imago|tass|anadolu|hina|tanjug|fena|mia)"
    r"(?:/[\w .'-]{2,40})?\)$"
)
_PICTURE_CREDIT = re.compile(
    r"\W{0,3}(?i:(?:photos?|pictures?|images?|foto)(?: credit| courtesy)?(?: by|:| \u00a9)|courtesy (?:photo|of))"
)
_RANKS = (
    r"(?:General|Admiral|Colonel|Major|Captain|Lieutenant|Brigadier|Commander|Commodore|Marshal|Ambassador|President"
    r"|Chancellor|Minister|Secretary|Gen|Lt|Col|Adm|Maj|Capt|Brig|Mr|Mrs|Ms|Dr|Lord|Sir|King|Queen)"
)
_RANK = re.compile(rf"\b{_RANKS}\.? [A-Z]")
_RANK_WORD = re.compile(rf"\b{_RANKS}\b\.?")
_SETTING = re.compile(r",? (?:on|at|in|during|before|after|outside|inside|near|aboard) ")
_EMPHASIS = re.compile(r"(?:\*{1,3}|__?|<[bui]>|<strong>).{1,150}(?:\*{1,3}|__?|</[bui]>|</strong>)")
# Who speaks next, where names are not followed by colons: `Amela Radić - Dnevni avaz`
_PERSON = re.compile(r"(?:[^\W\d_][\w.'\u2019]* ){2,5}[-\u2013\u2014] [A-Z]")
_SAID = re.compile(
    r"\b(?:i|we|us|our|my|me|you|your|thank|thanks|dear|friends|colleagues|ladies|excellenc(?:y|ies)|please|good"
    r"|welcome|amen|bless)\b",
    re.IGNORECASE,
)
# Where a transcript's parts begin.
_SECTION = re.compile(
    r"[*_#\W]{0,4}(?i:q ?(?:&|and) ?a(?: session)?|questions? (?:and|&) answers?(?: session)?|questions from (?:the )?"
    r"(?:press|media|audience|floor|journalists)|(?:opening|introductory|closing|concluding) (?:remarks|statements?)"
    r"|(?:transcript of )?(?:the )?"
    r"(?:questions? and answers?|question[- ]and[- ]answer) (?:session|period|part))[*_:\W]{0,4}"
)
_SECTION_LENGTH = 60
_CAPTION_WORDS = 35
_SHOWN_WORDS = 5
_HEADING_WORDS = 9
_PARAGRAPH_WORDS = 6
# Words in small letters that stand in names and offices and between them.
_JOINING = frozenset("the of and for to de la von van der di da al in at on with , & from left right".split())
_NOT_SHOWN = frozenset(
    "was were had has have is are will would said says told spent came went took gave met made did held left became "
    "could should may might must can that which who".split()
)


def find_captions(
    lines: list[Line], body: Sequence[int], labelled: set[int], rules: Rules
) -> tuple[set[int], set[int]]:
    """The captions and the subheadings among the ``body`` lines, of which those in ``labelled`` are turns.

    Only a line that stands alone and does not end as a sentence can be one. In a transcript that is a line which
    names people and no more, or says where in the picture they stand; in an article also one that says what they do
    in it. A subheading stands between paragraphs of an article.
    """
    alone = _alone(lines, body)
    open_ended = [n for n in alone if n not in labelled and _may_be_none(lines[n].text)]
    captions = {n for n in open_ended if _is_picture(lines[n].text) or (labelled and _names_only(lines[n].text, rules))}
    captions |= {n for n in body if n not in labelled and _is_credited(lines, n)}
    captions |= {n for n in body if n not in labelled and _is_over_credit(lines, n, rules)}
    sections = {n for n in body if n not in labelled and lines[n].gap and is_section(lines[n].text)}
    if labelled or not open_ended:
        return captions, sections
    spoken = _is_spoken(lines, body)
    if not spoken:
        ended = [n for n in body if _SENTENCE_END.search(lines[n].text)]
        between = [n for n in open_ended if ended and n < ended[-1]]  # names behind the last sentence may be signatures
        captions |= {n for n in between if _names_only(lines[n].text, rules) or _shows(lines[n].text, rules)}
    if spoken and not any(lines[n].gap for n in body[1:]):
        return captions, sections  # lines of subtitles
    where = {number: at for at, number in enumerate(body)}
    headings = {n for n in open_ended if n not in captions and _is_heading(lines, body, where[n])}
    headings -= {n for n in headings if spoken and _may_be_said(lines[n].text, rules)}
    headings -= {n for n in headings if rules.outlets.find(lines[n].text)}  # a moderator calls on `Bloomberg`
    headings |= sections
    return captions - headings, headings | {n for n in open_ended if _EMPHASIS.fullmatch(lines[n].text)}


def is_section(text: str) -> bool:
    """Whether ``text`` only says which part of a transcript follows: `Questions and answers`."""
    if len(text) > _SECTION_LENGTH or text[0].islower() or text.endswith("."):
        return False
    return bool(_SECTION.fullmatch(text))


def _is_credited(lines: list[Line], number: int) -> bool:
    """Whether a line that begins a paragraph ends in a photographer's credit behind a bar."""
    text = lines[number].text
    return lines[number].gap and "|" in text and len(text.split()) <= _CAPTION_WORDS and bool(_CREDIT.search(text))


def _is_over_credit(lines: list[Line], number: int, rules: Rules) -> bool:
    """Whether one line and the credit of a photograph under it make a paragraph, and the line is no sentence."""
    if number + 1 >= len(lines) or not lines[number].gap or lines[number + 1].gap:
        return False
    text, below = lines[number].text, lines[number + 1].text
    if not (_PICTURE_CREDIT.match(below) and rules.furniture.is_furniture(below)) or len(text.split()) > _CAPTION_WORDS:
        return False
    return not (first_person_words(text) or _BULLET.match(text) or _SENTENCE_END.search(text))


def _may_be_said(text: str, rules: Rules) -> bool:
    """Whether a short line of a speech may be spoken: it greets, speaks of the speaker, or names somebody."""
    names = _RANK.search(text) or rules.people.find(text) or rules.people.find_offices(text)
    return bool(_SAID.search(text) or names)


def _alone(lines: list[Line], body: Sequence[int]) -> list[int]:
    """The lines that are a paragraph each; all of them where no blank line stands between paragraphs."""
    if is_double_spaced([lines[number] for number in body]):
        return []
    if not any(lines[number].gap for number in body[1:]):
        return [n for n in body if len(lines[n].text) <= 240] if _long_lines(lines, body) else []
    return [n for n in body if lines[n].gap and (n + 1 == len(lines) or lines[n + 1].gap)]


def _long_lines(lines: list[Line], body: Sequence[int]) -> bool:
    """Whether lines are paragraphs, not parts of wrapped ones: most end as a sentence does."""
    ended = sum(bool(_SENTENCE_END.search(lines[n].text)) for n in body)
    return ended * 2 >= len(body)


def _may_be_none(text: str) -> bool:
    return (
        len(text.split()) <= _CAPTION_WORDS
        and not _SENTENCE_END.search(_POSITION.sub("", text))
        and not _BULLET.match(text)
    )


def _is_spoken(lines: list[Line], body: Sequence[int]) -> bool:
    text = "\n".join(lines[number].text for number in body)
    return first_person_words(text) * 60 > len(text.split())


def _is_picture(text: str) -> bool:
    return bool(_POSITION.search(text) or _CREDIT.search(text) or _is_agencys(text))


def _is_agencys(text: str) -> bool:
    """Whether an agency in brackets ends what a picture shows; `Ida Brand (Reuters)` asks."""
    agency = _AGENCY.search(text) if text[-1] == ")" else None
    words = text[: agency.start()].split() if agency else []
    return len(words) >= _SHOWN_WORDS and any(word[0].islower() and word not in _JOINING for word in words)


def _names_only(text: str, rules: Rules) -> bool:
    """Whether ``text`` is names and offices of people and nothing else, perhaps with where they are."""
    names = rules.people.find(text)
    if not names:
        return False
    where = _SETTING.search(text, names[0].end)
    text = text[: where.start()] if where else text
    rest = list(text)
    spans = [(m.start, m.end) for m in rules.people.find(text)] + [
        (m.start, m.end) for m in rules.people.find_offices(text)
    ]
    for start, end in spans:
        rest[start:end] = " " * (end - start)
    words = [word.strip(",()") for word in _RANK_WORD.sub(" ", "".join(rest)).split()]
    return all(not word or word.lower() in _JOINING for word in words)


def _shows(text: str, rules: Rules) -> bool:
    """Whether ``text`` opens with a name or an office and says in the present what is done: `X signs the book`."""
    words = text.split()
    small = (n for n, word in enumerate(words) if word[0].islower() and word.strip(",") not in _JOINING)
    verb = next(small, len(words))
    opening = " ".join(words[:verb])
    if verb == len(words):
        return bool(rules.people.find(opening))
    if not (_RANK.search(opening) or rules.people.find(opening)):
        return False
    return words[verb] not in _NOT_SHOWN and not words[verb].endswith("ed")


def _is_heading(lines: list[Line], body: Sequence[int], at: int) -> bool:
    """Whether a short line stands between two paragraphs of prose, the one before it ended."""
    text = lines[body[at]].text
    if not 0 < at < len(body) - 1 or len(text.split()) > _HEADING_WORDS or not text[0].isupper() or "(" in text:
        return False
    if _PERSON.match(text):
        return False
    before, after = lines[body[at - 1]].text, lines[body[at + 1]].text
    ended = all(re.search(r"[.!?][\"'\u2019\u201d\u00bb)]*$", beside) for beside in (before, after))
    return ended and len(after.split()) >= _PARAGRAPH_WORDS and not after[0].islower()
