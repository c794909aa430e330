"""What the rules of a type say of a planned meeting."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from docgen.meetingtypes.definition import Length
from docgen.model import MeetingStatus
from tests import making

OCCASIONS = making.kind(occasions=("Højt sygefravær", "Eget ønske"))


def found(**meeting: Any) -> list[tuple[str, str]]:
    """Codes and places of what is found about M001."""
    plan = making.plan(making.book(making.meeting(**meeting)), OCCASIONS)
    return [(finding.code, str(finding.place)) for finding in plan.findings]


def test_a_sound_meeting_has_no_findings() -> None:
    assert found() == []


def test_a_planned_meeting_in_the_past_is_a_warning() -> None:
    assert found(date=dt.date(2026, 1, 16)) == [("W-080", "Møder!F2 (Dato)")]


def test_a_meeting_today_is_not_past() -> None:
    assert found(date=making.NOW.date()) == []


@pytest.mark.parametrize("day", [7, 8])
def test_a_meeting_in_a_weekend_is_a_warning(day: int) -> None:
    assert found(date=dt.date(2026, 2, day)) == [("W-088", "Møder!F2 (Dato)")]


def test_unless_the_row_says_why() -> None:
    assert found(date=dt.date(2026, 2, 7), exemption="Aftalt") == []


def test_a_missing_occasion_is_a_warning_where_the_type_has_occasions() -> None:
    assert found(occasion="") == [("W-085", "Møder!M2 (Anledning)")]
    assert making.plan(making.book(making.meeting(occasion=""))).findings == ()


def test_an_occasion_of_ones_own_is_a_warning_and_letter_case_is_not() -> None:
    assert found(occasion="Godt vejr") == [("W-086", "Møder!M2 (Anledning)")]
    assert found(occasion="EGET ØNSKE") == []


@pytest.mark.parametrize(("minutes", "codes"), [(29, ["W-087"]), (30, []), (90, []), (91, ["W-087"])])
def test_a_length_outside_the_types_is_a_warning(minutes: int, codes: list[str]) -> None:
    assert [code for code, _ in found(length=minutes)] == codes


@pytest.mark.parametrize("facilitator", ["P001", ""])
def test_a_meeting_about_a_resident_needs_one_and_no_more_is_said(facilitator: str) -> None:
    plan = making.plan(making.book(making.meeting(resident="", facilitator=facilitator)))
    assert [f.code for f in plan.findings] == ["E-081"]
    assert [left.nr for left in plan.left_out] == ["M001"]


def test_a_resident_who_has_left_is_a_warning() -> None:
    plan = making.plan(making.book(residents=(making.resident(active=False),)))
    assert [str(f.place) for f in plan.findings if f.code == "W-089"] == ["Møder!C2 (Beboer)"]


@pytest.mark.parametrize("status", [MeetingStatus.HELD, MeetingStatus.MISSED, MeetingStatus.CANCELLED])
def test_nothing_is_said_of_a_meeting_that_is_not_to_be_held(status: MeetingStatus) -> None:
    assert found(status=status, date=dt.date(2026, 1, 10), occasion="", length=5, absent=("P001",)) == []


def test_the_row_sets_the_length_before_the_course_and_the_course_before_the_type() -> None:
    def length(**meeting: Any) -> int:
        workbook = making.book(making.meeting(**meeting), courses=(making.course(length=45),))
        return making.planned(workbook, making.kind(length=Length(60, 15, 90))).length

    assert length() == 60
    assert length(course="F001") == 45
    assert length(course="F001", length=20) == 20


def test_a_theme_that_the_figure_has_no_room_for_is_a_warning() -> None:
    assert found(theme="o" * 401) == [("W-090", f"Møder!{making.at('Møder', 2).columns['Tema']}2 (Tema)")]
    assert found(theme="o" * 200 + "\n   " + "o" * 199) == []


def test_no_telephone_anywhere_is_a_warning_that_names_the_meetings() -> None:
    silent = making.house(phone="")
    rows = (making.meeting(2), making.meeting(3, nr="M002", facilitator="P002", start=dt.time(13)))
    plan = making.plan(making.book(*rows, institution=silent), OCCASIONS)
    assert [(f.code, f.place.heading, f.data) for f in plan.findings] == [
        ("W-091", "Telefon", (("meetings", "M002"),))
    ]
    assert making.plan(making.book(*rows), OCCASIONS).findings == ()
