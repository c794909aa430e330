"""What the numbers of meetings say of their courses."""

from __future__ import annotations

import datetime as dt

import pytest

from docgen.planning.courses.numbers import archived_by_course, course_in, course_of, traces
from tests import making


@pytest.mark.parametrize(
    ("nr", "course"),
    [
        ("F001-07", "F001"),
        ("F001-100", "F001"),
        ("F-1-01", "F-1"),
        ("F1-01-02", "F1-01"),
        ("M001", ""),
        ("MED-A", ""),
        ("F001-", ""),
        ("", ""),
    ],
)
def test_a_number_begins_with_its_course(nr: str, course: str) -> None:
    assert course_in(nr) == course


def test_what_a_row_says_itself_counts_before_its_number() -> None:
    assert course_of(making.meeting(nr="F001-07", course="F002")) == "F002"
    assert course_of(making.meeting(nr="F001-07")) == "F001"
    assert course_of(making.archived("M001")) == ""


def test_of_each_course_the_numbers_and_the_last_day_are_known() -> None:
    days = [dt.date(2026, 2, number) for number in (3, 10, 5, 1)]
    found = traces(zip(("F001-01", "f001-02", "F1-100", "M001"), days, strict=True))
    assert {nr: (one.numbers, one.last) for nr, one in found.items()} == {
        "f001": ({1, 2}, dt.date(2026, 2, 10)),
        "f1": ({100}, dt.date(2026, 2, 5)),
    }


def test_archived_meetings_are_found_by_their_course() -> None:
    rows = (making.archived("F001-01"), making.archived("M7", 3, course="F001"), making.archived("M8", 4))
    assert archived_by_course(rows) == {"f001": rows[:2]}
