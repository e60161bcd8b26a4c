"""Titles: where they are read, and what only looks like one."""

from __future__ import annotations

import pytest

from natosearch.rules import load_rules
from natosearch.segment.event.title import find_title
from natosearch.text.lines import split_lines
from tests.documents import understand

QUESTIONS = "Question: Will they stay?\n\nSecretary General: They will.\n\nQuestion: Sure?\n\nSecretary General: Yes."


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("Troops to stay\n\n22 Nov. 2023", "Troops to stay"),
        ("22 Nov. 2023\n\nTroops to stay", "Troops to stay"),
        ("Skopje\n\n(As delivered)\n\nTroops to stay", "Troops to stay"),
        ("Press release\n\nTroops to stay", "Troops to stay"),
        ("Joint press conference\n\nby the Secretary General\n\nand the President", "all"),
        ("Remarks by the Secretary General,\n\nOur Man\n\nSecond line", "Remarks by the Secretary General, Our Man"),
        ("Troops to stay\n\nAnother line", "Troops to stay"),
        ("Title: Troops to stay\n\nAnother line", "Troops to stay"),
        ("# Troops to stay\n\nAnother line", "Troops to stay"),
        ("Home / News / Troops to stay", "Troops to stay"),
        ("Farina\n\nHome / News / Troops to stay\n\nTroops to stay", "Troops to stay"),
        ("JFC Naples\n\nHome / News / Troops to stay", "Troops to stay"),  # a site's name over the path
        ("Troops to stay\n\nHome / News / Troops to stay", "Troops to stay"),
        ("Federation Palace,\nBelgrade\n9 July 2024\n\nTroops to stay", "Troops to stay"),
        ("THE WHITE HOUSE\n\nOffice of the Press Secretary\n\nTroops to stay", "Troops to stay"),
        ("Jens Stoltenberg, Secretary General of NATO\n\nTroops to stay", "Troops to stay"),
        ("By Nora Quist\n\nTroops to stay", "Troops to stay"),
        ("PRESS RELEASE (2004)017\n\nTroops to stay", "Troops to stay"),
        ("Press Release: Troops to stay", "Press Release: Troops to stay"),
        ("Troops to stay\n\nBy Nora Quist", "Troops to stay"),
        ("Morning Briefing\n\nBy Nora Quist", "Morning Briefing By Nora Quist"),  # what she gives, not who wrote it
        (
            "Press Conference\n\ngiven by the Spokesman,\nNora Quist",
            "Press Conference given by the Spokesman, Nora Quist",
        ),
        (
            "MINISTERS OF SIXTEEN COUNTRIES PUT OFF A DECISION\nON THE BASES",
            "MINISTERS OF SIXTEEN COUNTRIES PUT OFF A DECISION ON THE BASES",
        ),
        ("NATO - News: Troops to stay in the south", "Troops to stay in the south"),
        ("Troops to stay in the south | The White House", "Troops to stay in the south"),
        ("Troops to stay &#150; for good", "Troops to stay – for good"),
        ("FOR PRESS: P.M. No. 5   THE TROOPS TO STAY FOR GOOD", "THE TROOPS TO STAY FOR GOOD"),
        ("M-NAC-1(94)45\n\nTroops to stay", "Troops to stay"),
        ("From: Press desk\nTo: All\nSubject: Troops to stay", "Troops to stay"),
        ("TRANSCRIPT\nOF THE BRIEFING ON THE TROOPS", "TRANSCRIPT OF THE BRIEFING ON THE TROOPS"),
        ("The troops      stay", "The troops stay"),
        # who publishes
        ("European Central Bank | Eurosystem\nSearch  EN  Menu\nTroops to stay", "Troops to stay"),
        ("EEAS\nTroops to stay", "Troops to stay"),
        ("The Evening Herald\nTroops to stay", "Troops to stay"),
        ("N A T O   P R E S S   S E R V I C E\nTroops to stay", "Troops to stay"),
        ("News Centre | Webcast | Français\nTroops to stay", "Troops to stay"),
        ("News | Opinion | Troops to stay", "Troops to stay"),  # no other line
        ("All the news of the region in one place\nWorld  Business  Markets  More\nTroops to stay", "Troops to stay"),
        ("HNA0231 4 EU     295 KOSOVO\nTroops to stay", "Troops to stay"),
        ("Release House, 10 St Otto's Square, London SW1Y 4LE\nTroops to stay", "Troops to stay"),
        ("News Transcript\nPresenter: General Otto Brand\nTroops to stay", "Troops to stay"),
        ("1999/T-27\nTroops to stay", "Troops to stay"),
        ("Check against delivery!\nTroops to stay", "Troops to stay"),
        ("Press release - Foreign affairs - 12-02-2008 - 15:40\nTroops to stay", "Troops to stay"),
        ("General Sir Otto Brand\nTroops to stay", "Troops to stay"),
        ("EVENING REPORT\nInterview with General Brand", "Interview with General Brand"),
        ("Off the record\n12 May 2008\nRemarks by General Brand of the staff", "Remarks by General Brand of the staff"),
        ("PRESS AVAILABILITY\nGENERAL OTTO BRAND\nAND COLONEL ANNA HOLM", "all"),
        ("Press Conference\nGeneral Otto Brand\nTroops to stay", "Press Conference"),
        ("Press Conference, 5 Aug 1999\nLTC Otto Brand", "Press Conference, 5 Aug 1999"),
        ("SECTION: Front page\nLENGTH: 612 words\nHEADLINE: Troops to stay", "Troops to stay"),
        ("Subject: [LIST] Our statement\n\nStatement by the Spokesman", "Statement by the Spokesman"),
        ("NATO Home Page      Last updated: 14-Feb-2000      NATO Speeches\nTroops to stay", "Troops to stay"),
        ("Zyra e Ministrit - Ured Ministra - Office of the Minister\nTroops to stay", "Troops to stay"),
        # what only looks like that
        ("Troops to stay - Ministry of Defence\nA short line", "Troops to stay - Ministry of Defence"),
        ("Kosovo Security Force\n12 May 2021", "Kosovo Security Force"),
        ("The Kosovo Force\nAn inside look", "The Kosovo Force"),
        ("“Kosovo today”\nSpeech by the Secretary General", "“Kosovo today”"),
        ("KOSOVO TODAY\nSPEECH BY THE SECRETARY GENERAL", "KOSOVO TODAY"),
        ("Minister Brand Visits Troops\nAt the bridge", "Minister Brand Visits Troops"),
        ("Transcript - Press Conference\nOur Alliance", "Transcript - Press Conference"),
        ("Text size: A A A\n\nTroops to stay", "Troops to stay"),
        ("BridgeLINK: Official Web Site of the Bridge Builders\n\nTroops to stay", "Troops to stay"),
        (
            "Minister opens official web site of the builders\n\nSince May",
            "Minister opens official web site of the builders",
        ),
        ("Latest Headlines | Off the Cuff | Daily Briefing\n\nTroops to stay", "Troops to stay"),
        ("Our Bridge | Daily Briefing | Off the Cuff\n\nTroops to stay", "Our Bridge | Daily Briefing | Off the Cuff"),
        (
            "RIVER TONIGHT\n\nNora Quist Discusses the Bridge\n\nAired May 12, 2021 - 9:00 p.m.",
            "Nora Quist Discusses the Bridge",
        ),
        ("RIVER TONIGHT\n\nNora Quist Discusses the Bridge\n\nA talk in May", "RIVER TONIGHT"),
        ("ZCZC ABC-0417 4 I 0388 BRI/ABC\nTroops to stay", "Troops to stay"),
        (
            "Oslo, 6 March 2003 - Secretary's press encounter at the bridge (unofficial transcript)",
            "Secretary's press encounter at the bridge",
        ),
        ("Secretary's press encounter (at the bridge)", "Secretary's press encounter (at the bridge)"),
        (
            "Why we built the bridge in the snow of 6 March 2003 - an interview",
            "Why we built the bridge in the snow of 6 March 2003 - an interview",
        ),
        ("Memorandum on the bridge\n12 May 2021\nSUBJECT: Delegation", "Memorandum on the bridge"),
        ("wordlessness " * 30 + "\n\nTroops to stay", "Troops to stay"),  # too long for a title
    ],
)
def test_titles(header: str, title: str) -> None:
    wanted = " ".join(header.split()) if title == "all" else title
    assert understand(f"{header}\n\n{QUESTIONS}").title.value == wanted


@pytest.mark.parametrize(("words", "found"), [(59, True), (61, False)])
def test_a_line_over_300_code_points_is_no_title(words: int, found: bool) -> None:
    lines = split_lines("word " * words)
    assert bool(find_title(lines, ["header"], load_rules()).value) is found


def test_lines_that_go_on_and_on_are_not_all_title() -> None:
    lines = split_lines("Our Alliance and all of its many friends and partners,\n" * 50)
    assert 300 < len(find_title(lines, ["header"] * 50, load_rules()).value) < 400


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "Press briefing by the Spokesman in Sofia NORA QUIST (Spokeswoman): Good morning to you all.",
            "Press briefing by the Spokesman in Sofia",
        ),
        ("We met the press, and then NORA QUIST: Good morning to you all.", ""),
        ("Good morning to you all, says NORA QUIST.", ""),
    ],
)
def test_a_title_on_the_line_of_the_first_turn(line: str, title: str) -> None:
    assert find_title(split_lines(line), ["body"], load_rules()).value == title
