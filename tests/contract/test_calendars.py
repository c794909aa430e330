"""Every calendar file of every sample's pack, as several readers and a real calendar server take it.

Each sample is built, sent, changed (one meeting moved, one called off, one person taken out) and sent again,
with the commands that a user types.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import openpyxl
import pytest

from docgen.cli.main import main
from tests.calendars.itip import Calendar
from tests.calendars.radicale_server import Server, radicale
from tests.calendars.readers import by_ical_js
from tests.commandline import SAMPLES
from tests.workbook.books import headings

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
MOVED, CALLED_OFF = dt.date(2026, 3, 30), "Aflyst"  # the day after the clocks change
CHANGES = {  # which meeting moves, which is called off, and who is taken out of a third
    "parkvaenget": ("M008", "M011", ("M001", "P006")),
    "ledersamtaler": ("F002-01", "F004-01", ("F001-02", "beboer")),
    "jobcenter": ("F003-01", "M009", ("M001", "P004")),
    "faellesmoeder": ("M004", "M003", ("M001", "P009")),
}


@dataclass(frozen=True)
class Sent:
    """A pack as it was first sent, and as it was sent when something had changed: its files by name."""

    first: dict[str, bytes]
    second: dict[str, bytes]


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sent]:
    home = tmp_path_factory.mktemp("kalendere")
    return {name: _sent_twice(name, home) for name in CHANGES}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with radicale(tmp_path_factory.mktemp("radicale")) as running:
        yield running


def _sent_twice(name: str, home: Path) -> Sent:
    workbook, pack = home / f"{name}.xlsx", home / f"{name}-pakke"
    workbook.write_bytes((SAMPLES / workbook.name).read_bytes())
    first = _build(workbook, pack, "2026-01-19")
    _change(workbook, *CHANGES[name])
    return Sent(first, _build(workbook, pack, "2026-01-21"))


def _build(workbook: Path, pack: Path, today: str) -> dict[str, bytes]:
    assert main(["build", str(workbook), "--today", today, "-q"]) == 0
    assert main(["sent", str(pack), "--date", today, "-q"]) == 0
    return {path.relative_to(pack).as_posix(): path.read_bytes() for path in sorted(pack.rglob("*.ics"))}


def _change(workbook: Path, moved: str, called_off: str, taken_out: tuple[str, str]) -> None:
    book = openpyxl.load_workbook(workbook)
    sheet = book["Møder"]
    column = headings(sheet)
    for row in range(2, sheet.max_row + 1):
        nr = sheet.cell(row, column["Nr"]).value
        if nr == moved:
            sheet.cell(row, column["Dato"]).value = MOVED
        if nr == called_off:
            sheet.cell(row, column["Status"]).value = CALLED_OFF
        if nr == taken_out[0]:
            sheet.cell(row, column["Deltager ikke"]).value = taken_out[1]
    book.save(workbook)


def _meetings(files: dict[str, bytes]) -> list[bytes]:
    """The messages of a pack but for the calendars of people: invites first, then what is called off."""
    return [data for name, data in files.items() if not name.startswith("kalendere/")]


def _without_those_to_one(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files but for cancellations to one person, which are no news to others: ``M001_P003.ics``."""
    return {
        name: data for name, data in files.items() if not name.startswith("aflysninger/") or "_" not in name
    }


@pytest.mark.parametrize("name", CHANGES)
def test_icalendar_and_ical_js_read_the_same_of_every_file(
    packs: dict[str, Sent], name: str, tmp_path: Path
) -> None:
    files = [*packs[name].first.values(), *packs[name].second.values()]
    for data, seen in zip(files, by_ical_js(tmp_path, *files), strict=True):
        ours = [_told(event) for event in icalendar.Calendar.from_ical(data).walk("VEVENT")]
        assert ours == [(one["uid"], one["sequence"], one["start"], one["status"]) for one in seen["events"]]


def _told(event: icalendar.cal.Component) -> tuple[str, int, str, str | None]:
    """UID, SEQUENCE, when it begins and STATUS; a day is a day, and a time is a point in time."""
    start = event.decoded("DTSTART")
    if isinstance(start, dt.datetime):
        start = f"{start.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%S.000Z}"
    status = str(event["STATUS"]) if "STATUS" in event else None
    return str(event["UID"]), int(str(event["SEQUENCE"])), str(start), status


@pytest.mark.parametrize("name", CHANGES)
def test_a_calendar_that_took_both_sendings_has_every_meeting_once_at_its_local_hour(
    packs: dict[str, Sent], name: str, server: Server
) -> None:
    program, collection = Calendar(), server.collection()
    for data in _meetings(packs[name].first):
        program.receive(data)
    for data in _meetings(_without_those_to_one(packs[name].second)):
        program.receive(data)
    for uid in program.events:
        collection.put(uid, program.stored(uid))
    found = [event for data in collection.events() for event in icalendar.Calendar.from_ical(data).events]
    assert sorted(str(event["UID"]) for event in found) == sorted(program.events)
    for event in found:
        assert icalendar.Calendar.from_ical(collection.get(str(event["UID"]))).events
        start = event.decoded("DTSTART")
        (there,) = [
            one
            for data in collection.between(start, start + dt.timedelta(minutes=1))
            for one in icalendar.Calendar.from_ical(data).events
            if one["UID"] == event["UID"]
        ]
        assert there.decoded("DTSTART").astimezone(COPENHAGEN).hour == start.hour


@pytest.mark.parametrize("name", CHANGES)
def test_moved_is_one_event_at_the_new_time_and_called_off_is_one_cancelled_event(
    packs: dict[str, Sent], name: str
) -> None:
    moved, called_off, _ = CHANGES[name]
    program = Calendar()
    for data in _meetings(packs[name].first):
        program.receive(data)
    second = packs[name].second
    (invite,) = (data for file, data in second.items() if file.endswith(f"_{moved}/moede.ics"))
    program.receive(invite)
    program.receive(second[f"aflysninger/{called_off}.ics"])
    by_nr = {uid.split(".")[0]: event for uid, event in program.events.items()}
    assert (f"{by_nr[moved].start:%Y-%m-%d}", by_nr[moved].sequence) == (f"{MOVED}", 1)
    assert not by_nr[moved].is_off
    assert (by_nr[called_off].sequence, by_nr[called_off].is_off) == (1, True)
    assert not any(file.endswith(f"_{called_off}/moede.ics") for file in second)


@pytest.mark.parametrize("name", CHANGES)
def test_who_is_taken_out_gets_a_cancellation_alone_and_no_more_of_it_in_their_calendar(
    packs: dict[str, Sent], name: str
) -> None:
    _, _, (nr, person) = CHANGES[name]
    alone = [file for file in packs[name].second if file.startswith(f"aflysninger/{nr}_")]
    (cancellation,) = alone
    who = Path(cancellation).stem.partition("_")[2]
    assert who == person or person == "beboer"
    program = Calendar()
    program.receive(packs[name].first[f"kalendere/{who}.ics"])
    program.receive(packs[name].second[cancellation])
    by_nr = {uid.split(".")[0]: event for uid, event in program.events.items()}
    assert by_nr[nr].is_off
    assert not any(event.is_off for number, event in by_nr.items() if number != nr)
