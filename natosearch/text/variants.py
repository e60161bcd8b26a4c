"""British and American spellings of a word made one, before it is stemmed: `defence` and `defense` are the same word.

Of two spellings the one is taken that merges less with other words: Snowball cuts -ize but not -ise, and would make
`author` of authorize, `organ` of organization, `public` of publicize; it makes one word of offense (a crime) and
offensive (an attack), of liter and literal. No first letter changes (enquiry, inquiry): `natosearch.query.matches`
relies on it.
"""

from __future__ import annotations

import re

# Letters that most words do not have, the spelling that some of the others have, and how all are to have it.
# What is only so in some words (four, hour, tower, sense are not) is said of those words alone.
_RULES = (
    # organize, emphasize; not seize, prize, size and what is made of it: resize, capsize
    ("iz", r"iz(?:(?<=..[^aeious]iz)|(?<=....[aeo]siz))(?=(?:able|ations?|ational(?:ly)?|e[ds]?|ers?|ing)$)", "is"),
    ("yz", r"yz(?<=[ao]lyz)(?=(?:e[ds]?|ers?|ing)$)", "ys"),
    (
        "our",
        r"^((?:dis|mis|un)?(?:arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|harb|hon|hum|lab|neighb|od|parl"
        r"|ranc|rig|rum|savi?|splend|tum|val|vap|vig))our",
        r"\1or",
    ),
    (
        "re",
        r"^((?:epi)?cent|fib|(?:centi|kilo|milli)?met|(?:amphi)?theat|calib|lust|meag|sab|somb|spect)re(?=s?$)",
        r"\1er",
    ),
    ("centr", r"^((?:re)?cent)r(?=(?:ed|ing)$)", r"\1er"),
    ("liter", r"^liter(?=s?$)", "litre"),
    ("oeuv", r"^(out)?manoeuvr(?:e(?=s?$)|(?=able|ability|e[dr]|ing))", r"\1maneuver"),
    ("ens", r"^(def|lic|off|pret)ens(?=e|ing$)", r"\1enc"),
    ("pract", r"^practis(?=e|ing$)", "practic"),
    ("logu", r"^(cata|dia|mono)logu(?:e(?=s?$)|(?=(?:ed|ing)$))", r"\1log"),
    ("programme", r"^programme(?=s?$)", "program"),
    ("lful", r"^(ski|wi)lful", r"\1llful"),
    ("ll", r"^((?:re)?fuel|dial|duel|counsel|council)l(?=(?:ed|ing|[eo]rs?)$)", r"\1"),
    ("gement", r"^(acknowled|jud)gement", r"\1gment"),
    ("rnt", r"^(bu|lea)rnt$", r"\1rned"),
    ("amt", r"^dreamt$", "dreamed"),
    ("ilt", r"^spoilt$", "spoiled"),
)
_BEGINNINGS = {
    "adviser": "advisor",
    "aeroplane": "airplane",
    "aluminium": "aluminum",
    "artefact": "artifact",
    "despatch": "dispatch",
    "focuss": "focus",
    "grey": "gray",
    "jewellery": "jewelry",
    "mould": "mold",
    "plough": "plow",
    "sceptic": "skeptic",
    "sulph": "sulf",
}
_ALL_BEGINNINGS = tuple(_BEGINNINGS)


def one_spelling(folded: str) -> str:
    """A folded word as all who write it would: ``organize`` gives ``organise``, ``labour`` gives ``labor``."""
    for letters, pattern, spelling in _RULES:
        if letters in folded:  # not compiled before: a query waits for it, and few words need one
            folded = re.sub(pattern, spelling, folded, count=1)
    if not folded.startswith(_ALL_BEGINNINGS):
        return folded
    begins = next(known for known in _ALL_BEGINNINGS if folded.startswith(known))
    return _BEGINNINGS[begins] + folded[len(begins) :]
