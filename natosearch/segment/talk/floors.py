"""Floors set right: who asks though no label says so, who only hands over, and what answers a question unlabelled."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

from natosearch.model.passages import Span
from natosearch.rules import Rules
from natosearch.segment.labels.labels import Label
from natosearch.segment.labels.shapes import is_organised
from natosearch.segment.labels.words import is_interviewer
from natosearch.segment.talk.procedure import is_courtesy, is_hand_over
from natosearch.segment.talk.turns import RawTurn
from natosearch.segment.talk.unlabelled import split_answer
from natosearch.text.words import fold_text

_ASKING_END = 160  # code points: a question may be followed by thanks
_QUESTION_MARK = re.compile(r"\?(?![\w=&])")  # not that of an address
_MOST_WORDS = 150  # of a question, on the average
_FEWEST = 2  # questions without a label
_FEW_WORDS = 6
_LETTERS = re.compile(r"[A-Z]{3,6}$")
_ASIDE = re.compile(r"^[(\[][^()\[\]]*[)\]]\.?$")
_ASIDES = 6  # hand-overs and stage directions in a row that may stand before an answer goes on
_HOST = re.compile(r"\b(?:spokes(?:man|woman|person)|press secretary|press officer|moderator|aide)\b")


def set_floors(turns: list[RawTurn], text: str, rules: Rules) -> list[RawTurn]:
    """``turns`` with the floors that the conversation shows; every span stays in its place."""
    if not any(turn.label for turn in turns):
        return turns
    turns = _with_interviewers(turns, text)
    turns = _with_lost_questions(turns, text)
    turns = _with_labels_left_out(turns, text)
    turns = _with_unlabelled_answers(turns, text)
    turns = _with_answering_moderators(turns, text, rules)
    return _with_hand_overs(turns, text, rules)


def _with_interviewers(turns: list[RawTurn], text: str) -> list[RawTurn]:
    """Named people, and moderators, who ask rather than answer, where no label says `Question`: interviewers.

    Beside journalists a moderator asks where a question mark ends the words and an answer follows at once.
    """
    labels = [turn.label for turn in turns if turn.label]
    anchors = {label.key for label in labels if label.role == "person" and is_interviewer(label.text)}
    if anchors:
        turns = [replace(one, floor="question") if one.label and one.label.key in anchors else one for one in turns]
    if anchors or any(label.role == "question" for label in labels):
        turns = [_asking_moderator(turns, number, text) for number in range(len(turns))]
        return [_asking_once(turns, number, text) for number in range(len(turns))]
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    for turn in turns:
        if turn.label is not None and turn.label.role in ("person", "moderator"):
            said[turn.label.role, turn.label.key].append(turn.text(text))
    if turns[0].floor == "lead" and _asks_last(turns[0], text) and any(_asks_last(turn, text) for turn in turns[1:]):
        return turns  # labels are those of who answers
    asking = {voice for voice, words in said.items() if _is_asking(words, alone=len(said) == 2)}
    if len(said) == 2 and not asking:
        asking = _lesser_asker(said)
    persons = {voice for voice in said if voice[0] == "person"}
    if persons <= asking:
        asking -= persons
    askers = {voice[1] for voice in asking if voice[0] == "person" or _is_interviewer(said[voice])}
    return [replace(turn, floor="question") if turn.label and turn.label.key in askers else turn for turn in turns]


def _is_asking(said: list[str], *, alone: bool) -> bool:
    """Whether half of a voice's turns ask: short ones, for who speaks long asks himself, and more than one of them
    unless it is ``alone`` with another."""
    brief = sum(len(words.split()) for words in said) <= len(said) * _MOST_WORDS
    return brief and (len(said) > 1 or alone) and sum(map(_asks, said)) * 2 >= len(said)


def _lesser_asker(said: dict[tuple[str, str], list[str]]) -> set[tuple[str, str]]:
    """Of two voices the one that asks now and then and says far less."""
    one, other = sorted(said, key=lambda voice: sum(map(len, said[voice])))
    asks = sum(map(_asks, said[one]))
    less = sum(map(len, said[one])) * 3 < sum(map(len, said[other])) * 2
    return {one} if asks > 1 and less and asks > sum(map(_asks, said[other])) else set()


def _is_interviewer(said: list[str]) -> bool:
    """Whether a moderator's questions are more than `Shall we begin?`"""
    return sum(len(words.split()) for words in said) >= len(said) * _FEW_WORDS


