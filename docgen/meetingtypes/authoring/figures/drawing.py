"""What a drawing is made of: boxes with lines of text, and arrows. All measures are points."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

CORNER = 0.29289
"""How far text keeps from the edge of a rounded box, in parts of the radius (roundRect's text rectangle)."""


class Form(Enum):
    """The outline of a box; ``kept`` is the share of width and height that text keeps from each edge.

    The shares are those of the text rectangles of DrawingML's preset shapes (ECMA-376 part 1, annex D).
    """

    RECTANGLE = 0.0  # with rounded corners, for which the box's radius counts
    ELLIPSE = 0.14645
    DIAMOND = 0.25

    @property
    def kept(self) -> float:
        return self.value


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph in a box: its words and how they are set.

    ``size``, ``before`` (space above) and ``tracking`` (extra space after each letter) are points,
    ``colour`` is RRGGBB. ``caps`` shows capitals and keeps the text as it is. With ``rule`` a line to
    write on runs from the end of the text to that many points from the left edge. ``aside`` follows on
    the same line in plain letters of the colour ``quiet``. A line that is nothing but a ``{%p … %}`` tag
    takes no room: filling removes it.
    """

    text: str
    size: float = 11.0
    bold: bool = False
    colour: str = "000000"
    caps: bool = False
    tracking: float = 0.0
    before: float = 0.0
    rule: float = 0.0
    aside: str = ""
    quiet: str = "000000"

    @property
    def is_tag(self) -> bool:
        """Whether this is a paragraph tag alone, which filling takes away."""
        return self.text.startswith("{%p")


@dataclass(frozen=True, slots=True)
class Box:
    """A shape at ``x``, ``y`` with text in it; ``radius`` rounds the corners of a rectangle.

    ``fill`` and ``outline`` are RRGGBB, or blank for none; ``weight`` is the outline's. ``inset`` is the room
    to the left and right of the text, and over and under it. Text is centred, and stands in the middle of
    the box or, with ``top``, at its upper edge.
    """

    name: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...]
    fill: str
    outline: str
    weight: float = 1.0
    radius: float = 5.0
    inset: tuple[float, float] = (9.0, 6.0)
    top: bool = False
    form: Form = Form.RECTANGLE

    @property
    def room(self) -> tuple[float, float]:
        """Width and height that are left for text inside the outline and the insets."""
        corner = CORNER * self.radius if self.form is Form.RECTANGLE else 0.0
        across = self.form.kept * self.width + corner + self.inset[0]
        down = self.form.kept * self.height + corner + self.inset[1]
        return self.width - 2 * across, self.height - 2 * down

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle of the box."""
        return self.x + self.width / 2, self.y + self.height / 2

    def moved(self, down: float) -> Box:
        """The same box further down."""
        return replace(self, y=self.y + down)


@dataclass(frozen=True, slots=True)
class Arrow:
    """A straight arrow from one point to another, pointing at the second; a plain line without ``head``."""

    name: str
    start: tuple[float, float]
    end: tuple[float, float]
    colour: str = "000000"
    weight: float = 1.5
    head: bool = True

    def moved(self, down: float) -> Arrow:
        """The same arrow further down."""
        (left, top), (right, bottom) = self.start, self.end
        return replace(self, start=(left, top + down), end=(right, bottom + down))


Shape = Box | Arrow
