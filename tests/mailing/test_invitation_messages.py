"""E-mails about meetings as messages: their calendar, their identity, and whatever people type."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.calendars import meeting_entry, publish
from docgen.mailing.draft import as_eml
from docgen.mailing.invitations import cancellation, invitation
from docgen.model import Person, Role
from docgen.planning import Participant
from tests import making
from tests.calendars.readers import by_ical_js, unfolded, value
from tests.mailing.inviting import called_off, invited, moved, names, off, planned, seat, talk, world
from tests.mailing.readers import by_postal_mime, by_python

anything = st.text(
    st.one_of(st.sampled_from("\r\n\t\0 <>\"',;:@()[]=?\\æøå\u2028\x85\u202e"), st.characters())
)


def test_the_calendar_is_the_packs_own_meeting_with_the_receiver_alone_asked() -> None:
    meeting = planned()
    own = publish(meeting_entry(meeting, making.house()))
    for nr in ("P001", "P002", "B001", "P004"):
        calendar = invited(nr, meeting).calendar
        assert "METHOD:REQUEST" in unfolded(calendar)
        for name in ("UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "LOCATION", "ORGANIZER"):
            assert value(calendar, name) == value(own, name)
        asked = [line for line in unfolded(calendar) if line.startswith("ATTENDEE")]
        assert [line.rpartition("mailto:")[2] for line in asked] == [seat(meeting, nr).who.email]


def test_who_writes_is_who_organizes_also_at_a_domain_with_other_letters() -> None:
    draft = invited("P002", email="post@blåbær.example")
    assert draft.sender.address == "post@xn--blbr-roah.example"
    assert value(draft.calendar, "ORGANIZER").endswith(f":mailto:{draft.sender.address}")
    assert "post@xn--blbr-roah.example" in str(by_python(as_eml(draft))["From"])


@pytest.mark.parametrize(
    "address", ["", "bo", "søren@elmegaarden.example", "a@b.example\r\nBcc: c@d.example"]
)
def test_without_an_address_that_mail_can_go_to_there_is_no_draft(address: str) -> None:
    meeting, one = planned(), called_off()
    bo = replace(seat(meeting, "P002"), who=making.person("P002", Role.CONTACT_PERSON, 3, email=address))
    assert invitation(meeting, bo, making.house(), ()) is None
    assert cancellation(one, bo, making.house(), ()) is None
    house = making.house(email=address)
    assert invitation(meeting, seat(meeting, "P002"), house, ()) is None
    assert cancellation(one, one.receivers[0], house, ()) is None


def test_a_gp_is_never_invited() -> None:
    doctor = Participant(making.person("P009", Role.GP, 9), "læge", "", by_consent=True)
    assert invitation(planned(), doctor, making.house(secure_email=True), ()) is None


def test_the_same_plan_gives_the_same_bytes_in_whatever_zone_its_stamp_is_remembered() -> None:
    meeting, house = planned(), making.house()
    remembered = replace(meeting, stamp=meeting.stamp.astimezone(dt.UTC))
    assert as_eml(invited("P002", meeting)) == as_eml(invited("P002", remembered))
    assert invited("P002", meeting).date == making.NOW
    one = called_off()
    again = cancellation(replace(one, stamp=one.stamp.astimezone(dt.UTC)), one.receivers[0], house, ())
    first = cancellation(one, one.receivers[0], house, ())
    assert first is not None
    assert again is not None
    assert as_eml(first) == as_eml(again)


def test_each_receiver_version_and_occasion_is_a_message_of_its_own() -> None:
    drafts = [
        *(invited(nr) for nr in ("P001", "P002", "B001")),
        *(invited("P001", moved(**change)) for change in ({"place": "Kontoret"}, {"theme": "Andet"})),
        off("P001"),
    ]
    ids = [by_python(as_eml(draft))["Message-ID"] for draft in drafts]
    assert len(set(ids)) == len(ids)
    assert ids == [by_python(as_eml(draft))["Message-ID"] for draft in drafts]


def test_other_readers_find_the_words_the_files_and_one_who_is_asked(tmp_path: Path) -> None:
    drafts = [invited("P001"), invited("P004"), off("P002")]
    seen = by_postal_mime(tmp_path, *map(as_eml, drafts))
    calendars = []
    for mail, draft in zip(seen, drafts, strict=True):
        assert mail["subject"] == " ".join(draft.subject.split())
        assert mail["text"].strip().split("\n\n") == list(draft.paragraphs)
        kinds = [kind for _, kind, _ in mail["attachments"]]
        assert kinds[0] == "text/calendar"
        assert kinds[-1] == "application/ics"
        assert [name for name, _, _ in mail["attachments"][1:-1]] == names(draft)
        calendars.append(draft.calendar)
    asked = [(one["method"], one["events"][0]["attendees"]) for one in by_ical_js(tmp_path, *calendars)]
    assert asked == [
        ("REQUEST", ["mailto:lene@elmegaarden.example"]),
        ("REQUEST", ["mailto:karl@slaegtsen.example"]),
        ("CANCEL", ["mailto:bo@elmegaarden.example"]),
    ]


ONLINE = planned(world(talk(link="x")))


@given(name=anything, place=anything, house=anything, link=anything, nr=st.sampled_from(("P001", "P004")))
def test_nothing_that_people_type_adds_a_header_a_part_or_a_property(
    name: str, place: str, house: str, link: str, nr: str
) -> None:
    who, one = seat(ONLINE, nr), called_off()
    assert isinstance(who.who, Person)
    typed = replace(who, who=replace(who.who, name=f"N{name}"))
    row = replace(ONLINE.meeting, place=f"S{place}", link=f"x{link}")
    told = replace(one.told, place=f"S{place}")
    strange, plain = making.house(name=f"H{house}"), making.house()
    for made, sound in (
        (invitation(replace(ONLINE, meeting=row), typed, strange, ()), invitation(ONLINE, who, plain, ())),
        (cancellation(replace(one, told=told), typed, strange, ()), cancellation(one, who, plain, ())),
    ):
        assert made is not None
        assert sound is not None
        message, without = by_python(as_eml(made)), by_python(as_eml(sound))
        assert message.keys() == without.keys()
        parts, known = list(message.walk()), list(without.walk())
        assert [part.get_content_type() for part in parts] == [part.get_content_type() for part in known]
        assert [one.addr_spec for one in message["To"].addresses] == [who.who.email]
        assert _shape(made.calendar) == _shape(sound.calendar)


def _shape(calendar: bytes) -> list[str]:
    return [line.partition(":")[0].partition(";")[0] for line in unfolded(calendar)]
