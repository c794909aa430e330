"""Group meetings: about nobody in particular, for those whom their own row names."""

from __future__ import annotations

from typing import Any

from docgen.findings import Finding
from docgen.model import Forum
from docgen.planning import Plan
from tests import making


def plan(*findings: Finding, **meeting: Any) -> Plan:
    row = {"resident": "", "facilitator": "P001", "extra": ("P002", "P003"), **meeting}
    return making.plan(making.book(making.meeting(**row)), making.group(), findings=findings)


def found(made: Plan) -> list[tuple[str, str]]:
    return [(finding.code, finding.place.heading) for finding in made.findings]


def test_the_facilitator_and_those_under_deltagere_come_and_each_gets_an_invitation() -> None:
    made = plan()
    (planned,) = made.meetings
    assert [(one.nr, one.label, one.reason) for one in planned.seating.participants] == [
        ("P001", "udviklingsleder", "Leads the meeting."),
        ("P002", "kontaktperson", "Is named under Deltagere."),
        ("P003", "kontaktperson", "Is named under Deltagere."),
    ]
    letters = [document.receiver.nr for document in planned.documents if document.receiver]
    assert letters == ["P001", "P002", "P003"]
    assert made.findings == ()


def test_a_facilitator_who_is_named_under_deltagere_too_comes_once() -> None:
    (planned,) = plan(extra=("P001", "P002")).meetings
    assert [one.nr for one in planned.seating.participants] == ["P001", "P002"]


def test_nobody_under_deltagere_is_a_warning() -> None:
    assert found(plan(extra=())) == [("W-097", "Deltagere")]


def test_nobody_to_lead_is_a_warning() -> None:
    assert found(plan(facilitator="")) == [("W-083", "Mødeleder")]


def test_a_resident_in_the_row_is_a_warning_and_otherwise_as_if_not_there() -> None:
    made = plan(resident="B001")
    assert found(made) == [("W-098", "Beboer")]
    (planned,), (without,) = made.meetings, plan().meetings
    assert (planned.resident, planned.efforts, planned.meeting.resident) == (None, (), "")
    assert planned.content == without.content
    assert [one.nr for one in planned.seating.participants] == ["P001", "P002", "P003"]


def test_an_error_about_a_resident_who_is_not_meant_stops_nothing() -> None:
    wrong = Finding.of("E-020", making.resident().at.place("Telefon"), heading="Telefon")
    assert plan(wrong, resident="B001").left_out == ()


def test_lists_show_the_forum_where_there_is_no_resident() -> None:
    assert plan(forum=Forum.TRIO).meetings[0].about == "TRIO-møde"
    assert plan().meetings[0].about == ""
    assert making.planned(making.book(making.meeting(forum=Forum.TRIO))).about == "Asta Eksempel"
