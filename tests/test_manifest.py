"""Manifests: what their rows mean, and what each mistake is called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from natosearch.documents.manifest import dump_given, load_given, read_manifest
from natosearch.errors import BadManifest
from natosearch.ingest import ingest
from natosearch.model.documents import Found, Given, Listed
from natosearch.rules import load_rules
from tests.brute_force import BruteForceEngine
from tests.program import natosearch, records

RULES = load_rules()


def manifest(folder: Path, text: str, name: str = "manifest.csv") -> dict[str, Given]:
    """What a manifest with this text says, by file name."""
    (folder / name).write_text(text, "utf-8")
    return {Path(path).name: given for path, given in read_manifest(str(folder / name), RULES).items()}


@pytest.mark.parametrize(
    ("column", "value", "field", "meant"),
    [
        ("date", "2016-03-02", "date", Found("2016-03-02", "manifest")),
        ("title", "A  title", "title", Found("A title", "manifest")),
        ("kind", "press_conference", "kind", Found("press_conference", "manifest")),
        ("kind", "Press conference", "kind", Found("press_conference", "manifest")),
        ("url", "https://example.org/a?b=c", "url", Found("https://example.org/a?b=c", "manifest")),
        ("speaker", "jens stoltenberg", "speakers", Listed(("Jens Stoltenberg",), "manifest")),
        ("speaker", "Ana Example; Bo Sample", "speakers", Listed(("Ana Example", "Bo Sample"), "manifest")),
        ("topic", "kosovo-kfor", "topics", Listed(("kosovo-kfor",), "manifest")),
        ("topic", "Kosovo KFOR; enlargement", "topics", Listed(("kosovo-kfor", "enlargement"), "manifest")),
        ("place", "Skopje", "place", Listed(("Skopje", "North Macedonia"), "manifest")),
        ("place", '"Hotel Lion, Skopje"', "place", Listed(("Hotel Lion", "Skopje", "North Macedonia"), "manifest")),
        ("place", '"Skopje, Macedonia"', "place", Listed(("Skopje", "North Macedonia"), "manifest")),
        ("place", '"Athens, Georgia"', "place", Listed(("Athens", "Georgia"), "manifest")),
        ("place", '"Lower Nowhere, Turkey"', "place", Listed(("Lower Nowhere", "Türkiye"), "manifest")),
        ("speaker", "", "speakers", Listed()),
        ("date", "  ", "date", Found()),
    ],
)
def test_a_value_is_read_as_people_write_it(tmp_path: Path, column: str, value: str, field: str, meant: object) -> None:
    given = manifest(tmp_path, f"path,{column}\na.txt,{value}\n")["a.txt"]
    assert getattr(given, field) == meant
    assert load_given(dump_given(given), RULES) == given


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("path,date\na.txt,2023-13-01\n", 2, "date '2023-13-01' is no date"),
        ("path,date\na.txt,22.11.2023\n", 2, "write the day as 2023-11-22"),
        ("path,date\na.txt,2023-11\n", 2, "'2023-11' is no date"),
        ("path,kind\n\n\na.txt,sermon\n", 4, "kind 'sermon' is none of press_conference, interview"),
        ("path,topic\na.txt,kosovo\n", 2, "nearest: kosovo-kfor"),
        ("path,topic\na.txt,kosovo-kfor;enlargement;russia;ukraine-support\n", 2, "4 topics"),
        ("path,speaker\na.txt,???\n", 2, "speaker '???' is no name"),
        ("path,url\na.txt,example.org\n", 2, "does not begin with http"),
        ("path,speakers\na.txt,x\n", 1, "unknown column 'speakers'; known are path, date, speaker"),
        ("path,date,date\na.txt,,\n", 1, "column 'date' stands there twice"),
        ("date\n2023-11-22\n", 1, "no column 'path'"),
        ("path,date\n,2023-11-22\n", 2, "the row has no path"),
        ("path\na.txt\n./a.txt\n", 3, "stands on line 2 already"),
        ("path,place\na.txt,Skopje, North Macedonia\n", 2, "3 values for 2 columns"),
        ('path,title\na.txt,"two\nlines"\nb.txt,"open\n', 4, "not CSV"),
        ("", None, "empty; its first line names the columns"),
        ("path;date\na.txt;2023-11-22\n", 1, "columns are separated by commas"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, line: int | None, words: str) -> None:
    with pytest.raises(BadManifest) as error:
        manifest(tmp_path, text)
    assert error.value.line == line and words in error.value.why


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("nothing", "not JSON"),
        ("[1]", "not a JSON object"),
        ('{"date": "2023-11-22"}', "no column 'path'"),
        ('{"path": "a.txt", "spaeker": "x"}', "unknown column 'spaeker'"),
        ('{"path": "a.txt", "date": 2023}', "'date' must be a text"),
        ('{"path": "a.txt", "title": ["a", "b"]}', "'title' must be a text"),
        ('{"path": "a.txt", "speaker": ["x", 5]}', "'speaker' must be a text or a list of texts"),
        (r'{"path": "a.txt", "title": "\ud800"}', "half of a character"),
        ('{"path": "a.txt", "title": "a", "title": "b"}', "'title' stands there twice"),
    ],
)
def test_so_it_is_in_json_lines(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(BadManifest) as error:
        manifest(tmp_path, f'{{"path": "z.txt"}}\n\n{text}\n', "m.jsonl")
    assert error.value.line == 3 and words in error.value.why


def test_json_lines_say_the_same_as_csv(tmp_path: Path) -> None:
    rows = manifest(tmp_path, 'path,date,speaker,place\na.txt,2016-03-02,Ana Example; Bo Sample,"Skopje"\n')
    line = '{"path": "a.txt", "date": "2016-03-02", "speaker": ["Ana Example", "Bo Sample"], "place": ["Skopje"], "kind": null}\n'
    assert manifest(tmp_path, line, "m.jsonl") == rows


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter(tmp_path: Path) -> None:
    assert manifest(tmp_path, "\ufeffPath , Date\r\na.txt,2016-03-02\r\n")["a.txt"].date.value == "2016-03-02"


def test_paths_count_from_the_folder_of_the_manifest(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text(f"path\nsub/a.txt\n{tmp_path}/b.txt\n../c.txt\n", "utf-8")
    named = [str(tmp_path / "sub/a.txt"), str(tmp_path / "b.txt"), str(tmp_path.parent / "c.txt")]
    assert list(read_manifest(str(tmp_path / "m.csv"), RULES)) == named


SPEECH = (
    "A talk\n\nI thank you for coming. We have a long evening in front of us, and I want to begin with a question.\n"
)


def test_what_was_given_is_remembered_until_something_else_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SPEECH, "utf-8")
    engine, path = BruteForceEngine(), str(tmp_path / "a.txt")

    def dates(given: dict[str, Given] | None = None) -> tuple[list[str], int]:
        report = ingest([str(tmp_path)], RULES, engine, given=given or {})
        return [one.date for one in report.ingested], report.unchanged

    first, second = (Given(date=Found(day, "manifest")) for day in ("2016-03-02", "2016-03-03"))
    assert dates() == ([""], 0)
    assert dates({path: first}) == (["2016-03-02"], 0)
    assert dates({path: first}) == dates() == ([], 1)
    (tmp_path / "a.txt").write_text(SPEECH + "\nWe go on with it.\n", "utf-8")
    assert dates() == (["2016-03-02"], 0)
    assert dates({path: second}) == (["2016-03-03"], 0)
    assert dates({path: Given()}) == ([""], 0)


def test_the_program_takes_a_manifest_and_touches_nothing_if_it_is_wrong(tmp_path: Path, index: str) -> None:
    (tmp_path / "a.txt").write_text(SPEECH, "utf-8")
    wrong, right = tmp_path / "wrong.csv", tmp_path / "right.csv"
    wrong.write_text("path,date\na.txt,2023-13-01\n", "utf-8")
    right.write_text("path,date,speaker,topic\na.txt,2016-03-02,Ana Example,kosovo-kfor\ngone.txt,,,\n", "utf-8")
    for command in (("ingest", "--index", index), ("inspect",)):
        done = natosearch(*command, str(tmp_path), "--metadata", str(wrong))
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == (
            f"natosearch: {wrong}:2: date '2023-13-01' is no date; write the day as 2023-11-22, or leave it out\n"
        )
    assert not Path(index).exists()
    done = natosearch("ingest", "--index", index, str(tmp_path), "--metadata", str(right))
    assert done.returncode == 0 and done.stderr.endswith(f"none of the documents read here: {tmp_path}/gone.txt\n")
    (hit,) = records(natosearch("query", "--index", index, "--json", "evening", "--topic", "kosovo-kfor").stdout)
    assert (hit["date"], hit["date_source"], hit["speaker"]) == ("2016-03-02", "manifest", ["Ana Example"])
    assert hit["turns"][0]["speaker_source"] == "manifest"


def test_a_list_in_json_may_hold_several_names_in_one_text(tmp_path: Path) -> None:
    row = '{"path": "a.txt", "speaker": ["Ana Example; Bo Sample", "Cy Third"]}'
    given = manifest(tmp_path, row, "manifest.jsonl")["a.txt"]
    assert given.speakers.values == ("Ana Example", "Bo Sample", "Cy Third")


def test_what_is_no_file_is_no_manifest(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "manifest.csv")
    with pytest.raises(BadManifest, match="not a regular file"):
        read_manifest(str(tmp_path / "manifest.csv"), RULES)
