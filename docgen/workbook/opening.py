"""Reading from a cell where an envelope's window lies on the letter."""

from __future__ import annotations

import re

from docgen.model import EnvelopeWindow
from docgen.workbook.cell import Cell, FaultError
from docgen.workbook.grid import Value

PAGE_WIDTH = 210.0
"""Millimetres, of A4."""
HIGHEST, LOWEST = 25.0, 148.0
"""Below the page's upper edge: the letter's head ends above, and with the logo; below, it is folded."""
SMALLEST = EnvelopeWindow(width=60.0, height=20.0)
"""Three lines of an address, and a street of some length."""

_NUMBER = r"(\d{1,3}(?:[.,]\d{1,3})?)"
_UNIT = r"(?:\s*mm\.?)?"
_BETWEEN = r"(?:\s*[;x×*/]\s*|,\s+|\s+)"  # a comma within a number is a decimal one
_MEASURES = re.compile(_BETWEEN.join([_NUMBER + _UNIT] * 4), re.IGNORECASE)


def read_window(value: Value, cell: Cell) -> EnvelopeWindow:
    """Left, top, width and height in millimetres.

    Written like ``15; 44; 90; 32``, ``15 44 90 32`` or ``15 x 44 x 90,5 x 32``; ``mm`` may stand behind each.
    Raises ``FaultError`` for anything else (E-405), for a window that lies where no address can stand
    (E-406), and for one that is too small for an address (E-407).
    """
    match = _MEASURES.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise FaultError("E-405", value=cell.shown(value))
    window = EnvelopeWindow(*(float(measure.replace(",", ".")) for measure in match.groups()))
    if window.width < SMALLEST.width or window.height < SMALLEST.height:
        raise FaultError("E-407", value=str(window), width=int(SMALLEST.width), height=int(SMALLEST.height))
    if window.right > PAGE_WIDTH or window.top < HIGHEST or window.bottom > LOWEST:
        raise FaultError("E-406", value=str(window), highest=int(HIGHEST), lowest=int(LOWEST))
    return window
