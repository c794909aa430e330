"""Entries that the tests of this room share, and text that is out to break them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from docgen.calendars import DayEntry, Entry, Invitee
from tests import making

ENTRY = Entry(
    uid="M001.abc123def456@elmegaarden.example",
    sequence=0,
    stamp=making.NOW,
    start=dt.datetime(2026, 2, 3, 10, 0, tzinfo=making.COPENHAGEN),
    end=dt.datetime(2026, 2, 3, 11, 0, tzinfo=making.COPENHAGEN),
    summary="Samtale",
    location="Mødelokale 1",
    description="",
    reminder="Du har et møde i morgen.",
    organizer="post@elmegaarden.example",
    organizer_name="Botilbuddet Elmegården",
)
DEADLINE = DayEntry(
    uid="F001-plan.abc123def456@elmegaarden.example",
    sequence=0,
    stamp=making.NOW,
    day=dt.date(2026, 2, 24),
    summary="Frist: plan inden 21 dage",
    organizer=ENTRY.organizer,
    organizer_name=ENTRY.organizer_name,
)
BO = Invitee(email="bo@elmegaarden.example", name="Bo Enhedsen", nr="P002")
WITHOUT_EMAIL = replace(BO, email="")

# Ten o'clock in Denmark is nine in UTC by winter time and eight by summer time. The nights are those of
# 29 March and 25 October 2026, 28 March and 31 October 2027; the last week of 2026 is its 53rd.
_WEEK_53 = [dt.date(2026, 12, 28) + dt.timedelta(days=day) for day in range(7)]
_WINTER = [
    dt.date(2026, 3, 27),
    dt.date(2026, 3, 28),
    dt.date(2026, 10, 25),
    dt.date(2026, 10, 26),
    *_WEEK_53,
    dt.date(2027, 3, 27),
    dt.date(2027, 10, 31),
    dt.date(2027, 11, 1),
]
_SUMMER = [
    dt.date(2026, 3, 29),
    dt.date(2026, 3, 30),
    dt.date(2026, 10, 24),
    dt.date(2027, 3, 28),
    dt.date(2027, 3, 29),
    dt.date(2027, 10, 30),
]
TEN_OCLOCK = {
    **{day: dt.datetime.combine(day, dt.time(9), dt.UTC) for day in _WINTER},
    **{day: dt.datetime.combine(day, dt.time(8), dt.UTC) for day in _SUMMER},
}

SIGNS = "\r\n\t\\;,:\"'^\0\x0b\x0c\x1f\x7f\x85\u2028\u2029 nN"
ATTACKS = [
    "x\r\nATTENDEE:mailto:a@b.example",
    "x\nEND:VEVENT\nBEGIN:VEVENT",
    "x\\nATTENDEE:mailto:a@b.example",
    '";CN=x:mailto:a@b.example\r\n',
    "\r\n X",
    "=0D=0A",
    "\ud800",
]
nasty = st.text(st.sampled_from(SIGNS) | st.characters(), max_size=80) | st.sampled_from(ATTACKS)


def on(day: dt.date, entry: Entry = ENTRY) -> Entry:
    """The entry at ten o'clock of another day, for an hour, with a UID of its own."""
    start = dt.datetime.combine(day, dt.time(10), making.COPENHAGEN)
    return replace(entry, uid=f"{day}@elmegaarden.example", start=start, end=start + dt.timedelta(hours=1))


def moved(entry: Entry = ENTRY, **changes: int) -> Entry:
    """The entry some days or hours later, sent as ``later`` says."""
    by = dt.timedelta(**changes)
    return replace(later(entry), start=entry.start + by, end=entry.end + by)


def later(entry: Entry = ENTRY) -> Entry:
    """The entry with its sequence raised, an hour after the last time."""
    return replace(entry, sequence=entry.sequence + 1, stamp=entry.stamp + dt.timedelta(hours=1))
