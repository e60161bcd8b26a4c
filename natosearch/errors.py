"""What can go wrong in a way that a user can mend: each error knows its exit code and says what to do."""

from __future__ import annotations


class NatosearchError(Exception):
    """An error shown as one line on stderr, ``natosearch: MESSAGE``; it ends the command with ``exit_code``."""

    exit_code = 2


class BadQuery(NatosearchError):
    """A query that cannot be read; ``position`` is the code point in ``query`` at which reading stopped."""

    def __init__(self, query: str, position: int, why: str) -> None:
        super().__init__(why)
        self.query, self.position, self.why = query, position, why


class BadFields(NatosearchError):
    """Fields to print that no record has, or for a format that prints none."""


class BadRules(NatosearchError):
    """A file of people, places or topics that breaks its own format."""


class BadManifest(NatosearchError):
    """A manifest that cannot be used; ``line`` counts from 1, None for the file as a whole."""

    def __init__(self, path: str, line: int | None, why: str) -> None:
        super().__init__(f"{path}: {why}" if line is None else f"{path}:{line}: {why}")
        self.path, self.line, self.why = path, line, why


class NoIndex(NatosearchError):
    """There is no index, or the folder that should hold one holds something else, or a damaged one."""

    exit_code = 3


class IndexBusy(NatosearchError):
    """Another process is writing to the index."""

    exit_code = 4
