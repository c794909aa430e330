"""What a plan says of its meetings' times: conflicts, wrong days, and another time for those who ask."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from docgen.model import Answer, Meeting, MeetingStatus, Role, Workbook
from docgen.planning import Plan
from tests import making
from tests.planning.courses.coursebook import (
    OTHERS,
    book,
    codes,
    day,
    left_out,
    own,
    places,
    plan,
    row,
    said,
    second,
    time,
)

CONFLICTS = ("W-250", "W-251", "W-252", "W-253", "W-254", "W-255")
OTHER = "Ønsker anden tid"


def m001(when: str = "2026-02-05 10:00", **changes: Any) -> Meeting:
    """A meeting of Asta's that belongs to no course."""
    return row("M001", when, **{"course": "", **changes})


def asks(nr: str = "M001", who: str = "B001", number: int = 2, reply: str = OTHER, **changes: Any) -> Answer:
    return making.answer(nr, who, number, reply, **changes)


def asked(*rows: Meeting, answers: tuple[Answer, ...] = (asks(),), **changes: Any) -> Workbook:
    return book(*(rows or (m001(),)), **{"courses": (), "answers": answers, **changes})


def proposed(made: Plan) -> list[str]:
    """The times that are proposed, as the workbook writes them."""
    times: str = dict(said(made, "W-235").data)["times"]  # type: ignore[assignment]
    return times.split(" · ")


def busy(number: int, when: str, **changes: Any) -> Meeting:
    """Another meeting of Asta's development lead."""
    return second(f"M{number:03}", when, number, extra=("P001",), **changes)


class TestConflicts:
    def test_two_rows_of_one_person_name_each_other_and_a_time(self) -> None:
        made = plan(book(m001(), busy(3, "2026-02-05 10:30"), courses=()))
        found = said(made, "W-250")
        assert str(found.place) == "Møder!F3 (Dato)"
        data = dict(found.data)
        assert (data["who"], data["meeting"], data["other_meeting"], data["other"]) == (
            "P001 Lene Ledersen",
            "M003",
            "M001",
            "Møder!F2",
        )
        assert data["free"] == "05-02-2026 11:00"
        assert codes(plan(book(m001(), busy(3, "2026-02-05 11:00"), courses=())), *CONFLICTS) == []

    def test_everybody_who_cannot_be_at_both_is_named(self) -> None:
        made = plan(
            book(m001(), row("M002", "2026-02-05 10:30", 3, course="", place="Andetsteds"), courses=())
        )
        who = dict(said(made, "W-250").data)["who"]
        assert who == "B001 Asta Eksempel, P001 Lene Ledersen, P002 Bo Enhedsen, P003 Mona Værksted"

    def test_a_room_is_told_of_beside_the_people(self) -> None:
        made = plan(book(m001(), second("M002", "2026-02-05 10:30", 3, place="KONTORET"), courses=()))
        assert codes(made, *CONFLICTS) == ["W-251"]

    def test_of_what_is_over_nothing_is_said(self) -> None:
        workbook = book(m001(), busy(3, "2026-02-05 10:30"), courses=())
        assert codes(plan(workbook, today="2026-02-05"), *CONFLICTS) == ["W-250"]
        assert codes(plan(workbook, today="2026-02-06"), *CONFLICTS) == []

    def test_no_time_is_proposed_before_tomorrow(self) -> None:
        rows = m001("2026-02-05 10:00"), busy(3, "2026-02-05 10:30")
        found = said(plan(book(*rows, courses=()), today="2026-02-05"), "W-250")
        assert dict(found.data)["free"] == "06-02-2026 10:30"

    def test_what_is_called_off_is_in_nobodys_way(self) -> None:
        off = busy(3, "2026-02-05 10:30", status=MeetingStatus.CANCELLED)
        assert codes(plan(book(m001(), off, courses=())), *CONFLICTS) == []

    @pytest.mark.parametrize("exempt", [0, 1])
    def test_an_exemption_on_either_row_silences(self, exempt: int) -> None:
        rows = [m001(), busy(3, "2026-02-05 10:30")]
        rows[exempt] = replace(rows[exempt], exemption="Aftalt med begge")
        assert codes(plan(book(*rows, courses=())), *CONFLICTS) == []

    def test_a_blank_exemption_silences_nothing(self) -> None:
        rows = m001(exemption="  "), busy(3, "2026-02-05 10:30")
        assert codes(plan(book(*rows, courses=())), *CONFLICTS) == ["W-250"]

    def test_someone_without_consent_is_in_no_conflict_and_never_named(self) -> None:
        theirs = second("M002", "2026-02-05 10:30", 3, extra=("P004",))
        made = plan(book(m001(extra=("P004",)), theirs, courses=()))
        assert codes(made, *CONFLICTS) == []
        assert not any("P004" in str(found.data) or "Karl" in str(found.data) for found in made.findings)

    def test_a_computed_meeting_that_finds_no_time_is_named_by_its_course(self) -> None:
        closed = making.closure(day("2026-02-04"), day("2026-02-28"), reason="Ferie")
        made = plan(book(busy(3, "2026-02-03 09:00", length=390), closures=(closed,)))
        found = said(made, "W-250")
        assert (str(found.place), dict(found.data)["other"]) == ("Møder!F3 (Dato)", "Forløb!E2")
        assert dict(found.data)["other_meeting"] == "F001-01"

    def test_one_that_cannot_be_moved_is_told_of_at_the_course(self) -> None:
        closed = making.closure(day("2026-02-04"), day("2026-02-28"), reason="Ferie")
        early = busy(3, "2026-02-03 08:30", length=420)
        assert ("W-250", "Forløb!E2 (Start)") in places(plan(book(early, closures=(closed,))))


