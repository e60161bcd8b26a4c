"""Places in text: what counts as a mention, what does not, and what a broken file of places says."""

from __future__ import annotations

import copy
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natosearch.errors import BadRules
from natosearch.rules.places.file import parse_places
from natosearch.rules.places.gazetteer import KINDS
from natosearch.rules.places.places import Places

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parent.parent
TABLE = tomllib.loads((ROOT / "natosearch" / "data" / "places.toml").read_text(encoding="utf-8"))
PLACES = parse_places(TABLE)

MENTIONED = [
    ("We met in Skopje and Tirana.", ["Skopje", "Tirana"]),
    ("Kosovo’s soil, Belgrade's path, the Balkans' future", ["Kosovo", "Belgrade", "Balkans"]),
    ("the former Yugoslav Republic of Macedonia", ["North Macedonia"]),
    ("in the Former Yugoslav\nRepublic of Macedonia", ["North Macedonia"]),
    ("BiH, Bosnia, Bosnia-Herzegovina, Bosnia & Herzegovina", ["Bosnia and Herzegovina"]),
    ("TURKEY AND GREECE MEET", ["Türkiye", "Greece"]),
    ("the U.S. has said it; the US, too; in the UK.", ["United States", "United Kingdom"]),
    ("He left the U.S. It was late.", ["United States"]),
    ("between the US and Iran", ["United States", "Iran"]),
    ("the Western Balkans", ["Western Balkans"]),
    ("the western Balkans and the Balkans", ["Western Balkans", "Balkans"]),
    ("in the Western Balkan region", ["Western Balkans"]),
    ("in Eastern and Southeastern Europe", ["Eastern Europe", "Southeastern Europe"]),
    ("North and South Korea", ["North Korea", "South Korea"]),
    ("the Madrid Summit, the Paris Conference, the NATO Washington Summit", ["Madrid", "Paris", "Washington"]),
    ("Washington, D.C. and Washington, DC", ["Washington"]),
    ("in Peć/Peja and in Gjakova/Djakovica", ["Peja", "Gjakova"]),
    ("the Adriatic sea, the Aegean, the Mediterranean.", ["Adriatic Sea", "Aegean Sea", "Mediterranean Sea"]),
    ("I was at Bondsteel; Camp Film City; KFOR in Mitrovica", ["Camp Bondsteel", "Camp Film City", "Mitrovica"]),
    ("the Belgrade-Pristina agreement", ["Belgrade", "Pristina"]),
    ("the pier in Bar, the ferry to Split and a train from Niš(?)", ["Bar", "Split", "Niš"]),
    ("the Prime Minister of Georgia, in Tbilisi", ["Georgia", "Tbilisi"]),
    ("In Georgia, Jordan and Chad", ["Georgia", "Jordan", "Chad"]),
    ("the north of Kosovo, northern Syria", ["Kosovo", "Syria"]),
    ("in Uruzgan province, from Tarin Kowt", ["Uruzgan", "Tarin Kot"]),
    ("the summit in The Hague", ["The Hague"]),
    ("troops to Kosovo (KFOR), under Resolution 1244", ["Kosovo"]),
    ("Republika Srpska, or Srpska Republic", ["Republika Srpska"]),
    ("in the Indo-Pacific region, the Gulf and the Baltics", ["Indo-Pacific", "Persian Gulf", "Baltic states"]),
    ("Montre\u0301al; Kra\u0301kow", ["Montreal", "Kraków"]),
    ("Sanski Most, Bratunac and Čaglavica", ["Sanski Most", "Bratunac", "Čaglavica"]),
    ("from Chasiv Yar to Vovchansk, and the Kerch Bridge", ["Chasiv Yar", "Vovchansk", "Kerch Bridge"]),
    ("in Garmser, Gereshk and at Camp Dwyer", ["Garmsir", "Gereshk", "Camp Dwyer"]),
    ("we landed in Austin", ["Austin"]),
    ("the Secretary General - Kabul", ["Kabul"]),
    ("the United States has said it", ["United States"]),
]


@pytest.mark.parametrize(("text", "names"), MENTIONED)
def test_mentions(text: str, names: list[str]) -> None:
    assert list(PLACES.mentions(text)) == names


