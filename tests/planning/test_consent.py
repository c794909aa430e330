"""Consent: who comes by it, who only hears of the meeting by it, and that nothing is said without it."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.findings import Finding
from docgen.i18n import ENGLISH, language
from docgen.meetingtypes.definition import Audience, DocumentRule, MeetingType
from docgen.meetingtypes.seats import COLUMNS, HOUSE_COLUMNS, ParticipantRule
from docgen.model import BrokenRow, Channel, Person, Role, Workbook
from docgen.planning import Plan, PlannedMeeting
from tests import making

GP = making.person("P020", Role.GP, 20, name="Gerda Lægesen")
RELATIVE = making.person("P021", Role.RELATIVE, 21, name="Rikke Rørdam")
COMPANION = making.person("P022", Role.COMPANION, 22, name="Viggo Vidnesen")
NETWORK = making.person("P023", Role.NETWORK_PERSON, 23, name="Nora Nabosen")
VOLUNTEER = making.person("P024", Role.VOLUNTEER, 24, name="Frida Frivilligsen")
OWN_LIFE = (GP, RELATIVE, COMPANION, NETWORK, VOLUNTEER)

LISTED = (
    ParticipantRule("Pårørende", "pårørende", "Kender hverdagen hjemme."),
    ParticipantRule("Netværk", "fra netværket", "Kender fritiden."),
)
COVER = DocumentRule("foelgebrev.docx", "brev_laege", Audience.GP, "Følgebrev", after=True)
INVOLVING = making.kind(
    participants=(*making.kind().participants, *LISTED), documents=(*making.kind().documents, COVER)
)


def book(meeting: Any = None, **resident: Any) -> Workbook:
    """B001 with everybody of her own life in their columns."""
    row = {"relatives": ("P021", "P022"), "network": ("P023", "P024"), "gp": "P020", **resident}
    return making.book(
        meeting or making.meeting(),
        residents=(making.resident(**row),),
        people=(*making.staff(), *OWN_LIFE),
    )


def involved(planned: PlannedMeeting) -> list[str]:
    return [one.nr for one in planned.seating.participants if one.by_consent]


def test_those_of_the_listing_columns_come_with_consent_each_with_a_letter_of_their_own() -> None:
    planned = making.planned(book(consents=("P021", "P023", "P024")), INVOLVING)
    seated = {one.nr: (one.label, one.reason, one.audience) for one in planned.seating.participants}
    assert involved(planned) == ["P021", "P023", "P024"]
    assert seated["P021"] == ("pårørende", "Kender hverdagen hjemme.", Audience.PRIVATE)
    assert seated["P023"] == seated["P024"] == ("fra netværket", "Kender fritiden.", Audience.PRIVATE)
    letters = {d.receiver.nr: d.rule.file for d in planned.documents if d.receiver}
    assert {letters[nr] for nr in ("P021", "P023", "P024")} == {"invitation.paaroerende.docx"}


def test_a_resident_who_involves_nobody_hears_no_more_of_it() -> None:
    plan = making.plan(book(), INVOLVING)
    assert plan.findings == ()
    assert involved(plan.meetings[0]) == []


def test_a_volunteer_whom_the_resident_knows_needs_consent_whichever_column_names_them() -> None:
    invited = making.meeting(extra=("P024",))
    plan = making.plan(book(invited), INVOLVING)
    assert [(f.code, f.place.heading) for f in plan.findings] == [("W-081", "Deltagere")]
    assert involved(plan.meetings[0]) == []
    strangers = making.planned(book(invited, network=()), INVOLVING)
    assert ("P024", False) in [(one.nr, one.by_consent) for one in strangers.seating.participants]


def test_a_gp_gets_the_letter_with_consent_and_no_seat() -> None:
    planned = making.planned(book(consents=("P020",)), INVOLVING)
    (gp,) = planned.seating.informed
    assert (gp.nr, gp.label, gp.audience, gp.by_consent) == ("P020", "læge", Audience.GP, True)
    assert gp.reason == "Receives the recommendation and the plan; has no seat."
    assert "P020" not in [one.nr for one in planned.seating.participants]
    assert [d.file for d in planned.documents if d.receiver == gp] == ["foelgebrev_P020.docx"]


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        (INVOLVING, {}),
        (making.kind(), {"consents": ("P020",)}),
        (INVOLVING, {"consents": ("P020",), "gp": ""}),
        (INVOLVING, {"consents": ("P021",), "gp": "P021"}),
        (INVOLVING, {"consents": ("P020",), "meeting": making.meeting(absent=("P020",))}),
    ],
    ids=["no consent", "no letter for one", "no GP", "no doctor", "left out"],
)
def test_otherwise_the_gp_hears_nothing(kind: MeetingType, changes: dict[str, Any]) -> None:
    plan = making.plan(book(**changes), kind)
    assert plan.meetings[0].seating.informed == ()
    assert "foelgebrev" not in str([document.file for document in plan.meetings[0].documents])
    assert not [f for f in plan.findings if f.code in ("W-081", "W-082")]


def test_who_is_to_be_written_to_now_and_cannot_be_reached_is_an_error_that_stops_no_meeting() -> None:
    """It is a warning as long as nothing is to go out: to the GP until the meeting is over."""
    silent = tuple(replace(one, email="", channel=Channel.EMAIL) for one in (RELATIVE, GP))
    homeless = replace(NETWORK, channel=Channel.LETTER)

    def found(*consents: str, **meeting: Any) -> list[tuple[str, str]]:
        people = (*making.staff(), *silent, homeless, COMPANION, VOLUNTEER)
        workbook = replace(book(making.meeting(**meeting), consents=consents), people=people)
        plan = making.plan(workbook, INVOLVING)
        assert plan.left_out == ()
        assert [one.nr for one in plan.meetings] == ["M001"]
        return [(f.code, str(f.place)) for f in plan.findings]

    assert found() == []
    everybody = ("P020", "P021", "P023")
    cells = [GP.at.place("E-mail"), RELATIVE.at.place("E-mail"), NETWORK.at.place("Adresse")]
    due = dict(zip(map(str, cells), ("W-071", "E-281", "E-420"), strict=True))
    assert {place: code for code, place in found(*everybody)} == due
    waiting = dict(zip(map(str, cells), ("W-071", "W-071", "W-072"), strict=True))
    assert {place: code for code, place in found(*everybody, date=dt.date(2026, 6, 2))} == waiting


def _left_out(workbook: Workbook, *findings: Finding) -> list[str]:
    return [left.nr for left in making.plan(workbook, INVOLVING, findings=findings).left_out]


def test_an_error_in_the_gps_row_stops_the_meeting_only_when_the_gp_is_to_hear_of_it() -> None:
    wrong = Finding.of("E-020", GP.at.place("E-mail"), heading="E-mail")
    assert _left_out(book(consents=("P020",)), wrong) == ["M001"]
    assert _left_out(book(), wrong) == []


def test_a_gp_whose_row_cannot_be_read_is_not_simply_left_out() -> None:
    wrong = Finding.of("E-020", GP.at.place("Navn"), heading="Navn")
    broken: dict[str, Any] = {"people": making.staff(), "broken": (BrokenRow(GP.at, "P020"),)}
    consenting = replace(book(consents=("P020",), relatives=(), network=()), **broken)
    assert _left_out(consenting, wrong) == ["M001"]
    assert _left_out(replace(book(relatives=(), network=()), **broken), wrong) == []


@pytest.mark.parametrize(("consents", "left"), [(("P021",), ["M001"]), ((), [])])
def test_a_relative_whose_row_cannot_be_read_stops_only_the_meetings_they_were_to_come_to(
    consents: tuple[str, ...], left: list[str]
) -> None:
    wrong = Finding.of("E-020", RELATIVE.at.place("Navn"), heading="Navn")
    unread = replace(
        book(consents=consents, relatives=("P021",), network=(), gp=""),
        people=making.staff(),
        broken=(BrokenRow(RELATIVE.at, "P021"),),
    )
    assert _left_out(unread, wrong) == left


def _said(plan: Plan) -> str:
    """All that a plan says to anybody."""
    said = [str(plan.left_out), str(plan.gone)]
    for planned in plan.meetings:
        everybody = (*planned.seating.participants, *planned.seating.informed)
        said += [f"{one.nr} {one.name} {one.label} {one.reason}" for one in everybody]
        said += [document.file for document in planned.documents]
    for finding in plan.findings:
        said += [finding.text(ENGLISH), finding.text(language("da"))]
    return "\n".join(said)


EVERYBODY = (*making.staff(), *OWN_LIFE)
numbers = st.sampled_from([person.nr for person in EVERYBODY])
some = st.lists(numbers, max_size=4).map(tuple)
headings = st.sampled_from([*COLUMNS, *HOUSE_COLUMNS])
rules = st.builds(
    ParticipantRule,
    heading=st.sampled_from([*COLUMNS]),
    label=st.sampled_from(["mentor", "leder", "fra holdet"]),
    reason=st.just("Derfor."),
    required=st.booleans(),
    facilitates=st.booleans(),
    always=st.booleans(),
    fallbacks=st.lists(headings, max_size=3).map(tuple),
)


@st.composite
def books(draw: st.DrawFn) -> tuple[Workbook, MeetingType]:
    """A workbook whose columns name anybody at all, and a type with any rules."""
    cells: dict[str, Any] = {}
    for attribute in COLUMNS.values():
        is_list = isinstance(getattr(making.resident(), attribute), tuple)
        cells[attribute] = draw(some if is_list else numbers | st.just(""))
    resident = making.resident(**cells, gp=draw(numbers | st.just("")), consents=draw(some))
    meeting = making.meeting(
        extra=draw(some), absent=draw(some), facilitator=draw(numbers | st.just("")), course="F001"
    )
    workbook = making.book(
        meeting,
        institution=making.house(**{name: draw(numbers | st.just("")) for name in HOUSE_COLUMNS.values()}),
        residents=(resident,),
        people=EVERYBODY,
        courses=(making.course(facilitator=draw(numbers | st.just(""))),),
    )
    own = tuple(draw(st.lists(rules, max_size=6)))
    return workbook, making.kind(participants=own, documents=INVOLVING.documents)


@given(books())
def test_nobody_of_the_residents_own_life_is_named_without_consent_whatever_the_rules(
    made: tuple[Workbook, MeetingType],
) -> None:
    workbook, kind = made
    (resident,) = workbook.residents
    plan = making.plan(workbook, kind)
    said = _said(plan)

    def is_private(person: Person) -> bool:
        known = person.nr in (*resident.relatives, *resident.network)
        return person.role.is_private or (person.role is Role.VOLUNTEER and known)

    for person in EVERYBODY:
        if is_private(person) and person.nr not in resident.consents:
            assert person.nr not in said
            assert person.name not in said
    (planned,) = plan.meetings
    seats = [one.nr for one in planned.seating.participants]
    assert len(seats) == len(set(seats))
    assert GP.nr not in seats
    assert not set(seats) & set(workbook.meetings[0].absent)
    assert set(involved(planned)) <= set(resident.consents)
    assert all(one.nr in resident.consents for one in planned.seating.informed)
    leader = planned.seating.facilitator
    assert leader is None or leader.nr in seats


@given(books(), st.integers())
def test_the_order_of_the_rows_has_no_say_in_who_sits_where(
    made: tuple[Workbook, MeetingType], seed: int
) -> None:
    workbook, kind = made
    people = list(workbook.people)
    random.Random(seed).shuffle(people)  # noqa: S311 - no secret
    shuffled = replace(workbook, people=tuple(people))
    assert making.planned(shuffled, kind).seating == making.planned(workbook, kind).seating
