"""What the tags of a template can say of a planned meeting."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.documents.context import document_context, meeting_context
from docgen.documents.phases import phase_times
from docgen.meetingtypes.definition import Phase
from docgen.model import Role, Workbook
from tests import making

NBSP = "\N{NO-BREAK SPACE}"


def shared(workbook: Workbook | None = None, **wishes: Any) -> dict[str, Any]:
    """The vocabulary that all documents of the one meeting share."""
    plan = making.plan(workbook or making.book(), **wishes)
    return meeting_context(plan.meetings[0], plan.institution)


def letter(nr: str, workbook: Workbook | None = None) -> dict[str, Any]:
    """The vocabulary of this person's letter."""
    plan = making.plan(workbook or making.book())
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
    }


def test_the_occasion_is_in_no_letter() -> None:
    workbook = making.book(making.meeting(occasion="HEMMELIG", remark="HEMMELIG", exemption="HEMMELIG"))
    assert "HEMMELIG" not in str(shared(workbook))
    assert "HEMMELIG" not in str(letter("B001", workbook))


phases = st.lists(st.integers(1, 90), min_size=1, max_size=8)
starts = st.times(min_value=dt.time(7, 0), max_value=dt.time(15, 0)).map(
    lambda time: time.replace(second=0, microsecond=0)
)


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(".")
    return int(hours) * 60 + int(minutes)


@given(phases, starts, st.integers(5, 480))
def test_the_phases_fill_the_meeting_without_gaps(minutes: list[int], start: dt.time, length: int) -> None:
    kind = making.kind(phases=tuple(Phase(f"f{i}", "", part) for i, part in enumerate(minutes)))
    times = list(phase_times(kind, start, length).values())
    assert len(times) == len(minutes)
    begins = start.hour * 60 + start.minute
    assert [_minutes(time["start"]) for time in times] == [
        begins, *(_minutes(time["slut"]) for time in times[:-1])
    ]  # fmt: skip
    assert _minutes(times[-1]["slut"]) == begins + length
    assert sum(time["minutter"] for time in times) == length
    assert all(time["minutter"] >= (1 if length >= len(minutes) else 0) for time in times)
    assert all(_minutes(t["slut"]) - _minutes(t["start"]) == t["minutter"] for t in times)


@given(phases, st.integers(1, 40))
def test_the_phases_change_on_the_round_five_minutes_where_there_is_room(
    minutes: list[int], fives: int
) -> None:
    kind = making.kind(phases=tuple(Phase(f"f{i}", "", part) for i, part in enumerate(minutes)))
    length = 5 * max(fives, len(minutes))
    assert all(time["minutter"] % 5 == 0 for time in phase_times(kind, dt.time(9, 0), length).values())


@pytest.mark.parametrize(
    ("length", "shares"),
    [(60, [20, 25, 15]), (30, [10, 15, 5]), (90, [30, 40, 20]), (45, [15, 20, 10]), (2, [1, 1, 0])],
)
def test_other_lengths_are_divided_in_proportion(length: int, shares: list[int]) -> None:
    times = phase_times(making.kind(), dt.time(10, 0), length)
    assert [time["minutter"] for time in times.values()] == shares


def test_a_phase_says_its_times() -> None:
    assert phase_times(making.kind(), dt.time(10, 0), 60)["runde"] == {
        "start": "10.20",
        "slut": "10.45",
        "tid": f"kl.{NBSP}10.20–10.45",
        "minutter": 25,
    }


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
    letter = shared(making.book(making.meeting(date=date)))["brev"]
    assert letter == {"dato": f"19.{NBSP}januar 2026", "svarfrist": deadline, "svarfrist_overskredet": passed}


def test_an_unchanged_letter_keeps_its_date_and_so_its_deadline() -> None:
    workbook = making.book(making.meeting(date=dt.date(2026, 1, 26)))
    before = making.built(making.plan(workbook))
    assert shared(workbook, now=making.LATER, built=before)["brev"] == shared(workbook)["brev"]


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
    }


def test_nor_to_call_themself_as_the_sender() -> None:
    assert letter("P001")["kontakt"] == {
        "navn": "Botilbuddet Elmegården",
        "telefon": "70 00 00 00",
        "email": "post@elmegaarden.example",
    }


@pytest.mark.parametrize(
    ("changes", "ends"),
    [
        ({"organisation": "Gartneriet"}, ["", ", Gartneriet"]),
        ({"title": "pædagog"}, ["", ", pædagog"]),
        ({}, [" (P009)", " (P010)"]),
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
    assert described[4:] == [f"Bo Enhedsen, medarbejder{end}" for end in ends]


def test_a_place_and_a_theme_stand_on_one_line() -> None:
    workbook = making.book(making.meeting(place="Mødelokale 1\n1. sal", theme="Flere timer\n\n og pauser"))
    meeting = shared(workbook)["moede"]
    assert (meeting["sted"], meeting["tema"]) == ("Mødelokale 1 1. sal", "Flere timer og pauser")
