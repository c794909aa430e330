"""Computed meetings find their place: around what people wrote, around each other, where they were told."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.model import Course, MeetingStatus, Weekday, Workbook
from docgen.planning import Moved, Origin, Plan, Sent
from docgen.planning.scheduling.moved import BUSY, ON_THE_WAY, OUTSIDE_HOURS, ROOM_TAKEN, WEEKEND
from docgen.planning.scheduling.schedule import TOLD
from tests import making
from tests.planning.courses.coursebook import (
    SECOND,
    book,
    codes,
    day,
    opened,
    own,
    places,
    plan,
    row,
    second,
    time,
    times,
)

FIRST = "F001-01"


def moved(made: Plan, nr: str = FIRST) -> Moved | None:
    (found,) = (one.moved for one in made.meetings if one.nr == nr)
    return found


def whole_day(date: str = "2026-02-03", **changes: Any) -> Any:
    """The other person's meeting, from morning to afternoon."""
    return second("M002", f"{date} 09:00", length=390, **changes)


class TestAroundWhatPeopleWrote:
    def test_a_meeting_waits_for_its_people(self) -> None:
        made = plan(book(second("M002", "2026-02-03 08:30", extra=("P001",), place="Kontoret")))
        assert times(made)[FIRST] == "2026-02-03 09:30"
        assert moved(made) == Moved(day("2026-02-03"), time("09:00"), BUSY)
        assert codes(made) == ["W-257"]  # what people wrote is only spoken of

    def test_a_meeting_waits_for_its_resident(self) -> None:
        made = plan(book(row("M002", "2026-02-03 09:00", course="", extra=())))
        assert (times(made)["M002"], times(made)[FIRST]) == ("2026-02-03 09:00", "2026-02-03 10:00")
        assert codes(made) == []

    def test_a_meeting_waits_for_its_room(self) -> None:
        made = plan(book(second("M002", "2026-02-03 09:00", place=" kontoret ")))
        assert times(made)[FIRST] == "2026-02-03 10:00"
        assert moved(made) == Moved(day("2026-02-03"), time("09:00"), ROOM_TAKEN)

    def test_a_meeting_leaves_time_to_get_there(self) -> None:
        house = making.house(travel_minutes=30)
        workbook = book(
            second("M002", "2026-02-03 08:00", extra=("P001",), place="Kontor 2, Byvej 7"),
            courses=(making.course(place="Kontoret, Elmegården 1"),),
            institution=house,
        )
        made = plan(workbook)
        assert times(made)[FIRST] == "2026-02-03 09:30"
        assert moved(made) == Moved(day("2026-02-03"), time("09:00"), ON_THE_WAY)

    def test_nobody_is_on_the_way_to_a_meeting_online(self) -> None:
        made = plan(book(second("M002", "2026-02-03 10:00", extra=("P001",), place="Online")))
        assert (times(made)[FIRST], moved(made)) == ("2026-02-03 09:00", None)

    def test_a_day_that_is_full_sends_it_to_the_next(self) -> None:
        made = plan(book(whole_day(extra=("P001",))))
        assert times(made)[FIRST] == "2026-02-04 09:00"

    @pytest.mark.parametrize(
        ("status", "start"),
        [
            (MeetingStatus.CANCELLED, "09:00"),
            (MeetingStatus.HELD, "10:00"),
            (MeetingStatus.MISSED, "10:00"),
        ],
    )
    def test_what_is_called_off_is_in_nobodys_way(self, status: MeetingStatus, start: str) -> None:
        taken = second("M002", "2026-02-03 09:00", extra=("P001",), status=status)
        assert times(plan(book(taken)))[FIRST] == f"2026-02-03 {start}"

    def test_a_row_of_the_same_course_is_worked_around_too(self) -> None:
        made = plan(book(row(FIRST, "2026-02-10 09:00", length=90)))
        assert times(made)["F001-02"] == "2026-02-10 10:30"

    def test_who_is_left_out_of_a_row_is_free(self) -> None:
        busy = second("M002", "2026-02-03 09:00", extra=("P001",), absent=("P001",))
        assert times(plan(book(busy)))[FIRST] == "2026-02-03 09:00"

    def test_an_own_row_moves_out_of_the_way_as_well(self) -> None:
        rows = own(FIRST, "2026-02-03 09:00"), second("M002", "2026-02-03 09:00", extra=("P001",))
        made = plan(book(*rows))
        assert times(made)[FIRST] == "2026-02-03 10:00"
        assert [one.origin for one in made.meetings] == [
            Origin.PEOPLE,
            Origin.OWN_ROW,
            *[Origin.COURSE] * 3,
        ]

    def test_what_people_wrote_is_never_moved_and_two_rows_in_conflict_are_told_of(self) -> None:
        rows = row(FIRST, "2026-02-03 09:00"), second("M002", "2026-02-03 09:30", 3, extra=("P001",))
        made = plan(book(*rows))
        assert (times(made)[FIRST], times(made)["M002"]) == ("2026-02-03 09:00", "2026-02-03 09:30")
        assert places(made) == [("W-250", "Møder!F3 (Dato)")]

    def test_an_exemption_takes_up_time_and_says_nothing(self) -> None:
        meant = (
            row(FIRST, "2026-02-03 09:00", exemption="Aftalt"),
            second("M002", "2026-02-03 09:30", 3, extra=("P001",)),
        )
        assert codes(plan(book(*meant))) == []
        later = (
            row(FIRST, "2026-02-03 09:00"),
            second("M002", "2026-02-03 09:30", 3, extra=("P001",), exemption="Aftalt"),
        )
        assert codes(plan(book(*later))) == []

    def test_where_nothing_is_free_it_stays_and_the_conflict_is_told(self) -> None:
        days = ("2026-02-03", "2026-02-04", "2026-02-05", "2026-02-06")
        rows = [
            second(f"M{number}", f"{date} 09:00", number, length=390, extra=("P001",))
            for number, date in enumerate(days, 2)
        ]
        made = plan(book(*rows))
        assert (times(made)[FIRST], moved(made)) == ("2026-02-03 09:00", None)
        assert places(made, "W-250") == [("W-250", "Møder!F2 (Dato)")]


