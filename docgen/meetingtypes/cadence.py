"""How often one meets in a course: stages one after the other, and promises with a date.

A cadence is data (``[[moedeinterval]]`` in ``type.toml``); ``docgen.planning.courses`` makes dates of it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from docgen.model import Weekday


class Unit(StrEnum):
    """What an interval is counted in (the key of a stage in ``type.toml``)."""

    DAYS = "dage"
    WEEKS = "uger"
    MONTHS = "maaneder"


class Event(StrEnum):
    """A date of the course that a stage lasts until (``indtil``): the heading of its column on Forløb."""

    FULLY_BACK = "Fuldt tilbage"
    END = "Slut"


class Shift(StrEnum):
    """Where a meeting moves that falls on a closed day (``flyt``)."""

    NEAREST = "naermest"
    BEFORE = "foer"
    AFTER = "efter"


class Base(StrEnum):
    """The date of the course that a deadline counts from (``fra``): the heading of its column on Forløb."""

    START = "Start"
    GRANTED = "Bevilget"


class KeptBy(StrEnum):
    """What keeps the promise of a deadline (``holdes_af``)."""

    MEETING = "moede"
    EFFORT = "indsats"


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of a cadence: either every so many ``unit``, or one meeting ``within_days`` of Start.

    ``count`` is the number of meetings (``antal``; 0: no limit). A stage also ends with ``until_event`` or
    ``until_date`` (``indtil``), or with month ``until_month`` from the course's first day
    (``indtil_maaned``; 0: no limit); all three include the day itself.
    """

    every: int = 0
    unit: Unit = Unit.DAYS
    count: int = 0
    until_event: Event | None = None
    until_date: dt.date | None = None
    until_month: int = 0
    within_days: int = 0

    @property
    def lasts(self) -> bool:
        """Whether it goes on for as long as the course does, so that nothing comes after it."""
        ends = self.within_days or self.count or self.until_month or self.until_date
        return not ends and self.until_event in (None, Event.END)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A promise with a date: ``days`` or ``months`` after a date of the course.

    ``title`` stands in the coordinator's calendar, where strangers may see it. ``key`` tells the deadlines
    of a cadence apart.
    """

    key: str
    title: str
    days: int = 0
    months: int = 0
    counted_from: Base = Base.START
    kept_by: KeptBy = KeptBy.MEETING


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often one meets: ``name`` is what Mødeinterval on Forløb calls it.

    ``weekday`` and ``time`` count where the course has none of its own. A meeting on a closed day moves
    ``shift``, by at most ``reach`` days (``None``: a fortnight less a day), and never past another one.
    ``same_day`` is the type of a meeting that follows the one which opens the course ("" for none).
    """

    name: str
    stages: tuple[Stage, ...]
    weekday: Weekday | None = None
    time: dt.time | None = None
    shift: Shift = Shift.NEAREST
    reach: int | None = None
    deadlines: tuple[Deadline, ...] = ()
    same_day: str = ""

    @property
    def first_is_later(self) -> bool:
        """Whether Start is day 0, which no meeting of the course falls on: another meeting opens it."""
        return bool(self.stages) and self.stages[0].within_days > 0


def spelt(name: str) -> str:
    """A cadence's name without letter case and space: two that differ in these only are one."""
    return "".join(name.casefold().split())
