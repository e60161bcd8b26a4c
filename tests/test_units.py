"""Labels, turns and units: who holds the floor, what makes a Q&A, and whose words they are."""

from __future__ import annotations

import pytest

from natosearch.rules import load_rules
from natosearch.segment.labels.labels import find_labels
from natosearch.segment.page.paragraphs import mark_paragraphs
from natosearch.segment.who.asker import find_asker
from natosearch.text.lines import split_lines
from tests.documents import understand

RULES = load_rules()


def roles(text: str) -> list[tuple[str, str]]:
    """The role of each label."""
    return [(label.text, label.role) for label in find_labels(mark_paragraphs(split_lines(text)), RULES).labels]


def shape(*paragraphs: str) -> list[str]:
    """Each unit with the roles of its turns: `qa: question answer`."""
    document = understand("\n\n".join(["Press conference", *paragraphs]))
    return [f"{unit.unit}: {' '.join(turn.role for turn in unit.turns)}" for unit in document.units]


TWICE = "Question: Why?\n\n{line}\n\nQuestion: How?\n\n{line}"


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Jens Stoltenberg", "person"),
        ("Speaker Nancy Pelosi", "person"),
        ("Chairman Jens Stoltenberg", "person"),
        ("Press Secretary Jens Stoltenberg", "person"),
        ("Press Secretary Jen Psaki", "person"),
        ("Speaker", "question"),
        ("Press", "question"),
        ("Speaker 2", "question"),
        ("Unidentified Reporter", "question"),
        ("Press Secretary", "person"),
        ("Chair", "moderator"),
        ("Chairman", "moderator"),
        ("Presenter Ada Example", "moderator"),
        ("Local Media", "question"),
        ("Moderator (Our Man)", "moderator"),
        ("Moderator, Our Man", "moderator"),
        ("Moderator Jens Stoltenberg", "moderator"),  # no title of those who answer
        ("Journalist (Reuters)", "question"),
        ("Our Journalist", "question"),
        ("A", "answer"),
        ("Answer", "answer"),
        ("Answer Man", "person"),
    ],
)
def test_what_a_label_says(label: str, role: str) -> None:
    assert roles(TWICE.format(line=f"{label}: Because.")) == [("Question", "question"), (label, role)] * 2


@pytest.mark.parametrize(
    "line",
    [
        "Note: It is so.",
        "Photo: Our Man",
        "Subject: Our Troops",
        "Background: It is so.",
        "First: It is so.",
        "Contact Our Man: It is so.",
        "Text Begin: It is so.",
        "He kept saying: Oh, no.",
        "A new era begins. So: It is so.",
        "Who was it? Me: It is so.",
        "“Me”: It is so.",
        "One; Two: It is so.",
        "A One Two Three Four Five Six Seven Eight Nine Ten: It is so.",
        "we: It is so.",
        "Our troops: It is so.",
    ],
)
def test_what_is_no_label_among_labels(line: str) -> None:
    assert roles(TWICE.format(line=line)) == [("Question", "question")] * 2


def test_known_people_need_to_speak_only_once() -> None:
    text = "Remarks\n\nJens Stoltenberg: Dear Edi, I thank you.\n\nEdi Rama: And I thank you."
    assert roles(text) == [("Jens Stoltenberg", "person"), ("Edi Rama", "person")]


def test_one_question_and_one_answer_are_labels() -> None:
    assert roles("Question: Why?\n\nEdi Rama: So.") == [("Question", "question"), ("Edi Rama", "person")]


@pytest.mark.parametrize("name", ["Somebody Else", "Remarks"])
def test_one_known_person_alone_may_be_a_headline(name: str) -> None:
    assert roles(f"Jens Stoltenberg: We will stay\n\n{name}: They will stay") == []


NAMES = (
    "{one}: Why now?\n\n{two}: Because.\n\n{one}: And how? Thank you.\n\n{two}: So.\n\n{one}: Thanks.\n\n{two}: Bye."
)


def test_whoever_mostly_asks_is_the_interviewer() -> None:
    assert shape(NAMES.format(one="Ada Example", two="Jens Stoltenberg")) == ["qa: question answer"] * 3
    assert shape(NAMES.format(one="Jens Stoltenberg", two="Ada Example")) == ["qa: question answer"] * 3


