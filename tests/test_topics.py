"""Topics: what passages are about, what decided, and which files of rules are refused."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natosearch.errors import BadRules
from natosearch.rules.topics.file import parse_topics
from natosearch.rules.topics.topics import WEIGHTS, Topics

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parent.parent
SHIPPED = parse_topics(tomllib.loads((ROOT / "natosearch/data/topics.toml").read_text(encoding="utf-8")))


def row(**more: object) -> dict[str, object]:
    empty: dict[str, object] = {"strong": [], "medium": [], "weak": []}
    return {"id": "trees", "name": "Trees", "definition": "What grows", **empty, **more}


def made(*rows: dict[str, object]) -> Topics:
    return parse_topics({"topic": list(rows)})


PLAIN = [
    (
        "deterrence-defence",
        "An attack on one is an attack on all; our battlegroups in Latvia make Article 5 credible.",
    ),
    ("missile-defence", "The radar and the interceptors are part of our ballistic missile defence."),
    ("nuclear-arms-control", "We regret that the INF Treaty is dead, but we remain committed to arms control."),
    ("defence-spending", "Eleven Allies now meet the guideline of spending two per cent of GDP on defence."),
    ("capabilities", "The procurement agency wants the defence industry to produce more artillery shells."),
    ("strategic-concept", "The Strategic Concept that leaders adopt in Lisbon will guide us for ten years."),
    (
        "transatlantic",
        "Europe and North America are bound together, and the transatlantic bond has never been stronger.",
    ),
    ("enlargement", "NATO's door remains open, and Georgia has made progress on its Membership Action Plan."),
    ("nordic-accession", "Hungary is now the last to ratify the accession protocol of Sweden."),
    ("partnerships", "Mongolia joined the Partnership for Peace tools as a global partner."),
    ("nato-eu", "Under the Berlin Plus arrangements NATO and the European Union avoid duplication."),
    ("ukraine-support", "We will support Ukraine with ammunition and training for as long as it takes."),
    ("russia", "The NATO-Russia Council met, and we told Russia that the annexation of Crimea is illegal."),
    ("sanctions", "New export controls and sanctions hit the banks on Monday."),
    ("war-crimes", "Those who committed atrocities must answer before the tribunal in The Hague."),
    ("indo-pacific", "Peace in the Taiwan Strait matters, and so does freedom in the South China Sea."),
    ("western-balkans", "I discussed the stability of the Western Balkans in Skopje and in Podgorica."),
    ("kosovo-kfor", "KFOR will ensure a safe and secure environment in the north of Kosovo."),
    ("bel-pri-dialogue", "Belgrade and Pristina must return to the EU-facilitated dialogue on normalization."),
    ("bih-althea", "SFOR soldiers searched a house near Pale this morning."),
    ("kosovo-1999", "Our pilots flew 600 sorties against Milosevic's forces, and the air campaign goes on."),
    ("afghanistan", "ISAF will hand the lead for security in Helmand to Afghan forces."),
    ("iraq-isis", "The Global Coalition to defeat ISIS asked us to train Iraqi officers in Baghdad."),
    ("syria-mena", "The people of Libya are safer since Qadhafi's tanks left Misrata."),
    ("terrorism", "The fight against terrorism goes on after the suicide bombing in the city."),
    ("cyber-hybrid", "Hackers and disinformation are hybrid threats to our societies."),
    ("maritime", "Two frigates of Operation Ocean Shield stopped the pirates off the Horn of Africa."),
    ("migration", "Some 20,000 refugees crossed the border last night, says UNHCR."),
    ("energy", "We depend too much on Russian gas, and the pipeline does not help our energy security."),
    ("food-humanitarian", "The grain must leave the ports, or there will be famine."),
    ("wps", "Resolution 1325 on women, peace and security is ten years old."),
    ("climate", "Climate change melts the ice, and armies must cut their emissions."),
    ("human-rights-democracy", "The rule of law, an independent judiciary and free elections are what we expect."),
    ("greece-turkey", "The talks between Athens and Ankara on the continental shelf of the Aegean have begun."),
    ("commemoration", "We laid a wreath for the fallen and observed a minute of silence."),
    ("domestic", "The by-election will be about tax cuts and hospital waiting lists in New South Wales."),
]


OTHER_YEARS = [
    ("deterrence-defence", "The brigade that Germany will station in Lithuania is to be there for good."),
    ("nuclear-arms-control", "The Soviet SS-20 missiles must go before we give up the Pershing, said the Minister."),
    ("nuclear-arms-control", "The talks on mutual and balanced force reductions resume in Vienna."),
    ("defence-spending", "Ministers reaffirmed the goal of three per cent real growth in defence expenditure."),
    ("russia", "Mr Gorbachev and the Soviet leadership know that we want better relations."),
    ("indo-pacific", "Our battalion in South Vietnam will not be withdrawn while Hanoi goes on fighting."),
    ("indo-pacific", "INTERFET has restored order in Dili, and the militias are gone."),
    ("bih-althea", "The shelling of Gorazde must stop, or the Bosnian Serbs will face close air support."),
    ("western-balkans", "The insurgents hand over their weapons at Kumanovo, and Skopje changes its constitution."),
    ("terrorism", "Those who planned the attacks of 11 September will find no safe haven."),
    ("afghanistan", "The last evacuation flights left Kabul airport on Monday night."),
    ("iraq-isis", "The inspectors have found nothing, and Saddam has a last chance to disarm."),
    ("food-humanitarian", "Allies flew masks and ventilators to those whom the coronavirus hit hardest."),
    ("capabilities", "We must produce more ammunition, and faster, and give industry long-term contracts."),
    ("cyber-hybrid", "Sabotage of undersea cables is a hybrid attack, whoever ordered it."),
    ("ukraine-support", "The Patriots and the F-16s help Ukraine to protect its cities."),
    ("greece-turkey", "Mr Denktash and Mr Clerides will meet again to speak about the future of Cyprus."),
]


@pytest.mark.parametrize(("topic", "text"), OTHER_YEARS)
def test_a_sentence_of_another_year_has_its_topic(topic: str, text: str) -> None:
    assert topic in SHIPPED.topics(text)


def test_the_taxonomy_is_complete() -> None:
    assert sorted(SHIPPED.ids) == sorted(topic for topic, _ in PLAIN)
    assert len(SHIPPED.ids) == 36
    for topic in SHIPPED.entries:
        alternatives = sum(len(phrase.split(" / ")) for phrase, weight in topic.phrases if weight)
        assert alternatives >= 15, topic.id
        assert topic.name
        assert topic.definition


@pytest.mark.parametrize(("topic", "text"), PLAIN)
def test_a_plain_sentence_has_its_topic(topic: str, text: str) -> None:
    assert topic in SHIPPED.topics(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thank you very much. Next question, please.",
        "Good morning, and welcome to all of you.",
        "We have time for one last question, the lady in the second row.",
        "Ms Appathurai will now give the floor to Reuters.",
    ],
)
def test_courtesy_and_procedure_have_none(text: str) -> None:
    assert SHIPPED.topics(text) == ()


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("climate", "In the present political climate we need a safe and secure environment."),
        ("energy", "She puts all her time and energy into the talks, said the Energy Secretary."),
        ("enlargement", "They were denied access to the village."),
        ("bih-althea", "The President said that the former president would come."),
        ("terrorism", "I am extremely grateful for this extreme patience."),
        ("deterrence-defence", "The Minister of Defence met the Defence Secretary and the Chief of Defence."),
        ("domestic", "The House of the Archbishop was damaged."),
        ("enlargement", "Serbia wants EU membership."),
        ("wps", "I thank the brave men and women in uniform."),
        ("maritime", "The Allies providing the aircraft will be thanked."),
        ("transatlantic", "The United States Senator spoke in Washington."),
        ("sanctions", "It is an important and severely delayed decision."),
        ("human-rights-democracy", "The Government said so, and the Government knows."),
        ("war-crimes", "The Executive Director joined the meeting with the civilians of the office."),
    ],
)
def test_a_look_alike_has_not(topic: str, text: str) -> None:
    assert topic not in SHIPPED.topics(text)


def test_a_bare_mention_in_a_long_answer_is_not_enough() -> None:
    about = "We increased defence spending, and every Ally will spend two percent of GDP on defence. "
    assert SHIPPED.topics(about * 4 + "I said so in Kabul too.") == ("defence-spending",)


def test_the_question_speaks_for_a_short_answer() -> None:
    question = "Will KFOR send more soldiers to Mitrovica?"
    assert SHIPPED.topics("No.") == ()
    assert SHIPPED.topics("No.", inherited=question) == ("kosovo-kfor",)


def test_evidence_adds_up_and_stands_where_it_says() -> None:
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        hits = SHIPPED.explain(text)
        total = {id_: sum(hit.weight for hit in hits if hit.topic == id_) for id_ in SHIPPED.ids}
        assert SHIPPED.score(text) == pytest.approx({id_: n for id_, n in total.items() if n})
        assert all(hit.span.of(text).strip() and hit.topic in SHIPPED.ids for hit in hits)
        assert hits == sorted(hits, key=lambda hit: hit.span)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=" .,\n'’-KFORkosvna=/+é1U", max_size=80), st.text(max_size=40))
def test_any_text_has_at_most_three(text: str, question: str) -> None:
    ids = SHIPPED.topics(text, inherited=question)
    assert len(ids) <= 3
    assert set(ids) <= set(SHIPPED.ids)


RULES = made(
    row(
        strong=["=MAP", "old oak / tall fir", "oak + storm"], medium=["oak"], weak=["defence"], **{"not": ["oak table"]}
    )
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a MAP", [("MAP", 3.0)]),
        ("a map and a Map", []),
        ("the old oaks", [("old oaks", 3.0)]),
        ("TALL FIR", [("TALL FIR", 3.0)]),
        ("an oak", [("oak", 2.0)]),
        ("an oak table", []),
        ("An oak. An oak. Oak. Oak. Oak.", [("oak", 2.0), ("oak", 1.0), ("Oak", 1.0), ("Oak", 1.0)]),
        ("an oak, an oak, oak, oak, oak", [("oak", 2.0), ("oak", 0.6), ("oak", 0.36), ("oak", 0.216)]),
        ("an oak and a MAP", [("oak", 1.2), ("MAP", 3.0)]),
        ("The storm hit Mr. Oak", [("storm hit Mr. Oak", 3.0), ("Oak", 1.2)]),
        ("The storm came. An oak fell.", [("oak", 2.0)]),
        ("defense and Défence", [("defense", 1.0), ("Défence", 0.3)]),
        (". (oak)", [("oak", 2.0)]),
    ],
)
def test_how_phrases_count(text: str, found: list[tuple[str, float]]) -> None:
    hits = RULES.explain(text)
    assert [hit.span.of(text) for hit in hits] == [words for words, _ in found]
    assert [hit.weight for hit in hits] == pytest.approx([weight for _, weight in found])


WOOD = made(row(id="oaks", medium=["oak"], weak=["acorn"]), row(id="firs", medium=["fir"]))


def of_document(passages: list[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The topics of each passage, given as its question and what is said."""
    return WOOD.settle([WOOD.weigh(said, asked) for asked, said in passages])


