"""Bookings of an invented house, and the days on which it is open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from docgen.findings import Place
from docgen.planning.scheduling.diary import Booking
from docgen.planning.scheduling.slots import Hours, Wish

MONDAY = dt.date(2026, 2, 2)
HOURS = Hours(dt.time(9), dt.time(15, 30))
TRAVEL = 15


@dataclass(frozen=True)
class Days:
    """Open on working days, but for those that are closed for a reason."""

    reasons: Mapping[dt.date, str] = field(default_factory=dict)

    def closed(self, day: dt.date) -> str:
        return self.reasons.get(day, "") or ("weekend" if day.weekday() > 4 else "")


OPEN = Days()


def day(number: int) -> dt.date:
    """So many days after Monday 2 February 2026."""
    return MONDAY + dt.timedelta(days=number)


def clock(text: str) -> dt.time:
    return dt.time.fromisoformat(text)


def booking(
    nr: str = "M001",
    at: str = "10:00",
    people: str = "P001",
    *,
    place: str = "",
    length: int = 60,
    on: int = 0,
    online: bool = False,
) -> Booking:
    """A meeting of an hour on that Monday, with the people whose numbers are written with spaces between.

    It stands in the row of Møder that its number ends with.
    """
    cell = Place(sheet="Møder", row=int(nr[-1]), cell=f"F{nr[-1]}", heading="Dato")
    return Booking(nr, day(on), clock(at), length, frozenset(people.split()), place, online, cell)


def wish(made: Booking, before: int = 0, after: int = 0) -> Wish:
    """That meeting, which may move so many days."""
    return Wish(made, made.date - dt.timedelta(days=before), made.date + dt.timedelta(days=after))


def times(bookings: Iterable[Booking]) -> list[str]:
    """Day of the month and time of each: ``2 10:00``."""
    return [f"{one.date.day} {one.start:%H:%M}" for one in bookings]
