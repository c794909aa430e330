"""The box at the top of the meeting figure: the theme, or lines to write one on.

It is made of framed paragraphs instead of a drawn shape: they grow with the theme, from one word to 400
characters, the office sees one figure in the template, and screen readers read the theme as text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from docgen.meetingtypes.authoring.oxml import element
from docgen.meetingtypes.authoring.page import QUIET, TEXT_WIDTH
from docgen.meetingtypes.definition import Phase

_TITLE, _TEXT = "Kassetitel", "Kassetekst"
_END = Mm(TEXT_WIDTH.mm - 7)  # of the lines to write on, from the left margin


def add_theme_box(document: Document, phase: Phase, words: Mapping[str, Any]) -> None:
    """The frame of ``phase``: its label and clock time, and the theme as a proposal."""
    title = document.add_paragraph(phase.label, style=_TITLE)
    time = title.add_run(f"   {{{{ faser.{phase.key}.tid }}}}")
    time.bold = time.font.all_caps = False
    time.font.color.rgb = RGBColor.from_string(QUIET)
    time._r.get_or_add_rPr().append(element("w:spacing", val="0"))  # noqa: SLF001 - the label's are spread
    label = f"{words['fakta.tema']}:"
    for line in ("{%p if moede.tema %}", f"{label} {{{{ moede.tema }}}}", "{%p else %}"):
        document.add_paragraph(line, style=_TEXT)
    for line in (f"{label}\t", "\t"):
        _ruled(document.add_paragraph(line, style=_TEXT))
    document.add_paragraph("{%p endif %}", style=_TEXT)


def _ruled(paragraph: Paragraph) -> None:
    """A line to write on by hand, from the end of the text to the edge."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    form = paragraph.paragraph_format
    form.tab_stops.add_tab_stop(_END, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    form.space_before = Pt(6)
