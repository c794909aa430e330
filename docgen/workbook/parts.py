"""The parts of the package that a workbook is: how they are parsed, and which one holds which sheet.

Source: ECMA-376-1, 18.2 (workbook), and part 2 (relationships). ISO 29500's strict form is known too.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Collection
from posixpath import join, normpath

from lxml import etree

WORKBOOK = "xl/workbook.xml"
WORKBOOK_LINKS = "xl/_rels/workbook.xml.rels"

UNSOUND = (etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError,
           RuntimeError, OSError)  # fmt: skip
"""What reading a damaged package raises."""

_LINKS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)


def parsed(xml: bytes) -> etree._Element:
    """The root of a part; entities are not resolved and nothing is fetched."""
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def is_1904(book: etree._Element) -> bool:
    """Whether this ``workbook.xml`` counts its days from 1904 (ECMA-376-1, 18.2.28)."""
    return any(each.get("date1904") in ("1", "true") for each in book.iter("{*}workbookPr"))


def member_at(folder: str, target: str) -> str:
    """The zip member that a relationship of a part in ``folder`` points at: ``xl/worksheets/sheet1.xml``."""
    return normpath(join("/", folder, target)).lstrip("/")


def sheet_members(book: etree._Element, links: etree._Element, members: Collection[str]) -> dict[str, str]:
    """Each sheet's name and the one of ``members`` that holds it, in the workbook's order."""
    targets = {str(link.get("Id")): str(link.get("Target")) for link in links}
    found: dict[str, str] = {}
    for sheet in book.iter("{*}sheet"):
        link = next((str(sheet.get(name)) for name in _LINKS if sheet.get(name)), "")
        member = member_at("xl", targets.get(link, ""))
        if member in members:
            found.setdefault(str(sheet.get("name")), member)
    return found
