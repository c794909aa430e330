"""The example of ``docs/noegletal.md``: its tables as they stand there, and the workbook they describe."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen.workbook.rows import Row
from tests.commandline import ROOT
from tests.workbook.books import written

PAGE = ROOT / "docs" / "noegletal.md"
SHEETS = ("Beboere", "Forløb", "Indsatser", "Møder", "Arkiv", "Beslutninger")
# What every row needs and no figure depends on, and so the page leaves out.
_FILLED: dict[str, Row] = {
    "Beboere": {"Kanal": "Personligt"},
    "Forløb": {"Sted": "Kontoret"},
    "Møder": {"Sted": "Kontoret", "Start": "10:00"},
}
_HOUSE: Row = {
    "Navn": "Jobcenter Eksempelby",
    "E-mail": "moeder@eksempel.example",
    "Afsender": "Inge Eksempel",
    "Kalender-id": "k-1",
    "Mål for virksomhedsrettet indsats (%)": 60,
}

Table = list[dict[str, str]]


def tables() -> dict[str, Table]:
    """Every table of the page: an input by the heading above it, a result by its first column's name."""
    found: dict[str, Table] = {}
    heading = ""
    for block in PAGE.read_text("utf-8").split("\n\n"):
        if block.startswith("### "):
            heading = block.removeprefix("### ").strip()
        if block.startswith("| "):
            rows = list(_cells(block))
            name = heading if heading in SHEETS and heading not in found else rows[0][0]
            found[name] = [dict(zip(rows[0], row, strict=True)) for row in rows[2:]]
    return found


def _cells(block: str) -> Iterator[list[str]]:
    for line in block.strip().splitlines():
        yield [cell.strip() for cell in line.strip().strip("|").split("|")]


def workbook(folder: Path) -> Path:
    """The workbook of the page, in this folder."""
    rows = {name: [{**_FILLED.get(name, {}), **_filled(row)} for row in tables()[name]] for name in SHEETS}
    return written(folder, {"Institution": [_HOUSE], **rows})


def _filled(row: dict[str, str]) -> Row:
    return {heading: text for heading, text in row.items() if text}
