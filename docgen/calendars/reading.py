"""Our own calendar files read back: what a pack can tell whose ledger is lost."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from docgen.calendars.entry import Status
from docgen.calendars.timezone import COPENHAGEN, TZID

_FOLD = re.compile("\r?\n[ \t]")
_LINE_END = re.compile("\r?\n")
_ESCAPED = re.compile(r"\\(.)")
_LOCAL = f";TZID={TZID}"
_TIME = "%Y%m%dT%H%M%S"
_EVENT = ["VCALENDAR", "VEVENT"]


@dataclass(frozen=True, slots=True)
class Read:
    """What a calendar file says of its meeting.

    ``stamp`` is in UTC, ``start`` Danish time, ``minutes`` the length by the clock on the wall. ``status``
    is None in a file that takes one person out: it says nothing of the meeting.
    """

    uid: str
    sequence: int
    stamp: dt.datetime
    start: dt.datetime
    minutes: int
    location: str
    summary: str
    method: str
    status: Status | None


def read(data: bytes) -> Read | None:
    """The meeting in a file that ``publish`` or ``cancel`` wrote; it never raises.

    None for everything else: a file cut short, a feed, another's file, one that a program has saved in
    another shape, and no calendar at all. Line ends may have become LF on the way.
    """
    try:
        return _read(_properties(data.decode("utf-8-sig")))
    except (ValueError, LookupError):
        return None


def _read(said: dict[str, str]) -> Read:
    start, end = _local(said["DTSTART" + _LOCAL]), _local(said["DTEND" + _LOCAL])
    sequence, minutes = int(said["SEQUENCE"]), (end - start) // dt.timedelta(minutes=1)
    if sequence < 0 or minutes <= 0 or not said["UID"]:
        raise ValueError(said)
    return Read(
        uid=_plain(said["UID"]),
        sequence=sequence,
        stamp=dt.datetime.strptime(said["DTSTAMP"], f"{_TIME}Z").replace(tzinfo=dt.UTC),
        start=start,
        minutes=minutes,
        location=_plain(said["LOCATION"]),
        summary=_plain(said["SUMMARY"]),
        method=said["METHOD"],
        status=Status(said["STATUS"]) if "STATUS" in said else None,
    )


def _local(value: str) -> dt.datetime:
    return dt.datetime.strptime(value, _TIME).replace(tzinfo=COPENHAGEN)


def _properties(text: str) -> dict[str, str]:
    """The properties of the calendar and of its only event, each under its name with parameters.

    Raises ``ValueError`` for a second event, as every name stands once, and where components are not
    closed in turn; ``IndexError`` where one is closed that was never opened.
    """
    inside: list[str] = []
    said: dict[str, str] = {}
    for line in _LINE_END.split(_FOLD.sub("", text)):
        name, _, value = line.partition(":")
        if name == "BEGIN":
            inside.append(value)
        elif name == "END":
            if inside.pop() != value:
                raise ValueError(line)
        elif inside in (_EVENT[:1], _EVENT):
            if name in said:
                raise ValueError(line)
            said[name] = value
    if inside:
        raise ValueError(inside)
    return said


def _plain(value: str) -> str:
    return _ESCAPED.sub(r"\1", value)
