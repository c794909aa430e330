"""A meeting type of the tests' own, and a place for packs."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.meetingtypes.definition import MeetingType
from tests.packs.building import meeting_type


@pytest.fixture(scope="session")
def samtale(tmp_path_factory: pytest.TempPathFactory) -> MeetingType:
    """The meeting type "Samtale" with its templates; nobody changes it."""
    return meeting_type(tmp_path_factory.mktemp("typer"))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Where a pack is to lie; nothing is there yet."""
    return tmp_path / "elmegaarden-pakke"
