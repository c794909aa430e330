"""Days in people's calendars by which something is to be done: promises of courses, what meetings decided.

When the day changes, SEQUENCE is raised (RFC 5546 §2.1.4), as the entry may stand in calendars already. The
ledger knows every entry for ever: one that comes back must not be taken for an older version of itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from docgen.model import Institution
from docgen.planning.history import Entered, History
from docgen.planning.identity import uid


@dataclass(frozen=True, slots=True)
class DueDay:
    """A day's entry: what it is known by, its version, since when it says what it says, and its day.

    ``is_off`` says that it is there to take itself out of the calendars that have it.
    """

    uid: str
    sequence: int
    stamp: dt.datetime
    day: dt.date
    title: str
    is_off: bool = False

    @property
    def entered(self) -> Entered:
        """What the ledger remembers of it."""
        return Entered(self.sequence, self.stamp, self.day, self.is_off)


@dataclass(frozen=True, slots=True)
class DayBook:
    """Gives entries their identity and their version, by what has been entered before.

    ``known`` are the UIDs by what they begin with: an entry keeps its own when Kalender-id changes.
    """

    house: Institution
    history: History
    now: dt.datetime
    known: Mapping[str, str]

    @classmethod
    def of(cls, house: Institution, history: History, now: dt.datetime) -> DayBook:
        known = {one.partition(".")[0]: one for one in history.deadlines}
        return cls(house, history, now, known)

    def entry(self, key: str, day: dt.date, title: str) -> DueDay:
        """The entry that is known by ``key``, which has no full stop in it, on this day."""
        return self._version(self.known.get(key) or uid(key, self.house), day, title, is_off=False)

    def called_off(self, known_uid: str, title: str) -> DueDay:
        """A known entry taken out of calendars, on the day it stands on."""
        return self._version(known_uid, self.history.deadlines[known_uid].day, title, is_off=True)

    def as_it_was(self, known_uid: str, title: str) -> DueDay:
        """A known entry that nothing new can be said of."""
        was = self.history.deadlines[known_uid]
        return DueDay(known_uid, was.sequence, was.stamp, was.day, title, was.is_off)

    def _version(self, of: str, day: dt.date, title: str, *, is_off: bool) -> DueDay:
        was = self.history.deadlines.get(of, Entered(0, self.now, day, is_off))
        if (was.day, was.is_off) == (day, is_off):
            return DueDay(of, was.sequence, was.stamp, day, title, is_off)
        return DueDay(of, was.sequence + 1, self.now, day, title, is_off)
