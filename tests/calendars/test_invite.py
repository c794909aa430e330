"""A meeting's calendar file: what stands in it, and what several readers make of it."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from docgen.calendars import Entry, meeting_entry, publish
from docgen.model import Workbook
from tests import making
from tests.golden_files import golden
from tests.tools import require_tool

NODE = Path(__file__).parent.parent / "node"
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


def invite(workbook: Workbook | None = None, **kind: Any) -> bytes:
    """The calendar file of the one meeting in this workbook."""
    plan = making.plan(workbook or making.book(), making.kind(**kind))
    (planned,) = plan.meetings
    return publish(meeting_entry(planned, plan.institution))


def unfolded(data: bytes) -> list[str]:
    """The content lines, unfolded (RFC 5545 §3.1)."""
    return data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def event(data: bytes) -> list[str]:
    """The lines of the event, without its alarm."""
    lines = unfolded(data)
    return lines[lines.index("BEGIN:VEVENT") + 1 : lines.index("BEGIN:VALARM")]


def names(data: bytes) -> list[str]:
    """The names of the event's properties."""
    return [re.split("[:;]", line)[0] for line in event(data)]


def value(data: bytes, name: str) -> str:
    (line,) = (line for line in event(data) if line.startswith((f"{name}:", f"{name};")))
    return line.removeprefix(name)


def test_the_whole_file_is_as_it_was() -> None:
    golden("calendars/moede.ics.txt", "\n".join(unfolded(invite())) + "\n")


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


# The nights of 29 March and 25 October 2026: clocks change, the meeting stays at 10.00.
NIGHTS = {
    dt.date(2026, 3, 27): "2026-03-27T09:00:00.000Z",
    dt.date(2026, 3, 28): "2026-03-28T09:00:00.000Z",
    dt.date(2026, 3, 29): "2026-03-29T08:00:00.000Z",
    dt.date(2026, 3, 30): "2026-03-30T08:00:00.000Z",
    dt.date(2026, 10, 24): "2026-10-24T08:00:00.000Z",
    dt.date(2026, 10, 25): "2026-10-25T09:00:00.000Z",
    dt.date(2026, 10, 26): "2026-10-26T09:00:00.000Z",
}


@pytest.mark.parametrize(("day", "instant"), NIGHTS.items(), ids=str)
def test_ten_oclock_stays_ten_oclock_when_the_clocks_change(day: dt.date, instant: str) -> None:
    data = invite(making.book(making.meeting(date=day)))
    assert value(data, "DTSTART") == f";TZID=Europe/Copenhagen:{day:%Y%m%d}T100000"
    (read,) = Calendar.from_ical(data).walk("VEVENT")
    assert read.decoded("DTSTART") == dt.datetime.fromisoformat(instant)


def test_ical_js_reads_the_same_instants_by_our_own_time_zone(tmp_path: Path) -> None:
    for day, instant in NIGHTS.items():
        read = _by_ical_js(invite(making.book(making.meeting(date=day))), tmp_path)
        assert read["method"] == "PUBLISH"
        (seen,) = read["events"]
        start, end = (dt.datetime.fromisoformat(seen[edge]) for edge in ("start", "end"))
        assert (seen["start"], end - start) == (instant, dt.timedelta(hours=1))
        assert (seen["uid"], seen["summary"]) == ("M001.abc123def456@elmegaarden.example", "Samtale")
        assert (seen["attendees"], seen["alarms"]) == (0, ["-P1D"])


def test_ical_js_reads_text_as_it_was_meant(tmp_path: Path) -> None:
    data = publish(replace(ENTRY, summary='Ære; være, "på" \\n bakken', location="Kælder: 1. sal; th, " * 10))
    (seen,) = _by_ical_js(data, tmp_path)["events"]
    assert seen["summary"] == 'Ære; være, "på" \\n bakken'
    assert seen["location"] == ("Kælder: 1. sal; th, " * 10).strip()


def _by_ical_js(data: bytes, folder: Path) -> dict[str, Any]:
    node = require_tool("node")
    library = NODE / "node_modules" / "ical.js"
    if not library.is_dir():
        require_tool(str(library))
    script, file = folder / "read.mjs", folder / "moede.ics"
    shutil.copy(Path(__file__).with_name("read.mjs"), script)
    modules = folder / "node_modules"
    if not modules.exists():
        modules.symlink_to(NODE / "node_modules", target_is_directory=True)
    file.write_bytes(data)
    done = subprocess.run(
        [node, str(script), str(file)], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    read: dict[str, Any] = json.loads(done.stdout)
    return read


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
SHAPE = names(publish(ENTRY))


@given(nasty, nasty, nasty, nasty, nasty)
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
    data = publish(entry)
    assert sorted(names(data)) == sorted([*SHAPE, "DESCRIPTION"])
    assert len(unfolded(data)) == len(unfolded(publish(ENTRY))) + 1
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    (read,) = Calendar.from_ical(data).walk("VEVENT")
    assert str(read["SUMMARY"]) == _seen(entry.summary)
    assert str(read["LOCATION"]) == _seen(entry.location)
    assert str(read["DESCRIPTION"]) == _seen(entry.description)
    assert str(read["ORGANIZER"]) == "mailto:post@elmegaarden.example"
    assert [str(alarm["DESCRIPTION"]) for alarm in read.walk("VALARM")] == [_seen(entry.reminder)]


def _seen(text: str) -> str:
    """The text on one line: what cannot be printed is a space, and spaces are one."""
    kept = [" " if not c.isprintable() else c for c in text if unicodedata.category(c) != "Cf"]
    return " ".join("".join(kept).split())


@pytest.mark.parametrize("email", ["post@elmegaarden.example", "a\r\nATTENDEE:mailto:b@c.example", ""])
def test_not_even_the_organizers_address_can(email: str) -> None:
    assert names(publish(replace(ENTRY, organizer=email))) == SHAPE
