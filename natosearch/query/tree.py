"""The query as a tree: first as it was typed, then as it is to be met; every engine translates the second.

Named tuples whose annotations are no strings: :mod:`natosearch.model.passages` says why. As tuples are equal by what is
in them, nodes that hold the same kinds of things have a ``sign`` that tells them apart.
"""

from typing import Literal, NamedTuple

# The fields by which passages can be filtered, as options and in the index.
FILTER_FIELDS = ("speaker", "place", "mentions", "topic", "unit", "kind")
# The fields whose words can be asked for alone.
TEXT_FIELDS = ("title", "question", "answer")
VALUE_FIELDS = (*FILTER_FIELDS, "doc")
FIELDS = (*FILTER_FIELDS, "date", "title", "doc", "question", "answer")

Matching = Literal["most", "all", "any"]
Sort = Literal["relevance", "date", "-date", "doc"]


class Word(NamedTuple):
    """One word, folded; matched by its stem unless ``exact``. ``capitals``: typed so, as acronyms are."""

    folded: str
    exact: bool = False
    capitals: bool = False


class Pattern(NamedTuple):
    """A folded word in which ``*`` stands for any letters, also none, and ``?`` for one: `kosov*`, `w?rd`."""

    pattern: str


class Fuzzy(NamedTuple):
    """A folded word in any spelling at most ``edits`` letters away; two neighbours swapped are one edit."""

    folded: str
    edits: int


Term = Word | Pattern | Fuzzy


class Phrase(NamedTuple):
    """Terms next to each other in one turn, in this order, as quoted."""

    terms: tuple[Term, ...]
    sign: Literal["phrase"] = "phrase"


class Compound(NamedTuple):
    """The same written as one word: `Serb-majority`, `C-71`. It counts as a word."""

    terms: tuple[Term, ...]
    sign: Literal["compound"] = "compound"


class Near(NamedTuple):
    """Terms in one turn, in any order, with at most ``within`` other words between the first and the last."""

    terms: tuple[Term, ...]
    within: int
    sign: Literal["near"] = "near"


class Same(NamedTuple):
    """What was asked for or another name for it; found together they are one thing found more often."""

    asked: Word | Compound | Phrase
    others: tuple[Word | Phrase, ...]


Leaf = Word | Pattern | Fuzzy | Phrase | Compound | Near | Same


class In(NamedTuple):
    """``leaf`` in one field alone: `title:Madrid`."""

    field: str
    leaf: Leaf


class Has(NamedTuple):
    """A value of ``field`` is one of ``values``; see :mod:`natosearch.query.filters`."""

    field: str
    values: tuple[tuple[Term, ...], ...]


class Days(NamedTuple):
    """ISO days, both inclusive; an empty one leaves that side open."""

    first: str
    last: str


class During(NamedTuple):
    """The document's date is known and lies in one of ``ranges``."""

    ranges: tuple[Days, ...]


class Everything(NamedTuple):
    """Every passage."""

    sign: Literal["everything"] = "everything"  # an empty tuple would be false


class And(NamedTuple):
    """Each of ``parts``."""

    parts: "tuple[Node, ...]"
    sign: Literal["and"] = "and"


class Or(NamedTuple):
    """At least one of ``parts``."""

    parts: "tuple[Node, ...]"
    sign: Literal["or"] = "or"


class Not(NamedTuple):
    """Not ``part``."""

    part: "Node"


class Together(NamedTuple):
    """Parts typed one after the other with nothing between: how many must match is said outside the query."""

    parts: "tuple[Node, ...]"
    sign: Literal["together"] = "together"


class Some(NamedTuple):
    """At least ``at_least`` of ``parts``."""

    parts: "tuple[Node, ...]"
    at_least: int
    sign: Literal["some"] = "some"


Node = Leaf | In | Has | During | Everything | And | Or | Not | Together | Some


class Filters(NamedTuple):
    """Which passages may be found at all, as options give it: OR inside a field, AND between them; empty means any.

    ``since`` and ``until`` are ISO days, inclusive.
    """

    speaker: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    since: str = ""
    until: str = ""


class Plan(NamedTuple):
    """What a passage must meet: at least ``at_least`` of the ``words``, all ``parts`` and all ``conditions``.

    ``lenient`` lets fewer words do where the document has others; see :func:`natosearch.query.meets.enough`.
    ``words`` and ``parts`` are scored, ``conditions`` are not. With ``voices`` the words must be those of one of these
    speakers, or stand in a question that they answer. Without words, parts and conditions nothing is met.
    """

    words: tuple[Node, ...] = ()
    at_least: int = 0
    parts: tuple[Node, ...] = ()
    conditions: tuple[Node, ...] = ()
    voices: tuple[Has, ...] = ()
    lenient: bool = False
    dropped: tuple[str, ...] = ()  # words too common to decide

    @property
    def scored(self) -> tuple[Node, ...]:
        return (*self.words, *self.parts)


class Query(NamedTuple):
    """What to find, in which order, and how much of it to return: ``limit`` 0 means all that is left after ``offset``.

    ``tree`` is the query as typed, ``plan`` what is to be met, ``notes`` say where it was read otherwise than its
    writer may think. With ``explain`` each hit says what made its score. With ``plain`` BM25F alone ranks:
    what a benchmark can hold against others.
    """

    tree: Node
    plan: Plan
    limit: int = 10
    offset: int = 0
    sort: Sort = "relevance"
    explain: bool = False
    plain: bool = False
    notes: tuple[str, ...] = ()
