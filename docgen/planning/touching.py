"""Which errors touch which meeting: an error on a row stops the meetings that need the row, no others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from docgen.findings import Finding, errors_in, in_order
from docgen.model import Meeting, Source
from docgen.planning.participants import Seating
from docgen.planning.register import COURSES, MEETINGS, PEOPLE, Register

WHOLE_SHEET = 0
HEADINGS = 1
INSTITUTION = "Institution"


@dataclass(frozen=True, slots=True)
class Errors:
    """The errors of a workbook, by sheet and row number; an error of a whole sheet stands under row 0."""

    by_row: Mapping[tuple[str, int], tuple[Finding, ...]]

    @classmethod
    def among(cls, findings: Iterable[Finding]) -> Errors:
        by_row: dict[tuple[str, int], tuple[Finding, ...]] = defaultdict(tuple)
        for finding in errors_in(findings):
            sheet, row = finding.place.sheet, finding.place.row
            # A heading concerns every row below it, and a field of the institution every meeting.
            whole = row == HEADINGS or sheet == INSTITUTION
            by_row[sheet, WHOLE_SHEET if whole else row] += (finding,)
        return cls(dict(by_row))

    def of_sheet(self, sheet: str) -> tuple[Finding, ...]:
        """The errors of a whole sheet: it is missing, or one of its headings is."""
        return self.by_row.get((sheet, WHOLE_SHEET), ())

    def of_row(self, row: Source) -> tuple[Finding, ...]:
        """The errors of this row, and those of its whole sheet."""
        own = self.by_row.get((row.sheet, row.number), ()) if row.number else ()
        return self.of_sheet(row.sheet) + own

    def touching(
        self, meeting: Meeting, seating: Seating, register: Register, efforts: Iterable[Source] = ()
    ) -> tuple[Finding, ...]:
        """The errors that stop this meeting: of the house, its row, its course, its resident, its people.

        Those who are only informed are among its people; ``efforts`` are the rows of those that it is about.
        A number that stands in several rows is stopped by an error in any of them: nobody is guessed. And
        somebody whose own row cannot be read is not simply left off the table.
        """
        named = (*seating.participants, *seating.informed)
        people = (meeting.resident, *(person.nr for person in named), *seating.unknown)
        rows = [
            *efforts,
            meeting.at,
            *register.rows_of(MEETINGS, meeting.nr),
            *register.rows_of(COURSES, meeting.course),
            *(row for nr in people for row in register.rows_of(PEOPLE, nr)),
        ]
        return in_order((*self.of_sheet(INSTITUTION), *(found for row in rows for found in self.of_row(row))))