class TestAroundEachOther:
    def together(self, **changes: Any) -> Workbook:
        made = {"nr": "F002", "resident": "B002", "facilitator": "P001", **changes}
        return book(courses=(making.course(), making.course(3, **made)))

    def test_two_courses_share_the_morning(self) -> None:
        made = times(plan(self.together()))
        assert [(nr, when) for nr, when in made.items() if nr.endswith("-01")] == [
            ("F001-01", "2026-02-03 09:00"),
            ("F002-01", "2026-02-03 10:00"),
        ]

    def test_two_courses_of_one_person_too(self) -> None:
        made = plan(self.together(resident="B001", facilitator=""))
        assert times(made)["F002-01"] == "2026-02-03 10:00"
        assert codes(made) == []

    def test_those_who_share_nobody_and_no_room_meet_at_once(self) -> None:
        made = plan(self.together(facilitator="", place="Andetsteds"))
        assert times(made)["F002-01"] == "2026-02-03 09:00"

    def test_of_two_that_a_holiday_pushes_together_one_gives_way(self) -> None:
        mine, theirs = self.together(start=day("2026-04-06")).courses
        made = plan(book(courses=(replace(mine, start=day("2026-04-07")), theirs)))
        assert (times(made)["F001-01"], times(made)["F002-01"]) == ("2026-04-07 09:00", "2026-04-07 10:00")
        assert moved(made, "F002-01") == Moved(day("2026-04-06"), time("09:00"), "anden påskedag")

    def test_forty_courses_of_one_leader_all_find_room(self) -> None:
        residents = [making.resident(number, nr=f"B{number:03}") for number in range(1, 41)]
        courses = [
            making.course(number, nr=f"F{number:03}", resident=f"B{number:03}", time=time("10:00"), length=30)
            for number in range(1, 41)
        ]
        made = plan(book(residents=tuple(residents), courses=tuple(courses)))
        assert len(times(made)) == 160
        assert len(set(times(made).values())) == 160
        assert codes(made) == []


