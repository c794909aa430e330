"""What holds for every course, every cadence and every calendar."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from itertools import pairwise
from typing import Any

from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from docgen.meetingtypes.cadence import Cadence, Event, Shift, Stage, Unit
from docgen.model import Closure, Course, Weekday
from docgen.planning.courses.cadence import Occurrence, occurrences
from docgen.planning.scheduling.workdays import Workdays
from tests import making

DAY = dt.timedelta(days=1)
FIRST, LAST = dt.date(2024, 1, 1), dt.date(2028, 12, 31)
HORIZON = dt.date(2029, 6, 30)

days = st.dates(FIRST, LAST)
weekdays = st.none() | st.sampled_from(list(Weekday))


ends: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.builds(lambda count: {"count": count}, st.integers(1, 6)),
    st.builds(lambda month: {"until_month": month}, st.integers(1, 12)),
    st.builds(lambda day: {"until_date": day}, days),
    st.just({"until_event": Event.FULLY_BACK}),
)
"""What all stages but the last have."""
plain_stages = st.sampled_from(list(Unit)).flatmap(
    lambda unit: st.builds(Stage, st.integers(1, 40 if unit is Unit.DAYS else 6), st.just(unit))
)


@st.composite
def cadences(draw: st.DrawFn) -> Cadence:
    """Any cadence that the reader lets through."""
    promised = sorted(draw(st.sets(st.integers(1, 60), max_size=3)))
    others = draw(st.lists(plain_stages, min_size=0 if promised else 1, max_size=3))
    ended = [replace(stage, **draw(ends)) for stage in others[:-1]]
    return Cadence(
        "A",
        (*(Stage(within_days=within) for within in promised), *ended, *others[-1:]),
        draw(weekdays),
        shift=draw(st.sampled_from(list(Shift))),
        reach=draw(st.none() | st.integers(1, 60)),
    )


courses = st.builds(
    making.course,
    start=days,
    end=st.none() | days,
    fully_back=st.none() | days,
    weekday=weekdays,
)
closures = st.builds(
    lambda first, length, reason: Closure(first=first, last=first + length * DAY, reason=reason),
    days,
    st.integers(-3, 40),
    st.sampled_from(["Ferie", "Kursus", ""]),
)
calendars = st.lists(closures, max_size=12)


def numbered(found: tuple[Occurrence, ...]) -> list[tuple[int, dt.date]]:
    return [(one.number, one.aim) for one in found]


@given(courses, cadences(), calendars)
def test_every_meeting_is_on_an_open_day_of_its_own(
    course: Course, cadence: Cadence, rows: list[Closure]
) -> None:
    workdays = Workdays.of(rows)
    found = occurrences(course, cadence, workdays, HORIZON)
    for one in found:
        assert one.earliest <= one.aim <= one.latest
        assert bool(one.reason) is (one.date != one.aim)
        assert one.latest <= one.aim or cadence.shift is not Shift.BEFORE
        assert one.earliest >= one.aim or cadence.shift is not Shift.AFTER or one.is_deadline
        if one.date:
            assert workdays.closed(one.date) == ""
            assert one.earliest <= one.date <= one.latest
    # No two share a day, so that they stay in order however they are moved.
    assert all(one.latest < other.earliest for one, other in pairwise(found))
    assert [one.number for one in found] == list(range(1, len(found) + 1))


@given(courses, cadences(), calendars)
def test_no_meeting_is_before_start_or_after_slut(
    course: Course, cadence: Cadence, rows: list[Closure]
) -> None:
    found = occurrences(course, cadence, Workdays.of(rows), HORIZON)
    first = course.start + cadence.first_is_later * DAY
    assert all(first <= one.earliest for one in found)
    assert all(one.latest <= course.end for one in found if course.end)


@given(courses, cadences(), calendars)
def test_no_later_than_is_never_broken(course: Course, cadence: Cadence, rows: list[Closure]) -> None:
    found = occurrences(replace(course, end=None), cadence, Workdays.of(rows), HORIZON)
    promised = [stage.within_days for stage in cadence.stages if stage.within_days]
    assert [one.is_deadline for one in found[: len(promised) + 1]][: len(promised)] == [True] * len(promised)
    for one, within in zip(found, promised, strict=False):
        assert one.latest <= course.start + within * DAY


@given(courses, cadences(), calendars, st.integers(0, 400))
def test_a_longer_horizon_changes_no_meeting(
    course: Course, cadence: Cadence, rows: list[Closure], sooner: int
) -> None:
    workdays = Workdays.of(rows)
    every = occurrences(course, cadence, workdays, HORIZON)
    some = occurrences(course, cadence, workdays, HORIZON - sooner * DAY)
    assert every[: len(some)] == some


@given(courses, cadences(), calendars)
def test_closed_days_change_no_number_and_no_aim(
    course: Course, cadence: Cadence, rows: list[Closure]
) -> None:
    plain = occurrences(course, cadence, Workdays.of((), customary=False), HORIZON)
    closed = occurrences(course, cadence, Workdays.of(rows), HORIZON)
    assert numbered(plain) == numbered(closed)
    assert [(one.earliest, one.latest) for one in plain] == [(one.earliest, one.latest) for one in closed]


@given(courses, cadences(), calendars, st.randoms(use_true_random=False))
def test_shuffled_closures_change_nothing(
    course: Course, cadence: Cadence, rows: list[Closure], luck: random.Random
) -> None:
    shuffled = luck.sample(rows, len(rows))
    assert occurrences(course, cadence, Workdays.of(rows), HORIZON) == occurrences(
        course, cadence, Workdays.of(shuffled), HORIZON
    )


@given(days, weekdays, st.integers(1, 8))
def test_weeks_are_exactly_so_many_days_apart(start: dt.date, weekday: Weekday | None, weeks: int) -> None:
    course = making.course(start=start, weekday=weekday)
    found = occurrences(course, Cadence("A", (Stage(weeks, Unit.WEEKS),)), Workdays(), HORIZON)
    assert {(other.aim - one.aim).days for one, other in pairwise(found)} <= {7 * weeks}


@given(days, st.integers(1, 12), st.lists(st.integers(1, 5), max_size=3))
def test_months_are_those_of_the_calendar_counted_from_the_first_day(
    start: dt.date, every: int, before: list[int]
) -> None:
    stages = (*(Stage(1, Unit.MONTHS, count=count) for count in before), Stage(every, Unit.MONTHS))
    found = occurrences(making.course(start=start), Cadence("A", stages), Workdays(), HORIZON)
    steps = [1] * (sum(before) - 1) + [every] * len(found) if before else [every] * len(found)
    months = [sum(steps[:at]) for at in range(len(found))]
    assert [one.aim for one in found] == [start + relativedelta(months=count) for count in months]


@given(days, st.sampled_from(list(Weekday)), st.integers(1, 12))
def test_a_month_with_a_ugedag_is_within_three_days_of_its_date(
    start: dt.date, weekday: Weekday, every: int
) -> None:
    course = making.course(start=start, weekday=weekday)
    found = occurrences(course, Cadence("A", (Stage(every, Unit.MONTHS),)), Workdays(), HORIZON)
    assert {one.aim.weekday() for one in found} <= {list(Weekday).index(weekday)}
    for at, one in enumerate(found):
        assert abs((one.aim - (found[0].aim + relativedelta(months=at * every))).days) <= 3
