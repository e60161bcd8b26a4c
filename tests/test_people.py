"""People, offices and outlets: what is found in a text, and what must not be."""

from __future__ import annotations

import copy
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natosearch.errors import BadRules
from natosearch.rules.people.file import parse_people
from natosearch.rules.people.outlets import Outlets, parse_outlets
from natosearch.rules.people.people import People

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parents[1]
DATA = ROOT / "natosearch" / "data"
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def read_table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
    return table


@pytest.fixture(scope="module")
def people() -> People:
    return parse_people(read_table("people"))


@pytest.fixture(scope="module")
def outlets() -> Outlets:
    return parse_outlets(read_table("outlets"))


NAMES_FOUND = [
    ("I spoke with Jens Stoltenberg today.", [("Jens Stoltenberg", "Jens Stoltenberg")]),
    (
        "Jens Stoltenberg’s visit, JENS STOLTENBERG's words",
        [("Jens Stoltenberg", "Jens Stoltenberg"), ("JENS STOLTENBERG", "Jens Stoltenberg")],
    ),
    ("Antony J. Blinken", [("Antony J. Blinken", "Antony Blinken")]),
    ("Antony\u00a0J.\u00a0 Blinken", [("Antony\u00a0J.\u00a0 Blinken", "Antony Blinken")]),
    ("General Wesley K.\nClark said", [("Wesley K.\nClark", "Wesley Clark")]),
    (
        "Vojislav Kostunica and Zoran Djindjic",
        [("Vojislav Kostunica", "Vojislav Koštunica"), ("Zoran Djindjic", "Zoran Đinđić")],
    ),
    ("Goetz Gliemeroth", [("Goetz Gliemeroth", "Götz Gliemeroth")]),
    (
        "Jaap de Hoop Scheffer, JAAP DE HOOP SCHEFFER",
        [("Jaap de Hoop Scheffer", "Jaap de Hoop Scheffer"), ("JAAP DE HOOP SCHEFFER", "Jaap de Hoop Scheffer")],
    ),
    (
        "Lord Robertson and George Robertson",
        [("Lord Robertson", "Lord Robertson"), ("George Robertson", "Lord Robertson")],
    ),
    (
        "George W. Bush, George H.W. Bush, George H. W. Bush",
        [
            ("George W. Bush", "George W. Bush"),
            ("George H.W. Bush", "George H. W. Bush"),
            ("George H. W. Bush", "George H. W. Bush"),
        ],
    ),
    (
        "Bill Clinton and Hillary Rodham Clinton",
        [("Bill Clinton", "Bill Clinton"), ("Hillary Rodham Clinton", "Hillary Clinton")],
    ),
    ("J.D. Vance, JD Vance", [("J.D. Vance", "JD Vance"), ("JD Vance", "JD Vance")]),
    ("Volodymyr Zelensky", [("Volodymyr Zelensky", "Volodymyr Zelenskyy")]),
    ("Dimitar Kovac\u030cevski", [("Dimitar Kovac\u030cevski", "Dimitar Kovačevski")]),
]
NAMES_NOT_FOUND = [
    "George Bush spoke first.",  # father or son
    "Senator John Kennedy of Louisiana",
    "jens stoltenberg",
    "Stoltenberg",
    "It was sent to Jens. Stoltenberg knows it.",
    "We met Jens\n\nStoltenberg",
    "Antony, Blinken and others",
    "George X. Bush",
    "mark rutte’s, the Mark. Rutte",
    "John A. Allen",
]


@pytest.mark.parametrize(("text", "expected"), NAMES_FOUND)
def test_full_names_are_found(people: People, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[m.start : m.end], m.person.name) for m in people.find(text)] == expected


