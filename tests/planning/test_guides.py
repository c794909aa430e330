"""The rules of the practice guides, as findings."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from docgen.findings import KINDS, Finding
from docgen.meetingtypes.definition import Rule
from docgen.model import BrokenRow, MeetingStatus, Role
from docgen.planning import Plan
from tests import making

MENTOR = making.person("P033", Role.MENTOR, 33)
QUALIFIED = making.person("P034", Role.MENTOR, 34, may_be_job_broker=True)
BROKER = making.person("P035", Role.JOB_BROKER, 35)
COORDINATOR = making.person("P036", Role.CASE_COORDINATOR, 36)
PEOPLE = (*making.staff(), MENTOR, QUALIFIED, BROKER, COORDINATOR)
ALL = making.kind(rules=tuple(Rule))
SOUND: dict[str, Any] = {"employed": True, "goal": "Et fast job", "job_broker": "P035"}


def plan(*rules: Rule, meetings: Any = (), efforts: Any = (), findings: Any = (), **resident: Any) -> Plan:
    workbook = making.book(
        *meetings, residents=(making.resident(**resident),), people=PEOPLE, efforts=tuple(efforts)
    )
    return making.plan(workbook, making.kind(rules=rules), findings=findings)


def found(made: Plan) -> list[tuple[str, str, str]]:
    return [(f.code, f.place.sheet, f.place.heading) for f in made.findings]


def test_a_resident_who_is_not_in_employment_is_a_warning_for_each_meeting_that_asks() -> None:
    rows = (making.meeting(2), making.meeting(3, nr="M002", date=dt.date(2026, 2, 4)))
    made = plan(Rule.EMPLOYED, meetings=rows, employed=False)
    assert [(f.code, f.place.cell, f.place.heading) for f in made.findings] == [
        ("W-095", "C2", "Beboer"),
        ("W-095", "C3", "Beboer"),
    ]
    assert plan(Rule.EMPLOYED, employed=True).findings == ()
    assert plan(employed=False).findings == ()


@pytest.mark.parametrize("goal", ["", "  \n "])
def test_no_goal_is_a_warning_once_for_all_the_residents_meetings(goal: str) -> None:
    rows = (making.meeting(2), making.meeting(3, nr="M002", date=dt.date(2026, 2, 4)))
    made = plan(Rule.GOAL, meetings=rows, goal=goal)
    assert found(made) == [("W-093", "Beboere", "Job- eller uddannelsesmål")]
    assert plan(Rule.GOAL, goal="Et fast job").findings == ()


def test_an_effort_without_purpose_is_a_warning_at_its_row() -> None:
    efforts = (
        making.effort(2),
        making.effort(3, purpose=""),
        making.effort(4, purpose="", end=dt.date(2026, 2, 2)),  # over the day before the meeting
        making.effort(5, purpose="", end=dt.date(2026, 2, 3)),
        making.effort(6, purpose="", resident="B002"),
    )
    made = plan(Rule.PURPOSE, efforts=efforts)
    found = [finding for finding in made.findings if finding.code == "W-094"]
    assert [finding.place for finding in found] == [
        making.at("Indsatser", row).place("Formål") for row in (3, 5)
    ]
    assert [f for f in plan(efforts=efforts[:2]).findings if f.code == "W-094"] == []


def test_an_error_in_an_effort_stops_the_meetings_that_look_at_efforts() -> None:
    effort = making.effort(end=dt.date(2026, 3, 1))
    wrong = Finding.of("E-020", effort.at.place("Timer pr. uge"), heading="Timer pr. uge")

    def left_out(*rules: Rule) -> list[str]:
        return [left.nr for left in plan(*rules, efforts=(effort,), findings=(wrong,)).left_out]

    assert left_out(Rule.PURPOSE) == ["M001"]
    assert left_out() == []


@pytest.mark.parametrize(
    ("rules", "resident", "left"),
    [
        ((Rule.PURPOSE,), "B001", ["M001"]),
        ((Rule.PURPOSE,), "b001", ["M001"]),
        ((Rule.PURPOSE,), "B002", []),
        ((Rule.PURPOSE,), "", []),
        ((), "B001", []),
    ],
    ids=["theirs", "theirs in other letters", "another's", "nobody's", "a type without efforts"],
)
def test_an_effort_that_cannot_be_read_stops_the_same_meetings(
    rules: tuple[Rule, ...], resident: str, left: list[str]
) -> None:
    row = BrokenRow(making.at("Indsatser", 7), resident=resident)
    wrong = Finding.of("E-020", row.at.place("Start"), heading="Start")
    workbook = making.book(people=PEOPLE, broken=(row,))
    made = making.plan(workbook, making.kind(rules=rules), findings=(wrong,))
    assert [one.nr for one in made.left_out] == left


def test_the_case_coordinator_as_job_broker_is_an_error_that_stops_the_residents_meetings() -> None:
    made = plan(Rule.JOB_BROKER, case_coordinator="P036", job_broker="P036")
    assert found(made) == [("E-092", "Beboere", "Jobformidler")]
    assert [left.nr for left in made.left_out] == ["M001"]


@pytest.mark.parametrize(
    ("resident", "codes"),
    [
        ({"job_broker": "P035", "case_coordinator": "P036"}, []),
        ({"job_broker": "", "case_coordinator": ""}, []),
        ({"job_broker": "P034", "mentor": "P034"}, []),
        ({"job_broker": "P033"}, ["W-092"]),
        ({"job_broker": "P002", "mentor": "P002"}, ["W-092"]),
        ({"job_broker": "P002", "mentor": "P033"}, []),
    ],
    ids=["two people", "nobody", "qualified", "by role", "by column", "no mentor"],
)
def test_a_mentor_is_a_job_broker_only_when_qualified(resident: dict[str, str], codes: list[str]) -> None:
    made = plan(Rule.JOB_BROKER, **resident)
    assert [f.code for f in made.findings if f.code in ("E-092", "W-092")] == codes
    assert made.left_out == ()


def test_dialogue_cards_without_a_forum_are_a_warning_that_names_the_forums() -> None:
    row = making.meeting(resident="", facilitator="P001", extra=("P002",))
    made = making.plan(making.book(row), making.group(rules=(Rule.FORUM,)))
    assert found(made) == [("W-096", "Møder", "Forum")]
    assert "Personalemøde · TRIO-møde · Ledermøde" in str(made.findings[0])


@pytest.mark.parametrize(
    "meeting",
    [
        *({"status": status} for status in MeetingStatus if status is not MeetingStatus.PLANNED),
        {"date": dt.date(2026, 1, 16)},
    ],
    ids=str,
)
def test_nothing_is_asked_of_a_meeting_that_is_not_to_come(meeting: dict[str, Any]) -> None:
    made = plan(
        *Rule,
        meetings=(making.meeting(**meeting),),
        efforts=(making.effort(purpose=""),),
        employed=False,
        goal="",
        job_broker="P036",
        case_coordinator="P036",
    )
    assert {f.code for f in made.findings} <= {"W-080"}


def test_a_sound_meeting_has_no_findings_by_any_rule() -> None:
    resident = making.resident(**SOUND)
    row = making.meeting(forum="Personalemøde")
    workbook = making.book(row, residents=(resident,), people=PEOPLE, efforts=(making.effort(),))
    assert making.plan(workbook, ALL).findings == ()


@pytest.mark.parametrize(
    "code", ["W-083", "W-084", "W-087", "E-092", "W-092", "W-093", "W-094", "W-095", "W-096", "W-099"]
)
def test_each_of_them_names_its_guide(code: str) -> None:
    assert KINDS[code].guide
