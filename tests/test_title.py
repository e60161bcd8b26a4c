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
