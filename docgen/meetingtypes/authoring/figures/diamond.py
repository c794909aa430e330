"""The conversation diamond ("diamant"): a box a phase on the corners of a rhombus, clockwise from the top.

With four phases each has a corner. With more the right side holds them going down and the left side going
up; with three the left corner is bare. Measures are points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, product
from typing import Any

from docgen.meetingtypes.authoring.figures.drawing import Arrow, Box, Form, Line, Shape
from docgen.meetingtypes.authoring.figures.textfit import line_height
from docgen.meetingtypes.authoring.figures.words import (
    Sketch,
    arrow,
    grown,
    heading,
    holds,
    prompts,
    stepped_heading,
)
from docgen.meetingtypes.authoring.page import ACCENT, TINT
from docgen.meetingtypes.definition import Phase

_SIDES = (0.36, 0.39, 0.42)  # how wide the boxes at the sides are, in parts of the figure's width
_ENDS = (0.46, 0.54, 0.62, 0.68)  # and those at top and bottom
_APART = 13.0  # from the boxes at top and bottom to those at the sides, and between those
_BEHIND = 4.0  # how far the corners of the diamond reach behind the boxes
_INSET = (9.0, 4.0)
_CLEAR = 8.0  # around the title in the middle
_TITLES = (15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0)


def diamond(phases: Sequence[Phase], words: Mapping[str, Any], width: float, size: float) -> Iterator[Sketch]:
    """The diamond with narrow boxes, then with wider ones; its title is ``dagsorden.figur_midte``.

    At first the boxes at top and bottom are alike, then each is as high as it must be.
    """
    for alike, side, end in product((True, False), _SIDES, _ENDS):
        boxes = _placed(phases, (width, side * width, end * width), size, alike=alike)
        height = max(box.y + box.height for box in boxes)
        bottom = boxes[(len(phases) - 1) // 2 + 1]
        back = _rhombus(words["dagsorden.figur_midte"], boxes[0], bottom, side * width)
        arrows = [one for first, then in pairwise(boxes) for one in _between(first, then, width)]
        shapes: tuple[Shape, ...] = (*_plate(boxes, width, height), back, _title(back), *boxes, *arrows)
        yield Sketch(shapes, height)


def _placed(
    phases: Sequence[Phase], widths: tuple[float, float, float], size: float, *, alike: bool
) -> list[Box]:
    """The boxes in their order: top, down the right side, bottom, up the left side.

    ``widths`` are the figure's, and those of the boxes at the sides and at top and bottom.
    """
    width, side, end = widths
    right = (len(phases) - 1) // 2
    ends = [_box(phase, end, size, heading(phase)) for phase in (phases[0], phases[right + 1])]
    top, bottom = _alike(ends) if alike else ends
    beside = [*phases[1 : right + 1], *phases[right + 2 :]]
    sides = _alike([_box(phase, side, size, *stepped_heading(phase)) for phase in beside])
    downwards, upwards = sides[:right], sides[right:]
    band = max(_tall(downwards), _tall(upwards))
    first = top.height + _APART
    middle = first + band / 2
    return [
        replace(top, x=(width - end) / 2),
        *_column(downwards, width - side, middle),
        replace(bottom, x=(width - end) / 2, y=first + band + _APART),
        *reversed(_column(upwards[::-1], 0, middle)),
    ]


def _alike(boxes: Sequence[Box]) -> list[Box]:
    """The boxes, all as high as the highest."""
    tall = max(box.height for box in boxes)
    return [replace(box, height=tall) for box in boxes]


def _tall(column: Sequence[Box]) -> float:
    return sum(box.height for box in column) + _APART * (len(column) - 1)


def _column(boxes: Sequence[Box], x: float, middle: float) -> list[Box]:
    """The boxes under each other, around the height ``middle``."""
    y, placed = middle - _tall(boxes) / 2, []
    for box in boxes:
        placed.append(replace(box, x=x, y=y))
        y += box.height + _APART
    return placed


def _box(phase: Phase, width: float, size: float, *titled: Line) -> Box:
    asked = (replace(line, before=3) for line in prompts(phase, size))
    lines = (*(replace(line, caps=False, tracking=0) for line in titled), *asked)
    return grown(Box(phase.label, 0, 0, width, 0, lines, fill="FFFFFF", outline=ACCENT, inset=_INSET))


def _rhombus(title: str, top: Box, bottom: Box, side: float) -> Box:
    """The diamond between the boxes, its corners a little behind them."""
    width = top.width + 2 * top.x - 2 * (side - _BEHIND)
    y = top.height - _BEHIND
    height = bottom.y + _BEHIND - y
    return Box(title, side - _BEHIND, y, width, height, (), TINT, ACCENT, form=Form.DIAMOND)


def _plate(boxes: Sequence[Box], width: float, height: float) -> tuple[Box, ...]:
    """Something unseen behind a diamond with a bare corner: LibreOffice stretches a group to its members."""
    if min(box.x for box in boxes) <= 0:
        return ()
    return (Box(boxes[0].name, 0, 0, width, height, (), "", ""),)


def _title(back: Box) -> Box:
    """The title across the middle of the diamond, as large as there is room for."""
    titled = [_across(back, size) for size in _TITLES]
    return next((box for box in titled if holds(box)), titled[-1])


def _across(back: Box, size: float) -> Box:
    line = Line(back.name, size, bold=True, colour=ACCENT)
    height = line_height(size) + 4
    width = back.width * (1 - height / back.height) - _CLEAR
    x, y = back.middle
    return Box(
        back.name, x - width / 2, y - height / 2, width, height, (line,), "", "", radius=0, inset=(0, 0)
    )


def _between(start: Box, end: Box, width: float) -> list[Arrow]:
    """The arrow from one box to the next: down or up a side, or round the corner outside of both."""
    name = f"{start.name} ► {end.name}"
    if start.x == end.x:
        x, down = start.middle[0], end.y > start.y
        return [arrow((x, _edge(start, down=down)), (x, _edge(end, down=not down)), name)]
    outer, side = (start, end) if start.middle[0] == width / 2 else (end, start)
    to_the_right, level = side.x > outer.x, outer.middle[1]
    edge = outer.x + outer.width if to_the_right else outer.x
    x = (edge + width) / 2 if to_the_right else edge / 2
    way = [(edge, level), (x, level), (x, _edge(side, down=level > side.middle[1]))]
    first, last = pairwise(way if outer is start else way[::-1])
    return [arrow(*first, name, head=False), arrow(*last, name)]


def _edge(box: Box, *, down: bool) -> float:
    return box.y + box.height if down else box.y
