"""What a course computes, what the rows of Møder make of it, and which rows docgen takes back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.findings import Finding
from docgen.meetingtypes.cadence import Cadence, Stage, Unit
from docgen.model import BrokenRow, Course, CourseStatus, Meeting, MeetingStatus, Weekday, Workbook
from docgen.planning import Origin, Plan, PlannedMeeting
from docgen.planning.courses.series import is_own, slot
from tests import making
from tests.planning.courses.coursebook import (
    FOUR,
    KIND,
    SECOND,
    book,
    called_off,
    codes,
    day,
    left_out,
    opened,
    own,
    places,
    plan,
    row,
    second,
    time,
    times,
)

PLAIN = {
    "F001-01": "2026-02-03 09:00",
    "F001-02": "2026-02-10 09:00",
    "F001-03": "2026-02-17 09:00",
    "F001-04": "2026-02-24 09:00",
}
"""What the course says on its own."""


def first(workbook: Workbook, *types: Any) -> PlannedMeeting:
    return plan(workbook, *types).meetings[0]


def with_course(*rows: Meeting, **changes: Any) -> Workbook:
    return book(*rows, courses=(making.course(**changes),))


def origins(made: Plan) -> dict[str, Origin]:
    return {one.nr: one.origin for one in made.meetings}


class TestWhatCountsFirst:
    """The meeting's row, then the course, then the type."""

    def test_the_length(self) -> None:
        shown = [
            first(book()).length,
            first(with_course(length=45)).length,
            first(with_course(own("F001-01", "2026-02-03 09:00", length=30), length=45)).length,
            first(with_course(row("F001-01", "2026-02-03 11:00", length=30), length=45)).length,
            first(with_course(row("F001-01", "2026-02-03 11:00"), length=45)).length,
        ]
        assert shown == [60, 45, 30, 30, 45]

    def test_the_facilitator(self) -> None:
        made = [
            first(book()),
            first(with_course(facilitator="P002")),
            first(with_course(own("F001-01", "2026-02-03 09:00", facilitator="P003"), facilitator="P002")),
        ]
        leaders = [one.seating.facilitator.nr if one.seating.facilitator else "" for one in made]
        assert leaders == ["P001", "P002", "P003"]

    def test_the_theme(self) -> None:
        made = [
            first(book()),
            first(with_course(theme="Timerne")),
            first(with_course(own("F001-01", "2026-02-03 09:00", theme="Pauserne"), theme="Timerne")),
        ]
        assert [one.meeting.theme for one in made] == ["", "Timerne", "Pauserne"]

    def test_the_time_of_day(self) -> None:
        fixed = making.kind(cadences=(replace(FOUR, time=time("10:00")),))
        asked = [
            first(book()),
            first(book(institution=making.house(day_starts=time("09:30")))),
            first(book(), fixed),
            first(with_course(time=time("11:15")), fixed),
            first(with_course(row("F001-01", "2026-02-03 13:45"), time=time("11:15")), fixed),
        ]
        assert [f"{one.meeting.start:%H:%M}" for one in asked] == [
            "09:00",
            "09:30",
            "10:00",
            "11:15",
            "13:45",
        ]

    def test_the_weekday(self) -> None:
        fixed = making.kind(cadences=(replace(FOUR, weekday=Weekday.THURSDAY),))
        asked = [
            first(book()),
            first(book(), fixed),
            first(with_course(weekday=Weekday.MONDAY), fixed),
            first(with_course(row("F001-01", "2026-02-06 09:00"), weekday=Weekday.MONDAY), fixed),
        ]
        assert [str(one.meeting.date) for one in asked] == [
            "2026-02-03",
            "2026-02-05",
            "2026-02-09",
            "2026-02-06",
        ]

    def test_the_interval(self) -> None:
        assert len(plan(book()).meetings) == 4
        named = with_course(cadence="hver  UGE", end=day("2026-04-07"))
        assert len(plan(named).meetings) == 10

    def test_the_place_is_the_rows_or_the_courses(self) -> None:
        made = plan(book(own("F001-02", "2026-02-10 09:00", place="Online")))
        assert [one.meeting.place for one in made.meetings] == ["Kontoret", "Online", "Kontoret", "Kontoret"]


