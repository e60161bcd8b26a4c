"""Where it was said: what names the venue, and the places that only come up."""

from __future__ import annotations

import pytest

from tests.documents import understand

QUESTIONS = "Question: Will they stay?\n\nAnswer: They will.\n\nQuestion: For how long?\n\nAnswer: For long."
OPENING = "Press conference\n\n{words}, and I thank each of you for all that we have done together.\n\n" + QUESTIONS
ARTICLE = "Troops to stay\n\n{words}\n\nThe decision was welcomed in every town, and in the villages around them."


def venue(text: str) -> tuple[str, str]:
    """The narrowest place, and how it was found."""
    document = understand(text)
    return "".join(document.place[:1]), document.place_source


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
    ],
)
def test_a_title_ends_with_the_venue(title: str, place: str) -> None:
    assert venue(f"{title}\n\n{QUESTIONS}") == (place, "title")


@pytest.mark.parametrize(
    "title",
    [
        "Press conference ahead of the summit in Vilnius",
        "Press conference on the next meeting in Madrid",
        "Remarks after the attack in Brussels",
        "Press conference on the situation in Kosovo",  # no town
        "Press conference about the road to Skopje",
        "Press conference in Oslo on the future of Kabul",
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
    ],
)
def test_the_first_words_say_where_the_speaker_stands(words: str, place: str) -> None:
    assert venue(OPENING.format(words=words)) == (place, "opening")


@pytest.mark.parametrize(
    "words",
    [
        "I welcome the progress made in Kosovo",
        "We stand with our partners in Ukraine",
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


def test_a_later_answer_is_not_the_first_words() -> None:
    text = f"Press conference\n\n{QUESTIONS}\n\nQuestion: Why?\n\nAnswer: Yes.\n\nQuestion: And you?\n\nAnswer: {{}}"
    assert venue(text.format("It is good to be here in Skopje.")) == ("", "none")


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
    ],
)
def test_an_article_does_not_say_where(words: str) -> None:
    assert venue(ARTICLE.format(words=words)) == ("", "none")


def test_a_speech_has_no_dateline() -> None:
    assert venue("Speech\n\nKosovo: we have done much for it, and we will do more in all the years to come.") == (
        "",
        "none",
    )
