"""The meetings of courses: what the cadence computes, with the rows of Møder that stand for some of them.

A row with the number of a computed meeting overrides it. While its Dato and Start are those that docgen wrote
into Beregnet, the row is docgen's own and follows the course; once they differ, it is people's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from docgen.meetingtypes.cadence import Cadence
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.loader import find_type
from docgen.model import Course, CourseStatus, Institution, Meeting, MeetingStatus, Workbook
from docgen.planning.cadence import Occurrence, nr_of, occurrences
from docgen.planning.courses import cadence_of
from docgen.planning.history import History
from docgen.planning.opening import NUMBER, opening_talk
from docgen.planning.register import COURSES, Register
from docgen.planning.touching import Errors
from docgen.planning.workdays import Workdays

AHEAD = dt.timedelta(weeks=52)
"""So far a cadence without an end is worked out."""


@dataclass(frozen=True, slots=True)
class Series:
    """One course that is worked out: its type, its cadence, and every occurrence up to the horizon.

    ``talk`` is the meeting that follows the one which opens the course, where the cadence asks for one.
    """

    course: Course
    kind: MeetingType
    cadence: Cadence
    occurrences: tuple[Occurrence, ...]
    talk: Meeting | None = None

    def numbers(self) -> frozenset[str]:
        """The numbers of all its meetings."""
        return frozenset((*self.numbered(), *([self.talk.nr] if self.talk else [])))

    def by_number(self) -> Mapping[str, Occurrence]:
        """Every occurrence by the meeting's number, those without a day too."""
        return {nr_of(self.course.nr, one.number): one for one in self.occurrences}

    def numbered(self) -> Mapping[str, Occurrence]:
        """The occurrences that have a day to be held on, by the meeting's number."""
        return {nr: one for nr, one in self.by_number().items() if one.date}


@dataclass(frozen=True, slots=True)
class Draft:
    """A meeting as its course has it, before it is asked who is free: on the nearest allowed day.

    ``has_row`` says that it stands on Møder, as docgen wrote it there.
    """

    meeting: Meeting
    occurrence: Occurrence
    has_row: bool

    @property
    def aim(self) -> str:
        """The slot that the cadence wishes for, as text."""
        return slot(self.occurrence.aim, self.meeting.start)


def slot(day: dt.date, start: dt.time) -> str:
    """A date and a time as ``plan --write`` writes them into Beregnet: ``03-02-2026 10:00``."""
    return f"{day:%d-%m-%Y} {start:%H:%M}"


def is_own(meeting: Meeting) -> bool:
    """Whether a row of Møder still stands where docgen put it."""
    return bool(meeting.computed) and " ".join(meeting.computed.split()) == slot(meeting.date, meeting.start)


def all_series(
    workbook: Workbook,
    types: Sequence[MeetingType],
    register: Register,
    errors: Errors,
    history: History,
    workdays: Workdays,
    today: dt.date,
) -> tuple[Series, ...]:
    """The courses that are worked out: active ones, of a type with a cadence, about an active resident.

    One with an error in its row, or a number that stands twice, is not: nobody knows what was meant.

    The horizon of a cadence without an end is a year ahead, and never nearer than what has been built or
    sent of the course, so that nothing counts as gone because the clock was set back.
    """
    known = _known_days(history)
    found = []
    for course in workbook.courses:
        kind = find_type(types, course.type)
        cadence = cadence_of(kind, course) if kind else None
        rows = register.rows_of(COURSES, course.nr)
        if kind and cadence and _goes_on(course, kind, register) and not any(map(errors.of_row, rows)):
            horizon = max([today + AHEAD, *(day for nr, day in known if nr.startswith(f"{course.nr}-"))])
            talk = opening_talk(course, cadence, workbook.meetings, types, register)
            dated = occurrences(course, cadence, workdays, horizon)
            found.append(Series(course, kind, cadence, dated, talk))
    return tuple(found)


def drafts(series: Series, rows: Mapping[str, Meeting], house: Institution) -> Iterator[Draft]:
    """The course's meetings that docgen decides over: those without a row, and those whose row is its own."""
    course = series.course
    start = course.time or series.cadence.time or house.day_starts
    computed = [
        (_computed(course, nr, one.date or one.aim, start), one) for nr, one in series.numbered().items()
    ]
    if talk := series.talk:
        computed.append((talk, _on_the_day(talk.date)))
    for meeting, occurrence in computed:
        row = rows.get(meeting.nr.casefold())
        if row is None:
            yield Draft(meeting, occurrence, has_row=False)
        elif is_own(row) and row.status is MeetingStatus.PLANNED:
            yield Draft(replace(row, date=meeting.date, start=meeting.start), occurrence, has_row=True)


def _computed(course: Course, nr: str, day: dt.date, start: dt.time) -> Meeting:
    """The meeting as its course has it; what is left blank is the course's, or the type's."""
    return Meeting(
        nr=nr,
        type=course.type,
        resident=course.resident,
        course=course.nr,
        date=day,
        start=start,
        place=course.place,
        at=course.at,
    )


def _on_the_day(day: dt.date) -> Occurrence:
    """When a meeting is held that belongs to this day and no other."""
    return Occurrence(NUMBER, day, day, "", day, day, is_deadline=True)


def without_occurrence(
    series: Sequence[Series], workbook: Workbook, unsure: Set[str], today: dt.date
) -> Iterator[Meeting]:
    """Rows that docgen wrote, and whose course does not have them any more: it has ended, or has moved on.

    They come back as called off. Nothing is said of the past, and of courses that are ``unsure``.
    """
    numbers = {nr.casefold() for one in series for nr in one.numbers()}
    for row in workbook.meetings:
        is_ours = row.status is MeetingStatus.PLANNED and is_own(row) and row.date >= today
        if is_ours and row.nr.casefold() not in numbers and row.course not in unsure:
            yield replace(row, status=MeetingStatus.CANCELLED)


def unsure_courses(
    series: Sequence[Series], workbook: Workbook, types: Sequence[MeetingType], register: Register
) -> frozenset[str]:
    """The courses that an error keeps from being worked out; those that are over are none of them."""
    known = {one.course.nr for one in series}
    held_up = [
        row.nr for row in workbook.courses if not (row.nr in known or _has_ended(row, types, register))
    ]
    return frozenset((*held_up, *(row.nr for row in workbook.broken if row.at.sheet == COURSES and row.nr)))


def _goes_on(course: Course, kind: MeetingType, register: Register) -> bool:
    resident = register.residents.get(course.resident)
    is_active = resident is not None and resident.active and course.status is CourseStatus.ACTIVE
    return is_active and kind.about_resident


def _has_ended(course: Course, types: Sequence[MeetingType], register: Register) -> bool:
    kind = find_type(types, course.type)
    resident = register.residents.get(course.resident)
    return kind is not None and resident is not None and not _goes_on(course, kind, register)


def _known_days(history: History) -> list[tuple[str, dt.date]]:
    """The numbers and days of all that has been built or sent."""
    built = [(nr, one.date) for nr, one in history.built.items() if one.date]
    return [*built, *((nr, one.told.date) for nr, one in history.sent.items())]
