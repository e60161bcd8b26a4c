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
    is asked, then the earliest. Without a match in the text, how the first answer or the paragraph begins.
    """
    text, matches = hit.passage.text, hit.matches
    forms = [fold_text(match.of(text)) for match in matches]
    starts = [match.start for match in matches]
    best: tuple[tuple[int, int, bool, int], Snippet] | None = None
    for turn in hit.passage.turns:
        sentences = [span.moved(turn.span.start) for span in split_sentences(turn.span.of(text))]
        for number, sentence in enumerate(sentences):
            first = bisect_left(starts, sentence.start)
            if number and not (first < len(starts) and starts[first] < sentence.end):
                continue  # a snippet begins with a match, or with the turn
            span = _window(sentences, number)
            within = range(bisect_left(starts, span.start), bisect_left(starts, span.end))
            inside = [n for n in within if matches[n].end <= span.end]
            rank = (len({forms[n] for n in inside}), len(inside), turn.role != "question", -span.start)
            if best is None or rank > best[0]:
                best = rank, Snippet(span, turn, tuple(matches[n] for n in inside))
    return best[1] if best else Snippet(hit.passage.turns[0].span, hit.passage.turns[0], ())


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


def speaker_shown(hit: Hit, snippet: Snippet) -> str:
    """Who says the snippet: a name, else the outlet that asks, else the label it stands under, else nothing."""
    turn = snippet.turn
    if turn.role == "question":
        return turn.speaker or hit.passage.asked_by or turn.label or ""
    return turn.speaker or turn.label or ""
