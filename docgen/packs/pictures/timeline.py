"""The timeline: a row a resident, the months across, a mark a meeting and a flag a deadline."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from docgen.i18n import N_, Language
from docgen.model import Resident
from docgen.packs import phrasing
from docgen.packs.pictures.looks import Look, number
from docgen.packs.pictures.months import YEAR, Months
from docgen.planning import CourseDeadline, Plan, PlannedMeeting

ROWS = 25  # in one picture: so many fit on a printed page with the legend
MOST = 100  # residents; the pictures are to be looked at
WIDTH, HEAD, ROW, FOOT = 760, 32, 29, 18
LEFT, RIGHT = 178, 752  # between them lie the months; to the left stand the names
_LONGEST = 27  # signs of a name that there is room for
_RADIUS = 4.2
_APART = 8.5  # marks that are nearer to each other stand one under the other
_MIDDLE, _UPPER, _LOWER = 18.0, 15.5, 23.5  # how far down in its row a mark stands


@dataclass(frozen=True, slots=True)
class Mark:
    """A meeting: its outline and what it says. ``x`` and ``y`` are its middle, for a ring around it."""

    path: str
    style: str
    title: str
    x: str
    y: str
    moved: bool


@dataclass(frozen=True, slots=True)
class Flag:
    """A deadline."""

    path: str
    kept: bool
    title: str


@dataclass(frozen=True, slots=True)
class Row:
    """One resident. ``label`` is as much of the name as there is room for; ``y`` is where it stands."""

    top: int
    y: str
    label: str
    name: str
    marks: tuple[Mark, ...]
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One month; ``year`` is said of the first one and of each January."""

    x: str
    middle: str
    month: str
    year: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """One picture of at most ``ROWS`` residents."""

    height: int
    bottom: int
    today: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(slots=True)
class _Line:
    """What is known of one resident."""

    resident: Resident
    meetings: list[PlannedMeeting] = field(default_factory=list)
    deadlines: list[CourseDeadline] = field(default_factory=list)

    @property
    def next(self) -> dt.date:
        """When something happens first."""
        days = (*(one.meeting.date for one in self.meetings), *(one.date for one in self.deadlines))
        return min(days)


def timelines(
    plan: Plan, months: Months, looks: Mapping[str, Look], language: Language
) -> tuple[tuple[Timeline, ...], int]:
    """The pictures, by name of resident, and how many residents there was no room for.

    Shown is who has a meeting or a deadline in these months. Where they are too many it is those whose next
    one is nearest.
    """
    lines = _lines(plan, months)
    shown = sorted(lines, key=lambda line: (line.next, line.resident.nr))[:MOST]
    shown.sort(key=lambda line: (_alphabetical(line.resident.name), line.resident.nr))
    names = Counter(line.resident.name for line in shown)
    drawing = _Drawing(months, looks, language, frozenset(name for name in names if names[name] > 1))
    pages = [shown[start : start + ROWS] for start in range(0, len(shown), ROWS)]
    return tuple(drawing.picture(page, plan.now.date()) for page in pages), len(lines) - len(shown)


def _lines(plan: Plan, months: Months) -> list[_Line]:
    lines: dict[str, _Line] = {}
    for planned in plan.calendar:
        if planned.resident and months.holds(planned.meeting.date):
            lines.setdefault(planned.resident.nr, _Line(planned.resident)).meetings.append(planned)
    for one in plan.deadlines:
        if one.date >= plan.now.date() and months.holds(one.date):
            lines.setdefault(one.resident.nr, _Line(one.resident)).deadlines.append(one)
    return list(lines.values())


def _alphabetical(name: str) -> str:
    """Å comes last in the Danish alphabet, and before Æ and Ø in Unicode."""
    return name.casefold().replace("å", "øå")


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What stands where. ``shared`` are names that several people have."""

    months: Months
    looks: Mapping[str, Look]
    language: Language
    shared: frozenset[str]

    def picture(self, lines: Sequence[_Line], today: dt.date) -> Timeline:
        rows = tuple(self._row(line, HEAD + place * ROW) for place, line in enumerate(lines))
        bottom = HEAD + len(lines) * ROW
        return Timeline(bottom + FOOT, bottom, number(self._x(today)), tuple(self._columns()), rows)

    def _x(self, day: dt.date, at: float = 0.5) -> float:
        return LEFT + (RIGHT - LEFT) * self.months.share(day, at)

    def _columns(self) -> Iterator[Column]:
        width = (RIGHT - LEFT) / self.months.count
        short = self.months.count > YEAR / 2
        for first in self.months.starts:
            x = self._x(first, 0)
            year = str(first.year) if first.month == 1 or first == self.months.first else ""
            month = phrasing.month_name(first, self.language, short=short)
            yield Column(number(x), number(x + width / 2), month, year)

    def _row(self, line: _Line, top: int) -> Row:
        name = line.resident.name
        if name in self.shared:
            name = f"{name} ({line.resident.nr})"
        label = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
        marks = tuple(self._marks(line.meetings, top))
        flags = tuple(self._flag(one, top) for one in line.deadlines)
        return Row(top, number(top + _MIDDLE + 4), label, name, marks, flags)

    def _marks(self, meetings: Sequence[PlannedMeeting], top: int) -> Iterator[Mark]:
        places = [self._x(planned.meeting.date) for planned in meetings]
        for planned, x, down in zip(meetings, places, _lanes(places), strict=True):
            look, y = self.looks[planned.kind.name], top + down
            path = look.path(x, y, _RADIUS)
            moved = planned.moved is not None
            yield Mark(path, look.style, self._said(planned), number(x), number(y), moved)

    def _said(self, planned: PlannedMeeting) -> str:
        day = phrasing.day(planned.meeting.date, self.language)
        said = f"{day} {phrasing.times(planned, self.language)}: {planned.kind.title}"
        moved = phrasing.moved(planned, self.language)
        return f"{said}, {moved}" if moved else said

    def _flag(self, one: CourseDeadline, top: int) -> Flag:
        x = self._x(one.date)
        words = N_("{day}: {what}, kept by what is planned") if one.kept else N_("{day}: {what}, at risk")
        day = phrasing.day(one.date, self.language)
        path = f"M{number(x)} {number(top + 11)}V{number(top + 1.5)}l6.5 2.4l-6.5 2.4"
        return Flag(path, one.kept, self.language.text(words, day=day, what=one.deadline.title))


def _lanes(places: Sequence[float]) -> list[float]:
    """How far down in the row each mark stands: in the middle, or in two lanes where some are too near."""
    lower: list[bool] = []
    for number_, x in enumerate(places):
        near = number_ > 0 and x - places[number_ - 1] < _APART
        lower.append(near and not lower[-1])
    if not any(lower):
        return [_MIDDLE] * len(places)
    return [_LOWER if is_lower else _UPPER for is_lower in lower]