class TestRows:
    def test_a_row_with_a_number_of_the_course_stands_in_place_of_what_is_computed(self) -> None:
        made = plan(book(row("F001-02", "2026-02-12 14:00")))
        assert times(made) == PLAIN | {"F001-02": "2026-02-12 14:00"}
        assert origins(made) == {
            "F001-01": Origin.COURSE,
            "F001-02": Origin.PEOPLE,
            "F001-03": Origin.COURSE,
            "F001-04": Origin.COURSE,
        }

    def test_a_row_takes_none_of_the_others_along(self) -> None:
        made = plan(book(row("F001-01", "2026-03-17 09:00")))
        assert times(made) == {**{nr: PLAIN[nr] for nr in list(PLAIN)[1:]}, "F001-01": "2026-03-17 09:00"}

    def test_a_row_that_stands_where_docgen_put_it_follows_the_course(self) -> None:
        made = plan(with_course(own("F001-02", "2026-02-10 09:00"), time=time("10:30")))
        assert times(made)["F001-02"] == "2026-02-10 10:30"
        assert origins(made)["F001-02"] is Origin.OWN_ROW

    @pytest.mark.parametrize("changed", [{"date": day("2026-02-11")}, {"start": time("09:15")}])
    def test_once_date_or_start_differ_it_is_peoples_and_stays(self, changed: dict[str, Any]) -> None:
        kept = replace(own("F001-02", "2026-02-10 09:00"), **changed)
        made = plan(with_course(kept, time=time("10:30")))
        assert times(made)["F001-02"] == f"{kept.date} {kept.start:%H:%M}"
        assert origins(made)["F001-02"] is Origin.PEOPLE

    def test_one_that_people_put_back_is_docgens_again(self) -> None:
        there = own("F001-02", "2026-02-10 09:00")
        away = replace(there, date=day("2026-02-11"))
        assert [is_own(one) for one in (there, away, replace(away, date=day("2026-02-10")))] == [
            True,
            False,
            True,
        ]

    def test_a_row_without_beregnet_is_peoples_even_where_the_course_would_have_it(self) -> None:
        made = plan(with_course(row("F001-02", "2026-02-10 09:00"), time=time("10:30")))
        assert times(made)["F001-02"] == "2026-02-10 09:00"
        assert origins(made)["F001-02"] is Origin.PEOPLE

    @pytest.mark.parametrize(
        ("computed", "whose"),
        [
            ("10-02-2026 09:00", True),
            ("  10-02-2026   09:00 ", True),
            ("10-02-2026 9:00", False),
            ("2026-02-10 09:00:00", False),
            ("ja", False),
        ],
    )
    def test_beregnet_is_read_as_it_was_written(self, computed: str, whose: bool) -> None:
        assert is_own(row("F001-02", "2026-02-10 09:00", computed=computed)) is whose

    def test_what_the_row_says_besides_its_time_is_kept(self) -> None:
        kept = own(
            "F001-02", "2026-02-10 09:00", extra=("P020",), practical="Ring på.", link="https://a.example"
        )
        meeting = plan(with_course(kept, time=time("10:30"))).meetings[1].meeting
        assert (meeting.extra, meeting.practical, meeting.link) == (
            ("P020",),
            "Ring på.",
            "https://a.example",
        )

    @pytest.mark.parametrize("status", [one for one in MeetingStatus if one is not MeetingStatus.PLANNED])
    def test_a_row_that_is_no_longer_planned_is_never_touched(self, status: MeetingStatus) -> None:
        kept = own("F001-02", "2026-02-10 09:00", status=status)
        made = plan(with_course(kept, time=time("10:30")))
        assert {nr: when for nr, when in times(made).items() if nr != "F001-02"} == {
            nr: when.replace("09:00", "10:30") for nr, when in PLAIN.items() if nr != "F001-02"
        }
        assert "F001-02" not in times(made)
        assert called_off(made) == (["F001-02"] if status is MeetingStatus.CANCELLED else [])
        assert origins(made).get("F001-02", Origin.PEOPLE) is Origin.PEOPLE

    def test_letter_case_does_not_part_two_numbers(self) -> None:
        course = making.course(nr="Fa1")
        made = plan(book(row("FA1-02", "2026-02-12 14:00", course="Fa1"), courses=(course,)))
        assert times(made) == {
            "Fa1-01": PLAIN["F001-01"],
            "FA1-02": "2026-02-12 14:00",
            "Fa1-03": PLAIN["F001-03"],
            "Fa1-04": PLAIN["F001-04"],
        }

    def test_the_number_counts_also_where_forløb_is_blank(self) -> None:
        moved = own("F001-02", "2026-02-10 09:00", course="")
        fixed = row("F001-03", "2026-02-19 09:00", 3, course="")
        made = plan(with_course(moved, fixed, time=time("10:30")))
        assert (times(made)["F001-02"], times(made)["F001-03"]) == ("2026-02-10 10:30", "2026-02-19 09:00")
        assert len(made.meetings) == 4

    def test_a_row_of_the_course_with_a_number_of_its_own_is_one_more_meeting(self) -> None:
        made = plan(book(row("M001", "2026-02-12 14:00")))
        assert times(made) == {**PLAIN, "M001": "2026-02-12 14:00"}

    def test_a_row_whose_type_nobody_knows_is_left_out_and_stops_nothing_else(self) -> None:
        made = plan(book(own("F001-02", "2026-02-10 09:00", type="samtlae")))
        assert (left_out(made), list(times(made))) == (["F001-02"], ["F001-01", "F001-03", "F001-04"])
        assert places(made) == [("E-080", "Møder!B2 (Type)")]

    def test_a_row_of_another_type_keeps_it(self) -> None:
        made = plan(book(own("F001-02", "2026-02-10 09:00", type="Gennemgang")))
        assert [one.kind.name for one in made.meetings] == ["samtale", "gennemgang", "samtale", "samtale"]
        assert times(made) == PLAIN

    def test_a_row_that_is_deleted_comes_back_as_the_course_has_it(self) -> None:
        before = plan(book(own("F001-02", "2026-02-10 09:00")))
        moved = with_course(time=time("10:30"))
        assert times(before) == PLAIN
        assert times(plan(moved))["F001-02"] == "2026-02-10 10:30"

    def test_a_number_that_stands_twice_stops_both_rows(self) -> None:
        workbook = book(own("F001-02", "2026-02-10 09:00"), row("F001-02", "2026-02-12 09:00", 3))
        made = plan(workbook)
        assert (left_out(made), codes(made)) == (["F001-02"], ["E-060"])

    def test_and_neither_is_called_off_when_the_other_is(self) -> None:
        rows = own("F001-09", "2026-03-31 09:00"), row("F001-09", "2026-04-02 09:00", 3)
        made = plan(book(*rows))
        assert left_out(made) == ["F001-09"]
        assert [
            (one.meeting.at.number, one.is_cancelled) for one in made.meetings if one.nr == "F001-09"
        ] == [(2, True)]


