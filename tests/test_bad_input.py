"""Whatever is wrong with a file or an index: one clear line, the right exit code, the rest done, nothing lost."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from natosearch.ingest import ingest
from natosearch.rules import load_rules
from tests.brute_force import BruteForceEngine
from tests.documents import ROOT
from tests.program import natosearch

GOOD = "Mr Brown spoke of Ruritania today, and everybody who was there listened to him for a while."


def spoil(folder: Path) -> dict[str, str]:
    """Files that cannot be used, and what must be said of each."""
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \n\n \t")
    (folder / "binary.txt").write_bytes(b"\x7fELF\x00\x01\x02\x00")
    (folder / "control.txt").write_bytes(bytes(range(1, 32)) * 40 + b"\xff")
    (folder / "cut.txt").write_bytes("Kovačevski".encode("utf-16")[:-1])
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(folder / "socket.txt"))
    (folder / "dangling.txt").symlink_to(folder / "nowhere")
    return {
        "empty.txt": "empty file",
        "blank.txt": "no text, only white space",
        "binary.txt": "binary file, not text",
        "control.txt": "binary file, not text",
        "cut.txt": "begins as UTF-16-LE text and is none from here on",
        "pipe.txt": "not a regular file",
        "socket.txt": "not a regular file",
        "dangling.txt": "cannot be read: No such file or directory",
    }


def test_bad_files_are_named_and_the_good_one_is_ingested(tmp_path: Path, index: str) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    expected = spoil(folder)
    (folder / "good.txt").write_text(GOOD)
    done = natosearch("ingest", "--index", index, str(folder))
    assert done.returncode == 1 and f"1 added, 0 updated, 0 unchanged, 0 removed, {len(expected)} failed" in done.stdout
    lines = done.stderr.splitlines()
    assert len(lines) == len(expected)
    for name, words in expected.items():
        assert any(name in line and words in line and line.startswith("natosearch: ") for line in lines), name
    assert natosearch("query", "--index", index, "Ruritania").returncode == 0
    inspected = natosearch("inspect", "--json", str(folder))
    assert inspected.returncode == 1 and len(inspected.stdout.splitlines()) == 1
    assert len(inspected.stderr.splitlines()) == len(expected)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file(tmp_path: Path, index: str) -> None:
    (tmp_path / "secret.txt").write_text(GOOD)
    (tmp_path / "secret.txt").chmod(0)
    done = natosearch("ingest", "--index", index, str(tmp_path / "secret.txt"))
    assert done.returncode == 1 and "cannot be read: Permission denied" in done.stderr


@pytest.mark.skipif(not os.path.exists("/proc/self/mem"), reason="no /proc")
def test_a_file_that_fails_while_it_is_read(tmp_path: Path, index: str) -> None:
    (tmp_path / "failing.txt").symlink_to("/proc/self/mem")  # opens, but gives an input/output error even to root
    (tmp_path / "good.txt").write_text(GOOD)
    done = natosearch("ingest", "--index", index, str(tmp_path))
    assert done.returncode == 1 and "1 added" in done.stdout
    assert "failing.txt: cannot be read: Input/output error" in done.stderr


def test_a_missing_path_and_a_type_that_cannot_be_read(tmp_path: Path, index: str) -> None:
    (tmp_path / "a.rtf").write_bytes(b"{\\rtf1 x}")
    (tmp_path / "good.txt").write_text(GOOD)
    done = natosearch("ingest", "--index", index, "nowhere", "a.rtf", "good.txt", cwd=tmp_path)
    assert done.returncode == 1 and "1 added" in done.stdout
    assert "natosearch: nowhere: no such file or folder" in done.stderr and "a.rtf: not a type" in done.stderr


def test_a_file_that_turned_bad_keeps_what_the_index_has_of_it(tmp_path: Path, index: str) -> None:
    path = tmp_path / "good.txt"
    path.write_text(GOOD)
    natosearch("ingest", "--index", index, str(path))
    path.write_bytes(b"\0\0")
    done = natosearch("ingest", "--index", index, str(path))
    assert done.returncode == 1 and "1 failed" in done.stdout
    assert natosearch("query", "--index", index, "Ruritania").returncode == 0


def test_names_that_a_terminal_would_obey(tmp_path: Path, index: str) -> None:
    (tmp_path / "red\x1b[31m\nname[b].txt").write_text(GOOD)
    done = natosearch("ingest", "--index", index, str(tmp_path))
    assert done.returncode == 0 and "\x1b" not in done.stdout and "name[b].txt" in done.stdout
    (tmp_path / "bad\x1b]0;title\x07.txt").write_bytes(b"")
    done = natosearch("ingest", "--index", index, str(tmp_path))
    assert "\x1b" not in done.stderr and len(done.stderr.splitlines()) == 1


def test_a_name_that_is_not_utf8(tmp_path: Path, index: str) -> None:
    (tmp_path / os.fsdecode(b"na\xefve.txt")).write_text(GOOD)
    done = natosearch("ingest", "--index", index, str(tmp_path))
    assert done.returncode == 0 and "1 added" in done.stdout
    assert natosearch("query", "--index", index, "--json", "Ruritania").returncode == 0
    assert natosearch("query", "--index", index, "Ruritania").returncode == 0
    assert natosearch("inspect", str(tmp_path)).returncode == 0


def test_escape_sequences_in_a_document_never_reach_the_terminal(tmp_path: Path, index: str) -> None:
    (tmp_path / "evil.txt").write_text(f"\x1b]0;owned\x07{GOOD} \x1b[31mRed\u202e [/b] :smiley: [red]text[/red]\x9b5n")
    natosearch("ingest", "--index", index, str(tmp_path))
    for color in ("never", "always"):
        shown = natosearch("query", "--index", index, "--color", color, "Ruritania").stdout
        assert not any(bad in shown for bad in ("\x1b]", "\x1b[31mRed", "\x07", "\u202e", "\x9b"))
        assert "[/b] :smiley: [red]text[/red]" in " ".join(shown.split())
        assert "\x1b]" not in natosearch("inspect", "--color", color, str(tmp_path / "evil.txt")).stdout


def test_a_name_that_is_not_utf8_beside_its_twin(tmp_path: Path, index: str) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / os.fsdecode(b"\xff.txt")).write_text(GOOD)
    assert "2 added" in natosearch("ingest", "--index", index, str(tmp_path)).stdout


def test_what_is_out_of_reach_is_not_gone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    engine, folder = BruteForceEngine(), tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").write_text(GOOD)
    ingest([str(folder)], load_rules(), engine)
    (folder / "a.txt").rename(tmp_path / "elsewhere")

    def denied(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "lstat", denied)
        assert ingest([str(folder)], load_rules(), engine).removed == []
    assert ingest([str(folder)], load_rules(), engine).removed == [str(folder / "a.txt")]


def test_a_disk_that_is_full_leaves_the_old_index(tmp_path: Path, index: str) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    natosearch("ingest", "--index", index, str(tmp_path / "a.txt"))
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(f"{number} {GOOD} " * 40)
    command = f"ulimit -f 16; exec {sys.executable} -m natosearch ingest --index {index} {tmp_path}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 3 and "the index cannot be written" in done.stderr and len(done.stderr.splitlines()) == 1
    assert natosearch("query", "--index", index, "Ruritania").returncode == 0


def test_first_ingests_at_once(tmp_path: Path, index: str) -> None:
    command = [sys.executable, "-m", "natosearch", "ingest", "--index", index, str(ROOT / "seeds")]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    codes = [(process.communicate()[1], process.returncode)[1] for process in started]
    assert set(codes) <= {0, 4} and 0 in codes
    assert natosearch("query", "--index", index, "KFOR").returncode == 0


def test_a_folder_left_by_a_killed_first_ingest(index: str) -> None:
    natosearch("ingest", "--index", index, "seeds")
    (Path(index) / "natosearch.json").unlink()
    assert "no index here yet" in natosearch("query", "--index", index, "KFOR").stderr
    assert natosearch("ingest", "--index", index, "seeds").returncode == 0
    assert natosearch("query", "--index", index, "KFOR").returncode == 0


def test_a_file_of_a_size_that_no_document_has(tmp_path: Path, index: str) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(1 << 33)
    (tmp_path / "good.txt").write_text(GOOD)
    done = natosearch("ingest", "--index", index, str(tmp_path))
    assert done.returncode == 1 and "1 added" in done.stdout and "larger than 32 MB" in done.stderr


def test_no_index_yet(index: str) -> None:
    done = natosearch("query", "--index", index, "KFOR")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == f"natosearch: {index}: no index here yet; make one with: natosearch ingest\n"
    assert not Path(index).exists()


def test_a_folder_that_is_not_an_index(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("mine")
    for command in (["query", "KFOR"], ["ingest", "seeds"]):
        done = natosearch(*command, "--index", str(tmp_path))
        assert done.returncode == 3 and "not a natosearch index" in done.stderr
    assert os.listdir(tmp_path) == ["thesis.doc"]


def test_an_index_path_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for command in (["query", "KFOR"], ["ingest", "seeds"]):
        done = natosearch(*command, "--index", str(tmp_path / "file"))
        assert done.returncode == 3 and len(done.stderr.splitlines()) == 1


def test_an_index_of_another_format(index: str) -> None:
    natosearch("ingest", "--index", index, "seeds")
    (Path(index) / "natosearch.json").write_text('{"format": 99}')
    done = natosearch("query", "--index", index, "KFOR")
    assert done.returncode == 3 and "format 99" in done.stderr


def test_a_damaged_index_says_so(index: str) -> None:
    natosearch("ingest", "--index", index, "seeds")
    for path in Path(index).iterdir():
        kept = path.read_bytes()
        if not kept or path.name.endswith("LOCK"):
            continue
        for broken in (b"", kept[: len(kept) // 2], None):
            path.unlink()
            if broken is not None:
                path.write_bytes(broken)
            done = natosearch("query", "--index", index, "KFOR troops")
            assert "Traceback" not in done.stderr and done.returncode in (0, 1, 3), (path.name, done.stderr)
            if done.returncode == 3:
                assert len(done.stderr.splitlines()) == 1 and index in done.stderr
        path.write_bytes(kept)
    assert natosearch("query", "--index", index, "KFOR troops").returncode == 0


def test_a_second_writer_is_told_that_the_index_is_busy(index: str) -> None:
    from whoosh import index as whoosh_index

    natosearch("ingest", "--index", index, "seeds")
    writer = whoosh_index.open_dir(index, indexname="natosearch").writer()
    try:
        done = natosearch("ingest", "--index", index, "tests/golden")
    finally:
        writer.cancel()
    assert done.returncode == 4 and "another process is writing" in done.stderr
