"""The house: residents whom nobody has met for long, yearly meetings, decisions, and what is not known."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from random import Random

import pytest

from docgen.errors import UsageError
from docgen.keyfigures.period import Period
from docgen.keyfigures.values import Unit, value_of
from docgen.model import BrokenRow, CourseStatus, Decision, DecisionStatus, EffortKind
from tests import making
from tests.keyfigures.case import (
    NUMBERS,
    archived,
    course,
    course_type,
    day,
    effort,
    figure,
    figures,
    house,
    meeting,
    resident,
    share,
    yearly,
)

UNMET = "uden-moede"


@pytest.mark.parametrize(("date", "unmet"), [("01-03", 6), ("01-04", 5), ("02-28", 5), ("03-01", 6)])
def test_eight_weeks_reach_back_from_the_months_last_day(date: str, unmet: int) -> None:
    assert share(figures(house(meeting(1, date))), UNMET) == (unmet, 6)


def test_the_number_of_weeks_may_be_another() -> None:
    assert share(figures(house(meeting(1, "01-04")), weeks=7), UNMET) == (6, 6)


def test_residents_who_have_left_are_not_waited_for() -> None:
    book = house(residents=(resident(1, active=False), resident(2)), courses=())
    assert share(figures(book), UNMET) == (1, 1)


def test_of_somebody_whose_meeting_lacks_a_status_nobody_can_tell() -> None:
    assert share(figures(house(meeting(1, "02-10", "Planlagt"))), UNMET) == (5, 5)


def test_a_house_without_residents_is_not_told_of_them() -> None:
    assert UNMET not in [one.key for one in figures(house(residents=(), courses=())).figures]


def two_a_year(*dates: str, **changes: object) -> tuple[float, float | None]:
    """Who has had fewer than two: B001 with meetings of these days, of six residents in employment."""
    people = tuple(resident(number, employed=True) for number in NUMBERS)
    rows = (meeting(1, date, type="aarsmoede", nr=f"M{at:03}", course="") for at, date in enumerate(dates, 1))
    book = house(*rows, **{"residents": people, **changes})
    return share(figures(book, course_type(), yearly()), "for-faa-aarsmoede")


def test_two_meetings_in_twelve_months_are_enough_and_one_is_not() -> None:
    assert two_a_year("02-10") == (6, 6)
    assert two_a_year("2025-09-02", "02-10") == (5, 6)


@pytest.mark.parametrize(("first", "fewer"), [("2025-02-28", 6), ("2025-03-01", 5)])
def test_the_twelve_months_end_with_the_month(first: str, fewer: int) -> None:
    assert two_a_year(first, "02-10") == (fewer, 6)


def test_the_type_is_meant_only_for_those_whose_column_says_so() -> None:
    people = (resident(1, employed=True), resident(2))
    assert two_a_year("02-10", residents=people) == (1, 1)


def test_a_house_that_holds_no_meeting_of_the_type_is_not_told_of_it() -> None:
    made = figures(house(meeting(1, "02-10")), course_type(), yearly())
    assert [one.key for one in made.figures if one.key.startswith("for-faa")] == []


def decided(row: int, **changes: object) -> Decision:
    made = {"meeting": "F001-02-10", "number": "1", "decision": "Ring", "responsible": "Amina"}
    return Decision(at=making.at("Beslutninger", row), **{**made, **changes})  # type: ignore[arg-type]


def test_open_decisions_are_those_that_nobody_has_carried_out() -> None:
    rows = (decided(2), decided(3, status=DecisionStatus.OPEN), decided(4, status=DecisionStatus.DONE))
    assert figure(figures(house(meeting(1, "02-10"), decisions=rows)), "beslutninger").now.amount == 2


@pytest.mark.parametrize(
    ("deadline", "today", "late"),
    [("02-27", "03-10", 1), ("02-28", "03-10", 0), ("02-14", "02-15", 1), ("02-15", "02-15", 0)],
)
def test_a_decision_is_late_once_its_day_has_passed(deadline: str, today: str, late: int) -> None:
    rows = (decided(2, deadline=day(deadline)), decided(3))
    made = figures(house(meeting(1, "02-10"), decisions=rows), today=day(today))
    assert share(made, "beslutninger-over-frist") == (late, 2)


def test_a_decision_of_a_later_meeting_had_not_been_taken() -> None:
    rows = (decided(2, meeting="F001-03-02"), decided(3, meeting="F002-02-03"), decided(4, meeting="M999"))
    book = house(meeting(1, "03-02"), archived=(archived(2, "02-03"),), decisions=rows)
    assert figure(figures(book), "beslutninger").now.amount == 2


def test_how_many_were_open_a_month_before_is_not_known() -> None:
    made = figures(house(meeting(1, "02-10"), decisions=(decided(2),)))
    assert value_of(figure(made, "beslutninger").before, Unit.COUNT) is None


def codes(**changes: object) -> list[tuple[str, str]]:
    """What is found in a house, and where."""
    made = figures(house(**changes))
    return [(found.code, str(found.place)) for found in made.findings]


def test_what_figures_cannot_know_is_said_with_its_cell() -> None:
    assert codes(efforts=(effort(1, "01-05", kind=EffortKind.PAID_HOURS),)) == [
        ("W-274", "Indsatser!G2 (Timer pr. uge)")
    ]
    assert codes(efforts=(effort(1, "01-05", kind=None),)) == [("W-275", "Indsatser!C2 (Art)")]
    assert codes(courses=(course(1, status=CourseStatus.ENDED),)) == [("W-272", "Forløb!G2 (Slut)")]
    assert codes(broken=(BrokenRow(making.at("Indsatser", 7)),)) == [("W-270", "Indsatser!7")]


def test_rows_of_sheets_that_no_figure_looks_at_do_not_matter() -> None:
    assert codes(broken=(BrokenRow(making.at("Svar", 7)), BrokenRow(making.at("Lukkedage", 3)))) == []


def test_efforts_and_courses_of_other_times_are_not_nagged_about() -> None:
    assert codes(efforts=(effort(1, "03-01", kind=None),)) == []
    assert codes(courses=(course(1, start="03-02", status=CourseStatus.ENDED),)) == []


def test_a_month_that_has_not_begun_is_refused() -> None:
    with pytest.raises(UsageError, match=r"E-277.*2026-04"):
        figures(house(), month=dt.date(2026, 4, 1))
    assert figures(house(), month=dt.date(2026, 3, 31)).period.until == day("03-10")


def test_the_month_before_january_is_december() -> None:
    period = Period.of(dt.date(2026, 1, 20), dt.date(2026, 2, 3))
    assert (period.before().first, period.before().last) == (dt.date(2025, 12, 1), dt.date(2025, 12, 31))
    assert (period.is_over, period.before().until) == (True, dt.date(2025, 12, 31))


def test_the_order_of_rows_does_not_matter() -> None:
    rows = [meeting(number, f"02-{number + 1:02}", nr=f"M{number:03}") for number in NUMBERS]
    efforts = [effort(number, "01-05") for number in NUMBERS]
    book = house(*rows, efforts=tuple(efforts))
    shuffled = replace(
        book,
        meetings=tuple(Random(1).sample(book.meetings, 6)),  # noqa: S311 - no secret
        efforts=tuple(Random(2).sample(book.efforts, 6)),  # noqa: S311
        residents=book.residents[::-1],
        courses=book.courses[::-1],
    )
    assert figures(shuffled).sections == figures(book).sections
