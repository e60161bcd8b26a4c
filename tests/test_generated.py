"""Transcripts made up by the hundred: whatever the style of the labels and the spacing, nobody's words move to another."""

from __future__ import annotations

import textwrap
from typing import NamedTuple

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from natosearch.model.documents import Document
from natosearch.model.passages import Turn
from tests.case_files import goes_on
from tests.documents import understand
from tests.test_laws import check


class Style(NamedTuple):
    """What stands before a question, an answer and a hand-over; empty where the style has no hand-overs.

    ``first`` is what stands before the first question and the first answer, where that is something else.
    """

    question: str
    answer: str
    moderator: str = ""
    first: tuple[str, str] = ("", "")


class Who(NamedTuple):
    name: str
    surname: str
    date: str

    @property
    def forms(self) -> dict[str, str]:
        """The name as labels have it."""
        initials = "".join(word[0] for word in self.name.split())
        return {"name": self.name, "NAME": self.name.upper(), "SURNAME": self.surname.upper(), "initials": initials}


class Said(NamedTuple):
    """The role of a turn and its words, on one line."""

    role: str
    words: str


class Transcript(NamedTuple):
    text: str
    said: list[Said]


PEOPLE = [
    Who("Jens Stoltenberg", "Stoltenberg", "22 Nov. 2018"),
    Who("Anders Fogh Rasmussen", "Rasmussen", "3 May 2012"),
    Who("Lord Robertson", "Robertson", "14 March 2002"),
    Who("Javier Solana", "Solana", "9 June 1998"),
    Who("Mark Rutte", "Rutte", "30 January 2025"),
]
STYLES = {
    "office and name": Style("Question: ", "Secretary General {name}: ", "Moderator: "),
    "Q and a name": Style("Q: ", "{name}: ", "Moderator: "),
    "capitals": Style("QUESTION:  ", "{NAME}:  ", "MODERATOR:  "),
    "no-break spaces": Style("QUESTION:\u00a0 ", "SECRETARY GENERAL {SURNAME}:\u00a0 ", "MODERATOR:\u00a0 "),
    "Q. and A.": Style("Q. ", "A. "),
    "Q. and A. glued": Style("Q.", "A."),
    "the office in brackets": Style("Journalist: ", "{name} (NATO Secretary General): ", "Moderator: "),
    "the office in square brackets": Style("QUESTION: ", "{NAME} [NATO Secretary General]: ", "MODERATOR: "),
    "the outlet in brackets": Style("Question (Reuters): ", "{name}: ", "Moderator (Ada Example): "),
    "alone on the line": Style("JOURNALIST:\n\n", "SECRETARY GENERAL:\n\n", "MODERATOR:\n\n"),
    "Q and spaces": Style("Q    ", "SECRETARY GENERAL {SURNAME}:  ", "MODERATOR:  "),
    "a space before the colon": Style("Question : ", "{name} : ", "Moderator : "),
    "dashes": Style("Question - ", "Answer - Secretary General - "),
    "a name and an outlet": Style("Ada Example, Reuters: ", "{name}: ", "Moderator: "),
    "numbers": Style("{n}. ", "ANSWER: "),
    "initials": Style("AE: ", "{initials}: ", first=("Ada Example: ", "{name}: ")),
}
TOGETHER = ("office and name", "Q and a name", "capitals")  # styles whose turns may stand in one paragraph
QUESTIONS = [
    "Will the troops stay over the winter?",
    "Is there a plan for the north, and who has seen it?",
    "Thank you. What did the ministers say about the new headquarters, and when will it open?",
    "How many soldiers are there today?",
    "You have said that the door is open. For whom?",
    "And if the parliament votes against it?",
    "Good afternoon. I have two questions. First, who pays? And second, who decides?",
    "Do you trust them?",
    "Why has it taken so long to send the engineers that were promised in spring?",
]
ANSWERS = [
    "They will, and nobody has asked for anything else.",
    "The plan was agreed this morning. It will be put into practice step by step, and it will be looked at again in June.",
    "I have seen it. It is long.",
    "No.",
    "What we have decided is that all Allies will do more, and that they will do it together. That is what counts.",
    "For those who meet the criteria, and they know which ones these are.",
    "I will not speculate. Is it likely? No. Is it possible? Everything is.",
    "Thank you for the question. The engineers are on their way.",
    "We will see.",
]
STATEMENTS = [
    "Good afternoon to all of you, and thank you for coming out in this weather.",
    "We have just finished a very good meeting with our partners, and I can tell you what came of it.",
    "The Allies have agreed to train more people and to train them earlier than before.",
]
HAND_OVERS = ["The next question, please.", "The lady in the second row.", "Last question, in the back."]
BEFORE = ["Search our content", "Skip to main content", "We use cookies to improve your experience."]
BETWEEN = ["Photo: Ada Example / archive", "Share this", "(Presentation Photo)"]
AFTER = ["Share this\nPrint", "Related news\nA quiet day at the headquarters", "© All rights reserved"]
SPACINGS = ["\n\n", "\n\n\n", "\n", "\r\n\r\n", "wrapped"]
WIDTH = 62
SEARCH = (Phase.generate, Phase.shrink)


