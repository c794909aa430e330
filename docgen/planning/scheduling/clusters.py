"""Several meetings placed together: a complete search over a small group of them.

It is asked only where taking one meeting after the other leaves one without a time. It finds a placing of
the group where there is one, as long as its steps last. Those are counted, not timed, so the same question
has the same answer on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from docgen.planning.scheduling.diary import Booking, Diary, apart, in_the_way
from docgen.planning.scheduling.slots import Offer, Slot

_Domain = Mapping[int, int]  # by day: the minutes at which a meeting can still begin, as a set of bits


@dataclass(frozen=True, slots=True)
class Candidate:
    """A computed meeting at its wished time, with the times on offer.

    ``told`` is the slot that people have been told of; ``None`` where they have heard of none, or of one at
    which the meeting cannot be held any more.
    """

    booking: Booking
    offer: Offer
    told: Slot | None = None

    @property
    def nr(self) -> str:
        return self.booking.nr

    def slots(self) -> Iterator[Slot]:
        """Every slot at which it can be held: first the one that people know, then the nearest."""
        if self.told:
            yield self.told
        yield from self.offer.slots()

    def nearest_free(self, diary: Diary) -> Slot | None:
        """The first slot at which nothing is in its way; ``None`` when there is none."""
        if self.told:
            day, start = self.told
            if not diary.blocked(self.booking, day) >> start & 1:
                return self.told
        return self.offer.nearest_free(self.booking, diary)


@dataclass(frozen=True, slots=True)
class _State:
    """A search on its way: who has a slot, what is left for the others, and what it may still give up."""

    placed: Mapping[int, Slot]
    waiting: Mapping[int, _Domain]
    pushes: int
    spare: int


class Search:
    """Looks for slots for a group of meetings, around all that stands in the diary.

    At most ``pushes`` of those that have been told of a slot lose it for another, and at most ``spare`` of
    the others go without one. ``steps`` is how many slots are tried at most, and afterwards how many of
    these are left.
    """

    def __init__(
        self, group: Sequence[Candidate], diary: Diary, *, steps: int, pushes: int = 0, spare: int = 0
    ) -> None:
        self.steps = steps
        self._group = group
        self._lengths = [one.booking.length for one in group]
        self._rivals = [_rivals(index, group, diary.travel) for index in range(len(group))]
        self._sharing = _sharing(group)
        waiting = {index: _domain(one, diary) for index, one in enumerate(group)}
        self._start = _State({}, waiting, pushes, spare)

    def placing(self) -> Mapping[str, Slot] | None:
        """Slots by the meetings' numbers; ``None`` when there is no such placing, or steps ran out."""
        found = self._from(self._start)
        return None if found is None else {self._group[index].nr: slot for index, slot in found.items()}

    def _from(self, state: _State) -> Mapping[int, Slot] | None:
        """The meeting with the fewest slots left goes first: it fails soonest, if it is to fail."""
        if not state.waiting:
            return state.placed
        left = {index: _size(domain) for index, domain in state.waiting.items()}
        if list(left.values()).count(0) > state.spare or self._overfull(state):
            return None
        for following in self._following(state, min(left, key=lambda index: (left[index], index))):
            if not self.steps:
                return None
            self.steps -= 1
            found = self._from(following)
            if found is not None:
                return found
        return None

    def _following(self, state: _State, index: int) -> Iterator[_State]:
        """The search with this meeting at each of the slots left for it, and last with none."""
        told, domain = self._group[index].told, state.waiting[index]
        others = {other: left for other, left in state.waiting.items() if other != index}
        for day, start in self._group[index].slots():
            pushes = state.pushes - (told is not None and (day, start) != told)
            if pushes >= 0 and domain.get(day, 0) >> start & 1:
                waiting = self._narrowed(index, (day, start), others)
                yield _State({**state.placed, index: (day, start)}, waiting, pushes, state.spare)
        if state.spare and told is None:
            yield _State(state.placed, others, state.pushes, state.spare - 1)

    def _overfull(self, state: _State) -> bool:
        """Whether somebody, or a room, is needed for longer than the slots that are left hold.

        Without this the search would try every order of five meetings in a day that has room for four.
        """
        for members in self._sharing:
            waiting = [index for index in members if index in state.waiting]
            lengths = sorted(self._lengths[index] for index in waiting)
            if self._lacking(waiting, state, sum(lengths[: max(0, len(lengths) - state.spare)])):
                return True
        return False

    def _lacking(self, waiting: Sequence[int], state: _State, needed: int) -> bool:
        """Whether these meetings cannot fill so many minutes between them."""
        for day in {day for index in waiting for day in state.waiting[index]}:
            filled = 0
            for index in waiting:
                filled |= _drawn_out(state.waiting[index].get(day, 0), self._lengths[index])
            needed -= filled.bit_count()
            if needed <= 0:
                return False
        return needed > 0

    def _narrowed(self, index: int, slot: Slot, waiting: Mapping[int, _Domain]) -> Mapping[int, _Domain]:
        """What is left for the others when this meeting takes the slot."""
        day, start = slot
        narrowed = dict(waiting)
        end = start + self._lengths[index]
        for rival, gap in self._rivals[index]:
            domain = narrowed.get(rival, {})
            if day in domain:
                taken = in_the_way(start, end, self._lengths[rival], gap)
                narrowed[rival] = {**domain, day: domain[day] & ~taken}
        return narrowed


def _domain(one: Candidate, diary: Diary) -> _Domain:
    bits: dict[int, int] = {}
    for day, start in one.slots():
        bits[day] = bits.get(day, 0) | 1 << start
    return {day: starts & ~diary.blocked(one.booking, day) for day, starts in bits.items()}


def _rivals(index: int, group: Sequence[Candidate], travel: int) -> list[tuple[int, int]]:
    """Those of the group that need the same people or room, and the minutes between them and this one."""
    own = group[index].booking
    rivals = []
    for number, one in enumerate(group):
        people = not own.people.isdisjoint(one.booking.people)
        if number != index and (people or (own.room and own.room == one.booking.room)):
            on_the_way = people and apart(own.building, one.booking.building)
            rivals.append((number, travel if on_the_way else 0))
    return rivals


def _size(domain: _Domain) -> int:
    return sum(bits.bit_count() for bits in domain.values())


def _sharing(group: Sequence[Candidate]) -> Sequence[Sequence[int]]:
    """Those that need the same person, and those that need the same room: all sets of two and more."""
    needing: dict[tuple[str, str], list[int]] = {}
    for index, one in enumerate(group):
        keys = [("", person) for person in one.booking.people]
        for key in [*keys, (one.booking.room, "")] if one.booking.room else keys:
            needing.setdefault(key, []).append(index)
    return sorted({tuple(members) for members in needing.values() if len(members) > 1})


@lru_cache(maxsize=4096)  # most of a group's days stay as they are from one step to the next
def _drawn_out(starts: int, length: int) -> int:
    """The minutes that a meeting of this length can fill when it begins at one of these."""
    reach = 1
    while reach < length:
        step = min(reach, length - reach)
        starts |= starts << step
        reach += step
    return starts
