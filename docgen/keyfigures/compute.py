"""From a workbook and a month to its key figures: pure, and the same for shuffled rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from docgen.errors import UsageError
from docgen.findings import Finding, in_order
from docgen.keyfigures.efforts import effort_figures, effort_tables
from docgen.keyfigures.enrolments import Enrolment, enrolments_of, people_in, promising
from docgen.keyfigures.house import decisions, quotas, unmet
from docgen.keyfigures.meetings import by_type, per_person
from docgen.keyfigures.period import Period
from docgen.keyfigures.promises import promise_figures
from docgen.keyfigures.records import Record, records_of, unwritten
from docgen.keyfigures.remarks import remarks, touching
from docgen.keyfigures.values import KeyFigures, Measure, People, Section
from docgen.meetingtypes.definition import MeetingType
from docgen.model import Workbook
from docgen.planning.register import Register

WEEKS = 8
"""So long without a meeting is worth telling, unless the house says otherwise."""


def key_figures(
    workbook: Workbook,
    types: Sequence[MeetingType],
    findings: Sequence[Finding],
    *,
    month: dt.date,
    today: dt.date,
    weeks: int = WEEKS,
) -> KeyFigures:
    """Every figure of the month in which the day ``month`` lies, with the people behind it.

    ``findings`` are those of reading and checking the workbook. A month that is not over is told of up to
    ``today``; one that has not begun raises ``UsageError``.
    """
    period = Period.of(month, today)
    if period.is_ahead:
        raise UsageError(Finding.of("E-277", month=f"{period.first:%Y-%m}", today=f"{today:%d-%m-%Y}"))
    register = Register.of(workbook)
    courses = enrolments_of(workbook, types, register)
    records = (*records_of(workbook, types, register), *unwritten(workbook, courses, today))
    enrolments = promising(courses)
    own, caveats = remarks(workbook, enrolments, records, register, period)
    return KeyFigures(
        workbook=workbook.name,
        institution=workbook.institution,
        period=period,
        sections=(
            _courses(workbook, enrolments, records, register, period),
            _apart(_house(workbook, types, records, period, weeks), enrolments, period),
        ),
        caveats=caveats,
        weeks=weeks,
        findings=in_order([*touching(findings), *own]),
        all_findings=in_order([*findings, *own]),
    )


def _courses(
    workbook: Workbook,
    enrolments: Sequence[Enrolment],
    records: Sequence[Record],
    register: Register,
    period: Period,
) -> Section:
    if not enrolments:
        return Section("forloeb", is_empty=True)
    share, *hours = effort_figures(enrolments, register, period, workbook.institution.effort_goal)
    promises = promise_figures(enrolments, records, register, period)
    held = per_person(enrolments, records, period)
    return Section("forloeb", (share, *promises, *held, *hours), effort_tables(enrolments, register, period))


def _house(
    workbook: Workbook, types: Sequence[MeetingType], records: Sequence[Record], period: Period, weeks: int
) -> Section:
    figures = (
        *([unmet(workbook, records, period, weeks)] if workbook.residents else []),
        *quotas(workbook, types, records, period),
        *decisions(workbook, records, period),
    )
    return Section("hus", figures, (by_type(records, types, period),))


def _apart(section: Section, enrolments: Sequence[Enrolment], period: Period) -> Section:
    """The section's shares with one more group each: its people who are in no course.

    How many are in one is told elsewhere; so whoever reads both can work out how many are not.
    """
    now, before = (
        people_in([one for one in enrolments if one.is_active(month)]) for month in (period, period.before())
    )
    figures = (
        replace(one, months=(_with_rest(one.now, now), _with_rest(one.before, before)))
        for one in section.figures
    )
    return replace(section, figures=tuple(figures))


def _with_rest(measure: Measure, enrolled: People) -> Measure:
    """Only where all who are in a course are among those counted does the difference say who is not."""
    counted: People = frozenset().union(*measure.groups[:2])
    if not enrolled or not enrolled <= counted:
        return measure
    return replace(measure, groups=(*measure.groups, counted - enrolled))
