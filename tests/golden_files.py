"""Golden files: what came out last time, as text that a person can read in a diff."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "golden"


def golden(name: str, text: str) -> None:
    """Fails when ``text`` differs from the golden file; with DOCGEN_UPDATE_GOLDEN=1 it becomes the file."""
    path = FOLDER / name
    if os.environ.get("DOCGEN_UPDATE_GOLDEN") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    if not path.is_file():
        pytest.fail(f"{name} is missing: look at the output, then run with DOCGEN_UPDATE_GOLDEN=1")
    assert text == path.read_bytes().decode()
