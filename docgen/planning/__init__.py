"""Planning: pure functions of the workbook, the meeting types, the clock and what was built before."""

from docgen.planning.cancellations import Cancellation
from docgen.planning.consent import Consent
from docgen.planning.courses.deadlines import CourseDeadline
from docgen.planning.decisions.opendecision import OpenDecision
from docgen.planning.duedays import DayBook, DueDay
from docgen.planning.entry import Origin
from docgen.planning.facets import TOLD, Facets, Told, changed
from docgen.planning.history import NOTHING, Built, Entered, History, Replaced, Sent
from docgen.planning.identity import cancelled_sequence
from docgen.planning.logo import Logo
from docgen.planning.mailpieces import Home, Mailpiece, Paper
from docgen.planning.paperwork import PlannedDocument
from docgen.planning.participants import Participant, Seating
from docgen.planning.plan import Plan
from docgen.planning.planned import Action, Change, CourseSheet, LeftOut, PlannedMeeting, Window
from docgen.planning.planner import make_plan
from docgen.planning.scheduling.moved import Moved
from docgen.planning.seating import seat

__all__ = [
    "NOTHING",
    "TOLD",
    "Action",
    "Built",
    "Cancellation",
    "Change",
    "Consent",
    "CourseDeadline",
    "CourseSheet",
    "DayBook",
    "DueDay",
    "Entered",
    "Facets",
    "History",
    "Home",
    "LeftOut",
    "Logo",
    "Mailpiece",
    "Moved",
    "OpenDecision",
    "Origin",
    "Paper",
    "Participant",
    "Plan",
    "PlannedDocument",
    "PlannedMeeting",
    "Replaced",
    "Seating",
    "Sent",
    "Told",
    "Window",
    "cancelled_sequence",
    "changed",
    "make_plan",
    "seat",
]
