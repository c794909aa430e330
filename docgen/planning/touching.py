"""Which errors touch which meeting: an error on a row stops the meetings that need the row, no others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from docgen.findings import Finding, errors_in, in_order
from docgen.model import BrokenRow, Meeting, Resident, Source
from docgen.planning.participants import Seating
from docgen.planning.register import Register

WHOLE_SHEET = 0
INSTITUTION = "Institution"


@dataclass(frozen=True, slots=True)
class Errors:
    """The errors of a workbook, by sheet and row number; an error of a whole sheet stands under row 0."""

    by_row: Mapping[tuple[str, int], tuple[Finding, ...]]
    broken: Mapping[str, BrokenRow]

    @classmethod
    def among(cls, findings: Iterable[Finding], broken: Iterable[BrokenRow] = ()) -> Errors:
        by_row: dict[tuple[str, int], tuple[Finding, ...]] = defaultdict(tuple)
        for finding in errors_in(findings):
            # Every field of the institution concerns every meeting, so its rows count as one.
            row = WHOLE_SHEET if finding.place.sheet == INSTITUTION else finding.place.row
            by_row[finding.place.sheet, row] += (finding,)
        return cls(dict(by_row), {row.nr: row for row in broken if row.nr})

    def of_row(self, row: Source) -> tuple[Finding, ...]:
        """The errors of this row, and those of its whole sheet."""
        return self.by_row.get((row.sheet, WHOLE_SHEET), ()) + (
            self.by_row.get((row.sheet, row.number), ()) if row.number else ()
        )

    def touching(
        self, meeting: Meeting, resident: Resident | None, seating: Seating, register: Register
    ) -> tuple[Finding, ...]:
        """The errors that stop this meeting: of the house, its row, its course, its resident, its people."""
        course = register.courses.get(meeting.course)
        rows = [meeting.at, *(row.at for row in (resident, course) if row)]
        rows += [participant.who.at for participant in seating.participants]
        # Somebody whose own row cannot be read is not simply left off the table.
        named = (meeting.resident, meeting.course, *seating.unknown)
        rows += [self.broken[nr].at for nr in named if nr in self.broken]
        found = self.of_row(Source(INSTITUTION)) + tuple(f for row in rows for f in self.of_row(row))
        return in_order(found)
