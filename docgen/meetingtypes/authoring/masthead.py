"""The facts at the head of agenda and minutes: when, where, who leads, who takes part.

Two columns instead of the letters' list of rows, because these documents have less room.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.document import Document
from docx.shared import Mm, Pt
from docx.table import _Cell

from docgen.meetingtypes.authoring.tables import add_row, add_table, pad

_WIDTHS = (60.0, 102.0)
_HANGING = Mm(4)  # a line that runs over is seen to belong to the one above


def add_masthead(document: Document, words: Mapping[str, Any], *, participants: bool = True) -> None:
    """When, where and what to know; beside them who leads, and the participants with their roles.

    Without ``participants`` only when, where and who led are there: minutes list people further down.
    What is blank leaves no trace.
    """
    table = add_table(document, _WIDTHS, style="Fakta", caption=words["moede.fakta"])
    left, right = add_row(table).cells
    other = left if participants else right
    _pair(left, words["fakta.hvornaar"], "{{ moede.dato }}", "{{ moede.tid }} ({{ moede.varighed }})")
    _if(other, "moede.sted", words["fakta.hvor"], "{{ moede.sted }}")
    _if(right, "moedeleder.navn", words["moede.moedeleder"], "{{ moedeleder.navn }}")
    if participants:
        _if(left, "moede.link", words["fakta.online"], "{{ moede.link }}")
        _if(left, "moede.praktisk", words["fakta.praktisk"], "{{ moede.praktisk }}")
        loop = ("{%p for d in deltagere %}", "{{ d.beskrivelse }}", "{%p endfor %}")
        _pair(right, words["moede.deltagere"], *loop)
    for cell in (left, right):
        pad(cell, above=0.5, below=2.0)


def _if(cell: _Cell, condition: str, label: str, *lines: str) -> None:
    _line(cell, f"{{%p if {condition} %}}", "Faktatekst")
    _pair(cell, label, *lines)
    _line(cell, "{%p endif %}", "Faktatekst")


def _pair(cell: _Cell, label: str, *lines: str) -> None:
    """A label with what it says under it."""
    _line(cell, label, "Faktaetiket")
    for text in lines:
        _line(cell, text, "Faktatekst")


def _line(cell: _Cell, text: str, style: str) -> None:
    unused = len(cell.paragraphs) == 1 and not cell.paragraphs[0].text
    paragraph = cell.paragraphs[0] if unused else cell.add_paragraph()
    paragraph.text = text
    paragraph.style = style
    form = paragraph.paragraph_format
    form.space_before, form.space_after = Pt(4 if style == "Faktaetiket" else 0), Pt(0)
    form.line_spacing = 1.0
    if text.startswith("{{"):
        form.left_indent, form.first_line_indent = _HANGING, -_HANGING