class TestOwnRowsWithoutTheirCourse:
    """Rows that docgen wrote are called off when their course has them no longer."""

    ROW = own("F001-04", "2026-02-24 09:00")

    @pytest.mark.parametrize(
        "course",
        [
            making.course(status=CourseStatus.ENDED),
            making.course(end=day("2026-02-20")),
            making.course(cadence="Tilbage", fully_back=day("2026-02-20")),
        ],
        ids=["over", "shortened", "fully back"],
    )
    def test_they_are_called_off(self, course: Course) -> None:
        made = plan(book(self.ROW, courses=(course,)))
        assert called_off(made) == ["F001-04"]
        assert origins(made)["F001-04"] is Origin.OWN_ROW

    def test_they_are_when_the_resident_is_no_longer_active(self) -> None:
        made = plan(book(self.ROW, residents=(making.resident(active=False), SECOND)))
        assert (called_off(made), times(made), codes(made)) == (["F001-04"], {}, ["W-245"])

    def test_they_are_where_forløb_is_blank_and_the_number_says_it(self) -> None:
        gone = replace(self.ROW, course="")
        assert called_off(plan(book(gone, courses=(making.course(end=day("2026-02-20")),)))) == ["F001-04"]

    def test_those_that_people_have_moved_or_written_stay(self) -> None:
        over = (making.course(status=CourseStatus.ENDED),)
        moved = replace(self.ROW, start=time("10:00"))
        written = replace(self.ROW, computed="")
        for kept in (moved, written):
            assert called_off(plan(book(kept, courses=over))) == []
            assert list(times(plan(book(kept, courses=over)))) == ["F001-04"]

    @pytest.mark.parametrize(("today", "gone"), [("2026-02-24", ["F001-04"]), ("2026-02-25", [])])
    def test_nothing_is_said_of_what_has_passed(self, today: str, gone: list[str]) -> None:
        over = book(self.ROW, courses=(making.course(status=CourseStatus.ENDED),))
        assert called_off(plan(over, today=today)) == gone

    @pytest.mark.parametrize("status", [MeetingStatus.HELD, MeetingStatus.MISSED])
    def test_nor_of_what_is_held_or_missed(self, status: MeetingStatus) -> None:
        over = (making.course(status=CourseStatus.ENDED),)
        assert called_off(plan(book(replace(self.ROW, status=status), courses=over))) == []

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"type": "samtlae"}, "E-080"),
            ({"type": "fest"}, "E-240"),
            ({"cadence": "Kvartal"}, "E-241"),
            ({"cadence": "Hver ugr"}, "E-242"),
            ({"end": day("2025-02-20")}, "E-068"),
            ({"cadence": "Tilbage", "fully_back": day("2025-02-20")}, "E-068"),
            ({"resident": "B009"}, "E-062"),
        ],
    )
    def test_nothing_is_called_off_while_the_course_has_an_error(
        self, changes: dict[str, Any], code: str
    ) -> None:
        party = making.group(name="fest", title="Fest")
        broken = making.course(**changes)
        rows = (replace(self.ROW, resident=broken.resident),) if "resident" in changes else (self.ROW,)
        made = plan(book(*rows, courses=(broken,)), KIND, party)
        assert code in codes(made)
        assert called_off(made) == []

    def test_nor_while_its_number_stands_twice(self) -> None:
        courses = (making.course(status=CourseStatus.ENDED), making.course(3, end=day("2026-02-20")))
        made = plan(book(self.ROW, courses=courses))
        assert (called_off(made), left_out(made), codes(made)) == ([], ["F001-04"], ["E-060"])

    @pytest.mark.parametrize("first", [True, False])
    def test_nor_while_the_residents_number_stands_twice(self, first: bool) -> None:
        residents = (making.resident(active=first), making.resident(3, active=not first))
        made = plan(book(self.ROW, residents=residents), sent=making.sent(plan(book())))
        assert (called_off(made), made.cancellations) == ([], ())
        assert "F001-04" in left_out(made)

    @pytest.mark.parametrize("nr", ["F001", ""])
    def test_nor_while_a_row_of_forløb_cannot_be_read(self, nr: str) -> None:
        wrong = Finding.of("E-020", making.at("Forløb", 2).place("Start"), heading="Start")
        unread = (BrokenRow(making.at("Forløb", 2), nr),)
        made = plan(book(self.ROW, courses=(), broken=unread), findings=(wrong,))
        assert (called_off(made), left_out(made)) == ([], ["F001-04"])

    def test_nor_when_the_row_of_the_course_has_been_deleted_for_then_its_own_has_an_error(self) -> None:
        made = plan(book(self.ROW, courses=()))
        assert (called_off(made), left_out(made), codes(made)) == ([], ["F001-04"], ["E-062"])

    def test_nor_while_an_error_is_on_the_whole_sheet(self) -> None:
        wrong = Finding.of("E-009", making.at("Forløb", 0).place(), name="Start", sheet="Forløb")
        shorter = (making.course(end=day("2026-02-20")),)
        assert called_off(plan(book(self.ROW, courses=shorter), findings=(wrong,))) == []

    def test_a_row_that_no_open_day_is_left_for_is_called_off_and_the_course_says_why(self) -> None:
        closed = (making.closure(day("2026-02-20"), day("2026-03-06")),)
        made = plan(book(self.ROW, closures=closed))
        assert (called_off(made), codes(made)) == (["F001-04"], ["W-246"])
        people = plan(book(replace(self.ROW, computed=""), closures=closed))
        assert (called_off(people), codes(people)) == ([], ["W-256"])


