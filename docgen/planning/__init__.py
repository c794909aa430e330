"""Planning: pure functions of the workbook, the meeting types, the clock and what was built before."""

from docgen.planning.consent import Consent
from docgen.planning.logo import Logo
from docgen.planning.paperwork import PlannedDocument
from docgen.planning.participants import Participant, Seating
from docgen.planning.plan import (
    Built,
    Change,
    LeftOut,
    Plan,
    PlannedMeeting,
    Window,
)
from docgen.planning.planner import make_plan
from docgen.planning.seating import seat

__all__ = [
    "Built",
    "Change",
    "Consent",
    "LeftOut",
    "Logo",
    "Participant",
    "Plan",
    "PlannedDocument",
    "PlannedMeeting",
    "Seating",
    "Window",
    "make_plan",
    "seat",
]
