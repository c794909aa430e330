"""Meetings that are over leave the workbook: what moves, what stays, and what may go wrong."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from docgen.errors import WorkbookError
from docgen.model import Meeting, MeetingStatus, Reply
from docgen.workbook.archiving import Archiving, archive_rows
from docgen.workbook.checks import check
from docgen.workbook.reader import read
from docgen.workbook.rows import AsIs, Row
from tests import making
from tests.workbook.books import MEETING, PERSON, RESIDENT, headings, written

NEW_YEAR = dt.date(2026, 1, 1)
NOW = making.NOW
THEN = dt.datetime(2025, 10, 8, 12, 30)  # noqa: DTZ001 - a cell knows no zone


def held(nr: str = "M001", date: str = "2025-10-07", status: str = "Afholdt", **more: object) -> Row:
    made = {"Nr": nr, "Dato": dt.date.fromisoformat(date), "Status": status, "Beboer": "B001", **more}
    return {**MEETING, **made}  # type: ignore[dict-item]


def house(folder: Path, *rows: Row, **sheets: list[Row]) -> Path:
    book = {"Beboere": [RESIDENT], "Personer": [PERSON], "Møder": list(rows), **sheets}
    return written(folder, book)


def moved(path: Path, before: dt.date = NEW_YEAR, now: dt.datetime = NOW) -> Archiving:
    return archive_rows(path, before, now)


def archive_of(path: Path) -> Path:
    return path.with_name("bog-arkiv.xlsx")


def numbers(path: Path) -> list[str]:
    return [row.nr for row in read(path).meetings]


def without_place(row: Meeting) -> Meeting:
    return replace(row, at=making.at("Møder", 0))


def edit(path: Path, change: Callable[[Worksheet], None]) -> None:
    """Somebody works in the sheet Møder."""
    book = load_workbook(path)
    change(book["Møder"])
    book.save(path)


def own_column(heading: str, *values: Any) -> Callable[[Worksheet], None]:
    """A column of people's own, behind the others."""

    def change(page: Worksheet) -> None:
        at = page.max_column + 1
        for number, value in enumerate((heading, *values), 1):
            page.cell(number, at, value)

    return change


class TestWhatMoves:
    def test_the_whole_row_goes_and_its_number_stays(self, tmp_path: Path) -> None:
        full = held(
            Tema="Timerne", Varighed=45, Deltagere="P001", Undtagelse="Aftalt", Bemærkning="Husk tolk",
            Forløb="F001", Beregnet="07-10-2025 10:00", Praktisk="Ring på",
        )  # fmt: skip
        path = house(tmp_path, full, held("M002", "2026-02-03", "Planlagt"))
        (before, _) = read(path).meetings
        done = moved(path)
        assert (done.numbers, done.archive) == (("M001",), archive_of(path))
        assert numbers(path) == ["M002"]
        (there,) = read(archive_of(path)).meetings
        assert without_place(there) == without_place(before)
        (kept,) = read(path).archived
        assert (kept.nr, kept.type, kept.resident, kept.course, kept.date, kept.status) == (
            "M001",
            "dialogmoede",
            "B001",
            "F001",
            dt.date(2025, 10, 7),
            MeetingStatus.HELD,
        )

    @pytest.mark.parametrize(
        ("status", "moves"),
        [("Afholdt", True), ("Ikke mødt", True), ("Aflyst", True), ("Planlagt", False), ("", False)],
    )
    def test_what_is_over_moves_and_nothing_else(self, tmp_path: Path, status: str, moves: bool) -> None:
        path = house(tmp_path, held(status=status), held("M002", "2026-02-03", "Planlagt"))
        assert moved(path).numbers == (("M001",) if moves else ())
        assert numbers(path) == (["M002"] if moves else ["M001", "M002"])

    @pytest.mark.parametrize(
        ("before", "gone"),
        [("2026-01-10", ["M001"]), ("2026-01-11", ["M001", "M002"]), ("2030-01-01", ["M001", "M002"])],
    )
    def test_the_day_is_a_limit_and_so_is_today(self, tmp_path: Path, before: str, gone: list[str]) -> None:
        rows = (
            held("M001", "2026-01-09"),
            held("M002", "2026-01-10"),
            held("M003", "2026-01-19", "Aflyst"),  # today
            held("M004", "2026-03-02", "Aflyst"),
        )
        path = house(tmp_path, *rows)
        assert list(moved(path, dt.date.fromisoformat(before)).numbers) == gone
        assert numbers(path) == [nr for nr in ("M001", "M002", "M003", "M004") if nr not in gone]

    def test_nothing_to_move_leaves_no_file_behind(self, tmp_path: Path) -> None:
        path = house(tmp_path, held(status="Planlagt"))
        before = path.read_bytes()
        assert moved(path) == Archiving((), archive_of(path))
        assert (path.read_bytes(), [one.name for one in tmp_path.iterdir()]) == (before, ["bog.xlsx"])

    def test_a_copy_of_the_workbook_as_it_was_lies_beside_it(self, tmp_path: Path) -> None:
        path = house(tmp_path, held())
        before = path.read_bytes()
        done = moved(path)
        assert done.copy == path.with_name("bog-kopi-2026-01-19-0830.xlsx")
        assert done.copy.read_bytes() == before

    def test_a_second_run_moves_nothing(self, tmp_path: Path) -> None:
        path = house(tmp_path, held(), held("M002", "2026-02-03", "Planlagt"))
        moved(path)
        files = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
        assert moved(path) == Archiving((), archive_of(path))
        assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == files

    def test_an_archive_that_is_there_is_added_to(self, tmp_path: Path) -> None:
        path = house(tmp_path, held(), held("M002", "2025-12-02"))
        moved(path, dt.date(2025, 12, 1))
        moved(path)
        assert numbers(archive_of(path)) == ["M001", "M002"]
        assert [row.nr for row in read(path).archived] == ["M001", "M002"]

    def test_people_may_go_on_in_the_rows_that_are_left(self, tmp_path: Path) -> None:
        path = house(tmp_path, held(), held("M002", "2026-02-03", "Planlagt"), held("M003", "2025-11-04"))
        moved(path)
        assert [(row.nr, row.at.number) for row in read(path).meetings] == [("M002", 3)]
        assert read(path).findings == ()


