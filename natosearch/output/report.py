"""What an ingest did, in plain lines."""

from __future__ import annotations

from collections.abc import Iterator

from natosearch.ingest import Report
from natosearch.output.records import shown_path
from natosearch.output.visible import one_line


def report_lines(report: Report, seconds: float) -> Iterator[str]:
    """What an ingest did: a line for each document that went in, then the counts."""
    for one in report.ingested:
        found = (
            one.date or "no date",
            ", ".join(one.place) or "no place",
            ", ".join(one.speakers) or "no speaker",
            f"{one.qa} Q&A",
            count(one.paragraphs, "paragraph"),
        )
        yield one_line(f"{'updated' if one.updated else 'added'} {shown_path(one.path)}: {'; '.join(found)}")
    for path in report.removed:
        yield one_line(f"removed {shown_path(path)}")
    yield report_summary(report, seconds)


def report_summary(report: Report, seconds: float) -> str:
    """The counts of an ingest on one line."""
    parts = [f"{report.added} added", f"{report.updated} updated", f"{report.unchanged} unchanged"]
    parts += [f"{len(report.removed)} removed", f"{len(report.problems)} failed"]
    if report.skipped:
        parts.append(f"{report.skipped} of other types left out")
    documents = f"{count(len(report.ingested), 'document')} indexed: {sum(one.qa for one in report.ingested)} Q&A and "
    documents += count(sum(one.paragraphs for one in report.ingested), "paragraph")
    if not report.ingested:
        documents = "nothing to do" if not report.removed and not report.problems else "nothing indexed"
    return f"{', '.join(parts)}; {documents}; {seconds:.1f} s"


def count(number: int, noun: str) -> str:
    """``1 document``, ``2 documents``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
