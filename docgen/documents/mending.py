"""What is mended in a filled part that no template can promise: hollow cells and rows, tables' grids.

Word refuses a cell (text box, header, note) without a paragraph, a row without a cell and a table without
a row (ECMA-376 part 1, 17.4.65: a cell's content ends with a paragraph). Conditions and repeats that print
nothing leave such ones behind. Only templates in which that can happen come here.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from lxml import etree
from lxml.etree import _Element

from docgen.documents.parts import W

# What a hollow cell (text box, ...) ends with; Word's own bookmarks may stand behind.
_HOLLOW = re.compile(
    r"(?:<w:(?:tc|hdr|ftr|txbxContent|footnote|endnote|comment)(?: [^<>]*)?(?<!/)>"
    r"|</w:tcPr>|<w:tcPr/>|</w:tbl>|<w:sdtContent(?:/>|></w:sdtContent>)</w:sdt>)\s*(?:<w:bookmark(?:Start|End)[^<>]*/>)*$"
)
_SOUND = ("</w:p>", "</w:p></w:sdtContent></w:sdt>")
_TAIL = 500


def filled_out(xml: str, fragile: Collection[str]) -> str:
    """The part without rows and tables that came out empty, and with a paragraph wherever Word needs one.

    ``fragile`` names the elements that can come out empty in this part.
    """
    if "w:tr" in fragile:
        xml = _without_hollow(xml, "w:tr", "<w:tc")
    if "w:tr" in fragile or "w:tbl" in fragile:  # a table may lose its last row here
        xml = _without_hollow(xml, "w:tbl", "<w:tr")
    for name in sorted(set(fragile) - {"w:tr", "w:tbl"}):
        xml = _with_paragraphs(xml, name)
    return xml


def _without_hollow(xml: str, name: str, child: str) -> str:
    """``xml`` without the elements of this name that have no child."""
    opening = re.compile(f"<{name}[ >]")
    *pieces, last = xml.split(f"</{name}>")
    kept = []
    for piece in pieces:
        begin = max((found.start() for found in opening.finditer(piece)), default=-1)
        hollow = begin >= 0 and not re.search(f"{child}[ >]", piece[begin:])
        kept.append(piece[:begin] if hollow else f"{piece}</{name}>")
    return "".join((*kept, last))


def _with_paragraphs(xml: str, name: str) -> str:
    *pieces, last = xml.split(f"</{name}>")
    for at, piece in enumerate(pieces):
        if not piece.endswith(_SOUND) and _HOLLOW.search(piece[-_TAIL:]):
            pieces[at] = piece + "<w:p/>"
    return f"</{name}>".join((*pieces, last))


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