class TestNumbers:
    def test_a_number_in_the_archive_must_not_be_used_again(self, tmp_path: Path) -> None:
        path = house(tmp_path, held(), held("M002", "2026-02-03", "Planlagt"))
        moved(path)
        edit(path, fill({"Nr": "m001"}, 3))
        found = [(one.code, one.place.cell) for one in check(read(path)) if one.code.startswith("E")]
        assert found == [("E-076", "A3")]

    def test_an_answer_to_a_meeting_in_the_archive_is_no_finding(self, tmp_path: Path) -> None:
        answer: Row = {"Møde": "M001", "Person": "B001", "Svar": Reply.COMES.value}
        path = house(tmp_path, held(), held("M002", "2026-02-03", "Planlagt"), Svar=[answer])
        moved(path)
        assert [one.code for one in check(read(path))] == []

    def test_what_uses_a_number_again_is_not_lost_when_it_is_over_too(self, tmp_path: Path) -> None:
        path = house(tmp_path, held(Tema="Det første"))
        moved(path)
        edit(path, fill(held("M001", "2025-12-02", Tema="Det andet")))
        moved(path)
        assert [(row.nr, row.theme) for row in read(archive_of(path)).meetings] == [
            ("M001", "Det første"),
            ("M001", "Det andet"),
        ]
        assert [row.nr for row in read(path).archived] == ["M001"]

    def test_two_rows_with_one_number_both_move(self, tmp_path: Path) -> None:
        path = house(tmp_path, held(Tema="Det ene"), held(Tema="Det andet"))
        moved(path)
        assert [row.theme for row in read(archive_of(path)).meetings] == ["Det ene", "Det andet"]
        assert numbers(path) == []


def fill(row: Row, number: int = 2) -> Callable[[Worksheet], None]:
    """These values in a row, by heading."""

    def change(page: Worksheet) -> None:
        at = headings(page)
        for heading, value in row.items():
            page.cell(number, at[heading], value)

    return change


class TestColumnsOfPeoplesOwn:
    def test_they_go_along(self, tmp_path: Path) -> None:
        path = house(tmp_path, held(), held("M002", "2026-02-03", "Planlagt"))
        edit(path, own_column("Egne noter", "husk kaffe", "intet"))
        edit(path, own_column("Pris", 12.5, 3))
        edit(path, own_column("Betalt", True, False))
        edit(path, own_column("Hvornår", THEN, None))
        moved(path)
        page = load_workbook(archive_of(path))["Møder"]
        at = headings(page)
        assert [page.cell(2, at[name]).value for name in ("Egne noter", "Pris", "Betalt", "Hvornår")] == [
            "husk kaffe",
            12.5,
            "Ja",
            THEN,
        ]
        left = load_workbook(path)["Møder"]
        at = headings(left)
        assert [left.cell(number, at["Egne noter"]).value for number in (2, 3)] == [None, "intet"]

    def test_a_formula_stays_and_what_it_gave_goes(self, tmp_path: Path) -> None:
        path = house(tmp_path, {**held(), "Link": None})
        edit(path, own_column("Måned", '=TEXT(F2,"mmm")'))
        calculated(path, "okt")
        moved(path)
        left = load_workbook(path)["Møder"]
        assert left.cell(2, headings(left)["Måned"]).value == '=TEXT(F2,"mmm")'
        there = load_workbook(archive_of(path))["Møder"]
        assert there.cell(2, headings(there)["Måned"]).value == "okt"

    def test_of_two_with_one_heading_nothing_is_lost(self, tmp_path: Path) -> None:
        path = house(tmp_path, held())
        edit(path, own_column("Note", "den første"))
        edit(path, own_column("Note", "den anden"))
        moved(path)
        there = load_workbook(archive_of(path))["Møder"]
        left = load_workbook(path)["Møder"]
        kept = [cell.value for page in (there, left) for cell in page[2]]
        assert ("den første" in kept, "den anden" in kept) == (True, True)

    def test_a_column_without_a_heading_stays_where_it_is(self, tmp_path: Path) -> None:
        path = house(tmp_path, held())
        edit(path, own_column("", "løst"))
        moved(path)
        assert "løst" in [cell.value for cell in load_workbook(path)["Møder"][2]]

    def test_a_misspelt_column_of_ours_goes_along_too(self, tmp_path: Path) -> None:
        path = house(tmp_path, held(Tema="Timerne"))
        edit(path, fill({"Tema": "Temaa"}, 1))
        moved(path)
        there = load_workbook(archive_of(path))["Møder"]
        assert there.cell(2, headings(there)["Temaa"]).value == "Timerne"


