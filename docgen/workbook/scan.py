"""What calamine does not tell: error cells, formulas that were never calculated, the 1904 date system.

calamine gives an error cell (``#REF!``) as ``""``, like an empty one, so a broken formula would pass for
a blank. Those cells are found in the sheets' XML (ECMA-376-1, 18.3.1.4), which is parsed only where the
bytes show that there is something to find.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import join, normpath

from lxml import etree

_MARKS = re.compile(rb"""\bt=["']e["']|<(?:\w+:)?f[\s>/]""")
_UNSOUND = (etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError,
            RuntimeError, OSError)  # fmt: skip
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = re.compile(r"([A-Z]+)([0-9]+)")


@dataclass(frozen=True, slots=True)
class Scan:
    """``errors`` and ``uncalculated`` by sheet name and cell (``F12``); a sheet without any is absent."""

    from_1904: bool = False
    errors: dict[str, dict[str, str]] = field(default_factory=dict)
    uncalculated: dict[str, set[str]] = field(default_factory=dict)


def scan(data: bytes) -> Scan:
    """Everything worth knowing of this workbook's XML. Raises ``ValueError`` when it is not sound."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _scan(package)
    except _UNSOUND as error:
        raise ValueError(str(error)) from error


def _scan(package: zipfile.ZipFile) -> Scan:
    book = _parse(package.read("xl/workbook.xml"))
    found = Scan(from_1904=_is_1904(book))
    for name, member in _sheets(package, book):
        xml = package.read(member)
        if _MARKS.search(xml):
            for cell, error in _marked_cells(xml):
                if error:
                    found.errors.setdefault(name, {})[cell] = error
                else:
                    found.uncalculated.setdefault(name, set()).add(cell)
    return found


def _is_1904(book: etree._Element) -> bool:
    return any(each.get("date1904") in ("1", "true") for each in book.iter("{*}workbookPr"))


def _sheets(package: zipfile.ZipFile, book: etree._Element) -> Iterator[tuple[str, str]]:
    """Each sheet's name and the zip member that holds it."""
    links = _parse(package.read("xl/_rels/workbook.xml.rels"))
    targets = {str(link.get("Id")): str(link.get("Target")) for link in links}
    members = set(package.namelist())
    for sheet in book.iter("{*}sheet"):
        member = normpath(join("/xl", targets.get(str(sheet.get(_LINK)), ""))).lstrip("/")
        if member in members:
            yield str(sheet.get("name")), member


def _marked_cells(xml: bytes) -> Iterator[tuple[str, str]]:
    """Cells with an error and its text (``#REF!``), and with ``""`` those never calculated."""
    for cell in _parse(xml).iter("{*}c"):
        value = cell.findtext("{*}v") or ""
        if cell.get("t") == "e":
            yield str(cell.get("r")), value or "#?"
        elif cell.find("{*}f") is not None and not value and cell.get("t") != "str":
            # t="str" with an empty value is a formula whose result is the empty text.
            yield str(cell.get("r")), ""


def split_cell(cell: str) -> tuple[str, int]:
    """``F12`` as ``("F", 12)``; raises ``ValueError`` for anything else."""
    match = _CELL.fullmatch(cell)
    if not match:
        raise ValueError(cell)
    return match[1], int(match[2])


def _parse(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
