"""Rules of a user's own: laid over the shipped ones, and named when they are wrong."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from natosearch.errors import BadRules
from natosearch.rules import KINDS, Rules, load_rules
from natosearch.rules.aliases import load_aliases
from tests.documents import ROOT
from tests.program import natosearch, records


def own(folder: Path, **files: str) -> Rules:
    """The rules with these files in a user's folder."""
    for kind, text in files.items():
        (folder / f"{kind}.toml").write_text(text, "utf-8")
    return load_rules(str(folder))


def test_people_and_offices_grow(tmp_path: Path) -> None:
    people = own(
        tmp_path,
        people="""
            others = ["Ana Example", "Mark Laity", "Jens Stoltenberg"]   # two of them are shipped already
            [[office]]
            name = "Director of the Harbour School"
            bare = ["Director"]
            held = ["2020-05-01 Bo Sample", "2015-01-01 Petra Hartmann"]
            [[office]]
            name = "NATO Secretary General"
            also = ["Secretary General of all the Allies"]
            held = ["2034-10-01 Petra Hartmann"]
            [[nation]]
            name = "Ruritania"
            adjectives = ["Ruritanian"]
            [nation.held]
            "President" = ["2010-01-01 Rudolf Elphberg"]
            [[nation]]
            name = "Germany"
            [nation.held]
            "Chancellor" = ["2034 Ana Example"]
            [spellings]
            "Ana Example" = ["Anna Exampel"]
            "Jens Stoltenberg" = ["Jens Stoltenburg"]
        """,
    ).people

    def holder(office: str, date: str) -> str:
        person = people.holder(office, date)
        return person.name if person else ""

    assert holder("Director", "2016-03-02") == "Petra Hartmann" and holder("Director", "2021") == "Bo Sample"
    assert holder("Secretary General", "2016-03-02") == "Jens Stoltenberg"
    assert holder("Secretary General of all the Allies", "2035") == "Petra Hartmann"
    assert holder("Ruritanian President", "2016") == "Rudolf Elphberg"
    assert holder("German Chancellor", "2016-03-02") == "Angela Merkel"
    assert holder("German Chancellor", "2035") == "Ana Example"
    names = [mention.person.name for mention in people.find("Anna Exampel met Jens Stoltenburg and Mark Laity.")]
    assert names == ["Ana Example", "Jens Stoltenberg", "Mark Laity"]


def test_places_outlets_topics_and_furniture_grow(tmp_path: Path) -> None:
    rules = own(
        tmp_path,
        places="""
            [countries]
            Ruritania = ["Rurland"]
            Albania = ["Shqiperia", "Albanie"]
            [cities_of.Ruritania]
            Strelsau = []
            [venues_of.Strelsau]
            "Zenda Castle" = []
            [not_after]
            Strelsau = ["Duke of"]
        """,
        outlets="""
            [[group]]
            name = "Ruritania"
            [group.outlets]
            "Strelsau Gazette" = ["Gazette of Strelsau"]
            "Reuters" = ["Reuters Ruritania"]
        """,
        topics="""
            [[topic]]
            id = "ruritania"
            strong = ["Strelsau", "Zenda / Elphberg"]
            [[topic]]
            id = "kosovo-kfor"
            strong = ["=KFOR", "blue bridge / KFOR mission"]
        """,
        furniture='line = ["Royal Press Office", "Home"]\ntail = ["More from the palace"]',
    )
    assert rules.places.chain("Zenda Castle") == ("Zenda Castle", "Strelsau", "Ruritania")
    assert rules.places.mentions("In Rurland and in Shqiperia.") == ("Ruritania", "Albania")
    assert rules.places.mentions("The Duke of Strelsau left.") == ()
    assert [name for _, _, name in rules.outlets.find("Gazette of Strelsau and Reuters Ruritania")] == [
        "Strelsau Gazette",
        "Reuters",
    ]
    assert rules.topics.topics("They met in Zenda and stayed there all night.") == ("ruritania",)
    assert rules.topics.topics("They walked over the blue bridge in the night.") == ("kosovo-kfor",)
    assert rules.furniture.is_furniture("ROYAL PRESS OFFICE") and rules.furniture.opens_tail("More from the palace")
    assert rules.furniture.is_furniture("Skip to main content") and rules.furniture.opens_tail("Check Also")


