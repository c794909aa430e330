"""The plan: what building would do, as a value. ``planner.make_plan`` makes it.

``docgen plan`` prints it, ``docgen build`` carries it out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.findings import Finding
from docgen.model import Institution
from docgen.planning.cancellations import Cancellation
from docgen.planning.courses.deadlines import CourseDeadline
from docgen.planning.decisions.opendecision import OpenDecision
from docgen.planning.duedays import DueDay
from docgen.planning.history import NOTHING, History
from docgen.planning.logo import Logo
from docgen.planning.mailpieces import Mailpiece
from docgen.planning.planned import CourseSheet, LeftOut, PlannedMeeting, Window


@dataclass(frozen=True, slots=True)
class Plan:
    """What building would do, with what the overview tells of the rest of the pack.

    ``standing`` are meetings that were not chosen this time: those in the pack that are still to be held,
    and those that are called off. ``left_out`` holds chosen meetings and those in the pack. ``gone`` are
    numbers that were built and now are cancelled or deleted, ``withdrawn`` those whose files name somebody
    who has no longer the resident's consent, and the numbers of the people; ``aftermath`` the same of
    meetings that have been held.

    ``calendar`` holds every meeting that lies ahead, whichever were chosen: what people's calendar files are
    made of. ``cancellations`` is what was sent and is called off, for everybody or for one; ``deadlines`` are
    the promises of the courses; ``courses`` the sheets with all dates of a course. ``decisions`` are what
    meetings decided and nobody has marked as done, the most urgent first, and ``tasks`` their deadlines in
    people's calendars, by person; ``forgotten`` are the UIDs of those whose consent is gone. ``mail`` is
    all that is mailed of what lies ahead, sent already or not. ``source`` is the SHA-256 of the workbook that
    was read.
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
    aftermath: Mapping[str, frozenset[str]] = field(default_factory=dict)
    logo: Logo | None = None
    calendar: tuple[PlannedMeeting, ...] = ()
    cancellations: tuple[Cancellation, ...] = ()
    deadlines: tuple[CourseDeadline, ...] = ()
    courses: tuple[CourseSheet, ...] = ()
    decisions: tuple[OpenDecision, ...] = ()
    tasks: Mapping[str, tuple[DueDay, ...]] = field(default_factory=dict)
    forgotten: frozenset[str] = frozenset()
    mail: tuple[Mailpiece, ...] = ()
    history: History = NOTHING
    source: str = ""
