"""The box at the top: the month's main figures, large."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.shared import Pt, RGBColor
from docx.table import _Cell

from docgen.keyfigures.telling import Line, Page
from docgen.keyfigures.words import ReportWords
from docgen.meetingtypes.authoring.boxes import add_gap
from docgen.meetingtypes.authoring.oxml import element
from docgen.meetingtypes.authoring.page import ACCENT, QUIET, TEXT_WIDTH
from docgen.meetingtypes.authoring.tables import add_row, add_table, tint, write

_LARGE, _MIDDLE, _SMALL = Pt(26), Pt(15), Pt(9.5)
_AFTER_BORDERS = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption", "w:tblDescription")
"""What stands behind a table's borders (CT_TblPr)."""
_LINE = Pt(32)  # of a value, whatever its size: what is below stands in line
_LONG = 6  # signs of a value; a longer one is words


def add_tiles(document: Document, page: Page, words: ReportWords) -> None:
    """A tinted tile for each of the page's main figures, side by side; nothing when there are none."""
    if not page.tiles:
        return
    width = TEXT_WIDTH.mm / len(page.tiles)
    table = add_table(
        document, [width] * len(page.tiles), style="Normal Table", caption=words.say("rapport.hovedtal")
    )
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx's documented way down to the XML
    properties.insert_element_before(_white_lines(), *_AFTER_BORDERS)
    row = add_row(table)
    for cell, line in zip(row.cells, page.tiles, strict=True):
        tint(cell)
        _fill(cell, line, page, words)
    add_gap(document)


def _fill(cell: _Cell, line: Line, page: Page, words: ReportWords) -> None:
    value = write(cell, style="Tabeltekst")
    value.paragraph_format.space_before = Pt(6)
    value.paragraph_format.line_spacing = _LINE
    value.paragraph_format.space_after = Pt(0)
    value.paragraph_format.keep_with_next = True
    run = value.add_run(line.now, style="Strong")
    run.font.size = _LARGE if len(line.now) <= _LONG else _MIDDLE
    run.font.color.rgb = RGBColor.from_string(ACCENT)
    title = cell.add_paragraph(style="Tabeltekst")
    title.add_run(line.title, style="Strong")
    title.paragraph_format.space_after = Pt(0)
    before = words.say("vis.foer_felt", maaned=page.month_before, tal=line.before)
    goal = [words.say("vis.maal_felt", maal=line.goal)] if line.goal else []
    last = cell.add_paragraph(style="Tabeltekst")
    last.paragraph_format.space_after = Pt(6)
    small = last.add_run(" · ".join((*goal, before)))
    small.font.size = _SMALL
    small.font.color.rgb = RGBColor.from_string(QUIET)


def _white_lines() -> Any:
    """White lines between the tiles, so that they stand apart."""
    look = {"val": "single", "sz": "36", "space": "0", "color": "FFFFFF"}
    return element("w:tblBorders", element("w:insideV", **look))
