"""One meeting as a calendar entry, and the file that people import."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from docgen.calendars.timezone import TZID, VTIMEZONE
from docgen.model import Institution
from docgen.planning import PlannedMeeting

if TYPE_CHECKING:
    from icalendar import Alarm

PRODID = "-//docgen//docgen//DA"
REMINDER = dt.timedelta(days=-1)
_HEAD = f"""\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:{PRODID}
CALSCALE:GREGORIAN
METHOD:PUBLISH
{VTIMEZONE}""".replace("\n", "\r\n").encode()


@dataclass(frozen=True, slots=True)
class Entry:
    """What a calendar shows of a meeting. Times are local Danish time, ``stamp`` carries its own zone."""

    uid: str
    sequence: int
    stamp: dt.datetime
    start: dt.datetime
    end: dt.datetime
    summary: str
    location: str
    description: str
    reminder: str
    organizer: str
    organizer_name: str


def meeting_entry(planned: PlannedMeeting, institution: Institution) -> Entry:
    """The entry of a planned meeting: nothing in it tells a stranger more than that there is one.

    The title is the type's (its ``[ord.kalender]`` may say another), with the resident's name only where
    the institution has turned names on. Theme, occasion and practical remarks stay out.
    """
    meeting, words = planned.meeting, planned.kind.words
    start = dt.datetime.combine(meeting.date, meeting.start, ZoneInfo(TZID))
    title = words.get("kalender.titel") or planned.kind.title
    if institution.names_in_calendar and planned.resident:
        title = f"{title}: {planned.resident.name}"
    return Entry(
        uid=planned.uid,
        sequence=planned.sequence,
        stamp=planned.stamp,
        start=start,
        end=start + dt.timedelta(minutes=planned.length),
        summary=title,
        location=meeting.place,
        description=f"{words.get('fakta.online', '')} {meeting.link}".strip() if meeting.link else "",
        reminder=words.get("kalender.paamindelse") or title,
        organizer=institution.email,
        organizer_name=institution.name,
    )


def publish(entry: Entry) -> bytes:
    """An ``.ics`` file to import: METHOD:PUBLISH with an organizer and no attendee (RFC 5546 §3.2.1).

    One event a file: Outlook takes the first and drops the rest. Lines end in CRLF and are folded at 75
    octets (RFC 5545 §3.1); text is escaped, so no value can add a property.
    """
    return _HEAD + _event(entry) + b"END:VCALENDAR\r\n"


def _event(entry: Entry) -> bytes:
    from icalendar import Event, vCalAddress  # 60 ms to import; only building needs it

    event = Event()
    event.add("UID", entry.uid)
    event.add("SEQUENCE", entry.sequence)
    event.add("DTSTAMP", entry.stamp.astimezone(dt.UTC))
    event.add("DTSTART", entry.start)
    event.add("DTEND", entry.end)
    event.add("SUMMARY", _one_line(entry.summary))
    event.add("LOCATION", _one_line(entry.location))
    if entry.description:
        event.add("DESCRIPTION", _one_line(entry.description))
    organizer = vCalAddress(f"mailto:{_one_line(entry.organizer)}")
    organizer.params["CN"] = _one_line(entry.organizer_name)
    event.add("ORGANIZER", organizer)
    event.add("STATUS", "CONFIRMED")
    event.add("TRANSP", "OPAQUE")
    event.add("CLASS", "PRIVATE")
    event.add_component(_alarm(entry))
    data: bytes = event.to_ical()
    return data


def _alarm(entry: Entry) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", _one_line(entry.reminder))
    alarm.add("TRIGGER", REMINDER)
    return alarm


def _one_line(text: str) -> str:
    """The text without line breaks and control characters, which mean nothing in a title or a place."""
    seen = (c for c in text if unicodedata.category(c) != "Cf")  # soft hyphens and the like
    return " ".join("".join(c if c.isprintable() else " " for c in seen).split())
