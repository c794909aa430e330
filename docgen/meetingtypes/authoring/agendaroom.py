"""What the agenda's page has room for: how the running order is set, and how high the figure may be.

An agenda is one page. What is said in it is known when the template is made, what the meeting adds is not:
so room is kept for a row of each fact and for the participants. Measures are points, widths millimetres.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from docgen.meetingtypes.authoring.figures.figure import BEFORE, Figure, draws_theme, figure, no_room
from docgen.meetingtypes.authoring.figures.textfit import line_height, text_height
from docgen.meetingtypes.authoring.figures.words import shown
from docgen.meetingtypes.authoring.masthead import EVERYBODY, extra_rows
from docgen.meetingtypes.authoring.page import TEXT_WIDTH
from docgen.meetingtypes.definition import MeetingType, Phase

TABLE_EDGE = 1.5
"""Room over and under the text in a cell of the running order."""

_PAGE = 697.0  # the text's height on A4 between the margins
_SPARE = 8.0  # programs differ a little
_TITLE = line_height(17) + 5
_FACT = line_height(11.5) * 242 / 240
_FACT_EDGE = 5.75  # cell margins and the line between two rows
_FACTS = 4  # when, where, how to join, what to know
_HEADING = 8 + line_height(13) + 2
_HEADER = line_height(10.5) + 5.5
_CELL = 10.8 + 6  # the cell's margins, and what programs differ by in a line


@dataclass(frozen=True, slots=True)
class Setting:
    """How the running order is set: widths of its columns, size of type, each prompt on a line or not."""

    columns: tuple[float, float, float]
    size: float
    apart: bool = False


_WIDE, _CLOSE = (31.0, 37.0, 94.0), (27.0, 32.0, 103.0)
_SETTINGS = (  # the best first, with the smallest type that the figure may have beside it
    (Setting(_WIDE, 10.5, apart=True), 10.5),
    (Setting(_WIDE, 10.5), 10.0),
    (Setting(_CLOSE, 10.0), 9.5),
    (Setting(_CLOSE, 9.5), 9.0),
)
_USUAL, _FEWEST = 8, 2  # participants with a line each


@dataclass(frozen=True, slots=True)
class Room:
    """A figure that fits, the running order's setting, participants listed, and what is left over."""

    drawing: Figure
    setting: Setting
    listed: int
    left: float


def arranged(kind: MeetingType) -> Room:
    """The best arrangement of the agenda's page; raises ``DefinitionError`` when nothing fits."""
    for (setting, smallest), listed in _arrangements(kind):
        taken = _facts(kind, listed) + BEFORE + _running_order(kind, setting) + _SPARE
        if drawing := figure(kind, TEXT_WIDTH.pt, _PAGE - taken, smallest):
            return Room(drawing, setting, listed, _PAGE - taken - drawing.height)
    raise no_room(kind)


def _arrangements(kind: MeetingType) -> Iterator[tuple[tuple[Setting, float], int]]:
    """Settings, each with how many participants are listed: the best first.

    Type is set smaller before the participants that are usual at such a meeting lose their lines.
    """
    usual = min(_USUAL, len(kind.participants) + 1) if kind.about_resident else _USUAL
    yield from product(_SETTINGS, range(EVERYBODY, usual - 1, -1))
    for listed in range(usual - 1, _FEWEST - 1, -1):
        yield from ((setting, listed) for setting in _SETTINGS)


def _facts(kind: MeetingType, listed: int) -> float:
    rows = _FACTS + 1 + len(extra_rows(kind, theme=not draws_theme(kind)))
    return _TITLE + rows * _FACT_EDGE + (rows - 1 + listed) * _FACT


def _running_order(kind: MeetingType, setting: Setting) -> float:
    rows = sum(_row(phase, setting) for phase in kind.phases)
    return _HEADING + _HEADER + rows


def _row(phase: Phase, setting: Setting) -> float:
    titles = text_height(shown(phase.title), setting.size, _available(setting.columns[1]))
    asked = prompts_of(phase, setting) or ("",)
    each = [text_height(shown(text), setting.size, _available(setting.columns[2])) for text in asked]
    return max(titles + 2 * TABLE_EDGE, sum(each) + 2 * TABLE_EDGE * len(each)) + 0.5


def prompts_of(phase: Phase, setting: Setting) -> Sequence[str]:
    """The paragraphs in which the running order gives the phase's prompts."""
    return phase.prompts if setting.apart else tuple(filter(None, [" ".join(phase.prompts)]))


def _available(width: float) -> float:
    available: float = Mm(width).pt - _CELL
    return available


def set_close(paragraph: Paragraph, size: float = 10.5, after: float = TABLE_EDGE) -> None:
    """A long theme and many participants must not push the agenda onto a second page."""
    form = paragraph.paragraph_format
    form.line_spacing, form.space_before, form.space_after = 1.0, Pt(TABLE_EDGE), Pt(after)
    for run in paragraph.runs:
        run.font.size = Pt(size)
