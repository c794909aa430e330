"""Meeting types with invented phases, and what can be asked of the figures drawn of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from docgen.meetingtypes.authoring.figures.drawing import Arrow, Box, Form
from docgen.meetingtypes.authoring.figures.figure import Figure
from docgen.meetingtypes.authoring.figures.textfit import text_height
from docgen.meetingtypes.definition import MeetingType, Phase
from tests.meetingtypes.samples import shipped

LABELS = (
    "Velkomst",
    "Siden sidst",
    "Arbejdet lige nu",
    "Job og uddannelse",
    "Status på tilstand og trivsel",
    "Indsatser",
    "Støtten",
    "De næste 3 måneder",
    "Økonomi og bolig",
    "Muligheder",
    "Aftaler",
    "Næste skridt",
)
CLOSE = 0.01


def invented(form: str, prompts: Sequence[Sequence[str]]) -> MeetingType:
    """A type with this figure, and a phase for each of ``prompts``."""
    phases = tuple(
        Phase(f"fase{number}", label, 5, tuple(asked), label=label)
        for number, (label, asked) in enumerate(zip(LABELS, prompts, strict=False), start=1)
    )
    return replace(shipped(), phases=phases, figure=form)


def boxes(made: Figure) -> list[Box]:
    """The boxes with words in them."""
    return [shape for shape in made.shapes if isinstance(shape, Box) and shape.lines]


def arrows(made: Figure) -> list[Arrow]:
    return [shape for shape in made.shapes if isinstance(shape, Arrow)]


def overfull(made: Figure, time: str, length: str) -> list[str]:
    """Names of boxes whose words, filled with this clock time and this length, need more than their room."""
    return [box.name for box in boxes(made) if _needed(box, time, length) > box.room[1] + CLOSE]


def _needed(box: Box, time: str, length: str) -> float:
    height = 0.0
    for line in box.lines:
        text = f"{line.text}   {line.aside}" if line.aside else line.text
        for phase in range(1, len(LABELS) + 1):
            text = text.replace(f"{{{{ faser.fase{phase}.tid }}}}", time)
        text = text.replace("{{ moede.varighed }}", length)
        assert "{{" not in text
        height += line.before + text_height(text, line.size, box.room[0], bold=line.bold)
    return height


def meeting_boxes(made: Figure) -> list[tuple[str, str]]:
    """The pairs of boxes that overlap, though neither lies behind the other on purpose."""
    plain = [box for box in boxes(made) if box.form is Form.RECTANGLE and box.outline]
    return [(one.name, other.name) for one, other in combinations(plain, 2) if _overlap(one, other)]


def _overlap(one: Box, other: Box) -> bool:
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > CLOSE and down > CLOSE


def outside(made: Figure) -> list[str]:
    """Names of the shapes that leave the figure."""
    names = []
    for shape in made.shapes:
        if isinstance(shape, Box):
            corners = ((shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height))
        else:
            corners = (shape.start, shape.end)
        inside = all(
            -CLOSE <= x <= made.width + CLOSE and -CLOSE <= y <= made.height + CLOSE for x, y in corners
        )
        names += [] if inside else [shape.name]
    return names


def on_edge(box: Box, point: tuple[float, float]) -> bool:
    """Whether the point lies on the outline of a rectangle, or at one of the four tips of a circle."""
    across, down = point[0] - box.x, point[1] - box.y
    near = [
        abs(across) < CLOSE,
        abs(across - box.width) < CLOSE,
        abs(down) < CLOSE,
        abs(down - box.height) < CLOSE,
    ]
    within = -CLOSE < across < box.width + CLOSE and -CLOSE < down < box.height + CLOSE
    if box.form is Form.ELLIPSE:
        middle = abs(across - box.width / 2) < CLOSE or abs(down - box.height / 2) < CLOSE
        return within and any(near) and middle
    return within and any(near)
