"""Bytes to text: which encoding, and what a reader must know of how it was chosen."""

from __future__ import annotations

import codecs
import re

from natosearch.documents.extracted import Extracted, Unreadable
from natosearch.documents.legacy import guess_encoding
from natosearch.documents.mojibake import find_mojibake

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_SHARE = 0.01  # more control characters than that and it is a program or a picture
_SAMPLE = 1 << 16  # bytes, or code points, that are looked at to tell text from other things
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
# Lone bytes that Python kept as surrogates, as Windows means them; what it does not define is lost.
_LONE = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
_SURE = "to be sure, save it as UTF-8, for example with: iconv -f {} -t UTF-8"
_ICONV = {"utf-16-le": "UTF-16LE", "utf-16-be": "UTF-16BE", "iso8859-2": "ISO-8859-2"}
_NAMES = {"iso8859-2": "ISO 8859-2 (Latin-2)", "cp1252": "Windows-1252 (cp1252)", "cp1250": "Windows-1250 (cp1250)"}


def decode_text(raw: bytes) -> Extracted:
    """The text in ``raw``, its byte order mark dropped, its line ends kept.

    Warnings say what was assumed and what looks damaged. Raises Unreadable for what is no text.
    """
    encoding, start = next(((name, len(bom)) for bom, name in _BOMS if raw.startswith(bom)), ("", 0))
    if encoding and encoding != "utf-8":
        text, warnings = _decode_marked(raw[start:], encoding)
    else:
        text, warnings = _decode_unmarked(raw[start:])
    if not text.strip():
        raise Unreadable("no text, only white space")
    if "\0" in text or len(_CONTROL.findall(text[:_SAMPLE])) > _CONTROL_SHARE * min(len(text), _SAMPLE):
        raise Unreadable("binary file, not text")
    return Extracted(text, (*warnings, *find_mojibake(text)))


def _decode_marked(raw: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    return _decode(raw, encoding), ()


def _decode(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        read = raw[: error.start].decode(encoding)
        raise Unreadable(f"begins as {encoding.upper()} text and is none from here on; it is cut off or damaged",
                         read.count("\n") + 1) from error  # fmt: skip


def _decode_unmarked(raw: bytes) -> tuple[str, tuple[str, ...]]:
    if b"\0" in raw[:_SAMPLE]:
        wide = _wide_encoding(raw[:_SAMPLE])
        if wide is None:
            raise Unreadable("binary file, not text")
        return _decode(raw, wide), (_assumed(wide, "no byte order mark, every second byte is zero"),)
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        line, byte = raw[: error.start].count(b"\n") + 1, raw[error.start]
    kept = raw.decode("utf-8", "surrogateescape")
    lone = len(kept) - len(kept.translate(dict.fromkeys(_LONE)))
    if len(_MULTIBYTE.findall(raw)) > lone:  # UTF-8 but for some places
        what = f"UTF-8 but for {lone} bytes" if lone > 1 else "UTF-8 but for one byte"
        return kept.translate(_LONE), (
            f"{what} (first 0x{byte:02x} on line {line}), read as Windows-1252; check there",
        )
    guessed = guess_encoding(raw)
    if guessed is None:
        raise Unreadable(f"not UTF-8 text (byte 0x{byte:02x}) and in no other known encoding; save it as UTF-8", line)
    return raw.decode(guessed), (_assumed(guessed, f"byte 0x{byte:02x} on line {line}"),)


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 without a byte order mark: zeros in one half of the bytes and hardly any in the other."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if min(even, odd) * 20 > max(even, odd) or max(even, odd) * 20 < len(sample):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _assumed(encoding: str, why: str) -> str:
    name = _NAMES.get(encoding, _ICONV.get(encoding, encoding))
    return f"not UTF-8 ({why}); read as {name}; {_SURE.format(_ICONV.get(encoding, encoding.upper()))}"
