"""What was collected of a meeting's minutes before, kept in the workbook itself: the column Indlæst of Møder.

``26-11-2026 08:30 · 1:3f2a91c0 naeste:77aa12fe +M018:0b5ce1d2``: when, and a fingerprint of each thing that
was read, and of the row that was written for the next meeting. By these three hands are told apart: what the
minutes say now, what they said then, and what the workbook says. Only where the minutes have changed and the
workbook has not is anything written again.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

STATUS, NEXT = "status", "naeste"
_ROW = "+"
_LENGTH = 8
_ITEM = re.compile(rf"(\S+):([0-9a-f]{{{_LENGTH}}})")
_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Memory:
    """The fingerprints of what was collected, by the decision's number, ``STATUS`` and ``NEXT``.

    The row of the next meeting stands under its number, behind a plus sign.
    """

    prints: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, cell: str) -> Memory:
        """What the cell Indlæst remembers; nothing in a blank one, or one that people have written over."""
        return cls(dict(_ITEM.findall(cell)))

    def text(self, now: dt.datetime) -> str:
        """What is written into the cell."""
        items = " ".join(f"{key}:{value}" for key, value in self.prints.items())
        return _BETWEEN.join(filter(None, (f"{now:%d-%m-%Y %H:%M}", items)))

    def decisions(self) -> dict[str, str]:
        """Those of decisions alone."""
        return {key: one for key, one in self.prints.items() if key[0] != _ROW and key not in (STATUS, NEXT)}

    def followup(self) -> tuple[str, str]:
        """The number of the next meeting's row and its fingerprint as it was written; blank for none."""
        return next(((key[1:], one) for key, one in self.prints.items() if key[0] == _ROW), ("", ""))

    def holds(self, key: str, value: str) -> bool:
        """Whether exactly this was collected under ``key``."""
        return self.prints.get(key) == value


def key_of_row(nr: str) -> str:
    """What the row of a next meeting is remembered under."""
    return f"{_ROW}{nr}"


def fingerprint(*values: object) -> str:
    """The same for the same words and dates; spaces, line breaks and ``None`` for ``""`` change nothing."""
    plain = [" ".join(str("" if value is None else value).split()) for value in values]
    return hashlib.sha256("\0".join(plain).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
