"""A DOCX writer for tests: the two parts that a reader needs, and no more."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str, *, doctype: str = "", title: str = "") -> bytes:
    """A DOCX with this XML in its body."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml",
            f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<w:document xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{body}</w:body></w:document>',
        )
        if title:
            archive.writestr("docProps/core.xml", f"<cp><dc:title>{title}</dc:title></cp>")
    return made.getvalue()


def paragraph(*runs: str) -> str:
    """A paragraph of runs; a line feed in one is a line break."""
    inner = (f"<w:t xml:space='preserve'>{escape(run)}</w:t>".replace("\n", "</w:t><w:br/><w:t>") for run in runs)
    return f"<w:p>{''.join(f'<w:r>{run}</w:r>' for run in inner)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table with a paragraph in each cell."""
    return f"<w:tbl>{''.join('<w:tr>' + ''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row) + '</w:tr>' for row in rows)}</w:tbl>"