class TestWrongDays:
    @pytest.mark.parametrize(
        ("when", "found"),
        [
            ("2026-04-02 10:00", ["W-256"]),  # skærtorsdag
            ("2026-02-07 10:00", ["W-088"]),  # a Saturday
            ("2026-04-05 10:00", ["W-088"]),  # påskedag, a Sunday
            ("2026-02-05 08:30", ["W-257"]),
            ("2026-02-05 15:00", ["W-257"]),
            ("2026-04-02 15:00", ["W-256", "W-257"]),
        ],
    )
    def test_a_row_on_one_is_told_of(self, when: str, found: list[str]) -> None:
        assert codes(plan(book(m001(when), courses=()))) == found
        assert codes(plan(book(m001(when, exemption="Aftalt"), courses=()))) == []

    @pytest.mark.parametrize("status", [one for one in MeetingStatus if one is not MeetingStatus.PLANNED])
    def test_not_when_it_is_no_longer_planned(self, status: MeetingStatus) -> None:
        assert codes(plan(book(m001("2026-04-02 08:00", status=status), courses=()))) == []

    def test_the_day_that_is_proposed_is_tomorrow_at_the_earliest(self) -> None:
        closed = (making.closure(day("2026-02-05"), reason="Temadag"),)
        workbook = book(m001(), courses=(), closures=closed)
        days = [
            dict(said(plan(workbook, today=today), "W-256").data)["nearest"]
            for today in ("2026-01-19", "2026-02-04")
        ]
        assert days == ["06-02-2026", "06-02-2026"]
        longer = replace(
            workbook, closures=(making.closure(day("2026-02-05"), day("2026-02-12"), reason="Ferie"),)
        )
        assert dict(said(plan(longer), "W-256").data)["nearest"] == "04-02-2026"
        assert dict(said(plan(longer, today="2026-02-04"), "W-256").data)["nearest"] == "13-02-2026"

    def test_of_a_row_that_docgen_wrote_it_says_nothing_for_it_moves_it(self) -> None:
        closed = (making.closure(day("2026-02-10"), reason="Temadag"),)
        assert codes(plan(book(own("F001-02", "2026-02-10 09:00"), closures=closed))) == []


