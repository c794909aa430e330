"""The calendar that other tests send files to: what it does with them, and what it objects to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar as Parsed

from docgen.calendars import Entry, Status, cancel, feed, publish
from tests.calendars.itip import Calendar
from tests.calendars.samples import BO, DEADLINE, ENTRY, later, moved, on

MOVED = moved(ENTRY, days=7)
OFF = later(MOVED)
BACK = later(OFF)
MESSAGES = [publish(ENTRY), publish(MOVED), cancel(OFF)]


def received(*messages: bytes, in_order: bool = True) -> Calendar:
    calendar = Calendar(in_order=in_order)
    for message in messages:
        calendar.receive(message)
    return calendar


def shown(calendar: Calendar) -> Sequence[tuple[object, ...]]:
    return [(e.uid, e.sequence, e.start, e.status) for e in calendar.events.values()]


def test_a_meeting_that_is_published_moved_and_called_off_is_one_event_that_is_off() -> None:
    assert shown(received(publish(ENTRY))) == [(ENTRY.uid, 0, ENTRY.start, "CONFIRMED")]
    assert shown(received(*MESSAGES[:2])) == [(ENTRY.uid, 1, MOVED.start, "CONFIRMED")]
    assert shown(received(*MESSAGES)) == [(ENTRY.uid, 2, MOVED.start, "CANCELLED")]
    assert shown(received(*MESSAGES, publish(BACK))) == [(ENTRY.uid, 3, MOVED.start, "CONFIRMED")]


@given(st.permutations([*MESSAGES, *MESSAGES]))
def test_late_and_doubled_messages_come_to_the_same(messages: list[bytes]) -> None:
    assert shown(received(*messages, in_order=False)) == shown(received(*MESSAGES))


def test_the_same_message_twice_changes_nothing() -> None:
    calendar = received(*MESSAGES)
    assert calendar.receive(MESSAGES[-1]) == frozenset()
    assert shown(calendar) == shown(received(*MESSAGES))


def test_equal_sequences_are_told_apart_by_their_stamps() -> None:
    elsewhere = replace(ENTRY, stamp=MOVED.stamp, location="Et andet sted")
    calendar = received(publish(ENTRY), publish(elsewhere))
    assert calendar.events[ENTRY.uid].location == "Et andet sted"


def test_who_is_taken_out_has_the_meeting_no_longer_until_it_is_back() -> None:
    calendar = received(publish(ENTRY), cancel(later(ENTRY), BO))
    assert calendar.events[ENTRY.uid].is_off
    calendar.receive(publish(later(later(ENTRY))))
    assert not calendar.events[ENTRY.uid].is_off


def test_a_feed_brings_all_its_events_and_those_that_changed() -> None:
    calendar = Calendar()
    march = on(dt.date(2026, 3, 3))
    assert calendar.receive(feed([ENTRY, march], [DEADLINE], "Kalender")) == {
        ENTRY.uid,
        march.uid,
        DEADLINE.uid,
    }
    assert calendar.receive(feed([MOVED, march], [DEADLINE], "Kalender")) == {ENTRY.uid}
    assert calendar.events[DEADLINE.uid].start == DEADLINE.day


def test_what_is_stored_is_the_event_alone_with_its_time_zone_and_no_method() -> None:
    calendar = received(feed([ENTRY, on(dt.date(2026, 3, 3))], [DEADLINE], "Kalender"))
    stored, day = (Parsed.from_ical(calendar.stored(one.uid)) for one in (ENTRY, DEADLINE))
    assert "METHOD" not in stored
    assert ([str(e["UID"]) for e in stored.events], len(stored.timezones)) == ([ENTRY.uid], 1)
    assert ([str(e["UID"]) for e in day.events], len(day.timezones)) == ([DEADLINE.uid], 0)


def without(data: bytes, name: bytes) -> bytes:
    """The message without the lines of a property."""
    return b"".join(line for line in data.splitlines(keepends=True) if not line.startswith(name))


def added(data: bytes, line: bytes) -> bytes:
    """The message with one more line in each event."""
    return data.replace(b"CLASS:PRIVATE\r\n", b"CLASS:PRIVATE\r\n" + line + b"\r\n")


INVITE = publish(ENTRY)
REQUEST = INVITE.replace(b"METHOD:PUBLISH", b"METHOD:REQUEST")
SHAPES: dict[str, tuple[bytes, str]] = {
    "no METHOD": (without(INVITE, b"METHOD"), "§1.4"),
    "a METHOD of its own": (INVITE.replace(b"METHOD:PUBLISH", b"METHOD:SEND"), "§1.4"),
    "no ORGANIZER": (without(INVITE, b"ORGANIZER"), "§3.2: ORGANIZER"),
    "no DTSTAMP": (without(INVITE, b"DTSTAMP"), "§3.2: DTSTAMP"),
    "no UID": (without(INVITE, b"UID"), "§3.2: UID"),
    "two SEQUENCEs": (added(INVITE, b"SEQUENCE:1"), "§3.2: SEQUENCE"),
    "no VTIMEZONE": (INVITE.replace(b"TZID:Europe/Copenhagen", b"TZID:Europe/London"), "VTIMEZONE"),
    "PUBLISH with ATTENDEE": (added(INVITE, b"ATTENDEE:mailto:a@b.example"), "§3.2.1"),
    "REQUEST without ATTENDEE": (REQUEST, "§3.2.2"),
    "PUBLISH without SUMMARY": (without(INVITE, b"SUMMARY"), "SUMMARY"),
    "an end before the start": (publish(replace(ENTRY, end=ENTRY.start)), "§3.8.2.2"),
    "CANCEL without SEQUENCE": (without(cancel(ENTRY), b"SEQUENCE"), "§3.2.5"),
    "CANCEL without STATUS": (without(cancel(ENTRY), b"STATUS"), "§3.2.5"),
    "CANCEL to one with STATUS": (added(cancel(ENTRY, BO), b"STATUS:CANCELLED"), "§3.2.5: no STATUS"),
    "CANCEL with VALARM": (INVITE.replace(b"METHOD:PUBLISH", b"METHOD:CANCEL"), "VALARM"),
    "two UIDs in an invite": (
        without(feed([ENTRY, on(dt.date(2026, 3, 3))], [], "K"), b"X-WR-CALNAME"),
        "not one UID",
    ),
    "two UIDs in a CANCEL": (
        feed([ENTRY, on(dt.date(2026, 3, 3))], [], "K").replace(b"METHOD:PUBLISH", b"METHOD:CANCEL"),
        "not one UID",
    ),
    "a UID twice in a feed": (feed([ENTRY, MOVED], [], "K"), "§3.8.4.7"),
}


@pytest.mark.parametrize(("data", "section"), SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("in_order", [True, False])
def test_it_objects_to_a_message_that_breaks_the_rules(data: bytes, section: str, in_order: bool) -> None:
    calendar = Calendar(in_order=in_order)
    with pytest.raises(AssertionError, match=section):
        calendar.receive(data)
    assert calendar.events == {}


def same_sequence(entry: Entry) -> Entry:
    return replace(entry, sequence=0)


ORDERS: dict[str, tuple[bytes, bytes, str]] = {
    "a CANCEL that is not raised": (INVITE, cancel(ENTRY), "§3.2.5"),
    "nor is one to one person": (INVITE, cancel(ENTRY, BO), "§3.2.5"),
    "moved without being raised": (INVITE, publish(same_sequence(MOVED)), "§2.1.4"),
    "made longer without being raised": (
        INVITE,
        publish(replace(ENTRY, end=MOVED.end, stamp=MOVED.stamp)),
        "§2.1.4",
    ),
    "called off in a feed without being raised": (
        INVITE,
        feed([replace(ENTRY, status=Status.CANCELLED)], [], "K"),
        "§2.1.4",
    ),
    "back without being raised": (cancel(ENTRY), publish(ENTRY), "§2.1.4"),
    "back after one was taken out without being raised": (cancel(ENTRY, BO), publish(ENTRY), "§2.1.4"),
    "a SEQUENCE that goes down": (publish(MOVED), publish(ENTRY), "§2.1.5"),
    "a CANCEL whose SEQUENCE goes down": (publish(MOVED), cancel(ENTRY), "§2.1.5"),
    "a stamp that goes back": (publish(replace(ENTRY, stamp=MOVED.stamp)), INVITE, "§2.1.5"),
}


@pytest.mark.parametrize(("first", "second", "section"), ORDERS.values(), ids=ORDERS)
def test_it_objects_to_a_message_that_does_not_follow(first: bytes, second: bytes, section: str) -> None:
    calendar = received(first)
    with pytest.raises(AssertionError, match=section):
        calendar.receive(second)
    assert shown(calendar) == shown(received(first))
    received(first, second, in_order=False)
