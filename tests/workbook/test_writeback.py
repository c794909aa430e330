"""Rows put on Møder, and a workbook that is not the one they were worked out from."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from docgen.errors import WorkbookError
from docgen.workbook.reader import read
from docgen.workbook.rows import Row
from docgen.workbook.writeback import WriteResult, put_rows, require_unchanged
from tests import making
from tests.workbook.books import MEETING, RESIDENT, headings, written

FIRST: Row = {**MEETING, "Nr": "F001-01", "Beregnet": "03-02-2026 10:00"}
NEW: Row = {**MEETING, "Nr": "F001-02", "Dato": dt.date(2026, 2, 10), "Beregnet": "10-02-2026 10:00"}
MOVED: Row = {"Start": dt.time(11), "Beregnet": "03-02-2026 11:00"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path, {"Beboere": [RESIDENT], "Møder": [FIRST]})


def put(path: Path, *rows: tuple[str, int | None, Row], source: str | None = None) -> WriteResult:
    before = read(path).source if source is None else source
    return put_rows(path, rows, before, now=making.NOW)


def code(path: Path, *rows: tuple[str, int | None, Row], source: str | None = None) -> str:
    """The error that stops it; the file is as it was, and nothing new lies beside it."""
    before, beside = path.read_bytes(), sorted(path.parent.iterdir())
    with pytest.raises(WorkbookError) as stopped:
        put(path, *rows, source=source)
    assert (path.read_bytes(), sorted(path.parent.iterdir())) == (before, beside)
    (found,) = stopped.value.findings
    return found.code


def test_new_rows_and_changed_ones_stand_on_møder(path: Path) -> None:
    done = put(path, ("F001-02", None, NEW), ("F001-01", 2, MOVED))
    assert (done.added, done.changed) == (("F001-02",), ("F001-01",))
    book = read(path)
    assert book.findings == ()
    assert [(row.nr, str(row.date), f"{row.start:%H:%M}", row.computed) for row in book.meetings] == [
        ("F001-01", "2026-02-03", "11:00", "03-02-2026 11:00"),
        ("F001-02", "2026-02-10", "10:00", "10-02-2026 10:00"),
    ]


def test_a_copy_of_the_workbook_as_it_was_lies_beside_it(path: Path) -> None:
    before = path.read_bytes()
    done = put(path, ("F001-02", None, NEW))
    assert done.copy == path.with_name("bog-kopi-2026-01-19-0830.xlsx")
    assert done.copy.read_bytes() == before
    assert path.read_bytes() != before


def test_without_rows_nothing_is_written_and_nothing_is_asked(path: Path) -> None:
    before = path.read_bytes()
    assert put(path, source="another") == WriteResult()
    assert (path.read_bytes(), [one.name for one in path.parent.iterdir()]) == (before, ["bog.xlsx"])


def test_nor_where_they_say_what_stands_there_already(path: Path) -> None:
    assert put(path, ("F001-01", 2, {"Beregnet": "03-02-2026 10:00", "Start": dt.time(10)})) == WriteResult()
    assert [one.name for one in path.parent.iterdir()] == ["bog.xlsx"]


def test_a_workbook_that_has_changed_since_it_was_read_is_refused(path: Path) -> None:
    source = read(path).source
    put(path, ("F001-01", 2, MOVED))
    assert code(path, ("F001-02", None, NEW), source=source) == "E-017"


def test_bytes_are_compared_by_their_fingerprint_and_without_one_not_at_all(path: Path) -> None:
    data = path.read_bytes()
    require_unchanged(path, data, hashlib.sha256(data).hexdigest())
    require_unchanged(path, data, "")
    with pytest.raises(WorkbookError):
        require_unchanged(path, data + b" ", hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize("lock", ["~$bog.xlsx", ".~lock.bog.xlsx#"])
def test_a_workbook_that_is_open_in_another_program_is_refused(path: Path, lock: str) -> None:
    path.with_name(lock).write_bytes(b"")
    assert code(path, ("F001-02", None, NEW)) == "E-016"


def test_a_workbook_that_is_gone_is_no_workbook(path: Path) -> None:
    source = read(path).source
    path.unlink()
    with pytest.raises(WorkbookError):
        put(path, ("F001-02", None, NEW), source=source)


def test_what_people_put_on_the_sheet_stays(path: Path) -> None:
    book = load_workbook(path)
    page = book["Møder"]
    own = page.max_column + 1
    page.cell(1, own, "Egne noter")
    page.cell(2, own, "husk kaffe")
    date = page.cell(2, headings(page)["Dato"])
    date.comment = Comment("Bo kan ikke om morgenen", "Lene")
    date.number_format = "dd/mm"
    book.save(path)
    put(path, ("F001-01", 2, {**MOVED, "Dato": dt.date(2026, 2, 4)}), ("F001-02", None, NEW))
    page = load_workbook(path)["Møder"]
    at = headings(page)
    date = page.cell(2, at["Dato"])
    assert date.comment is not None
    assert (f"{date.value:%d-%m-%Y}", date.number_format, date.comment.text) == (
        "04-02-2026",
        "dd/mm",
        "Bo kan ikke om morgenen",
    )
    assert [page.cell(number, at["Egne noter"]).value for number in (2, 3)] == ["husk kaffe", None]
    assert page.cell(3, at["Dato"]).number_format == "dd/mm"
