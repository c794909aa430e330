"""One sheet of a fresh workbook: headings, notes, drop-downs, formats, print set-up."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties

from docgen.workbook.addresses import letters
from docgen.workbook.columns import FIELD, SHEETS, VALUE, Column, Form, Sheet
from docgen.workbook.rows import AsIs, CellValue, Row

if TYPE_CHECKING:
    from openpyxl import Workbook as Book
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

Suggestions = Mapping[str, Sequence[str]]
"""Values that a drop-down advises, by heading."""

LAST_ROW = 1000  # how far down drop-downs and the filter reach
INK, PAPER, EXAMPLE, LINE = "1F3B4D", "FFFFFF", "FFF4CC", "C9D3DA"
FONT = "Calibri"
_LIST_LIMIT, _TITLE_LIMIT = 255, 32  # of a drop-down; with a longer title Excel wants to repair the file
_PAGE = 150  # characters across a printed page, small but legible
_TEXTUAL = (Form.NR, Form.POSTCODE, Form.PHONE)  # Excel would take these for numbers
_FORMATS = {Form.DATE: "dd-mm-yyyy", Form.TIME: "hh:mm", Form.DECIMAL: "0.##"} | dict.fromkeys(_TEXTUAL, "@")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # ECMA-376-1, 22.9.2.19: text like _x0007_ means a character
_PLAIN = Font(name=FONT)
_TOP = Alignment(wrap_text=True, vertical="top")
_LEFT = Alignment(wrap_text=True, vertical="top", horizontal="left")
_RULE = Border(bottom=Side("thin", color=LINE))
_EXAMPLE_FILL = PatternFill("solid", start_color=EXAMPLE)
_REQUIRED_HERE = "Skal udfyldes."


def add_rows(
    book: Book, sheet: Sheet, rows: Sequence[Row], *, examples: bool, suggestions: Suggestions
) -> None:
    """The sheet with a heading a column and ``rows`` below; example rows are coloured."""
    page = book.create_sheet(sheet.name)
    for index, column in enumerate(sheet.columns):
        letter = letters(index)
        _heading(page[f"{letter}1"], column.label, column)
        _column_style(page, letter, column)
        _drop_down(page, column, f"{letter}2:{letter}{LAST_ROW}", suggestions.get(column.heading, ()))
    for number, row in enumerate(rows, 2):
        for index, column in enumerate(sheet.columns):
            _body(page[f"{letters(index)}{number}"], column, row.get(column.heading), examples)
        _row_height(page, number, sheet, row)
    page.freeze_panes = f"{letters(sheet.frozen)}2"
    page.auto_filter.ref = f"A1:{letters(len(sheet.columns) - 1)}{max(LAST_ROW, len(rows) + 1)}"
    page.row_dimensions[1].height = 34
    _print_set_up(page, sum(column.width for column in sheet.columns))
    page.print_title_cols = f"A:{letters(sheet.frozen - 1)}"


def add_fields(book: Book, sheet: Sheet, rows: Sequence[Row], *, examples: bool) -> None:
    """Institution: a field a row, its value, and its note as a third column."""
    page = book.create_sheet(sheet.name)
    for letter, label, width in (("A", FIELD, 38), ("B", VALUE, 40), ("C", "Forklaring", 110)):
        _heading(page[f"{letter}1"], label)
        page.column_dimensions[letter].width = width
    values = rows[0] if rows else {}
    for number, column in enumerate(sheet.columns, 2):
        name, note = page[f"A{number}"], page[f"C{number}"]
        name.value, note.value = column.label, _note(column)
        for cell in (name, note):
            _look(cell)
        name.font = Font(name=FONT, bold=True, color=INK)
        value = values.get(column.heading)
        _body(page[f"B{number}"], column, value, examples and value is not None)
        _drop_down(page, column, f"B{number}")
    page.freeze_panes = "A2"
    page.row_dimensions[1].height = 24
    _print_set_up(page, _PAGE)
    page.page_setup.fitToHeight = 1


def _row_height(page: Worksheet, number: int, sheet: Sheet, row: Row) -> None:
    """Room for the row's longest text; LibreOffice does not work that out by itself."""
    lines = max(math.ceil(len(str(row.get(c.heading) or "")) / c.width) for c in sheet.columns)
    if lines > 1:
        page.row_dimensions[number].height = 15 * lines


