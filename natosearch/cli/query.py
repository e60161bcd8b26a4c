"""`natosearch query`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from natosearch.cli.filters import filter_options, make_filters, resolve_names
from natosearch.cli.options import color_option, complain, draws, index_option, index_path, print_lines, rules_option

if TYPE_CHECKING:
    from natosearch.model.passages import Results


@click.command(
    epilog="""\b
Examples:
  natosearch query KFOR troops                       passages with both words
  natosearch query '"KFOR troops"'                   with the phrase
  natosearch query Kosovo --speaker Stoltenberg --since 2023
  natosearch query "KFOR troops" --json | jq -r .cite
Exit codes: 0 found, 1 nothing found, 2 a query that cannot be read, 3 no index.
"""
)
@click.argument("terms", nargs=-1, metavar="TERMS...")
@filter_options
@click.option("--all", "matching", flag_value="all", help="Every word must match.")
@click.option("--any", "matching", flag_value="any", help="One word is enough.")
@click.option("--exact", is_flag=True, help="No stemming: 'troop' does not find 'troops'.")
@click.option(
    "-n", "--limit", type=click.IntRange(min=0), default=10, help="How many hits; 0 for all.", show_default=True
)
@click.option(
    "--format", "style", type=click.Choice(["text", "jsonl", "json"]), default="text", help="How to print hits."
)
@click.option("--json", is_flag=True, help="One JSON object a line; the same as --format jsonl.")
@color_option
@rules_option
@index_option
@click.pass_context
def query(
    context: click.Context, /, terms: tuple[str, ...], index_folder: str | None, color: str, **options: Any
) -> None:
    """Print the passages that match TERMS, best first.

    By default one or two words must all match, longer queries most of theirs. Case, accents and endings do not matter.
    """
    from natosearch.engines import open_engine
    from natosearch.query.parse import parse_query

    asked = parse_query(
        " ".join(terms),
        make_filters(options),
        matching=options["matching"] or "most",
        exact=options["exact"],
        limit=options["limit"],
    )
    engine = open_engine(index_path(index_folder))
    asked, remarks = resolve_names(engine, asked, options["rules_folder"])
    results = engine.search(asked)
    _print_hits(results, "jsonl" if options["json"] and options["style"] == "text" else options["style"], color)
    if not results.total:
        remarks.append(
            "nothing found" if engine.documents() else "nothing found: the index is empty; run natosearch ingest"
        )
    elif len(results.hits) < results.total and sys.stderr.isatty():
        remarks.append(f"{len(results.hits)} of {results.total} passages; -n 0 prints all")
    for remark in remarks:
        complain(remark)
    context.exit(0 if results.total else 1)


def _print_hits(results: Results, style: str, color: str) -> None:
    if style == "text" and draws(color, sys.stdout):
        from natosearch.output.terminal import draw_hits, make_console

        draw_hits(make_console(color=color), results.hits)
    elif style == "text":
        from natosearch.output.plain import hit_line

        print_lines(map(hit_line, results.hits))
    else:
        from natosearch.output.records import dump_array, dump_lines, hit_record

        records = map(hit_record, results.hits)
        print_lines(dump_lines(records) if style == "jsonl" else dump_array(records))