def test_half_of_the_turns_is_mostly() -> None:
    one, two = "Ada Example: Why?\n\nJens Stoltenberg: So.", "Ada Example: Well.\n\nJens Stoltenberg: Yes."
    assert shape(one, two) == ["qa: question answer"] * 2
    assert shape(one, two, two) == ["paragraph: statement"] * 6


def test_if_everybody_asks_nobody_is_the_interviewer() -> None:
    assert (
        shape(
            "Ada Example: Why now?", "Jens Stoltenberg: Why not?", "Ada Example: But how?", "Jens Stoltenberg: How not?"
        )
        == ["paragraph: statement"] * 4
    )


def test_a_moderator_who_does_not_ask_changes_nothing_of_that() -> None:
    assert shape(
        "Moderator: Welcome.",
        "Ada Example: Why now?",
        "Jens Stoltenberg: Why not?",
        "Ada Example: But how?",
        "Jens Stoltenberg: How not?",
    ) == ["other: moderator", *["paragraph: statement"] * 4]


def test_beside_question_labels_nobody_is_the_interviewer() -> None:
    assert shape(
        "Question: Why?", "Jens Stoltenberg: Why not?", "Edi Rama: So.", "Question: And?", "Jens Stoltenberg: And what?"
    ) == ["qa: question answer answer", "qa: question answer"]


def test_a_moderator_is_no_interviewer() -> None:
    assert shape(
        "Moderator: Shall we begin?",
        "Jens Stoltenberg: Dear friends.",
        "Moderator: And you?",
        "Edi Rama: Dear friends.",
    ) == ["other: moderator", "paragraph: statement", "other: moderator", "paragraph: statement"]


Q, A, M = "Question: Will they stay?", "Secretary General: They will.", "Moderator: Please."
ASIDE = "(Laughter.)"


@pytest.mark.parametrize(
    ("paragraphs", "units"),
    [
        ([Q, A, Q, A], ["qa: question answer"] * 2),
        # A hand-over to somebody who answers, and one to the next question.
        ([Q, M, A, Q, A], ["qa: question moderator answer", "qa: question answer"]),
        ([Q, A, M, A, Q, A], ["qa: question answer moderator answer", "qa: question answer"]),
        ([Q, A, M, Q, A, M], ["qa: question answer", "other: moderator", "qa: question answer", "other: moderator"]),
        ([Q, M, M, A, Q, A], ["qa: question moderator moderator answer", "qa: question answer"]),
        ([Q, M, ASIDE, A, Q, A], ["qa: question moderator narration answer", "qa: question answer"]),
        ([Q, A, M, M, Q, A], ["qa: question answer", "other: moderator", "other: moderator", "qa: question answer"]),
        ([M, Q, A], ["other: moderator", "qa: question answer"]),
        # What stands in brackets between two pieces of an answer, and before the next question.
        ([Q, A, ASIDE, A, Q, A], ["qa: question answer narration answer", "qa: question answer"]),
        ([Q, ASIDE, A, Q, A], ["qa: question narration answer", "qa: question answer"]),
        ([Q, A, ASIDE, Q, A], ["qa: question answer", "other: narration", "qa: question answer"]),
        ([Q, A, ASIDE, M, A, Q], ["qa: question answer narration moderator answer", "qa: question"]),
        (
            [Q, A, ASIDE, M, Q, A],
            ["qa: question answer", "other: narration", "other: moderator", "qa: question answer"],
        ),
        ([Q, A, Q, A, "[He leaves the room]"], ["qa: question answer", "qa: question answer", "other: narration"]),
        ([Q, A, "(Laughter.) That was it.", Q, A], ["qa: question answer"] * 2),
        ([Q, A, "[He speaks Croatian.]", "That was it.", Q, A], ["qa: question answer"] * 2),
        # Questions and answers alone.
        ([Q, Q, A], ["qa: question", "qa: question answer"]),
        ([Q, Q, Q], ["qa: question"] * 3),
        ([Q, A, A, A, Q], ["qa: question answer answer answer", "qa: question"]),
        ([Q, M, Q, A], ["qa: question", "other: moderator", "qa: question answer"]),
        ([A, Q, A, Q, A], ["paragraph: statement", "qa: question answer", "qa: question answer"]),
        ([A, "And so it is.", Q, A], ["paragraph: statement", "paragraph: statement", "qa: question answer"]),
        ([M, A, M, Q, A], ["other: moderator", "paragraph: statement", "other: moderator", "qa: question answer"]),
        # An answer so far behind that nobody knows what was asked.
        (
            [Q, A, *[M] * 8, A, Q],
            ["qa: question answer", *["other: moderator"] * 8, "paragraph: statement", "qa: question"],
        ),
        # A label without words.
        ([Q, "Secretary General:", Q, A], ["qa: question answer", "qa: question answer"]),
    ],
)
def test_units(paragraphs: list[str], units: list[str]) -> None:
    assert shape(*paragraphs) == units


