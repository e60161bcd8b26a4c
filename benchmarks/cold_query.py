"""What a query in a pipe costs, against a ten-line script that imports click and whoosh and runs the same search.

    python -m benchmarks.cold_query [RUNS]

Both run in turn, each in a fresh process, on an index of seeds/; the medians and their ratio are printed. The promise
is a ratio of at most 1.3. As where pip has installed it, the code is compiled beforehand, by a run that is not counted:
with PYTHONDONTWRITEBYTECODE set, each query would compile natosearch anew, a fifth of its time, and whoosh never.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROMISE = 1.3


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    with tempfile.TemporaryDirectory() as made:
        folder = os.path.join(made, "index")
        natosearch = [str(Path(sys.executable).with_name("natosearch"))]  # as users run it
        subprocess.run([*natosearch, "ingest", "--index", folder, str(ROOT / "seeds")], check=True, capture_output=True)
        commands = {
            "ten lines": [sys.executable, str(ROOT / "benchmarks" / "ten_lines.py"), folder, "kfor troop"],
            "natosearch": [*natosearch, "query", "--index", folder, "KFOR troops"],
            "natosearch --json": [*natosearch, "query", "--index", folder, "--json", "KFOR troops"],
            "python -c pass": [sys.executable, "-c", "pass"],
        }
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = os.path.join(made, "compiled")
        for command in commands.values():
            _milliseconds(command, environment)
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                times[name].append(_milliseconds(command, environment))
    base = statistics.median(times["ten lines"])
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"{name:18} median {median:6.1f} ms  (min {min(taken):6.1f})  {median / base:.2f} x ten lines")
    worst = max(statistics.median(times[name]) for name in commands if name.startswith("natosearch")) / base
    print(f"{'kept' if worst <= PROMISE else 'BROKEN'}: {worst:.2f} of at most {PROMISE}, {runs} runs in turn")
    sys.exit(worst > PROMISE)


def _milliseconds(command: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=environment)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
