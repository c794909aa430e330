"""What the workbook says of meetings, held and not, whether they have left it for the archive or not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.keyfigures.enrolments import Enrolment
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.loader import find_type
from docgen.model import Archived, Meeting, MeetingStatus, Source, Workbook
from docgen.planning.courses.cadence import nr_of, occurrences
from docgen.planning.courses.numbers import course_of
from docgen.planning.register import Register
from docgen.planning.scheduling.workdays import Workdays


@dataclass(frozen=True, slots=True)
class Record:
    """One meeting that a row tells of: ``kind`` is ``None`` for a type that nobody knows.

    ``course`` and ``resident`` are numbers as their own rows write them, blank where there are none: a group
    meeting is about nobody. One that is not ``is_written`` has no row: its course's cadence wanted it, and
    ``at`` is the course.
    """

    nr: str
    type: str
    kind: MeetingType | None
    resident: str
    course: str
    date: dt.date
    status: MeetingStatus
    at: Source
    is_written: bool = True

    @property
    def people(self) -> frozenset[str]:
        """The person it is about, if it is about one."""
        return frozenset({self.resident} - {""})

    @property
    def is_held(self) -> bool:
        return self.status is MeetingStatus.HELD

    def lacks_status(self, today: dt.date) -> bool:
        """Whether its day has passed, and nobody has said what became of it."""
        return self.status is MeetingStatus.PLANNED and self.date < today


def records_of(workbook: Workbook, types: Sequence[MeetingType], register: Register) -> tuple[Record, ...]:
    """Every meeting with a date, once: a row on Møder counts before one of the same number on Arkiv."""
    own = {row.nr.casefold() for row in workbook.meetings}
    courses = {course.nr.casefold(): course.nr for course in workbook.courses}
    rows: Iterator[Meeting | Archived] = iter(
        (*workbook.meetings, *(row for row in workbook.archived if row.nr.casefold() not in own))
    )
    return tuple(
        _record(row, day, find_type(types, row.type), courses.get(course_of(row).casefold(), ""), register)
        for row in rows
        if (day := row.date)
    )


def _record(
    row: Meeting | Archived, day: dt.date, kind: MeetingType | None, course: str, register: Register
) -> Record:
    """A blank Beboer is the course's; a blank Status is Planlagt, on Arkiv too."""
    resident = row.resident or (register.courses[course].resident if course else "")
    return Record(
        nr=row.nr,
        type=row.type,
        kind=kind,
        resident=resident if kind is None or kind.about_resident else "",
        course=course,
        date=day,
        status=row.status or MeetingStatus.PLANNED,
        at=row.at,
    )


def unwritten(workbook: Workbook, enrolments: Sequence[Enrolment], today: dt.date) -> Iterator[Record]:
    """The meetings of courses that should have been by now, and that no row tells of.

    Nobody has said what became of them. The plan takes them for held; figures do not know.
    """
    workdays = Workdays.of(workbook.closures, customary=workbook.institution.customary_days_off)
    known = {row.nr.casefold() for row in workbook.meetings}
    known |= {row.nr.casefold() for row in workbook.archived}
    known |= {row.nr.casefold() for row in workbook.broken}
    for one in enrolments:
        if one.ended_unknown:
            continue
        last = min(today - dt.timedelta(days=1), one.course.end or dt.date.max)
        for occurrence in occurrences(one.course, one.cadence, workdays, last):
            nr = nr_of(one.course.nr, occurrence.number)
            if occurrence.date and occurrence.date <= last and nr.casefold() not in known:
                yield _missing(one, nr, occurrence.date)


def _missing(one: Enrolment, nr: str, date: dt.date) -> Record:
    return Record(
        nr=nr,
        type=one.kind.name,
        kind=one.kind,
        resident=one.resident.nr,
        course=one.course.nr,
        date=date,
        status=MeetingStatus.PLANNED,
        at=one.course.at,
        is_written=False,
    )
