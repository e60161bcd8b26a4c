"""How fast documents are understood, and whether that depends on their size.

    python -m benchmarks.reading [FOLDER] [RUNS]

Reads the text files of a folder (seeds/ unless another is named) into memory, repeated until they are some hundred
kilobytes, and measures the processor time of one core in turn: reading (decoding a file), segmenting (lines, labels,
layout, turns), annotating (everything else: who, where, when, what about), and all together. Then it joins the files to
documents of 1, 4, 16 and 64 times a size. Medians over the runs are printed; the promise is 2 MB/s for all together,
and no less than half the speed at 64 times the size.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from natosearch.documents.read import read_source
from natosearch.documents.understand import read_document
from natosearch.model.documents import Problem, Source
from natosearch.rules import Rules, load_rules
from natosearch.segment.talk.outline import make_outline

ROOT = Path(__file__).resolve().parent.parent
PROMISE = 2.0  # MB/s
EVEN = 0.5  # of the speed at the smallest size
USEFUL = 400_000  # bytes: enough for a steady measurement
SMALLEST = 20_000  # code points: the size that is multiplied
SIZES = (1, 4, 16, 64)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "seeds"
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    rules = load_rules()
    paths = [str(path) for path in sorted(folder.glob("*.txt"))]
    sources = [source for source in map(read_source, paths) if not isinstance(source, Problem)]
    if not sources:
        sys.exit(f"{folder}: no text files")
    size = sum(len(source.text.encode()) for source in sources)
    times = -(-USEFUL // size)
    print(f"{len(sources)} files of {folder}, {size / 1e6:.2f} MB, {times} times; {runs} runs in turn, medians")
    kept = _stages(paths * times, sources * times, rules, runs) >= PROMISE
    even = _sizes([source.text for source in sources], rules, runs) >= EVEN
    print(f"{'kept' if kept else 'BROKEN'}: {PROMISE} MB/s; {'kept' if even else 'BROKEN'}: {EVEN:.0%} at any size")
    sys.exit(not (kept and even))


def _stages(paths: Sequence[str], sources: Sequence[Source], rules: Rules, runs: int) -> float:
    """Prints the speed of each stage; returns that of all together."""
    megabytes = sum(len(source.text.encode()) for source in sources) / 1e6

    def read() -> None:
        for path in paths:
            read_source(path)

    def segment() -> None:
        for source in sources:
            make_outline(source.text, rules)

    def understand() -> None:
        for source in sources:
            read_document(source, rules)

    reading, segmenting, understanding = _seconds([read, segment, understand], runs)
    together = reading + understanding
    stages = {
        "reading": reading,
        "segmenting": segmenting,
        "annotating": understanding - segmenting,
        "all together": together,
    }
    for name, taken in stages.items():
        print(f"{name:14} {megabytes / taken:8.2f} MB/s   {taken / together:4.0%} of the time")
    return megabytes / together


def _sizes(texts: Sequence[str], rules: Rules, runs: int) -> float:
    """Prints the speed at each size; returns the slowest as a part of that at the smallest."""
    whole = "\n\n".join(texts)
    sources = [_of_size(whole, SMALLEST * times) for times in SIZES]

    def understand(source: Source) -> Callable[[], None]:
        return lambda: _discard(read_document(source, rules))

    taken = _seconds([understand(source) for source in sources], runs)
    speeds = [len(source.text.encode()) / 1e6 / seconds for source, seconds in zip(sources, taken, strict=True)]
    for times, source, speed in zip(SIZES, sources, speeds, strict=True):
        shown = f"{len(source.text) / 1e6:.2f} million characters"
        print(f"{times:3} x {shown:>26} {speed:6.2f} MB/s   {speed / speeds[0]:.2f} x the smallest")
    return min(speeds) / speeds[0]


def _of_size(text: str, size: int) -> Source:
    """One document of ``size`` code points: ``text`` again and again."""
    return Source(f"{size}.txt", (text * (size // len(text) + 1))[:size], "")


def _discard(_document: object) -> None:
    """Nothing: only the time counts."""


def _seconds(works: Sequence[Callable[[], None]], runs: int) -> list[float]:
    """The median processor time of each of ``works``, done in turn, once more to begin with."""
    taken: list[list[float]] = [[] for _ in works]
    for run in range(runs + 1):
        for work, times in zip(works, taken, strict=True):
            started = time.process_time()
            work()
            if run:  # the first fills what is remembered of words
                times.append(time.process_time() - started)
    return [statistics.median(times) for times in taken]


if __name__ == "__main__":
    main()
