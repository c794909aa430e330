"""The days on which meetings may be held: no weekend, no holiday, no closed day of the house."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from docgen import danish
from docgen.i18n import N_
from docgen.meetingtypes.cadence import Shift
from docgen.model import Closure
from docgen.planning.scheduling.moved import WEEKEND

CLOSED = N_("closed")
"""The reason of a closed day whose row gives none."""
_SATURDAY = 5
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Workdays:
    """The calendar of one house. ``spans`` are its closed periods: first and last day, and the reason."""

    spans: tuple[tuple[dt.date, dt.date, str], ...] = ()
    customary: bool = True

    @classmethod
    def of(cls, closures: Sequence[Closure], *, customary: bool = True) -> Workdays:
        """The calendar with these rows of Lukkedage; their order does not matter.

        A row whose Til lies before its Fra closes nothing: it has an error, and nobody knows which of the
        two is meant. ``customary`` says whether the days off that are agreed, and no public holidays, are
        closed too: 1 May, 5 June, 24 and 31 December.
        """
        rows = ((row.first, row.last or row.first, danish.one_line(row.reason)) for row in closures)
        spans = {(first, last, reason or CLOSED) for first, last, reason in rows if first <= last}
        return cls(tuple(sorted(spans)), customary)

    def closed(self, day: dt.date) -> str:
        """Why no meeting is held that day; ``""`` when one may be.

        That is the holiday's Danish name, the reason on Lukkedage, or a message of ours, to be translated
        when shown. The holiday comes first, as everybody knows it, and the weekend last: that a house is
        closed for three weeks says more than that one of its days is a Saturday.
        """
        holiday = _holidays(day.year, self.customary).get(day, "")
        return holiday or self._closure(day) or (WEEKEND if day.weekday() >= _SATURDAY else "")

    def nearest(self, day: dt.date, *, earliest: dt.date, latest: dt.date, shift: Shift) -> dt.date | None:
        """The open day nearest to ``day``, or ``day`` itself; ``None`` when there is none within the bounds.

        Both bounds may be used. ``shift`` says on which side to look. Of two that are equally near the later
        one counts: those who have been asked for ``day`` are ready by then, and letters have time to arrive.
        """
        days = _outwards(day, earliest, latest, shift)
        return next((near for near in days if not self.closed(near)), None)

    def _closure(self, day: dt.date) -> str:
        return next((reason for first, last, reason in self.spans if first <= day <= last), "")


def _outwards(day: dt.date, earliest: dt.date, latest: dt.date, shift: Shift) -> Iterator[dt.date]:
    """The day, then those around it, the nearest first, as far as the bounds and ``shift`` allow."""
    first = earliest if shift is not Shift.AFTER else max(day, earliest)
    last = latest if shift is not Shift.BEFORE else min(day, latest)
    for distance in range(max((day - first).days, (last - day).days) + 1):
        for near in dict.fromkeys((day + distance * _DAY, day - distance * _DAY)):
            if first <= near <= last:
                yield near


@lru_cache(maxsize=256)
def _holidays(year: int, customary: bool) -> Mapping[dt.date, str]:
    """The holidays of a year with their names as they stand within a sentence."""
    from holidays import country_holidays  # a tenth of a second, which not every command needs to wait for

    categories = ("public", "optional") if customary else ("public",)
    known = country_holidays("DK", years=year, language="da", categories=categories)
    return {day: danish.enumeration([_within(name) for name in known.get_list(day)]) for day in known}


def _within(name: str) -> str:
    """The name with a small first letter; Kristi is a name, and keeps its own."""
    return name if name.startswith("Kristi ") else name[:1].lower() + name[1:]
