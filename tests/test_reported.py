"""Whose words the paragraphs of an article give, when the article alone says who that is."""

from __future__ import annotations

import pytest

from tests.documents import understand

LEAD = "The troops came back to the town of Example on Friday, after two weeks in the mountains of the north.\n\n"


def reported(*paragraphs: str) -> list[str | None]:
    document = understand(LEAD + "\n\n".join(paragraphs))
    assert document.kind == "article"
    return [unit.turns[0].speaker for unit in document.units][1:]


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        ('"They are back," Captain Jane Roe said from the town.', "Jane Roe"),
        ('"They are back," said lieutenant-general Jane Roe, deputy chief of the staff.', "Jane Roe"),
        ("Jane Roe, a spokeswoman for the police, said they are back.", "Jane Roe"),
        ("According to Captain Jane Roe they are back in the town.", "Jane Roe"),
        (
            "Captain Jane Roe, who was asked about it by a journalist of the town, reported that they are back.",
            "Jane Roe",
        ),
        ('"They are back in the town, and all of them are well" - Captain Jane Roe', "Jane Roe"),
        ("Captain Jane Roe drove them to the town in the afternoon.", None),
        ("Captain Jane Roe and Major Ada Berg said they are back.", None),
        ("The Foreign Ministry said they are back.", None),
        ("Human Rights Watch, the campaign group, said they are back.", None),
        ("The United Nations said they are back, and so did a diplomat.", None),
    ],
)
def test_somebody_whom_only_the_article_knows(paragraph: str, name: str | None) -> None:
    assert reported(paragraph) == [name]


def test_a_surname_later_means_who_was_introduced() -> None:
    assert reported("Captain Jane Roe drove them to the town.", "Roe said that they are well.") == [None, "Jane Roe"]
    assert reported("Captain Jane Roe drove Major Ada Roe there.", "Roe said that they are well.") == [None, None]


def test_a_rank_means_the_one_who_bears_it() -> None:
    met = "Major General Jane Roe drove General Ada Berg in the town."
    assert reported(met, "The General said that they are well.") == [None, "Ada Berg"]
    assert reported("General Jane Roe drove General Ada Berg there.", "The General said that they are well.")[1] is None


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    said = '"They are back," said Captain Jane Roe.'
    assert reported(said, '"They are well and they are glad."') == ["Jane Roe", "Jane Roe"]
    assert reported(said, '"They are well", it was heard in the town.') == ["Jane Roe", None]
    assert reported("Captain Jane Roe said so.", '"They are well and they are glad."') == ["Jane Roe", None]


def test_he_is_whom_a_paragraph_is_about() -> None:
    about = "Brigadier-General John Roe is the senior officer of the mission. He says that they are well."
    assert reported(about) == ["John Roe"]
    assert reported("A diplomat met Brigadier-General John Roe. He says that they are well.") == [None]


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        ("Captain Jane Roe countered that they are back.", "Jane Roe"),
        ("Captain Jane Roe went on to say that they are back.", "Jane Roe"),
        ("Captain Jane Roe was quoted as saying that they are back.", "Jane Roe"),
        ("The town's chief negotiator Jane Roe cautioned that they may go.", "Jane Roe"),
        ("In an interview with the Example Gazette, Captain Jane Roe said that they are back.", "Jane Roe"),
        ("Jane Roe told reporters that they are back.", "Jane Roe"),
        ("General Erhard Buehler came too. Buehler underlined that they are back.", "Erhard B\u00fchler"),
        ("Captain Jane Roe was quoted in the Example Gazette of Friday.", None),
        ("Captain Jane Roe went on to the next town in the afternoon.", None),
        ("Banja Luka said that they are back, and told nobody why.", None),
        ("Local Serbs said that they are back in the town.", None),
        ("Al Example said that they are back in the town.", None),
        ("Bosnian Serbs said that they are back in the town.", None),
    ],
)
def test_verbs_with_which_words_are_reported(paragraph: str, name: str | None) -> None:
    assert reported(paragraph) == [name]


@pytest.mark.parametrize(
    ("dateline", "speech"),
    [("EXAMPLE, May 3 (Gazette) - ", "reported"), ("EXAMPLE (Gazette) \u2014 ", "reported"), ("", "direct")],
)
def test_an_agencys_dateline_makes_a_report(dateline: str, speech: str) -> None:
    text = f"Interview: Rob Bauer and our troops\n\n3 May 2022\n\n{dateline}Our troops are back, Rob Bauer said on Friday.\n"
    assert understand(text).units[-1].speech == speech
