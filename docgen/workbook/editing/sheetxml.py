"""The XML of one sheet: finding cells, and putting new ones where they belong.

Source: ECMA-376-1, 18.3.1. Rows stand in the order of their numbers and cells in that of their columns;
those that do not say where they stand follow the one before, so a new one always says it.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator

from lxml import etree

from docgen.workbook.addresses import Area, address, cells_in, rows_in
from docgen.workbook.editing.package import Part

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384 - 1  # Excel's limits; columns count from 0


class SheetXml:
    """The rows and cells of a sheet. Rows count from 1, columns from 0."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.root = part.root
        self._rows = dict(rows_in(part.root))
        self._numbers = sorted(self._rows)
        self._cells: dict[int, dict[int, etree._Element]] = {}
        self._merged = tuple(_areas(part.root.iterfind("{*}mergeCells/{*}mergeCell")))
        self._arrays = tuple(_areas(part.root.iterfind("{*}sheetData/{*}row/{*}c/{*}f")))

    def rows(self) -> Iterator[tuple[int, etree._Element]]:
        """The rows that are there, with their numbers, in order."""
        return ((number, self._rows[number]) for number in self._numbers)

    def row(self, number: int) -> etree._Element | None:
        """The row with this number, None where there is none."""
        return self._rows.get(number)

    def cell(self, number: int, column: int) -> etree._Element | None:
        """The cell in this place, None where there is none."""
        return self._cells_of(number).get(column)

    def made_row(self, number: int) -> etree._Element:
        """The row with this number; a new one in its place where there is none."""
        if number not in self._rows:
            row = etree.Element(f"{self.part.namespace}row", r=str(number))
            index = bisect.bisect(self._numbers, number)
            if index:
                self._rows[self._numbers[index - 1]].addnext(row)
            else:
                self._data().insert(0, row)
            self._numbers.insert(index, number)
            self._rows[number] = row
        return self._rows[number]

    def made_cell(self, number: int, column: int) -> etree._Element:
        """The cell in this place; a new one where there is none."""
        found = self.cell(number, column)
        if found is not None:
            return found
        row = self.made_row(number)
        row.attrib.pop("spans", "")  # a hint for faster loading, and perhaps no longer true
        cell = etree.Element(f"{self.part.namespace}c", r=address(number, column))
        cells = self._cells_of(number)
        before = max((at for at in cells if at < column), default=None)
        if before is None:
            row.insert(0, cell)
        else:
            cells[before].addnext(cell)
        cells[column] = cell
        return cell

    def is_covered(self, number: int, column: int) -> bool:
        """Whether the cell is hidden under another one that it is merged with."""
        return any(
            area.holds(number, column) and (number, column) != (area.top, area.left) for area in self._merged
        )

    def is_formula(self, number: int, column: int) -> bool:
        """Whether a formula stands in the cell, or spreads its results over it (18.3.1.40, ``ref``)."""
        if any(area.holds(number, column) for area in self._arrays):
            return True
        cell = self.cell(number, column)
        return cell is not None and has_formula(cell)

    def unlink(self, number: int, column: int) -> None:
        """Takes away the link of this very cell (18.3.1.47): it led where the old value said."""
        links = self.root.find("{*}hyperlinks")
        if links is None:
            return
        for link in links.findall("{*}hyperlink"):
            if link.get("ref") == address(number, column):
                links.remove(link)
        if not len(links):  # an empty list is not allowed
            self.root.remove(links)

    def _cells_of(self, number: int) -> dict[int, etree._Element]:
        """The cells of a row by column, in no order; none where there is no row."""
        if number not in self._rows:
            return {}
        if number not in self._cells:
            self._cells[number] = dict(cells_in(self._rows[number]))
        return self._cells[number]

    def _data(self) -> etree._Element:
        data = self.root.find("{*}sheetData")
        if data is None:
            raise KeyError("sheetData")
        return data


def has_formula(cell: etree._Element) -> bool:
    """Whether the cell itself holds a formula, calculated or not."""
    return cell.find("{*}f") is not None


def is_filled(cell: etree._Element) -> bool:
    """Whether anything stands in the cell: a value, a text, an error, a formula."""
    if has_formula(cell) or cell.findtext("{*}v"):
        return True
    return any(text.text for text in cell.iterfind("{*}is//{*}t"))


def _areas(elements: Iterator[etree._Element]) -> Iterator[Area]:
    """The areas of merged cells, array formulas and data tables. A shared formula stands in each cell."""
    for element in elements:
        if element.get("ref") and element.get("t") != "shared":
            yield Area.of(str(element.get("ref")))
