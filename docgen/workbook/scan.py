"""What calamine does not tell: error cells, formulas that were never calculated, the 1904 date system.

calamine gives an error cell (``#REF!``) as ``""``, like an empty one, so a broken formula would pass for
a blank. Those cells are found in the sheets' XML (ECMA-376-1, 18.3.1.4), which is parsed only where the
bytes show that there is something to find.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.workbook.addresses import address, cells_in, rows_in
from docgen.workbook.parts import UNSOUND, WORKBOOK, WORKBOOK_LINKS, is_1904, parsed, sheet_members

_MARKS = re.compile(rb"""\bt=["']e["']|<(?:\w+:)?f[\s>/]""")


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
    except UNSOUND as error:
        raise ValueError(str(error)) from error


def _scan(package: zipfile.ZipFile) -> Scan:
    book, links = parsed(package.read(WORKBOOK)), parsed(package.read(WORKBOOK_LINKS))
    found = Scan(from_1904=is_1904(book))
    for name, member in sheet_members(book, links, package.namelist()).items():
        xml = package.read(member)
        if _MARKS.search(xml):
            for cell, error in _marked_cells(xml):
                if error:
                    found.errors.setdefault(name, {})[cell] = error
                else:
                    found.uncalculated.setdefault(name, set()).add(cell)
    return found


def _marked_cells(xml: bytes) -> Iterator[tuple[str, str]]:
    """Cells with an error and its text (``#REF!``), and with ``""`` those never calculated."""
    for number, row in rows_in(parsed(xml)):
        for column, cell in cells_in(row):
            value = cell.findtext("{*}v") or ""
            if cell.get("t") == "e":
                yield address(number, column), value or "#?"
            elif cell.find("{*}f") is not None and not value and cell.get("t") != "str":
                # t="str" with an empty value is a formula whose result is the empty text.
                yield address(number, column), ""
