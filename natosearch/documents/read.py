"""One file to text: its size and type first, then its reader."""

from __future__ import annotations

import hashlib
import os
import stat
import traceback
from collections.abc import Callable
from dataclasses import replace

from natosearch.documents.decode import decode_text
from natosearch.documents.extracted import LARGEST_TEXT, Extracted, Unreadable
from natosearch.documents.find import READERS, SUFFIXES
from natosearch.model.documents import Problem, Source


def read_source(path: str) -> Source | Problem:
    """The text of the file at ``path``, or why it has none that can be used.

    Offsets in the text are code points after decoding; a byte order mark is dropped and line ends are kept.
    """
    reader = _READ.get(READERS.get(os.path.splitext(path)[1].lower(), ""))
    if reader is None:
        return Problem(path, f"not a type that can be read; convert it to one of {', '.join(SUFFIXES)}")
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            return Problem(path, "not a regular file")
        if status.st_size > LARGEST_TEXT:
            return Problem(path, f"larger than {LARGEST_TEXT >> 20} MB; split it into its documents")
        with open(path, "rb") as file:
            raw = file.read(LARGEST_TEXT + 1)
    except OSError as error:
        return Problem(path, f"cannot be read: {error.strerror}")
    try:
        _check_sign(path, raw)
        found = reader(raw)
    except Unreadable as error:
        return Problem(path, error.why, error.line)
    except Exception as error:
        return fault(path, error)
    digest, size, modified = hashlib.sha256(raw).hexdigest(), status.st_size, status.st_mtime_ns
    return Source(path, found.text, digest, found.warnings, found.page, size, modified)


_SIGNS = {b"%PDF-": ".pdf", b"{\\rtf": ".rtf", b"PK\x03\x04": ".docx"}


def _check_sign(path: str, raw: bytes) -> None:
    """Raises Unreadable for a file without anything in it, and for one of another type than its name says."""
    if not raw:
        raise Unreadable("empty file")
    type_of = next((suffix for sign, suffix in _SIGNS.items() if raw.startswith(sign)), "")
    if type_of and not path.lower().endswith(type_of):
        raise Unreadable(f"a {type_of} file, whatever its name says; rename it")


def fault(path: str, error: Exception) -> Problem:
    """That the file at ``path`` is left out because of ``error``, which is ours to mend."""
    *_, place = traceback.extract_tb(error.__traceback__)
    why = f"{type(error).__name__} in {os.path.basename(place.filename)}:{place.lineno}"
    return Problem(path, f"left out by a fault of natosearch, please report it ({why})")


def _subtitles(raw: bytes) -> Extracted:
    from natosearch.documents.subtitles import subtitle_text

    found = decode_text(raw)
    return replace(found, text=subtitle_text(found.text))


def _html(raw: bytes) -> Extracted:
    from natosearch.documents.html import read_html

    return read_html(raw)


def _pdf(raw: bytes) -> Extracted:
    from natosearch.documents.pdf import read_pdf

    return read_pdf(raw)


def _docx(raw: bytes) -> Extracted:
    from natosearch.documents.docx import read_docx

    return read_docx(raw)


_READ: dict[str, Callable[[bytes], Extracted]] = {
    "text": decode_text,
    "subtitles": _subtitles,
    "html": _html,
    "pdf": _pdf,
    "docx": _docx,
}
