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
    CourseStatus,
    Institution,
    Meeting,
    MeetingStatus,
    Resident,
    Workbook,
)
from docgen.planning import Origin, Plan, PlannedMeeting
from tests import making

RELATIVE = "P004"
PEOPLE = ("B001", "B002", "P001", "P002", "P003", RELATIVE)
LENGTH = 60
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
        people = making.staff()
        return making.book(
            institution=self.house,
            residents=(
                making.resident(consents=self.consents, case_coordinator="P001"),
                making.resident(3, nr="B002", first_name="Berta", relatives=(), workplace_contacts=()),
            ),
            people=people,
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

    def end_course(self) -> None:
        self.change_course(status=CourseStatus.ENDED)

    def is_over(self, nr: str) -> bool:
        return nr in self.rows and self.rows[nr].status in OVER

    def wanted(self, plan: Plan) -> dict[str, Appointment]:
        """The meetings that are to be held from today on, by number."""
        rows = {nr: row for nr, row in self.rows.items() if row.status is MeetingStatus.PLANNED}
        placed = {one.nr: one for one in plan.calendar if one.origin is not Origin.PEOPLE}
        own = {nr: self._placed(one) for nr, one in placed.items()}
        written = {
            nr: self._written(row)
            for nr, row in rows.items()
            if row.date >= self.today and not row.computed and nr not in self.broken
        }
        return own | written

    def _written(self, row: Meeting) -> Appointment:
        start = dt.datetime.combine(row.date, row.start, making.COPENHAGEN)
        return Appointment(start, row.length or LENGTH, row.place, self._table(row))

    def _placed(self, planned: PlannedMeeting) -> Appointment:
        row = self.rows.get(planned.nr, planned.meeting)
        start = dt.datetime.combine(planned.meeting.date, planned.meeting.start, making.COPENHAGEN)
        return Appointment(start, row.length or LENGTH, row.place, self._table(row))

    def _table(self, row: Meeting) -> frozenset[str]:
        residents: dict[str, Resident] = {one.nr: one for one in self.workbook.residents}
        resident = residents[row.resident]
        named = {resident.nr, "P001", "P002", *row.extra}
        named |= set(resident.relatives) & set(resident.consents)
        away = {resident.nr if nr == "beboer" else nr for nr in row.absent}
        return frozenset(named - away)
