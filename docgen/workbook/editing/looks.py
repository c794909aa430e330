"""What new cells and rows look like: like those above them.

Those that were there before any edit: a cell that is edited does not pass its look on.
"""

from __future__ import annotations

import bisect
import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from docgen.workbook.addresses import cells_in
from docgen.workbook.editing.cols import style_of, width_of
from docgen.workbook.editing.sheetxml import SheetXml, has_formula, is_filled
from docgen.workbook.grid import Grid, Value

_LINE = 15  # points: a line of text in Excel's usual font


class Looks:
    """The sheet's filled cells as they were.

    ``last`` is the last filled row, ``right`` the last filled column, ``last_heading`` that of row 1.

    A row that holds nothing but formulas in columns of people's own counts as blank: people pull such
    formulas down in advance. Columns count from 0; in an empty sheet they are -1 and the row is 0.
    """

    def __init__(self, xml: SheetXml, grid: Grid, known: Collection[int]) -> None:
        self._xml = xml
        self._filled: dict[int, list[int]] = defaultdict(list)
        self.last, self.right, self.last_heading = 0, -1, -1
        for number, row in xml.rows():
            for column, cell in cells_in(row):
                if is_filled(cell):
                    self._filled[column].append(number)
                    self.right = max(self.right, column)
                    self.last_heading = column if number == 1 else self.last_heading
                    self.last = number if column in known or not has_formula(cell) else self.last
        self._height = self._chosen_height(grid.rows[self.last - 1 : self.last] if self.last > 1 else ())

    def styles(self, row: int, column: int) -> tuple[int, ...]:
        """The styles a cell may have, best first: its own, the one above, the row's, the column's."""
        return tuple(style for style in self._styles(row, column) if style is not None)

    def _styles(self, number: int, column: int) -> Iterator[int | None]:
        own, row = self._xml.cell(number, column), self._xml.row(number)
        if own is not None:
            yield int(own.get("s", "0"))
        yield self._above(number, column)
        if row is not None and row.get("customFormat") in ("1", "true"):
            yield int(row.get("s", "0"))
        yield style_of(self._xml.part, column)

    def _above(self, number: int, column: int) -> int | None:
        """The style of the last filled cell above, below the heading."""
        rows = self._filled[column]
        at = bisect.bisect_left(rows, number) - 1
        cell = self._xml.cell(rows[at], column) if at >= 0 and rows[at] > 1 else None
        return int(cell.get("s", "0")) if cell is not None else None

    def add_row(self, number: int, texts: Mapping[int, str]) -> None:
        """A new row in the look of the last filled one, blank cells too, with room for its longest text.

        ``texts`` are what will stand in it, by column.
        """
        row, height = self._xml.made_row(number), max(self._height, self._needed(texts))
        model = self._xml.row(self.last) if self.last > 1 else None
        if model is not None:
            for name in ("s", "customFormat"):
                if model.get(name):
                    row.set(name, str(model.get(name)))
            for column, cell in cells_in(model):
                if cell.get("s"):
                    self._xml.made_cell(number, column).set("s", str(cell.get("s")))
        if height:
            row.set("ht", f"{height:g}")
            row.set("customHeight", "1")

    def _chosen_height(self, last: Sequence[Sequence[Value]]) -> float:
        """The height that somebody gave the last filled row; 0 where it is only what its texts need.

        One long decision would otherwise make all later rows as high.
        """
        row = self._xml.row(self.last) if last else None
        if row is None or row.get("customHeight") not in ("1", "true"):
            return 0
        height = float(row.get("ht", "0"))
        texts = {column: value for column, value in enumerate(last[0]) if isinstance(value, str)}
        return height if height > self._needed(texts) else 0

    def _needed(self, texts: Mapping[int, str]) -> float:
        """The height in points that the texts need, 0 for a single line: LibreOffice does not work it out."""
        lines = max((self._lines(column, text) for column, text in texts.items()), default=1)
        return _LINE * lines if lines > 1 else 0

    def _lines(self, column: int, text: str) -> int:
        width = width_of(self._xml.part, column)
        return sum(max(1, math.ceil(len(line) / width)) for line in text.split("\n"))
