"""What the tags of a document about a whole course can say."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from docgen.documents.coursecontext import course_context
from docgen.model import Meeting, Workbook
from tests import making

NBSP = "\N{NO-BREAK SPACE}"
FIRST = making.meeting(course="F001")
LAST = making.meeting(
    3, nr="M002", course="F001", date=dt.date(2026, 3, 3), start=dt.time(9, 30), length=45, place="Gården\n1."
)
HOME = making.house(sender="Sanne Sender")


def book(*meetings: Meeting, **changes: Any) -> Workbook:
    return making.book(*meetings, courses=(making.course(),), **changes)


def said(workbook: Workbook) -> dict[str, Any]:
    plan = making.plan(workbook)
    return course_context(making.course(), making.kind(), plan.meetings, workbook.institution, "Mødeplan")


def test_the_meetings_of_the_course_are_said_in_danish_one_after_the_other() -> None:
    assert said(book(FIRST, LAST))["forloeb"] == {
        "nr": "F001",
        "titel": "Samtale",
        "moeder": [
            {
                "nr": "M001",
                "titel": "Samtale",
                "dato": f"tirsdag den 3.{NBSP}februar 2026",
                "ugedag": "tirsdag",
                "tid": f"kl.{NBSP}10.00–11.00",
                "varighed": f"1{NBSP}time",
                "sted": "Mødelokale 1",
            },
            {
                "nr": "M002",
                "titel": "Samtale",
                "dato": f"tirsdag den 3.{NBSP}marts 2026",
                "ugedag": "tirsdag",
                "tid": f"kl.{NBSP}9.30–10.15",
                "varighed": f"45{NBSP}minutter",
                "sted": "Gården 1.",
            },
        ],
    }


def test_it_says_whose_course_it_is_and_whom_to_call_and_nothing_of_one_meeting() -> None:
    words = said(book(FIRST, institution=HOME))
    assert words["beboer"]["navn"] == "Asta Eksempel"
    assert words["institution"]["navn"] == "Botilbuddet Elmegården"
    assert words["kontakt"]["navn"] == "Lene Ledersen"
    assert words["dokument"] == {"titel": "Mødeplan"}
    assert words.keys() == {"institution", "brev", "beboer", "kontakt", "forloeb", "dokument"}


def test_residents_are_not_told_to_call_themselves() -> None:
    own = book(
        making.meeting(course="F001", facilitator="P002"), institution=making.house(sender="Asta Eksempel")
    )
    assert said(own)["kontakt"]["navn"] == "Botilbuddet Elmegården"


def test_it_is_dated_by_the_meeting_that_changed_last() -> None:
    before = making.built(making.plan(book(FIRST)))
    workbook = book(FIRST, LAST)
    plan = making.plan(workbook, now=making.LATER, built=before)
    assert plan.meetings[0].stamp == making.NOW
    words = course_context(making.course(), making.kind(), plan.meetings, workbook.institution, "")
    assert words["brev"] == {"dato": f"26.{NBSP}januar 2026"}


def test_a_course_without_meetings_has_nothing_to_say() -> None:
    with pytest.raises(ValueError, match="F001"):
        course_context(making.course(), making.kind(), (), HOME, "")
