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
        self,
        person: str,
        ahead: Mapping[str, Appointment],
        today: dt.date,
        by_feed_alone: Set[str],
        behind: Set[str],
    ) -> None:
        """Objects to a calendar that does not show what is ``ahead``, wherever it is not ``behind``.

        The one without the calendar files may lack meetings, and does not follow those ``by_feed_alone``.
        """
        found = shown(self.everything[person], today)
        assert found.keys() == ahead.keys(), (person, today, found.keys() ^ ahead.keys())
        _compare(person, found, ahead, found.keys() - behind)
        mailed = shown(self.by_mail[person], today)
        assert mailed.keys() <= ahead.keys(), (person, today, mailed.keys() - ahead.keys())
        _compare(person, mailed, ahead, mailed.keys() - behind - by_feed_alone)

    def forget_what_is_lost(self, pack: Path) -> None:
        """Takes out what no file of the pack tells of any more: deadlines, and cancellations that were sent.

        When the ledger is lost, so is their version.
        """
        there = b"".join(path.read_bytes() for path in (pack / "kalendere").glob("*.ics"))
        off = {path.stem for path in (pack / "aflysninger").glob("*.ics")}
        for calendars in (self.everything, self.by_mail, self.by_feed):
            for person, calendar in calendars.items():
                for uid, kept in [*calendar.events.items()]:
                    nr = number(uid)
                    if not isinstance(kept.start, dt.datetime):
                        is_known = uid.encode() in there
                    else:
                        is_known = not kept.is_off or bool(off & {nr, f"{nr}_{person}"})
                    if not is_known:
                        del calendar.events[uid]
        known = {uid for calendar in self.everything.values() for uid in calendar.events}
        self.uids = {nr: uid for nr, uid in self.uids.items() if uid in known}


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


def _compare(
    person: str, found: Mapping[str, Kept], ahead: Mapping[str, Appointment], numbers: Set[str]
) -> None:
    got = {nr: (found[nr].start, found[nr].end, found[nr].location) for nr in numbers}
    wanted = {nr: (ahead[nr].start, ahead[nr].end, ahead[nr].place) for nr in numbers}
    assert got == wanted, (person, got, wanted)
