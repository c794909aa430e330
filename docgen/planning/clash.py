"""Who would be in two places at once, what lies on a wrong day, and another time for those who ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from docgen.findings import Finding
from docgen.model import Answer, MeetingStatus, Reply
from docgen.planning.courses.series import slot
from docgen.planning.entry import Entry, Origin
from docgen.planning.register import Register
from docgen.planning.scheduling.conflicts import conflict_findings, day_findings
from docgen.planning.scheduling.diary import Booking, Diary
from docgen.planning.scheduling.slots import Wish, nearest_free
from docgen.planning.timetable import Timetable

WITHIN = dt.timedelta(days=14)
"""So far from the old time a new one is looked for."""
_DAY = dt.timedelta(days=1)


def clash_findings(table: Timetable, register: Register, today: dt.date) -> Iterator[Finding]:
    """Findings about the times of all meetings that lie ahead.

    A row with an Undtagelse breaks the rules on purpose, and is not spoken of; nor is a meeting that is over.
    """
    ahead = [entry for entry in table.entries if entry.booking and entry.meeting.date >= today]
    exempt = {entry.meeting.nr for entry in ahead if entry.meeting.exemption.strip()}
    yield from conflict_findings(
        [entry.booking for entry in ahead if entry.booking],
        table.hours,
        table.workdays,
        table.travel,
        lambda nr: _called(nr, register),
        exempt=exempt,
        earliest=today + _DAY,
    )
    talks = {one.talk.nr.casefold() for one in table.series if one.talk}
    for entry in ahead:
        is_fixed = entry.origin is Origin.PEOPLE or entry.meeting.nr.casefold() in talks
        minds = is_fixed and _is_planned(entry) and entry.meeting.nr not in exempt
        if entry.booking and minds:
            yield from day_findings(entry.booking, table.hours, table.workdays, earliest=today + _DAY)
    yield from _other_times(ahead, table, register, today)


def _is_planned(entry: Entry) -> bool:
    return entry.meeting.status is MeetingStatus.PLANNED


def _called(nr: str, register: Register) -> str:
    """``P001 Dorthe Engsvang``."""
    who = register.people.get(nr) or register.residents.get(nr)
    return f"{nr} {who.name}" if who else nr


def _other_times(
    ahead: Sequence[Entry], table: Timetable, register: Register, today: dt.date
) -> Iterator[Finding]:
    """For each meeting that somebody wants at another time: the nearest one that suits everybody."""
    asked = [(entry, answer) for entry in ahead for answer in _asking(entry, register)]
    if not asked:
        return
    diary = Diary(table.travel, (entry.booking for entry in ahead if entry.booking))
    for entry, answer in asked:
        place, found = answer.at.place("Svar"), _free(entry, diary, table, today)
        if found:
            times = " · ".join(slot(one.date, one.start) for one in found)
            yield Finding.of("W-235", place, nr=entry.meeting.nr, times=times)
        else:
            yield Finding.of("W-236", place, nr=entry.meeting.nr, days=WITHIN.days)


def _asking(entry: Entry, register: Register) -> Iterable[Answer]:
    """The last answers that ask for another time, of people at the table of a meeting that is planned."""
    if entry.seating is None or not _is_planned(entry):
        return ()
    seated = {one.nr for one in entry.seating.participants}
    answers = register.answers_to(entry.meeting.nr)
    return [one for one in answers if one.reply is Reply.OTHER_TIME and one.person in seated]


def _free(entry: Entry, diary: Diary, table: Timetable, today: dt.date) -> list[Booking]:
    """The nearest free time on the same day, and the nearest on another; none today or in the past."""
    old = entry.booking
    if old is None:
        return []
    held_up = replace(old, nr=f"{old.nr} ")  # at the old time somebody cannot come
    diary.add(held_up)
    tomorrow, last = today + _DAY, old.date + WITHIN
    same = _first(old, old.date, max(old.date, tomorrow), old.date, diary, table)
    later = _first(old, max(old.date + _DAY, tomorrow), max(old.date + _DAY, tomorrow), last, diary, table)
    before = _first(old, old.date - _DAY, max(old.date - WITHIN, tomorrow), old.date - _DAY, diary, table)
    diary.remove(held_up.nr)
    others = sorted(filter(None, (later, before)), key=lambda one: abs(one.date - old.date))
    return [*filter(None, [same]), *others[:1]]


def _first(
    old: Booking, wished: dt.date, earliest: dt.date, latest: dt.date, diary: Diary, table: Timetable
) -> Booking | None:
    """The free time nearest to the old hour on the wished day, within these days; ``None`` without any."""
    if not earliest <= wished <= latest:
        return None
    return nearest_free(Wish(replace(old, date=wished), earliest, latest), diary, table.hours, table.workdays)
