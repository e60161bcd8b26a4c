"""Who is named, from what; and who is not, because a wrong name is worse than none."""

from __future__ import annotations

import pytest

from tests.documents import understand

ANSWERS = "{label}: We stand by our commitments in Kosovo and we will keep our troops there.\n\n"
EVENT = (
    "{title}\n\n{date}\n\nJournalist: Will the troops stay?\n\n" + ANSWERS + "Journalist: For how long?\n\n" + ANSWERS
)


def answerers(title: str, date: str, label: str) -> set[tuple[str | None, str | None]]:
    document = understand(EVENT.format(title=title, date=date, label=label))
    return {(t.speaker, t.speaker_source) for unit in document.units for t in unit.turns if t.role == "answer"}


@pytest.mark.parametrize(
    ("title", "date", "label", "name", "source"),
    [
        ("Press conference", "22 Nov. 2023", "Jens Stoltenberg", "Jens Stoltenberg", "label"),
        ("Press conference", "22 Nov. 2023", "NATO Secretary General Jens Stoltenberg", "Jens Stoltenberg", "label"),
        ("Press conference", "22 Nov. 2023", "Secretary General", "Jens Stoltenberg", "office"),
        ("Press conference", "14 Nov. 2025", "Secretary General", "Mark Rutte", "office"),
        ("Press conference", "22 Nov. 2023", "SECRETARY GENERAL STOLTENBERG", "Jens Stoltenberg", "office"),
        (
            "Press conference by NATO Secretary General Jens Stoltenberg",
            "",
            "Secretary General",
            "Jens Stoltenberg",
            "title",
        ),
        (
            "Press conference by NATO Secretary General Jens Stoltenberg",
            "",
            "Mr Stoltenberg",
            "Jens Stoltenberg",
            "title",
        ),
        ("Press conference with the Prime Minister of Albania, Edi Rama", "", "Prime Minister", "Edi Rama", "title"),
        ("Remarks to the press by President Biden", "14 June 2021", "THE PRESIDENT", "Joe Biden", "title"),
        ("Press conference", "22 Nov. 2023", "John Q. Nobody", "John Q. Nobody", "label"),
        ("Press conference", "22 Nov. 2023", "COLONEL JOHN NOBODY", "John Nobody", "label"),
    ],
)
def test_who_answers(title: str, date: str, label: str, name: str, source: str) -> None:
    assert answerers(title, date, label) == {(name, source)}


@pytest.mark.parametrize(
    ("title", "date", "label"),
    [
        ("Press conference", "", "Secretary General"),  # of which year?
        ("Press conference", "22 Nov. 2023", "Prime Minister"),  # of which country?
        ("Press conference", "22 Nov. 2023", "Mr Nobody"),
        ("Press conference", "22 Nov. 2023", "Spokesperson"),
        ("Press conference by Jens Stoltenberg and Edi Rama", "", "Prime Minister Nobody"),
        ("Press conference", "", "President Bush"),  # father or son?
        ("Press conference", "3 May 2017", "Prime Minister"),
    ],
)
def test_who_is_not_named(title: str, date: str, label: str) -> None:
    assert {name for name, _ in answerers(title, date, label)} == {None}


def opening(title: str, first: str) -> set[str | None]:
    words = "Thank you for the warm welcome, and for all that we have achieved together in these years."
    document = understand(f"{title}\n\n{first}\n\n{words}\n\nQuestion: Why?\n\nQuestion: How?\n\nQuestion: When?")
    return {turn.speaker for unit in document.units if unit.unit == "paragraph" for turn in unit.turns}


def test_an_opening_without_a_label_is_the_hosts() -> None:
    assert opening("Joint press conference by NATO Secretary General Jens Stoltenberg with Edi Rama", "Dear Edi,") == {
        "Jens Stoltenberg"
    }


def test_who_is_greeted_is_not_who_speaks() -> None:
    assert opening("Press point by Jens Stoltenberg and Edi Rama", "Dear Edi,") == {"Jens Stoltenberg"}
    assert opening("Press point by Jens Stoltenberg and Edi Rama", "Dear Jens,") == {"Edi Rama"}


def test_of_two_hosts_neither_is_named() -> None:
    assert opening("Press point by Jens Stoltenberg and Edi Rama", "Ladies and gentlemen,") == {None}


