"""Where a cell stands: ``F12``, letters of columns, and positions that the file leaves to be counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def letters(column: int) -> str:
    """The letters of a column, counted from 0: ``A``, ``Z``, ``AA``."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_of(name: str) -> int:
    """The column with these letters, counted from 0."""
    column = 0
    for letter in name:
        column = column * 26 + ord(letter) - 64
    return column - 1


def address(row: int, column: int) -> str:
    """The cell in this row (from 1) and column (from 0): ``F12``."""
    return f"{letters(column)}{row}"


def split_cell(cell: str) -> tuple[int, int]:
    """``F12`` or ``$F$12`` as row and column: ``(12, 5)``; raises ``ValueError`` for anything else."""
    match = _CELL.fullmatch(cell)
    if not match:
        raise ValueError(cell)
    return int(match[2]), column_of(match[1])


def rows_in(sheet: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The rows of a sheet's XML with their numbers.

    A row that does not say its number stands behind the one before (ECMA-376-1, 18.3.1.73).
    """
    number = 0
    for row in sheet.iterfind("{*}sheetData/{*}row"):
        number = int(row.get("r") or number + 1)
        yield number, row


def cells_in(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The cells of a row with their columns, also of those that do not say theirs (18.3.1.4)."""
    column = -1
    for cell in row.iterfind("{*}c"):
        column = split_cell(str(cell.get("r")))[1] if cell.get("r") else column + 1
        yield column, cell


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells: rows from 1, columns from 0, all four included."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def of(cls, ref: str) -> Area:
        """The area ``A1:T9``, ``$A$1:$T$9`` or ``A1``; raises ``ValueError`` for anything else."""
        first, _, last = ref.partition(":")
        (top, left), (bottom, right) = split_cell(first), split_cell(last or first)
        return cls(top, left, bottom, right)

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    def reaching(self, row: int, column: int) -> Area:
        """The smallest area that holds this one and the cell."""
        return Area(
            min(self.top, row), min(self.left, column), max(self.bottom, row), max(self.right, column)
        )

    @property
    def ref(self) -> str:
        """``A1:T9``; a single cell is ``A1``."""
        first, last = address(self.top, self.left), address(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"

    @property
    def fixed(self) -> str:
        """``$A$1:$T$9``, as defined names have it."""
        return f"${letters(self.left)}${self.top}:${letters(self.right)}${self.bottom}"
