"""Calendar files that call off and that gather: golden, held to icalendar's own writing, and unbreakable."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import unquote
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from docgen.calendars import DayEntry, Entry, Invitee, Status, cancel, feed, publish
from tests import making
from tests.calendars import oracle
from tests.calendars.readers import events, names, text, unfolded, value
from tests.calendars.samples import BO, DEADLINE, ENTRY, WITHOUT_EMAIL, later, moved, nasty, on
from tests.golden_files import golden

OFF = replace(later(ENTRY), status=Status.CANCELLED)
ONLINE = replace(ENTRY, description="Online: https://moede.example/1")
A_FEED = feed(
    [on(dt.date(2026, 3, 3)), moved(ENTRY, days=7), on(dt.date(2026, 2, 3), OFF)], [DEADLINE], "Mødekalender"
)


# A meeting that is called off


def test_a_cancellation_is_as_it_was() -> None:
    golden("calendars/aflysning.ics.txt", text(cancel(later(ONLINE))))


def test_a_meeting_is_called_off_under_its_uid_with_the_raised_sequence() -> None:
    data = cancel(later(ENTRY))
    assert "METHOD:CANCEL" in unfolded(data)
    assert value(data, "UID") == f":{ENTRY.uid}"
    assert value(data, "SEQUENCE") == ":1"
    assert value(data, "STATUS") == ":CANCELLED"
    assert value(data, "DTSTAMP") == ":20260119T083000Z"


def test_a_cancellation_names_the_organizer_and_no_attendee_as_none_was_ever_published() -> None:
    assert value(cancel(ENTRY), "ORGANIZER") == value(publish(ENTRY), "ORGANIZER")
    assert "ATTENDEE" not in names(cancel(ENTRY))


@pytest.mark.parametrize("invitee", [None, BO])
def test_a_cancellation_takes_nobodys_time_and_reminds_nobody(invitee: Invitee | None) -> None:
    data = cancel(ONLINE, invitee)
    assert value(data, "TRANSP") == ":TRANSPARENT"
    assert "BEGIN:VALARM" not in unfolded(data)
    assert "DESCRIPTION" not in names(data)


def test_a_meeting_that_is_marked_as_cancelled_is_called_off_just_so() -> None:
    assert cancel(OFF) == cancel(replace(OFF, status=Status.CONFIRMED))


# Somebody who is taken out


def test_a_cancellation_to_one_is_as_it_was() -> None:
    golden("calendars/aflysning_til_en.ics.txt", text(cancel(later(ENTRY), BO)))


def test_who_is_taken_out_is_the_only_attendee_and_the_meeting_has_no_status() -> None:
    data = cancel(later(ENTRY), BO)
    assert value(data, "ATTENDEE") == ';CN="Bo Enhedsen":mailto:bo@elmegaarden.example'
    assert "STATUS" not in names(data)
    assert names(data).count("ATTENDEE") == 1


def test_without_an_e_mail_address_it_is_a_uri_of_its_own_that_stays_the_same() -> None:
    def uri(entry: Entry = ENTRY, invitee: Invitee = WITHOUT_EMAIL) -> str:
        return value(cancel(entry, invitee), "ATTENDEE").removeprefix(';CN="Bo Enhedsen":')

    assert uri() == "urn:uuid:be9b1f8d-b52e-5217-94c5-73166bc7dd33"
    assert UUID(uri()).version == 5
    assert uri(later(ENTRY)) == uri(invitee=replace(WITHOUT_EMAIL, email=" ")) == uri()
    assert uri(invitee=replace(WITHOUT_EMAIL, nr="P003")) != uri()
    assert uri(on(dt.date(2026, 2, 3))) != uri()


def test_the_number_of_who_is_taken_out_is_not_shown() -> None:
    assert b"P002" not in cancel(ENTRY, BO) + cancel(ENTRY, WITHOUT_EMAIL)


# All of a person's meetings


def test_a_feed_is_as_it_was() -> None:
    golden("calendars/kalender.ics.txt", text(A_FEED))


def test_a_feed_is_one_published_calendar_with_one_time_zone_and_a_name() -> None:
    lines = unfolded(A_FEED)
    assert lines[: lines.index("BEGIN:VTIMEZONE")] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//docgen//docgen//DA",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "NAME:Mødekalender",
        "X-WR-CALNAME:Mødekalender",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
    ]
    assert lines.count("BEGIN:VTIMEZONE") == 1


def test_its_meetings_stand_in_order_of_time_and_then_of_uid_and_deadlines_come_last() -> None:
    march, february = on(dt.date(2026, 3, 3)), on(dt.date(2026, 2, 3))
    twin = replace(february, uid="A001@elmegaarden.example")
    earlier = replace(DEADLINE, uid="F002@elmegaarden.example", day=dt.date(2026, 1, 27))
    data = feed([march, february, twin], [DEADLINE, earlier], "Kalender")
    uids = [one.uid for one in (february, twin, march, earlier, DEADLINE)]
    assert [line[4:] for line in unfolded(data) if line.startswith("UID:")] == [uids[0], *uids[1:]]
    assert feed([twin, march, february], [earlier, DEADLINE], "Kalender") == data


def test_a_cancelled_meeting_stays_in_a_feed_says_so_and_neither_takes_time_nor_reminds() -> None:
    data = feed([OFF], [], "Kalender")
    assert value(data, "STATUS") == ":CANCELLED"
    assert value(data, "TRANSP") == ":TRANSPARENT"
    assert value(data, "SEQUENCE") == ":1"
    assert "BEGIN:VALARM" not in unfolded(data)


def test_a_meeting_stands_in_a_feed_just_as_in_its_own_file() -> None:
    own, gathered = publish(ONLINE), feed([ONLINE], [], "Kalender")
    assert gathered[gathered.index(b"BEGIN:VEVENT") :] == own[own.index(b"BEGIN:VEVENT") :]


def test_a_deadline_takes_up_a_whole_day_and_nobodys_time_and_reminds_at_nine_the_day_before() -> None:
    data = feed([], [DEADLINE], "Kalender")
    assert value(data, "DTSTART") == ";VALUE=DATE:20260224"
    assert value(data, "DTEND") == ";VALUE=DATE:20260225"
    assert (value(data, "TRANSP"), value(data, "CLASS")) == (":TRANSPARENT", ":PRIVATE")
    lines = unfolded(data)
    assert lines[lines.index("BEGIN:VALARM") : lines.index("END:VALARM")] == [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Frist: plan inden 21 dage",
        "TRIGGER:-PT15H",
    ]
    assert lines.count("BEGIN:VALARM") == 1


def test_the_last_day_of_a_year_ends_with_the_next_year() -> None:
    data = feed([], [replace(DEADLINE, day=dt.date(2026, 12, 31))], "Kalender")
    assert value(data, "DTEND") == ";VALUE=DATE:20270101"


def test_an_empty_feed_is_a_calendar_without_events() -> None:
    data = feed([], [], "Kalender")
    assert events(data) == []
    assert unfolded(data).count("BEGIN:VTIMEZONE") == 1  # RFC 5545 §3.6 wants a component
    read = Calendar.from_ical(data)
    assert (str(read["X-WR-CALNAME"]), read.events, len(read.timezones)) == ("Kalender", [], 1)


@given(st.permutations([ENTRY, *(on(dt.date(2026, month, 3)) for month in range(3, 9))]))
def test_the_order_in_which_meetings_are_given_changes_nothing(entries: list[Entry]) -> None:
    assert feed(entries, [], "Kalender") == feed(sorted(entries, key=lambda one: one.uid), [], "Kalender")


# Times


def test_times_are_danish_whatever_zone_they_come_in() -> None:
    utc = replace(ENTRY, start=ENTRY.start.astimezone(dt.UTC), end=ENTRY.end.astimezone(dt.UTC))
    assert publish(utc) == publish(ENTRY)


def test_a_stamp_is_a_whole_second_in_utc() -> None:
    stamp = dt.datetime(2026, 7, 1, 9, 0, 5, 999_999, tzinfo=making.COPENHAGEN)
    assert value(publish(replace(ENTRY, stamp=stamp)), "DTSTAMP") == ":20260701T070005Z"


def test_a_year_of_three_digits_is_written_with_four() -> None:
    long_ago = dt.datetime(999, 2, 3, 10, tzinfo=making.COPENHAGEN)
    assert (
        value(publish(replace(ENTRY, start=long_ago)), "DTSTART") == ";TZID=Europe/Copenhagen:09990203T100000"
    )


# Held to icalendar


def without_zone(data: bytes) -> bytes:
    return re.sub(rb"BEGIN:VTIMEZONE.*END:VTIMEZONE\r\n", b"", data, flags=re.DOTALL)


# Text without control characters; icalendar writes the text "\N" with a line break in its place, see below.
words = st.text(
    st.sampled_from("\\;,:\"'^ nNæøå%=") | st.characters(exclude_categories=["C", "Z"]), max_size=120
).filter(lambda words: "\\N" not in words)
days = st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1))
moments = st.builds(dt.datetime.combine, days, st.times(), st.just(making.COPENHAGEN))
emails = st.sampled_from(["", "post@elmegaarden.example", "søren+møde@elmegaarden.example", "a b@c.example"])
entries = st.builds(
    Entry,
    uid=st.uuids().map(lambda uid: f"{uid}@elmegaarden.example"),
    sequence=st.integers(0, 1000),
    stamp=moments,
    start=moments,
    end=moments,
    summary=words,
    location=words,
    description=words,
    reminder=words,
    organizer=emails,
    organizer_name=words,
    status=st.sampled_from(Status),
)
deadlines = st.builds(
    DayEntry,
    uid=st.uuids().map(lambda uid: f"{uid}@elmegaarden.example"),
    sequence=st.integers(0, 1000),
    stamp=moments,
    day=days,
    summary=words,
    organizer=emails,
    organizer_name=words,
    status=st.sampled_from(Status),
)
invitees = st.none() | st.builds(Invitee, email=emails, name=words, nr=st.just("P001"))


@given(entries)
def test_an_invite_is_what_icalendar_would_write(entry: Entry) -> None:
    assert without_zone(publish(entry)) == oracle.publish(entry)


@given(entries, invitees)
def test_so_is_a_cancellation(entry: Entry, invitee: Invitee | None) -> None:
    assert without_zone(cancel(entry, invitee)) == oracle.cancel(entry, invitee)


@given(st.lists(entries, max_size=4), st.lists(deadlines, max_size=2), words)
def test_so_is_a_feed(meetings: list[Entry], dates: list[DayEntry], name: str) -> None:
    assert without_zone(feed(meetings, dates, name)) == oracle.feed(meetings, dates, " ".join(name.split()))


@pytest.mark.parametrize("length", range(50, 90))
def test_a_line_of_any_length_is_folded_as_icalendar_folds(length: int) -> None:
    entry = replace(ENTRY, location="x" * length, summary="æ" * (length // 2))
    assert without_zone(publish(entry)) == oracle.publish(entry)


@pytest.mark.parametrize("place", [r"C:\Noter", r"C:\noter", r"\\N", "\\"])
def test_a_backslash_stays_what_it_is_before_an_n_as_well(place: str) -> None:
    (read,) = Calendar.from_ical(publish(replace(ENTRY, location=place))).events
    assert str(read["LOCATION"]) == place


# Nothing that people type can break it


WRITERS: dict[str, Callable[[Entry, str], bytes]] = {
    "publish": lambda entry, _: publish(entry),
    "cancel": lambda entry, _: cancel(entry),
    "cancel to one": lambda entry, name: cancel(entry, replace(BO, name=name)),
    "feed": lambda entry, name: feed([entry], [], name),
    "deadline": lambda entry, name: feed([], [replace(DEADLINE, summary=entry.summary)], name),
}
SHAPES = {
    kind: [line.split(":")[0] for line in unfolded(write(ONLINE, "N"))] for kind, write in WRITERS.items()
}


@given(nasty, nasty, nasty, nasty, nasty)
@example("", "", "", "", "\\")
@example("\\", "\\", "\\", "\\", 'Huset "Elm\\"')
@example("C:\\Noter", "\\N", "\\\\N", "\\n", "^n^'^^")
def test_no_text_can_add_a_property_or_change_another(
    summary: str, location: str, description: str, reminder: str, name: str
) -> None:
    entry = replace(
        ENTRY,
        summary=f"M{summary}",
        location=f"S{location}",
        description=f"O{description}",
        reminder=f"P{reminder}",
        organizer_name=f"N{name}",
    )
    for kind, write in WRITERS.items():
        data = write(entry, f"N{name}")
        assert shape(data) == shape(write(ONLINE, "N")), kind
        assert max(len(line) for line in data.split(b"\r\n")) <= 75
    (read,) = Calendar.from_ical(publish(entry)).events
    assert str(read["SUMMARY"]) == seen(entry.summary)
    assert str(read["LOCATION"]) == seen(entry.location)
    assert str(read["DESCRIPTION"]) == seen(entry.description)
    assert str(read["ORGANIZER"]) == "mailto:post@elmegaarden.example"
    assert read["ORGANIZER"].params["CN"] == seen(entry.organizer_name).replace("\\", "/").replace('"', "'")
    assert [str(alarm["DESCRIPTION"]) for alarm in read.walk("VALARM")] == [seen(entry.reminder)]


def shape(data: bytes) -> list[str]:
    """The names of all properties, and the lines that begin and end components."""
    return [
        line if line.startswith(("BEGIN", "END")) else re.split("[:;]", line)[0] for line in unfolded(data)
    ]


def seen(text: str) -> str:
    """The text on one line: what cannot be printed is a space, and spaces are one."""
    kept = [" " if not c.isprintable() else c for c in text if unicodedata.category(c) != "Cf"]
    return " ".join("".join(kept).split())


@given(nasty)
@example("\\")
def test_no_name_can_change_who_is_taken_out(name: str) -> None:
    (read,) = Calendar.from_ical(cancel(ENTRY, replace(BO, name=name))).events
    assert str(read["ATTENDEE"]) == "mailto:bo@elmegaarden.example"
    assert str(read["ORGANIZER"]) == "mailto:post@elmegaarden.example"


@pytest.mark.parametrize(
    "email",
    ["post@elmegaarden.example", "a\r\nATTENDEE:mailto:b@c.example", "", 'a"b\\@c.example', "æ@c.example"],
)
def test_no_address_can_and_all_are_uris(email: str) -> None:
    assert names(publish(replace(ENTRY, organizer=email))) == names(publish(ENTRY))
    uri = value(publish(replace(ENTRY, organizer=email)), "ORGANIZER").rpartition('":')[2]
    assert re.fullmatch(r"mailto:[A-Za-z0-9@!$'*+,:._~%-]*", uri)
    assert unquote(uri) == f"mailto:{' '.join(email.split())}"
