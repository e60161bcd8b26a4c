"""PDF: printed lines joined to paragraphs, nothing lost; whatever is wrong with one in a clear word."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pypdf
import pytest

from natosearch.documents.extracted import Unreadable
from natosearch.documents.pdf import read_pdf
from tests.pdf_files import Set, paragraphs, pdf
from tests.program import natosearch

TITLE = "Press point by the Minister"
DATE = "22 November 2023"
QUESTION = "QUESTION: Will you send more troops to the north, and if so when will they be there, given what your colleague has said about it?"
ANSWER = "MINISTER BROWN: We will see. Much depends on the long-term agreement that we hope to reach, and on a commitment of all who have taken part in it until now, so I would not speculate."
SHORT = "QUESTION: Thank you."
LAST = "MINISTER BROWN: Thank you very much."
BLOCKS = [TITLE, DATE, QUESTION, ANSWER, SHORT, LAST]


def text_of(*pages: list[Set]) -> str:
    return read_pdf(pdf(list(pages))).text


@pytest.mark.parametrize("width", [60, 75, 95])
@pytest.mark.parametrize(("gap", "indent"), [(8, 0), (0, 20), (14, 12), (0, 0)])
def test_lines_become_paragraphs(width: int, gap: float, indent: float) -> None:
    assert text_of(paragraphs(*BLOCKS, width=width, gap=gap, indent=indent)) == "\n\n".join(BLOCKS) + "\n"


def test_prose_set_without_space_between_paragraphs() -> None:
    blocks = [
        "The ministers met in Oslo on Monday and spoke about a good many things, " * 4
        + "and then they all went home again.",
        "No decision was taken. " * 9 + "None.",
    ]
    assert text_of(paragraphs(*blocks, gap=0)) == "\n\n".join(" ".join(block.split()) for block in blocks) + "\n"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["This is a commit-", "ment to peace in a long line."], "This is a commitment to peace in a long line."),
        (["It is a long-", "term one, and the term is long."], "It is a long-term one, and the term is long."),
        (
            ["The so-called long-", "term plan is no long-term one."],
            "The so-called long-term plan is no long-term one.",
        ),
        (["He was in Bosnia-", "Herzegovina for a good while."], "He was in Bosnia-Herzegovina for a good while."),
        (["From 1999 to 2003 -", "as we all know - it went on."], "From 1999 to 2003 - as we all know - it went on."),
    ],
)
def test_hyphens_at_a_lines_end(lines: list[str], text: str) -> None:
    assert text_of([Set(72, 700 - 14 * n, line) for n, line in enumerate(lines)]) == text + "\n"


def test_a_paragraph_goes_on_over_the_page_and_its_running_heads() -> None:
    half = ANSWER.index("and on a commitment")
    pages = [
        [Set(72, 820, "Office of the Minister"), *paragraphs(QUESTION, ANSWER[:half]), Set(290, 30, "Page 1 of 3")],
        [Set(72, 820, "Office of the Minister"), *paragraphs(ANSWER[half:], SHORT), Set(290, 30, "Page 2 of 3")],
        [Set(72, 820, "Office of the Minister"), *paragraphs(LAST), Set(290, 30, "Page 3 of 3")],
    ]
    head = "Office of the Minister"
    expected = [head, QUESTION, ANSWER, "Page 1 of 3", head, SHORT, "Page 2 of 3", head, LAST, "Page 3 of 3"]
    assert text_of(*pages).rstrip("\n").split("\n\n") == expected


def test_letters_of_another_size_begin_a_paragraph() -> None:
    words = "A heading that is as wide as all the lines of the prose that follows below it"
    lines = [Set(72, 700, words, 14), Set(72, 684, f"He said that {words}", 11), Set(72, 670, "and so on.", 11)]
    assert text_of(lines) == f"{words}\n\nHe said that {words} and so on.\n"


def test_nothing_printed_is_lost() -> None:
    pages = [[*paragraphs(*BLOCKS, width=50), Set(290, 30, str(number))] for number in range(1, 6)]
    printed = sorted("".join(line.text for page in pages for line in page).replace(" ", ""))
    assert sorted(text_of(*pages).replace(" ", "").replace("\n", "")) == printed


def written(**kind: str) -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(pdf([paragraphs(*BLOCKS)])))
    writer.encrypt(algorithm="RC4-128", **kind)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def titled(title: str) -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(pdf([paragraphs("Good afternoon.")])))
    writer.add_metadata({"/Title": title})
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("title", "taken"),
    [("Remarks by the Minister", "Remarks by the Minister"), ("Microsoft Word - remarks", ""), ("remarks_v2.docx", "")],
)
def test_the_title_in_the_file(title: str, taken: str) -> None:
    assert read_pdf(titled(title)).page.title == taken


def test_a_file_locked_for_editing_only_is_read() -> None:
    assert read_pdf(written(user_password="", owner_password="x")).text.startswith(TITLE)


def test_a_file_locked_with_aes_is_read() -> None:
    pytest.importorskip("cryptography")
    writer = pypdf.PdfWriter(io.BytesIO(pdf([paragraphs(*BLOCKS)])))
    writer.encrypt(user_password="", owner_password="x", algorithm="AES-256")
    made = io.BytesIO()
    writer.write(made)
    assert read_pdf(made.getvalue()).text.startswith(TITLE)


def image_only() -> bytes:
    return pdf([[]], extra=b"q 500 0 0 700 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q\n")


def deflated(letters: bytes) -> bytes:
    """A page whose drawing, ``letters``, is packed."""
    packed = zlib.compress(letters, 9)
    plain = pdf([[Set(72, 700, "x")]])
    start, end = plain.index(b"<< /Length"), plain.index(b"endstream")
    head = b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
    return plain[:start] + head + packed + b"\n" + plain[end:]


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (written(user_password="secret"), "encrypted; remove its password first"),
        (image_only(), "no text in it, only images; run OCR first"),
        (pdf([paragraphs(*BLOCKS)])[:300], "damaged or cut off"),
        (b"%PDF-1.7\n" + b"\0\1\2" * 500, "damaged or cut off"),
        (b"Good afternoon", "no PDF"),
        (pdf([[Set(72, 700, "Hi.")]] * 1001), "more than 1000 pages"),
        (deflated(b"BT /F1 11 Tf (a) Tj ET\n" * 500_000), "no text but a drawing"),
        (deflated(b"BT /F1 11 Tf (a) Tj ET\n" * 8_000_000), "larger than"),
        (pdf([[Set(72, 700, "hello")]]).replace(b"(hello)", b"(" + b"\\001\\002\\003" * 9 + b")"), "do not say which letters"),
    ],
)  # fmt: skip
def test_what_cannot_be_read(raw: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        read_pdf(raw)


def test_forms_that_draw_each_other_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("natosearch.documents.pdf._MOST_OPERATORS", 1000)
    with pytest.raises(Unreadable, match="draws more than any text does"):
        read_pdf(pdf([[Set(72, 700, "Hi.")] * 400]))


def test_what_is_left_of_a_file_that_is_cut_off_is_read_and_said() -> None:
    raw = pdf([paragraphs(*BLOCKS), paragraphs("More.")])
    found = read_pdf(raw + b"9 0 obj\n" + b"<< /Later [ 1 2 3 ] >>\n" * 200)
    assert found.text.startswith(TITLE) and "cut off" in found.warnings[0]


def test_pages_without_text_are_said() -> None:
    assert read_pdf(pdf([paragraphs("Good afternoon."), [], []])).warnings[0].startswith("no text on page 2, 3;")


def test_what_pypdf_complains_of_never_reaches_stderr(tmp_path: Path) -> None:
    raw = pdf([paragraphs(*BLOCKS)])
    (tmp_path / "a.pdf").write_bytes(raw.replace(b"startxref\n", b"startxref\n9"))
    done = natosearch("inspect", str(tmp_path / "a.pdf"))
    assert done.returncode == 0 and done.stderr == "" and TITLE in done.stdout
