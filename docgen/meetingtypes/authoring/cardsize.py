"""The measures of printed cards: their grid on the page, what is drawn there, and what fits on one.

Millimetres, but sizes of type and the space between paragraphs are points.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from docx.shared import Mm

from docgen.meetingtypes.authoring.figures.drawing import Arrow, Box, Shape
from docgen.meetingtypes.authoring.figures.group import group_on_page
from docgen.meetingtypes.authoring.figures.textfit import text_height, text_width
from docgen.meetingtypes.authoring.figures.words import shown
from docgen.meetingtypes.authoring.page import ACCENT, QUIET
from docgen.meetingtypes.definition import Phase

WIDTH, HEIGHT = 85.0, 80.0
"""One card."""
ACROSS, DOWN = 2, 3
"""How many stand beside and under each other on a page."""
TOP = 34.0
"""From the page's upper edge to the cards."""
LEFT = (210 - ACROSS * WIDTH) / 2
"""From the edge of an A4 page to them, on both sides."""
PADDING = 8.5
"""From the card's edge to its words."""
TITLE_SIZE, TITLE_AFTER, PROMPT_GAP = 17.0, 5.0, 6.0
"""The title's size, the space after it, and the space before each prompt."""

_SIZES = (15.0, 14.5, 14.0, 13.5, 13.0, 12.5, 12.0, 11.5, 11.0)
_SAFETY = 0.96  # the share of a line that may be counted on: programs round widths differently
_INSIDE = 3.5  # from a card's edge to its frame, which hides that printers are a little off
_ROUND = 9.0  # points that the frame's corners are rounded by
_GAP, _MARK = 2.0, 5.0  # from the grid to a mark, and a mark's length


def fitting_size(phases: Sequence[Phase]) -> tuple[float, list[Phase]]:
    """The largest size at which the prompts of all cards fit, or the smallest and those that do not."""
    for size in _SIZES:
        too_long = [phase for phase in phases if not fits(phase, size)]
        if not too_long:
            break
    return size, too_long


def fits(phase: Phase, size: float) -> bool:
    """Whether title and prompts have room on a card, no word broken, with the prompts at this size."""
    width, height = _points((WIDTH - 2 * PADDING, HEIGHT - 2 * PADDING))
    width *= _SAFETY
    prompts = [shown(prompt) for prompt in phase.prompts]
    words = [text_width(word, size) for prompt in prompts for word in prompt.split(" ")]
    words += [text_width(word, TITLE_SIZE, bold=True) for word in phase.label.split(" ")]
    needed = text_height(phase.label, TITLE_SIZE, width, bold=True) + TITLE_AFTER
    needed += sum(PROMPT_GAP + text_height(prompt, size, width) for prompt in prompts)
    return max(words) <= width and needed <= height


def drawing(places: Iterable[int], fill: str, first_id: int, *, name: str, description: str) -> Any:
    """A run with what is drawn on a page: a mark outside the grid at every cut, a frame for each card.

    ``places`` are those with a card, counted by rows; ``fill`` is the frames' colour. The run's ids are
    ``first_id`` and those that follow.
    """
    reach = _GAP + _MARK
    width, height = _points((ACROSS * WIDTH + 2 * reach, DOWN * HEIGHT + 2 * reach))
    shapes: list[Shape] = [*_marks(name, reach), *(_frame(name, place, fill, reach) for place in places)]
    corner = _points((LEFT - reach, TOP - reach))
    return group_on_page(shapes, corner, width, height, first_id, name=name, description=description)


def _marks(name: str, reach: float) -> list[Arrow]:
    """From the drawing's corner, which is ``reach`` outside the grid's."""
    width, height = ACROSS * WIDTH + 2 * reach, DOWN * HEIGHT + 2 * reach
    lines = []
    for column in range(ACROSS + 1):
        x = reach + column * WIDTH
        lines += [((x, 0.0), (x, _MARK)), ((x, height - _MARK), (x, height))]
    for row in range(DOWN + 1):
        y = reach + row * HEIGHT
        lines += [((0.0, y), (_MARK, y)), ((width - _MARK, y), (width, y))]
    return [Arrow(name, _points(start), _points(end), QUIET, 0.5, head=False) for start, end in lines]


def _frame(name: str, place: int, fill: str, reach: float) -> Box:
    row, column = divmod(place, ACROSS)
    x, y = _points((reach + column * WIDTH + _INSIDE, reach + row * HEIGHT + _INSIDE))
    width, height = _points((WIDTH - 2 * _INSIDE, HEIGHT - 2 * _INSIDE))
    return Box(name, x, y, width, height, (), fill, ACCENT, radius=_ROUND)


def _points(place: tuple[float, float]) -> tuple[float, float]:
    return Mm(place[0]).pt, Mm(place[1]).pt
