"""What an editor says of a document wins over what is found, and gives nobody another's words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from natosearch.documents.understand import NOTHING, read_document
from natosearch.model.documents import Document, Found, Given, Listed, Source
from natosearch.rules import load_rules

RULES = load_rules()
STATEMENT = Given(kind=Found("statement", "manifest"))


def say(value: str) -> Found:
    return Found(value, "manifest")


def understand(text: str, *speakers: str, given: Given = NOTHING) -> Document:
    """The document, with these speakers and values given."""
    if speakers:
        given = replace(given, speakers=Listed(speakers, "manifest"))
    return read_document(Source("made-up.txt", text, "0"), RULES, given)


def voices(document: Document) -> list[str | None]:
    return [turn.speaker for unit in document.units for turn in unit.turns if turn.role != "question"]


TALK = "A talk\n\nI thank you for coming. We have a long evening in front of us, and I want to begin with a question.\n"
LETTERS = "Ten questions\n\nQ. What is new?\n\nA. Not much, I think.\n\nQ. And what is old?\n\nA. All of it.\n"
OFFICE = (
    "A meeting\n\nQuestion: What is new?\n\nSecretary General: Not much.\n\nQuestion: And?\n\nSecretary General: No.\n"
)
MINISTER = OFFICE.replace("Secretary General", "Minister")
TWO = "Two\n\nPetra Hartmann: Good evening, and thank you.\n\nMinister Ekblad: I agree.\n\nPetra Hartmann: So be it.\n\nMinister Ekblad: Yes.\n"
INITIALS = "Two\n\nAE: Good evening, and thank you.\n\nBS: I agree.\n\nAE: So be it.\n\nBS: Yes.\n"
NOTICE = "Notice\n\nThe Council met in the morning and decided to keep the shop open for another year, it was said.\n"
REPORT = (
    "Readout\n\nMs Hartmann met the Council in the morning and thanked it for keeping the shop open for another year.\n"
)


@pytest.mark.parametrize(
    ("text", "speakers", "said"),
    [
        (TALK, ["Ana Example"], ["Ana Example"]),
        (LETTERS, ["Ana Example"], ["Ana Example"] * 2),
        (OFFICE, ["Jens Stoltenberg"], ["Jens Stoltenberg"] * 2),
        (OFFICE, ["Jens Stoltenberg", "Angela Merkel"], ["Jens Stoltenberg"] * 2),
        (MINISTER, ["Ana Example"], ["Ana Example"] * 2),
        (TWO, ["Gustav Ekblad"], ["Petra Hartmann", "Gustav Ekblad"] * 2),
        (TWO, ["Gustav Ekblad", "Petra Hartmann"], ["Petra Hartmann", "Gustav Ekblad"] * 2),
        (NOTICE, ["Ana Example"], ["Ana Example"]),
        (INITIALS, ["Ana Example", "Bo Sample"], ["Ana Example", "Bo Sample"] * 2),
    ],
)
def test_a_given_speaker_has_the_words_that_can_be_theirs(text: str, speakers: list[str], said: list[str]) -> None:
    document = understand(text, *speakers, given=STATEMENT if text is NOTICE else NOTHING)
    assert voices(document) == said
    assert any("as speaker" in warning for warning in document.warnings) != (set(speakers) <= set(said))


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (TALK, ["Ana Example", "Bo Sample"]),  # of two neither
        (LETTERS, ["Ana Example", "Bo Sample"]),
        (TWO, ["Ana Example"]),  # others' labels
        (NOTICE, ["Ana Example"]),  # an article
        (REPORT, ["Petra Hartmann"]),  # about them, not by them
    ],
)
def test_nobody_gets_words_that_may_be_another_s(text: str, speakers: list[str]) -> None:
    document = understand(text, *speakers, given=STATEMENT if text is REPORT else NOTHING)
    assert not set(voices(document)) & set(speakers)
    assert any("no turn could be given" in warning for warning in document.warnings)


def test_what_is_given_wins_over_front_matter_and_that_over_the_text() -> None:
    text = (
        "---\ntitle: A front title\ndate: 2016-03-02\nspeaker: Ana Example\nplace: Oslo\nkind: speech\n"
        "tags: [kosovo-kfor, other]\nsource_url: https://example.org/a\n---\n\n"
        "22 November 2023\n\nI thank you for coming to Rome. We have a long evening in front of us, and I want to begin.\n"
    )
    document = understand(text)
    assert (document.title, document.date) == (
        Found("A front title", "front matter"),
        Found("2016-03-02", "front matter"),
    )
    assert (document.place, document.place_source) == (("Oslo", "Norway"), "front matter")
    assert (document.kind, document.kind_source) == ("speech", "front matter")
    assert (document.topics.values, document.url.value) == (("kosovo-kfor",), "https://example.org/a")
    assert document.units[0].topics[0] == "kosovo-kfor" and document.units[0].speakers == ("Ana Example",)
    mine = Given(say("Mine"), say("statement"), say("2016-03-03"), say("https://example.org/b"))
    document = understand(text, "Bo Sample", given=mine)
    assert (document.title.source, document.date.source, document.kind_source) == ("manifest",) * 3
    assert document.speakers == ("Bo Sample",) and document.place == ("Oslo", "Norway")
    assert document.url == Found("https://example.org/b", "manifest")


@pytest.mark.parametrize(
    ("lines", "speakers"),
    [
        ("speaker: Ana Example", ("Ana Example",)),
        ("speakers: Ana Example; Bo Sample", ("Ana Example", "Bo Sample")),
        ("speakers: [Ana Example, 'Bo Sample']", ("Ana Example", "Bo Sample")),
        ('speakers:\n  - Ana Example\n  - "Bo Sample"', ("Ana Example", "Bo Sample")),
        ("speaker: 'Ana\n  Example'", ("Ana Example",)),
        ("author: Ana Example", ()),
        ("speaker:", ()),
        ("speaker: ''", ()),
    ],
)
def test_lists_in_front_matter(lines: str, speakers: tuple[str, ...]) -> None:
    text = f"---\ntitle: T\n{lines}\n---\n\nMinister Ekblad: I agree.\n\nMinister Ekblad: Yes.\n\nAna Example: No.\n\nBo Sample: No.\n"
    warned = [warning for warning in understand(text).warnings if "front matter" in warning]
    found = [turn.speaker_source for unit in understand(text).units for turn in unit.turns]
    assert found.count("front matter") == len(speakers) and not warned


@pytest.mark.parametrize(
    "line", ["place: Online", "tags: speeches-remarks", "type: post", "type: article", "source_url: none", "kind: x"]
)
def test_front_matter_that_means_nothing_here_is_left_alone(line: str) -> None:
    document = understand(f"---\n{line}\n---\n\n{TALK}")
    assert (document.place, document.topics.values, document.url.value) == ((), (), "")
    assert document.kind_source == "text" and not any("front matter" in warning for warning in document.warnings)
