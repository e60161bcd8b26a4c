"""Hits as they are drawn for a terminal: in any width, encoding and script, and nothing that it obeys."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from natosearch.model.passages import Span, Turn
from natosearch.output.concordance import draw_kwic
from natosearch.output.kwic import kwic_lines
from natosearch.output.shown import Shown
from natosearch.output.terminal import draw_hits, make_console
from natosearch.output.visible import UNSAFE
from tests.made_hits import EVENT, WORDS, make_hit, make_passage

CODES = re.compile(r"\x1b\[[0-9;]*m")
SCRIPTS = {
    "latin": "We will “stay” – as long as it takes… and KFOR too.",
    "arabic": "قال الأمين العام إن KFOR ستبقى في كوسوفو طالما كان ذلك ضروريا.",
    "hebrew": "כוח KFOR יישאר בקוסובו כל עוד יהיה צורך בכך.",
    "chinese": "北约秘书长说KFOR将留在科索沃，只要有必要。" * 3,
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈 ❤️ KFOR 👍🏽 " * 12,
    "accents": "e\u0301\u0323" * 60 + " KFOR " + "o\u0308" * 60,
    "one word": "x" * 300 + " KFOR " + "y" * 300,
    "controls": "Some\x1b[31m \x9b5n \x07 \x7f \u202e \u2066 \u2028 \r \x85 KFOR \x1b]0;x\x07 words",
}


def drawn(
    *shown: Shown, columns: int = 80, encoding: str = "utf-8", color: str = "never", kwic: bool = False
) -> list[str]:
    """The lines that a terminal of so many columns gets, without the codes for colours unless ``color`` is `always`."""
    buffer = io.BytesIO()
    console = make_console(
        color=color, file=io.TextIOWrapper(buffer, encoding=encoding, write_through=True, newline="")
    )
    console.width = columns
    if kwic:
        draw_kwic(console, kwic_lines(shown))
    else:
        draw_hits(console, shown)
    return buffer.getvalue().decode(encoding).split("\n")


def of_text(text: str) -> Shown:
    """A hit made of ``text`` from end to end, beside itself."""
    turn = Turn("answer", Span(0, len(text)), label=text, speaker=text)
    passage = WORDS._replace(title=text, place=(text,), speakers=(text,), text=text, turns=(turn,))
    return Shown(make_hit(passage, "KFOR"), (passage,), (passage,), text)


def fits(lines: Iterable[str], columns: int) -> bool:
    return all(cell_len(line) <= columns and line == line.rstrip() for line in lines)


def test_neighbours_stand_around_a_hit_with_their_ids_and_the_query_above() -> None:
    before, after = (EVENT._replace(n=number) for number in (7, 9))
    long = make_passage(("statement", "A B", "One sentence here. " * 30), speakers=(), n=10)
    assert drawn(Shown(make_hit(WORDS, "troops"), (before,), (after, long), "KFOR [b]troops[/b]"), columns=130) == [
        "KFOR [b]troops[/b]",
        "",
        "    3f2a91c0#7  ·  Edi Rama, Jens Stoltenberg",
        "    Will KFOR stay? Edi Rama: I hope that KFOR stays. Jens Stoltenberg: It will. I am sure.",
        "    Question: Until when? Jens Stoltenberg: We shall see.",
        " 1  Jens Stoltenberg  ·  2023-11-22  ·  Skopje, North Macedonia",
        "    press conference  ·  Joint press conference  ·  3f2a91c0#8",
        "    Q: Will KFOR stay?",
        "    Yes. KFOR troops will stay.",
        "    3f2a91c0#9  ·  Edi Rama, Jens Stoltenberg",
        "    Will KFOR stay? Edi Rama: I hope that KFOR stays. Jens Stoltenberg: It will. I am sure.",
        "    Question: Until when? Jens Stoltenberg: We shall see.",
        "    3f2a91c0#10",
        *["    One sentence here. One sentence here. One sentence here. One sentence here. One sentence here."] * 3,
        "    One sentence here. …",
        "",
        "",
    ]


def test_a_query_stands_once_above_its_hits() -> None:
    hit = make_hit(WORDS, "KFOR")
    lines = drawn(*(Shown(hit, query=query) for query in ("one", "one", "two")))
    assert [line for line in lines if line in ("one", "two")] == ["one", "two"]


def test_neighbours_are_dim_and_matches_are_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    lines = drawn(Shown(make_hit(WORDS, "troops"), (EVENT,)), color="always")
    assert ["\x1b[2m" in line for line in lines[:4]] == [True, True, True, True]
    assert [re.sub(r" *\x1b\[2m *", "", line)[:9] for line in lines[:3]] == ["3f2a91c0#", "Will KFOR", "I am sure"]
    assert not any("\x1b[2m" in line for line in lines if "KFOR" in line and "troops" in line)
    assert re.findall(r"\x1b\[[0-9;]*43m(.*?)\x1b\[0m", "\n".join(lines)) == ["troops"]


@pytest.mark.parametrize("kwic", [False, True], ids=["hits", "kwic"])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_fits_every_width(script: str, encoding: str, kwic: bool) -> None:
    for columns in (10, 40, 59, 80, 111, 240):
        lines = drawn(of_text(SCRIPTS[script]), columns=columns, encoding=encoding, kwic=kwic)
        assert fits(lines, columns), [line for line in lines if not fits([line], columns)]
        assert not re.search(UNSAFE, "".join(lines))
        assert columns < 40 or "KFOR" in "".join(lines)


TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("KFOR \n\u202e\x1b北👍\ufe0fé…")), min_size=1, max_size=80)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.integers(1, 240), st.sampled_from(["utf-8", "ascii"]), st.booleans())
def test_any_text_is_drawn_in_any_width(text: str, columns: int, encoding: str, kwic: bool) -> None:
    lines = drawn(of_text(f"{text} KFOR {text}"), columns=columns, encoding=encoding, kwic=kwic)
    assert not re.search(UNSAFE, "".join(lines))
    assert columns < 2 or all(cell_len(line) <= columns for line in lines)


def test_an_ascii_terminal_gets_plain_signs_and_base_letters_within_the_width() -> None:
    passage = make_passage(
        ("question", None, "Will “KFOR” stay – " + "and so on… " * 20),
        ("answer", "Dimitar Kovačevski", "‘Yes’… KFOR will."),
    )
    lines = drawn(Shown(make_hit(passage, "KFOR will")), columns=60, encoding="ascii")
    assert lines[0] == " 1  Dimitar Kovacevski  *  2023-11-22  *  Skopje, North M..."
    assert lines[3].startswith('    Q: Will "KFOR" stay - and so on...') and len(lines[3]) == 60
    assert lines[4] == "    'Yes'... KFOR will."


def test_marks_stay_on_their_words_where_signs_before_them_grow() -> None:
    passage = make_passage(("statement", "A B", "So it goes… and… KFOR…"))
    written = "\n".join(drawn(Shown(make_hit(passage, "KFOR")), encoding="ascii", color="always"))
    assert re.search(r"and\.\.\. \x1b\[[0-9;]*mKFOR\x1b\[0m\.\.\.", written)


# Concordance


@pytest.mark.parametrize("columns", [40, 80, 120, 240])
def test_matches_stand_in_one_column_whatever_is_before_them(columns: int) -> None:
    texts = [SCRIPTS[name] for name in ("latin", "arabic", "accents", "one word")] + [
        "北约秘书长说KFOR将留在科索沃",
        "KFOR",
    ]
    shown = [Shown(make_hit(make_passage(("statement", "A B", text)), "KFOR")) for text in texts]
    lines = drawn(*shown, columns=columns, kwic=True)[:-1]
    assert len(lines) == len(texts) and len({cell_len(line[: line.index("KFOR")]) for line in lines}) == 1


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (40, "    I hope that KFOR stays."),
        (70, " " * 13 + "I hope that KFOR stays." + " " * 24 + "3f2a91c0#8"),
    ],
)
def test_a_concordance_on_a_narrow_terminal_is_words_first(columns: int, expected: str) -> None:
    assert drawn(Shown(make_hit(EVENT, "KFOR", heard=(1,))), columns=columns, kwic=True) == [expected, ""]


def test_a_concordance_on_a_wide_terminal_has_every_column() -> None:
    lines = drawn(Shown(make_hit(EVENT, "KFOR")), columns=110, kwic=True)
    assert [re.split("  +", line) for line in lines[:-1]] == [
        ["2023-11-22", "Reuters", "Will KFOR stay?", "3f2a91c0#8"],
        ["2023-11-22", "Edi Rama", "I hope that KFOR stays.", "3f2a91c0#8"],
    ]
    assert {line.index("KFOR") for line in lines[:-1]} == {12 + 10 + (110 - 12 - 10 - 12 - 8) // 2}


# What the environment says of colours


@pytest.mark.parametrize(
    ("environment", "color", "coloured"),
    [
        ({}, "always", True),
        ({}, "auto", False),  # a file is no terminal
        ({"FORCE_COLOR": "1"}, "auto", True),  # whether to draw at all is decided before
        ({"FORCE_COLOR": "1"}, "never", False),
        ({"NO_COLOR": "1"}, "always", False),
        ({"TERM": "dumb"}, "always", False),
    ],
)
def test_colours(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], color: str, coloured: bool) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "CLICOLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in ({"TERM": "xterm-256color"} | environment).items():
        monkeypatch.setenv(name, value)
    written = "\n".join(drawn(Shown(make_hit(WORDS, "troops")), color=color))
    assert bool(re.search(r"\x1b\[[0-9;]*(4[0-7]|3[0-7])m", written)) is coloured
    assert "troops" in CODES.sub("", written)
