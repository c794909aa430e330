"""The courses that key figures look at: those of a type whose cadence promises something.

No type is known by its name. A course whose meetings are merely so many weeks apart promises nothing that
could be counted; of it there are only its meetings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.keyfigures.period import Period
from docgen.meetingtypes.cadence import Cadence
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.loader import find_type
from docgen.model import Course, CourseStatus, Resident, Workbook
from docgen.planning.courses.soundness import cadence_of
from docgen.planning.register import Register


@dataclass(frozen=True, slots=True)
class Enrolment:
    """One course of one resident, and the cadence that puts its meetings and makes its promises."""

    course: Course
    resident: Resident
    kind: MeetingType
    cadence: Cadence

    @property
    def ended_unknown(self) -> bool:
        """Whether it is over, and nobody has written when: then it counts as active in no month."""
        is_over = self.course.status is CourseStatus.ENDED or not self.resident.active
        return is_over and self.course.end is None

    def is_active(self, period: Period) -> bool:
        """Whether it went on in the month, be it on its first or last day alone."""
        return not self.ended_unknown and period.meets(self.course.start, self.course.end)


def enrolments_of(
    workbook: Workbook, types: Sequence[MeetingType], register: Register
) -> tuple[Enrolment, ...]:
    """Every course with a cadence whose resident is known, in the order of the sheet."""
    found = []
    for course in workbook.courses:
        kind, resident = find_type(types, course.type), register.residents.get(course.resident)
        cadence = cadence_of(kind, course) if kind else None
        if kind and resident and cadence:
            found.append(Enrolment(course, resident, kind, cadence))
    return tuple(found)


def promising(enrolments: Sequence[Enrolment]) -> tuple[Enrolment, ...]:
    """Those courses that promise something."""
    return tuple(one for one in enrolments if one.cadence.deadlines)


def people_in(enrolments: Sequence[Enrolment]) -> frozenset[str]:
    """The residents, each once."""
    return frozenset(one.resident.nr for one in enrolments)
