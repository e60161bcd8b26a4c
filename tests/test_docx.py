"""DOCX: paragraphs, tables, line breaks, notes; nothing that is not shown; nothing that explodes."""

from __future__ import annotations

import io
import zipfile

import pytest

from natosearch.documents.docx import read_docx
from natosearch.documents.extracted import Unreadable
from tests.docx_files import W, docx, paragraph, table


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph("Question: ", "Will you?") + paragraph() + paragraph("Yes."), "Question: Will you?\n\nYes.\n"),
        (paragraph("Q: Why?\nA: So."), "Q: Why?\nA: So.\n"),
        ("<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>Q</w:t><w:tab/><w:t>Why?</w:t></w:r></w:p>", "Q\tWhy?\n"),
        ("<w:p><w:r><w:t>re</w:t><w:noBreakHyphen/><w:t>elect</w:t></w:r><w:hyperlink><w:r><w:t> here</w:t></w:r></w:hyperlink></w:p>", "re-elect here\n"),
        ("<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>", "new\n"),
        ("<w:p><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>moved</w:t></w:r></w:moveTo></w:p>", "moved\n"),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>1</w:t></w:r></w:p>", "1\n"),
        (
            f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{paragraph('box')}</w:txbxContent></mc:Choice>"
            f"<mc:Fallback>{paragraph('box')}</mc:Fallback></mc:AlternateContent><w:t>around</w:t></w:r></w:p>",
            "box\n\naround\n",
        ),
        (table(("Q", "Why?"), ("A", "So."), ("Q", "When?")), "Q: Why?\n\nA: So.\n\nQ: When?\n"),
        (table(("Ann Brown", "Why?"), ("Bob Green:", "So."), ("Ann Brown", "When?")), "Ann Brown: Why?\n\nBob Green: So.\n\nAnn Brown: When?\n"),
        (table(("Year", "Men"), ("1999", "50,000")), "Year\tMen\n\n1999\t50,000\n"),
        (table(("one", "two", "three")), "one\ttwo\tthree\n"),
    ],
)  # fmt: skip
def test_what_is_shown(body: str, text: str) -> None:
    assert read_docx(docx(body)).text == text


def test_notes_stand_at_the_end_and_the_title_is_the_pages() -> None:
    made = io.BytesIO(docx(paragraph("Text."), title="Press point"))
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{W}">{paragraph("A note.")}</w:footnotes>')
    found = read_docx(made.getvalue())
    assert found.text == "Text.\n\nA note.\n" and found.page.title == "Press point"
    assert read_docx(docx(paragraph("x"), title="final_v2.docx")).page.title == ""


def item(text: str, level: int, number: int) -> str:
    numbered = f"<w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr></w:pPr>"
    return paragraph(text).replace("<w:p>", f"<w:p>{numbered}")


def test_the_numbers_that_word_counts() -> None:
    body = item("Why?", 0, 1) + paragraph("So.") + item("point", 0, 2) + item("deeper", 1, 1) + item("When?", 0, 1)
    made = io.BytesIO(docx(body))
    kinds = "".join(
        f"<w:abstractNum w:abstractNumId='{kind}'><w:lvl w:ilvl='0'><w:numFmt w:val='{form}'/><w:lvlText w:val='{text}'/></w:lvl>"
        "<w:lvl w:ilvl='1'><w:numFmt w:val='decimal'/><w:lvlText w:val='%2)'/></w:lvl></w:abstractNum>"
        for kind, form, text in (("7", "decimal", "%1."), ("8", "bullet", "o"))
    )
    lists = "".join(
        f"<w:num w:numId='{n}'><w:abstractNumId w:val='{kind}'/></w:num>" for n, kind in (("1", "7"), ("2", "8"))
    )
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("word/numbering.xml", f'<w:numbering xmlns:w="{W}">{kinds}{lists}</w:numbering>')
    assert read_docx(made.getvalue()).text == "1. Why?\n\nSo.\n\npoint\n\ndeeper\n\n2. When?\n"


def bomb(megabytes: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        part.write(f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>'.encode())
        for _ in range(megabytes):
            part.write(b"a" * (1 << 20))
    return made.getvalue()


def lying(archive: bytes) -> bytes:
    """``archive`` with a small size written where its only file's stands."""
    at = archive.rindex(b"PK\x01\x02") + 24
    return archive[:at] + (1000).to_bytes(4, "little") + archive[at + 4 :]


def other_zip() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    return made.getvalue()


def flagged(archive: bytes) -> bytes:
    """``archive`` with every file marked as encrypted."""
    return archive.replace(b"PK\x03\x04\x14\0\0", b"PK\x03\x04\x14\0\1").replace(
        b"PK\x01\x02\x14\x03\x14\0\0", b"PK\x01\x02\x14\x03\x14\0\1"
    )


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (bomb(200), "larger than 32 MB"),
        (lying(bomb(200)), "damaged or cut off"),
        (docx(paragraph("Text of some length. " * 50))[:-40], "damaged or cut off"),
        (docx(paragraph("x"), doctype='<!DOCTYPE w [<!ENTITY a "aaa">]>'), "declares entities"),
        (docx("<w:p><w:r><w:t>never closed"), "damaged"),
        (docx(paragraph("")), "no text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "encrypted, or an old .doc"),
        (b"Good afternoon", "damaged"),
        (other_zip(), "no Word document"),
        (flagged(docx(paragraph("x"))), "encrypted"),
    ],
)
def test_what_cannot_be_read(raw: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        read_docx(raw)
