"""How an address is set in a column of its own: how many lines it takes, and whether a word is broken.

Lines break after a space, and after a hyphen before a letter, as they do in Word and LibreOffice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docgen.meetingtypes.authoring.figures.textfit import line_count, line_height, text_width

_POINTS = 72 / 25.4  # in a millimetre
_SAFETY = 0.98  # the share of a line that may be counted on: programs round widths differently
_PIECE = re.compile(r".+?(?:-(?=[^\W\d])| +|$)")


@dataclass(frozen=True, slots=True)
class Setting:
    """So many ``lines`` after wrapping; ``broken`` is the first line given with a word that is too wide."""

    lines: int
    broken: str = ""


def set_in(lines: Sequence[str], size: float, width: float) -> Setting:
    """These lines in type of ``size`` points (Calibri, single-spaced) in a column of ``width`` mm."""
    available = width * _POINTS * _SAFETY
    count, broken = 0, ""
    for line in lines:
        taken, is_broken = _wrapped(line, size, available)
        count += taken
        broken = broken or (line if is_broken else "")
    return Setting(count, broken)


def height(lines: int, size: float) -> float:
    """The height of so many lines in type of ``size`` points, in millimetres."""
    return lines * line_height(size) / _POINTS


def _wrapped(line: str, size: float, available: float) -> tuple[int, bool]:
    """How many lines of ``available`` points one line fills, and whether that breaks a word."""
    count, used, broken = 1, 0.0, False
    for piece in _PIECE.findall(line):
        needed = text_width(piece.rstrip(" "), size)
        if used and used + needed > available:
            count, used = count + 1, 0.0
        if needed > available:
            broken = True
            count += line_count(piece.rstrip(" "), size, available) - 1
        used = min(used + text_width(piece, size), available)
    return count, broken