def test_who_was_only_met_does_not_speak() -> None:
    assert opening("Statement after the meeting with Edi Rama", "Ladies and gentlemen,") == {None}


ARTICLE = "NATO Secretary General Jens Stoltenberg met the press in Brussels on 3 May 2022, and spoke about Kosovo.\n\n"


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        ("Stoltenberg said that the troops will stay as long as they are needed in the region.", "Jens Stoltenberg"),
        ("The troops will stay as long as they are needed in the region, Stoltenberg said.", "Jens Stoltenberg"),
        ("The troops will stay as long as they are needed, said the Secretary General.", "Jens Stoltenberg"),
        ("“The troops will stay as long as they are needed,” he added.", "Jens Stoltenberg"),
        ("Stolternberg stressed that the troops will stay as long as they are needed.", "Jens Stoltenberg"),
        ("Edi Rama, who was there too, welcomed the decision of the Allies to stay.", "Edi Rama"),
        ("The troops will stay as long as they are needed in the region, and that is all.", None),
        ("Stoltenberg was asked by nobody, and the troops will stay in the region.", None),
        ("The decision was welcomed in every town of the region, and in the villages.", None),
        ("The Stoltenberg bridge said to be old was closed for repairs in the spring.", None),
    ],
)
def test_whose_words_an_article_reports(paragraph: str, name: str | None) -> None:
    document = understand(ARTICLE + paragraph)
    assert document.kind == "article"
    assert document.units[-1].turns[0].speaker == name
    assert document.units[-1].turns[0].role == ("reported" if name else "narration")


def test_who_is_only_mentioned_is_not_who_is_addressed() -> None:
    talk = "Question: Why?\n\nJens Stoltenberg: {}, it is so.\n\nQuestion: How?\n\nPrime Minister: So."
    for words, name in (("Prime Minister Turnbull", "Malcolm Turnbull"), ("With Prime Minister Turnbull", None)):
        document = understand(f"Press conference\n\n3 May 2017\n\n{talk.format(words)}")
        assert document.units[-1].turns[-1].speaker == name


def voices(text: str) -> dict[str | None, str | None]:
    """Who speaks under each label; the last turn under it counts."""
    return {turn.label: turn.speaker for unit in understand(text).units for turn in unit.turns}


def talk(*labels: str, lead: str = "", words: str = "We stand by what we said in May.") -> str:
    said = "".join(f"Journalist: Is it so?\n\n{label}: {words}\n\n" for label in labels)
    return f"Press conference\n\n22 Nov. 2005\n\n{lead}{said}"


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        (talk("SENIOR NATO OFFICIAL", "SENIOR NATO OFFICIAL"), "SENIOR NATO OFFICIAL", "Senior NATO Official"),
        (talk("MR JAAP DE HOOP SCHEFFER", "S.G. DE HOOP SCHEFFER"), "S.G. DE HOOP SCHEFFER", "Jaap de Hoop Scheffer"),
        (talk("PM", "PM", words="The Canadian Government is proud of Canadian troops."), "PM", "Paul Martin"),
        (talk("JANE ROE", "ADA BERG", "JR", "AB", "JR", "AB"), "JR", "Jane Roe"),
        (talk("GENERAL ROE", "GENERAL ROE", words="I am joined by Jane Roe, who leads us."), "GENERAL ROE", "Jane Roe"),
        (talk("SECRETARY RICE", "SECRETARY RICEE", "SECRETARY RICE"), "SECRETARY RICEE", None),  # too short to tell
        (talk("MINISTER MCDONAGHUE", "JANE MCDONAGHUE"), "MINISTER MCDONAGHUE", "Jane McDonaghue"),
        (talk("SECRETARY RUMSFELD", "SECRETARY RUMSFLED"), "SECRETARY RUMSFLED", "Donald Rumsfeld"),
        (talk("THE PRESIDENT OF FRANCE", "PRESIDENT CHIRAC"), "PRESIDENT CHIRAC", "Jacques Chirac"),
        (talk("PRIME MINISTER ERDOĞAN", "PRIME MINISTER"), "PRIME MINISTER", "Recep Tayyip Erdoğan"),
        (
            talk("PRIME MINISTER", "PRIME MINISTER ERDOĞAN", words="Australian troops, the Australian people. ") * 2,
            "PRIME MINISTER",
            "John Howard",
        ),
    ],
)
def test_whom_a_label_means(text: str, label: str, name: str | None) -> None:
    assert voices(text)[label] == name


