"""Everybody who is invited, with the calendars into which they take what they are sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Set
from pathlib import Path

from tests.calendars.itip import Calendar, Kept
from tests.packs.office import Appointment


class Receivers:
    """Each person has three calendars: one that takes in all that is for them, one that does so without the
    calendar file of all their meetings, and one that takes in nothing else.
    """

    def __init__(self, people: Iterable[str]) -> None:
        self.people = tuple(people)
        self.everything = {person: Calendar() for person in self.people}
        self.by_mail = {person: Calendar() for person in self.people}
        self.by_feed = {person: Calendar() for person in self.people}
        self.uids: dict[str, str] = {}

    def receive(self, people: Collection[str], file: Path) -> None:
        """The file goes to these people."""
        for person in people:
            self.by_mail[person].receive(file.read_bytes())
            self.everything[person].receive(file.read_bytes())

    def receive_feeds(self, folder: Path) -> None:
        """Each gets the file of all their meetings, if there is one."""
        for path in sorted(folder.glob("*.ics")):
            assert path.stem in self.people, path
            self.by_feed[path.stem].receive(path.read_bytes())
            self.everything[path.stem].receive(path.read_bytes())

    def check_uids(self) -> None:
        """Objects to a number that has become known by another UID."""
        for uid in {uid for calendar in self.everything.values() for uid in calendar.events}:
            assert self.uids.setdefault(number(uid), uid) == uid

    def check(
        self, person: str, ahead: Mapping[str, Appointment], today: dt.date, by_feed_alone: Set[str]
    ) -> None:
        """Objects to a calendar that does not show what is ``ahead``.

        The one without the calendar files may lack meetings, and does not follow those ``by_feed_alone``.
        """
        found = shown(self.everything[person], today)
        assert _times(found) == _wanted(ahead), f"{person} on {today}: {_times(found)}, not {_wanted(ahead)}"
        mailed = shown(self.by_mail[person], today)
        assert mailed.keys() <= ahead.keys(), (person, mailed.keys() - ahead.keys())
        followed = mailed.keys() - by_feed_alone
        got = _times({nr: mailed[nr] for nr in followed})
        assert got == _wanted({nr: ahead[nr] for nr in followed}), (person, got)

    def forget_deadlines(self, folder: Path) -> None:
        """Takes out deadlines that stand in no calendar file: with the ledger their version is lost."""
        there = b"".join(path.read_bytes() for path in folder.glob("*.ics"))
        for calendar in (*self.everything.values(), *self.by_feed.values()):
            for uid, kept in [*calendar.events.items()]:
                if not isinstance(kept.start, dt.datetime) and uid.encode() not in there:
                    del calendar.events[uid]
                    self.uids.pop(number(uid), None)


def number(uid: str) -> str:
    """The meeting's number, with which its UID begins."""
    return uid.partition(".")[0]


def shown(calendar: Calendar, today: dt.date) -> dict[str, Kept]:
    """The meetings that the calendar shows from today on, by number."""
    meetings = {
        number(uid): kept
        for uid, kept in calendar.events.items()
        if isinstance(kept.start, dt.datetime) and not kept.is_off
    }
    return {nr: kept for nr, kept in meetings.items() if _day(kept) >= today}


def _day(kept: Kept) -> dt.date:
    return kept.start.date() if isinstance(kept.start, dt.datetime) else kept.start


def _times(found: Mapping[str, Kept]) -> dict[str, tuple[object, object, str]]:
    return {nr: (kept.start, kept.end, kept.location) for nr, kept in found.items()}


def _wanted(ahead: Mapping[str, Appointment]) -> dict[str, tuple[object, object, str]]:
    return {nr: (one.start, one.end, one.place) for nr, one in ahead.items()}
