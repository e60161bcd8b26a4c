"""Hits in every format: what a script reads back, what a person pastes, and nothing that a terminal obeys."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from natosearch.errors import BadFields
from natosearch.model.passages import Hit, Passage, Span, Turn
from natosearch.output.formats import STYLES, TERMINATORS, WITH_FIELDS, check_fields, render
from natosearch.output.kwic import KwicLine, first_words, last_words, sort_kwic
from natosearch.output.markdown import markdown_text
from natosearch.output.quotes import written_date
from natosearch.output.records import ASKED, KEYS
from natosearch.output.shown import Shown
from natosearch.output.visible import UNSAFE
from natosearch.text.words import split_words
from tests.documents import ROOT
from tests.made_hits import EVENT, WORDS, make_hit, make_passage
from tests.program import PLAIN

FIELDS = (*KEYS, *ASKED)

HIT = make_hit(WORDS, "KFOR|troops")
ALLOWED = {"csv": "\r", "tsv": "\t", "kwic": "\t", "text": "\t"}


def printed(style: str, *shown: Shown | Hit, fields: tuple[str, ...] = ()) -> str:
    wrapped = [one if isinstance(one, Shown) else Shown(one) for one in shown]
    return "".join(record + TERMINATORS[style] for record in render(wrapped, style, fields))


def read_csv(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def read_tsv(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))


# Records


def test_a_record_has_the_keys_in_their_order() -> None:
    [record] = [json.loads(line) for line in printed("jsonl", HIT).splitlines()]
    assert tuple(record) == KEYS and record["url"] == "https://example.org/a_b"
    assert json.loads(printed("json", HIT, HIT)) == [record, record]
    assert json.loads(printed("json")) == []
    assert json.loads(printed("jsonl", make_hit(WORDS._replace(url=""))))["url"] is None


def test_a_record_has_its_query_first_and_its_neighbours_last_where_they_were_asked_for() -> None:
    shown = Shown(HIT, (), (EVENT,), "KFOR troops")
    record = json.loads(printed("jsonl", shown))
    assert list(record) == ["v", "query", *KEYS[1:], "before", "after"]
    assert record["query"] == "KFOR troops" and record["before"] == []
    assert record["after"] == [
        {
            "id": "3f2a91c0#8",
            "unit": "qa",
            "speaker": ["Edi Rama", "Jens Stoltenberg"],
            "question": "Will KFOR stay?",
            "text": EVENT.text,
            "line_start": 40,
            "line_end": 46,
        }
    ]


@pytest.mark.parametrize("style", WITH_FIELDS)
def test_fields_are_chosen_and_ordered(style: str) -> None:
    written = printed(style, HIT, fields=("date", "id", "query", "place"))
    expected = {
        "jsonl": '{"date": "2023-11-22", "id": "3f2a91c0#8", "query": null, "place": ["Skopje", "North Macedonia"]}\n',
        "json": '[{"date": "2023-11-22", "id": "3f2a91c0#8", "query": null, "place": ["Skopje", "North Macedonia"]}\n]\n',
        "csv": "date,id,query,place\r\n2023-11-22,3f2a91c0#8,,Skopje; North Macedonia\r\n",
    }
    table = "date\tid\tquery\tplace\n2023-11-22\t3f2a91c0#8\t\tSkopje; North Macedonia\n"
    assert written == expected.get(style, table)


@pytest.mark.parametrize(
    ("names", "style", "message"),
    [
        (["speakr"], "json", "no field 'speakr'; nearest: speaker"),
        (["id", "Text"], "csv", "no field 'Text'; nearest: text"),
        ([""], "tsv", f"no field ''; nearest: {', '.join(FIELDS)}"),
        (["id", "date", "id"], "csv", "the field 'id' is named twice"),
        (["id"], "md", "the format md has no fields to choose; those that have: text, jsonl, json, csv, tsv"),
    ],
)
def test_fields_that_cannot_be_printed(names: list[str], style: str, message: str) -> None:
    with pytest.raises(BadFields) as error:
        check_fields(names, style)
    assert (str(error.value), error.value.exit_code) == (message, 2)


def test_fields_that_can_be_printed() -> None:
    for style in WITH_FIELDS:
        check_fields((*KEYS, *ASKED), style)
    for style in STYLES:
        check_fields((), style)


# Tables


def test_a_table_has_a_header_even_without_hits() -> None:
    assert read_csv(printed("csv")) == [list(KEYS)] == read_tsv(printed("tsv"))


def test_the_cells_of_a_table() -> None:
    hit = make_hit(WORDS._replace(asked_by=None, mentions=("Kosovo", "Serbia")), "KFOR|troops")
    for style, read in (("csv", read_csv), ("tsv", read_tsv)):
        header, cells = read(printed(style, hit))
        row = dict(zip(header, cells, strict=True))
        assert row["asked_by"] == "" and row["mentions"] == "Kosovo; Serbia" and row["span"] == "100; 200"
        matches = [row["text"][int(a) : int(b)] for a, b in (one.split("-") for one in row["matches"].split("; "))]
        assert matches == ["KFOR", "KFOR", "troops"]
        assert [turn["span"] for turn in json.loads(row["turns"])] == [list(turn.span) for turn in WORDS.turns]
        assert ": " not in row["turns"].replace('"', "")


@pytest.mark.parametrize(
    ("words", "in_csv", "in_tsv"),
    [
        ("one\ntwo", "one\ntwo", "one two"),
        ("one\r\ntwo", "one\r\ntwo", "one  two"),
        ("one\rtwo", "one\ntwo", "one two"),
        ("a\tb", "a b", "a b"),
        ('"Yes," he "said', '"Yes," he "said', '"Yes," he "said'),
        ("\x1b[31mred", "␛[31mred", "␛[31mred"),
    ],
)
def test_line_ends_stay_in_csv_and_nothing_breaks_a_line_of_tsv(words: str, in_csv: str, in_tsv: str) -> None:
    hit = make_hit(make_passage(("statement", "A B", words)))
    assert read_csv(printed("csv", hit, fields=("text", "id"))) == [["text", "id"], [in_csv, "3f2a91c0#8"]]
    assert read_tsv(printed("tsv", hit, fields=("text", "id"))) == [["text", "id"], [in_tsv, "3f2a91c0#8"]]


# Quotations and notes

ENDS = "Joint press conference, Skopje, North Macedonia, 22 November 2023 (/archive/a.txt, lines 40-4{}) https://example.org/a_b"


def test_a_quotation_is_the_passage_and_where_it_is_from() -> None:
    assert printed("quote", HIT).split("\n\n") == [
        "Will KFOR stay?",
        "Jens Stoltenberg: Yes. KFOR troops will stay.",
        f"— Jens Stoltenberg, {ENDS.format(2)}",
        "",
    ]


def test_a_quotation_of_one_speaker_marks_what_is_left_out() -> None:
    assert printed("quote", make_hit(EVENT, "sure", heard=(0, 2, 3, 4))).split("\n\n") == [
        "Will KFOR stay?",
        "[…]",
        "Jens Stoltenberg: It will.\nI am sure.",
        "Question: Until when?",
        "Jens Stoltenberg: We shall see.",
        f"— Jens Stoltenberg, {ENDS.format(9)}",
        "",
    ]
    assert printed("quote", make_hit(EVENT, "KFOR", heard=(0, 1))).split("\n\n") == [
        "Will KFOR stay?",
        "Edi Rama: I hope that KFOR stays.",
        f"— Edi Rama, {ENDS.format(2)}",
        "",
    ]


def test_who_is_quoted() -> None:
    label = Turn("answer", Span(0, 4), label="Minister Ekblad")
    for turn, who in (
        (label, "Minister Ekblad, "),
        (label._replace(label="A."), ""),
        (label._replace(role="reported", speaker="Jens Stoltenberg"), "Jens Stoltenberg (reported), "),
        (label._replace(role="narration", speaker=None), ""),
    ):
        hit = make_hit(WORDS._replace(text="Yes.", turns=(turn,), line_end=40, url=""))
        last = "Joint press conference, Skopje, North Macedonia, 22 November 2023 (/archive/a.txt, line 40)"
        assert printed("quote", hit) == f"Yes.\n\n— {who}{last}\n\n"


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2023-11-02", "2 November 2023"),
        ("2023-11", "November 2023"),
        ("2023", "2023"),
        ("", "undated"),
        ("2023-13-01", "2023-13-01"),
    ],
)
def test_a_date_is_written_out(date: str, written: str) -> None:
    assert written_date(date) == written


def test_a_note_in_markdown() -> None:
    assert printed("md", make_hit(WORDS, "KFOR|troops", rank=12)).splitlines() == [
        "12. **Jens Stoltenberg**, 22 November 2023, Skopje, North Macedonia, *Joint press conference*",
        "",
        "    > Yes. **KFOR** **troops** will stay.",
        "",
        "    `3f2a91c0#8`, [/archive/a.txt:40-46](https://example.org/a_b)",
        "",
    ]


def test_each_of_several_queries_is_the_heading_of_its_list() -> None:
    shown = [Shown(HIT, query=query) for query in ("KFOR *troops*", "KFOR *troops*", "Serbia")]
    lines = printed("md", *shown).splitlines()
    assert [line for line in lines if line.startswith("#")] == [r"## KFOR \*troops\*", "## Serbia"]
    assert [lines[number + 2][:3] for number, line in enumerate(lines) if line.startswith("#")] == ["1. ", "1. "]


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("", "/archive/a.txt:40-46"),
        ("javascript:alert(1)", "/archive/a.txt:40-46"),
        ("http://x.org/a (b)&copy=\x1b", "[/archive/a.txt:40-46](http://x.org/a%20%28b%29&amp;copy=%1B)"),
    ],
)
def test_only_an_address_is_a_link(url: str, source: str) -> None:
    assert printed("md", make_hit(WORDS._replace(url=url))).splitlines()[4].endswith(f"`3f2a91c0#8`, {source}")


def test_a_match_beside_a_letter_is_bold_too() -> None:
    words = "The U.S.Army [left] *early*."
    hit = make_hit(make_passage(("statement", "A B", words)), r"U\.S\.|Army")
    assert "> The **U.S.Army** \\[left\\] \\*early\\*." in printed("md", hit)
    hit = make_hit(make_passage(("statement", "A B", words)), r"U\.S\.")
    assert "> The <b>U.S.</b>Army" in printed("md", hit)


def rendered(markdown: str) -> str:
    """The text that a reader of rendered Markdown sees."""
    shown = []
    for block in MarkdownIt("commonmark").parse(markdown):
        shown += [child.content for child in block.children or () if child.type in ("text", "code_inline")]
        assert block.type not in ("heading_open", "html_block", "code_block", "fence", "hr"), block
    return "".join(shown)


MARKED = st.text(st.sampled_from("a1B é.-+#*_`[]()<>&!|~\\=$:\"'\n {}x"), max_size=40)


@settings(max_examples=300, deadline=None)
@given(MARKED)
def test_markdown_renders_corpus_text_as_it_stands(text: str) -> None:
    assert rendered(markdown_text(text)) == " ".join(text.split())


@settings(max_examples=200, deadline=None)
@given(MARKED.map(lambda text: f"a {text} b"))
def test_matches_in_markdown_lose_nothing(text: str) -> None:
    passage = make_passage(("statement", "A B", text))
    hit = make_hit(passage)._replace(matches=tuple(Span(word.start, word.end) for word in split_words(text)))
    quoted = printed("md", hit).splitlines()[2].strip().removeprefix("> ")
    [snippet] = [json.loads(printed("jsonl", hit))["snippet"]]
    assert rendered(quoted) == " ".join(snippet.split()) and "**a**" in quoted


# Concordance, ids and paths


def test_a_concordance_has_a_line_for_every_match() -> None:
    assert printed("kwic", make_hit(EVENT, "KFOR|sure", heard=(1, 2))).splitlines() == [
        "2023-11-22\tEdi Rama\tI hope that \tKFOR\t stays.\t3f2a91c0#8",
        "2023-11-22\tJens Stoltenberg\tIt will. I am \tsure\t.\t3f2a91c0#8",
    ]
    assert printed("kwic", make_hit(EVENT, "KFOR")).startswith("2023-11-22\tReuters\tWill \tKFOR\t stay?\t")
    assert printed("kwic", make_hit(EVENT)) == ""


def test_the_context_of_a_match_is_whole_words_of_sixty_code_points() -> None:
    passage = make_passage(("statement", "A B", "longish " * 40 + "KFOR" + " another" * 40))
    _, _, left, match, right, _ = printed("kwic", make_hit(passage, "KFOR")).rstrip("\n").split("\t")
    assert (left, match, right) == ("longish " * 7, "KFOR", " another" * 7)


@pytest.mark.parametrize(
    ("text", "room", "last", "first"),
    [
        ("one two three", 13, "one two three", "one two three"),
        ("one two three", 9, "two three", "one two"),
        ("one two three", 8, "three", "one two"),
        ("extraordinary", 5, "inary", "extra"),
        ("one two", 0, "", ""),
        ("", 5, "", ""),
    ],
)
def test_context_ends_between_words(text: str, room: int, last: str, first: str) -> None:
    assert (last_words(text, room), first_words(text, room)) == (last, first)


def test_a_concordance_is_sorted_from_the_match_outwards() -> None:
    lines = [
        KwicLine("", "", left, "x", right, "")
        for left, right in (("a Zebra ", " b c"), ("z, ábc ", " B a"), ("a abc ", " a"))
    ]
    assert [line.left for line in sort_kwic(lines, "left")] == ["a abc ", "z, ábc ", "a Zebra "]
    assert [line.right for line in sort_kwic(lines, "right")] == [" a", " B a", " b c"]


def test_ids_and_each_path_once_in_the_order_of_the_hits() -> None:
    other = EVENT._replace(doc="00000001", path="/archive/two  spaces.txt")
    hits = [make_hit(EVENT), make_hit(other), make_hit(EVENT._replace(n=9))]
    assert printed("ids", *hits) == "3f2a91c0#8\n00000001#8\n3f2a91c0#9\n"
    assert printed("paths", *hits) == "/archive/a.txt\n/archive/two  spaces.txt\n"


# Whatever the text

NASTY = "\x1b[31m \x9b5n \x00 \x07 \x7f \u202e \u2066 \u2028 \ud800 \r \x85 \u200f \x1d \ufeff"


def nasty(style: str, text: str, words: str) -> str:
    """What ``style`` prints of a hit that is made of ``text`` from end to end, with neighbours and a query."""
    turn = Turn("answer", Span(0, len(text)), label=text, speaker=text)
    passage: Passage = WORDS._replace(
        title=text, place=(text,), speakers=(text,), asked_by=text, mentions=(text,), path=f"/{text}", url=f"http://{text}",
        text=text, turns=(turn,),
    )  # fmt: skip
    hit = make_hit(passage, words)
    return printed(style, Shown(hit, (passage,), (passage,), text), Shown(hit, (), (), text))


@pytest.mark.parametrize("style", STYLES)
def test_no_style_prints_what_a_terminal_obeys(style: str) -> None:
    written = nasty(style, f"Some{NASTY}words.", "words")
    assert "words" in written or style == "ids"
    assert set(re.findall(UNSAFE, written)) <= set(ALLOWED.get(style, ""))


TEXTS = st.text(st.one_of(st.characters(), st.sampled_from(NASTY + "\"\t\n,;'*_<. aA")), min_size=1, max_size=60)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(STYLES))
def test_every_style_prints_any_text(text: str, style: str) -> None:
    assert set(re.findall(UNSAFE, nasty(style, text, r"\w+"))) <= set(ALLOWED.get(style, ""))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_tables_read_back_with_the_same_columns(text: str) -> None:
    for style, read in (("csv", read_csv), ("tsv", read_tsv)):
        written = nasty(style, text, r"\w+")
        rows = read(written)
        assert [len(row) for row in rows] == [len(KEYS) + 3] * 3
        assert len(rows[1][rows[0].index("text")]) == len(text)
    assert {line.count("\t") for line in written.split("\n")[:-1]} == {len(KEYS) + 2}


def test_no_format_for_scripts_waits_for_rich() -> None:
    code = (
        "import sys\nfrom natosearch.output.formats import STYLES, render\nfrom natosearch.output.shown import Shown\n"
        "from tests.made_hits import WORDS, make_hit\n"
        "for style in STYLES: list(render([Shown(make_hit(WORDS, 'KFOR'))], style))\n"
        "print(*[name for name in ('rich', 'click', 'whoosh', 'urllib.parse') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=PLAIN, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("\n", "")
