"""Boxes: to write in by hand or on the screen, to tick, and to set words apart from the rest of a page.

After a box stands a paragraph, if only a thin empty line (``add_gap``): two tables without one between them
become one, and Word wants a paragraph after the last one.
"""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from docgen.meetingtypes.authoring.extensions import node
from docgen.meetingtypes.authoring.fields import Field, checkbox, put, text
from docgen.meetingtypes.authoring.page import ACCENT, TEXT_WIDTH, TINT
from docgen.meetingtypes.authoring.tables import add_row, add_table, tint, write

_HANGING = Mm(7)  # from a box to tick to the words after it
_GAP = Pt(8)


def add_warning(document: Document, warning: str) -> None:
    """The words in a tinted frame of their own: who may see this sheet."""
    paragraph = document.add_paragraph()
    paragraph.add_run(warning).bold = True
    look = {"w:val": "single", "w:sz": "8", "w:space": "6", "w:color": ACCENT}
    frame = node("w:pBdr", {}, *(node(f"w:{side}", look) for side in ("top", "left", "bottom", "right")))
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx's documented way down to the XML
    shade = node("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": TINT})
    inside = node("w:ind", {"w:left": "140", "w:right": "140"})  # the frame stands outside the text
    properties.extend((frame, shade, inside))


def add_box(document: Document, caption: str, *, height: float, whole: bool = True) -> _Cell:
    """An empty box as wide as the text, ``height`` millimetres high at least; its cell comes back.

    ``caption`` is for screen readers. With ``whole`` it stays on one page, which is wrong where people may
    write much.
    """
    table = add_table(document, (TEXT_WIDTH.mm,), style="Table Grid", caption=caption)
    return add_row(table, height=height, top=True, whole=whole).cells[0]


def add_room(document: Document, field: Field, height: float) -> None:
    """A box with ``field`` in it, ``height`` millimetres high at least, and a thin empty line after it."""
    put(write(add_box(document, field.alias, height=height)), text(field))
    add_gap(document)


def add_frame(document: Document, caption: str) -> _Cell:
    """A tinted box as wide as the text; what comes back is to be filled, and begins with a paragraph."""
    table = add_table(document, (TEXT_WIDTH.mm,), style="Table Grid", caption=caption)
    cell = add_row(table).cells[0]
    tint(cell)
    add_gap(document)
    return cell


def add_tick(holder: Document | _Cell, words: str, field: Field, style: str = "Normal") -> Paragraph:
    """A line with a box to tick before the words; further lines begin where the words do."""
    paragraph: Any = holder.add_paragraph(style=style)
    form = paragraph.paragraph_format
    form.left_indent, form.first_line_indent = _HANGING, -_HANGING
    form.space_before, form.space_after = Pt(0), Pt(3)
    put(paragraph, checkbox(field)).add_run(f"\t{words}")
    return paragraph  # type: ignore[no-any-return]


def add_gap(document: Document) -> None:
    """A thin empty line."""
    form = document.add_paragraph().paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, _GAP
    form.space_before = form.space_after = Pt(0)


def drop_first(cell: _Cell) -> None:
    """Take away the empty paragraph that a new cell comes with, once there are others."""
    cell._tc.remove(cell.paragraphs[0]._p)  # noqa: SLF001
