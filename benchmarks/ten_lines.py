"""What a query costs without natosearch: click, Whoosh's own parser, the same index and the same words."""

import click
from whoosh import index
from whoosh.qparser import MultifieldParser


@click.command()
@click.argument("folder")
@click.argument("terms")
def main(folder: str, terms: str) -> None:
    with index.open_dir(folder, indexname="natosearch").searcher() as searcher:
        query = MultifieldParser(["text", "question", "title"], searcher.schema).parse(terms)
        for hit in searcher.search(query, limit=10):
            click.echo(f"{hit.score:.2f}\t{hit['stored']}")


main()
