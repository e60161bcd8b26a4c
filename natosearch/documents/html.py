"""A web page as a browser saves it, to the document in it.

trafilatura finds which part of the page is the document. Its own text is not taken: it leaves out lines that it
takes for clutter (`Yes.`), tables and headings, so what is visible between its first and last words is kept.
"""

from __future__ import annotations

import codecs
import copy
import re
from typing import Any

from natosearch.documents.decode import decode_text
from natosearch.documents.extracted import LARGEST_TEXT, Extracted, Unreadable, too_large
from natosearch.documents.html_blocks import UNSEEN, Block, Blocks, Element, read_blocks
from natosearch.model.documents import Page

_META_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}\?>")
_DATA_URI = re.compile(r"data:[\w/+.;=-]{1,80},[^\s\"'<>)]{200,}")
_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script\b", re.IGNORECASE)
_LARGEST_DATA = 100_000  # code points of what a script says of the page
_PUBLISHED_DATA = re.compile(r"\"datePublished\"\s{0,9}:\s{0,9}\"([^\"]{4,40})\"")
_HEAD = 4096  # bytes in which a page names its encoding
_MOST_TAGS = 400_000  # a page with more is no document, and takes gigabytes as a tree
_LARGEST_MAIN = 4 << 20  # code points, and
_MOST_BLOCKS = 20_000  # in which trafilatura is asked to look; it takes minutes for more
_LONGEST_TAG = 100_000  # letters
_TOO_DEEP = "tags nested deeper than 2,000: the page is read up to there; close its tags to read all of it"
_MANY_ATTRIBUTES = re.compile(rf"<[a-zA-Z][^<>]{{{_LONGEST_TAG}}}")
_SHINGLE = 4  # words
_SAME = 0.5  # of a block's shingles that trafilatura has kept
_ALL = 0.98
_ENOUGH = 0.3  # of what is visible outside menus; if trafilatura kept less it took the wrong part
_LITTLE = 0.5
_ABOVE = 30  # blocks between the page's heading and its text: date, place, who with
_PUBLISHED = (
    "article:published_time og:article:published_time datepublished date dc.date dc.date.issued dcterms.date "
    "dcterms.issued publish-date publication_date pubdate"
).split()


def read_html(raw: bytes) -> Extracted:
    """The document in a web page, its paragraphs with a blank line between; what its head says is the page's.

    Raises Unreadable without text or without trafilatura.
    """
    decoded = _decode(raw)
    markup, data = _without_scripts(_DATA_URI.sub("data:", _DECLARATION.sub("", decoded.text, count=1)))
    root, deep = _parsed(markup)
    published = next(iter(_PUBLISHED_DATA.findall(data)), "") or _meta(root, _PUBLISHED)
    page = read_blocks(root)
    chosen = _choose(page, _main_text(root, page)) or page.blocks
    text = "\n\n".join(block.text for block in chosen)
    if not text.strip():
        raise Unreadable("no text in this page; it may be drawn by a script: save it from the browser once it is shown")
    if len(text) > LARGEST_TEXT:
        raise too_large("the text of this page")
    return Extracted(text + "\n", decoded.warnings + deep, Page(_title(root, page), published))


def _parsed(markup: str) -> tuple[Element, tuple[str, ...]]:
    """The tree of what is seen and in the head, and a warning where the parser gave up for want of closed tags."""
    try:
        from lxml import etree
    except ImportError as error:
        raise _missing() from error
    if markup.count("<") > _MOST_TAGS:
        raise Unreadable(f"more than {_MOST_TAGS:,} tags, which no page of one document has; split it")
    if _MANY_ATTRIBUTES.search(markup):  # the parser compares each with all before it
        raise Unreadable(f"a tag of more than {_LONGEST_TAG:,} letters, which no document has")
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(markup, parser)
    except etree.LxmlError as error:
        raise Unreadable("no HTML that can be read") from error
    if root is None:
        raise Unreadable("no text in this page")
    etree.strip_elements(root, *UNSEEN - {"head"}, with_tail=False)
    deep = any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log.filter_from_fatals())
    return root, (_TOO_DEEP,) if deep else ()


def _without_scripts(markup: str) -> tuple[str, str]:
    """``markup`` without what stands in its scripts, and what its scripts of data say."""
    first, *rest = _SCRIPT.split(markup)
    page, data = [first], []
    for piece in rest:
        end = _SCRIPT_END.search(piece)
        at = end.start() if end else len(piece)
        page.append(piece[at:])
        if "ld+json" in piece[:200]:
            data.append(piece[: min(at, _LARGEST_DATA)])
    return "".join(page), "\n".join(data)


