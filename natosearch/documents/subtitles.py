"""Subtitles (SRT, WebVTT) to the words that are said, in paragraphs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from natosearch.documents.extracted import Unreadable

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMING = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}")
_BLOCK = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,40})?\s+([^<>]{1,80})>")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>|<[\d:.]{5,15}>|\{\\[^{}]{0,80}\}")
_ENTITY = re.compile(r"&(?:amp|lt|gt|nbsp|lrm|rlm|quot|apos|#\d{1,6});")
_CHANGE = re.compile(r">{2,3}\s*")  # American captions: `>> NAME:`, or `>>` alone where somebody else begins
_DASH = re.compile(r"[-\u2013\u2014]\s*(?=\S)")
_SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u2019\u201d\u00bb)\]]*$")
_PAUSE = 2.0  # seconds without a cue, after a sentence: a new paragraph
_LONG_PAUSE = 5.0  # a new paragraph wherever it is
_PARAGRAPH = 700  # code points after which the next sentence begins a new paragraph, as editors set them
_ROLLING = 3  # of so many cues one that repeats: automatic captions repeat in every second or in each
_NO_SENTENCES = 1500  # automatic captions have no full stops


@dataclass(slots=True)
class _Cue:
    """The lines shown between two moments, in seconds."""

    start: float
    end: float
    lines: list[str] = field(default_factory=list)


def subtitle_text(text: str) -> str:
    """What is said in the subtitles ``text``: a line for each line shown, a blank line between paragraphs.

    Numbers, times, notes and tags are left out; a voice (`<v NAME>`) becomes a label where it changes; lines that
    automatic captions show a second time while the next rolls in stand there once. Raises Unreadable without any cue.
    """
    cues = _cues(text)
    if not cues:
        raise Unreadable("no subtitles in it; no line has a time like 00:00:01,000 --> 00:00:04,000")
    said = "\n".join(_paragraphs(cues))
    if not said.strip():
        raise Unreadable("subtitles without words")
    return said + "\n"


def _cues(text: str) -> list[_Cue]:
    cues: list[_Cue] = []
    skipping = False
    blank = True
    for line in re.split(r"\r\n|\r|\n", text):
        timing = _TIMING.match(line)
        if timing:
            _drop_number(cues, blank_before=blank)
            cues.append(_Cue(_seconds(timing.groups()[:4]), _seconds(timing.groups()[4:])))
            skipping = False
        elif not line.strip():
            skipping = False
        elif blank and _BLOCK.match(line):
            skipping = True
        elif cues and not skipping:
            cues[-1].lines.append(line.strip() if not blank else f"\n{line.strip()}")
        blank = not line.strip()
    return cues


def _drop_number(cues: list[_Cue], *, blank_before: bool) -> None:
    """The line before a time is the next cue's number or name; it was taken for a line of the cue before."""
    if cues and cues[-1].lines and not blank_before:
        last = cues[-1].lines[-1]
        if last.startswith("\n") or last.isdigit():
            cues[-1].lines.pop()


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}")


def _paragraphs(cues: list[_Cue]) -> Iterator[str]:
    """The lines said, an empty one where a paragraph ends."""
    before: list[str] = []
    rolling = _is_rolling(cues)
    voice, length, last, end = "", 0, "", 0.0
    for cue in cues:
        shown: list[str] = []
        for raw in cue.lines:
            named = _VOICE.search(raw)
            line = _plain(raw)
            if not line:
                continue
            shown.append(line)
            if rolling and line in before:
                continue
            name = named.group(1).strip() if named else ""
            line, opens = _opening(line)
            opens = opens or bool(name and name != voice)
            if last and (opens or _is_pause(cue.start - end, last, length)):
                yield ""
                length = 0
            yield f"{name}: {line}" if name and name != voice else line
            voice, last, end = name or voice, line, cue.end
            length += len(line)
        before = shown or before
        end = max(end, cue.end)


def _is_rolling(cues: list[_Cue]) -> bool:
    """Whether most cues begin with what the one before showed: not two people who each say `Thank you.`"""
    shown = [lines for cue in cues if (lines := [plain for line in cue.lines if (plain := _plain(line))])]
    again = sum(after[0] in before for before, after in pairwise(shown))
    return again * _ROLLING > len(shown)


def _plain(line: str) -> str:
    untagged = _TAG.sub("", line)
    return " ".join(_ENTITY.sub(lambda entity: html.unescape(entity.group()), untagged).split())


def _opening(line: str) -> tuple[str, bool]:
    """``line`` without the sign that somebody else begins to speak, and whether there was one."""
    change = _CHANGE.match(line)
    if change:
        return line[change.end() :] or line, True
    return line, bool(_DASH.match(line))


def _is_pause(seconds: float, last: str, length: int) -> bool:
    if seconds >= _LONG_PAUSE or length > _NO_SENTENCES:
        return True
    return bool(_SENTENCE_END.search(last)) and (seconds >= _PAUSE or length > _PARAGRAPH)
