"""What stands in a calendar: meetings and deadlines, and who is invited to a meeting or taken out of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Whether a meeting takes place, in iCalendar's own words (RFC 5545 §3.8.1.11)."""

    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a calendar shows of a meeting. Times are local Danish time, ``stamp`` carries its own zone.

    ``sequence`` counts the changes that have been sent (RFC 5546 §2.1.4), ``stamp`` is when the content
    last changed. A blank ``description`` is left out.
    """

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
    status: Status = Status.CONFIRMED


@dataclass(frozen=True, slots=True)
class DayEntry:
    """An entry that takes up a day and nobody's time: a deadline, in the calendar of who sees to it."""

    uid: str
    sequence: int
    stamp: dt.datetime
    day: dt.date
    summary: str
    organizer: str
    organizer_name: str
    status: Status = Status.CONFIRMED


@dataclass(frozen=True, slots=True)
class Invitee:
    """Who is invited to a meeting, or taken out of it. ``email`` may be blank, as many have none; ``nr`` is
    never shown.
    """

    email: str
    name: str
    nr: str
