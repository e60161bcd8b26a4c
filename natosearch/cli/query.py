"""`natosearch query`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import click

from natosearch.cli.asking import Asking, Question, read_questions
from natosearch.cli.filters import filter_options
from natosearch.cli.negatives import QueryCommand
from natosearch.cli.options import (
    color_option,
    draws,
    index_option,
    index_path,
    print_records,
    rules_option,
)
from natosearch.output.formats import STYLES
from natosearch.output.visible import one_line
from natosearch.query.tree import Filters, Sort

if TYPE_CHECKING:
    from natosearch.output.shown import Shown

_SIDES = ("left", "right")  # of a match, by which a concordance is sorted


@click.command(
    cls=QueryCommand,
    epilog="""\b
Examples:
  natosearch query KFOR troops                       passages with both words
  natosearch query '"KFOR troops"'                   with the phrase
  natosearch query Kosovo -Serbia --since 2023       without a word, from 2023 on
  natosearch query 'speaker:Stoltenberg "air policing"~5 OR AWACS'
  natosearch query Kosovo --format quote -n 1        to paste into an article
  natosearch query Kosovo --format kwic --sort right a concordance
  natosearch query "KFOR troops" --json | jq -r .cite
Query language: words, "phrase", "near words"~5, OR, AND, NOT, -word, ( ), prefix*, w?rd, wrod~1, =exact,
  field:value, field:"two words", field:a,b, date:2023-05..2023-09, date:2022.., * for everything.
Fields: speaker place mentions topic unit kind date title doc question answer.
Exit codes: 0 found, 1 nothing found, 2 a query that cannot be read, 3 no index.
""",
)
@click.argument("terms", nargs=-1, metavar="TERMS...")
@click.option("-f", "--file", "queries", metavar="FILE", help="Many queries, one a line; - for stdin.")
@filter_options
@click.option("--all", "matching", flag_value="all", help="Every word must match.")
@click.option("--any", "matching", flag_value="any", help="One word is enough.")
@click.option("--exact", is_flag=True, help="Words as they stand: no endings, no other names.")
@click.option(
    "-n", "--limit", type=click.IntRange(min=0), default=10, help="How many hits; 0 for all.", show_default=True
)
@click.option("--offset", type=click.IntRange(min=0), default=0, metavar="N", help="Leave out the first N hits.")
@click.option(
    "--sort",
    type=click.Choice([*get_args(Sort), *_SIDES]),
    default="relevance",
    help="date: oldest first, -date: newest first, doc: as documents read; left, right: a concordance by its context.",
)
@click.option(
    "-C", "--context", type=click.IntRange(min=0), default=0, metavar="N", help="Passages before and after each hit."
)
@click.option("--format", "style", type=click.Choice(STYLES), default="text", help="How to print hits.")
@click.option("--json", is_flag=True, help="One JSON object a line; the same as --format jsonl.")
@click.option("-l", "--list", "listing", is_flag=True, help="The documents' paths; the same as --format paths.")
@click.option("--fields", metavar="A,B,C", help="Which fields of records to print, in this order.")
@click.option("-0", "--null", "null", is_flag=True, help="End records with a null character instead of a line end.")
@click.option("-c", "--count", is_flag=True, help="Print the number of passages alone.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing; the exit code says whether anything was found.")
@click.option("--explain", is_flag=True, help="Say how the query was read and what made each score.")
@click.option("--pager/--no-pager", default=True, help="Whether long results on a terminal go through your pager.")
@color_option
@rules_option
@index_option
@click.pass_context
def query(context: click.Context, /, **options: Any) -> None:
    """Print the passages that match TERMS, best first.

    By default one or two words must all match, longer queries most of theirs. Case, accents and endings do not matter.
    """
    printing = _printing(options)
    questions = list(read_questions(options["terms"], options["queries"], filtered=_is_filtered(options)))
    asking = Asking.open(index_path(options["index_folder"]), options, sort=printing.sort)
    if options["count"] or options["quiet"]:
        _print_counts(asking, questions, options)
    else:
        printing.print(_found(asking, questions))
        asking.complain_stale()  # now: a pager has left the screen
    context.exit(asking.exit_code)


def _is_filtered(options: dict[str, Any]) -> bool:
    return any(options[name] for name in Filters._fields)


def _found(asking: Asking, questions: list[Question]) -> Iterator[Shown]:
    for question in questions:
        yield from asking.shown(question)


def _print_counts(asking: Asking, questions: list[Question], options: dict[str, Any]) -> None:
    for question in questions:
        results = asking.results(question)
        if results and not options["quiet"]:
            named = f"\t{one_line(question.text)}" if question.named else ""
            print_records([f"{results.total}{named}"])


class _Printing(NamedTuple):
    """How hits are to be printed."""

    style: str
    side: str
    sort: Sort
    color: str
    pager: bool
    null: bool
    fields: tuple[str, ...] = ()

    def print(self, shown: Iterator[Shown]) -> None:
        """Print every hit."""
        drawn = draws(self.color, sys.stdout) and not self.null
        if drawn and self.style in ("text", "kwic") and not self.fields:
            self._draw(shown)
            return
        from natosearch.output.formats import TERMINATORS

        end = "\0" if self.null else TERMINATORS[self.style]
        if drawn and self.style in ("md", "quote"):
            self._page(self._records(shown), end)
        else:
            print_records(self._records(shown), end)

    def _records(self, shown: Iterator[Shown]) -> Iterator[str]:
        from natosearch.output.formats import render
        from natosearch.output.records import shown_path

        if self.side:
            from natosearch.output.kwic import kwic_lines, kwic_row, sort_kwic

            return map(kwic_row, sort_kwic(kwic_lines(shown), self.side))  # type: ignore[arg-type]
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
            draw_kwic(console, sort_kwic(lines, self.side) if self.side else lines)  # type: ignore[arg-type]

    def _page(self, records: Iterator[str], end: str) -> None:
        from natosearch.output.pager import paged

        with paged(self.pager) as out:
            for record in records:
                out.write(record + end)


def _printing(options: dict[str, Any]) -> _Printing:
    """How to print what the options ask for; raises what click shows for those that exclude each other."""
    from natosearch.output.formats import check_fields

    style = options["style"]
    for flag, meant in (("json", "jsonl"), ("listing", "paths")):
        if options[flag]:
            if style not in ("text", meant):
                raise click.UsageError(
                    f"--format {style} and --{'json' if flag == 'json' else 'list'} exclude each other."
                )
            style = meant
    fields = tuple(name.strip() for name in (options["fields"] or "").split(",") if name.strip())
    if options["fields"] is not None and not fields:
        raise click.BadParameter("no field is named.", param_hint="--fields")
    check_fields(fields, style)
    side = options["sort"] if options["sort"] in _SIDES else ""
    if side and style != "kwic":
        raise click.UsageError(f"--sort {side} is for --format kwic.")
    if options["null"] and style in ("csv", "tsv", "json"):
        raise click.UsageError(f"-0 ends records; {style} has its own form.")
    sort: Sort = "relevance" if side else options["sort"]
    return _Printing(style, side, sort, options["color"], options["pager"], options["null"], fields)
