"""Which rows of Møder a plan writes: new ones, moved ones, and those that are called off."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.i18n import language
from docgen.model import CourseStatus, Meeting, MeetingStatus, Weekday, Workbook
from docgen.planning import Plan, Window
from docgen.planning.courses.series import is_own
from docgen.planning.writeback import RowChange, row_changes
from docgen.workbook.columns_meetings import MEETINGS
from tests import making
from tests.planning.courses.coursebook import book, day, opened, own, plan, row, second, time, times

DANISH = language("da")
CLOSED = (making.closure(day("2026-02-10"), reason="Temadag"),)


def changes(made: Plan) -> dict[str, RowChange]:
    """What is to be written, by number."""
    written = row_changes(made, DANISH)
    assert len({one.nr for one in written}) == len(written)
    return {one.nr: one for one in written}


def of(workbook: Workbook, **wishes: Any) -> dict[str, RowChange]:
    return changes(plan(workbook, **wishes))


def values(workbook: Workbook, nr: str) -> dict[str, Any]:
    return dict(of(workbook)[nr].values)


class TestNewRows:
    def test_a_meeting_without_a_row_gets_one(self) -> None:
        assert of(book())["F001-02"] == RowChange(
            "F001-02",
            None,
            {
                "Nr": "F001-02",
                "Type": "samtale",
                "Beboer": "B001",
                "Forløb": "F001",
                "Sted": "Kontoret",
                "Status": "Planlagt",
                "Dato": day("2026-02-10"),
                "Start": time("09:00"),
                "Beregnet": "10-02-2026 09:00",
            },
        )

    def test_what_the_course_or_the_type_decides_stays_blank(self) -> None:
        course = making.course(length=45, facilitator="P002", theme="Timerne", time=time("10:00"))
        written = values(book(courses=(course,)), "F001-01")
        assert written.keys().isdisjoint({"Varighed", "Mødeleder", "Tema", "Deltagere", "Bemærkning"})
        assert (written["Start"], written["Beregnet"]) == (time("10:00"), "03-02-2026 10:00")

    def test_the_type_is_what_the_course_calls_it(self) -> None:
        assert values(book(courses=(making.course(type="SAMTALE"),)), "F001-01")["Type"] == "SAMTALE"

    def test_the_talk_is_of_its_own_type_and_so_of_its_own_length(self) -> None:
        workbook = opened(course={"length": 45})
        written = values(workbook, "F001-00")
        assert (written["Type"], written["Start"]) == ("gennemgang", time("11:15"))
        assert "Varighed" not in written

    def test_rows_come_in_the_order_of_their_dates(self) -> None:
        assert list(of(opened()))[:4] == ["F001-00", "F001-01", "F001-02", "F001-03"]

    def test_only_what_was_chosen_is_written(self) -> None:
        chosen = Window(day("2026-02-10"), day("2026-02-17"))
        assert list(of(book(), window=chosen)) == ["F001-02", "F001-03"]

    def test_what_is_left_out_because_of_an_error_is_not(self) -> None:
        workbook = book(residents=(making.resident(), making.resident(3)))
        assert plan(workbook).left_out != ()
        assert of(workbook) == {}

    def test_what_people_wrote_is_left_alone(self) -> None:
        rows = row("F001-01", "2026-02-04 09:00"), second("M002", "2026-02-05 09:00", 3)
        assert list(of(book(*rows))) == ["F001-02", "F001-03", "F001-04"]


class TestOwnRows:
    ROW = own("F001-02", "2026-02-10 09:00", 7)

    def test_a_row_that_is_up_to_date_is_not_written(self) -> None:
        assert "F001-02" not in of(book(self.ROW))
        spaced = replace(self.ROW, computed=" 10-02-2026  09:00")
        assert "Dato" in of(book(spaced))["F001-02"].values

    def test_one_that_has_moved_is_given_its_new_time_and_nothing_else(self) -> None:
        written = of(book(self.ROW, courses=(making.course(time=time("10:30")),)))["F001-02"]
        assert written == RowChange(
            "F001-02",
            7,
            {"Dato": day("2026-02-10"), "Start": time("10:30"), "Beregnet": "10-02-2026 10:30"},
        )

    @pytest.mark.parametrize("status", [one for one in MeetingStatus if one is not MeetingStatus.PLANNED])
    def test_one_that_is_no_longer_planned_is_not(self, status: MeetingStatus) -> None:
        over = replace(self.ROW, status=status)
        assert "F001-02" not in of(book(over, courses=(making.course(time=time("10:30")),)))

    def test_one_that_its_course_has_no_more_is_called_off(self) -> None:
        over = (making.course(status=CourseStatus.ENDED),)
        assert of(book(self.ROW, courses=over)) == {"F001-02": RowChange("F001-02", 7, {"Status": "Aflyst"})}

    def test_once_that_is_written_there_is_nothing_more_to_write(self) -> None:
        over = (making.course(status=CourseStatus.ENDED),)
        off = replace(self.ROW, status=MeetingStatus.CANCELLED)
        assert of(book(off, courses=over)) == {}

    def test_one_in_other_letters_is_the_same_row(self) -> None:
        there = own("f001-02", "2026-02-10 09:00", 7)
        written = of(book(there, courses=(making.course(time=time("10:30")),)))
        assert (written["f001-02"].row, "F001-02" in written) == (7, False)


class TestRemarks:
    def remark(self, workbook: Workbook, nr: str = "F001-02") -> str | None:
        """What is written into Bemærkning; ``None`` where the cell is left alone."""
        return values(workbook, nr).get("Bemærkning")

    def test_why_a_meeting_has_moved(self) -> None:
        assert self.remark(book()) is None
        assert self.remark(book(closures=CLOSED)) == "flyttet fra tirsdag den 10.\u00a0februar (Temadag)"

    def test_reasons_of_ours_are_in_danish(self) -> None:
        weekend = book(courses=(making.course(start=day("2026-02-07")),))
        assert self.remark(weekend, "F001-01") == "flyttet fra lørdag den 7.\u00a0februar (weekend)"

    def test_where_the_day_is_the_same_from_which_time(self) -> None:
        busy = second("M002", "2026-02-10 09:00", 3, place="Kontoret")
        told = self.remark(book(busy))
        assert told is not None
        assert told.startswith("flyttet fra kl.\u00a09.00 (")
        assert "februar" not in told

    def test_holidays_are_called_by_name(self) -> None:
        easter = book(courses=(making.course(start=day("2026-04-06")),))
        assert self.remark(easter, "F001-01") == "flyttet fra mandag den 6.\u00a0april (anden påskedag)"

    def test_one_of_ours_is_replaced_and_goes_when_there_is_no_reason_any_more(self) -> None:
        ours = own("F001-02", "2026-02-11 09:00", remark="flyttet fra tirsdag den 10.\u00a0februar (Temadag)")
        assert self.remark(book(ours)) == ""
        longer = (making.closure(day("2026-02-10"), day("2026-02-11"), reason="Ferie"),)
        assert self.remark(book(ours, closures=longer)) == "flyttet fra tirsdag den 10.\u00a0februar (Ferie)"

    def test_one_that_people_wrote_stays(self) -> None:
        theirs = own("F001-02", "2026-02-10 09:00", remark="Husk tolk")
        assert self.remark(book(theirs, closures=CLOSED)) is None

    def test_the_same_is_not_written_again(self) -> None:
        ours = own("F001-02", "2026-02-11 09:00", remark="flyttet fra tirsdag den 10.\u00a0februar (Temadag)")
        later = (making.course(time=time("10:00")),)
        assert self.remark(book(ours, closures=CLOSED, courses=later)) is None


def test_the_values_are_such_as_cells_hold() -> None:
    kinds = {type(value) for one in row_changes(plan(opened()), DANISH) for value in one.values.values()}
    assert kinds == {str, dt.date, dt.time}


def applied(workbook: Workbook, made: Plan) -> Workbook:
    """The workbook once these rows are written."""
    rows = {one.at.number: one for one in workbook.meetings}
    free = max(rows, default=1) + 1
    for change in row_changes(made, DANISH):
        number = change.row or free
        free += change.row is None
        before = rows.get(number) or making.meeting(number, theme="", occasion="", resident="")
        held: dict[str, Any] = {ATTRIBUTES[name]: value for name, value in change.values.items()}
        if "status" in held:
            held["status"] = MeetingStatus(held["status"])
        rows[number] = replace(before, **held)
    return replace(workbook, meetings=tuple(rows.values()))


ATTRIBUTES = {column.heading: column.attribute for column in MEETINGS.columns}
STARTS = st.sampled_from(["09:00", "10:30", "13:00", "15:00"]).map(time)
EDITS = st.one_of(
    st.fixed_dictionaries({"time": STARTS}),
    st.fixed_dictionaries({"weekday": st.sampled_from([None, *Weekday])}),
    st.fixed_dictionaries({"end": st.none() | st.dates(dt.date(2026, 2, 3), dt.date(2026, 4, 30))}),
    st.fixed_dictionaries({"status": st.sampled_from(list(CourseStatus))}),
    st.fixed_dictionaries({"cadence": st.sampled_from(["", "Fire gange", "Tilbage", "Findes ikke"])}),
    st.fixed_dictionaries({"fully_back": st.none() | st.dates(dt.date(2026, 2, 3), dt.date(2026, 3, 31))}),
    st.fixed_dictionaries({"start": st.dates(dt.date(2026, 2, 2), dt.date(2026, 2, 20))}),
)


class TestAgainAndAgain:
    """Whatever people do to a course between two runs."""

    UNTIL = Window(last=dt.date(2026, 4, 30))

    @given(st.lists(st.tuples(st.integers(0, 2), EDITS), max_size=6), st.data())
    def test_what_is_written_once_is_up_to_date_and_peoples_rows_stay(
        self, edits: list[tuple[int, dict[str, Any]]], data: st.DataObject
    ) -> None:
        courses = [making.course(2 + at, nr=f"F00{at}", time=time("09:00")) for at in range(3)]
        workbook = book(second("M002", "2026-02-10 09:00", 2, extra=("P001",)), courses=tuple(courses))
        theirs = {2: workbook.meetings[0]}
        for at, edit in [(0, {}), *edits]:
            courses[at] = replace(courses[at], **edit)
            workbook = replace(workbook, courses=tuple(courses))
            made = plan(workbook, window=self.UNTIL)
            workbook = applied(workbook, made)
            again = plan(workbook, window=self.UNTIL)
            assert row_changes(again, DANISH) == ()
            assert times(again) == times(made)
            assert {one.at.number: one for one in workbook.meetings if one.at.number in theirs} == theirs
            workbook = self.moved_by_hand(workbook, theirs, data)

    def moved_by_hand(self, workbook: Workbook, theirs: dict[int, Meeting], data: st.DataObject) -> Workbook:
        """People put one of docgen's rows at another time, which is theirs from then on."""
        free = [one for one in workbook.meetings if is_own(one) and one.status is MeetingStatus.PLANNED]
        if not free or not data.draw(st.booleans()):
            return workbook
        chosen = data.draw(st.sampled_from(free))
        moved = replace(chosen, start=time("14:45"), exemption="Aftalt")
        theirs[moved.at.number] = moved
        rows = tuple(moved if one is chosen else one for one in workbook.meetings)
        return replace(workbook, meetings=rows)
