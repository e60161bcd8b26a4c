"""Where it was said: what names the venue, and the places that only come up."""

from __future__ import annotations

import pytest

from natosearch.model.passages import Kind
from natosearch.rules import load_rules
from natosearch.segment.event.venue import find_venue, venue_in_captions
from tests.documents import understand

QUESTIONS = "Question: Will they stay?\n\nAnswer: They will.\n\nQuestion: For how long?\n\nAnswer: For long."
OPENING = "Press conference\n\n{words}, and I thank each of you for all that we have done together.\n\n" + QUESTIONS
ARTICLE = "Troops to stay\n\n{words}\n\nThe decision was welcomed in every town, and in the villages around them."


def venue(text: str) -> tuple[str, str]:
    """The narrowest place, and how it was found."""
    document = understand(text)
    return "".join(document.place[:1]), document.place_source


def venue_of(header: str, *, title: str = "", body: str = "", kind: Kind = "press_conference") -> tuple[str, str]:
    """The narrowest place where the layout has marked the header rightly, and how it was found."""
    place, source = find_venue(title, header.split("\n"), body.split("\n\n"), kind, load_rules())
    return "".join(place[:1]), source


@pytest.mark.parametrize(
    ("header", "place"),
    [
        # stacked lines, the narrowest that is known
        ("Press point\nPress Filing Center\nMcCormick Place\nChicago, Illinois\n5:50 P.M. CDT", "McCormick Place"),
        ("Press point\nBrussels, Belgium\nNATO Headquarters", "NATO Headquarters"),
        ("Press point\nRzeszow, Poland\nHotel Bristol", "Rzeszów"),
        ("Federation Hall,\nBelgrade\n27 Nov. 2002", "Belgrade"),
        ("Press point\nOval Office\n3:42 P.M. EDT", "White House"),
        ("Press point\nAboard Air Force One\nEn Route Paris, France", "Aboard Air Force One"),
        ("Press point\nAboard Air Force One en route Paris, France", "Aboard Air Force One"),
        # a building that stands in many towns
        ("Doorstop\nParliament House, Wellington", "Wellington"),
        ("Doorstop\nParliament House\nCanberra", "Parliament House"),
        ("Doorstop\nNATO HQ, Sarajevo", "Sarajevo"),
        # towns and their states
        ("Remarks\nWashington, D.C.", "Washington"),
        ("Remarks\n*Smith Flooring Inc.\n*Chester, Pennsylvania**\n3:30 P.M. EDT", "Pennsylvania"),
        ("Remarks\nPalmer House\nChicago, IL", "Chicago"),
        ("Remarks\nBirmingham, Alabama", "Alabama"),
        ("Remarks\nAtlanta, Georgia", "Atlanta"),
        ("Remarks\nNewport, Wales", "Newport"),
        # unknown buildings
        ("Doorstop\nSheraton Hotel Auckland", "Auckland"),
        ("Doorstop\nConrad Hotel, Brussels, Belgium", "Brussels"),
        ("Doorstop\nTito Barracks, Sarajevo - 19 April 2002, 15:30", "Tito Barracks"),
        ("Press conference\nat French Mess Hall, Tuzla Airport\non 19 April 2002, at 1530 hours", "Tuzla"),
        ("Press conference\nLakeside Pavilion, Ohrid", "Ohrid"),
        ("Press conference\nSHAPE, Mons", "SHAPE Headquarters"),
        ("Speech\nUniversity of Tirana\nDurres, Albania", "Durrës"),
        ("Speech\n<span style='font-size:12pt'>Oslo, Norway</span>", "Oslo"),
        ("Remarks\nState Dining Room\n2:15 P.M. EDT", "White House"),
        ("Press conference\nRésidence Palace, Bruxelles", "Résidence Palace"),
        ("Speech\n(Brussels, Belgium)", "Brussels"),
        ("Location: Pristina", "Pristina"),
        ("THE WHITE HOUSE\nOffice of the Press Secretary\nPrague, Czech Republic", "Prague"),
        ("NATO HQ , 25 Apr. 2006 |\nBriefing", "NATO Headquarters"),
        ("SYDNEY", "Sydney"),
        ("---\ntitle: Remarks\ntags:\n- Kosovo\n---\nOslo, Norway", "Oslo"),
    ],
)
def test_a_header_spells_the_venue_out(header: str, place: str) -> None:
    assert venue_of(header) == (place, "header")


