"""An office that collects minutes into a real workbook, and whose people work in it in between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from docgen.meetingtypes.definition import MeetingType
from docgen.minutes.collecting.collect import collect_readings
from docgen.minutes.collecting.collection import Collection
from docgen.minutes.reading.reader import Reading
from docgen.minutes.values import Agreed, Attendance, FilledMinutes, Identity, NextMeeting, Presence
from docgen.model import Decision, Meeting, Workbook
from docgen.workbook.reader import read
from docgen.workbook.rows import rows_of
from docgen.workbook.writeback import put_edits
from docgen.workbook.writer import workbook_bytes
from tests import making

HELD = dt.datetime.combine(dt.date(2026, 2, 3), dt.time(10))
NOW = dt.datetime(2026, 2, 4, 8, 30, tzinfo=making.COPENHAGEN)
FOLDER = "2026-02-03_1000_samtale_M001"
TRY = Agreed("1", "Asta prøver en time mere", "Bo Enhedsen", dt.date(2026, 2, 20))
ASK = Agreed("2", "Lene taler med gartneriet", "Lene Ledersen", dt.date(2026, 3, 1))
MARCH = NextMeeting(dt.date(2026, 3, 3), dt.time(10, 30), "Mødelokale 2")


def minutes(nr: str = "M001", **changes: Any) -> FilledMinutes:
    """Minutes in which one decision was taken, and everybody came."""
    identity = Identity(nr, "samtale", making.house().calendar_id, HELD, 60)
    came = tuple(Attendance(who, Presence.CAME) for who in ("B001", "P001", "P002", "P003"))
    made = FilledMinutes(
        file=Path(FOLDER.replace("M001", nr)) / "referat.docx",
        identity=identity,
        attendance=came,
        decisions=(TRY,),
    )
    return replace(made, **changes)


def kind(**changes: Any) -> MeetingType:
    """A type whose minutes call their fields what all types do."""
    return making.kind(words={"referat.felt.ansvarlig": "Ansvarlig for beslutning {tal}"}, **changes)


@dataclass
class Office:
    """One workbook on disk."""

    path: Path
    types: tuple[MeetingType, ...] = field(default_factory=lambda: (kind(),))
    now: dt.datetime = NOW

    @classmethod
    def of(cls, folder: Path, *meetings: Meeting, **changes: Any) -> Office:
        path = folder / "elmegaarden.xlsx"
        book = making.book(*meetings, **changes)
        path.write_bytes(workbook_bytes(rows_of(book), dt.date(2026, 1, 5)))
        return cls(path)

    def collect(self, *filled: FilledMinutes, dry_run: bool = False) -> Collection:
        book = self.book()
        found = collect_readings([Reading(one) for one in filled], book, self.types, now=self.now)
        if dry_run:
            return found
        return found.written(put_edits(self.path, found.edits, book.source, now=self.now))

    def book(self) -> Workbook:
        return read(self.path)

    def decisions(self) -> tuple[Decision, ...]:
        return self.book().decisions

    def meeting(self, nr: str) -> Meeting:
        (row,) = (row for row in self.book().meetings if row.nr == nr)
        return row

    def numbers(self) -> list[str]:
        return [row.nr for row in self.book().meetings]

    def edit(self, sheet: str, row: int, values: Mapping[str, Any]) -> None:
        """Somebody changes a row by hand."""
        file = load_workbook(self.path)
        page = file[sheet]
        at = {str(cell.value).rstrip("* "): index for index, cell in enumerate(page[1])}
        for heading, value in values.items():
            page[row][at[heading]].value = value
        file.save(self.path)

    def delete(self, sheet: str, row: int) -> None:
        file = load_workbook(self.path)
        file[sheet].delete_rows(row)
        file.save(self.path)


def codes(found: Collection) -> list[str]:
    return [one.code for one in found.findings]
