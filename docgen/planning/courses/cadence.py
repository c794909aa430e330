"""From a course and its cadence to dated meetings: the engine behind Forløb.

Where the cadence puts a meeting, its aim, is one thing (``aims``); where the calendar lets it be held is
another. A meeting that a holiday moves takes none of the others along. Each has days of its own within which
it may be moved, and no two have one in common: however they are moved, they stay in order, and no two are on
one day.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import chain, pairwise

from dateutil.relativedelta import relativedelta

from docgen.meetingtypes.cadence import Base, Cadence, Deadline, Shift
from docgen.model import Course
from docgen.planning.courses.aims import SHORTEST, Aim, aims
from docgen.planning.scheduling.workdays import Workdays

MOST = 2000
"""So many meetings of one course are worked out, and no more."""
_REACH = 13  # days: a meeting that moves a fortnight is another meeting
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One meeting of a course: the ``number``-th from Start, for ever.

    ``aim`` is where the cadence puts it, ``date`` where the calendar lets it be held: ``None`` when no day
    within reach is open. ``reason`` says why the two differ, as ``Workdays.closed`` does; ``""`` when they do
    not. It may be moved to the days from ``earliest`` to ``latest``, both included. ``is_deadline`` marks a
    meeting that is promised "no later than" ``latest``.
    """

    number: int
    aim: dt.date
    date: dt.date | None
    reason: str
    earliest: dt.date
    latest: dt.date
    is_deadline: bool


def nr_of(course_nr: str, number: int) -> str:
    """The number of a course's meeting: ``F001-01``, ``F001-100``."""
    return f"{course_nr}-{number:02}"


def occurrences(
    course: Course, cadence: Cadence, workdays: Workdays, horizon: dt.date
) -> tuple[Occurrence, ...]:
    """All meetings whose aim lies no later than ``horizon`` and the course's Slut, at most ``MOST``.

    A longer horizon adds meetings, and changes none. A date may lie after the horizon, but not after Slut.
    """
    last, free = min(horizon, course.end or horizon), course.start + _DAY * cadence.first_is_later
    found: list[Occurrence] = []
    for aim, following in pairwise(chain(aims(course, cadence), (None,))):
        if aim is None or aim.day > last or len(found) == MOST:
            break
        found.append(_occurrence(len(found) + 1, aim, _window(aim, following, free, course, cadence),
                                 _shift(aim, cadence), workdays))  # fmt: skip
        free = found[-1].latest + _DAY
    return tuple(found)


def deadlines(course: Course, cadence: Cadence) -> tuple[tuple[Deadline, dt.date], ...]:
    """The cadence's deadlines with their dates; without those whose date to count from is blank."""
    bases = {Base.START: course.start, Base.GRANTED: course.granted}
    dated = ((deadline, bases[deadline.counted_from]) for deadline in cadence.deadlines)
    return tuple((one, base + relativedelta(months=one.months, days=one.days)) for one, base in dated if base)


def _occurrence(
    number: int, aim: Aim, window: tuple[dt.date, dt.date], shift: Shift, workdays: Workdays
) -> Occurrence:
    earliest, latest = window
    date = workdays.nearest(aim.day, earliest=earliest, latest=latest, shift=shift)
    reason = "" if date == aim.day else workdays.closed(aim.day)
    return Occurrence(number, aim.day, date, reason, earliest, latest, aim.stage.within_days > 0)


def _window(
    aim: Aim, following: Aim | None, free: dt.date, course: Course, cadence: Cadence
) -> tuple[dt.date, dt.date]:
    """The days that are this meeting's own, from ``free`` on, the first that no earlier one may have.

    A promise has all days up to its last one. Anything else has less than half of the way to its neighbours.
    """
    stage, day, shift = aim.stage, aim.day, _shift(aim, cadence)
    if stage.within_days:
        earliest, latest = free, course.start + stage.within_days * _DAY
        latest = min(latest, following.day - _DAY) if following else latest
    else:
        reach = min(cadence.reach or _REACH, (stage.every * SHORTEST[stage.unit] - 1) // 2)
        earliest, latest = max(free, day - reach * _DAY), day + reach * _DAY
        latest = min(latest, day + ((following.day - day).days - 1) // 2 * _DAY) if following else latest
    latest = min(latest, day if shift is Shift.BEFORE else latest, course.end or latest)
    return (day if shift is Shift.AFTER else earliest), latest


def _shift(aim: Aim, cadence: Cadence) -> Shift:
    """The cadence's own; only that a promise may be kept early, whatever way other meetings move."""
    return Shift.NEAREST if aim.stage.within_days and cadence.shift is Shift.AFTER else cadence.shift
