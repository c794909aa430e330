"""The meeting figure: the phases as boxes with arrows, made to fit its words before Word sees it.

A type names its figure in ``type.toml`` (``[figur] form``); ``LAYOUTS`` holds the forms there are. The
figure says nothing that the agenda does not also say as text; its description is for screen readers.
Measures are points.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from docgen.meetingtypes.authoring.page import ACCENT, LINE, QUIET, TINT
from docgen.meetingtypes.authoring.shapes import Arrow, Box, Line, Shape, group
from docgen.meetingtypes.authoring.textfit import line_height, text_height
from docgen.meetingtypes.definition import MeetingType, Phase

TALLEST = 300.0
"""As high as a figure may be if the agenda is to stay on one page."""
SIZES = (11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
"""Type sizes for the prompts, tried in turn until the figure is low enough."""
THEME_SIZES = ((90, 14.0), (200, 12.0), (320, 10.0), (400, 9.0))
"""A theme of at most so many characters is set at that size."""
THEME_ROOM = 62.0
"""Height kept for the theme: four lines at 12 points, or five at 10."""

_LABEL = 10.0
_INSET = (9.0, 6.0)
_GAP = 18.0  # between two boxes, where the arrow stands
_PADDING = 10.0  # from the frame to the boxes in it
_TIME = "kl. 10.10–10.30"  # as wide as a clock time gets
_SAFETY = 0.96  # the share of a box's width that lines may count on: programs round widths differently


@dataclass(frozen=True, slots=True)
class Figure:
    """Shapes in a group of ``width`` by ``height``, with the description that stands in for them."""

    shapes: tuple[Shape, ...]
    width: float
    height: float
    description: str

    def drawn(self, name: str) -> Any:
        """The run that holds the figure in line with the text."""
        return group(self.shapes, self.width, self.height, name=name, description=self.description)


@dataclass(frozen=True, slots=True)
class _Row:
    """Shapes side by side, placed from y = 0."""

    height: float
    shapes: tuple[Shape, ...]


def figure(kind: MeetingType, width: float) -> Figure | None:
    """The figure that the type's agenda draws, or ``None`` for a type without one."""
    return LAYOUTS[kind.figure](kind.phases, kind.words, width) if kind.figure else None


def rounds(phases: Sequence[Phase], words: Mapping[str, Any], width: float) -> Figure:
    """Theme, then the rounds side by side in a frame, then the conclusion ("runder").

    The phases with a label are drawn: those taken in turn stand in the frame, what comes before them
    above it, the rest below. The prompts' size steps down until the figure is low enough.
    """
    shown = [phase for phase in phases if phase.label]
    rows: list[_Row] = []
    for size in SIZES:
        rows = _rows(shown, words, width, size)
        if _height(rows) <= TALLEST:
            break
    return Figure(_stacked(rows, width), width, _height(rows), _description(shown, words))


LAYOUTS = {"runder": rounds}


def _rows(shown: Sequence[Phase], words: Mapping[str, Any], width: float, size: float) -> list[_Row]:
    turns = [index for index, phase in enumerate(shown) if phase.each_in_turn]
    first, last = turns[0], turns[-1] + 1
    above = [_theme(phase, words, width) for phase in shown[:first]]
    below = [_wide(phase, width, size) for phase in shown[last:]]
    return [*above, _frame(shown[first:last], words, width, size), *below]


def _theme(phase: Phase, words: Mapping[str, Any], width: float) -> _Row:
    """A box that holds a theme of 400 characters, or lines to write on when there is none yet."""
    label, quiet = f"{words['fakta.tema']}:", "{{ moede.tema }}"
    end = width - 2 * _INSET[0] - 4
    lines = [Line("{%p if not moede.tema %}"), Line(label, 12, rule=end), Line("", 12, before=8, rule=end)]
    for longest, size in THEME_SIZES[:-1]:
        lines += [Line(f"{{%p elif moede.tema|length <= {longest} %}}"), Line(f"{label} {quiet}", size)]
    lines += [Line("{%p else %}"), Line(f"{label} {quiet}", THEME_SIZES[-1][1]), Line("{%p endif %}")]
    height = 2 * _INSET[1] + line_height(_LABEL) + 3 + THEME_ROOM
    return _Row(height, (_box(phase, 0, 0, width, height, (_heading(phase), *lines)),))


def _wide(phase: Phase, width: float, size: float) -> _Row:
    lines = (_heading(phase), *_prompts(phase, size))
    height = needed(lines, width)
    return _Row(height, (_box(phase, 0, 0, width, height, lines),))