def _asking_moderator(turns: list[RawTurn], number: int, text: str) -> RawTurn:
    turn = turns[number]
    if turn.floor != "moderator" or not _asks(turn.text(text)) or number + 1 == len(turns):
        return turn
    before = turns[number - 1].floor if number else "lead"
    asks = turns[number + 1].floor == "answer" and before not in ("question", "lead")
    return replace(turn, floor="question") if asks else turn


def _asking_once(turns: list[RawTurn], number: int, text: str) -> RawTurn:
    """Who asks once, and stands there with an organisation: `Tom Example - Harbour Post`, or its letters: `MIA`."""
    turn = turns[number]
    if turn.floor != "answer" or turn.label is None or not _asks(turn.text(text)):
        return turn
    if not is_organised(turn.label.text) and not _LETTERS.match(turn.label.text):
        return turn
    once = sum(other.label is not None and other.label.key == turn.label.key for other in turns) == 1
    answered = number + 1 < len(turns) and turns[number + 1].floor == "answer"
    return replace(turn, floor="question") if once and answered else turn


def _asks(words: str) -> bool:
    return bool(_QUESTION_MARK.search(words, max(0, len(words) - _ASKING_END)))


def _with_lost_questions(turns: list[RawTurn], text: str) -> list[RawTurn]:
    """A last paragraph that asks, right before a label `ANSWER`, whose own label was lost; or before any label, where
    only those who answer have one, as the European Central Bank prints it.
    """
    nameless = not any(turn.floor == "question" for turn in turns)
    asked = [_asks_last(turn, text) and bool(following.label) for turn, following in pairwise(turns)]
    only_answers = nameless and sum(asked) >= _FEWEST and sum(asked) * 2 >= sum(bool(turn.label) for turn in turns)
    found: list[RawTurn] = []
    for turn, following in pairwise([*turns, None]):
        assert turn is not None
        label = following.label if following is not None else None
        if label is not None and (only_answers or label.role == "answer") and _asks_last(turn, text):
            found.append(replace(turn, spans=turn.spans[:-1]))
            found.append(RawTurn("question", None, turn.spans[-1:]))
        else:
            found.append(turn)
    return found


def _with_labels_left_out(turns: list[RawTurn], text: str) -> list[RawTurn]:
    """An interview that labels the first question and the first answer alone: its paragraphs that ask ask."""
    floors = [turn.floor for turn in turns if turn.floor != "lead"]
    if floors != ["question", "answer"]:
        return turns
    last = turns[-1]
    parts = split_answer(text, list(last.spans))
    return [
        *turns[:-1],
        *(RawTurn(floor, last.label if n == 0 else None, spans) for n, (floor, spans) in enumerate(parts)),
    ]


def _asks_last(turn: RawTurn, text: str) -> bool:
    """Whether the last of several paragraphs of a statement or an answer asks."""
    return turn.floor in ("answer", "lead") and len(turn.spans) > 1 and _asks(turn.spans[-1].of(text))


def _with_unlabelled_answers(turns: list[RawTurn], text: str) -> list[RawTurn]:
    """Paragraphs behind one that asks, in a question that otherwise nobody answers: they answer it."""
    found: list[RawTurn] = []
    for number, turn in enumerate(turns):
        found.append(turn)
        if turn.floor != "question" or len(turn.spans) < 2 or _follows(turns, number) == "answer":
            continue
        asked = max((n for n, span in enumerate(turn.spans) if span.of(text).rstrip().endswith("?")), default=-1)
        if 0 <= asked < len(turn.spans) - 1:
            found[-1] = replace(turn, spans=turn.spans[: asked + 1])
            found.append(RawTurn("answer", None, turn.spans[asked + 1 :]))
    return found


def _follows(turns: list[RawTurn], number: int) -> str:
    """The floor of the next turn that is no hand-over and no stage direction; empty at the end."""
    later = (turn.floor for turn in turns[number + 1 : number + 1 + _ASIDES])
    return next((floor for floor in later if floor not in ("moderator", "direction")), "")


