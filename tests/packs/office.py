"""An office that keeps a workbook from day to day, for tests that walk through its life.

What it wants of each meeting is worked out here, by other means than the plan's; only where a course's
meetings lie is the plan's own word.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from docgen.findings import Finding
from docgen.model import (
    BrokenRow,
    Closure,
    Course,
    Institution,
    Meeting,
    MeetingStatus,
    Resident,
    Workbook,
)
from docgen.planning import Origin, Plan
from tests import making

RELATIVE = "P004"
PEOPLE = ("B001", "B002", "P001", "P002", "P003", RELATIVE)
LENGTH = 60
FRIDAY = 4
OVER = (MeetingStatus.HELD, MeetingStatus.MISSED)


@dataclass(frozen=True)
class Appointment:
    """When, where and with whom a meeting is, ``minutes`` long."""

    start: dt.datetime
    minutes: int
    place: str
    people: frozenset[str]

    @property
    def day(self) -> dt.date:
        return self.start.date()

    @property
    def end(self) -> dt.datetime:
        return self.start + dt.timedelta(minutes=self.minutes)


@dataclass
class Office:
    """The workbook as it stands today. ``deleted`` are rows that may be put back, ``broken`` those that no
    program can read.
    """

    now: dt.datetime = making.NOW
    house: Institution = field(default_factory=making.house)
    rows: dict[str, Meeting] = field(default_factory=dict)
    deleted: dict[str, Meeting] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    consents: tuple[str, ...] = (RELATIVE,)
    closures: tuple[Closure, ...] = ()
    course: Course = field(default_factory=lambda: making.course(time=dt.time(12), end=dt.date(2026, 4, 20)))

    def __post_init__(self) -> None:
        self.write(making.meeting())
        self.write(making.meeting(nr="M002", resident="B002", date=dt.date(2026, 2, 4)))

    @property
    def today(self) -> dt.date:
        return self.now.date()

    @property
    def workbook(self) -> Workbook:
        rows = [replace(row, at=making.at("Møder", line)) for line, row in enumerate(self.rows.values(), 2)]
        unread = [row for row in rows if row.nr in self.broken]
        return making.book(
            institution=self.house,
            residents=(
                making.resident(consents=self.consents, case_coordinator="P001"),
                making.resident(3, nr="B002", first_name="Berta", relatives=(), workplace_contacts=()),
            ),
            courses=(self.course,),
            closures=self.closures,
            meetings=tuple(row for row in rows if row.nr not in self.broken),
            broken=tuple(BrokenRow(row.at, row.nr) for row in unread),
            findings=tuple(Finding.of("E-020", row.at.place("Dato"), heading="Dato") for row in unread),
        )

    def write(self, row: Meeting) -> None:
        self.rows[row.nr] = row

    def change(self, nr: str, **changes: object) -> None:
        """Changes cells of the row, if it is there."""
        if nr in self.rows:
            self.rows[nr] = replace(self.rows[nr], **changes)  # type: ignore[arg-type]

    def change_course(self, **changes: object) -> None:
        self.course = replace(self.course, **changes)  # type: ignore[arg-type]

    def day(self, days: int) -> dt.date:
        """So many days from now; of a weekend, the Monday after it."""
        day = self.today + dt.timedelta(days=days)
        return day + dt.timedelta(days=7 - day.weekday() if day.weekday() > FRIDAY else 0)

    def is_over(self, nr: str) -> bool:
        """Whether the meeting was held or missed."""
        return nr in self.rows and self.rows[nr].status in OVER

    def is_out_of_sight(self, nr: str) -> bool:
        """Whether nothing can be said of it: its row cannot be read, or it is over, or its day is."""
        row = self.rows.get(nr)
        has_passed = row is not None and row.status is MeetingStatus.PLANNED and row.date < self.today
        return nr in self.broken or self.is_over(nr) or has_passed

    def wanted(self, plan: Plan) -> dict[str, Appointment]:
        """The meetings that are to be held from today on, by number."""
        computed = [one.meeting for one in plan.calendar if one.origin is not Origin.PEOPLE]
        by_people = [
            row
            for row in self.rows.values()
            if row.status is MeetingStatus.PLANNED
            and row.date >= self.today
            and not row.computed
            and row.nr not in self.broken
        ]
        return {row.nr: self._appointment(row) for row in (*computed, *by_people)}

    def _appointment(self, meeting: Meeting) -> Appointment:
        """What it comes to; what a row of the sheet says besides date and time, it says."""
        row = self.rows.get(meeting.nr, meeting)
        start = dt.datetime.combine(meeting.date, meeting.start, making.COPENHAGEN)
        return Appointment(start, row.length or LENGTH, row.place, self._table(row))

    def _table(self, row: Meeting) -> frozenset[str]:
        residents: dict[str, Resident] = {one.nr: one for one in self.workbook.residents}
        resident = residents[row.resident]
        named = {resident.nr, "P001", "P002", *row.extra}
        named |= set(resident.relatives) & set(resident.consents)
        away = {resident.nr if nr == "beboer" else nr for nr in row.absent}
        return frozenset(named - away)
