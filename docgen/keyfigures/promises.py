"""Whether promises were kept: the share of courses that had in time what their cadence says.

A course counts once its day has come: then it can be told. A promise that an effort keeps can be told
earlier, from the day on which one began. Courses of the past twelve months count, whether they still run or
not. In a single month there would be too few for a share, and one that was missed years ago is no news.

Where a meeting that would have kept it has passed, and nobody has said whether it was held, nothing can be
told.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from docgen.keyfigures.enrolments import Enrolment
from docgen.keyfigures.period import Period
from docgen.keyfigures.records import Record
from docgen.keyfigures.values import Figure, Measure, Unit
from docgen.meetingtypes.cadence import Cadence, Deadline, KeptBy
from docgen.model import Effort
from docgen.planning.courses.deadlines import CourseDeadline, course_deadlines
from docgen.planning.register import Register

SPAN = 12
"""Months, the one that is told of included."""
_WORDS = {KeptBy.MEETING: "frist_moede", KeptBy.EFFORT: "frist_indsats"}


def promise_figures(
    enrolments: Sequence[Enrolment], records: Sequence[Record], register: Register, period: Period
) -> tuple[Figure, ...]:
    """A figure for each promise that the courses' cadences make, in the order of the cadences.

    Two types that make the very same promise share a figure.
    """
    wanted = _promises([one.cadence for one in enrolments])
    now = _told(enrolments, records, register, period)
    before = _told(enrolments, records, register, period.before())
    used: Counter[str] = Counter()
    figures = []
    for deadline, meetings in wanted.items():
        used[deadline.key] += 1
        again = f"-{used[deadline.key]}" if used[deadline.key] > 1 else ""
        several = "r" if meetings > 1 else ""
        figures.append(
            Figure(
                key=f"frist-{deadline.key}{again}",
                words=_WORDS[deadline.kept_by] + several,
                unit=Unit.SHARE,
                months=(_share(now[deadline]), _share(before[deadline])),
                named=(("frist", deadline), ("antal", meetings), ("spand", SPAN)),
                is_main=True,
            )
        )
    return tuple(figures)


def _promises(cadences: Sequence[Cadence]) -> Mapping[Deadline, int]:
    """Each promise once, and how many meetings keep it: the second that meetings keep wants two of them."""
    found: dict[Deadline, int] = {}
    for cadence in cadences:
        meetings = 0
        for deadline in cadence.deadlines:
            meetings += deadline.kept_by is KeptBy.MEETING
            found.setdefault(deadline, meetings if deadline.kept_by is KeptBy.MEETING else 0)
    return found


def _share(told: Sequence[CourseDeadline]) -> Measure:
    kept = [one for one in told if one.kept]
    missed = frozenset(one.resident.nr for one in told if not one.kept)
    return Measure(len(kept), len(told), (frozenset(one.resident.nr for one in kept), missed))


def _told(
    enrolments: Sequence[Enrolment], records: Sequence[Record], register: Register, period: Period
) -> Mapping[Deadline, list[CourseDeadline]]:
    """The promises of which it became known in the span whether they were kept, by what was promised."""
    told: dict[Deadline, list[CourseDeadline]] = defaultdict(list)
    for promise in _judged(enrolments, records, register, period):
        if promise.is_told:
            told[promise.sure.deadline].append(promise.sure)
    return told


def untold(
    enrolments: Sequence[Enrolment], records: Sequence[Record], register: Register, period: Period
) -> list[CourseDeadline]:
    """The promises of which one could tell, had somebody said what became of a meeting."""
    return [one.sure for one in _judged(enrolments, records, register, period) if not one.is_told]


@dataclass(frozen=True, slots=True)
class _Judged:
    """A promise whose day has come: kept for sure, or else perhaps, by meetings of which nobody knows."""

    sure: CourseDeadline
    perhaps: CourseDeadline

    @property
    def is_told(self) -> bool:
        return self.sure.kept == self.perhaps.kept


def _judged(
    enrolments: Sequence[Enrolment], records: Sequence[Record], register: Register, period: Period
) -> Iterator[_Judged]:
    begins = period.last + relativedelta(days=1) - relativedelta(months=SPAN)
    held = _days(records, period, lambda record: record.is_held)
    perhaps = _days(records, period, lambda record: record.is_held or record.lacks_status(period.today))
    for one in enrolments:
        efforts = [e for e in register.efforts.get(one.resident.nr, ()) if e.start <= period.until]
        own = one.course.nr, one.kind.name
        judged = (
            course_deadlines(one.course, one.resident, one.cadence, days[own], efforts)
            for days in (held, perhaps)
        )
        for promise in map(_Judged, *judged):
            known = begins <= _known_on(promise.sure, efforts) <= period.until
            if known and not _fell_away(promise.perhaps):
                yield promise


def _days(
    records: Sequence[Record], period: Period, counts: Callable[[Record], bool]
) -> Mapping[tuple[str, str], list[dt.date]]:
    """The days of meetings that count, up to the end of what is told, by course and type."""
    days: dict[tuple[str, str], list[dt.date]] = defaultdict(list)
    for record in records:
        if record.kind and record.date <= period.until and counts(record):
            days[record.course, record.kind.name].append(record.date)
    return days


def _known_on(promise: CourseDeadline, efforts: Sequence[Effort]) -> dt.date:
    """The day on which one could tell: the promise's own, or that on which an effort had kept it."""
    if promise.deadline.kept_by is KeptBy.EFFORT and promise.kept:
        granted = promise.course.granted or promise.course.start
        return max(min(_keeping(efforts, granted)), granted)
    return promise.date


def _keeping(efforts: Sequence[Effort], granted: dt.date) -> Iterator[dt.date]:
    """When the efforts began that had not ended before the course was granted."""
    return (effort.start for effort in efforts if effort.end is None or effort.end >= granted)


def _fell_away(promise: CourseDeadline) -> bool:
    """Whether the course was over before the day came: then nothing was owed any more."""
    end = promise.course.end
    return end is not None and end < promise.date and not promise.kept
