"""Encodings: decided by the words, said where not UTF-8; damage reported and never changed."""

from __future__ import annotations

import unicodedata

import pytest

from natosearch.documents.decode import decode_text
from natosearch.documents.extracted import Extracted, Unreadable
from natosearch.documents.legacy import guess_encoding
from tests.documents import understand

CENTRAL = [
    "Remarks by Minister Radmila Šekerinska and Mr Srđan Darmanović at the border with Kosovo.",
    "The ambassador, Mr Žygimantas, met Ms Ivana Klarić and Mr Goran Čaušević of the Dnevni Glas daily.",
    "The Speaker of the Sejm, Mr Bronisław Jabłoński, came from Białystok with the mayor of Żyrardów.",
    "General Łazarz Wiśniewski was asked about the exercise near Drawsko Pomorskie and Świdwin.",
    "Mr Ondřej Kovář of Brno and Ms Jitka Nováčková of Žďár asked whether the brigade stays.",
    "Predsednica vlade je rekla: hvala lepa, naši vojaki ostajajo na Kosovu, če bo potrebno še eno leto.",
    "Ministar obrane Tomislav Vukušić rekao je da će se vježba održati u Splitu i da očekuje više vojnika.",
    "Minister obrony powiedział, że żołnierze będą ćwiczyć w Orzyszu; później przyjadą następne oddziały.",
    "Ministryně řekla, že čeští vojáci zůstanou v Pobaltí déle, než se čekalo. Ďábel je v detailech.",
    "A honvédelmi miniszter szerint a gyakorlat őszre tolódik; a küldöttség Győrből érkezett.",
]
WESTERN = [
    "Statement by the Foreign Minister, Mr Kjetil Sørlie, on the exercise in Ålesund and Tromsø.",
    "Bundesminister Jürgen Weiß sagte in Füssen, die Übung beginne später. Möglich sei auch ein größeres Kontingent.",
    "La ministre, Mme Hélène Bérard, a répondu à la première question : « Nous sommes prêts, où que ce soit. »",
    "El ministro, señor Íñigo Cárdenas, contestó en Cádiz: ¿por qué no mañana? El año próximo habrá más.",
    "O ministro João Magalhães disse que a missão não acabará em Março; as forças são portuguesas.",
    "Utrikesministern Åsa Bergström svarade på frågan om övningen i Östersund.",
    "The budget rose to £40 million, she said – “and that’s not all”.",
    "It’s a caf\xe9 in Montr\xe9al.",
]


@pytest.mark.parametrize("encoding", ["cp1250", "iso8859-2"])
@pytest.mark.parametrize("text", CENTRAL)
def test_central_european_text(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding)).text == text


@pytest.mark.parametrize("text", WESTERN)
def test_western_text(text: str) -> None:
    assert decode_text(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Сенатор прибыл в Ригу вчера утром, чтобы обсудить учения и явку.", "cp1251"),
        ("Ο υπουργός δήλωσε χθες ότι η άσκηση αρχίζει αύριο στη Θεσσαλονίκη.", "cp1253"),
        (
            "Bakan Oğuz Işık, Eskişehir'de yapılacak tatbikatın ertelendiğini açıkladı; görüşmeler İzmir'de sürüyor.",
            "cp1254",
        ),
    ],
)
def test_other_scripts(text: str, encoding: str) -> None:
    assert guess_encoding(text.encode(encoding)) == encoding


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_dropped(mark: str) -> None:
    assert decode_text("Łukasz\r\nwas here\r".encode(mark)) == Extracted("Łukasz\r\nwas here\r")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding: str) -> None:
    text = "Mr Łukasz spoke of Ruritania today.\n" * 3
    found = decode_text(text.encode(encoding))
    assert found.text == text and "every second byte is zero" in found.warnings[0]


def test_the_note_names_the_encoding_the_place_and_the_remedy() -> None:
    (note,) = decode_text("Mr Brown spoke.\nMs Šekerinska said so.".encode("cp1250")).warnings
    assert note == (
        "not UTF-8 (byte 0x8a on line 2); read as Windows-1252 (cp1252); "
        "to be sure, save it as UTF-8, for example with: iconv -f CP1252 -t UTF-8"
    )


