"""People whom only the text introduces."""

from __future__ import annotations

import pytest

from natosearch.segment.who.introductions import (
    find_appositions,
    find_asking,
    find_introduced,
    find_listed,
    find_names,
    find_presented,
    find_saying,
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Captain Jane Roe said so.", ["Jane Roe"]),
        ("the lieutenant-general Jane M. Roe, who came", ["Jane M. Roe"]),
        ("Defence Minister Ada van der Berg told them.", ["Ada van der Berg"]),
        ("spokeswoman Ada Berg Lund was there", ["Ada Berg Lund"]),
        ("Captain Jane Roe Friday said so.", []),  # a third name, or a day? it is left alone
        ("Captain Jane Roe Attends The Meeting", []),
        ("President Roe Before a Meeting", []),
        ("President Roe Honoring our History", []),
        ("President of the Council", []),
        ("General Staff officers met", []),
        ("the general\nJane Roe came", ["Jane Roe"]),
        ("the general\n\nJane Roe came", []),
        ("Director Example\n\nJane Roe came", []),
        ("Secretary General said so", []),
        ("Prime Minister Roe’s Office was closed", []),
        ("captain jane roe said so", []),
    ],
)
def test_a_title_and_a_full_name_introduce_somebody(text: str, names: list[str]) -> None:
    assert [one.name for one in find_introduced(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Roe, who leads the mission, came.", ["Jane Roe"]),
        ("Jane Roe, a spokeswoman for the police, came.", ["Jane Roe"]),
        ("Jane Roe, the deputy chief of the mission, came.", ["Jane Roe"]),
        ("They thanked the mayor, Jane Roe, for it.", ["Jane Roe"]),
        ("So said a local shopkeeper, Jane Roe.", ["Jane Roe"]),
        ("They thanked the mayor, Jane Roe and others.", []),
        ("They thanked the village, Jane Roe, for it.", []),
        ("Jane Roe, a town in the north, is small.", []),
        ("The United Nations, who lead the mission, came.", []),
        ("In Ottawa, Ontario, officials came.", []),
    ],
)
def test_a_name_and_who_that_is_introduce_somebody(text: str, names: list[str]) -> None:
    assert [one.name for one in find_appositions(text)] == names


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("- Jane Roe, Spokesperson of the Mission", "Jane Roe"),
        ("Presenter: Maj. Gen. Jane Q. Roe, Director of Operations", "Jane Q. Roe"),
        ("Jane van der Roe, Vice-President of the Bank,", "Jane van der Roe"),
        ("Jane Roe, Example, 3 May 2017", None),  # no title
        ("Jane Roe, spokesperson of the mission, said that all is well.", None),
        ("Defence Ministry, Director of Operations", None),
        ("Riga, President of the Council", None),
    ],
)
def test_a_line_lists_somebody(line: str, name: str | None) -> None:
    assert [one.name for one in find_listed(f"Press briefing\n{line}\nExample")] == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Roe said that it was cold.", ["Jane Roe"]),
        ("It was cold. Jane Roe told reporters so.", ["Jane Roe"]),
        ("\u201cIt is cold,\u201d said Jane de la Roe, 45, of Example.", ["Jane de la Roe"]),
        ("Jane Roe, a baker from the north, told the Gazette so.", ["Jane Roe"]),
        ("Jane Roe, 45, said that it was cold.", ["Jane Roe"]),
        ("Jane Roe, as always, said nothing.", []),
        ("The White House said that it was cold.", []),
        ("White House said that it was cold.", []),
        ("Thank You said nobody.", []),
        ("Jane Roe walked home.", []),
        ("the sister of Jane Roe said so", []),
    ],
)
def test_a_name_and_that_they_said_something(text: str, names: list[str]) -> None:
    assert list(find_saying(text)) == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I am joined by Jane Roe today.", {"roe": "Jane Roe"}),
        ("Now General Jane Roe will speak.", {"roe": "Jane Roe"}),
        ("Jane Roe, our director, will speak.", {"roe": "Jane Roe"}),
        ("Good morning, I’m Jane Roe.", {"roe": "Jane Roe"}),
        ("I am joined by Jane Roe. General Jane M. Roe is here.", {"roe": "Jane Roe"}),
        ("I am joined by Jane Roe and by General Ada Roe.", {}),
        ("As Jane Roe wrote in her novel, all is well.", {}),
        ("I am joined by Jane Doe.", {}),
        ("Thank you, General Roe.", {}),
        ("I am joined by jane roe.", {}),
    ],
)
def test_a_surname_in_a_label_is_found_where_somebody_is_presented(text: str, found: dict[str, str]) -> None:
    assert find_presented(text, {"roe"}) == found


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Interview with Jane Roe, Morning Radio", ["Jane Roe"]),
        ("INTERVIEW WITH JANE ROE", ["Jane Roe"]),
        ("Secretary Lund With Jane Roe of TVX", ["Jane Roe"]),
        ("QUESTIONS AND ANSWERS - JANE ROE, DIPLOMATIC EDITOR", ["Jane Roe"]),
        ("Interview with Admiral Jane Roe", []),
        ("Interview with the Prime Minister", []),
        ("Interview with Radio Free Europe", []),
    ],
)
def test_who_asks_by_the_heading(heading: str, names: list[str]) -> None:
    assert [name for name in find_asking(heading) if "Radio" not in name] == names


def test_pairs_of_words_that_can_be_names() -> None:
    assert list(find_names("18 May 2021, by Jane Roe | The Prime Minister, New York")) == ["Jane Roe"]
