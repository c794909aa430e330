"""Promises: when they count, what keeps them, and when nobody can tell."""

from __future__ import annotations

import datetime as dt

import pytest

from docgen.keyfigures.values import Unit, value_of
from docgen.meetingtypes.cadence import Deadline
from docgen.model import CourseStatus
from tests import making
from tests.keyfigures.case import (
    FOLLOW_UP,
    archived,
    column,
    course,
    course_type,
    day,
    effort,
    figure,
    figures,
    house,
    meeting,
    share,
)

FIRST, PLAN, EFFORT = "frist-opfoelgning", "frist-plan", "frist-indsats"


@pytest.mark.parametrize(
    ("held", "kept"),
    [("02-10", 1), ("02-11", 0), ("02-03", 0), ("02-04", 1)],  # Start is the 3rd: day 0 is no follow-up
)
def test_a_meeting_keeps_a_promise_up_to_its_last_day(held: str, kept: int) -> None:
    book = house(meeting(1, held), courses=(course(1, start="02-03"),))
    assert share(figures(book), FIRST) == (kept, 1)


@pytest.mark.parametrize("start", ["02-22", "02-23"])
def test_a_course_whose_day_has_not_come_does_not_count(start: str) -> None:
    """Nor when it has been kept already: else only those who are early would count."""
    book = house(meeting(1, "02-24"), courses=(course(1, start=start),))
    assert share(figures(book), FIRST)[1] == 0
    assert value_of(figure(figures(book), FIRST).now, Unit.SHARE) is None


def test_the_day_itself_may_be_the_months_last() -> None:
    book = house(meeting(1, "02-24"), courses=(course(1, start="02-21"),))
    assert share(figures(book), FIRST) == (1, 1)


def test_the_second_promise_wants_a_second_meeting() -> None:
    one = house(meeting(1, "02-05"), courses=(course(1, start="02-03"),))
    two = house(meeting(1, "02-05"), meeting(1, "02-24"), courses=(course(1, start="02-03"),))
    assert [share(figures(book), PLAN) for book in (one, two)] == [(0, 1), (1, 1)]


def test_a_meeting_that_has_moved_to_the_archive_keeps_it_too() -> None:
    book = house(archived=(archived(1, "02-05"),), courses=(course(1, start="02-03"),))
    assert share(figures(book), FIRST) == (1, 1)


@pytest.mark.parametrize("status", ["Ikke mødt", "Aflyst"])
def test_a_meeting_that_was_not_held_keeps_nothing(status: str) -> None:
    book = house(meeting(1, "02-05", status), courses=(course(1, start="02-03"),))
    assert share(figures(book), FIRST) == (0, 1)


def test_a_meeting_whose_fate_nobody_has_written_leaves_it_open() -> None:
    book = house(meeting(1, "02-05", "Planlagt"), courses=(course(1, start="02-03"),))
    made = figures(book)
    assert share(made, FIRST) == (0, 0)
    assert share(made, PLAN) == (0, 1)  # one meeting would not have been enough
    assert [caveat.key for caveat in made.caveats] == ["uden_status", "uafgjort"]


def test_a_meeting_of_another_type_or_course_keeps_nothing() -> None:
    other = making.kind(name="andet", title="Andet")
    book = house(
        meeting(1, "02-05", nr="M001", type="andet"),
        meeting(2, "02-05", nr="M002"),
        courses=(course(1, start="02-03"),),
    )
    assert share(figures(book, course_type(), other), FIRST) == (0, 1)


def test_an_effort_decides_as_soon_as_it_begins() -> None:
    book = house(efforts=(effort(1, "02-16"),), courses=(course(1, start="02-03", granted="02-06"),))
    assert share(figures(book), EFFORT) == (1, 1)
    assert share(figures(book, month=dt.date(2026, 1, 1)), EFFORT) == (0, 0)


def test_without_one_the_day_decides() -> None:
    """Granted on 28 August: half a year later is 28 February."""
    at_last = house(courses=(course(1, start="2025-08-26", granted="2025-08-28"),))
    not_yet = house(courses=(course(1, start="2025-08-26", granted="2025-08-29"),))
    assert [share(figures(book), EFFORT) for book in (at_last, not_yet)] == [(0, 1), (0, 1)]
    later = house(courses=(course(1, start="2025-08-26", granted="2025-09-01"),))
    assert share(figures(later), EFFORT) == (0, 0)


@pytest.mark.parametrize(("start", "kept"), [("2026-01-10", 1), ("2026-01-11", 0)])
def test_an_effort_may_begin_on_the_last_day_of_the_half_year(start: str, kept: int) -> None:
    book = house(efforts=(effort(1, start),), courses=(course(1, start="2025-07-08", granted="2025-07-10"),))
    assert share(figures(book), EFFORT) == (kept, 1)


def test_an_effort_that_was_over_before_the_grant_is_none() -> None:
    book = house(
        efforts=(effort(1, "2025-01-06", "2025-07-09"),),
        courses=(course(1, start="2025-07-08", granted="2025-07-10"),),
    )
    assert share(figures(book), EFFORT) == (0, 1)


def test_one_that_went_on_over_it_has_decided_on_the_day_of_the_grant() -> None:
    book = house(efforts=(effort(1, "2025-01-06"),), courses=(course(1, start="02-03", granted="02-06"),))
    assert share(figures(book), EFFORT) == (1, 1)
    assert figure(figures(book), EFFORT).before.of == 0


def test_a_course_without_a_grant_is_left_out_of_what_counts_from_it_and_that_is_said() -> None:
    made = figures(house(courses=(course(1, granted=""),)))
    assert share(made, EFFORT) == (0, 0)
    assert [(found.code, str(found.place)) for found in made.findings] == [("W-273", "Forløb!F2 (Bevilget)")]


def test_courses_that_have_ended_count_where_their_day_came_first() -> None:
    ended = course(1, start="2025-10-07", end=day("01-15"), status=CourseStatus.ENDED)
    assert share(figures(house(courses=(ended,))), FIRST) == (0, 1)


def test_a_course_that_ended_before_its_day_owed_nothing() -> None:
    ended = course(1, start="02-03", end=day("02-06"), status=CourseStatus.ENDED)
    assert share(figures(house(courses=(ended,))), FIRST) == (0, 0)


@pytest.mark.parametrize(("start", "counts"), [("2025-02-21", 0), ("2025-02-22", 1)])
def test_twelve_months_count_and_no_more(start: str, counts: int) -> None:
    """Seven days after 22 February 2025 is 1 March, the first day of the year that ends in February."""
    assert share(figures(house(courses=(course(1, start=start),))), FIRST) == (0, counts)


def test_two_types_with_the_same_promise_share_a_figure_and_other_promises_have_their_own() -> None:
    longer = Deadline("opfoelgning", "Frist: første opfølgning", days=10)
    types = (
        course_type(FOLLOW_UP),
        course_type(FOLLOW_UP, name="b", title="B"),
        course_type(longer, name="c", title="C"),
    )
    courses = (course(1), course(2, type="b"), course(3, type="c"))
    made = figures(house(courses=courses), *types)
    told = {one.key: one.now.of for one in made.figures if one.key.startswith("frist")}
    assert told == {"frist-opfoelgning": 2, "frist-opfoelgning-2": 1}


def test_a_type_that_promises_nothing_makes_no_figures() -> None:
    made = figures(house(meeting(1, "02-05")), making.kind())
    assert made.sections[0].is_empty
    assert column(made, "moeder", "afholdt") == {"samtale": 1}