def test_utf8_with_a_byte_of_another_encoding_in_it() -> None:
    raw = "Vučić i Đukanović\n".encode() + b"NATO\x92s\n" + "još\n".encode()
    found = decode_text(raw)
    assert found.text == "Vučić i Đukanović\nNATO’s\njoš\n"
    assert found.warnings == ("UTF-8 but for one byte (first 0x92 on line 2), read as Windows-1252; check there",)


@pytest.mark.parametrize(
    "raw",
    [
        b"\x7fELF\0\1\2\0",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        bytes(range(256)) * 20,
        "Łukasz".encode("utf-16")[:-1],
        b" \n",
    ],
)
def test_what_is_no_text(raw: bytes) -> None:
    with pytest.raises(Unreadable):
        decode_text(raw)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("One\nThe Allianceâ€™s word", "cp1252: 'â€™' on line 2, meant was '’'"),
        ("KovaÄ\u008devski", "meant was 'č'"),
        ("PaÅ¡iÄ‡", "cp1252: 'Å¡' on line 1, meant was 'š'"),
        ("PaĹˇiÄ‡", "cp1250: 'Ĺˇ' on line 1, meant was 'š'"),
        ("CafÃ© in Paris", "meant was 'é'"),
        ("РџСЂРёРІРµС‚", "cp1251"),
        ("Paši\ufffd was there", "letters were lost"),
        ("NATO\u0092s word", "Windows signs that were once read as Latin-1: U+0092 on line 1"),
        ("the Alliance?s budget", "apostrophes seem to have been lost"),
    ],
)
def test_damage_is_reported_and_left_as_it_is(text: str, seen: str) -> None:
    found = decode_text(text.encode())
    assert found.text == text and seen in found.warnings[0]


@pytest.mark.parametrize(
    "text",
    [
        "Ångström, Ålesund, Às, Âge, Ätna, Čačak, Łódź", "NÃO É NÃO", "Рівне та Сімферополь", "PÂNĂ ŞI MĂŞTI",
        "« Â »", "Is it?so", "https://example.org/?s=1", "He said “Å”.", "Ĺ", "Why?\nThat is it.", "ÎN ŢARĂ", "Ђорђе и Срђан",
    ],
)  # fmt: skip
def test_letters_that_are_no_damage(text: str) -> None:
    assert decode_text(text.encode()).warnings == ()


TRANSCRIPT = """Press point by the Secretary General, Jens Stoltenberg, with Dimitar Kovačevski
Skopje, 22 November 2023

Jens Stoltenberg: We met in Kraków and in Brčko, and we spoke about Türkiye and Bosnia and Herzegovina.

Dimitar Kovačevski: Thank you, and welcome to Skopje, where so many of us are glad to see you.

Question: Will you come back to Białystok?

Jens Stoltenberg: I will.
"""


def test_decomposed_accents_stay_and_change_nothing_else() -> None:
    whole, parts = understand(TRANSCRIPT), understand(unicodedata.normalize("NFD", TRANSCRIPT))
    assert parts.text != whole.text and len(parts.text) > len(whole.text)
    assert parts.speakers == whole.speakers == ("Jens Stoltenberg", "Dimitar Kovačevski")
    assert (parts.date, parts.place, parts.kind) == (whole.date, whole.place, whole.kind)
    seen = [(unit.unit, unit.speakers, unit.mentions, unit.topics) for unit in whole.units]
    assert [(unit.unit, unit.speakers, unit.mentions, unit.topics) for unit in parts.units] == seen
    assert any("Türkiye" in unit.mentions for unit in parts.units)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_are_kept_and_change_nothing_else(end: str) -> None:
    whole, other = understand(TRANSCRIPT), understand(TRANSCRIPT.replace("\n", end))
    assert other.text.count(end) == TRANSCRIPT.count("\n")
    assert (other.title, other.date, other.place, other.kind) == (whole.title, whole.date, whole.place, whole.kind)
    for one, two in zip(whole.units, other.units, strict=True):
        assert [turn.span.of(other.text).replace(end, "\n") for turn in two.turns] == [
            t.span.of(whole.text) for t in one.turns
        ]
        assert (two.unit, two.speakers, two.mentions, two.topics) == (one.unit, one.speakers, one.mentions, one.topics)
