"""The year wheel: twelve months clockwise with January at the top, a ring a type, a dot a day's meetings.

It shows the twelve months that begin with the present one, each in its own place of the year; in January
that is the calendar year. So the wheel is full whenever it is printed.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from docgen.i18n import NN_, Language
from docgen.packs import phrasing
from docgen.packs.pictures.looks import Look, grown, number
from docgen.packs.pictures.months import Months
from docgen.planning import PlannedMeeting

SIZE, CENTRE = 528, 264
HUB, COUNTS, INNER, OUTER, NAMES, EDGE, WEEKS = 62, 80, 98, 204, 219, 234, 246
"""Radii: the hub; the counts; the rings from the inner to the outer edge; the months; the weeks."""
SECTOR = 30  # degrees
_RADIUS, _WIDEST, _RINGS_APART = 3.4, 7.0, 50.0
_WEDNESDAY = 2
MEETINGS = NN_("{count} meeting", "{count} meetings")


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the wheel; ``turn`` is in degrees clockwise, for words that follow the rim."""

    x: str
    y: str
    turn: str = "0"


@dataclass(frozen=True, slots=True)
class Sector:
    """One month: its name along the rim, how many meetings it holds, and the line that it begins with."""

    name: str
    at: Point
    count: int
    count_at: Point
    line: str
    is_now: bool
    begins_year: bool


@dataclass(frozen=True, slots=True)
class Week:
    """The tick of a Monday, and the number of its week where that stands in the wheel."""

    line: str
    number: str
    at: Point


@dataclass(frozen=True, slots=True)
class Dot:
    """The meetings of one type on one day."""

    path: str
    style: str
    title: str


@dataclass(frozen=True, slots=True)
class Wheel:
    """The picture. ``years`` is ``2026``, or ``2026–27`` where it reaches into the next one; ``said`` how
    many meetings it holds. ``has_many`` says that some dots are larger, as they stand for several.
    """

    years: str
    said: str
    sectors: tuple[Sector, ...]
    now: str
    rings: tuple[str, ...]
    weeks: tuple[Week, ...]
    dots: tuple[Dot, ...]
    has_many: bool
    today: str
    pointer: str


def wheel(
    meetings: Sequence[PlannedMeeting],
    months: Months,
    today: dt.date,
    looks: Mapping[str, Look],
    language: Language,
) -> Wheel:
    """The wheel of these ``months``, which are twelve; meetings outside of them are not in it."""
    held = [planned for planned in meetings if months.holds(planned.meeting.date)]
    last = months.last.year
    years = str(months.first.year) if last == months.first.year else f"{months.first.year}–{last % 100:02}"
    rings = _rings(held, looks)
    counted = Counter((planned.meeting.date, planned.kind.name) for planned in held)
    angle = _angle(today)
    return Wheel(
        years=years,
        said=language.plural(*MEETINGS, len(held)),
        sectors=tuple(_sectors(held, months, today, language)),
        now=_slice((today.month - 1) * SECTOR),
        rings=tuple(number(radius) for radius in rings.values()),
        weeks=tuple(_weeks(months)),
        dots=tuple(_dots(counted, rings, looks, language)),
        has_many=any(count > 1 for count in counted.values()),
        today=_line(angle, INNER, OUTER),
        pointer=_pointer(angle),
    )


def _angle(day: dt.date, at: float = 0.5) -> float:
    """Degrees clockwise from the top, where the year begins; every month is as wide as another."""
    first = day.replace(day=1)
    length = ((first + dt.timedelta(days=31)).replace(day=1) - first).days
    return SECTOR * (day.month - 1 + (day.day - 1 + at) / length)


def _at(angle: float, radius: float) -> tuple[float, float]:
    return CENTRE + radius * sin(radians(angle)), CENTRE - radius * cos(radians(angle))


def _pair(angle: float, radius: float) -> str:
    x, y = _at(angle, radius)
    return f"{number(x)} {number(y)}"


def _line(angle: float, inner: float, outer: float) -> str:
    return f"M{_pair(angle, inner)}L{_pair(angle, outer)}"


