"""What a pack must say after each build, and what people must have been told after each sending."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from docgen.packs.sending import Dispatch
from docgen.planning import Plan
from tests.packs.office import Appointment, Office


@dataclass
class Expected:
    """``shown`` is what the pack says of each meeting, ``told`` what people have been told of it.

    ``folders`` are the meetings that have one, ``out`` the cancellations that are made out. ``hidden`` are
    those of which the last build could say nothing. ``unknown`` have not been built since the ledger was
    lost; nothing is marked of them. ``by_feed_alone`` were told in calendar files only. ``waiting`` are
    people who are in again, but not yet in the meeting's own files.
    """

    office: Office
    shown: dict[str, Appointment] = field(default_factory=dict)
    told: dict[str, Appointment] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)
    in_calendars: frozenset[str] = frozenset()
    out: frozenset[tuple[str, str]] = frozenset()
    hidden: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)
    by_feed_alone: set[str] = field(default_factory=set)
    waiting: set[tuple[str, str]] = field(default_factory=set)

    def ahead(self, person: str, day: dt.date) -> dict[str, Appointment]:
        """The meetings that this person has been told of, from the day on."""
        return {nr: one for nr, one in self.told.items() if one.day >= day and person in one.people}

    def behind(self, person: str) -> set[str]:
        """The meetings of which this person waits to hear."""
        return {nr for nr, one in self.waiting if one == person}

    def after_building(self, plan: Plan, folders: Collection[str]) -> None:
        """``folders`` are the meetings that have one in the pack now."""
        wanted, today = self.office.wanted(plan), self.office.today
        chosen = {one.nr for one in plan.meetings if one.documents}
        self.in_calendars = frozenset(one.nr for one in plan.calendar)
        assert self.in_calendars == wanted.keys()
        self.out = frozenset((one.nr, one.person) for one in plan.cancellations)
        self.hidden = {nr for nr in {*self.shown, *self.told} if self.office.is_out_of_sight(nr)}
        self.folders &= set(folders)
        self.shown = {nr: self.told[nr] for nr in self.hidden & self.told.keys()} | self.shown
        for nr in self.shown.keys() - wanted.keys():
            self._not_wanted(nr, today)
        standing = {one.nr for one in plan.standing}
        for nr, one in wanted.items():
            sent = plan.history.sent.get(nr)
            had_letters = sent is not None and sent.letters and not sent.cancelled
            if nr in chosen or not (nr in self.folders or nr in standing or had_letters):
                self.shown[nr] = one
            else:
                self._stay(nr, one)
        self.folders |= chosen
        self.unknown -= chosen

    def after_sending(self, done: Dispatch, numbers: Collection[str], day: dt.date) -> None:
        """``numbers`` were chosen, or all if there are none."""
        known = {*self.shown, *self.told}
        unknown = self.unknown if numbers else self.unknown - self.in_calendars
        for nr in known & set(numbers or known) - unknown:
            if nr in self.shown:
                self._send(nr, day)
            elif self.told[nr].day >= day:
                del self.told[nr]
        self.by_feed_alone -= {*done.invited, *done.updated} & self.folders

    def _not_wanted(self, nr: str, today: dt.date) -> None:
        """It is gone from the pack, unless nothing can be said of it, or nobody awaits it any more."""
        last = max(one.day for one in (self.shown[nr], self.told.get(nr)) if one)
        if nr not in self.hidden and last >= today:
            del self.shown[nr]
            self.folders.discard(nr)
        elif nr not in self.folders:
            del self.shown[nr]
            if nr in self.told:
                self.shown[nr] = self.told[nr]

    def _stay(self, nr: str, wanted: Appointment) -> None:
        """What the pack said of a meeting that was not chosen it says still, but not to those taken out."""
        out = self.told[nr].people - wanted.people if nr in self.told else frozenset()
        if before := self.shown[nr] if nr in self.folders else self.told.get(nr):
            self.shown[nr] = replace(before, people=before.people - out)

    def _send(self, nr: str, day: dt.date) -> None:
        """Nobody who was told goes without a cancellation."""
        before = self.told.get(nr)
        if max(one.day for one in (self.shown[nr], before) if one) < day:
            return
        out = {person for off, person in self.out if off == nr}
        awaiting = before.people - out if before and before.day >= day else frozenset()
        people = self.shown[nr].people | awaiting
        self.told[nr] = replace(self.shown[nr], people=people)
        self.waiting -= {(nr, person) for person in self.shown[nr].people}
        self.waiting |= {(nr, person) for person in awaiting - self.shown[nr].people}
        if nr not in self.folders:
            self.by_feed_alone.add(nr)
