"""``--json``: one document on standard output and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commandline import Outcome, Run

TODAY = ("--today", "2026-01-19", "--json")


def document(outcome: Outcome) -> dict[str, Any]:
    content = json.loads(outcome.out)
    assert isinstance(content, dict)
    return content


def test_check_gives_every_finding_with_its_place_and_words(run: Run, faulty: Path) -> None:
    outcome = run("check", faulty, *TODAY)
    content = document(outcome)
    assert outcome.status == 1
    assert outcome.err == ""
    assert content["errors"] + content["warnings"] == len(content["findings"])
    first = content["findings"][0]
    assert list(first) == ["code", "severity", "place", "message", "expected", "remedy"]
    severities = {finding["severity"] for finding in content["findings"]}
    assert severities == {"error", "warning"}
    assert all(finding["place"]["sheet"] for finding in content["findings"])


def test_the_words_are_in_the_language_asked_for(run: Run, faulty: Path) -> None:
    english, danish = (
        document(run("check", faulty, *TODAY, "--lang", code))["findings"] for code in ("en", "da")
    )
    assert [finding["code"] for finding in english] == [finding["code"] for finding in danish]
    assert all(one["message"] != other["message"] for one, other in zip(english, danish, strict=True))


def test_plan_gives_meetings_participants_and_documents(run: Run, sample: Path) -> None:
    content = document(run("plan", sample, *TODAY))
    assert (content["from"], content["to"]) == ("2026-01-19", "2026-07-20")
    meeting = content["meetings"][0]
    assert (meeting["nr"], meeting["date"], meeting["start"]) == ("M001", "2026-02-03", "10:00")
    assert meeting["change"] == "new"
    assert "dagsorden.docx" in meeting["documents"]
    assert all(person["nr"] and person["name"] and person["reason"] for person in meeting["participants"])


def test_plan_gives_what_is_left_out_and_the_codes(run: Run, faulty: Path) -> None:
    left_out = document(run("plan", faulty, *TODAY))["left_out"]
    assert left_out
    assert all(set(meeting) == {"nr", "codes"} for meeting in left_out)


def test_build_gives_the_files(run: Run, sample: Path) -> None:
    content = document(run("build", sample, *TODAY, "--meeting", "M001"))
    pack = Path(content["pack"])
    assert content["written"]
    assert all((pack / name).is_file() for name in content["written"])
    assert content["kept"] == content["removed"] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("templates", "list"),
        ("templates", "check"),
        ("templates", "copy", "dialogmoede", "{folder}/a"),
        ("new", "{folder}/ny.xlsx"),
        ("demo", "-o", "{folder}/demo"),
        ("build", "{folder}/parkvaenget.xlsx", "--dry-run"),
    ],
)
def test_every_command_speaks_it(run: Run, sample: Path, arguments: tuple[str, ...]) -> None:
    outcome = run(*(word.format(folder=sample.parent) for word in arguments), "--json")
    assert outcome.status == 0
    assert document(outcome)


def test_checked_templates_carry_their_readability(run: Run) -> None:
    content = document(run("templates", "check", "dialogmoede", "--json"))
    first, easy, off = content["readability"]
    assert (first["file"], first["limit"]) == ("dialogmoede/invitation.docx", 34)
    assert (easy["file"], easy["limit"]) == ("dialogmoede/invitation.letlaest.docx", 24)
    assert (off["file"], off["limit"]) == ("dialogmoede/aflysning.docx", 34)
    assert 0 < easy["lix"] == round(easy["lix"], 1) <= 24
    assert easy["heaviest"]
    assert easy["heaviest_lix"] > 0
    assert content["findings"] == []


def test_an_unreadable_workbook_is_a_document_too(run: Run, tmp_path: Path) -> None:
    outcome = run("check", tmp_path / "ingen.xlsx", "--json")
    assert outcome.status == 2
    assert [finding["code"] for finding in document(outcome)["findings"]] == ["E-001"]
    assert "E-001" in outcome.err