@pytest.mark.parametrize(
    ("text", "label"),
    [
        # two prime ministers under one prefix: the bare one is not the one who has a name
        (
            talk("PRIME MINISTER", "PRIME MINISTER ERDOĞAN", "PRIME MINISTER", "PRIME MINISTER ERDOĞAN"),
            "PRIME MINISTER",
        ),
        (talk("PM", "PM", words="The Canadian Government met the Australian Government."), "PM"),
        (talk("MR SMITH", "MR SMITH"), "MR SMITH"),
        (talk("MRS MARTIN", "PAUL MARTIN"), "MRS MARTIN"),
        (talk("REUTERS", "REUTERS"), "REUTERS"),
        (talk("JANE ROE", "JOHN RAY", "JR", "JR"), "JR"),
        (talk("PRESIDENT CHIRAC AND CHANCELLOR MERKEL", "JANE ROE"), "PRESIDENT CHIRAC AND CHANCELLOR MERKEL"),
        (talk("AIRCRAFT CREW MEMBER", "AIRCRAFT CREW MEMBER"), "AIRCRAFT CREW MEMBER"),
        (talk("THE PRESIDENT", "THE PRESIDENT", lead="Remarks with Vice President Dick Cheney.\n\n"), "THE PRESIDENT"),
    ],
)
def test_whom_a_label_does_not_mean(text: str, label: str) -> None:
    assert voices(text).get(label) is None


ANSWERS_ALONE = "Q. Why?\n\nA. So it is.\n\nQ. When?\n\nA. Soon."


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Interview with Brigadier General Ada Berg\n\n3 May 2017", "Ada Berg"),
        ("Interview with the Prime Minister of Albania\n\n3 May 2017", "Edi Rama"),
        ("Interview with the Prime Minister\n\n3 May 2017", None),
        ("Interview with the former Prime Minister of Albania\n\n3 May 2017", None),
        ("Interview with Generals\n\n3 May 2017", None),
    ],
)
def test_whose_interview_it_is(heading: str, name: str | None) -> None:
    assert voices(f"{heading}\n\n{ANSWERS_ALONE}")["A"] == name


def test_an_interviewer_is_named_by_the_title_and_listed() -> None:
    document = understand(
        "Interview with Jane Roe, Morning Radio\n\n3 May 2017\n\n" + talk("Jens Stoltenberg")[30:] * 2
    )
    asked = {turn.speaker for unit in document.units for turn in unit.turns if turn.role == "question"}
    assert asked == {"Jane Roe"}
    assert set(document.speakers) == {"Jane Roe", "Jens Stoltenberg"}


def test_who_asks_at_a_press_conference_is_not_listed() -> None:
    document = understand(
        "Press conference\n\n3 May 2017\n\n" + "Jane Roe (Reuters): Why?\n\nJens Stoltenberg: So.\n\n" * 3
    )
    assert document.speakers == ("Jens Stoltenberg",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "It was chaired by me, as President of the ECB, and I report to you what we decided on 4 June 1999.",
            "Wim Duisenberg",
        ),
        ("It was chaired by me, as President of the ECB, and I report to you what we decided.", None),  # in which year?
        ("I met, on 4 June 1999 and as planned, the President of the ECB, and we spoke.", None),
    ],
)
def test_who_says_which_office_is_theirs(text: str, name: str | None) -> None:
    assert understand(f"{text} We are glad of it, and so am I.").units[-1].turns[0].speaker == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Statement by the Secretary General", "Jens Stoltenberg"),
        ("Remarks by the Deputy Secretary General", "Rose Gottemoeller"),
        ("Statement by the Secretary General and the President of France", None),
        ("Remarks by President Trump on NATO", "Donald Trump"),
        ("Remarks by President Trump on Chancellor Merkel", "Donald Trump"),
        ("Statement by Jens Stoltenberg on President Trump", "Jens Stoltenberg"),
        ("Remarks by President Trump and Chancellor Merkel", None),
        ("President Trump announces a plan", None),
        ("Statement by Jens Stoltenberg and Director Jane Roe", None),
        ("A day at the Jens Stoltenberg Library", None),
        ("Letter to the Secretary General", None),
        ("Joint statement with the Secretary General", None),
        ("Statement by the Secretary General of the Red Cross", None),
        ("Statement after the visit of the Secretary General", None),
    ],
)
def test_an_office_in_the_title_makes_the_statement(title: str, name: str | None) -> None:
    text = f"{title}\n\n3 May 2017\n\nI am glad that we stand by our commitments, and I thank everybody for that."
    assert understand(text).units[-1].turns[0].speaker == name


