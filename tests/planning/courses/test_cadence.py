"""What a course and a cadence make of each other: numbers, aims, and the days that meetings are held on."""

from __future__ import annotations

import datetime as dt

import pytest

from docgen.meetingtypes.cadence import Base, Deadline, Event, KeptBy, Shift, Stage, Unit
from docgen.meetingtypes.loader import find_type
from docgen.model import Closure, Weekday, Workbook
from docgen.planning.courses.cadence import MOST, deadlines, nr_of
from docgen.planning.scheduling.workdays import CLOSED
from tests.meetingtypes.samples import shipped
from tests.planning.courses.cadences import (
    FORTNIGHTLY,
    MONTHLY,
    UNTIL_BACK,
    WEEKLY,
    aims,
    course,
    dates,
    day,
    of,
    worked_out,
)
from tools.sample_jobcenter import JOBCENTER
from tools.sample_ledersamtaler import LEDERSAMTALER

TALK = shipped("opfoelgningssamtale").cadences[0]
RESOURCE = shipped("ressourceopfoelgning").cadences[0]


def closed(first: str, last: str = "") -> Closure:
    return Closure(first=day(first), last=day(last) if last else None, reason="Ferie")


# Numbers


def test_the_numbers_of_a_course_have_two_digits_until_they_need_three() -> None:
    assert [nr_of("F001", number) for number in (1, 12, 99, 100)] == [
        "F001-01",
        "F001-12",
        "F001-99",
        "F001-100",
    ]


@pytest.mark.parametrize(
    ("sample", "kind", "courses"),
    [
        (LEDERSAMTALER, "opfoelgningssamtale", ["F001", "F002", "F003", "F004"]),
        (JOBCENTER, "ressourceopfoelgning", ["F006"]),
    ],
)
def test_the_samples_carry_the_numbers_and_dates_that_come_out(
    sample: Workbook, kind: str, courses: list[str]
) -> None:
    assert find_type([shipped(kind)], sample.courses[0].type)
    made = {
        nr_of(row.nr, one.number): one.date
        for row in sample.courses
        for one in worked_out(row, shipped(kind).cadences[0], sample.closures)
    }
    written = {row.nr: row.date for row in sample.meetings if row.course in courses and "-" in row.nr}
    assert len(written) >= 2
    assert {nr: made[nr] for nr in written} == written


# Where the cadence puts them


def test_the_first_meeting_is_on_the_start_itself_without_a_ugedag() -> None:
    assert aims(course("2026-02-03"), of(WEEKLY), "2026-02-17") == ["2026-02-03", "2026-02-10", "2026-02-17"]


@pytest.mark.parametrize(
    ("weekday", "first"),
    [
        (Weekday.TUESDAY, "2026-02-03"),
        (Weekday.WEDNESDAY, "2026-02-04"),
        (Weekday.FRIDAY, "2026-02-06"),
        (Weekday.MONDAY, "2026-02-09"),
    ],
)
def test_or_on_the_first_such_weekday_from_the_start_on(weekday: Weekday, first: str) -> None:
    assert aims(course("2026-02-03", weekday=weekday), of(WEEKLY))[0] == first
    assert aims(course("2026-02-03"), of(WEEKLY, weekday=weekday))[0] == first


def test_the_courses_own_ugedag_counts_before_the_cadences() -> None:
    both = course("2026-02-03", weekday=Weekday.FRIDAY)
    assert aims(both, of(WEEKLY, weekday=Weekday.MONDAY))[0] == "2026-02-06"


def test_the_first_meeting_counts_in_its_stage_and_each_stage_goes_on_from_the_last() -> None:
    stages = of(Stage(1, Unit.WEEKS, count=3), Stage(10, Unit.DAYS, count=2), MONTHLY)
    assert aims(course("2026-02-02"), stages, "2026-05-10") == [
        "2026-02-02",
        "2026-02-09",
        "2026-02-16",
        "2026-02-26",
        "2026-03-08",
        "2026-04-08",
        "2026-05-08",
    ]