def _missing() -> Unreadable:
    return Unreadable("HTML needs two more packages; install them with: pip install 'natosearch[html]'")


def _decode(raw: bytes) -> Extracted:
    """The page's characters: by its byte order mark, as UTF-8, or in the encoding it names, as browsers read it."""
    named = _META_CHARSET.search(raw, 0, _HEAD)
    if named and not raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = named.group(1).decode("ascii", "replace").lower()
        name = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "iso-8859-9": "cp1254"}.get(
            name, name
        )
        try:
            if not name.startswith(("utf", "unicode")):
                return decode_text(raw.decode(name).encode())
        except (LookupError, UnicodeError):
            pass
    return decode_text(raw)


def _main_text(root: Any, page: Blocks) -> str:
    """What trafilatura takes for the document; empty if it finds none."""
    try:
        import logging

        import trafilatura
    except ImportError as error:
        raise _missing() from error
    if len(page.blocks) > _MOST_BLOCKS or sum(len(block.text) for block in page.blocks) > _LARGEST_MAIN:
        return ""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.bare_extraction(
            copy.deepcopy(root), include_comments=False, include_tables=True, deduplicate=False
        )
    except Exception:  # it goes by the tree's depth, and ends where Python's stack does; the page is still there
        return ""
    return getattr(found, "text", None) or ""


def _choose(page: Blocks, main: str) -> list[Block]:
    """The blocks that are the document: the smallest element with all that ``main`` has, what stands above it up to
    the page's heading, and what else ``main`` has.
    """
    kept = _kept(page.blocks, main)
    site = _site(page, kept)
    weights = _sums(
        len(block.text) * (keep and not out) for block, keep, out in zip(page.blocks, kept, site, strict=True)
    )
    visible = sum(len(block.text) for block, out in zip(page.blocks, site, strict=True) if not out)
    first, last = 0, len(page.blocks)
    if weights[-1] > _ENOUGH * visible:
        held = (e for e in page.elements if weights[e.last] - weights[e.first] >= _ALL * weights[-1])
        holder = next(held, Element("body", 0, last, False))
        first, last = _heading_above(page, holder), holder.last
    return [
        block
        for number, block in enumerate(page.blocks)
        if not site[number] and (kept[number] or first <= number < last)
    ]


def _kept(blocks: list[Block], main: str) -> list[bool]:
    """For each block whether its words stand in ``main``; short ones are not looked for, they stand anywhere."""
    if not main:
        return [False] * len(blocks)
    words = main.split()
    shingles = {tuple(words[n : n + _SHINGLE]) for n in range(len(words) - _SHINGLE + 1)}
    kept = []
    for block in blocks:
        own = block.text.split()
        pieces = [tuple(own[n : n + _SHINGLE]) for n in range(len(own) - _SHINGLE + 1)]
        kept.append(bool(pieces) and sum(piece in shingles for piece in pieces) >= _SAME * len(pieces))
    return kept


def _site(page: Blocks, kept: list[bool]) -> list[bool]:
    """For each block whether it lies in page matter: an element that looks so, and holds little of what was kept and
    little of the page: some sites put all of it into one form.
    """
    counts = _sums(kept)
    letters = _sums(len(block.text) for block in page.blocks)
    site = [0] * (len(kept) + 1)
    for element in page.elements:
        holds = [sums[element.last] - sums[element.first] <= _LITTLE * sums[-1] for sums in (counts, letters)]
        if element.site and all(holds):
            site[element.first] += 1
            site[element.last] -= 1
    return [bool(depth) for depth in _sums(site)[1:-1]]


def _sums(numbers: Any) -> list[int]:
    sums = [0]
    for number in numbers:
        sums.append(sums[-1] + number)
    return sums


def _heading_above(page: Blocks, holder: Element) -> int:
    """Where the document begins: at the page's heading a little above its text, else where its article does."""
    first = holder.first
    above = [number for number in range(max(0, first - _ABOVE), first) if page.blocks[number].heading]
    if above:
        return above[-1]
    around = (
        e.first for e in page.elements if e.tag in ("article", "main") and e.first <= first < holder.last <= e.last
    )
    return next(around, first)


def _title(root: Any, page: Blocks) -> str:
    """The page's heading, if it has one, else the title in its head."""
    headings = [block.text for block in page.blocks if block.heading]
    if len(headings) == 1:
        return " ".join(headings[0].split())
    return " ".join((_meta(root, ["og:title", "dc.title"]) or root.findtext(".//title") or "").split())


def _meta(root: Any, names: list[str]) -> str:
    """The content of the first meta element with one of ``names``, in their order."""
    said: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        said.setdefault(name.lower(), element.get("content") or "")
    return next((said[name] for name in names if said.get(name)), "")
