"""Calendar files that are mailed to one person: asked to come, and told that it is off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from icalendar import Calendar

from docgen.calendars import (
    Entry,
    Invitee,
    Read,
    call_off,
    cancel,
    meeting_entry,
    neutral_entry,
    publish,
    read,
    request,
)
from tests import making
from tests.calendars import itip, oracle
from tests.calendars.readers import by_ical_js, event, names, text, unfolded, value
from tests.calendars.samples import BO, ENTRY, WITHOUT_EMAIL, later, moved, nasty
from tests.calendars.test_writing import entries, invitees, shape, without_zone
from tests.golden_files import golden

Writer = Callable[[Entry, Invitee], bytes]
ONLINE = replace(ENTRY, description="Online: https://moede.example/1")
WORDS = {"kalender.neutral": "Møde", "kalender.neutral_paamindelse": "Du har et møde i morgen."}
MAILED: dict[str, Writer] = {"request": request, "call_off": call_off}
every_writer = pytest.mark.parametrize("write", MAILED.values(), ids=MAILED)


def test_a_request_is_as_it_was() -> None:
    golden("calendars/invitation_med_mail.ics.txt", text(request(ONLINE, BO)))


def test_the_receiver_is_the_only_one_asked_and_the_house_organizes() -> None:
    data = request(ONLINE, BO)
    assert "METHOD:REQUEST" in unfolded(data)
    parameters = "CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;ROLE=REQ-PARTICIPANT;RSVP=TRUE"
    assert value(data, "ATTENDEE") == f';CN="Bo Enhedsen";{parameters}:mailto:bo@elmegaarden.example'
    assert value(data, "ORGANIZER") == ';CN="Botilbuddet Elmegården":mailto:post@elmegaarden.example'
    assert value(data, "STATUS") == ":CONFIRMED"


def test_it_is_the_event_that_the_pack_holds_but_for_who_is_asked() -> None:
    asked = [line for line in unfolded(request(ONLINE, BO)) if not line.startswith("ATTENDEE")]
    assert [line.replace("METHOD:REQUEST", "METHOD:PUBLISH") for line in asked] == unfolded(publish(ONLINE))


def test_a_mailed_cancellation_of_the_whole_meeting_says_so_and_names_its_receiver() -> None:
    data = call_off(later(ONLINE), BO)
    assert "METHOD:CANCEL" in unfolded(data)
    assert value(data, "STATUS") == ":CANCELLED"
    assert value(data, "ATTENDEE") == ';CN="Bo Enhedsen":mailto:bo@elmegaarden.example'
    assert (value(data, "UID"), value(data, "SEQUENCE")) == (f":{ENTRY.uid}", ":1")
    assert (value(data, "TRANSP"), "BEGIN:VALARM" in unfolded(data)) == (":TRANSPARENT", False)
    assert "DESCRIPTION" not in names(data)


def test_it_is_the_cancellation_that_the_pack_holds_but_for_the_name() -> None:
    mailed = [line for line in event(call_off(later(), BO)) if not line.startswith("ATTENDEE")]
    assert mailed == event(cancel(later()))


@every_writer
def test_without_an_address_the_one_asked_is_a_uri_and_never_a_number(write: Writer) -> None:
    data = write(ENTRY, WITHOUT_EMAIL)
    assert value(data, "ATTENDEE").endswith(":urn:uuid:be9b1f8d-b52e-5217-94c5-73166bc7dd33")
    assert b"P002" not in data + write(ENTRY, BO)


def test_a_calendar_takes_the_first_request_each_change_and_nothing_twice() -> None:
    calendar = itip.Calendar()
    for entry in (ENTRY, moved(days=7), moved(moved(days=7), hours=2)):
        assert calendar.receive(request(entry, BO)) == {ENTRY.uid}
        assert calendar.receive(request(entry, BO)) == frozenset()
        assert calendar.events[ENTRY.uid].start == entry.start


def test_who_has_taken_in_the_packs_file_gets_no_second_event() -> None:
    calendar = itip.Calendar()
    calendar.receive(publish(ENTRY))
    assert calendar.receive(request(ENTRY, BO)) == frozenset()
    assert len(calendar.events) == 1


def test_nothing_in_a_neutral_request_tells_what_the_meeting_is() -> None:
    (planned,) = making.plan(making.book(), making.kind(title="Rehabiliteringsmøde")).meetings
    house = making.house(names_in_calendar=True)
    entry = neutral_entry(replace(meeting_entry(planned, house), reminder="Rehabilitering i morgen"), WORDS)
    data = request(entry, BO)
    assert (value(data, "SUMMARY"), "DESCRIPTION" in names(data)) == (":Møde", False)
    assert "DESCRIPTION:Du har et møde i morgen." in unfolded(data)
    assert "ehabilitering" not in text(data)
    same = ("UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "LOCATION")
    own = publish(meeting_entry(planned, house))
    assert [value(data, name) for name in same] == [value(own, name) for name in same]


@every_writer
def test_docgen_itself_reads_them_back(write: Writer) -> None:
    found = read(write(later(), BO))
    assert isinstance(found, Read)
    assert (found.uid, found.sequence, found.start) == (ENTRY.uid, 1, ENTRY.start)


def test_ical_js_finds_one_event_and_one_who_is_asked(tmp_path: Path) -> None:
    asked, off = by_ical_js(tmp_path, request(ENTRY, BO), call_off(later(), BO))
    assert (asked["method"], off["method"]) == ("REQUEST", "CANCEL")
    for file, status, alarms in ((asked, "CONFIRMED", ["-P1D"]), (off, "CANCELLED", [])):
        (seen,) = file["events"]
        assert (seen["uid"], seen["status"], seen["alarms"]) == (ENTRY.uid, status, alarms)
        assert seen["organizer"] == "mailto:post@elmegaarden.example"
        assert seen["attendees"] == ["mailto:bo@elmegaarden.example"]


@given(entries, invitees)
def test_both_are_what_icalendar_would_write(entry: Entry, invitee: Invitee | None) -> None:
    who = invitee or BO
    assert without_zone(request(entry, who)) == oracle.request(entry, who)
    assert without_zone(call_off(entry, who)) == oracle.call_off(entry, who)


@given(nasty, nasty)
@example('Huset "Elm\\', "\\")
@example("x", "\r\nATTENDEE:mailto:b@c.example")
def test_no_name_or_address_can_add_a_property_or_another_who_is_asked(name: str, email: str) -> None:
    who = replace(BO, name=f"N{name}", email=f"b{email}")
    for write in MAILED.values():
        data = write(ONLINE, who)
        assert shape(data) == shape(write(ONLINE, BO))
        (seen,) = Calendar.from_ical(data).events
        assert str(seen["ORGANIZER"]) == "mailto:post@elmegaarden.example"
        assert str(seen["ATTENDEE"]).startswith("mailto:b")
        assert max(len(line) for line in data.split(b"\r\n")) <= 75
