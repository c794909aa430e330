"""Reading dates and times of day from cells."""

from __future__ import annotations

import datetime as dt

from docgen.workbook import dates
from docgen.workbook.cell import Cell, FaultError, as_text
from docgen.workbook.grid import Value


def read_date(value: Value, cell: Cell) -> dt.date:
    """A date from 2000 to 2099, however it is written; raises ``FaultError`` for anything else."""
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
        raise FaultError("E-021", value=cell.shown(value))
    return date


def _date_of_serial(serial: float, cell: Cell) -> dt.date:
    """A date in a cell without a date format arrives as its number of days (ECMA-376-1, 18.17.4.1)."""
    epoch = dt.date(1904, 1, 1) if cell.from_1904 else dt.date(1899, 12, 30)
    date = epoch + dt.timedelta(days=int(serial)) if 0 < serial < 100_000 else dt.date.min
    if not dates.is_plausible(date):
        raise FaultError("E-021", value=cell.shown(serial))
    cell.report("W-033", value=cell.shown(serial), date=cell.shown(date))
    return date


def read_time(value: Value, cell: Cell) -> dt.time:
    """A time of day to the minute; raises ``FaultError`` for anything else, 24:00 included."""
    minutes = _minutes_of_day(value)
    if minutes is None or not 0 <= minutes < 24 * 60:
        raise FaultError("E-022", value=cell.shown(value))
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
