"""What the row of a next meeting takes over from what was there before."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.model import Course, Meeting
from docgen.workbook.rows import CellValue


def of_course(course: Course) -> Mapping[str, CellValue]:
    """What every meeting of a course has in its row."""
    return {"Type": course.type, "Beboer": course.resident, "Forløb": course.nr}


def like(meeting: Meeting) -> Mapping[str, CellValue]:
    """What the next meeting has in common with this one; what is blank stays the type's."""
    return {
        "Type": meeting.type,
        "Beboer": meeting.resident,
        "Forløb": meeting.course,
        "Forum": str(meeting.forum or ""),
        "Varighed": meeting.length,
        "Anledning": meeting.occasion,
        "Mødeleder": meeting.facilitator,
        "Deltagere": "; ".join(meeting.extra),
        "Deltager ikke": "; ".join(meeting.absent),
    }