NOT_MENTIONED = [
    "Russian troops, Kosovar Albanians, Serbs, a Balkan mission, European security",
    "U.S. troops, UK forces, US and British soldiers, the U.S.-led coalition, US and UK troops",
    "tell us more, and TELL US MORE",
    "the Washington Treaty, the NATO-Russia Council, the Dayton Peace Agreement, the Vienna Document",
    "the Helsinki Final Act and Berlin Plus; Euro-Atlantic security",
    "the Supreme Allied Commander Europe, and the Supreme Allied Commander, Europe",
    "the Bank of England, the University of Tirana, the Council of Europe",
    "the New York Times, the Washington Post, Voice of America, Radio Free Europe, Radio Kosovo, Euronews Albania",
    "a reporter whom nobody knew had come from the Washington\nPost and asked",
    "Michael Jordan, Paris Hilton, Ms Kosovo, Secretary Austin, George Washington, Milan Kučan, Farah Dakhlallah",
    "Gen. Jordan and President Jordan",
    "a bar, a nice split, the mali, turkey with china in jersey",
    "Bar the door. Nice to see you. Split it.",
    "the Ohrid Agreement, the Minsk agreements, the Kyoto Protocol",
    "Indo-Pacific partners, Baltic air policing, Mediterranean Dialogue",
    "he spoke at the White House, the Pentagon and NATO Headquarters",
    "see https://www.example.org/Kosovo-Serbia/Ukraine and mail x@Kosovo.org",
    "USS Chicago and HMAS Sydney",
    "William Hague said",
    "reporters of Rustavi 2, Pam Bondi and Prince al-Sabah; Ben Rhodes",
    "Lloyd Austin came. Later Austin said so at the Pentagon.",
    "the United States Government and the United States Ambassador",
    "aboard Air Force One, at SHAPE and at the Wilson Center; in good shape",
    "",
]


@pytest.mark.parametrize("text", NOT_MENTIONED)
def test_what_is_no_mention(text: str) -> None:
    assert PLACES.mentions(text) == ()


def test_the_other_georgia_is_not_the_country() -> None:
    assert "Georgia" not in PLACES.mentions("In Atlanta, Georgia, and in Alabama")


def test_a_town_in_an_american_state_is_another_town() -> None:
    assert PLACES.mentions("in Paris, Texas") == ("Texas",)


def test_lines_of_a_header_are_no_sentence() -> None:
    assert PLACES.mentions("by the Secretary General\nPristina\nNews\n") == ("Pristina",)


def test_find_gives_spans_without_the_possessive() -> None:
    text = "At NATO HQ, Pristina’s\nanswer to Washington, D.C."
    found = PLACES.find(text)
    assert [(text[m.start : m.end], m.name) for m in found] == [
        ("NATO HQ", "NATO Headquarters"),
        ("Pristina", "Pristina"),
        ("Washington, D.C.", "Washington"),
    ]


CHAINS = [
    ("Skopje", ("Skopje", "North Macedonia")),
    ("NATO HQ", ("NATO Headquarters", "Brussels", "Belgium")),
    ("oval office", ("White House", "Washington", "United States")),
    ("the Netherlands", ("Netherlands",)),
    ("Republic of Serbia", ("Serbia",)),
    ("TURKIYE", ("Türkiye",)),
    ("Prishtinë", ("Pristina", "Kosovo")),
    ("Parliament House", ("Parliament House", "Canberra", "Australia")),
    ("Kiev", ("Kyiv", "Ukraine")),
    ("Black Sea", ("Black Sea",)),
    ("Atlantis", ()),
    ("Washington Treaty", ()),
    ("D.C.", ("Washington", "United States")),
    ("Air Force One", ("Aboard Air Force One",)),
    ("RAAF BASE, FAIRBAIRN", ("RAAF Base Fairbairn", "Canberra", "Australia")),
    ("SHAPE", ("SHAPE Headquarters", "Mons", "Belgium")),
    ("", ()),
]


@pytest.mark.parametrize(("name", "chain"), CHAINS)
def test_chain(name: str, chain: tuple[str, ...]) -> None:
    assert PLACES.chain(name) == chain


def test_every_name_leads_to_its_place() -> None:
    for place in PLACES:
        assert place.kind in KINDS
        assert all(PLACES.get(name) == place for name in (place.name, *place.also))
        assert PLACES.chain(place.name)[0] == place.name


