"""The path of numbered steps ("faser"): what the meeting goes through and when, without the prompts.

Steps stand in rows read from left to right; at the end of a row a line leads round to the next one.
Measures are points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from math import ceil
from typing import Any

from docgen.meetingtypes.authoring.figures.drawing import Arrow, Box, Form, Line
from docgen.meetingtypes.authoring.figures.words import Sketch, arrow, aside, grown
from docgen.meetingtypes.authoring.page import ACCENT, QUIET
from docgen.meetingtypes.definition import Phase

_ROUND = 27.0  # the circle's diameter
_APART = 20.0  # two rows, with the line that leads from one to the next halfway between
_MOST = 6  # steps in a row
_LABELS = (11.0, 10.5, 10.0)  # type sizes that a label may take for that
_EDGE = 1.5  # from the line that leads round to the figure's edge


def path(phases: Sequence[Phase], _words: Mapping[str, Any], width: float, size: float) -> Iterator[Sketch]:
    """The path with as many steps in a row as there may be, then with fewer.

    A smaller label is tried before another row: the path is read best on one line.
    """
    rows = ceil(len(phases) / _MOST)
    while rows <= ceil(len(phases) / 2):
        for smaller in (size, *(less for less in _LABELS if less < size)):
            yield _path(phases, ceil(len(phases) / rows), width, smaller)
        rows += 1


def _path(phases: Sequence[Phase], most: int, width: float, size: float) -> Sketch:
    each = width / most
    words = [_words_of(phase, each, size) for phase in phases]
    circles: list[Box] = []
    below: list[Box] = []
    y = 0.0
    for first in range(0, len(phases), most):
        row = words[first : first + most]
        for index, box in enumerate(row):
            middle = (index + 0.5) * each
            circles.append(_circle(first + index + 1, phases[first + index], middle - _ROUND / 2, y))
            below.append(replace(box, x=index * each, y=y + _ROUND))
        y += _ROUND + max(box.height for box in row) + _APART
    arrows = [one for start, end in pairwise(circles) for one in _steps(start, end, width)]
    told = [shape for pair in zip(circles, below, strict=True) for shape in pair]
    return Sketch((*told, *arrows), y - _APART)


def _circle(number: int, phase: Phase, x: float, y: float) -> Box:
    line = Line(str(number), 13, bold=True, colour="FFFFFF")
    name = f"{number}. {phase.label}"
    return Box(name, x, y, _ROUND, _ROUND, (line,), ACCENT, ACCENT, inset=(0, 0), form=Form.ELLIPSE)


def _words_of(phase: Phase, width: float, size: float) -> Box:
    """Label and clock time, to stand under the circle."""
    label = Line(phase.label, size, bold=True, colour=ACCENT, before=2)
    time = Line(aside(phase), max(size - 1, 9), colour=QUIET, before=1)
    return grown(Box(phase.label, 0, 0, width, 0, (label, time), "", "", radius=0, inset=(2, 1), top=True))


def _steps(start: Box, end: Box, width: float) -> list[Arrow]:
    """The arrow from one circle to the next, or the lines that lead round to the next row."""
    (left, level), (right, next_level) = start.middle, end.middle
    name = f"{start.name} ► {end.name}"
    if level == next_level:
        return [arrow((left + _ROUND / 2, level), (right - _ROUND / 2, level), name)]
    turn, edge = end.y - _APART / 2, width - _EDGE
    corners = [(left + _ROUND / 2, level), (edge, level), (edge, turn), (right, turn), (right, end.y)]
    legs = list(pairwise(corners))
    return [arrow(*leg, name, head=leg == legs[-1]) for leg in legs]
