"""Writes tests/golden anew (`make golden`): each seed as `natosearch inspect` prints it into a pipe."""

from __future__ import annotations

import os
from pathlib import Path

from natosearch.output.outline import document_lines
from tests.documents import ROOT, SEEDS, seed

GOLDEN = ROOT / "tests" / "golden"


def golden_name(path: Path) -> str:
    """`seeds/000_638065210040ca12.txt`: `000.txt`."""
    return f"{path.name[:3]}.txt"


def main() -> None:
    os.chdir(ROOT)  # paths are shown relative to the current folder
    for number, path in enumerate(SEEDS):
        lines = "\n".join(document_lines(seed(number)))
        (GOLDEN / golden_name(path)).write_text(lines + "\n", "utf-8")


if __name__ == "__main__":
    main()