class TestDays:
    def test_nothing_is_before_start(self) -> None:
        saturday = book(courses=(making.course(start=day("2026-02-07")),))
        made = plan(saturday)
        assert times(made)[FIRST] == "2026-02-09 09:00"
        assert moved(made) == Moved(day("2026-02-07"), time("09:00"), WEEKEND)
        assert codes(made) == ["W-249"]

    def test_the_first_weekday_from_start_on_is_the_first_day(self) -> None:
        made = plan(book(courses=(making.course(start=day("2026-02-07"), weekday=Weekday.FRIDAY),)))
        assert (times(made)[FIRST], codes(made)) == ("2026-02-13 09:00", [])

    def test_full_days_before_do_not_draw_a_first_meeting_back(self) -> None:
        days = ("2026-02-03", "2026-02-04", "2026-02-05")
        rows = [
            second(f"M{number}", f"{date} 09:00", number, length=390, extra=("P001",))
            for number, date in enumerate(days, 2)
        ]
        assert times(plan(book(*rows)))[FIRST] == "2026-02-06 09:00"

    def test_a_closed_day_says_why(self) -> None:
        made = plan(book(closures=(making.closure(day("2026-02-10"), reason="Temadag"),)))
        assert times(made)["F001-02"] == "2026-02-11 09:00"
        assert moved(made, "F001-02") == Moved(day("2026-02-10"), time("09:00"), "Temadag")

    def test_and_still_says_so_where_the_next_day_is_busy(self) -> None:
        busy = second("M002", "2026-02-11 09:00", extra=("P001",), place="Kontoret")
        made = plan(book(busy, closures=(making.closure(day("2026-02-10"), reason="Temadag"),)))
        assert times(made)["F001-02"] == "2026-02-11 10:00"
        assert moved(made, "F001-02") == Moved(day("2026-02-10"), time("09:00"), "Temadag")

    def test_no_later_than_is_never_later(self) -> None:
        full = second("M002", "2026-02-10 09:00", length=390, extra=("P001",))
        made = plan(opened(full))
        assert times(made)[FIRST] == "2026-02-09 13:00"
        assert codes(made, "W-232", "W-250") == []

    @given(st.sets(st.integers(0, 16), max_size=17))
    def test_whoever_is_busy_a_promise_is_kept_or_the_conflict_told(self, full: set[int]) -> None:
        first_day = day("2026-02-04")
        dates = [first_day + dt.timedelta(days=number) for number in sorted(full)]
        rows = [
            second(f"M{number:03}", f"{date} 09:00", number, length=390, extra=("P001",), exemption="Kursus")
            for number, date in enumerate(dates, 10)
        ]
        made = plan(opened(*rows))
        assert day("2026-02-03") < day(times(made)[FIRST][:10]) <= day("2026-02-10")
        assert times(made)[FIRST] < times(made)["F001-02"] < "2026-02-25"
        assert codes(made, "W-232") == []

    def test_outside_the_hours_nothing_is_computed(self) -> None:
        made = plan(book(courses=(making.course(time=time("07:00")),)))
        assert times(made)[FIRST] == "2026-02-03 09:00"
        assert moved(made) == Moved(day("2026-02-03"), time("07:00"), OUTSIDE_HOURS)
        assert codes(made) == ["W-247"]

    def test_hours_that_end_before_they_begin_stop_all_meetings_and_nothing_breaks(self) -> None:
        wrong = making.house(day_starts=time("15:00"), day_ends=time("09:00"))
        made = plan(book(institution=wrong))
        assert (times(made), len(made.left_out)) == ({}, 4)
        assert "E-069" in codes(made)

    def test_a_meeting_longer_than_the_day_stays_where_it_was_wished(self) -> None:
        made = plan(book(courses=(making.course(length=600),)))
        assert times(made)[FIRST] == "2026-02-03 09:00"
        assert set(codes(made)) == {"W-247", "W-087"}

    def test_nobody_meets_twice_in_one_course_on_one_day(self) -> None:
        closed = (making.closure(day("2026-02-09"), day("2026-02-19"), reason="Ferie"),)
        days = [when[:10] for when in times(plan(book(closures=closed))).values()]
        assert days == sorted(set(days))