class TestWhateverTheOrder:
    """A plan hangs on what stands in the workbook, not on where."""

    BOOK = replace(
        opened(
            row("F001-02", "2026-02-24 13:00", 3, extra=("P020", "P012")),
            own("F001-03", "2026-03-03 13:00", 4),
            second("M002", "2026-02-10 13:00", 5, extra=("P001",)),
            second("M003", "2026-02-10 13:00", 6, place="Kontoret"),
        ),
        courses=(
            making.course(type="opfoelgning", time=time("13:00"), granted=day("2026-02-06")),
            making.course(3, nr="F002", resident="B002", time=time("13:00"), facilitator="P001"),
            making.course(4, nr="F003", cadence="Hver uge", time=time("13:00"), end=day("2026-06-30")),
            making.course(5, nr="F004", type="samtlae"),
        ),
        efforts=(
            making.effort(),
            making.effort(3, resident="B002", end=day("2026-02-01")),
            making.effort(4, start=day("2026-02-01"), effort="Mentor"),
        ),
        closures=(
            making.closure(day("2026-02-16"), day("2026-02-18")),
            making.closure(day("2026-02-18"), day("2026-02-20"), 3),
        ),
        answers=(
            making.answer("M001", "B001"),
            making.answer("f001-03", "P001", 3, reply="Ønsker anden tid"),
            making.answer("F001-03", "P001", 4, reply="Kommer"),
        ),
    )

    @given(st.data())
    def test_shuffled_rows_give_the_same_plan(self, data: st.DataObject) -> None:
        sheets = ("residents", "people", "meetings", "courses", "efforts", "closures", "answers")
        shuffled: dict[str, Any] = {
            name: tuple(data.draw(st.permutations(getattr(self.BOOK, name)))) for name in sheets
        }
        expected, found = plan(self.BOOK), plan(replace(self.BOOK, **shuffled))
        assert times(found) == times(expected)
        assert found == expected

    @given(st.permutations(range(4)))
    def test_courses_that_want_the_same_hour_get_the_same_ones_in_any_order(self, order: list[int]) -> None:
        made = [making.course(number + 2, nr=f"F00{number}", time=time("10:00")) for number in range(4)]
        found = plan(book(courses=tuple(made[at] for at in order)))
        firsts = {nr: when for nr, when in times(found).items() if nr.endswith("-01")}
        assert firsts == {
            "F000-01": "2026-02-03 10:00",
            "F001-01": "2026-02-03 11:00",
            "F002-01": "2026-02-03 09:00",
            "F003-01": "2026-02-03 12:00",
        }


