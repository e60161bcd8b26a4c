"""Where paragraphs begin, whatever way of showing it a text has."""

from __future__ import annotations

import pytest

from natosearch.segment.page.paragraphs import mark_paragraphs
from natosearch.text.lines import split_lines

MARGIN = """\
The ministers met this morning and they agreed on the plan that
was put before them in the autumn. It is a good plan.
In the afternoon they met the partners from the other shore of
the sea, who had come with a plan of their own.
Nobody was surprised by that, and nobody complained of it in
the evening when all of them met again over the soup, which had
been cooked with care, and over a fish that nobody could name or
had ever seen before in these waters, as the oldest of them told
the others. They ate it."""
SUBTITLES = """\
Good afternoon. We have met this
morning and we have agreed on the plan that was put before us in the
autumn. It is a good plan, and
it will be carried out by all of us.
And then we met the partners
from the other shore of the sea, who had come a long way to see us and to
tell us about
their own plan, which was longer."""


def paragraphs(text: str) -> list[str]:
    """The first two words of each paragraph."""
    return [" ".join(line.text.split()[:2]) for line in mark_paragraphs(split_lines(text)) if line.gap]


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("One thing.\nAnother\n\nA third.\n\nA fourth.", ["One thing.", "A third.", "A fourth."]),  # blank lines
        (MARGIN, ["The ministers", "In the", "Nobody was"]),  # a short last line
        (MARGIN.replace("\n", "\n\n"), ["The ministers", "In the", "Nobody was"]),  # a typescript's double spacing
        (MARGIN.replace("\n", "\r\n"), ["The ministers", "In the", "Nobody was"]),
        (SUBTITLES, ["Good afternoon."]),  # lines end anywhere
        (
            "First.\nSecond one.\nThird one here.\nAnd a fourth.\nThe last.",
            ["First.", "Second one.", "Third one", "And a", "The last."],
        ),
        (
            "   The envoys met today to discuss the offer of the\nother side, diplomats said in the evening.\n"
            "   They expected no reply before the summer of the year\nand were not in a hurry, they said.\n   That was all of it.",
            ["The envoys", "They expected", "That was"],
        ),  # an indent
        (
            "**Will it rain?**\nIt will.\n**And tomorrow?**\nIt will not.",
            ["**Will it", "It will.", "**And tomorrow?**", "It will"],
        ),
        (
            "It takes:\n\n\u2022 money;\n\u2022 time;\n\u2022 patience.",
            ["It takes:", "\u2022 money;", "\u2022 time;", "\u2022 patience."],
        ),
        ("", []),
        ("One", ["One"]),
    ],
)
def test_paragraphs(text: str, begin: list[str]) -> None:
    assert paragraphs(text) == begin


@pytest.mark.parametrize(
    "text",
    [
        "He said that he would come\nto the meeting.\n\nHe came.",  # a break within a paragraph, others with blank lines
        "- he said\n- she said\n\nThey agreed.",
        "   A verse that is\n   set in from the\n   margin as a whole\n\nProse.",
    ],
)
def test_a_line_break_alone_is_no_paragraph(text: str) -> None:
    assert len(paragraphs(text)) == 2
