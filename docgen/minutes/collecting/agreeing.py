"""The next meeting that was agreed, on its way to Møder: a new row, or the course's next number moved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.findings import Finding, Place
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.loader import is_called
from docgen.minutes.collecting.collection import Followup
from docgen.minutes.collecting.memory import NEXT, Memory, fingerprint, key_of_row
from docgen.minutes.collecting.newrow import like, of_course
from docgen.minutes.collecting.numbers import Numbers
from docgen.minutes.collecting.telling import Telling
from docgen.minutes.values import FilledMinutes, NextMeeting, label
from docgen.model import Course, CourseStatus, Meeting, MeetingStatus, Workbook
from docgen.planning.courses.cadence import nr_of
from docgen.planning.courses.numbers import course_of
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
    meeting: Meeting
    kind: MeetingType | None
    workbook: Workbook
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
        elif date <= self.meeting.date:
            self._say("W-341", self._file(), date=f"{date:%d-%m-%Y}")
            return None
        return date

    def _is_unclear(self) -> bool:
        """Whether a day is agreed on, and a tick says that none is needed."""
        return self.minutes.next.not_needed and self.minutes.next.date is not None

    def _goes_without(self, nr: str) -> None:
        """What was agreed before, if that is not what is unclear, is planned until somebody calls it off."""
        row = self._row(nr)
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
        self._say("W-342", self._file(), start=f"{self.meeting.start:%H:%M}")
        return self.meeting.start

    def _goes_on_all_the_same(self) -> None:
        """A course computes its meetings until somebody ends it."""
        course = self._course()
        if course and course.status is CourseStatus.ACTIVE:
            self._say("W-343", course.at.place("Status"), course=course.nr, file=label(self.minutes.file))

    # Where it goes

    def _put(self, date: dt.date, start: dt.time, place: str) -> None:
        course, (written, _) = self._course(), self.memory.followup()
        nr = written or (self._next_of_course(course) if course else "")
        row = self._row(nr)
        if row is not None:
            self._move(row, date, start, place)
        elif written:
            self._say("W-346", self._file(), nr=written)
        elif same := self._already_there(date, nr):
            if same.start != start:
                self._differs(same, "Start", date, start)
        else:
            self._add(nr, course, Followup(nr, date, start, place or self._usual_place(nr), is_new=True))

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

    def _add(self, nr: str, course: Course | None, followup: Followup) -> None:
        for other in self._planned_ahead() if not nr else ():
            self._say("W-345", other.at.place("Dato"), nr=other.nr, file=label(self.minutes.file))
        number = nr or self.numbers.next(self.workbook.meetings)
        self.followup = Followup(number, followup.date, followup.start, followup.place, is_new=True)
        values: dict[str, CellValue] = {
            "Nr": number,
            **(of_course(course) if nr and course else like(self.meeting)),
            "Dato": followup.date,
            "Start": followup.start,
            "Sted": followup.place,
            "Status": MeetingStatus.PLANNED.value,
            **self._remark(""),
        }
        self.edit = RowEdit(SHEET, values)

    def _row(self, nr: str) -> Meeting | None:
        return next(
            (row for row in self.workbook.meetings if nr and row.nr.casefold() == nr.casefold()), None
        )

    def _already_there(self, date: dt.date, nr: str) -> Meeting | None:
        return None if nr else next((row for row in self._planned_ahead() if row.date == date), None)

    def _planned_ahead(self) -> Iterator[Meeting]:
        """Rows of the same kind of meeting with the same person, after this one."""
        mine = self.meeting
        for row in self.workbook.meetings:
            is_same_kind = row.type == mine.type or (self.kind and is_called(self.kind, row.type))
            is_alike = is_same_kind and (row.resident, row.forum) == (mine.resident, mine.forum)
            if is_alike and row.status is MeetingStatus.PLANNED and row.date > mine.date:
                yield row

    def _course(self) -> Course | None:
        nr = course_of(self.meeting)
        return next((one for one in self.workbook.courses if nr and one.nr == nr), None)

    def _next_of_course(self, course: Course) -> str:
        """The number after this one; the first after the meeting that opens the course, or follows it."""
        head, _, number = self.meeting.nr.rpartition("-")
        if head == course.nr and number.isdecimal():
            return nr_of(course.nr, int(number) + 1)
        return nr_of(course.nr, 1) if self.meeting.date == course.start else ""

    def _usual_place(self, nr: str) -> str:
        """The course's for one of its meetings, else this one's."""
        course = self._course() if nr else None
        return course.place if course else self.meeting.place

    # What is said of it

    def _remark(self, before: str) -> dict[str, CellValue]:
        """Why the row stands where it does; what people wrote there stays."""
        is_ours = not before or before.startswith((_AGREED, "flyttet fra "))
        return {"Bemærkning": f"{_AGREED}{self.meeting.nr}"} if is_ours else {}

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