def _frame(phases: Sequence[Phase], words: Mapping[str, Any], width: float, size: float) -> _Row:
    """The rounds, equally wide and high, with arrows from each to the next."""
    each = (width - 2 * _PADDING - (len(phases) - 1) * (_GAP + 8)) / len(phases)
    label = Line(words["dagsorden.figur_ramme"], _LABEL, bold=True, colour=ACCENT, caps=True, tracking=0.8)
    top = line_height(_LABEL) + 12
    texts = [(*_stepped_heading(phase), *_prompts(phase, size)) for phase in phases]
    tall = max(needed(lines, each) for lines in texts)
    boxes = [
        _box(phase, _PADDING + index * (each + _GAP + 8), top, each, tall, lines)
        for index, (phase, lines) in enumerate(zip(phases, texts, strict=True))
    ]
    middle = top + tall / 2
    arrows = [
        _arrow((left.x + left.width, middle), (right.x, middle), f"{left.name} → {right.name}")
        for left, right in pairwise(boxes)
    ]
    height = top + tall + _PADDING
    frame = Box(
        label.text, 0, 0, width, height, (label,), TINT, LINE, weight=0.75, radius=5, inset=_INSET, top=True
    )
    return _Row(height, (frame, *boxes, *arrows))


def _box(phase: Phase, x: float, y: float, width: float, height: float, lines: tuple[Line, ...]) -> Box:
    return Box(phase.label, x, y, width, height, lines, "FFFFFF", ACCENT, weight=1.0, radius=5, inset=_INSET)


def _arrow(start: tuple[float, float], end: tuple[float, float], name: str) -> Arrow:
    return Arrow(name, start, end, ACCENT, weight=1.75)


def _heading(phase: Phase) -> Line:
    """Label and clock time on one line."""
    return Line(
        phase.label,
        _LABEL,
        bold=True,
        colour=ACCENT,
        caps=True,
        tracking=0.8,
        aside=_aside(phase),
        quiet=QUIET,
    )


def _stepped_heading(phase: Phase) -> tuple[Line, Line]:
    """Label above clock time, for a narrow box."""
    label = Line(phase.label, _LABEL, bold=True, colour=ACCENT, caps=True, tracking=0.8)
    return label, Line(_aside(phase), _LABEL, colour=QUIET)


def _aside(phase: Phase) -> str:
    time = f"{{{{ faser.{phase.key}.tid }}}}"
    return f"{phase.subtitle} · {time}" if phase.subtitle else time


def _prompts(phase: Phase, size: float) -> tuple[Line, ...]:
    return tuple(Line(prompt, size, before=4) for prompt in phase.prompts)


def needed(lines: Sequence[Line], width: float) -> float:
    """The height of a box of ``width`` that holds ``lines``, insets and all."""
    available = (width - 2 * _INSET[0]) * _SAFETY
    return 2 * _INSET[1] + sum(_line_height(line, available) for line in lines if not line.is_tag)


def _line_height(line: Line, available: float) -> float:
    text = f"{line.text}   {line.aside}" if line.aside else line.text
    shown = text.upper() if line.caps else text
    start, tag, rest = shown.partition("{{")
    if tag:
        shown = start + _TIME + rest.partition("}}")[2]
    return line.before + text_height(shown, line.size, available, bold=line.bold, tracking=line.tracking)


def _height(rows: Sequence[_Row]) -> float:
    return sum(row.height for row in rows) + _GAP * (len(rows) - 1)


def _stacked(rows: Sequence[_Row], width: float) -> tuple[Shape, ...]:
    """The rows under each other, an arrow from each to the next."""
    shapes: list[Shape] = []
    y = 0.0
    for number, row in enumerate(rows):
        if number:
            shapes.append(_arrow((width / 2, y - _GAP), (width / 2, y), f"▼ {number}"))
        shapes += [shape.moved(y) for shape in row.shapes]
        y += row.height + _GAP
    return tuple(shapes)


def _description(shown: Sequence[Phase], words: Mapping[str, Any]) -> str:
    """What the figure says, box by box, in reading order."""
    boxes = []
    for phase in shown:
        title = f"{phase.label} ({phase.subtitle})" if phase.subtitle else phase.label
        boxes.append(f"{title}: {' '.join(phase.prompts)}" if phase.prompts else f"{title}.")
    return f"{words['dagsorden.figur_beskrivelse']} {' '.join(boxes)}"
