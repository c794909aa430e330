"""Who and what a number means, and where it stands."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from docgen.model import (
    Answer,
    BrokenRow,
    Course,
    Effort,
    Institution,
    Meeting,
    Person,
    Resident,
    Source,
    Workbook,
)

PEOPLE, COURSES, MEETINGS = "Personer", "Forløb", "Møder"
RESIDENTS, EFFORTS = "Beboere", "Indsatser"
# Residents and other people share one series of numbers.
_SERIES = {RESIDENTS: PEOPLE, PEOPLE: PEOPLE, COURSES: COURSES, MEETINGS: MEETINGS}


@dataclass(frozen=True, slots=True)
class Register:
    """The rows of a workbook by their ``Nr``. Where two rows share a number the first one is found.

    ``efforts`` stand by their resident, in order of start, ``answers`` by their meeting.

    ``everybody`` are all rows of Personer, those too whose number another one has; ``unread`` are those of
    them that could not be read.

    ``rows`` are all the rows that carry a number, those that could not be read among them, by series and
    number: an error on any of them makes it unsafe to act on the number. Efforts have no numbers: those that
    could not be read stand under their resident's.
    """

    house: Institution
    residents: Mapping[str, Resident]
    people: Mapping[str, Person]
    courses: Mapping[str, Course]
    efforts: Mapping[str, tuple[Effort, ...]]
    answers: Mapping[str, tuple[Answer, ...]]
    everybody: tuple[Person, ...]
    unread: tuple[BrokenRow, ...]
    rows: Mapping[tuple[str, str], tuple[Source, ...]]

    @classmethod
    def of(cls, workbook: Workbook) -> Register:
        return cls(
            house=workbook.institution,
            residents={row.nr: row for row in reversed(workbook.residents)},
            people={row.nr: row for row in reversed(workbook.people)},
            courses={row.nr: row for row in reversed(workbook.courses)},
            efforts=_efforts(workbook),
            answers=_answers(workbook),
            everybody=workbook.people,
            unread=tuple(row for row in workbook.broken if row.at.sheet == PEOPLE),
            rows=_rows(workbook),
        )

    def is_withdrawn(self, resident: str, person: str) -> bool:
        """Whether a consent that was given is there no longer: it is not in the row, or there is no row.

        A row that cannot be read says nothing.
        """
        who = self.residents.get(resident)
        return person not in who.consents if who else not self.rows_of(PEOPLE, resident)

    def efforts_of(self, resident: str, day: dt.date) -> tuple[Effort, ...]:
        """The resident's efforts that have not ended before this day."""
        efforts = self.efforts.get(resident, ())
        return tuple(effort for effort in efforts if effort.end is None or effort.end >= day)

    def answers_to(self, nr: str) -> tuple[Answer, ...]:
        """What people answered to the meeting with this number: the last answer of each."""
        return self.answers.get(nr.casefold(), ())

    def rows_of(self, series: str, nr: str) -> tuple[Source, ...]:
        """Every row with this number; letter case does not part two numbers."""
        return self.rows.get((series, nr.casefold()), ())


def _efforts(workbook: Workbook) -> Mapping[str, tuple[Effort, ...]]:
    efforts: dict[str, tuple[Effort, ...]] = defaultdict(tuple)
    for effort in sorted(workbook.efforts, key=lambda one: (one.start, one.at.number)):
        efforts[effort.resident] += (effort,)
    return dict(efforts)


def _answers(workbook: Workbook) -> Mapping[str, tuple[Answer, ...]]:
    """By the meeting's number; a later day, or a row further down, is somebody's last word."""
    last: dict[str, dict[str, Answer]] = defaultdict(dict)
    for answer in sorted(workbook.answers, key=lambda one: (one.date or dt.date.min, one.at.number)):
        last[answer.meeting.casefold()][answer.person] = answer
    return {nr: tuple(by[person] for person in sorted(by)) for nr, by in last.items()}


def _rows(workbook: Workbook) -> Mapping[tuple[str, str], tuple[Source, ...]]:
    numbered: tuple[tuple[Resident | Person | Course | Meeting | BrokenRow, ...], ...] = (
        workbook.residents,
        workbook.people,
        workbook.courses,
        workbook.meetings,
        workbook.broken,
    )
    rows: dict[tuple[str, str], tuple[Source, ...]] = defaultdict(tuple)
    for sheet in numbered:
        for row in sheet:
            if row.nr and row.at.sheet in _SERIES:
                rows[_SERIES[row.at.sheet], row.nr.casefold()] += (row.at,)
    for unread in workbook.broken:
        if unread.resident and unread.at.sheet == EFFORTS:
            rows[EFFORTS, unread.resident.casefold()] += (unread.at,)
    return dict(rows)
