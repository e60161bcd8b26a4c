"""`natosearch inspect`."""

from __future__ import annotations

import gc
import os
import sys

import click

from natosearch.cli.options import (
    color_option,
    complain,
    complain_stray_rules,
    complain_strays,
    draws,
    metadata_option,
    print_records,
    read_given,
    read_rules,
    rules_option,
)


@click.command(
    epilog="""\b
Examples:
  natosearch inspect seeds/000*.txt                  how a document was cut and who was named, and why
  natosearch inspect --json transcripts/ | jq .date  one object a file
  natosearch inspect a.txt --metadata manifest.csv   what a manifest changes
"""
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--json", is_flag=True, help="One JSON object a file.")
@metadata_option
@rules_option
@color_option
@click.option("--index", metavar="DIR", expose_value=False, help="Taken as by every command; not used here.")
@click.pass_context
def inspect(context: click.Context, /, files: tuple[str, ...], json: bool, color: str, **folders: str | None) -> None:
    """Show how documents are understood.

    Their units, speakers and furniture, and for each value how it was found. Nothing is written and no index is needed.
    """
    gc.enable()  # off for short commands; this one may read an archive
    from natosearch.documents.find import find_files
    from natosearch.documents.folders import learn_folders
    from natosearch.documents.understand import read_file
    from natosearch.model.documents import Given, Problem

    rules = read_rules(folders["rules_folder"])
    metadata = folders["metadata"]
    complain_stray_rules(rules)
    given = read_given(metadata, rules)
    found = find_files(list(files))
    learnt = learn_folders(found.found, rules)
    problems = list(found.problems)
    for path in found.found:
        document = read_file(path, rules, given.get(path, Given()), learnt.get(os.path.dirname(path), frozenset()))
        if isinstance(document, Problem):
            problems.append(document)
        elif json:
            from natosearch.output.outline import document_record
            from natosearch.output.records import dump

            print_records([dump(document_record(document))])
        elif draws(color, sys.stdout):
            from natosearch.output.drawing import draw_document
            from natosearch.output.terminal import make_console

            draw_document(make_console(color=color), document)
        else:
            from natosearch.output.outline import document_lines

            print_records(document_lines(document))
    for problem in problems:
        complain(str(problem))
    complain_strays(metadata, sorted(set(given) - set(found.found)))
    context.exit(1 if problems else 0)
