"""A sheet as rows of plain Python values. calamine lives here and nowhere else."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass

import python_calamine

from docgen.workbook.addresses import split_cell
from docgen.workbook.scan import Scan, scan


@dataclass(frozen=True, slots=True)
class ErrorCell:
    """A cell that shows an error: ``text`` is ``#REF!`` and the like, empty when never calculated."""

    text: str = ""


Value = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | ErrorCell
"""What a cell can hold; a blank one is ``""``."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet's name, its rows from row 1 on (all equally long), and its date system."""

    name: str
    rows: list[list[Value]]
    from_1904: bool = False


def grids(data: bytes) -> tuple[Grid, ...]:
    """All sheets of a workbook in its order. Raises ``ValueError`` when the inside is damaged."""
    found = scan(data)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        return tuple(_grid(book, name, found) for name in _worksheets(book))
    except (python_calamine.CalamineError, OSError) as error:
        raise ValueError(str(error)) from error


def _worksheets(book: python_calamine.CalamineWorkbook) -> Iterator[str]:
    for sheet in book.sheets_metadata:
        if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet:
            yield sheet.name


def _grid(book: python_calamine.CalamineWorkbook, name: str, found: Scan) -> Grid:
    sheet = book.get_sheet_by_name(name)
    rows: list[list[Value]] = list(sheet.to_python(skip_empty_area=False)) if sheet.start else []  # type: ignore[arg-type]
    for cell, text in found.errors.get(name, {}).items():
        _put(rows, cell, ErrorCell(text))
    for cell in found.uncalculated.get(name, ()):
        _put(rows, cell, ErrorCell())
    return Grid(name, rows, found.from_1904)


def _put(rows: list[list[Value]], cell: str, value: ErrorCell) -> None:
    """Calamine's area ends with the last cell it knows; an error may stand outside of it."""
    number, column = split_cell(cell)
    width = max(column + 1, len(rows[0]) if rows else 0)
    rows.extend([] for _ in range(number - len(rows)))
    for row in rows:
        row.extend("" for _ in range(width - len(row)))
    rows[number - 1][column] = value
