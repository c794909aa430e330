"""A meeting's calendar file: what stands in it, and what several readers make of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from docgen.calendars import meeting_entry, publish
from docgen.model import Workbook
from tests import making
from tests.calendars.readers import by_ical_js, text, unfolded, value
from tests.calendars.samples import ENTRY
from tests.golden_files import golden


def invite(workbook: Workbook | None = None, **kind: Any) -> bytes:
    """The calendar file of the one meeting in this workbook."""
    plan = making.plan(workbook or making.book(), making.kind(**kind))
    (planned,) = plan.meetings
    return publish(meeting_entry(planned, plan.institution))


def test_the_whole_file_is_as_it_was() -> None:
    golden("calendars/moede.ics.txt", text(invite()))


def test_the_time_zone_is_written_by_hand_with_rules_and_without_lists_of_dates() -> None:
    lines = unfolded(invite())
    zone = lines[lines.index("BEGIN:VTIMEZONE") : lines.index("END:VTIMEZONE") + 1]
    assert zone == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Copenhagen",
        "BEGIN:DAYLIGHT",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "DTSTART:19700329T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "DTSTART:19701025T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


def test_it_is_published_by_an_organizer_to_nobody_in_particular() -> None:
    lines = unfolded(invite())
    assert lines.count("METHOD:PUBLISH") == 1
    assert value(invite(), "ORGANIZER") == ';CN="Botilbuddet Elmegården":mailto:post@elmegaarden.example'
    assert not any(line.startswith("ATTENDEE") for line in lines)


def test_there_is_one_event_with_the_plans_identity_and_stamp() -> None:
    data = invite()
    assert unfolded(data).count("BEGIN:VEVENT") == 1
    assert value(data, "UID") == ":M001.abc123def456@elmegaarden.example"
    assert value(data, "SEQUENCE") == ":0"
    assert value(data, "DTSTAMP") == ":20260119T073000Z"


def test_the_reminder_comes_a_day_before_and_stands_behind_the_properties() -> None:
    lines = unfolded(invite())
    assert lines[lines.index("BEGIN:VALARM") :] == [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Du har et møde i morgen.",
        "TRIGGER:-P1D",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_the_end_follows_from_the_length() -> None:
    assert (
        value(invite(making.book(making.meeting(length=45))), "DTEND")
        == ";TZID=Europe/Copenhagen:20260203T104500"
    )


def test_the_title_is_the_types_or_the_word_that_the_type_has_for_it() -> None:
    assert value(invite(), "SUMMARY") == ":Samtale"
    assert value(invite(words={"kalender.titel": "Møde"}), "SUMMARY") == ":Møde"


def test_names_stand_in_it_only_when_they_are_turned_on() -> None:
    assert b"Asta" not in invite()
    named = invite(making.book(institution=making.house(names_in_calendar=True)))
    assert value(named, "SUMMARY") == ":Samtale: Asta Eksempel"


def test_it_tells_a_stranger_nothing_of_the_matter() -> None:
    secret: dict[str, Any] = dict.fromkeys(
        ("theme", "occasion", "practical", "remark", "exemption"), "HEMMELIGT"
    )
    meeting = making.meeting(**secret)
    data = invite(making.book(meeting)).decode().replace("\r\n ", "")
    assert "HEMMELIGT" not in data
    for name in (making.resident().name, *(one.name for one in making.staff())):
        assert name not in data


def test_the_link_of_an_online_meeting_stands_in_the_description() -> None:
    data = invite(
        making.book(making.meeting(link="https://moede.example/1")), words={"fakta.online": "Online"}
    )
    assert value(data, "DESCRIPTION") == ":Online https://moede.example/1"


def test_lines_end_in_crlf_and_none_is_longer_than_75_octets() -> None:
    entry = replace(ENTRY, location="Ærøskøbing på Ærø, " * 20, organizer_name="Rød grød " * 30)
    data = publish(entry)
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert "Ærøskøbing på Ærø\\, " * 19 in "\n".join(unfolded(data))


def test_ical_js_reads_text_as_it_was_meant(tmp_path: Path) -> None:
    entry = replace(
        ENTRY,
        summary='Ære; være, "på" \\n bakken i C:\\Noter',
        location="Kælder: 1. sal; th, " * 10,
    )
    ((seen,),) = (file["events"] for file in by_ical_js(tmp_path, publish(entry)))
    assert seen["summary"] == 'Ære; være, "på" \\n bakken i C:\\Noter'
    assert seen["location"] == ("Kælder: 1. sal; th, " * 10).strip()


# Clocks go from 2.00 to 3.00 on 29 March and from 3.00 to 2.00 on 25 October. No house meets then, and
# nothing is done about it: the file has the clock on the wall, and readers disagree on what that is. The RFC
# (5545 §3.3.5) and icalendar count by the offset before the change, ical.js by the one after it.
@pytest.mark.parametrize(
    ("day", "icalendar", "ical_js"),
    [
        (dt.date(2026, 3, 29), ("01:30", "01:45"), ("00:30", "01:45")),
        (dt.date(2026, 10, 25), ("00:30", "02:45"), ("01:30", "02:45")),
    ],
    ids=str,
)
def test_what_comes_out_in_the_hour_when_the_clocks_change(
    day: dt.date, icalendar: tuple[str, str], ical_js: tuple[str, str], tmp_path: Path
) -> None:
    data = invite(making.book(making.meeting(date=day, start=dt.time(2, 30), length=75)))
    assert value(data, "DTSTART") == f";TZID=Europe/Copenhagen:{day:%Y%m%d}T023000"
    assert value(data, "DTEND") == f";TZID=Europe/Copenhagen:{day:%Y%m%d}T034500"
    (event,) = Calendar.from_ical(data).events
    read = [event.decoded(edge).astimezone(dt.UTC) for edge in ("DTSTART", "DTEND")]
    assert tuple(f"{moment:%H:%M}" for moment in read) == icalendar
    ((seen,),) = (file["events"] for file in by_ical_js(tmp_path, data))
    assert (seen["start"][11:16], seen["end"][11:16]) == ical_js
