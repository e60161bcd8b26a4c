"""Whole documents in the layouts of this genre, invented: what is header, what furniture, what the title and the kind."""

from __future__ import annotations

import pytest

from tests.documents import understand

# Each line is marked: `H` header, `F` furniture, `B` body; a line without a mark is blank.
NATO_1999 = """\
F|Updated: 12 May 1999 Press Conferences
|
H|12 May 1999
|
H|Press Conference
|
H|given by the NATO Spokesman, Marek Dvorny
H|and Colonel Ugo Lanza, SHAPE
|
F|(Presentation Photo)
F|Audio file (.MP3/5.101KB )
|
B|Marek Dvorny : Good afternoon. Colonel Lanza has the figures of the night for you, and then we shall take questions.
|
B|Question : How many flights were there?
|
B|Marek Dvorny : I leave the count to the Colonel, who has it in front of him.
|
B|Question : And tomorrow?
|
B|Marek Dvorny : As many as we need.
"""

NATO_2006 = """\
F|![]() |
F|Updated: 11-Apr-2006 | NATO Speeches |
H|NATO HQ , 10 Apr. 2006 |
B|Press briefing by NATO Spokesman, Marek Dvorny MAREK DVORNY (NATO Spokesman): Good morning to all of you and thank you for coming.
"""

WIRE = """\
H|12-MAY-1988 09:14:22.10RM
|
H|DEFENCE MINISTERS PUT OFF A DECISION ON THE BASES
H|UNTIL THE AUTUMN
    B|BRUSSELS, May 12 - The ministers of sixteen countries put off
B|a decision on the southern bases today and asked their staffs
B|for new figures by October.
    B|They said no more than that, and the diplomats who had waited
B|for them in the corridors went home.
F| REUTER
"""

WHITE_HOUSE = """\
H|THE WHITE HOUSE
|
H|Office of the Press Secretary
F|_______________________________________________
H|For Immediate Release                          May 12, 2010
|
H|PRESS BRIEFING BY
H|DEPUTY PRESS SECRETARY JANE ROOKWOOD
H|AND AMBASSADOR TOM ELLERY
|
H|James S. Brady Press Briefing Room
|
H|1:05 P.M. EDT
|
B|MS. ROOKWOOD:  Good afternoon. The Ambassador is back, and you will want to hear him first.
|
B|Q    Did they agree?
|
B|AMBASSADOR ELLERY:  They did, on the whole of it.
|
F|(Cross-talk.)
|
B|Q    On the dates as well?
|
B|AMBASSADOR ELLERY:  On the dates as well.
|
F|END                   1:31 P.M. EDT
"""

TYPESCRIPT = """\
H|AID TO THE ISLANDS STATEMENT BY THE PRIME MINISTER
|
H|Release Date: 12/05/1966
H|Release Type: Media Release
H|Transcript ID: 90210
|
F|TEL: 12. May. 66 10: 02 No. 031 P. 01/ 02
|
H|FOR PRESS: P. M. No. 31/ 1966
|
H|AID TO THE ISLANDS
|
B|The Government has decided to send two ships with food and
|
B|medicine to the islands, which the storm of last week has cut
|
B|off from the mainland. The first of them sailed this morning
|
B|and the second will follow when her engines are repaired.
|
F|1 0 -2-
|
B|The people of the islands have asked for nothing else, and we
|
B|shall not wait until they do. We know what they have done for
|
B|us in worse years than this one.
|
F|ends.
|
H|CANBERRA, 12th May, 1966.
"""

FEED = """\
H|Title: Ministers welcome the new training mission
H|Link: https://news.example/2021/05/training
H|PubDate: Wed, 12 May 2021 09:30:00 +0000
H|Author: Nora Quist
|
B|The ministers of four countries have welcomed the new training mission, which is to begin its work in the autumn.
|
B|It will have eighty instructors, their spokesman said in the evening.
|
F|Read more
|
F|Ten questions about the mission
"""

