"""Folding, splitting and stemming of words: equal for the reader is equal for the search."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natosearch.text.words import first_words, fold, fold_text, split_words, stem


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Kovačevski", "kovacevski"),
        ("KOVAC\u030cEVSKI", "kovacevski"),  # decomposed
        ("NATO’s", "nato"),
        ("NATO's", "nato"),
        ("NATO'S", "nato"),
        ("don’t", "dont"),
        ("O'Brien", "obrien"),
        ("1,000", "1000"),
        ("300\u00a0000", "300000"),
        ("U.S.", "us"),
        ("S.G.", "sg"),
        ("Đukanović", "dukanovic"),
        ("Æther", "aether"),
        ("Straße", "strasse"),
        ("Türkiye", "turkiye"),
        ("İstanbul", "istanbul"),
        ("so\u00adft", "soft"),
        ("Зеленський", "зеленськии"),
        ("l'OTAN", "otan"),
        ("L’OTAN", "otan"),
        ("L'ALLIANCE’S", "alliance"),
        ("l’État", "etat"),
        ("l'hémisphère", "hemisphere"),
        ("qu'il", "il"),
        ("Jusqu’ici", "ici"),
        ("c'est", "est"),
        ("L'Aquila", "aquila"),
        # French and names alike: typed with or without the apostrophe, they stay what they are
        ("D'Alema", "dalema"),
        ("DAlema", "dalema"),
        ("d'Ukraine", "dukraine"),
        ("d’Ivoire", "divoire"),
        ("L'viv", "lviv"),
        ("N'Djamena", "ndjamena"),
        ("Qu'ran", "quran"),
        ("Shi'a", "shia"),
        ("y'all", "yall"),
        ("l'", "l"),
        ("L'A", "la"),
        ("L's", "l"),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded
    assert [word.folded for word in split_words(written)] == [folded]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Serb-majority municipalities", ["serb", "majority", "municipalities"]),
        ("C-71", ["c", "71"]),
        ("10.08.2022 11:41", ["10", "08", "2022", "11", "41"]),
        ("2% of GDP", ["2", "of", "gdp"]),
        ("'NATO' (KFOR)", ["nato", "kfor"]),
        ("allies' decision", ["allies", "decision"]),
        ("and/or snake_case", ["and", "or", "snake", "case"]),
        ("… — \U0001f600 !", []),
    ],
)
def test_split_words(written: str, words: list[str]) -> None:
    assert fold_text(written).split() == words


@pytest.mark.parametrize(("one", "other"), [("1,000", "1,00"), ("US", "use"), ("allies", "ally’s house")])
def test_what_must_stay_apart(one: str, other: str) -> None:
    assert fold_text(one) != fold_text(other)


@pytest.mark.parametrize(("word", "stemmed"), [("troops", "troop"), ("attacked", "attack"), ("kfor", "kfor")])
def test_stem(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


SPELLINGS = """
    normalisation normalization normalised normalizing   organise organize organiser organizers organisational
    defence defense defences   offence offense offences   pretence pretense   licence license licensed licencing
    practice practise practised   programme program programmes   labour labor labours   neighbour neighbor neighbours
    neighbourhood neighborhood   favour favor   favourable favorable   honour honor   harbour harbor   armour armor
    armoured armored   behaviour behavior   dishonour dishonor   colour color   endeavour endeavor   rumour rumor
    centre center centres centred centered   theatre theater theatres   metre meter   kilometre kilometers   fibre fiber
    calibre caliber   litre liter litres liters   manoeuvre maneuver manoeuvres manoeuvred maneuvering
    travelled traveled travelling   traveller travelers   cancelled canceled   labelled labeled   modelling modeling
    signalled signaled   fuelled fueled   refuelling refueled   counsellor counselor   fulfil fulfill fulfilled
    fulfilment fulfillment   enrol enroll   skilful skillful   analyse analyze analysed analyzing   paralyse paralyzed
    emphasise emphasize   recognisable recognizable   dialogue dialog   catalogue catalog   judgement judgment
    learnt learned   grey gray   sceptical skeptical   adviser advisors   artefact artifacts   despatched dispatched
    ageing aging   mobilisation mobilize   destabilising destabilize   towards toward
"""


@pytest.mark.parametrize("spellings", re.split(r"\s{2,}", SPELLINGS.strip()))
def test_british_and_american_spellings_are_one_word(spellings: str) -> None:
    assert len({stem(word) for word in spellings.split()}) == 1


DIFFERENT = """
    rise rize   size sise   prize prise   price prize   advise advice   exercise exorcise   improvise improve
    expertise expert   promise premise   paradise parade   precise price   organise organ   authorise author
    publicise public   generalise general   specialise special   hospitalise hospital   criticise critical
    customise customs   nationalise nation   hour hor   four for   our or   tour tor   pour por   armour arm
    honour hon   humour hum   labour laboratory   colour colorado   contour contor   glamour clamour   flour floor
    arbour arbor   defence defensive   offence offensive   licence lice   tense tence   sense sence   expense expence
    litre literal   metre metric   centre central   theatre theatrical   acre acer   louvre louver   genre gener
    dialogue dial   analogue analogy   shelled shed   storey story   tyre tire   cheque check   tonne ton   kerb curb
"""


@pytest.mark.parametrize("words", re.split(r"\s{2,}", DIFFERENT.strip()))
def test_words_that_only_look_like_two_spellings(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == len(words.split())


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    end = 0
    for word in split_words(text):
        assert end <= word.start < word.end <= len(text)
        assert word.folded and " " not in word.folded
        end = word.end


@given(st.text(st.sampled_from("aB9.,'\u2019\u00a0\u00ad -\n\r\u0301")))
def test_pieces_make_the_words_of_the_whole(text: str) -> None:
    words = split_words(text)
    assert [(word.start, word.end) for word in words] == list(zip(words.starts, words.ends, strict=True))
    assert [fold(written) for written in words.written] == words.folded
    assert first_words(text, 2) == words.folded[:2]
    assert first_words(text, len(text)) == words.folded


@given(st.text(st.characters(categories=["L", "M", "N"], max_codepoint=0x24F), min_size=1))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


@given(st.from_regex(r"[a-z]{1,20}", fullmatch=True))
def test_no_stem_changes_the_first_letter(word: str) -> None:
    # natosearch.query.matches relies on it
    assert stem(word)[0] == word[0]