def test_every_other_week_counts_days_across_week_53() -> None:
    assert aims(course("2026-12-14"), of(FORTNIGHTLY), "2027-01-31") == [
        "2026-12-14",
        "2026-12-28",
        "2027-01-11",
        "2027-01-25",
    ]


def test_a_month_from_the_31st_is_clipped_and_comes_back() -> None:
    assert aims(course("2026-01-31"), of(MONTHLY), "2026-06-01") == [
        "2026-01-31",
        "2026-02-28",
        "2026-03-31",
        "2026-04-30",
        "2026-05-31",
    ]
    assert aims(course("2023-12-31"), of(Stage(2, Unit.MONTHS)), "2024-05-01") == [
        "2023-12-31",
        "2024-02-29",
        "2024-04-30",
    ]


def test_the_next_stage_of_months_comes_back_too() -> None:
    stages = of(Stage(1, Unit.MONTHS, count=2), MONTHLY)
    assert aims(course("2026-01-31"), stages, "2026-04-30") == [
        "2026-01-31",
        "2026-02-28",
        "2026-03-31",
        "2026-04-30",
    ]


def test_a_month_with_a_ugedag_is_the_nearest_one_and_never_drifts() -> None:
    found = aims(course("2026-02-03", weekday=Weekday.TUESDAY), of(MONTHLY), "2026-12-31")
    assert found == [
        "2026-02-03",
        "2026-03-03",
        "2026-03-31",  # 3 April less three days
        "2026-05-05",
        "2026-06-02",
        "2026-06-30",
        "2026-08-04",
        "2026-09-01",
        "2026-10-06",
        "2026-11-03",
        "2026-12-01",
    ]


def test_a_stage_until_an_event_includes_its_day() -> None:
    back = course("2026-02-02", fully_back=day("2026-03-02"))
    assert aims(back, of(UNTIL_BACK, MONTHLY), "2026-04-10") == [
        "2026-02-02",
        "2026-02-16",
        "2026-03-02",
        "2026-04-02",
    ]


def test_and_goes_on_while_the_event_is_still_to_come() -> None:
    assert aims(course("2026-02-02"), of(UNTIL_BACK, MONTHLY), "2026-04-10") == [
        "2026-02-02",
        "2026-02-16",
        "2026-03-02",
        "2026-03-16",
        "2026-03-30",
    ]


def test_somebody_who_is_back_within_the_first_stage_skips_the_second() -> None:
    back = course("2026-02-02", fully_back=day("2026-02-20"))
    assert aims(back, TALK) == [
        "2026-02-02",
        "2026-02-09",
        "2026-02-16",
        "2026-02-23",
        "2026-03-23",
        "2026-04-23",
    ]


def test_a_stage_until_a_date_that_has_passed_leaves_the_first_meeting_to_the_next() -> None:
    stages = of(Stage(1, Unit.WEEKS, until_date=day("2026-01-31")), MONTHLY)
    assert aims(course("2026-02-03"), stages, "2026-03-31") == ["2026-02-03", "2026-03-03"]


def test_a_stage_until_a_month_counts_it_from_the_start() -> None:
    stages = of(Stage(1, Unit.MONTHS, until_month=3), Stage(6, Unit.MONTHS))
    assert aims(course("2025-11-30"), stages, "2026-09-01") == [
        "2025-11-30",
        "2025-12-30",
        "2026-01-30",
        "2026-02-28",
        "2026-08-30",
    ]


def test_the_last_month_of_a_stage_has_its_meeting_on_whichever_side_the_ugedag_is() -> None:
    stages = of(Stage(1, Unit.MONTHS, until_month=2), Stage(6, Unit.MONTHS))
    assert aims(course("2026-02-05", weekday=Weekday.TUESDAY), stages, "2026-12-31") == [
        "2026-02-10",
        "2026-03-10",
        "2026-04-07",  # 10 April less three days
        "2026-10-13",  # and six months from the 10th
    ]