@pytest.mark.parametrize(
    "header",
    [
        "THE WHITE HOUSE\nOffice of the Press Secretary\nStatement",  # who speaks, not where
        "JFC Naples\nCommander visits the troops\n5 May 2019",
        "Via Teleconference\nWashington, D.C.",
        "*Via Teleconference*\nPress briefing in Skopje",
        "Held by video link\nPress briefing in Skopje",
        "John Smith, Secretary of State",
        "Private Residence\nMedina, WA",
        "Jane Doe, Albania",
        "Jens Stoltenberg, Brussels",
        "Reuters, Skopje",
        "Embassy of Albania",
        "---\ntitle: Remarks\ntags:\n- Kosovo\n- Pristina\n---\nRemarks",
        "Hotel Bristol",
        "The Hospital\nwill build on the same land, powering the industries of\nWisconsin",
        "Statement on the situation in Mitrovica",
        "Statement on the shooting in Allen, Texas",
    ],
)
def test_a_header_names_no_venue(header: str) -> None:
    assert venue_of(header) == ("", "none")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Skopje", "Skopje"),
        ("22 Nov. 2023, Skopje, North Macedonia", "Skopje"),
        ("Skopje | 22 Nov. 2023", "Skopje"),
        ("NATO HQ, Brussels - 3 May 2022", "NATO Headquarters"),
    ],
)
def test_a_header_line_of_places_alone(line: str, place: str) -> None:
    assert venue(f"Press conference\n\n{line}\n\n{QUESTIONS}") == (place, "header")


@pytest.mark.parametrize(
    "line", ["Office of the Spokesperson, Skopje", "Kosovo and Serbia", "Friends of Albania", "Kosovo, ten years on"]
)
def test_a_header_line_with_more_than_places(line: str) -> None:
    assert venue(f"Press conference\n\n{line}\n\n{QUESTIONS}") == ("", "none")


def test_the_chain_leads_to_the_country() -> None:
    assert understand(f"Press conference\n\nNATO HQ\n\n{QUESTIONS}").place == (
        "NATO Headquarters",
        "Brussels",
        "Belgium",
    )


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Press conference, Tirana", "Tirana"),
        ("Press conference - Skopje", "Skopje"),
        ("Press conference in Oslo, Norway", "Oslo"),
        ("Press point with the Prime Minister in Podgorica", "Podgorica"),
        ("Press conference by the Prime Minister of Albania, Tirana, Albania", "Tirana"),
        ("Press conference in Oslo on the future of Kabul", "Oslo"),
        ("INTERVIEW WITH THE PRIME MINISTER, GRAND HOTEL, SEOUL, KOREA, 21/6/93", "Seoul"),
        ("Doorstop Interview, Sheraton Hotel Auckland, New Zealand", "Auckland"),
        ("DEPARTURE FOR THE NORTH &#150; RAAF BASE, FAIRBAIRN", "RAAF Base Fairbairn"),
        ("Press stake-out after his meetings at the White House", "White House"),
        ("Press conference following the summit in Madrid", "Madrid"),
        ("Remarks at the Munich Security Conference", "Munich"),
        ("The Chair discusses security while in Bosnia and Herzegovina", "Bosnia and Herzegovina"),
        ("The commander visits Camp Bondsteel", "Camp Bondsteel"),
        ("Press point by the Secretary General - Kabul, Afghanistan - 12 April 2012", "Kabul"),
        ("Remarks at a reception | Chicago, IL", "Chicago"),
    ],
)
def test_a_title_ends_with_the_venue(title: str, place: str) -> None:
    assert venue(f"{title}\n\n{QUESTIONS}") == (place, "title")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Oslo, 28 September 2000 - Minister's press encounter at the bridge", "Oslo"),
        ("Norway, 28 September 2000 - Minister's press encounter at the bridge", ""),  # no town
        ("Oslo, 28 September 2000 - Minister on the bridge", ""),  # no event: where it was written
        ("The Oslo treaty of 28 September 2000 - Minister's press encounter", ""),
    ],
)
def test_a_line_begins_with_the_town_and_day_of_the_event(line: str, place: str) -> None:
    assert venue(f"{line}\n\n{QUESTIONS}")[0] == place


