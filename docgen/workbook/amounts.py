"""Reading numbers from cells: minutes, whole numbers, per cent, decimals."""

from __future__ import annotations

import datetime as dt
import re

from docgen.workbook.cell import Cell, FaultError
from docgen.workbook.grid import Value

_MINUTES = re.compile(r"(\d+)\s*(?:min(?:ut(?:ter)?)?\.?)?", re.IGNORECASE)


def read_minutes(value: Value, cell: Cell) -> int:
    """A length in minutes: 60, ``60 min.``, or 1:00 for an hour."""
    if isinstance(value, dt.time):
        return read_whole(float(value.hour * 60 + value.minute), cell)
    match = _MINUTES.fullmatch(value) if isinstance(value, str) else None
    return read_whole(match[1] if match else value, cell)


def read_percent(value: Value, cell: Cell) -> int:
    """60, ``60 %``, and 0.6 as Excel stores a cell formatted as per cent."""
    if isinstance(value, str):
        value = value.removesuffix("%").rstrip()
    elif isinstance(value, float) and 0 < value < 1:
        value = float(round(value * 100, 6))
    return read_whole(value, cell)


def read_whole(value: Value, cell: Cell) -> int:
    """A whole number within the column's bounds; raises ``FaultError`` for anything else."""
    number = _number(value)
    column = cell.column
    if number is None or not number.is_integer() or not column.low <= number <= column.high:
        raise FaultError("E-023", value=cell.shown(value), low=column.low, high=column.high)
    return int(number)


def read_decimal(value: Value, cell: Cell) -> float:
    """A number within the column's bounds, with comma or point; raises ``FaultError`` otherwise."""
    number = _number(value)
    column = cell.column
    if number is None or not column.low <= number <= column.high:
        raise FaultError("E-024", value=cell.shown(value), low=column.low, high=column.high)
    return number


def _number(value: Value) -> float | None:
    if isinstance(value, str):
        match = re.fullmatch(r"-?\d{1,9}(?:[.,]\d+)?", value)
        return float(value.replace(",", ".")) if match else None
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number else None  # type: ignore[arg-type]