SEED_MENTIONS = {
    "000": [
        "Skopje",
        "Western Balkans",
        "North Macedonia",
        "Washington",
        "Ukraine",
        "Bosnia and Herzegovina",
        "Kosovo",
    ],
    "003": ["Pristina", "Brussels", "Western Balkans", "Banjska", "Serbia", "North Macedonia", "Sarajevo"],
}


@pytest.mark.parametrize("seed", SEED_MENTIONS)
def test_seeds(seed: str) -> None:
    text = next((ROOT / "seeds").glob(f"{seed}_*.txt")).read_text(encoding="utf-8")
    assert set(SEED_MENTIONS[seed]) <= set(PLACES.mentions(text))


@given(
    st.lists(st.sampled_from([*"AK., '’\n-/", "Kosovo", "U.S.", "New", "York", "’s", "and", "Bar", "in"]), max_size=30)
)
def test_spans_lie_in_order_inside_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    end = 0
    for mention in PLACES.find(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start].isupper()
        assert PLACES.get(mention.name) is not None
        end = mention.end


def broken(change: Any) -> dict[str, Any]:
    table: dict[str, Any] = {
        "countries": {"Serbia": [], "Montenegro": ["Crna Gora"]},
        "cities_of": {"Montenegro": {"Bar": ["Stari Bar"]}},
        "spelling": {"word_like": ["Bar"]},
        "not_before": {"Bar": ["Association"]},
        "within_names": {"whole": ["Serbia Post"]},
    }
    change(table)
    return table


FAULTS = [
    (lambda t: t.update(towns={}), "unknown section 'towns'"),
    (lambda t: t["countries"].update(Serbia="Srbija"), "place 'Serbia': must be a list of strings"),
    (lambda t: t["countries"].update(Serbia=[1]), "place 'Serbia': must be a list of strings"),
    (lambda t: t["countries"].update(Serbia=["Srbija", "Srbija"]), "place 'Serbia': a string is given twice"),
    (lambda t: t["countries"].update(Serbia=["Montenegro"]), "already in place"),
    (lambda t: t["countries"].update(Serbia=["--"]), "'--' has no word"),
    (lambda t: t["countries"].update(Bar=[]), "place 'Bar': given twice"),
    (lambda t: t["cities_of"].update(Ruritania={"Strelsau": []}), "'Ruritania', which is not a known place"),
    (lambda t: t["cities_of"].update(Bar={"Old Town": []}), "a city cannot lie in the city 'Bar'"),
    (lambda t: t["cities_of"].update(Serbia=["Belgrade"]), "cities_of 'Serbia': must be a table"),
    (lambda t: t.update(countries=[]), "countries: must be a table"),
    (lambda t: t["spelling"].update(nice=[]), "spelling: unknown key 'nice'"),
    (lambda t: t["spelling"].update(exact=["Strelsau"]), "'Strelsau' is no known place"),
    (lambda t: t["not_before"].update(Strelsau=["x"]), "not_before: 'Strelsau' is no known place"),
    (lambda t: t["within_names"].update(whole=["Serbia"]), "already in place 'Serbia'"),
    (lambda t: t["within_names"].update(inside=[]), "within_names: unknown key 'inside'"),
]


@pytest.mark.parametrize(("change", "message"), FAULTS)
def test_a_broken_file_says_where(change: Any, message: str) -> None:
    with pytest.raises(BadRules, match=message) as caught:
        parse_places(broken(change))
    assert "\n" not in str(caught.value)


def test_a_small_file_works() -> None:
    table = broken(lambda table: table.update())
    before = copy.deepcopy(table)
    places = parse_places(table)
    assert isinstance(places, Places)
    assert table == before
    assert places.mentions("in Bar, by Serbia Post") == ("Bar",)


def test_a_long_text_is_read_quickly() -> None:
    text = (
        "The Secretary General met U.S. troops in Kosovo and spoke of Washington and the Western Balkans there.\n"
        * 1000
    )
    start = time.perf_counter()
    assert len(PLACES.find(text)) == 3000
    assert time.perf_counter() - start < 2  # about 0.1 s; generous for a loaded machine
