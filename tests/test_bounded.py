"""Work that grows with the text and not with its square, on texts that no transcript is.

Not a measurement: the limit is some thirty times what each takes, and only a hang comes near it. The texts are those
that once took minutes.
"""

from __future__ import annotations

import time

import pytest

from tests.documents import understand

TEXTS = {
    "full stops": "a" + "." * 50_000 + "x",
    "no full stop": "".join(f"Name{n} Surname{n}, country\n" for n in range(2000)),
    "short lines": "ab\n" * 15_000,
    "one word": "Kosovo " * 7000,
    "phrases": "North and South " * 3000,
    "nations": "US and " * 7000,
    "offices": "Prime Minister of the Republic of the " * 1300,
    "many speakers": "Jens Stoltenberg: Hi.\n" * 2
    + "".join(f"Ann B{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{'x' * (n // 676)}: hi.\n" for n in range(3000)),
    "labels": "A:\n" * 15_000,
    "white space": "Jens" + " " * 50_000 + ", Stoltenberg",
    "places": "NATO met in Skopje, " + "in Skopje, " * 4500 + ".",
    "names": "Secretary General Jens Stoltenberg " * 1500,
    "teasers": "Related\n" * 6000 + "x " * 50,
    "greetings": "Dear Sir,\n" * 5000,
    "headings": "Remarks by someone and\n\n" * 2000,
    "a title of 50,000 letters": "T " * 25_000
    + "\n\n"
    + "One paragraph here with words enough to be one, and it ends.\n\n" * 300,
    "one long answer": "Q: Is it?\n\nA: " + "KFOR troops are. " * 3000,
    "brackets": "[" * 50_000,
    "quotation marks": '"' * 50_000,
    "line breaks": "\n" * 50_000 + "x",
    "no letters": "12.34 " * 8000,
    "Cyrillic": "Слава Україні. " * 3500,
    "Arabic": "مرحبا بكم " * 5000,
    "names alone": "JOHN SMITH\nHello to all of you, friends.\n\n" * 8000,
    "apostrophes": "O’" * 20_000,
    "no space": "Kosovo," * 12_000,
    "emoji": "\U0001f600" * 50_000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_no_text_hangs(name: str) -> None:
    started = time.process_time()
    understand(TEXTS[name])
    assert time.process_time() - started < 20
