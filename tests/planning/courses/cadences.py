"""Courses worked out, as text that people can read beside a calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from docgen import danish
from docgen.meetingtypes.cadence import Cadence, Event, Stage, Unit
from docgen.model import Closure, Course
from docgen.planning.courses.cadence import Occurrence, deadlines, nr_of, occurrences
from docgen.planning.scheduling.moved import WEEKEND, Moved, in_danish
from docgen.planning.scheduling.workdays import CLOSED, Workdays
from tests import making

DANISH = {WEEKEND: "weekend", CLOSED: "lukket"}
WEEKLY = Stage(1, Unit.WEEKS)
FORTNIGHTLY = Stage(2, Unit.WEEKS)
MONTHLY = Stage(1, Unit.MONTHS)
UNTIL_BACK = Stage(2, Unit.WEEKS, until_event=Event.FULLY_BACK)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def course(start: str, **changes: Any) -> Course:
    return making.course(start=day(start), **changes)


def of(*stages: Stage, **changes: Any) -> Cadence:
    return Cadence("A", stages, **changes)


def worked_out(
    course: Course, cadence: Cadence, closures: Sequence[Closure] = (), horizon: str = "2027-01-31"
) -> tuple[Occurrence, ...]:
    return occurrences(course, cadence, Workdays.of(closures), day(horizon))


def aims(course: Course, cadence: Cadence, horizon: str = "2027-01-31") -> list[str]:
    """Where the cadence puts the meetings."""
    return [str(one.aim) for one in worked_out(course, cadence, horizon=horizon)]


def dates(course: Course, cadence: Cadence, *closures: Closure, horizon: str = "2027-01-31") -> list[str]:
    """When the meetings are held; ``-`` for one that no day is left for."""
    return [str(one.date or "-") for one in worked_out(course, cadence, closures, horizon)]


def as_text(course: Course, cadence: Cadence, closures: Sequence[Closure] = ()) -> str:
    """A year of the course: what it says of itself, its meetings, its deadlines."""
    said = {
        "Start": course.start,
        "Bevilget": course.granted,
        "Fuldt tilbage": course.fully_back,
        "Slut": course.end,
    }
    heading = [f"{name} {danish.full_date(value)}" for name, value in said.items() if value]
    heading += [f"Ugedag {course.weekday}"] if course.weekday else []
    heading += [f"Lukket {_span(row)}" for row in closures]
    meetings = [_meeting(course, one) for one in worked_out(course, cadence, closures)]
    promises = [f"{one.title}: {danish.full_date(date)}" for one, date in deadlines(course, cadence)]
    return "\n".join([f"# {course.nr} {cadence.name}", *heading, "", *meetings, *promises]) + "\n"


def _span(row: Closure) -> str:
    days = danish.full_date(row.first) + (f" til {danish.full_date(row.last)}" if row.last else "")
    return days + (f" ({row.reason})" if row.reason else "")


def _meeting(course: Course, one: Occurrence) -> str:
    nr, reason = nr_of(course.nr, one.number), DANISH.get(one.reason, one.reason)
    held = one.date or one.aim
    week = f"uge {held.isocalendar().week}"
    if one.date is None:
        return f"{nr}  {week:6}  {danish.full_date(one.aim)}  ingen dag i nærheden ({reason})"
    moved = f"  {in_danish(Moved(one.aim, dt.time(10), reason), reason)}" if one.reason else ""
    return f"{nr}  {week:6}  {danish.full_date(one.date)}{moved}"
