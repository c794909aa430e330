"""What is to be put into a workbook, row by row."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from docgen.workbook.columns import Sheet, sheet
from docgen.workbook.editing.sheetxml import LAST_ROW
from docgen.workbook.rows import CellValue


@dataclass(frozen=True, slots=True)
class RowEdit:
    """What to put into one row of a sheet. ``row`` None appends a row behind the last filled one.

    ``sheet`` is the name of a sheet of the table, never Institution. ``values`` are by heading; None (or
    an empty text) clears the cell, and a heading that is absent leaves its cell alone.
    ``own`` are values of people's own columns, by the heading as it stands there.
    """

    sheet: str
    values: Mapping[str, CellValue]
    row: int | None = None
    own: Mapping[str, CellValue] = field(default_factory=dict)

    @property
    def fills(self) -> bool:
        """Whether it puts anything anywhere, and not only clears."""
        return any(value not in (None, "") for value in (*self.values.values(), *self.own.values()))


def by_sheet(edits: Iterable[RowEdit]) -> dict[Sheet, list[RowEdit]]:
    """The edits of each sheet, those of one row as one: of two values for one cell the last one counts.

    Raises ``KeyError`` for a sheet or heading that is not in the table, and ``ValueError`` for a row that
    holds no data, or a number that is none (``nan``).
    """
    gathered: dict[Sheet, list[RowEdit]] = {}
    for edit in edits:
        known = sheet(edit.sheet)
        unknown = set(edit.values) - {column.heading for column in known.columns}
        if unknown:
            raise KeyError(*sorted(unknown))
        if known.fields or (edit.row is not None and not 2 <= edit.row <= LAST_ROW):
            raise ValueError(edit.row)
        if any(isinstance(value, float) and not math.isfinite(value) for value in edit.values.values()):
            raise ValueError(edit.values)
        gathered.setdefault(known, []).append(edit)
    return {known: _merged(held) for known, held in gathered.items()}


def _merged(edits: Iterable[RowEdit]) -> list[RowEdit]:
    """In the order given; a row that is named again keeps its first place."""
    at: dict[int, int] = {}
    merged: list[RowEdit] = []
    for edit in edits:
        if edit.row is not None and edit.row in at:
            first = merged[at[edit.row]]
            values, own = {**first.values, **edit.values}, {**first.own, **edit.own}
            merged[at[edit.row]] = RowEdit(edit.sheet, values, edit.row, own)
            continue
        if edit.row is not None:
            at[edit.row] = len(merged)
        merged.append(edit)
    return merged
