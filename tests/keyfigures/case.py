"""Small invented houses for key figures: people in courses with promises, efforts and meetings held."""

from __future__ import annotations

import datetime as dt
from typing import Any

from docgen.keyfigures.compute import key_figures
from docgen.keyfigures.values import Figure, KeyFigures, Table
from docgen.meetingtypes.cadence import Base, Cadence, Deadline, KeptBy, Stage
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.quota import Quota
from docgen.model import Archived, Course, Effort, EffortKind, Meeting, MeetingStatus, Resident, Workbook
from tests import making

FOLLOW_UP = Deadline("opfoelgning", "Frist: første opfølgning", days=7)
PLAN = Deadline("plan", "Frist: planen er på plads", days=21)
EFFORT = Deadline(
    "indsats", "Frist: en indsats er begyndt", months=6, counted_from=Base.GRANTED, kept_by=KeptBy.EFFORT
)
PROMISES = (FOLLOW_UP, PLAN, EFFORT)
FAR_AHEAD = Stage(within_days=1000)
FEBRUARY, TODAY = dt.date(2026, 2, 1), dt.date(2026, 3, 10)
NUMBERS = range(1, 7)


def day(text: str) -> dt.date:
    """A day of 2026 by month and day (``02-03``), or any day by its whole date."""
    return dt.date.fromisoformat(text if len(text) > len("02-03") else f"2026-{text}")


def course_type(*promises: Deadline, **changes: Any) -> MeetingType:
    """A type whose cadence makes these promises; without any, all three. It wants no meeting for years."""
    cadence = Cadence("A", (FAR_AHEAD,), deadlines=promises or PROMISES)
    return making.kind(**{"cadences": (cadence,), **changes})


def resident(number: int, **changes: Any) -> Resident:
    return making.resident(row=number + 1, nr=f"B{number:03}", **changes)


def course(number: int, start: str = "2025-10-07", granted: str = "2025-10-10", **changes: Any) -> Course:
    """The course of the resident with the same number."""
    return making.course(
        row=number + 1,
        nr=f"F{number:03}",
        resident=f"B{number:03}",
        start=day(start),
        granted=day(granted) if granted else None,
        **changes,
    )


def effort(number: int, start: str, end: str = "", kind: EffortKind | None = EffortKind.PLACEMENT,
           **changes: Any) -> Effort:  # fmt: skip
    """An effort of the resident with this number."""
    ends = day(end) if end else None
    return making.effort(
        row=changes.pop("row", number + 1),
        resident=f"B{number:03}",
        start=day(start),
        end=ends,
        kind=kind,
        **changes,
    )


def meeting(number: int, date: str, status: str = "Afholdt", nr: str = "", **changes: Any) -> Meeting:
    """A meeting in the course of the resident with this number."""
    made = {"nr": nr or f"F{number:03}-{date}", "resident": f"B{number:03}", "course": f"F{number:03}"}
    return making.meeting(date=day(date), status=MeetingStatus(status), **{**made, **changes})


def archived(number: int, date: str, status: str = "Afholdt") -> Archived:
    """The same, after it has left the workbook."""
    return making.archived(
        f"F{number:03}-{date}",
        resident=f"B{number:03}",
        course=f"F{number:03}",
        date=day(date),
        status=MeetingStatus(status),
    )


def house(*meetings: Meeting, **changes: Any) -> Workbook:
    """Six residents, each in a course that has gone on since October."""
    made: dict[str, Any] = {
        "residents": tuple(map(resident, NUMBERS)),
        "courses": tuple(map(course, NUMBERS)),
        "meetings": meetings,
    }
    return Workbook(name="hus", **{"institution": making.house(), **made, **changes})


def figures(
    workbook: Workbook,
    *types: MeetingType,
    month: dt.date = FEBRUARY,
    today: dt.date = TODAY,
    weeks: int = 8,
) -> KeyFigures:
    """All figures of February 2026, seen on 10 March, with the people behind them."""
    known = types or (course_type(),)
    return key_figures(workbook, known, workbook.findings, month=month, today=today, weeks=weeks)


def figure(made: KeyFigures, key: str) -> Figure:
    """The figure with this key."""
    (only,) = (one for one in made.figures if one.key == key)
    return only


def share(made: KeyFigures, key: str) -> tuple[float, float | None]:
    """Numerator and denominator of this month."""
    now = figure(made, key).now
    return now.amount, now.of


def table(made: KeyFigures, key: str) -> Table:
    """The table with this key."""
    (only,) = (one for section in made.sections for one in section.tables if one.key == key)
    return only


def column(made: KeyFigures, key: str, name: str, month: str = "nu") -> dict[str, int]:
    """A column of a table, by the keys of its rows; rows of nought are left out."""
    found = table(made, key)
    at = found.columns.index((name, month))
    return {row.key: row.cells[at].amount for row in found.rows if row.cells[at].amount}


def yearly(meetings: int = 2) -> MeetingType:
    """A type of which everybody in employment is to have so many a year."""
    quota = Quota(meetings, 12, "I beskæftigelse")
    return making.kind(name="aarsmoede", title="Årsmøde", quota=quota)
