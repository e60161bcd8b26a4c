"""An index of the seeds, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program import natosearch


@pytest.fixture(scope="session")
def seeds_index(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = str(tmp_path_factory.mktemp("seeds") / "index")
    done = natosearch("ingest", "--index", folder, "seeds")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def index(tmp_path: Path) -> str:
    return str(tmp_path / "index")
