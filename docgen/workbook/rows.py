"""From the model to rows of cells: the way back from ``reader``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import StrEnum

from docgen.model import EnvelopeWindow, Workbook
from docgen.workbook.column import Column, Sheet
from docgen.workbook.columns import SHEETS

CellValue = str | int | float | dt.date | dt.time | None
Row = Mapping[str, CellValue]
"""One row: headings and what stands under them; a heading that is absent is a blank cell."""

Rows = Mapping[str, Sequence[Row]]
"""The rows of each sheet by its name. Institution is one row, its fields the headings."""


class AsIs(str):
    """Cell text that is put in as it is: a formula, an error (``#REF!``), an escape (``_x0007_``)."""

    __slots__ = ()


def rows_of(workbook: Workbook) -> dict[str, list[Row]]:
    """The rows that, once written and read again, give the same workbook.

    Broken rows and findings are left behind: there is nothing to write of them.
    """
    rows: dict[str, list[Row]] = {}
    for sheet in SHEETS:
        held = getattr(workbook, sheet.attribute)
        rows[sheet.name] = [_row(sheet, each) for each in ((held,) if sheet.fields else held)]
    return rows


def _row(sheet: Sheet, row: object) -> Row:
    return {column.heading: _cell(sheet, column, getattr(row, column.attribute)) for column in sheet.columns}


def _cell(sheet: Sheet, column: Column, value: object) -> CellValue:
    """A no stays blank where blank means no: a sheet full of "Nej" is hard to read."""
    if value in ("", (), None) or (value is False and sheet.default(column) is False):
        return None
    return cell_value(value)


def cell_value(value: object) -> CellValue:
    """One value of the model as a cell holds it: ``Ja``, ``P001; P002``, a window, a date, a number."""
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, EnvelopeWindow):
        return str(value)
    if value is None or isinstance(value, str | int | float | dt.date | dt.time):
        return value
    raise TypeError(value)
