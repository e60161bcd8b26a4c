"""Who gives the answers that are only marked `A:` where several people answer: whom the question before speaks to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from natosearch.model.passages import Span
from natosearch.segment.talk.turns import RawTurn
from natosearch.segment.who.cast import Cast, Named, office_words
from natosearch.text.words import fold_text

# `Ken, on the bridge`, `Yes, General, how many`, `Mr Solana, may I ask`
_ADDRESS = re.compile(
    r"(?:(?:Yes|Well|Hi|Hello|And|But|So|Thank you|Thanks|Okay|OK|Good (?:morning|afternoon|evening)|Just|Sir)"
    r"[,.]?\s+){0,2}(?:to |for |a question (?:to|for) )?"
    r"(?P<who>(?:[Tt]he )?[^\W\d_a-z][\w.'\u2019-]*(?:[ \u00a0][^\W\d_a-z][\w.'\u2019-]*){0,3}),"
)
# `And tomorrow?`, `Nothing that you know or --`, `Is that all?`
_GOES_ON = re.compile(
    r"\A\W*(?:And|But|So|Then|Or|Why|Nothing|Which|Who|Where|When|Sorry|Follow|To follow|Just to|You)\b"
    r"|\A\W*(?:\w+\W+){1,3}(?:that|it|this|they|them|those)\b|(?:--|\u2014|\.\.\.|\u2026)\s*\Z"
)
_OPENING = 120  # code points
_HONORIFICS = frozenset("mr mrs ms miss madam madame sir".split())
_RANKS = frozenset("general admiral colonel captain commander commodore brigadier ambassador".split())
_SHORTENED = 3  # letters: `Ken` is Kenneth


def find_answering(
    text: str, turns: Sequence[RawTurn], by_label: Mapping[str, Named], principal: Named, cast: Cast
) -> dict[tuple[Span, ...], Named]:
    """Who gives each answer marked with a letter, by the answer's first span, where the question tells.

    It is whoever the question speaks to, among those there, and nobody where that can be two. One that speaks to
    nobody and goes on from the last answer is for the same person, unless the event is somebody else's.
    """
    there = _there(turns, by_label, principal, cast)
    found: dict[tuple[Span, ...], Named] = {}
    if not any(_is_lettered(turn) for turn in turns):
        return found
    addressed: Named | None = None
    last: Named | None = None
    for turn in turns:
        if turn.floor == "question":
            asked = turn.text(text)
            addressed = _addressed(asked[:_OPENING], there, cast)
            others = last is not None and principal.name not in ("", last.name)
            if addressed is None and not others and _GOES_ON.search(asked):
                addressed = last
        elif _is_lettered(turn):
            last = addressed
            if addressed is not None:
                found[turn.spans[:1]] = Named(addressed.name, "address" if addressed else "")
        elif turn.label is not None and turn.label.role == "person":
            last = addressed = None
    return found


def _is_lettered(turn: RawTurn) -> bool:
    return turn.floor == "answer" and turn.label is not None and turn.label.role == "answer"


def _there(turns: Sequence[RawTurn], by_label: Mapping[str, Named], principal: Named, cast: Cast) -> dict[str, Named]:
    """Those whom the heading names and who are known to answer or state, by name."""
    people = {one.name: one for one in cast.names.values() if one.source in ("title", "header")}
    if principal:
        people[principal.name] = principal
    for turn in turns:
        if turn.label is not None and turn.label.role == "person" and turn.floor != "question":
            named = by_label[turn.label.text]
            if named and not named.role:
                people.setdefault(named.name, named)
    return people


def _addressed(opening: str, there: Mapping[str, Named], cast: Cast) -> Named | None:
    """The one of those ``there`` whom a question speaks to first, by a first name, a surname or a title; nobody certain
    where two are meant, and None where it speaks to none of them.
    """
    match = _ADDRESS.match(opening)
    if match is None:
        return None
    who = match.group("who").removeprefix("the ").removeprefix("The ")
    office, name = cast.people.strip_titles(who)
    if name:
        wanted = fold_text(name)
        meant = [one for one in there if _is_called(fold_text(one), wanted, titled=bool(office))]
    else:
        meant = [name for name in _titled(office or who, cast) if name in there]
    if not meant:
        return None
    return there[meant[0]] if len(meant) == 1 else Named()


def _titled(title: str, cast: Cast) -> list[str]:
    """Those to whom one says ``title``: `Mr President`, and `General` to a lieutenant general as well."""
    wanted = office_words(title, cast.people) - _HONORIFICS
    if wanted and wanted <= _RANKS:
        return list({one.name: 0 for words, one in cast.offices if wanted <= words and "secretary" not in words})
    return [one.name for one in cast.called(" ".join(sorted(wanted)))]


def _is_called(full: str, wanted: str, *, titled: bool) -> bool:
    """Whether somebody of this full name is spoken to as ``wanted``, both folded."""
    first = full.split()[0]
    if full == wanted or full.endswith(f" {wanted}"):
        return True
    return not titled and (first == wanted or (len(wanted) >= _SHORTENED and first.startswith(wanted)))
