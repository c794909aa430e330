"""The plan: what building would do, as a value. ``planner.make_plan`` makes it.

``docgen plan`` prints it, ``docgen build`` carries it out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from docgen.findings import Finding
from docgen.meetingtypes.definition import MeetingType
from docgen.model import Effort, Institution, Meeting, Resident
from docgen.planning.consent import Consent
from docgen.planning.logo import Logo
from docgen.planning.paperwork import PlannedDocument
from docgen.planning.participants import Seating


class Change(StrEnum):
    """What has become of a meeting since it was last built."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Built:
    """What the ledger remembers of a meeting: its calendar identity, when and with which content.

    ``consents`` are those that its files rest on: without them people could not be named there.
    """

    uid: str
    sequence: int
    stamp: dt.datetime
    content: str
    consents: frozenset[Consent] = frozenset()


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

    ``stamp`` is when its content last changed: the clock for a new or changed meeting, the ledger's time
    for an unchanged one. Letters are dated by it, invites stamped with it. ``length`` is in minutes.
    ``efforts`` are the resident's that have not ended before the meeting, in order of start; there are none
    where the type does not look at them.
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

    @property
    def nr(self) -> str:
        return self.meeting.nr

    @property
    def about(self) -> str:
        """What lists show beside its type: the resident's name, a group meeting's forum, or nothing."""
        return self.resident.name if self.resident else str(self.meeting.forum or "")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A meeting that is not built, and the errors that stop it; ``nr`` is empty where the row has none."""

    nr: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What building would do, with what the overview tells of the rest of the pack.

    ``standing`` are meetings that were not chosen this time: those in the pack that are still to be held,
    and those that are called off. ``left_out`` holds chosen meetings and those in the pack. ``gone`` are
    numbers that were built and now are cancelled or deleted, ``withdrawn`` those whose files name somebody
    who has no longer the resident's consent, and the numbers of the people.
    """

    workbook: str
    institution: Institution
    now: dt.datetime
    window: Window
    meetings: tuple[PlannedMeeting, ...]
    standing: tuple[PlannedMeeting, ...]
    left_out: tuple[LeftOut, ...]
    gone: tuple[str, ...]
    withdrawn: Mapping[str, frozenset[str]]
    findings: tuple[Finding, ...]
    logo: Logo | None = None
