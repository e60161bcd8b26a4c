"""`natosearch query`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, get_args

import click

from natosearch.cli.asking import Asking, Question, read_questions
from natosearch.cli.filters import filter_options
from natosearch.cli.negatives import QueryCommand
from natosearch.cli.options import (
    color_option,
    index_option,
    index_path,
    print_records,
    rules_option,
)
from natosearch.cli.printing import SIDES, read_printing
from natosearch.output.formats import STYLES
from natosearch.output.visible import one_line
from natosearch.query.tree import Filters, Sort

if TYPE_CHECKING:
    from natosearch.output.shown import Shown


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
    type=click.Choice([*get_args(Sort), *SIDES]),
    default="relevance",
    help="date: oldest first, -date: newest first, doc: as documents read; left, right: a concordance by its context.",
)
@click.option(
    "-C", "--context", type=click.IntRange(min=0), default=0, metavar="N", help="Passages before and after each hit."
)
@click.option("--format", "style", type=click.Choice(STYLES), default="text", help="How to print hits.")
@click.option("--json", is_flag=True, help="One JSON object a line; the same as --format jsonl.")
@click.option("-l", "--list", is_flag=True, help="The documents' paths; the same as --format paths.")
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
    printing = read_printing(options)
    questions = list(read_questions(options["terms"], options["queries"], filtered=_is_filtered(options)))
    options["tell_why"] = options["explain"] and not printing.shows_why
    asking = Asking(index_path(options["index_folder"]), options, sort=printing.sort)
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
