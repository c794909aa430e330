"""Sheets of address labels: where each label is, and how large the type on it may be.

Measures are millimetres on an A4 page, sizes of type points. The sheets are those that most makers sell:
24 labels without gaps (Avery 3474 and its like) and 14 with rounded corners (Avery L7163).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docgen.model import LabelSheetName
from docgen.planning.fitting import height, set_in

INSET = 5.0
"""From a label's edge to its words: labels begin at the page's edge, where printers leave 4.2 mm white."""
SMALLEST = 8.0
"""The smallest size that is read without effort."""

_SIZES = tuple(halves / 2 for halves in range(22, 1, -1))  # Word knows halves of points; an address has 11


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """``across`` × ``down`` labels of ``width`` × ``height``; the first one's corner is at ``left``, ``top``.

    ``gap`` is between two that stand side by side; those above each other touch.
    """

    across: int
    down: int
    width: float
    height: float
    left: float
    top: float
    gap: float = 0.0

    @property
    def count(self) -> int:
        """How many labels are on a sheet."""
        return self.across * self.down

    def corner(self, number: int) -> tuple[float, float]:
        """Left and top of label ``number`` (from 1), counted from left to right and from the top."""
        row, column = divmod(number - 1, self.across)
        return self.left + column * (self.width + self.gap), self.top + row * self.height


SHEETS: Mapping[LabelSheetName, LabelSheet] = {
    LabelSheetName.THREE_BY_EIGHT: LabelSheet(3, 8, 70.0, 37.0, left=0.0, top=0.5),
    LabelSheetName.TWO_BY_SEVEN: LabelSheet(2, 7, 99.1, 38.1, left=4.65, top=15.15, gap=2.5),
}
"""Each sheet by what people call it."""


def type_size(lines: Sequence[str], sheet: LabelSheet) -> float | None:
    """The largest size from 11 to 8 points at which the lines have room and no word is broken, if any."""
    for size in _SIZES:
        if size < SMALLEST:
            break
        setting = set_in(lines, size, sheet.width - 2 * INSET)
        if not setting.broken and _has_room(setting.lines, size, sheet):
            return size
    return None


def last_resort(lines: Sequence[str], sheet: LabelSheet) -> float:
    """The largest size of at most 8 points at which nothing is cut off, though words are broken.

    Whoever sees it has been warned: better small than without its town.
    """
    for size in _SIZES:
        if size <= SMALLEST and _has_room(set_in(lines, size, sheet.width - 2 * INSET).lines, size, sheet):
            break
    return size


def _has_room(lines: int, size: float, sheet: LabelSheet) -> bool:
    return height(lines, size) <= sheet.height - 2 * INSET
