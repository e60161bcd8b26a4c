"""Lines that a page, a machine or a transcriber adds, told by their shape; and what only looks like them."""

from __future__ import annotations

import pytest

from natosearch.segment.page.page_matter import (
    continued_pages,
    is_clock_time,
    is_closing,
    is_link,
    is_noise,
    is_page_matter,
    pull_quotes,
    repeated_heads,
)
from natosearch.text.lines import split_lines


@pytest.mark.parametrize(
    "line",
    [
        "- 2 -", "-3-", "– 14 –", "Page 3 of 7", "page 12", "p. 4", "[4]", "3/7", "1 0 -3-",
        "NATO Press Service - www.nato.example - page 2", "Page 2 | Speech by the Minister",
        "(.MP3/7.633KB )", "Audio file (.MP3/6.214KB )", "PDF / 120 KB", "PDF (1.2 MB)", "Questions (audio, .MP3/14.2Mb)",
        "TEL: 21. Jun. 93 14:49 No. 016 P.01/02", "' 1 TEL: J21. un. 93 14: 49 No. 016 P. 01/ 02",
        "00:00:01,000 --> 00:00:04,200", "0:01.000 --> 0:04.200", "WEBVTT",
        "Comments (37)", "12 comments", "No comments yet", "12 min read", "5-minute read", "Reading time: 4 minutes", "1,204 views",
        "← Previous Story The bridge stays open", "Next Story →", "« Previous", "Next article »", "Previous post: The bridge",
        "https://nato.example/news/1", "www.nato.example", "<https://nato.example>", "![](logo.png)", "© NATO 2021",
        "(Agency)", "[AFP]", "ends.", "[ends]",
        # marks of typescripts
        "2/...", "3/…", ".../2", "/2", "- more -", "(more)", "(continued on next page)", "--000--", "-oOo-",
        "2 of 3: A dog shows what it can do.", "Photo 1 of 4", "1 of 3", "(Hina) ps",
        "Link to the video (Q&A): https://video.example/1", '[gallery ids="12,13"]', "[ Home ] [ Up ] [ Archive ]",
        "[Back](/news/) | [Home](/)", "[00:31:07] END", "www.house.example     2", "(c) 2011 Agency", "(C) Copyright House 2004",
        "Crown Copyright 1999", "ZCZC ABC-0417 4 I 0388 BRI/ABC", "NNNN", "ABC 092358 GMT FEB 94", "hk/bm/gd", "-- SFOR --",
        "--30--", "Bridge.example uses cookies to make the site simpler.", "This site uses cookies for its counters",
        "This was published under the 2001 to 2005 River and Bridge coalition government",
        "Follow the mission on Facebook and Twitter", "Follow us on Facebook, YouTube and X.",
    ],
)  # fmt: skip
def test_page_matter(line: str) -> None:
    assert is_page_matter(line)


@pytest.mark.parametrize(
    "line",
    [
        "2", "2003.", "- two -", "Page after page we read it.", "Turn to page 2 of it, please.", "p. is a letter",
        "I saw the PDF of it in May.", "Tel Aviv", "The TEL was hit.", "At 00:00:01 it began.",
        "Comments are free.", "I have 12 comments on it.", "A 12-minute read it was not.", "Next, the bridge.",
        "Next week we meet again.", "Previous speakers said so.", "«Jens» said so.", "See www.nato.example for it.",
        "2 of 3 Allies meet the target", "3 of 4 do.", "9/11: a day we remember", "1/ The first point", "more", "000", "1,000",
        "(c) the third point", "[Resolution 1244](https://un.example) governs it.", "[Laughter] [Applause]", "[inaudible]",
        "NNN", "ABC 5 FEB", "and/or", "-- SFOR will stay --", "-- no --", "My office uses cookies to make friends.",
        "Our grandmother uses cookies to make friends.", "This was published under a false name in 1984",
        "Follow the money on Facebook and you will find him.", "Follow me.",
        "Our site: www.nato.example", "It is all here: https://nato.example", "[00:31:07] END OF IT, I SAID",
        "(Our agency)", "[He leaves the room]", "The agency", "", "word " * 40 + "- 2 -",
    ],
)  # fmt: skip
def test_what_is_no_page_matter(line: str) -> None:
    assert not is_page_matter(line)


@pytest.mark.parametrize(
    "line",
    [
        "ends.",
        "[ends]",
        "(ends)",
        "-- ends --",
        "END",
        "REUTER",
        "-30-",
        "--30--",
        "End of the question period",
        "Begin Text:",
        "(end transcript)",
        "[00:31:07] END",
        "End text.",
    ],
)
def test_closings(line: str) -> None:
    assert is_closing(line)


@pytest.mark.parametrize(
    "line",
    [
        "It ends.",
        "Ends meet.",
        "End transcripts now",
        "More",
        "The end of the war",
        "End of the war in sight",
        "Reuters reports",
        "Begin again",
        "30",
        "- 31 -",
        "-- SFOR --",
    ],
)
def test_what_closes_nothing(line: str) -> None:
    assert not is_closing(line)


