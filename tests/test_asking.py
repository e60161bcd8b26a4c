"""Asking from the command line: what is said on stderr, what a pipe gets, many queries, and files that have changed."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.documents import ROOT
from tests.program import PLAIN, natosearch, records


def query(index: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return natosearch("query", "--index", index, *arguments, cwd=ROOT, **environment)


def shell(command: str, index: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What a shell makes of ``command``, in which `natosearch` is the program under test."""
    script = f'natosearch() {{ "{sys.executable}" -m natosearch "$@"; }}\n{command}'
    env = {**PLAIN, "NATOSEARCH_INDEX": index, **environment}
    return subprocess.run(["bash", "-c", script], cwd=ROOT, env=env, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["KFOR"], ["12 passages; 10 shown, -n 0 shows all"]),
        (["KFOR troops"], ["4 passages with both words"]),
        (
            ["KFOR troops attacked", "-n0"],
            ["1 passage with all 3 words, 3 with most, 16 with fewer"],
        ),
        (["KFOR troops attacked", "--all"], ["1 passage with all 3 words"]),
        (["KFOR troops attacked", "--any", "-n0"], ["1 passage with all 3 words, 19 with some"]),
        (["KFOR", "--offset", "4", "-n2"], ["12 passages; 5 to 6 shown, -n 0 shows all"]),
        (["KFOR", "--offset", "99"], ["12 passages; none shown: --offset is beyond the last"]),
        (
            ["Stoltenburg visited"],
            [
                "no passage has the word 'Stoltenburg'; did you mean Stoltenberg or Stolternberg?",
                "nothing found; --any finds 2 with some of the words",
            ],
        ),
        (["zebra"], ["no passage has the word 'zebra'", "nothing found"]),
        (
            ["zebra", "troop", "--exact"],
            ["no passage has the word 'zebra'", "nothing found; --any finds 1 with some of the words"],
        ),
        (
            ["zebra", "KFOR", "--place", "FYROM"],
            ["no passage has the word 'zebra'", "nothing found; --any finds 1 with some of the words"],
        ),
        (["“KFOR troops” attacked AND", "-n0", "-q"], []),
        (["KFOR", "--place", "Atlantis"], ["no passage has the place 'atlantis'", "nothing found"]),
        (["KFOR", "-c"], []),
    ],
)
def test_stderr_says_how_much_matched(seeds_index: str, arguments: list[str], said: list[str]) -> None:
    assert query(seeds_index, *arguments).stderr.splitlines() == [f"natosearch: {line}" for line in said]


def test_what_was_read_otherwise_is_said_before(seeds_index: str) -> None:
    lines = query(seeds_index, "KFOR “some troops” AND").stderr.splitlines()
    assert "straight quotation marks" in lines[0] or "straight quotation marks" in lines[1]
    assert any("AND has nothing to join" in line for line in lines)


def test_explain_says_how_a_query_was_read_and_what_made_the_score(seeds_index: str) -> None:
    done = query(seeds_index, "--explain", "the KFOR troops", "-n1")
    lines = done.stderr.splitlines()
    assert lines[:5] == [
        "read as: the KFOR troops",
        "words: all 2 must match",
        '  KFOR; also "kosovo force"',
        "  troops (troops by its stem troop)",
        "too common to decide: the",
    ]
    assert "KFOR (text 1)" in lines[5] and "how close together they stand" in lines[5]
    [record] = records(query(seeds_index, "--explain", "KFOR troops", "-n1", "--json").stdout)
    assert sum(score for _, score in record["why"]) == pytest.approx(record["score"], abs=0.001)


@pytest.mark.parametrize(
    ("arguments", "same_as"),
    [
        (["KFOR", "-Serbia"], ["KFOR NOT Serbia"]),
        (["KFOR", "-serbia", "-n0"], ["-n", "0", "KFOR NOT Serbia"]),
        (["KFOR", "-croatia"], ["KFOR NOT Croatia"]),
        (["KFOR", "-C-71"], ["KFOR NOT C-71"]),
        (["KFOR", "-U.S."], ["KFOR NOT U.S."]),
        (["-Serbia", "KFOR"], ["--", "-Serbia KFOR"]),
        (["--speaker", "Stoltenberg"], ["*", "--speaker", "Stoltenberg"]),
        (["KFOR", "--sort", "-date"], ["KFOR", "--sort=-date"]),
        (["KFOR", "--no-pager", "-n", "5", "-C0"], ["KFOR", "-n5"]),
        (["NATO’s 1000"], ["NATO's 1,000"]),
        (["Turkey"], ["Türkiye"]),
        (['"Kosovo Force"'], ["KFOR"]),
        (["defense"], ["defence"]),
    ],
)
def test_two_ways_to_ask_the_same(seeds_index: str, arguments: list[str], same_as: list[str]) -> None:
    first, second = (query(seeds_index, "--format", "ids", *asked).stdout for asked in (arguments, same_as))
    assert sorted(first.split()) == sorted(second.split()) and first