@pytest.mark.parametrize(
    "title",
    [
        "Press conference ahead of the summit in Vilnius",
        "Press conference on the next meeting in Madrid",
        "Remarks after the attack in Brussels",
        "Press conference on the situation in Kosovo",  # no town
        "Press conference about the road to Skopje",
        "Statement on the attacks in Brussels",
        "Statement on the shooting in Allen, Texas",
        "Press conference on the results of the Madrid Summit",
        "Doorstep ahead of the Madrid Summit",
        "Interview with the President of Georgia",
        "Interview with a magazine, Poland",
        "Remarks at a reception | Medina, WA",  # not the town that is known
        "Change in status of Embassy Moscow",
    ],
)
def test_a_title_ends_with_another_place(title: str) -> None:
    assert venue(f"{title}\n\n{QUESTIONS}") == ("", "none")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("I am happy to be here in Skopje again", "Skopje"),
        ("Thank you for hosting us all in Skopje", "Skopje"),
        ("It is a great pleasure to be back in Tirana", "Tirana"),
        ("It is an honour to stand here today in Zagreb", "Zagreb"),
        ("Welcome to Brussels, Prime Minister", "Brussels"),
        ("You are very welcome to NATO Headquarters", "NATO Headquarters"),
        ("We are gathered in Oslo to speak of the High North", "Oslo"),
        ("Thank you for hosting us here in the beautiful city of Ohrid", "Ohrid"),
        ("We are in Ohrid today", "Ohrid"),
        ("It is great to be back in Kosovo", "Kosovo"),
    ],
)
def test_the_first_words_say_where_the_speaker_stands(words: str, place: str) -> None:
    assert venue(OPENING.format(words=words)) == (place, "opening")


@pytest.mark.parametrize(
    "words",
    [
        "I welcome the progress made in Kosovo",
        "The police of many countries arrived in Haiti today",
        "We stand with our partners in Ukraine",
        "We are in Kosovo with a mandate of the United Nations",
        "Here in America we know it",
        "It is important to be present in Kosovo",
        "It is important to be in Kosovo for as long as it takes",
        "I am glad to see our troops back in Latvia",
        "It is good to see refugees in Poland so well looked after",
        "I look forward to the summit in Vilnius",
        "It is a pleasure to be with you ahead of the summit here in Vilnius",
        "I will be glad to be in Madrid",
        "When I was here in Zagreb we spoke of the same things",
        "Since we were last here in Sarajevo much has changed",
    ],
)
def test_the_first_words_only_speak_of_a_place(words: str) -> None:
    assert venue(OPENING.format(words=words)) == ("", "none")


LATER = f"Press conference\n\n{QUESTIONS}\n\nQuestion: Why?\n\nAnswer: Yes.\n\nQuestion: And you?\n\nAnswer: {{}}"


@pytest.mark.parametrize("answer", ["It is good to be here in Skopje.", "Well, we are here in Skopje and I like it."])
def test_a_later_answer_says_where_the_speaker_stands(answer: str) -> None:
    assert venue(LATER.format(answer)) == ("Skopje", "body")


@pytest.mark.parametrize(
    "answer",
    [
        "They are welcome to Skopje.",
        "The families gathered in Skopje.",
        "It would be good to be in Skopje.",
        "It was good to be in Skopje last week.",
        "I was here in Skopje.",
        "We have much to do here in Europe.",
    ],
)
def test_a_later_answer_only_speaks_of_a_place(answer: str) -> None:
    assert venue(LATER.format(answer)) == ("", "none")


@pytest.mark.parametrize("footer", ["Contact us\n\nSkopje, North Macedonia", "Follow us\n\nGood to be here in Skopje"])
def test_the_footer_is_the_website_s(footer: str) -> None:
    assert venue(f"Press conference\n\n{QUESTIONS}\n\n{footer}") == ("", "none")