LONG = "It was a long day, and we came back late in the evening, all of us, without any loss."


@pytest.mark.parametrize(
    ("passages", "topics"),
    [
        # what a third of the passages hold, the silent ones among them, the silent ones are about
        ([LONG + " Oaks.", LONG + " Oaks.", LONG], [("oaks",), ("oaks",), ("oaks",)]),
        ([LONG + " Oaks.", LONG + " Firs.", LONG], [("oaks",), ("firs",), ("oaks",)]),
        ([LONG + " Oaks.", LONG, LONG, LONG], [("oaks",), (), (), ()]),
        # a sixth needs a sign of its own
        ([LONG + " Oaks.", *[LONG] * 4, LONG + " Acorns."], [("oaks",), (), (), (), (), ("oaks",)]),
        # what says its own topic keeps it, and a short word says nothing
        ([LONG + " Oaks.", LONG + " Oaks.", LONG + " Firs."], [("oaks",), ("oaks",), ("firs",)]),
        ([LONG + " Oaks.", LONG + " Oaks.", "Thank you, and welcome."], [("oaks",), ("oaks",), ()]),
        ([LONG, LONG], [(), ()]),
        ([""], [()]),
        ([], []),
    ],
)
def test_what_a_document_is_about_speaks_for_its_silent_passages(
    passages: list[str], topics: list[tuple[str, ...]]
) -> None:
    assert of_document([("", said) for said in passages]) == topics


