"""The program as scripts and people use it: what it prints where, and how it exits."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.documents import ROOT
from tests.program import PLAIN, natosearch, records

KEYS = (
    "v rank score id doc n unit kind title date date_source place speaker asked_by speech mentions topic path span line_start line_end "
    "question text turns snippet snippet_speaker matches cite url"
).split()


def query(index: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return natosearch("query", "--index", index, *arguments, cwd=ROOT, **environment)


def test_the_first_hit_for_kfor_troops_is_the_attack_on_them(seeds_index: str) -> None:
    first = records(query(seeds_index, "KFOR troops", "--json").stdout)[0]
    assert first["path"].startswith("seeds/003") and "our KFOR troops" in first["text"]
    assert first["snippet_speaker"] == "Jens Stoltenberg"


def test_a_record_is_complete_and_true(seeds_index: str) -> None:
    found = records(query(seeds_index, "--json", "-n", "0", "NATO").stdout)
    assert len(found) > 20 and [record["rank"] for record in found] == list(range(1, len(found) + 1))
    for record in found:
        assert list(record) == KEYS
        document = (ROOT / record["path"]).read_text("utf-8")
        start, end = record["span"]
        assert document[start:end] == record["text"]
        assert document[:start].count("\n") + 1 == record["line_start"]
        assert document[:end].count("\n") + 1 == record["line_end"]
        assert record["snippet"] in record["text"]
        assert record["id"] == f"{record['doc']}#{record['n']}"
        assert all(
            0 <= a < b <= len(record["text"])
            for a, b in (*record["matches"], *(turn["span"] for turn in record["turns"]))
        )
        assert {record["text"][a:b].lower().rstrip("’'s") for a, b in record["matches"]} <= {"nato"}
        assert (record["date"] is None) == (record["date_source"] == "none")
        if record["unit"] == "qa":
            asked = [turn["span"] for turn in record["turns"] if turn["role"] == "question"]
            assert record["question"] == "\n".join(record["text"][a:b] for a, b in asked)


def test_json_is_an_array_of_the_same_records(seeds_index: str) -> None:
    lines = records(query(seeds_index, "--json", "Kosovo").stdout)
    assert json.loads(query(seeds_index, "--format", "json", "Kosovo").stdout) == lines
    assert json.loads(query(seeds_index, "--format", "json", "zebra").stdout) == []


def test_a_pipe_gets_one_line_a_hit_with_the_same_columns(seeds_index: str) -> None:
    lines = query(seeds_index, "Kosovo").stdout.splitlines()
    assert len(lines) == 10 and {line.count("\t") for line in lines} == {7}
    assert "\x1b" not in "".join(lines)


def test_words_joined_or_quoted_are_the_same_query(seeds_index: str) -> None:
    assert query(seeds_index, "KFOR", "troops").stdout == query(seeds_index, "KFOR troops").stdout != ""


def test_brackets_are_printed_as_they_stand(seeds_index: str) -> None:
    for color in ("never", "always"):
        shown = query(seeds_index, "Reuters", "--color", color).stdout
        assert "[inaudible] from" in shown
    assert "[speaks Croatian]" in query(seeds_index, "imminent military threat", "--color", "always").stdout


def test_colour_comes_only_when_asked_for(seeds_index: str) -> None:
    assert "\x1b[" in query(seeds_index, "KFOR", "--color", "always").stdout
    assert "\x1b[" not in query(seeds_index, "KFOR", FORCE_COLOR="1", CLICOLOR_FORCE="1").stdout


@pytest.mark.parametrize("columns", ["20", "40", "80", "240"])
def test_the_drawing_fits_any_width(seeds_index: str, columns: str) -> None:
    shown = query(seeds_index, "KFOR", "--color", "always", COLUMNS=columns, NO_COLOR="1", TERM="xterm")
    assert shown.returncode == 0
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown.stdout)
    assert max(map(len, plain.splitlines())) <= int(columns)


def test_filters_narrow(seeds_index: str) -> None:
    everything = {record["id"] for record in records(query(seeds_index, "--json", "-n0", "Kosovo").stdout)}
    late = records(query(seeds_index, "--json", "-n0", "Kosovo", "--speaker", "stoltenberg", "--since", "2023").stdout)
    assert late and {record["id"] for record in late} < everything
    assert {record["date"] for record in late} == {"2023-11-22"}


def ids(index: str, *arguments: str) -> set[str]:
    return {record["id"] for record in records(query(index, "--json", "-n0", *arguments).stdout)}


def test_until_is_inclusive_and_counts_whole_periods(seeds_index: str) -> None:
    for until in ("2022-08-10", "2022-08", "2022"):
        found = records(query(seeds_index, "--json", "-n0", "NATO", "--until", until).stdout)
        assert {record["date"] for record in found} == {"2022-08-10"}
    assert not ids(seeds_index, "NATO", "--until", "2022-08-09")
    assert not ids(seeds_index, "NATO", "--since", "2023-11-23")


def test_all_any_and_exact(seeds_index: str) -> None:
    words = ("troops", "attacked", "banana", "apple")
    assert not ids(seeds_index, *words, "--all")
    assert ids(seeds_index, *words) < ids(seeds_index, *words, "--any")
    assert ids(seeds_index, "troop", "--exact") < ids(seeds_index, "troop")


def test_a_filter_takes_a_person_by_another_spelling(seeds_index: str) -> None:
    assert ids(seeds_index, "NATO", "--speaker", "General Jens Stoltenberg") == ids(
        seeds_index, "NATO", "--speaker", "Stoltenberg"
    )


def test_a_filter_takes_other_names_of_a_place(seeds_index: str) -> None:
    turkey = records(query(seeds_index, "--json", "Ally", "--mentions", "Turkey").stdout)
    assert turkey and all("Türkiye" in record["mentions"] for record in turkey)


def test_a_misspelt_name_in_a_document_is_found_by_the_right_one(seeds_index: str) -> None:
    found = records(query(seeds_index, "--json", "-n0", "Stoltenberg jeopardized").stdout)
    assert any("Stolternberg" in record["text"] for record in found)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["zebra"], 1, "nothing found"),
        (["Kosovo", "--speaker", "Stoltenbrg"], 1, "nearest: jens stoltenberg"),
        ([""], 2, "the query is empty"),
        ([], 2, "the query is empty"),
        (['"KFOR troops'], 2, "never closed"),
        (["KFOR", "(troops"], 2, "never closed"),
        (["speeker:Rama"], 2, "the nearest is 'speaker:'"),
        (["date:banana"], 2, "'banana' is no date"),
        (["Kosovo", "--since", "2024", "--until", "2023"], 2, "comes after"),
        (["🙂"], 1, "no word to search for"),
        (["KFOR", "--fields", "speeker", "--json"], 2, "speaker"),
        (["KFOR", "--fields", "date", "--format", "md"], 2, "no fields"),
        (["KFOR", "--sort", "left"], 2, "kwic"),
        (["KFOR", "-0", "--format", "csv"], 2, "csv"),
        (["KFOR", "-f", "queries.txt"], 2, "not both"),
        (["-f", "no-such-file"], 2, "cannot be read"),
        (["KFOR", "--index"], 2, "requires an argument"),
        (["KFOR", "-z"], 2, "-z"),
        (["KFOR", "--since", "banana"], 2, "'banana' is no date"),
        (["KFOR", "--kind", "sermon"], 2, "sermon"),
        (["KFOR", "--nonsense"], 2, "nonsense"),
        (["KFOR", "-n", "-3"], 2, "-3"),
    ],
)
def test_exit_codes_and_one_clear_line(seeds_index: str, arguments: list[str], code: int, words: str) -> None:
    done = query(seeds_index, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert words in done.stderr and "Traceback" not in done.stderr


def test_the_place_of_an_error_is_marked(seeds_index: str) -> None:
    shown = query(seeds_index, 'KFOR "troops').stderr.splitlines()
    assert shown[1].index('"') == shown[2].index("^")


def test_a_reader_that_closes_the_pipe_is_no_error(seeds_index: str) -> None:
    command = [sys.executable, "-m", "natosearch", "query", "--index", seeds_index, "--json", "-n0", "NATO"]
    with subprocess.Popen(command, cwd=ROOT, env=PLAIN, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        assert json.loads(process.stdout.readline())["rank"] == 1
        process.stdout.close()
        assert process.stderr.read() == b"natosearch: 63 passages\n"
        assert process.wait(30) in (0, 141)


def test_a_locale_without_utf8_changes_nothing(seeds_index: str) -> None:
    expected = query(seeds_index, "--json", "Kovačevski").stdout
    assert (
        query(seeds_index, "--json", "Kovacevski", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0").stdout
        == expected
    )
    assert "Kovačevski" in expected


def test_a_query_in_a_pipe_imports_no_rich_and_reads_no_rules_but_aliases(seeds_index: str) -> None:
    code = (
        "import sys\nsys.argv = ['natosearch', 'query', '--index', sys.argv[1], 'KFOR', *sys.argv[2:]]\n"
        "from natosearch.__main__ import main\n"
        "try: main()\nfinally: print(*[m for m in ('rich', 'natosearch.rules.people.people', 'natosearch.rules.places.places') if m in sys.modules], file=sys.stderr)"
    )
    for extra in ([], ["--json"]):
        done = subprocess.run(
            [sys.executable, "-c", code, seeds_index, *extra], cwd=ROOT, env=PLAIN, capture_output=True, text=True
        )
        assert (done.returncode, done.stderr.splitlines()[-1]) == (0, "")


def test_ingest_says_what_it_found_and_the_second_time_that_nothing_changed(index: str) -> None:
    first = natosearch("ingest", "--index", index, "seeds")
    assert first.returncode == 0 and first.stderr == ""
    assert (
        "added seeds/000_638065210040ca12.txt: 2023-11-22; Skopje, North Macedonia; Jens Stoltenberg; 2 Q&A; 9 paragraphs"
        in first.stdout
    )
    assert (
        "5 added, 0 updated, 0 unchanged, 0 removed, 0 failed; 5 documents indexed: 17 Q&A and 47 paragraphs"
        in first.stdout
    )
    before = sorted(os.listdir(index))
    second = natosearch("ingest", "--index", index, "seeds")
    assert second.stdout.startswith("0 added, 0 updated, 5 unchanged, 0 removed, 0 failed; nothing to do")
    assert sorted(os.listdir(index)) == before


def test_ingest_without_a_path(tmp_path: Path, index: str) -> None:
    samples = natosearch("ingest", "--index", index, cwd=tmp_path)  # no ./seeds here: the samples that are shipped
    assert samples.returncode == 0 and "5 added" in samples.stdout
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "mine.txt").write_text(
        "Mr Brown spoke of Ruritania, and everybody who was there listened for a while."
    )
    other = str(tmp_path / "other")
    assert "1 added" in natosearch("ingest", "--index", other, cwd=tmp_path).stdout
    (tmp_path / "seeds" / "more.txt").write_text(
        "Mr Brown spoke of Ruritania once more, and nobody who was there listened to him."
    )
    # from any other folder: what was ingested before is brought up to date
    assert "1 added, 0 updated, 1 unchanged" in natosearch("ingest", "--index", other, cwd=tmp_path.parent).stdout


def test_ingest_leaves_hidden_files_and_other_types_alone(tmp_path: Path, index: str) -> None:
    folder = tmp_path / "documents"
    (folder / ".folder").mkdir(parents=True)
    for name in (".hidden.txt", "table.csv", "good.txt", ".folder/inside.txt"):
        (folder / name).write_text("Mr Brown spoke of Ruritania today, and everybody who was there listened to him.")
    done = natosearch("ingest", "--index", index, str(folder))
    assert "1 added" in done.stdout and "1 of other types left out" in done.stdout


def test_a_named_file_that_is_deleted_leaves_the_index(tmp_path: Path, index: str) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"Mr Brown spoke of {name} today, and everybody who was there listened to him.")
    natosearch("ingest", "--index", index, str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    (tmp_path / "a.txt").unlink()
    done = natosearch("ingest", "--index", index)
    assert done.returncode == 0 and "1 unchanged, 1 removed, 0 failed" in done.stdout
    assert "1 unchanged, 0 removed, 0 failed" in natosearch("ingest", "--index", index).stdout


def test_a_folder_that_is_gone_as_a_whole_takes_nothing_with_it(tmp_path: Path, index: str) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    (folder / "a.txt").write_text("Mr Brown spoke of Ruritania today, and everybody who was there listened to him.")
    natosearch("ingest", "--index", index, str(folder))
    folder.rename(tmp_path / "elsewhere")
    done = natosearch("ingest", "--index", index)
    assert done.returncode == 1 and "no such file or folder" in done.stderr and "0 removed" in done.stdout
    assert query(index, "Ruritania").returncode == 0


def test_ingest_follows_changes_and_removals(tmp_path: Path, index: str) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    text = "Mr Brown spoke of {} today, and everybody who was there listened to him for a while."
    (folder / "a.txt").write_text(text.format("Ruritania"))
    (folder / "b.md").write_text(text.format("Zenda"))
    natosearch("ingest", "--index", index, str(folder))
    [before] = records(query(index, "--json", "Ruritania").stdout)
    (folder / "a.txt").write_text(text.format("Ruritania and Strelsau"))
    (folder / "b.md").unlink()
    done = natosearch("ingest", "--index", index, str(folder))
    assert "0 added, 1 updated, 0 unchanged, 1 removed, 0 failed" in done.stdout
    [after] = records(query(index, "--json", "Strelsau").stdout)
    assert after["id"] == before["id"]  # an edited file keeps its id
    assert query(index, "Zenda").returncode == 1


def test_two_files_with_the_same_text_have_two_ids(tmp_path: Path, index: str) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("Mr Brown spoke of Ruritania today, and everybody who was there listened to him.")
    natosearch("ingest", "--index", index, str(tmp_path))
    assert len({record["id"] for record in records(query(index, "--json", "Ruritania").stdout)}) == 2


def test_inspect_needs_no_index_and_keeps_the_order(tmp_path: Path) -> None:
    names = ["seeds/004_587bcb7703e610d5.txt", "seeds/000_638065210040ca12.txt"]
    done = natosearch("inspect", "--json", *names, NATOSEARCH_INDEX=str(tmp_path / "none"))
    assert [record["path"] for record in records(done.stdout)] == names
    assert list(records(done.stdout)[0])[:6] == ["v", "path", "title", "title_source", "kind", "kind_source"]
    drawn = natosearch("inspect", "--color", "always", names[1]).stdout
    assert "[Questions to various regional leaders]" in drawn and "\x1b[" in drawn


def test_the_environment_names_the_index(seeds_index: str) -> None:
    assert natosearch("query", "KFOR", NATOSEARCH_INDEX=seeds_index).returncode == 0


def test_help_has_examples() -> None:
    for command in ("ingest", "query", "inspect"):
        shown = natosearch(command, "--help")
        assert shown.returncode == 0 and "Examples:" in shown.stdout
    assert natosearch("--version").stdout.startswith("natosearch, version ")
    assert natosearch("nonsense").returncode == 2


@pytest.mark.parametrize("redirection", [">&-", "2>&-", ">&- 2>&-", "<&-"])
def test_closed_streams(seeds_index: str, redirection: str) -> None:
    for arguments in ("query KFOR -n 1", "query zebra", "--help", "inspect seeds/004*"):
        index = f"--index {seeds_index}" if "query" in arguments else ""
        command = f"{sys.executable} -m natosearch {arguments} {index} {redirection}"
        done = subprocess.run(["bash", "-c", command], cwd=ROOT, env=PLAIN, capture_output=True, text=True)
        assert done.returncode == (1 if "zebra" in arguments else 0)
        assert "Traceback" not in done.stderr and "natosearch:" not in done.stdout


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
def test_a_full_disk_behind_stdout(seeds_index: str) -> None:
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "natosearch", "query", "--index", seeds_index, "KFOR"]
        done = subprocess.run(command, cwd=ROOT, env=PLAIN, stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (
        2,
        "natosearch: 12 passages; 10 shown, -n 0 shows all\nnatosearch: cannot go on: No space left on device\n",
    )


def test_a_drawing_into_a_closed_pipe_is_no_error(seeds_index: str) -> None:
    command = (
        f"{sys.executable} -m natosearch inspect --color always seeds seeds seeds | head -1; echo ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, env=PLAIN, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] in ("0", "141") and done.stderr == ""


def test_a_current_folder_that_is_gone(seeds_index: str, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    command = f"cd {gone} && rmdir {gone} && {sys.executable} -m natosearch query --index {seeds_index} --json KFOR"
    done = subprocess.run(
        ["bash", "-c", command], env={**PLAIN, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True
    )
    assert done.returncode == 0 and records(done.stdout)[0]["path"].startswith(str(ROOT))


def test_empty_names_are_not_the_current_folder(seeds_index: str, index: str) -> None:
    assert natosearch("query", "--index", "", "KFOR").returncode == 2
    for command in (["ingest", "--index", index], ["inspect"]):
        done = natosearch(*command, "")
        assert done.returncode == 1 and "an empty path" in done.stderr


def test_odd_widths_still_print(seeds_index: str) -> None:
    for columns in ("0", "-5", "banana"):
        assert "KFOR" in query(seeds_index, "KFOR", "--color", "always", COLUMNS=columns).stdout


def test_an_ascii_terminal(seeds_index: str) -> None:
    done = query(seeds_index, "KFOR", "--color", "always", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0 and "KFOR" in done.stdout


def test_messages_quote_nothing_that_a_terminal_would_obey(seeds_index: str) -> None:
    for arguments in (
        ["x", "--speaker", "\x1b[31mred\nx"],
        ["x", "--since", "\x1b[31m\n2"],
        ["x", "--index", "a\nb\x1b[1m"],
        ['"\x1b[31m'],
    ):
        done = query(seeds_index, *arguments)
        assert done.returncode in (1, 2, 3) and "\x1b" not in done.stderr
        assert done.stderr.count("\n") == (3 if len(arguments) == 1 or "--speaker" in arguments else 1)


def test_json_carries_controls_only_as_escapes(tmp_path: Path, index: str) -> None:
    text = "Mr Brown said\u2028that Ruritania\x9b5n is\u202e far \x7f away, and everybody listened to him."
    (tmp_path / "odd.txt").write_text(text, "utf-8")
    natosearch("ingest", "--index", index, str(tmp_path))
    printed = query(index, "--json", "Ruritania").stdout
    assert not any(bad in printed for bad in "\u2028\x9b\u202e\x7f") and len(printed.splitlines()) == 1
    assert json.loads(printed)["text"] == text


def test_an_empty_folder_is_remembered_and_an_empty_index_says_so(tmp_path: Path, index: str) -> None:
    folder = tmp_path / "later"
    folder.mkdir()
    assert natosearch("ingest", "--index", index, str(folder)).returncode == 0
    done = query(index, "KFOR")
    assert done.returncode == 1 and "the index is empty" in done.stderr
    (folder / "a.txt").write_text("Mr Brown spoke of Ruritania today, and everybody who was there listened to him.")
    assert "1 added" in natosearch("ingest", "--index", index).stdout  # this folder, not the samples
