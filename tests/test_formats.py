"""Every type of file through the real program at once: the good ones are found, each bad one is named in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from natosearch.documents.find import SUFFIXES, find_files
from natosearch.documents.read import read_source
from natosearch.model.documents import Problem, Source
from tests.docx_files import docx, paragraph
from tests.pdf_files import paragraphs, pdf
from tests.program import natosearch, records

HEAD = ["Press point by Minister Brown in Oslo", "22 November 2023"]
TURNS = [
    "Question: Will you send more troops to {} this year?",
    "Minister Brown: We will, and the whole alliance stands by Ruritania.",
]


def lines(word: str) -> list[str]:
    return [*HEAD, *(turn.format(word) for turn in TURNS)]


def good(word: str) -> dict[str, bytes]:
    """The same press point in each type, about a place called ``word`` and the type's suffix."""
    cues = "".join(
        f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{line}\n\n" for n, line in enumerate(lines(f"{word}srt"), 1)
    )
    return {
        "a.txt": "\n\n".join(lines(f"{word}txt")).encode(),
        "b.text": "\r\n\r\n".join(lines(f"{word}text")).encode("utf-16"),
        "c.md": f"---\ntitle: {HEAD[0]}\ndate: 2023-11-22\n---\n\n".encode()
        + "\n\n".join(lines(f"{word}md")[2:]).encode(),
        "d.markdown": "\n\n".join(lines(f"{word}markdown")).encode("utf-8-sig"),
        "e.html": ("<html><body><h1>" + "</h1><p>".join(lines(f"{word}html")) + "</body></html>").encode(),
        "f.htm": ("<html><body><h1>" + "</h1><p>".join(lines(f"{word}htm")) + "</body></html>").encode("cp1252"),
        "g.PDF": pdf([paragraphs(*lines(f"{word}pdf"))]),
        "h.docx": docx("".join(paragraph(line) for line in lines(f"{word}docx"))),
        "i.srt": cues.encode(),
        "j.vtt": b"WEBVTT\n\n" + cues.replace(f"{word}srt", f"{word}vtt").replace(",", ".").encode(),
        "k.cp1250.txt": ("\n\n".join(lines(f"{word}legacy")) + "\n\nMinister Brown: Mr Łukasz said so.").encode(
            "cp1250"
        ),
    }


BAD = {
    "1.pdf": (b"%PDF-1.7\ncut", "damaged or cut off PDF"),
    "2.docx": (b"PK\x03\x04cut", "damaged or cut off DOCX"),
    "3.html": (b"<script>1</script>", "no text in this page"),
    "4.srt": (b"Good afternoon.", "no subtitles in it"),
    "5.txt": (b"\x7fELF\0\0\1\1", "binary file"),
    "6.pdf": (pdf([[]]), "no text in it, only images"),
    "7.vtt": (b"", "empty file"),
}


def test_a_folder_of_everything(tmp_path: Path, index: str) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, raw in [*good("Strelsau").items(), *((name, raw) for name, (raw, _) in BAD.items())]:
        (folder / name).write_bytes(raw)
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    done = natosearch("ingest", "--index", index, str(folder))
    counts = f"{len(good(''))} added, 0 updated, 0 unchanged, 0 removed, {len(BAD)} failed, 1 of other types left out"
    assert done.returncode == 1 and counts in done.stdout
    said = done.stderr.splitlines()
    for name, (_, why) in BAD.items():
        assert [line for line in said if f"/{name}: {why}" in line and line.startswith("natosearch: ")], name
    notes = [line for line in said if line.startswith("natosearch: note: ")]
    assert len(notes) == 1 and "k.cp1250.txt: not UTF-8" in notes[0] and len(said) == len(BAD) + 1
    for name in good(""):
        suffix = "legacy" if "cp1250" in name else name.rpartition(".")[2].lower()
        found = records(natosearch("query", "--index", index, "--json", f"Strelsau{suffix}").stdout)
        assert [Path(hit["path"]).name for hit in found] == [name]
        assert found[0]["unit"] == "qa" and [turn["role"] for turn in found[0]["turns"]][:2] == [
            "question",
            "answer",
        ], name
    again = natosearch("ingest", "--index", index, str(folder))
    assert f"0 added, 0 updated, {len(good(''))} unchanged" in again.stdout and "note" not in again.stderr


def test_notes_do_not_fail_a_run(tmp_path: Path, index: str) -> None:
    (tmp_path / "a.txt").write_bytes("Mr Łukasz of Poznań said so.".encode("cp1250"))
    done = natosearch("ingest", "--index", index, str(tmp_path))
    assert done.returncode == 0 and len(done.stderr.splitlines()) == 1
    (document,) = records(natosearch("inspect", "--json", str(tmp_path)).stdout)
    assert any("read as Windows-1250" in warning for warning in document["warnings"])


def test_the_frames_of_a_saved_page_are_no_documents(tmp_path: Path) -> None:
    for name in ("Page_files", "other_files"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "frame.html").write_text("<script>1</script>")
    (tmp_path / "Page.html").write_text("<p>Good afternoon.</p>")
    found = [str(Path(path).relative_to(tmp_path)) for path in find_files([str(tmp_path)]).found]
    assert found == ["Page.html", "other_files/frame.html"]


def test_each_type_has_a_good_file_here() -> None:
    assert {Path(name).suffix.lower() for name in good("")} == set(SUFFIXES)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_of_a_size_that_no_document_has_is_not_opened(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    with path.open("wb") as file:
        file.truncate(200 << 20)
    found = read_source(str(path))
    assert isinstance(found, Problem) and "larger than 32 MB" in found.message


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    "raw",
    [bytes(range(256)) * 4, b"PK\x03\x04" + b"\0" * 100, b"%PDF-1.4\n%%EOF", b"<", b"-->", b"\xff\xfe\0", b"WEBVTT"],
)
def test_no_bytes_raise(tmp_path: Path, suffix: str, raw: bytes) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(raw)
    assert isinstance(read_source(str(path)), Problem | Source)