def test_pages_of_hits_follow_one_another(seeds_index: str) -> None:
    whole = query(seeds_index, "NATO", "--format", "ids", "-n9").stdout.split()
    assert query(seeds_index, "NATO", "--format", "ids", "-n3", "--offset", "3").stdout.split() == whole[3:6]


def test_neighbours(seeds_index: str) -> None:
    [record] = records(query(seeds_index, "--json", '"our KFOR troops"', "-C", "2").stdout)
    n = record["n"]
    assert [int(one["id"].partition("#")[2]) for one in record["before"]] == [n - 2, n - 1]
    assert [int(one["id"].partition("#")[2]) for one in record["after"]] == [n + 1, n + 2]
    lines = query(seeds_index, '"our KFOR troops"', "-C", "2").stdout.splitlines()
    assert [line.split("\t")[0] for line in lines] == [f"{record['doc']}#{one}" for one in range(n - 2, n + 3)]
    assert {line.count("\t") for line in lines} == {7}
    assert query(seeds_index, "KFOR", "-C1", "--format", "ids").returncode == 2
    assert "before" not in records(query(seeds_index, "--json", '"our KFOR troops"').stdout)[0]


PIPES = [
    ("natosearch query KFOR | head -1 | wc -l", "1"),
    ("natosearch query KFOR -n0 | grep -c KFOR", "12"),
    ("natosearch query KFOR -n0 --json | head -1 | wc -l", "1"),
    (
        "natosearch query KFOR --json | python3 -c 'import json,sys; print(len([json.loads(l) for l in sys.stdin]))'",
        "10",
    ),
    ("natosearch query KFOR -l | sort -u | wc -l", "4"),
    ("natosearch query KFOR -l -0 | xargs -0 ls | wc -l", "4"),
    ("natosearch query KFOR --format ids -n0 | sort -u | wc -l", "12"),
    ("natosearch query KFOR --fields id,date --format tsv -n2 | cut -f2 | head -1", "date"),
    ("natosearch query KFOR -c", "12"),
    ("natosearch query KFOR -q && echo found", "found"),
    ("natosearch query zebra -q || echo nothing $?", "nothing 1"),
    ("natosearch query '\"KFOR' -q 2>/dev/null || echo wrong $?", "wrong 2"),
    ("natosearch query KFOR --index /nowhere -q 2>/dev/null || echo no index $?", "no index 3"),
    ("printf 'KFOR\\nzebra\\n\\nEUFOR\\n' | natosearch query -f - -c | tr '\\t\\n' ' ;'", "12 KFOR;0 zebra;2 EUFOR;"),
    ("natosearch query KFOR <&- | wc -l", "10"),
    ("natosearch query KFOR >&- ; echo $?", "0"),
    ("natosearch query KFOR --format kwic --sort right -n0 | wc -l", "13"),
]


@pytest.mark.parametrize(("command", "printed"), PIPES, ids=[command for command, _ in PIPES])
def test_pipes(seeds_index: str, command: str, printed: str) -> None:
    done = shell(command, seeds_index)
    assert done.stdout.strip() == printed, done.stderr
    assert "Traceback" not in done.stderr


STYLES = ["text", "jsonl", "json", "csv", "tsv", "md", "quote", "kwic", "ids", "paths"]


@pytest.mark.parametrize("style", STYLES)
def test_a_pipe_gets_the_same_whatever_the_surroundings(seeds_index: str, style: str) -> None:
    expected = query(seeds_index, "Kovačevski", "--format", style).stdout
    assert expected
    for environment in (
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
        {"COLUMNS": "40", "FORCE_COLOR": "1", "TERM": "dumb"},
        {"COLUMNS": "240", "NO_COLOR": "1", "PAGER": "false"},
    ):
        assert query(seeds_index, "Kovacevski", "--format", style, **environment).stdout == expected, environment


@pytest.mark.parametrize("style", STYLES)
def test_a_reader_that_has_enough(seeds_index: str, style: str) -> None:
    done = shell(
        f"natosearch query NATO -n0 --format {style} | head -c 20 >/dev/null; echo ${{PIPESTATUS[0]}}", seeds_index
    )
    assert done.stdout.strip() in ("0", "141") and "Traceback" not in done.stderr


