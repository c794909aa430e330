"""``docgen archive``: meetings that are over leave the workbook, and nobody notices in the plan."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from docgen.workbook.reader import read
from docgen.workbook.rows import Row
from tests.commandline import Run
from tests.workbook.books import INSTITUTION, headings, written

TODAY = ("--today", "2024-03-01")
HOUSE: Row = {**INSTITUTION, "Telefon": "70 00 00 00"}
ASTA: Row = {
    "Nr": "B001", "Fornavn": "Asta", "Efternavn": "Eksempel", "Kanal": "Personligt", "I beskæftigelse": "Ja",
    "Kontaktperson enhed": "P001", "Kontaktperson arbejdsplads": "P002", "Udviklingsleder": "P003",
}  # fmt: skip
STAFF: list[Row] = [
    {"Nr": "P001", "Navn": "Bo Eksempel", "Rolle": "Kontaktperson", "Kanal": "Personligt"},
    {"Nr": "P002", "Navn": "Ida Eksempel", "Rolle": "Kontaktperson", "Kanal": "Personligt"},
    {"Nr": "P003", "Navn": "Lene Eksempel", "Rolle": "Udviklingsleder", "Kanal": "Personligt"},
]


def row(nr: str, date: str, status: str = "Afholdt", **more: Any) -> Row:
    made = {"Nr": nr, "Type": "dialogmoede", "Beboer": "B001", "Dato": dt.date.fromisoformat(date),
            "Start": dt.time(10), "Sted": "Salen", "Status": status}  # fmt: skip
    return {**made, **more}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A dialogmøde that was held in the autumn, one that was called off, and one to come."""
    return made(
        tmp_path,
        row("M001", "2023-10-03", Tema="Det første år"),
        row("M002", "2023-11-07", "Aflyst"),
        row("M003", "2024-04-09", "Planlagt"),
    )


def made(folder: Path, *rows: Row, **sheets: list[Row]) -> Path:
    return written(
        folder,
        {"Institution": [HOUSE], "Beboere": [ASTA], "Personer": STAFF, "Møder": list(rows), **sheets},
    )


def codes(run: Run, book: Path, *more: object) -> list[str]:
    content = json.loads(run("plan", book, *TODAY, "--json", *more).out)
    return [found["code"] for found in content["findings"]]


def test_it_says_how_many_went_where(run: Run, book: Path) -> None:
    done = run("archive", book, "--before", "2024-01-01")
    first, second = done.out.splitlines()
    assert (done.status, done.err) == (0, "")
    assert first == "Moved 2 meetings to bog-arkiv.xlsx."
    assert second.startswith("A copy of the workbook as it was: bog-kopi-")
    assert [one.nr for one in read(book).meetings] == ["M003"]
    assert [one.nr for one in read(book.with_name("bog-arkiv.xlsx")).meetings] == ["M001", "M002"]


def test_it_says_so_in_danish(run: Run, book: Path) -> None:
    said = run("archive", book, "--before", "01-11-2023", "--lang", "da").out
    assert said.splitlines()[0] == "1 møde er flyttet til bog-arkiv.xlsx."
    again = run("archive", book, "--before", "01-11-2023", "--lang", "da").out
    assert "01-11-2023" in again
    assert "bog-arkiv" not in again


def test_a_second_run_moves_nothing(run: Run, book: Path) -> None:
    run("archive", book, "--before", "2024-01-01")
    files = {one.name: one.read_bytes() for one in book.parent.iterdir()}
    again = run("archive", book, "--before", "2024-01-01")
    assert (again.status, again.out) == (0, "No meeting before 2024-01-01 is over and done with.\n")
    assert {one.name: one.read_bytes() for one in book.parent.iterdir()} == files


def test_as_json_it_names_the_meetings_and_the_files(run: Run, book: Path) -> None:
    content = json.loads(run("archive", book, "--before", "2024-01-01", "--json").out)
    assert (content["moved"], content["archive"]) == (["M001", "M002"], str(book.with_name("bog-arkiv.xlsx")))
    assert Path(content["copy"]).is_file()
    again = json.loads(run("archive", book, "--before", "2024-01-01", "--json").out)
    assert (again["moved"], again["copy"]) == ([], "")


@pytest.mark.parametrize("arguments", [(), ("--before", "i går"), ("--before", "2024-13-01")])
def test_it_needs_a_day(run: Run, book: Path, arguments: tuple[str, ...]) -> None:
    before = book.read_bytes()
    assert run("archive", book, *arguments).status == 2
    assert (book.read_bytes(), [one.name for one in book.parent.iterdir()]) == (before, ["bog.xlsx"])


