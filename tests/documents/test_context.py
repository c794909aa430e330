"""What the tags of a template can say of a planned meeting."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.documents.context import document_context, meeting_context
from docgen.meetingtypes.definition import Audience, DocumentRule, Rule
from docgen.model import Answer, Effort, EffortKind, Forum, Reply, Role, Workbook
from docgen.planning import Participant, Sent
from tests import making

NBSP = "\N{NO-BREAK SPACE}"
FIRST_LETTER = {"erstatter": "", "flyttet_fra": "", "sted_foer": ""}
"""What is said of an earlier letter where there is none."""


def shared(workbook: Workbook | None = None, *rules: Rule, **wishes: Any) -> dict[str, Any]:
    """The vocabulary that all documents of the one meeting share, in a type with these rules."""
    plan = making.plan(workbook or making.book(), making.kind(rules=rules), **wishes)
    return meeting_context(plan.meetings[0], plan.institution)


def letter(nr: str, workbook: Workbook | None = None, **wishes: Any) -> dict[str, Any]:
    """The vocabulary of this person's letter."""
    plan = making.plan(workbook or making.book(), **wishes)
    planned = plan.meetings[0]
    (document,) = (d for d in planned.documents if d.receiver and d.receiver.nr == nr)
    return document_context(
        meeting_context(planned, plan.institution), document.receiver, document.rule.title
    )


def test_a_meeting_is_said_in_danish() -> None:
    assert shared()["moede"] == {
        "nr": "M001",
        "titel": "Samtale",
        "type": "samtale",
        "forum": "",
        "dato": f"tirsdag den 3.{NBSP}februar 2026",
        "ugedag": "tirsdag",
        "start": f"kl.{NBSP}10.00",
        "slut": f"kl.{NBSP}11.00",
        "tid": f"kl.{NBSP}10.00–11.00",
        "varighed": f"1{NBSP}time",
        "sted": "Mødelokale 1",
        "link": "",
        "praktisk": "",
        "tema": "Flere timer i gartneriet",
        "tidsrum": "2026-02-03T10:00/PT60M",
    }


def test_the_occasion_is_in_no_letter() -> None:
    workbook = making.book(making.meeting(occasion="HEMMELIG", remark="HEMMELIG", exemption="HEMMELIG"))
    assert "HEMMELIG" not in str(shared(workbook))
    assert "HEMMELIG" not in str(letter("B001", workbook))


@pytest.mark.parametrize(
    ("date", "deadline", "passed"),
    [
        (dt.date(2026, 2, 3), f"tirsdag den 27.{NBSP}januar 2026", False),
        (dt.date(2026, 1, 26), f"mandag den 19.{NBSP}januar 2026", False),  # today, which is in time
        (dt.date(2026, 1, 23), f"fredag den 16.{NBSP}januar 2026", True),
    ],
)
def test_the_reply_deadline_has_passed_when_the_letter_is_later(
    date: dt.date, deadline: str, passed: bool
) -> None:
    said = letter("B001", making.book(making.meeting(date=date)))["brev"]
    assert said == {
        "dato": f"19.{NBSP}januar 2026",
        "svarfrist": deadline,
        "svarfrist_overskredet": passed,
        **FIRST_LETTER,
    }


def test_an_unchanged_letter_keeps_its_date_and_so_its_deadline() -> None:
    workbook = making.book(making.meeting(date=dt.date(2026, 1, 26)))
    before = making.built(making.plan(workbook))
    assert shared(workbook, now=making.LATER, built=before)["brev"] == shared(workbook)["brev"]


def sent(**changes: Any) -> dict[str, Sent]:
    """What is remembered of M001, with these changes, once its letters have gone out."""
    return making.sent(making.plan(making.book(making.meeting(**changes))))


