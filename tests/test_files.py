"""Files that appear whole or not at all; more of it in tests/packs/test_files.py."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from docgen.files import write_whole


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another matter on Windows")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444])
def test_a_file_gets_the_permission_bits_that_are_asked_for(tmp_path: Path, mode: int) -> None:
    write_whole(tmp_path / "a.xlsx", b"x", mode=mode)
    assert stat.S_IMODE((tmp_path / "a.xlsx").stat().st_mode) == mode
