"""The facts of a meeting in two columns: what is asked for on the left, the answer on the right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.document import Document
from docx.table import _Cell

from docgen.meetingtypes.authoring.blocks import line_if
from docgen.meetingtypes.authoring.page import TEXT_WIDTH
from docgen.meetingtypes.authoring.tables import add_row, add_table, block, keep_with_next, write

DATE = "{{ moede.dato|capitalize }}"
"""The meeting's date where it begins a line."""
DATE_AND_TIME = f"{DATE} {{{{ moede.tid }}}}"
WHEN = f"{DATE_AND_TIME} ({{{{ moede.varighed }}}})"
"""Day, time and length on one line."""
WHEN_AND_WHERE = f"{DATE_AND_TIME}{{% if moede.sted %}}, {{{{ moede.sted }}}}{{% endif %}}"
"""Day, time and place on one line, for the papers of those who lead the meeting."""


def theme_lines(words: Mapping[str, Any]) -> tuple[str, str, str]:
    """The theme as it was proposed, on a line of its own; nothing while there is none."""
    return line_if("moede.tema", f"{words['fakta.tema']}: {{{{ moede.tema }}}}")


class Facts:
    """A table that is filled row by row; rows may stand or fall away with a condition.

    ``caption`` is the table's title for screen readers, ``label_width`` the left column's in millimetres.
    """

    def __init__(
        self, document: Document, caption: str, *, label_width: float = 40.0, label_style: str = "Faktaetiket"
    ) -> None:
        self._label_style = label_style
        self._table = add_table(
            document, (label_width, TEXT_WIDTH.mm - label_width), style="Fakta", caption=caption
        )

    def row(self, label: str, *lines: str) -> None:
        """A row; a line starting with ``{%p`` decides over those after it."""
        first, second = add_row(self._table).cells
        write(first, label, self._label_style)
        _fill(second, *lines)

    def keep_last(self) -> None:
        """Keep the last row on the page of what follows the table."""
        keep_with_next(self._table.rows[-1])

    def row_if(self, condition: str, label: str, *lines: str) -> None:
        """A row that is only there when the condition (a tag's, such as ``moede.link``) holds."""
        with block(self._table, f"if {condition}"):
            self.row(label, *lines)


def _fill(cell: _Cell, first: str, *more: str) -> None:
    write(cell, first, "Faktatekst")
    for line in more:
        cell.add_paragraph(line, style="Faktatekst")
