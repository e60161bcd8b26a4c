"""A passage as it is kept in an index: JSON, never a pickle."""

from __future__ import annotations

import json
from typing import Any

from natosearch.model.passages import Passage, Span, Turn


def dump_passage(passage: Passage) -> str:
    """``passage`` as JSON; :func:`load_passage` gives an equal one back."""
    turns = [[t.role, t.span, t.label, t.speaker, t.speaker_source] for t in passage.turns]
    plain = [getattr(passage, name) for name in Passage._fields if name != "turns"]
    return json.dumps([*plain, turns], ensure_ascii=False, separators=(",", ":"))


def load_passage(stored: str) -> Passage:
    """The passage that :func:`dump_passage` wrote; raises ValueError, TypeError or KeyError for anything else."""
    *plain, turns = json.loads(stored)
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in zip(Passage._fields, plain, strict=False)
    }
    values["span"] = Span(*values["span"])
    values["turns"] = tuple(
        Turn(role, Span(*span), label, None, speaker, source) for role, span, label, speaker, source in turns
    )
    return Passage(**values)