def test_nothing_comes_after_slut() -> None:
    assert aims(course("2026-02-02", end=day("2026-02-16")), of(WEEKLY)) == [
        "2026-02-02",
        "2026-02-09",
        "2026-02-16",
    ]
    assert aims(course("2026-02-02", end=day("2026-02-01")), of(WEEKLY)) == []
    ended = of(Stage(1, Unit.WEEKS, until_event=Event.END))
    assert len(aims(course("2026-02-02", end=day("2026-02-16")), ended)) == 3


# Promises


def test_promises_count_from_the_start_which_is_no_meeting_of_the_course() -> None:
    assert aims(course("2025-11-04"), RESOURCE, "2026-12-31") == [
        "2025-11-11",
        "2025-11-25",
        "2025-12-04",
        "2026-01-04",
        "2026-02-04",
        "2026-03-04",
        "2026-04-04",
        "2026-05-04",
        "2026-07-04",
        "2026-09-04",
        "2026-11-04",
    ]


def test_a_promise_with_a_ugedag_is_the_last_one_before_it_is_broken() -> None:
    found = aims(course("2026-02-03", weekday=Weekday.MONDAY), RESOURCE, "2026-05-01")
    assert found == ["2026-02-09", "2026-02-23", "2026-03-02", "2026-04-06"]


def test_or_its_last_day_where_no_such_weekday_is_left() -> None:
    promise = of(Stage(within_days=3), WEEKLY)
    found = aims(course("2026-02-03", weekday=Weekday.MONDAY), promise, "2026-02-28")
    assert found == ["2026-02-06", "2026-02-16", "2026-02-23"]


def test_a_month_that_is_over_before_the_promises_are_is_no_meeting() -> None:
    found = aims(course("2026-02-03"), of(Stage(within_days=45), MONTHLY), "2026-05-31")
    assert found == ["2026-03-20", "2026-04-03", "2026-05-03"]
    found = aims(
        course("2026-02-03", weekday=Weekday.FRIDAY), of(Stage(within_days=1), MONTHLY), "2026-03-31"
    )
    assert found == ["2026-02-04", "2026-03-06"]


def test_a_promise_moves_earlier_and_never_later() -> None:
    (first, second, *_) = worked_out(course("2026-03-26"), RESOURCE)
    assert (str(first.aim), str(first.date), first.reason) == ("2026-04-02", "2026-04-01", "skærtorsdag")
    assert (str(first.earliest), str(first.latest), first.is_deadline) == ("2026-03-27", "2026-04-02", True)
    assert (str(second.earliest), str(second.latest)) == ("2026-04-03", "2026-04-16")


@pytest.mark.parametrize("shift", list(Shift))
def test_whichever_way_other_meetings_move(shift: Shift) -> None:
    promise = of(Stage(within_days=7), MONTHLY, shift=shift)
    assert dates(course("2026-03-26"), promise)[0] == "2026-04-01"


def test_a_promise_that_cannot_be_kept_has_no_date() -> None:
    found = worked_out(course("2026-07-01"), RESOURCE, [closed("2026-06-20", "2026-07-08")])
    assert (found[0].date, found[0].reason) == (None, "Ferie")
    assert str(found[1].date) == "2026-07-22"


def test_deadlines_count_from_start_or_from_the_grant() -> None:
    granted = course("2026-01-31", granted=day("2026-08-31"))
    assert [(one.key, str(date)) for one, date in deadlines(granted, RESOURCE)] == [
        ("opfoelgning", "2026-02-07"),
        ("plan", "2026-02-21"),
        ("indsats", "2027-02-28"),
    ]


def test_a_deadline_whose_date_to_count_from_is_blank_is_not_there_yet() -> None:
    assert [one.key for one, _ in deadlines(course("2026-01-31"), RESOURCE)] == ["opfoelgning", "plan"]
    own = of(WEEKLY, deadlines=(Deadline("a", "Frist", 7, 0, Base.GRANTED, KeptBy.MEETING),))
    assert deadlines(course("2026-01-31"), own) == ()


# Where the calendar lets them be held


