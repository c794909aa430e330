"""How each type of meeting is drawn: a shape and a colour of its own, so that grey print can be read too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from docgen.meetingtypes.definition import MeetingType

COLOURS = ("1F4E5F", "B4541A", "4B7A2B", "7A3E8E", "2F6FB5", "9A6B00", "8C2F4B", "5C6670")
# Corners of shapes of about the same area as a dot with the radius 1.
_SHAPES: tuple[tuple[tuple[float, float], ...], ...] = (
    (),  # the dot itself
    ((-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)),
    ((0, -1.3), (1.25, 0.9), (-1.25, 0.9)),
    ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    ((0, 1.3), (-1.25, -0.9), (1.25, -0.9)),
    (
        (-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4), (1.2, 0.4), (0.4, 0.4),
        (0.4, 1.2), (-0.4, 1.2), (-0.4, 0.4), (-1.2, 0.4), (-1.2, -0.4), (-0.4, -0.4),
    ),
    ((-0.55, -1.3), (0.55, -1.3), (0.55, 1.3), (-0.55, 1.3)),
    ((-1.15, -1.15), (1.15, -1.15), (-1.15, 1.15), (1.15, 1.15)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """One type's look. ``number`` is that of its shape and colour; when all have been used they come again,
    ``hollow``.
    """

    title: str
    number: int
    hollow: bool = False

    @property
    def style(self) -> str:
        """The classes that give it its colour."""
        return f"mark k{self.number}" + (" hollow" if self.hollow else "")

    def path(self, x: float, y: float, radius: float) -> str:
        """The outline around this point, as the ``d`` of a path (SVG 2 §9.3)."""
        corners = _SHAPES[self.number]
        if not corners:
            r, left, across = number(radius), number(x - radius), number(2 * radius)
            return f"M{left} {number(y)}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0-{across} 0z"
        points = (f"{number(x + dx * radius)} {number(y + dy * radius)}" for dx, dy in corners)
        return f"M{'L'.join(points)}z"


def looks(kinds: Iterable[MeetingType]) -> dict[str, Look]:
    """The look of each type by its name, handed out in the order of their titles."""
    titles = {kind.name: kind.title for kind in kinds}
    ordered = sorted(titles, key=lambda name: (titles[name], name))
    return {
        name: Look(titles[name], place % len(COLOURS), hollow=place >= len(COLOURS))
        for place, name in enumerate(ordered)
    }


def grown(radius: float, count: int, most: float) -> float:
    """The radius of a mark that stands for so many: its area grows with the count, until it is ``most``."""
    return min(radius * sqrt(count), max(most, radius))


def number(value: float) -> str:
    """A coordinate with one decimal at most: ``12.5``, ``3``."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
