"""Ten o'clock stays ten o'clock: over both summer-time nights of two years, and through week 53."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from icalendar import Calendar

from docgen.calendars import cancel, feed, publish
from tests.calendars.readers import by_ical_js, events, value
from tests.calendars.samples import BO, DEADLINE, ENTRY, TEN_OCLOCK, WITHOUT_EMAIL, later, on

ENTRIES = [on(day) for day in TEN_OCLOCK]
HOUR = dt.timedelta(hours=1)


def instants(seen: dict[str, str]) -> tuple[dt.datetime, dt.datetime]:
    return dt.datetime.fromisoformat(seen["start"]), dt.datetime.fromisoformat(seen["end"])


@pytest.mark.parametrize("day", TEN_OCLOCK, ids=str)
def test_the_clock_on_the_wall_is_written_and_icalendar_reads_the_instant(day: dt.date) -> None:
    for data in (publish(on(day)), cancel(on(day)), cancel(on(day), BO), feed([on(day)], [], "Kalender")):
        assert value(data, "DTSTART") == f";TZID=Europe/Copenhagen:{day:%Y%m%d}T100000"
        assert value(data, "DTEND") == f";TZID=Europe/Copenhagen:{day:%Y%m%d}T110000"
        (read,) = Calendar.from_ical(data).events
        assert read.decoded("DTSTART") == TEN_OCLOCK[day]
        assert read.decoded("DTEND") == TEN_OCLOCK[day] + HOUR


def test_ical_js_reads_an_invites_instants_by_our_own_time_zone(tmp_path: Path) -> None:
    files = by_ical_js(tmp_path, *map(publish, ENTRIES))
    for file, entry, instant in zip(files, ENTRIES, TEN_OCLOCK.values(), strict=True):
        (seen,) = file["events"]
        assert (file["method"], seen["uid"], seen["summary"]) == ("PUBLISH", entry.uid, "Samtale")
        assert (seen["status"], seen["attendees"], seen["alarms"]) == ("CONFIRMED", [], ["-P1D"])
        assert instants(seen) == (instant, instant + HOUR)


def test_and_a_cancellations(tmp_path: Path) -> None:
    files = by_ical_js(tmp_path, *(cancel(later(entry)) for entry in ENTRIES))
    for file, entry, instant in zip(files, ENTRIES, TEN_OCLOCK.values(), strict=True):
        (seen,) = file["events"]
        assert (file["method"], seen["uid"], seen["sequence"]) == ("CANCEL", entry.uid, 1)
        assert (seen["status"], seen["attendees"], seen["alarms"]) == ("CANCELLED", [], [])
        assert instants(seen) == (instant, instant + HOUR)


def test_and_of_a_cancellation_to_one_who_that_is(tmp_path: Path) -> None:
    mailed, unknown = by_ical_js(tmp_path, cancel(ENTRY, BO), cancel(ENTRY, WITHOUT_EMAIL))
    assert mailed["events"][0]["attendees"] == ["mailto:bo@elmegaarden.example"]
    (urn,) = unknown["events"][0]["attendees"]
    assert urn.startswith("urn:uuid:")
    assert [file["events"][0]["status"] for file in (mailed, unknown)] == [None, None]


def test_and_all_of_a_feeds(tmp_path: Path) -> None:
    (read,) = by_ical_js(tmp_path, feed(ENTRIES, [DEADLINE], "Møder for Bo"))
    assert (read["method"], read["name"], read["refresh"]) == ("PUBLISH", "Møder for Bo", "P1D")
    *meetings, deadline = read["events"]
    assert [instants(seen) for seen in meetings] == [
        (instant, instant + HOUR) for instant in sorted(TEN_OCLOCK.values())
    ]
    assert (deadline["start"], deadline["end"]) == ("2026-02-24", "2026-02-25")
    assert (deadline["alarms"], deadline["organizer"]) == (["-PT15H"], "mailto:post@elmegaarden.example")


def test_an_empty_feed_is_nothing_to_stumble_over(tmp_path: Path) -> None:
    (read,) = by_ical_js(tmp_path, feed([], [], "Kalender"))
    assert (read["name"], read["events"]) == ("Kalender", [])


def test_every_day_of_week_53_is_there_once() -> None:
    week = [day for day in TEN_OCLOCK if day.isocalendar()[:2] == (2026, 53)]
    found = events(feed([on(day) for day in week], [], "Kalender"))
    assert [lines[1] for lines in found] == [
        f"DTSTART;TZID=Europe/Copenhagen:{day}T100000"
        for day in ("20261228", "20261229", "20261230", "20261231", "20270101", "20270102", "20270103")
    ]
