"""Who is where when: everybody's diary and every room's, and which meetings get in each other's way.

Inside, time is whole minutes and days are ordinals (``date.toordinal``): thousands of meetings are asked
about many times each.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from docgen.findings import Place

DAY = 24 * 60
NO_CELL = Place()


@dataclass(frozen=True, slots=True)
class Booking:
    """One meeting as diaries know it. ``length`` is in minutes, at least one.

    ``people`` are the numbers of everybody at the table, the resident among them. ``place`` is what people
    wrote, blank for none; an ``online`` meeting needs no room, and nobody is on the way to it. ``cell`` is
    what a finding about its time names.
    """

    nr: str
    date: dt.date
    start: dt.time
    length: int
    people: frozenset[str]
    place: str = ""
    online: bool = False
    cell: Place = NO_CELL

    @property
    def day(self) -> int:
        """The ordinal of its date."""
        return self.date.toordinal()

    @property
    def begins(self) -> int:
        """Minutes since midnight."""
        return self.start.hour * 60 + self.start.minute

    @property
    def room(self) -> str:
        """The same for the same room, however people write letter case and space; blank for none."""
        return "" if self.online else _room(self.place)

    @property
    def building(self) -> str:
        """The same for the same building; blank where the place does not say.

        It stands behind the first comma of a place ("Mødelokale 3, Rådhuspladsen 2" and "Samtalerum 1,
        Rådhuspladsen 2" are one). A place without a comma is a room in the house, as most are written, and
        nobody is told that they have far to go.
        """
        return "" if self.online else _building(self.place)


class ClashKind(StrEnum):
    """What two meetings quarrel about."""

    PERSON = "person"
    ROOM = "room"
    TRAVEL = "travel"


_RANK = {kind: rank for rank, kind in enumerate(ClashKind)}


@dataclass(frozen=True, slots=True)
class Clash:
    """Another meeting that gets in the way, and the numbers of those who cannot be at both, in order.

    Nobody is named where the quarrel is about a room. ``TRAVEL`` is too little time between two places:
    ``gap`` is how many minutes there are.
    """

    kind: ClashKind
    other: Booking
    people: tuple[str, ...] = ()
    gap: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class _Entry:
    """A booking in a diary; both ends are minutes since day 0."""

    booking: Booking
    begins: int
    ends: int
    room: str
    building: str

    @classmethod
    def of(cls, booking: Booking) -> _Entry:
        begins = booking.day * DAY + booking.begins
        return cls(booking, begins, begins + booking.length, booking.room, booking.building)

    def days(self) -> range:
        """Every day that it touches: a meeting may go on past midnight."""
        return range(self.begins // DAY, max(self.ends - 1, self.begins) // DAY + 1)

    def gap(self, other: _Entry) -> int:
        """The minutes between the two; below 0 when they overlap."""
        return max(self.begins - other.ends, other.begins - self.ends)


_Page = tuple[str, int]  # a person or a room, and a day


class Diary:
    """The diaries of all people and rooms. ``travel`` is the time from one building to another, in minutes.

    Numbers tell meetings apart. A meeting is never in the way of one with its own number, so the diary can
    be asked about another time for a meeting that stands in it.
    """

    def __init__(self, travel: int, bookings: Iterable[Booking] = ()) -> None:
        self.travel = travel
        self._entries: dict[str, list[_Entry]] = defaultdict(list)
        self._people: dict[_Page, list[_Entry]] = defaultdict(list)
        self._rooms: dict[_Page, list[_Entry]] = defaultdict(list)
        for booking in bookings:
            self.add(booking)

    def add(self, booking: Booking) -> None:
        """Writes the meeting down for everybody at the table and for its room, free or not."""
        entry = _Entry.of(booking)
        self._entries[booking.nr].append(entry)
        for page in self._pages(entry):
            page.append(entry)

    def remove(self, nr: str) -> None:
        """Takes every meeting with this number out; there need not be one."""
        for entry in self._entries.pop(nr, ()):
            for page in self._pages(entry):
                page.remove(entry)

    def clashes(self, booking: Booking) -> tuple[Clash, ...]:
        """All that is in this meeting's way: people first, then the room, then the way, each by time."""
        own = _Entry.of(booking)
        near: dict[_Entry, list[str]] = {}
        for day in own.days():
            for entry in self._rooms.get((own.room, day), ()):
                if own.gap(entry) < self.travel:
                    near.setdefault(entry, [])
            for person in booking.people:
                for entry in self._people.get((person, day), ()):
                    if own.gap(entry) < self.travel:
                        near.setdefault(entry, []).append(person)
        found = (
            clash
            for entry, people in near.items()
            if entry.booking.nr != booking.nr
            for clash in self._between(own, entry, tuple(sorted(set(people))))
        )
        return tuple(sorted(found, key=_reading_order))

    def blocked(self, booking: Booking, day: int) -> int:
        """The minutes of ``day`` at which this meeting cannot begin for others' sake, as a set of bits.

        Its own time does not matter. One number answers for the whole day, so a search does not ask
        everybody's diary again for each time that it tries.
        """
        nr, midnight, building, length = booking.nr, day * DAY, booking.building, booking.length
        bits = 0
        for person in booking.people:
            for entry in self._people.get((person, day), ()):
                if entry.booking.nr != nr:
                    gap = self.travel if apart(building, entry.building) else 0
                    bits |= in_the_way(entry.begins - midnight, entry.ends - midnight, length, gap)
        for entry in self._rooms.get((booking.room, day), ()):
            if entry.booking.nr != nr:
                bits |= in_the_way(entry.begins - midnight, entry.ends - midnight, length, 0)
        return bits

    def sharing(self, booking: Booking, day: int) -> Iterator[Booking]:
        """The meetings of a day that need some of the same people or the same room; some of them twice."""
        for person in booking.people:
            yield from (entry.booking for entry in self._people.get((person, day), ()))
        yield from (entry.booking for entry in self._rooms.get((booking.room, day), ()))

    def _pages(self, entry: _Entry) -> Iterator[list[_Entry]]:
        for day in entry.days():
            yield from (self._people[person, day] for person in entry.booking.people)
            if entry.room:
                yield self._rooms[entry.room, day]

    def _between(self, own: _Entry, other: _Entry, people: tuple[str, ...]) -> Iterator[Clash]:
        gap = own.gap(other)
        if gap < 0 and people:
            yield Clash(ClashKind.PERSON, other.booking, people)
        if gap < 0 and own.room and own.room == other.room:
            yield Clash(ClashKind.ROOM, other.booking)
        if 0 <= gap < self.travel and people and apart(own.building, other.building):
            yield Clash(ClashKind.TRAVEL, other.booking, people, gap)


def apart(building: str, other: str) -> bool:
    """Whether one has to go from one to the other; a meeting that is nowhere asks nobody to go."""
    return building != other and building != "" and other != ""


def in_the_way(begins: int, ends: int, length: int, gap: int) -> int:
    """The minutes at which a meeting of this length cannot begin because of another one, as a set of bits.

    The other one's ``begins`` and ``ends`` are minutes of the same day, and may lie outside it. The two
    have ``gap`` minutes between them.
    """
    first, past = max(0, begins - length - gap + 1), ends + gap
    return (1 << past) - (1 << first) if past > first else 0


def _reading_order(clash: Clash) -> tuple[object, ...]:
    other = clash.other
    # Two rows may share a number and a time, by mistake: then the rest of them decides.
    rest = other.length, other.place, other.online, sorted(other.people)
    return _RANK[clash.kind], other.date, other.start, other.nr, other.cell, *rest


@lru_cache(maxsize=4096)
def _room(place: str) -> str:
    return " ".join(unicodedata.normalize("NFC", place).casefold().split())


@lru_cache(maxsize=4096)
def _building(place: str) -> str:
    return _room(place).partition(",")[2].strip(" ,")
