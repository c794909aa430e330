"""Whom a type's rules find in the workbook: fallbacks, conditions, roles that nobody fills."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from docgen.meetingtypes.seats import CONDITIONS, ParticipantRule
from docgen.model import Role
from docgen.planning import Plan, Seating
from tests import making

CONSULTANT = making.person("P030", Role.BUSINESS_CONSULTANT, 30)
STANDING = making.person("P031", Role.BUSINESS_CONSULTANT, 31)
BROKER = making.person("P032", Role.JOB_BROKER, 32)
MENTOR = making.person("P033", Role.MENTOR, 33)

BUSINESS = ParticipantRule(
    "Virksomhedskonsulent",
    "virksomhedskonsulent",
    "Kender virksomhederne.",
    required=True,
    fallbacks=("Fast virksomhedskonsulent",),
    satisfied_by=("Jobformidler",),
)
ALWAYS = ParticipantRule("Mentor", "mentor", "Deltager altid ved opfølgning.", always=True)


def plan(*rules: ParticipantRule, house: Any = None, meeting: Any = None, **resident: Any) -> Plan:
    """The plan of M001 when these rules come on top of the type's own."""
    workbook = making.book(
        meeting or making.meeting(),
        institution=house or making.house(),
        residents=(making.resident(**resident),),
        people=(*making.staff(), CONSULTANT, STANDING, BROKER, MENTOR),
    )
    own = making.kind().participants
    return making.plan(workbook, making.kind(participants=(*own, *rules)))


def seating(*rules: ParticipantRule, **changes: Any) -> Seating:
    (planned,) = plan(*rules, **changes).meetings
    return planned.seating


def added(seated: Seating) -> list[tuple[str, str]]:
    """Who sits there beyond the type's own rules, and why."""
    own = ("B001", "P001", "P002", "P003")
    return [(one.nr, one.reason) for one in seated.participants if one.nr not in own]


def found(seated: Seating) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.place)) for finding in seated.findings]


WITH_STANDING = making.house(standing_business_consultant="P031")


def test_the_residents_own_comes_before_the_standing_member() -> None:
    assert added(seating(BUSINESS, house=WITH_STANDING, business_consultant="P030")) == [
        ("P030", "Kender virksomhederne.")
    ]


def test_the_standing_member_comes_where_the_resident_has_none() -> None:
    seated = seating(BUSINESS, house=WITH_STANDING)
    assert added(seated) == [("P031", "Kender virksomhederne.")]
    assert found(seated) == []


def test_the_first_filled_fallback_counts_and_no_other() -> None:
    rule = replace(BUSINESS, fallbacks=("Leder", "Jobformidler", "Fast virksomhedskonsulent"))
    assert added(seating(rule, house=WITH_STANDING, job_broker="P032")) == [
        ("P032", "Kender virksomhederne.")
    ]


def test_a_standing_member_who_may_not_come_is_refused_at_the_field_that_names_them() -> None:
    seated = seating(BUSINESS, house=making.house(standing_business_consultant="P004"))
    field = making.house().at.place("Fast virksomhedskonsulent")
    assert [(f.code, f.place) for f in seated.findings] == [("W-081", field)]


def test_a_needed_role_that_neither_column_nor_fallback_fills_is_a_warning_at_the_column() -> None:
    assert found(seating(BUSINESS)) == [("W-084", str(making.resident().at.place("Virksomhedskonsulent")))]


def test_another_role_can_satisfy_the_need() -> None:
    assert found(seating(BUSINESS, job_broker="P032")) == []


@pytest.mark.parametrize(("condition", "attribute"), CONDITIONS.items())
def test_a_rule_with_a_condition_holds_only_for_residents_whose_column_says_yes(
    condition: str, attribute: str
) -> None:
    rule = replace(BUSINESS, condition=condition)
    no = seating(rule, business_consultant="P030", **{attribute: False})
    assert (added(no), found(no)) == ([], [])
    assert found(seating(rule, **{attribute: False})) == []
    yes = seating(rule, business_consultant="P030", **{attribute: True})
    assert added(yes) == [("P030", "Kender virksomhederne.")]
    assert [code for code, _ in found(seating(rule, **{attribute: True}))] == ["W-084"]


def test_a_mentor_comes_if_there_is_one_and_is_not_asked_for_if_not() -> None:
    assert added(seating(ALWAYS, mentor="P033")) == [("P033", "Deltager altid ved opfølgning.")]
    assert found(seating(ALWAYS)) == []


def test_who_always_takes_part_and_is_left_out_stays_away_and_is_a_warning() -> None:
    seated = seating(ALWAYS, mentor="P033", meeting=making.meeting(absent=("P033",)))
    assert added(seated) == []
    assert found(seated) == [("W-099", str(making.meeting().at.place("Deltager ikke")))]
    assert "mentor" in str(seated.findings[0])


def test_the_resident_can_be_one_who_always_takes_part() -> None:
    themself, *others = making.kind().participants
    kind = making.kind(participants=(replace(themself, always=True), *others))
    seated = making.planned(making.book(making.meeting(absent=("beboer",))), kind).seating
    assert found(seated) == [("W-099", str(making.meeting().at.place("Deltager ikke")))]


def test_nothing_is_said_of_one_who_is_left_out_and_could_not_have_come() -> None:
    seated = seating(ALWAYS, mentor="P004", meeting=making.meeting(absent=("P004",)))
    assert (added(seated), found(seated)) == ([], [])


def test_a_rule_can_name_the_leader_by_its_fallback() -> None:
    chair = replace(BUSINESS, facilitates=True)
    kind = making.kind(participants=(chair,))
    people = (*making.staff(), STANDING)
    planned = making.planned(making.book(institution=WITH_STANDING, people=people), kind)
    assert planned.seating.facilitator
    assert planned.seating.facilitator.nr == "P031"


def test_a_leader_who_is_silently_not_there_is_still_missed() -> None:
    chair = ParticipantRule("Pårørende", "pårørende", "", facilitates=True)
    seated = making.planned(None, making.kind(participants=(chair,))).seating
    assert [finding.code for finding in seated.findings] == ["W-083"]
