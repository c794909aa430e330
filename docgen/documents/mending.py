"""What is mended in a filled part that no template can promise: hollow cells and rows, tables' grids.

Word refuses a cell (text box, header, note) without a paragraph, a row without a cell and a table without
a row (ECMA-376 part 1, 17.4.65: a cell's content ends with a paragraph). Conditions and repeats that print
nothing leave such ones behind. Only templates in which that can happen come here.
"""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element

from docgen.documents.parts import W

_HOLLOW_ROW = re.compile(r"(?:<w:tr(?: [^<>]*)?>|</w:trPr>|<w:trPr/>|</w:tblPrEx>)\s*</w:tr>")
_HOLLOW_TABLE = re.compile(r"(?:<w:tbl>|</w:tblGrid>|<w:tblGrid/>|</w:tblPr>)\s*</w:tbl>")
_NEEDS_PARAGRAPH = "tc|hdr|ftr|txbxContent|footnote|endnote|comment"
_HOLLOW_HOLDER = re.compile(
    rf"(<w:(?:{_NEEDS_PARAGRAPH})(?: [^<>]*)?(?<!/)>|</w:tcPr>|<w:tcPr/>|</w:tbl>|<w:sdtContent/></w:sdt>)"
    rf"(\s*(?:<w:bookmark(?:Start|End)[^<>]*/>)*</w:(?:{_NEEDS_PARAGRAPH})>)"
)


def filled_out(xml: str) -> str:
    """The part without rows and tables that came out empty, and with a paragraph wherever Word needs one."""
    xml = _without(xml, _HOLLOW_ROW, "<w:tr")
    xml = _without(xml, _HOLLOW_TABLE, "<w:tbl")
    return _HOLLOW_HOLDER.sub(r"\1<w:p/>\2", xml)


def _without(xml: str, hollow: re.Pattern[str], opening: str) -> str:
    """``xml`` without the hollow elements: from each end back to the opening tag before it."""
    start = re.compile(re.escape(opening) + "[ >]")
    while match := hollow.search(xml):
        begin = max(found.start() for found in start.finditer(xml, 0, match.end()))
        xml = xml[:begin] + xml[match.end() :]
    return xml


def fitted(xml: str) -> str:
    """The part with every table's grid as wide as its rows.

    Repeated cells (``{%tc for %}``) make rows longer or shorter than the template's grid; the table keeps
    its width, and the columns share what was added or taken.
    """
    root = etree.fromstring(xml.encode())
    for table in root.iter(W + "tbl"):
        grid = table.find(W + "tblGrid")
        if grid is not None:
            _fit(grid, max((_columns(row) for row in table.iter(W + "tr")), default=0))
    return etree.tostring(root, encoding="unicode")


def _columns(row: _Element) -> int:
    """How many columns of the grid a row takes, with merged cells and what it leaves free at its sides."""
    spans = [_value(cell.find(f"{W}tcPr/{W}gridSpan")) or 1 for cell in row.findall(W + "tc")]
    free = [_value(row.find(f"{W}trPr/{W}{side}")) for side in ("gridBefore", "gridAfter")]
    return sum(spans) + sum(free)


def _value(element: _Element | None) -> int:
    value = "" if element is None else element.get(W + "val", "")
    return int(value) if value.isdecimal() else 0


def _fit(grid: _Element, wanted: int) -> None:
    columns = grid.findall(W + "gridCol")
    widths = [int(float(column.get(W + "w", "0"))) for column in columns]
    if not columns or not wanted or wanted == len(columns):
        return
    if wanted > len(columns):
        average = sum(widths) // wanted
        widths = [width * len(columns) // wanted for width in widths]
        widths += [average] * (wanted - len(columns))
    else:
        spare = sum(widths[wanted:]) // wanted
        widths = [width + spare for width in widths[:wanted]]
    for column in columns:
        grid.remove(column)
    for width in widths:
        etree.SubElement(grid, W + "gridCol", {W + "w": str(width)})
