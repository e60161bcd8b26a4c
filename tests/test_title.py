"""Titles: where they are read, and what only looks like one."""

from __future__ import annotations

import pytest

from natosearch.rules import load_rules
from natosearch.segment.title import find_title
from natosearch.text.lines import split_lines
from tests.documents import understand

QUESTIONS = "Question: Will they stay?\n\nSecretary General: They will.\n\nQuestion: Sure?\n\nSecretary General: Yes."


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("Troops to stay\n\n22 Nov. 2023", "Troops to stay"),
        ("22 Nov. 2023\n\nTroops to stay", "Troops to stay"),
        ("Skopje\n\n(As delivered)\n\nTroops to stay", "Troops to stay"),
        ("Press release\n\nTroops to stay", "Troops to stay"),
        ("Joint press conference\n\nby the Secretary General\n\nand the President", "all"),
        ("Remarks by the Secretary General,\n\nOur Man\n\nSecond line", "Remarks by the Secretary General, Our Man"),
        ("Troops to stay\n\nAnother line", "Troops to stay"),
        ("Title: Troops to stay\n\nAnother line", "Troops to stay"),
        ("# Troops to stay\n\nAnother line", "Troops to stay"),
        ("Home / News / Troops to stay", "Troops to stay"),
        ("Farina\n\nHome / News / Troops to stay\n\nTroops to stay", "Troops to stay"),
        ("JFC Naples\n\nHome / News / Troops to stay", "Troops to stay"),  # a site's name over the path
        ("Troops to stay\n\nHome / News / Troops to stay", "Troops to stay"),
        ("Federation Palace,\nBelgrade\n9 July 2024\n\nTroops to stay", "Troops to stay"),
        ("THE WHITE HOUSE\n\nOffice of the Press Secretary\n\nTroops to stay", "Troops to stay"),
        ("Jens Stoltenberg, Secretary General of NATO\n\nTroops to stay", "Troops to stay"),
        ("By Nora Quist\n\nTroops to stay", "Troops to stay"),
        ("PRESS RELEASE (2004)017\n\nTroops to stay", "Troops to stay"),
        ("Press Release: Troops to stay", "Press Release: Troops to stay"),
        ("Troops to stay\n\nBy Nora Quist", "Troops to stay"),
        ("Morning Briefing\n\nBy Nora Quist", "Morning Briefing By Nora Quist"),  # what she gives, not who wrote it
        (
            "Press Conference\n\ngiven by the Spokesman,\nNora Quist",
            "Press Conference given by the Spokesman, Nora Quist",
        ),
        (
            "MINISTERS OF SIXTEEN COUNTRIES PUT OFF A DECISION\nON THE BASES",
            "MINISTERS OF SIXTEEN COUNTRIES PUT OFF A DECISION ON THE BASES",
        ),
        ("NATO - News: Troops to stay in the south", "Troops to stay in the south"),
        ("Troops to stay in the south | The White House", "Troops to stay in the south"),
        ("Troops to stay &#150; for good", "Troops to stay – for good"),
        ("FOR PRESS: P.M. No. 5   THE TROOPS TO STAY FOR GOOD", "THE TROOPS TO STAY FOR GOOD"),
        ("M-NAC-1(94)45\n\nTroops to stay", "Troops to stay"),
        ("From: Press desk\nTo: All\nSubject: Troops to stay", "Troops to stay"),
        ("TRANSCRIPT\nOF THE BRIEFING ON THE TROOPS", "TRANSCRIPT OF THE BRIEFING ON THE TROOPS"),
        ("The troops      stay", "The troops stay"),
        ("wordlessness " * 30 + "\n\nTroops to stay", "Troops to stay"),  # too long for a title
    ],
)
def test_titles(header: str, title: str) -> None:
    wanted = " ".join(header.split()) if title == "all" else title
    assert understand(f"{header}\n\n{QUESTIONS}").title.value == wanted


@pytest.mark.parametrize(("words", "found"), [(59, True), (61, False)])
def test_a_line_over_300_code_points_is_no_title(words: int, found: bool) -> None:
    lines = split_lines("word " * words)
    assert bool(find_title(lines, ["header"], load_rules()).value) is found


def test_lines_that_go_on_and_on_are_not_all_title() -> None:
    lines = split_lines("Our Alliance and all of its many friends and partners,\n" * 50)
    assert 300 < len(find_title(lines, ["header"] * 50, load_rules()).value) < 400


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "Press briefing by the Spokesman in Sofia NORA QUIST (Spokeswoman): Good morning to you all.",
            "Press briefing by the Spokesman in Sofia",
        ),
        ("We met the press, and then NORA QUIST: Good morning to you all.", ""),
        ("Good morning to you all, says NORA QUIST.", ""),
    ],
)
def test_a_title_on_the_line_of_the_first_turn(line: str, title: str) -> None:
    assert find_title(split_lines(line), ["body"], load_rules()).value == title
