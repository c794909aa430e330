"""The next meeting that was agreed, on its way to Møder: a new row, or the course's next number moved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docgen.findings import Finding, Place
from docgen.minutes.collecting.collection import Followup
from docgen.minutes.collecting.memory import NEXT, Memory, fingerprint, key_of_row
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
        if agreed == NextMeeting():
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

    def _place_of(self, agreed: NextMeeting) -> str:
        """Where; blank, with a finding, for what no letter and no calendar may say."""
        place = clean(agreed.place)[0]
        if self.telling.may_say(place):
            return place
        self._say("W-347", self._file())
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
        row = next((row for row in self.workbook.meetings if nr and row.nr.casefold() == nr.casefold()), None)
        if row is not None:
            self._move(row, date, start, place)
        elif written:
            self._say("W-346", self._file(), nr=written)
        elif same := self._already_there(date, nr):
            if same.start != start:
                self._differs(same, "Start", date, start)
        else:
            self._add(nr, course, Followup(nr, date, start, place or self._place(course), is_new=True))

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
            **(_of_course(course) if nr and course else _like(self.meeting)),
            "Dato": followup.date,
            "Start": followup.start,
            "Sted": followup.place,
            "Status": MeetingStatus.PLANNED.value,
            **self._remark(""),
        }
        self.edit = RowEdit(SHEET, values)

    def _already_there(self, date: dt.date, nr: str) -> Meeting | None:
        return None if nr else next((row for row in self._planned_ahead() if row.date == date), None)

    def _planned_ahead(self) -> Iterator[Meeting]:
        """Rows of the same kind of meeting with the same person, after this one."""
        mine = self.meeting
        for row in self.workbook.meetings:
            is_alike = (row.type, row.resident, row.forum) == (mine.type, mine.resident, mine.forum)
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

    def _place(self, course: Course | None) -> str:
        return self.meeting.place or (course.place if course else "")

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


def _of_course(course: Course) -> Mapping[str, CellValue]:
    return {"Type": course.type, "Beboer": course.resident, "Forløb": course.nr}


def _like(meeting: Meeting) -> Mapping[str, CellValue]:
    """What the next meeting has in common with this one; what is blank stays the type's."""
    return {
        "Type": meeting.type,
        "Beboer": meeting.resident,
        "Forløb": meeting.course,
        "Forum": str(meeting.forum or ""),
        "Varighed": meeting.length,
        "Anledning": meeting.occasion,
        "Mødeleder": meeting.facilitator,
        "Deltagere": "; ".join(meeting.extra),
        "Deltager ikke": "; ".join(meeting.absent),
    }
