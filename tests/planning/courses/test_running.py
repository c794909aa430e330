"""Which courses are worked out, and how far ahead."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.findings import Finding
from docgen.meetingtypes.cadence import Cadence, Stage, Unit
from docgen.model import BrokenRow, CourseStatus, Workbook
from docgen.planning import Built, History, Plan
from docgen.planning.courses.running import AHEAD
from tests import making
from tests.planning.courses.coursebook import (
    FOUR,
    SECOND,
    book,
    codes,
    day,
    numbers,
    opened,
    own,
    places,
    plan,
    row,
    times,
)

ENDLESS = book(courses=(making.course(cadence="Hver uge"),))
YEAR = dt.timedelta(weeks=52)


def with_course(**changes: Any) -> Workbook:
    return book(courses=(making.course(**changes),))


def last(made: Plan) -> str:
    return numbers(made)[-1]


def remembered(made: Plan) -> History:
    """What a ledger holds when everything in the calendar has been built."""
    return History(
        built={
            one.nr: Built(one.uid, one.sequence, one.stamp, one.content, facets=one.facets, aim=one.aim)
            for one in made.calendar
        }
    )


class TestWhichCourses:
    @pytest.mark.parametrize(
        ("workbook", "code"),
        [
            (with_course(status=CourseStatus.ENDED), []),
            (with_course(type="samtlae"), ["E-080"]),
            (with_course(cadence="Kvartal"), ["E-241"]),
            (with_course(resident="B777"), ["E-062"]),
            (with_course(end=day("2026-02-01")), ["E-068"]),
            (with_course(fully_back=day("2026-02-01")), ["E-068"]),
            (book(residents=(making.resident(active=False), SECOND)), ["W-245"]),
            (book(residents=(SECOND,), courses=(making.course(),)), ["E-063"]),
            (book(courses=()), []),
        ],
        ids=["over", "type", "interval", "nobody", "backwards", "back before", "inactive", "deleted", "none"],
    )
    def test_a_course_that_is_over_or_wrong_has_no_meetings(
        self, workbook: Workbook, code: list[str]
    ) -> None:
        made = plan(workbook)
        assert (times(made), codes(made)) == ({}, code)

    def test_a_type_about_nobody_has_no_courses(self) -> None:
        party = making.group(name="fest", title="Fest", cadences=(FOUR,))
        made = plan(with_course(type="fest"), party)
        assert (times(made), codes(made)) == ({}, ["E-240"])

    def test_a_type_without_an_interval_is_told_of_and_takes_nothing_else_down(self) -> None:
        made = plan(book(row("F001-01", "2026-02-05 09:00")), making.kind())
        assert (times(made), codes(made)) == ({"F001-01": "2026-02-05 09:00"}, ["W-243"])

    def test_any_error_in_its_row_stops_a_course(self) -> None:
        wrong = Finding.of("E-020", making.at("Forløb", 2).place("Varighed"), heading="Varighed")
        assert times(plan(book(), findings=(wrong,))) == {}
        elsewhere = Finding.of("E-020", making.at("Forløb", 3).place("Varighed"), heading="Varighed")
        assert len(times(plan(book(), findings=(elsewhere,)))) == 4

    def test_a_number_that_stands_twice_stops_both_and_no_third(self) -> None:
        courses = (
            making.course(),
            making.course(3, nr="f001", resident="B002"),
            making.course(4, nr="F003", resident="B002"),
        )
        made = plan(book(courses=courses))
        assert list(times(made)) == ["F003-01", "F003-02", "F003-03", "F003-04"]
        assert places(made) == [("E-060", "Forløb!A3 (Nr)")]

    def test_a_course_whose_resident_cannot_be_read_waits(self) -> None:
        unread = (BrokenRow(making.at("Beboere", 2), "B001"),)
        wrong = Finding.of("E-020", making.at("Beboere", 2).place("Efternavn"), heading="Efternavn")
        made = plan(book(residents=(SECOND,), broken=unread), findings=(wrong,))
        assert (times(made), codes(made)) == ({}, ["E-020"])

    def test_two_courses_of_one_person_go_on_beside_each_other(self) -> None:
        courses = (making.course(), making.course(3, nr="F002", start=day("2026-02-05")))
        assert list(times(plan(book(courses=courses)))) == [
            f"F00{course}-0{number}" for number in range(1, 5) for course in (1, 2)
        ]

    def test_what_was_built_of_a_course_that_has_an_error_now_is_left_out_and_not_gone(self) -> None:
        made = plan(book())
        wrong = plan(with_course(cadence="Kvartal"), built=making.built(made), sent=making.sent(made))
        assert [left.nr for left in wrong.left_out] == ["F001-01", "F001-02", "F001-03", "F001-04"]
        assert {found.code for left in wrong.left_out for found in left.findings} == {"E-241"}
        assert (wrong.gone, wrong.cancellations) == ((), ())

    def test_what_was_sent_of_one_that_is_over_is_called_off(self) -> None:
        made = plan(book())
        for workbook in (
            with_course(status=CourseStatus.ENDED),
            book(residents=(making.resident(active=False), SECOND)),
        ):
            over = plan(workbook, built=making.built(made), sent=making.sent(made))
            assert over.gone == ("F001-01", "F001-02", "F001-03", "F001-04")
            assert [one.nr for one in over.cancellations] == list(over.gone)

    def test_a_shorter_course_calls_off_what_it_has_no_more(self) -> None:
        made = plan(book())
        shorter = plan(with_course(end=day("2026-02-11")), built=making.built(made), sent=making.sent(made))
        assert (list(times(shorter)), shorter.gone) == (["F001-01", "F001-02"], ("F001-03", "F001-04"))
        assert [one.nr for one in shorter.cancellations] == ["F001-03", "F001-04"]


class TestTheHorizon:
    def test_it_is_a_year_ahead(self) -> None:
        assert AHEAD == YEAR
        assert times(plan(ENDLESS, today="2026-01-20"))["F001-51"] == "2027-01-19 09:00"
        assert last(plan(ENDLESS, today="2026-01-19")) == "F001-50"

    @given(st.integers(0, 400))
    def test_time_adds_meetings_at_the_end_and_changes_none(self, days: int) -> None:
        later = str(day("2026-01-19") + dt.timedelta(days=days))
        before, after = times(plan(ENDLESS)), times(plan(ENDLESS, today=later))
        both = before.keys() & after.keys()
        assert {nr: before[nr] for nr in both} == {nr: after[nr] for nr in both}
        assert {nr for nr, when in before.items() if when[:10] >= later} == both

    def test_a_cadence_that_ends_is_worked_out_to_its_end_within_the_year(self) -> None:
        half_yearly = making.kind(cadences=(Cadence("Halvår", (Stage(6, Unit.MONTHS, count=9),)),))
        assert list(times(plan(book(), half_yearly))) == ["F001-01", "F001-02"]

    def test_a_course_that_began_years_ago_keeps_its_numbers(self) -> None:
        old = with_course(cadence="Hver uge", start=day("2020-01-07"))
        assert next(iter(times(plan(old)).items())) == ("F001-316", "2026-01-20 09:00")

    def test_meetings_that_have_passed_without_a_row_are_not_planned_and_never_gone(self) -> None:
        made = plan(book())
        after = plan(book(), today="2026-02-11", built=making.built(made), sent=making.sent(made))
        assert list(times(after)) == ["F001-03", "F001-04"]
        assert (after.gone, after.cancellations, after.left_out, codes(after)) == ((), (), (), [])

    @pytest.mark.parametrize("back", ["2025-06-01", "2020-01-01"])
    def test_nothing_that_was_built_is_gone_when_the_clock_is_set_back(self, back: str) -> None:
        made = plan(ENDLESS)
        earlier = plan(ENDLESS, today=back, history=remembered(made))
        assert (earlier.gone, earlier.cancellations) == ((), ())
        assert last(earlier) == last(made) == "F001-50"

    def test_nor_is_what_was_sent(self) -> None:
        made = plan(ENDLESS)
        earlier = plan(ENDLESS, today="2025-01-01", sent=making.sent(made))
        assert (earlier.gone, earlier.cancellations) == ((), ())
        assert last(earlier) == "F001-50"

    def test_nor_is_a_row_that_docgen_wrote_called_off_then(self) -> None:
        written = book(own("F001-50", "2027-01-12 09:00"), courses=ENDLESS.courses)
        earlier = plan(written, today="2025-06-01")
        assert times(earlier)["F001-50"] == "2027-01-12 09:00"
        assert last(earlier) == "F001-50"

    def test_also_the_last_one_stays_where_a_holiday_has_moved_it(self) -> None:
        # Tuesday 24 and 31 December 2024 are days off: the meetings are on the 23rd and the 30th
        moved = with_course(cadence="Hver uge", start=day("2024-01-02"))
        made = plan(moved, today="2024-01-02")
        assert times(made)["F001-53"] == "2024-12-30 09:00"
        earlier = plan(moved, today="2023-01-01", history=remembered(made))
        assert (earlier.gone, last(earlier)) == ((), "F001-53")
        written = replace(moved, meetings=(own("F001-53", "2024-12-30 09:00"),))
        assert times(plan(written, today="2023-01-01"))["F001-53"] == "2024-12-30 09:00"

    def test_what_has_been_built_does_not_draw_the_horizon_on(self) -> None:
        made = plan(ENDLESS)
        for _ in range(3):
            made = plan(ENDLESS, history=remembered(made))
        assert last(made) == "F001-50"

    def test_nor_does_a_row_with_a_number_that_the_course_never_reaches(self) -> None:
        extra = book(row("F001-99", "2026-12-30 09:00"), courses=ENDLESS.courses)
        made = plan(extra)
        for _ in range(3):
            made = plan(extra, history=remembered(made))
        assert len(numbers(made)) == 51


def test_the_talk_on_the_first_day_counts_among_a_courses_numbers() -> None:
    made = plan(opened())
    again = plan(opened(), today="2026-03-01", built=making.built(made), sent=making.sent(made))
    assert (again.gone, again.cancellations) == ((), ())
