"""The command line: options in, one function called, an exit code out. Commands import what they need when they run."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

import click

from natosearch import __version__
from natosearch.cli.options import complain, explain_fault
from natosearch.errors import BadQuery, NatosearchError

USAGE = 2
INTERRUPTED = 130
PIPE_CLOSED = 141
INTERNAL = 70  # sysexits.h EX_SOFTWARE: a fault of ours


COMMANDS = ("ingest", "query", "inspect")


class _Commands(click.Group):
    """Each command in the module of its name, imported when it is asked for."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command = getattr(import_module(f"natosearch.cli.{name}"), name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="natosearch")
def cli() -> None:
    """Who said what, where and when: search press conferences, interviews, speeches, statements and articles.

    \b
    natosearch ingest FOLDER         read documents into the index
    natosearch query "KFOR troops"   find passages
    natosearch inspect FILE          see how a document was understood
    """


def main() -> NoReturn:
    """Run the command line and exit with its code; every error is one line on stderr, never a traceback."""
    _open_closed_streams()
    try:
        code = _run()
    except NatosearchError as error:
        code = error.exit_code
        _explain(error)
    except (KeyboardInterrupt, click.Abort):
        code = INTERRUPTED
        complain("interrupted")
    except BrokenPipeError:
        code = PIPE_CLOSED
    except OSError as error:
        code = USAGE
        complain(": ".join(filter(None, ("cannot go on", str(error.filename or ""), error.strerror or str(error)))))
    except Exception as error:
        if os.environ.get("NATOSEARCH_DEBUG"):
            raise
        code = INTERNAL
        complain(f"a fault of natosearch itself: {type(error).__name__}: {error}; NATOSEARCH_DEBUG=1 shows where")
    _quiet_exit(code)


def _open_closed_streams() -> None:
    """Give Python somewhere to write where whoever started us closed stdout or stderr."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))


def _run() -> int:
    # Not cli.main(): it would exit 1 for a closed pipe, which reads as "nothing found".
    try:
        with cli.make_context("natosearch", sys.argv[1:]) as context:
            cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        sys.stdout.flush()
        return done.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.ClickException as error:
        used = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "natosearch"
        complain(f"{error.format_message()} See: {used} --help")
        return error.exit_code
    return 0


def _explain(error: NatosearchError) -> None:
    """The error in one line; a fault inside a query is shown in its place."""
    if isinstance(error, BadQuery):
        explain_fault(error)
    else:
        complain(str(error))


def _quiet_exit(code: int) -> NoReturn:
    """Exit without Python's own complaint about a reader that closed the pipe or a disk that is full."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError) as error:
        code = PIPE_CLOSED if isinstance(error, BrokenPipeError) else code or USAGE
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)