@pytest.mark.parametrize(
    ("before", "moved_from", "old_place"),
    [
        (
            {"date": dt.date(2026, 2, 2), "place": "Stuen\n1. sal"},
            f"mandag den 2.{NBSP}februar 2026 kl.{NBSP}10.00–11.00",
            "Stuen 1. sal",
        ),
        ({"start": dt.time(13, 0)}, f"tirsdag den 3.{NBSP}februar 2026 kl.{NBSP}13.00–14.00", ""),
        ({"length": 45}, f"tirsdag den 3.{NBSP}februar 2026 kl.{NBSP}10.00–10.45", ""),
        ({"place": "Stuen"}, "", "Stuen"),
        ({"theme": "Noget andet"}, "", ""),
    ],
    ids=["another day and place", "another time", "another length", "another place", "another theme"],
)
def test_a_letter_that_changes_one_that_was_sent_says_which_and_what_was_otherwise(
    before: dict[str, Any], moved_from: str, old_place: str
) -> None:
    said = letter("B001", sent=sent(**before), now=making.LATER)["brev"]
    assert (said["erstatter"], said["dato"]) == (f"19.{NBSP}januar 2026", f"26.{NBSP}januar 2026")
    assert (said["flyttet_fra"], said["sted_foer"]) == (moved_from, old_place)


def test_a_letter_that_says_what_was_sent_replaces_none() -> None:
    said = letter("B001", sent=sent())["brev"]
    assert said == {**said, **FIRST_LETTER}


def test_whoever_had_no_letter_before_hears_of_none() -> None:
    guest = making.person("P009", Role.EMPLOYEE, 9)
    workbook = making.book(making.meeting(extra=("P009",)), people=(*making.staff(), guest))
    before = sent(date=dt.date(2026, 2, 2))
    assert letter("P009", workbook, sent=before)["brev"]["erstatter"] == ""
    assert letter("P002", workbook, sent=before)["brev"]["erstatter"] == f"19.{NBSP}januar 2026"


def test_no_tag_says_who_else_had_a_letter() -> None:
    """It would name those who have been taken out since."""
    workbook = making.book(making.meeting(absent=("P003",)))
    assert "P003" not in str(letter("B001", workbook, sent=sent()))


def test_what_is_nobodys_own_letter_replaces_none() -> None:
    common = shared(sent=sent(date=dt.date(2026, 2, 2)))
    agenda = document_context(common, None, "Dagsorden")
    assert {agenda["brev"][name] for name in ("erstatter", "flyttet_fra", "sted_foer")} == {""}


def test_answers_stand_at_the_table_within_a_line_and_the_last_one_counts() -> None:
    workbook = making.book(
        answers=(
            Answer(meeting="M001", person="B001", reply=Reply.COMES),
            Answer(meeting="M001", person="P002", reply=Reply.COMES),
            Answer(meeting="M001", person="P002", reply=Reply.DECLINES),
            Answer(meeting="M001", person="P001", reply=Reply.OTHER_TIME),
        )
    )
    table = shared(workbook)["deltagere"]
    assert {person["nr"]: person["svar"] for person in table} == {
        "B001": "kommer",
        "P002": "afbud",
        "P003": "",
        "P001": "ønsker anden tid",
    }


def test_namesakes_are_told_apart_by_their_numbers() -> None:
    twins = tuple(
        making.person(nr, Role.EMPLOYEE, row, name="Bo Enhedsen") for row, nr in ((9, "P009"), (10, "P010"))
    )
    workbook = making.book(making.meeting(extra=("P009", "P010")), people=(*making.staff(), *twins))
    names = [person["betegnelse"] for person in shared(workbook)["deltagere"]]
    assert names == [
        "Asta Eksempel",
        "Bo Enhedsen (P002)",
        "Mona Værksted",
        "Lene Ledersen",
        "Bo Enhedsen (P009)",
        "Bo Enhedsen (P010)",
    ]


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1, max_size=60), min_size=1, max_size=4))
def test_every_participant_is_called_something_else_and_nothing_too_long_for_word(names: list[str]) -> None:
    people = tuple(making.person(f"P{i:03}", Role.EMPLOYEE, i, name=name) for i, name in enumerate(names, 10))
    workbook = making.book(
        making.meeting(extra=tuple(one.nr for one in people)), people=(*making.staff(), *people)
    )
    called = [person["betegnelse"] for person in shared(workbook)["deltagere"]]
    assert len(called) == len(set(called))
    assert all(len(name) <= 46 for name in called)


def test_the_others_are_everybody_but_the_receiver() -> None:
    assert [person["nr"] for person in letter("P002")["andre"]] == ["B001", "P003", "P001"]
    assert letter("P002")["modtager"]["fornavn"] == "Bo"