class TestTheClock:
    """Only what has passed hangs on it."""

    BOOK = replace(
        TestWhateverTheOrder.BOOK,
        closures=(),
        answers=(),
        courses=(*TestWhateverTheOrder.BOOK.courses[:3],),
    )

    @given(st.integers(0, 170))
    def test_the_plan_is_the_same_on_any_day_but_for_what_lies_behind(self, days: int) -> None:
        today = day("2026-01-19").toordinal() + days
        now = str(day("2026-01-19").fromordinal(today))
        whole = times(plan(self.BOOK))
        written = {one.nr for one in self.BOOK.meetings}
        rest = {nr: when for nr, when in whole.items() if when[:10] >= now or nr in written}
        assert times(plan(self.BOOK, today=now)) == rest


def test_a_slot_is_written_as_people_write_dates() -> None:
    assert slot(day("2026-02-03"), time("09:05")) == "03-02-2026 09:05"


def test_the_number_of_a_course_may_have_a_hyphen() -> None:
    made = plan(book(row("F-1-02", "2026-02-12 14:00", course="F-1"), courses=(making.course(nr="F-1"),)))
    assert list(times(made)) == ["F-1-01", "F-1-02", "F-1-03", "F-1-04"]
    ended = (making.course(nr="F-1", status=CourseStatus.ENDED),)
    gone = own("F-1-02", "2026-02-10 09:00", course="F-1")
    assert called_off(plan(book(gone, courses=ended))) == ["F-1-02"]


