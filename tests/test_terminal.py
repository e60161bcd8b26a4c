"""What a person sees: the program in a real terminal of its own (a pty), as wide as a test wants it."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.documents import ROOT
from tests.program import PLAIN

CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def in_terminal(*arguments: str, columns: int = 80, **environment: str) -> str:
    """Everything that `natosearch ARGUMENTS` writes to a terminal, codes included."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    env = {name: value for name, value in PLAIN.items() if name not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "CI")}
    command = [sys.executable, "-m", "natosearch", *arguments]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**env, "TERM": "xterm-256color", "PAGER": "cat", **environment},
        stdin=follower,
        stdout=follower,
        stderr=follower,
    ) as process:
        os.close(follower)
        written = b""
        while True:
            try:
                chunk = os.read(leader, 65536)
            except OSError:  # the other end is closed
                break
            if not chunk:
                break
            written += chunk
        process.wait(60)
    os.close(leader)
    return written.decode("utf-8").replace("\r\n", "\n")


def seen(written: str) -> list[str]:
    return CODES.sub("", written).splitlines()


def test_a_hit_shows_who_when_where_what_and_the_question(seeds_index: str) -> None:
    lines = seen(
        in_terminal("query", "--index", seeds_index, "imminent military threat Montenegro", "--any", "-n", "5")
    )
    heads = [
        number
        for number, line in enumerate(lines)
        if re.match(r" ?\d+  Jens Stoltenberg  ·  2023-11-22  ·  Skopje", line)
    ]
    assert heads
    after = " ".join(lines[heads[0] + 1 :])
    assert "press conference  ·  Joint press conference" in after
    assert any(line.startswith("    Q: ") for line in lines)


def test_matches_are_marked_in_colour_and_nothing_is_without_it(seeds_index: str) -> None:
    shown = in_terminal("query", "--index", seeds_index, "KFOR troops")
    assert re.search(r"\x1b\[[0-9;]*43m(KFOR|troops)\x1b\[0m", shown)
    for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        plain = in_terminal("query", "--index", seeds_index, "KFOR troops", columns=80, **environment)
        assert "43m" not in plain and "our KFOR troops" in " ".join(CODES.sub("", plain).split())
    assert "\x1b" not in in_terminal("query", "--index", seeds_index, "KFOR troops", "--color", "never")


@pytest.mark.parametrize("columns", [10, 40, 80, 240])
def test_nothing_is_wider_than_the_terminal(seeds_index: str, columns: int) -> None:
    for arguments in (("query", "--index", seeds_index, "KFOR"), ("inspect", "seeds/003_f56c1ec18aaea4cf.txt")):
        lines = [line for line in seen(in_terminal(*arguments, columns=columns)) if not line.startswith("natosearch:")]
        assert max(map(len, lines)) <= min(columns, 240)
        assert not any(line != line.rstrip() for line in lines), "padding"


def test_ingest_shows_progress_and_leaves_a_clean_summary(tmp_path: Path) -> None:
    written = in_terminal("ingest", "--index", str(tmp_path / "index"), "seeds")
    assert "reading" in written and "/5" in written  # the progress line, wiped when it is done
    assert seen(written)[-1].startswith("5 added") or "5 documents indexed" in " ".join(seen(written))
    assert "no date found" in written and "Skopje, North Macedonia" in written


def test_how_many_more_there_are_is_said_on_stderr(seeds_index: str) -> None:
    assert "passages; 2 shown" in in_terminal("query", "--index", seeds_index, "NATO", "-n", "2")


EVENT = """Press point

22 November 2023

Menu

Moderator: Welcome.  [applause]

Question: What is [bold]new[/bold] :smile: \x1b[31mhere\x1b]0;x\x07?

Jens Stoltenberg: First line of a paragraph that has been wrapped
by hand, and its second line.

Another paragraph.

Minister Ekblad: I agree.

Question: And?

Minister Ekblad: ÅÄÖ 北京.
"""


