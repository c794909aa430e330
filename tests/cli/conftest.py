"""What tests of the command line share: an administrator with a pack whose meetings are to be minuted."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from docgen.cli.main import main
from tests.cli.administrator import Administrator
from tests.commandline import SAMPLES, Run


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the sample and its pack of three meetings, and one that a course computes."""
    folder = tmp_path_factory.mktemp("kontor")
    shutil.copy(SAMPLES / "parkvaenget.xlsx", folder)
    wanted = [part for nr in ("M001", "M002", "M003", "F012-01") for part in ("--meeting", nr)]
    assert main(["build", str(folder / "parkvaenget.xlsx"), "--today", "2026-01-19", "-q", *wanted]) == 0
    return folder


@pytest.fixture
def admin(run: Run, made: Path, tmp_path: Path) -> Administrator:
    folder = shutil.copytree(made, tmp_path / "kontor")
    return Administrator(run, folder / "parkvaenget.xlsx")
