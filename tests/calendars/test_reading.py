"""Calendar files read back: what they tell, and what cannot be read."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.calendars import Read, Status, cancel, feed, publish, read
from tests import making
from tests.calendars.samples import BO, DEADLINE, ENTRY, TEN_OCLOCK, later, nasty, on

SAID = Read(
    uid="M001.abc123def456@elmegaarden.example",
    sequence=0,
    stamp=dt.datetime(2026, 1, 19, 7, 30, tzinfo=dt.UTC),
    start=dt.datetime(2026, 2, 3, 10, 0, tzinfo=making.COPENHAGEN),
    minutes=60,
    location="Mødelokale 1",
    method="PUBLISH",
    status=Status.CONFIRMED,
    summary="Samtale",
)


def test_an_invite_tells_what_was_published() -> None:
    assert read(publish(ENTRY)) == SAID


def test_a_cancellation_tells_that_the_meeting_is_off() -> None:
    assert read(cancel(later(ENTRY))) == replace(
        SAID,
        sequence=1,
        stamp=dt.datetime(2026, 1, 19, 8, 30, tzinfo=dt.UTC),
        method="CANCEL",
        status=Status.CANCELLED,
    )


def test_a_cancellation_to_one_says_nothing_of_the_meeting() -> None:
    found = read(cancel(ENTRY, BO))
    assert found == replace(SAID, method="CANCEL", status=None)


@pytest.mark.parametrize("day", TEN_OCLOCK, ids=str)
def test_ten_oclock_is_read_as_ten_oclock_when_the_clocks_change(day: dt.date) -> None:
    found = read(publish(on(day)))
    assert found is not None
    assert found.start.replace(tzinfo=None) == dt.datetime.combine(day, dt.time(10))
    assert (found.start.astimezone(dt.UTC), found.minutes) == (TEN_OCLOCK[day], 60)


@given(nasty, nasty, nasty)
def test_place_and_title_are_read_as_they_were_written_whatever_else_stands_there(
    place: str, title: str, words: str
) -> None:
    entry = replace(ENTRY, location=place, summary=title, description=words, organizer_name=words)
    found = read(publish(entry))
    assert found is not None
    assert publish(replace(entry, location=found.location, summary=found.summary)) == publish(entry)


def test_line_ends_may_have_been_changed_on_the_way() -> None:
    entry = replace(ENTRY, location="Mødelokale 1, " * 10)
    data = publish(entry)
    assert read(data.replace(b"\r\n", b"\n")) == read(b"\xef\xbb\xbf" + data) == read(data) is not None


UNREADABLE = {
    "nothing": b"",
    "something else": b"PK\x03\x04",
    "no UTF-8": publish(ENTRY).replace("ø".encode(), b"\xf8"),
    "a feed": feed([ENTRY, on(dt.date(2026, 3, 3))], [], "Kalender"),
    "a deadline": feed([], [DEADLINE], "Kalender"),
    "an empty feed": feed([], [], "Kalender"),
    "cut short": publish(ENTRY)[:-20],
    "closed twice": publish(ENTRY) + b"END:VCALENDAR\r\n",
    "twice": publish(ENTRY) * 2,
    "closed in the wrong order": publish(ENTRY).replace(b"END:VALARM", b"END:VEVENT", 1),
    "no UID": publish(replace(ENTRY, uid="")),
    "no SEQUENCE": publish(ENTRY).replace(b"SEQUENCE:0\r\n", b""),
    "a SEQUENCE of words": publish(ENTRY).replace(b"SEQUENCE:0", b"SEQUENCE:to"),
    "a SEQUENCE below nought": publish(replace(ENTRY, sequence=-1)),
    "no date": publish(ENTRY).replace(b":20260203T100000", b":20260230T100000"),
    "another zone": publish(ENTRY).replace(b"Europe/Copenhagen", b"Europe/London"),
    "an end before the start": publish(replace(ENTRY, end=ENTRY.start)),
    "a status of others": publish(ENTRY).replace(b"STATUS:CONFIRMED", b"STATUS:TENTATIVE"),
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_none(data: bytes) -> None:
    assert read(data) is None


@given(st.binary(max_size=200) | st.text(st.sampled_from("BEGIN:VCALENDARSTU;=\r\n \\0Z")).map(str.encode))
def test_no_bytes_can_make_it_raise(data: bytes) -> None:
    assert read(data) is None


@given(st.data())
def test_no_damage_can_make_it_raise(data: st.DataObject) -> None:
    good = publish(ENTRY)
    first, last = sorted(data.draw(st.tuples(st.integers(0, len(good)), st.integers(0, len(good)))))
    found = read(good[:first] + data.draw(st.binary(max_size=20)) + good[last:])
    assert found is None or isinstance(found, Read)
