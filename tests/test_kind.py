"""Kinds: what is called so, and what is built so."""

from __future__ import annotations

import pytest

from tests.documents import understand

QUESTIONS = "Question: Will they stay?\n\nSecretary General: They will.\n\nQuestion: Sure?\n\nSecretary General: Yes."
PROSE = "The decision was welcomed in every town of the region, and in the villages around them too."
SPOKEN = "We have done much together, and I thank each of you for all that you gave to our Alliance."


@pytest.mark.parametrize(
    ("title", "header", "body", "kind"),
    [
        ("Interview with the Secretary General", "Press briefing room", QUESTIONS, "interview"),
        ("Press conference by the Secretary General", "He gave an interview", QUESTIONS, "press_conference"),
        ("Questions for the Secretary General", "Exclusive", QUESTIONS, "interview"),
        (
            "Press conference",
            "",
            f"Welcome to this interview of our station, and thank you all for watching it.\n\n{QUESTIONS}",
            "press_conference",
        ),
        (
            "On the troops",
            "",
            f"Welcome to this interview of our station, and thank you all for watching it.\n\n{QUESTIONS}",
            "interview",
        ),
        ("On the troops", "", QUESTIONS, "press_conference"),
        ("On the troops", "", "Q. Will they stay?\n\nA. They will.\n\nQ. Sure?\n\nA. Yes.", "interview"),
        ("On the troops", "", QUESTIONS.replace("Question", "Reuters"), "interview"),  # one outlet asks
        (
            "On the troops",
            "",
            QUESTIONS.replace("Question", "Reuters", 1).replace("Question", "BBC"),
            "press_conference",
        ),
        ("Troops to stay", "", f"{PROSE}\n\n-30-", "statement"),
        ("Troops to stay", "", f"{PROSE}\n\nRoute -30- is closed", "article"),
        ("Speech by the Secretary General", "Press release", SPOKEN, "speech"),
        ("Statement by the Secretary General", "Speech bureau", SPOKEN, "statement"),
        ("On the troops", "Keynote", PROSE, "speech"),
        ("On the troops", "", SPOKEN, "speech"),
        ("On the troops", "", PROSE, "article"),
        ("On the troops", "", f"{PROSE} It was, she said, “what we, our friends and I and my people want”.", "article"),
        ("Remarks by the Minister in Bruges", "", SPOKEN, "speech"),
        ("Joint remarks by the two Ministers", "", SPOKEN, "statement"),
        ("Remarks by the Minister and the Mayor before their meeting", "", SPOKEN, "statement"),
        ("Doorstep statement by the Minister", "", SPOKEN, "statement"),
        ("Doorstep statement by the Minister", "", QUESTIONS, "press_conference"),
        ("Minister Brand With Nora Quist of BBC", "", QUESTIONS, "interview"),
        ("Minister Brand with Minister Quist", "", QUESTIONS, "press_conference"),
        (
            "On the troops",
            "",
            f"Question: Thank you for joining us, General. Are you well?\n\nGeneral: I am.\n\n{QUESTIONS}",
            "interview",
        ),
        ("On the troops", "", f"Moderator: Thank you for joining us. Who is first?\n\n{QUESTIONS}", "press_conference"),
        ("Address by the Minister", "", f"{SPOKEN * 5}\n\n{QUESTIONS}", "speech"),
        ("Remarks by the Minister", "", f"{SPOKEN * 5}\n\n{QUESTIONS}", "speech"),
        ("Joint press conference by the Ministers", "", f"{SPOKEN * 9}\n\n{QUESTIONS}", "press_conference"),
        ("Readout of the Minister's call", "", PROSE, "statement"),
        ("Troops to stay", "FOR IMMEDIATE RELEASE", PROSE, "statement"),
        ("Troops to stay", "", f"{PROSE}\n\n###", "statement"),
        ("Troops to stay", "Office of the Spokesperson", PROSE, "statement"),
        ("Troops to stay", "Jens Stoltenberg, Secretary General of NATO", SPOKEN, "statement"),
        ("Statement to come, ministers say", "By Nora Quist", PROSE, "article"),
        ("A threat to free speech", "", SPOKEN * 2, "speech"),
        ("A threat to free speech", "", PROSE, "article"),
        ("Minister to address the troops", "", PROSE, "article"),
        ("", "", f"Good afternoon.\n\n{SPOKEN}\n\nAnd now I am ready to take your questions.", "press_conference"),
        ("Discours du ministre", "", PROSE, "speech"),
        # What is called so but is not built so.
        ("Ministers meet before a press conference", "", PROSE, "article"),
        ("Our man in Skopje gives a long interview", "", PROSE, "article"),
        ("Speech by the Secretary General", "", QUESTIONS, "press_conference"),
    ],
)
def test_kinds(title: str, header: str, body: str, kind: str) -> None:
    assert understand(f"{title}\n\n{header}\n\n{body}").kind == kind
