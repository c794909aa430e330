"""On which days meetings may be held, and which open day is the nearest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import permutations

import pytest

from docgen.meetingtypes.cadence import Shift
from docgen.model import Closure
from docgen.planning.scheduling.moved import WEEKEND
from docgen.planning.scheduling.workdays import CLOSED, Workdays

NORMAL = Workdays.of(())


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def closure(first: str, last: str = "", reason: str = "Ferie") -> Closure:
    return Closure(first=day(first), last=day(last) if last else None, reason=reason)


@pytest.mark.parametrize(
    ("when", "name"),
    [
        ("2026-01-01", "nytårsdag"),
        ("2026-04-02", "skærtorsdag"),
        ("2026-04-03", "langfredag"),
        ("2026-04-05", "påskedag"),
        ("2026-04-06", "anden påskedag"),
        ("2026-05-14", "Kristi himmelfartsdag"),
        ("2026-05-25", "anden pinsedag"),
        ("2026-12-25", "juledag"),
        ("2028-06-05", "anden pinsedag og grundlovsdag"),
        ("2026-07-04", WEEKEND),
        ("2026-07-05", WEEKEND),
        ("2026-07-06", ""),
    ],
)
def test_holidays_and_weekends_are_closed_and_say_so(when: str, name: str) -> None:
    assert NORMAL.closed(day(when)) == name


@pytest.mark.parametrize(
    ("when", "name"),
    [
        ("2026-05-01", "arbejdernes kampdag"),
        ("2026-06-05", "grundlovsdag"),
        ("2026-12-24", "juleaftensdag"),
        ("2026-12-31", "nytårsaften"),
    ],
)
def test_customary_days_off_are_closed_unless_the_house_says_no(when: str, name: str) -> None:
    assert NORMAL.closed(day(when)) == name
    assert Workdays.of((), customary=False).closed(day(when)) == ""


@pytest.mark.parametrize("year", range(2024, 2100))
def test_store_bededag_is_a_working_day_since_2024(year: int) -> None:
    (easter,) = (
        day_
        for day_ in (dt.date(year, 3, 22) + dt.timedelta(days) for days in range(35))
        if NORMAL.closed(day_) == "påskedag"
    )
    friday = easter + dt.timedelta(days=26)  # the fourth after Easter
    assert friday.weekday() == 4
    assert NORMAL.closed(friday) in ("", "arbejdernes kampdag")


def test_a_closed_period_has_both_its_ends_and_its_reason() -> None:
    calendar = Workdays.of((closure("2026-07-06", "2026-07-08", " Sommer\nferie "), closure("2026-07-10")))
    closed = [calendar.closed(dt.date(2026, 7, number)) for number in range(5, 13)]
    assert closed == [WEEKEND, *["Sommer ferie"] * 3, "", "Ferie", WEEKEND, WEEKEND]


def test_a_closed_day_without_a_reason_is_closed() -> None:
    assert Workdays.of((closure("2026-07-06", reason=" "),)).closed(day("2026-07-06")) == CLOSED


def test_a_period_that_ends_before_it_begins_closes_nothing() -> None:
    calendar = Workdays.of((closure("2026-07-08", "2026-07-06"),))
    assert {calendar.closed(dt.date(2026, 7, number)) for number in range(6, 9)} == {""}


def test_a_holiday_is_named_before_a_closure_and_a_closure_before_a_weekend() -> None:
    calendar = Workdays.of((closure("2026-03-30", "2026-04-06", "Påskeferie"),))
    assert calendar.closed(day("2026-04-02")) == "skærtorsdag"
    assert calendar.closed(day("2026-04-04")) == "Påskeferie"


def test_the_order_of_the_rows_does_not_matter() -> None:
    rows = (closure("2026-07-06", "2026-07-10", "B"), closure("2026-07-06", "2026-07-10", "A"),
            closure("2026-07-07", reason="C"))  # fmt: skip
    assert len({Workdays.of(order) for order in permutations(rows)}) == 1
    assert Workdays.of(rows).closed(day("2026-07-07")) == "A"


WEEK = (closure("2026-07-06", "2026-07-08"),)  # Monday to Wednesday, after a weekend


@pytest.mark.parametrize(
    ("rows", "wanted", "earliest", "latest", "shift", "found"),
    [
        ((), "2026-07-06", "2026-07-06", "2026-07-06", Shift.NEAREST, "2026-07-06"),
        (WEEK, "2026-07-08", "2026-07-01", "2026-07-20", Shift.NEAREST, "2026-07-09"),
        (WEEK, "2026-07-06", "2026-07-01", "2026-07-20", Shift.NEAREST, "2026-07-09"),  # 3rd and 9th tie
        (WEEK, "2026-07-06", "2026-07-01", "2026-07-08", Shift.NEAREST, "2026-07-03"),
        (WEEK, "2026-07-05", "2026-07-01", "2026-07-20", Shift.NEAREST, "2026-07-03"),
        (WEEK, "2026-07-08", "2026-07-01", "2026-07-20", Shift.BEFORE, "2026-07-03"),
        (WEEK, "2026-07-05", "2026-07-01", "2026-07-20", Shift.AFTER, "2026-07-09"),
        (WEEK, "2026-07-06", "2026-07-03", "2026-07-08", Shift.NEAREST, "2026-07-03"),
        (WEEK, "2026-07-06", "2026-07-04", "2026-07-08", Shift.NEAREST, None),
        (WEEK, "2026-07-06", "2026-07-01", "2026-07-08", Shift.AFTER, None),
        (WEEK, "2026-07-06", "2026-07-04", "2026-07-20", Shift.BEFORE, None),
    ],
)
def test_the_nearest_open_day_is_found_within_the_bounds(
    rows: Sequence[Closure], wanted: str, earliest: str, latest: str, shift: Shift, found: str | None
) -> None:
    calendar = Workdays.of(rows)
    near = calendar.nearest(day(wanted), earliest=day(earliest), latest=day(latest), shift=shift)
    assert near == (day(found) if found else None)
