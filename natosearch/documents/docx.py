"""DOCX to text, with the standard library: a zip archive of XML, read as a stream and never expanded beyond a bound."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from xml.parsers import expat

from natosearch.documents.extracted import LARGEST_TEXT, Extracted, Unreadable, too_large
from natosearch.documents.rows import row_lines
from natosearch.model.documents import Page

_LARGEST_XML = 3 * LARGEST_TEXT  # bytes; a word costs ten times its letters in markup
_CHUNK = 1 << 16
_BODY = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_OLD = b"\xd0\xcf\x11\xe0"  # the container of old .doc files, and of encrypted new ones
_WORD = re.compile(r"https?://\S+/wordprocessingml(?:/2006)?/main (\w+)|\S+/markup-compatibility/2006 (Fallback)")
_LEFT_OUT = frozenset(["moveFrom", "Fallback"])  # moved away; a second version for old programs
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_docx(raw: bytes) -> Extracted:
    """The text of a DOCX: a blank line between paragraphs, line breaks kept, a line for each row of a table, footnotes
    at the end. Page headers and footers are left out. Raises Unreadable for anything else.
    """
    if raw.startswith(_OLD):
        raise Unreadable("encrypted, or an old .doc file; remove its password, or save it as .docx")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
            if _BODY not in names:
                raise Unreadable("no Word document, whatever its name says")
            blocks = _read_part(archive, _BODY)
            for name in _NOTES:
                blocks += _read_part(archive, name) if name in names else []
            title = _core_title(archive) if "docProps/core.xml" in names else ""
    except Unreadable:
        raise
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, OSError, ValueError) as error:
        raise Unreadable("damaged or cut off DOCX; get the file anew") from error
    except (RuntimeError, NotImplementedError) as error:  # what zipfile says of a password, of an unknown compression
        raise Unreadable("encrypted or packed in an unknown way; open it and save it anew as .docx") from error
    text = "\n\n".join(blocks)
    if not text.strip():
        raise Unreadable("no text in it")
    return Extracted(text + "\n", page=Page(title=title))


def _read_part(archive: zipfile.ZipFile, name: str) -> list[str]:
    paragraphs = _Paragraphs()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = paragraphs.start
    parser.EndElementHandler = paragraphs.end
    parser.CharacterDataHandler = paragraphs.letters
    parser.StartDoctypeDeclHandler = _refuse_doctype
    for chunk in _chunks(archive, name):
        parser.Parse(chunk, False)
    parser.Parse(b"", True)
    return paragraphs.blocks


def _chunks(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    if archive.getinfo(name).file_size > _LARGEST_XML:
        raise too_large("its text")
    left = _LARGEST_XML
    with archive.open(name) as part:
        while chunk := part.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise too_large("its text")
            yield chunk


def _refuse_doctype(*_declared: object) -> None:
    raise Unreadable("its XML declares entities, which Word never does; open it and save it anew as .docx")


def _core_title(archive: zipfile.ZipFile) -> str:
    """The title in the document's properties, unless it is the name of a file."""
    found = re.search(rb"<dc:title>([^<]{1,300})</dc:title>", next(_chunks(archive, "docProps/core.xml"), b""))
    title = found.group(1).decode("utf-8", "replace") if found else ""
    return "" if re.search(r"\.\w{2,4}$|^(?:Untitled|Microsoft Word)|&", title) else " ".join(title.split())


class _Paragraphs:
    """The paragraphs of a part as its elements go by."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self._open: list[list[str]] = []  # the pieces of each open paragraph; a text box has its own in another's
        self._rows: list[list[list[str]]] = []  # the rows of each open table
        self._cells: list[list[list[str]]] = []  # the cells of each open row, each with its paragraphs
        self._letters = self._run = False
        self._left_out = 0

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        """An element begins."""
        tag = _local(name)
        if tag in _LEFT_OUT or self._left_out:
            self._left_out += tag in _LEFT_OUT
        elif tag == "p":
            self._open.append([])
        elif tag == "t":
            self._letters = True
        elif tag == "r":
            self._run = True
        elif tag in _BREAKS and self._open and self._run:  # a `tab` outside a run only says where tabs stop
            self._open[-1].append(_BREAKS[tag])
        else:
            self._start_table(tag)

    def _start_table(self, tag: str) -> None:
        if tag == "tbl":
            self._rows.append([])
        elif tag == "tr":
            self._cells.append([])
        elif tag == "tc" and self._cells:
            self._cells[-1].append([])

    def end(self, name: str) -> None:
        """An element ends."""
        tag = _local(name)
        if self._left_out:
            self._left_out -= tag in _LEFT_OUT
        elif tag == "t":
            self._letters = False
        elif tag == "r":
            self._run = False
        elif tag == "p" and self._open:
            self._add("".join(self._open.pop()).strip())
        elif tag == "tr" and self._cells and self._rows:
            self._rows[-1].append(["\n\n".join(cell) for cell in self._cells.pop()])
        elif tag == "tbl" and self._rows:
            for line in row_lines(self._rows.pop()):
                self._add(line.strip())

    def letters(self, text: str) -> None:
        """Letters inside an element."""
        if self._letters and self._open and not self._left_out:
            self._open[-1].append(text.replace("\xad", ""))

    def _add(self, paragraph: str) -> None:
        if not paragraph:
            return
        if self._cells and self._cells[-1]:
            self._cells[-1][-1].append(paragraph)
        else:
            self.blocks.append(paragraph)


@lru_cache(maxsize=1024)
def _local(name: str) -> str:
    """The name of an element of Word's own, without its namespace; empty for any other."""
    match = _WORD.fullmatch(name)
    return (match.group(1) or match.group(2)) if match else ""
