"""Page matter learnt across a folder: menus and addresses that documents share, and nothing that is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from natosearch.documents.folders import learn_folders
from natosearch.ingest import ingest
from natosearch.rules import load_rules
from natosearch.segment.page.repeated import learn_lines, page_lines
from natosearch.text.lines import split_lines
from tests.brute_force import BruteForceEngine
from tests.program import natosearch, records

RULES = load_rules()
MENU = "Harbour School Online\nOur people\nThe library\n"
FOOT = "\nCome and see us\nThe old mill\nSecond floor\n"
BODY = "\n{} for the {} year\n\n{} March 2016\n\nI thank you for coming, and I hope that the evening will be as long as number {} was.\n"
WORDS = "One Two Three Four Five Six Seven Eight Nine Ten".split()


def page(number: int, above: str = MENU, below: str = FOOT) -> str:
    return above + BODY.format(WORDS[number], WORDS[-number], number + 1, WORDS[number]) + below


def learnt(texts: list[str]) -> set[str]:
    return set(learn_lines(map(split_lines, texts), RULES))


def taken(text: str, known: set[str]) -> list[str]:
    lines = split_lines(text)
    return [lines[number].text for number in sorted(page_lines(lines, frozenset(known)))]


def test_a_menu_and_an_address_are_learnt() -> None:
    known = learnt([page(number) for number in range(4)])
    assert known == {"Harbour School Online", "Our people", "The library", "The old mill", "Second floor"}
    assert taken(page(7), known) == [
        "Harbour School Online",
        "Our people",
        "The library",
        "The old mill",
        "Second floor",
    ]


def test_they_need_four_documents_and_a_third_of_the_folder() -> None:
    assert not learnt([page(number) for number in range(3)])
    assert learnt([page(number) for number in range(4)] + [page(number, "", "") for number in range(9)])
    assert not learnt([page(number) for number in range(4)] + [page(number, "", "") for number in range(10)])


@pytest.mark.parametrize(
    "line",
    [
        "Daily press briefing",  # a title
        "22 November 2023",
        "Jens Stoltenberg",
        "Skopje",
        "NATO HQ, Brussels",
        "Secretary General",  # perhaps a label
        "QUESTION",
        "Moderator",
        "Q",
        "Photo: the harbour",
        "Thank you",
        "Thanks, everybody",
        "(applause)",
        "[ends]",
        "Thank you very much.",
        "The harbour is open, and so is the school.",
        "# # #",
    ],
)
def test_what_may_tell_something_is_not_learnt(line: str) -> None:
    for above, below in ((f"One\n{line}\nTwo\n", FOOT), (MENU, f"\nOne\n{line}\nTwo\n")):
        assert line not in learnt([page(number, above, below) for number in range(8)])


def test_the_line_that_touches_what_is_said_is_left_to_it() -> None:
    talk = "Harbour news\nWORD\nLady Example\nI thank you for coming, and I hope that you will stay here for long.\nBo Sample\nWORD\n"
    assert not learnt([talk.replace("WORD", word) for word in WORDS]) & {"Lady Example", "Bo Sample"}


def test_a_line_is_only_page_matter_where_pages_have_it() -> None:
    known = learnt([page(number) for number in range(4)])
    assert taken(BODY + "\nOur people\n\nThey stay here for as long as the harbour is open, I hope.\n", known) == []
    assert taken("The library\n" + BODY, known) == []  # alone it may be a title
    assert taken(MENU, known) == []


def test_ingest_and_inspect_learn_the_same_in_any_order(tmp_path: Path, index: str) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(page(number), "utf-8")
    shown = records(natosearch("inspect", "--json", str(folder)).stdout)
    assert [record["title"] for record in shown] == [f"{WORDS[n]} for the {WORDS[-n]} year" for n in range(6)]
    assert {len(record["units"]) for record in shown} == {2}  # the words, and the line below them
    alone = records(natosearch("inspect", "--json", str(folder / "0.txt")).stdout)[0]
    assert alone["title"] == "Our people"  # nothing is known of the folder
    assert natosearch("ingest", "--index", index, str(folder)).returncode == 0
    assert natosearch("query", "--index", index, "library").returncode == 1
    assert natosearch("query", "--index", index, "Second floor", "--all").returncode == 1


def test_what_a_folder_shares_does_not_depend_on_the_run(tmp_path: Path) -> None:
    paths = [str(tmp_path / f"{number}.txt") for number in range(5)]
    for number, path in enumerate(paths):
        Path(path).write_text(page(number), "utf-8")
    engine = BruteForceEngine()
    for path in paths[:3]:
        assert ingest([path], RULES, engine).added == 1
    report = ingest([str(tmp_path)], RULES, engine)  # the fourth document changes what the three are
    assert (report.added, report.updated) == (2, 3)
    report = ingest([paths[0]], RULES, engine)
    assert report.unchanged == 1 and not report.ingested
    assert learn_folders(paths, RULES) == learn_folders(reversed(paths), RULES)
    Path(paths[0]).unlink()
    Path(paths[1]).unlink()
    assert ingest([str(tmp_path)], RULES, engine).updated == 3  # too few are left to tell
