"""The promises of a course: when they are due, what keeps them, and when one asks."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.meetingtypes.cadence import Cadence, Deadline
from docgen.model import Effort
from docgen.planning.courses.deadlines import CourseDeadline, course_deadlines, deadline_findings
from tests import making
from tests.meetingtypes.samples import shipped
from tests.planning.courses.coursebook import PROMISED, day, opened, places, plan

COURSE = making.course(type="opfoelgning", granted=day("2026-02-06"))
FIRST, PLAN, EFFORT = "F001-opfoelgning", "F001-plan", "F001-indsats"


def promised(
    *meetings: str, efforts: tuple[Effort, ...] = (), cadence: Cadence = PROMISED, **course: Any
) -> dict[str, CourseDeadline]:
    days = [day(text) for text in meetings]
    made = course_deadlines(replace(COURSE, **course), making.resident(), cadence, days, efforts)
    return {one.nr: one for one in made}


def is_kept(nr: str, *meetings: str, **changes: Any) -> bool:
    return promised(*meetings, **changes)[nr].kept


def begun(start: str, end: str = "") -> tuple[Effort, ...]:
    return (making.effort(start=day(start), end=day(end) if end else None),)


class TestMeetings:
    @pytest.mark.parametrize(
        ("held", "kept"),
        [
            ("2026-02-03", False),  # the day of the team meeting itself
            ("2026-02-04", True),
            ("2026-02-10", True),
            ("2026-02-11", False),
        ],
    )
    def test_the_first_follow_up_is_within_seven_days(self, held: str, kept: bool) -> None:
        assert is_kept(FIRST, held) is kept

    @pytest.mark.parametrize(
        ("held", "kept"),
        [
            (("2026-02-10", "2026-02-24"), True),
            (("2026-02-23", "2026-02-24"), True),
            (("2026-02-10", "2026-02-25"), False),
            (("2026-02-10",), False),
            ((), False),
        ],
    )
    def test_the_second_is_within_twenty_one(self, held: tuple[str, ...], kept: bool) -> None:
        assert is_kept(PLAN, *held) is kept

    def test_they_count_days_from_start_across_summer_time_and_holidays(self) -> None:
        found = promised(start=day("2026-03-20"))
        assert (str(found[FIRST].date), str(found[PLAN].date)) == ("2026-03-27", "2026-04-10")

    @given(st.lists(st.dates(dt.date(2026, 1, 25), dt.date(2026, 3, 10)), max_size=6))
    def test_as_many_are_kept_as_there_are_meetings_in_time(self, held: list[dt.date]) -> None:
        found = promised(*map(str, sorted(held)))
        after = sorted(one for one in held if one > COURSE.start)
        assert found[FIRST].kept == bool(after and after[0] <= day("2026-02-10"))
        assert found[PLAN].kept == (len(after) > 1 and after[1] <= day("2026-02-24"))


class TestEfforts:
    @pytest.mark.parametrize(
        ("efforts", "kept"),
        [
            ((), False),
            (begun("2026-08-06"), True),
            (begun("2026-08-07"), False),
            (begun("2025-11-01"), True),  # begun before the grant, and going on
            (begun("2025-11-01", "2026-02-06"), True),
            (begun("2025-11-01", "2026-02-05"), False),  # over before it
            ((*begun("2025-11-01", "2026-02-05"), *begun("2026-03-01")), True),
        ],
    )
    def test_one_has_begun_within_six_months_of_the_grant(
        self, efforts: tuple[Effort, ...], kept: bool
    ) -> None:
        assert is_kept(EFFORT, efforts=efforts) is kept

    @pytest.mark.parametrize(
        ("granted", "due"),
        [("2026-02-06", "2026-08-06"), ("2026-08-31", "2027-02-28"), ("2026-02-28", "2026-08-28")],
    )
    def test_months_end_with_the_month(self, granted: str, due: str) -> None:
        assert str(promised(granted=day(granted))[EFFORT].date) == due

    def test_without_a_grant_there_is_no_such_promise(self) -> None:
        assert sorted(promised(granted=None)) == [FIRST, PLAN]

    def test_an_effort_counted_from_start_has_not_ended_before_it(self) -> None:
        from_start = Deadline("indsats", "Frist", days=90, kept_by=PROMISED.deadlines[2].kept_by)
        only = replace(PROMISED, deadlines=(from_start,))
        assert is_kept(EFFORT, cadence=only, granted=None, efforts=begun("2026-01-01", "2026-02-03"))
        assert not is_kept(EFFORT, cadence=only, granted=None, efforts=begun("2026-01-01", "2026-02-02"))


class TestFindings:
    def told(self, nr: str, today: str, *meetings: str, **changes: Any) -> list[tuple[str, str]]:
        found = deadline_findings(promised(*meetings, **changes)[nr], day(today))
        return [(one.code, one.place.heading) for one in found]

    @pytest.mark.parametrize(
        ("today", "told"),
        [("2026-01-01", [("W-232", "Start")]), ("2026-02-10", [("W-232", "Start")]), ("2026-02-11", [])],
    )
    def test_a_meeting_is_asked_for_until_the_day_has_passed(
        self, today: str, told: list[tuple[str, str]]
    ) -> None:
        assert self.told(FIRST, today) == told

    @pytest.mark.parametrize(
        ("today", "told"),
        [
            ("2026-06-10", []),
            ("2026-06-11", [("W-233", "Bevilget")]),  # eight weeks before
            ("2026-08-06", [("W-233", "Bevilget")]),
            ("2026-08-07", []),
        ],
    )
    def test_an_effort_only_when_its_day_comes_near(self, today: str, told: list[tuple[str, str]]) -> None:
        assert self.told(EFFORT, today) == told

    def test_of_a_promise_that_is_kept_nothing_is_said(self) -> None:
        assert self.told(FIRST, "2026-02-05", "2026-02-06") == []
        assert self.told(EFFORT, "2026-08-01", efforts=begun("2026-03-01")) == []

    def test_it_says_which_course_what_and_when(self) -> None:
        (found,) = deadline_findings(promised()[FIRST], day("2026-02-05"))
        assert dict(found.data) == {
            "course": "F001",
            "what": "Frist: første opfølgning",
            "date": "10-02-2026",
        }


def test_the_shipped_ressourceforløb_promises_what_its_guide_does() -> None:
    (cadence,) = shipped("ressourceopfoelgning").cadences
    found = promised(cadence=cadence)
    assert {nr: (one.deadline.title, str(one.date)) for nr, one in found.items()} == {
        FIRST: ("Frist: første opfølgning", "2026-02-10"),
        PLAN: ("Frist: planen er på plads", "2026-02-24"),
        EFFORT: ("Frist: en indsats er begyndt", "2026-08-06"),
    }


@pytest.mark.parametrize("kind", ["opfoelgningsmoede", "opfoelgningssamtale", "dialogmoede"])
def test_other_shipped_courses_promise_nothing(kind: str) -> None:
    (cadence,) = shipped(kind).cadences
    assert promised(cadence=cadence) == {}


def test_a_plan_asks_for_the_effort_of_its_own_resident_alone() -> None:
    somebody = making.effort(resident="B002", start=day("2026-03-01"))
    asked = plan(opened(efforts=(somebody,)), today="2026-07-01")
    assert places(asked, "W-233") == [("W-233", "Forløb!F2 (Bevilget)")]
    theirs = making.effort(start=day("2026-03-01"))
    assert places(plan(opened(efforts=(theirs,)), today="2026-07-01"), "W-233") == []
