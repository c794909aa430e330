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
from docgen.model import Archived, Course, Institution, Meeting, MeetingStatus, Workbook
from docgen.planning.courses.cadence import Occurrence, nr_of
from docgen.planning.courses.numbers import course_of
from docgen.planning.courses.opening import NUMBER


@dataclass(frozen=True, slots=True)
class Series:
    """One course that is worked out: its type, its cadence, and every occurrence up to the horizon.

    ``talk`` is the meeting that follows the one which opens the course, where the cadence asks for one;
    ``archived`` are those of its meetings that have left the workbook: they are not planned again.
    """

    course: Course
    kind: MeetingType
    cadence: Cadence
    occurrences: tuple[Occurrence, ...]
    talk: Meeting | None = None
    archived: tuple[Archived, ...] = ()

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


def drafts(
    series: Series, rows: Mapping[str, Meeting], types: Sequence[MeetingType], house: Institution
) -> Iterator[Draft]:
    """The course's meetings that docgen decides over: those without a row, and those whose row is its own.

    ``rows`` are those of Møder by number, in small letters. A row of a type that nobody knows stays as it is.
    """
    gone = {row.nr.casefold() for row in series.archived}
    course = series.course
    start = course.time or series.cadence.time or house.day_starts
    computed = [
        (_computed(course, nr, one.date or one.aim, start), one) for nr, one in series.numbered().items()
    ]
    if talk := series.talk:
        computed.append((talk, _on_the_day(talk.date)))
    for meeting, occurrence in computed:
        row = rows.get(meeting.nr.casefold())
        if row is None and meeting.nr.casefold() not in gone:
            yield Draft(meeting, occurrence, has_row=False)
        elif row and is_own(row) and row.status is MeetingStatus.PLANNED and find_type(types, row.type):
            length = row.length or meeting.length
            meeting = replace(row, date=meeting.date, start=meeting.start, length=length)
            yield Draft(meeting, occurrence, has_row=True)


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

    Nothing is said of the past, of courses that are ``unsure``, and of those that are not there: a row that
    names one has an error.
    """
    numbers = {nr.casefold() for one in series for nr in one.numbers()}
    certain = {course.nr for course in workbook.courses} - unsure
    for row in workbook.meetings:
        is_ours = row.status is MeetingStatus.PLANNED and is_own(row) and row.date >= today
        if is_ours and row.nr.casefold() not in numbers and course_of(row) in certain:
            yield row