@pytest.mark.parametrize("between", ["Share this page", "NATO Secretary General Jens Stoltenberg", "Source: NATO"])
def test_furniture_inside_an_answer_splits_the_turn_but_not_the_q_and_a(between: str) -> None:
    text = "\n\n".join(["Press conference", Q, A, between, "And they will be more.", Q, A])
    document = understand(text)
    assert [unit.unit for unit in document.units] == ["qa", "qa"]
    first = document.units[0].turns
    assert [turn.span.of(text) for turn in first] == ["Will they stay?", "They will.", "And they will be more."]
    assert {turn.label for turn in first[1:]} == {"Secretary General"}
    assert [turn.label_span is None for turn in first] == [False, False, True]


def test_paragraphs_of_an_answer_are_one_turn() -> None:
    text = "\n\n".join(["Press conference", Q, A, "And they will be more.", "Many more.", Q, A])
    turns = understand(text).units[0].turns
    assert [turn.span.of(text) for turn in turns] == [
        "Will they stay?",
        "They will.\n\nAnd they will be more.\n\nMany more.",
    ]


def test_a_question_without_words_is_no_passage() -> None:
    document = understand("\n\n".join(["Press conference", Q, A, "Question:"]))
    assert [unit.unit for unit in document.units] == ["qa", "other"]


def answerers(title: str, date: str, label: str, said: str = "They will stay.") -> list[tuple[str | None, str | None]]:
    document = understand(
        f"{title}\n\n{date}\n\nQuestion: Why?\n\n{label}: {said}\n\nQuestion: How?\n\n{label}: So we decided."
    )
    turns = [turn for unit in document.units for turn in unit.turns if turn.role == "answer"]
    return list(dict.fromkeys((turn.speaker, turn.speaker_source) for turn in turns))


@pytest.mark.parametrize(
    ("date", "label", "name"),
    [
        ("5 July 1990", "President Bush", "George H. W. Bush"),
        ("22 Feb. 2005", "President Bush", "George W. Bush"),
        ("5 July 1985", "President Bush", None),  # not yet
        ("22 Feb. 2012", "President Bush", None),  # no longer
        ("22 Feb. 2005", "Prime Minister Bush", None),  # never
        ("22 Feb. 2005", "Secretary General", "Jaap de Hoop Scheffer"),
        ("5 July 1990", "Secretary General", "Manfred Wörner"),
    ],
)
def test_who_held_the_office_on_the_day(date: str, label: str, name: str | None) -> None:
    assert answerers("Press conference", date, label) == [(name, "office" if name else None)]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Prime Minister Turnbull, it is a pleasure to have you here.", "Malcolm Turnbull"),
        ("Good morning. Prime Minister Turnbull, it is a pleasure.", "Malcolm Turnbull"),
        ("I met Prime Minister Turnbull today.", None),
        ("I met with Prime Minister Turnbull, who is not here.", None),
        ("Prime Minister Turnbull is not here.", None),
        ("Prime Minister Nobody, it is a pleasure to have you here.", None),
        ("Prime Minister Turnbull, hello. Prime Minister Trudeau, hello.", None),  # which of the two?
    ],
)
def test_whoever_is_spoken_to_is_there(said: str, name: str | None) -> None:
    text = (
        f"Press conference\n\n3 May 2017\n\nQuestion: Why?\n\nJens Stoltenberg: {said}\n\n"
        "Question: How?\n\nPrime Minister: So."
    )
    turn = understand(text).units[-1].turns[-1]
    assert (turn.speaker, turn.speaker_source) == (name, "address" if name else None)


