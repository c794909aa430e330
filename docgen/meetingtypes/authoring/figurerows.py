"""The rows a meeting figure is built of: a wide box for one phase, a frame with boxes side by side.

Every row is made as high as its words need; measures are points, from the row's own upper left corner.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from docgen.meetingtypes.authoring.drawing import Arrow, Box, Line, Shape
from docgen.meetingtypes.authoring.page import ACCENT, LINE, QUIET, TINT
from docgen.meetingtypes.authoring.textfit import line_height, text_height
from docgen.meetingtypes.definition import LONGEST_THEME, Phase

THEME_SIZES = ((90, 14.0), (200, 12.0), (340, 10.0), (LONGEST_THEME, 9.5))
"""A theme of at most so many characters is set at that size; a longer one at the last."""
THEME_ROOM = 62.0
"""Height kept for the theme: three lines at 14 points, four at 12, five at 10 or 9.5."""

_LABEL = 10.0
_TIME = "kl. 10.10–10.30"  # as wide as a clock time gets
_PADDING = 9.0  # from the frame to the boxes in it
_BETWEEN = 26.0  # two boxes in a frame, and the arrow from one to the next
_SAFETY = 0.96  # the share of a box's width that lines may count on: programs round widths differently
_SPARE = 2.0  # and of its height, in points


@dataclass(frozen=True, slots=True)
class Row:
    """Shapes side by side; the first is the one that arrows lead to and from."""

    height: float
    shapes: tuple[Shape, ...]


def theme(phase: Phase, words: Mapping[str, Any], width: float) -> Row:
    """A box that holds the longest theme, or lines to write on when there is none yet."""
    box = _box(phase, width)
    label = f"{words['fakta.tema']}:"
    end = box.room[0] - 2
    lines = [
        Line("{%p if not moede.tema %}"),
        Line(label, 12, before=6, rule=end),
        Line("", 12, before=6, rule=end),
    ]
    for longest, size in THEME_SIZES[:-1]:
        lines += [Line(f"{{%p elif moede.tema|length <= {longest} %}}"), _proposal(label, size)]
    lines += [Line("{%p else %}"), _proposal(label, THEME_SIZES[-1][1]), Line("{%p endif %}")]
    height = -box.room[1] + line_height(_LABEL) + THEME_ROOM + 4 + _SPARE
    return Row(height, (replace(box, height=height, lines=(_heading(phase), *lines)),))


def _proposal(label: str, size: float) -> Line:
    return Line(f"{label} {{{{ moede.tema }}}}", size, before=4)


def wide(phase: Phase, width: float, size: float) -> Row:
    """One phase in a box as wide as the figure, label and clock time on one line."""
    box = grown(replace(_box(phase, width), lines=(_heading(phase), *_prompts(phase, size))))
    return Row(box.height, (box,))


def frame(phases: Sequence[Phase], title: str, width: float, size: float) -> Row:
    """The phases in boxes of one size inside a titled frame, with arrows from each to the next."""
    each = (width - 2 * _PADDING - (len(phases) - 1) * _BETWEEN) / len(phases)
    top = line_height(_LABEL) + 10
    boxes = [
        grown(replace(_box(phase, each), lines=(*_stepped_heading(phase), *_prompts(phase, size)), top=True))
        for phase in phases
    ]
    tall = max(box.height for box in boxes)
    placed = [
        replace(box, x=_PADDING + index * (each + _BETWEEN), y=top, height=tall)
        for index, box in enumerate(boxes)
    ]
    height = top + tall + _PADDING
    heading = Line(title, _LABEL, bold=True, colour=ACCENT, caps=True, tracking=0.8)
    back = Box(title, 0, 0, width, height, (heading,), TINT, LINE, weight=0.75, top=True)
    arrows = [
        arrow((left.x + each, top + tall / 2), (right.x, top + tall / 2), f"{left.name} ► {right.name}")
        for left, right in pairwise(placed)
    ]
    return Row(height, (back, *placed, *arrows))


def arrow(start: tuple[float, float], end: tuple[float, float], name: str) -> Arrow:
    """An arrow in the figure's colour and weight."""
    return Arrow(name, start, end, ACCENT, weight=1.75)


def grown(box: Box) -> Box:
    """The box, as high as its lines need at its width."""
    across, down = box.room
    needed = sum(_line_height(line, across * _SAFETY) for line in box.lines if not line.is_tag)
    return replace(box, height=box.height - down + needed + _SPARE)


def _box(phase: Phase, width: float) -> Box:
    """A box without words or height as yet."""
    return Box(phase.label, 0, 0, width, 0, (), fill="FFFFFF", outline=ACCENT)


def _heading(phase: Phase) -> Line:
    """Label and clock time on one line."""
    return replace(_label(phase), aside=_aside(phase), quiet=QUIET)


def _stepped_heading(phase: Phase) -> tuple[Line, Line]:
    """Label above clock time, for a narrow box."""
    return _label(phase), Line(_aside(phase), _LABEL, colour=QUIET)


def _label(phase: Phase) -> Line:
    return Line(phase.label, _LABEL, bold=True, colour=ACCENT, caps=True, tracking=0.8)


def _aside(phase: Phase) -> str:
    time = f"{{{{ faser.{phase.key}.tid }}}}"
    return f"{phase.subtitle} · {time}" if phase.subtitle else time


def _prompts(phase: Phase, size: float) -> tuple[Line, ...]:
    return tuple(Line(prompt, size, before=4) for prompt in phase.prompts)


def _line_height(line: Line, available: float) -> float:
    text = f"{line.text}   {line.aside}" if line.aside else line.text
    start, tag, rest = (text.upper() if line.caps else text).partition("{{")
    shown = start + _TIME + rest.partition("}}")[2] if tag else start
    return line.before + text_height(shown, line.size, available, bold=line.bold, tracking=line.tracking)
