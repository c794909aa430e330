import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest

from docgen.findings import Finding
from docgen.model import (
    Answer,
    BrokenRow,
    Channel,
    Closure,
    Course,
    Decision,
    Effort,
    Institution,
    Meeting,
    Person,
    Resident,
    Role,
    Source,
    Workbook,
)
from docgen.workbook import check
from docgen.workbook.addresses import letters
from docgen.workbook.columns import SHEETS

from .books import places

LETTERS = {s.name: {c.heading: letters(i) for i, c in enumerate(s.columns)} for s in SHEETS}
ON_1_MAY, ON_2_MAY = dt.date(2026, 5, 1), dt.date(2026, 5, 2)


def at(sheet: str, row: int = 2) -> Source:
    return Source(sheet, row, LETTERS[sheet])


def institution(**more: Any) -> Institution:
    cells = {column.heading: f"B{row}" for row, column in enumerate(SHEETS[0].columns, 2)}
    return Institution(**{"calendar_id": "k-1", "at": Source("Institution", 0, cells), **more})


def resident(
    nr: str = "B001", row: int = 2, around: Mapping[str, object] | None = None, **more: Any
) -> Resident:
    values = {"channel": Channel.IN_PERSON, "at": at("Beboere", row), **(around or {}), **more}
    return Resident(nr=nr, first_name="Asta", last_name="Eksempel", **values)


def person(nr: str = "P001", row: int = 2, role: Role = Role.CONTACT_PERSON, **more: Any) -> Person:
    values = {"channel": Channel.IN_PERSON, "at": at("Personer", row), **more}
    return Person(nr=nr, name="Rosalina Tangmose", role=role, **values)


def meeting(nr: str = "M001", row: int = 2, **more: Any) -> Meeting:
    return Meeting(nr=nr, type="dialogmoede", date=ON_1_MAY, start=dt.time(10), place="Her",
                   at=at("Møder", row), **more)  # fmt: skip


def course(**more: Any) -> Course:
    values = {"resident": "B001", "start": ON_1_MAY, "at": at("Forløb"), **more}
    return Course(nr="F001", type="dialogmoede", place="Her", **values)


def book(**more: Any) -> Workbook:
    return Workbook(name="bog", **{"institution": institution(), **more})


def found(**more: Any) -> list[tuple[str, str]]:
    return places(check(book(**more)))


def only(**more: Any) -> Finding:
    (finding,) = check(book(**more))
    return finding


def test_a_sound_workbook_has_no_findings() -> None:
    assert found(residents=(resident(unit_contacts=("P001",)),), people=(person(),),
                 meetings=(meeting(resident="B001", absent=("beboer", "P001")),)) == []  # fmt: skip


def test_what_reading_found_is_not_repeated() -> None:
    assert found(findings=(Finding.of("W-029"),)) == []


def test_a_number_that_stands_twice_names_the_other_row_and_no_case_parts_them() -> None:
    finding = only(residents=(resident(), resident("b001", row=5)))
    assert places([finding]) == [("E-060", "Beboere!A5")]
    assert "Beboere!A2" in finding.text()


def test_a_broken_row_takes_its_number_too() -> None:
    assert found(meetings=(meeting(row=4),), broken=(BrokenRow(at("Møder", 3), "M001"),)) == [
        ("E-060", "Møder!A4")
    ]


def test_a_number_belongs_to_a_resident_or_to_a_person() -> None:
    assert found(residents=(resident("X1"),), people=(person("X1"),)) == [("E-061", "Personer!A2")]


def test_the_same_number_for_a_meeting_and_a_person_is_fine() -> None:
    assert found(meetings=(meeting("1"),), people=(person("1"),)) == []


@pytest.mark.parametrize("wrong", ["P01", "p1", "P0001", "POO1"])
def test_a_reference_that_is_nearly_right_gets_did_you_mean(wrong: str) -> None:
    finding = only(people=(person(),), meetings=(meeting(facilitator=wrong),))
    assert places([finding]) == [("E-063", "Møder!O2")]
    assert f"“{wrong}”" in finding.text()
    assert "P001" in finding.text()


def test_a_reference_to_nothing_near_says_where_numbers_come_from() -> None:
    finding = only(meetings=(meeting(resident="X77"),))
    assert places([finding]) == [("E-062", "Møder!C2")]
    assert "Beboere" in finding.text()


def test_a_reference_to_a_broken_row_is_known() -> None:
    assert found(meetings=(meeting(facilitator="P001"),), broken=(BrokenRow(at("Personer"), "P001"),)) == []


def test_a_standing_member_must_exist() -> None:
    cell = institution().at.place("Fast socialrådgiver").cell
    assert found(institution=institution(standing_social_worker="P9")) == [("E-062", f"Institution!{cell}")]