def test_one_number_of_a_course_may_begin_another() -> None:
    short = making.course(nr="F1", end=day("2026-02-10"))
    long = making.course(3, nr="F1-01", resident="B002", time=time("10:00"))
    made = plan(book(own("F1-01", "2026-02-03 09:00", course="F1"), courses=(short, long)))
    assert times(made) == {
        "F1-01": "2026-02-03 09:00",
        "F1-01-01": "2026-02-03 10:00",
        "F1-02": "2026-02-10 09:00",
        "F1-01-02": "2026-02-10 10:00",
        "F1-01-03": "2026-02-17 10:00",
        "F1-01-04": "2026-02-24 10:00",
    }
    over = plan(
        book(
            own("F1-01", "2026-02-03 09:00", course="F1"),
            courses=(replace(short, status=CourseStatus.ENDED), long),
        )
    )
    assert called_off(over) == ["F1-01"]
    assert len(times(over)) == 4


def test_the_hundredth_meeting_has_three_digits() -> None:
    daily = making.kind(cadences=(Cadence("Hver dag", (Stage(1, Unit.DAYS, count=120),)),))
    made = plan(book(), daily)
    assert list(times(made))[-1] == "F001-120"
    assert times(made)["F001-100"] == "2026-05-13 09:00"
    row_of = plan(book(row("F001-100", "2026-05-13 14:00")), daily)
    assert times(row_of)["F001-100"] == "2026-05-13 14:00"


def test_a_daily_course_meets_on_open_days_only() -> None:
    daily = making.kind(cadences=(Cadence("Hver dag", (Stage(1, Unit.DAYS, count=14),)),))
    made = plan(book(), daily)
    assert [one.meeting.date.weekday() for one in made.meetings] == [1, 2, 3, 4, 0, 1, 2, 3, 4, 0]
    assert codes(made) == []


def test_a_type_may_be_written_by_its_title() -> None:
    workbook = opened(course={"type": " Opfølgning i FORLØB "})
    assert times(plan(workbook)) == times(plan(opened()))
    assert plan(workbook).deadlines[0].kept is True


def test_a_meeting_of_a_course_needs_no_occasion_of_its_own() -> None:
    asking = making.kind(cadences=(FOUR,), occasions=("Eget ønske",))
    assert codes(plan(book(), asking)) == []
    assert codes(plan(book(row("F001-02", "2026-02-12 09:00", occasion="Godt vejr")), asking)) == ["W-086"]
    assert codes(plan(book(second("M002", "2026-02-12 09:00")), asking)) == ["W-085"]
