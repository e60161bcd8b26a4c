"""A PDF writer for tests: pages of lines set where they are said to stand, in Helvetica."""

from __future__ import annotations

from typing import NamedTuple


class Set(NamedTuple):
    """A line of text with its left and bottom edge and its size in points."""

    x: float
    y: float
    text: str
    size: float = 11


def pdf(pages: list[list[Set]], extra: bytes = b"") -> bytes:
    """A PDF with these pages; ``extra`` are further operators on each."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        stream = extra + b"".join(
            b"BT /F1 %.1f Tf 1 0 0 1 %.1f %.1f Tm (%s) Tj ET\n" % (line.size, line.x, line.y, _escaped(line.text))
            for line in lines
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    made, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return made + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, len(made),
    )  # fmt: skip


def paragraphs(*blocks: str, width: int = 80, top: float = 780, gap: float = 8, indent: float = 0) -> list[Set]:
    """``blocks`` broken at ``width`` letters, one below the other, ``gap`` more between paragraphs."""
    import textwrap

    lines, y = [], top
    for block in blocks:
        for number, line in enumerate(textwrap.wrap(block, width)):
            lines.append(Set(72 + (indent if number == 0 else 0), y, line))
            y -= 14
        y -= gap
    return lines


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
