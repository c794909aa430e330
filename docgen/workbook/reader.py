"""Reading a workbook: from a file to the model, with everything found wrong on the way."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docgen.findings import Finding, Place, in_order
from docgen.model import BrokenRow, Institution, Source, Workbook
from docgen.workbook.addresses import letters
from docgen.workbook.cell import as_text, heading_text
from docgen.workbook.cells import BLANK, read_cell
from docgen.workbook.columns import FIELD, SHEETS, VALUE, Column, Sheet
from docgen.workbook.container import contents, damaged
from docgen.workbook.discretion import may_be_private
from docgen.workbook.grid import ErrorCell, Grid, Value, grids
from docgen.workbook.headings import Found, find
from docgen.workbook.text import shown


@dataclass(slots=True)
class _Reading:
    """What has been read so far. ``rows`` by the workbook's attribute."""

    rows: dict[str, Any] = field(default_factory=dict)
    broken: list[BrokenRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def report(self, code: str, place: Place, **data: object) -> None:
        self.findings.append(Finding.of(code, place, **data))


def read(path: Path) -> Workbook:
    """The workbook at ``path``; what is wrong with its sheets, rows and cells stands in ``findings``.

    A row that lacks a cell it cannot do without, or has it garbled, stands in ``broken`` instead of in
    its sheet. An optional cell that is garbled leaves the default, and an error that names the row.
    The file is only read. Raises ``WorkbookError`` for a file that cannot be read at all.
    """
    data = contents(path)
    try:
        found = grids(data)
    except ValueError:
        raise damaged(path.name) from None
    reading = _Reading()
    for sheet, grid in _sheets(found, reading):
        if sheet.fields:
            _read_fields(sheet, grid, reading)
        else:
            _read_rows(sheet, grid, reading)
    institution = reading.rows.pop("institution", None) or Institution()
    return Workbook(
        name=path.stem,
        source=hashlib.sha256(data).hexdigest(),
        institution=institution,
        broken=tuple(reading.broken),
        findings=in_order(reading.findings),
        **reading.rows,
    )


def _sheets(found: Sequence[Grid], reading: _Reading) -> Iterator[tuple[Sheet, Grid]]:
    """The known sheets that are there, in the table's order."""
    names = find((grid.name for grid in found), (sheet.name for sheet in SHEETS))
    for repeat in names.twice:
        name = shown(found[repeat].name)
        reading.report("E-011", Place(sheet=name), name=name)
    for index, name in names.near.items():
        strange = found[index].name
        reading.report("W-012", Place(sheet=shown(strange)), value=shown(strange), name=name)
    for sheet in SHEETS:
        if sheet.name in names.at:
            yield sheet, found[names.at[sheet.name]]
        elif sheet.required:
            reading.report("E-008", Place(sheet=sheet.name), name=sheet.name)


def _read_rows(sheet: Sheet, grid: Grid, reading: _Reading) -> None:
    header = grid.rows[0] if grid.rows else []
    names = find(map(heading_text, header), (column.heading for column in sheet.columns))
    _report_headings(sheet, header, names, reading)
    columns = {heading: letters(index) for heading, index in names.at.items()}
    present = [column for column in sheet.columns if column.heading in names.at]
    lacking = any(column.required and column.heading not in names.at for column in sheet.columns)
    rows = []
    for number, row in enumerate(grid.rows[1:], 2):
        cells = [(column, row[names.at[column.heading]]) for column in present]
        if not any(_is_filled(value) for _, value in cells):
            continue
        source = Source(sheet.name, number, columns)
        values, whole = _values(cells, source, grid, reading)
        if whole and not lacking:
            rows.append(sheet.row(**values, at=source))
        else:
            reading.broken.append(_broken(source, values, is_private=may_be_private(sheet.name, cells)))
    reading.rows[sheet.attribute] = tuple(rows)


def _broken(source: Source, values: Mapping[str, Any], *, is_private: bool) -> BrokenRow:
    name = str(values.get("name", "")) if is_private else ""
    return BrokenRow(source, values.get("nr", ""), values.get("resident", ""), name)


def _values(
    cells: Sequence[tuple[Column, Value]], source: Source, grid: Grid, reading: _Reading
) -> tuple[dict[str, Any], bool]:
    """The row's attributes that are not blank, and whether all the required ones are among them."""
    values: dict[str, Any] = {}
    whole = True
    discreet = may_be_private(source.sheet, cells)
    for column, value in cells:
        if value == "" and not column.required:
            continue
        place = source.place(column.heading)
        read, findings = read_cell(value, column, place, from_1904=grid.from_1904, discreet=discreet)
        reading.findings += findings
        if read is not BLANK:
            values[column.attribute] = read
        elif column.required:
            whole = False
    return values, whole


def _report_headings(sheet: Sheet, header: Sequence[Value], names: Found, reading: _Reading) -> None:
    def place(index: int, heading: str = "") -> Place:
        return Place(sheet=sheet.name, row=1, cell=f"{letters(index)}1", heading=heading)

    for index, first in names.twice.items():
        heading = _shown(header[index])
        reading.report("E-010", place(index), name=heading, sheet=sheet.name, first=f"{letters(first)}1")
    for index, heading in names.near.items():
        reading.report("W-013", place(index), value=_shown(header[index]), name=heading)
    for column in sheet.columns:
        if column.required and column.heading not in names.at:
            missing = Place(sheet=sheet.name, row=1, heading=column.heading)
            reading.report("E-009", missing, name=column.heading, sheet=sheet.name)


def _read_fields(sheet: Sheet, grid: Grid, reading: _Reading) -> None:
    """Institution: a field a row. ``number`` of its source is 0, and each column is a whole cell."""
    header = grid.rows[0] if grid.rows else []
    names = find(map(heading_text, header), (FIELD, VALUE))
    for heading in (FIELD, VALUE):
        if heading not in names.at:
            place = Place(sheet=sheet.name, row=1, heading=heading)
            reading.report("E-009", place, name=heading, sheet=sheet.name)
            return
    field_at, value_at = names.at[FIELD], names.at[VALUE]
    labels = [row[field_at] for row in grid.rows]
    fields = find(["", *map(heading_text, labels[1:])], (column.heading for column in sheet.columns))
    _report_fields(sheet, letters(field_at), labels, fields, reading)
    source = Source(
        sheet.name, 0, {heading: f"{letters(value_at)}{row + 1}" for heading, row in fields.at.items()}
    )
    cells = [
        (column, grid.rows[fields.at[column.heading]][value_at] if column.heading in fields.at else "")
        for column in sheet.columns
    ]
    values, _ = _values(cells, source, grid, reading)
    reading.rows[sheet.attribute] = sheet.row(**values, at=source)


def _report_fields(
    sheet: Sheet, letter: str, labels: Sequence[Value], fields: Found, reading: _Reading
) -> None:
    for row, first in fields.twice.items():
        place = Place(sheet=sheet.name, row=row + 1, cell=f"{letter}{row + 1}")
        name = _shown(labels[row])
        reading.report("E-010", place, name=name, sheet=sheet.name, first=f"{letter}{first + 1}")
    for row, heading in fields.near.items():
        place = Place(sheet=sheet.name, row=row + 1, cell=f"{letter}{row + 1}")
        reading.report("W-013", place, value=_shown(labels[row]), name=heading)


def _shown(value: Value) -> str:
    return shown(as_text(value))


def _is_filled(value: Value) -> bool:
    return isinstance(value, ErrorCell) or not isinstance(value, str) or bool(value.strip())