class TestWhatPeopleHaveBeenTold:
    BUSY = second("M002", "2026-02-03 09:00", extra=("P001",))

    def sent(self, workbook: Workbook) -> dict[str, Sent]:
        return with_aims(plan(workbook))

    def test_the_time_stays_when_the_wished_one_is_free_again(self) -> None:
        sent = self.sent(book(self.BUSY))
        made = plan(book(), sent=sent)
        assert times(made)[FIRST] == "2026-02-03 10:00"
        assert moved(made) == Moved(day("2026-02-03"), time("09:00"), TOLD)

    def test_what_was_only_built_goes_back(self) -> None:
        before = plan(book(self.BUSY))
        assert times(plan(book(), built=making.built(before)))[FIRST] == "2026-02-03 09:00"

    def test_it_stays_also_when_it_is_written_on_møder(self) -> None:
        sent = self.sent(book(self.BUSY))
        made = plan(book(own(FIRST, "2026-02-03 10:00")), sent=sent)
        assert times(made)[FIRST] == "2026-02-03 10:00"

    def test_it_moves_away_when_people_take_its_time(self) -> None:
        sent = self.sent(book(self.BUSY))
        taken = second("M003", "2026-02-03 10:00", extra=("P001",))
        made = plan(book(taken), sent=sent)
        assert times(made)[FIRST] == "2026-02-03 09:00"
        assert moved(made) is None
        again = plan(book(replace(taken, start=time("09:00"), length=150)), sent=sent)
        assert times(again)[FIRST] == "2026-02-03 11:30"
        assert moved(again) == Moved(day("2026-02-03"), time("09:00"), BUSY)

    def test_another_computed_meeting_does_not_drive_it_away(self) -> None:
        sent = self.sent(book())
        both = (making.course(nr="F000", resident="B002", facilitator="P001"), making.course(3))
        made = plan(book(courses=both), sent=sent)
        assert (times(made)["F001-01"], times(made)["F000-01"]) == ("2026-02-03 09:00", "2026-02-03 10:00")

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            ({"time": time("13:00")}, "2026-02-03 13:00"),
            ({"weekday": Weekday.WEDNESDAY}, "2026-02-04 09:00"),
            ({"start": day("2026-02-10")}, "2026-02-10 09:00"),
        ],
    )
    def test_it_follows_a_course_that_wishes_for_something_else(
        self, change: dict[str, Any], expected: str
    ) -> None:
        sent = self.sent(book(self.BUSY))
        made = plan(book(courses=(making.course(**change),)), sent=sent)
        assert times(made)[FIRST] == expected

    def test_a_meeting_that_was_called_off_keeps_nothing(self) -> None:
        sent = self.sent(book(self.BUSY))
        over = {FIRST: replace(sent[FIRST], cancelled=True)}
        assert times(plan(book(), sent=over))[FIRST] == "2026-02-03 09:00"

    def test_a_time_that_has_been_closed_since_is_not_kept(self) -> None:
        sent = self.sent(book())
        made = plan(book(closures=(making.closure(day("2026-02-03"), reason="Strøm"),)), sent=sent)
        assert times(made)[FIRST] == "2026-02-04 09:00"
        assert moved(made) == Moved(day("2026-02-03"), time("09:00"), "Strøm")

    def test_what_was_sent_is_the_same_when_nothing_changes(self) -> None:
        courses = tuple(
            making.course(number, nr=f"F00{number}", resident="B002", time=time("09:00"))
            for number in (2, 3, 4)
        )
        workbook = book(courses=(making.course(), *courses))
        made = plan(workbook)
        again = plan(workbook, sent=with_aims(made), built=making.built(made))
        assert times(again) == times(made)
        assert {one.action.value for one in again.meetings} == {"nothing"}


