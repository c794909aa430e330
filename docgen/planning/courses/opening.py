"""The talk that follows the meeting which opens a course, on the same day.

Guide "Gode ressourceforløb af høj kvalitet", element 8: right after the team meeting the recommendation is
gone through. Its hour hangs on that meeting's, which stands on Møder.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from docgen.meetingtypes.cadence import Cadence
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.loader import find_type
from docgen.model import Course, Meeting, MeetingStatus
from docgen.planning.courses.cadence import nr_of
from docgen.planning.judging import length_of
from docgen.planning.register import Register

PAUSE = 15
"""Minutes between the two."""
_MIDNIGHT = 24 * 60
NUMBER = 0
"""The talk is no meeting of the cadence: it has the number before the first, ``F001-00``."""


def opening_talk(
    course: Course,
    cadence: Cadence,
    rows: Iterable[Meeting],
    types: Sequence[MeetingType],
    register: Register,
) -> Meeting | None:
    """The talk a quarter of an hour after the last other meeting of the course on its first day.

    ``None`` where the cadence asks for none, where no such meeting stands on Møder, where people have
    written a row for the talk themselves, and where the day is over by then.
    """
    kind = find_type(types, cadence.same_day) if cadence.same_day else None
    nr = nr_of(course.nr, NUMBER)
    today = [row for row in rows if row.course == course.nr and row.date == course.start]
    today = [row for row in today if row.nr.casefold() != nr.casefold()]
    if kind is None or any(find_type(types, row.type) is kind for row in today):
        return None
    ends = [_end(row, types, register) for row in today if row.status is not MeetingStatus.CANCELLED]
    begins = max(ends, default=_MIDNIGHT) + PAUSE
    if begins >= _MIDNIGHT:
        return None
    return Meeting(
        nr=nr,
        type=kind.name,
        resident=course.resident,
        course=course.nr,
        date=course.start,
        start=dt.time(*divmod(begins, 60)),
        place=course.place,
        at=course.at,
    )


def _end(row: Meeting, types: Sequence[MeetingType], register: Register) -> int:
    """Minutes since midnight; more than a day's for a meeting that goes on past it."""
    kind = find_type(types, row.type)
    length = length_of(row, kind, register) if kind else row.length or 0
    return row.start.hour * 60 + row.start.minute + length
