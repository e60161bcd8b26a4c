"""Header, furniture, body; and where paragraphs end."""

from __future__ import annotations

import pytest

from natosearch.model.documents import Document
from natosearch.model.passages import Span
from tests.documents import understand

PROSE = "The decision was welcomed in every town of the region, and in the villages around them too."
OPENING = "We have done much together, and I thank each of you for all that you gave to our Alliance."
QUESTIONS = "Question: Will they stay?\n\nSecretary General: They will.\n\nQuestion: Sure?\n\nSecretary General: Yes."
TEASER = "Ten things that you did not know of the Alliance and were afraid to ask"


def words(document: Document, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(document.text) for span in spans]


def header(text: str) -> list[str]:
    document = understand(text)
    return words(document, document.header)


def furniture(text: str) -> list[str]:
    document = understand(text)
    return words(document, document.furniture)


def body(text: str) -> list[str]:
    return [unit.span.of(text) for unit in understand(text).units]


FRONT_MATTER = f"---\ntitle: Troops to stay\ndescription: {PROSE}\ntags:\n- News\n- Video\n---"


def test_front_matter_is_header_and_nothing_else() -> None:
    text = f"{FRONT_MATTER}\n\nVideo\n\n{OPENING}"
    assert header(text) == FRONT_MATTER.split("\n")
    assert furniture(text) == ["Video"]
    assert body(text) == [OPENING]


def test_front_matter_may_have_blank_lines() -> None:
    text = f"---\ntitle: Troops to stay\n\ndescription: {PROSE}\n\n---\n\n{OPENING}"
    assert (len(header(text)), body(text)) == (4, [OPENING])


def test_without_its_second_rule_it_is_no_front_matter() -> None:
    text = f"{FRONT_MATTER[:-4]}\n\n{OPENING}"
    assert "- Video" in furniture(text) and header(text) != FRONT_MATTER.split("\n")[:-1]


@pytest.mark.parametrize(
    "salutation",
    [
        "Prime Minister Kovačevski,",
        "Prime Minister,",
        "Secretary General,",
        "Dr. Osmani, dear Vjosa,",
        "Dear Dimitar,",
        "Good afternoon.",
        "Ladies and gentlemen,",
        "Thank you so much!",
        "My dear friends, dear allies,",
    ],
)
def test_a_salutation_is_where_the_speech_begins(salutation: str) -> None:
    text = f"Remarks in Skopje\n\n{salutation}\n\n{OPENING}"
    assert (header(text), body(text)) == (["Remarks in Skopje"], [salutation, OPENING])


@pytest.mark.parametrize(
    "line",
    [
        "Prime Minister of Albania",
        "Dear friends of the Alliance",
        "Office of the Prime Minister,",
        "Remarks for the Secretary General,",
        "Opening remarks.",
        "Prime Minister Kovačevski and the ministers of the nine other countries of the region,",
    ],
)
def test_what_is_no_salutation(line: str) -> None:
    text = f"Remarks in Skopje\n\n{line}\n\n{OPENING}"
    assert (header(text), body(text)) == (["Remarks in Skopje", line], [OPENING])


@pytest.mark.parametrize("opening", ["Read more", "Check Also", "Related articles"])
def test_an_article_ends_where_the_site_offers_the_next(opening: str) -> None:
    text = f"Troops to stay\n\n{PROSE}\n\n{opening}\n\n{TEASER}\n\n{TEASER}\n\n1110 Brussels"
    assert body(text) == [PROSE]
    assert furniture(text) == [opening, TEASER, TEASER, "1110 Brussels"]


def test_an_article_goes_on_after_an_offer() -> None:
    long = f"{PROSE} {PROSE} {PROSE}"
    text = f"Troops to stay\n\n{PROSE}\n\nRead more\n\n{long}"
    assert body(text)[0] == PROSE and body(text)[-1] == long
    ended = f"{text}\n\nRead more\n\n{TEASER}"
    assert body(ended)[-1] == long
    assert furniture(ended)[-2:] == ["Read more", TEASER]


def test_a_transcript_goes_on_after_an_offer() -> None:
    text = f"Press conference\n\nQuestion: Will they stay?\n\nSecretary General: They will.\n\nRead more\n\n{QUESTIONS}"
    assert furniture(f"{text}\n\nRead more\n\n{TEASER}") == ["Read more", TEASER]


WRAPPED = """We have done much together in these years, and I thank each of you
for all that you gave to our Alliance. The decision was welcomed there
in every town of the region. In the villages around them many people
are grateful for the troops that stay with them in the winter, and we
will not leave before they are safe."""


def test_lines_wrapped_at_one_width_are_one_paragraph() -> None:
    text = f"Remarks\n\n{WRAPPED}"
    assert body(text) == [WRAPPED]


@pytest.mark.parametrize(
    "lines",
    [
        [OPENING, PROSE, OPENING, PROSE],
        [f"We will do this {n} times, and we will do it for as long as it takes us, my friends." for n in range(5)],
        ["We will stay there with all our troops for as long as the people of the region need us to."]
        + ["We are strong and have much to do"] * 4,  # lines too short to have been broken at a width
    ],
)
def test_lines_that_end_as_sentences_do_are_paragraphs(lines: list[str]) -> None:
    assert body("\n".join(["Remarks\n", *lines])) == lines