def test_what_is_shipped_may_be_said_again(tmp_path: Path) -> None:
    data = ROOT / "natosearch" / "data"
    for file in data.glob("*.toml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    again, shipped = load_rules(str(tmp_path)), load_rules()
    assert again.topics.entries == shipped.topics.entries and again.furniture == shipped.furniture
    assert list(again.places) == list(shipped.places)
    for office, date in (("NATO Secretary General", "2016-03-02"), ("President of France", "2010"), ("SACEUR", "2010")):
        assert again.people.holder(office, date) == shipped.people.holder(office, date) is not None


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("people", "othres = []", "unknown key 'othres'"),
        ("people", 'others = "Ana Example"', "people: others: must be a list of texts"),
        ("people", 'others = ["Madonna"]', "'Madonna' is not a full name"),
        ("people", "others = [", "not TOML"),
        ("people", "[[office]]\nheld = []", "office: name: a text is missing"),
        ("people", "[office]\nname = 'X Y'", "office: must be a list of tables"),
        (
            "people",
            "[[office]]\nname = 'Harbour Master'\nbare = ['SACEUR']",
            "office 'Harbour Master': 'SACEUR' is a name of",
        ),
        (
            "people",
            "[[office]]\nname = 'Harbour Master'\nheld = ['2.3.2016 Ana Example']",
            "office 'Harbour Master': '2.3.2016",
        ),
        (
            "people",
            "[[office]]\nname = 'NATO Secretary General'\nheld = 3",
            "office 'NATO Secretary General': held: must",
        ),
        (
            "people",
            "[[nation]]\nname = 'Ruritania'\n[nation.held]\nKing = ['2010 A B']",
            "nation 'Ruritania': unknown post 'King'",
        ),
        ("people", "[spellings]\n'Nobody Known' = ['X Y']", "'Nobody Known' is neither in an office nor in others"),
        ("places", "countries = 3", "places: countries: must be a table"),
        ("places", "[countries]\nRuritania = 'Rurland'", "place 'Ruritania': must be a list"),
        ("places", "[cities_of.Ruritania]\nStrelsau = []", "place 'Strelsau': lies in 'Ruritania'"),
        ("places", "[spelling]\nexakt = []", "unknown key 'exakt'"),
        ("topics", "[[topic]]\nname = 'x'", "topic: id: a text is missing"),
        ("topics", "[[topic]]\nid = 'A B'", "'id' must be lower-case words"),
        ("topics", "[[topic]]\nid = 'x'\nstrong = ['a /']", "topic 'x': phrase 'a /'"),
        ("topics", "[[topic]]\nid = 'kosovo-kfor'\nstrong = 3", "topic 'kosovo-kfor': strong: must be a list"),
        ("outlets", "[[group]]\nname = 'x'\noutlets = 3", "group 'x': outlets: must be a table"),
        ("outlets", "[[group]]\nname = 'x'\nclosed = ['Y']", "closed: 'Y' is no outlet"),
        ("furniture", "lines = []", "unknown list 'lines'"),
        ("furniture", "line = 'Home'", "furniture: line: must be a list of texts"),
    ],
)
def test_a_mistake_is_named_with_its_file(tmp_path: Path, kind: str, text: str, words: str) -> None:
    with pytest.raises(BadRules) as error:
        own(tmp_path, **{kind: text})
    message = str(error.value)
    assert message.startswith(f"{tmp_path}/{kind}.toml: ") and words in message and "\n" not in message


def test_a_file_of_rules_is_a_file_of_some_size(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "people.toml")
    with pytest.raises(BadRules, match="not a regular file"):
        load_rules(str(tmp_path))
    (tmp_path / "people.toml").unlink()
    with pytest.raises(BadRules, match="larger than 2 MB"):
        own(tmp_path, people="#" * (2 << 20) + "#")
    with pytest.raises(BadRules, match="too deep"):
        own(tmp_path, people="a = " + "[" * 50_000)


