"""Captions, credits and subheadings between paragraphs; and the lines of a text that look like them."""

from __future__ import annotations

import pytest

from natosearch.segment.page.captions import is_section
from tests.documents import understand

FIRST = "The soldiers cleared the road on Tuesday, two days after the rain had carried it away."
SECOND = "The villages above the lake had been cut off since Sunday morning, their mayor said."
SPOKEN = "I thank you for what you did for us here, and we shall not forget it in our villages."


def between(line: str, paragraph: str = FIRST, after: str = SECOND) -> str:
    """What becomes of a line between two paragraphs of an article, or of a speech."""
    document = understand(f"The road to the dam\n\n12 May 2021\n\n{paragraph}\n\n{line}\n\n{after}")
    start = document.text.index(line, len("The road to the dam"))
    if any(span.start == start for span in document.furniture):
        return "furniture"
    return "header" if any(span.start == start for span in document.header) else "body"


@pytest.mark.parametrize(
    "line",
    [
        "General Brand (right) and Colonel Maas walk along the road",
        "The mayor (second from left) and her guests",
        "The road below the dam (Photo: town archive)",
        "The road below the dam | Photo: Nora Quist",
        "Photo by Staff Sergeant Lena Holm",
        "General Brand signs the book of honour",
        "Admiral Rob Bauer at the guard of honour in Sarajevo",
        "The Chair of the NATO Military Committee, Admiral Rob Bauer and Lieutenant General Otto Brand",
        "Jens Stoltenberg and Mark Rutte on the steps of the palace",
        "The guard walks along the road below the dam (Ansa)",
        "The guard walks along the road below the dam (AP Photo/Nora Quist)",
    ],
)
def test_captions_in_an_article(line: str) -> None:
    assert between(line) == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "General Brand signs the book of honour.",  # a sentence
        "General Brand was the first to walk along the road after the flood and he said so",
        "General Brand visited the dam",
        "- General Brand and his staff",
        "The villages had waited",
        "Ida Nora Quist of Oslo (Reuters)",  # who asks
        "The guard walks along the road below the dam (Tuesday)",
        "He said (that was on Tuesday) no more",
        "General Brand spoke of three things:",
    ],
)
def test_what_is_no_caption(line: str) -> None:
    assert between(line) != "furniture"


@pytest.mark.parametrize(
    "line", ["Jens Stoltenberg", "General Brand signs the book", "Ladies and gentlemen", "Thank you all"]
)
def test_what_a_speaker_may_have_said(line: str) -> None:
    assert between(line, SPOKEN, SPOKEN) == "body"


@pytest.mark.parametrize(
    "line", ["A letter with no answer", "What comes next", "**The way ahead**", "Deterrence: the oldest craft"]
)
def test_subheadings(line: str) -> None:
    assert between(line) == "header"
    assert between(line, SPOKEN, SPOKEN) == "header"


@pytest.mark.parametrize(
    "line",
    [
        "A letter with no answer.",
        "a letter with no answer",
        "Bloomberg",  # a moderator calls on it
        "Amela Radić - Dnevni avaz",  # who speaks next
        "1. The letter",
        "A letter that nobody has answered in all of these seven years",
    ],
)
def test_what_is_no_subheading(line: str) -> None:
    assert between(line) == "body"


def test_a_list_is_no_row_of_headings() -> None:
    text = f"The road\n\n12 May 2021\n\n{FIRST}\n\nThey asked for three things:\n\nSand\n\nStones\n\nTime\n\n{SECOND}"
    assert [span.of(text) for span in understand(text).header] == ["The road", "12 May 2021"]


@pytest.mark.parametrize(
    ("line", "credit", "caption"),
    [
        ("The guards below the dam during the parade", "Photo by Nora Quist", True),
        ("The guards walked below the dam during the parade.", "Photo by Nora Quist", False),  # a sentence
        ("What we saw below the dam during the parade", "Photo by Nora Quist", False),
        ("The guards below the dam during the parade", "Photo by photo they came to see it, one and all.", False),
    ],
)
def test_the_line_over_a_credit_is_its_caption(line: str, credit: str, caption: bool) -> None:
    text = f"The road to the dam\n\n12 May 2021\n\n{FIRST}\n\n{line}\n{credit}\n\n{SECOND}"
    assert (line in [span.of(text) for span in understand(text).furniture]) is caption


def test_in_a_transcript_only_names_and_pictures_are_captions() -> None:
    questions = (
        "Question: Will they stay?\n\nSecretary General: They will.\n\nQuestion: Sure?\n\nSecretary General: Yes."
    )
    for line, kept in (
        ("Jens Stoltenberg in Skopje", False),
        ("The troops (Photo: NATO)", False),
        ("A word on the troops", True),
    ):
        text = f"Press conference\n\n{questions}\n\n{line}\n\n{questions}"
        assert (line not in [span.of(text) for span in understand(text).furniture]) is kept


def test_names_behind_the_last_sentence_are_a_signature() -> None:
    text = f"The road\n\n12 May 2021\n\n{FIRST}\n\n{SECOND}\n\nJens Stoltenberg"
    assert understand(text).furniture == ()


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Q&A", True),
        ("Questions and Answers", True),
        ("OPENING REMARKS", True),
        ("Question and answer session", True),
        ("Questions from the press", True),
        # the last line of a wrapped sentence, and what somebody says
        ("Q&A session.", False),
        ("questions from the media", False),
        ("Questions", False),
        ("Opening remarks were long", False),
    ],
)
def test_headings_of_a_transcripts_parts(text: str, section: bool) -> None:
    assert is_section(text) is section
