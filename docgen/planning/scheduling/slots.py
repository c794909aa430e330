"""At which times a meeting can be held, the best first, and the nearest one that is free.

The wished day comes before all others, as the cadence counts days. On each day the wished time comes
first, then the full quarter hours, which are what people write in their calendars, by their distance from
it. Of two that are equally far off, days or times, the later comes first: whoever has missed the news then
comes too early, and not in vain; and nobody gets less time to answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Protocol

from docgen.planning.scheduling.diary import Booking, Diary

STEP = 15  # minutes

Slot = tuple[int, int]
"""A day's ordinal and the minute of the day at which a meeting begins."""


class OpenDays(Protocol):
    """What knows on which days nobody meets."""

    def closed(self, day: dt.date) -> str:
        """Why the house is closed on this day; blank when it is open."""
        ...


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours within which the whole of a meeting lies (Møder tidligst, Møder senest)."""

    starts: dt.time
    ends: dt.time

    def hold(self, booking: Booking) -> bool:
        """Whether the meeting as it stands begins and ends within the hours."""
        return _minute(self.starts) <= booking.begins <= _minute(self.ends) - booking.length


@dataclass(frozen=True, slots=True)
class Wish:
    """A meeting at its wished date and time, and the days between which it may move, both included.

    The wished date is one of them. Whatever the day, the meeting does not begin before ``not_before``.
    """

    booking: Booking
    earliest: dt.date
    latest: dt.date
    not_before: dt.time = dt.time.min


@dataclass(frozen=True, slots=True)
class Offer:
    """The times at which one wish can be met, whatever else is going on: ``starts`` on each of ``days``.

    Both stand in order of preference; days are ordinals, starts minutes since midnight.
    """

    days: tuple[int, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, wish: Wish, hours: Hours, is_open: Callable[[int], bool]) -> Offer:
        days = by_distance(wish.booking.day, wish.earliest.toordinal(), wish.latest.toordinal())
        opens = _minute(max(hours.starts, wish.not_before))
        starts = _starts(wish.booking.begins, wish.booking.length, opens, _minute(hours.ends))
        return cls(tuple(filter(is_open, days)) if starts else (), starts)

    def slots(self) -> Iterator[Slot]:
        return ((day, start) for day in self.days for start in self.starts)

    def nearest_free(self, booking: Booking, diary: Diary) -> Slot | None:
        """The first slot at which nothing is in the way of this meeting; ``None`` when there is none."""
        for day in self.days:
            blocked = diary.blocked(booking, day)
            for start in self.starts:
                if not blocked >> start & 1:
                    return day, start
        return None


def slots(wish: Wish, hours: Hours, open_days: OpenDays) -> Iterator[Booking]:
    """The wished meeting at every time at which it can be held, in order of preference.

    Its own time is not among them where that lies outside the hours or on a closed day.
    """
    offer = Offer.of(wish, hours, opening(open_days))
    return (at(wish.booking, slot) for slot in offer.slots())


def nearest_free(wish: Wish, diary: Diary, hours: Hours, open_days: OpenDays) -> Booking | None:
    """The wished meeting at the first time at which everybody, the room and the way are free.

    ``None`` when there is no such time. The diary may hold the meeting itself: it is not in its own way.
    """
    slot = Offer.of(wish, hours, opening(open_days)).nearest_free(wish.booking, diary)
    return at(wish.booking, slot) if slot else None


def opening(open_days: OpenDays) -> Callable[[int], bool]:
    """Whether the house is open on the day with this ordinal; each day is looked up once."""

    @cache
    def is_open(day: int) -> bool:
        return not open_days.closed(dt.date.fromordinal(day))

    return is_open


def at(booking: Booking, slot: Slot) -> Booking:
    """The same meeting at this time."""
    day, minute = slot
    return replace(booking, date=dt.date.fromordinal(day), start=dt.time(*divmod(minute, 60)))


def slot_of(booking: Booking) -> Slot:
    """Where the meeting stands."""
    return booking.day, booking.begins


def _minute(time: dt.time) -> int:
    return time.hour * 60 + time.minute


def by_distance(wished: int, first: int, last: int) -> list[int]:
    """The whole numbers from first to last, those near the wished one first, the later of two before."""
    return sorted(range(first, last + 1), key=lambda number: (abs(number - wished), -number))


@lru_cache(maxsize=1024)
def _starts(wished: int, length: int, opens: int, closes: int) -> tuple[int, ...]:
    """The minutes at which a meeting can begin: the wished one and the full quarter hours, by distance."""
    latest = closes - length
    steps = {*range(-(-opens // STEP) * STEP, latest + 1, STEP), wished}
    within = (minute for minute in steps if opens <= minute <= latest)
    return tuple(sorted(within, key=lambda minute: (abs(minute - wished), -minute)))
