"""What a number format shows: a date, a time of day, both, or a plain number (ECMA-376-1, 18.8.30)."""

from __future__ import annotations

import re
from enum import Enum

GENERAL = 0

# What stands in quotes, behind a backslash, an underscore or a star, or in brackets (a colour, a language)
# says nothing of the value; only [h], [m] and [s] are times that run on past midnight.
_SILENT = re.compile(r'"[^"]*"|[\\_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)

# The formats that need no code in the file; those from 27 on are dates in East Asian files.
_DATES = (*range(14, 18), *range(27, 32), 36, *range(50, 59))
_TIMES = (18, 19, 20, 21, 45, 46, 47)
_BUILT_IN = dict.fromkeys(_DATES, "d-m-y") | dict.fromkeys(_TIMES, "h:m") | {22: "d-m-y h:m"}


class Shown(Enum):
    """What a cell's format has to show for its value to be legible; the value is the format made for it."""

    ANYTHING = ""
    NUMBER = "General"
    DATE = "dd-mm-yyyy"
    TIME = "hh:mm"
    MOMENT = "dd-mm-yyyy hh:mm"

    def suits(self, code: str) -> bool:
        """Whether a cell with this format shows such a value as one."""
        date, time = _parts(code)
        return {
            Shown.ANYTHING: True,
            Shown.NUMBER: not date and not time,
            Shown.DATE: date,
            Shown.TIME: time and not date,
            Shown.MOMENT: date and time,
        }[self]


def built_in(number: int) -> str:
    """The code of a format that the file need not spell out; ``General`` for a plain number."""
    return _BUILT_IN.get(number, "General")


def _parts(code: str) -> tuple[bool, bool]:
    """Whether the code's first section, for positive numbers, holds a date, and a time of day."""
    if code.casefold() == "general":
        return False, False
    letters = set(_SILENT.sub("", code).partition(";")[0].casefold())
    time = bool(letters & {"h", "s"}) or "[m" in code.casefold()
    return bool(letters & {"d", "y"}) or ("m" in letters and not time), time
