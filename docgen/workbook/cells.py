"""One cell at a time: from what stands there to what the model holds.

A date that is none, a number out of bounds or an unknown choice becomes a finding and a blank, never an
exception and never a guess. Where something was understood although it is not written as expected, the
finding is a warning and the value is kept.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from docgen.findings import Finding, Place
from docgen.workbook import dates
from docgen.workbook.column import Column, Form
from docgen.workbook.grid import ErrorCell, Value
from docgen.workbook.headings import normal
from docgen.workbook.text import clean, has_cpr, has_ten_digits, shown

BLANK: Final = None
"""A cell with nothing in it, or nothing that could be understood."""

_YES = frozenset(("ja", "j", "x", "✓", "yes", "y", "sand", "true", "1"))
_NO = frozenset(("nej", "n", "no", "falsk", "false", "0", "-"))
_MINUTES = re.compile(r"(\d+)\s*(?:min(?:ut(?:ter)?)?\.?)?", re.IGNORECASE)
_LIST = re.compile(r"[;,\n]")  # a comma is no part of any number, so it can only part two


class _FaultError(Exception):
    """The cell cannot be understood: the code of the finding and its data."""

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code)
        self.code, self.data = code, data


@dataclass(slots=True)
class _Cell:
    """The cell being read: its column, its place, and what was found so far."""

    column: Column
    place: Place
    from_1904: bool
    findings: list[Finding] = field(default_factory=list)

    def report(self, code: str, **data: object) -> None:
        self.findings.append(Finding.of(code, self.place, **data))


def read_cell(
    value: Value, column: Column, place: Place, *, from_1904: bool = False
) -> tuple[object, list[Finding]]:
    """What the model holds for this cell, ``BLANK`` for nothing, and what was found wrong.

    A required cell that is blank is a finding too (E-020); one that is garbled has one finding, not two.
    ``from_1904`` says which date system a bare number counts in.
    """
    cell = _Cell(column, place, from_1904)
    try:
        read = _read(value, cell)
    except _FaultError as fault:
        cell.report(fault.code, **fault.data)
        return BLANK, cell.findings
    if read is BLANK and column.required:
        cell.report("E-020", heading=column.heading)
    return read, cell.findings


def as_text(value: Value) -> str:
    """A cell's value as people would write it: ``4000`` for 4000.0, ``03-02-2026``, ``10:00``, ``Ja``."""
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.10g}".replace(".", ",")
    if isinstance(value, dt.datetime):
        return f"{value:%d-%m-%Y %H:%M}"
    if isinstance(value, dt.date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, dt.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return value.text if isinstance(value, ErrorCell) else str(value)


def _read(value: Value, cell: _Cell) -> object:
    if isinstance(value, ErrorCell):
        raise _FaultError("E-027", value=value.text) if value.text else _FaultError("E-028")
    if isinstance(value, str):
        value = _hygiene(value, cell)
        if not value:
            return BLANK
    return _READERS[cell.column.form](value, cell)


def _hygiene(text: str, cell: _Cell) -> str:
    tidy, lost = clean(text)
    if has_cpr(tidy):
        raise _FaultError("E-030")
    if lost:
        cell.report("W-029")
    return tidy


def _text(value: Value, cell: _Cell) -> str:
    text = as_text(value)
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        cell.report("W-032", value=text)
    if has_ten_digits(text.zfill(10) if isinstance(value, float) and len(text) == 9 else text):
        cell.report("W-031")
    return text


def _postcode(value: Value, cell: _Cell) -> str:
    """Excel drops the zero of 0800 when it takes a postcode for a number."""
    text = _text(value, cell)
    return text.zfill(4) if isinstance(value, float) else text


def _reference(value: Value, cell: _Cell) -> str:
    text = _text(value, cell)
    return next((word for word in cell.column.words if word == text.casefold()), text)


def _references(value: Value, cell: _Cell) -> tuple[str, ...]:
    parts = (part.strip() for part in _LIST.split(_text(value, cell)))
    known = {word: word for word in cell.column.words}
    return tuple(dict.fromkeys(known.get(part.casefold(), part) for part in parts if part))


def _date(value: Value, cell: _Cell) -> dt.date:
    if isinstance(value, float | int) and not isinstance(value, bool):
        return _date_of_serial(float(value), cell)
    date = None
    if isinstance(value, dt.datetime):
        date = value.date()
    elif isinstance(value, dt.date):
        date = value
    elif isinstance(value, str):
        date = dates.date_in(value)
    if date is None or not dates.is_plausible(date):
        raise _FaultError("E-021", value=shown(as_text(value)))
    return date


def _date_of_serial(serial: float, cell: _Cell) -> dt.date:
    """A date in a cell without a date format arrives as its number of days (ECMA-376-1, 18.17.4.1)."""
    epoch = dt.date(1904, 1, 1) if cell.from_1904 else dt.date(1899, 12, 30)
    date = epoch + dt.timedelta(days=int(serial)) if 0 < serial < 100_000 else dt.date.min
    if not dates.is_plausible(date):
        raise _FaultError("E-021", value=as_text(serial))
    cell.report("W-033", value=as_text(serial), date=as_text(date))
    return date


def _time(value: Value, _cell: _Cell) -> dt.time:
    minutes = _minutes_of_day(value)
    if minutes is None or not 0 <= minutes < 24 * 60:
        raise _FaultError("E-022", value=shown(as_text(value)))
    return dt.time(minutes // 60, minutes % 60)


def _minutes_of_day(value: Value) -> int | None:
    """Minutes since midnight; a fraction is Excel's own way of writing a time, rounded to the minute.

    A number like 10,5 is understood by nobody: half past ten, or ten to eleven?
    """
    if isinstance(value, dt.datetime):
        value = value.time()
    if isinstance(value, dt.timedelta):
        return round(value.total_seconds() / 60)
    if isinstance(value, float) and 0 <= value < 1:
        return round(value * 24 * 60)
    if isinstance(value, float) and value.is_integer():
        value = as_text(value)
    time = dates.time_in(value) if isinstance(value, str) else value
    if not isinstance(time, dt.time):
        return None
    return round(time.hour * 60 + time.minute + time.second / 60)


def _minutes(value: Value, cell: _Cell) -> int:
    if isinstance(value, dt.time):  # 1:00 was typed, and an hour was meant
        return _whole(float(value.hour * 60 + value.minute), cell)
    match = _MINUTES.fullmatch(value) if isinstance(value, str) else None
    return _whole(match[1] if match else value, cell)


def _percent(value: Value, cell: _Cell) -> int:
    """60, ``60 %``, and 0.6 as Excel stores a cell formatted as per cent."""
    if isinstance(value, str):
        value = value.removesuffix("%").rstrip()
    elif isinstance(value, float) and 0 < value < 1:
        value = float(round(value * 100, 6))
    return _whole(value, cell)


def _whole(value: Value, cell: _Cell) -> int:
    number = _number(value)
    column = cell.column
    if number is None or not number.is_integer() or not column.low <= number <= column.high:
        raise _FaultError("E-023", value=shown(as_text(value)), low=column.low, high=column.high)
    return int(number)


def _decimal(value: Value, cell: _Cell) -> float:
    number = _number(value)
    column = cell.column
    if number is None or not column.low <= number <= column.high:
        raise _FaultError("E-024", value=shown(as_text(value)), low=column.low, high=column.high)
    return number


def _number(value: Value) -> float | None:
    if isinstance(value, str):
        match = re.fullmatch(r"-?\d{1,9}(?:[.,]\d+)?", value)
        return float(value.replace(",", ".")) if match else None
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number else None  # type: ignore[arg-type]


def _yes_no(value: Value, _cell: _Cell) -> bool:
    word = as_text(value).casefold()
    if word not in _YES | _NO:
        raise _FaultError("E-025", value=shown(as_text(value)))
    return word in _YES


def _choice(value: Value, cell: _Cell) -> str:
    wish = normal(as_text(value))
    for choice in cell.column.choices or ():
        if normal(choice) == wish:
            return choice
    choices = ", ".join(cell.column.allowed)
    raise _FaultError("E-026", value=shown(as_text(value)), choices=choices)


_READERS: dict[Form, Callable[[Value, _Cell], object]] = {
    Form.TEXT: _text,
    Form.NR: _text,
    Form.RESIDENT: _reference,
    Form.PERSON: _reference,
    Form.PEOPLE: _references,
    Form.ANYBODY: _reference,
    Form.MEETING: _reference,
    Form.COURSE: _reference,
    Form.DATE: _date,
    Form.TIME: _time,
    Form.MINUTES: _minutes,
    Form.WHOLE: _whole,
    Form.PERCENT: _percent,
    Form.DECIMAL: _decimal,
    Form.YES_NO: _yes_no,
    Form.CHOICE: _choice,
    Form.PHONE: _text,
    Form.POSTCODE: _postcode,
    Form.EMAIL: _text,
    Form.DOMAIN: _text,
}
