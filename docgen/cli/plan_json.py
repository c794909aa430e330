"""A plan as plain values for ``--json``: its meetings, what is called off, promises, what is still open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from docgen.cli.as_json import Json, findings, left_out
from docgen.findings import Finding
from docgen.i18n import Language
from docgen.planning import (
    Cancellation,
    CourseDeadline,
    Moved,
    OpenDecision,
    Participant,
    Plan,
    PlannedMeeting,
)

if TYPE_CHECKING:
    from docgen.packs.build import BuildResult


def plan(planned: Plan, words: Language) -> Json:
    """The plan: what is to be built, what is left out and why, what is gone."""
    return {
        "institution": planned.institution.name,
        "workbook": planned.workbook,
        "from": _day(planned.window.first),
        "to": _day(planned.window.last),
        "meetings": [meeting(one, words) for one in planned.meetings],
        "left_out": [left_out(one) for one in planned.left_out],
        "gone": list(planned.gone),
        "calendar": [meeting(one, words) for one in planned.calendar],
        "cancellations": [cancellation(one) for one in planned.cancellations],
        "deadlines": [deadline(one) for one in planned.deadlines],
        "decisions": [decision(one) for one in planned.decisions],
        "courses": [
            {"nr": one.course.nr, "type": one.kind.name, "meetings": [each.nr for each in one.meetings]}
            for one in planned.courses
        ],
        **findings(planned.findings, words),
    }


def _day(date: dt.date) -> str:
    """Empty for the open end of a window."""
    return "" if date in (dt.date.min, dt.date.max) else date.isoformat()


def meeting(planned: PlannedMeeting, words: Language) -> Json:
    """One meeting with its participants and documents."""
    row = planned.meeting
    return {
        "nr": row.nr,
        "type": planned.kind.name,
        "title": planned.kind.title,
        "date": row.date.isoformat(),
        "start": row.start.isoformat("minutes"),
        "minutes": planned.length,
        "place": row.place,
        "resident": row.resident,
        "forum": str(row.forum or ""),
        "change": planned.change.value,
        "changed": list(planned.changed),
        "action": planned.action.value,
        "update": list(planned.update),
        "letters": planned.letters,
        "mail_from": planned.mail_from.isoformat(),
        "origin": planned.origin.value,
        "course": row.course,
        "moved_from": _moved(planned.moved, words),
        "answers": {answer.person: answer.reply.value for answer in planned.answers},
        "uid": planned.uid,
        "sequence": planned.sequence,
        "folder": planned.folder,
        "facilitator": planned.seating.facilitator.nr if planned.seating.facilitator else "",
        "participants": [participant(one, planned, words) for one in planned.seating.participants],
        "informed": [participant(one, planned, words) for one in planned.seating.informed],
        "documents": [document.file for document in planned.documents],
    }


def _moved(moved: Moved | None, words: Language) -> Json:
    """Where the cadence put it and why it is not there; empty where it is there."""
    if moved is None:
        return {}
    return {
        "date": moved.date.isoformat(),
        "start": moved.start.isoformat("minutes"),
        "reason": words.text(moved.reason),
    }


def cancellation(one: Cancellation) -> Json:
    """What is called off; ``person`` is empty for the whole meeting, and for one who is not to be named."""
    return {
        "nr": one.nr,
        "uid": one.uid,
        "sequence": one.sequence,
        "date": one.told.date.isoformat(),
        "start": one.told.start.isoformat("minutes"),
        "person": "" if one.by_consent else one.person,
        "whole": not one.person,
        "sent": one.is_sent,
    }


def deadline(one: CourseDeadline) -> Json:
    """A promise of a course."""
    return {
        "nr": one.nr,
        "course": one.course.nr,
        "resident": one.resident.nr,
        "title": one.deadline.title,
        "date": one.date.isoformat(),
        "kept": one.kept,
    }


def decision(one: OpenDecision) -> Json:
    """An open decision; ``agenda`` is the number of the meeting that comes back to it."""
    return {
        "meeting": one.meeting,
        "nr": one.number,
        "decision": one.text,
        "responsible": one.responsible,
        "people": [nr for nr, _ in one.people],
        "deadline": one.deadline.isoformat() if one.deadline else "",
        "overdue": one.is_overdue,
        "agenda": one.agenda,
    }


def participant(seated: Participant, planned: PlannedMeeting, words: Language) -> Json:
    """One person at the table, or one who only hears of the meeting: number, name, as whom and why."""
    return {
        "nr": seated.nr,
        "name": seated.name,
        "as": seated.label,
        "reason": " ".join(map(words.text, planned.seating.reasons(seated))),
    }


def build(result: BuildResult, planned: Plan, found: Sequence[Finding], words: Language) -> Json:
    """What building wrote, kept and removed, beside the plan that it carried out."""
    return {
        **plan(planned, words),
        "left_out": [left_out(one) for one in result.left_out],
        "pack": str(result.pack),
        "written": list(result.written),
        "kept": list(result.kept),
        "removed": list(result.removed),
        "mailed": {channel.value: count for channel, count in result.mailed.items()},
        "zip": str(result.zipped or ""),
        **findings(found, words),
    }
