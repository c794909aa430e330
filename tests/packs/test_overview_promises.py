"""Deadlines at risk, those that are kept, and residents with too few meetings in a year."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lxml import html

from docgen.meetingtypes.cadence import Cadence, Deadline, Stage, Unit
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.quota import Quota
from docgen.model import Workbook
from tests import making
from tests.packs.pages import page, page_of, rows, said, section, table

PLAN = Deadline("plan", "Frist: planen er på plads", days=21)
TALK = Deadline("tal", "Frist: første samtale", days=7)


def kind(*deadlines: Deadline, **changes: Any) -> MeetingType:
    """Every two weeks; the first meeting is on the course's first day, which keeps no promise."""
    stages = (Stage(every=2, unit=Unit.WEEKS, count=3),)
    return making.kind(cadences=(Cadence("Opfølgning", stages, deadlines=deadlines),), **changes)


def course(start: dt.date = dt.date(2026, 2, 3)) -> Workbook:
    return making.book(courses=(making.course(start=start),))


def quiet(found: html.HtmlElement) -> list[str]:
    return [said(line) for box in found.find_class("quiet") for line in box.iter("li")]


def test_a_deadline_that_no_meeting_keeps_is_at_risk() -> None:
    found = page_of(making.plan(course(), kind(TALK, PLAN)))
    assert table(found, "deadlines") == [
        ["When", "Deadline at risk", "Resident", "Course"],
        ["Tuesday 10 February 2026", "Frist: første samtale", "Asta Eksempel", "F001"],
        ["Tuesday 24 February 2026", "Frist: planen er på plads", "Asta Eksempel", "F001"],
    ]
    assert "2 deadlines at risk" in [said(item) for item in found.find_class("sums")[0]]
    assert quiet(found) == []


def test_those_that_are_kept_stand_quietly_below() -> None:
    found = page_of(making.plan(course(), kind(PLAN)))
    assert said(section(found, "deadlines")[0]) == "What is planned keeps them all."
    assert quiet(found) == ["24 February 2026: Asta Eksempel, Frist: planen er på plads F001"]
    assert not any("at risk" in said(item) for item in found.find_class("sums")[0])


def test_what_has_passed_is_nobodys_worry_any_more() -> None:
    found = page_of(making.plan(course(dt.date(2025, 12, 2)), kind(TALK, PLAN)))
    assert found.xpath("//h2[@id='deadlines']") == []


def test_a_house_without_courses_reads_nothing_of_deadlines() -> None:
    assert page().xpath("//h2[@id='deadlines']") == []


def test_residents_with_too_few_meetings_have_a_list_of_their_own_by_name() -> None:
    meant = making.resident(3, nr="B002", first_name="Bodil", last_name="Prøve", employed=True)
    workbook = making.book(residents=(making.resident(employed=True), meant))
    asked = kind(quota=Quota(2, 12, "I beskæftigelse"))
    found = page_of(making.plan(workbook, asked))
    headings, *lines = table(found, "too-few")
    assert headings == ["Resident", "Meeting", "Held and planned", "Where"]
    assert [line[1:] for line in lines] == [
        ["Samtale", "0 of 2 in 12 months", "Beboere!A3 (Nr)"],
        ["Samtale", "1 of 2 in 12 months", "Beboere!A2 (Nr)"],
    ]
    assert lines[1][0] == "Asta Eksempel"
    assert lines[0][0] in ("Bodil Prøve", "B002")  # by number where the plan has no name for somebody
    assert "2 with too few meetings" in [said(item) for item in found.find_class("sums")[0]]
    codes = [cells[0] for part in section(found, "warnings") for cells in rows(part)]
    assert codes.count("W-230") == 2


def test_without_a_quota_there_is_no_such_list() -> None:
    assert page().xpath("//h2[@id='too-few']") == []
