"""Aliases: which names a query treats as equal, which it does not, and which files of them are refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from natosearch.cli.options import read_aliases
from natosearch.errors import BadRules
from natosearch.query.occurrences import leaf_terms
from natosearch.query.parse import parse_query
from natosearch.query.stopwords import STOP_WORDS
from natosearch.query.tree import Same, Word
from natosearch.rules.aliases import load_aliases
from natosearch.text.words import fold_text, split_words
from tests.documents import ROOT

SHIPPED = load_aliases()


def others(typed: str, folder: str = "") -> set[str]:
    words = split_words(typed)
    found = load_aliases(folder).others(tuple(words.folded), written=tuple(words.written))
    return {" ".join(name) for name in found}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("KFOR", "Kosovo Force"),
        ("kfor", "Kosovo Force"),
        ("PfP", "Partnership for Peace"),
        ("BiH", "Bosnia and Herzegovina"),
        ("Türkiye", "Turkey"),
        ("Kyiv", "Kiev"),
        ("SACEUR", "Supreme Allied Commander Europe"),
        ("NAC", "North Atlantic Council"),
        ("OTAN", "NATO"),
        ("Zelensky", "Zelenskyy"),
        ("Qadhafi", "Gaddafi"),
        ("al-Qa'ida", "al-Qaeda"),
        ("Đukanović", "Djukanovic"),
        ("Daesh", "ISIS"),
        ("U.S.S.R.", "Soviet Union"),
        ("FYROM", "North Macedonia"),
        ("Stabilization Force", "SFOR"),
        ("Czechia", "Czech Republic"),
        ("UK", "United Kingdom"),
        ("USA", "United States"),
        ("ceasefire", "cease-fire"),
        ("Article V", "Article 5"),
    ],
)
def test_either_name_finds_the_other(one: str, other: str) -> None:
    assert fold_text(other) in others(one)
    assert fold_text(one) in others(other)


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("MAP", "Membership Action Plan"),
        ("MAP’s", "Membership Action Plan"),
        ("US", "United States"),
        ("U.S.", "United States"),
        ("UN", "United Nations"),
        ("START", "Strategic Arms Reduction Treaty"),
        ("SHAPE", "Supreme Headquarters Allied Powers Europe"),
        ("WHO", "World Health Organization"),
        ("9/11", "September 11"),
    ],
)
def test_a_name_that_is_a_word_too_is_expanded_in_its_capitals_and_never_looked_for(name: str, whole: str) -> None:
    assert fold_text(whole) in others(name)
    assert fold_text(name) not in others(whole)
    assert others(name.lower()) == (others(name) if name[0].isdigit() else set())


@pytest.mark.parametrize(
    "typed",
    ["us", "Us", "map", "Map", "maps", "MAPS", "start", "Start", "who", "un", "act", "Alliance", "Macedonia", "Kosovo war",
     "Allied Force", "Balkans", "Force", "", "Stoltenberg", "republic of korea"],
)  # fmt: skip
def test_what_has_no_other_name(typed: str) -> None:
    assert others(typed) == set()


def test_a_query_reads_every_name_however_long() -> None:
    alias = read_aliases(None)
    for words, group in SHIPPED.groups.items():
        known = () if group[words] else SHIPPED.others(words, written=words)
        if known:
            [asked] = parse_query(f'"{" ".join(words)}"', alias=alias).plan.scored
            assert isinstance(asked, Same), words
            named = [tuple(t.folded for t in leaf_terms(one) if isinstance(t, Word)) for one in asked.others]
            assert set(named).issuperset(known), words


def test_the_names_of_a_thing_are_those_of_each_of_them() -> None:
    assert others("Kiev") == {"kyiv"}
    for words, group in SHIPPED.groups.items():
        for other in SHIPPED.others(words, written=(group[words] or "x",)):
            assert set(SHIPPED.groups[other]) == set(group)
            assert 0 < len(other) <= SHIPPED.longest


def test_no_name_that_is_looked_for_is_a_stop_word_or_stands_there_twice() -> None:
    looked_for = [words for words, group in SHIPPED.groups.items() if not group[words]]
    assert not [words for words in looked_for if len(words) == 1 and (words[0] in STOP_WORDS or len(words[0]) < 2)]
    lines = (ROOT / "natosearch" / "data" / "aliases.toml").read_text("utf-8").splitlines()
    for line in (
        line.strip(" ,").strip("'\"") for line in lines if " / " in line and not line.lstrip().startswith("#")
    ):
        names = [fold_text(name) for name in line.split("',")[0].split(" / ")]
        assert len(set(names)) == len(names), line


def test_a_users_names_are_added(tmp_path: Path) -> None:
    (tmp_path / "aliases.toml").write_text(
        "same = ['Ruritania Force / RUFOR', 'Force du Kosovo / KFOR', 'Rapid Plan / =RAPID', 'Kiev / Kyiv']", "utf-8"
    )
    folder = str(tmp_path)
    assert others("RUFOR", folder) == {"ruritania force"}
    assert others("Kosovo Force", folder) == {"kfor", "force du kosovo"}
    assert others("RAPID", folder) == {"rapid plan"}
    assert others("rapid", folder) == set()
    assert others("Kyiv", folder) == {"kiev"}
    assert others("RUFOR") == set()


def test_a_folder_without_aliases_has_the_shipped_ones(tmp_path: Path) -> None:
    assert load_aliases(str(tmp_path)) == SHIPPED


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("some = []", "aliases: unknown key 'some'"),
        ("same = 3", "aliases: same: must be a list of texts"),
        ("same = ['A B / C', 3]", "aliases: same: must be a list of texts"),
        ("same = ['']", "aliases: same: must be a list of texts"),
        ("same = ['A1 / ']", "aliases: 'A1 / ': the name '' has no word"),
        ("same = ['A1 / =']", "aliases: 'A1 / =': the name '=' has no word"),
        ("same = ['A1 / …']", "aliases: 'A1 / …': the name '…' has no word"),
        ("same = ['A1']", "aliases: 'A1': a second name is missing"),
        ("same = ['A1 / a1']", "aliases: 'A1 / a1': a second name is missing"),
        ("same = ['A1 / B1', 'b1 / C1']", "aliases: 'b1 / C1': 'b1' stands in 'A1 / B1' already"),
        ("same = ['KFOR / SFOR']", "aliases: 'KFOR / SFOR': its names are those of 2 things already"),
        ("same = [", "not TOML"),
    ],
)
def test_a_mistake_is_named_with_its_file(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "aliases.toml").write_text(text, "utf-8")
    with pytest.raises(BadRules) as error:
        load_aliases(str(tmp_path))
    assert str(error.value).startswith(f"{tmp_path}/aliases.toml: {words}")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadRules, match="none: cannot be read"):
        load_aliases(str(tmp_path / "none"))


def test_a_query_need_not_load_what_reads_documents() -> None:
    code = "import sys, natosearch.rules.aliases as a; a.load_aliases(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not [name for name in loaded if name.startswith(("natosearch.rules.p", "natosearch.rules.t"))
                and name != "natosearch.rules.tables"]  # fmt: skip
