"""Results as plain values for ``--json``: keys in English, words in the language of the run.

A key is always there, empty where there is nothing to say, so that programs need not ask first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.findings import Finding, errors_in
from docgen.i18n import Language
from docgen.meetingtypes.definition import MeetingType
from docgen.planning import (
    Cancellation,
    CourseDeadline,
    LeftOut,
    Moved,
    Participant,
    Plan,
    PlannedMeeting,
)

if TYPE_CHECKING:
    from docgen.documents.check import Inspection
    from docgen.packs.build import BuildResult
    from docgen.packs.sending import Dispatch
    from docgen.workbook.archiving import Archiving
    from docgen.workbook.writeback import WriteResult

Json = dict[str, Any]


def finding(found: Finding, words: Language) -> Json:
    """Code, severity, the parts of the place that are known, and the words."""
    return {
        "code": found.code,
        "severity": found.severity.value,
        "place": {part: value for part, value in asdict(found.place).items() if value},
        "message": found.message(words),
        "expected": found.expected(words),
        "remedy": found.remedy(words),
    }


def findings(found: Sequence[Finding], words: Language) -> Json:
    """All findings and how many they are; part of every document."""
    errors = len(errors_in(found))
    return {
        "errors": errors,
        "warnings": len(found) - errors,
        "findings": [finding(one, words) for one in found],
    }


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
        "courses": [
            {"nr": one.course.nr, "type": one.kind.name, "meetings": [each.nr for each in one.meetings]}
            for one in planned.courses
        ],
        **findings(planned.findings, words),
    }


def _day(date: dt.date) -> str:
    """Empty for the open end of a window."""
    return "" if date in (dt.date.min, dt.date.max) else date.isoformat()


def left_out(left: LeftOut) -> Json:
    """A meeting that is not built, and the codes of the errors that stop it."""
    return {"nr": left.nr, "codes": sorted({found.code for found in left.findings})}


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


def dispatch(done: Dispatch) -> Json:
    """What counts as sent now."""
    return {
        "invited": list(done.invited),
        "updated": list(done.updated),
        "called_off": list(done.called_off),
        "taken_out": [nr for nr, _ in done.taken_out],  # of whom, is nobody's business here
        "unfinished": list(done.unfinished),
    }


def archived(done: Archiving) -> Json:
    """Which meetings left the workbook, and where they are now."""
    return {
        "moved": list(done.numbers),
        "archive": str(done.archive),
        "copy": str(done.copy) if done.copy else "",
    }


def written(done: WriteResult) -> Json:
    """What was put on Møder."""
    return {
        "added": list(done.added),
        "changed": list(done.changed),
        "copy": str(done.copy) if done.copy else "",
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
        **findings(found, words),
    }


def types(kinds: Iterable[MeetingType]) -> Json:
    """The meeting types with their documents."""
    return {
        "types": [
            {
                "name": kind.name,
                "title": kind.title,
                "source": kind.source,
                "minutes": kind.length.usual,
                "about_resident": kind.about_resident,
                "folder": str(kind.folder),
                "documents": [{"file": rule.file, "for": rule.audience.value} for rule in kind.documents],
            }
            for kind in kinds
        ]
    }


def inspection(inspected: Inspection, words: Language) -> Json:
    """What was found in templates, and the LIX of each letter or sheet for residents, with one decimal."""
    return {
        "readability": [
            {
                "file": one.file,
                "lix": round(one.lix, 1),
                "limit": one.limit,
                "heaviest": one.heaviest,
                "heaviest_lix": round(one.heaviest_lix, 1),
            }
            for one in inspected.readability
        ],
        **findings(inspected.findings, words),
    }


def paths(name: str, written: Sequence[Path]) -> Json:
    """Files that were made."""
    return {name: [str(path) for path in written]}
