"""What tests of several rooms share: the command line, the sample workbook and its clock."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings

from docgen import shelf
from docgen.cli.main import main
from tests.commandline import SAMPLES, Outcome, Run
from tests.tools import require_tool

# No deadline: nothing here is timed. A fixed path through the examples where a red build must mean a change.
settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("house")


# LibreOffice takes seconds to start: only those tests use it that are about it (``with_libreoffice``).
os.environ["DOCGEN_SOFFICE"] = ""


@pytest.fixture
def with_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """docgen finds LibreOffice, as on a machine that has it."""
    require_tool("soffice")
    monkeypatch.delenv("DOCGEN_SOFFICE")


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine that runs the tests has no say in their language."""
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Calls ``docgen`` with these arguments in this process."""

    def call(*arguments: object) -> Outcome:
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return call


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample workbook, alone in its folder."""
    return Path(shutil.copy(SAMPLES / "parkvaenget.xlsx", tmp_path))


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A copy of the sample workbook that is full of mistakes."""
    return Path(shutil.copy(SAMPLES / "med_fejl.xlsx", tmp_path))


@pytest.fixture
def clock() -> dt.datetime:
    """The morning on which the sample's world stands."""
    return dt.datetime.combine(shelf.SAMPLE_DAY, dt.time(), ZoneInfo("Europe/Copenhagen"))
