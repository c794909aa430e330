"""Calendar files: RFC 5545 objects in RFC 5546 manners, as the calendars people use take them."""

from docgen.calendars.invite import Entry, meeting_entry, publish

__all__ = ["Entry", "meeting_entry", "publish"]