def test_csv_is_read_by_python_and_by_sqlite(seeds_index: str, tmp_path: Path) -> None:
    raw = subprocess.run(
        [sys.executable, "-m", "natosearch", "query", "--index", seeds_index, "NATO", "-n0", "--format", "csv"],
        cwd=ROOT, env=PLAIN, capture_output=True, check=True,
    ).stdout.decode("utf-8")  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(raw, newline="")))
    asked = records(query(seeds_index, "NATO", "-n0", "--json").stdout)
    assert [row["id"] for row in rows] == [record["id"] for record in asked]
    assert [row["text"].replace("\r\n", "\n") for row in rows] == [r["text"].replace("\r\n", "\n") for r in asked]
    assert [row["speaker"] for row in rows] == ["; ".join(record["speaker"]) for record in asked]
    assert raw.count("\r\n") >= len(rows) + 1
    with sqlite3.connect(":memory:") as database:
        database.execute(f"CREATE TABLE hit ({', '.join(rows[0])})")
        database.executemany(
            f"INSERT INTO hit VALUES ({', '.join('?' * len(rows[0]))})", [list(r.values()) for r in rows]
        )
        assert database.execute("SELECT count(*) FROM hit WHERE text LIKE '%NATO%'").fetchone()[0] > 20


def test_many_queries_at_once(seeds_index: str, tmp_path: Path) -> None:
    asked = tmp_path / "queries.txt"
    asked.write_text('KFOR troops\n"open\nzebra\n', "utf-8")
    done = query(seeds_index, "-f", str(asked), "--json", "-n2")
    assert [record["query"] for record in records(done.stdout)] == ["KFOR troops", "KFOR troops"]
    assert done.returncode == 2  # one of them cannot be read, and the others are answered all the same
    assert f"natosearch: {asked}:2: the quotation mark that opens here is never closed" in done.stderr
    assert f"natosearch: {asked}:3: nothing found" in done.stderr
    asked.write_text("zebra\n", "utf-8")
    assert query(seeds_index, "-f", str(asked)).returncode == 1


def test_ctrl_c(seeds_index: str) -> None:
    command = [sys.executable, "-m", "natosearch", "query", "--index", seeds_index, "-f", "-"]
    with subprocess.Popen(
        command, cwd=ROOT, env=PLAIN, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin and process.stderr
        process.stdin.write(b"KFOR\n")
        process.stdin.flush()
        time.sleep(0.7)  # until it waits for its queries
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr.read() == b"natosearch: interrupted\n"


@pytest.fixture
def own(tmp_path: Path, index: str) -> tuple[Path, str]:
    """A document of one's own in an index of its own."""
    path = tmp_path / "talk.txt"
    path.write_text(
        "Speech\n\n3 May 2020\n\nMr Brown spoke of Ruritania, and everybody who was there listened to him.", "utf-8"
    )
    assert natosearch("ingest", "--index", index, str(tmp_path)).returncode == 0
    return path, index


def test_a_hit_whose_file_has_changed_or_gone_says_so(own: tuple[Path, str]) -> None:
    path, index = own
    fine = "natosearch: 1 passage\n"
    assert query(index, "Ruritania").stderr == fine
    os.utime(path, (1, 1))  # touched, the same words
    assert query(index, "Ruritania").stderr == fine
    words = path.read_text("utf-8")
    path.write_text(words.replace("Ruritania", "Ruritanie"), "utf-8")  # the same size
    for style in ("text", "jsonl", "csv", "ids"):
        done = query(index, "Ruritania", "--format", style)
        assert done.returncode == 0 and done.stdout
        assert done.stderr.splitlines()[1:] == [
            f"natosearch: {path} has changed since it was ingested; run: natosearch ingest"
        ]
    assert "has changed" not in query(index, "Ruritania", "-q").stderr
    path.unlink()
    assert f"{path} is gone since it was ingested" in query(index, "Ruritania").stderr


def test_json_lines_stay_lines(seeds_index: str) -> None:
    for line in query(seeds_index, "NATO", "-n0", "--json").stdout.splitlines():
        assert json.loads(line)["v"] == 1


def test_a_table_has_the_same_columns_whether_anything_is_found(seeds_index: str) -> None:
    for more in ([], ["-C", "1"], ["--explain"]):
        headers = [
            query(seeds_index, word, "--format", "csv", *more).stdout.splitlines()[0] for word in ("KFOR", "zebra")
        ]
        assert headers[0] == headers[1]
        assert ("before" in headers[0], "why" in headers[0]) == (more[:1] == ["-C"], more == ["--explain"])
    assert query(seeds_index, "zebra", "--format", "tsv", "--fields", "id,date").stdout == "id\tdate\n"


def test_a_query_that_cannot_be_read_is_so_without_an_index_too(tmp_path: Path) -> None:
    assert query(str(tmp_path / "none"), '"KFOR').returncode == 2
    assert query(str(tmp_path / "none"), "KFOR").returncode == 3
