"""Who gives the answers that are only marked `A:` where several people answer: whom the question before speaks to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from natosearch.model.passages import Span
from natosearch.segment.cast import Cast, Named
from natosearch.segment.turns import RawTurn
from natosearch.text.words import fold_text

# `Ken, on the bridge`, `Yes, General, how many`, `Mr Solana, may I ask`
_ADDRESS = re.compile(
    r"(?:(?:Yes|Well|Hi|Hello|And|But|So|Thank you|Thanks|Okay|OK|Good (?:morning|afternoon|evening)|Just|Sir)"
    r"[,.]?\s+){0,2}(?:to |for |a question (?:to|for) )?"
    r"(?P<who>(?:[Tt]he )?[^\W\d_a-z][\w.'\u2019-]*(?:[ \u00a0][^\W\d_a-z][\w.'\u2019-]*){0,3}),"
)
_OPENING = 120  # code points
_SHORTENED = 3  # letters: `Ken` is Kenneth


def find_answering(
    text: str, turns: Sequence[RawTurn], by_label: Mapping[str, Named], principal: Named, cast: Cast
) -> dict[tuple[Span, ...], Named]:
    """Who gives each answer marked with a letter, by the answer's first span, where several people speak.

    It is whoever the question speaks to, among those there; a question that speaks to nobody goes on with the last one
    who was spoken to, unless the event is somebody else's.
    """
    there = _there(turns, by_label, principal)
    found: dict[tuple[Span, ...], Named] = {}
    if not any(_is_lettered(turn) for turn in turns):
        return found
    addressed = last = Named()
    for turn in turns:
        if turn.floor == "question":
            addressed = _addressed(turn.text(text)[:_OPENING], there, cast) or _only_if(last, principal)
        elif _is_lettered(turn):
            last = addressed
            if addressed:
                found[turn.spans[:1]] = Named(addressed.name, "address")
        elif turn.label is not None and turn.label.role == "person":
            last = addressed = Named()
    return found


def _is_lettered(turn: RawTurn) -> bool:
    return turn.floor == "answer" and turn.label is not None and turn.label.role == "answer"


def _only_if(last: Named, principal: Named) -> Named:
    return last if not principal or last.name == principal.name else Named()


def _there(turns: Sequence[RawTurn], by_label: Mapping[str, Named], principal: Named) -> dict[str, Named]:
    """Those who are known to answer or state, by name."""
    people = {principal.name: principal} if principal else {}
    for turn in turns:
        if turn.label is not None and turn.label.role == "person" and turn.floor != "question":
            named = by_label[turn.label.text]
            if named and not named.role:
                people.setdefault(named.name, named)
    return people


def _addressed(opening: str, there: Mapping[str, Named], cast: Cast) -> Named:
    """The one of those ``there`` whom a question speaks to first, by a first name, a surname or a title."""
    match = _ADDRESS.match(opening)
    if match is None:
        return Named()
    who = match.group("who").removeprefix("the ").removeprefix("The ")
    office, name = cast.people.strip_titles(who)
    if name:
        wanted = fold_text(name)
        meant = [one for one in there if _is_called(fold_text(one), wanted, titled=bool(office))]
    else:
        meant = [one.name for one in cast.called(office or who) if one.name in there]
    return there[meant[0]] if len(meant) == 1 else Named()


def _is_called(full: str, wanted: str, *, titled: bool) -> bool:
    """Whether somebody of this full name is spoken to as ``wanted``, both folded."""
    first = full.split()[0]
    if full == wanted or full.endswith(f" {wanted}"):
        return True
    return not titled and (first == wanted or (len(wanted) >= _SHORTENED and first.startswith(wanted)))
