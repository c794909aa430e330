"""Meetings of the month by type and by what became of them, and how many each person in a course has had."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from docgen.keyfigures.enrolments import Enrolment, people_in
from docgen.keyfigures.period import Period
from docgen.keyfigures.records import Record
from docgen.keyfigures.values import BEFORE, NOW, Cell, Figure, Measure, Row, Table, Unit, both, summed
from docgen.meetingtypes.definition import MeetingType
from docgen.model import MeetingStatus

_UNKNOWN = "ukendt_type"


def by_type(records: Sequence[Record], types: Sequence[MeetingType], period: Period) -> Table:
    """A row a type that had a meeting in either month, in the order of the types; unknown ones last."""
    columns = tuple((name, month) for name in _FATES for month in (NOW, BEFORE))
    months = {NOW: period, BEFORE: period.before()}
    rows = []
    for kind in (*types, None):
        own = [record for record in records if record.kind is kind]
        cells = tuple(_cell(_in(own, months[month]), name, period) for name, month in columns)
        if any(cell.amount for cell in cells):
            rows.append(Row(kind.name if kind else _UNKNOWN, cells, title=kind.title if kind else ""))
    total = tuple(summed([row.cells[at] for row in rows]) for at in range(len(columns)))
    return Table("moeder", columns, tuple(rows), total)


_FATES: dict[str, Callable[[Record, Period], bool]] = {
    "afholdt": lambda record, _: record.is_held,
    "ikke_moedt": lambda record, _: record.status is MeetingStatus.MISSED,
    "aflyst": lambda record, _: record.status is MeetingStatus.CANCELLED,
    "planlagt": lambda record, period: record.status is MeetingStatus.PLANNED and record.date >= period.today,
    "uden_status": lambda record, period: record.lacks_status(period.today),
}
"""What has become of a meeting; each has exactly one fate."""


def _cell(records: Iterable[Record], fate: str, period: Period) -> Cell:
    chosen = [record for record in records if _FATES[fate](record, period)]
    return Cell(len(chosen), frozenset().union(*(record.people for record in chosen)))


def _in(records: Iterable[Record], period: Period) -> list[Record]:
    return [record for record in records if period.holds(record.date)]


def per_person(
    enrolments: Sequence[Enrolment], records: Sequence[Record], period: Period
) -> tuple[Figure, Figure]:
    """Meetings held for each person in an active course: in the month, and since their course began."""
    in_month = both(period, lambda month: _average(enrolments, records, month, since_start=False))
    since = both(period, lambda month: _average(enrolments, records, month, since_start=True))
    return (
        Figure("moeder-pr-person", "moeder_person", Unit.AVERAGE, in_month),
        Figure("moeder-pr-person-siden-start", "moeder_start", Unit.AVERAGE, since),
    )


def _average(
    enrolments: Sequence[Enrolment], records: Sequence[Record], period: Period, *, since_start: bool
) -> Measure:
    """Somebody in two courses is one person, whose meetings count from the first of the two.

    Those who met somebody in the month and are in no course are a group too: the meetings of all are told in
    the table of the house.
    """
    active = [one for one in enrolments if one.is_active(period)]
    begins = {one.resident.nr: one.course.start for one in sorted(active, key=_latest_first)}
    held = [one for one in records if one.is_held and one.resident and one.date <= period.until]
    if not since_start:
        held = [one for one in held if one.date >= period.first]
    own = [
        one
        for one in held
        if one.resident in begins and (not since_start or one.date >= begins[one.resident])
    ]
    met, others = (frozenset(one.resident for one in rows) for rows in (own, held))
    people = people_in(active)
    groups = (met, people) if since_start else (met, people, others - people)
    return Measure(len(own), len(people), groups)


def _latest_first(one: Enrolment) -> int:
    return -one.course.start.toordinal()
