"""Calendar files: what people import or get by e-mail, what takes a meeting out again, and all of a person's
meetings.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from docgen.calendars.entry import DayEntry, Entry, Invitee, Status
from docgen.calendars.lines import address, day, folded, local, mailto, text, utc
from docgen.calendars.timezone import VTIMEZONE

PRODID = "-//docgen//docgen//DA"
REMINDER = "-P1D"
DAY_REMINDER = "-PT15H"  # from midnight when the day begins: the day before at 9.00, not in the night
REFRESH = "P1D"
# In the order in which icalendar writes them; those of a first question (RFC 5546 §3.2.2).
ASKED = ";CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;ROLE=REQ-PARTICIPANT;RSVP=TRUE"
_ZONE = VTIMEZONE.replace("\n", "\r\n").encode()


def publish(entry: Entry) -> bytes:
    """An ``.ics`` file to import: METHOD:PUBLISH with an organizer and no attendee (RFC 5546 §3.2.1).

    One event a file: Outlook takes the first and drops the rest. Lines end in CRLF and are folded at 75
    octets (RFC 5545 §3.1); text is escaped, so no value can add a property.
    """
    return _calendar("PUBLISH", _meeting(entry))


def request(entry: Entry, attendee: Invitee) -> bytes:
    """What goes with an e-mail that invites ``attendee``, or tells of a change: METHOD:REQUEST (RFC 5546
    §3.2.2).

    They are the only ATTENDEE, whoever else comes, and are asked to answer; the answer goes to the
    organizer. It is the same event as ``publish`` writes, under the same UID and SEQUENCE.
    """
    return _calendar("REQUEST", _meeting(entry, _attendee(entry.uid, attendee, ASKED)))


def call_off(entry: Entry, attendee: Invitee) -> bytes:
    """What goes with an e-mail to ``attendee`` that calls the whole meeting off: METHOD:CANCEL.

    As ``cancel`` has it, but who was invited by name is named here too: STATUS:CANCELLED and the only
    ATTENDEE (RFC 5546 §3.2.5).
    """
    return _calendar("CANCEL", _meeting(_off(entry), _attendee(entry.uid, attendee)))


def cancel(entry: Entry, invitee: Invitee | None = None) -> bytes:
    """An ``.ics`` file that calls the meeting off: METHOD:CANCEL (RFC 5546 §3.2.5).

    ``entry`` is the meeting as its receivers have it, but for ``sequence``, which is already raised, and
    ``stamp``. Without ``invitee`` the whole meeting is off: STATUS:CANCELLED, and nobody named, as nobody
    was when it was published. With one, that person alone is taken out: the only ATTENDEE, and no STATUS,
    as the meeting itself takes place. There is no alarm, and no description: nobody is to go there.
    """
    if invitee is None:
        return _calendar("CANCEL", _meeting(_off(entry)))
    return _calendar("CANCEL", _meeting(_off(entry), _attendee(entry.uid, invitee), has_status=False))


def feed(entries: Sequence[Entry], deadlines: Sequence[DayEntry], name: str) -> bytes:
    """All of a person's meetings and deadlines as one calendar, to import or to publish oneself.

    METHOD:PUBLISH; meetings in order of start and UID, then deadlines in order of day and UID. A cancelled
    meeting stays, says so, takes up no time and has no alarm: left out, it would stay in the calendars
    that had it. ``name`` is what the calendar is called (RFC 7986 §5.1, and X-WR-CALNAME for those before
    it). Who subscribes asks again once a day (§5.7). Without any meeting it is a valid, empty calendar:
    the time zone is the component that RFC 5545 §3.6 wants.
    """
    called = (
        text("NAME", name),
        text("X-WR-CALNAME", name),
        f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}",
        f"X-PUBLISHED-TTL:{REFRESH}",
    )
    meetings = (_meeting(entry) for entry in sorted(entries, key=attrgetter("start", "uid")))
    days = (_deadline(deadline) for deadline in sorted(deadlines, key=attrgetter("day", "uid")))
    return _calendar("PUBLISH", *meetings, *days, called=called)


def _calendar(method: str, *events: list[str], called: Sequence[str] = ()) -> bytes:
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN", f"METHOD:{method}")
    return folded((*head, *called)) + _ZONE + b"".join(map(folded, events)) + b"END:VCALENDAR\r\n"


def _off(entry: Entry) -> Entry:
    return replace(entry, status=Status.CANCELLED, description="")


def _meeting(entry: Entry, attendee: str = "", *, has_status: bool = True) -> list[str]:
    """The event, its properties in the order in which icalendar writes them."""
    on = entry.status is Status.CONFIRMED
    return [
        "BEGIN:VEVENT",
        text("SUMMARY", entry.summary),
        local("DTSTART", entry.start),
        local("DTEND", entry.end),
        *_identity(entry),
        *([attendee] if attendee else []),
        "CLASS:PRIVATE",
        *([text("DESCRIPTION", entry.description)] if entry.description else []),
        text("LOCATION", entry.location),
        address("ORGANIZER", mailto(entry.organizer), entry.organizer_name),
        *([f"STATUS:{entry.status}"] if has_status else []),
        "TRANSP:OPAQUE" if on else "TRANSP:TRANSPARENT",
        *(_alarm(entry.reminder, REMINDER) if on else []),
        "END:VEVENT",
    ]


def _deadline(deadline: DayEntry) -> list[str]:
    """A whole day, which DTEND is not part of any more (RFC 5545 §3.6.1).

    One that is called off says so and has no alarm.
    """
    on = deadline.status is Status.CONFIRMED
    return [
        "BEGIN:VEVENT",
        text("SUMMARY", deadline.summary),
        day("DTSTART", deadline.day),
        day("DTEND", deadline.day + dt.timedelta(days=1)),
        *_identity(deadline),
        "CLASS:PRIVATE",
        address("ORGANIZER", mailto(deadline.organizer), deadline.organizer_name),
        *([] if on else [f"STATUS:{deadline.status}"]),
        "TRANSP:TRANSPARENT",
        *(_alarm(deadline.summary, DAY_REMINDER) if on else []),
        "END:VEVENT",
    ]


def _identity(entry: Entry | DayEntry) -> tuple[str, ...]:
    """What calendars tell entries and their versions apart by (RFC 5546 §2.1.5)."""
    return utc("DTSTAMP", entry.stamp), text("UID", entry.uid), f"SEQUENCE:{entry.sequence}"


def _alarm(words: str, trigger: str) -> tuple[str, ...]:
    return "BEGIN:VALARM", "ACTION:DISPLAY", text("DESCRIPTION", words), f"TRIGGER:{trigger}", "END:VALARM"


def _attendee(uid: str, invitee: Invitee, more: str = "") -> str:
    """The one who is asked or taken out. Without an e-mail address a URI that is the same every time."""
    unknown = uuid.uuid5(uuid.NAMESPACE_URL, f"{uid}/{invitee.nr}").urn
    uri = mailto(invitee.email) if invitee.email.strip() else unknown
    return address("ATTENDEE", uri, invitee.name, more)
