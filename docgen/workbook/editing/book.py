"""The workbook as a whole: where its sheets are, one more sheet, and what follows from a change.

Source: ECMA-376-1, 18.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from docgen.workbook.addresses import Area
from docgen.workbook.editing.package import Package, Part, free_name
from docgen.workbook.editing.styles import Styles
from docgen.workbook.parts import WORKBOOK, WORKBOOK_LINKS, sheet_members

_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_FILTER = "_xlnm._FilterDatabase"  # the hidden name that Excel keeps a sheet's filter under
_BEFORE_CALCULATION = frozenset(
    (
        "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
        "functionGroups", "externalReferences", "definedNames",
    )
)  # fmt: skip


class Book:
    """The package, its styles, and its sheets by name."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.styles = Styles(package)
        links = package.part(WORKBOOK_LINKS).root
        self.members = sheet_members(package.part(WORKBOOK).root, links, package.names)

    @property
    def names(self) -> list[str]:
        """The names of all sheets, also of those that hold no cells."""
        book = self.package.part(WORKBOOK).root
        return [str(each.get("name")) for each in book.iterfind("{*}sheets/{*}sheet")]

    def sheet(self, name: str) -> Part:
        """The XML of the sheet with exactly this name."""
        return self.package.part(self.members[name])

    def add_sheet(self, name: str, xml: bytes) -> Part:
        """Adds a sheet behind the others, so that what counts sheets from the first one stays right.

        A workbook whose structure is protected gets it too: that lock is Excel's menu's, not the file's.
        """
        member = free_name(self.package, "xl/worksheets/sheet{}.xml")
        link = self.package.add(member, xml, _SHEET_TYPE, owner=WORKBOOK, kind="worksheet")
        book = self.package.part(WORKBOOK)
        sheets = book.root.find("{*}sheets")
        if sheets is None:
            raise KeyError("sheets")
        number = 1 + max((int(each.get("sheetId", "0")) for each in sheets), default=0)
        entry = etree.SubElement(sheets, f"{book.namespace}sheet", name=name, sheetId=str(number))
        entry.set(_link_of(sheets), link)
        self.members[name] = member
        return self.package.part(member)

    def move_filter(self, name: str, before: Area, after: Area) -> None:
        """The hidden name of the sheet's filter follows the filter, where it was right before."""
        book = self.package.part(WORKBOOK).root
        index = str(self.names.index(name))
        for each in book.iterfind("{*}definedNames/{*}definedName"):
            sheet, _, ref = str(each.text).rpartition("!")
            if (each.get("name"), each.get("localSheetId"), ref) == (_FILTER, index, before.fixed):
                each.text = f"{sheet}!{after.fixed}"

    def recalculate(self) -> None:
        """Tells Excel to work formulas out when it opens the workbook: their results may be old by now."""
        if not any(_FORMULA.search(self.package.read(member)) for member in self.members.values()):
            return
        book = self.package.part(WORKBOOK)
        found = book.root.find("{*}calcPr")
        if found is None:
            found = etree.Element(f"{book.namespace}calcPr")
            before = list(_before_calculation(book.root))
            before[-1].addnext(found)
        found.set("fullCalcOnLoad", "1")


def _link_of(sheets: etree._Element) -> str:
    """The name of the attribute by which a sheet points at its part, as the other sheets have it."""
    return next(str(name) for sheet in sheets for name in sheet.attrib if str(name).endswith("}id"))


def _before_calculation(book: etree._Element) -> Iterator[etree._Element]:
    for each in book.iterchildren("{*}*"):
        if etree.QName(each).localname in _BEFORE_CALCULATION:
            yield each