@pytest.mark.parametrize(
    ("words", "place", "source"),
    [
        ("SKOPJE (Wire) - The Alliance said the troops will stay as long as needed.", "Skopje", "dateline"),
        ("Skopje, North Macedonia — The troops will stay there as long as they are needed.", "Skopje", "dateline"),
        ("KABUL, Afghanistan -- The troops will stay there as long as they are needed.", "Kabul", "dateline"),
        ("The ministers met in Skopje on 22 November 2023 and spoke of the troops.", "Skopje", "body"),
        (
            "The Secretary General visited the troops in Camp Bondsteel, in the east of Kosovo.",
            "Camp Bondsteel",
            "body",
        ),
        ("The Chair spent 19-20 July 2022 in Montenegro and met the troops there.", "Montenegro", "body"),
        ("PRISTINA, March 3 - The commander spent a day with the troops of the Kosovo Force.", "Pristina", "dateline"),
        ("CAMP NORTHERN STAR, Kosovo - The commander spent a day with the troops.", "Kosovo", "dateline"),
        ("ALLIES CALL FOR CALM\n    BRUSSELS, March 27 - The Allies called for calm today.", "Brussels", "dateline"),
    ],
)
def test_an_article_says_where(words: str, place: str, source: str) -> None:
    assert venue(ARTICLE.format(words=words)) == (place, source)


@pytest.mark.parametrize(
    "words",
    [
        "Well, it is hard to say - the troops will stay as long as they are needed there.",
        "The Alliance said in Skopje that the troops will stay as long as they are needed.",  # said, not met
        "Officials in Skopje met the press on Tuesday and spoke of what has been done.",  # the place comes first
        "The Secretary General spoke of the next summit in Vilnius and of its agenda.",
        "The ministers met the press and spoke of all the troops that stay in Kosovo.",  # no town
        "The ministers met the press on Tuesday. They had been in Skopje the day before.",  # not the first sentence
        "The Alliance welcomes the agreement that the two sides met to sign in Skopje.",
        "The ministers spoke by phone and talked of the meeting held in Skopje.",
        "The ministers met after the attacks in Skopje had shown how much there is to do.",
    ],
)
def test_an_article_does_not_say_where(words: str) -> None:
    assert venue(ARTICLE.format(words=words)) == ("", "none")


def test_a_speech_has_no_dateline() -> None:
    assert venue("Speech\n\nKosovo: we have done much for it, and we will do more in all the years to come.") == (
        "",
        "none",
    )


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("The commander received our reporter at his headquarters in Pristina, and talked of the winter.", "Pristina"),
        ("We met the commander at his office in Pristina, and talked of the winter.", "Pristina"),
        ("General, when you met the ministers in Pristina, what did they say?", ""),
        ("The commander spoke to us by phone of the meeting held in Pristina.", ""),
    ],
)
def test_an_interview_is_introduced(words: str, place: str) -> None:
    assert venue_of("Interview", body=words, kind="interview") == (place, "body" if place else "none")


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("ALLIES CALL FOR CALM\n    BRUSSELS, March 27 - The Allies called for calm.", "Brussels"),
        ("The plants will be built from the lakes to the valleys and\nOslo, Norway - by hands like these.", ""),
    ],
)
def test_a_dateline_below_other_lines_has_capitals(body: str, place: str) -> None:
    assert venue_of("Troops to stay", body=body, kind="article") == (place, "dateline" if place else "none")


@pytest.mark.parametrize(
    ("caption", "place"),
    [
        ("Secretary General Jens Stoltenberg and his guest in front of Prague Castle", "Prague Castle"),
        ("Jens Stoltenberg at Camp Bondsteel", "Camp Bondsteel"),
        ("A street in Kabul", ""),  # nobody
        ("Jens Stoltenberg on the attacks in Kabul", ""),
        ("Jens Stoltenberg, who spoke of Kabul", ""),
        ("Jens Stoltenberg in Kosovo", ""),  # no town
        ("Meeting of Jens Stoltenberg with ministers in Oslo", ""),  # a title
    ],
)
def test_a_caption_says_where_people_stand(caption: str, place: str) -> None:
    chain, source = venue_in_captions(["Share this", caption], load_rules())
    assert ("".join(chain[:1]), source) == (place, "caption" if place else "none")
