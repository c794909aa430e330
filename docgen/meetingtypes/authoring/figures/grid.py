"""A grid of cards ("kort"): title, clock time and prompts inside, read row by row. Measures are points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from docgen.meetingtypes.authoring.figures.drawing import Box, Line
from docgen.meetingtypes.authoring.figures.words import LABEL, Sketch, aside, grown, prompts
from docgen.meetingtypes.authoring.page import ACCENT, QUIET
from docgen.meetingtypes.definition import Phase

_APART = 8.0
_INSET = (7.0, 5.0)


def grid(phases: Sequence[Phase], _words: Mapping[str, Any], width: float, size: float) -> Iterator[Sketch]:
    """The cards all of one height, then each row as high as it must be; in three columns, then in two."""
    for equal in (True, False):
        for columns in (3, 2) if len(phases) > 2 else (2,):
            yield _grid(phases, columns, width, size, equal=equal)


def _grid(phases: Sequence[Phase], columns: int, width: float, size: float, *, equal: bool) -> Sketch:
    each = (width - (columns - 1) * _APART) / columns
    cards = [_card(phase, each, size) for phase in phases]
    tallest = max(card.height for card in cards)
    placed: list[Box] = []
    y = 0.0
    for first in range(0, len(cards), columns):
        row = cards[first : first + columns]
        tall = tallest if equal else max(card.height for card in row)
        placed += [
            replace(card, x=index * (each + _APART), y=y, height=tall) for index, card in enumerate(row)
        ]
        y += tall + _APART
    return Sketch(tuple(placed), y - _APART)


def _card(phase: Phase, width: float, size: float) -> Box:
    title = Line(phase.label, max(size, LABEL), bold=True, colour=ACCENT)
    time = Line(aside(phase), 9, colour=QUIET)
    lines = (title, time, *(replace(line, before=3) for line in prompts(phase, size)))
    return grown(Box(phase.label, 0, 0, width, 0, lines, "FFFFFF", ACCENT, inset=_INSET, top=True))
