"""Long results and the user's pager: a program in a real terminal, with pagers made up for the purpose."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import shutil
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from natosearch.output.pager import pager_command
from tests.documents import ROOT
from tests.program import PLAIN

# Writes so many coloured lines as a command would, and says how it ended where a test can read it.
PROGRAM = """
import sys
from pathlib import Path
from rich.text import Text
from natosearch.output.pager import paged
from natosearch.output.terminal import make_console

count, ended = int(sys.argv[1]), Path(sys.argv[2])
written = 0
with paged() as out:
    console = make_console(color="auto", file=out)
    for written in range(1, count + 1):
        console.print(Text(f"line {written} is “here”", style="red"))
ended.write_text(f"{written} {sys.exc_info()[0]}")
print("after")
"""
SCREEN = (24, 80)
SHELL = f"#!{shutil.which('sh')}\n"
PYTHON = f"#!{sys.executable}\n"


class Run:
    """``PROGRAM`` in a terminal of its own: what it shows, how it exits, how many lines it had written."""

    def __init__(self, tmp_path: Path, lines: int, press: bytes = b"", **environment: str) -> None:
        leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", *SCREEN, 0, 0))
        taken = ("PAGER", "LESS", "LV", "NO_COLOR", "FORCE_COLOR", "LINES", "COLUMNS", "CI")
        env = {name: value for name, value in PLAIN.items() if name not in taken}
        env |= {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8"} | environment
        ended = tmp_path / "ended"
        self._process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(lines), str(ended)],
            env=env,
            stdin=follower,
            stdout=follower,
            stderr=follower,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(follower)
        self.shown = self._read(leader, press)
        os.close(leader)
        self.code = self._process.wait(30)
        self.written = int(ended.read_text().split()[0]) if ended.exists() else None

    def _read(self, leader: int, press: bytes) -> str:
        """Everything shown; ``press`` is typed as soon as a pager says READY, or less shows its prompt."""
        shown, until = b"", time.monotonic() + 30
        while time.monotonic() < until:
            if not select.select([leader], [], [], 0.2)[0]:
                continue
            try:
                chunk = os.read(leader, 65536)
            except OSError:  # the other end is closed
                return shown.decode("utf-8", "replace").replace("\r\n", "\n")
            shown += chunk
            if press and (b"READY" in shown or shown.endswith(b"\x1b[K")):
                time.sleep(0.2)  # until it reads keys
                os.write(leader, press[:1])
                press = press[1:]
        self._process.kill()
        self._process.wait()
        raise AssertionError(f"still running after 30 seconds: {shown!r}")


def pager(tmp_path: Path, script: str) -> str:
    """A program with this text; its path."""
    path = tmp_path / "a-pager"
    path.write_text(script)
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({}, "less"),
        ({"PAGER": "more"}, "more"),
        ({"PAGER": "more", "NATOSEARCH_PAGER": "less -S"}, "less -S"),
        ({"PAGER": ""}, ""),
        ({"PAGER": "cat"}, ""),
        ({"PAGER": "less", "NATOSEARCH_PAGER": ""}, ""),
        ({"PAGER": "less", "NATOSEARCH_PAGER": " cat "}, ""),
        ({"PAGER": "less", "TERM": "dumb"}, ""),
    ],
)
def test_which_pager(environment: dict[str, str], command: str) -> None:
    assert pager_command({"TERM": "xterm"} | environment) == command


def test_long_results_go_through_the_pager_in_colour(tmp_path: Path) -> None:
    command = pager(tmp_path, SHELL + 'echo "LESS=$LESS LV=$LV"; sed "s/line/LINE/"')
    run = Run(tmp_path, 100, PAGER=command)
    assert run.code == 0 and run.written == 100
    assert "LESS=FRX LV=-c" in run.shown and run.shown.count("LINE") == 100 and "line" not in run.shown
    assert "\x1b[31mLINE 1 is “here”\x1b[0m" in run.shown
    assert run.shown.endswith("LINE 100 is “here”\x1b[0m\nafter\n")


def test_settings_of_the_user_stay(tmp_path: Path) -> None:
    command = pager(tmp_path, SHELL + 'echo "LESS=$LESS."; cat')
    assert "LESS=S." in Run(tmp_path, 100, PAGER=command, LESS="S").shown
    assert "LESS=." in Run(tmp_path, 100, PAGER=command, LESS="").shown


def test_our_own_variable_wins_and_may_hold_a_command_for_the_shell(tmp_path: Path) -> None:
    run = Run(tmp_path, 100, PAGER="false", NATOSEARCH_PAGER="sed 's/line/OURS/' | grep -v 7")
    assert run.shown.count("OURS") == 100 - 19 and run.code == 0


@pytest.mark.parametrize(("lines", "through"), [(23, False), (24, True)])
def test_what_fits_the_screen_is_printed(tmp_path: Path, lines: int, through: bool) -> None:
    run = Run(tmp_path, lines, PAGER=pager(tmp_path, SHELL + "echo PAGED; cat"))
    assert ("PAGED" in run.shown) is through and run.shown.count("is “here”") == lines


@pytest.mark.parametrize(
    "environment", [{"PAGER": "cat"}, {"PAGER": ""}, {"NATOSEARCH_PAGER": ""}, {"TERM": "dumb", "PAGER": "false"}]
)
def test_no_pager(tmp_path: Path, environment: dict[str, str]) -> None:
    run = Run(tmp_path, 100, b"", **environment)
    assert run.code == 0 and run.shown.count("is “here”") == 100


@pytest.mark.parametrize(
    "command", ["/nowhere/no-such-pager -x", "no-such-pager-anywhere | cat; exit 127", "no-such-pager '-x'"]
)
def test_a_pager_that_cannot_be_started(tmp_path: Path, command: str) -> None:
    run = Run(tmp_path, 5000, PAGER=command)
    assert run.code == 0 and run.written == 5000
    lines = [line for line in run.shown.splitlines() if "is “here”" in line]
    assert len(lines) == 5000 and "line 5000 " in lines[-1] and "Traceback" not in run.shown


@pytest.mark.parametrize("lines", [30, 50_000])
def test_leaving_the_pager_early_is_no_error_and_ends_the_work(tmp_path: Path, lines: int) -> None:
    run = Run(tmp_path, lines, PAGER=pager(tmp_path, SHELL + "head -3; exit 0"))
    assert (run.code, run.shown.endswith("after\n"), run.shown.count("is “here”")) == (0, True, 3)
    assert run.written is not None and (run.written < 50_000 or lines == 30) and "Traceback" not in run.shown


IGNORES = """
import signal, sys
signal.signal(signal.SIGINT, lambda *_: print("INTERRUPTED", flush=True))
sys.stdin.readline()
print("READY", flush=True)
with open("/dev/tty") as keys:
    key = keys.readline()
