"""The contract of an engine. Every engine passes every test: Whoosh, and the brute force that needs no index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from natosearch.engines import Engine, open_engine
from natosearch.engines.stored import dump_passage, load_passage
from natosearch.ingest import ingest
from natosearch.model.passages import IndexedDocument, Passage
from natosearch.query.parse import parse_query
from natosearch.query.tree import Filters, Sort
from natosearch.rules import load_rules
from tests.brute_force import BruteForceEngine
from tests.documents import SEEDS, archive

TEXTS = [path.read_text("utf-8") for path in SEEDS]
Make = Callable[[Path], Engine]


def whoosh(folder: Path) -> Engine:
    return open_engine(str(folder / "index"), create=True)


def brute_force(folder: Path) -> Engine:
    return BruteForceEngine()


@pytest.fixture(params=[whoosh, brute_force])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    made: Engine = request.param(tmp_path)
    made.replace(archive(*TEXTS), [], ["/made-up"])
    return made


def ids(engine: Engine, text: str, **filters: object) -> list[str]:
    options = {name: filters.pop(name) for name in ("matching", "exact") if name in filters}
    query = parse_query(text, Filters(**filters), **options)._replace(limit=0)  # type: ignore[arg-type]
    return [hit.passage.id for hit in engine.search(query).hits]


def test_every_word_of_a_short_query_must_match(engine: Engine) -> None:
    both = set(ids(engine, "KFOR troops"))
    assert both == set(ids(engine, "KFOR")) & set(ids(engine, "troops"))
    assert "00000003#5" in both


def test_case_accents_and_endings_do_not_matter(engine: Engine) -> None:
    assert set(ids(engine, "KOVACEVSKI")) == set(ids(engine, "Kovačevski")) != set()
    assert set(ids(engine, "troop")) == set(ids(engine, "troops")) != set()
    assert set(ids(engine, "1000 troops")) == set(ids(engine, "1,000 troops")) != set()


def test_exact_does_not_stem(engine: Engine) -> None:
    assert set(ids(engine, "troop", exact=True)) == {"00000001#3"}  # "troop deployment"
    assert set(ids(engine, "troops", exact=True)) < set(ids(engine, "troops"))


def test_a_phrase_stands_together(engine: Engine) -> None:
    assert ids(engine, '"KFOR troops"') == ["00000003#5"]
    assert not ids(engine, '"troops KFOR"')
    assert set(ids(engine, "Serb-majority")) == set(ids(engine, '"Serb majority"')) != set()


TWO_ANSWERS = (
    "Question: Will the troops stay in Ruritania?\n\nJens Stoltenberg: They will stay until the spring.\n\n"
    "Edi Rama: Comes the autumn, we shall see.\n\nQuestion: And then?\n\nJens Stoltenberg: Then we meet."
)


@pytest.mark.parametrize("make", [whoosh, brute_force])
def test_no_phrase_reaches_from_one_turn_to_the_next(make: Make, tmp_path: Path) -> None:
    engine = make(tmp_path)
    engine.replace(archive(TWO_ANSWERS), [], [])
    assert ids(engine, '"until the spring"') == ids(engine, '"comes the autumn"') == ["00000000#1"]
    assert not ids(engine, '"the spring comes"')
    assert not ids(engine, '"in Ruritania they"')


def test_longer_queries_need_most_of_their_words(engine: Engine) -> None:
    most = ids(engine, "KFOR troops attacked zebra")
    assert "00000003#5" in most
    assert most and not ids(engine, "KFOR troops attacked zebra", matching="all")
    assert set(most) <= set(ids(engine, "KFOR troops attacked zebra", matching="any"))


def test_passages_with_every_word_come_first(engine: Engine) -> None:
    every = set(ids(engine, "violence Kosovo September", matching="all"))
    assert set(ids(engine, "violence Kosovo September")[: len(every)]) == every


def test_who_where_and_when_match_too(engine: Engine) -> None:
    # the speaker's name stands in none of these paragraphs
    assert "00000003#7" in ids(engine, "Stoltenberg responded swiftly")
    assert "00000000#10" not in ids(engine, "Skopje 2022")
    assert "00000000#2" in ids(engine, "Skopje November 2023", matching="all")


def test_filters(engine: Engine) -> None:
    everything = set(ids(engine, "NATO"))
    for name, value in {
        "speaker": "stoltenberg",
        "place": "SKOPJE",
        "mentions": "kosovo",
        "topic": "kosovo-kfor",
        "unit": "qa",
        "kind": "interview",
    }.items():
        filtered = set(ids(engine, "NATO", **{name: (value,)}))
        assert filtered and filtered < everything, name
    assert not ids(engine, "NATO", speaker=("Nobody",))
    either = set(ids(engine, "NATO", kind=("interview", "article")))
    assert either == set(ids(engine, "NATO", kind=("interview",))) | set(ids(engine, "NATO", kind=("article",)))


def test_dates_are_inclusive_and_unknown_dates_are_left_out(engine: Engine) -> None:
    assert {one[:8] for one in ids(engine, "NATO", since="2023-11-22", until="2023-11-22")} == {"00000000", "00000002"}
    assert {one[:8] for one in ids(engine, "NATO", until="2022-08-10")} == {"00000001", "00000004"}
    assert {one[:8] for one in ids(engine, "NATO", since="2023-11-23")} == set()


def test_limit_and_total(engine: Engine) -> None:
    results = engine.search(parse_query("NATO")._replace(limit=3))
    assert [hit.rank for hit in results.hits] == [1, 2, 3]
    assert results.total == len(ids(engine, "NATO")) > 3


def test_matches_are_the_words_that_were_asked_for(engine: Engine) -> None:
    [hit] = engine.search(parse_query('"KFOR troops" soldiers')).hits
    assert [match.of(hit.passage.text) for match in hit.matches] == ["KFOR troops", "soldiers"]
    [hit] = engine.search(parse_query("troop", exact=True)).hits
    assert [match.of(hit.passage.text) for match in hit.matches] == ["troop"]  # not "troops"


def test_the_hits_of_one_query_are_always_in_the_same_order(engine: Engine) -> None:
    first = ids(engine, "NATO Allies")
    again = archive(*TEXTS)
    engine.replace(reversed(again), [], [])
    assert set(ids(engine, "NATO Allies")) == set(first)
    assert ids(engine, "NATO Allies") == ids(engine, "NATO Allies")


def test_of_equals_the_newer_comes_first_then_the_earlier_in_its_document(tmp_path: Path) -> None:
    words = "Mr Brown spoke of Ruritania at length, and everybody who was there listened to him."
    engine = whoosh(tmp_path)
    engine.replace(archive(*(f"Title\n\n{day} May 2020\n\n{words}\n\n{words}" for day in (3, 9, 5))), [], [])
    assert ids(engine, "Ruritania") == [
        "00000001#1",
        "00000001#2",
        "00000002#1",
        "00000002#2",
        "00000000#1",
        "00000000#2",
    ]


def test_what_is_answered_counts_more_than_what_is_asked(tmp_path: Path) -> None:
    engine = whoosh(tmp_path)
    asked = "Question: Will Ruritania join us next year?\n\nMark Rutte: That is for the Allies to say.\n\n"
    answered = "Question: Will anybody join us next year?\n\nMark Rutte: Yes, Ruritania is ready for it.\n\n"
    engine.replace(archive(asked + answered), [], [])
    assert ids(engine, "Ruritania") == ["00000000#2", "00000000#1"]


def test_a_thank_you_is_never_on_top(tmp_path: Path) -> None:
    engine = whoosh(tmp_path)
    said = "Mark Rutte: " + "We spoke of NATO and of what it can do for all who live in this part of the world. " * 3
    engine.replace(archive(f"Question: Thank you, NATO.\n\nMark Rutte: NATO.\n\nQuestion: And then?\n\n{said}"), [], [])
    assert ids(engine, "NATO") == ["00000000#2", "00000000#1"]


def test_replacing_removes_what_was_there(engine: Engine) -> None:
    changed = archive(TEXTS[0], TEXTS[1].replace("Montenegro", "Ruritania"))[1]
    engine.replace([changed], ["00000003"], [])
    assert not ids(engine, '"KFOR troops"')
    assert {one[:8] for one in ids(engine, "Ruritania")} == {"00000001"}
    assert len(engine.documents()) == len(TEXTS) - 1
    engine.replace([changed], [], [])
    assert len(engine.documents()) == len(TEXTS) - 1
    assert len(set(ids(engine, "NATO"))) == len(ids(engine, "NATO"))


def test_values_are_distinct_and_sorted(engine: Engine) -> None:
    assert engine.values("speaker") == ["jens stoltenberg"]
    assert "north macedonia" in engine.values("place")
    assert engine.values("kind") == ["article", "interview", "press conference"]


def test_roots_are_remembered_even_without_documents(engine: Engine) -> None:
    assert engine.roots() == ["/made-up"]
    engine.replace([], [], ["/another"])
    assert engine.roots() == ["/another", "/made-up"]
    assert len(engine.documents()) == len(TEXTS)


@pytest.mark.parametrize("make", [whoosh, brute_force])
def test_an_engine_with_nothing_in_it_finds_nothing(make: Make, tmp_path: Path) -> None:
    empty = make(tmp_path)
    assert empty.search(parse_query("NATO", Filters(since="2023-01-01", kind=("interview",)))).total == 0
    assert (empty.documents(), empty.roots(), empty.values("speaker")) == ([], [], [])


def test_a_failing_ingest_changes_nothing(engine: Engine) -> None:
    def failing() -> Iterator[tuple[IndexedDocument, list[Passage]]]:
        yield archive("Ruritania is a country far away, and nobody has ever been there at all, said Stoltenberg.")[0]
        raise RuntimeError("the disk is on fire")

    with pytest.raises(RuntimeError):
        engine.replace(failing(), ["00000003"], [])
    assert not ids(engine, "Ruritania")
    assert ids(engine, '"KFOR troops"') == ["00000003#5"]


def test_other_rules_read_a_document_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS[2], "utf-8")
    engine, rules = BruteForceEngine(), load_rules()
    assert ingest([str(tmp_path)], rules, engine).added == 1
    assert ingest([str(tmp_path)], rules, engine).unchanged == 1
    assert ingest([str(tmp_path)], rules._replace(version="other"), engine).updated == 1


def test_stored_passages_come_back_equal() -> None:
    for _, passages in archive(*TEXTS):
        assert [load_passage(dump_passage(passage)) for passage in passages] == passages


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> list[Engine]:
    engines = [whoosh(tmp_path_factory.mktemp("both")), BruteForceEngine()]
    for engine in engines:
        engine.replace(archive(*TEXTS, TALK, "Title\n\nMr Brown spoke of zebras in Kosovo at length."), [], [])
        engine.replace([], ["00000006"], [])
    return engines


WORDS = st.sampled_from(
    [
        "KFOR",
        "troops",
        "Kosovo",
        "NATO",
        "the",
        "Stoltenberg",
        "2023",
        "Skopje",
        "security",
        "allies",
        "zebra",
        "Serb-majority",
        "1,000",
        "we",
        "will",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(WORDS, min_size=1, max_size=5),
    st.booleans(),
    st.sampled_from(["most", "all", "any"]),
    st.booleans(),
    st.sampled_from([{}, {"unit": ("qa",)}, {"mentions": ("Kosovo",)}, {"since": "2023-01-01"}]),
)
def test_the_engines_find_the_same(
    both: list[Engine], words: list[str], phrase: bool, matching: str, exact: bool, filters: dict[str, object]
) -> None:
    text = " ".join(words)
    found = [set(ids(e, f'"{text}"' if phrase else text, matching=matching, exact=exact, **filters)) for e in both]
    assert found[0] == found[1]
    # a filter never adds hits
    assert found[0] <= set(ids(both[0], f'"{text}"' if phrase else text, matching=matching, exact=exact))


TALK = (
    "Joint press conference\n\n22 November 2023\n\n"
    "Question: Will KFOR get more helicopters?\n\n"
    "Jens Stoltenberg: We have sent a thousand soldiers to Kosovo.\n\n"
    "Edi Rama: Albania stands ready with frigates and with its port.\n\n"
    "Question: And what of the airspace?\n\n"
    "Edi Rama: Baltic air policing shows the way, and Kučova will be a base.\n\n"
    "Question: Is Ruritania next?\n\n"
    "Jens Stoltenberg: Allies decide on that, not Mr Rama, and they decide together."
)


@pytest.fixture(params=[whoosh, brute_force])
def talk(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    made: Engine = request.param(tmp_path)
    made.replace(archive(TALK), [], [])
    return made


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("soldiers OR frigates", [1]),
        ("Kosovo OR Baltic", [1, 2]),
        ("Kosovo AND frigates", [1]),
        ("Kosovo AND Baltic", []),
        ("* NOT Kosovo", [2, 3]),
        ("* -Kosovo -Baltic", [3]),
        ("-Kosovo", [2, 3]),
        ("(Kosovo OR Baltic) -frigates", [2]),
        ("heli*", [1]),
        ("*craft OR *copters", [1]),
        ("b?se", [2]),
        ("fr?g*", [1]),
        ("soldeirs~1", [1]),
        ("helecopter~1", []),
        ("helecopter~2", [1]),
        ("Kučova Baltic", [2]),
        ("=soldier", []),
        ("=soldiers", [1]),
        ('"air policing"', [2]),
        ('"policing air"', []),
        ('"policing way"~2', [2]),
        ('"way policing"~2', [2]),
        ('"policing way"~1', []),
        ('"port airspace"~20', []),
        ('"soldier soldiers"~9', []),
        ('"helicopters soldiers"~30', []),
        ("question:helicopters", [1]),
        ("answer:helicopters", []),
        ("answer:frigates", [1]),
        ("question:frigates", []),
        ("title:conference", [1, 2, 3]),
        ('title:"press conference" Ruritania', [3]),
        ("speaker:Rama", [1, 2]),
        ("speaker:Rama,Stoltenberg", [1, 2, 3]),
        ("-speaker:Rama", [3]),
        ("speaker:sto*", [1, 3]),
        ("speaker:Rama soldiers", []),
        ("speaker:Rama frigates", [1]),
        ("speaker:Rama helicopters", [1]),
        ("speaker:Rama KFOR frigates", [1]),
        ("speaker:Stoltenberg frigates", []),
        ("speaker:Stoltenberg Rama", [3]),
        ("speaker:Rama -soldiers", [1, 2]),
        ("speaker:Rama -frigates", [2]),
        ("speaker:Stoltenberg -frigates", [1, 3]),
        ("speaker:Stoltenberg AND frigates", []),
        ("speaker:Rama AND frigates", [1]),
        ('title:"press joint"~0', [1, 2, 3]),
        ("title:=conferences", []),
        ("=title:conference", [1, 2, 3]),
        ("date:2023-11 Ruritania", [3]),
        ("date:..2022", []),
        ("date:2020,2023 Ruritania", [3]),
        ("unit:qa Ruritania", [3]),
        ("kind:interview", []),
        ("doc:00000000 Ruritania", [3]),
        ("doc:0000* Ruritania", [3]),
        ("doc:nothing", []),
        ("the", [2]),
        ("the Ruritania", [3]),
        ("🙂", []),
    ],
)
def test_the_query_language(talk: Engine, text: str, numbers: list[int]) -> None:
    assert sorted(int(one.partition("#")[2]) for one in ids(talk, text)) == numbers


@pytest.mark.parametrize("make", [whoosh, brute_force])
@pytest.mark.parametrize(
    "text", ["mentions:Kosovo", "speaker:Rama mentions:Kosovo", "speaker:Rama mentions:Kosovo -zebra"]
)
def test_a_value_that_is_part_of_another_is_meant_alone(make: Make, tmp_path: Path, text: str) -> None:
    [(one, ours), (other, theirs)] = archive(TALK, f"{TALK} They do.")
    engine = make(tmp_path)
    engine.replace(
        [
            (one, [passage._replace(mentions=("Kosovo",)) for passage in ours]),
            (other, [passage._replace(mentions=("North Kosovo",)) for passage in theirs]),
        ],
        [],
        [],
    )
    assert {found[:8] for found in ids(engine, text)} == {"00000000"}


@pytest.mark.parametrize("make", [whoosh, brute_force])
def test_what_was_removed_is_no_value_any_more(make: Make, tmp_path: Path) -> None:
    engine = make(tmp_path)
    engine.replace(archive(TALK, *TEXTS), [], [])
    engine.replace([], ["00000000"], [])
    assert "edi rama" not in engine.values("speaker")
    assert not ids(engine, "frigates")


def test_what_a_filtered_speaker_says_is_marked_and_nothing_else(talk: Engine) -> None:
    [hit] = talk.search(parse_query("KFOR soldiers frigates", Filters(speaker=("Rama",)), matching="any")).hits
    assert [match.of(hit.passage.text) for match in hit.matches] == ["KFOR", "frigates"]
    assert [turn.speaker for turn in hit.heard if turn.role != "question"] == ["Edi Rama"]


def test_longer_queries_also_find_what_goes_on_talking_about_it(engine: Engine) -> None:
    results = engine.search(parse_query("KFOR troops attacked May")._replace(limit=0))
    assert 0 < results.complete <= results.most < results.total
    ranks = [hit.rank for hit in results.hits]
    assert ranks == list(range(1, results.total + 1))


def test_a_long_query_of_which_one_word_is_known_finds_nothing(engine: Engine) -> None:
    assert ids(engine, "KFOR zebra") == ids(engine, "KFOR zebra quagga") == ids(engine, "KFOR zebra quagga okapi") == []
    assert ids(engine, "KFOR troops quagga")


def test_words_that_no_passage_has_are_named(engine: Engine) -> None:
    results = engine.search(parse_query('Stoltenburg "zebra KFOR" -giraffe title:quagga'))
    assert set(results.unknown) == {"stoltenburg", "zebra", "quagga"}
    assert "stoltenberg" in engine.vocabulary()


def test_offset_and_sorting(engine: Engine) -> None:
    def found(offset: int) -> list[str]:
        return [hit.passage.id for hit in engine.search(parse_query("NATO")._replace(limit=0, offset=offset)).hits]

    assert found(3) == found(0)[3:]
    assert not found(1000)
    assert engine.search(parse_query("NATO")._replace(limit=2, offset=3)).hits[0].rank == 4


def test_sorting_by_date_leaves_the_undated_for_the_end(tmp_path: Path) -> None:
    engine = whoosh(tmp_path)
    dated = [f"Title\n\n{day}\n\nMr Brown spoke of Ruritania at length." for day in ("3 May 2020", "9 May 2020")]
    engine.replace(archive(*dated, "Title\n\nMr Brown spoke of Ruritania at length."), [], [])
    sorts: list[tuple[Sort, list[int]]] = [("date", [0, 1, 2]), ("-date", [1, 0, 2]), ("doc", [1, 0, 2])]
    for sort, order in sorts:
        hits = engine.search(parse_query("Ruritania")._replace(sort=sort)).hits
        assert [int(hit.passage.doc) for hit in hits] == order, sort


def test_passages_of_a_document_and_what_is_remembered_of_its_file(engine: Engine) -> None:
    passages = engine.passages("00000003")
    assert [passage.n for passage in passages] == sorted(passage.n for passage in passages)
    assert {passage.doc for passage in passages} == {"00000003"}
    assert not engine.passages("ffffffff")
    assert [source.doc for source in engine.sources(["00000003", "ffffffff"])] == ["00000003"]


LEAVES = st.sampled_from(
    [
        *("KFOR", "troops", "the", "kosov*", "n?to", "troopz~1", "=troops", '"Kosovo and"', '"NATO Kosovo"~6', "2023"),
        *("Serb-majority", "speaker:Stoltenberg", "mentions:Kosovo", "date:2023", "unit:qa", "title:conference", "*"),
        *("question:Kosovo", "answer:we", "zebras", "kind:article,interview", "security", "frigates", "speaker:Rama"),
    ]
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).map(lambda parts: f"({' '.join(parts)})"),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({' OR '.join(parts)})"),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"({' AND '.join(parts)})"),
        inner.map(lambda part: f"NOT {part}"),
    ),
    max_leaves=6,
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(TREES, min_size=1, max_size=3),
    st.sampled_from(["most", "all", "any"]),
    st.booleans(),
    st.sampled_from(["", "Stoltenberg", "Rama"]),
)
def test_the_engines_read_any_query_alike(
    both: list[Engine], parts: list[str], matching: str, exact: bool, speaker: str
) -> None:
    text = " ".join(parts)
    filters = {"speaker": (speaker,)} if speaker else {}
    results = [
        engine.search(
            parse_query(text, Filters(**filters), matching=matching, exact=exact)._replace(limit=0)  # type: ignore[arg-type]
        )
        for engine in both
    ]
    found = [{hit.passage.id: (hit.matches, hit.heard) for hit in one.hits} for one in results]
    assert found[0] == found[1]
    assert results[0][1:] == results[1][1:]
    for hit in results[0].hits:
        assert all(0 <= first < last <= len(hit.passage.text) for first, last in hit.matches)
