"""Meetings of the month: what became of them, by type, and how many each person has had."""

from __future__ import annotations

import pytest

from docgen.keyfigures.values import Unit, value_of
from docgen.model import MeetingStatus
from tests import making
from tests.keyfigures.case import (
    archived,
    column,
    course,
    course_type,
    day,
    figure,
    figures,
    house,
    meeting,
    share,
    table,
)

FATES = ("afholdt", "ikke_moedt", "aflyst", "planlagt", "uden_status")


def fates(*rows: tuple[str, str], today: str = "03-10") -> dict[str, int]:
    """How many meetings ended how: those of the given days and statuses."""
    made = figures(house(*(meeting(1, date, status) for date, status in rows)), today=day(today))
    return {fate: count for fate in FATES for count in column(made, "moeder", fate).values()}


@pytest.mark.parametrize(
    ("status", "fate"),
    [("Afholdt", "afholdt"), ("Ikke mødt", "ikke_moedt"), ("Aflyst", "aflyst"), ("Planlagt", "uden_status")],
)
def test_each_meeting_has_one_fate(status: str, fate: str) -> None:
    assert fates(("02-10", status)) == {fate: 1}


def test_a_meeting_of_today_is_planned_still_and_one_of_yesterday_lacks_its_status() -> None:
    assert fates(("02-10", "Planlagt"), ("02-09", "Planlagt"), today="02-10") == {
        "planlagt": 1,
        "uden_status": 1,
    }


@pytest.mark.parametrize(("date", "counts"), [("01-31", 0), ("02-01", 1), ("02-28", 1), ("03-01", 0)])
def test_the_first_and_the_last_day_are_the_months_own(date: str, counts: int) -> None:
    assert fates((date, "Afholdt")) == ({"afholdt": 1} if counts else {})


def test_archived_meetings_count_as_those_on_the_sheet_do() -> None:
    made = figures(house(archived=(archived(1, "02-03"), archived(2, "02-04", "Aflyst"))))
    assert column(made, "moeder", "afholdt") == {"samtale": 1}
    assert column(made, "moeder", "aflyst") == {"samtale": 1}


def test_a_number_that_stands_on_both_sheets_is_one_meeting() -> None:
    made = figures(house(meeting(1, "02-03", "Aflyst"), archived=(archived(1, "02-03"),)))
    assert column(made, "moeder", "aflyst") == {"samtale": 1}
    assert column(made, "moeder", "afholdt") == {}


def test_an_unknown_type_has_a_row_of_its_own_and_a_caveat() -> None:
    made = figures(house(meeting(1, "02-03", type="Kaffemøde")))
    assert column(made, "moeder", "afholdt") == {"ukendt_type": 1}
    assert [caveat.key for caveat in made.caveats] == ["ukendt_type"]


def test_types_without_a_meeting_in_either_month_have_no_row() -> None:
    other = making.kind(name="andet", title="Andet")
    made = figures(house(meeting(1, "01-15", nr="M001", type="andet")), course_type(), other)
    assert [row.title for row in table(made, "moeder").rows] == ["Andet"]


def test_a_group_meeting_is_about_nobody() -> None:
    made = figures(house(meeting(1, "02-03", type="gruppe")), making.group(name="gruppe", title="Gruppe"))
    assert table(made, "moeder").rows[0].cells[0].people == frozenset()


def test_meetings_a_person_are_those_held_with_people_in_active_courses() -> None:
    rows = (meeting(1, "02-03"), meeting(1, "02-10"), meeting(2, "02-03"), meeting(3, "02-03", "Aflyst"))
    book = house(*rows, courses=(course(1), course(3), course(4, start="03-01")))
    assert share(figures(book), "moeder-pr-person") == (2, 2)


def test_a_meeting_of_another_type_with_the_same_person_counts_too() -> None:
    other = making.kind(name="andet", title="Andet")
    book = house(meeting(1, "02-03", type="andet", course=""), courses=(course(1),))
    assert share(figures(book, course_type(), other), "moeder-pr-person") == (1, 1)


def test_a_row_without_a_resident_is_about_the_one_of_its_course() -> None:
    book = house(making.meeting(nr="F001-01", resident="", date=day("02-03"), status=MeetingStatus.HELD))
    assert share(figures(book), "moeder-pr-person") == (1, 6)


def test_since_start_counts_from_the_courses_first_day_to_the_months_end() -> None:
    rows = (meeting(1, "01-05"), meeting(1, "01-06"), meeting(1, "02-28"), meeting(1, "03-01"))
    book = house(*rows, courses=(course(1, start="01-06"),))
    assert share(figures(book), "moeder-pr-person-siden-start") == (2, 1)


def test_without_anybody_in_a_course_there_is_no_average() -> None:
    made = figures(house(meeting(1, "02-03"), courses=(course(1, start="03-02"),)))
    assert value_of(figure(made, "moeder-pr-person").now, Unit.AVERAGE) is None
