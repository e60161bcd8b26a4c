"""How hits are to be printed, as the options say, and printing them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from natosearch.cli.options import draws, print_records
from natosearch.query.tree import Sort

if TYPE_CHECKING:
    from natosearch.output.kwic import Side
    from natosearch.output.shown import Shown

SIDES = ("left", "right")  # of a match, by which a concordance is sorted


class Printing(NamedTuple):
    """How hits are to be printed."""

    style: str
    side: Side | None
    sort: Sort
    color: str
    pager: bool
    null: bool
    fields: tuple[str, ...] = ()

    @property
    def _drawn(self) -> bool:
        return draws(self.color, sys.stdout) and not self.null and not self.fields

    @property
    def shows_why(self) -> bool:
        """Whether what made a score is part of each hit."""
        return self.style in ("jsonl", "json", "csv", "tsv") or (self._drawn and self.style == "text")

    def print(self, shown: Iterator[Shown]) -> None:
        """Print every hit."""
        if self._drawn and self.style in ("text", "kwic"):
            self._draw(shown)
            return
        from natosearch.output.formats import TERMINATORS

        end = "\0" if self.null else TERMINATORS[self.style]
        if self._drawn and draws("auto", sys.stdout) and self.style in ("md", "quote"):
            self._page(self._records(shown), end)
        else:
            print_records(self._records(shown), end)

    def _records(self, shown: Iterator[Shown]) -> Iterator[str]:
        from natosearch.output.formats import render
        from natosearch.output.records import shown_path

        if self.side:
            from natosearch.output.kwic import kwic_lines, kwic_row, sort_kwic

            return map(kwic_row, sort_kwic(kwic_lines(shown), self.side))
        if self.null and self.style == "paths":  # for `xargs -0`: the names as the system has them
            return iter(dict.fromkeys(shown_path(one.hit.passage.path) for one in shown))
        return render(shown, self.style, self.fields)

    def _draw(self, shown: Iterator[Shown]) -> None:
        from natosearch.output.pager import paged
        from natosearch.output.terminal import draw_hits, make_console

        with paged(self.pager) as out:
            console = make_console(color=self.color, file=out)
            if self.style == "text":
                draw_hits(console, shown)
                return
            from natosearch.output.concordance import draw_kwic
            from natosearch.output.kwic import kwic_lines, sort_kwic

            lines = kwic_lines(shown)
            draw_kwic(console, sort_kwic(lines, self.side) if self.side else lines)

    def _page(self, records: Iterator[str], end: str) -> None:
        from natosearch.output.pager import paged

        with paged(self.pager) as out:
            for record in records:
                out.write(record + end)


def read_printing(options: dict[str, Any]) -> Printing:
    """How to print what the options ask for; raises what click shows for those that exclude each other."""
    from natosearch.output.formats import check_fields

    style = _style(options)
    fields = tuple(name.strip() for name in (options["fields"] or "").split(",") if name.strip())
    if options["fields"] is not None and not fields:
        raise click.BadParameter("no field is named.", param_hint="--fields")
    check_fields(fields, style)
    if style in ("csv", "tsv"):
        fields = fields or _columns(options)
    side: Side | None = options["sort"] if options["sort"] in SIDES else None
    sort: Sort = "relevance" if side else options["sort"]
    return Printing(style, side, sort, options["color"], options["pager"], options["null"], fields)


def _style(options: dict[str, Any]) -> str:
    """The format asked for; raises UsageError for options that are not for it."""
    style: str = options["style"]
    for option, meant in (("json", "jsonl"), ("list", "paths")):
        if options[option]:
            if style not in ("text", meant):
                raise click.UsageError(f"--format {style} and --{option} exclude each other.")
            style = meant
    if options["sort"] in SIDES and style != "kwic":
        raise click.UsageError(f"--sort {options['sort']} is for --format kwic.")
    if options["context"] and style in ("md", "quote", "kwic", "ids", "paths"):
        raise click.UsageError(f"-C is not for --format {style}; text and records show the passages around a hit.")
    if options["null"] and style in ("csv", "tsv", "json"):
        raise click.UsageError(f"-0 ends records; {style} has its own form.")
    return style


def _columns(options: dict[str, Any]) -> tuple[str, ...]:
    """The columns of a table in which none were chosen: the same whether anything is found or not."""
    from natosearch.output.records import KEYS

    first, *rest = KEYS
    query = ("query",) if options["queries"] is not None else ()
    around = ("before", "after") if options["context"] else ()
    return (first, *query, *rest, *around, *(("why",) if options["explain"] else ()))
