"""What stands around a meeting on Møder and Forløb: its course, and the meetings that come after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.loader import is_called
from docgen.model import Course, Meeting, MeetingStatus, Workbook
from docgen.planning.courses.cadence import nr_of
from docgen.planning.courses.numbers import course_of


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A meeting, its type (``None``: unknown), and the workbook it stands in."""

    meeting: Meeting
    kind: MeetingType | None
    workbook: Workbook

    @property
    def course(self) -> Course | None:
        nr = course_of(self.meeting)
        return next((one for one in self.workbook.courses if nr and one.nr == nr), None)

    @property
    def next_of_course(self) -> str:
        """The course's number after this one; its first after the meeting that opens it, or follows that.

        Blank without a course, and for a meeting with a number of its own in the midst of one.
        """
        course = self.course
        if course is None:
            return ""
        head, _, number = self.meeting.nr.rpartition("-")
        if head == course.nr and number.isdecimal():
            return nr_of(course.nr, int(number) + 1)
        return nr_of(course.nr, 1) if self.meeting.date == course.start else ""

    def row(self, nr: str) -> Meeting | None:
        """The row of Møder with this number; letter case does not part two numbers."""
        wanted = nr.casefold()
        return next((row for row in self.workbook.meetings if wanted and row.nr.casefold() == wanted), None)

    def usual_place(self, nr: str) -> str:
        """Where the next meeting is held unless told otherwise: at the course's place for its number."""
        course = self.course if nr else None
        return course.place if course else self.meeting.place

    def planned_after(self) -> Iterator[Meeting]:
        """Rows of the same kind of meeting with the same person or forum that lie after this one."""
        mine = self.meeting
        for row in self.workbook.meetings:
            is_same_kind = row.type == mine.type or (self.kind and is_called(self.kind, row.type))
            is_alike = is_same_kind and (row.resident, row.forum) == (mine.resident, mine.forum)
            if is_alike and row.status is MeetingStatus.PLANNED and row.date > mine.date:
                yield row

    def planned_on(self, day: dt.date) -> Meeting | None:
        """The one of them on this day."""
        return next((one for one in self.planned_after() if one.date == day), None)
