"""The cell that is being read, and what its readers share."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from docgen.findings import Finding, Place
from docgen.workbook.column import Column
from docgen.workbook.grid import ErrorCell, Value
from docgen.workbook.text import UNSHOWN, has_cpr, shown


class FaultError(Exception):
    """The cell cannot be understood: the code of the finding and its data."""

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code)
        self.code, self.data = code, data


@dataclass(slots=True)
class Cell:
    """The cell being read: its column, its place, and what was found so far.

    Of a ``discreet`` cell no finding repeats what stands there: it may name somebody of a resident's own
    life, whom nobody hears of without consent.
    """

    column: Column
    place: Place
    from_1904: bool
    discreet: bool
    findings: list[Finding] = field(default_factory=list)

    def report(self, code: str, **data: object) -> None:
        self.findings.append(Finding.of(code, self.place, **data))

    def shown(self, value: Value | dt.date) -> str:
        """``value`` as a finding may repeat it: short, on one line, and not at all in a discreet cell."""
        return UNSHOWN if self.discreet else shown(as_text(value))


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


def heading_text(value: Value) -> str:
    """A heading's text; one that holds a CPR number is nobody's heading."""
    text = as_text(value)
    return "" if has_cpr(text) else text
