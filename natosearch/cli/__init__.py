"""The command line: options in, one function called, an exit code out. Commands import what they need when they run."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from natosearch import __version__
from natosearch.errors import BadQuery, NatosearchError

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
    try:
        code = _run()
    except NatosearchError as error:
        if os.environ.get("NATOSEARCH_DEBUG"):
            raise
        code = error.exit_code
        _complain(_message(error))
    except (KeyboardInterrupt, click.Abort):
        code = INTERRUPTED
        _complain("interrupted")
    except BrokenPipeError:
        code = PIPE_CLOSED
    except Exception as error:
        if os.environ.get("NATOSEARCH_DEBUG"):
            raise
        code = INTERNAL
        _complain(f"a fault of natosearch itself: {type(error).__name__}: {error}; NATOSEARCH_DEBUG=1 shows where")
    _quiet_exit(code)


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
        _complain(f"{' '.join(error.format_message().split())} See: {used} --help")
        return error.exit_code
    return 0


def _message(error: NatosearchError) -> str:
    """The error in one line; a fault inside a query is followed by the query with a caret under the place."""
    if isinstance(error, BadQuery) and error.query.strip() and error.position < len(error.query):
        from natosearch.output.visible import visible

        query_shown = visible(error.query).replace("\n", " ")
        return f"query: {error.why}\n  {query_shown}\n  {' ' * error.position}^"
    return str(error)


def _complain(message: str) -> None:
    from contextlib import suppress

    with suppress(OSError, ValueError):
        print(f"natosearch: {message}", file=sys.stderr)


def _quiet_exit(code: int) -> NoReturn:
    """Exit without Python's own complaint about a reader that closed the pipe."""
    try:
        sys.stdout.flush()
    except (BrokenPipeError, ValueError):
        code = PIPE_CLOSED
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)
