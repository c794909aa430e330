"""Computed meetings placed around what people wrote, each as near to its wished time as may be.

Meetings take the nearest free slot one after the other. Where one finds none, others are moved a little for
its sake. OR-Tools' CP-SAT is not needed for that: see ``tests/planning/test_schedule.py``, which holds the
outcome against every possible placing of small cases.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from docgen.i18n import N_
from docgen.planning.scheduling import moved as why
from docgen.planning.scheduling.board import Board
from docgen.planning.scheduling.clusters import Candidate
from docgen.planning.scheduling.diary import Booking, Clash, ClashKind, Diary
from docgen.planning.scheduling.moved import Moved
from docgen.planning.scheduling.slots import Hours, Offer, OpenDays, Wish, at, opening, slot_of

TOLD = N_("the time has been sent out already")

_REASONS = {ClashKind.PERSON: why.BUSY, ClashKind.ROOM: why.ROOM_TAKEN, ClashKind.TRAVEL: why.ON_THE_WAY}


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a computed meeting is to be held; ``moved`` is ``None`` when that is where it was wished.

    ``clashes`` are what is in its way all the same, because nothing within reach is free.
    """

    booking: Booking
    moved: Moved | None
    clashes: tuple[Clash, ...]


def schedule(
    fixed: Iterable[Booking],
    wishes: Iterable[Wish],
    hours: Hours,
    open_days: OpenDays,
    travel: int,
    kept: Mapping[str, tuple[dt.date, dt.time]] | None = None,
) -> Mapping[str, Placed]:
    """A time for each wished meeting, by its number; the same whatever order they are given in.

    ``fixed`` are meetings that people wrote: they stay. ``kept`` are times that people have been told of by
    a meeting's number: it stays there while it can, even when its wished time is free. One that finds
    nothing free stays where people have been told, or else where it was wished; where nobody can meet then,
    it takes the first time at which one can.
    """
    is_open = opening(open_days)
    in_order = sorted(wishes, key=lambda wish: (wish.booking.date, wish.booking.start, wish.booking.nr))
    told = kept or {}
    candidates = [_candidate(wish, hours, is_open, told.get(wish.booking.nr)) for wish in in_order]
    board = Board(Diary(travel, fixed), candidates)
    board.fill()
    board.seat_the_rest()
    return {one.nr: _placed(one, board, hours, open_days) for one in candidates}


def _candidate(
    wish: Wish, hours: Hours, is_open: Callable[[int], bool], told: tuple[dt.date, dt.time] | None
) -> Candidate:
    offer = Offer.of(wish, hours, is_open)
    if told is None:
        return Candidate(wish.booking, offer)
    there = replace(wish.booking, date=told[0], start=told[1])
    holds = there.day in offer.days and hours.hold(there)
    return Candidate(wish.booking, offer, slot_of(there) if holds else None)


def _placed(one: Candidate, board: Board, hours: Hours, open_days: OpenDays) -> Placed:
    slot = board.slots[one.nr]
    booking = at(one.booking, slot)
    clashes = board.diary.clashes(booking)
    if slot == slot_of(one.booking):
        return Placed(booking, None, clashes)
    reason = _reason(one, board.diary, hours, open_days)
    return Placed(booking, Moved(one.booking.date, one.booking.start, reason), clashes)


def _reason(one: Candidate, diary: Diary, hours: Hours, open_days: OpenDays) -> str:
    """Why it is not held where it was wished: nobody meets then, or something else does."""
    wished = one.booking
    closed = open_days.closed(wished.date)
    if closed:
        return closed
    if not hours.hold(wished):
        return why.OUTSIDE_HOURS
    clashes = diary.clashes(wished)
    return _REASONS[clashes[0].kind] if clashes else TOLD
