"""What the tags of a letter can say that calls a meeting off."""

from __future__ import annotations

import datetime as dt
from typing import Any

from docgen.documents.cancelcontext import cancellation_context
from docgen.meetingtypes.definition import Audience, DocumentRule, MeetingType, Scope
from docgen.model import MeetingStatus
from docgen.planning import Cancellation
from tests import making

NBSP = "\N{NO-BREAK SPACE}"
RULE = DocumentRule(
    "aflysning.docx", "aflysning", Audience.EVERYBODY, "Mødet er aflyst", scope=Scope.CANCELLATION
)
LATER_ON = dt.datetime(2026, 1, 27, 9, 0, tzinfo=making.COPENHAGEN)


def kind() -> MeetingType:
    """The type with a letter that calls its meetings off."""
    made = making.kind()
    words = {**made.words, "aflysning.kun_dig_titel": "Du skal ikke med til mødet"}
    return making.kind(documents=(*made.documents, RULE), words=words)


def called_off(**changes: Any) -> Cancellation:
    """M001 with these changes, whose letters went out on 19 January; without any it is called off."""
    invited = making.resident(consents=("P004",))
    guests: dict[str, Any] = {"extra": ("P004",), "place": "Stuen\n1. sal"}
    before = making.plan(making.book(making.meeting(**guests), residents=(invited,)), kind())
    now = making.meeting(**{**guests, **(changes or {"status": MeetingStatus.CANCELLED})})
    workbook = making.book(now, residents=(invited,))
    plan = making.plan(workbook, kind(), sent=making.sent(before), now=LATER_ON)
    return plan.cancellations[0]


def said(one: Cancellation, receiver: str) -> dict[str, Any]:
    """The vocabulary of this person's letter."""
    (whom,) = (who for who in one.receivers if who.nr == receiver)
    return cancellation_context(one, whom, making.house(), RULE.title)


def test_it_says_when_and_where_people_believe_the_meeting_to_be() -> None:
    assert said(called_off(), "B001")["moede"] == {
        "nr": "M001",
        "titel": "Samtale",
        "hvornaar": f"tirsdag den 3.{NBSP}februar 2026 kl.{NBSP}10.00–11.00",
        "dato": f"tirsdag den 3.{NBSP}februar 2026",
        "tid": f"kl.{NBSP}10.00–11.00",
        "sted": "Stuen 1. sal",
    }


def test_it_is_dated_by_the_day_it_was_made_out_and_names_the_letter_that_no_longer_counts() -> None:
    letter = said(called_off(), "B001")
    assert letter["brev"] == {"dato": f"27.{NBSP}januar 2026"}
    assert letter["aflysning"] == {"kun_dig": False, "brev_af": f"19.{NBSP}januar 2026"}
    assert letter["dokument"] == {"titel": "Mødet er aflyst"}


def test_one_who_is_taken_out_is_told_so_under_a_heading_of_its_own() -> None:
    letter = said(called_off(absent=("P002",)), "P002")
    assert letter["aflysning"]["kun_dig"] is True
    assert letter["dokument"] == {"titel": "Du skal ikke med til mødet"}


def test_it_names_nobody_but_its_receiver_the_sender_and_the_house() -> None:
    letter = said(called_off(absent=("P004",)), "P004")
    assert letter["modtager"]["navn"] == "Karl Slægtsen"
    names = ["Asta", "Bo Enhedsen", "Mona Værksted", "B001", "P001", "P002", "P003", "gartneriet"]
    assert [name for name in names if name in str(letter)] == []


def test_whom_to_ask_is_the_sender_and_never_the_receiver() -> None:
    assert said(called_off(), "B001")["kontakt"]["navn"] == "Lene Ledersen"
    assert said(called_off(), "P001")["kontakt"]["navn"] == "Botilbuddet Elmegården"


def test_the_address_is_the_receivers() -> None:
    assert said(called_off(), "B001")["modtager"]["adresselinjer"] == [
        "Asta Eksempel",
        "Elmegården 1, lejlighed 4",
        "9999 Prøveby",
    ]
