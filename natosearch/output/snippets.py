"""The sentences of a passage that answer a query best."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from natosearch.model.passages import Hit, Span, Turn
from natosearch.text.sentences import split_sentences
from natosearch.text.words import fold_text

_LENGTH = 320  # code points; a longer sentence is shown whole


@dataclass(frozen=True, slots=True)
class Snippet:
    """Whole sentences of one turn: their span in the passage's text, the turn, and the matches inside."""

    span: Span
    turn: Turn
    matches: tuple[Span, ...]


def choose_snippet(hit: Hit) -> Snippet:
    """The run of sentences with the most different matches, then the most matches; of equals what is said before what
    is asked, then the earliest. Without a match in the text, how the answer or the paragraph begins.
    """
    text = hit.passage.text
    best: tuple[tuple[int, int, bool, int], Snippet] | None = None
    for turn in hit.passage.turns:
        sentences = [span.moved(turn.span.start) for span in split_sentences(turn.span.of(text))]
        for number in range(len(sentences)):
            span = _window(sentences, number)
            inside = _inside(hit.matches, span)
            different = len({fold_text(match.of(text)) for match in inside})
            rank = (different, len(inside), turn.role != "question", -span.start)
            if best is None or rank > best[0]:
                best = rank, Snippet(span, turn, inside)
    if best is None:
        turn = hit.passage.turns[0]
        return Snippet(turn.span, turn, ())
    return best[1]


def _inside(matches: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    """Those of ``matches``, which are in order, that lie in ``span``."""
    first, last = bisect_left(matches, span.start, key=_start), bisect_left(matches, span.end, key=_start)
    return tuple(match for match in matches[first:last] if match.end <= span.end)


def _start(match: Span) -> int:
    return match.start


def _window(sentences: list[Span], first: int) -> Span:
    """The sentences from ``first`` on that fit into a snippet."""
    end = sentences[first].end
    for sentence in sentences[first + 1 :]:
        if sentence.end - sentences[first].start > _LENGTH:
            break
        end = sentence.end
    return Span(sentences[first].start, end)


def speaker_shown(hit: Hit, snippet: Snippet) -> str:
    """Who says the snippet: a name, else the outlet that asks, else the label it stands under, else nothing."""
    turn = snippet.turn
    if turn.role == "question":
        return turn.speaker or hit.passage.asked_by or turn.label or ""
    return turn.speaker or turn.label or ""