@pytest.mark.parametrize("text", NAMES_NOT_FOUND)
def test_no_name_is_found(people: People, text: str) -> None:
    assert people.find(text) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("General Wesley Clark", "Wesley Clark"),
        ("Lord Robertson", "Lord Robertson"),
        ("lord robertson", "Lord Robertson"),
        ("Mr. Rob Bauer", "Rob Bauer"),
        ("Lt. Gen. Sir Mike Jackson", "Mike Jackson"),
        ("ANDERS FOGH RASMUSSEN", "Anders Fogh Rasmussen"),
        ("Vjosa Osmani-Sadriu", "Vjosa Osmani"),
        ("Ban Ki-moon", "Ban Ki-moon"),
        ("George Bush", None),
        ("Stoltenberg", None),
        ("General", None),
        ("", None),
        ("Jens Stoltenberg and Mark Rutte", None),
        ("Minister Jens Stoltenberg", None),
        ("Jens", None),
    ],
)
def test_by_name(people: People, name: str, expected: str | None) -> None:
    person = people.by_name(name)
    assert (person and person.name) == expected


@pytest.mark.parametrize(
    ("surname", "date", "first"),
    [
        ("Robertson", None, "Lord Robertson"),
        ("Rasmussen", "2010-11-15", "Anders Fogh Rasmussen"),
        ("RASMUSSEN", "2016-05", "Lars Løkke Rasmussen"),
        ("Bush", "1990-08-02", "George H. W. Bush"),
        ("Bush", "2002", "George W. Bush"),
        ("Clinton", "1999-04-20", "Bill Clinton"),
        ("Clinton", "2010-04-20", "Hillary Clinton"),
        ("Scheffer", "2005-01-01", "Jaap de Hoop Scheffer"),
        ("de Hoop Scheffer", None, "Jaap de Hoop Scheffer"),
        ("Osmani", "2023-03-01", "Vjosa Osmani"),
        ("Krivokapic", "2021-06-01", "Zdravko Krivokapić"),
        ("Krivokapić", "2022-06-01", "Ranko Krivokapić"),
        ("Papandreou", "1987-03-27", "Andreas Papandreou"),
        ("Papandreou", "2010", "George Papandreou"),
        ("Mitsotakis", "2022", "Kyriakos Mitsotakis"),
        ("Stoltenberg", "1990", "Gerhard Stoltenberg"),
        ("Ban", "2010", "Ban Ki-moon"),
    ],
)
def test_by_surname_puts_those_in_office_first(people: People, surname: str, date: str | None, first: str) -> None:
    assert people.by_surname(surname, date)[0].name == first


@pytest.mark.parametrize("surname", ["Nobody", "", "Jens", "Ki-moon", "General"])
def test_no_such_surname(people: People, surname: str) -> None:
    assert people.by_surname(surname, None) == ()


@pytest.mark.parametrize(
    ("office", "date", "holder"),
    [
        ("Secretary General", "1999-10-14", "Lord Robertson"),
        ("Secretary-General", "2023", "Jens Stoltenberg"),
        ("the Secretary General", "2025-03", "Mark Rutte"),
        ("SECRETARY GENERAL", "2012-06-14", "Anders Fogh Rasmussen"),
        ("S.G.", "2012-01-01", "Anders Fogh Rasmussen"),
        ("Secretary General, NATO", "2002-11-27", "Lord Robertson"),
        ("NATO’s Secretary General", "2002-11-27", "Lord Robertson"),
        ("UN Secretary-General", "2003-01-01", "Kofi Annan"),
        ("Secretary General of the United Nations", "2003-01-01", "Kofi Annan"),
        ("OSCE Secretary General", "2013-01-01", "Lamberto Zannier"),
        ("Deputy Secretary General", "2020", "Mircea Geoană"),
        ("SACEUR", "2002-07-11", "Joseph Ralston"),
        ("Supreme Allied Commander Europe", "1999-04-01", "Wesley Clark"),
        ("KFOR Commander", "2020-01-30", "Michele Risi"),
        ("COMKFOR", "2025-10-03", "Özkan Ulutaş"),
        ("Secretary of State", "2022-04-06", "Antony Blinken"),
        ("U.S. Defense Secretary", "2010", "Robert Gates"),
        ("British Defence Secretary", "1999-05-17", "Lord Robertson"),
        ("Prime Minister of Australia", "1999-02-20", "John Howard"),
        ("Australian Prime Minister", "2012-10-14", "Julia Gillard"),
        ("President of the Republic of Serbia", "2021", "Aleksandar Vučić"),
        ("Kosovo's Prime Minister", "2022", "Albin Kurti"),
        ("Minister of Foreign Affairs of North Macedonia", "2022", "Bujar Osmani"),
        ("Yugoslav Foreign Minister", "2002-11-27", "Goran Svilanović"),
        ("President of the United States", "2021-06-14", "Joe Biden"),
    ],
)
def test_holder(people: People, office: str, date: str, holder: str) -> None:
    person = people.holder(office, date)
    assert person is not None
    assert person.name == holder


