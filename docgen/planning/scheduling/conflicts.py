"""What is said of meetings that are in each other's way, on a closed day, or outside the hours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from docgen import danish
from docgen.findings import Finding
from docgen.planning.scheduling.diary import Booking, Clash, ClashKind, Diary
from docgen.planning.scheduling.slots import Hours, OpenDays, Wish, by_distance, nearest_free

WITHIN = dt.timedelta(days=14)
"""How far from a meeting's day a free time for it is looked for."""
LONG = dt.timedelta(days=366)
"""How far from a closed day an open one is looked for."""
NONE = "–"
_SATURDAY = 5

_CODES = {ClashKind.PERSON: "W-250", ClashKind.ROOM: "W-251", ClashKind.TRAVEL: "W-252"}
_CODES_WITHOUT_TIME = {ClashKind.PERSON: "W-253", ClashKind.ROOM: "W-254", ClashKind.TRAVEL: "W-255"}


def conflict_findings(
    bookings: Sequence[Booking],
    hours: Hours,
    open_days: OpenDays,
    travel: int,
    names: Callable[[str], str],
    *,
    exempt: Collection[str] = (),
    earliest: dt.date = dt.date.min,
) -> Iterator[Finding]:
    """A finding for each two meetings and each thing they quarrel about, whatever order they are given in.

    It stands at the later of the two (by date, time and number), names the cell of the other, and proposes
    the nearest time that suits everybody at the later one. ``names`` says what to call a person by their
    number, such as "P001 Dorthe Engsvang". ``exempt`` are numbers of meetings that break the rules on
    purpose: nothing is said of them, but they take up time as others do. No time is proposed before
    ``earliest``.
    """
    diary = Diary(travel, bookings)
    for later in sorted(bookings, key=_order):
        if later.nr in exempt:
            continue
        clashes = [clash for clash in diary.clashes(later) if _order(clash.other) < _order(later)]
        clashes = [clash for clash in clashes if clash.other.nr not in exempt]
        if clashes:
            wish = Wish(later, max(earliest, later.date - WITHIN), later.date + WITHIN)
            free = nearest_free(wish, diary, hours, open_days)
            for clash in clashes:
                yield _finding(later, clash, free, travel, names)


def day_findings(
    booking: Booking, hours: Hours, open_days: OpenDays, *, earliest: dt.date = dt.date.min
) -> Iterator[Finding]:
    """Whether a meeting is on a closed day or outside the hours; its row has no Undtagelse.

    Nothing is said of a closed day in a weekend, which is a finding of its own (W-088). The nearest open day
    is none before ``earliest``.
    """
    reason = open_days.closed(booking.date)
    if reason and booking.date.weekday() < _SATURDAY:
        nearest = _open_day(booking.date, max(earliest, booking.date - LONG), open_days)
        shown = f"{nearest:%d-%m-%Y}" if nearest else NONE
        yield Finding.of("W-256", booking.cell, date=_day(booking), reason=reason, nearest=shown)
    if not hours.hold(booking):
        yield Finding.of(
            "W-257",
            booking.cell,
            begins=f"{booking.start:%H:%M}",
            ends=f"{danish.minutes_after(booking.start, booking.length):%H:%M}",
            earliest=f"{hours.starts:%H:%M}",
            latest=f"{hours.ends:%H:%M}",
        )


def _order(booking: Booking) -> tuple[object, ...]:
    return booking.date, booking.start, booking.nr, booking.cell


def _finding(
    later: Booking, clash: Clash, free: Booking | None, travel: int, names: Callable[[str], str]
) -> Finding:
    other = clash.other
    data: dict[str, object] = {
        "meeting": later.nr,
        "time": _time(later),
        "other_meeting": other.nr,
        "other": _cell(other),
        "other_time": _time(other),
    }
    data |= _particulars(later, clash, travel, names)
    if free:
        return Finding.of(_CODES[clash.kind], later.cell, free=_time(free), **data)
    return Finding.of(_CODES_WITHOUT_TIME[clash.kind], later.cell, days=WITHIN.days, **data)


def _particulars(
    later: Booking, clash: Clash, travel: int, names: Callable[[str], str]
) -> Mapping[str, object]:
    """What only this kind of quarrel says."""
    who = ", ".join(names(nr) for nr in clash.people)
    place = danish.one_line(later.place)
    if clash.kind is ClashKind.PERSON:
        return {"who": who}
    if clash.kind is ClashKind.ROOM:
        return {"room": place}
    on_the_way = {"where": place, "other_where": danish.one_line(clash.other.place)}
    return {"who": who, "gap": clash.gap, "travel": travel, **on_the_way}


def _open_day(day: dt.date, earliest: dt.date, open_days: OpenDays) -> dt.date | None:
    near = by_distance(day.toordinal(), earliest.toordinal(), (day + LONG).toordinal())
    days = map(dt.date.fromordinal, near)
    return next((one for one in days if not open_days.closed(one)), None)


def _cell(booking: Booking) -> str:
    """``Møder!F7``, as people say it; the whole place where there is no cell."""
    cell = booking.cell
    return f"{cell.sheet}!{cell.cell}" if cell.cell else str(cell)


def _day(booking: Booking) -> str:
    return f"{booking.date:%d-%m-%Y}"


def _time(booking: Booking) -> str:
    return f"{_day(booking)} {booking.start:%H:%M}"
