"""The sentences of a passage that answer a query best."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from natosearch.model.passages import Hit, Passage, Role, Span, Turn
from natosearch.text.sentences import split_sentences
from natosearch.text.words import split_words, stem

_LENGTH = 320  # code points; a longer sentence is shown whole
_SAID: tuple[Role, ...] = ("answer", "statement", "reported", "narration")

_Rank = tuple[int, bool, int, int, int]


class Snippet(NamedTuple):
    """Whole sentences of one turn: their span in the passage's text, the turn, and the matches inside."""

    span: Span
    turn: Turn
    matches: tuple[Span, ...]


def choose_snippet(hit: Hit) -> Snippet:
    """The run of sentences, of the turns that were searched, with the most different matched words; of equals what is
    said before what is asked, then where they stand closest, then the most matches, then the earliest.

    With a filter by speaker the snippet is always theirs, also where the words stand in the question that they answer.
    Without a match in the text, how the first answer or the paragraph begins.
    """
    forms = [" ".join(map(stem, split_words(match.of(hit.passage.text)).folded)) for match in hit.matches]

    def rank(snippet: Snippet) -> _Rank:
        first = bisect_left(hit.matches, snippet.matches[0]) if snippet.matches else 0
        inside = forms[first : first + len(snippet.matches)]
        different, said = len(set(inside)), snippet.turn.role in _SAID
        return different, said, -_shortest(snippet.matches, inside), len(inside), -snippet.span.start

    return max(_candidates(hit), key=rank)


def heard_turns(hit: Hit) -> tuple[Turn, ...]:
    """The turns that were searched: what is shown comes from these."""
    return hit.heard or hit.passage.turns


def _candidates(hit: Hit) -> Iterator[Snippet]:
    """Snippets that begin with a sentence that matches, or with their turn."""
    starts = [match.start for match in hit.matches]
    turns = heard_turns(hit)
    for turn in [turn for turn in turns if turn.speaker in hit.voices] or turns:
        sentences = [span.moved(turn.span.start) for span in split_sentences(turn.span.of(hit.passage.text))]
        for number, sentence in enumerate(sentences or [turn.span]):
            first = bisect_left(starts, sentence.start)
            if number and not (first < len(starts) and starts[first] < sentence.end):
                continue
            span = _window(sentences or [turn.span], number)
            within = hit.matches[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            yield Snippet(span, turn, tuple(match for match in within if match.end <= span.end))


def _shortest(matches: tuple[Span, ...], forms: list[str]) -> int:
    """The length, in code points, of the shortest stretch with a match of every form; 0 for fewer than two forms."""
    wanted, counted = len(set(forms)), Counter[str]()
    if wanted < 2:
        return 0
    lengths, first = [], 0
    for last, form in enumerate(forms):
        counted[form] += 1
        while counted[forms[first]] > 1:
            counted[forms[first]] -= 1
            first += 1
        if len(counted) == wanted:
            lengths.append(matches[last].end - matches[first].start)
    return min(lengths)


def _window(sentences: list[Span], first: int) -> Span:
    """The sentences from ``first`` on that fit into a snippet, and before it where the turn ends too soon."""
    start, end = sentences[first]
    for number in range(first + 1, len(sentences)):
        if sentences[number].end - start > _LENGTH:
            return Span(start, end)
        end = sentences[number].end
    for number in range(first - 1, -1, -1):
        if end - sentences[number].start > _LENGTH:
            break
        start = sentences[number].start
    return Span(start, end)


def opening(passage: Passage) -> Span:
    """How a passage begins, in whole sentences: what is shown of one that is only there for context."""
    sentences = split_sentences(passage.text[: 4 * _LENGTH])
    if not sentences:
        return Span(0, len(passage.text))
    end = _window(sentences, 0).end
    # The last sentence of the stretch looked at may go on behind it.
    return _window(split_sentences(passage.text), 0) if end == sentences[-1].end else Span(0, end)


def voice(passage: Passage, turn: Turn) -> str:
    """Who has a turn of ``passage``: a name, else the outlet that asks, else the label, else nothing."""
    asked_by = passage.asked_by if turn.role == "question" else None
    return turn.speaker or asked_by or turn.label or ""
