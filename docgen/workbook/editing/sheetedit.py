"""One known sheet of a workbook, being edited: its columns, its rows, and what is in the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from docgen.findings import Finding, Place
from docgen.i18n import N_
from docgen.workbook.addresses import address, split_cell
from docgen.workbook.cell import heading_text
from docgen.workbook.columns import Column, Form, Sheet
from docgen.workbook.editing import cols, following
from docgen.workbook.editing.book import Book
from docgen.workbook.editing.formats import Shown
from docgen.workbook.editing.looks import Looks
from docgen.workbook.editing.sheetxml import LAST_COLUMN, LAST_ROW, SheetXml, is_filled
from docgen.workbook.editing.values import LONGEST, Content, content, put, says
from docgen.workbook.grid import Grid, Value
from docgen.workbook.headings import find
from docgen.workbook.rows import CellValue

NONE: Mapping[str, CellValue] = MappingProxyType({})
_FORMULA = N_("a formula stands in it")
_MERGED = N_("it is merged with other cells")
_TOO_LONG = N_("the text is longer than a cell can hold")
_NO_ROOM = N_("the sheet is full")


class SheetEdit:
    """Fills cells of one sheet. What is in the way becomes a finding, and that cell stays as it is.

    A protected sheet is written to as well: its lock keeps people from slips in Excel, and is not the file's.
    """

    def __init__(self, book: Book, sheet: Sheet, grid: Grid) -> None:
        self.findings: list[Finding] = []
        self._book, self._sheet, self._grid = book, sheet, grid
        self._xml = SheetXml(book.sheet(grid.name))
        self._header = grid.rows[0] if grid.rows else []
        self._columns = find(map(heading_text, self._header), (column.heading for column in sheet.columns)).at
        self._known = {column.heading for column in sheet.columns}
        self._looks = Looks(self._xml, grid, self._columns.values())
        self._end = max(self._looks.last, 1, *self._commented())
        self._right = self._looks.right

    def change(self, row: int, values: Mapping[str, CellValue], own: Mapping[str, CellValue] = NONE) -> None:
        """Puts the values into this row; ``own`` are those of people's own columns."""
        for heading, held in self._contents(values, own).items():
            if heading in self._columns:
                self._fill(row, heading, held)

    def append(self, values: Mapping[str, CellValue], own: Mapping[str, CellValue] = NONE) -> None:
        """Puts the values into a new row behind the last filled one, which it looks like."""
        contents = self._contents(values, own)
        if not any(contents.values()):
            return
        self._end += 1
        if self._end > LAST_ROW:
            self._object(LAST_ROW, 0, "", _NO_ROOM)
            return
        placed = {
            self._columns[heading]: held for heading, held in contents.items() if heading in self._columns
        }
        if self._xml.row(self._end) is None:
            texts = {column: held.text for column, held in placed.items() if held and held.is_text}
            self._looks.add_row(self._end, texts)
        for heading, held in contents.items():
            if heading in self._columns:
                self._fill(self._end, heading, held)
        following.add_row(self._book, self._grid.name, self._end, placed)

    def _contents(
        self, values: Mapping[str, CellValue], own: Mapping[str, CellValue]
    ) -> dict[str, Content | None]:
        """What goes into the cells. A missing heading is added where something will stand below it."""
        every = {**own, **values}
        contents = {
            heading: content(value, from_1904=self._grid.from_1904) for heading, value in every.items()
        }
        if strange := set(own) - set(self._columns):
            self._columns |= find(map(heading_text, self._header), strange).at
        theirs = (Column(heading, "", Form.TEXT, "") for heading in own)
        for column in (*self._sheet.columns, *theirs):
            if contents.get(column.heading) and column.heading not in self._columns:
                self._add_heading(column)
        return contents

    def _fill(self, row: int, heading: str, held: Content | None) -> None:
        column = self._columns[heading]
        if not held and heading not in self._known and self._xml.is_formula(row, column):
            return  # people drag their formulas down past the last row; it gives a blank there
        obstacle = self._obstacle(row, column, held)
        if obstacle:
            self._object(row, column, heading, obstacle)
        elif held:
            self._put(row, column, held)
        else:
            self._clear(row, column)

    def _obstacle(self, row: int, column: int, held: Content | None) -> str:
        if self._xml.is_formula(row, column):
            return _FORMULA
        if held and self._xml.is_covered(row, column):
            return _MERGED
        return _TOO_LONG if held and held.is_text and len(held.text) > LONGEST else ""

    def _put(self, row: int, column: int, held: Content) -> None:
        """A cell that says so already is left alone: its text may be written in more than one colour."""
        if held.is_text and self._value(row, column) == held.text:
            return
        style = self._book.styles.fitting(self._looks.styles(row, column), held.shown)
        cell = self._xml.made_cell(row, column)
        if style != int(cell.get("s", "0")):
            cell.set("s", str(style))
        if not says(cell, held):
            self._xml.unlink(row, column)
            put(cell, held, self._xml.part.namespace)
        following.grow_used(self._xml.part, row, column)
        self._end = max(self._end, row)

    def _clear(self, row: int, column: int) -> None:
        """The value goes; the cell, its look and its comment stay."""
        cell = self._xml.cell(row, column)
        if cell is not None and is_filled(cell):
            self._xml.unlink(row, column)
            put(cell, None, self._xml.part.namespace)

    def _add_heading(self, column: Column) -> None:
        """A known column behind everything on the sheet, with a heading that looks like its neighbour."""
        last, at = self._looks.last_heading, self._right + 1
        if at > LAST_COLUMN or self._xml.is_covered(1, at):
            self._object(1, min(at, LAST_COLUMN), column.heading, _NO_ROOM if at > LAST_COLUMN else _MERGED)
            return
        part = self._xml.part
        neighbour = self._xml.cell(1, last) if last >= 0 else None
        cell = self._xml.made_cell(1, at)
        if neighbour is not None and neighbour.get("s"):
            cell.set("s", str(neighbour.get("s")))
        put(cell, Content(column.label, Shown.ANYTHING), part.namespace)
        cols.widen(part, at, column.width, cols.style_of(part, last) if last >= 0 else None)
        following.grow_used(part, 1, at)
        following.add_column(self._book, self._grid.name, at, column.label)
        self._columns[column.heading] = self._right = at

    def _value(self, row: int, column: int) -> Value:
        """What the reader sees in the cell as the file was; ``""`` beyond what is used."""
        held = self._grid.rows[row - 1] if row <= len(self._grid.rows) else []
        return held[column] if column < len(held) else ""

    def _commented(self) -> Iterator[int]:
        """The rows with comments: a comment on a cleared row says nothing of the one that is added."""
        package = self._book.package
        for member in package.related(self._book.members[self._grid.name], "comments"):
            for comment in package.part(member).root.iter("{*}comment"):
                yield split_cell(str(comment.get("ref")))[0]

    def _object(self, row: int, column: int, heading: str, reason: str) -> None:
        place = Place(sheet=self._sheet.name, row=row, cell=address(row, column), heading=heading)
        self.findings.append(Finding.of("E-018", place, reason=reason))
