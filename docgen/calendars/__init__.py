"""Calendar files: RFC 5545 objects in RFC 5546 manners, as the calendars people use take them."""

from docgen.calendars.entry import DayEntry, Entry, Invitee, Status
from docgen.calendars.invite import cancelled_entry, meeting_entry, neutral_entry
from docgen.calendars.reading import Read, read
from docgen.calendars.writing import call_off, cancel, feed, publish, request

__all__ = [
    "DayEntry",
    "Entry",
    "Invitee",
    "Read",
    "Status",
    "call_off",
    "cancel",
    "cancelled_entry",
    "feed",
    "meeting_entry",
    "neutral_entry",
    "publish",
    "read",
    "request",
]
