"""Every command of the README is run, as a reader would run it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.documents import ROOT

README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = [
    line.split("  #")[0].strip()
    for block in re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
    if line.strip()
]
SETTING_UP = ("git clone", "cd ", "make ", "pipx ")


def run(command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": programs, **environment}
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command], cwd=folder, env=env, capture_output=True, text=True, timeout=240
    )


def test_the_readme_has_the_commands_that_matter() -> None:
    assert {"make demo", "make test", "natosearch ingest", 'natosearch query "KFOR troops"'} <= set(COMMANDS)
    assert len(COMMANDS) == len(set(COMMANDS)) > 10


@pytest.mark.parametrize("command", [command for command in COMMANDS if not command.startswith(SETTING_UP)])
def test_each_command_does_what_it_should(command: str, seeds_index: str, tmp_path: Path) -> None:
    if "jq" in command and shutil.which("jq") is None:
        pytest.skip("jq is not installed")
    index = str(tmp_path / "index") if "ingest" in command else seeds_index
    done = run(command.replace("| head -3", "| cat"), ROOT, NATOSEARCH_INDEX=index)
    assert done.returncode == 0 and done.stdout, done.stderr
    shown = run(command, ROOT, NATOSEARCH_INDEX=index)
    assert "Traceback" not in shown.stderr


def test_the_first_answer_is_the_one_the_readme_shows(seeds_index: str) -> None:
    shown = re.search(r"^```text\n\$ (.*)\n((?:.*\n)+?)```", README, re.MULTILINE)
    assert shown is not None
    done = run(f"{shown.group(1)} --color always -n 1", ROOT, NATOSEARCH_INDEX=seeds_index, COLUMNS="100", TERM="xterm")
    assert re.sub(r"\x1b\[[0-9;]*m", "", done.stdout).rstrip() == shown.group(2).rstrip()


def test_make_test_is_there() -> None:
    listed = run("make -n test", ROOT)
    assert listed.returncode == 0 and all(tool in listed.stdout for tool in ("ruff", "mypy", "lint-imports", "pytest"))


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `git clone` gives, with the changes that are not committed yet."""
    folder = tmp_path_factory.mktemp("clone") / "natosearch"
    left_out = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", ".hypothesis", ".demo-index")
    shutil.copytree(ROOT, folder, ignore=left_out)
    return folder


def test_make_demo_in_a_fresh_clone(clone: Path) -> None:
    done = run(f"make demo PYTHON={sys.executable}", clone)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    summary = next(number for number, line in enumerate(lines) if line.startswith("5 added"))
    assert lines[summary + 1].endswith('"KFOR troops"') and "our KFOR troops" in lines[summary + 2]


def test_an_installed_copy_works_from_any_folder(clone: Path, tmp_path: Path) -> None:
    made = run(f"{sys.executable} -m venv {tmp_path}/venv && {tmp_path}/venv/bin/pip install -q {clone}", tmp_path)
    assert made.returncode == 0, made.stderr
    index = str(tmp_path / "index")
    program = f"{tmp_path}/venv/bin/natosearch"
    done = run(f'{program} ingest && {program} query "KFOR troops"', tmp_path, NATOSEARCH_INDEX=index)
    assert done.returncode == 0 and "5 added" in done.stdout and "our KFOR troops" in done.stdout
