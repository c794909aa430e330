"""Our files in a real CalDAV server, Radicale, by way of a calendar program that imports them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar as Parsed
from icalendar import Event

from docgen.calendars import Status, cancel, feed, publish
from tests.calendars.itip import Calendar
from tests.calendars.radicale_server import Collection, Server, radicale
from tests.calendars.samples import BO, DEADLINE, ENTRY, TEN_OCLOCK, WITHOUT_EMAIL, later, moved, on

HOUR = dt.timedelta(hours=1)
MOVED = moved(ENTRY, days=7)
OFF = later(MOVED)
MESSAGES = [publish(ENTRY), publish(MOVED), cancel(OFF)]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with radicale(tmp_path_factory.mktemp("radicale")) as running:
        yield running


class Program:
    """A person's calendar program: it imports files and keeps what comes of them on the server."""

    def __init__(self, collection: Collection, *, in_order: bool = True) -> None:
        self.collection = collection
        self.calendar = Calendar(in_order=in_order)

    def imports(self, *files: bytes) -> None:
        for file in files:
            for uid in sorted(self.calendar.receive(file)):
                self.collection.put(uid, self.calendar.stored(uid))


def the_events(found: list[bytes]) -> list[Event]:
    return [event for data in found for event in Parsed.from_ical(data).events]


def uids(found: list[bytes]) -> list[str]:
    return sorted(str(event["UID"]) for event in the_events(found))


FILES = {
    "an invite": publish(ENTRY),
    "an invite to a meeting online": publish(replace(ENTRY, description="Online: https://moede.example/1")),
    "a cancellation": cancel(later(ENTRY)),
    "a cancellation to one": cancel(later(ENTRY), BO),
    "a cancellation to one without an e-mail address": cancel(later(ENTRY), WITHOUT_EMAIL),
    "a feed with one meeting": feed([ENTRY], [], "Kalender"),
    "a feed with a cancelled meeting": feed([replace(ENTRY, status=Status.CANCELLED)], [], "Kalender"),
}


@pytest.mark.parametrize("file", FILES.values(), ids=FILES)
def test_every_kind_of_file_is_accepted_and_comes_back_as_it_was(server: Server, file: bytes) -> None:
    program = Program(server.collection())
    program.imports(file)
    (sent,) = Parsed.from_ical(file).events
    (back,) = Parsed.from_ical(program.collection.get(ENTRY.uid)).events
    changed = {"STATUS"} if "ATTENDEE" in sent else set()
    assert {name for name in {*sent, *back} if sent.get(name) != back.get(name)} == changed
    assert [alarm["TRIGGER"] for alarm in back.walk("VALARM")] == [
        alarm["TRIGGER"] for alarm in sent.walk("VALARM")
    ]


def test_a_feed_is_accepted_whole_and_again_as_an_empty_one(server: Server) -> None:
    collection = server.collection()
    collection.replace(feed([ENTRY, on(dt.date(2026, 3, 3))], [DEADLINE], "Mødekalender"))
    assert uids(collection.events()) == ["2026-03-03@elmegaarden.example", DEADLINE.uid, ENTRY.uid]
    collection.replace(feed([], [], "Mødekalender"))
    assert collection.events() == []


def test_a_deadline_is_found_on_its_day_and_on_no_other(server: Server) -> None:
    program = Program(server.collection())
    program.imports(feed([], [DEADLINE], "Kalender"))
    noon = dt.datetime.combine(DEADLINE.day, dt.time(12), dt.UTC)
    day = dt.timedelta(days=1)
    assert uids(program.collection.between(noon, noon + HOUR)) == [DEADLINE.uid]
    assert program.collection.between(noon - day, noon - day + HOUR) == []
    assert program.collection.between(noon + day, noon + day + HOUR) == []


# Both summer-time nights of two years, and week 53: found in its hour, not in the one before or after.
@pytest.mark.parametrize("kind", ["invite", "cancellation", "feed"])
def test_every_meeting_is_found_in_its_hour_and_not_an_hour_off(server: Server, kind: str) -> None:
    program = Program(server.collection())
    entries = [on(day) for day in TEN_OCLOCK]
    match kind:
        case "invite":
            program.imports(*map(publish, entries))
        case "cancellation":
            program.imports(*map(cancel, entries))
        case _:
            program.imports(feed(entries, [], "Kalender"))
    for entry, instant in zip(entries, TEN_OCLOCK.values(), strict=True):
        (event,) = the_events(program.collection.between(instant, instant + HOUR))
        assert str(event["UID"]) == entry.uid
        assert event.decoded("DTSTART").replace(tzinfo=None) == entry.start.replace(tzinfo=None)
        assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (instant, instant + HOUR)
        assert program.collection.between(instant - HOUR, instant) == []
        assert program.collection.between(instant + HOUR, instant + 2 * HOUR) == []


def the_one_cancelled_event(collection: Collection) -> None:
    (event,) = the_events(collection.events())
    assert (str(event["UID"]), event["SEQUENCE"]) == (ENTRY.uid, 2)
    assert (str(event["STATUS"]), event.decoded("DTSTART")) == ("CANCELLED", MOVED.start)
    assert uids(collection.between(MOVED.start, MOVED.end)) == [ENTRY.uid]
    assert collection.between(ENTRY.start, ENTRY.end) == []


def test_sent_then_moved_then_cancelled_leaves_exactly_one_event_that_is_cancelled(server: Server) -> None:
    program = Program(server.collection())
    program.imports(*MESSAGES)
    the_one_cancelled_event(program.collection)


@settings(max_examples=15)
@given(st.permutations([*MESSAGES, *MESSAGES]))
def test_also_when_the_files_come_twice_and_in_any_order(server: Server, files: list[bytes]) -> None:
    program = Program(server.collection(), in_order=False)
    program.imports(*files)
    the_one_cancelled_event(program.collection)


def test_a_meeting_that_is_back_is_the_same_event_and_takes_place(server: Server) -> None:
    program = Program(server.collection())
    program.imports(*MESSAGES, publish(later(OFF)))
    (event,) = the_events(program.collection.events())
    assert (event["SEQUENCE"], str(event["STATUS"])) == (3, "CONFIRMED")


def test_a_feed_that_is_imported_after_the_invites_adds_nothing(server: Server) -> None:
    program = Program(server.collection())
    program.imports(*MESSAGES, feed([replace(OFF, status=Status.CANCELLED)], [], "Kalender"))
    the_one_cancelled_event(program.collection)
