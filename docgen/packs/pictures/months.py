"""The months that a picture shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

YEAR = 12
FEWEST = 3  # a picture of one month alone tells nobody anything


@dataclass(frozen=True, slots=True)
class Months:
    """So many months, one after the other, from the ``first`` day of one of them."""

    first: dt.date
    count: int

    @property
    def last(self) -> dt.date:
        """The last day of the last month."""
        return self._start(self.count) - dt.timedelta(days=1)

    @property
    def starts(self) -> tuple[dt.date, ...]:
        """The first day of each month."""
        return tuple(map(self._start, range(self.count)))

    def holds(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    def share(self, day: dt.date, at: float = 0.5) -> float:
        """How far along the day stands, from 0 to 1; ``at`` is the time of day, from 0 to 1."""
        days = (self._start(self.count) - self.first).days
        return ((day - self.first).days + at) / days

    def _start(self, number: int) -> dt.date:
        years, month = divmod(self.first.month - 1 + number, YEAR)
        return dt.date(self.first.year + years, month + 1, 1)


def year_from(today: dt.date) -> Months:
    """Twelve months, the one of ``today`` first."""
    return Months(today.replace(day=1), YEAR)


def months_until(today: dt.date, last: dt.date) -> Months:
    """From the month of ``today`` to that of ``last``, at most a year."""
    apart = (last.year - today.year) * YEAR + last.month - today.month
    return Months(today.replace(day=1), min(max(apart + 1, FEWEST), YEAR))