class TestAnswers:
    def test_a_wish_for_another_time_proposes_one_that_day_and_one_on_another(self) -> None:
        made = plan(asked())
        assert proposed(made) == ["05-02-2026 11:00", "06-02-2026 10:00"]
        assert str(said(made, "W-235").place) == "Svar!C2 (Svar)"
        assert dict(said(made, "W-235").data)["nr"] == "M001"

    @pytest.mark.parametrize("reply", ["Kommer", "Afbud"])
    def test_other_answers_propose_nothing(self, reply: str) -> None:
        assert codes(plan(asked(answers=(asks(reply=reply),)))) == []

    @pytest.mark.parametrize(
        ("answers", "wish"),
        [
            ((asks(), asks(number=3, reply="Kommer")), False),
            ((asks(number=3), asks(number=2, reply="Kommer")), True),
            ((asks(date=day("2026-01-18")), asks(number=3, reply="Kommer", date=day("2026-01-16"))), True),
            ((asks(), asks(number=3, nr="m001", reply="Kommer")), False),
            ((asks(), asks(number=3, who="P001", reply="Kommer")), True),
        ],
    )
    def test_the_last_answer_of_each_counts(self, answers: tuple[Answer, ...], wish: bool) -> None:
        assert codes(plan(asked(answers=answers)), "W-235") == (["W-235"] if wish else [])

    def test_only_people_at_the_table_are_asked(self) -> None:
        strangers = (asks(who="P020"), asks(who="B002", number=3), asks(who="P004", number=4))
        assert codes(plan(asked(answers=strangers)), "W-235", "W-236") == []
        away = asked(m001(absent=("P002",)), answers=(asks(who="P002"),))
        assert codes(plan(away), "W-235") == []
        consent = (making.resident(consents=("P004",)),)
        invited = asked(m001(extra=("P004",)), answers=(asks(who="P004"),), residents=consent)
        assert codes(plan(invited), "W-235") == ["W-235"]

    def test_each_who_asks_has_a_proposal_of_their_own(self) -> None:
        both = (asks(), asks(who="P001", number=3))
        assert places(plan(asked(answers=both)), "W-235") == [
            ("W-235", "Svar!C2 (Svar)"),
            ("W-235", "Svar!C3 (Svar)"),
        ]

    @pytest.mark.parametrize("status", [one for one in MeetingStatus if one is not MeetingStatus.PLANNED])
    def test_nothing_is_proposed_for_what_is_no_longer_planned(self, status: MeetingStatus) -> None:
        assert codes(plan(asked(m001(status=status))), "W-235", "W-236") == []

    def test_nor_for_what_is_over(self) -> None:
        assert codes(plan(asked(), today="2026-02-06"), "W-235", "W-236") == []

    def test_nothing_is_proposed_before_tomorrow(self) -> None:
        assert proposed(plan(asked(), today="2026-02-04")) == ["05-02-2026 11:00", "06-02-2026 10:00"]
        assert proposed(plan(asked(), today="2026-02-05")) == ["06-02-2026 10:00"]

    def test_a_time_that_overlaps_the_old_one_is_no_other_time(self) -> None:
        made = plan(asked(m001(length=90)))
        assert proposed(made)[0] == "05-02-2026 11:30"

    def test_what_others_have_is_kept_clear(self) -> None:
        made = plan(asked(m001(), busy(3, "2026-02-05 11:00"), busy(4, "2026-02-06 09:30")))
        assert proposed(made) == ["05-02-2026 09:00", "06-02-2026 10:30"]

    def test_also_what_courses_compute(self) -> None:
        workbook = asked(m001("2026-02-03 10:00"), courses=(making.course(time=time("11:00")),))
        assert proposed(plan(workbook)) == ["03-02-2026 09:00", "04-02-2026 10:00"]

    def test_the_day_before_is_as_good_as_a_day_much_later(self) -> None:
        closed = (making.closure(day("2026-02-06"), day("2026-02-13"), reason="Ferie"),)
        assert proposed(plan(asked(closures=closed))) == ["05-02-2026 11:00", "04-02-2026 10:00"]

    def test_where_the_day_is_full_only_another_is_proposed(self) -> None:
        made = plan(asked(m001("2026-02-05 09:00", length=390)))
        assert proposed(made) == ["06-02-2026 09:00"]

    def test_where_nothing_is_free_it_says_how_far_it_looked(self) -> None:
        closed = (making.closure(day("2026-01-20"), day("2026-03-01"), reason="Ferie"),)
        made = plan(asked(closures=closed))
        assert dict(said(made, "W-236").data) == {"nr": "M001", "days": 14}
        assert codes(made, "W-235") == []

    def test_a_meeting_of_a_course_without_a_row_may_be_asked_about(self) -> None:
        workbook = asked(answers=(asks("F001-02"),), courses=(making.course(),))
        workbook = replace(workbook, meetings=())
        assert proposed(plan(workbook)) == ["10-02-2026 10:00", "11-02-2026 09:00"]

    def test_an_answer_to_a_meeting_that_is_left_out_breaks_nothing(self) -> None:
        made = plan(asked(m001(type="samtlae")))
        assert (left_out(made), codes(made)) == (["M001"], ["E-080"])

    @given(st.data())
    def test_what_is_proposed_is_free(self, data: st.DataObject) -> None:
        """Whoever writes one of the proposed times into the row is in nobody's way."""
        starts = st.sampled_from(
            [f"{hour:02}:{minute:02}" for hour in range(9, 15) for minute in (0, 15, 40)]
        )
        dates = st.dates(dt.date(2026, 2, 2), dt.date(2026, 2, 12))
        lengths = st.sampled_from([30, 60, 120, 390])
        others = data.draw(st.lists(st.tuples(dates, starts, lengths), max_size=8))
        rows = [
            busy(number, f"{date} {start}", length=length, exemption="Meningen", place="Sal 2, Byvej 9")
            for number, (date, start, length) in enumerate(others, 10)
        ]
        mine = m001(f"{data.draw(dates)} {data.draw(starts)}", place="Kontoret, Elmegården 1")
        workbook = asked(mine, *rows, courses=(making.course(time=time("13:00")),))
        made = plan(workbook)
        assume("W-235" in codes(made))
        for text in proposed(made):
            there = dt.datetime.strptime(f"{text} +0100", "%d-%m-%Y %H:%M %z")
            moved = replace(mine, date=there.date(), start=there.time())
            plain = [replace(one, exemption="") for one in rows]
            tried = plan(replace(workbook, meetings=(moved, *plain), answers=()))
            about = [found for found in tried.findings if "M001" in str(found.data)]
            assert [found.code for found in about if found.code in CONFLICTS] == []
            assert [code for code, place in places(tried) if place.startswith("Møder!F2 ")] == []
            old = dt.datetime.combine(mine.date, mine.start, there.tzinfo)
            assert abs(there - old) >= dt.timedelta(hours=1)


def test_people_are_called_by_number_and_name() -> None:
    nameless = making.person("P030", Role.EMPLOYEE, 30, name="Ida Prøve")
    rows = m001(extra=("P030",)), second("M002", "2026-02-05 10:00", 3, extra=("P030",))
    made = plan(book(*rows, courses=(), people=(*making.staff(), *OTHERS, nameless)))
    assert dict(said(made, "W-250").data)["who"] == "P030 Ida Prøve"