@pytest.fixture
def event(tmp_path: Path) -> str:
    (tmp_path / "event.txt").write_text(EVENT, "utf-8")
    return str(tmp_path / "event.txt")


def test_a_document_is_drawn_for_an_editor(event: str) -> None:
    lines = seen(in_terminal("inspect", event, columns=72))
    lines = lines[lines.index("   title  Press point  from the header") - 2 :]  # a long path takes more than one line
    assert lines[2:6] == [
        "   title  Press point  from the header",
        "    kind  press conference  from the text",
        "    date  2023-11-22  from the header",
        "   place  not found",
    ]
    assert lines[6:9] == [
        "speakers  ▌ Jens Stoltenberg  1 turn, from the label",
        "          ▌ not named  2 turns under “Minister Ekblad”",
        "",
    ]
    for block in (
        ["furniture  Menu"],
        [
            "── #1 other  ·  line 7  ·  not indexed " + "─" * 33,
            "┊ moderator  label “Moderator”",
            "┊ Welcome.  [applause]",
        ],
        [
            "? question  label “Question”",
            "│ What is [bold]new[/bold] :smile: ␛[31mhere␛]0;x␇?",
            "▌ Jens Stoltenberg  label “Jens Stoltenberg”",
            "▌ First line of a paragraph that has been wrapped by hand, and its",
            "▌ second line.",
            "▌",
            "▌ Another paragraph.",
            "▌ nobody named  label “Minister Ekblad”",
            "▌ I agree.",
        ],
    ):
        start = lines.index(block[0])
        assert lines[start : start + len(block)] == block
    assert lines[-2:] == [
        "2 Q&A  ·  0 paragraphs  ·  1 other",
        "2 % furniture, 9 % header  ·  2 of 3 turns without a speaker",
    ]


def test_one_colour_a_person_and_what_is_not_indexed_is_dim(event: str) -> None:
    shown = in_terminal("inspect", event, columns=72)
    assert "\x1b[35m▌ \x1b[0m\x1b[1;35mJens Stoltenberg" in shown and "\x1b[35m▌ \x1b[0mFirst line" in shown
    assert "\x1b[2mMenu" in shown and "\x1b[2mWelcome." in shown and "\x1b[2;3m[applause]" in shown
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb")):
        assert not re.search(r"\x1b\[[0-9;]*3[1-6]", in_terminal("inspect", event, columns=72, **{name: value}))


def test_a_warning_says_what_can_be_done(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(EVENT.replace("22 November 2023", ""), "utf-8")
    shown = " ".join(" ".join(seen(in_terminal("inspect", str(tmp_path / "a.txt")))).split())
    assert (
        "! no date found in the text; give it in a manifest: --metadata FILE, with the columns path and date" in shown
    )


def test_a_terminal_without_unicode_gets_plain_signs(event: str) -> None:
    lines = seen(in_terminal("inspect", event, PYTHONIOENCODING="ascii"))
    assert "| Another paragraph." in lines and any(line.startswith("-- #2 Q&A") for line in lines)


def test_plain_signs_are_measured_as_they_are_shown(event: str, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text(EVENT.replace("Minister Ekblad", "Minister Ekblad…"), "utf-8")
    lines = seen(in_terminal("inspect", str(tmp_path / "odd.txt"), columns=60, PYTHONIOENCODING="ascii"))
    assert max(map(len, lines)) <= 60 and all(line.isascii() for line in lines)
    assert 'label "Minister Ekblad..."' in " ".join(lines)


@pytest.mark.parametrize("columns", [20, 60, 80, 200])
def test_the_drawing_of_a_document_fits_any_width(event: str, columns: int) -> None:
    lines = seen(in_terminal("inspect", event, "seeds/000_638065210040ca12.txt", columns=columns))
    assert max(map(cell_len, lines)) <= min(columns, 100) and not any(line != line.rstrip() for line in lines)
