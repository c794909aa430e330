"""One meeting looked at with all that belongs to it: its type, its table, its length, what was found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from docgen.findings import Finding
from docgen.meetingtypes.definition import MeetingType, Rule
from docgen.meetingtypes.loader import find_type, is_called
from docgen.model import Answer, Course, Effort, Meeting, MeetingStatus, Resident, Source
from docgen.planning.decisions.opendecision import OpenDecision
from docgen.planning.entry import Entry, Origin
from docgen.planning.guides import rule_findings
from docgen.planning.participants import Seating
from docgen.planning.register import EFFORTS, Register
from docgen.planning.rules import meeting_findings, reach_findings
from docgen.planning.scheduling.moved import Moved
from docgen.planning.seating import seat


@dataclass(frozen=True, slots=True)
class Case:
    """A meeting with its type (``None``: unknown), its table, its length and what was found about it.

    A group meeting has no resident, whatever its row says. ``efforts`` are there where the type looks at
    them, and ``effort_rows`` are then the rows they stand in, those that could not be read among them.
    ``agreed`` is what earlier meetings decided and this one comes back to.
    """

    meeting: Meeting
    kind: MeetingType | None
    resident: Resident | None = None
    seating: Seating = field(default_factory=Seating)
    efforts: tuple[Effort, ...] = ()
    effort_rows: tuple[Source, ...] = ()
    length: int = 0
    findings: tuple[Finding, ...] = ()
    answers: tuple[Answer, ...] = ()
    origin: Origin = Origin.PEOPLE
    aim: str = ""
    moved: Moved | None = None
    agreed: tuple[OpenDecision, ...] = ()

    @property
    def is_cancelled(self) -> bool:
        return self.meeting.status is MeetingStatus.CANCELLED


def judge(entry: Entry, types: Sequence[MeetingType], register: Register, today: dt.date) -> Case:
    """The case of one meeting. What its row leaves blank is its course's, and then its type's."""
    meeting = entry.meeting
    kind = find_type(types, meeting.type)
    if kind is None:
        return Case(meeting, None, findings=(_unknown_type(meeting, types),))
    course = _own_course(meeting, kind, register)
    theme = meeting.theme or (course.theme if course else "")
    seating = entry.seating or seat(meeting, kind, register)
    seated = {one.nr for one in seating.participants}
    about = meeting.resident if kind.about_resident else ""
    looked_at = about if Rule.PURPOSE in kind.rules else ""
    efforts = register.efforts_of(looked_at, meeting.date)
    case = Case(
        meeting=replace(meeting, resident=about, theme=theme),
        kind=kind,
        resident=register.residents.get(about),
        seating=seating,
        efforts=efforts,
        effort_rows=(*(effort.at for effort in efforts), *register.rows_of(EFFORTS, looked_at)),
        length=length_of(meeting, kind, register),
        answers=tuple(one for one in register.answers_to(meeting.nr) if one.person in seated),
        origin=entry.origin,
        aim=entry.aim,
        moved=entry.moved,
    )
    return replace(case, findings=tuple(_findings(meeting, kind, case, register, today)))


def length_of(meeting: Meeting, kind: MeetingType, register: Register) -> int:
    """Minutes: what the row says, else the course, else the type."""
    course = _own_course(meeting, kind, register)
    return meeting.length or (course.length if course else None) or kind.length.usual


def _own_course(meeting: Meeting, kind: MeetingType, register: Register) -> Course | None:
    """The course that the meeting is one of; the meeting that opens it, of another type, goes by itself."""
    course = register.courses.get(meeting.course)
    return course if course and is_called(kind, course.type) else None


def _findings(
    meeting: Meeting, kind: MeetingType, case: Case, register: Register, today: dt.date
) -> list[Finding]:
    """Nothing, for a meeting that is not to be held."""
    if meeting.status is not MeetingStatus.PLANNED:
        return []
    found = [*meeting_findings(meeting, kind, case.resident, case.length, today), *case.seating.findings]
    if meeting.date >= today:
        found += reach_findings(case.seating)
        found += rule_findings(kind, meeting, case.resident, case.efforts, register)
    return found


def _unknown_type(meeting: Meeting, types: Sequence[MeetingType]) -> Finding:
    known = " · ".join(sorted(kind.title for kind in types))
    return Finding.of("E-080", meeting.at.place("Type"), value=meeting.type, known=known)
