"""Meetings that a course should have had, and that nobody has written down."""

from __future__ import annotations

from docgen.keyfigures.values import KeyFigures
from docgen.meetingtypes.cadence import Cadence, Stage, Unit
from docgen.meetingtypes.definition import MeetingType
from docgen.model import CourseStatus, Meeting
from tests import making
from tests.keyfigures.case import (
    FOLLOW_UP,
    archived,
    column,
    course,
    course_type,
    day,
    figures,
    house,
    meeting,
    share,
)

WEEKLY = (Stage(within_days=7), Stage(1, Unit.WEEKS))
START = "02-03"  # a Tuesday; the first follow-up is due on the 10th, then every week


def weekly() -> MeetingType:
    return course_type(cadences=(Cadence("A", WEEKLY, deadlines=(FOLLOW_UP,)),))


def february(*rows: Meeting, today: str = "02-20", **changes: object) -> KeyFigures:
    """February of one course, seen on the 20th: two of its meetings should have been by then."""
    made = house(*rows, **{"courses": (course(1, start=START),), **changes})
    return figures(made, weekly(), today=day(today))


def test_they_are_counted_as_meetings_without_a_status() -> None:
    assert column(february(), "moeder", "uden_status") == {"samtale": 2}


def test_a_promise_that_they_would_have_kept_cannot_be_told() -> None:
    assert share(february(), "frist-opfoelgning") == (0, 0)


def test_nor_can_whether_anybody_met_the_resident() -> None:
    assert share(february(residents=(making.resident(),)), "uden-moede") == (0, 0)


def test_a_row_says_what_became_of_one_wherever_it_stands() -> None:
    held = meeting(1, "02-12", nr="f001-01")
    moved = archived(1, "02-12")
    assert column(february(held), "moeder", "uden_status") == {"samtale": 1}
    assert share(february(held), "frist-opfoelgning") == (0, 1)  # held two days too late
    other = making.archived("F001-02", resident="B001", course="F001", date=moved.date)
    assert column(february(held, archived=(other,)), "moeder", "uden_status") == {}


def test_one_of_today_may_be_held_still() -> None:
    assert column(february(today="02-10"), "moeder", "uden_status") == {}
    assert column(february(today="02-11"), "moeder", "uden_status") == {"samtale": 1}


def test_a_course_that_has_ended_owes_none_after_its_last_day() -> None:
    ended = course(1, start=START, end=day("02-12"), status=CourseStatus.ENDED)
    assert column(february(courses=(ended,)), "moeder", "uden_status") == {"samtale": 1}
    nobody_knows = course(1, start=START, status=CourseStatus.ENDED)
    assert column(february(courses=(nobody_knows,)), "moeder", "uden_status") == {}


def test_a_course_without_promises_has_them_too() -> None:
    plain = making.kind(cadences=(Cadence("A", WEEKLY),))
    made = figures(house(courses=(course(1, start=START),)), plain, today=day("02-20"))
    assert made.sections[0].is_empty
    assert column(made, "moeder", "uden_status") == {"samtale": 2}


def test_they_are_named_by_number_once_for_each_course() -> None:
    (found,) = february().findings
    assert (found.code, str(found.place)) == ("W-277", "Forløb!2")
    assert "F001-01, F001-02" in str(found)
    assert [(one.key, one.cell.amount) for one in february().caveats] == [("uden_raekke", 2), ("uafgjort", 1)]
