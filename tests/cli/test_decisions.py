"""``docgen plan`` on what meetings decided: what is late, and how much is open."""

from __future__ import annotations

import json
from pathlib import Path

from tests.commandline import Run

LATE = "Alma får en fast makker på frokostholdet"


def test_it_names_what_is_overdue_and_counts_what_is_open(run: Run, sample: Path) -> None:
    outcome = run("plan", sample, "--today", "2026-01-19", "--lang", "en")
    late = f"overdue since 2026-01-12  {LATE}  Torben Askelund  E017-1  on the agenda of M001"
    assert late in outcome.out.splitlines()
    assert "4 open decisions, 1 of them overdue." in outcome.said
    assert "Finde den bus" not in outcome.said


def test_in_danish_too(run: Run, sample: Path) -> None:
    outcome = run("plan", sample, "--today", "2026-01-19", "--lang", "da")
    assert f"fristen var 12-01-2026  {LATE}  Torben Askelund  E017-1  på dagsordenen for M001" in outcome.out
    assert "4 åbne beslutninger, heraf 1 over fristen." in outcome.said


def test_before_any_deadline_has_passed_it_only_counts_them(run: Run, sample: Path) -> None:
    outcome = run("plan", sample, "--today", "2026-01-12", "--lang", "en")
    assert "overdue" not in outcome.said
    assert "4 open decisions." in outcome.said


def test_a_program_reads_all_that_is_open(run: Run, sample: Path) -> None:
    content = json.loads(run("plan", sample, "--today", "2026-01-19", "--json").out)
    assert content["decisions"][0] == {
        "meeting": "E017",
        "nr": "1",
        "decision": LATE,
        "responsible": "Torben Askelund",
        "people": ["P006"],
        "deadline": "2026-01-12",
        "overdue": True,
        "agenda": "M001",
    }
    assert [one["nr"] for one in content["decisions"]] == ["1", "2", "1", "3"]
