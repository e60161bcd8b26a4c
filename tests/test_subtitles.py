"""SRT and WebVTT: what is said and nothing else, in paragraphs."""

from __future__ import annotations

import pytest

from natosearch.documents.extracted import Unreadable
from natosearch.documents.subtitles import subtitle_text

CASES = {
    "numbers, times and tags": (
        "1\n00:00:01,000 --> 00:00:03,000\n<i>Good afternoon.</i>\n\n2\n00:00:03,000 --> 00:00:05,500 X1:10\n{\\an8}We met <b>today</b>\nin Oslo.\n",
        "Good afternoon.\nWe met today\nin Oslo.\n",
    ),
    "a pause after a sentence": (
        "1\n00:00:01,000 --> 00:00:03,000\nGood afternoon.\n\n2\n00:00:05,500 --> 00:00:07,000\nWe met today,\n\n3\n00:00:09,500 --> 00:00:11,000\nand it was good.\n",
        "Good afternoon.\n\nWe met today,\nand it was good.\n",
    ),
    "Windows line ends, no blank lines": (
        "1\r\n00:00:01,000 --> 00:00:03,000\r\nIn 1999\r\n2\r\n00:00:03,000 --> 00:00:05,000\r\n50,000\r\n",
        "In 1999\n50,000\n",
    ),
    "a number that is said": (
        "1\n00:00:01,000 --> 00:00:02,000\nHow many?\n\n2\n00:00:02,000 --> 00:00:03,000\n40\n\n3\n00:00:03,000 --> 00:00:04,000\nWell.\n",
        "How many?\n40\nWell.\n",
    ),
    "dashes of two people": (
        "1\n00:00:01,000 --> 00:00:02,000\n- Will you stay?\n- We will.\n",
        "- Will you stay?\n\n- We will.\n",
    ),
    "American captions": (
        "1\n00:00:01,000 --> 00:00:02,000\n>> MR. BROWN: We met.\n\n2\n00:00:02,000 --> 00:00:03,000\n>> And then?\n",
        "MR. BROWN: We met.\n\nAnd then?\n",
    ),
    "WebVTT": (
        "WEBVTT - Press point\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE\nseen by\nan editor\n\nintro\n00:01.000 --> 00:03.000 align:start\nGood afternoon &amp; welcome.\n\n00:03.000 --> 00:05.000\nWe<00:03.500><c.yellow> met</c> today.\n",
        "Good afternoon & welcome.\nWe met today.\n",
    ),
    "voices become labels where they change": (
        "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ann Brown>Good afternoon.</v>\n\n00:03.000 --> 00:05.000\n<v Ann Brown>We met.\n\n00:05.000 --> 00:06.000\n<v.loud Bob Green>Indeed.\n",
        "Ann Brown: Good afternoon.\nWe met.\n\nBob Green: Indeed.\n",
    ),
    "captions that roll": (
        "WEBVTT\n\n00:01.000 --> 00:03.000\ngood afternoon\n\n00:03.000 --> 00:03.010\ngood afternoon\n\n00:03.010 --> 00:05.000\ngood afternoon\nwe met today\n\n00:05.000 --> 00:05.010\nwe met today\n\n00:05.010 --> 00:07.000\nwe met today\nin oslo\n",
        "good afternoon\nwe met today\nin oslo\n",
    ),
    "people who repeat each other": (
        "1\n00:00:01,000 --> 00:00:02,000\nThank you.\n\n2\n00:00:02,000 --> 00:00:03,000\nThank you.\n\n3\n00:00:03,000 --> 00:00:04,000\nWe met.\n\n4\n00:00:04,000 --> 00:00:05,000\nIt was good.\n",
        "Thank you.\nThank you.\nWe met.\nIt was good.\n",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_said(name: str) -> None:
    written, said = CASES[name]
    assert subtitle_text(written) == said


def test_a_long_paragraph_ends_with_a_sentence() -> None:
    cues = "".join(
        f"00:{n // 60:02}:{n % 60:02}.000 --> 00:{n // 60:02}:{n % 60:02}.990\nIt is the sentence of {n}.\n\n"
        for n in range(90)
    )
    blocks = subtitle_text(f"WEBVTT\n\n{cues}").split("\n\n")
    assert 3 <= len(blocks) <= 5 and all(block.rstrip().endswith(".") for block in blocks)


@pytest.mark.parametrize(
    "text", ["Good afternoon.\n\nWe met.", "WEBVTT\n\nNOTE nothing", "1\n00:00:01,000 --> 00:00:02,000\n\n"]
)
def test_no_subtitles(text: str) -> None:
    with pytest.raises(Unreadable):
        subtitle_text(text)