def test_the_version_changes_with_the_files(tmp_path: Path) -> None:
    versions = [load_rules().version, load_rules(str(tmp_path)).version]
    assert versions[0] == versions[1]
    load_rules.cache_clear()
    versions.append(own(tmp_path, furniture='line = ["Royal Press Office"]').version)
    load_rules.cache_clear()
    versions.append(own(tmp_path, furniture='line = ["Royal Press Offices"]').version)
    assert len(set(versions[1:])) == 3


def test_the_version_does_not_change_with_aliases(tmp_path: Path) -> None:
    shipped = load_rules()
    load_rules.cache_clear()
    rules = own(tmp_path, aliases="same = ['Ruritania Force / RUFOR']")
    assert (rules.version, rules.strays) == (shipped.version, ())


DOCUMENT = (
    "Remarks in Strelsau\n\nI thank you for coming. We have a long evening in front of us, and I want to begin.\n"
)


def test_the_program_takes_a_folder_of_rules_from_three_places(tmp_path: Path, index: str) -> None:
    for folder in ("rules", "config/natosearch/rules"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "places.toml").write_text(
            "[countries]\nRuritania = ['Rurland']\n[cities_of.Ruritania]\nStrelsau = []\n"
        )
    (tmp_path / "a.txt").write_text(DOCUMENT, "utf-8")
    named, variable = ["--rules", str(tmp_path / "rules")], {"NATOSEARCH_RULES": str(tmp_path / "rules")}
    config = {"XDG_CONFIG_HOME": str(tmp_path / "config")}
    for arguments, environment in ((named, {"LANG": "C"}), ([], variable), ([], config)):
        shown = natosearch("inspect", "--json", str(tmp_path / "a.txt"), *arguments, cwd=tmp_path, **environment)
        assert records(shown.stdout)[0]["place"] == ["Strelsau", "Ruritania"]
    assert natosearch("ingest", "--index", index, str(tmp_path / "a.txt"), *named).returncode == 0
    found = natosearch("query", "--index", index, "evening", "--place", "Rurland", cwd=tmp_path, **variable)
    assert found.returncode == 0 and "Strelsau, Ruritania" in found.stdout
    assert natosearch("query", "--index", index, "evening", "--place", "Rurland").returncode == 1


def test_what_is_wrong_with_a_folder_of_rules_is_said(tmp_path: Path, index: str) -> None:
    (tmp_path / "a.txt").write_text(DOCUMENT, "utf-8")
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "place.toml").write_text("")
    done = natosearch("ingest", "--index", index, str(tmp_path / "a.txt"), "--rules", str(tmp_path / "rules"))
    assert done.returncode == 0 and re.match(
        r"natosearch: .*/place\.toml: not read; files of rules are people\.toml", done.stderr
    )
    done = natosearch("ingest", "--index", index, str(tmp_path / "a.txt"), "--rules", str(tmp_path / "none"))
    assert (done.returncode, done.stdout) == (2, "") and "/none: cannot be read: No such file" in done.stderr


def test_the_examples_in_the_documentation_are_rules(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "rules.md").read_text("utf-8")
    examples = re.findall(r"^`(\w+)\.toml`:.*?```toml\n(.*?)```", text, re.DOTALL | re.MULTILINE)
    assert {kind for kind, _ in examples} == set(KINDS)
    rules = own(tmp_path, **dict(examples))
    holder = rules.people.holder("Ruritanian President", "2024-05-01")
    assert holder and holder.name == "Rudolf Elphberg"
    assert rules.places.chain("Zenda Castle") == ("Zenda Castle", "Strelsau", "Ruritania")
    assert "ruritania" in rules.topics.ids and rules.furniture.is_furniture("Royal Press Office")
    assert rules.outlets.find("Gazette of Strelsau")[0][2] == "Strelsau Gazette"
    assert load_aliases(str(tmp_path)).others(("rapid",), written=("RAPID",)) == (("ruritania", "action", "plan"),)
