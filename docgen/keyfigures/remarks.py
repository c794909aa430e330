"""What figures cannot know: rows without a status, an end, a grant; rows that cannot be read at all.

Each is a finding at its cell, and all of a kind are a caveat in the report, which names no cell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from docgen.findings import Finding
from docgen.keyfigures.efforts import running
from docgen.keyfigures.enrolments import Enrolment, people_in
from docgen.keyfigures.period import Period
from docgen.keyfigures.promises import untold
from docgen.keyfigures.records import Record
from docgen.keyfigures.values import Caveat, Cell, People
from docgen.meetingtypes.cadence import Base
from docgen.model import EffortKind, Workbook
from docgen.planning.register import Register

SHEETS = ("Beboere", "Møder", "Forløb", "Indsatser", "Beslutninger", "Arkiv")
"""The sheets that figures are made of."""
FIELDS = ("Mål for virksomhedsrettet indsats (%)", "Mindste antal i nøgletal")
"""The fields of Institution that they look at."""
_CAVEATS = {
    "W-270": "ulaeselig",
    "W-271": "uden_status",
    "W-272": "uden_slut",
    "W-273": "uden_bevilget",
    "W-274": "uden_timer",
    "W-275": "uden_art",
    "W-276": "ukendt_type",
    "W-277": "uden_raekke",
}
_Remark = tuple[Finding, People, int]
"""A finding, whom it is about, and how many things."""


def remarks(
    workbook: Workbook,
    enrolments: Sequence[Enrolment],
    records: Sequence[Record],
    register: Register,
    period: Period,
) -> tuple[tuple[Finding, ...], tuple[Caveat, ...]]:
    """The findings of figures themselves, and what the report says of each kind of them."""
    found = [
        *_unread(workbook),
        *_without_status(records, period),
        *_of_courses(enrolments, period),
        *_of_efforts(enrolments, register, period),
    ]
    by_code: dict[str, list[_Remark]] = defaultdict(list)
    for remark in found:
        by_code[remark[0].code].append(remark)
    caveats = [_caveat(_CAVEATS[code], same) for code, same in sorted(by_code.items())]
    if unsure := untold(enrolments, records, register, period):
        people = frozenset(one.resident.nr for one in unsure)
        caveats.append(Caveat("uafgjort", Cell(len(unsure), people)))
    return tuple(finding for finding, *_ in found), tuple(caveats)


def _caveat(key: str, same: Sequence[_Remark]) -> Caveat:
    people: People = frozenset().union(*(who for _, who, _ in same))
    return Caveat(key, Cell(sum(count for *_, count in same), people))


def touching(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Those errors of the workbook that stand in cells which figures are made of."""
    return tuple(
        one for one in findings if one.is_error and (one.place.sheet in SHEETS or one.place.heading in FIELDS)
    )


def _unread(workbook: Workbook) -> Iterator[_Remark]:
    """Rows that cannot be read; each may be about somebody else."""
    for row in workbook.broken:
        if row.at.sheet in SHEETS:
            yield Finding.of("W-270", row.at.place()), frozenset({row.resident or f"row {row.at.number}"}), 1


def _without_status(records: Sequence[Record], period: Period) -> Iterator[_Remark]:
    """Meetings of the month of which nobody knows; those without a row once for each course."""
    missing: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if not period.holds(record.date):
            continue
        if not record.is_written:
            missing[record.course].append(record)
        elif record.lacks_status(period.today):
            date = f"{record.date:%d-%m-%Y}"
            yield Finding.of("W-271", record.at.place("Status"), date=date), record.people, 1
        if record.kind is None:
            yield Finding.of("W-276", record.at.place("Type"), value=record.type), record.people, 1
    for course, same in missing.items():
        names = ", ".join(record.nr for record in same)
        found = Finding.of("W-277", same[0].at.place(), course=course, names=names)
        yield found, same[0].people, len(same)


def _of_courses(enrolments: Sequence[Enrolment], period: Period) -> Iterator[_Remark]:
    """Of courses that had begun, those nobody knows the end of, or since when a promise counts."""
    for one in enrolments:
        row, who = one.course, frozenset({one.resident.nr})
        if row.start > period.until:
            continue
        if one.ended_unknown:
            yield Finding.of("W-272", row.at.place("Slut"), course=row.nr), who, 1
        elif one.is_active(period) and _lacks_grant(one):
            yield Finding.of("W-273", row.at.place("Bevilget"), course=row.nr), who, 1


def _lacks_grant(one: Enrolment) -> bool:
    counts_from = {deadline.counted_from for deadline in one.cadence.deadlines}
    return one.course.granted is None and Base.GRANTED in counts_from


def _of_efforts(enrolments: Sequence[Enrolment], register: Register, period: Period) -> Iterator[_Remark]:
    active = [one for one in enrolments if one.is_active(period)]
    for effort in running(people_in(active), register, period):
        who = frozenset({effort.resident})
        if effort.kind is EffortKind.PAID_HOURS and not effort.hours:
            yield Finding.of("W-274", effort.at.place("Timer pr. uge")), who, 1
        if effort.kind is None:
            yield Finding.of("W-275", effort.at.place("Art")), who, 1