@pytest.mark.parametrize("field", ["relatives", "network", "consents"])
def test_unknown_people_of_the_resident_s_around_are_not_repeated(field: str) -> None:
    people = (person("P011", role=Role.RELATIVE),)
    finding = only(people=people, residents=(resident(around={field: ("P11",)}),))
    assert finding.code == "E-064"
    assert "P11" not in repr(finding)
    assert "P011" not in repr(finding)


@pytest.mark.parametrize("name", ["Rosalina", "Rosalina2", "rosalina tangmose 2"])
@pytest.mark.parametrize("field", ["facilitator", "extra", "absent"])
def test_a_name_in_any_column_for_people_is_not_repeated(field: str, name: str) -> None:
    named: dict[str, Any] = {field: name if field == "facilitator" else (name,)}
    finding = only(meetings=(meeting(**named),))
    assert finding.code == "E-064"
    assert name not in repr(finding)


@pytest.mark.parametrize("field", ["nr", "email", "postcode", "phone"])
@pytest.mark.parametrize("role", [role for role in Role if role.is_private])
def test_what_is_wrong_on_a_private_person_s_row_is_not_repeated(field: str, role: Role) -> None:
    written: dict[str, Any] = {field: "Zacharias (at) mail"}
    finding = only(people=(person(role=role, **written),))
    assert finding.place.cell
    assert "Zacharias" not in repr(finding)
    staff = only(people=(person(**written),))
    assert (staff.code, staff.place) == (finding.code, finding.place)
    assert "“Zacharias (at) mail”" in staff.text()


@pytest.mark.parametrize("number", ["B001", "b001"])
def test_the_resident_may_be_left_out_by_number_too(number: str) -> None:
    assert found(residents=(resident(),), meetings=(meeting(resident="B001", absent=(number,)),)) == []


@pytest.mark.parametrize("field", ["facilitator", "extra", "absent"])
def test_another_resident_s_number_is_named_as_one_and_no_other_person_is_offered(field: str) -> None:
    named: dict[str, Any] = {field: "b002" if field == "facilitator" else ("b002",)}
    residents = (resident(), resident("B002", row=3))
    finding = only(
        residents=residents, people=(person("P002"),), meetings=(meeting(resident="B001", **named),)
    )
    assert finding.code == "E-074"
    assert "“b002” is a number on the sheet Beboere." in finding.text()
    assert "P002" not in finding.text()


def test_a_private_person_s_number_under_beboer_is_not_repeated() -> None:
    people = (person("P011", role=Role.RELATIVE),)
    finding = only(residents=(resident("B011"),), people=people, meetings=(meeting(resident="P011"),))
    assert finding.code == "E-064"
    assert "P011" not in repr(finding)


def test_nor_is_that_of_a_person_whose_row_cannot_be_read() -> None:
    finding = only(meetings=(meeting(resident="P011"),), broken=(BrokenRow(at("Personer"), "P011"),))
    assert finding.code == "E-064"
    assert "P011" not in repr(finding)


def test_a_name_typed_instead_of_a_number_is_not_repeated() -> None:
    finding = only(people=(person(role=Role.RELATIVE),), meetings=(meeting(extra=("Rosalina Tangmose",)),))
    assert places([finding]) == [("E-064", "Møder!P2")]
    assert "Rosalina" not in repr(finding)


def test_a_near_miss_of_a_private_person_s_number_does_not_give_it_away() -> None:
    finding = only(people=(person("P011", role=Role.RELATIVE),), meetings=(meeting(absent=("P11",)),))
    assert finding.code == "E-064"
    assert "P11" not in repr(finding)


@pytest.mark.parametrize("field", ["unit_contacts", "workplace_contacts"])
def test_a_gp_is_no_contact_person(field: str) -> None:
    finding = only(people=(person(role=Role.GP),), residents=(resident(around={field: ("P001",)}),))
    assert finding.code == "W-082"
    assert "P001" not in repr(finding)


def test_a_relative_leads_no_meeting() -> None:
    assert found(people=(person(role=Role.RELATIVE),), meetings=(meeting(facilitator="P001"),)) == [
        ("W-065", "Møder!O2")
    ]


@pytest.mark.parametrize(
    ("field", "value"), [("gp", "P001"), ("relatives", ("P001",)), ("network", ("P001",))]
)
def test_staff_do_not_belong_to_the_resident_s_around(field: str, value: object) -> None:
    finding = only(people=(person(role=Role.MENTOR),), residents=(resident(around={field: value}),))
    assert finding.code == "W-066"


def test_consent_may_name_a_guest_but_staff_need_none() -> None:
    people = (person("P001", role=Role.COMPANION), person("P002", row=3, role=Role.MENTOR))
    assert found(people=people, residents=(resident(consents=("P001",)),)) == []
    assert found(people=people, residents=(resident(consents=("P002",)),)) == [("W-067", "Beboere!AC2")]


