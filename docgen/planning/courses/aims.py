"""On which days a cadence wants the meetings of a course, whatever the calendar says.

Aims depend on the course's own dates and its Ugedag, and on nothing else. Days and weeks are counted as days:
2026 has a week 53, so "every other week" cannot be told from the number of the week. Months fall on the same
day of the month, or on the month's last day where it has no such day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from dateutil.relativedelta import relativedelta
from dateutil.rrule import DAILY, MONTHLY, rrule

from docgen.meetingtypes.cadence import Cadence, Event, Stage, Unit
from docgen.model import Course, Weekday

SHORTEST = {Unit.DAYS: 1, Unit.WEEKS: 7, Unit.MONTHS: 28}
"""Days of one unit, at least."""
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Aim:
    """A day on which the cadence wants a meeting, and the stage that it belongs to."""

    day: dt.date
    stage: Stage


@dataclass(frozen=True, slots=True)
class _Anchor:
    """What the next stage counts from: the last aim, and the day and number of months behind it.

    A stage of months that follows another one counts on from the day of the month where that one began: from
    31 January over 28 February to 31 March, and not from the 28th, or from a Ugedag nearby. ``is_free`` says
    that no meeting stands on ``day`` yet, and one should.
    """

    day: dt.date
    base: dt.date
    months: int = 0
    is_free: bool = False


def aims(course: Course, cadence: Cadence) -> Iterator[Aim]:
    """The days of the cadence in order, without end where it has none."""
    weekday = course.weekday or cadence.weekday
    origin = course.start if cadence.first_is_later else _first(course.start, weekday)
    anchor = _Anchor(origin, origin, is_free=not cadence.first_is_later)
    for stage in cadence.stages:
        for reached in _stage(stage, anchor, origin, course, weekday):
            yield Aim(reached.day, stage)
            anchor = reached


def _stage(
    stage: Stage, anchor: _Anchor, origin: dt.date, course: Course, weekday: Weekday | None
) -> Iterator[_Anchor]:
    """The aims of one stage, each as what could be counted on from."""
    if stage.within_days:
        yield replace(anchor, day=_within(course.start, stage.within_days, anchor.day, weekday))
        return
    ends = _ends(stage, course)
    last_month = origin + relativedelta(months=stage.until_month) if stage.until_month else dt.date.max
    taken = 0
    for plain, reached in islice(_steps(stage, anchor, weekday), not anchor.is_free, None):
        if plain > last_month or reached.day > ends or (stage.count and taken == stage.count):
            return
        if reached.day > anchor.day or anchor.is_free:  # a month from Start may be over before the promises
            taken += 1
            yield reached


def _ends(stage: Stage, course: Course) -> dt.date:
    """The last day of the stage, as far as it is known: the events of a course may be still to come."""
    events = {Event.FULLY_BACK: course.fully_back, Event.END: course.end}
    event = events[stage.until_event] if stage.until_event else None
    return min(event or dt.date.max, stage.until_date or dt.date.max)


def _steps(stage: Stage, anchor: _Anchor, weekday: Weekday | None) -> Iterator[tuple[dt.date, _Anchor]]:
    """The stage's days without end, from the anchor itself on; the first of each pair knows no Ugedag."""
    if stage.unit is Unit.MONTHS:
        for at, plain in enumerate(_months(anchor, stage.every)):
            months = anchor.months + at * stage.every
            yield plain, _Anchor(_near(plain, weekday), anchor.base, months)
    else:
        is_weeks = stage.unit is Unit.WEEKS
        start = _near(anchor.day, weekday) if is_weeks else anchor.day
        step = stage.every * SHORTEST[stage.unit]
        for moment in rrule(DAILY, interval=step, dtstart=_midnight(start)):
            yield moment.date(), _Anchor(moment.date(), moment.date())


def _months(anchor: _Anchor, every: int) -> Iterator[dt.date]:
    """The anchor's day of every so many months, clipped at the month's end, from the anchor's own on.

    Of the days from the 28th to the one that is wanted, the last that the month has (RFC 5545 §3.3.10).
    """
    first = anchor.base.replace(day=1) + relativedelta(months=anchor.months)
    wanted = anchor.base.day
    rule = rrule(MONTHLY, interval=every, dtstart=_midnight(first),
                 bymonthday=range(min(wanted, 28), wanted + 1), bysetpos=-1)  # fmt: skip
    return (moment.date() for moment in rule)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())


def _first(start: dt.date, weekday: Weekday | None) -> dt.date:
    """The first such weekday on or after Start."""
    return start if weekday is None else start + (_index(weekday) - start.weekday()) % 7 * _DAY


def _near(day: dt.date, weekday: Weekday | None) -> dt.date:
    """The nearest such weekday: three days away at most."""
    return day if weekday is None else day + ((_index(weekday) - day.weekday() + 3) % 7 - 3) * _DAY


def _within(start: dt.date, days: int, after: dt.date, weekday: Weekday | None) -> dt.date:
    """The last such weekday that keeps the promise, or its last day where there is none after ``after``."""
    last = start + days * _DAY
    day = last if weekday is None else last - (last.weekday() - _index(weekday)) % 7 * _DAY
    return day if day > after else last


def _index(weekday: Weekday) -> int:
    return list(Weekday).index(weekday)