def _point(angle: float, radius: float) -> Point:
    """Words along the rim stand on their feet: in the lower half they read from the inside."""
    x, y = _at(angle, radius)
    turn = angle - 180 if 90 < angle < 270 else angle
    return Point(number(x), number(y), number(turn))


def _slice(begins: float) -> str:
    """A month's whole sector, from the hub to the rim."""
    ends = begins + SECTOR
    outer = f"M{_pair(begins, HUB)}L{_pair(begins, EDGE)}A{EDGE} {EDGE} 0 0 1 {_pair(ends, EDGE)}"
    return f"{outer}L{_pair(ends, HUB)}A{HUB} {HUB} 0 0 0 {_pair(begins, HUB)}z"


def _sectors(
    held: Sequence[PlannedMeeting], months: Months, today: dt.date, language: Language
) -> Iterator[Sector]:
    counts = Counter(planned.meeting.date.month for planned in held)
    for first in sorted(months.starts, key=lambda day: day.month):
        begins = (first.month - 1) * SECTOR
        is_next_year = first.year != today.year
        name = phrasing.month(first, language) if is_next_year else phrasing.month_name(first, language)
        yield Sector(
            name=name,
            at=_point(begins + SECTOR / 2, NAMES),
            count=counts[first.month],
            count_at=_point(begins + SECTOR / 2, COUNTS),
            line=_line(begins, HUB, EDGE),
            is_now=first == months.first,
            begins_year=first == months.first and first.month != 1,
        )


def _weeks(months: Months) -> Iterator[Week]:
    """ISO weeks belong to the year of their Thursday (ISO 8601), so that is where the number stands."""
    monday = months.first - dt.timedelta(days=months.first.weekday())
    while monday <= months.last:
        days = [monday + dt.timedelta(days=number) for number in range(7)]
        inside = [day for day in days if months.holds(day)]
        line = _line(_angle(monday, 0), EDGE, EDGE + 5) if months.holds(monday) else ""
        numbered = str(monday.isocalendar().week) if days[3] in inside else ""
        middle = (_angle(inside[0], 0) + _across(inside[0], inside[-1]) / 2) % 360
        yield Week(line, numbered, _point(middle, WEEKS))
        monday += dt.timedelta(weeks=1)


def _across(first: dt.date, last: dt.date) -> float:
    """Degrees from the morning of one day to the evening of another."""
    return (_angle(last, 1) - _angle(first, 0)) % 360


def _rings(held: Sequence[PlannedMeeting], looks: Mapping[str, Look]) -> dict[str, float]:
    """The radius of each type's ring, by the type's name: around the middle, the first type outermost."""
    names = [name for name in looks if name in {planned.kind.name for planned in held}]
    outermost = (INNER + OUTER + _apart(len(names)) * (len(names) - 1)) / 2
    return {name: outermost - _apart(len(names)) * place for place, name in enumerate(names)}


def _apart(rings: int) -> float:
    """How far one ring is from the next."""
    return min(_RINGS_APART, (OUTER - INNER) / max(rings, 1))


def _dots(
    counted: Mapping[tuple[dt.date, str], int],
    rings: Mapping[str, float],
    looks: Mapping[str, Look],
    language: Language,
) -> Iterator[Dot]:
    """A dot for the meetings of a type on a day, larger where they are many.

    Mondays stand a little further out than Fridays, so that neighbouring days do not cover each other.
    """
    apart = _apart(len(rings))
    for (day, name), count in counted.items():
        x, y = _at(_angle(day), rings[name] + (_WEDNESDAY - min(day.weekday(), 4)) * apart * 0.16)
        said = f"{phrasing.day(day, language)}: {looks[name].title}"
        title = f"{said}, {language.plural(*MEETINGS, count)}" if count > 1 else said
        radius = grown(_RADIUS, count, min(_WIDEST, apart * 0.3))
        yield Dot(looks[name].path(x, y, radius), looks[name].style, title)


def _pointer(angle: float) -> str:
    """A small arrow head outside of the weeks that points at today."""
    tip, foot = WEEKS + 7, WEEKS + 16
    return f"M{_pair(angle, tip)}L{_pair(angle - 1.6, foot)}L{_pair(angle + 1.6, foot)}z"