class TestTheArchive:
    def test_a_number_in_the_archive_is_not_planned_again(self) -> None:
        gone = making.archived("F001-03", course="F001", date=day("2026-01-12"))
        made = plan(book(archived=(gone,)))
        assert list(times(made)) == ["F001-01", "F001-02", "F001-04"]

    def test_not_even_by_its_number_alone_or_in_other_letters(self) -> None:
        gone = making.archived("f001-03", date=day("2026-01-12"), status=MeetingStatus.CANCELLED)
        assert "F001-03" not in times(plan(book(archived=(gone,))))

    def test_what_was_sent_of_it_is_not_called_off(self) -> None:
        sent = making.sent(plan(book()))
        gone = making.archived("F001-03", course="F001", date=day("2026-01-12"))
        made = plan(book(archived=(gone,)), sent=sent)
        assert made.cancellations == ()

    def test_a_row_that_uses_the_number_again_is_an_error_and_is_not_moved(self) -> None:
        gone = making.archived("F001-03", course="F001")
        rows = own("F001-03", "2026-02-17 09:00")
        made = plan(book(rows, archived=(gone,), courses=(making.course(time=time("10:00")),)))
        assert ([left.nr for left in made.left_out], codes(made)) == (["F001-03"], ["E-076"])


class TestTheSameFromTheWorkbook:
    """Once the meetings are written on Møder, they are the same meetings."""

    @given(
        st.lists(st.sampled_from(["09:00", "10:00", "13:00"]), min_size=1, max_size=4),
        st.sets(st.integers(0, 27), max_size=5),
    )
    def test_rows_as_docgen_writes_them_change_nothing(self, starts: list[str], closed: set[int]) -> None:
        first = day("2026-02-03")
        courses: list[Course] = [
            making.course(number, nr=f"F{number:03}", resident=("B001", "B002")[number % 2], time=time(start))
            for number, start in enumerate(starts, 1)
        ]
        closures = [
            making.closure(first + dt.timedelta(days=at), row=number)
            for number, at in enumerate(sorted(closed), 2)
        ]
        workbook = book(courses=tuple(courses), closures=tuple(closures))
        made = plan(workbook)
        rows = [
            own(one.nr, f"{one.meeting.date} {one.meeting.start:%H:%M}", number, course=one.meeting.course,
                resident=one.meeting.resident)
            for number, one in enumerate(made.meetings, 2)
        ]  # fmt: skip
        again = plan(replace(workbook, meetings=tuple(rows)), built=making.built(made))
        assert times(again) == times(made)
        assert {one.nr: one.moved for one in again.meetings} == {one.nr: one.moved for one in made.meetings}
        assert {one.change.value for one in again.meetings} <= {"unchanged"}


def with_aims(made: Plan) -> dict[str, Sent]:
    """What a ledger remembers once everything has been sent."""
    aims = {one.nr: one.aim for one in made.meetings}
    return {nr: replace(one, aim=aims[nr]) for nr, one in making.sent(made).items()}


def test_residents_of_two_houses_in_one_book_do_not_disturb_each_other() -> None:
    others = making.course(3, nr="F002", resident=SECOND.nr, place="Andetsteds")
    made = plan(book(courses=(making.course(), others)))
    assert [when for nr, when in times(made).items() if nr.endswith("-01")] == ["2026-02-03 09:00"] * 2
