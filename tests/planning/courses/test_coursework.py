"""What a plan says of whole courses: their promises, their sheets, and meetings that find no day."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from docgen.meetingtypes.definition import Audience, DocumentRule, Scope
from docgen.model import MeetingStatus
from docgen.planning import Plan, Window
from tests import making
from tests.planning.courses.coursebook import (
    FOLLOW_UP,
    KIND,
    SECOND,
    book,
    codes,
    day,
    opened,
    own,
    places,
    plan,
    row,
    said,
)

SHEET = DocumentRule("moedeplan.docx", "moedeplan", Audience.RESIDENT, "Din mødeplan", scope=Scope.COURSE)
BOTH = {"F001-opfoelgning": True, "F001-plan": True}
CLOSED = making.closure(day("2026-02-12"), day("2026-02-27"), reason="Ombygning")


def kept(made: Plan) -> dict[str, bool]:
    """The promises that meetings keep."""
    return {one.nr: one.kept for one in made.deadlines if one.deadline.key != "indsats"}


def first(date: str, **changes: Any) -> Any:
    """The row of the first follow-up."""
    return row("F001-01", f"{date} 13:00", 3, type="opfoelgning", **changes)


class TestPromises:
    def test_what_the_course_computes_keeps_them(self) -> None:
        made = plan(opened())
        assert [(one.nr, str(one.date)) for one in made.deadlines] == [
            ("F001-opfoelgning", "2026-02-10"),
            ("F001-plan", "2026-02-24"),
            ("F001-indsats", "2026-08-06"),
        ]
        assert kept(made) == BOTH

    def test_a_row_in_time_keeps_them_too(self) -> None:
        assert kept(plan(opened(first("2026-02-09")))) == BOTH

    def test_a_row_that_people_have_put_too_late_does_not(self) -> None:
        made = plan(opened(first("2026-02-11")))
        assert kept(made) == {"F001-opfoelgning": False, "F001-plan": True}
        found = said(made, "W-232")
        assert (str(found.place), dict(found.data)["date"]) == ("Forløb!E2 (Start)", "10-02-2026")

    @pytest.mark.parametrize("status", [MeetingStatus.CANCELLED, MeetingStatus.MISSED])
    def test_nor_does_one_that_is_called_off_or_missed(self, status: MeetingStatus) -> None:
        made = plan(opened(first("2026-02-09", status=status)))
        assert kept(made) == {"F001-opfoelgning": False, "F001-plan": False}
        assert codes(made, "W-232") == ["W-232"] * 2

    def test_what_was_held_does(self) -> None:
        held = first("2026-02-09", status=MeetingStatus.HELD)
        assert kept(plan(opened(held), today="2026-02-12")) == BOTH

    def test_so_does_what_has_passed_without_ever_having_had_a_row(self) -> None:
        assert kept(plan(opened(), today="2026-02-12")) == BOTH

    def test_and_what_is_in_the_archive_if_it_was_held(self) -> None:
        gone = making.archived("F001-01", type="opfoelgning", course="F001", date=day("2026-02-06"))
        assert kept(plan(opened(archived=(gone,)), today="2026-02-12")) == BOTH
        for other in (
            {"status": MeetingStatus.CANCELLED},
            {"type": "gennemgang"},
            {"date": day("2026-02-11")},
        ):
            late = plan(opened(archived=(replace(gone, **other),)), today="2026-02-05")
            assert kept(late)["F001-opfoelgning"] is False

    def test_the_number_is_enough_where_forløb_is_blank(self) -> None:
        assert kept(plan(opened(first("2026-02-09", course="")))) == BOTH
        assert kept(plan(opened(first("2026-02-11", course=""))))["F001-opfoelgning"] is False

    def test_one_meeting_keeps_one_promise(self) -> None:
        course = {"end": day("2026-02-12")}
        assert kept(plan(opened(course=course))) == {"F001-opfoelgning": True, "F001-plan": False}

    def test_a_meeting_of_another_type_or_course_keeps_none(self) -> None:
        late = first("2026-02-12")
        talk = row("M002", "2026-02-06 13:00", 4, type="gennemgang")
        other = row("M003", "2026-02-06 14:00", 5, type="opfoelgning", course="F002")
        courses = (*opened().courses, making.course(3, nr="F002"))
        for rows in ((late, talk), (late, other)):
            made = plan(opened(*rows, courses=courses)) if other in rows else plan(opened(*rows))
            assert kept(made)["F001-opfoelgning"] is False

    def test_a_meeting_with_a_number_of_its_own_does(self) -> None:
        extra = row("M002", "2026-02-06 13:00", 4, type="Opfølgning i forløb")
        assert kept(plan(opened(first("2026-02-12"), extra))) == BOTH

    def test_a_course_that_is_over_promises_nothing(self) -> None:
        assert plan(opened(course={"status": "Afsluttet"})).deadlines == ()

    def test_promises_stand_in_the_order_of_their_days(self) -> None:
        later = making.course(3, nr="F000", type="opfoelgning", start=day("2026-02-05"), resident="B002")
        made = plan(opened(courses=(*opened().courses, later)))
        assert [one.nr for one in made.deadlines] == [
            "F001-opfoelgning",
            "F000-opfoelgning",
            "F001-plan",
            "F000-plan",
            "F001-indsats",
        ]


class TestNoDayIsLeft:
    def test_a_meeting_that_finds_none_is_told_of(self) -> None:
        made = plan(book(closures=(CLOSED,)))
        assert places(made) == [("W-246", "Forløb!E2 (Start)")] * 2
        assert [dict(one.data)["nr"] for one in made.findings] == ["F001-03", "F001-04"]

    def test_not_when_it_has_passed(self) -> None:
        assert codes(plan(book(closures=(CLOSED,)), today="2026-02-18")) == ["W-246"]

    def test_not_when_people_have_written_it_themselves(self) -> None:
        made = plan(book(row("f001-03", "2026-03-02 14:00"), closures=(CLOSED,)))
        assert [dict(one.data)["nr"] for one in made.findings] == ["F001-04"]

    def test_not_when_it_is_in_the_archive(self) -> None:
        gone = making.archived("F001-03", course="F001")
        made = plan(book(closures=(CLOSED,), archived=(gone,)))
        assert [dict(one.data)["nr"] for one in made.findings] == ["F001-04"]

    def test_but_when_docgen_wrote_it(self) -> None:
        made = plan(book(own("F001-03", "2026-02-17 09:00"), closures=(CLOSED,)))
        assert [dict(one.data)["nr"] for one in made.findings] == ["F001-03", "F001-04"]

    def test_once_it_has_been_called_off_there_is_no_more_to_say(self) -> None:
        off = own("F001-03", "2026-02-17 09:00", status=MeetingStatus.CANCELLED)
        made = plan(book(off, closures=(CLOSED,)))
        assert [dict(one.data)["nr"] for one in made.findings] == ["F001-04"]


class TestTheFirstDay:
    def test_a_course_that_a_team_meeting_opens_wants_one_on_its_first_day(self) -> None:
        assert codes(plan(opened())) == []
        without = plan(replace(opened(), meetings=()))
        assert [(one.code, dict(one.data)) for one in without.findings] == [
            ("W-234", {"course": "F001", "date": "03-02-2026"})
        ]

    @pytest.mark.parametrize(("today", "told"), [("2026-02-03", ["W-234"]), ("2026-02-04", [])])
    def test_afterwards_nobody_asks(self, today: str, told: list[str]) -> None:
        assert codes(plan(replace(opened(), meetings=()), today=today)) == told

    def test_other_courses_open_themselves(self) -> None:
        assert codes(plan(book())) == []


class TestSheets:
    WITH_SHEET = replace(KIND, documents=(*KIND.documents, SHEET))

    def test_a_sheet_holds_every_meeting_ahead_in_order(self) -> None:
        extra = row("M002", "2026-02-12 09:00", type="gennemgang")
        off = row("F001-03", "2026-02-17 09:00", 3, status=MeetingStatus.CANCELLED)
        made = plan(book(extra, off), self.WITH_SHEET, FOLLOW_UP, making.kind(name="gennemgang", title="G"))
        (sheet,) = made.courses
        assert (sheet.course.nr, sheet.file) == ("F001", "moedeplan.docx")
        assert [one.nr for one in sheet.meetings] == ["F001-01", "F001-02", "M002", "F001-04"]

    def test_it_holds_what_lies_beyond_the_window_too_and_nothing_that_has_passed(self) -> None:
        chosen = Window(day("2026-02-10"), day("2026-02-10"))
        made = plan(book(), self.WITH_SHEET, today="2026-02-10", window=chosen)
        assert [one.nr for one in made.meetings] == ["F001-02"]
        assert [[one.nr for one in sheet.meetings] for sheet in made.courses] == [
            ["F001-02", "F001-03", "F001-04"]
        ]

    def test_a_course_with_nothing_ahead_has_none(self) -> None:
        assert plan(book(), self.WITH_SHEET, today="2026-02-25").courses == ()

    def test_sheets_stand_in_the_order_of_the_courses_numbers(self) -> None:
        courses = (making.course(2, nr="F009"), making.course(3, nr="F002", resident=SECOND.nr))
        made = plan(book(courses=courses), self.WITH_SHEET)
        assert [sheet.course.nr for sheet in made.courses] == ["F002", "F009"]
