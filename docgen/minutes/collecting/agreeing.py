"""The next meeting that was agreed, on its way to Møder: a new row, or the course's next number moved."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from docgen.findings import Finding, Place
from docgen.minutes.collecting.collection import Followup
from docgen.minutes.collecting.memory import NEXT, Memory, fingerprint, key_of_row
from docgen.minutes.collecting.newrow import like, of_course
from docgen.minutes.collecting.numbers import Numbers
from docgen.minutes.collecting.surroundings import Surroundings
from docgen.minutes.collecting.telling import Telling
from docgen.minutes.values import FilledMinutes, NextMeeting, label
from docgen.model import CourseStatus, Meeting, MeetingStatus
from docgen.planning.courses.series import is_own
from docgen.workbook.editing import RowEdit
from docgen.workbook.rows import CellValue
from docgen.workbook.text import clean

SHEET = "Møder"
_NOT_NEEDED = "nej"
_AGREED = "aftalt på "


@dataclass(slots=True)
class Agreement:
    """What one meeting's minutes agreed for the next, beside what the workbook has."""

    minutes: FilledMinutes
    beside: Surroundings
    memory: Memory
    numbers: Numbers
    telling: Telling
    followup: Followup | None = None
    edit: RowEdit | None = None
    findings: list[Finding] = field(default_factory=list)
    prints: dict[str, str] = field(default_factory=dict)

    def collect(self) -> None:
        """Fills in what follows; ``prints`` is what is to be remembered, as before where nothing follows."""
        agreed, (nr, row) = self.minutes.next, self.memory.followup()
        self.prints = {NEXT: self.memory.prints.get(NEXT, "")} | ({key_of_row(nr): row} if nr else {})
        if agreed == NextMeeting() or agreed.not_needed:
            self._goes_without(nr)
        if agreed == NextMeeting() or self._is_unclear():
            return
        value = fingerprint(_NOT_NEEDED if agreed.not_needed else _of(agreed))
        if self.memory.holds(NEXT, value):
            return
        if agreed.not_needed:
            self._goes_on_all_the_same()
        date = None if agreed.not_needed else self._date()
        if date is not None:
            self._put(date, agreed.start or self._usual_start(), self._place_of(agreed))
        if date is not None or agreed.not_needed:
            self.prints[NEXT] = value
        if self.followup is not None:
            self.prints = {NEXT: value, key_of_row(self.followup.nr): fingerprint(_of_row(self.followup))}

    # What was agreed

    def _date(self) -> dt.date | None:
        date = self.minutes.next.date
        if date is None:
            self._say("W-340", self._file())
        elif date <= self.beside.meeting.date:
            self._say("W-341", self._file(), date=f"{date:%d-%m-%Y}")
            return None
        return date

    def _is_unclear(self) -> bool:
        """Whether a day is agreed on, and a tick says that none is needed."""
        return self.minutes.next.not_needed and self.minutes.next.date is not None

    def _goes_without(self, nr: str) -> None:
        """What was agreed before, if that is not what is unclear, is planned until somebody calls it off."""
        row = self.beside.row(nr)
        if self._is_unclear():
            self._say("W-347", self._file())
        elif row is not None and row.status is MeetingStatus.PLANNED:
            self._say("W-348", row.at.place("Status"), file=label(self.minutes.file))

    def _place_of(self, agreed: NextMeeting) -> str:
        """Where; blank, with a finding, for what no letter and no calendar may say."""
        place = clean(agreed.place)[0]
        if self.telling.may_say(place):
            return place
        self._say("W-349", self._file())
        return ""

    def _usual_start(self) -> dt.time:
        self._say("W-342", self._file(), start=f"{self.beside.meeting.start:%H:%M}")
        return self.beside.meeting.start

    def _goes_on_all_the_same(self) -> None:
        """A course computes its meetings until somebody ends it."""
        course = self.beside.course
        if course and course.status is CourseStatus.ACTIVE:
            self._say("W-343", course.at.place("Status"), course=course.nr, file=label(self.minutes.file))

    # Where it goes

    def _put(self, date: dt.date, start: dt.time, place: str) -> None:
        written, _ = self.memory.followup()
        nr = written or self.beside.next_of_course
        row = self.beside.row(nr)
        if row is not None:
            self._move(row, date, start, place)
        elif written:
            self._say("W-346", self._file(), nr=written)
        elif not nr and (
            same := next((one for one in self.beside.planned_after() if one.date == date), None)
        ):
            if same.start != start:
                self._differs(same, "Start", date, start)
        else:
            self._add(Followup(nr, date, start, place or self.beside.usual_place(nr), is_new=True))

    def _move(self, row: Meeting, date: dt.date, start: dt.time, place: str) -> None:
        """Only a row that is still planned, and that nobody but docgen has set."""
        where = place or row.place
        if (row.date, row.start, row.place) == (date, start, where):
            return
        is_ours = is_own(row) or self.memory.holds(key_of_row(row.nr), fingerprint(_of_row(row)))
        if row.status is not MeetingStatus.PLANNED or not is_ours:
            self._differs(row, "Dato", date, start)
            return
        self.followup = Followup(row.nr, date, start, where, is_new=False)
        values = {"Dato": date, "Start": start, "Sted": where, "Beregnet": None, **self._remark(row.remark)}
        self.edit = RowEdit(SHEET, values, row.at.number)

    def _add(self, wanted: Followup) -> None:
        """A new row: with the course's number, else like this one's and with a number of its own."""
        for other in self.beside.planned_after() if not wanted.nr else ():
            self._say("W-345", other.at.place("Dato"), nr=other.nr, file=label(self.minutes.file))
        course = self.beside.course if wanted.nr else None
        number = wanted.nr or self.numbers.next(self.beside.workbook.meetings)
        self.followup = replace(wanted, nr=number)
        values: dict[str, CellValue] = {
            "Nr": number,
            **(of_course(course) if course else like(self.beside.meeting)),
            "Dato": wanted.date,
            "Start": wanted.start,
            "Sted": wanted.place,
            "Status": MeetingStatus.PLANNED.value,
            **self._remark(""),
        }
        self.edit = RowEdit(SHEET, values)

    # What is said of it

    def _remark(self, before: str) -> dict[str, CellValue]:
        """Why the row stands where it does; what people wrote there stays."""
        is_ours = not before or before.startswith((_AGREED, "flyttet fra "))
        return {"Bemærkning": f"{_AGREED}{self.beside.meeting.nr}"} if is_ours else {}

    def _differs(self, row: Meeting, heading: str, date: dt.date, start: dt.time) -> None:
        when, file = f"{date:%d-%m-%Y} {start:%H:%M}", label(self.minutes.file)
        self._say("W-344", row.at.place(heading), nr=row.nr, file=file, when=when)

    def _file(self) -> Place:
        return Place(file=label(self.minutes.file))

    def _say(self, code: str, place: Place, **data: object) -> None:
        self.findings.append(Finding.of(code, place, **data))


def _of(agreed: NextMeeting) -> str:
    return f"{agreed.date} {agreed.start} {clean(agreed.place)[0]}"


def _of_row(row: Meeting | Followup) -> str:
    return f"{row.date} {row.start} {row.place}"