def test_an_address_has_a_line_for_name_house_street_and_town_and_none_for_nothing() -> None:
    assert letter("B001")["modtager"]["adresselinjer"] == [
        "Asta Eksempel",
        "Elmegården 1, lejlighed 4",
        "9999 Prøveby",
    ]
    assert letter("P003")["modtager"]["adresselinjer"] == ["Mona Værksted", "Gartneriet Spiren"]


def test_whom_to_call_is_the_leader_if_they_have_a_phone() -> None:
    assert letter("B001")["kontakt"] == {
        "navn": "Lene Ledersen",
        "telefon": "70 00 00 01",
        "email": "lene@elmegaarden.example",
    }


def test_and_else_the_house() -> None:
    house = {"navn": "Sanne Sender", "telefon": "70 00 00 00", "email": "post@elmegaarden.example"}
    institution = making.house(sender="Sanne Sender")
    assert (
        letter("B001", making.book(making.meeting(facilitator="P002"), institution=institution))["kontakt"]
        == house
    )
    absent = making.book(making.meeting(absent=("P001",)), institution=institution)
    assert letter("B001", absent)["kontakt"] == house


def test_nobody_is_told_to_call_themself() -> None:
    workbook = making.book(institution=making.house(sender="Sanne Sender"))
    assert letter("P001", workbook)["kontakt"]["navn"] == "Sanne Sender"
    assert letter("P002", workbook)["kontakt"]["navn"] == "Lene Ledersen"


def test_without_a_leader_the_words_are_there_and_empty() -> None:
    assert set(shared(making.book(making.meeting(absent=("P001",))))["moedeleder"].values()) == {""}


def test_without_a_resident_the_words_are_there_and_empty() -> None:
    workbook = making.book(making.meeting(resident="", facilitator="P001"))
    plan = making.plan(workbook, making.kind(about_resident=False, participants=()))
    assert meeting_context(plan.meetings[0], plan.institution)["beboer"] == {
        "nr": "",
        "navn": "",
        "fornavn": "",
        "adresselinje": "",
        "maal": "",
    }
    assert meeting_context(plan.meetings[0], plan.institution)["indsatser"] == []


def test_nor_to_call_themself_as_the_sender() -> None:
    assert letter("P001")["kontakt"] == {
        "navn": "Botilbuddet Elmegården",
        "telefon": "70 00 00 00",
        "email": "post@elmegaarden.example",
    }


@pytest.mark.parametrize(
    ("changes", "ends"),
    [
        ({"organisation": "Gartneriet"}, ["medarbejder", "medarbejder, Gartneriet"]),
        ({"title": "pædagog"}, ["medarbejder", "pædagog"]),
        ({}, ["medarbejder (P009)", "medarbejder (P010)"]),
    ],
)
def test_namesakes_in_one_role_are_described_by_what_tells_them_apart(
    changes: dict[str, Any], ends: list[str]
) -> None:
    twins = (
        making.person("P009", Role.EMPLOYEE, 9, name="Bo Enhedsen"),
        making.person("P010", Role.EMPLOYEE, 10, name="Bo Enhedsen", **changes),
    )
    workbook = making.book(making.meeting(extra=("P009", "P010")), people=(*making.staff(), *twins))
    described = [person["beskrivelse"] for person in shared(workbook)["deltagere"]]
    assert described[1] == "Bo Enhedsen, kontaktperson fra enheden"
    assert described[4:] == [f"Bo Enhedsen, {end}" for end in ends]


def test_namesakes_of_one_rule_are_told_apart_by_their_titles() -> None:
    twins = (
        making.person("P009", Role.CONTACT_PERSON, 9, name="Bo Enhedsen", title="pædagog"),
        making.person("P010", Role.CONTACT_PERSON, 10, name="Bo Enhedsen", title="ergoterapeut"),
    )
    resident = making.resident(unit_contacts=("P009", "P010"))
    workbook = making.book(residents=(resident,), people=(*making.staff(), *twins))
    described = [person["beskrivelse"] for person in shared(workbook)["deltagere"]]
    assert described[1:3] == [
        "Bo Enhedsen, kontaktperson fra enheden, pædagog",
        "Bo Enhedsen, kontaktperson fra enheden, ergoterapeut",
    ]


