"""Content lines: one property a line, escaped and folded (RFC 5545 §3.1), with times as iCalendar has them.

They are put together by hand, as a house has tens of thousands of them; the tests hold them to what the
icalendar library writes.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote

from docgen.calendars.timezone import COPENHAGEN, TZID

# Our own, as icalendar writes the text "C:\Noter" with a line break where "\N" stood.
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,"})
_UNFOLDED = 74  # octets; the library folds a line of 75, though that is still allowed
_IN_ADDRESSES = "@!$'*+,:"  # what may stand in a mailto URI as it is, RFC 6068 §2


def text(name: str, value: str) -> str:
    """The line of a property that is text (RFC 5545 §3.3.11): on one line, whatever was typed."""
    return f"{name}:{one_line(value).translate(_ESCAPES)}"


def local(name: str, moment: dt.datetime) -> str:
    """The line of a local Danish time: the clock on the wall, in the zone of ``timezone.VTIMEZONE``."""
    return f"{name};TZID={TZID}:{_basic(moment.astimezone(COPENHAGEN))}"


def utc(name: str, moment: dt.datetime) -> str:
    """The line of a point in time, which DTSTAMP must be (RFC 5545 §3.8.7.2)."""
    return f"{name}:{_basic(moment.astimezone(dt.UTC))}Z"


def day(name: str, date: dt.date) -> str:
    """The line of a date without a time."""
    return f"{name};VALUE=DATE:{date.isoformat().replace('-', '')}"


@lru_cache(maxsize=256)  # the organizer is the same in all of a house's entries
def address(name: str, uri: str, who: str, more: str = "") -> str:
    """The line of a calendar address (RFC 5545 §3.3.3), with the name of ``who`` it is unless that is blank.

    ``more`` are parameters as they are to stand there (``;RSVP=TRUE``).

    A parameter knows no escaping but that of RFC 6868, which few readers know: a double quote, which may
    not stand in one, is an apostrophe, and a backslash, which some readers take to hide the closing quote,
    a slash.
    """
    known_as = one_line(who).replace("\\", "/").replace('"', "'").replace("^", "^^")
    return f'{name};CN="{known_as}"{more}:{uri}' if known_as else f"{name}{more}:{uri}"


def mailto(email: str) -> str:
    """The URI of an e-mail address; whatever may not stand in a URI is percent-encoded (RFC 6068 §2)."""
    return f"mailto:{quote(one_line(email), safe=_IN_ADDRESSES)}"


def one_line(value: str) -> str:
    """The text without line breaks and control characters, which mean nothing in a title or a place."""
    if not value.isprintable():
        seen = (c for c in value if unicodedata.category(c) != "Cf")  # soft hyphens and the like
        value = "".join(c if c.isprintable() else " " for c in seen)
    return " ".join(value.split())


def folded(lines: Iterable[str]) -> bytes:
    """The lines as bytes, each ending in CRLF and folded at 75 octets."""
    return b"".join(map(_folded, lines))


def _folded(line: str) -> bytes:
    data = line.encode()
    if len(data) <= _UNFOLDED:
        return data + b"\r\n"
    from icalendar.parser import Contentline  # 60 ms to import; most lines are short

    long: bytes = Contentline(line).to_ical()  # type: ignore[no-untyped-call]
    return long + b"\r\n"


def _basic(moment: dt.datetime) -> str:
    """``20260203T100000``; written so, as strftime leaves out the zeros of a year before 1000."""
    return moment.replace(tzinfo=None, microsecond=0).isoformat().replace("-", "").replace(":", "")