@pytest.mark.parametrize(
    ("stage", "earliest", "latest"),
    [
        (Stage(2, Unit.DAYS), 0, 0),
        (Stage(1, Unit.DAYS), 0, 0),
        (WEEKLY, 3, 3),
        (FORTNIGHTLY, 6, 6),
        (Stage(4, Unit.WEEKS), 13, 13),
        (MONTHLY, 13, 13),
        (Stage(6, Unit.MONTHS), 13, 13),
    ],
)
def test_a_meeting_moves_less_than_half_the_way_to_the_next_and_less_than_a_fortnight(
    stage: Stage, earliest: int, latest: int
) -> None:
    second = worked_out(course("2026-02-03"), of(stage))[1]
    assert (second.aim - second.earliest).days == earliest
    assert (second.latest - second.aim).days == latest


@pytest.mark.parametrize(("reach", "days"), [(2, 2), (5, 5), (20, 20), (60, 41)])
def test_the_cadence_may_say_how_far_but_never_past_the_next_one(reach: int, days: int) -> None:
    second = worked_out(course("2026-02-03"), of(Stage(3, Unit.MONTHS), reach=reach), horizon="2026-12-31")[1]
    assert (second.aim - second.earliest).days == days
    assert (second.latest - second.aim).days == days


def test_the_cadence_may_say_which_way() -> None:
    easter = course("2026-03-05")  # the fifth is on 2 April, skærtorsdag
    assert dates(easter, of(WEEKLY))[4] == "2026-04-01"
    assert dates(easter, of(WEEKLY, shift=Shift.BEFORE))[4] == "2026-04-01"
    assert dates(easter, of(WEEKLY, shift=Shift.AFTER))[4] == "-"
    assert dates(easter, of(FORTNIGHTLY, shift=Shift.AFTER))[2] == "2026-04-07"


def test_a_meeting_between_two_stages_keeps_clear_of_both() -> None:
    stages = of(Stage(1, Unit.MONTHS, count=2), WEEKLY)
    one, two, three, _ = worked_out(course("2026-02-03"), stages, horizon="2026-03-17")
    assert (str(two.aim), str(two.earliest), str(two.latest)) == ("2026-03-03", "2026-02-18", "2026-03-06")
    assert one.latest < two.earliest
    assert (str(three.earliest), str(three.latest)) == ("2026-03-07", "2026-03-13")


def test_a_moved_meeting_takes_no_other_along() -> None:
    plain, moved = (dates(course("2026-02-03"), of(WEEKLY), *rows) for rows in ((), (closed("2026-02-17"),)))
    assert [at for at, (one, other) in enumerate(zip(plain, moved, strict=True)) if one != other] == [2]
    assert moved[2] == "2026-02-18"


def test_a_weekly_meeting_in_a_closed_period_of_three_weeks_has_no_day() -> None:
    found = dates(course("2026-07-01"), of(WEEKLY), closed("2026-07-06", "2026-07-26"), horizon="2026-07-31")
    assert found == ["2026-07-01", "-", "-", "-", "2026-07-29"]


def test_the_first_meeting_never_moves_to_before_the_start_nor_the_last_to_after_slut() -> None:
    assert dates(course("2026-07-04"), of(WEEKLY))[0] == "2026-07-06"  # a Saturday
    short = course("2026-07-01", end=day("2026-07-15"))
    assert dates(short, of(WEEKLY), closed("2026-07-14", "2026-07-15")) == [
        "2026-07-01",
        "2026-07-08",
        "2026-07-13",
    ]
    assert dates(short, of(WEEKLY), closed("2026-07-10", "2026-07-15"))[-1] == "-"


def test_a_day_that_is_closed_without_a_reason_says_that_it_is_closed() -> None:
    row = Closure(first=day("2026-02-10"))
    assert worked_out(course("2026-02-03"), of(WEEKLY), [row])[1].reason == CLOSED


def test_no_course_is_worked_out_without_end() -> None:
    daily = worked_out(course("2020-01-01"), of(Stage(1, Unit.DAYS)), horizon="2030-01-01")
    assert len(daily) == MOST
    assert daily[-1].aim == dt.date(2020, 1, 1) + dt.timedelta(days=MOST - 1)
