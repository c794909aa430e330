"""From a workbook, the types and the clock to a plan: pure, and the same for shuffled rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docgen.findings import Finding, in_order
from docgen.meetingtypes.definition import MeetingType
from docgen.model import BrokenRow, Institution, Meeting, MeetingStatus, Workbook
from docgen.planning.identity import content_of, identified, uid
from docgen.planning.judging import Case, judge
from docgen.planning.logo import Logo
from docgen.planning.paperwork import folder_name, paperwork
from docgen.planning.plan import Built, Change, LeftOut, Plan, PlannedMeeting, Window
from docgen.planning.register import MEETINGS, RESIDENTS, Register
from docgen.planning.rules import house_findings
from docgen.planning.touching import Errors

NOT_BUILT = (MeetingStatus.HELD, MeetingStatus.MISSED)


def make_plan(
    workbook: Workbook,
    types: Sequence[MeetingType],
    findings: Sequence[Finding],
    *,
    now: dt.datetime,
    window: Window,
    built: Mapping[str, Built] | None = None,
    logo: Logo | None = None,
) -> Plan:
    """The plan for the meetings in the window, in the order of date, time and number.

    ``findings`` are those of reading and checking the workbook; an error leaves out the meetings that
    its row touches, and a broken row of Møder is always named. ``built`` is what the ledger remembers, by
    meeting number; without it every meeting is new. A meeting whose files rest on a consent that is
    withdrawn is built whether the window holds it or not.
    """
    register = Register.of(workbook)
    judged = [judge(meeting, types, register, now.date()) for meeting in workbook.meetings]
    tables = ((case.meeting, case.seating) for case in judged)
    about_house = house_findings(workbook.institution, tables)
    everything = in_order([*findings, *about_house, *(found for case in judged for found in case.findings)])
    house = identified(workbook.institution, workbook.name)
    desk = _Desk(workbook, house, logo, register, Errors.among(everything), now, built or {})
    withdrawn = desk.withdrawn()
    to_be_held = sorted(
        (case for case in judged if case.meeting.status not in NOT_BUILT),
        key=lambda case: (case.meeting.date, case.meeting.start, case.meeting.nr, case.meeting.at.number),
    )
    chosen, others = [], []
    for case in to_be_held:
        if window.holds(case.meeting, case.kind) or case.meeting.nr in withdrawn:
            chosen.append(desk.plan(case))
        elif desk.stands(case.meeting):
            others.append(desk.plan(case))
    results = (*chosen, *others, *desk.broken())
    return Plan(
        workbook=workbook.name,
        institution=house,
        now=now,
        window=window,
        meetings=tuple(result for result in chosen if isinstance(result, PlannedMeeting)),
        standing=tuple(result for result in others if isinstance(result, PlannedMeeting)),
        left_out=_joined(result for result in results if isinstance(result, LeftOut)),
        gone=desk.gone(),
        withdrawn=withdrawn,
        findings=everything,
        logo=logo,
    )


def _joined(left_out: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    """Each number once, with all that stops it; rows without a number stand each for itself."""
    joined: dict[str, LeftOut] = {}
    for row, left in enumerate(left_out):
        key = left.nr or f" {row}"  # no number of a meeting begins with a space
        before = joined[key].findings if key in joined else ()
        joined[key] = LeftOut(left.nr, in_order((*before, *left.findings)))
    return tuple(joined.values())


@dataclass(frozen=True, slots=True)
class _Desk:
    """What is looked up for every meeting."""

    workbook: Workbook
    house: Institution
    logo: Logo | None
    register: Register
    errors: Errors
    now: dt.datetime
    built: Mapping[str, Built]

    def plan(self, case: Case) -> PlannedMeeting | LeftOut:
        meeting, kind = case.meeting, case.kind
        cancelled = meeting.status is MeetingStatus.CANCELLED
        stops = self.errors.touching(meeting, case.seating, self.register, case.effort_rows)
        if kind is None or (stops and not cancelled):  # what is called off needs nothing that could be wrong
            return LeftOut(meeting.nr, stops)
        documents = () if cancelled else paperwork(kind, case.seating)
        content = content_of(self.house, self.logo, kind, case, documents)
        before = self.built.get(meeting.nr)
        same = before is not None and before.content == content
        return PlannedMeeting(
            meeting=meeting,
            kind=kind,
            resident=case.resident,
            seating=case.seating,
            length=case.length,
            uid=uid(meeting.nr, self.house),
            sequence=before.sequence if before else 0,
            stamp=before.stamp if before and same else self.now,
            content=content,
            change=_change(before, same, cancelled),
            documents=documents,
            folder=folder_name(meeting, kind),
            efforts=case.efforts,
        )

    def broken(self) -> tuple[LeftOut, ...]:
        """The rows of Møder that could not be understood."""
        rows = sorted(self._unread(MEETINGS), key=lambda row: row.at.number)
        return tuple(LeftOut(row.nr, self.errors.of_row(row.at)) for row in rows)

    def gone(self) -> tuple[str, ...]:
        """Built numbers that the workbook has cancelled or no longer has.

        None counts as deleted while rows of Møder cannot be read: its number may be among them.
        """
        read = self.workbook.meetings
        cancelled = {meeting.nr for meeting in read if meeting.status is MeetingStatus.CANCELLED}
        kept = {meeting.nr for meeting in read if meeting.status is not MeetingStatus.CANCELLED}
        kept |= {row.nr for row in self._unread(MEETINGS)}
        gone = cancelled & set(self.built) if self._is_unsure(MEETINGS) else set(self.built)
        return tuple(sorted(gone - kept))

    def stands(self, meeting: Meeting) -> bool:
        """Whether a meeting that was not chosen is part of what the pack tells of."""
        is_known = meeting.nr in self.built or meeting.status is MeetingStatus.CANCELLED
        return is_known and meeting.date >= self.now.date()

    def withdrawn(self) -> dict[str, frozenset[str]]:
        """Built numbers, not yet held, whose files name somebody who has no longer the consent for it: whom.

        No resident counts as deleted while rows of Beboere cannot be read.
        """
        held = {meeting.nr for meeting in self.workbook.meetings if meeting.status in NOT_BUILT}
        is_unsure = self._is_unsure(RESIDENTS)
        lost = {
            nr: frozenset(
                person
                for resident, person in built.consents
                if (resident in self.register.residents or not is_unsure)
                and self.register.is_withdrawn(resident, person)
            )
            for nr, built in sorted(self.built.items())
            if nr not in held
        }
        return {nr: people for nr, people in lost.items() if people}

    def _is_unsure(self, sheet: str) -> bool:
        """Whether a number that is not found on this sheet may yet stand there, in what cannot be read."""
        return any(not row.nr for row in self._unread(sheet)) or bool(self.errors.of_sheet(sheet))

    def _unread(self, sheet: str) -> list[BrokenRow]:
        return [row for row in self.workbook.broken if row.at.sheet == sheet]


def _change(before: Built | None, same: bool, cancelled: bool) -> Change:
    if cancelled:
        return Change.CANCELLED
    if before is None:
        return Change.NEW
    return Change.UNCHANGED if same else Change.CHANGED
