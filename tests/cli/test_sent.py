"""``docgen sent``: what it says and gives back, and what ``docgen plan`` says afterwards."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from docgen.packs.ledger import history_of, opened
from docgen.packs.records import Written
from docgen.workbook.rows import CellValue, Row
from tests import making
from tests.commandline import Run
from tests.workbook.books import MEETING, PERSON, RESIDENT, written

TODAY = ("--today", "2026-01-19")
ENGLISH = ("--lang", "en")
ON = ("--date", "19-01-2026")
LIES = "What was sent lies in the folder post/2026-01-19 from now on.\n"
LEAD: Row = {
    **PERSON,
    "Nr": "P002",
    "Navn": "Lene Eksempel",
    "Rolle": "Udviklingsleder",
    "Telefon": "70 00 00 01",
}


def book(folder: Path, *meetings: Row) -> Path:
    """Two dialogue meetings of one resident, with these changes to each."""
    changes = (*meetings, {}, {})[:2]
    rows: tuple[Row, ...] = ({"Nr": "M001"}, {"Nr": "M002", "Dato": dt.date(2026, 2, 10)})
    resident: dict[str, CellValue] = {**RESIDENT, "I beskæftigelse": "Ja", "Kontaktperson enhed": "P001"}
    resident |= {"Kontaktperson arbejdsplads": "P001", "Udviklingsleder": "P002"}
    made: list[Row] = [
        {**MEETING, "Beboer": "B001", **row, **more} for row, more in zip(rows, changes, strict=True)
    ]
    return written(folder, {"Beboere": [resident], "Personer": [PERSON, LEAD], "Møder": made})


@pytest.fixture
def pack(run: Run, tmp_path: Path) -> Path:
    """A pack with two meetings that have not been sent."""
    return built(run, book(tmp_path))


def built(run: Run, workbook: Path, *more: object) -> Path:
    outcome = run("build", workbook, *TODAY, *more)
    assert outcome.status == 0, outcome.said
    return workbook.with_name("bog-pakke")


def document(run: Run, *arguments: object) -> dict[str, Any]:
    content = json.loads(run(*arguments, "--json").out)
    assert isinstance(content, dict)
    return content


class TestSaying:
    def test_it_says_how_many_are_sent_now(self, run: Run, pack: Path) -> None:
        outcome = run("sent", pack, *ON, *ENGLISH)
        assert (outcome.status, outcome.err) == (0, "")
        assert outcome.out == f"Marked as sent: 2 meetings sent for the first time.\n{LIES}"

    def test_and_which_when_asked(self, run: Run, pack: Path) -> None:
        outcome = run("sent", pack, *ON, *ENGLISH, "-v")
        assert outcome.out.splitlines()[1:] == ["  M001", "  M002", LIES.rstrip()]

    def test_the_second_time_there_is_nothing_new(self, run: Run, pack: Path) -> None:
        run("sent", pack, *ON)
        outcome = run("sent", pack, *ON, *ENGLISH)
        assert (outcome.status, outcome.out) == (
            0,
            "Nothing new: all that was built has been sent already.\n",
        )

    def test_updates_cancellations_and_people_taken_out_are_counted_apart(
        self, run: Run, pack: Path, tmp_path: Path
    ) -> None:
        run("sent", pack, *ON)
        built(run, book(tmp_path, {"Start": dt.time(13), "Deltager ikke": "P001"}, {"Status": "Aflyst"}))
        outcome = run("sent", pack, *ON, *ENGLISH)
        assert outcome.out == f"Marked as sent: 1 update, 1 meeting called off, 1 person taken out.\n{LIES}"

    def test_quietly_it_says_nothing(self, run: Run, pack: Path) -> None:
        outcome = run("sent", pack, *ON, "-q")
        assert (outcome.status, outcome.said) == (0, "")

    def test_as_json_it_names_the_meetings_and_no_person(self, run: Run, pack: Path, tmp_path: Path) -> None:
        nothing: dict[str, Any] = {
            "invited": [],
            "updated": [],
            "called_off": [],
            "taken_out": [],
            "unfinished": [],
            "put_away": {"folder": "", "files": 0},
        }
        first = {"invited": ["M001", "M002"], "put_away": {"folder": "post/2026-01-19", "files": 2}}
        assert document(run, "sent", pack, *ON) == {**nothing, **first}
        assert sorted(path.name for path in (pack / "post" / "2026-01-19").iterdir()) == [
            "moedeleder_P002.docx",
            "personligt.docx",
        ]
        assert document(run, "sent", pack, *ON) == nothing
        built(run, book(tmp_path, {"Deltager ikke": "P001"}, {"Status": "Aflyst"}))
        assert document(run, "sent", pack, *ON) == {
            **nothing,
            "updated": ["M001"],
            "called_off": ["M002"],
            "taken_out": ["M001"],
            "put_away": {"folder": "post/2026-01-19", "files": 2},
        }


class TestChoosing:
    def test_one_meeting(self, run: Run, pack: Path) -> None:
        outcome = run("sent", pack, *ON, *ENGLISH, "--meeting", "M002")
        assert outcome.out == f"Marked as sent: 1 meeting sent for the first time.\n{LIES}"
        assert list(history_of(pack).sent) == ["M002"]

    def test_the_day_it_went_out(self, run: Run, pack: Path) -> None:
        run("sent", pack, "--date", "16. januar 2026")
        assert {one.on for one in history_of(pack).sent.values()} == {dt.date(2026, 1, 16)}


class TestGoingWrong:
    def test_an_unknown_number_is_a_wrong_call(self, run: Run, pack: Path) -> None:
        outcome = run("sent", pack, *ON, *ENGLISH, "--meeting", "M009")
        assert (outcome.status, outcome.out) == (2, "")
        assert "E-181" in outcome.err
        assert "M009" in outcome.err
        assert history_of(pack).sent == {}

    @pytest.mark.parametrize("where", ["", "nowhere", "bog.xlsx"])
    def test_so_is_a_folder_in_which_nothing_was_built(self, run: Run, tmp_path: Path, where: str) -> None:
        workbook = book(tmp_path)
        before = workbook.read_bytes()
        outcome = run("sent", tmp_path / where, *ON, *ENGLISH)
        assert outcome.status == 2
        assert "E-180" in outcome.err
        assert [path.name for path in tmp_path.iterdir()] == ["bog.xlsx"]
        assert workbook.read_bytes() == before

    def test_as_json_the_code_is_in_the_document(self, run: Run, tmp_path: Path) -> None:
        content = document(run, "sent", tmp_path, *ON)
        assert [found["code"] for found in content["findings"]] == ["E-180"]

    @pytest.mark.parametrize("day", ["31-02-2026", "i går"])
    def test_so_is_a_day_that_does_not_exist(self, run: Run, pack: Path, day: str) -> None:
        assert run("sent", pack, "--date", day).status == 2
        assert history_of(pack).sent == {}

    def test_what_was_not_built_to_the_end_is_named_and_the_status_is_1(self, run: Run, pack: Path) -> None:
        half = making.planned()
        with opened(pack) as ledger:
            ledger.intend([(half, {"dagsorden.docx": "1"})])
            ledger.record([Written(half, {}, frozenset(), complete=False)])
        outcome = run("sent", pack, *ON, *ENGLISH)
        assert outcome.status == 1
        assert outcome.out == f"Marked as sent: 1 meeting sent for the first time.\n{LIES}"
        assert outcome.err == "Not marked, as they are not built to the end: M001.\n"


class TestThePlanAfterwards:
    def test_before_and_after(self, run: Run, pack: Path) -> None:
        workbook = pack.with_name("bog.xlsx")
        before = run("plan", workbook, *TODAY, *ENGLISH).out.splitlines()[:2]
        run("sent", pack, *ON)
        after = run("plan", workbook, *TODAY, *ENGLISH).out.splitlines()[:2]
        assert ["not sent yet" in line for line in before] == [True, True]
        assert ["sent" in line for line in after] == [False, False]
        assert all("unchanged" in line for line in after)

    def test_it_says_what_has_changed_and_that_it_is_to_be_sent_again(
        self, run: Run, pack: Path, tmp_path: Path
    ) -> None:
        run("sent", pack, *ON)
        workbook = book(tmp_path, {"Dato": dt.date(2026, 2, 5)}, {"Start": dt.time(13), "Sted": "Haven"})
        first, second = run("plan", workbook, *TODAY, *ENGLISH).out.splitlines()[:2]
        assert "changed (date)" in first
        assert "changed (time, place)" in second
        assert all("to be sent again" in line for line in (first, second))

    def test_built_again_it_is_still_to_be_sent(self, run: Run, pack: Path, tmp_path: Path) -> None:
        run("sent", pack, *ON)
        workbook = book(tmp_path, {"Dato": dt.date(2026, 2, 5)})
        built(run, workbook)
        first = run("plan", workbook, *TODAY, *ENGLISH).out.splitlines()[0]
        assert "unchanged" in first
        assert "to be sent again" in first

    def test_cancellations_to_be_sent_are_named(self, run: Run, pack: Path, tmp_path: Path) -> None:
        run("sent", pack, *ON)
        workbook = book(tmp_path, {"Deltager ikke": "P001"}, {"Status": "Aflyst"})
        said = run("plan", workbook, *TODAY, *ENGLISH).out
        assert "cancellation to be sent" in said
        assert "Cancellations to be sent: M001_P001, M002." in said
        built(run, workbook)
        run("sent", pack, *ON)
        assert "to be sent" not in run("plan", workbook, *TODAY, *ENGLISH).out

    def test_as_json_it_gives_the_action_and_the_cancellations(
        self, run: Run, pack: Path, tmp_path: Path
    ) -> None:
        run("sent", pack, *ON)
        workbook = book(tmp_path, {"Dato": dt.date(2026, 2, 5)}, {"Status": "Aflyst"})
        content = document(run, "plan", workbook, *TODAY)
        assert {one["nr"]: one["action"] for one in content["meetings"]} == {
            "M001": "update",
            "M002": "cancel",
        }
        (off,) = content["cancellations"]
        assert (off["nr"], off["sequence"], off["date"], off["whole"], off["sent"]) == (
            "M002",
            1,
            "2026-02-10",
            True,
            False,
        )