@pytest.mark.parametrize("nr", ["B 1", "B/1", "Bø1", "-1", "B_1", "x" * 21, "a.b"])
def test_a_number_that_no_file_can_be_named_by(nr: str) -> None:
    assert found(residents=(resident(nr),)) == [("E-034", "Beboere!A2")]


@pytest.mark.parametrize(
    "email",
    ["inge", "inge@", "inge@hus", "a@b@c.example", "a b@c.example", ".a@c.example", "a..b@c.example",
     "a@-c.example", "Inge <i@c.example>"],
)  # fmt: skip
def test_what_is_no_e_mail_address(email: str) -> None:
    assert found(people=(person(email=email),)) == [("E-035", "Personer!I2")]


@pytest.mark.parametrize("email", ["inge@hus.example", "i.n-g_e+x@søbakken.example", "I@a.b.example"])
def test_what_is_an_e_mail_address(email: str) -> None:
    assert found(people=(person(email=email, channel=Channel.EMAIL),)) == []


def test_postcode_phone_and_domain_have_a_form() -> None:
    assert found(people=(person(postcode="999"),)) == [("W-036", "Personer!G2")]
    assert found(people=(person(phone="7000"),)) == [("W-037", "Personer!J2")]
    assert found(people=(person(phone="+45 70 00 00 10"),)) == []
    assert found(institution=institution(domain="http://hus.example")) == [("E-038", "Institution!B11")]


def test_a_channel_needs_its_address() -> None:
    assert found(people=(person(channel=Channel.EMAIL),)) == [("W-071", "Personer!I2")]
    assert found(residents=(resident(channel=Channel.LETTER),)) == [("W-072", "Beboere!D2")]
    assert found(residents=(resident(channel=Channel.DIGITAL_POST),)) == []


def test_a_relative_needs_an_address_only_when_somebody_may_write_to_them() -> None:
    people = (person(role=Role.RELATIVE, channel=Channel.EMAIL),)
    knows = resident(relatives=("P001",))
    agrees = resident(relatives=("P001",), consents=("P001",))
    guest = meeting(resident="B001", extra=("P001",))
    assert found(people=people, residents=(knows,), meetings=(guest,)) == []
    assert found(people=people, residents=(agrees,)) == []
    assert found(people=people, residents=(agrees,), meetings=(guest,)) == [("W-071", "Personer!I2")]


def test_an_end_before_its_beginning() -> None:
    assert found(closures=(Closure(first=ON_2_MAY, last=ON_1_MAY, at=at("Lukkedage")),)) == [
        ("E-068", "Lukkedage!B2")
    ]
    assert found(closures=(Closure(first=ON_2_MAY, last=ON_2_MAY, at=at("Lukkedage")),)) == []
    late = course(start=ON_2_MAY, end=ON_1_MAY)
    assert found(residents=(resident(),), courses=(late,)) == [("E-068", "Forløb!G2")]
    effort = Effort(resident="B001", effort="Praktik", start=ON_2_MAY, end=ON_1_MAY, at=at("Indsatser"))
    assert found(residents=(resident(),), efforts=(effort,)) == [("E-068", "Indsatser!F2")]


def test_the_day_ends_after_it_begins() -> None:
    nine = dt.time(9)
    assert found(institution=institution(day_starts=nine, day_ends=nine)) == [("E-069", "Institution!B16")]


def test_a_missing_calendar_id_is_a_warning_that_says_what_it_is_made_of() -> None:
    finding = only(institution=institution(calendar_id=""))
    assert places([finding]) == [("W-070", "Institution!B10")]
    assert "the name of the workbook's file" in finding.text()


def test_an_answer_is_to_a_planned_meeting_or_to_one_of_a_course() -> None:
    def answer(to: str) -> Answer:
        return Answer(meeting=to, person="B001", reply="Kommer", at=at("Svar"))  # type: ignore[arg-type]

    base: dict[str, Any] = {"residents": (resident(),), "courses": (course(),), "meetings": (meeting(),)}
    assert found(**base, answers=(answer("M001"), answer("F001-03"))) == []
    assert found(**base, answers=(answer("F002-03"),)) == [("W-075", "Svar!A2")]


def test_a_meeting_and_its_course_are_about_the_same_resident() -> None:
    residents = (resident(), resident("B002", row=3))
    wrong = meeting(course="F001", resident="B002")
    assert found(residents=residents, courses=(course(),), meetings=(wrong,)) == [("E-073", "Møder!C2")]
    right = dataclasses.replace(wrong, resident="")
    assert found(residents=residents, courses=(course(),), meetings=(right,)) == []


def test_decisions_of_meetings_long_gone_are_history() -> None:
    assert found(decisions=(Decision(meeting="M2019-1", at=at("Beslutninger")),)) == []
