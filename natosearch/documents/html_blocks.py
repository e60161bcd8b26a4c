"""The visible paragraphs of a web page, in order, and which elements hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from natosearch.documents.rows import row_lines

UNSEEN = frozenset(
    "script style noscript template svg math head iframe object embed select datalist audio video canvas map".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr".split()
)
_SITE_TAGS = frozenset(["nav", "footer", "aside", "form", "button", "dialog", "menu"])
_SITE_ROLES = frozenset("navigation banner contentinfo complementary search dialog menu menubar toolbar".split())
_SITE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|cookies?|consent|share|sharing|social|related|sidebar|footer"
    r"|comments|newsletter|subscribe|pagination|toolbar|advert\w{0,12}|promo)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_WHOLE = frozenset(["html", "body", "main", "article"])  # `<body class="has-sidebar">` is no sidebar
_FOR_EARS = re.compile(r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|skip-?(?:link|nav|to)\S{0,20})(?:\s|$)")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
# Soft hyphens go; `&#150;` means a Windows sign, as browsers read it.
_MEANT = {0xAD: None, **{byte: bytes([byte]).decode("cp1252", "ignore") or None for byte in range(0x80, 0xA0)}}
_MOST_PARAGRAPHS = 12  # in a cell that is somebody's answer; a page set in a table has more
_LONGEST_LABEL = 60  # code points
_PARAGRAPH_LINE = 100  # code points; two lines longer than that with a break between them are paragraphs


@dataclass(slots=True)
class Block:
    """A paragraph, a heading, a list item or a table row as it is seen; line breaks in it are kept."""

    text: str
    heading: bool = False  # the page's own, h1


@dataclass(frozen=True, slots=True)
class Element:
    """An element that holds the blocks from ``first`` up to ``last``; ``site`` says that it looks like page matter."""

    tag: str
    first: int
    last: int
    site: bool


@dataclass(slots=True)
class Blocks:
    """The blocks of a page and its elements, inner ones before outer ones."""

    blocks: list[Block] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)


def read_blocks(root: Any) -> Blocks:
    """The visible blocks of the lxml tree ``root``."""
    from lxml import etree

    page = _Page()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            page.end(element)
        elif _is_unseen(element):
            walk.skip_subtree()
            page.unseen = element
        else:
            page.start(element)
    page.flush()
    return Blocks(page.blocks, page.elements)


def _is_unseen(element: Any) -> bool:
    if element.tag in UNSEEN or "hidden" in element.attrib:
        return True
    return bool(_HIDDEN.search(element.get("style", "")) or _FOR_EARS.search(element.get("class", "")[:500]))


def _is_site(element: Any) -> bool:
    if element.tag in _WHOLE:
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return element.tag in _SITE_TAGS or element.get("role") in _SITE_ROLES or bool(_SITE_NAMES.search(names[:500]))


@dataclass(slots=True)
class _Row:
    """A row of a table, or a term with its definition, that is open: where its blocks, elements and cells begin."""

    first: int
    elements: int
    cells: list[int] = field(default_factory=list)


class _Page:
    """What has been read of a page so far."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.elements: list[Element] = []
        self.unseen: Any = None
        self._pieces: list[str] = []
        self._open: list[tuple[int, bool]] = []  # of each open element: its first block, whether it is the site's
        self._rows: list[_Row] = []
        self._tables: list[list[tuple[int, list[str]]]] = []  # of each open table: its rows' blocks and cells
        self._numbers: list[int | None] = []  # of each open list: the number of its next item
        self._pre = 0

    def start(self, element: Any) -> None:
        """``element`` begins."""
        tag = element.tag
        if tag == "br":
            self._pieces.append("\n")
        elif tag not in _INLINE:
            self.flush()
            self._open.append((len(self.blocks), _is_site(element)))
            self._start_row(tag)
            self._start_list(element)
            self._pre += tag == "pre"
        if element.text:
            self._add(element.text)

    def end(self, element: Any) -> None:
        """``element`` ends, and what stands between it and the next one follows."""
        if element is self.unseen:
            self.unseen = None
        elif element.tag not in _INLINE and element.tag != "br":
            self.flush(heading=element.tag == "h1")
            self._end_structure(element.tag)
            first, site = self._open.pop()
            if first < len(self.blocks):
                self.elements.append(Element(element.tag, first, len(self.blocks), site))
        if element.tail:
            self._add(element.tail)

    def flush(self, *, heading: bool = False) -> None:
        """What was read since the last block becomes one, or several where line breaks part paragraphs."""
        text = "".join(self._pieces)
        self._pieces.clear()
        self.blocks += [Block(paragraph, heading) for paragraph in _paragraphs(text)]

    def _add(self, text: str) -> None:
        text = text.translate(_MEANT)
        self._pieces.append(text if self._pre else _SPACE.sub(" ", text))

    def _start_row(self, tag: str) -> None:
        if tag in ("table", "dl"):
            self._tables.append([])
        elif tag in ("tr", "dt"):
            self._rows.append(_Row(len(self.blocks), len(self.elements)))
        if tag in ("td", "th", "dt", "dd") and self._rows:
            self._rows[-1].cells.append(len(self.blocks))

    def _start_list(self, element: Any) -> None:
        if element.tag in ("ol", "ul"):
            start = element.get("start", "1")
            number = int(start) if len(start) < 5 and start.isdecimal() else 1
            self._numbers.append(number if element.tag == "ol" else None)
        elif element.tag == "li" and self._numbers and self._numbers[-1] is not None:
            self._pieces.append(f"{self._numbers[-1]}. ")
            self._numbers[-1] += 1

    def _end_structure(self, tag: str) -> None:
        self._pre -= tag == "pre"
        if tag in ("ol", "ul") and self._numbers:
            self._numbers.pop()
        elif tag in ("tr", "dd") and self._rows:
            self._join_cells(self._rows.pop())
        elif tag in ("table", "dl") and self._tables:
            rows = self._tables.pop()
            for (number, _), line in zip(rows, row_lines([cells for _, cells in rows]), strict=True):
                self.blocks[number].text = line
            if self._rows and tag == "table":
                self._rows[-1].cells.clear()  # a table that lays out the page: its rows are none

    def _join_cells(self, row: _Row) -> None:
        """A row of short cells becomes one block; of a row that says who and what, the words may be paragraphs."""
        starts = row.cells
        if len(starts) < 2 or not self._tables:
            return
        ends = [*starts[1:], len(self.blocks)]
        sizes = [end - start for start, end in zip(starts, ends, strict=True)]
        who_and_what = len(sizes) == 2 and sizes[0] == 1 and 0 < sizes[1] <= _MOST_PARAGRAPHS
        if not (who_and_what or max(sizes) == 1):
            return
        if who_and_what and sizes[1] > 1 and len(self.blocks[starts[0]].text) > _LONGEST_LABEL:
            return
        cells = [self.blocks[start].text if size else "" for start, size in zip(starts, sizes, strict=True)]
        del self.elements[row.elements :]
        self.blocks[row.first : starts[-1] + (1 if sizes[-1] else 0)] = [Block("\t".join(cells))]
        self._tables[-1].append((row.first, cells))


def _paragraphs(text: str) -> Iterator[str]:
    """``text`` cut where a line is empty, and between two lines that are paragraphs by their length."""
    lines: list[str] = []
    for line in (line.strip(" \t") for line in text.split("\n")):
        if lines and (not line.strip() or (len(line) > _PARAGRAPH_LINE < len(lines[-1]))):
            yield "\n".join(lines)
            lines = []
        if line.strip():
            lines.append(line)
    if lines:
        yield "\n".join(lines)
