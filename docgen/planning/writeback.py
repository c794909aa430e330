"""What ``plan --write`` puts on the sheet Møder: the meetings of courses, as rows that people can change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docgen.danish import at
from docgen.i18n import Language
from docgen.model import MeetingStatus
from docgen.planning.courses.series import slot
from docgen.planning.entry import Origin
from docgen.planning.plan import Plan
from docgen.planning.planned import PlannedMeeting
from docgen.planning.scheduling.moved import in_danish

Value = str | dt.date | dt.time
_MOVED = "flyttet fra "


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row of Møder: ``row`` is its number, ``None`` for a new one; ``values`` are by heading."""

    nr: str
    row: int | None
    values: Mapping[str, Value]


def row_changes(plan: Plan, danish: Language) -> tuple[RowChange, ...]:
    """The rows that are to be written for the chosen meetings, in the order of their dates.

    New rows for meetings of courses that have none; new dates for rows that docgen wrote and nobody has
    changed; and such rows that their course has no more are set to Aflyst. ``danish`` is the workbook's
    language.
    """
    return tuple(change for planned in plan.meetings for change in _changes(planned, danish))


def _changes(planned: PlannedMeeting, danish: Language) -> Iterator[RowChange]:
    meeting = planned.meeting
    if planned.origin is Origin.PEOPLE:
        return
    if planned.is_cancelled:
        yield RowChange(meeting.nr, meeting.at.number, {"Status": MeetingStatus.CANCELLED.value})
    elif planned.origin is Origin.COURSE:
        yield RowChange(meeting.nr, None, {**_new(planned), **_when(planned), **_remark(planned, danish)})
    elif meeting.computed != slot(meeting.date, meeting.start):
        yield RowChange(meeting.nr, meeting.at.number, {**_when(planned), **_remark(planned, danish)})


def _new(planned: PlannedMeeting) -> dict[str, Value]:
    """What a new row says; what it leaves blank is its course's, or its type's."""
    meeting = planned.meeting
    return {
        "Nr": meeting.nr,
        "Type": meeting.type,
        "Beboer": meeting.resident,
        "Forløb": meeting.course,
        "Sted": meeting.place,
        "Status": MeetingStatus.PLANNED.value,
    }


def _when(planned: PlannedMeeting) -> dict[str, Value]:
    meeting = planned.meeting
    return {"Dato": meeting.date, "Start": meeting.start, "Beregnet": slot(meeting.date, meeting.start)}


def _remark(planned: PlannedMeeting, danish: Language) -> dict[str, Value]:
    """Why the meeting has moved; what people wrote there stays."""
    remark = planned.meeting.remark
    if remark and not remark.startswith(_MOVED):
        return {}
    told = _moved(planned, danish)
    return {"Bemærkning": told} if told != remark else {}


def _moved(planned: PlannedMeeting, danish: Language) -> str:
    """``flyttet fra torsdag den 2. april (skærtorsdag)``, or from which time where the day is the same."""
    moved = planned.moved
    if moved is None:
        return ""
    reason = danish.text(moved.reason)
    if moved.date == planned.meeting.date:
        return f"{_MOVED}{at(moved.start)} ({reason})"
    return in_danish(moved, reason)
