"""What must follow when a row or a column is added: the used area, the filter, tables.

Filters and tables reach down to the last row when Excel adds one, and people sort by them: a cell beside
them would stay where it is while its row moves away. Source: ECMA-376-1, 18.3.1.35, 18.3.1.2 and 18.5.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from lxml import etree

from docgen.workbook.addresses import Area
from docgen.workbook.editing.book import Book
from docgen.workbook.editing.package import Part


def grow_used(sheet: Part, row: int, column: int) -> None:
    """The area that the sheet says it uses holds the cell; one that says nothing still does not."""
    dimension = sheet.root.find("{*}dimension")
    if dimension is not None and dimension.get("ref"):
        area = Area.of(str(dimension.get("ref")))
        dimension.set("ref", area.reaching(row, column).ref)


def add_row(book: Book, name: str, row: int, columns: Collection[int]) -> None:
    """The filter and the tables that end above the new row of the sheet, and hold its columns, take it in.

    A table with a row of totals ends there; the new row stands below it.
    """
    sheet = book.sheet(name)
    found = _filter(sheet)
    if found is not None:
        area = Area.of(str(found.get("ref")))
        if area.top == 1 and area.bottom < row and _holds(area, columns):
            _move_filter(book, name, found, area, replace(area, bottom=row))
    for table in _tables(book, name):
        area = Area.of(str(table.root.get("ref")))
        if area.bottom == row - 1 and _holds(area, columns) and not _has_totals(table):
            _resize(table, replace(area, bottom=row))
        if area.holds(row, area.left):
            table.root.attrib.pop("insertRow", "")  # the blank row that an empty table shows is filled now


def add_column(book: Book, name: str, column: int, heading: str) -> None:
    """The filter and the table whose headings end beside the new heading take its column in."""
    sheet = book.sheet(name)
    found = _filter(sheet)
    if found is not None:
        area = Area.of(str(found.get("ref")))
        if area.top == 1 and area.right == column - 1:
            _move_filter(book, name, found, area, replace(area, right=column))
    for table in _tables(book, name):
        area = Area.of(str(table.root.get("ref")))
        if area.top == 1 and area.right == column - 1 and _is_plain(table):
            _add_table_column(table, heading)
            _resize(table, replace(area, right=column))


def _filter(sheet: Part) -> etree._Element | None:
    found = sheet.root.find("{*}autoFilter")
    return found if found is not None and found.get("ref") else None


def _move_filter(book: Book, name: str, found: etree._Element, before: Area, after: Area) -> None:
    found.set("ref", after.ref)
    book.move_filter(name, before, after)


def _tables(book: Book, name: str) -> Iterator[Part]:
    for member in book.package.related(book.members[name], "table"):
        yield book.package.part(member)


def _holds(area: Area, columns: Collection[int]) -> bool:
    return any(area.left <= column <= area.right for column in columns)


def _has_totals(table: Part) -> bool:
    return int(table.root.get("totalsRowCount", "0")) > 0


def _is_plain(table: Part) -> bool:
    """Whether the table shows its headings and is fed by nobody else (a query, an XML map)."""
    return table.root.get("headerRowCount") != "0" and table.root.get("tableType", "worksheet") == "worksheet"


def _resize(table: Part, area: Area) -> None:
    table.root.set("ref", area.ref)
    found = _filter(table)
    if found is not None:
        last = area.bottom - int(table.root.get("totalsRowCount", "0"))
        found.set("ref", replace(area, bottom=last).ref)


def _add_table_column(table: Part, heading: str) -> None:
    columns = table.root.find("{*}tableColumns")
    if columns is None:
        raise KeyError("tableColumns")
    number = 1 + max((int(each.get("id", "0")) for each in columns), default=0)
    etree.SubElement(columns, f"{table.namespace}tableColumn", id=str(number), name=heading)
    columns.set("count", str(len(columns)))