def test_a_place_and_a_theme_stand_on_one_line() -> None:
    workbook = making.book(making.meeting(place="Mødelokale 1\n1. sal", theme="Flere timer\n\n og pauser"))
    meeting = shared(workbook)["moede"]
    assert (meeting["sted"], meeting["tema"]) == ("Mødelokale 1 1. sal", "Flere timer og pauser")


def test_a_forum_is_said_by_its_name() -> None:
    assert shared(making.book(making.meeting(forum=Forum.TRIO)))["moede"]["forum"] == "TRIO-møde"


def test_a_goal_stands_on_one_line() -> None:
    workbook = making.book(residents=(making.resident(goal="Et job\ni et gartneri"),))
    assert shared(workbook)["beboer"]["maal"] == "Et job i et gartneri"
    assert shared()["beboer"]["maal"] == ""


def test_efforts_are_numbered_and_said_in_danish() -> None:
    placement = Effort(
        resident="B001",
        effort="Praktik\ni gartneriet",
        kind=EffortKind.PLACEMENT,
        purpose="Prøve\nflere timer",
        start=dt.date(2026, 2, 3),
        end=dt.date(2026, 5, 1),
        hours=7.5,
    )
    bare = Effort(resident="B001", effort="Gældsrådgivning", start=dt.date(2026, 2, 4))
    workbook = making.book(efforts=(bare, placement))
    assert shared(workbook)["indsatser"] == []
    assert shared(workbook, Rule.PURPOSE)["indsatser"] == [
        {
            "nr": 1,
            "indsats": "Praktik i gartneriet",
            "art": "Virksomhedspraktik",
            "formaal": "Prøve flere timer",
            "start": f"3.{NBSP}februar 2026",
            "slut": f"1.{NBSP}maj 2026",
            "timer": "7,5",
        },
        {
            "nr": 2,
            "indsats": "Gældsrådgivning",
            "art": "",
            "formaal": "",
            "start": f"4.{NBSP}februar 2026",
            "slut": "",
            "timer": "",
        },
    ]


def test_one_who_only_receives_is_addressed_and_at_no_table() -> None:
    gp = making.person(
        "P009", Role.GP, 9, name="Jens Myte", organisation="Lægehuset", address="Vej 1", postcode="9999"
    )
    rule = DocumentRule("brev.laege.docx", "brev_laege", Audience.GP, "Til lægen")
    kind = making.kind(documents=(*making.kind().documents, rule))
    resident = making.resident(gp="P009", consents=("P009",))
    planned = making.planned(making.book(people=(*making.staff(), gp), residents=(resident,)), kind)
    (document,) = (one for one in planned.documents if one.rule == rule)
    common = meeting_context(planned, making.house())
    said = document_context(common, document.receiver, rule.title)
    assert said["modtager"]["navn"] == "Jens Myte"
    assert said["modtager"]["fornavn"] == "Jens"
    assert said["modtager"]["rolle"] == "læge"
    assert said["modtager"]["adresselinjer"] == ["Jens Myte", "Lægehuset", "Vej 1", "9999"]
    assert said["modtager"].keys() - {"adresselinjer"} == said["deltagere"][0].keys()
    assert [person["nr"] for person in said["andre"]] == ["B001", "P002", "P003", "P001"]
    assert said["andre"] == said["deltagere"]
    assert "Jens Myte" not in str(common)


def test_a_receiver_who_is_seated_says_the_same_as_at_the_table() -> None:
    said = letter("P003")
    at_the_table = next(person for person in said["deltagere"] if person["nr"] == "P003")
    assert {key: said["modtager"][key] for key in at_the_table} == at_the_table


def test_somebody_without_a_role_is_described_by_the_name_alone() -> None:
    plan = making.plan(making.book())
    stranger = Participant(making.person("P009", Role.GP, 9, name="Jens Myte"), "", "")
    common = meeting_context(plan.meetings[0], plan.institution)
    assert document_context(common, stranger, "")["modtager"]["beskrivelse"] == "Jens Myte"
