"""Every meeting of a workbook at its own time: the rows of Møder, and what courses compute around them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.loader import find_type
from docgen.model import Meeting, MeetingStatus, Workbook
from docgen.planning.courses.numbers import course_in
from docgen.planning.courses.opening import NUMBER as TALK
from docgen.planning.courses.running import all_series, unsure_courses
from docgen.planning.courses.series import Draft, Series, drafts, without_occurrence
from docgen.planning.entry import Entry, Origin
from docgen.planning.history import History
from docgen.planning.judging import length_of
from docgen.planning.participants import Seating
from docgen.planning.register import Register
from docgen.planning.scheduling.diary import Booking
from docgen.planning.scheduling.moved import Moved
from docgen.planning.scheduling.schedule import Placed, schedule
from docgen.planning.scheduling.slots import Hours, Wish
from docgen.planning.scheduling.workdays import Workdays
from docgen.planning.seating import seat
from docgen.planning.touching import Errors

ONLINE = "online"


@dataclass(frozen=True, slots=True)
class Timetable:
    """All entries, in no order, the courses that were worked out, and those that an error kept from it.

    ``hours``, ``workdays`` and ``travel`` (minutes between two places) are what meetings were placed by.
    """

    entries: tuple[Entry, ...]
    series: tuple[Series, ...]
    unsure: frozenset[str]
    hours: Hours
    workdays: Workdays
    travel: int

    def numbers(self, today: dt.date) -> frozenset[str]:
        """Every number that there is a meeting of; where docgen places it itself, only if it lies ahead.

        One that its course has moved into the past is not held: who was told of a later day must hear of it.
        """
        entries = (one for one in self.entries if one.origin is Origin.PEOPLE or one.meeting.date >= today)
        return frozenset(entry.meeting.nr for entry in entries)


def timetable(
    workbook: Workbook,
    types: Sequence[MeetingType],
    register: Register,
    errors: Errors,
    history: History,
    today: dt.date,
) -> Timetable:
    """The timetable. Meetings of courses that have passed, and never had a row, are left out."""
    house, workdays = workbook.institution, _workdays(workbook)
    series = all_series(workbook, types, register, errors, history, workdays, today)
    unsure = unsure_courses(series, workbook, types, register)
    rows = {row.nr.casefold(): row for row in reversed(workbook.meetings)}
    made = [draft for one in series for draft in drafts(one, rows, types, house)]
    own = {draft.meeting.nr for draft in made if draft.has_row}
    gone = set(without_occurrence(series, workbook, unsure, today))
    written = (row for row in workbook.meetings if row.nr not in own and row not in gone)
    fixed = [
        *(_as_written(row, types, register) for row in written),
        *(Entry(replace(row, status=MeetingStatus.CANCELLED), Origin.OWN_ROW) for row in gone),
    ]
    hours = Hours(house.day_starts, house.day_ends)
    table = Timetable((), series, unsure, hours, workdays, house.travel_minutes)
    placed = _placed(made, fixed, table, types, register, history)
    entries = (*fixed, *(entry for entry in placed if _lies_ahead(entry, today)))
    return replace(table, entries=entries)


def booking_of(
    meeting: Meeting, kind: MeetingType, seating: Seating, register: Register, at: str = "Dato"
) -> Booking:
    """Who is where when, for the length that row, course or type gives."""
    return Booking(
        nr=meeting.nr,
        date=meeting.date,
        start=meeting.start,
        length=length_of(meeting, kind, register),
        people=frozenset(one.nr for one in seating.participants),
        place=meeting.place,
        online=bool(meeting.link) or meeting.place.strip().casefold() == ONLINE,
        cell=meeting.at.place(at),
    )


def _workdays(workbook: Workbook) -> Workdays:
    return Workdays.of(workbook.closures, customary=workbook.institution.customary_days_off)


def _as_written(row: Meeting, types: Sequence[MeetingType], register: Register) -> Entry:
    """A row as people want it; it takes up time and room unless it is called off."""
    kind = find_type(types, row.type)
    if not row.course and (course := register.courses.get(course_in(row.nr))):
        row = replace(row, course=course.nr)  # the number says it, where the cell does not
    if kind is None or row.status is MeetingStatus.CANCELLED:
        return Entry(row)
    seating = seat(row, kind, register)
    return Entry(row, seating=seating, booking=booking_of(row, kind, seating, register))


def _placed(
    made: Sequence[Draft],
    fixed: Iterable[Entry],
    table: Timetable,
    types: Sequence[MeetingType],
    register: Register,
    history: History,
) -> Iterator[Entry]:
    """The computed meetings, moved to where everybody is free and the room too."""
    seatings = _Seatings(types, register)
    wishes = {draft.meeting.nr: _wish(draft, seatings) for draft in made}
    taken = [entry.booking for entry in fixed if entry.booking]
    kept = _kept(made, history)
    found = schedule(taken, list(wishes.values()), table.hours, table.workdays, table.travel, kept)
    for draft in made:
        yield _entry(draft, found[draft.meeting.nr], seatings.of(draft))


def _entry(draft: Draft, placed: Placed, seating: Seating) -> Entry:
    meeting, booking = draft.meeting, placed.booking
    moved = placed.moved
    if draft.occurrence.reason and booking.date != draft.occurrence.aim:
        moved = Moved(draft.occurrence.aim, meeting.start, draft.occurrence.reason)
    return Entry(
        replace(meeting, date=booking.date, start=booking.start),
        Origin.OWN_ROW if draft.has_row else Origin.COURSE,
        draft.aim,
        moved,
        seating,
        booking,
    )


def _wish(draft: Draft, seatings: _Seatings) -> Wish:
    kind, occurrence = seatings.kind(draft), draft.occurrence
    at = "Dato" if draft.has_row else "Start"
    booking = booking_of(draft.meeting, kind, seatings.of(draft), seatings.register, at)
    follows = occurrence.number == TALK  # and is held after the meeting that it follows, or not at all
    not_before = booking.start if follows else dt.time.min
    return Wish(booking, occurrence.earliest, occurrence.latest, not_before)


def _kept(made: Iterable[Draft], history: History) -> dict[str, tuple[dt.date, dt.time]]:
    """The slots that people have been told of, where the cadence still wishes for what it wished for then."""
    kept = {}
    for draft in made:
        sent = history.sent.get(draft.meeting.nr)
        if sent and not sent.cancelled and sent.aim == draft.aim:
            kept[draft.meeting.nr] = (sent.told.date, sent.told.start)
    return kept


def _lies_ahead(entry: Entry, today: dt.date) -> bool:
    return entry.origin is Origin.OWN_ROW or entry.meeting.date >= today


@dataclass(frozen=True, slots=True)
class _Seatings:
    """Who sits at the tables of computed meetings; one serves all of a course and type that have no row."""

    types: Sequence[MeetingType]
    register: Register
    known: dict[str, Seating] = field(default_factory=dict)

    def kind(self, draft: Draft) -> MeetingType:
        """The type of the meeting. Raises ``KeyError`` for an unknown one, of which there are no drafts."""
        kind = find_type(self.types, draft.meeting.type)
        if kind is None:
            raise KeyError(draft.meeting.type)
        return kind

    def of(self, draft: Draft) -> Seating:
        meeting = draft.meeting
        key = meeting.nr if draft.has_row else f"{meeting.course} {meeting.type}"
        if key not in self.known:
            self.known[key] = seat(draft.meeting, self.kind(draft), self.register)
        return self.known[key]
