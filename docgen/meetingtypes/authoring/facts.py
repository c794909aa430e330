"""The facts of a meeting in two columns: what is asked for on the left, the answer on the right."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Length, Mm
from docx.table import Table, _Cell, _Row

from docgen.meetingtypes.authoring.oxml import element
from docgen.meetingtypes.authoring.page import TEXT_WIDTH

LABEL_WIDTH: Length = Mm(40)


class Facts:
    """A table that is filled row by row; rows may stand or fall away with a condition."""

    def __init__(
        self, document: Document, *, label_width: Length = LABEL_WIDTH, label_style: str = "Faktaetiket"
    ) -> None:
        self._widths = (label_width, Length(TEXT_WIDTH - label_width))
        self._label_style = label_style
        self._table = _bare_table(document, self._widths)

    def row(self, label: str, *lines: str, when: str = "") -> None:
        """A row; a line starting with ``{%p`` decides over those after it. ``when`` is a condition."""
        if when:
            self._cells()[0].paragraphs[0].text = f"{{%tr if {when} %}}"
        first, second = self._cells()
        _fill(first, self._label_style, label)
        _fill(second, "Faktatekst", *lines)
        if when:
            self._cells()[0].paragraphs[0].text = "{%tr endif %}"

    def _cells(self) -> tuple[_Cell, _Cell]:
        row: _Row = self._table.add_row()  # type: ignore[no-untyped-call]
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))  # noqa: SLF001
        first, second = row.cells
        first.width, second.width = self._widths
        return first, second


def _bare_table(document: Document, widths: tuple[Length, Length]) -> Table:
    table: Table = document.add_table(rows=0, cols=2)
    table.style = "Fakta"
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    return table


def _fill(cell: _Cell, style: str, *lines: str) -> None:
    for line in lines[1:]:
        cell.add_paragraph(line, style=style)
    cell.paragraphs[0].text = lines[0]
    cell.paragraphs[0].style = style
