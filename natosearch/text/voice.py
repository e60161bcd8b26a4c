"""Whether a text speaks in the first person, as a statement does and a report does not."""

from __future__ import annotations

import re

_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|us|[Oo]ur|[Mm]y|[Jj]e|[Nn]ous|[Nn]otre|[Nn]os)\b")
_QUOTED = re.compile(r"[\"\u201c][^\"\u201c\u201d]{0,600}[\"\u201d]")


def first_person_words(text: str) -> int:
    """How often ``text`` says `I`, `we`, `us`, `our` or `my`, or the same in French, what it quotes left out."""
    return len(_FIRST_PERSON.findall(_QUOTED.sub(" ", text)))
