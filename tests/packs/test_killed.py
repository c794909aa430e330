"""A build that is killed at any instant can be run again to the same result.

What is proved: whatever two kinds of steps follow each other in a build (each file operation, by folder and
ending; each statement of SQL), it was killed between them at least once, in each scenario, and the next build
mended it. Not every repetition for one more meeting is tried; ``killed.py … all`` does that.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
SCRIPT = Path(__file__).with_name("killed.py")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither fork nor SIGKILL")
@pytest.mark.parametrize(
    "scenario", ["fresh", "changed", "edited", "overtaken", "sent", "on again", "sending"]
)
def test_killed_between_any_two_steps_and_run_again_a_build_ends_as_a_straight_one(
    tmp_path: Path, scenario: str
) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(SCRIPT), str(tmp_path), scenario]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment, timeout=900)
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads((tmp_path / "report.json").read_text("utf-8"))
    kinds: list[str] = report["steps"]
    killed_at = {int(number): wrong for number, wrong in report["differences"].items()}
    assert len(kinds) > 30
    assert {kinds[number - 1] for number in killed_at} == set(kinds)
    # The page tells once of what is set aside, and of what was sent with a consent that is withdrawn.
    page = ["oversigt.html"] if scenario in ("edited", "sent") else []
    assert [number for number, wrong in killed_at.items() if set(wrong) - set(page)] == []
    names = sorted(name for name in report["aim"] if not name.startswith("ledger: "))
    assert [name for name in names if name.startswith(".docgen/")] == [".docgen/ledger.sqlite"]
    assert [name for name in names if "docgen-tmp" in name] == []
    called_off = [name for name in names if name.startswith("aflysninger/")]
    assert len(called_off) == (11 if scenario == "sent" else 0)
    assert ("forloeb/F001/moedeplan.docx" in names) is (scenario in ("sent", "on again", "sending"))
    set_aside = [name for name in names if "redigeret" in name]
    assert len(set_aside) == (1 if scenario == "edited" else 0)
