"""Meetings that are over leave the sheet Møder for an archive workbook; their numbers stay behind.

The archive is written first: if the second step fails, the rows stand in both workbooks, and the next try
moves none of them twice that nobody has changed since.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.findings import errors_in
from docgen.model import Meeting, MeetingStatus, Workbook
from docgen.workbook.cell import heading_text
from docgen.workbook.columns_meetings import ARCHIVE, MEETINGS
from docgen.workbook.container import contents
from docgen.workbook.editing import RowEdit, edited, require_free, save
from docgen.workbook.grid import ErrorCell, Grid, grids
from docgen.workbook.headings import normal
from docgen.workbook.reader import read
from docgen.workbook.rows import CellValue, cell_value
from docgen.workbook.writer import save as save_new
from docgen.workbook.writer import workbook_bytes

OVER = (MeetingStatus.HELD, MeetingStatus.MISSED, MeetingStatus.CANCELLED)


@dataclass(frozen=True, slots=True)
class Archiving:
    """What was moved where: the meetings' numbers, the archive, and the copy of the workbook as it was."""

    numbers: tuple[str, ...]
    archive: Path
    copy: Path | None = None


def archive_rows(path: Path, before: dt.date, now: dt.datetime) -> Archiving:
    """Moves the rows of meetings before a day that are held, missed or called off. Raises ``WorkbookError``.

    Only rows that can be read, every cell of them, are moved, and none of today or later: people may not have
    heard yet that one is called off. Columns of people's own go along; of a formula, what it gives.
    """
    archive = path.with_name(f"{path.stem}-arkiv.xlsx")
    data, workbook = contents(path), read(path)
    rows = _over(workbook, min(before, now.date()))
    if not rows:
        return Archiving((), archive)
    own = _own_columns(data)
    known = {row.nr for row in workbook.archived}
    moving = [RowEdit(MEETINGS.name, _values(row), own=own.get(row.at.number, {})) for row in rows]
    leaving = [
        RowEdit(
            MEETINGS.name,
            dict.fromkeys(_values(row)),
            row.at.number,
            dict.fromkeys(own.get(row.at.number, {})),
        )
        for row in rows
    ]
    staying = [RowEdit(ARCHIVE.name, _number(row)) for row in rows if row.nr not in known]
    after = edited(data, [*leaving, *staying], name=path.name)  # before anything is written: it may refuse
    require_free(path, data)
    _add_to(archive, moving, now)
    return Archiving(tuple(row.nr for row in rows), archive, save(path, data, after, now=now))


def _over(workbook: Workbook, before: dt.date) -> list[Meeting]:
    """The rows to be moved. What stands in a cell that could not be read would be left behind."""
    wrong = {found.place.row for found in errors_in(workbook.findings) if found.place.sheet == MEETINGS.name}
    over = (row for row in workbook.meetings if row.status in OVER and row.date < before)
    return [row for row in over if row.at.number not in wrong]


def _add_to(archive: Path, edits: Sequence[RowEdit], now: dt.datetime) -> None:
    """Appends the rows to the archive, which is made if there is none; those that it has already stay as they
    are.
    """
    if not archive.exists():
        save_new(archive, edited(workbook_bytes({}, now.date()), edits, name=archive.name))
        return
    data = contents(archive)
    own = _own_columns(data)
    there = [(_values(row), own.get(row.at.number, {})) for row in read(archive).meetings]
    new = [edit for edit in edits if (edit.values, edit.own) not in there]
    after = edited(data, new, name=archive.name)
    if after is not data:
        save(archive, data, after, now=now)


def _values(row: Meeting) -> dict[str, CellValue]:
    """Every filled cell of the row, by heading."""
    values = {column.heading: getattr(row, column.attribute) for column in MEETINGS.columns}
    return {name: cell_value(value) for name, value in values.items() if value not in ("", (), None)}


def _number(row: Meeting) -> dict[str, CellValue]:
    """What the sheet Arkiv keeps of a meeting."""
    return {
        column.heading: cell_value(value)
        for column in ARCHIVE.columns
        if (value := getattr(row, column.attribute)) not in ("", None)
    }


def _own_columns(data: bytes) -> dict[int, Mapping[str, CellValue]]:
    """What stands in columns of people's own on Møder, by row and heading.

    Of two columns with one heading the first: the other one could not be told from it, and stays as it is.
    """
    grid = next((one for one in grids(data) if normal(one.name) == normal(MEETINGS.name)), Grid("", []))
    header = [heading_text(cell) for cell in grid.rows[0]] if grid.rows else []
    known = {normal(column.heading) for column in MEETINGS.columns}
    first = {normal(name): index for index, name in reversed(list(enumerate(header)))}
    theirs = {index: header[index] for name, index in first.items() if name and name not in known}
    found: dict[int, Mapping[str, CellValue]] = {}
    for number, row in enumerate(grid.rows[1:], 2):
        held = {name: _plain(row[index]) for index, name in theirs.items() if row[index] != ""}
        found[number] = held
    return found


def _plain(value: object) -> CellValue:
    """A cell's value as it can be written again; a length of time and an error as their text."""
    if isinstance(value, ErrorCell):
        return value.text
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, str | int | float | dt.datetime | dt.date | dt.time):
        return value
    return str(value)
