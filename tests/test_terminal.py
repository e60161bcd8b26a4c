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
        env={**env, "TERM": "xterm-256color", **environment},
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
    assert "natosearch: 2 of" in in_terminal("query", "--index", seeds_index, "NATO", "-n", "2")
