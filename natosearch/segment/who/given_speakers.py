"""Speakers that an editor names, and the words that are therefore theirs."""

from __future__ import annotations

from natosearch.model.documents import Listed
from natosearch.model.passages import Role, Span
from natosearch.rules import Rules
from natosearch.segment.labels.labels import Label
from natosearch.segment.talk.turns import RawTurn
from natosearch.segment.who.attribution import Attribution
from natosearch.segment.who.cast import Named
from natosearch.segment.who.units import Resolve
from natosearch.text.words import fold_text


def with_given(detected: Resolve, about: Attribution, given: Listed, rules: Rules) -> Resolve:
    """``detected``, overruled by the speakers ``given``.

    A label that bears the name, surname, initials or office of one of them is theirs. The one speaker of a document has
    its unlabelled statement, its `A.` answers and the answers under its only label, if that names nobody else; of
    several one must be detected. No words go to them from a turn that is labelled with another's name, nor in an
    article.
    """
    if not given or about.kind == "article":
        return detected
    labels = [turn.label for turn in about.turns if turn.label and turn.floor in ("answer", "statement")]
    unlabelled = not any(turn.label for turn in about.turns)
    spoken_of = unlabelled and any(_speaks_of(name, about) for name in given.values)
    alone = len({label.key for label in labels}) == 1

    def resolve(turn: RawTurn, span: Span) -> Named:
        named = detected(turn, span)
        if turn.floor in ("question", "moderator", "direction"):
            return named
        if turn.label is not None and turn.label.role != "answer":
            meant = _meant(turn.label, given, about.date, rules)
            if alone and not meant and not rules.people.strip_titles(turn.label.text)[1]:
                meant = _only(given)
            return Named(meant, given.source, named.role) if meant else named
        if named.role and (spoken_of or not unlabelled):  # an introduction, or a report on them
            return named
        role: Role | None = "statement" if named.role and not turn.label else None
        name = _only(given) or next((one for one in given.values if fold_text(one) == fold_text(named.name)), "")
        return Named(name, given.source if name else "", role)

    return resolve


def _only(given: Listed) -> str:
    return given.values[0] if len(given.values) == 1 else ""


def _meant(label: Label, given: Listed, date: str, rules: Rules) -> str:
    """The one of ``given`` whose name, initials, surname or office the label bears."""
    initials = [one for one in given.values if _initials(one) == "".join(fold_text(label.text).split())]
    if len(initials) == 1:
        return initials[0]
    office, name = rules.people.strip_titles(label.text)
    if name:
        words = fold_text(name).split()
        known = rules.people.by_name(name)
        meant = [one for one in given.values if fold_text(one).split()[-len(words) :] == words]
        return known.name if known and known.name in given.values else meant[0] if len(meant) == 1 else ""
    asked = {mention.office.name for mention in rules.people.find_offices(office)}
    holders = [one for one in given.values if asked and _held(one, asked, date, rules)]
    return holders[0] if len(holders) == 1 else ""


def _initials(name: str) -> str:
    return "".join(word[0] for word in fold_text(name).split())


def _held(name: str, asked: set[str], date: str, rules: Rules) -> bool:
    """Whether ``name`` is known to have held one of the offices ``asked``, on ``date`` if there is one."""
    person = rules.people.by_name(name)
    tenures = person.tenures if person else ()
    return any(
        (not date or tenure.may_cover(date, date))
        and any(tenure.office == office or tenure.office.startswith(f"{office} of ") for office in asked)
        for tenure in tenures
    )


def _speaks_of(name: str, about: Attribution) -> bool:
    """Whether a document without labels names ``name`` in its words, as a report on them does."""
    surname = fold_text(name).split()[-1]
    return any(surname in fold_text(span.of(about.text)).split() for turn in about.turns for span in turn.spans)
