"""Workbooks with courses, and what a plan says of them as text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from docgen.findings import Finding
from docgen.meetingtypes.cadence import Base, Cadence, Deadline, Event, KeptBy, Stage, Unit
from docgen.meetingtypes.definition import Length, MeetingType
from docgen.model import Meeting, Role, Workbook
from docgen.planning import Plan
from docgen.planning.courses.series import slot
from tests import making

WEEKLY = Cadence("Hver uge", (Stage(1, Unit.WEEKS),))
FOUR = Cadence("Fire gange", (Stage(1, Unit.WEEKS, count=4),))
BACK = Cadence("Tilbage", (Stage(1, Unit.WEEKS, until_event=Event.FULLY_BACK),))
KIND = making.kind(cadences=(FOUR, WEEKLY, BACK))

PROMISES = (
    Deadline("opfoelgning", "Frist: første opfølgning", days=7),
    Deadline("plan", "Frist: planen er på plads", days=21),
    Deadline("indsats", "Frist: en indsats er begyndt", 0, 6, Base.GRANTED, KeptBy.EFFORT),
)
PROMISED = Cadence(
    "Ressourceforløb",
    (Stage(within_days=7), Stage(within_days=21), Stage(1, Unit.MONTHS, until_month=6)),
    deadlines=PROMISES,
    same_day="gennemgang",
)
FOLLOW_UP = making.kind(name="opfoelgning", title="Opfølgning i forløb", cadences=(PROMISED,))
TEAM = making.kind(name="team", title="Rehabiliteringsmøde")
TALK = making.kind(name="gennemgang", title="Gennemgang", length=Length(15, 15, 30))
OPENED = (FOLLOW_UP, TEAM, TALK)
"""The types of a course that a team meeting opens, with the talk that follows it."""
GRANTED = dt.date(2026, 2, 6)
COORDINATOR = making.person("P020", Role.CASE_COORDINATOR, 20)
SECOND = making.resident(3, nr="B002", first_name="Bodil", unit_contacts=("P012",), workplace_contacts=(),
                         development_lead="P011")  # fmt: skip
"""Somebody whose meetings none of the other's people go to."""
OTHERS = (
    making.person("P011", Role.DEVELOPMENT_LEAD, 11),
    making.person("P012", Role.CONTACT_PERSON, 12),
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def time(text: str) -> dt.time:
    return dt.time.fromisoformat(text)


def book(*rows: Meeting, **changes: Any) -> Workbook:
    """One course of four meetings from Tuesday 3 February at 9, and these rows of Møder, or none."""
    made = {"courses": (making.course(),), "residents": (making.resident(), SECOND)}
    people = (*making.staff(), *OTHERS, COORDINATOR)
    return replace(making.book(**{**made, "people": people, **changes}), meetings=rows)


def row(nr: str, when: str, number: int = 2, **changes: Any) -> Meeting:
    """A row of the course that people wrote: ``row("F001-02", "2026-02-10 09:00")``."""
    date, start = when.split()
    made = {"course": "F001", "place": "Kontoret", "theme": "", "occasion": ""}
    return making.meeting(number, nr=nr, date=day(date), start=time(start), **{**made, **changes})


def own(nr: str, when: str, number: int = 2, **changes: Any) -> Meeting:
    """The same as docgen writes it."""
    made = row(nr, when, number, **changes)
    return made if "computed" in changes else replace(made, computed=slot(made.date, made.start))


def opened(*rows: Meeting, start: str = "10:00", **changes: Any) -> Workbook:
    """A course that the team meeting M001 opens on 3 February, for an hour."""
    made = {"type": "opfoelgning", "time": time("13:00"), "granted": GRANTED}
    course = making.course(**{**made, **changes.pop("course", {})})
    asta = making.resident(case_coordinator="P020")
    meeting = row("M001", f"2026-02-03 {start}", type="team")
    return book(meeting, *rows, **{"courses": (course,), "residents": (asta, SECOND), **changes})


def second(nr: str, when: str, number: int = 9, **changes: Any) -> Meeting:
    """A meeting about the other resident, in no course."""
    return row(nr, when, number, **{"resident": "B002", "course": "", "place": "Andetsteds", **changes})


def times(plan: Plan) -> dict[str, str]:
    """When each meeting that is to be held is, by number, in the order of the plan."""
    return {
        one.nr: f"{one.meeting.date} {one.meeting.start:%H:%M}"
        for one in plan.meetings
        if not one.is_cancelled
    }


def called_off(plan: Plan) -> list[str]:
    return [one.nr for one in plan.meetings if one.is_cancelled]


def left_out(plan: Plan) -> list[str]:
    return [one.nr for one in plan.left_out]


def codes(plan: Plan, *among: str) -> list[str]:
    """The codes of the findings, of those ``among`` only if any are given."""
    return [found.code for found in plan.findings if not among or found.code in among]


def places(plan: Plan, *among: str) -> list[tuple[str, str]]:
    """Code and cell of each finding."""
    return [(one.code, str(one.place)) for one in plan.findings if not among or one.code in among]


def said(plan: Plan, code: str) -> Finding:
    """The one finding with this code."""
    (found,) = (one for one in plan.findings if one.code == code)
    return found


def plan(workbook: Workbook, *types: MeetingType, today: str = "2026-01-19", **wishes: Any) -> Plan:
    """The plan of the whole workbook on the morning of this day."""
    now = dt.datetime.combine(day(today), dt.time(8), making.COPENHAGEN)
    return making.plan(workbook, *(types or (KIND, *OPENED)), now=now, **wishes)


def numbers(plan: Plan, course: str = "F001") -> Sequence[str]:
    """The numbers of a course's meetings in the calendar."""
    return [one.nr for one in plan.calendar if one.meeting.course == course]
