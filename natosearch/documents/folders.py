"""What the documents of a folder have in common."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator

from natosearch.documents.read import read_source
from natosearch.model.documents import Problem
from natosearch.rules import Rules
from natosearch.segment.page.repeated import LEAST, learn_lines
from natosearch.text.lines import Line, split_lines

# Other types bring their own marks of what is page matter, and are too slow to be read twice.
_PLAIN = (".txt", ".text", ".md", ".markdown")
_MOST = 400  # documents of a folder that are read for this, evenly spaced: a share shows in a sample too


def learn_folders(paths: Iterable[str], rules: Rules) -> dict[str, frozenset[str]]:
    """For each folder of ``paths``, absolute, the lines that its plain documents share as page matter.

    It depends on which documents there are, not on their order.
    """
    folders: dict[str, list[str]] = defaultdict(list)
    for path in sorted(set(paths)):
        if path.lower().endswith(_PLAIN):
            folders[os.path.dirname(path)].append(path)
    return {folder: learn_lines(_read(names), rules) for folder, names in folders.items() if len(names) >= LEAST}


def _read(paths: list[str]) -> Iterator[list[Line]]:
    step = max(1.0, len(paths) / _MOST)
    for number in range(min(len(paths), _MOST)):
        source = read_source(paths[int(number * step)])
        if not isinstance(source, Problem):
            yield split_lines(source.text)