def _with_answering_moderators(turns: list[RawTurn], text: str, rules: Rules) -> list[RawTurn]:
    """A moderator who speaks between a question and the next, and hands nothing over, answers it."""
    found = []
    for number, turn in enumerate(turns):
        answers = (
            turn.floor == "moderator"
            and number > 0
            and turns[number - 1].floor == "question"
            and _follows(turns, number) in ("question", "")
            and not is_hand_over(turn.text(text), rules)
            and not is_courtesy(turn.text(text))
            and not _ASIDE.match(turn.text(text))
        )
        found.append(replace(turn, floor="answer") if answers else turn)
    return found


def _with_hand_overs(turns: list[RawTurn], text: str, rules: Rules) -> list[RawTurn]:
    """Who gives the floor or closes moderates, and who hosts and never answers; so does a last thanks."""
    hosts = _hosts(turns, text, rules)
    found = []
    for number, turn in enumerate(turns):
        after_question = number > 0 and turns[number - 1].floor == "question"
        if turn.floor in ("answer", "lead") and len(turn.spans) > 1 and _gives_way(turns, number):
            found.extend(_without_last_words(turn, text, rules, after_question))
            continue
        if turn.floor == "answer" and turn.label is not None:
            words = turn.text(text)
            hands_over = not after_question and " " in words.strip() and is_hand_over(words, rules)
            turn = replace(turn, floor="moderator") if hands_over or turn.label.key in hosts else turn
        elif turn.floor == "question" and (_closes(turns, number, text) or _hands_on(turns, number, text, rules)):
            turn = replace(turn, floor="moderator")
        found.append(turn)
    return found


def _gives_way(turns: list[RawTurn], number: int) -> bool:
    """Whether a question follows the turn, or somebody else's."""
    if _follows(turns, number) == "question":
        return True
    label, after = turns[number].label, turns[number + 1].label if number + 1 < len(turns) else None
    return label is not None and after is not None and label.key != after.key


def _without_last_words(turn: RawTurn, text: str, rules: Rules, answers: bool) -> list[RawTurn]:
    """A turn, and apart from it a last paragraph that only says `I am happy to take your questions.` or `Josh Wu.`

    One word may be an answer.
    """
    last = turn.spans[-1].of(text)
    if not is_hand_over(last, rules) or (answers and (" " not in last or rules.places.get(last.strip(".")))):
        return [turn]
    label = turn.label and replace(turn.label, span=Span(turn.spans[-1].start, turn.spans[-1].start))
    return [replace(turn, spans=turn.spans[:-1]), RawTurn("moderator", label, turn.spans[-1:])]


def _closes(turns: list[RawTurn], number: int, text: str) -> bool:
    """Whether a last questioner only takes leave: nobody answers, and nothing is asked."""
    words = turns[number].text(text)
    last = _follows(turns, number) == "" and number > 0
    says = not is_courtesy(words) and not _ASIDE.match(words)
    return last and "?" not in words and says and turns[number].label is not None


def _hands_on(turns: list[RawTurn], number: int, text: str, rules: Rules) -> bool:
    """Whether a voice without a name only calls the next: `(UNKNOWN): Yes, in the back.`"""
    unanswered = _follows(turns, number) != "answer"
    words = turns[number].text(text)
    calls = " " in words.strip() and not _ASIDE.match(words)
    return unanswered and "?" not in words and calls and is_hand_over(words, rules)


def _hosts(turns: list[RawTurn], text: str, rules: Rules) -> set[str]:
    """Voices of spokespeople that never answer a question and speak only to hand over, open or close."""
    named: dict[str, Label] = {}
    answering: set[str] = set()
    for number, turn in enumerate(turns):
        if turn.floor != "answer" or turn.label is None:
            continue
        named.setdefault(turn.label.key, turn.label)
        after_question = number > 0 and turns[number - 1].floor == "question"
        if after_question and not is_hand_over(turn.text(text), rules):
            answering.add(turn.label.key)
    if len(named) < 2 or not any(turn.floor == "question" for turn in turns):
        return set()
    hosts = {key for key, label in named.items() if _HOST.search(fold_text(label.text))}
    hosts |= {key for key in named if any(key != host and set(key.split()) <= set(host.split()) for host in hosts)}
    return {key for key in hosts if not _same_voice(key, answering)}


def _same_voice(key: str, others: set[str]) -> bool:
    """Whether one of ``others`` ends in the same name: `appathurai` and `james appathurai nato spokesman`."""
    words = set(key.split())
    return key in others or any(set(other.split()) <= words for other in others)