print("LEFT", sum(1 for _ in sys.stdin), flush=True)
"""


@pytest.mark.parametrize("lines", [30, 20_000])
def test_an_interrupt_is_the_pagers(tmp_path: Path, lines: int) -> None:
    run = Run(tmp_path, lines, b"\x03\n", PAGER=pager(tmp_path, PYTHON + IGNORES))
    assert "INTERRUPTED" in run.shown and f"LEFT {lines - 1}" in run.shown
    assert run.code == 0 and "Traceback" not in run.shown and "KeyboardInterrupt" not in run.shown
    assert run.shown.endswith("after\n")


def test_an_interrupt_that_ends_the_pager_ends_nothing_else(tmp_path: Path) -> None:
    dies = "import sys\nsys.stdin.readline()\nprint('READY', flush=True)\nimport signal\nsignal.signal(2, signal.SIG_DFL)\nsignal.pause()"
    run = Run(tmp_path, 30, b"\x03", PAGER=pager(tmp_path, PYTHON + dies))
    assert run.code == 0 and run.shown.endswith("after\n") and "Traceback" not in run.shown


@pytest.mark.skipif(not shutil.which("less"), reason="no less")
def test_less(tmp_path: Path) -> None:
    run = Run(tmp_path, 3000, b"\x03q")
    assert run.code == 0 and run.shown.endswith("after\n") and "Traceback" not in run.shown
    assert "\x1b[31mline 1 is “here”" in run.shown and "line 24 " not in run.shown


def test_a_pipe_has_no_pager() -> None:
    code = "from natosearch.output.pager import paged\nwith paged() as out:\n  for n in range(100): print(n, file=out)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**PLAIN, "PAGER": "false", "TERM": "xterm"},
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.stdout == "".join(f"{n}\n" for n in range(100)) and done.stderr == ""
