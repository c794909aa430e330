"""Address labels as a Word document: one table whose rows are as high as the labels, sheet after sheet.

The page's margins are where the outer labels' words begin, and not where these labels do: so no margin is
smaller than what printers leave white, and Word does not ask whether to print beyond it. The outer cells are
smaller than their labels by as much, and have no inner margin on that side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from docgen.documents.package import Archive, read
from docgen.errors import UsageError
from docgen.findings import Finding
from docgen.meetingtypes.authoring.base import package
from docgen.planning.envelopes import TYPE_SIZE
from docgen.planning.labelsheets import INSET, LabelSheet, last_resort, type_size

_DOCUMENT, _CORE = "word/document.xml", "docProps/core.xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_TWIPS = 1440 / 25.4
_PAGE = (11906, 16838)  # A4 in twips
_END = 1.2  # millimetres for the paragraph that Word wants after a table, and for rounding
_UNFIT = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+"
)  # XML 1.0, 2.2, and line ends
_LAST = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:pPr></w:p>'
)
_EMPTY = '<w:p><w:pPr><w:pStyle w:val="Adressefelt"/></w:pPr></w:p>'


def labels(addresses: Sequence[Sequence[str]], sheet: LabelSheet, *, start: int = 1, title: str) -> bytes:
    """A Word document with a label for each address (its lines), in their order.

    ``start`` is the first label that is left on the first sheet, from 1, counted from left to right and from
    the top; those before it stay empty. An address that is too large for 11 points stands in smaller type
    (``labelsheets.type_size``) and is never cut off. ``title`` is the document's title, and the table's.
    Without an address the sheet is empty. Raises ``UsageError`` for a start that is not on the sheet.
    """
    if not 1 <= start <= sheet.count:
        raise UsageError(Finding.of("E-408", start=start, count=sheet.count))
    members = dict(read(package().getvalue(), "").members)
    places: list[Sequence[str]] = [()] * (start - 1) + list(addresses) or [()]
    members[_DOCUMENT] = "".join(_document(places, sheet, title)).encode()
    members[_CORE] = _titled(members[_CORE], title)
    return Archive(members).written({})


def _document(places: Sequence[Sequence[str]], sheet: LabelSheet, title: str) -> Iterator[str]:
    """The document's XML: as many rows as it takes, each sheet's heights again on the next (17.4.80)."""
    across, down = _columns(sheet), _rows(sheet)
    widths = [right - left for left, right in pairwise(across)]
    heights = [lower - upper for upper, lower in pairwise(down)]
    frames = [[_frame(sheet, row, column) for column in range(sheet.across)] for row in range(sheet.down)]
    yield f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="{_W}"><w:body>'
    yield _table_head(widths, title)
    for number, first in enumerate(range(0, len(places), sheet.across)):
        row = number % sheet.down
        yield f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{heights[row]}" w:hRule="exact"/></w:trPr>'
        filled = [*places[first : first + sheet.across], *[()] * sheet.across][: sheet.across]
        for frame, lines in zip(frames[row], filled, strict=True):
            yield f"<w:tc>{frame}{_label(lines, sheet)}</w:tc>"
        yield "</w:tr>"
    yield f"</w:tbl>{_LAST}{_section(across, down)}</w:body></w:document>"


def _columns(sheet: LabelSheet) -> list[int]:
    """Where the table's columns begin and end on the page, in twips: in the middle of the gaps."""
    lefts = [sheet.corner(number)[0] for number in range(1, sheet.across + 1)]
    inner = [left - sheet.gap / 2 for left in lefts[1:]]
    return [_twips(edge) for edge in (lefts[0] + INSET, *inner, lefts[-1] + sheet.width - INSET)]


def _rows(sheet: LabelSheet) -> list[int]:
    edges = [sheet.top + row * sheet.height for row in range(sheet.down + 1)]
    return [_twips(edge) for edge in (edges[0] + INSET, *edges[1:-1], edges[-1] - INSET)]


def _frame(sheet: LabelSheet, row: int, column: int) -> str:
    """The properties of a cell: its width, and inner margins that an outer label has only on its inside."""
    beside = INSET + sheet.gap / 2
    margins = {
        "top": INSET if row else 0.0,
        "left": beside if column else 0.0,
        "bottom": INSET if row < sheet.down - 1 else 0.0,
        "right": beside if column < sheet.across - 1 else 0.0,
    }
    inner = "".join(f'<w:{side} w:w="{_twips(size)}" w:type="dxa"/>' for side, size in margins.items())
    left, right = _columns(sheet)[column : column + 2]
    width = f'<w:tcW w:w="{right - left}" w:type="dxa"/>'
    return f'<w:tcPr>{width}<w:tcMar>{inner}</w:tcMar><w:vAlign w:val="center"/></w:tcPr>'


def _table_head(widths: Sequence[int], title: str) -> str:
    """The table's properties and its grid: fixed, without lines, and without inner margins of its own."""
    none = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{none}</w:tblCellMar>'
        f"<w:tblCaption w:val={quoteattr(_fit(title))}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )


def _section(across: Sequence[int], down: Sequence[int]) -> str:
    width, height = _PAGE
    margins = {
        "top": down[0],
        "right": width - across[-1],
        "bottom": height - down[-1] - _twips(_END),
        "left": across[0],
    } | dict.fromkeys(("header", "footer", "gutter"), 0)
    written = " ".join(f'w:{side}="{size}"' for side, size in margins.items())
    return f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar {written}/></w:sectPr>'


def _label(lines: Sequence[str], sheet: LabelSheet) -> str:
    """The paragraphs of a label, one a line; the paragraph marks are as small as the words, or lines grow."""
    shown = [line for line in map(_fit, lines) if line]
    if not shown:
        return _EMPTY
    size = type_size(shown, sheet) or last_resort(shown, sheet)
    halves = round(2 * size)
    look = "" if size == TYPE_SIZE else f'<w:rPr><w:sz w:val="{halves}"/><w:szCs w:val="{halves}"/></w:rPr>'
    start = f'<w:p><w:pPr><w:pStyle w:val="Adressefelt"/>{look}</w:pPr><w:r>{look}<w:t xml:space="preserve">'
    return "".join(f"{start}{escape(line)}</w:t></w:r></w:p>" for line in shown)


def _fit(text: str) -> str:
    return _UNFIT.sub(" ", text).strip()


def _titled(core: bytes, title: str) -> bytes:
    root = etree.fromstring(core)
    for element in root.iter(_TITLE):
        element.text = _fit(title)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _twips(millimetres: float) -> int:
    return round(millimetres * _TWIPS)
