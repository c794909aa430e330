"""Who sits at the table, as what, and why."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.i18n import ENGLISH, language
from docgen.meetingtypes.definition import Audience
from docgen.meetingtypes.seats import COLUMNS, ParticipantRule
from docgen.model import Person, Role
from docgen.planning import Plan, Seating, seat
from docgen.planning.register import Register
from tests import making

GP = making.person("P020", Role.GP, 20, name="Gerda Lægesen", email="gerda@laegesen.example")
RELATIVE = making.person("P021", Role.RELATIVE, 21, name="Rikke Rørdam", email="rikke@roerdam.example")
COMPANION = making.person("P022", Role.COMPANION, 22, name="Viggo Vidnesen", email="viggo@vidnesen.example")
NETWORK = making.person("P023", Role.NETWORK_PERSON, 23, name="Nora Nabosen", email="nora@nabosen.example")


def seating(*people: Person, resident: Any = None, **meeting: Any) -> Seating:
    """The table of M001 when these people are on the sheet too."""
    workbook = making.book(
        making.meeting(**meeting),
        residents=(resident or making.resident(),),
        people=(*making.staff(), *people),
    )
    return making.planned(workbook).seating


def table(seated: Seating) -> list[tuple[str, str]]:
    return [(one.nr, one.label) for one in seated.participants]


def test_the_resident_comes_first_and_the_others_in_the_order_of_the_rules() -> None:
    assert table(seating()) == [
        ("B001", "beboer"),
        ("P002", "kontaktperson fra enheden"),
        ("P003", "kontaktperson fra arbejdet"),
        ("P001", "udviklingsleder"),
    ]


def test_each_comes_for_the_reason_of_their_rule() -> None:
    reasons = [one.reason for one in seating().participants]
    assert reasons == [
        "Det er beboerens møde.",
        "Kender hverdagen.",
        "Kender arbejdet.",
        "Har ansvaret for samtalen.",
    ]


def test_several_contact_persons_come_in_the_order_of_the_cell() -> None:
    more = making.person("P009", Role.CONTACT_PERSON, 9)
    seated = seating(more, resident=making.resident(unit_contacts=("P009", "P002")))
    assert [nr for nr, label in table(seated) if label == "kontaktperson fra enheden"] == ["P009", "P002"]


def test_somebody_with_two_parts_comes_once_with_both() -> None:
    seated = seating(resident=making.resident(unit_contacts=("P002",), workplace_contacts=("P002",)))
    assert ("P002", "kontaktperson fra enheden og kontaktperson fra arbejdet") in table(seated)
    assert [nr for nr, _ in table(seated)] == ["B001", "P002", "P001"]


def test_a_part_whose_name_lies_within_anothers_is_still_said() -> None:
    rules = (
        ParticipantRule("Udviklingsleder", "udviklingsleder", "", facilitates=True),
        ParticipantRule("Leder", "leder", ""),
        ParticipantRule("Mentor", "mentor", ""),
    )
    resident = making.resident(leader="P001", mentor="P001")
    planned = making.planned(making.book(residents=(resident,)), making.kind(participants=rules))
    assert ("P001", "udviklingsleder, leder og mentor") in table(planned.seating)


def test_extra_people_come_last_as_what_they_are() -> None:
    extra = making.person("P009", Role.CASE_COORDINATOR, 9)
    seated = seating(extra, extra=("P009",))
    assert table(seated)[-1] == ("P009", "koordinerende sagsbehandler")
    assert seated.participants[-1].reason == "Is named under Deltagere."


def test_an_extra_person_who_comes_anyway_keeps_their_part() -> None:
    assert table(seating(extra=("P002",))) == table(seating())


def test_those_who_do_not_take_part_have_no_seat() -> None:
    assert [nr for nr, _ in table(seating(absent=("P003",)))] == ["B001", "P002", "P001"]


@pytest.mark.parametrize("word", ["beboer", "Beboer", "B001", "b001"])
def test_the_resident_can_be_left_out(word: str) -> None:
    seated = seat(making.meeting(absent=(word,)), making.kind(), Register.of(making.book()))
    assert [nr for nr, _ in table(seated)] == ["P002", "P003", "P001"]


def test_the_row_names_the_leader_before_the_course_and_the_course_before_the_rule() -> None:
    people = (making.person("P008", Role.TEAM_LEADER, 8), making.person("P009", Role.TEAM_LEADER, 9))

    def leader(**meeting: Any) -> str:
        workbook = making.book(
            making.meeting(**meeting),
            people=(*making.staff(), *people),
            courses=(making.course(facilitator="P008"),),
        )
        seated = making.planned(workbook).seating
        return seated.facilitator.nr if seated.facilitator else ""

    assert leader() == "P001"
    assert leader(course="F001") == "P008"
    assert leader(course="F001", facilitator="P009") == "P009"


def test_a_leader_from_outside_the_rules_gets_a_seat() -> None:
    seated = seating(making.person("P009", Role.TEAM_LEADER, 9), facilitator="P009")
    assert ("P009", "teamleder") in table(seated)
    assert ("P001", "udviklingsleder") in table(seated)
    assert seated.facilitator
    assert seated.facilitator.reason == "Leads the meeting."


def test_a_leader_who_is_at_the_table_already_keeps_their_part() -> None:
    seated = seating(facilitator="P002")
    assert ("P002", "kontaktperson fra enheden") in table(seated)
    assert seated.facilitator
    assert seated.facilitator.nr == "P002"


@pytest.mark.parametrize(
    "changes", [{"absent": ("P001",)}, {"facilitator": "P002", "absent": ("P002",)}], ids=["rule", "row"]
)
def test_a_meeting_whose_leader_stays_away_has_none_and_a_warning(changes: dict[str, Any]) -> None:
    seated = seating(**changes)
    assert seated.facilitator is None
    assert ("W-083", "Møder!O2 (Mødeleder)") in [(f.code, str(f.place)) for f in seated.findings]


def test_a_needed_part_that_nobody_has_is_a_warning_at_its_cell() -> None:
    seated = seating(resident=making.resident(unit_contacts=()))
    assert [(f.code, str(f.place)) for f in seated.findings] == [
        ("W-084", "Beboere!N2 (Kontaktperson enhed)")
    ]
    assert "kontaktperson fra enheden" in str(seated.findings[0])


@pytest.mark.parametrize(
    ("absent", "codes"),
    [
        (("P002",), ["W-221"]),
        (("P003",), []),
        (("beboer",), []),
    ],
    ids=["the only one", "not needed", "the resident"],
)
def test_a_needed_part_whose_only_holders_are_left_out_is_a_warning_at_that_cell(
    absent: tuple[str, ...], codes: list[str]
) -> None:
    seated = seating(absent=absent)
    assert [f.code for f in seated.findings] == codes
    assert {f.place.heading for f in seated.findings} <= {"Deltager ikke"}


def test_nothing_is_said_while_one_of_several_holders_comes() -> None:
    more = making.person("P009", Role.CONTACT_PERSON, 9)
    both = making.resident(unit_contacts=("P002", "P009"))
    assert seating(more, resident=both, absent=("P002",)).findings == ()
    assert [f.code for f in seating(more, resident=both, absent=("P002", "P009")).findings] == ["W-221"]


@pytest.mark.parametrize(
    ("absent", "codes"),
    [(("P001",), []), (("P008",), []), (("P001", "P008"), ["W-221"])],
    ids=["own", "other", "both"],
)
def test_a_part_that_another_column_can_fill_is_missed_when_both_stay_away(
    absent: tuple[str, ...], codes: list[str]
) -> None:
    rules = (
        ParticipantRule("Leder", "leder", "", required=True, satisfied_by=("Mentor",)),
        ParticipantRule("Mentor", "mentor", ""),
    )
    workbook = making.book(
        making.meeting(absent=absent, facilitator="P002"),
        residents=(making.resident(leader="P001", mentor="P008"),),
        people=(*making.staff(), making.person("P008", Role.MENTOR, 8)),
    )
    found = making.plan(workbook, making.kind(participants=rules)).findings
    assert [finding.code for finding in found] == codes


def test_a_part_that_always_takes_part_is_missed_once() -> None:
    rules = (ParticipantRule("Mentor", "mentor", "", required=True, always=True),)
    workbook = making.book(
        making.meeting(absent=("P002",), facilitator="P001"),
        residents=(making.resident(mentor="P002"),),
    )
    found = making.plan(workbook, making.kind(participants=rules)).findings
    assert [finding.code for finding in found] == ["W-099"]


def test_whoever_leads_has_that_for_a_reason_too() -> None:
    def reasons(nr: str, **meeting: Any) -> tuple[str, ...]:
        seated = seating(making.person("P009", Role.TEAM_LEADER, 9), **meeting)
        return seated.reasons(next(one for one in seated.participants if one.nr == nr))

    assert reasons("P001") == ("Har ansvaret for samtalen.", "Leads the meeting.")
    assert reasons("P001", facilitator="P002") == ("Har ansvaret for samtalen.",)
    assert reasons("P002", facilitator="P002") == ("Kender hverdagen.", "Leads the meeting.")
    assert reasons("P009", facilitator="P009") == ("Leads the meeting.",)


def test_a_number_in_other_letters_leaves_out_nobody_and_is_one_finding() -> None:
    plan = making.plan(making.book(making.meeting(absent=("p002",))))
    assert [(f.code, f.place.heading) for f in plan.findings] == [("E-064", "Deltager ikke")]
    always = (ParticipantRule("Mentor", "mentor", "", always=True),)
    workbook = making.book(
        making.meeting(absent=("p002",), facilitator="P001"),
        residents=(making.resident(mentor="P002"),),
    )
    assert [f.code for f in making.plan(workbook, making.kind(participants=always)).findings] == ["E-064"]


def test_a_part_that_is_not_needed_may_stay_empty() -> None:
    assert seating(resident=making.resident(workplace_contacts=())).findings == ()


def test_each_gets_the_letter_of_what_they_are() -> None:
    resident = making.resident(consents=("P022", "P023", "P004"))
    seated = seating(COMPANION, NETWORK, resident=resident, extra=("P022", "P023", "P004"))
    kinds = {one.nr: one.audience for one in seated.participants}
    assert kinds["B001"] is Audience.RESIDENT
    assert kinds["P001"] is Audience.STAFF
    assert {kinds[nr] for nr in ("P004", "P022", "P023")} == {Audience.PRIVATE}


def test_with_consent_a_relative_comes() -> None:
    seated = seating(resident=making.resident(consents=("P004",)), extra=("P004",))
    assert table(seated)[-1] == ("P004", "pårørende")
    assert seated.findings == ()


ON_THE_ROW = {"Mødeleder": "facilitator", "Deltagere": "extra"}
EVERY_COLUMN = (*COLUMNS, *ON_THE_ROW, "Forløb: Mødeleder")


def _plan_naming(column: str, person: Person, **resident: Any) -> Plan:
    """A plan in whose workbook this column, and no other, names the person."""
    attribute = COLUMNS.get(column, "")
    row: dict[str, Any] = {"relatives": (), **resident}
    if attribute:
        old = getattr(making.resident(), attribute)
        row[attribute] = (*old, person.nr) if isinstance(old, tuple) else person.nr
    meeting: dict[str, Any] = {}
    if column in ON_THE_ROW:
        meeting[ON_THE_ROW[column]] = person.nr if column == "Mødeleder" else (person.nr,)
    courses = (making.course(facilitator=person.nr),) if column == "Forløb: Mødeleder" else ()
    workbook = making.book(
        making.meeting(course="F001" if courses else "", **meeting),
        residents=(making.resident(**row),),
        people=(*making.staff(), person),
        courses=courses,
    )
    rules = tuple(ParticipantRule(heading, heading.lower(), "") for heading in COLUMNS)
    return making.plan(workbook, making.kind(participants=(*rules, *making.kind().participants)))


def _said(plan: Plan) -> str:
    """All that the plan says of who comes, who gets what, and what is wrong, in both languages."""
    said = [f"{plan.gone} {plan.left_out}"]
    for planned in plan.meetings:
        said += [f"{one.nr} {one.name} {one.label} {one.reason}" for one in planned.seating.participants]
        said += [document.file for document in planned.documents]
        said += [planned.seating.facilitator.name if planned.seating.facilitator else "", planned.folder]
    for finding in plan.findings:
        said += [finding.text(ENGLISH), finding.text(language("da")), str(finding)]
    return "\n".join(said)


@pytest.mark.parametrize("column", EVERY_COLUMN)
@pytest.mark.parametrize("person", [RELATIVE, COMPANION, NETWORK, GP], ids=lambda person: person.role.name)
def test_without_consent_neither_name_nor_number_is_said_whichever_column_names_them(
    column: str, person: Person
) -> None:
    plan = _plan_naming(column, person)
    said = _said(plan)
    for known in (person.nr, person.name, person.name.split()[0], person.email):
        assert known not in said
    (planned,) = plan.meetings
    refusals = {(f.place.heading, f.data) for f in plan.findings if f.code in ("W-081", "W-082")}
    is_listing = column in ("Pårørende", "Netværk") and person is not GP
    assert refusals == (set() if is_listing else {(column.removeprefix("Forløb: "), ())})
    assert person.nr not in [one.nr for one in planned.seating.participants]


@pytest.mark.parametrize("column", EVERY_COLUMN)
def test_a_gp_never_has_a_seat_not_even_with_consent(column: str) -> None:
    plan = _plan_naming(column, GP, consents=(GP.nr,))
    assert "Gerda" not in _said(plan)
    codes = [finding.code for finding in plan.findings]
    assert codes.count("W-082") == 1
    assert "W-065" not in codes


def test_withdrawn_consent_shows_in_nothing_but_the_seat_that_is_gone() -> None:
    with_it = making.planned(
        making.book(making.meeting(extra=("P004",)), residents=(making.resident(consents=("P004",)),))
    )
    without = making.planned(making.book(making.meeting(extra=("P004",))))
    never = making.planned(making.book(making.meeting()))
    assert with_it.content != without.content
    assert without.content == never.content


def test_consent_is_per_person() -> None:
    resident = making.resident(consents=("P021",))
    seated = seating(RELATIVE, COMPANION, resident=resident, extra=("P021", "P022"))
    assert "P021" in dict(table(seated))
    assert "P022" not in dict(table(seated))


def test_a_group_meeting_has_no_consent_to_ask_and_so_no_private_people() -> None:
    workbook = making.book(making.meeting(resident="", extra=("P002", "P004"), facilitator="P001"))
    planned = making.planned(workbook, making.group())
    assert table(planned.seating) == [("P001", "udviklingsleder"), ("P002", "kontaktperson")]
    assert [(f.code, f.place.heading) for f in planned.seating.findings] == [("W-081", "Deltagere")]


@given(st.data())
def test_nobody_sits_at_the_table_twice_and_nobody_without_being_named(data: st.DataObject) -> None:
    everybody = (*making.staff(), RELATIVE, COMPANION, NETWORK, GP)
    numbers = st.sampled_from([person.nr for person in everybody])
    some = st.lists(numbers, max_size=4).map(tuple)
    resident = making.resident(
        unit_contacts=data.draw(some), workplace_contacts=data.draw(some), consents=data.draw(some)
    )
    meeting = making.meeting(extra=data.draw(some), absent=data.draw(some), facilitator=data.draw(numbers))
    seated = making.planned(making.book(meeting, residents=(resident,), people=everybody)).seating
    seats = [one.nr for one in seated.participants]
    assert len(seats) == len(set(seats))
    named = {"B001", resident.development_lead, meeting.facilitator}
    named |= {*resident.unit_contacts, *resident.workplace_contacts, *meeting.extra}
    assert set(seats) <= named - set(meeting.absent)
    private = {RELATIVE.nr, COMPANION.nr, NETWORK.nr, "P004"}
    assert set(seats) & private <= set(resident.consents)
    assert GP.nr not in seats
    assert all(dataclasses.is_dataclass(one.who) and one.label for one in seated.participants)
