"""Options that commands share, and where the index is."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from natosearch.errors import BadQuery
    from natosearch.model.documents import Given
    from natosearch.query.plan import Alias
    from natosearch.query.tree import Word
    from natosearch.rules import Rules

_SHOWN = 5  # paths of a manifest that a remark names
_AROUND = 70  # code points of a query that an error shows

index_option = click.option(
    "--index",
    "index_folder",
    metavar="DIR",
    envvar="NATOSEARCH_INDEX",
    help="The folder of the index [default: $NATOSEARCH_INDEX, else a folder in your user data].",
)
metadata_option = click.option(
    "--metadata",
    metavar="FILE",
    help="A .csv or .jsonl manifest: path, date, speaker, place, topic, title, kind, url. What it says wins.",
)
rules_option = click.option(
    "--rules",
    "rules_folder",
    metavar="DIR",
    envvar="NATOSEARCH_RULES",
    help="Your own people, places and topics [default: $NATOSEARCH_RULES, else 'rules' in your user config].",
)
color_option = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Whether to draw with colours; auto does on a terminal.",
)


def index_path(folder: str | None) -> str:
    """The folder of the index: as named, else in the user's data folder; never one found by chance around here."""
    if folder:
        return os.path.abspath(folder)
    if folder is not None:  # as an unset variable leaves it
        raise click.BadParameter("an empty name; leave --index out to use the default.", param_hint="--index")
    from platformdirs import user_data_dir

    return os.path.join(user_data_dir("natosearch", appauthor=False), "index")


def read_rules(folder: str | None) -> Rules:
    """The rules in force: with those in the folder named, else in the user's own folder if there is one."""
    from natosearch.rules import load_rules

    return load_rules(_own_rules(folder))


def _own_rules(folder: str | None) -> str:
    if folder == "":  # as an unset variable leaves it
        raise click.BadParameter("an empty name; leave --rules out to use the default.", param_hint="--rules")
    return _rules_folder() if folder is None else folder


def _rules_folder() -> str:
    # Where platformdirs would have it, which takes a twentieth of a query's time to import.
    folder = os.path.join(click.get_app_dir("natosearch", roaming=False), "rules")
    return folder if os.path.isdir(folder) else ""


def complain_stray_rules(rules: Rules) -> None:
    """Say which files among the user's rules are none."""
    from natosearch.rules import KINDS

    for stray in rules.strays:
        complain(f"{stray}: not read; files of rules are {', '.join(f'{kind}.toml' for kind in KINDS)}")


def read_given(metadata: str | None, rules: Rules) -> dict[str, Given]:
    """What the manifest that `--metadata` names says of each document; nothing without one."""
    from natosearch.documents.manifest import read_manifest

    if metadata == "":  # as an unset variable leaves it
        raise click.BadParameter("an empty name; leave it out to give nothing.", param_hint="--metadata")
    return read_manifest(metadata, rules) if metadata is not None else {}


def complain_strays(metadata: str | None, strays: Iterable[str]) -> None:
    """Say which paths of the manifest are none of the documents of this run: often a slip of the pen."""
    from natosearch.output.records import shown_path

    named = [shown_path(path) for path in strays]
    if named:
        more = f" and {len(named) - _SHOWN} more" if len(named) > _SHOWN else ""
        complain(f"{metadata}: none of the documents read here: {', '.join(named[:_SHOWN])}{more}")


def complain(message: str) -> None:
    """One line on stderr, with whatever it quotes made harmless; silence if there is no stderr to write to."""
    from natosearch.output.visible import one_line

    complain_lines([f"natosearch: {one_line(message)}"])


def complain_lines(lines: Iterable[str]) -> None:
    """Lines on stderr as they are."""
    with suppress(OSError, ValueError):
        for line in lines:
            print(line.encode("utf-8", "replace").decode("utf-8"), file=sys.stderr)
        sys.stderr.flush()


def draws(color: str, stream: object) -> bool:
    """Whether to draw for a person rather than print plain lines on ``stream``."""
    isatty = getattr(stream, "isatty", None)
    return color == "always" or bool(isatty and isatty())


def print_records(records: Iterable[str], end: str = "\n") -> None:
    """Print ``records``, each followed by ``end``, in UTF-8: what a script reads depends on no locale and no system."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A name that is not UTF-8 leaves as the bytes it has.
        errors = "surrogateescape" if end == "\0" else "replace"
        sys.stdout.reconfigure(encoding="utf-8", errors=errors, newline="")
    for record in records:
        sys.stdout.write(record + end)


def explain_fault(error: BadQuery, named: str = "query") -> None:
    """A query that cannot be read: why in one line, then the query around the fault, a caret under the place."""
    if not error.query.strip():
        complain(str(error))
        return
    from natosearch.output.visible import visible

    start = max(0, error.position - _AROUND // 2)
    shown = visible(error.query[start : start + _AROUND]).replace("\n", " ")
    complain(f"{named}: {error.why}")
    complain_lines([f"  {shown}", f"  {' ' * _columns(shown[: error.position - start])}^"])


def _columns(text: str) -> int:
    """How many columns of a terminal ``text`` takes."""
    from rich.cells import cell_len

    return cell_len(text)


def read_aliases(folder: str | None) -> Alias:
    """The other names of runs of words, with those in the user's own rules; nothing else of the rules is read."""
    from natosearch.rules.aliases import load_aliases

    aliases = load_aliases(_own_rules(folder))

    def alias(words: tuple[Word, ...]) -> tuple[tuple[str, ...], ...]:
        if len(words) > aliases.longest:
            return ()
        written = tuple(word.folded.upper() if word.capitals else word.folded for word in words)
        return aliases.others(tuple(word.folded for word in words), written=written)

    return alias
