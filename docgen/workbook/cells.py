"""One cell at a time: from what stands there to what the model holds.

A date that is none, a number out of bounds or an unknown choice becomes a finding and a blank, never an
exception and never a guess. Where something was understood although it is not written as expected, the
finding is a warning and the value is kept.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Final

from docgen.findings import Finding, Place
from docgen.workbook.amounts import read_decimal, read_minutes, read_percent, read_whole
from docgen.workbook.cell import Cell, FaultError, as_text
from docgen.workbook.column import Column, Form
from docgen.workbook.grid import ErrorCell, Value
from docgen.workbook.headings import normal
from docgen.workbook.moments import read_date, read_time
from docgen.workbook.opening import read_window
from docgen.workbook.text import clean, has_cpr, has_ten_digits, shown

BLANK: Final = None
"""A cell with nothing in it, or nothing that could be understood."""

_YES = frozenset(("ja", "j", "x", "✓", "yes", "y", "sand", "true", "1"))
_NO = frozenset(("nej", "n", "no", "falsk", "false", "0", "-"))
_LIST = re.compile(r"[;,\n]")  # a comma is no part of any number, so it can only part two


def read_cell(
    value: Value, column: Column, place: Place, *, from_1904: bool = False, discreet: bool = False
) -> tuple[object, list[Finding]]:
    """What the model holds for this cell, ``BLANK`` for nothing, and what was found wrong.

    A required cell that is blank is a finding too (E-020); one that is garbled has one finding, not two.
    ``from_1904`` says which date system a bare number counts in. No finding of a ``discreet`` cell, or of
    one in a private column, repeats what stands there.
    """
    cell = Cell(column, place, from_1904, discreet or column.private)
    try:
        read = _read(value, cell)
    except FaultError as fault:
        cell.report(fault.code, **fault.data)
        return BLANK, cell.findings
    if read is BLANK and column.required:
        cell.report("E-020" if place.row else "E-039", heading=column.heading)
    return read, cell.findings


def _read(value: Value, cell: Cell) -> object:
    if isinstance(value, ErrorCell):
        raise FaultError("E-027", value=shown(value.text)) if value.text else FaultError("E-028")
    if isinstance(value, str):
        value = _hygiene(value, cell)
        if not value:
            return BLANK
    return _READERS[cell.column.form](value, cell)


def _hygiene(text: str, cell: Cell) -> str:
    tidy, lost = clean(text)
    if has_cpr(tidy):
        raise FaultError("E-030")
    if lost:
        cell.report("W-029")
    return tidy


def _text(value: Value, cell: Cell) -> str:
    text = as_text(value)
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        cell.report("W-032", value=cell.shown(value))
    if _may_be_cpr(text, value):
        cell.report("W-031")
    return text


def _nr(value: Value, cell: Cell) -> str:
    """A number of their own making, which files are named by: there a CPR number is never let in."""
    if _may_be_cpr(as_text(value), value):
        raise FaultError("E-030")
    return _text(value, cell)


def _may_be_cpr(text: str, value: Value) -> bool:
    """As a number it loses its leading zero."""
    return has_ten_digits(text.zfill(10) if isinstance(value, float) and len(text) == 9 else text)


def _postcode(value: Value, cell: Cell) -> str:
    """Excel drops the zero of 0800 when it takes a postcode for a number."""
    text = _text(value, cell)
    return text.zfill(4) if isinstance(value, float) else text


def _reference(value: Value, cell: Cell) -> str:
    text = _text(value, cell)
    return next((word for word in cell.column.words if word == text.casefold()), text)


def _references(value: Value, cell: Cell) -> tuple[str, ...]:
    parts = (part.strip() for part in _LIST.split(_text(value, cell)))
    known = {word: word for word in cell.column.words}
    return tuple(dict.fromkeys(known.get(part.casefold(), part) for part in parts if part))


def _yes_no(value: Value, cell: Cell) -> bool:
    word = as_text(value).casefold()
    if word not in _YES | _NO:
        raise FaultError("E-025", value=cell.shown(value))
    return word in _YES


def _choice(value: Value, cell: Cell) -> str:
    wish = normal(as_text(value))
    for choice in cell.column.choices or ():
        if normal(choice) == wish:
            return choice
    choices = ", ".join(cell.column.allowed)
    raise FaultError("E-026", value=cell.shown(value), choices=choices)


_READERS: dict[Form, Callable[[Value, Cell], object]] = {
    Form.TEXT: _text,
    Form.NR: _nr,
    Form.RESIDENT: _reference,
    Form.PERSON: _reference,
    Form.PEOPLE: _references,
    Form.ANYBODY: _reference,
    Form.MEETING: _reference,
    Form.COURSE: _reference,
    Form.DATE: read_date,
    Form.TIME: read_time,
    Form.MINUTES: read_minutes,
    Form.WHOLE: read_whole,
    Form.PERCENT: read_percent,
    Form.DECIMAL: read_decimal,
    Form.YES_NO: _yes_no,
    Form.CHOICE: _choice,
    Form.PHONE: _text,
    Form.POSTCODE: _postcode,
    Form.EMAIL: _text,
    Form.DOMAIN: _text,
    Form.WINDOW: read_window,
}
