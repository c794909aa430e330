"""How long it takes to plan a whole institution: 500 weekly courses, half a year of them.

    python -m benchmarks.plan [COURSES]

Every course has a resident of its own and meets weekly; 40 leaders and 60 rooms are shared, and Christmas
and the summer are closed. Printed are the seconds of the whole plan, of the timetable in it (the cadence
engine, who is free, which room), and of the bare dates as dateutil's ``rrule`` gives them, which is the peer:
it knows no holidays, no people and no rooms.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from dataclasses import replace
from time import perf_counter
from typing import TypeVar
from zoneinfo import ZoneInfo

from dateutil.rrule import WEEKLY, rrule

import docgen
from docgen.meetingtypes.cadence import Cadence, Stage, Unit
from docgen.meetingtypes.definition import MeetingType
from docgen.model import Closure, Course, Institution, Person, Resident, Role, Weekday, Workbook
from docgen.planning import NOTHING, Plan, Window, make_plan
from docgen.planning.register import Register
from docgen.planning.timetable import timetable
from docgen.planning.touching import Errors

T = TypeVar("T")
START = dt.date(2026, 1, 5)
LAST = START + dt.timedelta(weeks=26) - dt.timedelta(days=1)
NOW = dt.datetime(2026, 1, 5, tzinfo=ZoneInfo("Europe/Copenhagen"))
LEADERS, ROOMS = 40, 60


def weekly() -> MeetingType:
    """The shipped talk between leader and employee, every week until the course ends."""
    (kind,) = (one for one in docgen.meeting_types() if one.name == "opfoelgningssamtale")
    return replace(kind, cadences=(Cadence("Hver uge", (Stage(every=1, unit=Unit.WEEKS),)),))


def house(courses: int) -> Workbook:
    """An invented institution with so many courses, spread over the week and the day."""
    hours = [dt.time(hour, minute) for hour in range(8, 16) for minute in (0, 30)]
    numbers = range(courses)
    return Workbook(
        name="stort",
        institution=Institution(
            name="Storhuset",
            email="post@storhuset.example",
            sender="Inge Prøve",
            phone="70 00 00 00",
            calendar_id="stort-0",
            day_starts=dt.time(8),
            day_ends=dt.time(16),
        ),
        residents=tuple(
            Resident(
                nr=f"B{n:04}",
                first_name="Asta",
                last_name=f"Prøve {n}",
                leader=f"P{n % LEADERS:03}",
                employed=True,
                address="Prøvevej 1",
                postcode="9999",
                city="Prøveby",
            )
            for n in numbers
        ),
        people=tuple(
            Person(nr=f"P{n:03}", name=f"Leder {n}", role=Role.LEADER, email=f"leder{n}@storhuset.example")
            for n in range(LEADERS)
        ),
        courses=tuple(
            Course(
                nr=f"F{n:04}",
                resident=f"B{n:04}",
                type="opfoelgningssamtale",
                start=START,
                end=LAST,
                weekday=list(Weekday)[n % 5],
                time=hours[n // 5 % len(hours)],
                length=30,
                place=f"Lokale {n % ROOMS}, Storvej 1",
            )
            for n in numbers
        ),
        closures=(Closure(first=dt.date(2026, 2, 9), last=dt.date(2026, 2, 13), reason="Vinterferie"),),
    )


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What the work gives, and the best of three times in seconds."""
    best, given = float("inf"), work()
    for _ in range(3):
        begun = perf_counter()
        given = work()
        best = min(best, perf_counter() - begun)
    return given, best


def main(courses: int) -> None:
    """Prints the table."""
    workbook, kind = house(courses), weekly()

    def whole() -> Plan:
        return make_plan(workbook, (kind,), (), now=NOW, window=Window())

    def dates() -> int:
        return sum(len(list(rrule(WEEKLY, dtstart=NOW, until=LAST_MOMENT))) for _ in workbook.courses)

    register, errors = Register.of(workbook), Errors.among(())
    plan, seconds = timed(whole)
    table, placing = timed(lambda: timetable(workbook, (kind,), register, errors, NOTHING, START))
    bare, peer = timed(dates)
    moved = sum(planned.moved is not None for planned in plan.meetings)
    clashes = sum(found.code.startswith("W-25") for found in plan.findings)
    print(f"{courses} courses, {len(plan.meetings)} meetings, {moved} moved, {clashes} conflicts left")
    print(f"whole plan       {seconds:8.2f} s   {seconds / len(plan.meetings) * 1e6:6.0f} µs a meeting")
    print(f"timetable        {placing:8.2f} s   of {len(table.entries)} meetings")
    print(f"bare dates, peer {peer:8.2f} s   {bare} dates; the plan takes {seconds / peer:.0f} times that")


LAST_MOMENT = dt.datetime.combine(LAST, dt.time(23, 59), NOW.tzinfo)

if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