def test_letters_misread_are_whose_event_it_is() -> None:
    text = talk("PH", "PX", "PH", "PX").replace("Press conference", "Press conference by Jens Stoltenberg")
    assert {voices(text)[label] for label in ("PH", "PX")} == {"Jens Stoltenberg"}
    text = talk("PH", "QX", "PH", "QX").replace("Press conference", "Press conference by Jens Stoltenberg")
    assert {voices(text)[label] for label in ("PH", "QX")} == {None}


@pytest.mark.parametrize(
    ("beside", "name"),
    [
        ("Otto M. Brand, President of the River Bank,\n", None),  # of two the known one is not surer
        ("", "Jens Stoltenberg"),
    ],
)
def test_of_several_in_the_header_the_known_one_is_not_who_speaks(beside: str, name: str | None) -> None:
    words = "We have lowered the minimum rate, and we shall come back to it in May with all of our figures."
    listed = f"{beside}Jens Stoltenberg, Secretary General of NATO,\nOslo, 6 March 2003"
    document = understand(f"Introductory statement with questions\n{listed}\n\n{words}\n\n{words}")
    assert {turn.speaker for unit in document.units for turn in unit.turns} == {name}


def test_an_editor_who_says_we_before_an_interview_makes_no_statement() -> None:
    lead = "A month before the summit the admiral talked to us about ships, and about our harbours and his own."
    document = understand(
        f"Interview: {lead[:20]}\n\n3 May 2017\n\n{lead}\n\n" + "JANE ROE: Why?\n\nROB BAUER: So.\n\n" * 3
    )
    assert document.kind == "interview"
    assert document.units[0].turns[0].speaker is None


@pytest.mark.parametrize(
    ("title", "name"), [("Press conference", "Rob Bauer"), ("Press point by Rob Bauer and Petr Pavel", None)]
)
def test_an_opening_without_a_label_is_the_only_voices(title: str, name: str | None) -> None:
    lead = "I am glad to be here, and I thank everybody who has come to hear what we decided today."
    document = understand(f"{title}\n\n3 May 2022\n\n{lead}\n\n" + "Question: Why?\n\nROB BAUER: So it is.\n\n" * 2)
    assert document.units[0].turns[0].speaker == name


@pytest.mark.parametrize(
    ("title", "label", "name"),
    [
        ("Briefing by Ada Berg and the Chief of the Defence Staff, General Sir John Roe", "CDS", "John Roe"),
        ("Briefing by the Chief of the Defence Staff, General Sir John Roe", "CHIEF OF THE DEFENCE STAFF", "John Roe"),
        ("Briefing by the Prime Minister, General Sir John Roe and Ada Berg", "PRIME MINISTER", None),
        (
            "Doorstep with the Deputy Prime Minister and Minister of Defence of Poland, Jan Roe",
            "POLISH DPM",
            None,  # a name without a title of its own that nobody knows is not read
        ),
        (
            "Doorstep with the Deputy Prime Minister and Minister of Defence of Poland, Mariusz B\u0142aszczak",
            "POLISH DPM",
            "Mariusz B\u0142aszczak",
        ),
    ],
)
def test_an_office_of_the_title_is_its_label(title: str, label: str, name: str | None) -> None:
    assert {speaker for speaker, _ in answerers(title, "3 May 2022", label)} == {name}


