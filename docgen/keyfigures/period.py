"""The month that figures are about, and how much of it the clock has seen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

_MONTH = relativedelta(months=1)
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """The month that begins on ``first``, as one can know it on the day ``today``."""

    first: dt.date
    today: dt.date

    @classmethod
    def of(cls, day: dt.date, today: dt.date) -> Period:
        """The month in which ``day`` lies."""
        return cls(day.replace(day=1), today)

    @property
    def last(self) -> dt.date:
        """Its last day: 29 February in a leap year."""
        return self.first + _MONTH - _DAY

    @property
    def until(self) -> dt.date:
        """The last day that figures count: that of the month, and today in a month that is not over."""
        return min(self.last, self.today)

    @property
    def is_over(self) -> bool:
        return self.last < self.today

    @property
    def is_ahead(self) -> bool:
        return self.first > self.today

    def before(self) -> Period:
        """The month before, on the same clock."""
        return Period(self.first - _MONTH, self.today)

    def holds(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    def meets(self, start: dt.date, end: dt.date | None) -> bool:
        """Whether something from ``start`` to ``end``, both included, goes on in it; blank: it still does."""
        return start <= self.until and (end is None or end >= self.first)
