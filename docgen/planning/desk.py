"""The planner's desk: what becomes of one judged meeting."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from docgen.findings import Finding
from docgen.meetingtypes.definition import MeetingType
from docgen.model import Institution
from docgen.planning.facets import Facets, changed, facets_of, fingerprint, message
from docgen.planning.history import Built, History, Replaced, Sent
from docgen.planning.identity import cancelled_sequence, sequence, uid
from docgen.planning.judging import Case
from docgen.planning.logo import Logo
from docgen.planning.outgoing import action_of, letters_are_due, mail_from, replaced, updated
from docgen.planning.paperwork import folder_name, paperwork
from docgen.planning.planned import Change, LeftOut, PlannedMeeting, Window
from docgen.planning.register import Register
from docgen.planning.touching import Errors


@dataclass(frozen=True, slots=True)
class Desk:
    """What is looked up for every meeting."""

    house: Institution
    logo: Logo | None
    register: Register
    errors: Errors
    now: dt.datetime
    window: Window
    history: History

    def plan(self, case: Case) -> PlannedMeeting | LeftOut:
        """The meeting with all that is to be written, or the errors that stop it."""
        meeting, kind = case.meeting, case.kind
        sent = self.history.sent.get(meeting.nr)
        stops = (
            *self.errors.touching(meeting, case.seating, self.register, case.effort_rows),
            *another(case, sent),
        )
        if kind is None or (stops and not case.is_cancelled):  # what is called off needs nothing else
            return LeftOut(meeting.nr, stops)
        return self._planned(case, kind, sent)

    def stands(self, case: Case) -> bool:
        """Whether a meeting that was not chosen is part of what the pack tells of."""
        built = self.history.built.get(case.meeting.nr)
        is_known = (built is not None and built.has_folder) or case.is_cancelled
        return is_known and case.meeting.date >= self.now.date()

    def _planned(self, case: Case, kind: MeetingType, sent: Sent | None) -> PlannedMeeting:
        meeting, cancelled = case.meeting, case.is_cancelled
        before = self.history.built.get(meeting.nr)
        letters = not cancelled and self._has_letters(case, before, sent)
        documents = () if cancelled else paperwork(kind, case.seating, letters=letters)
        facets = facets_of(self.house, self.logo, kind, case, documents, case.answers)
        replaces = replaced(sent, facets) if letters else None
        content = fingerprint({**facets, "replaces": _text(replaces)})
        in_pack = before if before and before.has_folder else None
        version = cancelled_sequence(sent) if sent and cancelled else sequence(sent, facets)
        return PlannedMeeting(
            meeting=meeting,
            kind=kind,
            resident=case.resident,
            seating=case.seating,
            length=case.length,
            uid=sent.uid if sent else uid(meeting.nr, self.house),
            sequence=version,
            stamp=self._stamp(before, facets, replaces, version),
            content=content,
            change=_change(in_pack, content, version, cancelled=cancelled),
            documents=documents,
            folder=folder_name(meeting, kind),
            efforts=case.efforts,
            facets=facets,
            changed=changed(in_pack.facets, facets) if in_pack else (),
            origin=case.origin,
            aim=case.aim,
            moved=case.moved,
            answers=case.answers,
            agreed=case.agreed,
            mail_from=mail_from(meeting.date, self.house),
            letters=letters,
            action=action_of(sent, facets, cancelled=cancelled, letters=letters),
            update=updated(sent, facets),
            sent=sent,
            replaces=replaces,
        )

    def _has_letters(self, case: Case, before: Built | None, sent: Sent | None) -> bool:
        asked_for = case.meeting.nr in self.window.meetings
        return asked_for or letters_are_due(case.meeting.date, self.house, self.now.date(), before, sent)

    def _stamp(
        self, before: Built | None, facets: Facets, replaces: Replaced | None, version: int
    ) -> dt.datetime:
        """When what letters and invites say last changed."""
        if before is None or not before.facets or (before.sequence, before.replaces) != (version, replaces):
            return self.now
        return self.now if changed(message(before.facets), message(facets)) else before.stamp


def another(case: Case, sent: Sent | None) -> tuple[Finding, ...]:
    """An error for a number that was sent, and now stands for another person's meeting or another type."""
    if sent is None or case.kind is None or case.is_cancelled:
        return ()
    place = case.meeting.at.place
    if sent.facets.get("type", case.kind.name) != case.kind.name:
        return (Finding.of("E-231", place("Type"), nr=case.meeting.nr),)
    resident = case.resident.nr if case.resident else ""
    if sent.facets.get("resident", resident) != resident:
        return (Finding.of("E-231", place("Beboer"), nr=case.meeting.nr),)
    return ()


def _text(replaces: Replaced | None) -> str:
    """What a letter says of the one that it replaces."""
    return f"{replaces.on} {replaces.told}" if replaces else ""


def _change(before: Built | None, content: str, version: int, *, cancelled: bool) -> Change:
    """Also the same content is a change where calendars have another version of it by now."""
    if cancelled:
        return Change.CANCELLED
    if before is None:
        return Change.NEW
    same = (before.content, before.sequence) == (content, version)
    return Change.UNCHANGED if same else Change.CHANGED
