"""What people in courses are offered: who has something at a workplace, which efforts run, for how long.

An effort belongs to a resident, not to a course: all that run in the month count for whoever is in one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TypeVar

from dateutil.relativedelta import relativedelta

from docgen.keyfigures.enrolments import Enrolment, people_in
from docgen.keyfigures.period import Period
from docgen.keyfigures.values import BEFORE, NOW, Cell, Figure, Measure, Row, Table, Unit, both, summed
from docgen.model import Effort, EffortKind
from docgen.planning.register import Register

AT_A_COMPANY = (EffortKind.PLACEMENT, EffortKind.PAID_HOURS, EffortKind.SMALL_JOB)
"""Company-based efforts (virksomhedsrettet indsats): the guide's element 6, the way through a company."""
_LENGTHS = ((3, "under_3"), (6, "under_6"), (12, "under_12"))
"""Full months, and the words for what has lasted fewer."""
_LONGEST = "fra_12"
_NO_KIND = "uden_art"
_KINDS = "indsatser_art"
_BOTH = (("indsatser", NOW), ("indsatser", BEFORE))
_DAY = dt.timedelta(days=1)

_Key = TypeVar("_Key")
_Sorted = Sequence[Sequence[tuple[_Key, Effort]]]
"""The efforts of each month, with what they are sorted by."""


def running(people: frozenset[str], register: Register, period: Period) -> tuple[Effort, ...]:
    """The efforts of these residents that go on in the month, if only on a single day of it."""
    own = (effort for nr in sorted(people) for effort in register.efforts.get(nr, ()))
    return tuple(effort for effort in own if period.meets(effort.start, effort.end))


def company_share(enrolments: Sequence[Enrolment], register: Register, period: Period) -> Measure:
    """The active courses whose resident has something at a company, among all active ones."""
    active = [one for one in enrolments if one.is_active(period)]
    efforts = running(people_in(active), register, period)
    busy = frozenset(effort.resident for effort in efforts if effort.kind in AT_A_COMPANY)
    amount = sum(one.resident.nr in busy for one in active)
    return Measure(amount, len(active), (busy, people_in(active) - busy))


def paid_hours(efforts: Sequence[Effort]) -> Measure:
    """Hours a week with pay, and those who have any; hours that nobody has written count for nothing."""
    paid = [one for one in efforts if one.kind is EffortKind.PAID_HOURS and one.hours]
    people = frozenset(one.resident for one in paid)
    return Measure(sum(one.hours or 0.0 for one in paid), len(people), (people,))


def effort_figures(
    enrolments: Sequence[Enrolment], register: Register, period: Period, goal: int | None
) -> tuple[Figure, ...]:
    """The share of courses with something at a company, and the hours with pay."""
    share = both(period, lambda month: company_share(enrolments, register, month))
    hours = both(period, lambda month: paid_hours(_of_active(enrolments, register, month)))
    told = (_KINDS, EffortKind.PAID_HOURS.name)  # by the hours one can tell of how many people they are
    return (
        Figure("virksomhed", "virksomhed", Unit.SHARE, share, goal=goal, is_main=True),
        Figure("loentimer", "loentimer", Unit.HOURS, hours, cell=told),
        Figure("loentimer-pr-person", "loentimer_person", Unit.AVERAGE, hours, cell=told),
    )


def effort_tables(enrolments: Sequence[Enrolment], register: Register, period: Period) -> tuple[Table, Table]:
    """Efforts that run, by kind and by length."""
    months = [period, period.before()]
    efforts = [_of_active(enrolments, register, month) for month in months]
    lengths = [
        [(length_of(effort, month), effort) for effort in held]
        for held, month in zip(efforts, months, strict=True)
    ]
    return _by_kind([[(effort.kind, effort) for effort in held] for held in efforts]), _by_length(lengths)


def _of_active(enrolments: Sequence[Enrolment], register: Register, period: Period) -> tuple[Effort, ...]:
    active = [one for one in enrolments if one.is_active(period)]
    return running(people_in(active), register, period)


def _by_kind(months: _Sorted[EffortKind | None]) -> Table:
    """Efforts by kind, and last those of no kind, if there are any.

    Who has something at a company is a figure of its own, so those kinds are a part that may be guessed.
    """
    kinds: list[EffortKind | None] = list(EffortKind)
    kinds += [None] * any(kind is None for held in months for kind, _ in held)
    rows = [
        Row(kind.name if kind else _NO_KIND, _cells(months, kind), title=kind.value if kind else "")
        for kind in kinds
    ]
    company = frozenset(place for place, kind in enumerate(kinds) if kind in AT_A_COMPANY)
    parts = (company, frozenset(range(len(kinds))) - company)
    return _table(_KINDS, rows, parts)


def _by_length(months: _Sorted[str]) -> Table:
    names = [name for _, name in _LENGTHS] + [_LONGEST]
    return _table("indsatser_laengde", [Row(name, _cells(months, name)) for name in names])


def _cells(months: _Sorted[_Key], wanted: _Key) -> tuple[Cell, ...]:
    """How many efforts are of the one sort, in each of the months."""
    chosen = ([effort for key, effort in held if key == wanted] for held in months)
    return tuple(Cell(len(one), frozenset(effort.resident for effort in one)) for one in chosen)


def length_of(effort: Effort, period: Period) -> str:
    """How long it has lasted, until its end or as far as the month goes; three months to the day are 3–6."""
    ends = min(effort.end or period.until, period.until)
    lasted = relativedelta(ends + _DAY, effort.start)
    full = lasted.years * 12 + lasted.months
    return next((name for limit, name in _LENGTHS if full < limit), _LONGEST)


def _table(key: str, rows: Sequence[Row], parts: tuple[frozenset[int], ...] = ()) -> Table:
    total = tuple(summed([row.cells[at] for row in rows]) for at in range(len(_BOTH)))
    return Table(key, _BOTH, tuple(rows), total, parts)
