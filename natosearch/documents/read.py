"""One file to text."""

from __future__ import annotations

import codecs
import hashlib
import os
import stat

from natosearch.documents.find import SUFFIXES
from natosearch.model.documents import Problem, Source

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_LARGEST = 32 << 20  # bytes; a transcript of ten hours has half a million


def read_source(path: str) -> Source | Problem:
    """The text of the file at ``path``, or why it has none that can be used.

    Offsets in the text are code points after decoding; a byte order mark is dropped and line ends are kept.
    """
    if not path.lower().endswith(SUFFIXES):
        return Problem(path, f"not a type that can be read yet; convert it to text ({', '.join(SUFFIXES)})")
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            return Problem(path, "not a regular file")
        if status.st_size > _LARGEST:
            return Problem(path, f"larger than {_LARGEST >> 20} MB; split it into its documents")
        with open(path, "rb") as file:
            raw = file.read(_LARGEST + 1)
    except OSError as error:
        return Problem(path, f"cannot be read: {error.strerror}")
    return _decode(path, raw)


def _decode(path: str, raw: bytes) -> Source | Problem:
    if not raw:
        return Problem(path, "empty file")
    encoding, start = next(((name, len(bom)) for bom, name in _BOMS if raw.startswith(bom)), ("utf-8", 0))
    if encoding == "utf-8" and b"\0" in raw:
        return Problem(path, "binary file, not text")
    try:
        text = raw[start:].decode(encoding)
    except UnicodeDecodeError as error:
        line = raw[: start + error.start].count(b"\n") + 1
        byte = raw[start + error.start]
        advice = "save it as UTF-8, for example with: iconv -f CP1250 -t UTF-8"
        return Problem(path, f"not {encoding.upper()} text (byte 0x{byte:02x}); {advice}", line)
    if not text.strip():
        return Problem(path, "no text, only white space")
    return Source(path, text, hashlib.sha256(raw).hexdigest())
