"""Tables that printers and screen readers both get right.

Columns have fixed widths, header rows are marked and repeated, no row is split over two pages unless people
may write much in it, and every table has a title and a description (``w:tblCaption``,
``w:tblDescription``: ECMA-376 part 1, 17.4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from docgen.meetingtypes.authoring.oxml import element
from docgen.meetingtypes.authoring.page import QUIET, TEXT_WIDTH, TINT

_AFTER_SHADE = ("w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign", "w:hideMark")
"""What stands behind a cell's shading (CT_TcPr)."""


def add_table(
    document: Document, widths: Sequence[float], *, style: str, caption: str, description: str = ""
) -> Table:
    """An empty table at the end of the document, with columns of ``widths`` millimetres."""
    table: Table = document.add_table(rows=0, cols=len(widths), style=style)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx's documented way down to the XML
    total = element("w:tblW", w=str(_twips(Mm(sum(widths)))), type="dxa")
    for natural in properties.findall(total.tag):
        properties.replace(natural, total)
    properties.append(element("w:tblCaption", val=caption))
    if description:
        properties.append(element("w:tblDescription", val=description))
    return table


def add_row(table: Table, *, height: float = 0.0, top: bool = False, whole: bool = True) -> _Row:
    """A new row that stays whole unless told otherwise; ``height`` is the least it has, in millimetres.

    Text stands in the middle of a row that has a height, or with ``top`` at its upper edge.
    """
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    if whole:
        _property(row, "w:cantSplit")
    if height:
        row.height = Mm(height)
        row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
    for cell in row.cells:
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER if height and not top else None
    return row


def add_header(table: Table, titles: Iterable[str]) -> _Row:
    """The row of column titles; it is repeated where the table goes on over a page."""
    row = add_row(table)
    _property(row, "w:tblHeader")
    for cell, title in zip(row.cells, titles, strict=True):
        write(cell, title, "Tabelhoved")
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM  # where one title takes two lines
    return row


@contextmanager
def block(table: Table, tag: str) -> Iterator[None]:
    """Rows added meanwhile are repeated, or stand or fall together: ``block(table, "for d in deltagere")``.

    The tags stand in rows of their own, which filling takes away. A row that a content control wraps
    would not survive that, so fields of repeated rows stand inside the cells.
    """
    _add_tag_row(table, f"{{%tr {tag} %}}")
    yield
    _add_tag_row(table, f"{{%tr end{tag.split()[0]} %}}")


def _add_tag_row(table: Table, tag: str) -> None:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    first, *rest = row.cells
    write(first, tag)
    for cell in rest:
        write(cell)


def write(cell: _Cell, text: str = "", style: str = "Tabeltekst") -> Paragraph:
    """Put ``text`` in the cell's first paragraph, which comes back."""
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.style = style
    if text:
        paragraph.text = text
    return paragraph


def timed_heading(document: Document, title: str, phase: str) -> Paragraph:
    """A heading with the clock time of the phase whose key is ``phase`` at the right."""
    heading = document.add_paragraph(title, style="Heading 2")
    heading.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    time = heading.add_run(f"\t{{{{ faser.{phase}.tid }}}}")
    time.bold = False
    time.font.size = Pt(11.5)
    time.font.color.rgb = RGBColor.from_string(QUIET)
    return heading


def tint(cell: _Cell, colour: str = TINT) -> None:
    """Shade the cell: as tables' headings are, or in a colour (RRGGBB) of its own."""
    shade = element("w:shd", val="clear", color="auto", fill=colour)
    cell._tc.get_or_add_tcPr().insert_element_before(shade, *_AFTER_SHADE)  # noqa: SLF001


def keep_together(table: Table) -> None:
    """Keep the table on one page, as far as it fits: every row stays with the next, the last one apart."""
    for row in table.rows[:-1]:
        keep_with_next(row)


def keep_with_next(row: _Row) -> None:
    """Keep the row on the page of the next one, or, if it is the last, of what follows the table."""
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _property(row: _Row, tag: str) -> None:
    row._tr.get_or_add_trPr().append(element(tag))  # noqa: SLF001


def _twips(length: Length) -> int:
    return round(length / 635)  # EMU
