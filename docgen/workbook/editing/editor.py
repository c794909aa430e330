"""Edits made to a workbook's bytes: only the XML of what is edited changes, everything else stays.

openpyxl would drop pictures, charts, shapes and slicers when it saves, so nothing is saved through it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from docgen.errors import WorkbookError
from docgen.findings import Finding, Place, in_order
from docgen.workbook.cell import heading_text
from docgen.workbook.columns import SHEETS, Sheet
from docgen.workbook.columns_meetings import MEETINGS
from docgen.workbook.container import damaged
from docgen.workbook.editing.book import Book
from docgen.workbook.editing.edit import RowEdit, by_sheet
from docgen.workbook.editing.newsheet import Lender, add_sheet
from docgen.workbook.editing.package import Package
from docgen.workbook.editing.sheetedit import SheetEdit
from docgen.workbook.grid import Grid, grids
from docgen.workbook.headings import find
from docgen.workbook.parts import UNSOUND

_SIGNATURES = "_xmlsignatures/"  # ECMA-376 part 2, 10.2: where Office keeps digital signatures


def edited(data: bytes, edits: Sequence[RowEdit], *, name: str = "") -> bytes:
    """The workbook with the edits made, in the order given; the same bytes when nothing has to change.

    A known column that is missing is added behind the others, and a known sheet that is missing behind the
    other sheets, where something is put there. ``name`` is the file's name for findings.

    Raises ``WorkbookError`` with findings when it cannot be done without losing something: a cell that holds
    a formula or is merged away, a text that no cell can hold, a digital signature, a damaged file. Raises
    ``KeyError`` or ``ValueError`` for edits that fit no workbook (``by_sheet``).
    """
    orders = by_sheet(edits)
    try:
        return _edited(data, orders, name)
    except (*UNSOUND, ValueError):
        raise damaged(name) from None


def _edited(data: bytes, orders: Mapping[Sheet, Sequence[RowEdit]], name: str) -> bytes:
    package = Package(data)
    if any(member.startswith(_SIGNATURES) for member in package.names):
        raise WorkbookError(Finding.of("E-019", Place(file=name)))
    book, held = Book(package), _known(grids(data))
    findings: list[Finding] = []
    for sheet, edits in orders.items():
        if sheet.name not in held and any(edit.fills for edit in edits):
            held[sheet.name] = _added(book, sheet, held)
        if sheet.name in held:
            findings += _made(SheetEdit(book, sheet, held[sheet.name]), edits)
    if findings:
        raise WorkbookError(*in_order(findings))
    if not package.changed:
        return data
    book.recalculate()
    return package.written()


def _known(found: Sequence[Grid]) -> dict[str, Grid]:
    """The sheets of the table that are there, by its names."""
    names = find((grid.name for grid in found), (sheet.name for sheet in SHEETS))
    return {name: found[index] for name, index in names.at.items()}


def _made(editing: SheetEdit, edits: Iterable[RowEdit]) -> list[Finding]:
    for edit in edits:
        if edit.row is None:
            editing.append(edit.values, edit.own)
        else:
            editing.change(edit.row, edit.values, edit.own)
    return editing.findings


def _added(book: Book, sheet: Sheet, held: Mapping[str, Grid]) -> Grid:
    """The sheet, added in the look of Møder, or of the first other sheet of rows that is there.

    Raises ``WorkbookError`` when something that holds no cells (a chart) has its name.
    """
    if find(book.names, (sheet.name,)).at:
        raise WorkbookError(Finding.of("E-011", Place(sheet=sheet.name), name=sheet.name))
    rest = (known for known in SHEETS if not known.fields)
    lending = next((known for known in (MEETINGS, *rest) if known.name in held), None)
    lender = _lender(book, lending, held[lending.name]) if lending else Lender()
    return add_sheet(book, sheet, lender, from_1904=any(grid.from_1904 for grid in held.values()))


def _lender(book: Book, sheet: Sheet, grid: Grid) -> Lender:
    header = grid.rows[0] if grid.rows else []
    at = find(map(heading_text, header), (column.heading for column in sheet.columns)).at
    columns = {column: at[column.heading] for column in sheet.columns if column.heading in at}
    return Lender.of(book.sheet(grid.name), columns)
