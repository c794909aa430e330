"""What the plan says of whole courses: what is wrong with them, their promises, and their sheets."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from docgen.findings import Finding, Place
from docgen.meetingtypes.definition import MeetingType, Scope
from docgen.meetingtypes.loader import find_type
from docgen.model import Meeting, MeetingStatus, Resident, Workbook
from docgen.planning.consent import may_come
from docgen.planning.courses.deadlines import CourseDeadline, course_deadlines
from docgen.planning.courses.series import Series, is_own
from docgen.planning.courses.soundness import course_findings
from docgen.planning.judging import Case
from docgen.planning.planned import CourseSheet, PlannedMeeting
from docgen.planning.register import Register
from docgen.planning.timetable import Timetable

_COUNTS = (MeetingStatus.PLANNED, MeetingStatus.HELD)


def findings_of_courses(
    workbook: Workbook, types: Sequence[MeetingType], register: Register, table: Timetable, today: dt.date
) -> Iterator[Finding]:
    """Everything that is wrong with a course, or worth knowing of it."""
    worked_out = {one.course.nr: one for one in table.series}
    written = {row.nr.casefold() for row in workbook.meetings if not _follows(row)}
    written |= {row.nr.casefold() for row in workbook.archived}
    for course in workbook.courses:
        series = worked_out.get(course.nr)
        ahead = [
            one
            for nr, one in (series.by_number() if series else {}).items()
            if one.aim >= today and nr.casefold() not in written
        ]
        yield from course_findings(
            course,
            find_type(types, course.type),
            types=types,
            resident=register.residents.get(course.resident),
            house=workbook.institution,
            occurrences=ahead,
        )
        if series and series.cadence.first_is_later and course.start >= today:
            yield from _opening(course.nr, course.start, workbook.meetings, course.at.place("Start"))


def promises(table: Timetable, cases: Iterable[Case], register: Register) -> tuple[CourseDeadline, ...]:
    """The deadlines of all courses, in the order of date and number.

    What is planned or held keeps them, what is in the archive too. Of a meeting that has passed without ever
    having had a row one takes it that it was held.
    """
    owners = {nr.casefold(): one.course.nr for one in table.series for nr in one.by_number()}
    days: dict[str, list[dt.date]] = defaultdict(list)
    known = {row.nr.casefold() for one in table.series for row in one.archived}
    for case in cases:
        known.add(case.meeting.nr.casefold())
        course = case.meeting.course or owners.get(case.meeting.nr.casefold(), "")
        if case.kind and case.meeting.status in _COUNTS:
            days[f"{course} {case.kind.name}"].append(case.meeting.date)
    found: list[CourseDeadline] = []
    for one in table.series:
        passed = (
            each.date for nr, each in one.numbered().items() if nr.casefold() not in known and each.date
        )
        held = [*days[f"{one.course.nr} {one.kind.name}"], *passed, *_in_archive(one)]
        resident = register.residents[one.course.resident]
        efforts = register.efforts.get(resident.nr, ())
        sees_to_it = _coordinator(resident, register)
        found += course_deadlines(one.course, resident, one.cadence, sorted(held), efforts, sees_to_it)
    return tuple(sorted(found, key=lambda one: (one.date, one.nr)))


def _coordinator(resident: Resident, register: Register) -> str:
    """Who coordinates the case; nobody whom the resident would have to agree to first."""
    person = register.people.get(resident.case_coordinator)
    return person.nr if person and may_come(person, resident) else ""


def _in_archive(series: Series) -> Iterator[dt.date]:
    """The days on which meetings of the course were held that have left the workbook."""
    for row in series.archived:
        if row.date and row.status is MeetingStatus.HELD and find_type([series.kind], row.type):
            yield row.date


def course_sheets(table: Timetable, ahead: Iterable[PlannedMeeting]) -> tuple[CourseSheet, ...]:
    """The documents about whole courses; none for a course that has no meeting ahead.

    Meetings of other types that belong to the course stand on its sheet too.
    """
    by_course: dict[str, list[PlannedMeeting]] = defaultdict(list)
    for planned in sorted(ahead, key=lambda one: (one.meeting.date, one.meeting.start, one.nr)):
        by_course[planned.meeting.course].append(planned)
    return tuple(
        CourseSheet(one.course, one.kind, rule, tuple(by_course[one.course.nr]))
        for one in sorted(table.series, key=lambda one: one.course.nr)
        for rule in one.kind.documents
        if rule.scope is Scope.COURSE and by_course[one.course.nr]
    )


def _follows(row: Meeting) -> bool:
    """Whether the row is docgen's own still, and goes where its course does."""
    return row.status is MeetingStatus.PLANNED and is_own(row)


def _opening(nr: str, start: dt.date, rows: Iterable[Meeting], place: Place) -> Iterator[Finding]:
    """A warning when the meeting that opens the course is not on its first day: the two follow each other."""
    opening = [row.date for row in rows if row.course == nr and row.status is not MeetingStatus.CANCELLED]
    if start not in opening:
        yield Finding.of("W-234", place, course=nr, date=f"{start:%d-%m-%Y}")
