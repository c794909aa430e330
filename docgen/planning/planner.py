"""From a workbook, the types, the clock and the ledger to a plan: pure, and the same for shuffled rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from docgen.findings import Finding, in_order
from docgen.meetingtypes.definition import MeetingType
from docgen.model import MeetingStatus, Workbook
from docgen.planning.cancellations import Clerk
from docgen.planning.clash import clash_findings
from docgen.planning.courses.coursework import course_sheets, findings_of_courses, promises
from docgen.planning.courses.deadlines import deadline_findings
from docgen.planning.courses.yearly import too_few
from docgen.planning.decisions.carrying import open_decisions
from docgen.planning.decisions.lines import Lines
from docgen.planning.decisions.opendecision import Decisions
from docgen.planning.decisions.tasks import tasks, to_forget
from docgen.planning.desk import Desk
from docgen.planning.discreet import naming_findings
from docgen.planning.duedays import DayBook
from docgen.planning.history import NOTHING, History
from docgen.planning.identity import identified
from docgen.planning.judging import Case, judge
from docgen.planning.logo import Logo
from docgen.planning.mailpieces import mailpieces
from docgen.planning.plan import Plan
from docgen.planning.planned import LeftOut, PlannedMeeting, Window
from docgen.planning.reach import unreached, with_faults
from docgen.planning.register import Register
from docgen.planning.remains import Remains, seated
from docgen.planning.rules import house_findings
from docgen.planning.timetable import Timetable, timetable
from docgen.planning.touching import Errors

NOT_BUILT = (MeetingStatus.HELD, MeetingStatus.MISSED)


def make_plan(
    workbook: Workbook,
    types: Sequence[MeetingType],
    findings: Sequence[Finding],
    *,
    now: dt.datetime,
    window: Window,
    history: History = NOTHING,
    logo: Logo | None = None,
) -> Plan:
    """The plan for the meetings in the window, in the order of date, time and number.

    ``findings`` are those of reading and checking the workbook; an error leaves out the meetings that
    its row touches, and a broken row of Møder is always named. ``history`` is what the ledger remembers;
    without it every meeting is new. A meeting whose files rest on a consent that is withdrawn is built
    whether the window holds it or not.
    """
    register, today, faults = Register.of(workbook), now.date(), Errors.among(findings)
    table = timetable(workbook, types, register, faults, history, today)
    judged = [judge(entry, types, register, today) for entry in table.entries]
    lines = Lines.of(judged, workbook.archived, types, register, today)
    decisions = open_decisions(workbook, lines, faults, today)
    judged = _with_agreed(judged, decisions)
    kept = promises(table, judged, register)
    everything = in_order(
        [
            *findings,
            *house_findings(workbook.institution, ((case.meeting, case.seating) for case in judged)),
            *(found for case in judged for found in case.findings),
            *naming_findings(judged, register, today),
            *findings_of_courses(workbook, types, register, table, today),
            *clash_findings(table, register, today),
            *too_few(workbook, types, judged, today),
            *(found for one in kept for found in deadline_findings(one, today)),
            *decisions.findings,
        ]
    )
    errors, house = Errors.among(everything), identified(workbook.institution, workbook.name)
    remains = _remains(workbook, register, errors, history, today, table, judged)
    desk = Desk(house, logo, register, errors, now, window, history)
    withdrawn = remains.withdrawn()
    chosen, standing, elsewhere = [], [], []
    for case in sorted(filter(_is_to_be_held, judged), key=_when):
        planned = desk.plan(case)
        if window.holds(case.meeting, case.kind) or case.meeting.nr in withdrawn:
            chosen.append(planned)
        elif desk.stands(case):
            standing.append(planned)
        else:
            elsewhere.append(planned)
    stops = {found for one in (*chosen, *standing) if isinstance(one, LeftOut) for found in one.findings}
    everything = in_order([*everything, *(stops - {*everything})])
    ahead = [one for one in _planned((*chosen, *standing, *elsewhere)) if _lies_ahead(one, today)]
    book = DayBook.of(house, history, now)
    clerk = Clerk(register, history, {kind.name: kind for kind in types}, now)
    cancellations = sorted(remains.cancellations(seated(ahead), clerk), key=lambda one: one.name)
    sheets = course_sheets(table, ahead)
    mail = mailpieces(_planned((*chosen, *standing)), cancellations, sheets, house, today)
    return Plan(
        workbook=workbook.name,
        institution=house,
        now=now,
        window=window,
        meetings=_planned(chosen),
        standing=_planned(standing),
        left_out=_joined(one for one in (*chosen, *standing, *remains.broken()) if isinstance(one, LeftOut)),
        gone=remains.gone(),
        withdrawn=withdrawn,
        aftermath=remains.aftermath(),
        findings=in_order(with_faults(everything, unreached(mail, house))),
        logo=logo,
        calendar=tuple(sorted(ahead, key=lambda one: (one.meeting.date, one.meeting.start, one.nr))),
        cancellations=tuple(cancellations),
        deadlines=kept,
        courses=sheets,
        decisions=decisions.open,
        tasks=tasks(decisions, lines, types, book),
        forgotten=to_forget(decisions, lines, types, book),
        mail=mail,
        history=history,
        source=workbook.source,
    )


def _remains(
    workbook: Workbook,
    register: Register,
    errors: Errors,
    history: History,
    today: dt.date,
    table: Timetable,
    judged: Iterable[Case],
) -> Remains:
    cancelled = frozenset(case.meeting.nr for case in judged if case.is_cancelled)
    numbers = table.numbers(today)
    return Remains(workbook, register, errors, history, today, numbers, cancelled, table.unsure)


def _with_agreed(judged: Iterable[Case], decisions: Decisions) -> list[Case]:
    """The cases, each with the decisions that its agenda comes back to."""
    by_agenda = decisions.by_agenda()
    return [replace(case, agreed=by_agenda.get(case.meeting.nr, ())) for case in judged]


def _is_to_be_held(case: Case) -> bool:
    return case.meeting.status not in NOT_BUILT


def _when(case: Case) -> tuple[dt.date, dt.time, str, int]:
    return case.meeting.date, case.meeting.start, case.meeting.nr, case.meeting.at.number


def _planned(results: Iterable[PlannedMeeting | LeftOut]) -> tuple[PlannedMeeting, ...]:
    return tuple(result for result in results if isinstance(result, PlannedMeeting))


def _lies_ahead(planned: PlannedMeeting, today: dt.date) -> bool:
    return planned.meeting.date >= today and not planned.is_cancelled


def _joined(left_out: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    """Each number once, with all that stops it; rows without a number stand each for itself."""
    joined: dict[str, LeftOut] = {}
    for row, left in enumerate(left_out):
        key = left.nr or f" {row}"  # no number of a meeting begins with a space
        before = joined[key].findings if key in joined else ()
        joined[key] = LeftOut(left.nr, in_order((*before, *left.findings)))
    return tuple(joined.values())