def test_a_question_that_says_no_topic_does_not_hide_the_documents() -> None:
    asked = (
        "And when do you expect all of them to be home again?",
        "Not before the spring, and nobody here can say more.",
    )
    assert of_document([("", LONG + " Oaks."), ("Is it an oak?", "Yes."), asked]) == [("oaks",)] * 3


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text(" .oakfirn", max_size=20), st.text(" .oakfirn", max_size=120)), max_size=5))
def test_a_passage_with_topics_of_its_own_keeps_them(passages: list[tuple[str, str]]) -> None:
    found = of_document(passages)
    for (asked, said), topics in zip(passages, found, strict=True):
        alone = WOOD.topics(said, inherited=asked)
        assert topics == alone or (not alone and len(topics) == 1)


def test_a_long_phrase_may_stand_on_several_lines() -> None:
    lines = made(row(strong=["old oak\n    / tall fir\n    + storm"]))
    assert lines.entries[0].phrases == (("old oak / tall fir + storm", 3.0),)
    assert lines.score("The storm took the tall fir.") == {"trees": 3.0}


def test_a_topic_yields_to_a_stronger_one_it_names() -> None:
    wide = row(id="plants", medium=["tree"], yields_to=["oaks"])
    narrow = row(id="oaks", medium=["oak"])
    assert made(wide, narrow).topics("here an oak is a tree") == ("oaks",)
    assert made(wide, narrow).topics("this is what a tree is") == ("plants",)
    assert made(wide, narrow).topics("a tree, another tree, and an oak") == ("plants", "oaks")


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({}, "topics: no [[topic]] entries"),
        ({"topic": []}, "topics: no [[topic]] entries"),
        ({"topics": [row()]}, "topics: unknown key 'topics'"),
        ({"topic": [3]}, "topic number 1: not a table"),
        ({"topic": [row(id="Two Words")]}, "topic number 1: 'id' must be lower-case words joined by hyphens"),
        ({"topic": [row(stong=["oak"])]}, "topic 'trees': unknown key 'stong'"),
        ({"topic": [row(name=3)]}, "topic 'trees': 'name' must be a text"),
        ({"topic": [row(definition=" ")]}, "topic 'trees': 'definition' must be a text"),
        ({"topic": [row(weak="oak")]}, "topic 'trees': 'weak' must be a list of phrases"),
        ({"topic": [row(weak=[1])]}, "topic 'trees': 'weak' must be a list of phrases"),
        ({"topic": [{"id": "trees"}]}, "topic 'trees': 'name' is missing"),
        ({"topic": [row(), row()]}, "topic 'trees': listed twice"),
        ({"topic": [row(yields_to=["bushes"])]}, "topic 'trees': yields_to names no other topic 'bushes'"),
        ({"topic": [row(yields_to=["trees"])]}, "topic 'trees': yields_to names no other topic 'trees'"),
        ({"topic": [row(weak=["oak", "Oak"])]}, "topic 'trees': phrase 'oak' is listed twice"),
        ({"topic": [row(weak=["oak / fir"], strong=["fir"])]}, "topic 'trees': phrase 'fir' is listed twice"),
    ],
)
def test_a_broken_file_is_refused(table: dict[str, object], message: str) -> None:
    with pytest.raises(BadRules) as caught:
        parse_topics(table)
    assert str(caught.value) == message


@pytest.mark.parametrize("phrase", ["", "oak +", "oak/fir", "+ oak", "oak / ", "..."])
def test_a_phrase_without_words_is_refused(phrase: str) -> None:
    with pytest.raises(BadRules, match="words must stand on both sides"):
        made(row(weak=[phrase]))


def test_weights_are_ordered() -> None:
    assert WEIGHTS["strong"] > WEIGHTS["medium"] > WEIGHTS["weak"] > 0