@pytest.mark.parametrize(
    ("office", "date"),
    [
        ("Secretary General", "2024"),  # two that year
        ("Secretary General", "1999-10-10"),  # between two
        ("Secretary General", None),
        ("Secretary General", "1940-01-01"),
        ("Secretary General", "20 October 2001"),
        ("Secretary General", "2023-13"),
        ("former Secretary General", "2005-01-01"),
        ("Secretary General of the League", "2005-01-01"),
        ("Secretary General of the Arab League", "2005-01-01"),
        ("British Secretary of State", "2010-01-01"),
        ("Prime Minister", "2002-01-01"),
        ("President", "2002-01-01"),
        ("Foreign Minister", "2002-01-01"),
        ("Prime Minister of Australia", "2013"),
        ("Prime Minister of Atlantis", "2013"),
        ("SHAPE Spokesman", "1999-05-01"),  # several at a time
        ("Secretary General and SACEUR", "2002-01-01"),
        ("sg", "2012-01-01"),
        ("", "2012-01-01"),
    ],
)
def test_nobody_certain_holds_it(people: People, office: str, date: str | None) -> None:
    assert people.holder(office, date) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Prime Minister of Albania, Edi Rama", ["Prime Minister of Albania"]),
        ("Serbian President Aleksandar Vučić", ["President of Serbia"]),
        ("NATO secretary general Mark Rutte", ["NATO Secretary General"]),
        ("the OSCE Secretary General and UN Secretary-General", ["OSCE Secretary General", "UN Secretary-General"]),
        ("PRIME MINISTER:", ["Prime Minister"]),
        ("Prime Minister\nof the Republic of North Macedonia", ["Prime Minister of North Macedonia"]),
        ("the former Secretary General", []),
        ("the ex-Secretary General", []),
        ("ICRC Secretary General", []),
        ("Secretary General of the Party", []),
        ("a general secretary", []),
        ("the president of the company", []),
        ("President of the American people", ["President"]),
        ("under the sg rules", []),
    ],
)
def test_offices_are_found(people: People, text: str, expected: list[str]) -> None:
    assert [m.office.name for m in people.find_offices(text)] == expected