@pytest.mark.parametrize(
    "line",
    [
        "2:15 P.M. EDT",
        "12:37 P.M. EST",
        "END 2:45 P.M. EDT",
        "END                   1:31 P.M. EDT",
        "6:15 P.M. (Local)",
        "10:17 a.m.",
        "5 p.m. CET",
        "10:00 A.M. – 11:30 A.M.",
    ],
)
def test_times_of_day(line: str) -> None:
    assert is_clock_time(line)


@pytest.mark.parametrize("line", ["At 2:15 P.M.", "2:15 P.M. tomorrow", "2:15", "We end at 2:45 P.M.", "2003", "I am"])
def test_what_is_no_time_of_day(line: str) -> None:
    assert not is_clock_time(line)


@pytest.mark.parametrize(
    ("text", "heads"),
    [("We stay.\n2/...\n2.\nThey go.", ["2."]), ("We stay.\n.../3\n3\nThey go.", ["3"]), ("Two:\n2.\nThey go.", [])],
)
def test_a_page_that_the_foot_before_announces(text: str, heads: list[str]) -> None:
    lines = split_lines(text)
    assert [lines[number].text for number in sorted(continued_pages(lines))] == heads


@pytest.mark.parametrize(
    ("line", "link"),
    [
        ("[All interviews](/interviews/)", True),
        ("[Up](../index.html)", True),
        ("[All interviews](https://nato.example/)", False),
        ("[We stay.](/news/1)", False),
        ("[All interviews](/interviews/) are here", False),
        ("(All interviews)", False),
    ],
)
def test_links_to_pages_of_the_same_site(line: str, link: bool) -> None:
    assert is_link(line) is link


@pytest.mark.parametrize("line", ["(Cross-talk.)", "[crosstalk]", "(Video plays.)", "(Break)"])
def test_noises(line: str) -> None:
    assert is_noise(line)


@pytest.mark.parametrize("line", ["(Laughter.)", "[inaudible]", "(As delivered)", "Break", "(Break the news.)", "()"])
def test_what_is_no_noise(line: str) -> None:
    assert not is_noise(line)


PAGE = "We stayed.\n\nThey stayed.\n\nAll of us stayed.\n\nNobody left.\n\n"


@pytest.mark.parametrize(
    ("heads", "repeated"),
    [
        (["The Minister at the College"] * 3, 3),
        (["The Minister at the College 2", "The Minister at the College 3", "The Minister at the College 4"], 3),
        (["2", "3", "4"], 3),
        # A refrain ends as a sentence does, and twice is not thrice.
        (["We shall not leave them."] * 3, 0),
        (["The Minister at the College"] * 2, 0),
        (["*New Zealand and Australia*"] * 3, 0),
        (["2", "4", "8"], 0),
        (["2003", "1999", "1949"], 0),
        (["Stoltenberg"] * 3, 0),
    ],
)
def test_heads_that_the_pages_repeat(heads: list[str], repeated: int) -> None:
    lines = split_lines("".join(f"{head}\n\n{PAGE}" for head in heads))
    assert len(repeated_heads(lines, 0)) == repeated


def test_a_line_of_the_header_is_a_head_when_it_comes_again() -> None:
    lines = split_lines(f"Address to the Naval College\n\n{PAGE}Address to the Naval College\n\nPage 2\n\n{PAGE}")
    assert {lines[number].text for number in repeated_heads(lines, 1)} == {"Address to the Naval College"}


@pytest.mark.parametrize(
    ("line", "repeats"),
    [
        ("> “The bridge will stand for a hundred years”", True),
        ("> The bridge will stand for a thousand years", False),  # said nowhere else: somebody is quoted
        ("> The bridge will stand", False),  # few words
        ("The bridge will stand for a hundred years", False),  # not set apart
        ("> The bridge will stand for a hundred years\n> and the road, too", False),  # a quotation of more lines
    ],
)
def test_quotations_set_apart_that_repeat_the_text(line: str, repeats: bool) -> None:
    lines = split_lines(f"We know it. The bridge will stand for a hundred years, and more.\n\n{line}\n\nAnd the road?")
    assert pull_quotes(lines, 0) == ({1} if repeats else set())


def test_lines_of_the_header_make_one_head_where_the_pages_join_them() -> None:
    lines = split_lines(
        f"Transcript\n\nOur Common\nDefence\n\n{PAGE}Transcript: Our Common Defence\n\nPage 2\n\n{PAGE}"
    )
    assert {lines[number].text for number in repeated_heads(lines, 3)} == {"Transcript: Our Common Defence"}


def test_a_wrapped_paragraph_has_no_heads() -> None:
    clause = "Council on the Humanities for a term of five years, vice\nsomebody whose term has expired.\n"
    lines = split_lines(f"One, to be a member of the National\n{clause}\nTwo, to be a member of the\n{clause}\n" * 3)
    assert repeated_heads(lines, 0) == set()
