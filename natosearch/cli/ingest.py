"""`natosearch ingest`."""

from __future__ import annotations

import gc
import os
import sys
import time

import click

from natosearch.cli.options import (
    complain,
    complain_stray_rules,
    complain_strays,
    draws,
    index_option,
    index_path,
    metadata_option,
    print_records,
    read_given,
    read_rules,
    rules_option,
)


@click.command(
    epilog="""\b
Examples:
  natosearch ingest                 bring what was ingested before up to date;
                                    the first time ./seeds, else the samples shipped with natosearch
  natosearch ingest transcripts/    every text, Markdown, HTML, PDF, DOCX and subtitle file in it
  natosearch ingest a.txt b.md      some files
  natosearch ingest transcripts/ --metadata manifest.csv
                                    with dates, speakers, places and topics that you know better
"""
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@metadata_option
@rules_option
@index_option
@click.pass_context
def ingest(
    context: click.Context,
    paths: tuple[str, ...],
    metadata: str | None,
    rules_folder: str | None,
    index_folder: str | None,
) -> None:
    """Read documents and index their passages.

    Files that have not changed are left alone, files that vanished from an ingested folder leave the index, and a file
    that cannot be used is named while the rest goes on (exit code 1). What a manifest says of a file is
    remembered until another one has a row for it.
    """
    from natosearch.documents.find import samples_folder
    from natosearch.engines import open_engine
    from natosearch.ingest import ingest as run
    from natosearch.ingest import known_paths
    from natosearch.output.report import report_lines

    gc.enable()  # off for short commands; this one may run for hours
    start = time.monotonic()
    rules = read_rules(rules_folder)
    complain_stray_rules(rules)
    given = read_given(metadata, rules)  # before the index is touched: a manifest that is wrong changes nothing
    engine = open_engine(index_path(index_folder), create=True)
    chosen = list(paths) or known_paths(engine) or ["seeds" if os.path.isdir("seeds") else samples_folder()]
    if sys.stderr.isatty():
        from natosearch.output.progress import showing_progress

        with showing_progress() as progress:
            report = run(chosen, rules, engine, progress, given)
    else:
        report = run(chosen, rules, engine, given=given)
    for note in report.notes:
        complain(f"note: {note}")
    for problem in report.problems:
        complain(str(problem))
    complain_strays(metadata, report.strays)
    seconds = time.monotonic() - start
    if draws("auto", sys.stdout):
        from natosearch.output.terminal import draw_report, make_console

        draw_report(make_console(color="auto"), report, seconds)
    else:
        print_records(report_lines(report, seconds))
    context.exit(1 if report.problems else 0)