SUBTITLES = """\
F|1
F|00:00:01,000 --> 00:00:04,200
B|Good afternoon, everybody.
|
F|2
F|00:00:04,300 --> 00:00:08,000
B|We have had a long day and I will be short.
|
F|3
F|00:00:08,100 --> 00:00:12,500
B|All of us agree that the mission goes on.
|
F|4
F|00:00:12,600 --> 00:00:15,000
B|I am ready to take your questions.
"""

ARMY_STORY = """\
F|Search our content
|
F|KFOR / Media Center / Archive / News / 2015 / Soldiers Clear the Road to the Dam
|
H|Soldiers Clear the Road to the Dam
|
B|GAZIVODA, Kosovo - Soldiers of the multinational battle group cleared the road to the dam on Tuesday, two days after the rain had carried it away.
|
F|Major General Otto Brand (left) and Colonel Piet Maas walk along the road below the dam
|
B|The General thanked the engineers, who had worked through two nights. "They did not ask when it would be over," he said.
|
F|Photo by Staff Sergeant Lena Holm
|
F|General Brand shakes hands with an engineer from the village
|
B|The villages above the lake had been cut off since Sunday morning.
|
F|Story by KFOR Public Affairs Office
|
F|Search our content:
|
F|HQ KFOR
F|10000 Pristina
F|Tel: +383 38 111 222
"""

MAGAZINE = """\
F|Skip to main content
F|We use cookies to make this site better. OK
H|“The river does not know whose it is”
H|Interview with the mayor of the two towns
F|7 min read
H|By Nora Quist
B|For twelve years Ana Bright has been the mayor of two towns in two countries, and she has one chain of office for both.
B|I like it here, and we have learnt that a bridge needs two ends. What did we know of each other when we began? Nothing.
F|Facebook Twitter Viber Copy link
B|And so we built one, and then we built the other.
F|Follow us on Google News
F|© All rights reserved
"""

NEWS_SITE = """\
F|Home > World > Europe
H|Two towns ask for one bridge
H|By Nora Quist
H|12.05.2021. 18:40
F|Share Tweet WhatsApp Print
B|The councils of the two towns on the river have asked both of their governments for a bridge, the third time since the war.
F|The old bridge in the summer of 1989 (Photo: town archive)
B|The mayors met in the evening on the island between the towns and signed a letter to the ministers of transport.
H|A letter with no answer
B|The last letter of this kind was written in 2014, and it was never answered by either of the two governments.
F|READ ALSO: What a bridge costs
B|The ministers did not comment on it.
F|Comments (14)
F|Next Story →
"""

BANK = """\
B|Ladies and gentlemen, I am here to report on the outcome of the meeting that the Council of the bank held this morning in this house.
B|Let me begin with the decision on the rates, which was taken without a vote and leaves them where they were.
B|(i) the first of the three rates;
B|(ii) the second of them.
B|We shall meet again in three weeks.
"""

PRINTED_PAGES = """\
H|Address by the Minister to the Naval Staff College
H|12 May 2003
|
B|Admiral, ladies and gentlemen,
|
B|I thank you for your welcome, and I bring you the greetings of those who would have liked to come in my place.
|
F|Address by the Minister to the Naval Staff College
F|Page 2 of 3
|
B|We have fewer ships than we had when I came to this college, and we ask them to sail further than they did then.
|
F|Address by the Minister to the Naval Staff College
F|Page 3 of 3
|
B|That will not change in my time, I am afraid, and I shall not tell you that it will.
"""

FRENCH_STAMP = """\
F|Mis à jour le 13 mai 2004
H|Zagreb, Croatia
H|12 mai 2004
|
H|Joint statement
|
H|by the Defence Ministers of the four countries
|
B|We have met in this town to say that we shall go on with the work which our predecessors began ten years ago.
|
B|We thank our hosts.
"""

HEADER_ALONE = """\
H|Press conference
H|by the Secretary General
H|12 May 2004
H|(As delivered)
"""

RELEASE = """\
H|FOR IMMEDIATE RELEASE
H|12 May 2011
|
H|New commander for the training mission
|
B|Brigadier General Otto Brand has taken command of the training mission from Colonel Piet Maas, who returns to his own country.
|
B|The mission trains the police of three provinces.
|
F|###
|
F|For further information:
F|Press desk, Training Mission
F|Tel: +32 2 555 01 02
F|press@mission.example
"""