@pytest.mark.parametrize("lock", ["~$bog.xlsx", ".~lock.bog-arkiv.xlsx#"])
def test_what_is_open_elsewhere_stops_it_before_anything_is_written(run: Run, book: Path, lock: str) -> None:
    run("archive", book, "--before", "2023-11-01")
    book.with_name(lock).write_bytes(b"")
    files = {one.name: one.read_bytes() for one in book.parent.iterdir()}
    refused = run("archive", book, "--before", "2024-01-01")
    assert (refused.status, refused.out) == (2, "")
    assert "E-016" in refused.err
    assert {one.name: one.read_bytes() for one in book.parent.iterdir()} == files


def test_what_was_held_still_counts_in_the_year(run: Run, book: Path) -> None:
    assert codes(run, book) == []
    run("archive", book, "--before", "2024-01-01")
    assert codes(run, book) == []
    file = load_workbook(book)
    page = file["Arkiv"]
    page.cell(2, headings(page)["Status"]).value = "Aflyst"
    file.save(book)
    assert codes(run, book) == ["W-230"]


def test_a_number_in_the_archive_is_not_free_again(run: Run, book: Path) -> None:
    run("archive", book, "--before", "2024-01-01")
    file = load_workbook(book)
    page = file["Møder"]
    at = headings(page)
    (planned,) = (number for number in range(2, page.max_row + 1) if page.cell(number, at["Nr"]).value)
    page.cell(planned, at["Nr"]).value = "M001"
    file.save(book)
    content = json.loads(run("plan", book, *TODAY, "--json").out)
    assert [one["code"] for one in content["findings"]] == ["E-076"]
    assert content["left_out"] == [{"nr": "M001", "codes": ["E-076"]}]


def test_answers_to_what_is_in_the_archive_are_no_finding(run: Run, tmp_path: Path) -> None:
    answer: Row = {"Møde": "M001", "Person": "B001", "Svar": "Kommer"}
    book = made(tmp_path, row("M001", "2023-10-03"), row("M003", "2024-04-09", "Planlagt"), Svar=[answer])
    run("archive", book, "--before", "2024-01-01")
    assert codes(run, book) == []


def test_what_was_sent_is_not_called_off_when_it_goes_into_the_archive(run: Run, tmp_path: Path) -> None:
    """Not even a meeting that was held before the day that people were told of."""
    book = made(tmp_path, row("M001", "2024-02-06", "Planlagt"), row("M003", "2024-04-09", "Planlagt"))
    then = ("--today", "2024-01-15")
    assert run("build", book, *then, "-q").status == 0
    run("sent", book.with_name("bog-pakke"), "--date", "2024-01-15")
    file = load_workbook(book)
    page = file["Møder"]
    page.cell(2, headings(page)["Status"]).value = "Afholdt"
    page.cell(2, headings(page)["Dato"]).value = dt.date(2024, 1, 30)
    file.save(book)
    run("archive", book, "--before", "2024-02-01")
    content = json.loads(run("plan", book, "--today", "2024-02-01", "--json").out)
    assert (content["gone"], content["cancellations"]) == ([], [])
    assert [one["nr"] for one in content["meetings"]] == ["M003"]


def test_a_course_does_not_plan_again_what_is_in_the_archive(run: Run, tmp_path: Path) -> None:
    course: Row = {"Nr": "F001", "Beboer": "B001", "Type": "opfoelgningsmoede", "Start": dt.date(2024, 1, 9),
                   "Sted": "Salen"}  # fmt: skip
    book = made(tmp_path, Forløb=[course])
    early = ("--today", "2024-01-08")
    run("plan", book, *early, "--write", "--to", "2024-03-31", "-q")
    assert [one.nr for one in read(book).meetings] == ["F001-01", "F001-02", "F001-03"]
    file = load_workbook(book)
    page = file["Møder"]
    at = headings(page)
    page.cell(2, at["Status"]).value = "Afholdt"
    page.cell(3, at["Status"]).value = "Aflyst"
    page.cell(4, at["Status"]).value = "Afholdt"
    page.cell(4, at["Dato"]).value = dt.date(2024, 2, 20)  # a fortnight early
    file.save(book)
    run("archive", book, "--before", "2024-02-21")
    content = json.loads(run("plan", book, "--today", "2024-02-21", "--json").out)
    assert [(one["nr"], one["date"]) for one in content["meetings"]][:1] == [("F001-04", "2024-06-06")]
    assert content["findings"] == []