@pytest.mark.parametrize(
    ("label", "question", "outlet"),
    [
        ("Question (Reuters)", "Why?", "Reuters"),
        ("Reuters", "Why?", "Reuters"),
        ("Question", "Our Man from Reuters. Why?", "Reuters"),
        ("Question", "Thank you. I am with the New York Times. Why?", "The New York Times"),
        ("Question", "Our Man of the BBC. Why?", "BBC"),
        ("Question", "Reuters. Why?", "Reuters"),
        ("Question", "Thank you. Reuters. Why?", "Reuters"),
        ("Question", "Our Man, Reuters. Why?", "Reuters"),
        ("Question", "Our Man (Reuters). Why?", "Reuters"),
        ("Question", "Our Man - Reuters. Why?", "Reuters"),
        ("Question (BBC)", "Our Man from Reuters. Why?", "BBC"),
        ("Question", "You told Reuters that they stay. Why?", None),
        ("Question", "Has Reuters got it right?", None),
        ("Question", "Yesterday the BBC said that they stay. Why?", None),
        ("Question", f"{'They will stay, we hear, and nobody knows why. ' * 4}I am from Reuters.", None),
        ("Question", "Why?", None),
    ],
)
def test_who_asked(label: str, question: str, outlet: str | None) -> None:
    assert find_asker(label, question, RULES) == outlet


ARTICLE = "NATO Secretary General Jens Stoltenberg met the press in Brussels on 3 May 2022, and spoke about Kosovo.\n\n"


@pytest.mark.parametrize(
    ("paragraph", "names"),
    [
        ("The troops will stay as long as needed, said Stoltenberg.", ["Jens Stoltenberg"]),
        ("The troops will stay as long as needed, explained the Secretary General.", ["Jens Stoltenberg"]),
        ("The mayor thanked Stoltenberg for the troops that stay in the region.", []),
        ("The mayor asked Stoltenberg for troops that stay in the region.", []),
        ("The mayor told Stoltenberg that troops must stay in the region.", []),
        ("The mayor met Stoltenberg in the afternoon, in the town hall.", []),
        ("The mayor welcomed Jens Stoltenberg in the afternoon, in the town hall.", []),
        ("The mayor praised the Secretary General for the troops in the region.", []),
    ],
)
def test_who_stands_behind_the_verb_may_be_its_object(paragraph: str, names: list[str]) -> None:
    assert list(understand(ARTICLE + paragraph).units[-1].speakers) == names


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("Stoltenberg said that the troops stay.", "Jens Stoltenberg"),
        ("Stoltenberg said so. The weather was fine in the whole of the region.", "Jens Stoltenberg"),
        ("Stoltenberg said that the troops stay. Edi Rama was there as well.", None),
        ("Stoltenberg said that the troops stay. EDI RAMA was there as well.", None),
        ("Stoltenberg said that the troops stay. Ada Example was there as well.", None),
        ("Stoltenberg said that the troops stay. Edi Rama said so too.", "Edi Rama"),
        ("The weather was fine in the whole of the region.", "Jens Stoltenberg"),
        ("Ada Example was there as well.", None),
    ],
)
def test_whom_he_means(between: str, name: str | None) -> None:
    document = understand(f"{ARTICLE}{between}\n\nHe added that they are needed in the whole region.")
    turn = document.units[-1].turns[0]
    assert (turn.speaker, turn.role) == (name, "reported" if name else "narration")
    assert turn.speaker_source == {"Jens Stoltenberg": "pronoun", "Edi Rama": "pronoun", None: None}[name]


STATEMENT = "Statement by NATO Secretary General Jens Stoltenberg\n\n3 May 2022\n\n"


@pytest.mark.parametrize(
    ("words", "speech", "speaker"),
    [
        (
            "The Secretary General condemned the attack on the town and called on everybody to keep the peace.",
            "reported",
            "Jens Stoltenberg",
        ),
        (
            "The Secretary General said: “I condemn the attack, and we call on everybody to keep the peace.”",
            "reported",
            "Jens Stoltenberg",
        ),
        ("The attack on the town is over, and the people of the town can go back to their houses.", "narration", None),
        ("I condemn the attack on the town, and call on everybody to keep the peace.", "direct", "Jens Stoltenberg"),
        ("We condemn the attack on the town, and call on everybody to keep the peace.", "direct", "Jens Stoltenberg"),
    ],
)
def test_a_statement_in_the_third_person_is_reported(words: str, speech: str, speaker: str | None) -> None:
    document = understand(STATEMENT + words)
    assert document.kind == "statement"
    assert (document.units[-1].speech, document.units[-1].turns[0].speaker) == (speech, speaker)
