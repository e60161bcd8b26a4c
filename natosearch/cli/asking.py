"""Questions to an index: one or many queries, their hits, and what a reader must be told about each."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from natosearch.cli.filters import make_filters, resolve_names
from natosearch.cli.options import complain, complain_lines, explain_fault, read_aliases
from natosearch.errors import BadQuery
from natosearch.output.visible import visible
from natosearch.query.parse import parse_query
from natosearch.query.tree import Matching, Query, Sort

if TYPE_CHECKING:
    from natosearch.engines import Engine
    from natosearch.model.passages import Passage, Results
    from natosearch.output.shown import Shown
    from natosearch.query.plan import Alias

_LARGEST_FILE = 8 << 20  # bytes of a file of queries


class Question(NamedTuple):
    """A query as typed, and where it stands if it is one of many."""

    text: str
    named: str = ""  # `queries.txt:3`


def read_questions(terms: tuple[str, ...], file: str | None, *, filtered: bool) -> Iterator[Question]:
    """The query that the arguments make, or those of ``file``, a line each; filters alone ask for everything."""
    if file is not None:
        if terms:
            raise click.UsageError("give TERMS or a file of queries, not both.")
        yield from _of_file(file)
        return
    text = _as_typed(" ".join(terms))
    if not terms and filtered:
        text = "*"
    if not text.strip():
        raise click.UsageError("the query is empty; give a word or a phrase, for example: natosearch query KFOR.")
    yield Question(text)


def _as_typed(text: str) -> str:
    """``text`` as the terminal sent it, where the locale knows no more than ASCII."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeError:
        return text


def _of_file(path: str) -> Iterator[Question]:
    try:
        if path == "-":
            raw = sys.stdin.buffer.read(_LARGEST_FILE + 1) if sys.stdin else b""
        else:
            with open(path, "rb") as file:
                raw = file.read(_LARGEST_FILE + 1)
        if len(raw) > _LARGEST_FILE:
            raise click.BadParameter(f"{path}: larger than {_LARGEST_FILE >> 20} MB; split it.", param_hint="--file")
        lines = raw.decode("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise click.BadParameter(f"{path}: cannot be read: {why}.", param_hint="--file") from error
    found = [Question(line.strip(), f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip()]
    if not found:
        raise click.BadParameter(f"{path}: there is no query in it.", param_hint="--file")
    yield from found


class Asking:
    """An open index and the options under which it is asked. What was found decides the exit code."""

    def __init__(self, folder: str, options: dict[str, Any], *, sort: Sort) -> None:
        self._folder, self._options, self._sort = folder, options, sort
        self._filters = make_filters(options)
        self._alias: Alias = read_aliases(options["rules_folder"])
        self._found = self._failed = False
        self._shown: set[str] = set()  # documents

    @cached_property
    def _engine(self) -> Engine:
        """Opened by the first query that can be read: one that cannot is so with or without an index."""
        from natosearch.engines import open_engine

        return open_engine(self._folder)

    @property
    def exit_code(self) -> int:
        return BadQuery.exit_code if self._failed else 0 if self._found else 1

    def results(self, question: Question) -> Results | None:
        """What ``question`` finds; None, after a word on stderr, for one of many that cannot be read."""
        try:
            asked, remarks = self._parsed(question.text, self._options["matching"] or "most")
        except BadQuery as error:
            if not question.named:
                raise
            explain_fault(error, question.named)
            self._failed = True
            return None
        results = self._engine.search(asked)
        self._found = self._found or bool(results.total)
        if not self._options["quiet"]:
            self._remark(question, asked, results, remarks)
        return results

    def shown(self, question: Question) -> Iterator[Shown]:
        """The hits of ``question`` with their neighbours."""
        from natosearch.output.shown import Shown

        results = self.results(question)
        documents: dict[str, list[Passage]] = {}
        query = question.text if question.named else ""
        for hit in results.hits if results else ():
            doc = hit.passage.doc
            self._shown.add(doc)
            if not self._options["context"]:
                yield Shown(hit, query=query)
                continue
            if doc not in documents:
                documents[doc] = self._engine.passages(doc)
            before, after = _neighbours(documents[doc], hit.passage.n, self._options["context"])
            yield Shown(hit, before, after, query)

    def _parsed(self, text: str, matching: Matching) -> tuple[Query, list[str]]:
        """The query that ``text`` and the options make, and what to say of names in it that the index lacks."""
        options = self._options
        asked = parse_query(text, self._filters, matching=matching, exact=options["exact"], alias=self._alias)
        limits = {name: options[name] for name in ("limit", "offset", "explain")}
        return resolve_names(self._engine, asked._replace(sort=self._sort, **limits), options["rules_folder"])

    def _remark(self, question: Question, asked: Query, results: Results, remarks: list[str]) -> None:
        """Say on stderr how the query was understood and how much was found."""
        from natosearch.cli.remarks import found_line, unknown_lines

        if self._options["explain"]:
            from natosearch.query.explain import explain_query

            complain_lines(map(visible, explain_query(asked)))
        if self._options["tell_why"]:
            from natosearch.output.plain import why_line

            complain_lines(visible(why_line(hit)) for hit in results.hits)
        lines = [*asked.notes, *remarks]
        if results.unknown:
            lines += unknown_lines(question.text, results.unknown, self._engine)
        lines.append(
            found_line(asked.plan, results, self._options) if results.total else self._nothing(asked, question)
        )
        for line in filter(None, lines):
            complain(f"{question.named}: {line}" if question.named else line)

    def _nothing(self, asked: Query, question: Question) -> str:
        if not self._engine.documents():
            return "nothing found: the index is empty; run natosearch ingest"
        if not asked.plan.scored and not asked.plan.conditions:
            return "nothing found: the query has no word to search for"
        words = len(asked.plan.scored)
        if words > 1 and self._options["matching"] != "any":
            some = self._engine.search(self._parsed(question.text, "any")[0]).total
            if some:
                return f"nothing found; --any finds {some} with some of the words"
        return "nothing found"

    def complain_stale(self) -> None:
        """Say on stderr which files of the hits shown have changed or gone since they were ingested."""
        from natosearch.documents.stale import how_stale
        from natosearch.output.records import shown_path

        for document in self._engine.sources(sorted(self._shown)):
            if how := how_stale(document):
                complain(f"{shown_path(document.path)} {how} since it was ingested; run: natosearch ingest")


def _neighbours(passages: list[Passage], n: int, count: int) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    at = next((number for number, passage in enumerate(passages) if passage.n == n), 0)
    return tuple(passages[max(0, at - count) : at]), tuple(passages[at + 1 : at + 1 + count])
