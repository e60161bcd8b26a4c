"""Files of rules: those that the package ships, and those in a user's own folder."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from natosearch.errors import BadRules
from natosearch.rules.tables import Table

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

KINDS = ("people", "outlets", "places", "topics", "furniture", "aliases")

_LARGEST = 2 << 20  # bytes of one file of rules; the shipped ones have a tenth of that


def own_files(folder: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """The paths of the files of rules in ``folder`` by kind, and those of the other files there."""
    own = {}
    strays = []
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        raise BadRules(f"{folder}: cannot be read: {error.strerror}") from error
    for name in names:
        kind = name.removesuffix(".toml")
        path = os.path.join(folder, name)
        if kind in KINDS and kind != name:
            own[kind] = path
        elif not name.startswith("."):
            strays.append(path)
    return own, tuple(strays)


def read_shipped(kind: str) -> bytes:
    """What the package's own file of rules of one ``kind`` holds."""
    with open(os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", f"{kind}.toml"), "rb") as file:
        return file.read()


def read_own(path: str) -> bytes:
    """What a user's file of rules holds."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise BadRules(f"{path}: not a regular file")
        with open(path, "rb") as file:
            raw = file.read(_LARGEST + 1)
    except OSError as error:
        raise BadRules(f"{path}: cannot be read: {error.strerror}") from error
    if len(raw) > _LARGEST:
        raise BadRules(f"{path}: larger than {_LARGEST >> 20} MB")
    return raw


@contextmanager
def named(path: str) -> Iterator[None]:
    """Any BadRules with ``path`` before it."""
    try:
        yield
    except BadRules as error:
        raise BadRules(f"{path}: {error}" if path else str(error)) from error


def parse(raw: bytes) -> Table:
    """``raw`` as TOML."""
    try:
        table: Table = tomllib.loads(raw.decode("utf-8-sig"))
    except RecursionError:
        raise BadRules("not TOML that can be read: too deep") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadRules(f"not TOML: {error}") from error
    return table
