"""The line that a meeting stands on: the meetings before it whose decisions it comes back to.

About a resident these are the meetings of the same course, whichever their type (the one that opens a
ressourceforløb among them), and those of the same type. Groups have a line for each type and forum.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.loader import find_type
from docgen.model import Archived, MeetingStatus
from docgen.planning.courses.numbers import course_in, course_of
from docgen.planning.judging import Case
from docgen.planning.participants import Participant
from docgen.planning.register import Register

When = tuple[dt.date, dt.time]


@dataclass(frozen=True, slots=True)
class Stop:
    """A meeting on its line. ``when`` is ``None`` for one that has passed on a day that nobody wrote down."""

    nr: str
    kind: MeetingType | None
    resident: str = ""
    course: str = ""
    forum: str = ""
    when: When | None = None
    table: tuple[Participant, ...] = ()

    @property
    def is_of_group(self) -> bool:
        return self.kind is not None and not self.kind.about_resident

    def shares_line(self, other: Stop) -> bool:
        """Whether the two meetings stand on one line; those of nobody known stand on none."""
        same_kind = self.kind is not None and other.kind is not None and self.kind.name == other.kind.name
        if self.is_of_group or other.is_of_group:
            return same_kind and self.forum == other.forum
        same_course = bool(self.course) and self.course == other.course
        return bool(self.resident) and self.resident == other.resident and (same_course or same_kind)

    def precedes(self, other: Stop) -> bool:
        """Whether it comes before ``other``, which has a day."""
        if self.when is None or other.when is None:
            return self.nr != other.nr
        return self.when < other.when


@dataclass(frozen=True, slots=True)
class Lines:
    """All meetings that decisions may come from, by number in small letters, and those that lie ahead, by
    whom they are about and in the order of time.
    """

    stops: Mapping[str, Stop]
    ahead: Mapping[str, Sequence[Stop]]
    types: Sequence[MeetingType]
    register: Register

    @classmethod
    def of(
        cls,
        cases: Iterable[Case],
        archived: Iterable[Archived],
        types: Sequence[MeetingType],
        register: Register,
        today: dt.date,
    ) -> Lines:
        known = [(case, _stop(case)) for case in cases]
        ahead: dict[str, list[Stop]] = defaultdict(list)
        for case, stop in known:
            if case.meeting.status is MeetingStatus.PLANNED and case.meeting.date >= today:
                ahead[stop.resident].append(stop)
        for stops in ahead.values():
            stops.sort(key=lambda one: (one.when, one.nr))
        gone = (_archived(row, types, register) for row in archived)
        by_nr = {stop.nr.casefold(): stop for stop in (*gone, *(stop for _, stop in known))}
        return cls(by_nr, ahead, types, register)

    def find(self, nr: str) -> Stop | None:
        """The meeting with this number; a past one of a course needs no row."""
        return self.stops.get(nr.casefold()) or self._of_course(nr)

    def next_after(self, stop: Stop) -> Stop | None:
        """The first meeting ahead that comes back to what this one decided."""
        later = self.ahead.get(stop.resident, ())
        return next((one for one in later if stop.precedes(one) and stop.shares_line(one)), None)

    def _of_course(self, nr: str) -> Stop | None:
        course = self.register.courses.get(course_in(nr))
        if course is None:
            return None
        return Stop(nr, find_type(self.types, course.type), course.resident, course.nr)


def _stop(case: Case) -> Stop:
    meeting = case.meeting
    return Stop(
        nr=meeting.nr,
        kind=case.kind,
        resident=meeting.resident,
        course=course_of(meeting),
        forum=str(meeting.forum or ""),
        when=(meeting.date, meeting.start),
        table=case.seating.participants,
    )


def _archived(row: Archived, types: Sequence[MeetingType], register: Register) -> Stop:
    """A meeting that has left the workbook. Its forum is not known there, so that a forum never hears of
    what another one decided.
    """
    kind, course = find_type(types, row.type), course_of(row)
    known = register.courses.get(course)
    about = row.resident or (known.resident if known else "")
    resident = about if kind is None or kind.about_resident else ""
    return Stop(row.nr, kind, resident, course, when=(row.date, dt.time.min) if row.date else None)