class TestWhatStandsInTheWay:
    def unmoved(self, path: Path) -> str:
        """The error that stops it; no file has changed, and none has come."""
        before = {one.name: one.read_bytes() for one in path.parent.iterdir()}
        with pytest.raises(WorkbookError) as stopped:
            moved(path)
        assert {one.name: one.read_bytes() for one in path.parent.iterdir()} == before
        return stopped.value.findings[0].code

    @pytest.mark.parametrize("lock", ["~$bog.xlsx", ".~lock.bog.xlsx#"])
    def test_a_workbook_that_is_open(self, tmp_path: Path, lock: str) -> None:
        path = house(tmp_path, held())
        (tmp_path / lock).write_bytes(b"")
        assert self.unmoved(path) == "E-016"

    @pytest.mark.parametrize("lock", ["~$bog-arkiv.xlsx", "~$g-arkiv.xlsx", ".~lock.bog-arkiv.xlsx#"])
    def test_an_archive_that_is_open(self, tmp_path: Path, lock: str) -> None:
        path = house(tmp_path, held(), held("M002", "2025-12-02"))
        moved(path, dt.date(2025, 12, 1))
        (tmp_path / lock).write_bytes(b"")
        assert self.unmoved(path) == "E-016"

    def test_an_archive_that_is_no_workbook(self, tmp_path: Path) -> None:
        path = house(tmp_path, held())
        archive_of(path).write_bytes(b"det er ikke Excel")
        self.unmoved(path)

    def test_a_formula_in_a_column_of_ours(self, tmp_path: Path) -> None:
        path = house(tmp_path, held(Varighed=AsIs("=30+15")))
        calculated(path, "45")
        assert self.unmoved(path) == "E-018"

    def test_a_row_with_a_cell_that_cannot_be_read_stays(self, tmp_path: Path) -> None:
        path = house(tmp_path, held(Varighed="en god time"), held("M002"))
        assert moved(path).numbers == ("M002",)
        assert numbers(path) == ["M001"]
        assert [one.place.cell for one in read(path).findings] == ["H2"]

    def test_a_row_that_lacks_a_date_stays(self, tmp_path: Path) -> None:
        path = house(tmp_path, held(Dato=""), held("M002"))
        assert moved(path).numbers == ("M002",)
        assert [row.nr for row in read(path).broken] == ["M001"]

    def test_after_half_of_it_the_next_try_moves_nothing_twice(self, tmp_path: Path) -> None:
        path = house(tmp_path, held(Tema="Timerne"))
        edit(path, own_column("Egne noter", "husk kaffe"))
        as_it_was = path.read_bytes()
        moved(path)
        path.write_bytes(as_it_was)  # the archive was written, and the workbook was not
        moved(path)
        assert numbers(archive_of(path)) == ["M001"]
        assert (numbers(path), [row.nr for row in read(path).archived]) == ([], ["M001"])

    def test_and_what_people_changed_meanwhile_is_kept(self, tmp_path: Path) -> None:
        path = house(tmp_path, held())
        as_it_was = path.read_bytes()
        moved(path)
        path.write_bytes(as_it_was)
        edit(path, fill({"Bemærkning": "Ny aftale"}))
        moved(path)
        assert [row.remark for row in read(archive_of(path)).meetings] == ["", "Ny aftale"]


def calculated(path: Path, value: str) -> None:
    """Excel has worked out the only formula of the workbook."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    kind = b"" if value.isdigit() else b' t="str"'
    for name, data in members.items():
        if name.startswith("xl/worksheets/sheet") and b"<f>" in data:
            head, _, tail = data.partition(b"<f>")
            formula, _, rest = tail.partition(b"</f>")
            rest = rest[rest.index(b"</c>") :]
            head = head[: head.rindex(b"<c ")] + head[head.rindex(b"<c ") :].replace(b' t="n"', b"")
            head = head[:-1] + kind + b">" if head.endswith(b">") else head
            members[name] = head + b"<f>" + formula + b"</f><v>" + value.encode() + b"</v>" + rest
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
