"""A progress line on a terminal's stderr, gone when the work is done."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from natosearch.ingest import Progress as Show
from natosearch.output.terminal import make_console
from natosearch.output.visible import one_line


@contextmanager
def showing_progress() -> Iterator[Show]:
    """A function for :func:`natosearch.ingest.ingest` that shows how far it has come."""
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), _Name())
    with Progress(*columns, console=make_console(color="auto", stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, path="")

        def show(done: int, total: int, path: str) -> None:
            bar.update(task, completed=done, total=total, path=path)

        yield show


class _Name(TextColumn):
    """The file's name as text: a file may be called `[red]`."""

    def __init__(self) -> None:
        super().__init__("")

    def render(self, task: object) -> Text:
        path = getattr(task, "fields", {}).get("path", "")
        return Text(one_line(os.path.basename(path)), style="dim")
