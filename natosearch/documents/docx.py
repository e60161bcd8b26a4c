"""DOCX to text, with the standard library: a zip archive of XML, read as a stream and never expanded beyond a bound."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from xml.parsers import expat

from natosearch.documents.extracted import LARGEST_TEXT, Extracted, Unreadable, too_large
from natosearch.documents.rows import row_lines
from natosearch.model.documents import Page

_LARGEST_XML = 3 * LARGEST_TEXT  # bytes; a word costs ten times its letters in markup
_CHUNK = 1 << 16
_BODY = "word/document.xml"
_NUMBERING = "word/numbering.xml"
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
            numbers = _read_numbers(archive) if _NUMBERING in names else {}
            blocks = _read_part(archive, _BODY, numbers)
            for name in _NOTES:
                blocks += _read_part(archive, name, {}) if name in names else []
            title = _core_title(archive) if "docProps/core.xml" in names else ""
    except Unreadable:
        raise
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, OSError, ValueError, LookupError) as error:
        raise Unreadable("damaged or cut off DOCX; get the file anew") from error
    except (RuntimeError, NotImplementedError) as error:  # what zipfile says of a password, of an unknown compression
        raise Unreadable("encrypted or packed in an unknown way; open it and save it anew as .docx") from error
    text = "\n\n".join(blocks)
    if not text.strip():
        raise Unreadable("no text in it")
    return Extracted(text + "\n", page=Page(title=title))


def _read_part(archive: zipfile.ZipFile, name: str, numbers: dict[str, str]) -> list[str]:
    paragraphs = _Paragraphs(numbers)
    _parse(archive, name, paragraphs)
    return paragraphs.blocks


def _read_numbers(archive: zipfile.ZipFile) -> dict[str, str]:
    """How the paragraphs of each numbered list begin, `%1.`; lists of bullets or letters are left out."""
    lists = _Lists()
    _parse(archive, _NUMBERING, lists)
    return {number: lists.forms[kind] for number, kind in lists.kinds.items() if kind in lists.forms}


def _parse(archive: zipfile.ZipFile, name: str, reader: _Paragraphs | _Lists) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.letters
    parser.StartDoctypeDeclHandler = _refuse_doctype
    for chunk in _chunks(archive, name):
        parser.Parse(chunk, False)
    parser.Parse(b"", True)


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

    def __init__(self, numbers: dict[str, str]) -> None:
        self._numbers = numbers
        self._counts: Counter[str] = Counter()
        self._item = ["", ""]  # the level and the list of the paragraph that is open
        self.blocks: list[str] = []
        self._open: list[list[str]] = []  # the pieces of each open paragraph; a text box has its own in another's
        self._rows: list[list[list[str]]] = []  # the rows of each open table
        self._cells: list[list[list[str]]] = []  # the cells of each open row, each with its paragraphs
        self._letters = self._run = False
        self._left_out = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        tag = _local(name)
        if tag in _LEFT_OUT or self._left_out:
            self._left_out += tag in _LEFT_OUT
        elif tag == "p":
            self._open.append([])
            self._item = ["", ""]
        elif tag == "t":
            self._letters = True
        elif tag == "r":
            self._run = True
        elif tag in _BREAKS and self._open and self._run:  # a `tab` outside a run only says where tabs stop
            self._open[-1].append(_BREAKS[tag])
        elif tag in ("ilvl", "numId"):
            self._item[tag == "numId"] = _value(attributes)
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
            self._end_paragraph("".join(self._open.pop()).strip())
        elif tag == "tr" and self._cells and self._rows:
            self._rows[-1].append(["\n\n".join(cell) for cell in self._cells.pop()])
        elif tag == "tbl" and self._rows:
            for line in row_lines(self._rows.pop()):
                self._add(line.strip())

    def _end_paragraph(self, text: str) -> None:
        level, number = self._item
        if text and level == "0" and number in self._numbers:  # Word counts; the number is not in the text
            self._counts[number] += 1
            text = f"{self._numbers[number].replace('%1', str(self._counts[number]))} {text}"
        self._item = ["", ""]
        self._add(text)

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


class _Lists:
    """The numbered lists that a document may use: their kinds by number, and how the first level of a kind is shown."""

    def __init__(self) -> None:
        self.kinds: dict[str, str] = {}
        self.forms: dict[str, str] = {}
        self._kind = self._number = self._format = ""
        self._level = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        tag = _local(name)
        if tag == "abstractNum":
            self._kind = _value(attributes, "abstractNumId")
        elif tag == "lvl":
            self._level, self._format = _value(attributes, "ilvl"), ""
        elif tag == "numFmt":
            self._format = _value(attributes)
        elif tag == "lvlText" and self._level == "0" and self._format == "decimal":
            self.forms[self._kind] = _value(attributes)
        elif tag == "num":
            self._number = _value(attributes, "numId")
        elif tag == "abstractNumId":
            self.kinds[self._number] = _value(attributes)

    def end(self, name: str) -> None:
        """An element ends."""

    def letters(self, text: str) -> None:
        """Letters inside an element: there are none that count."""


def _value(attributes: dict[str, str], wanted: str = "val") -> str:
    return next((value for name, value in attributes.items() if name.rpartition(" ")[2] == wanted), "")


@lru_cache(maxsize=1024)
def _local(name: str) -> str:
    """The name of an element of Word's own, without its namespace; empty for any other."""
    match = _WORD.fullmatch(name)
    return (match.group(1) or match.group(2)) if match else ""
