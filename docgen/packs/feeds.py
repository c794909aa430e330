"""The calendar files of people: all of a person's meetings, and the deadlines they are to see to.

They hold what lies ahead, whichever meetings were chosen to be built, and what has been called off, until
its day has passed: a calendar that is imported again takes it out then. Of a meeting whose folder is not what
it should be they say what the folder says: the two go out together.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from docgen.calendars import DayEntry, Status, cancelled_entry, feed, meeting_entry
from docgen.model import Institution
from docgen.planning import Cancellation, DayBook, DueDay, Facets, Plan, PlannedMeeting, Told

NAME = "kalender.navn"


@dataclass(frozen=True, slots=True)
class Feed:
    """One person's calendar."""

    person: str
    meetings: tuple[PlannedMeeting, ...]
    cancelled: tuple[Cancellation, ...] = ()
    deadlines: tuple[DueDay, ...] = ()

    def file(self, house: Institution) -> bytes:
        """The calendar as a file to import, or to publish."""
        entries = [meeting_entry(planned, house) for planned in self.meetings]
        entries += [cancelled_entry(one, house)[0] for one in self.cancelled]
        return feed(entries, [_day_entry(one, house) for one in self.deadlines], self._name(house))

    def _name(self, house: Institution) -> str:
        words = (planned.kind.words for planned in self.meetings)
        return next((str(known[NAME]) for known in words if known.get(NAME)), house.name)


def feeds(plan: Plan, versions: Mapping[str, tuple[str, int]] | None = None) -> tuple[Feed, ...]:
    """The calendars of everybody who has a meeting ahead or a deadline to keep, by their numbers.

    ``versions`` are content and SEQUENCE of what lies in the meetings' folders by now, the content blank
    where that is half done; without them all is taken to be as the plan has it. Somebody whose consent is
    withdrawn has no calendar any more.
    """
    meetings: dict[str, list[PlannedMeeting]] = defaultdict(list)
    for nr, planned in _shown(plan, versions):
        meetings[nr].append(planned)
    called_off = _called_off(plan)
    deadlines = _deadlines(plan)
    everybody = sorted(meetings.keys() | called_off.keys() | deadlines.keys())
    return tuple(
        Feed(nr, tuple(meetings[nr]), tuple(called_off.get(nr, ())), tuple(deadlines.get(nr, ())))
        for nr in everybody
    )


def waits_for_its_letter(planned: PlannedMeeting) -> bool:
    """Whether people had a letter of it: what calendars say does not change before there is the next one."""
    sent = planned.sent
    return sent is not None and sent.letters and not sent.cancelled


def _shown(
    plan: Plan, versions: Mapping[str, tuple[str, int]] | None
) -> Iterator[tuple[str, PlannedMeeting]]:
    """Each person's meetings, as the folders have them; those without a folder as they are planned."""
    with_folder = {planned.nr for planned in (*plan.meetings, *plan.standing)}
    for planned in plan.calendar:
        content, version = (versions or {}).get(planned.nr, ("", 0))
        is_in_place = (content, version) == (planned.content, planned.sequence)
        is_free = planned.nr not in with_folder and not waits_for_its_letter(planned)
        if versions is None or is_in_place or is_free:
            yield from ((who.nr, planned) for who in planned.seating.participants)
        else:
            yield from _as_before(planned, bool(content), plan)


def _as_before(planned: PlannedMeeting, has_folder: bool, plan: Plan) -> Iterator[tuple[str, PlannedMeeting]]:
    """The meeting as its folder says, or as it was sent, for those who have not been told otherwise since."""
    built, sent = plan.history.built.get(planned.nr), planned.sent
    receivers = sent.receivers if sent else frozenset()
    if has_folder and built and "people" in built.facets:
        people = frozenset(built.facets["people"].split())
        is_older = sent is not None and built.sequence < sent.sequence
        shown = _told(planned, built.facets, built.uid, built.sequence, built.stamp)
        people = people & receivers if is_older else people
    elif sent and not sent.cancelled:
        people, shown = receivers, _told(planned, sent.facets, sent.uid, sent.sequence, planned.stamp)
    else:
        return
    out = {one.person for one in plan.cancellations if one.nr == planned.nr}
    days = (shown.meeting.date, *([sent.told.date] if sent else []))
    if max(days) >= plan.now.date():
        yield from ((nr, shown) for nr in people - out - plan.withdrawn.get(planned.nr, frozenset()))


def _told(
    planned: PlannedMeeting, facets: Facets, uid: str, sequence: int, stamp: dt.datetime
) -> PlannedMeeting:
    """The meeting as it was when it had these facets."""
    told = Told.of(facets)
    link = planned.meeting.link if facets.get("link") == planned.facets["link"] else ""
    meeting = replace(planned.meeting, date=told.date, start=told.start, place=told.place, link=link)
    return replace(
        planned,
        meeting=meeting,
        length=told.length,
        facets=facets,
        uid=uid,
        sequence=sequence,
        stamp=stamp,
    )


def _called_off(plan: Plan) -> dict[str, list[Cancellation]]:
    called_off: dict[str, list[Cancellation]] = defaultdict(list)
    for one in plan.cancellations:
        for who in one.told_to:
            if who not in one.unnamed:
                called_off[who].append(one)
    return called_off


def _deadlines(plan: Plan) -> dict[str, list[DueDay]]:
    """Promises of courses by whoever coordinates the case, and what meetings decided by who sees to it.

    Those that have passed are nobody's entry any more.
    """
    book = DayBook.of(plan.institution, plan.history, plan.now)
    found: dict[str, list[DueDay]] = defaultdict(list)
    for one in plan.deadlines:
        if one.coordinator and one.date >= plan.now.date():
            found[one.coordinator].append(book.entry(one.nr, one.date, one.deadline.title))
    for nr, entries in plan.tasks.items():
        found[nr] += entries
    return found


def _day_entry(one: DueDay, house: Institution) -> DayEntry:
    status = Status.CANCELLED if one.is_off else Status.CONFIRMED
    return DayEntry(one.uid, one.sequence, one.stamp, one.day, one.title, house.email, house.name, status)
