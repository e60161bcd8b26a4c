"""What is longer than the screen goes through the user's pager, as git does it.

Not with click's ``echo_via_pager``: it knows no variable of ours and no `LESS=FRX`, pages what fits the screen, writes
in the locale's encoding rather than the terminal's, and drops a pager that the shell must start.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import IO, Any, TextIO

from natosearch.output.plain_letters import spell_plainly

# F: leave at once what fits; R: colours; X: leave the text on the screen. LV is the same for another pager.
_SETTINGS = {"LESS": "FRX", "LV": "-c"}
_FOR_A_SHELL = re.compile(r"[|&;<>()$`\\\"'*?\[#~=%\n]")
_NOT_STARTED = (126, 127)  # how a shell exits that cannot start a command
_CODES = re.compile(r"\x1b\[[0-9;]*m")


def pager_command(environment: Mapping[str, str]) -> str:
    """The pager that the user wants: $NATOSEARCH_PAGER, else $PAGER, else less; empty for none, as is `cat`."""
    if environment.get("TERM", "dumb" if os.name == "posix" else "") == "dumb":
        return ""
    command = environment.get("NATOSEARCH_PAGER", environment.get("PAGER", "less")).strip()
    return "" if command == "cat" else command


@contextmanager
def paged(wanted: bool = True) -> Iterator[TextIO]:
    """Where to write results: stdout, and on a terminal a stream that goes on in the pager once the screen is full.

    Not in the pager if it is not ``wanted``.

    Whoever leaves the pager has seen enough: the block is left as well, and that is no error.
    """
    spell_plainly(sys.stdout)
    command = pager_command(os.environ) if wanted else ""
    if not command or not isinstance(sys.stdout, io.TextIOWrapper) or not sys.stdout.isatty():
        yield sys.stdout
        return
    sys.stdout.flush()
    pages = _Pages(sys.stdout.buffer, command, sys.stdout.encoding)
    stream = io.TextIOWrapper(io.BufferedWriter(pages), encoding=sys.stdout.encoding, errors=sys.stdout.errors)
    try:
        yield stream
    except BrokenPipeError:
        if not pages.left:
            raise
    finally:
        with suppress(BrokenPipeError):
            stream.close()


class _Pages(io.RawIOBase):
    """Keeps what is written while it fits the screen, then starts the pager and hands everything to it.

    ``left`` says that the user has left the pager; writing on raises BrokenPipeError.
    """

    def __init__(self, screen: IO[bytes], command: str, encoding: str) -> None:
        self._screen, self._command, self._encoding = screen, command, encoding
        self._size = shutil.get_terminal_size()
        self._written: list[bytes] = []  # for a pager that turns out not to start
        self._process: subprocess.Popen[bytes] | None = None  # while it runs
        self._pipe: IO[bytes] | None = None  # into it
        self._waiting = True
        self._interrupt: Any = None
        self.left = False

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return True

    def write(self, chunk: Any) -> int:
        if self.left:
            raise BrokenPipeError
        written = bytes(chunk)
        self._written.append(written)
        if self._waiting and self._rows() < self._size.lines:
            return len(written)
        if self._waiting:
            self._start()
        elif self._pipe is not None:
            self._hand_over(self._pipe, written)
        else:
            self._screen.write(written)
        if self.left:
            raise BrokenPipeError
        return len(written)

    def close(self) -> None:
        if self.closed:
            return
        try:
            if self._pipe is not None:
                self._finish(self._pipe)
            elif self._waiting:
                self._screen.writelines(self._written)
            self._screen.flush()
        finally:
            super().close()

    def _rows(self) -> int:
        """The lines of the screen that everything written so far takes."""
        from rich.cells import cell_len

        lines = _CODES.sub("", b"".join(self._written).decode(self._encoding, "replace")).splitlines()
        columns = max(1, self._size.columns)
        return sum(max(1, -(-cell_len(line) // columns)) for line in lines)

    def _start(self) -> None:
        self._waiting = False
        in_shell = bool(_FOR_A_SHELL.search(self._command))
        command = self._command if in_shell else self._command.split()
        with suppress(OSError):
            self._process = subprocess.Popen(
                command, shell=in_shell, stdin=subprocess.PIPE, env={**_SETTINGS, **os.environ}
            )
            self._pipe = self._process.stdin
        if self._pipe is None:
            self._screen.writelines(self._written)
            return
        # Ctrl-C is the pager's: less stops a search with it, and we must be there until less has left the terminal.
        with suppress(ValueError):  # not in the main thread
            self._interrupt = signal.signal(signal.SIGINT, signal.SIG_IGN)
        self._hand_over(self._pipe, b"".join(self._written))

    def _hand_over(self, pipe: IO[bytes], written: bytes) -> None:
        try:
            pipe.write(written)
            pipe.flush()
        except OSError:  # a broken pipe; on Windows, EINVAL
            self._finish(pipe)

    def _finish(self, pipe: IO[bytes]) -> None:
        """Wait until the pager has ended; print everything after all if it was a shell that could not start it."""
        with suppress(OSError):
            pipe.close()
        code = self._process.wait() if self._process else None
        self._process = self._pipe = None
        if self._interrupt is not None:
            signal.signal(signal.SIGINT, self._interrupt)
        if code in _NOT_STARTED:
            self._screen.writelines(self._written)
        else:
            self.left = True
