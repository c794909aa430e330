"""Workbooks for tests: any rows on any sheets, as a file."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook as Book
from openpyxl.worksheet.worksheet import Worksheet

from docgen.findings import Finding
from docgen.workbook.rows import Row
from docgen.workbook.writer import workbook_bytes

DAY = dt.date(2026, 1, 5)

INSTITUTION: Row = {
    "Navn": "Botilbuddet Eksempelgården",
    "E-mail": "moeder@eksempel.example",
    "Afsender": "Inge Eksempel",
    "Kalender-id": "k-1",
}
RESIDENT: Row = {"Nr": "B001", "Fornavn": "Asta", "Efternavn": "Eksempel", "Kanal": "Personligt"}
PERSON: Row = {"Nr": "P001", "Navn": "Bo Eksempel", "Rolle": "Kontaktperson", "Kanal": "Personligt"}
MEETING: Row = {
    "Nr": "M001",
    "Type": "dialogmoede",
    "Dato": dt.date(2026, 2, 3),
    "Start": dt.time(10),
    "Sted": "Mødelokalet",
}


def written(folder: Path, rows: Mapping[str, Sequence[Row]]) -> Path:
    """A file made by the writer with these rows, and a sound Institution when none is given."""
    path = folder / "bog.xlsx"
    path.write_bytes(workbook_bytes({"Institution": [INSTITUTION], **rows}, DAY))
    return path


def raw(folder: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """A file with these sheets, cell by cell, as somebody's own hand would make it."""
    book = Book()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    data = io.BytesIO()
    book.save(data)
    path = folder / "raa.xlsx"
    path.write_bytes(data.getvalue())
    return path


def places(findings: Sequence[Finding]) -> list[tuple[str, str]]:
    """Code and cell of each finding: ``("E-021", "Møder!F2")``."""
    return [(finding.code, str(finding.place).partition(" (")[0]) for finding in findings]


def headings(sheet: Worksheet) -> dict[str, int]:
    """The columns of a sheet by what stands in row 1, without the star of those that must be filled."""
    return {str(cell.value).rstrip("* "): cell.column for cell in sheet[1] if cell.value}
