"""Page matter, and the sentences that begin as it does."""

from __future__ import annotations

import pytest

from natosearch.errors import BadRules
from natosearch.rules import load_rules
from natosearch.rules.furniture import parse_furniture
from tests.documents import understand

FURNITURE = load_rules().furniture
LONG = "the people of the region who have lived through all of it and remember what it was"


@pytest.mark.parametrize(
    "line",
    [
        "Home",
        "SHARE THIS PAGE",
        "• Print",
        "Mis à jour le 3 mai 2022",
        "Updated 3 May 2022",
        "Updated: Tue, 3 May 2022",
        "Last updated: 23 Nov. 2023 08:45",
        "Updated on Monday at 10:00",
        "By continuing to use this site you agree that we may set cookies of every kind that we and our partners like.",
        "We value your privacy, and so do our two hundred and twelve partners, each of whom would like to know you.",
        "Subscribe to our newsletter",
        "Sign up for our daily mail.",
        "You are here: Home",
        "Facebook Twitter Viber Copy link",
        "Print       Email",
        "English French Russian",
        "Story by KFOR Public Affairs Office",
        "Photo by Staff Sergeant Lena Holm",
        "Follow us on Google News",
        "More from Nora Quist",
        "READ ALSO: How much does a frigate cost?",
        "TAGS: NATO, Black Sea",
        "Attn: Media Section",
        "This article was first published in our print edition.",
        "Newsletter: the world in five minutes, every morning. Sign up",
        "Comments Off on The bridge stays open",
        "Last update 3 May 2022",
        "Source: NATO",
        "Photo: A. Photographer / the Ministry of Defence",
        "Copyright 2022",
        "Crown Copyright 1999",
        "Reporting by Anna Holm in Oslo and Otto Brand in Rome and Peter Hollis in Paris; Editing by Jane Rook",
        "Questions were put by Anna Holm and Otto Brand.",
        "*This text first appeared in our print edition.*",
        "Our Standards: the rules of the house",
        "To unsubscribe, send a message to the list",
        "THIS IS A RUSH TRANSCRIPT. IT MAY CHANGE.",
        "Share this page   Facebook   Twitter",
        "Accept cookies    Refuse cookies",
        "Last revised: January 08, 2000",
        "The views expressed in this document are the author's",
    ],
)
def test_furniture(line: str) -> None:
    assert FURNITURE.is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Home.",
        "Home is where our troops want to be",
        "Share!",
        "Updated plans for 2024 are ready.",
        "Updated plans are ready by 3 May 2022.",
        "Updated",
        "Updated in May of 2022 after a long debate in the council, the plans now name every unit that is to go",
        "Updated on 3 May after a long debate in the council, the plans now name every unit that goes.",
        "Updatedness 3 May 2022",
        "By continuing to support Ukraine",
        "By continuing to support Ukraine, we help ourselves.",
        "Subscribe to that idea, my friends, and to everything that follows from it, and you will be free men.",
        f"Source: {LONG}",
        "Sourced: NATO",
        "The source: NATO",
        "Copyrighted words",
        "Signing up for more was right",
        "Facebook and Twitter",
        "X",
        "Share News.",
        "Story by story we learnt what had happened in the villages above the lake in that winter",
        "Photo by photo.",
        "Follow us.",
        "Subscribe to nothing that calls itself news and has no editor.",
        "Stand by me",
        "Posted to Kosovo",
        "More on this tomorrow.",
        "Reporting by night and by day from the villages above the lake was what we did in all of that long winter",
        "The views expressed in this hall are many.",
        "This transcript was never published.",
        "This message was sent to the capital in March, and they have not answered it.",
        "Back to the bridge.",
        "To order a retreat would be wrong.",
        "Share this page with nobody",
        "",
    ],
)
def test_what_is_no_furniture(line: str) -> None:
    assert not FURNITURE.is_furniture(line)


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("Read more", True),
        ("Check Also", True),
        ("• RELATED NEWS:", True),
        ("FACT BOX", True),
        ("Notes to editors", True),
        ("Related media", True),
        ("Related events", True),
        ("Related events in the river's towns", False),
        ("Was this page helpful?", True),
        ("Facts", False),
        ("Contact with the enemy", False),
        ("Read more of it", False),
        ("Related to this is the question of who pays.", False),
    ],
)
def test_what_opens_the_tail(line: str, opens: bool) -> None:
    assert FURNITURE.opens_tail(line) is opens


@pytest.mark.parametrize(
    ("line", "stamp"),
    [("Last updated: 23 Nov. 2023", True), ("Home", False), ("Copyright 2022", False), ("22 Nov. 2023", False)],
)
def test_stamps(line: str, stamp: bool) -> None:
    assert FURNITURE.is_stamp(line) is stamp


@pytest.mark.parametrize(
    "answer", ["Home.", "Updated plans for 2024 are ready.", "By continuing to support Ukraine, we help ourselves."]
)
def test_an_answer_that_begins_as_furniture_does(answer: str) -> None:
    document = understand(f"Question: What next?\n\nSecretary General:\n\n{answer}\n\nQuestion: And then?")
    assert [turn.span.of(document.text) for turn in document.units[0].turns] == ["What next?", answer]
    assert document.furniture == ()


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"lines": []}, "unknown list 'lines'"),
        ({"line": "Home"}, "'line' must be a list"),
        ({"tail": [1]}, "'tail' must be a list"),
        ({"credit": [" - "]}, "'credit' must be a list"),
    ],
)
def test_a_broken_file_says_where(table: dict[str, object], message: str) -> None:
    with pytest.raises(BadRules, match=message):
        parse_furniture(table)


@pytest.mark.parametrize(
    ("line", "site"),
    [
        ("THE WHITE HOUSE", True),
        ("Office of the Press Secretary", True),
        ("NATO", True),
        ("NATO and its troops", False),
        ("", False),
    ],
)
def test_names_of_sites_and_offices(line: str, site: bool) -> None:
    assert FURNITURE.is_site(line) is site


@pytest.mark.parametrize(
    ("line", "issuer"),
    [
        ("Ministry of Defence of the Republic", True),
        ("COMMONWEALTH GOVERNMENT INFORMATION UNIT", True),
        ("European Central Bank", True),
        ("U.S. Embassy in Kosovo", True),
        ("The Evening Herald", True),
        ("EEAS", True),
        # A headline has a verb, an article or a sign; a long one is no name.
        ("Minister visits the Ministry of Defence", False),
        ("The Kosovo Security Force", False),
        ("A New Force", False),
        ("Keeping the Peace: the Force", False),
        ("Minister Announces Tenth Difficult Relief Mission", False),
        ("Future of the European Union", False),
        ("Meeting the Press", False),
        ("Troops to stay", False),
        ("", False),
    ],
)
def test_names_of_publishers(line: str, issuer: bool) -> None:
    assert FURNITURE.is_issuer(line) is issuer
