"""A person's calendar that takes calendar files as RFC 5546 has it, and objects to those that break it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import icalendar

METHODS = ("PUBLISH", "REQUEST", "CANCEL")
CONFIRMED, CANCELLED = "CONFIRMED", "CANCELLED"


@dataclass(frozen=True, slots=True)
class Kept:
    """An event as it stands in the calendar; ``start`` and ``end`` are days for an entry of whole days.

    ``status`` is CONFIRMED, CANCELLED, or blank where the message did not say.
    """

    uid: str
    sequence: int
    stamp: dt.datetime
    start: dt.datetime | dt.date
    end: dt.datetime | dt.date
    status: str
    summary: str
    location: str
    component: icalendar.Event

    @property
    def version(self) -> tuple[int, dt.datetime]:
        """What tells versions apart: the higher SEQUENCE, then the later DTSTAMP (RFC 5546 §2.1.5)."""
        return self.sequence, self.stamp

    @property
    def is_off(self) -> bool:
        """Whether the meeting is called off, or this person taken out of it."""
        return self.status == CANCELLED

    def is_like(self, other: Kept) -> bool:
        """Whether both are at the same time, and both on or both off."""
        return (self.start, self.end, self.status) == (other.start, other.end, other.status)


class Calendar:
    """What has been received, applied as RFC 5546 §2.1.5 says; ``events`` holds it by UID.

    ``receive`` raises ``AssertionError`` with the section of the RFC for a message that breaks it. With
    ``in_order``, messages come in the order in which they were sent, and one that does not follow from the
    last is objected to as well; without, they may come late, and an old one changes nothing. A message that
    comes twice changes nothing either way.
    """

    def __init__(self, *, in_order: bool = True) -> None:
        self.in_order = in_order
        self.events: dict[str, Kept] = {}
        self._zones: dict[str, icalendar.Timezone] = {}

    def receive(self, data: bytes) -> frozenset[str]:
        """Takes in a file; the UIDs whose events have changed."""
        message = icalendar.Calendar.from_ical(data)
        method = str(message.get("METHOD", ""))
        events = message.events
        _check_message(message, method, events)
        self._zones |= {str(zone["TZID"]): zone for zone in message.timezones}
        taken = [(method, _kept(method, event)) for event in events]
        return frozenset(new.uid for method, new in taken if self._take(method, new))

    def stored(self, uid: str) -> bytes:
        """The event as a calendar program stores it with CalDAV: alone, without METHOD (RFC 4791 §4.1)."""
        resource = icalendar.Calendar()
        resource.add("VERSION", "2.0")
        resource.add("PRODID", "-//calendar program//EN")
        event = self.events[uid].component
        for zone in _zones_of(event):
            resource.add_component(self._zones[zone])
        resource.add_component(event)
        data: bytes = resource.to_ical()
        return data

    def _take(self, method: str, new: Kept) -> bool:
        old = self.events.get(new.uid)
        if old is not None:
            if self.in_order and not (new.version == old.version and new.is_like(old)):
                _check_follows(method, old, new)
            if new.version <= old.version:
                return False
        self.events[new.uid] = new
        return True


def _check_message(message: icalendar.Calendar, method: str, events: list[icalendar.Event]) -> None:
    """Objects to what no message may be, whatever came before it."""
    assert method in METHODS, f"RFC 5546 §1.4: METHOD is {method!r}"
    uids = [str(event.get("UID", "")) for event in events]
    if method == "PUBLISH" and "X-WR-CALNAME" in message:
        assert len(uids) == len(set(uids)), f"RFC 5545 §3.8.4.7: a UID twice in a feed: {uids}"
    else:
        assert len(set(uids)) == 1, f"RFC 5546 §3.2.2, §3.2.5: not one UID but {uids}"
    zones = {str(zone["TZID"]) for zone in message.timezones}
    for event in events:
        assert _zones_of(event) <= zones, f"RFC 5546 §3.2: no VTIMEZONE for {_zones_of(event) - zones}"
        for name in ("UID", "DTSTAMP", "ORGANIZER"):
            assert _count(event, name) == 1, f"RFC 5546 §3.2: {name} stands {_count(event, name)} times"
        for name in ("SEQUENCE", "STATUS", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "CLASS", "TRANSP"):
            assert _count(event, name) <= 1, f"RFC 5546 §3.2: {name} stands {_count(event, name)} times"
        (_check_cancel if method == "CANCEL" else _check_event)(method, event)


def _check_event(method: str, event: icalendar.Event) -> None:
    attendees = _count(event, "ATTENDEE")
    if method == "PUBLISH":
        assert attendees == 0, "RFC 5546 §3.2.1: a PUBLISH has no ATTENDEE"
    else:
        assert attendees > 0, "RFC 5546 §3.2.2: a REQUEST has an ATTENDEE"
    for name in ("DTSTART", "SUMMARY"):
        assert _count(event, name) == 1, f"RFC 5546 §3.2.1, §3.2.2: {name} is missing"
    assert event.get("STATUS", CONFIRMED) in (CONFIRMED, CANCELLED, "TENTATIVE"), "RFC 5546 §3.2.1: STATUS"
    if "DTEND" in event:
        assert event.decoded("DTEND") > event.decoded("DTSTART"), "RFC 5545 §3.8.2.2: DTEND before DTSTART"


def _check_cancel(_method: str, event: icalendar.Event) -> None:
    assert "SEQUENCE" in event, "RFC 5546 §3.2.5: a CANCEL has a SEQUENCE"
    assert not event.walk("VALARM"), "RFC 5546 §3.2.5: a CANCEL has no VALARM"
    if _count(event, "ATTENDEE"):
        assert "STATUS" not in event, "RFC 5546 §3.2.5: no STATUS where attendees are taken out"
    else:
        assert event.get("STATUS") == CANCELLED, "RFC 5546 §3.2.5: STATUS:CANCELLED cancels the whole event"


def _check_follows(method: str, old: Kept, new: Kept) -> None:
    """Objects to a message that cannot be the next one: clients would drop it, or bring back the past."""
    sequences = f"{new.uid} has SEQUENCE {new.sequence} after {old.sequence}"
    assert new.sequence >= old.sequence, f"RFC 5546 §2.1.5: {sequences}"
    if method == "CANCEL":
        assert new.sequence > old.sequence, f"RFC 5546 §3.2.5: a CANCEL of {sequences}"
    if not new.is_like(old):
        changed = f"{old.start}/{old.end}/{old.status} became {new.start}/{new.end}/{new.status}"
        assert new.sequence > old.sequence, f"RFC 5546 §2.1.4: {changed}, but {sequences}"
    if new.sequence == old.sequence:
        assert new.stamp >= old.stamp, f"RFC 5546 §2.1.5: DTSTAMP {new.stamp} after {old.stamp}"


def _kept(method: str, event: icalendar.Event) -> Kept:
    if method == "CANCEL":  # also for the one who is taken out: it is no longer this person's
        event["STATUS"] = icalendar.vText(CANCELLED)
    return Kept(
        uid=str(event["UID"]),
        sequence=int(event.get("SEQUENCE", 0)),
        stamp=event.decoded("DTSTAMP"),
        start=event.decoded("DTSTART"),
        end=event.decoded("DTEND"),
        status=str(event.get("STATUS", "")),
        summary=str(event.get("SUMMARY", "")),
        location=str(event.get("LOCATION", "")),
        component=event,
    )


def _count(event: icalendar.Event, name: str) -> int:
    found = event.get(name, [])
    return len(found) if isinstance(found, list) else 1


def _zones_of(event: icalendar.Event) -> set[str]:
    edges = [event[name] for name in ("DTSTART", "DTEND") if name in event]
    return {edge.params["TZID"] for edge in edges if "TZID" in edge.params}
