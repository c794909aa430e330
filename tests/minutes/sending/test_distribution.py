"""Who gets what, and how: the rules of channel, secure e-mail and what must not go out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.findings import Finding
from docgen.mailing.attaching import word_file
from docgen.meetingtypes.definition import MeetingType
from docgen.minutes.sending.distribution import Delivery, Distribution, Enclosure, Papers, Parcel, distribute
from docgen.minutes.sending.receivers import receivers
from docgen.minutes.values import Attendance
from docgen.model import Channel, Person, Workbook
from tests import making
from tests.minutes.filling import EVERYBODY, GP, KINDS, TEAM, filled, held, world

MINUTES = Papers((Enclosure("referat.docx", word_file("referat_M001.docx", b"r")),))
FOR_GP = Papers(
    tuple(Enclosure(f"{name}.docx", word_file(f"{name}_M001.docx", b"g")) for name in ("brev", "indstilling"))
)
BLOCKED = (Finding.of("W-284"),)
NUMBERS = ("B001", "B002", "P001", "P002", "P003", *EVERYBODY)
ALL = filled(also_to="Asta Eksempel; Sixten Ærøbæk")


def distributed(workbook: Workbook, papers: Papers = MINUTES, kind: MeetingType = TEAM) -> Distribution:
    meeting, register = held(ALL, workbook, kind)
    people = receivers(ALL, meeting, register)
    return distribute(meeting, people, papers, FOR_GP, now=making.NOW)


def parcels(workbook: Workbook, **wishes: Any) -> dict[str, Parcel]:
    return {one.receiver.nr: one for one in distributed(workbook, **wishes).parcels}


def told(parcel: Parcel) -> str:
    """All that a stranger or the receiver reads in the draft."""
    assert parcel.draft is not None
    return "\n".join((parcel.draft.subject, *parcel.draft.paragraphs))


def changed(workbook: Workbook, nr: str, **changes: Any) -> Workbook:
    people: tuple[Person, ...] = tuple(
        replace(one, **changes) if one.nr == nr else one for one in workbook.people
    )
    return replace(workbook, people=people)


def test_staff_get_the_minutes_and_the_residents_people_are_told_where_e_mail_is_not_secure() -> None:
    made = {nr: one.delivery for nr, one in parcels(world(*EVERYBODY)).items()}
    assert made == {
        "P002": Delivery.ATTACHED,
        **dict.fromkeys(("P004", "B001", "P006", "P005"), Delivery.TOLD),
    }


def test_where_it_is_secure_everybody_gets_their_files() -> None:
    made = parcels(world(*EVERYBODY, secure_email=True))
    assert {one.delivery for one in made.values()} == {Delivery.ATTACHED}
    names = {nr: [file.name for file in one.draft.attachments] for nr, one in made.items() if one.draft}
    assert names.pop("P005") == ["brev_M001.docx", "indstilling_M001.docx"]
    assert set(map(tuple, names.values())) == {("referat_M001.docx",)}


def test_one_who_is_only_told_has_nothing_attached_and_the_files_listed() -> None:
    made = parcels(world(*EVERYBODY))
    told_only = [one.draft for one in made.values() if one.delivery is Delivery.TOLD]
    assert [draft.attachments for draft in told_only if draft] == [()] * 4
    assert made["B001"].files == ("referat.docx",)
    assert made["P005"].files == ("brev.docx", "indstilling.docx")


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
@pytest.mark.parametrize("secure", [True, False], ids=["secure", "open"])
def test_no_e_mail_of_any_type_names_the_resident_or_what_was_said(kind: MeetingType, secure: bool) -> None:
    for nr, parcel in parcels(world(*EVERYBODY, secure_email=secure), kind=kind).items():
        secrets = ["Eksempel", "Gartner", "gartneriet", "Slægtsen", "Ærøbæk", "Nabo"]
        named = parcel.receiver.name.split()
        assert [one for one in secrets if one in told(parcel) and one not in named] == [], nr
        subject = parcel.draft.subject if parcel.draft else ""
        assert subject
        assert not {*("Asta", "Eksempel"), *named} & {*subject.split()}
        assert "{" not in told(parcel)
        assert "Lene Ledersen" in told(parcel)


@given(
    consents=st.sets(st.sampled_from(EVERYBODY)),
    ticked=st.sets(st.sampled_from(NUMBERS)),
    named=st.lists(st.sampled_from(NUMBERS), max_size=4),
    secure=st.booleans(),
)
def test_whatever_is_ticked_and_named_nobody_gets_what_is_not_theirs(
    consents: set[str], ticked: set[str], named: list[str], secure: bool
) -> None:
    rows = tuple(Attendance(nr, gets_minutes=nr in ticked) for nr in NUMBERS)
    minutes = filled(attendance=rows, also_to="; ".join(named))
    meeting, register = held(minutes, world(*consents, secure_email=secure))
    made = distribute(meeting, receivers(minutes, meeting, register), MINUTES, FOR_GP, now=making.NOW)
    nobodys = {"B002", *EVERYBODY} - consents
    assert not nobodys & {one.receiver.nr for one in made.parcels}
    wanted = {*ticked, *named} - nobodys - {GP.nr}
    assert {one.receiver.nr for one in made.parcels if "referat.docx" in one.files} == wanted
    assert (GP.nr in {one.receiver.nr for one in made.parcels}) is (GP.nr in consents)
    open_ones = [one for one in made.parcels if one.draft and one.receiver.nr not in ("P001", "P002", "P003")]
    assert {bool(one.draft and one.draft.attachments) for one in open_ones} <= {secure}
    said = "".join(map(str, made.findings))
    assert [one for one in (*nobodys, "Slægtsen", "Hjulmager", "Ærøbæk", "Nabo") if one in said] == []


def test_staff_read_which_meeting_it_was_by_its_number() -> None:
    text = told(parcels(world())["P002"]).replace("\N{NO-BREAK SPACE}", " ")
    assert "møde M001 (Rehabiliteringsmøde), tirsdag den 3. februar 2026" in text


@pytest.mark.parametrize("channel", [one for one in Channel if one is not Channel.EMAIL])
def test_who_is_not_written_to_by_e_mail_gets_the_files_by_hand(channel: Channel) -> None:
    one = parcels(changed(world(), "P002", channel=channel))["P002"]
    assert (one.delivery, one.channel, one.draft, one.file) == (Delivery.BY_HAND, channel, None, "")
    assert one.files == ("referat.docx",)


@pytest.mark.parametrize("address", ["", "bo", "søren@elmegaarden.example"])
def test_an_address_that_is_none_is_told_by_its_cell(address: str) -> None:
    made = distributed(changed(world(), "P002", email=address))
    one = next(parcel for parcel in made.parcels if parcel.receiver.nr == "P002")
    assert (one.delivery, one.draft) == (Delivery.NO_ADDRESS, None)
    cells = [str(found.place) for found in made.findings if found.code == "E-281"]
    assert [cell.partition("!")[0] for cell in cells] == ["Personer"]
    assert "E-mail" in cells[0]


def test_a_house_without_an_address_sends_nothing() -> None:
    made = distributed(world(*EVERYBODY, email=""))
    assert {one.delivery for one in made.parcels} == {Delivery.NO_ADDRESS}
    assert [found.place.sheet for found in made.findings] == ["Institution"]


def test_what_must_not_go_out_goes_to_nobody_by_any_way() -> None:
    made = distributed(world(*EVERYBODY, secure_email=True), replace(MINUTES, objections=BLOCKED))
    held_back = [one for one in made.parcels if one.receiver.nr != GP.nr]
    assert {one.delivery for one in held_back} == {Delivery.HELD_BACK}
    assert [one.draft for one in held_back] == [None] * 4
    assert BLOCKED[0] in made.findings


def test_the_gp_gets_nothing_without_consent_and_where_there_is_nothing() -> None:
    assert GP.nr not in parcels(world("P004"))
    meeting, register = held(ALL, world(*EVERYBODY))
    made = distribute(meeting, receivers(ALL, meeting, register), MINUTES, Papers(), now=making.NOW)
    assert GP.nr not in {one.receiver.nr for one in made.parcels}


def test_a_draft_is_called_by_numbers_and_the_same_minutes_give_the_same_message() -> None:
    one, again = (parcels(world())["P002"] for _ in range(2))
    assert one == again
    assert one.file == "M001_P002_referat.eml"
