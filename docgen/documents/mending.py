"""What is mended in a filled part that no template can promise: hollow cells and rows, tables' grids.

Word refuses a cell (text box, header, note) without a paragraph, a row without a cell and a table without
a row (ECMA-376 part 1, 17.4.65: a cell's content ends with a paragraph). Conditions and repeats that print
nothing leave such ones behind. Only templates in which that can happen come here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

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
_MARK = "\x02"  # where something may be hollow; neither XML nor any value can hold it


def marked(xml: str, ends: Iterable[int]) -> str:
    """A piece of the template, with marks for ``with_paragraphs`` at these places."""
    for end in sorted(ends, reverse=True):
        xml = f"{xml[:end]}{_MARK}{xml[end:]}"
    return xml


def with_paragraphs(xml: str) -> str:
    """The part with a paragraph wherever Word needs one and none is, of the places that were marked."""
    *pieces, last = xml.split(_MARK)
    for at, piece in enumerate(pieces):
        if not piece.endswith(_SOUND) and _HOLLOW.search(piece[-_TAIL:]):
            pieces[at] = piece + "<w:p/>"
    return "".join((*pieces, last))


def without_hollow_tables(xml: str) -> str:
    """The part without rows that have no cells, and without tables that then have no rows."""
    return _without_hollow(_without_hollow(xml, "w:tr", "<w:tc"), "w:tbl", "<w:tr")


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
