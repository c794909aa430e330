"""A known sheet that the workbook lacks, added with its headings in the look of another sheet's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from docgen.workbook.addresses import address, letters
from docgen.workbook.column import Form
from docgen.workbook.columns import Column, Sheet
from docgen.workbook.editing.book import Book
from docgen.workbook.editing.cols import style_of
from docgen.workbook.editing.formats import Shown
from docgen.workbook.editing.package import Part
from docgen.workbook.editing.sheetxml import SheetXml
from docgen.workbook.editing.values import Content, put
from docgen.workbook.grid import Grid
from docgen.workbook.parts import WORKBOOK


@dataclass(slots=True)
class Lender:
    """What a new sheet borrows: the style and height of headings, and the styles of whole columns."""

    heading: str = ""
    height: str = ""
    by_heading: dict[str, str] = field(default_factory=dict)
    by_form: dict[Form, str] = field(default_factory=dict)

    @classmethod
    def of(cls, part: Part, columns: Mapping[Column, int]) -> Lender:
        """What the sheet in ``part`` lends; ``columns`` are its known ones and where they stand."""
        lender, xml = cls(), SheetXml(part)
        row = xml.row(1)
        lender.height = row.get("ht", "") if row is not None else ""
        for column, at in columns.items():
            cell, style = xml.cell(1, at), style_of(part, at)
            lender.heading = lender.heading or (cell.get("s", "") if cell is not None else "")
            if style is not None:
                lender.by_heading[column.heading] = str(style)
                lender.by_form.setdefault(column.form, str(style))
        return lender

    def column(self, column: Column) -> str:
        """The number of the style for a whole column; empty for none."""
        return self.by_heading.get(column.heading) or self.by_form.get(column.form, "")


def add_sheet(book: Book, sheet: Sheet, lender: Lender, *, from_1904: bool) -> Grid:
    """Adds the sheet to the workbook; as the reader would see it comes back."""
    namespace = book.package.part(WORKBOOK).namespace
    root = etree.fromstring(f'<worksheet xmlns="{namespace.strip("{}")}"/>')
    properties = etree.SubElement(root, f"{namespace}sheetPr")
    etree.SubElement(properties, f"{namespace}pageSetUpPr", fitToPage="1")
    _freeze(root, namespace, sheet)
    _columns(root, namespace, sheet, lender)
    _headings(root, namespace, sheet, lender)
    etree.SubElement(
        root, f"{namespace}pageSetup", paperSize="9", orientation="landscape", fitToHeight="0"
    )  # A4 across, as wide as one page
    xml = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    book.add_sheet(sheet.name, xml)
    return Grid(sheet.name, [[column.label for column in sheet.columns]], from_1904)


def _freeze(root: etree._Element, namespace: str, sheet: Sheet) -> None:
    views = etree.SubElement(root, f"{namespace}sheetViews")
    view = etree.SubElement(views, f"{namespace}sheetView", workbookViewId="0")
    corner = f"{letters(sheet.frozen)}2"
    etree.SubElement(
        view, f"{namespace}pane", xSplit=str(sheet.frozen), ySplit="1", topLeftCell=corner,
        activePane="bottomRight", state="frozen",
    )  # fmt: skip


def _columns(root: etree._Element, namespace: str, sheet: Sheet, lender: Lender) -> None:
    cols = etree.SubElement(root, f"{namespace}cols")
    for number, column in enumerate(sheet.columns, 1):
        width = f"{column.width:g}"
        entry = etree.SubElement(cols, f"{namespace}col", min=str(number), max=str(number), width=width)
        style = lender.column(column)
        if style:
            entry.set("style", style)
        entry.set("customWidth", "1")


def _headings(root: etree._Element, namespace: str, sheet: Sheet, lender: Lender) -> None:
    data = etree.SubElement(root, f"{namespace}sheetData")
    row = etree.SubElement(data, f"{namespace}row", r="1")
    if lender.height:
        row.attrib.update({"ht": lender.height, "customHeight": "1"})
    for index, column in enumerate(sheet.columns):
        cell = etree.SubElement(row, f"{namespace}c", r=address(1, index))
        if lender.heading:
            cell.set("s", lender.heading)
        put(cell, Content(column.label, Shown.ANYTHING), namespace)
