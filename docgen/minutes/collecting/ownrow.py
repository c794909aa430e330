"""The row on Møder of the meeting that minutes are of: found, or made for one that a course had computed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from docgen.minutes.collecting.agreeing import SHEET
from docgen.minutes.collecting.memory import Memory
from docgen.minutes.values import FilledMinutes
from docgen.model import Meeting, MeetingStatus, Workbook
from docgen.planning.courses.numbers import course_in
from docgen.workbook.editing import RowEdit
from docgen.workbook.rows import CellValue


def meeting_of(minutes: FilledMinutes, workbook: Workbook) -> Meeting | None:
    """The meeting's row, or what its course and its minutes say of one that has no row."""
    nr = minutes.nr.casefold()
    row = next((row for row in workbook.meetings if row.nr.casefold() == nr), None)
    return row or _of_course(minutes, workbook)


def own_row(
    meeting: Meeting, status: MeetingStatus | None, before: Memory, after: Memory, now: dt.datetime
) -> Iterator[RowEdit]:
    """What is written there: the status, if there is a new one, and what is remembered."""
    if status is None and before == after:
        return
    values: dict[str, CellValue] = {"Status": status.value} if status else {}
    values["Indlæst"] = after.text(now)
    if meeting.at.sheet == SHEET:
        yield RowEdit(SHEET, values, meeting.at.number)
    else:
        yield RowEdit(SHEET, {**_new(meeting), **values})


def _new(meeting: Meeting) -> dict[str, CellValue]:
    return {
        "Nr": meeting.nr,
        "Type": meeting.type,
        "Beboer": meeting.resident,
        "Forløb": meeting.course,
        "Dato": meeting.date,
        "Start": meeting.start,
        "Varighed": meeting.length,
        "Sted": meeting.place,
    }


def _of_course(minutes: FilledMinutes, workbook: Workbook) -> Meeting | None:
    identity = minutes.identity
    nr = course_in(identity.nr).casefold()
    course = next((one for one in workbook.courses if nr and one.nr.casefold() == nr), None)
    if course is None or identity.start is None:
        return None
    return Meeting(
        nr=identity.nr,
        type=identity.kind,
        resident=course.resident,
        course=course.nr,
        date=identity.start.date(),
        start=identity.start.time(),
        place=course.place,
        length=identity.length,
        at=course.at,
    )
