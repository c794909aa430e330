"""What an office does with its workbook, as rules of a state machine; docgen plays no part in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from docgen.model import Closure, CourseStatus, MeetingStatus
from docgen.planning.courses.series import slot
from tests import making
from tests.packs.office import RELATIVE, Office

ROWS = ("M001", "M002", "M003", "M004")
OF_COURSE = ("F001-01", "F001-02", "F001-03", "F001-04")

numbers = st.sampled_from((*ROWS, *OF_COURSE))
hours = st.sampled_from([9, 10, 11, 12, 13])


class OfficeWork(RuleBasedStateMachine):
    """Somebody keeps the workbook. ``placed`` and ``known`` are asked of those who know the pack."""

    def __init__(self) -> None:
        super().__init__()
        self.office = Office()

    def placed(self, nr: str) -> tuple[dt.date, dt.time] | None:
        """Where the meeting of a course lies, as docgen would write it on Møder."""
        raise NotImplementedError

    def known(self) -> set[str]:
        """The numbers that the pack or people know."""
        raise NotImplementedError

    @rule(nr=numbers, days=st.integers(1, 45), hour=hours)
    def move(self, nr: str, days: int, hour: int) -> None:
        if not self.office.is_over(nr):
            self.office.change(nr, date=self.office.day(days), start=dt.time(hour), computed="")

    @rule(nr=numbers, place=st.sampled_from(["Kontoret", "Mødelokale 1", "Haven"]))
    def move_elsewhere(self, nr: str, place: str) -> None:
        self.office.change(nr, place=place)

    @rule(nr=numbers, theme=st.sampled_from(["", "Nyt tema"]))
    def choose_a_theme(self, nr: str, theme: str) -> None:
        self.office.change(nr, theme=theme)

    @rule(nr=numbers, length=st.sampled_from([None, 45]))
    def make_shorter(self, nr: str, length: int | None) -> None:
        self.office.change(nr, length=length)

    @rule(nr=st.sampled_from(ROWS), days=st.integers(0, 45), resident=st.sampled_from(["B001", "B002"]))
    def add_a_meeting(self, nr: str, days: int, resident: str) -> None:
        if nr not in {*self.office.rows, *self.office.deleted} | self.known():
            self.office.write(making.meeting(nr=nr, resident=resident, date=self.office.day(days)))

    @rule(nr=numbers, status=st.sampled_from([MeetingStatus.CANCELLED, MeetingStatus.PLANNED]))
    def call_off_or_on_again(self, nr: str, status: MeetingStatus) -> None:
        if not self.office.is_over(nr):
            self.office.change(nr, status=status)

    @rule(nr=numbers, status=st.sampled_from([MeetingStatus.HELD, MeetingStatus.MISSED]))
    def hold(self, nr: str, status: MeetingStatus) -> None:
        if nr in self.office.rows and self.office.rows[nr].date <= self.office.today:
            self.office.change(nr, status=status)

    @rule(nr=numbers)
    def delete(self, nr: str) -> None:
        office = self.office
        if nr in office.rows and not (office.is_over(nr) and office.rows[nr].date >= office.today):
            office.deleted[nr] = office.rows.pop(nr)
            office.broken.discard(nr)

    @rule(nr=numbers)
    def put_back(self, nr: str) -> None:
        if nr in self.office.deleted and nr not in self.office.rows:
            self.office.write(self.office.deleted.pop(nr))

    @rule(nr=numbers)
    def make_unreadable(self, nr: str) -> None:
        if nr in self.office.rows:
            self.office.broken.add(nr)

    @rule()
    def mend_all(self) -> None:
        self.office.broken.clear()

    @rule(nr=numbers, absent=st.sampled_from([(), ("beboer",), ("P001",), ("P002",), (RELATIVE,)]))
    def take_out_or_in_again(self, nr: str, absent: tuple[str, ...]) -> None:
        self.office.change(nr, absent=absent)

    @rule(nr=numbers, extra=st.sampled_from([(), ("P003",)]))
    def invite_more(self, nr: str, extra: tuple[str, ...]) -> None:
        self.office.change(nr, extra=extra)

    @rule(consents=st.sampled_from([(), (RELATIVE,)]))
    def consent(self, consents: tuple[str, ...]) -> None:
        self.office.consents = consents

    @rule(nr=st.sampled_from(OF_COURSE))
    def write_the_courses_row(self, nr: str) -> None:
        """As ``docgen plan --write`` does."""
        if nr not in self.office.rows and (place := self.placed(nr)):
            day, start = place
            row = making.meeting(nr=nr, course="F001", place=self.office.course.place, theme="", occasion="")
            self.office.write(replace(row, date=day, start=start, computed=slot(day, start)))

    @rule(days=st.integers(-20, 20))
    def start_the_course_on_another_day(self, days: int) -> None:
        course = self.office.course
        start = min(course.start + dt.timedelta(days=days), course.end or dt.date.max)
        back = course.fully_back and max(course.fully_back, start)
        self.office.change_course(start=start, fully_back=back)

    @rule(hour=hours)
    def meet_at_another_hour_in_the_course(self, hour: int) -> None:
        self.office.change_course(time=dt.time(hour))

    @rule(end=st.sampled_from([dt.date(2026, 2, 20), dt.date(2026, 4, 20), dt.date(2026, 5, 20)]))
    def end_the_course_on_another_day(self, end: dt.date) -> None:
        self.office.change_course(end=max(end, self.office.course.start))

    @rule(day=st.none() | st.sampled_from([dt.date(2026, 2, 20), dt.date(2026, 3, 20)]))
    def be_fully_back(self, day: dt.date | None) -> None:
        self.office.change_course(fully_back=max(day, self.office.course.start) if day else None)

    @rule(status=st.sampled_from(CourseStatus))
    def end_the_course_or_take_it_up_again(self, status: CourseStatus) -> None:
        self.office.change_course(status=status)

    @rule(days=st.none() | st.integers(1, 45))
    def close(self, days: int | None) -> None:
        day = None if days is None else self.office.day(days)
        self.office.closures = (Closure(first=day, reason="Kursus"),) if day else ()

    @rule(calendar_id=st.sampled_from(["abc123def456", "nyt", ""]))
    def choose_a_calendar_id(self, calendar_id: str) -> None:
        self.office.house = replace(self.office.house, calendar_id=calendar_id)

    @rule(days=st.integers(1, 12))
    def let_days_pass(self, days: int) -> None:
        self.office.now += dt.timedelta(days=days)
