"""Cells that stand in everybody's letters, and that name somebody of the resident's own life."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from docgen.model import MeetingStatus, Workbook
from docgen.planning import Plan
from tests import making
from tests.planning.courses import coursebook

KARL = "P004"


def book(*consents: str, **meeting: Any) -> Workbook:
    """B001's meeting; Karl Slægtsen is a relative, and Lene Ledersen leads it."""
    return making.book(making.meeting(**meeting), residents=(making.resident(consents=consents),))


def told(plan: Plan) -> list[tuple[str, str]]:
    return [(one.code, str(one.place)) for one in plan.findings if one.code == "E-077"]


@pytest.mark.parametrize(
    ("cell", "said", "place"),
    [
        ("place", "Hos Karl Slægtsen", "Møder!I2 (Sted)"),
        ("place", "Karl Slægtsens have", "Møder!I2 (Sted)"),
        ("theme", "Karl Peter Slægtsen flytter", "Møder!L2 (Tema)"),
        ("practical", "Ring til P004", "Møder!K2 (Praktisk)"),
        ("link", "https://moede.example/Karl Slægtsen", "Møder!J2 (Link)"),
    ],
)
def test_the_cell_is_told_and_nobody_in_it(cell: str, said: str, place: str) -> None:
    plan = making.plan(book(**{cell: said}))
    assert told(plan) == [("E-077", place)]
    assert [left.nr for left in plan.left_out] == ["M001"]
    assert not any("Slægtsen" in str(one) or KARL in str(one) for one in plan.findings)


def test_with_consent_it_may_stand_there() -> None:
    assert told(making.plan(book(KARL, place="Hos Karl Slægtsen"))) == []


@pytest.mark.parametrize("said", ["Hos Lene Ledersen", "Karls Café", "Slægtsgården", "Mødelokale 4", ""])
def test_other_words_are_nobodys(said: str) -> None:
    assert told(making.plan(book(place=said or "Kontoret", theme=said))) == []


def test_what_a_course_says_is_its_own_cell_and_told_once() -> None:
    course = making.course(theme="Karl Slægtsen flytter", place="Hos Karl Slægtsen")
    plan = making.plan(coursebook.book(courses=(course,)), coursebook.KIND)
    assert told(plan) == [("E-077", "Forløb!L2 (Sted)"), ("E-077", "Forløb!N2 (Tema)")]
    assert plan.meetings == ()


@pytest.mark.parametrize(
    "over",
    [{"date": dt.date(2026, 1, 5)}, {"status": MeetingStatus.HELD}, {"status": MeetingStatus.CANCELLED}],
)
def test_what_is_over_is_left_alone(over: dict[str, Any]) -> None:
    assert told(making.plan(book(place="Hos Karl Slægtsen", **over))) == []
