"""The widths and styles of whole columns (ECMA-376-1, 18.3.1.13)."""

from __future__ import annotations

import copy

from lxml import etree

from docgen.workbook.editing.package import Part

_PLAIN_WIDTH = 8.43  # characters: what Excel gives a column that says nothing


def width_of(part: Part, column: int) -> float:
    """The column's width in characters; columns count from 0."""
    held = _covering(part, column)
    return float(held.get("width") or _PLAIN_WIDTH) if held is not None else _PLAIN_WIDTH


def style_of(part: Part, column: int) -> int | None:
    """The style that cells of the column have when they say none; None where the column says none."""
    held = _covering(part, column)
    return int(held.get("style", "0")) if held is not None and held.get("style") else None


def widen(part: Part, column: int, width: float, style: int | None) -> None:
    """Gives the column this width, and this style, where nobody has said anything of this very column.

    An entry that covers many columns (LibreOffice writes one for all the rest of the sheet) is parted.
    """
    held = _covering(part, column)
    if held is not None and held.get("min") == held.get("max"):
        return
    entry = etree.Element(f"{part.namespace}col") if held is None else _parted(held, column)
    entry.attrib.update({"min": str(column + 1), "max": str(column + 1), "width": f"{width:g}"})
    entry.set("customWidth", "1")
    entry.attrib.pop("hidden", "")
    if style is not None:
        entry.set("style", str(style))
    if held is None:
        _insert(part, entry)


def _covering(part: Part, column: int) -> etree._Element | None:
    for each in part.root.iterfind("{*}cols/{*}col"):
        if int(each.get("min", "0")) <= column + 1 <= int(each.get("max", "0")):
            return each
    return None


def _parted(held: etree._Element, column: int) -> etree._Element:
    """The entry of the column alone; its neighbours keep entries like the one that covered them all."""
    first, last = int(held.get("min", "0")), int(held.get("max", "0"))
    if first < column + 1:
        before = copy.deepcopy(held)
        before.set("max", str(column))
        held.addprevious(before)
    if column + 1 < last:
        after = copy.deepcopy(held)
        after.set("min", str(column + 2))
        held.addnext(after)
    return held


def _insert(part: Part, entry: etree._Element) -> None:
    cols = part.root.find("{*}cols")
    if cols is None:
        cols = etree.Element(f"{part.namespace}cols")
        data = part.root.find("{*}sheetData")
        if data is None:
            raise KeyError("sheetData")
        data.addprevious(cols)
    at = int(entry.get("min", "0"))
    before = [each for each in cols if int(each.get("min", "0")) < at]
    if before:
        before[-1].addnext(entry)
    else:
        cols.insert(0, entry)
