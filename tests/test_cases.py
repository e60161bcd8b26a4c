"""Transcripts as people type them, and how a careful reader would cut them: the files in tests/cases."""

from __future__ import annotations

from difflib import ndiff

import pytest

from tests.case_files import Case, read_cases, render_facts, render_outline
from tests.documents import understand
from tests.test_laws import check

CASES = read_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_careful_reader_agrees(case: Case) -> None:
    document = understand(case.text, case.path)
    right, got = list(case.facts), list(render_facts(document, case.facts))
    if case.outline:
        right, got = [*right, "--", *case.outline], [*got, "--", *render_outline(document, case.outline)]
    if right != got:
        pytest.fail(f"{case.name}\n  (- is right, + is what we make of it)\n" + diff(right, got), pytrace=False)


def diff(right: list[str], got: list[str]) -> str:
    """Both, line by line, without the lines of signs that point into them."""
    return "\n".join(line for line in ndiff(right, got) if not line.startswith("?"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nothing_is_lost(case: Case) -> None:
    check(understand(case.text))


def test_no_two_cases_have_one_name() -> None:
    assert len({case.name for case in CASES}) == len(CASES) > 0
