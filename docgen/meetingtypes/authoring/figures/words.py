"""What stands in a figure's boxes, and how much room it takes once every tag is filled.

All forms set their words the same way: a label, the clock time, the prompts. Measures are points.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from docgen.meetingtypes.authoring.figures.drawing import Arrow, Box, Line, Shape
from docgen.meetingtypes.authoring.figures.textfit import text_height, text_width
from docgen.meetingtypes.authoring.page import ACCENT, QUIET
from docgen.meetingtypes.definition import LONGEST_THEME, Phase
from docgen.model import Forum

LABEL = 10.0
"""The size of a label, and of the clock time with it."""
_SAFETY = 0.96  # the share of a box's width that lines may count on: programs round widths differently
_SPARE = 2.0  # and of its height, in points
_PLACE = re.compile(r"\{\{\s*([\w.]*).*?\}\}")
_STATEMENT = re.compile(r"\{%.*?%\}")
_WIDEST = {  # what a tag is filled with at its widest, by the last part of its name
    "tid": "kl.\N{NO-BREAK SPACE}10.10–10.30",
    "start": "kl.\N{NO-BREAK SPACE}10.10",
    "slut": "kl.\N{NO-BREAK SPACE}10.10",
    "varighed": "1\N{NO-BREAK SPACE}time og 45\N{NO-BREAK SPACE}minutter",
    "minutter": "110",
    "dato": "onsdag den 30.\N{NO-BREAK SPACE}september 2026",
    "ugedag": "onsdag",
    "forum": max(Forum, key=len),
    "navn": "Anne-Christine Vestergaard Christoffersen",
    "fornavn": "Anne-Christine",
}
_ANY = ("tilrettelægges sammen med " * LONGEST_THEME)[:LONGEST_THEME]  # for a tag that people write freely


@dataclass(frozen=True, slots=True)
class Sketch:
    """A figure as one form draws it at one size of type."""

    shapes: tuple[Shape, ...]
    height: float


def shown(text: str) -> str:
    """The text with something in place of its tags that is as wide as what they are filled with."""
    return _STATEMENT.sub("", _PLACE.sub(lambda tag: _WIDEST.get(tag[1].split(".")[-1], _ANY), text))


def label(words: str) -> Line:
    """What a box or a frame is called, in capitals."""
    return Line(words, LABEL, bold=True, colour=ACCENT, caps=True, tracking=0.8)


def aside(phase: Phase) -> str:
    """What stands beside or below the label: the subtitle, if there is one, and the clock time."""
    time = f"{{{{ faser.{phase.key}.tid }}}}"
    return f"{phase.subtitle} · {time}" if phase.subtitle else time


def heading(phase: Phase) -> Line:
    """Label and clock time on one line."""
    return replace(label(phase.label), aside=aside(phase), quiet=QUIET)


def stepped_heading(phase: Phase) -> tuple[Line, Line]:
    """Label above clock time, for a narrow box."""
    return label(phase.label), Line(aside(phase), LABEL, colour=QUIET)


def prompts(phase: Phase, size: float) -> tuple[Line, ...]:
    """The phase's prompts, a paragraph each."""
    return tuple(Line(prompt, size, before=4) for prompt in phase.prompts)


def arrow(start: tuple[float, float], end: tuple[float, float], name: str, *, head: bool = True) -> Arrow:
    """An arrow, or a plain line, in the figure's colour and weight."""
    return Arrow(name, start, end, ACCENT, weight=1.75, head=head)


def grown(box: Box) -> Box:
    """The rectangle, as high as its lines need at its width."""
    across, down = box.room
    return replace(box, height=box.height - down + _needed(box.lines, across) + _SPARE)


def holds(box: Box) -> bool:
    """Whether all words of the box have room in it, none of them broken over two lines.

    A box with paragraph tags has been measured by whoever made it.
    """
    if any(line.is_tag for line in box.lines):
        return True
    across, down = box.room
    whole = all(_widest_word(line) <= across * _SAFETY for line in box.lines)
    return whole and (not box.lines or _needed(box.lines, across) + _SPARE <= down + 0.001)


def _needed(lines: Sequence[Line], across: float) -> float:
    return sum(_height(line, across * _SAFETY) for line in lines if not line.is_tag)


def _height(line: Line, available: float) -> float:
    return line.before + text_height(_set(line), line.size, available, bold=line.bold, tracking=line.tracking)


def _widest_word(line: Line) -> float:
    words = _set(line).split(" ")
    return max(text_width(word, line.size, bold=line.bold, tracking=line.tracking) for word in words)


def _set(line: Line) -> str:
    """What is read on the line; what follows a bold label counts as bold too, which is on the safe side."""
    text = shown(line.text).upper() if line.caps else shown(line.text)
    return f"{text}   {shown(line.aside)}" if line.aside else text
