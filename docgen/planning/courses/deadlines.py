"""The promises of a course: what has to have happened by when, and whether the plan keeps it.

A type's cadence lists them (``frister`` in ``type.toml``); the guide "Gode ressourceforløb af høj kvalitet",
element 8, is where those of the ressourceforløb come from.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.findings import Finding
from docgen.meetingtypes.cadence import Cadence, Deadline, KeptBy
from docgen.model import Course, Effort, Resident
from docgen.planning.courses.cadence import deadlines as dated

SOON = dt.timedelta(weeks=8)
"""So long before an effort is due one asks whether any has begun."""


@dataclass(frozen=True, slots=True)
class CourseDeadline:
    """One promise of one course: ``kept`` says whether what is planned, or has happened, keeps it.

    ``coordinator`` is the number of the person who sees to it, blank where nobody may.
    """

    course: Course
    resident: Resident
    deadline: Deadline
    date: dt.date
    kept: bool
    coordinator: str = ""

    @property
    def nr(self) -> str:
        """What its calendar entry is known by: ``F001-plan``."""
        return f"{self.course.nr}-{self.deadline.key}"


def course_deadlines(
    course: Course,
    resident: Resident,
    cadence: Cadence,
    meetings: Sequence[dt.date],
    efforts: Sequence[Effort],
    coordinator: str = "",
) -> Iterator[CourseDeadline]:
    """The promises of a course; ``meetings`` are the days of its own meetings, held and planned.

    The first promise that a meeting keeps wants one in time, the second one two, and so on.
    """
    wanted = 0
    for deadline, day in dated(course, cadence):
        if deadline.kept_by is KeptBy.MEETING:
            wanted += 1
            kept = sum(course.start < held <= day for held in meetings) >= wanted
        else:
            kept = any(effort.start <= day and _lasts(effort, course) for effort in efforts)
        yield CourseDeadline(course, resident, deadline, day, kept, coordinator)


def deadline_findings(one: CourseDeadline, today: dt.date) -> Iterator[Finding]:
    """A warning for a promise that is not kept by what is planned; an effort's only when it comes near."""
    if one.kept or one.date < today:
        return
    day = f"{one.date:%d-%m-%Y}"
    if one.deadline.kept_by is KeptBy.MEETING:
        place = one.course.at.place("Start")
        yield Finding.of("W-232", place, course=one.course.nr, what=one.deadline.title, date=day)
    elif one.date - SOON <= today:
        place = one.course.at.place("Bevilget")
        yield Finding.of("W-233", place, course=one.course.nr, what=one.deadline.title, date=day)


def _lasts(effort: Effort, course: Course) -> bool:
    """Whether the effort did not end before the course was granted."""
    return effort.end is None or effort.end >= (course.granted or course.start)
