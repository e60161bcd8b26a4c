"""What a terminal shows of characters that its encoding lacks."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natosearch.output.plain_letters import spell_plainly, spelled


def written(text: str, encoding: str) -> str:
    """What a stream in ``encoding`` shows of ``text``."""
    buffer = io.BytesIO()
    stream = io.TextIOWrapper(buffer, encoding=encoding, newline="")
    spell_plainly(stream)
    stream.write(text)
    stream.flush()
    return buffer.getvalue().decode(encoding)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("‘it’s’ “quoted” «so»", '\'it\'s\' "quoted" "so"'),
        ("2022–23 — a\u2011b −5", "2022-23 - a-b -5"),
        ("and so on… · • →", "and so on... * * ->"),
        ("Kovačevski, Türkiye, Århus", "Kovacevski, Turkiye, Arhus"),
        ("Đuro Łódź Øre Straße Œuvre Þór Ərdoğan", "Duro Lodz Ore Strasse OEuvre Thor Erdogan"),
        ("a\u00a0b\u202fc", "a b c"),
        ("5 € ½ ﬁn ™", "5 EUR 1/2 fin TM"),
        ("e\u0301 a\u200db ❤\ufe0f", "e ab ?"),
        ("北京 Ђорђе", "?? ?????"),
        ("␛[31m", "^[[31m"),
        ("\ud800", "?"),
        ("plain", "plain"),
    ],
)
def test_ascii(text: str, shown: str) -> None:
    assert written(text, "ascii") == shown == "".join(spelled(text, "ascii"))


def test_what_an_encoding_has_stays() -> None:
    assert written("Türkiye… č", "latin-1") == "Türkiye... c"
    assert written("Türkiye… č", "cp1252") == "Türkiye… c"
    assert written("Türkiye… č 北京", "utf-8") == "Türkiye… č 北京"


@given(st.text(), st.sampled_from(["ascii", "latin-1", "cp437", "koi8-r", "utf-8"]))
def test_nothing_raises_and_both_ways_agree(text: str, encoding: str) -> None:
    pieces = spelled(text, encoding)
    assert len(pieces) == len(text) and written(text, encoding) == "".join(pieces)
