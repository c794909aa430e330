"""What a drawing is made of: boxes with lines of text, and arrows. All measures are points."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph in a box: its words and how they are set.

    ``size``, ``before`` (space above) and ``tracking`` (extra space after each letter) are points,
    ``colour`` is RRGGBB. ``caps`` shows capitals and keeps the text as it is. ``aside`` follows on the
    same line in plain letters of the colour ``quiet``.
    """

    text: str
    size: float = 11.0
    bold: bool = False
    colour: str = "000000"
    caps: bool = False
    tracking: float = 0.0
    before: float = 0.0
    aside: str = ""
    quiet: str = "000000"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle at ``x``, ``y`` with text in it.

    ``fill`` and ``outline`` are RRGGBB; ``weight`` is the outline's. ``inset`` is the room to the left and
    right of the text, and over and under it. Text is centred, and stands in the middle of the box or, with
    ``top``, at its upper edge.
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
    inset: tuple[float, float] = (9.0, 6.0)
    top: bool = False

    @property
    def room(self) -> tuple[float, float]:
        """Width and height that are left for text inside the insets."""
        return self.width - 2 * self.inset[0], self.height - 2 * self.inset[1]

    def moved(self, down: float) -> Box:
        """The same box further down."""
        return replace(self, y=self.y + down)


@dataclass(frozen=True, slots=True)
class Arrow:
    """A straight arrow from one point to another, pointing at the second."""

    name: str
    start: tuple[float, float]
    end: tuple[float, float]
    colour: str = "000000"
    weight: float = 1.5

    def moved(self, down: float) -> Arrow:
        """The same arrow further down."""
        (left, top), (right, bottom) = self.start, self.end
        return replace(self, start=(left, top + down), end=(right, bottom + down))


Shape = Box | Arrow
