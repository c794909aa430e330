"""The meeting figure: the phases as boxes, made to fit their words before Word sees them.

A type names its figure in ``type.toml`` (``[figur] form``); ``FORMS`` holds the forms there are. The
figure says nothing that the agenda does not also say as text; its description is for screen readers.
Measures are points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.shared import Pt

from docgen.errors import DefinitionError
from docgen.findings import Finding, Place
from docgen.meetingtypes.authoring.figures.diamond import diamond
from docgen.meetingtypes.authoring.figures.drawing import Box, Shape
from docgen.meetingtypes.authoring.figures.grid import grid
from docgen.meetingtypes.authoring.figures.group import group
from docgen.meetingtypes.authoring.figures.path import path
from docgen.meetingtypes.authoring.figures.rounds import rounds
from docgen.meetingtypes.authoring.figures.words import Sketch, aside, holds
from docgen.meetingtypes.definition import MeetingType, Phase

SIZES = (11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
"""Type sizes for the prompts, tried in turn until the figure is low enough."""

BEFORE = 10.0
"""The space above a figure."""

Draw = Callable[[Sequence[Phase], Mapping[str, Any], float, float], Iterable[Sketch]]


@dataclass(frozen=True, slots=True)
class FigureForm:
    """A form of figure: how many phases it is for, and what it looks like at a width and a size of type.

    ``draw`` gives one sketch or several, the best one first. ``shows_theme`` and ``shows_prompts`` say what
    stands in the boxes beside titles and clock times.
    """

    least: int
    most: int
    draw: Draw
    shows_theme: bool = False
    shows_prompts: bool = True


FORMS = {
    "runder": FigureForm(1, 8, rounds, shows_theme=True),
    "diamant": FigureForm(3, 8, diamond),
    "faser": FigureForm(2, 12, path, shows_prompts=False),
    "kort": FigureForm(2, 12, grid),
}
"""What ``form`` under ``[figur]`` can name."""


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


def add_figure(document: Document, kind: MeetingType, drawing: Figure) -> None:
    """Put the figure at the end of the document, in a paragraph of its own."""
    paragraph = document.add_paragraph()
    form = paragraph.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(BEFORE), Pt(0), 1.0
    paragraph._p.append(drawing.drawn(kind.words["dagsorden.figur_navn"]))  # noqa: SLF001


def figure(kind: MeetingType, width: float, tallest: float, smallest: float = SIZES[-1]) -> Figure | None:
    """The figure that the type's agenda draws, or ``None`` if its words do not fit.

    The prompts' size steps down, to ``smallest`` at least, until the figure is at most ``tallest`` points
    high. Raises ``DefinitionError`` for a form that does not exist, and for phases that are too few or too
    many for it.
    """
    phases = [phase for phase in kind.phases if phase.label and phase.drawn]
    form = _form(kind, len(phases))
    for size in (size for size in SIZES if size >= smallest):
        for sketch in form.draw(phases, kind.words, width, size):
            if sketch.height <= tallest and _holds(sketch):
                return Figure(sketch.shapes, width, sketch.height, _description(kind, phases))
    return None


def draws_theme(kind: MeetingType) -> bool:
    """Whether the type's figure shows the meeting's theme; the facts do otherwise."""
    return kind.figure in FORMS and FORMS[kind.figure].shows_theme


def no_room(kind: MeetingType) -> DefinitionError:
    """What to raise when the figure does not fit the page whatever is done."""
    return _error(kind, "E-207", form=kind.figure, smallest=f"{SIZES[-1]:g}", allowed=_others(kind))


def _form(kind: MeetingType, count: int) -> FigureForm:
    if kind.figure not in FORMS:
        raise _error(kind, "E-109", value=kind.figure, allowed=", ".join(FORMS))
    form = FORMS[kind.figure]
    if not form.least <= count <= form.most:
        bounds = {"least": form.least, "most": form.most}
        raise _error(kind, "E-206", form=kind.figure, count=count, allowed=_others(kind), **bounds)
    return form


def _others(kind: MeetingType) -> str:
    return ", ".join(name for name in FORMS if name != kind.figure)


def _error(kind: MeetingType, code: str, **data: object) -> DefinitionError:
    place = Place(file=f"{kind.name}/type.toml", key="figur: form")
    return DefinitionError(Finding.of(code, place, **data))


def _holds(sketch: Sketch) -> bool:
    return all(holds(shape) for shape in sketch.shapes if isinstance(shape, Box))


def _description(kind: MeetingType, phases: Sequence[Phase]) -> str:
    """What the figure says, box by box, in reading order."""
    boxes = []
    for phase in phases:
        title = f"{phase.label} ({aside(phase)})"
        told = phase.prompts if FORMS[kind.figure].shows_prompts else ()
        boxes.append(f"{title}: {' '.join(told)}" if told else f"{title}.")
    return f"{kind.words[f'dagsorden.figur_{kind.figure}']} {' '.join(boxes)}"
