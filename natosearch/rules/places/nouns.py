"""How English shows what a capitalised word is: a noun or an adjective, part of a person's name or not."""

from __future__ import annotations

import re

from natosearch.rules.places.scene import POSSESSIVE, SPACE, Scene

_PARTNERS_IN_A_ROW = 8


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


DIRECTIONS = _words(
    "north south east west northern southern eastern western central middle northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern upper lower greater"
)
# Words that may stand in front of or behind a noun without being part of its name; verbs only as they follow a country.
_FUNCTION = _words(
    """
    a an the this that these those my your our his her its their some any all both each every no not never and or
    but nor so yet if when whenever while where as than then because since until till after before although though
    unless whether once in on at to from for of by with without within into onto over under up down out off about
    above across against along among around behind below beside between beyond despite during except inside near
    outside per through throughout toward towards upon via like including regarding versus i you he she it we they
    who whom whose which what why how here there now today tomorrow yesterday tonight also again already always
    often still just only even ever too well very really soon later first finally currently recently certainly
    clearly simply actually obviously rather quite perhaps maybe indeed instead together alone itself themselves be
    am is are was were been being isnt arent wasnt werent has have had having hasnt havent hadnt do does did doing
    doesnt dont didnt will would wont wouldnt can could cant cannot couldnt shall should shouldnt may might must
    ought says say said sees see saw seen knows knew known wants want wanted needs need needed makes make made takes
    take took taken gives give gave given gets get got goes go went gone comes come came becomes became remains
    remain stands stood assesses condemns urges intends provides recognizes invests contributes maintains insists
    accepts joins participates continues continue believes believe thinks think thought feels felt looks seems seem
    supports plans leads led hopes keeps kept holds held puts put brings brought sends sent sets let lets shows
    showed tries agrees calls asks hosts spends spent pays paid leaves left starts began begins stops ends won lost
    withdraws withdrew pulls refuses decides considers expects regards recognises welcomes opposes strongly fully
    firmly
    """
)
# "the U.S. announced" but "U.S. armed forces"; "the UK recently" but "UK family".
_NOT_VERBS = _words("armed led based backed sponsored owned funded trained made brokered mediated supplied")
_NOT_ADVERBS = _words("family ally supply assembly monthly daily weekly italy anomaly early elderly friendly")
_LANDS = _words("region area coast basin rim theater theatre neighbourhood neighborhood")
# Events and installations carry the name of their place without hiding it: "Paris Summit", "Georgia Ministerial".
_EVENTS = _words(
    """summit summits conference ministerial meeting meetings airport base naval air province city river forum security
    communique donors declaration valley peninsula nato peace talks central"""
)
_PARTNERS = _words("us uk eu nato un")
_CALENDAR = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december"""
)
_NATIONALITY = re.compile(r"\w*(?:ian|ean|can|ish|ese)|french|dutch|german|afghan|greek|swiss|allied|coalition")


def in_a_person(scene: Scene, i: int, end: int) -> bool:
    """A capitalised word that is no function word stands beside the words ``i`` to ``end``: a first or second name."""
    if scene.beside(end) and not scene.possessive(end - 1):
        after, written = scene.folded[end], scene.written(end)
        if after in _EVENTS:
            return False
        if len(written) == 1 and written.isupper() and scene.gap(end + 1)[:1] == ".":
            return True
        if written[0].isupper() and not written.isupper() and after not in _FUNCTION and after not in _CALENDAR:
            return True
    before, gap = scene.written(i - 1) if i else "", scene.gap(i)
    if len(before) == 1 and before.isupper() and gap.strip() == "." and before != "I":
        return True
    if not before[:1].isupper() or not scene.beside(i) or POSSESSIVE.search(before):
        return False
    folded = scene.folded[i - 1]
    if folded in _FUNCTION or folded in DIRECTIONS or folded in _CALENDAR:
        return False
    return not before.isupper() or scene.written(i).isupper()


def is_noun(scene: Scene, end: int) -> bool:
    """What follows word ``end - 1`` shows that it is no adjective: "the U.S. has", "the Gulf."; not "U.S. troops"."""
    # "US and UK troops" against "the US and the UK": what follows the last of them decides.
    for _ in range(_PARTNERS_IN_A_ROW):
        if end + 1 < len(scene.words) and _joins_partner(scene, end):
            end += 2
    if scene.possessive(end - 1) or end >= len(scene.words):
        return True
    gap, after = scene.gap(end), scene.folded[end]
    if gap[:1] in ("-", "\u2010", "\u2011", "/", "$"):
        return False
    if not SPACE.fullmatch(gap):
        return True
    if after in ("and", "or") and end + 1 < len(scene.words):
        return not _NATIONALITY.fullmatch(scene.folded[end + 1])
    if after in _FUNCTION:
        # a capital begins a new sentence, and can do so only after the full stop of "U.S."
        return not scene.capital(end) or scene.written(end).isupper() or scene.written(end - 1)[-1] == "."
    return _goes_on(scene, end, after)


def _goes_on(scene: Scene, end: int, after: str) -> bool:
    """Whether the word behind a noun is a land or looks like a verb: "the U.S. agreed", not "U.S. troops"."""
    if after in _LANDS:
        return not scene.capital(end)
    if scene.capital(end) or after[0].isdigit():
        return False
    verb = after.endswith("ed") and after not in _NOT_VERBS
    return verb or (after.endswith("ly") and after not in _NOT_ADVERBS)


def _joins_partner(scene: Scene, end: int) -> bool:
    joined = scene.folded[end] in ("and", "or") and SPACE.fullmatch(scene.gap(end))
    return bool(joined) and not scene.possessive(end - 1) and scene.folded[end + 1] in _PARTNERS
