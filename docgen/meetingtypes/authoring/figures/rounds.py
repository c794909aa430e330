"""The meeting figure "runder": the theme, then the rounds side by side in a frame, then the conclusion.

Rows stand under each other, an arrow from each to the next: a wide box for one phase, or a frame with boxes
side by side. Every row is made as high as its words need; measures are points, from the row's own upper
left corner.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from docgen.meetingtypes.authoring.figures.drawing import Box, Line, Shape
from docgen.meetingtypes.authoring.figures.textfit import line_height
from docgen.meetingtypes.authoring.figures.words import (
    LABEL,
    Sketch,
    arrow,
    grown,
    heading,
    label,
    prompts,
    stepped_heading,
)
from docgen.meetingtypes.authoring.page import ACCENT, LINE, TINT
from docgen.meetingtypes.definition import LONGEST_THEME, Phase

THEME_SIZES = ((90, 14.0), (200, 12.0), (340, 10.0), (LONGEST_THEME, 9.5))
"""A theme of at most so many characters is set at that size; a longer one at the last."""
THEME_ROOM = 62.0
"""Height kept for the theme: three lines at 14 points, four at 12, five at 10 or 9.5."""

_PADDING = 9.0  # from the frame to the boxes in it
_BETWEEN = 26.0  # two boxes in a frame, and the arrow from one to the next
_APART = 13.0  # two rows, and the arrow from one to the next
_SPARE = 2.0  # of the theme's height


@dataclass(frozen=True, slots=True)
class Row:
    """Shapes side by side; the first is the one that arrows lead to and from."""

    height: float
    shapes: tuple[Shape, ...]


def rounds(phases: Sequence[Phase], words: Mapping[str, Any], width: float, size: float) -> Iterator[Sketch]:
    """The phases taken in turn stand in the frame, what comes before them above it, the rest below."""
    turns = [index for index, phase in enumerate(phases) if phase.each_in_turn]
    first, last = (turns[0], turns[-1] + 1) if turns else (0, 0)
    rows = [
        wide(phase, width, size) if phase.prompts else theme(phase, words, width) for phase in phases[:first]
    ]
    if turns:
        rows.append(frame(phases[first:last], words["dagsorden.figur_ramme"], width, size))
    rows += [wide(phase, width, size) for phase in phases[last:]]
    height = sum(row.height for row in rows) + _APART * (len(rows) - 1)
    yield Sketch(_stacked(rows, width), height)


def _stacked(rows: Sequence[Row], width: float) -> tuple[Shape, ...]:
    """The rows under each other, an arrow from each to the next."""
    shapes: list[Shape] = []
    y = 0.0
    for above, row in zip([None, *rows], rows, strict=False):
        if above:
            name = f"{above.shapes[0].name} ▼ {row.shapes[0].name}"
            shapes.append(arrow((width / 2, y - _APART), (width / 2, y), name))
        shapes += [shape.moved(y) for shape in row.shapes]
        y += row.height + _APART
    return tuple(shapes)


def theme(phase: Phase, words: Mapping[str, Any], width: float) -> Row:
    """A box that holds the longest theme, or lines to write on when there is none yet."""
    box = _box(phase, width)
    start = f"{words['fakta.tema']}:"
    end = box.room[0] - 2
    lines = [
        Line("{%p if not moede.tema %}"),
        Line(start, 12, before=6, rule=end),
        Line("", 12, before=6, rule=end),
    ]
    for longest, size in THEME_SIZES[:-1]:
        lines += [Line(f"{{%p elif moede.tema|length <= {longest} %}}"), _proposal(start, size)]
    lines += [Line("{%p else %}"), _proposal(start, THEME_SIZES[-1][1]), Line("{%p endif %}")]
    height = -box.room[1] + line_height(LABEL) + THEME_ROOM + 4 + _SPARE
    return Row(height, (replace(box, height=height, lines=(heading(phase), *lines)),))


def _proposal(start: str, size: float) -> Line:
    return Line(f"{start} {{{{ moede.tema }}}}", size, before=4)


def wide(phase: Phase, width: float, size: float) -> Row:
    """One phase in a box as wide as the figure, label and clock time on one line."""
    box = grown(replace(_box(phase, width), lines=(heading(phase), *prompts(phase, size))))
    return Row(box.height, (box,))


def frame(phases: Sequence[Phase], title: str, width: float, size: float) -> Row:
    """The phases in boxes of one size inside a titled frame, with arrows from each to the next."""
    each = (width - 2 * _PADDING - (len(phases) - 1) * _BETWEEN) / len(phases)
    top = line_height(LABEL) + 10
    boxes = [
        grown(replace(_box(phase, each), lines=(*stepped_heading(phase), *prompts(phase, size)), top=True))
        for phase in phases
    ]
    tall = max(box.height for box in boxes)
    placed = [
        replace(box, x=_PADDING + index * (each + _BETWEEN), y=top, height=tall)
        for index, box in enumerate(boxes)
    ]
    height = top + tall + _PADDING
    back = Box(title, 0, 0, width, height, (label(title),), TINT, LINE, weight=0.75, top=True)
    arrows = [
        arrow((left.x + each, top + tall / 2), (right.x, top + tall / 2), f"{left.name} ► {right.name}")
        for left, right in pairwise(placed)
    ]
    return Row(height, (back, *placed, *arrows))


def _box(phase: Phase, width: float) -> Box:
    """A box without words or height as yet."""
    return Box(phase.label, 0, 0, width, 0, (), fill="FFFFFF", outline=ACCENT)
