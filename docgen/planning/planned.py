"""One meeting as it is planned, and which meetings are: the values that a plan is made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from docgen.findings import Finding
from docgen.meetingtypes.definition import DocumentRule, MeetingType
from docgen.model import Answer, Course, Effort, Meeting, MeetingStatus, Resident
from docgen.planning.decisions.opendecision import OpenDecision
from docgen.planning.entry import Origin
from docgen.planning.facets import Facets
from docgen.planning.history import Replaced, Sent
from docgen.planning.paperwork import PlannedDocument
from docgen.planning.participants import Seating
from docgen.planning.scheduling.moved import Moved


class Change(StrEnum):
    """What has become of a meeting since it was last built."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    CANCELLED = "cancelled"


class Action(StrEnum):
    """What calendars and receivers are to be told, compared with what was last sent."""

    INVITE = "invite"
    UPDATE = "update"
    CANCEL = "cancel"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Window:
    """Which meetings are wanted: both days included, and types (folder names) and numbers; empty is all.

    A window chooses what is built, never what counts as gone.
    """

    first: dt.date = dt.date.min
    last: dt.date = dt.date.max
    types: frozenset[str] = frozenset()
    meetings: frozenset[str] = frozenset()

    def holds(self, meeting: Meeting, kind: MeetingType | None) -> bool:
        return (
            self.first <= meeting.date <= self.last
            and (not self.types or (kind is not None and kind.name in self.types))
            and (not self.meetings or meeting.nr in self.meetings)
        )


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """One meeting with all that is to be written for it.

    ``stamp`` is when what receivers are told last changed: the clock for a new or changed meeting, the
    ledger's time for an unchanged one. Letters are dated by it, invites stamped with it. ``length`` is in
    minutes. ``efforts`` are the resident's that have not ended before the meeting, in order of start; there
    are none where the type does not look at them.

    ``changed`` names the facets that are not as they were built, ``update`` those that are not as people were
    told (``docgen.planning.facets``). ``moved`` says why a computed meeting is not where its cadence puts it,
    and ``aim`` where that is. ``mail_from`` is the first day of the mailing window; ``letters`` says whether
    letters are among the documents already. ``agreed`` are the open decisions of earlier meetings that this
    one comes back to, the most urgent first. ``replaces`` is the sent letter that the new one takes the place
    of.
    """

    meeting: Meeting
    kind: MeetingType
    resident: Resident | None
    seating: Seating
    length: int
    uid: str
    sequence: int
    stamp: dt.datetime
    content: str
    change: Change
    documents: tuple[PlannedDocument, ...]
    folder: str
    efforts: tuple[Effort, ...] = ()
    facets: Facets = field(default_factory=dict, hash=False)
    changed: tuple[str, ...] = ()
    origin: Origin = Origin.PEOPLE
    aim: str = ""
    moved: Moved | None = None
    answers: tuple[Answer, ...] = ()
    agreed: tuple[OpenDecision, ...] = ()
    mail_from: dt.date = dt.date.min
    letters: bool = True
    action: Action = Action.INVITE
    update: tuple[str, ...] = ()
    sent: Sent | None = None
    replaces: Replaced | None = None

    @property
    def nr(self) -> str:
        return self.meeting.nr

    @property
    def about(self) -> str:
        """What lists show beside its type: the resident's name, a group meeting's forum, or nothing."""
        return self.resident.name if self.resident else str(self.meeting.forum or "")

    @property
    def is_cancelled(self) -> bool:
        return self.meeting.status is MeetingStatus.CANCELLED


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A meeting that is not built, and the errors that stop it; ``nr`` is empty where the row has none."""

    nr: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class CourseSheet:
    """A document about a whole course: its template's rule, and the meetings that lie ahead, by date."""

    course: Course
    kind: MeetingType
    rule: DocumentRule
    meetings: tuple[PlannedMeeting, ...]

    @property
    def file(self) -> str:
        return f"{self.rule.stem}.docx"