@pytest.mark.parametrize(
    ("named", "name"),
    [("Secretary-General de Hoop Scheffer", "Ban Ki-moon"), ("Ada Berg", None)],
)
def test_a_bare_office_is_the_one_without_a_label_of_his_own(named: str, name: str | None) -> None:
    title = "Press encounter by Secretary-General Ban Ki-moon with Secretary-General Jaap de Hoop Scheffer"
    text = f"{title}\n\n23 September 2008\n\n" + f"SG: We have met.\n\n{named}: And we have agreed.\n\n" * 3
    assert {t.speaker for u in understand(text).units for t in u.turns if t.label == "SG"} == {name}


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("Good afternoon, the Vice-President and I welcome you to our press conference.", "Christine Lagarde"),
        ("Good afternoon, the President and I welcome you to our press conference.", "Luis de Guindos"),
        ("Good afternoon, we welcome you to our press conference.", None),
    ],
)
def test_who_opens_is_the_other_of_two(opening: str, name: str | None) -> None:
    head = "Press conference\nChristine Lagarde, President of the ECB\nLuis de Guindos, Vice-President of the ECB\n"
    talk_ = "Question: Why?\n\nLagarde: So we decided today.\n\nQuestion: Why?\n\nde Guindos: So it is.\n\n"
    document = understand(f"{head}14 September 2023\n\n{opening}\n\n{talk_}")
    assert document.units[0].turns[0].speaker == name


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("![General Petr Pavel in his office](/p.jpg)\n\n*We met him over a glass of water.*", "Petr Pavel"),
        ("*The chairman of the Military Committee came back last night. We met him in Brussels.*", "Petr Pavel"),
        ("![Petr Pavel and Jens Stoltenberg](/p.jpg)\n\n*We met him over a glass of water.*", None),
        ("![Edi Rama on a bridge](/p.jpg)\n\n*We met an officer over a glass of water.*", None),
        ("*An officer came back last night. We met him. The chairman of the Military Committee agrees.*", None),
    ],
)
def test_who_is_met_for_an_interview(lead: str, name: str | None) -> None:
    talk_ = "".join(
        f"**General, why {word}?**\n\nSo it is, and {word} it will stay.\n\n" for word in ("now", "here", "so")
    )
    document = understand(f"---\ntitle: An interview\ndate: 2017-05-18\n---\n\n{lead}\n\n{talk_}")
    assert {t.speaker for u in document.units for t in u.turns if t.role == "answer"} == {name}


@pytest.mark.parametrize(
    ("heading", "words", "name"),
    [
        (
            "Statement by the NATO Spokesman, James Appathurai, on Example",
            "The Council met in Example.",
            "James Appathurai",
        ),
        ("Statement by Jens Stoltenberg on Example", "The Council met in Example.", None),
        (
            "Statement by Jens Stoltenberg on Example",
            '"I am glad of Example and of all who live there."',
            "Jens Stoltenberg",
        ),
    ],
)
def test_whose_words_a_declaration_gives(heading: str, words: str, name: str | None) -> None:
    document = understand(f"{heading}\n\n6 September 2016\n\n{words}\n\nIt will meet again on Friday, in Example.")
    assert document.units[0].turns[0].speaker == name


def test_letters_stand_for_the_body_of_somebody_listed() -> None:
    head = "Press briefing\n\nJane Roe, Spokesperson of the Example Police Service\nMajor Ada Berg, EXFOR Spokesman\n\n"
    text = f"{head}3 May 2011\n\n" + "EPS: There were four arrests.\n\nEXFOR: And no shots at all.\n\n" * 3
    assert {(t.label, t.speaker) for u in understand(text).units for t in u.turns if t.label} == {
        ("EPS", "Jane Roe"),
        ("EXFOR", "Ada Berg"),
    }


def test_a_rank_in_a_list_is_no_first_name() -> None:
    head = "Press briefing, Example\n\nLTC Paul Roe, EXFOR Spokesman\nAda Berg, Mission Spokeswoman\n\n3 June 1997\n\n"
    text = head + "LTC Roe: There were four visits.\n\nBerg: And one incident.\n\n" * 3
    assert {t.speaker for u in understand(text).units for t in u.turns if t.label == "LTC Roe"} == {"Paul Roe"}


def test_who_is_named_beside_me_in_a_quotation_does_not_open() -> None:
    heading = "FACT SHEET: PRESIDENT BIDEN AND VICE PRESIDENT HARRIS ISSUE A REPORT"
    words = "*Statement:* \u201cI met families. Vice President Harris and I answered them.\u201d\n\nThe report is long, and we like it."
    document = understand(f"{heading}\n\n23 September 2024\n\n{words}\n")
    assert {turn.speaker for unit in document.units for turn in unit.turns} == {None}
