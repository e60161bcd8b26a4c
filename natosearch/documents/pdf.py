"""PDF to text, page by page, with a bound on pages, on what they hold and on the work they ask for."""

from __future__ import annotations

import io
import logging
import re
import warnings
from collections.abc import Callable
from typing import Any

from natosearch.documents.extracted import LARGEST_TEXT, Extracted, Unreadable, too_large
from natosearch.documents.pdf_lines import PdfLine, join_lines
from natosearch.model.documents import Page

# Some letters, and where they stand: left edge, height on the page, size.
_Piece = tuple[str, tuple[float, float, float]]
_MOST_PAGES = 1000
_LARGEST_PAGE = 8 << 20  # bytes of drawing operators; a page of text has some thousand
_MOST_OPERATORS = 2_000_000  # in a file, a minute's work; drawings that call each other can ask for any number
_MISSING = "PDF needs one more package; install it with: pip install 'natosearch[pdf]'"
_DAMAGED = "damaged or cut off PDF; get the file anew"
_NO_NAME = re.compile(r"\.(?:docx?|pdf|indd|rtf|odt|qxd|wpd)\b|^(?:untitled|microsoft word)", re.IGNORECASE)
_UNMAPPED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")


def read_pdf(raw: bytes) -> Extracted:
    """The text of a PDF, a blank line between paragraphs. Raises Unreadable where it has none that can be taken out."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            import pypdf
        except ImportError as error:
            raise Unreadable(_MISSING) from error
        logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
        if b"%PDF-" not in raw[:1024]:
            raise Unreadable("no PDF, whatever its name says")
        try:
            return _read(pypdf.PdfReader(io.BytesIO(raw), strict=False), raw)
        except Unreadable:
            raise
        except pypdf.errors.LimitReachedError as error:
            raise too_large("what is packed in it") from error
        except pypdf.errors.DependencyError as error:
            raise Unreadable(f"encrypted; {_MISSING}") from error
        except Exception as error:  # whatever a damaged file makes pypdf stumble over
            raise Unreadable(_DAMAGED) from error


def _read(reader: Any, raw: bytes) -> Extracted:
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("encrypted; remove its password first, for example with: qpdf --decrypt --password=... IN OUT")
    pages: list[list[PdfLine]] = []
    size = 0
    count = _operator_counter()
    for page in reader.pages:
        if len(pages) >= _MOST_PAGES:
            raise Unreadable(f"more than {_MOST_PAGES} pages; split it into its documents")
        pages.append(_page_lines(page, count))
        size += sum(len(line.text) for line in pages[-1])
        if size > LARGEST_TEXT:
            raise too_large("its text")
    if not pages:
        raise Unreadable(_DAMAGED)
    text = "\n\n".join(join_lines(pages))
    if not text.strip():
        raise Unreadable("no text in it, only images; run OCR first, for example: ocrmypdf IN.pdf OUT.pdf")
    if len(_UNMAPPED.findall(text)) * 5 > len(text):
        raise Unreadable("its fonts do not say which letters they draw; run OCR: ocrmypdf --force-ocr IN.pdf OUT.pdf")
    return Extracted(text + "\n", tuple(_notes(pages, raw)), Page(title=_title(reader)))


def _operator_counter() -> Callable[..., None]:
    left = _MOST_OPERATORS

    def count(*_operator: Any) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise Unreadable("draws more than any text does; print it to a new PDF, or run OCR: ocrmypdf --force-ocr")

    return count


def _page_lines(page: Any, count: Callable[..., None]) -> list[PdfLine]:
    """The lines on a page that have anything on them, as they stand in the file, with where each begins."""
    contents = page.get_contents()
    if contents is None:
        return []
    if len(contents.get_data()) > _LARGEST_PAGE:
        raise Unreadable("a page of it is no text but a drawing; run OCR: ocrmypdf --force-ocr IN.pdf OUT.pdf")
    pieces: list[_Piece] = []

    def visit(text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        pieces.append((text, (x, y, abs(size * tm[3] * cm[3]))))

    page.extract_text(visitor_text=visit, visitor_operand_before=count)
    return _lines(pieces)


def _lines(pieces: list[_Piece]) -> list[PdfLine]:
    lines: list[PdfLine] = []
    words: list[str] = []
    at: tuple[float, float, float] | None = None
    for text, where in [*pieces, ("\n", (0.0, 0.0, 0.0))]:
        for number, part in enumerate(text.split("\n")):
            if number:
                line = " ".join("".join(words).split(" ")).strip()
                if line and at:
                    lines.append(PdfLine(line, *at))
                words, at = [], None
            if part.strip() and at is None:
                at = where
            words.append(part)
    return lines


def _title(reader: Any) -> str:
    """The title that the file's own data give, unless it is the name of a file or of a program."""
    title = reader.metadata.title if reader.metadata else None
    return "" if not isinstance(title, str) or _NO_NAME.search(title) else " ".join(title.split())


def _notes(pages: list[list[PdfLine]], raw: bytes) -> list[str]:
    notes = []
    if b"%%EOF" not in raw[-2048:]:
        notes.append(f"the file is cut off; {len(pages)} pages of it could be read")
    empty = [str(number) for number, lines in enumerate(pages, start=1) if not lines]
    if empty:
        shown = ", ".join(empty[:10]) + (", ..." if len(empty) > 10 else "")
        notes.append(f"no text on page {shown}; if something is printed there, run OCR first, for example: ocrmypdf")
    return notes
