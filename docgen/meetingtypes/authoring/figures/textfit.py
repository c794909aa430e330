"""How much room a text takes in Calibri: a box is made to fit its words before Word ever sees it.

All measures are points. Lines break at spaces only, as in a box without hyphenation; a word that is
wider than the box breaks anywhere.
"""

from __future__ import annotations

from functools import lru_cache

from docgen.meetingtypes.authoring.figures.calibri import BOLD, LINE_UNITS, REGULAR, UNITS_PER_EM

_WIDEST = max(REGULAR.values())
_NO_BREAK = str.maketrans({"\N{NO-BREAK SPACE}": " "})  # which is as wide as any space


def line_height(size: float) -> float:
    """The height of one single-spaced line at ``size`` points."""
    return size * LINE_UNITS / UNITS_PER_EM


@lru_cache(maxsize=8192)
def text_width(text: str, size: float, *, bold: bool = False, tracking: float = 0.0) -> float:
    """The width of ``text`` on one line; ``tracking`` is the extra space after each character.

    A character that the table does not hold counts as the widest one, so that the answer is never
    too small.
    """
    table = BOLD if bold else REGULAR
    units = sum(table.get(character, _WIDEST) for character in text.translate(_NO_BREAK))
    return units * size / UNITS_PER_EM + tracking * len(text)


@lru_cache(maxsize=8192)  # a figure is tried at many sizes, with the same words again and again
def line_count(text: str, size: float, available: float, *, bold: bool = False, tracking: float = 0.0) -> int:
    """How many lines ``text`` fills when ``available`` points are there for each; never less than one."""
    lines, used = 1, 0.0
    space = text_width(" ", size, bold=bold, tracking=tracking)
    for word in text.split(" "):
        widths = [text_width(letter, size, bold=bold, tracking=tracking) for letter in word]
        if used and used + space + sum(widths) > available:
            lines, used = lines + 1, 0.0
        used += space if used else 0.0
        for width in widths:  # a word that is wider than the line goes on in the next
            if used and used + width > available:
                lines, used = lines + 1, 0.0
            used += width
    return lines


def text_height(
    text: str, size: float, available: float, *, bold: bool = False, tracking: float = 0.0
) -> float:
    """The height of ``text`` set in lines of ``available`` points."""
    return line_count(text, size, available, bold=bold, tracking=tracking) * line_height(size)
