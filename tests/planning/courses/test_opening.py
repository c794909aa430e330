"""The talk right after the meeting that opens a course, on the same day."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from docgen.model import MeetingStatus, Workbook
from docgen.planning import Moved, Origin, Plan, PlannedMeeting
from docgen.planning.scheduling.moved import BUSY
from tests import making
from tests.planning.courses.coursebook import (
    FOLLOW_UP,
    OPENED,
    PROMISED,
    TALK,
    TEAM,
    called_off,
    codes,
    day,
    numbers,
    opened,
    own,
    places,
    plan,
    row,
    second,
    time,
    times,
)
from tests.planning.test_timetable import with_aims

NR = "F001-00"


def talk(made: Plan) -> PlannedMeeting:
    (found,) = (one for one in made.meetings if one.nr == NR)
    return found


def when(made: Plan) -> str:
    return times(made).get(NR, "")


def with_team(**changes: Any) -> Workbook:
    """The course whose team meeting is changed so."""
    made = opened()
    return replace(made, meetings=(replace(made.meetings[0], **changes),))


class TestWhenItIs:
    def test_it_begins_a_quarter_of_an_hour_after_the_team_meeting(self) -> None:
        made = plan(opened())
        assert when(made) == "2026-02-03 11:15"
        assert (talk(made).kind.name, talk(made).origin, talk(made).length) == (
            "gennemgang",
            Origin.COURSE,
            15,
        )
        assert (talk(made).meeting.place, talk(made).meeting.course) == ("Kontoret", "F001")
        assert codes(made) == []

    @pytest.mark.parametrize(
        ("changes", "start"),
        [
            ({"start": time("09:00")}, "10:15"),
            ({"length": 90}, "11:45"),
            ({"type": "samtlae", "length": 30}, "10:45"),
            ({"type": "REHABILITERINGSMØDE "}, "11:15"),
            ({"status": MeetingStatus.HELD}, "11:15"),
        ],
    )
    def test_it_follows_the_team_meetings_time(self, changes: dict[str, Any], start: str) -> None:
        made = plan(with_team(**changes))
        assert when(made) == f"2026-02-03 {start}"

    def test_of_several_meetings_that_day_the_last_counts(self) -> None:
        more = row("M002", "2026-02-03 12:30", 3, type="team", length=30)
        assert when(plan(opened(more))) == "2026-02-03 13:15"
        off = replace(more, status=MeetingStatus.CANCELLED)
        assert when(plan(opened(off))) == "2026-02-03 11:15"

    def test_its_length_is_its_types_whatever_the_follow_ups_last(self) -> None:
        made = plan(opened(course={"length": 45}))
        lengths = {one.nr: one.length for one in made.meetings}
        assert (lengths[NR], lengths["F001-01"]) == (15, 45)
        there = own(NR, when(made), 3, type="gennemgang")
        assert talk(plan(opened(there, course={"length": 45}))).length == 15

    def test_without_a_course_that_asks_for_one_there_is_none(self) -> None:
        plain = replace(FOLLOW_UP, cadences=(replace(PROMISED, same_day=""),))
        assert when(plan(opened(), plain, TEAM, TALK)) == ""

    def test_a_type_that_is_not_there_is_no_talk(self) -> None:
        assert when(plan(opened(), FOLLOW_UP, TEAM)) == ""


class TestWhenThereIsNone:
    def test_without_a_team_meeting(self) -> None:
        made = plan(replace(opened(), meetings=()))
        assert NR not in numbers(made)
        assert places(made) == [("W-234", "Forløb!E2 (Start)")]

    def test_when_it_is_on_another_day(self) -> None:
        made = plan(with_team(date=day("2026-02-04")))
        assert (when(made), codes(made)) == ("", ["W-234"])

    def test_when_it_is_called_off(self) -> None:
        made = plan(with_team(status=MeetingStatus.CANCELLED))
        assert (when(made), codes(made)) == ("", ["W-234"])

    def test_when_it_is_of_no_course(self) -> None:
        made = plan(with_team(course=""))
        assert (when(made), codes(made)) == ("", ["W-234"])

    def test_when_people_have_written_one_themselves(self) -> None:
        theirs = row("M002", "2026-02-03 14:00", 3, type="Gennemgang")
        made = plan(opened(theirs))
        assert list(times(made))[:2] == ["M001", "M002"]
        assert NR not in times(made)

    def test_when_it_would_begin_after_midnight(self) -> None:
        made = plan(with_team(start=time("23:00")))
        assert when(made) == ""
        assert when(plan(with_team(start=time("22:30")))) == "2026-02-03 23:45"

    def test_what_docgen_wrote_of_it_is_called_off_then(self) -> None:
        there = own(NR, "2026-02-03 11:15", 3, type="gennemgang")
        off = row("M001", "2026-02-03 10:00", type="team", status=MeetingStatus.CANCELLED)
        made = plan(replace(opened(), meetings=(off, there)))
        assert sorted(called_off(made)) == [NR, "M001"]

    def test_what_was_sent_of_it_is_cancelled_then(self) -> None:
        made = plan(opened())
        none = plan(with_team(date=day("2026-02-04")), sent=making.sent(made), built=making.built(made))
        assert NR in none.gone
        assert NR in [one.nr for one in none.cancellations]


class TestWhenItMoves:
    def test_it_waits_until_its_people_are_free(self) -> None:
        made = plan(opened(second("M002", "2026-02-03 11:15", 3, extra=("P001",))))
        assert when(made) == "2026-02-03 12:15"
        assert talk(made).moved == Moved(day("2026-02-03"), time("11:15"), BUSY)

    def test_it_is_never_before_the_meeting_that_it_follows(self) -> None:
        workbook = opened(second("M002", "2026-02-03 14:15", 3, extra=("P001",), length=75), start="13:00")
        made = plan(workbook)
        assert when(made) == "2026-02-03 14:15"
        assert places(made) == [("W-250", "Møder!F3 (Dato)")]

    def test_nor_on_another_day(self) -> None:
        workbook = opened(
            second("M002", "2026-02-03 11:00", 3, extra=("P001",), length=270, exemption="Kursus")
        )
        assert when(plan(workbook)) == "2026-02-03 11:15"

    def test_outside_the_hours_it_stays_and_that_is_told(self) -> None:
        made = plan(opened(start="14:30"))
        assert (when(made), talk(made).moved) == ("2026-02-03 15:45", None)
        assert places(made) == [("W-257", "Forløb!E2 (Start)")]
        written = opened(own(NR, "2026-02-03 15:45", 3, type="gennemgang"), start="14:30")
        assert places(plan(written)) == [("W-257", "Møder!F3 (Dato)")]
        meant = own(NR, "2026-02-03 15:45", 3, type="gennemgang", exemption="Aftalt med borgeren")
        assert places(plan(opened(meant, start="14:30"))) == []

    def test_it_changes_with_the_team_meeting_also_when_it_has_been_sent(self) -> None:
        sent = with_aims(plan(opened()))
        made = plan(opened(start="12:00"), sent=sent)
        assert when(made) == "2026-02-03 13:15"
        assert (talk(made).action.value, talk(made).update) == ("update", ("start",))

    def test_what_was_sent_stays_when_the_team_meeting_does(self) -> None:
        busy = second("M002", "2026-02-03 11:15", 3, extra=("P001",))
        sent = with_aims(plan(opened(busy)))
        made = plan(opened(), sent=sent)
        assert (when(made), talk(made).action.value) == ("2026-02-03 12:15", "nothing")


class TestRowsOfIt:
    def test_a_row_that_docgen_wrote_follows_the_team_meeting(self) -> None:
        there = own(NR, "2026-02-03 11:15", 3, type="gennemgang")
        made = plan(opened(there, start="12:00"))
        assert (when(made), talk(made).origin) == ("2026-02-03 13:15", Origin.OWN_ROW)

    @pytest.mark.parametrize("nr", ["F001-00", "f001-00"])
    def test_also_in_other_letters(self, nr: str) -> None:
        there = own(nr, "2026-02-03 11:15", 3, type="gennemgang")
        made = plan(opened(there, start="12:00"))
        assert times(made)[nr] == "2026-02-03 13:15"
        assert called_off(made) == []

    def test_a_row_with_its_number_that_people_changed_stays(self) -> None:
        theirs = row(NR, "2026-02-03 14:00", 3, type="gennemgang")
        made = plan(opened(theirs, start="12:00"))
        assert (when(made), talk(made).origin) == ("2026-02-03 14:00", Origin.PEOPLE)

    def test_one_that_people_called_off_stays_called_off(self) -> None:
        off = own(NR, "2026-02-03 11:15", 3, type="gennemgang", status=MeetingStatus.CANCELLED)
        assert called_off(plan(opened(off))) == [NR]

    def test_its_number_comes_before_the_first(self) -> None:
        assert numbers(plan(opened()))[:3] == ["M001", NR, "F001-01"]

    def test_the_day_after_it_is_neither_planned_nor_gone(self) -> None:
        made = plan(opened())
        after = plan(opened(), today="2026-02-04", built=making.built(made), sent=making.sent(made))
        assert (when(after), after.gone, after.cancellations) == ("", (), ())


def test_the_types_are_found_whatever_order_they_stand_in() -> None:
    assert times(plan(opened(), *reversed(OPENED))) == times(plan(opened()))
