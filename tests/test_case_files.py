"""The files of cases themselves: how they are read, and how a document is written in their form."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.case_files import parse_expected, parse_text, read_case_file, render_facts, render_outline, shorten_line
from tests.documents import understand

FILE = """first
.
A line
.
title: none
--
paragraph
  statement: A line
.

second [file: 1999.txt]
.
Ends␠␍
.
date: none
.
"""


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "some.md"
    path.write_text(FILE, "utf-8")
    first, second = read_case_file(path)
    assert (first.name, first.path, first.text) == ("some: first", "/made-up/text.txt", "A line\n")
    assert (first.facts, first.outline) == (("title: none",), ("paragraph", "  statement: A line"))
    assert (second.path, second.text, second.outline) == ("/made-up/1999.txt", "Ends \r\n", ())


def test_a_case_that_is_not_closed(tmp_path: Path) -> None:
    path = tmp_path / "some.md"
    path.write_text(FILE.removesuffix(".\n"), "utf-8")
    with pytest.raises(ValueError, match="5 lines with a dot"):
        list(read_case_file(path))


def test_a_fact_that_does_not_exist() -> None:
    with pytest.raises(ValueError, match="no such fact: colour: red"):
        parse_expected(["title: x", "colour: red", "--", "qa"])


def test_signs() -> None:
    assert parse_text(["Q:⍽why␉?␍"]) == "Q:\u00a0why\t?\r\n"


@pytest.mark.parametrize(
    ("line", "short"),
    [
        ("qa", "qa"),
        ("  question: " + "a " * 12, "  question:" + " a" * 12),
        ("  question [RTV21]: " + "a " * 13, "  question [RTV21]: a a a a a a … a a a a"),
        ("  answer (Mike O'Brien): Well:  so", "  answer (Mike O'Brien): Well: so"),
        ("  answer: a b c d e f … w x y z", "  answer: a b c d e f … w x y z"),
        ("header: •  22 Nov. 2023", "header: 22 Nov. 2023"),
    ],
)
def test_lines_are_shortened(line: str, short: str) -> None:
    assert shorten_line(line) == short


TALK = (
    "Talk\n\n3 May 2022\n\nQuestion: Why?\n\nShare this\n\nEdi Rama: So.\n\nAnd so.\n\nQuestion: How?\n\nEdi Rama: So."
)
OUTLINE = (
    "header: Talk",
    "header: 3 May 2022",
    "qa",
    "  question: Why?",
    "  furniture: Share this",
    "  answer (Edi Rama): So. And so.",
    "qa",
    "  question: How?",
    "  answer (Edi Rama): So.",
)


def test_a_document_in_this_form() -> None:
    document = understand(TALK)
    assert render_outline(document) == OUTLINE
    assert render_facts(document, ("place: x", "date: x")) == ("place: none", "date: 2022-05-03")


def test_what_the_right_outline_leaves_open() -> None:
    document = understand(TALK.replace("Question: Why?", "Edi Rama: Hello.\n\nQuestion: Why?"))
    assert {"header: 3 May 2022", "  statement (Edi Rama): Hello."} < set(render_outline(document))
    either = {"page: 3 May 2022", "  words (Edi Rama): Hello.", "  page: Share this"}
    assert either < set(render_outline(document, tuple(either)))
    assert not {"page: Talk", "  words (Edi Rama): So."} & set(render_outline(document, ("  words (Edi Rama): So.",)))
