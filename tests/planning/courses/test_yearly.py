"""Two dialogmøder a year: who has fewer, counted in the year that suits them best."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.meetingtypes.cadence import Cadence, Stage, Unit
from docgen.meetingtypes.quota import Quota
from docgen.model import Meeting, MeetingStatus, Workbook
from docgen.planning.courses.yearly import most_in
from tests import making
from tests.meetingtypes.samples import shipped
from tests.planning.courses.coursebook import codes, day, plan, said

TWICE = Quota(2, 12, "I beskæftigelse")
HALF_YEARLY = Cadence("Dialog", (Stage(6, Unit.MONTHS),))
DIALOGUE = making.kind(name="dialog", title="Dialogmøde", quota=TWICE, cadences=(HALF_YEARLY,))
OTHER = making.kind()
TODAY = dt.date(2026, 1, 19)


def held(date: str, number: int = 2, **changes: Any) -> Meeting:
    made = {"nr": f"M{number:03}", "type": "dialog", "date": day(date), "status": MeetingStatus.HELD}
    return making.meeting(number, **{**made, **changes})


def book(*rows: Meeting, employed: bool = True, **changes: Any) -> Workbook:
    residents = (making.resident(employed=employed),)
    return replace(making.book(**{"residents": residents, **changes}), meetings=rows)


def told(*rows: Meeting, **changes: Any) -> list[str]:
    return codes(plan(book(*rows, **changes), DIALOGUE, OTHER), "W-230")


class TestWhoHasTooFew:
    def test_one_in_the_past_year_is_too_few(self) -> None:
        found = said(plan(book(held("2025-10-07")), DIALOGUE), "W-230")
        assert str(found.place) == "Beboere!A2 (Nr)"
        assert dict(found.data) == {
            "resident": "B001",
            "name": "Asta Eksempel",
            "type": "Dialogmøde",
            "count": 1,
            "wanted": 2,
            "months": 12,
        }

    @pytest.mark.parametrize(
        "dates",
        [
            ("2025-04-07", "2025-10-07"),  # both held
            ("2025-10-07", "2026-04-07"),  # half a year behind and half a year ahead
            ("2026-03-07", "2026-09-07"),  # both ahead
            ("2025-01-19", "2026-01-19"),  # a year apart to the day, today the last of it
        ],
    )
    def test_two_within_a_year_that_holds_today_are_enough(self, dates: Sequence[str]) -> None:
        rows = [
            held(date, number, status=MeetingStatus.PLANNED if day(date) >= TODAY else MeetingStatus.HELD)
            for number, date in enumerate(dates, 2)
        ]
        assert told(*rows) == []

    @pytest.mark.parametrize(
        "dates",
        [
            ("2024-06-07", "2025-01-10"),  # long ago
            ("2025-01-18", "2026-02-07"),  # more than a year apart
            ("2025-03-07", "2026-04-07"),
            ("2026-01-07", "2027-03-07"),
        ],
    )
    def test_two_that_no_such_year_holds_are_not(self, dates: Sequence[str]) -> None:
        rows = [
            held(date, number, status=MeetingStatus.PLANNED if day(date) >= TODAY else MeetingStatus.HELD)
            for number, date in enumerate(dates, 2)
        ]
        assert told(*rows) == ["W-230"]

    @pytest.mark.parametrize("status", [MeetingStatus.CANCELLED, MeetingStatus.MISSED])
    def test_what_is_called_off_or_missed_does_not_count(self, status: MeetingStatus) -> None:
        assert told(held("2025-10-07"), held("2026-04-07", 3, status=status)) == ["W-230"]

    def test_what_a_course_computes_counts(self) -> None:
        course = making.course(type="dialog", start=day("2026-02-03"))
        assert told(courses=(course,)) == []

    def test_what_is_in_the_archive_counts_if_it_was_held(self) -> None:
        gone = making.archived("M090", type="Dialogmøde", date=day("2025-06-03"))
        assert told(held("2025-12-03"), archived=(gone,)) == []
        for change in (
            {"status": MeetingStatus.CANCELLED},
            {"date": None},
            {"resident": "B002"},
            {"type": "samtale"},
        ):
            assert told(held("2025-12-03"), archived=(replace(gone, **change),)) == ["W-230"]

    def test_what_is_too_long_ago_to_count_is_told_of_all_the_same(self) -> None:
        assert told(held("2020-01-07")) == ["W-230"]


class TestOfWhom:
    ONE = held("2025-10-07")

    def test_only_of_those_whom_the_type_is_meant_for(self) -> None:
        assert told(self.ONE, employed=False) == []
        for_all = replace(DIALOGUE, quota=replace(TWICE, condition=""))
        assert codes(plan(book(self.ONE, employed=False), for_all), "W-230") == ["W-230"]

    def test_not_of_those_who_are_no_longer_there(self) -> None:
        gone = (making.resident(employed=True, active=False),)
        assert told(self.ONE, residents=gone) == []

    def test_of_each_by_name_of_their_own_row(self) -> None:
        residents = (making.resident(employed=True), making.resident(3, nr="B002", employed=True))
        made = plan(book(self.ONE, residents=residents), DIALOGUE)
        assert [(dict(one.data)["resident"], dict(one.data)["count"], one.place.row) for one in made.findings
                if one.code == "W-230"] == [("B001", 1, 2), ("B002", 0, 3)]  # fmt: skip

    def test_not_in_a_house_that_holds_no_such_meetings(self) -> None:
        assert told() == []
        assert told(making.meeting()) == []

    def test_but_where_the_last_one_is_in_the_archive(self) -> None:
        assert told(archived=(making.archived("M090", type="dialog"),)) == ["W-230"]

    def test_nothing_is_said_for_a_type_without_a_number(self) -> None:
        plain = replace(DIALOGUE, quota=None)
        assert codes(plan(book(self.ONE), plain), "W-230") == []


class TestTheBestYear:
    QUOTA = Quota(2, 12)

    def test_nothing_is_nothing(self) -> None:
        assert most_in(self.QUOTA, (), TODAY) == 0

    def test_a_year_from_a_leap_day_holds_it(self) -> None:
        leap = dt.date(2028, 2, 29)
        assert most_in(self.QUOTA, [leap, dt.date(2029, 2, 28)], dt.date(2028, 12, 1)) == 2
        assert most_in(self.QUOTA, [dt.date(2027, 2, 28), leap], leap) == 1
        assert most_in(self.QUOTA, [dt.date(2027, 3, 1), leap], leap) == 2

    @given(st.lists(st.dates(dt.date(2024, 6, 1), dt.date(2027, 12, 31)), max_size=7), st.integers(1, 24))
    def test_it_is_as_good_as_trying_every_day(self, days: list[dt.date], months: int) -> None:
        from dateutil.relativedelta import relativedelta

        quota, span = Quota(2, months), relativedelta(months=months)
        starts = [TODAY - dt.timedelta(days=back) for back in range(750)]
        around = [first for first in starts if first <= TODAY <= first + span]
        best = max(sum(first <= one <= first + span for one in days) for first in around)
        assert most_in(quota, days, TODAY) == best


def test_the_shipped_dialogmøde_wants_two_in_twelve_months_of_those_in_employment() -> None:
    assert shipped("dialogmoede").quota == TWICE


def test_no_other_shipped_type_counts() -> None:
    names = ("opfoelgningsmoede", "opfoelgningssamtale", "rehabiliteringsmoede", "ressourceopfoelgning")
    assert [shipped(name).quota for name in names] == [None] * 4
