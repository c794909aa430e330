"""Which courses are worked out, and how far; which an error holds up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from docgen.findings import errors_in
from docgen.meetingtypes.cadence import Cadence
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.loader import find_type
from docgen.model import Course, CourseStatus, Workbook
from docgen.planning.courses.cadence import Occurrence, occurrences
from docgen.planning.courses.numbers import Traces, archived_by_course, traces
from docgen.planning.courses.opening import opening_talk
from docgen.planning.courses.series import Series, is_own
from docgen.planning.courses.soundness import cadence_of, course_findings
from docgen.planning.history import History
from docgen.planning.register import COURSES, PEOPLE, Register
from docgen.planning.scheduling.workdays import Workdays
from docgen.planning.touching import Errors

AHEAD = dt.timedelta(weeks=52)
"""So far a cadence without an end is worked out."""
_REACH = dt.timedelta(weeks=4)
"""No meeting is held so long before the day its cadence wants."""


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

    The horizon of a cadence without an end is a year ahead, and never nearer than what has been built, sent
    or written of the course, so that nothing counts as gone because the clock was set back.
    """
    known, archived = _traces(workbook, history), archived_by_course(workbook.archived)
    found = []
    for course in workbook.courses:
        kind = find_type(types, course.type)
        cadence = cadence_of(kind, course) if kind else None
        if not (kind and cadence and _goes_on(course, register)):
            continue
        if _is_sound(course, kind, types, register, errors):
            nr = course.nr.casefold()
            dated = _worked_out(course, cadence, workdays, today, known.get(nr, Traces()))
            talk = opening_talk(course, cadence, workbook.meetings, types, register)
            found.append(Series(course, kind, cadence, dated, talk, archived.get(nr, ())))
    return tuple(found)


def _worked_out(
    course: Course, cadence: Cadence, workdays: Workdays, today: dt.date, known: Traces
) -> tuple[Occurrence, ...]:
    """The occurrences up to the horizon, and on to the last that is known."""
    horizon = today + AHEAD
    dated = occurrences(course, cadence, workdays, max(horizon, known.last) + _REACH)
    last = max((one.number for one in dated if one.number in known.numbers), default=0)
    return tuple(one for one in dated if one.aim <= horizon or one.number <= last)


def unsure_courses(
    series: Sequence[Series], workbook: Workbook, types: Sequence[MeetingType], register: Register
) -> frozenset[str]:
    """The courses that an error keeps from being worked out; those that are over are none of them."""
    known = {one.course.nr for one in series}
    held_up = [
        row.nr for row in workbook.courses if not (row.nr in known or _has_ended(row, types, register))
    ]
    return frozenset((*held_up, *(row.nr for row in workbook.broken if row.at.sheet == COURSES and row.nr)))


def _goes_on(course: Course, register: Register) -> bool:
    resident = register.residents.get(course.resident)
    return resident is not None and resident.active and course.status is CourseStatus.ACTIVE


def _has_ended(course: Course, types: Sequence[MeetingType], register: Register) -> bool:
    """Whether it is over for certain: its type is known, and its resident stands in one row and no more."""
    kind = find_type(types, course.type)
    is_known = kind is not None and kind.about_resident and course.resident in register.residents
    return is_known and len(register.rows_of(PEOPLE, course.resident)) == 1 and not _goes_on(course, register)


def _is_sound(
    course: Course, kind: MeetingType, types: Sequence[MeetingType], register: Register, errors: Errors
) -> bool:
    """Whether nothing is wrong with its row, with another of its number, or with its dates and its type."""
    if any(map(errors.of_row, register.rows_of(COURSES, course.nr))):
        return False
    resident = register.residents.get(course.resident)
    return not errors_in(course_findings(course, kind, types=types, resident=resident, house=register.house))


def _traces(workbook: Workbook, history: History) -> Mapping[str, Traces]:
    """What has been built, sent or written of the courses."""
    dated = [(nr, one.date) for nr, one in history.built.items() if one.date]
    dated += [(nr, one.told.date) for nr, one in history.sent.items()]
    dated += [(row.nr, row.date) for row in workbook.meetings if is_own(row)]
    return traces(dated)
