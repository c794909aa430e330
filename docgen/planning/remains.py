"""What the ledger remembers and the workbook has no more: meetings gone, people taken out, consent withdrawn.

"Gone" is judged on the whole workbook, and never while a number may yet stand in what cannot be read.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from docgen.model import BrokenRow, MeetingStatus, Workbook
from docgen.planning.cancellations import Cancellation, Clerk
from docgen.planning.history import History
from docgen.planning.planned import LeftOut, PlannedMeeting
from docgen.planning.register import COURSES, MEETINGS, RESIDENTS, Register
from docgen.planning.touching import Errors

_OF_COURSE = re.compile(r"(.+)-\d{2,}")


@dataclass(frozen=True, slots=True)
class Remains:
    """What is looked up.

    ``numbers`` are all that there is a meeting of, called off or not; ``cancelled`` those that are called
    off, ``unsure`` the courses that an error keeps from being worked out.
    """

    workbook: Workbook
    register: Register
    errors: Errors
    history: History
    today: dt.date
    numbers: frozenset[str]
    cancelled: frozenset[str]
    unsure: frozenset[str]

    def broken(self) -> tuple[LeftOut, ...]:
        """The rows of Møder that could not be understood, and built meetings of courses with an error."""
        rows = sorted(self._unread(MEETINGS), key=lambda row: row.at.number)
        of_rows = [LeftOut(row.nr, self.errors.of_row(row.at)) for row in rows]
        return (*of_rows, *self._of_courses())

    def gone(self) -> tuple[str, ...]:
        """Built numbers that the workbook has cancelled or no longer has."""
        built = self.history.built.items()
        return tuple(sorted(nr for nr, one in built if one.has_folder and self._is_gone(nr, one.date)))

    def cancellations(self, seated: Mapping[str, frozenset[str]], clerk: Clerk) -> Iterator[Cancellation]:
        """What was sent and is called off: whole meetings, and single people who are taken out.

        ``seated`` are the tables of the meetings that are to be held.
        """
        for nr, sent in sorted(self.history.sent.items()):
            if self._is_gone(nr, sent.told.date):
                yield from filter(None, [clerk.whole(nr, sent)])
            elif nr in seated:
                yield from clerk.taken_out(nr, sent, seated[nr])

    def withdrawn(self) -> dict[str, frozenset[str]]:
        """Built numbers, not yet held, whose files name somebody who has no longer the consent for it: whom.

        No resident counts as deleted while rows of Beboere cannot be read.
        """
        return {nr: people for nr, people in self._lost().items() if nr not in self._held()}

    def aftermath(self) -> dict[str, frozenset[str]]:
        """The same of meetings that have been held: their letters are history, but what was made of their
        minutes may not have gone out yet.
        """
        return {nr: people for nr, people in self._lost().items() if nr in self._held()}

    def _held(self) -> frozenset[str]:
        over = (MeetingStatus.HELD, MeetingStatus.MISSED)
        return frozenset(meeting.nr for meeting in self.workbook.meetings if meeting.status in over)

    def _lost(self) -> dict[str, frozenset[str]]:
        is_unsure = self._is_unsure(RESIDENTS)
        lost = {
            nr: frozenset(
                person
                for resident, person in built.consents
                if (resident in self.register.residents or not is_unsure)
                and self.register.is_withdrawn(resident, person)
            )
            for nr, built in sorted(self.history.built.items())
        }
        return {nr: people for nr, people in lost.items() if people}

    def _is_gone(self, nr: str, day: dt.date | None) -> bool:
        """Whether a known number is called off, or nowhere to be found; one whose day has passed stays."""
        if nr in self.cancelled:
            return True
        if nr in self.numbers or nr in {row.nr for row in self._unread(MEETINGS)}:
            return False
        if any(row.nr == nr for row in self.workbook.archived) or (day is not None and day < self.today):
            return False
        return not (self._is_unsure(MEETINGS) or self._may_be_computed(nr))

    def _may_be_computed(self, nr: str) -> bool:
        """Whether the number is a meeting of a course that cannot be worked out, or may be one."""
        match = _OF_COURSE.fullmatch(nr)
        return match is not None and (match[1] in self.unsure or self._is_unsure(COURSES))

    def _of_courses(self) -> Iterator[LeftOut]:
        for nr, one in sorted(self.history.built.items()):
            match = _OF_COURSE.fullmatch(nr)
            if match and one.has_folder and match[1] in self.unsure and nr not in self.numbers:
                rows = self.register.rows_of(COURSES, match[1])
                yield LeftOut(nr, tuple(found for row in rows for found in self.errors.of_row(row)))

    def _is_unsure(self, sheet: str) -> bool:
        """Whether a number that is not found on this sheet may yet stand there, in what cannot be read."""
        return any(not row.nr for row in self._unread(sheet)) or bool(self.errors.of_sheet(sheet))

    def _unread(self, sheet: str) -> list[BrokenRow]:
        return [row for row in self.workbook.broken if row.at.sheet == sheet]


def seated(meetings: Iterable[PlannedMeeting]) -> dict[str, frozenset[str]]:
    """Who sits at the table of each meeting that is to be held, by number.

    Of a meeting that is left out because of an error nothing is known: nobody is taken out of it.
    """
    return {one.nr: frozenset(who.nr for who in one.seating.participants) for one in meetings}