@st.composite
def transcripts(draw: st.DrawFn, style: Style) -> Transcript:
    """A header, an opening now and then, two to five exchanges with a hand-over here and there, page matter anywhere."""
    who = draw(st.sampled_from(PEOPLE))
    least = 3 if style.first[0] else 2  # initials that stand once are no labels
    asked = draw(st.lists(st.sampled_from(QUESTIONS), min_size=least, max_size=5, unique=True))
    answered = draw(st.permutations(ANSWERS))
    said = [Said("statement", words) for words in STATEMENTS] if style.moderator and draw(st.booleans()) else []
    for question, answer in zip(asked, answered, strict=False):
        if style.moderator and draw(st.booleans()):
            said.append(Said("moderator", draw(st.sampled_from(HAND_OVERS))))
        said += [Said("question", question), Said("answer", answer)]
    spacing = draw(st.sampled_from(SPACINGS))
    blocks = blocks_of(said, style, who)
    if spacing != "\n" and draw(st.booleans()):
        starts = [number for number, turn in enumerate(said) if turn.role == "question"]
        blocks.insert(draw(st.sampled_from(starts)), draw(st.sampled_from(BETWEEN)))
    blocks = [f"Press conference by NATO Secretary General {who.name}", who.date, *blocks]
    blocks = [*draw(st.lists(st.sampled_from(BEFORE), max_size=1)), *blocks]
    blocks += draw(st.lists(st.sampled_from(AFTER), max_size=1))
    return Transcript(joined(blocks, spacing), said)


@st.composite
def run_together(draw: st.DrawFn, style: Style) -> Transcript:
    """A header, and all turns in one paragraph, on one line or on several."""
    who = draw(st.sampled_from(PEOPLE))
    said: list[Said] = []
    for question in draw(st.lists(st.sampled_from(QUESTIONS), min_size=2, max_size=4, unique=True)):
        said += [Said("moderator", draw(st.sampled_from(HAND_OVERS)))] if draw(st.booleans()) else []
        said += [Said("question", question), Said("answer", draw(st.sampled_from(ANSWERS)))]
    blocks = [f"Questions and answers with NATO Secretary General {who.name}", who.date]
    return Transcript(
        joined([*blocks, " ".join(blocks_of(said, style, who))], draw(st.sampled_from(["\n\n", "wrapped"]))), said
    )


def blocks_of(said: list[Said], style: Style, who: Who) -> list[str]:
    """The turns as paragraphs; an opening has its label once."""
    blocks, before, asked = [], "", 0
    for turn in said:
        asked += turn.role == "question"
        label = "" if turn.role == before == "statement" else label_of(turn.role, asked, style)
        blocks.append(label.format(**who.forms, n=asked) + turn.words)
        before = turn.role
    return blocks


def label_of(role: str, asked: int, style: Style) -> str:
    """The label of a turn in the exchange with this number."""
    if asked == 1 and style.first[0] and role in ("question", "answer"):
        return style.first[role == "answer"]
    return {"question": style.question, "moderator": style.moderator}.get(role, style.answer)


def joined(blocks: list[str], spacing: str) -> str:
    """The blocks one after the other, a label that stands alone on its line spaced as the rest."""
    if spacing == "wrapped":
        return "\n\n".join(wrapped(line) for block in blocks for line in block.split("\n\n")) + "\n"
    return spacing.join(block.replace("\n\n", spacing) for block in blocks) + "\n"


def wrapped(block: str) -> str:
    """Long paragraphs on several lines; the spaces of a label stay."""
    if len(block) <= WIDTH:
        return block
    return textwrap.fill(block, WIDTH, break_long_words=False, break_on_hyphens=False)


def said_in(document: Document) -> list[Said]:
    """Every turn with its words; what somebody goes on to say in the same unit is the same turn.

    A line that is nobody's words, and is not indexed, is no turn.
    """
    found: list[Said] = []
    for unit in document.units:
        if unit.unit == "other" and all(turn.role == "narration" for turn in unit.turns):
            continue
        before: Turn | None = None
        for turn in unit.turns:
            words = " ".join(turn.span.of(document.text).split())
            if before is not None and goes_on(before, turn, document.text):
                found[-1] = Said(turn.role, f"{found[-1].words} {words}")
            else:
                found.append(Said(turn.role, words))
            before = turn
    return found


def holds_of(transcripts: st.SearchStrategy[Transcript], examples: int) -> None:
    """The words of every turn are where they belong in all of these."""

    @settings(max_examples=examples, deadline=None, derandomize=True, database=None, phases=SEARCH)
    @given(transcripts)
    def holds(transcript: Transcript) -> None:
        document = understand(transcript.text, "/made-up/text.txt")
        check(document)
        assert said_in(document) == transcript.said, transcript.text

    holds()


@pytest.mark.parametrize("style", STYLES)
def test_nobodys_words_move_to_another(style: str) -> None:
    holds_of(transcripts(STYLES[style]), examples=30)


@pytest.mark.parametrize("style", TOGETHER)
def test_nor_do_they_in_one_paragraph(style: str) -> None:
    holds_of(run_together(STYLES[style]), examples=15)
