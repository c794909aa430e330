"""The diary as it fills with computed meetings: first one after the other, then with others giving way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from docgen.planning.scheduling.clusters import Candidate, Search
from docgen.planning.scheduling.diary import Diary
from docgen.planning.scheduling.slots import Slot, at, slot_of

GROUPS = (6, 12, 24)  # so many meetings are looked at together: more of them where few will not do
STEPS = 2_000  # so many slots are tried for one group, and in all:
ALL_STEPS = 50_000


class Board:
    """``slots`` are those at which computed meetings stand in the diary, by number.

    The candidates are taken in the order given. Everything else in the diary stays where it is.
    """

    def __init__(self, diary: Diary, candidates: Iterable[Candidate]) -> None:
        self.diary = diary
        self.slots: dict[str, Slot] = {}
        self._candidates = {one.nr: one for one in candidates}
        self._without = Diary(diary.travel)  # the meetings that have found no slot, at their wished times
        self._steps = ALL_STEPS

    def fill(self) -> None:
        """Gives a slot to as many as can be: those that people have been told of keep theirs, if they can."""
        staying = {one.nr for one in self._told() if self._stays(one)}
        moving = [one for one in self._candidates.values() if one.nr not in staying]
        moving.sort(key=lambda one: one.told is None)
        stuck = [one for one in moving if not self._takes_nearest(one)]
        for one in stuck:
            self._without.add(one.booking)
        helped = [self._makes_room(one) for one in stuck]
        while any(self._trades(one) for one in self._candidates.values() if one.nr not in self.slots):
            helped.append(True)  # with every trade fewer are without a slot, so there is an end to it
        if any(helped):
            self._settle()

    def seat_the_rest(self) -> None:
        """Puts the others where people have been told, or where they were wished.

        Where nobody meets then, it is the first time at which one can.
        """
        for one in self._candidates.values():
            if one.nr not in self.slots:
                self._put(one, next(one.slots(), slot_of(one.booking)))

    def _put(self, one: Candidate, slot: Slot) -> None:
        self._take_out(one)
        self.diary.add(at(one.booking, slot))
        self.slots[one.nr] = slot

    def _take_out(self, one: Candidate) -> None:
        self.diary.remove(one.nr)
        self._without.remove(one.nr)
        self.slots.pop(one.nr, None)

    def _told(self) -> Sequence[Candidate]:
        """Those that people have been told of, first those that are in the way of the fewest others.

        So a plan that had to leave one in the way of several leaves the same one there the next time.
        """
        told = [(one, at(one.booking, one.told)) for one in self._candidates.values() if one.told]
        diary = Diary(self.diary.travel, (booking for _, booking in told))
        return [one for one, booking in sorted(told, key=lambda pair: len(diary.clashes(pair[1])))]

    def _stays(self, one: Candidate) -> bool:
        """Whether it could be put where people have been told."""
        if one.told is None or one.nearest_free(self.diary) != one.told:
            return False
        self._put(one, one.told)
        return True

    def _takes_nearest(self, one: Candidate) -> bool:
        """Whether there was a free slot for it."""
        slot = one.nearest_free(self.diary)
        if slot:
            self._put(one, slot)
        return slot is not None

    def _settle(self) -> None:
        """Where one has moved away, another may come nearer to its wish, until nobody can."""
        before: Mapping[str, Slot] = {}
        while before != self.slots:
            before = dict(self.slots)
            for one in self._candidates.values():
                if one.nr in self.slots and self.slots[one.nr] != next(one.slots()):
                    self._takes_nearest(one)

    def _makes_room(self, one: Candidate) -> bool:
        """Whether others could give way, so that this one finds a slot and nobody loses theirs.

        Those who have been told of a slot give way last, and as few of them as possible.
        """
        if any(self._placed_anew(group) for group in self._groups(one)):
            return True
        groups = list(self._groups(one, told=True))
        told = max((sum(other.told is not None for other in group) for group in groups), default=0)
        most = sorted({min(1, told), told} - {0})
        return any(self._placed_anew(group, pushes=pushes) for pushes in most for group in groups)

    def _trades(self, one: Candidate) -> bool:
        """Whether fewer meetings of its group go without a slot after it has been placed anew.

        One that takes much room may lose its slot to two others.
        """
        for group in self._groups(one, without=True):
            without = sum(other.nr not in self.slots for other in group)
            if without > 1 and self._placed_anew(group, spare=without - 1):
                return True
        return False

    def _groups(
        self, one: Candidate, *, told: bool = False, without: bool = False
    ) -> Iterator[Sequence[Candidate]]:
        """The meeting with ever more of those that need the same people or room, as long as there are more.

        Those who have been told of their slot are among them only with ``told``, and others that have none
        only with ``without``. There are none once all steps have been taken.
        """
        reached = 0
        for size in GROUPS if self._steps else ():
            group = self._group(one, size, told=told, without=without)
            if len(group) > reached:
                yield group
            reached = len(group)

    def _group(self, first: Candidate, size: int, *, told: bool, without: bool) -> Sequence[Candidate]:
        group = {first.nr: replace(first, told=None)}
        asked = [first]
        for member in asked:
            for nr in self._around(member, without=without):
                other = self._candidates[nr]
                keeps = other.told is not None and self.slots.get(nr) == other.told
                if nr in group or (keeps and not told):
                    continue
                group[nr] = other if keeps else replace(other, told=None)
                asked.append(other)
                if len(group) == size:
                    return list(group.values())
        return list(group.values())

    def _around(self, one: Candidate, *, without: bool) -> Iterator[str]:
        """The computed meetings that may be in its way somewhere, first those near its wished time."""
        wished, near = one.booking, set()
        for diary in (self.diary, self._without) if without else (self.diary,):
            for day in one.offer.days:
                for other in diary.sharing(wished, day):
                    if other.nr in self._candidates and other.nr != one.nr:
                        distance = abs(other.day - wished.day), abs(other.begins - wished.begins)
                        near.add((distance, other.nr))
        return (nr for _, nr in sorted(near))

    def _placed_anew(self, group: Sequence[Candidate], *, pushes: int = 0, spare: int = 0) -> bool:
        """Whether slots were found for the group; otherwise all stay as they were."""
        before = {one.nr: self.slots[one.nr] for one in group if one.nr in self.slots}
        for one in group:
            self.diary.remove(one.nr)
        steps = min(STEPS, self._steps)
        search = Search(group, self.diary, steps=steps, pushes=pushes, spare=spare)
        found = search.placing()
        self._steps -= steps - search.steps
        for one in group:
            self._take_out(one)
            slot = (before if found is None else found).get(one.nr)
            if slot:
                self._put(one, slot)
            else:
                self._without.add(one.booking)
        return found is not None
