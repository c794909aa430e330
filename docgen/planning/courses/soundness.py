"""What is said of a course (Forløb) before any of its meetings is planned, and which cadence it follows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from docgen.findings import Finding
from docgen.meetingtypes.cadence import Cadence, spelt
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.table import closest
from docgen.model import Course, CourseStatus, Institution, Resident
from docgen.planning.courses.cadence import MOST, Occurrence, nr_of
from docgen.planning.scheduling.moved import WEEKEND

_SATURDAY = 5


def cadence_of(kind: MeetingType, course: Course) -> Cadence | None:
    """The type's cadence that Mødeinterval names, the type's first where it is blank; ``None`` without one.

    Letter case and space do not matter.
    """
    if not course.cadence.strip():
        return kind.cadences[0] if kind.cadences else None
    wanted = spelt(course.cadence)
    return next((cadence for cadence in kind.cadences if spelt(cadence.name) == wanted), None)


def course_findings(
    course: Course,
    kind: MeetingType | None,
    *,
    types: Sequence[MeetingType],
    resident: Resident | None,
    house: Institution,
    occurrences: Sequence[Occurrence] = (),
) -> Iterator[Finding]:
    """Findings about one course; nothing for one that is over (Afsluttet).

    ``kind`` is the type of its meetings, ``None`` for an unknown one, and ``types`` are all there are.
    ``resident`` is ``None`` where the row is not there or cannot be read, of which there is a finding
    already. ``occurrences`` are those that docgen decides over and somebody still wants to hear of: without
    those that have a row on Møder, and without the past.
    """
    if course.status is not CourseStatus.ACTIVE:
        return
    if kind is None:
        known = " · ".join(sorted(one.title for one in types))
        yield Finding.of("E-080", course.at.place("Type"), value=course.type, known=known)
        return
    if resident and not resident.active:
        yield Finding.of("W-245", course.at.place("Beboer"), resident=resident.nr)
    yield from _dates(course)
    yield from _type(course, kind)
    if (cadence := cadence_of(kind, course)) and kind.about_resident:
        yield from _weekend(course, cadence)
        yield from _hours(course, kind, cadence, house)
        yield from _days(course, occurrences)


def _dates(course: Course) -> Iterator[Finding]:
    """Of Slut before Start the check of the workbook tells."""
    place, back = course.at.place("Fuldt tilbage"), course.fully_back
    if back and back < course.start:
        data = {"heading": "Fuldt tilbage", "value": _day(back), "earlier": _day(course.start)}
        yield Finding.of("E-068", place, **data)
    elif back and course.end and back > course.end >= course.start:
        yield Finding.of("W-244", place, value=_day(back), end=_day(course.end))


def _type(course: Course, kind: MeetingType) -> Iterator[Finding]:
    """The type is one that a course can be of, and has the cadence that the course names."""
    at, names = course.at, [cadence.name for cadence in kind.cadences]
    if not kind.about_resident:
        yield Finding.of("E-240", at.place("Type"), type=kind.title)
    elif not names:
        yield Finding.of("W-243", at.place("Type"), type=kind.title)
    elif cadence_of(kind, course) is None:
        place, data = at.place("Mødeinterval"), {"type": kind.title, "value": course.cadence}
        if near := closest(course.cadence, names):
            yield Finding.of("E-242", place, nearest=near, **data)
        else:
            yield Finding.of("E-241", place, known=" · ".join(names), **data)


def _weekend(course: Course, cadence: Cadence) -> Iterator[Finding]:
    """A first meeting in a weekend, from which all the others are counted. Day 0 is another meeting's."""
    is_free = course.weekday is None and cadence.weekday is None and not cadence.first_is_later
    if is_free and course.start.weekday() >= _SATURDAY:
        yield Finding.of("W-249", course.at.place("Start"), date=_day(course.start))


def _hours(course: Course, kind: MeetingType, cadence: Cadence, house: Institution) -> Iterator[Finding]:
    """Of meeting hours that end before they begin the check of the workbook tells."""
    opens, closes = _minutes(house.day_starts), _minutes(house.day_ends)
    begins = _minutes(course.time or cadence.time or house.day_starts)
    ends = begins + (course.length or kind.length.usual)
    if opens < closes and not opens <= begins < ends <= closes:
        heading = "Varighed" if course.length and not course.time else "Tidspunkt"
        data = {"start": begins, "end": ends, "earliest": opens, "latest": closes}
        clocks = {name: f"{at // 60 % 24:02}:{at % 60:02}" for name, at in data.items()}
        yield Finding.of("W-247", course.at.place(heading), **clocks)


def _days(course: Course, occurrences: Iterable[Occurrence]) -> Iterator[Finding]:
    """The meetings that no day is left for, and those that nobody could count any more."""
    for one in occurrences:
        if one.date is None and one.reason != WEEKEND:  # then a daily course simply has none
            yield Finding.of(
                "W-246",
                course.at.place("Start"),
                nr=nr_of(course.nr, one.number),
                date=_day(one.aim),
                reason=one.reason,
                earliest=_day(one.earliest),
                latest=_day(one.latest),
            )
        if one.number == MOST:
            yield Finding.of("W-248", course.at.place("Start"), most=MOST, date=_day(one.aim))


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute


def _day(day: dt.date) -> str:
    return f"{day:%d-%m-%Y}"