@pytest.mark.parametrize(
    ("label", "title", "name"),
    [
        ("Secretary General Jens Stoltenberg", "Secretary General", "Jens Stoltenberg"),
        (
            "Admiral Rob Bauer (Chair of the NATO Military Committee)",
            "Admiral, Chair of the NATO Military Committee",
            "Rob Bauer",
        ),
        ("Lord Robertson (Secretary General, NATO)", "Secretary General, NATO", "Lord Robertson"),
        ("JENS STOLTENBERG, NATO SECRETARY GENERAL:", "NATO SECRETARY GENERAL", "JENS STOLTENBERG"),
        ("Mr Shea", "Mr", "Shea"),
        ("S.G. RASMUSSEN", "S.G", "RASMUSSEN"),
        ("SECRETARY GENERAL", "SECRETARY GENERAL", ""),
        ("Secretary General, NATO", "Secretary General, NATO", ""),
        ("SECRETARY BLINKEN", "SECRETARY", "BLINKEN"),
        ("Prime Minister Major", "Prime Minister", "Major"),
        ("Major General Michele Risi", "Major General", "Michele Risi"),
        ("Secretary General de Hoop Scheffer", "Secretary General", "de Hoop Scheffer"),
        (
            "Prime Minister of North Macedonia Dimitar Kovačevski",
            "Prime Minister of North Macedonia",
            "Dimitar Kovačevski",
        ),
        ("Minister of Fisheries Marko Petric", "Minister of Fisheries", "Marko Petric"),
        (
            "Chairman of the NATO Military Committee, General Petr Pavel",
            "Chairman of the NATO Military Committee, General",
            "Petr Pavel",
        ),
        ("Moderator (Hans Klein)", "Moderator", "Hans Klein"),
        ("The Hon. Julia Gillard MP", "The Hon, MP", "Julia Gillard"),
        ("Simon Hartley, Reuters", "Reuters", "Simon Hartley"),
        ("Tony Blair Faith Foundation", "", "Tony Blair Faith Foundation"),
        ("Senior Administration Official", "Senior Administration Official", ""),
        ("George Bush", "", "George Bush"),
        ("", "", ""),
    ],
)
def test_strip_titles(people: People, label: str, title: str, name: str) -> None:
    assert people.strip_titles(label) == (title, name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dan from Reuters.", ["Reuters"]),
        ("Q (AP): and AFP?", ["Associated Press", "Agence France-Presse"]),
        ("Vecernje Novosti, Večernje novosti", ["Večernje novosti", "Večernje novosti"]),
        ("RTS, TV Avala, FTV Sarajevo, RTK", ["RTS", "TV Avala", "FTV", "RTK"]),
        ("the New York Times and the Washington Post", ["The New York Times", "The Washington Post"]),
        ("Slobodna Evropa", ["Radio Slobodna Evropa"]),
        ("Laura, from The Australian.", ["The Australian"]),
        ("the BBC’s man", ["BBC"]),
        ("Jane's Defence Weekly", ["Jane's Defence Weekly"]),
        ("Bloomberg News", ["Bloomberg"]),
    ],
)
def test_outlets_are_found(outlets: Outlets, text: str, expected: list[str]) -> None:
    assert [name for _, _, name in outlets.find(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "reuters, ap, rts and blic",
        "an Ap of theirs",
        "The Australian Prime Minister",
        "The Independent Commission",
        "Jane’s question",
        "our foreign policy and Foreign Policy",
        "time, the times, our guardian, a dan, the monitor",
        "The DPA is a law",
        "Dr. Karzai, DR. KARZAI",
    ],
)
def test_no_outlet_is_found(outlets: Outlets, text: str) -> None:
    assert outlets.find(text) == []


@given(text=st.text(alphabet="JensStoltenberg LordRobertson.W-'’ \n\u00a0BushGeorgeSGNATO,(APReuters)čĐ", max_size=120))
def test_spans_lie_in_order_inside_the_text(people: People, outlets: Outlets, text: str) -> None:
    for spans in (people.find(text), people.find_offices(text), outlets.find(text)):
        ends = [0, *(edge for span in spans for edge in span[:2]), len(text)]
        assert ends == sorted(ends)
    title, name = people.strip_titles(text)
    assert name in text
    assert all(piece in text for piece in title.split(", "))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_seeds_name_the_secretary_general(people: People, path: Path) -> None:
    text = path.read_text(encoding="utf-8-sig")
    assert "Jens Stoltenberg" in {m.person.name for m in people.find(text)}


def small_table() -> dict[str, Any]:
    return {
        "posts": {"Prime Minister": ["Premier"]},
        "office": [{"name": "Head of X", "source": "x.int", "held": ["2001-01 Ann One", "2003..2004 Bob Two"]}],
        "nation": [
            {
                "name": "Ruritania",
                "adjectives": ["Ruritanian"],
                "source": "s",
                "held": {"Prime Minister": ["1999 Cy Three"]},
            }
        ],
        "spellings": {"Ann One": ["Annie One"]},
    }


