"""The same calendar files as the icalendar library writes them, the plain way of its manual.

The time zone apart, which is written by hand: these files have none.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import quote

from icalendar import Alarm, Calendar, Event, Parameters, vCalAddress, vDuration, vText

from docgen.calendars import DayEntry, Entry, Invitee, Status


class _Quoted(Parameters):
    """Names always in quotes, where icalendar leaves them out if it can."""

    always_quoted = ("CN",)  # type: ignore[assignment]


def publish(entry: Entry) -> bytes:
    return _written("PUBLISH", [_meeting(entry)])


def cancel(entry: Entry, invitee: Invitee | None = None) -> bytes:
    event = _meeting(entry)
    event.subcomponents.clear()
    event.pop("DESCRIPTION", None)
    event.pop("STATUS")
    event["TRANSP"] = vText("TRANSPARENT")
    if invitee is None:
        event.add("STATUS", "CANCELLED")
    else:
        event.add("ATTENDEE", _attendee(entry, invitee))
    return _written("CANCEL", [event])


def request(entry: Entry, attendee: Invitee) -> bytes:
    event = _meeting(entry)
    address = _attendee(entry, attendee)
    asked = {"CUTYPE": "INDIVIDUAL", "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"}
    address.params = _Quoted({**address.params, **asked})
    event.add("ATTENDEE", address)
    return _written("REQUEST", [event])


def call_off(entry: Entry, attendee: Invitee) -> bytes:
    event = _meeting(replace(entry, status=Status.CANCELLED, description=""))
    event.add("ATTENDEE", _attendee(entry, attendee))
    return _written("CANCEL", [event])


def feed(entries: Sequence[Entry], deadlines: Sequence[DayEntry], name: str) -> bytes:
    meetings = [_meeting(entry) for entry in sorted(entries, key=lambda one: (one.start, one.uid))]
    days = [_deadline(one) for one in sorted(deadlines, key=lambda one: (one.day, one.uid))]
    calendar = {"NAME": vText(name), "X-WR-CALNAME": vText(name)}
    refresh = vDuration(dt.timedelta(days=1))
    refresh.params["VALUE"] = "DURATION"
    return _written(
        "PUBLISH",
        [*meetings, *days],
        {**calendar, "REFRESH-INTERVAL": refresh, "X-PUBLISHED-TTL": vDuration(dt.timedelta(days=1))},
    )


def _written(method: str, events: list[Event], more: dict[str, vText | vDuration] | None = None) -> bytes:
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//docgen//docgen//DA")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", method)
    for name, value in (more or {}).items():
        calendar[name] = value
    for event in events:
        calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data


def _meeting(entry: Entry) -> Event:
    event = _event(entry)
    event.add("DTSTART", entry.start)
    event.add("DTEND", entry.end)
    event.add("LOCATION", _line(entry.location))
    if entry.description:
        event.add("DESCRIPTION", _line(entry.description))
    event.add("STATUS", entry.status)
    if entry.status is Status.CONFIRMED:
        event.add("TRANSP", "OPAQUE")
        event.add_component(_alarm(entry.reminder, dt.timedelta(days=-1)))
    else:
        event.add("TRANSP", "TRANSPARENT")
    return event


def _deadline(deadline: DayEntry) -> Event:
    event = _event(deadline)
    for name, day in (("DTSTART", deadline.day), ("DTEND", deadline.day + dt.timedelta(days=1))):
        event.add(name, day)
    event.add("TRANSP", "TRANSPARENT")
    if deadline.status is Status.CONFIRMED:
        event.add_component(_alarm(deadline.summary, dt.timedelta(hours=-15)))
    else:
        event.add("STATUS", deadline.status.value)
    return event


def _event(entry: Entry | DayEntry) -> Event:
    event = Event()
    event.add("UID", entry.uid)
    event.add("SEQUENCE", entry.sequence)
    event.add("DTSTAMP", entry.stamp.astimezone(dt.UTC))
    event.add("SUMMARY", _line(entry.summary))
    event.add("ORGANIZER", _address(_mailto(entry.organizer), entry.organizer_name))
    event.add("CLASS", "PRIVATE")
    return event


def _alarm(words: str, trigger: dt.timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", _line(words))
    alarm.add("TRIGGER", trigger)
    return alarm


def _address(uri: str, name: str) -> vCalAddress:
    address = vCalAddress(uri)
    if known_as := _line(name).replace("\\", "/").replace('"', "'"):
        address.params = _Quoted({"CN": known_as})
    return address


def _attendee(entry: Entry, invitee: Invitee) -> vCalAddress:
    urn = uuid.uuid5(uuid.NAMESPACE_URL, f"{entry.uid}/{invitee.nr}").urn
    return _address(_mailto(invitee.email) if invitee.email else urn, invitee.name)


def _mailto(email: str) -> str:
    return "mailto:" + quote(email, safe="@!$'*+,:")


def _line(text: str) -> str:
    return " ".join(text.split())
