"""Markdown: front matter, headings and bold labels."""

from __future__ import annotations

import pytest

from natosearch.segment.facts.front_matter import front_matter_end, read_front_matter
from natosearch.text.lines import split_lines
from tests.documents import understand

DOCUMENT = """---
title: "Remarks by President\\_Biden on NATO\\u2019s\\_\\
  Summit"
date: '2024-02-16'
tags: speeches
modified_time: 2024-02-17 09:00
---

# Remarks

**Question:** Will you come back to Skopje in the spring of the next year?

**Jens Stoltenberg:** Yes, and I look forward to it very much indeed.

## Second part

**Question:** And to Tirana?

**Jens Stoltenberg:** Certainly.
"""


def test_a_markdown_transcript() -> None:
    document = understand(DOCUMENT)
    assert (document.title.value, document.title.source) == (
        "Remarks by President Biden on NATO’s Summit",
        "front matter",
    )
    assert (document.date.value, document.date.source) == ("2024-02-16", "front matter")
    assert [unit.unit for unit in document.units] == ["qa", "qa"]
    assert document.units[1].turns[0].span.of(document.text) == "And to Tirana?"
    assert document.units[0].turns[1].span.of(document.text) == "Yes, and I look forward to it very much indeed."
    assert document.speakers == ("Jens Stoltenberg",)
    header = [span.of(document.text) for span in document.header]
    assert "## Second part" in header and "tags: speeches" in header


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("title: Plain", {"title": "Plain"}),
        ("title: 'It''s quoted'", {"title": "It's quoted"}),
        ('title: "Two\n  lines"', {"title": "Two lines"}),
        ("Title:\ntags:\n- one\n- two", {"title": "", "tags": "- one - two"}),
        ("no field", {}),
    ],
)
def test_fields(written: str, read: dict[str, str]) -> None:
    assert read_front_matter(split_lines(f"---\n{written}\n---\ntext")) == read


def test_fields_that_look_like_labels_are_none() -> None:
    fields = "title: Troops to stay\nSpeaker: Jens Stoltenberg\nModerator: Our Man"
    document = understand(
        f"---\n{fields}\n---\n\nQuestion: Will they stay?\n\nMark Rutte: They will.\n\nQuestion: Sure?"
    )
    assert [unit.unit for unit in document.units] == ["qa", "qa"]
    assert [span.of(document.text) for span in document.header] == ["---", *fields.split("\n"), "---"]


@pytest.mark.parametrize("text", ["", "---", "---\ntitle: never closed", "text\n---\ntitle: x\n---"])
def test_no_front_matter(text: str) -> None:
    lines = split_lines(text)
    assert front_matter_end(lines) == 0 and read_front_matter(lines) == {}