WINDOW_TITLE = """\
F|NATO Home > News > Opinions
H|NATO - Opinion: Speech by the Secretary General at the Town Hall of Bruges, 12-May.-2013
|
H|(Check against delivery)
|
F|English French Russian
|
B|Dear Mayor,
|
B|Thank you.
|
B|I have been to your town three times, and each time I have missed the last train home. I shall do so again tonight.
|
F|← Previous Story The ministers meet
F|Next Story →
"""

REMARKS = """\
H|Remarks by the Minister in Bruges
|
H|Bruges, Belgium
|
H|3:15 P.M. CEST
|
B|THE MINISTER:  Thank you, Madam Mayor.
|
B|I have been to your town three times, and each time I have missed the last train home. I shall do so again tonight.
|
F|3:31 P.M. CEST
"""

PAGES = {
    "nato-1999": (NATO_1999, "Press Conference given by the NATO Spokesman, Marek Dvorny and Colonel Ugo Lanza, SHAPE", "press_conference"),
    "nato-2006": (NATO_2006, "Press briefing by NATO Spokesman, Marek Dvorny", "press_conference"),
    "wire": (WIRE, "DEFENCE MINISTERS PUT OFF A DECISION ON THE BASES UNTIL THE AUTUMN", "article"),
    "white-house": (WHITE_HOUSE, "PRESS BRIEFING BY DEPUTY PRESS SECRETARY JANE ROOKWOOD AND AMBASSADOR TOM ELLERY", "press_conference"),
    "typescript": (TYPESCRIPT, "AID TO THE ISLANDS STATEMENT BY THE PRIME MINISTER", "statement"),
    "feed": (FEED, "Ministers welcome the new training mission", "article"),
    "subtitles": (SUBTITLES, "", "press_conference"),
    "army-story": (ARMY_STORY, "Soldiers Clear the Road to the Dam", "article"),
    "magazine": (MAGAZINE, "“The river does not know whose it is”", "interview"),
    "news-site": (NEWS_SITE, "Two towns ask for one bridge", "article"),
    "bank": (BANK, "", "statement"),
    "printed-pages": (PRINTED_PAGES, "Address by the Minister to the Naval Staff College", "speech"),
    "french-stamp": (FRENCH_STAMP, "Joint statement by the Defence Ministers of the four countries", "statement"),
    "header-alone": (HEADER_ALONE, "Press conference by the Secretary General", "press_conference"),
    "release": (RELEASE, "New commander for the training mission", "statement"),
    "window-title": (WINDOW_TITLE, "Speech by the Secretary General at the Town Hall of Bruges, 12-May.-2013", "speech"),
    "remarks": (REMARKS, "Remarks by the Minister in Bruges", "speech"),
}  # fmt: skip


def unmarked(page: str) -> tuple[str, list[str]]:
    """The page's text, and its lines that are not blank with their marks before them."""
    text, marks = [], []
    for line in page.splitlines():
        mark, _, words = line.partition("|")
        indent = mark[: len(mark) - len(mark.lstrip())]
        text.append(indent + words)
        if words.strip():
            marks.append(f"{mark.strip()}|{words.strip()}")
    return "\n".join(text), marks


@pytest.mark.parametrize("name", PAGES)
def test_each_line_of_a_page(name: str) -> None:
    page, _, _ = PAGES[name]
    text, marks = unmarked(page)
    document = understand(text)
    header = {span.start for span in document.header}
    furniture = {span.start for span in document.furniture}
    found, at = [], 0
    for marked in marks:
        words = marked[2:]
        at = text.index(words, at)
        found.append(f"{'H' if at in header else 'F' if at in furniture else 'B'}|{words}")
        at += len(words)
    assert found == marks


@pytest.mark.parametrize("name", PAGES)
def test_its_title_and_kind(name: str) -> None:
    page, title, kind = PAGES[name]
    document = understand(unmarked(page)[0])
    assert (document.title.value, document.kind) == (title, kind)
