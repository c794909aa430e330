"""Efforts: who is at a company, on which days an effort counts, what it is and how long it has lasted."""

from __future__ import annotations

import datetime as dt

import pytest

from docgen.keyfigures.values import Unit, value_of
from docgen.model import CourseStatus, EffortKind
from tests.keyfigures.case import (
    NUMBERS,
    column,
    course,
    day,
    effort,
    figure,
    figures,
    house,
    resident,
    share,
    table,
)

SHARE = "virksomhed"


@pytest.mark.parametrize("kind", [EffortKind.PLACEMENT, EffortKind.PAID_HOURS, EffortKind.SMALL_JOB])
def test_practice_paid_hours_and_a_small_job_are_at_a_company(kind: EffortKind) -> None:
    assert share(figures(house(efforts=(effort(1, "01-05", kind=kind),))), SHARE) == (1, 6)


@pytest.mark.parametrize("kind", [EffortKind.MENTOR, EffortKind.SOCIAL, EffortKind.EDUCATION, None])
def test_other_efforts_are_not(kind: EffortKind | None) -> None:
    assert share(figures(house(efforts=(effort(1, "01-05", kind=kind),))), SHARE) == (0, 6)


@pytest.mark.parametrize(
    ("start", "end", "counts"),
    [
        ("01-05", "01-31", False),
        ("01-05", "02-01", True),  # it ended on the first day
        ("02-28", "", True),  # it began on the last
        ("03-01", "", False),
        ("02-10", "02-10", True),
    ],
)
def test_one_day_in_the_month_is_enough(start: str, end: str, counts: bool) -> None:
    assert share(figures(house(efforts=(effort(1, start, end),))), SHARE) == (int(counts), 6)


def test_february_ends_a_day_later_in_a_leap_year() -> None:
    book = house(efforts=(effort(1, "2028-02-29"),))
    made = figures(book, month=dt.date(2028, 2, 1), today=dt.date(2028, 3, 5))
    assert share(made, SHARE) == (1, 6)


def test_in_a_month_that_is_not_over_an_effort_of_tomorrow_does_not_run_yet() -> None:
    book = house(efforts=(effort(1, "02-11"),))
    assert share(figures(book, today=day("02-10")), SHARE) == (0, 6)
    assert share(figures(book, today=day("02-11")), SHARE) == (1, 6)


def test_somebody_with_two_efforts_counts_once() -> None:
    both = (effort(1, "01-05"), effort(1, "01-12", kind=EffortKind.PAID_HOURS, row=3))
    assert share(figures(house(efforts=both)), SHARE) == (1, 6)


@pytest.mark.parametrize(
    ("changes", "counts"),
    [
        ({"start": "02-17"}, True),  # begun within the month
        ({"start": "02-28"}, True),
        ({"start": "03-01"}, False),
        ({"end": day("02-01"), "status": CourseStatus.ENDED}, True),
        ({"end": day("01-31"), "status": CourseStatus.ENDED}, False),
        ({"status": CourseStatus.ENDED}, False),  # nobody knows when
    ],
)
def test_a_course_is_active_if_it_went_on_for_a_day_of_the_month(
    changes: dict[str, object], counts: bool
) -> None:
    book = house(courses=(course(1, **changes), course(2)))  # type: ignore[arg-type]
    assert share(figures(book), SHARE) == (0, 1 + counts)


def test_a_resident_who_has_left_is_in_no_course_whose_end_nobody_knows() -> None:
    gone = house(residents=(resident(1, active=False), *map(resident, NUMBERS[1:])))
    assert share(figures(gone), SHARE) == (0, 5)


def test_without_an_active_course_there_is_no_share_and_not_nought_per_cent() -> None:
    made = figures(house(courses=(course(1, start="03-01"),)))
    assert value_of(figure(made, SHARE).now, Unit.SHARE) is None


def test_a_house_without_courses_with_promises_has_no_figures_about_them() -> None:
    empty = figures(house(courses=()))
    assert (empty.sections[0].is_empty, empty.sections[0].figures) == (True, ())


def test_the_goal_is_the_houses() -> None:
    assert figure(figures(house()), SHARE).goal is None


def test_paid_hours_are_summed_and_shared_among_those_who_have_any() -> None:
    paid = EffortKind.PAID_HOURS
    rows = (
        effort(1, "01-05", kind=paid, hours=4),
        effort(1, "01-12", kind=paid, hours=3.5, row=9),
        effort(2, "01-05", kind=paid, hours=2),
        effort(3, "01-05", kind=paid),  # nobody has written how many
        effort(4, "01-05", hours=10),  # practice is not paid
        effort(5, "01-05", "01-31", kind=paid, hours=8),  # over
    )
    made = figures(house(efforts=rows))
    assert share(made, "loentimer") == (9.5, 2)
    assert value_of(figure(made, "loentimer-pr-person").now, Unit.AVERAGE) == 4.75


def test_nobody_with_paid_hours_is_nought_hours_and_no_average() -> None:
    made = figures(house())
    assert value_of(figure(made, "loentimer").now, Unit.HOURS) == 0
    assert value_of(figure(made, "loentimer-pr-person").now, Unit.AVERAGE) is None


def test_efforts_are_counted_by_kind_and_those_without_one_last() -> None:
    rows = (
        effort(1, "01-05"),
        effort(2, "01-05"),
        effort(3, "01-05", kind=EffortKind.SOCIAL),
        effort(4, "01-05", kind=None),
    )
    made = figures(house(efforts=rows))
    assert column(made, "indsatser_art", "indsatser") == {"PLACEMENT": 2, "SOCIAL": 1, "uden_art": 1}
    assert table(made, "indsatser_art").rows[-1].key == "uden_art"
    assert table(made, "indsatser_art").total[0].amount == 4


@pytest.mark.parametrize(
    ("start", "end", "length"),
    [
        ("2025-12-02", "", "under_3"),  # 1 December would be three months to the day
        ("2025-12-01", "", "under_6"),
        ("2025-09-01", "", "under_12"),
        ("2025-03-02", "", "under_12"),
        ("2025-03-01", "", "fra_12"),
        ("2025-11-15", "02-14", "under_6"),  # it has an end
        ("2025-11-15", "2027-12-31", "under_6"),  # which lies ahead
        ("02-28", "", "under_3"),
    ],
)
def test_an_effort_has_lasted_to_its_end_or_as_far_as_the_month_goes(
    start: str, end: str, length: str
) -> None:
    made = figures(house(efforts=(effort(1, start, end),)))
    assert column(made, "indsatser_laengde", "indsatser") == {length: 1}


def test_efforts_of_people_who_are_in_no_course_are_not_among_them() -> None:
    book = house(efforts=(effort(1, "01-05"), effort(2, "01-05")), courses=(course(1),))
    assert column(figures(book), "indsatser_art", "indsatser") == {"PLACEMENT": 1}


def test_the_month_before_is_counted_in_the_same_way() -> None:
    book = house(efforts=(effort(1, "01-05", "01-31"), effort(2, "02-02")))
    made = figures(book)
    january = figures(book, month=dt.date(2026, 1, 15))
    assert figure(made, SHARE).before == figure(january, SHARE).now
    assert column(made, "indsatser_laengde", "indsatser", "foer") == column(
        january, "indsatser_laengde", "indsatser"
    )