def put(cell: Cell, value: CellValue) -> None:
    """``value`` into ``cell``: text stays text, even when it begins with ``=`` or looks like an error."""
    if isinstance(value, str) and not isinstance(value, AsIs):
        cell.value = _ESCAPE.sub("_x005F_", value)
        cell.data_type = "s"
    else:
        cell.value = str(value) if isinstance(value, AsIs) else value


def _note(column: Column) -> str:
    parts = (_REQUIRED_HERE if column.required else "", column.note, _example(column))
    return " ".join(part for part in parts if part)


def _example(column: Column) -> str:
    return f"Eksempel: {column.example}" if column.example and not column.allowed else ""


def _heading(cell: Cell, label: str, column: Column | None = None) -> None:
    put(cell, label)
    cell.font = Font(name=FONT, bold=True, color=PAPER)
    cell.fill = PatternFill("solid", start_color=INK)
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    if column:
        note = _note(column)
        cell.comment = Comment(note, "docgen", height=40 + 18 * math.ceil(len(note) / 34), width=260)


def _column_style(page: Worksheet, letter: str, column: Column) -> None:
    """The whole column's width and format, so that rows typed in later get it too."""
    dimension = page.column_dimensions[letter]
    dimension.width = column.width
    dimension.number_format = _FORMATS.get(column.form, "General")
    dimension.alignment = _LEFT


def _body(cell: Cell, column: Column, value: CellValue, is_example: bool) -> None:
    put(cell, value)
    _look(cell)
    is_bare_number = column.form in (Form.DATE, Form.TIME) and isinstance(value, int | float)
    cell.number_format = "General" if is_bare_number else _FORMATS.get(column.form, "General")
    cell.alignment = _LEFT
    if is_example:
        cell.fill = _EXAMPLE_FILL


def _look(cell: Cell) -> None:
    cell.font = _PLAIN
    cell.alignment = _TOP
    cell.border = _RULE


def _drop_down(page: Worksheet, column: Column, cells: str, advice: Sequence[str] = ()) -> None:
    """A list of choices is held to; a list of numbers only advises, for the row may come later."""
    source = _source(column, advice)
    if not source:
        return
    validation = DataValidation("list", formula1=source, allow_blank=True, showErrorMessage=True)
    validation.errorStyle = "stop" if column.allowed else "warning"
    validation.errorTitle = column.heading[:_TITLE_LIMIT]
    validation.error = "Vælg på listen." if column.allowed else "Det står ikke på listen endnu."
    validation.add(cells)
    page.add_data_validation(validation)


def _source(column: Column, advice: Sequence[str]) -> str:
    """What a drop-down offers: a list in quotes, or a range of cells; empty for none.

    Excel parts such a list by commas and takes 255 characters at most; a longer one is left out.
    """
    if column.form.refers and len(column.form.refers) == 1 and column.form is not Form.PEOPLE:
        return _numbers_of(column.form.refers[0])
    listed = ",".join(column.allowed or advice)
    can_be_listed = 0 < len(listed) <= _LIST_LIMIT and not any("," in value for value in advice)
    return f'"{listed}"' if can_be_listed else ""


def _numbers_of(name: str) -> str:
    """The range of numbers on the sheet with this name."""
    sheet = next(sheet for sheet in SHEETS if sheet.name == name)
    index = next(i for i, column in enumerate(sheet.columns) if column.form is Form.NR)
    return f"'{name}'!${letters(index)}$2:${letters(index)}${LAST_ROW}"


def _print_set_up(page: Worksheet, width: int) -> None:
    """A4 across, the heading on every page; as many pages wide as it takes to stay legible."""
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9
    page.page_setup.fitToWidth = max(1, round(width / _PAGE))
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"
    page.HeaderFooter.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(text="&A"), right=_HeaderFooterPart(text="Side &P af &N")
    )
