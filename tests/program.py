"""The real program in a process of its own, as scripts run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.documents import ROOT

PLAIN = {name: value for name, value in os.environ.items() if not name.startswith("NATOSEARCH_")}


def natosearch(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """What `natosearch ARGUMENTS` prints and with which code it exits."""
    return subprocess.run(
        [sys.executable, "-m", "natosearch", *arguments],
        cwd=cwd,
        env={**PLAIN, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


def records(output: str) -> list[dict[str, Any]]:
    """The objects of JSON Lines."""
    return [json.loads(line) for line in output.splitlines()]