def test_with_blank_lines_a_line_break_is_no_paragraph() -> None:
    text = f"Remarks\n\n{OPENING}\n{PROSE}\n\n{OPENING}"
    assert body(text) == [f"{OPENING}\n{PROSE}", OPENING]


@pytest.mark.parametrize(
    "caption",
    [
        "NATO Secretary General Jens Stoltenberg",
        "Jens Stoltenberg, NATO Secretary General",
        "Jens Stoltenberg (Secretary General of NATO)",
        "Edi Rama",
    ],
)
def test_a_line_between_turns_that_only_names_somebody_is_a_caption(caption: str) -> None:
    text = f"Press conference\n\n{QUESTIONS}\n\n{caption}\n\n{QUESTIONS}"
    assert furniture(text) == [caption]


@pytest.mark.parametrize(
    "line",
    [
        "Thank you, Jens Stoltenberg",
        "Jens Stoltenberg.",
        "Secretary General",  # an office names nobody
        "John Q. Nobody",
        "I spoke with Jens Stoltenberg",
        "Jens Stoltenberg (Oslo)",
    ],
)
def test_what_is_no_caption(line: str) -> None:
    text = f"Press conference\n\n{QUESTIONS}\n\n{line}\n\n{QUESTIONS}"
    assert furniture(text) == []


def test_without_a_blank_line_a_name_is_a_part_of_its_paragraph() -> None:
    text = f"Press conference\n\n{QUESTIONS}\nJens Stoltenberg\n\n{QUESTIONS}"
    assert furniture(text) == []


def test_without_labels_a_line_with_a_name_is_a_line() -> None:
    text = f"Remarks in Skopje\n\n{OPENING}\n\nJens Stoltenberg\n\n{OPENING}"
    assert (furniture(text), body(text)) == ([], [OPENING, "Jens Stoltenberg", OPENING])


@pytest.mark.parametrize("line", ["They stay", PROSE, "Jens Stoltenberg", "2024"])
def test_a_document_of_one_line_is_its_body(line: str) -> None:
    assert (header(line), body(line)) == ([], [line])


@pytest.mark.parametrize("line", ["Home", "Source: NATO", "---"])
def test_a_document_of_one_line_of_page_matter_has_no_body(line: str) -> None:
    assert (header(line), furniture(line), body(line)) == ([], [line], [])


def test_the_first_of_two_lines_is_the_title() -> None:
    assert (header("They stay\n\nAll of them"), body("They stay\n\nAll of them")) == (["They stay"], ["All of them"])


def test_headings_are_header_wherever_they_stand() -> None:
    text = f"# Remarks\n\n{OPENING}\n\n## Second part\n\n{OPENING}\n\n###### Third\n\n#1 is what we are.\n\n#hashtag"
    assert header(text) == ["# Remarks", "## Second part", "###### Third"]
    assert body(text) == [OPENING, OPENING, "#1 is what we are.", "#hashtag"]


def test_a_heading_inside_an_answer_is_not_said() -> None:
    text = f"# Press conference\n\n{QUESTIONS}\n\n## More\n\nThat is all."
    document = understand(text)
    said = [turn.span.of(text) for unit in document.units for turn in unit.turns]
    assert "That is all." in said and not any("## More" in words for words in said)


@pytest.mark.parametrize(
    ("line", "kept"),
    [("Home / News / Troops", False), ("Home > News > Troops", False), ("and/or Troops / News", True)],
)
def test_a_breadcrumb_above_the_title(line: str, kept: bool) -> None:
    text = f"{line}\n\nTroops to stay\n\n{PROSE}"
    assert (line in header(text)) is kept
    assert (line in furniture(text)) is not kept


def test_a_header_without_blank_lines_before_the_text() -> None:
    document = understand(
        "Press conference by NATO Secretary General Jens Stoltenberg\n22 Nov. 2023\nSkopje\n"
        "We have done much together, and I thank each of you for all that you gave to our great Alliance today.\n"
        "The decision was welcomed in every town of the region, and in the villages around them too."
    )
    assert (document.date.value, document.place) == ("2023-11-22", ("Skopje", "North Macedonia"))
    assert document.title.value.startswith("Press conference") and len(document.units) == 2


@pytest.mark.parametrize(
    ("line", "furnished"),
    [
        ("News | Photos | Contact | Search", True),
        ("[All interviews](/interviews/)", True),
        ("2 of 3: A dog shows what it can do.", True),
        ("| Pristina | Skopje | Tirana", False),  # a table's row
        ("We went to Pristina | and came back", False),
        ("News, photos and a search", False),
    ],
)
def test_a_menu_between_paragraphs(line: str, furnished: bool) -> None:
    text = f"Troops to stay\n\n{OPENING}\n\n{line}\n\n{OPENING}\n\n{PROSE}"
    assert (line in furniture(text)) is furnished


def test_a_text_goes_on_under_a_word_that_opens_a_tail() -> None:
    assert len(body(f"Troops to stay\n\n{OPENING}\n\nContact\n\n{OPENING}\n\n{PROSE}\n\n{OPENING}")) == 4


def test_a_notice_broken_at_a_width_is_one() -> None:
    notice = (
        "The views expressed in this document are those of the author and of nobody\nelse who has read it before you."
    )
    assert furniture(f"Troops to stay\n\n{OPENING}\n\n{notice}\n\n{PROSE}") == notice.split("\n")