def test_partial_dates_name_nobody_around_them() -> None:
    small = parse_people(small_table())
    days = ["2000-12-31", "2001-01-15", "2001-02-01", "2002-12-31", "2003-05-01", "2004-05-01"]
    holders = [small.holder("Head of X", day) for day in days]
    assert [who and who.name for who in holders] == [None, None, "Ann One", "Ann One", None, None]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda t: t.pop("posts"), "people: missing key 'posts'"),
        (lambda t: t.update(offce=[]), "people: unknown key 'offce'"),
        (lambda t: t["office"][0].update(hold=[]), "office 'Head of X': unknown key 'hold'"),
        (lambda t: t["office"][0].pop("source"), "office 'Head of X': missing key 'source'"),
        (lambda t: t["office"][0].update(unique="yes"), "office 'Head of X': 'unique' must be true or false"),
        (lambda t: t["office"][0].update(also="Boss"), "office 'Head of X': must be a list of texts"),
        (lambda t: t["office"].append(dict(t["office"][0])), "office 'Head of X': defined twice"),
        (
            lambda t: t["office"][0].update(also=["Premier"]),
            "office 'Head of X': 'Premier' is a name of Prime Minister already",
        ),
        (
            lambda t: t["office"][0].update(held=["Ann One"]),
            "office 'Head of X': 'Ann One' is not 'SINCE Name' or 'SINCE..UNTIL Name'",
        ),
        (
            lambda t: t["office"][0].update(held=["2001-13 Ann One"]),
            "office 'Head of X': '2001-13 Ann One' has no ISO date",
        ),
        (
            lambda t: t["office"][0].update(held=["2003 Ann One", "2001 Bob Two"]),
            "office 'Head of X': Ann One ends at 2001 before 2003",
        ),
        (
            lambda t: t["office"][0].update(held=["2001..2004 Ann One", "2003 Bob Two"]),
            "office 'Head of X': Ann One overlaps the next",
        ),
        (lambda t: t["nation"][0]["held"].update(King=[]), "nation 'Ruritania': unknown post 'King'"),
        (
            lambda t: t["nation"].append(copy.deepcopy(t["nation"][0])),
            "nation 'Ruritania': 'Ruritania' is a name of Ruritania already",
        ),
        (
            lambda t: t["spellings"].update({"Dee Four": []}),
            "spellings: 'Dee Four' is neither in an office nor in others",
        ),
        (
            lambda t: t["spellings"].update({"Bob Two": ["Annie One"]}),
            "person 'Bob Two': 'Annie One' is a spelling of Ann One already",
        ),
        (lambda t: t["spellings"].update({"Bob Two": ["Two"]}), "person 'Bob Two': 'Two' is not a full name"),
        (lambda t: t.update(others=["Ann One"]), "others: 'Ann One' already holds an office"),
        (lambda t: t.update(others=["Ed Five", "Ed Five"]), "others: 'Ed Five' stands there twice"),
        (
            lambda t: t.update(archive=[{"form": ["ID:"], "office": "King of X", "source": "s"}]),
            "archive: 'King of X' is no office",
        ),
        (
            lambda t: t.update(archive=[{"form": [], "office": "Head of X", "source": "s"}]),
            "archive: 'form' is empty",
        ),
        (lambda t: t.update(archive=[{"form": ["ID:"], "office": "Head of X"}]), "archive: missing key 'source'"),
        (lambda t: t.update(common="Smith"), "common: must be a list of texts"),
        (lambda t: t.update(office={}), "office: must be a list of tables"),
    ],
)
def test_bad_people_are_refused(change: Any, message: str) -> None:
    table = small_table()
    change(table)
    with pytest.raises(BadRules) as error:
        parse_people(table)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("group", "message"),
    [
        ({"name": "a", "outlets": {"AP": [], "Reuters": ["AP"]}}, "outlet 'Reuters': 'AP' is a name of AP already"),
        ({"name": "a", "outlets": {"AP": []}, "clsd": []}, "group 'a': unknown key 'clsd'"),
        ({"name": "a", "outlets": {"AP": []}, "closed": ["UP"]}, "group 'a': closed: 'UP' is no outlet of this group"),
        ({"name": "a", "outlets": {"AP": "A"}}, "outlet 'AP': must be a list of texts"),
        ({"outlets": {}}, "group: a text is missing"),
    ],
)
def test_bad_outlets_are_refused(group: dict[str, Any], message: str) -> None:
    with pytest.raises(BadRules) as error:
        parse_outlets({"group": [group]})
    assert str(error.value) == message
