"""The meeting figure: the phases as boxes with arrows, made to fit its words before Word sees it.

A type names its figure in ``type.toml`` (``[figur] form``); ``LAYOUTS`` holds the forms there are. The
figure says nothing that the agenda does not also say as text; its description is for screen readers.
Measures are points.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docgen.errors import DefinitionError
from docgen.findings import Finding, Place
from docgen.meetingtypes.authoring.drawing import Shape
from docgen.meetingtypes.authoring.figurerows import Row, arrow, frame, theme, wide
from docgen.meetingtypes.authoring.shapes import group
from docgen.meetingtypes.definition import MeetingType, Phase

TALLEST = 310.0
"""As high as a figure may be if the agenda is to stay on one page."""
SIZES = (11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
"""Type sizes for the prompts, tried in turn until the figure is low enough."""
_BETWEEN = 13.0  # two rows, and the arrow from one to the next


@dataclass(frozen=True, slots=True)
class Figure:
    """Shapes in a group of ``width`` by ``height``, with the description that stands in for them."""

    shapes: tuple[Shape, ...]
    width: float
    height: float
    description: str

    def drawn(self, name: str) -> Any:
        """The run that holds the figure in line with the text; ``name`` is the group's."""
        return group(self.shapes, self.width, self.height, name=name, description=self.description)


def figure(kind: MeetingType, width: float) -> Figure | None:
    """The figure that the type's agenda draws, or ``None`` for a type without one.

    Raises ``DefinitionError`` for a form that does not exist.
    """
    if not kind.figure:
        return None
    if kind.figure not in LAYOUTS:
        place = Place(file=f"{kind.name}/type.toml", key="figur: form")
        raise DefinitionError(Finding.of("E-109", place, value=kind.figure, allowed=", ".join(LAYOUTS)))
    return LAYOUTS[kind.figure](kind.phases, kind.words, width)


def rounds(phases: Sequence[Phase], words: Mapping[str, Any], width: float) -> Figure:
    """Theme, then the rounds side by side in a frame, then the conclusion ("runder").

    The phases with a label are drawn: those taken in turn stand in the frame, what comes before them
    above it, the rest below. The prompts' size steps down until the figure is low enough.
    """
    shown = [phase for phase in phases if phase.label]
    rows: list[Row] = []
    for size in SIZES:
        rows = _rounds_rows(shown, words, width, size)
        if _height(rows) <= TALLEST:
            break
    return Figure(_stacked(rows, width), width, _height(rows), _description(shown, words))


LAYOUTS = {"runder": rounds}


def _rounds_rows(shown: Sequence[Phase], words: Mapping[str, Any], width: float, size: float) -> list[Row]:
    turns = [index for index, phase in enumerate(shown) if phase.each_in_turn]
    first, last = (turns[0], turns[-1] + 1) if turns else (0, 0)
    rows = [
        wide(phase, width, size) if phase.prompts else theme(phase, words, width) for phase in shown[:first]
    ]
    if turns:
        rows.append(frame(shown[first:last], words["dagsorden.figur_ramme"], width, size))
    return rows + [wide(phase, width, size) for phase in shown[last:]]


def _height(rows: Sequence[Row]) -> float:
    return sum(row.height for row in rows) + _BETWEEN * (len(rows) - 1)


def _stacked(rows: Sequence[Row], width: float) -> tuple[Shape, ...]:
    """The rows under each other, an arrow from each to the next."""
    shapes: list[Shape] = []
    y = 0.0
    for above, row in zip([None, *rows], rows, strict=False):
        if above:
            name = f"{above.shapes[0].name} ▼ {row.shapes[0].name}"
            shapes.append(arrow((width / 2, y - _BETWEEN), (width / 2, y), name))
        shapes += [shape.moved(y) for shape in row.shapes]
        y += row.height + _BETWEEN
    return tuple(shapes)


def _description(shown: Sequence[Phase], words: Mapping[str, Any]) -> str:
    """What the figure says, box by box, in reading order."""
    boxes = []
    for phase in shown:
        title = f"{phase.label} ({phase.subtitle})" if phase.subtitle else phase.label
        boxes.append(f"{title}: {' '.join(phase.prompts)}" if phase.prompts else f"{title}.")
    return f"{words['dagsorden.figur_beskrivelse']} {' '.join(boxes)}"
