"""So many meetings of a type a year for everybody whom it is meant for: who has fewer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from dateutil.relativedelta import relativedelta

from docgen.findings import Finding
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.loader import find_type
from docgen.meetingtypes.quota import Quota
from docgen.meetingtypes.seats import CONDITIONS
from docgen.model import MeetingStatus, Resident, Workbook
from docgen.planning.judging import Case

_COUNTS = (MeetingStatus.HELD, MeetingStatus.PLANNED)


def too_few(
    workbook: Workbook, types: Sequence[MeetingType], cases: Iterable[Case], today: dt.date
) -> Iterator[Finding]:
    """A warning for each active resident whom a type is meant for and who has too few of its meetings.

    Counted are meetings held and planned, those in the archive too, in the best span of the quota's length
    that today lies in. A house that holds no meeting of the type at all is not spoken to.
    """
    days = _days(workbook, types, cases)
    in_use = {name for name, _ in days}
    for kind in types:
        if kind.quota is None or kind.name not in in_use:
            continue
        for resident in workbook.residents:
            count = most_in(kind.quota, days.get((kind.name, resident.nr), ()), today)
            if _is_meant(kind.quota, resident) and count < kind.quota.meetings:
                yield Finding.of(
                    "W-230",
                    resident.at.place("Nr"),
                    resident=resident.nr,
                    name=resident.name,
                    type=kind.title,
                    count=count,
                    wanted=kind.quota.meetings,
                    months=kind.quota.months,
                )


def most_in(quota: Quota, days: Sequence[dt.date], today: dt.date) -> int:
    """The most of these days that lie in one span of the quota's months which holds today."""
    span = relativedelta(months=quota.months)
    begins = [day for day in days if day <= today <= day + span]
    return max(sum(first <= day <= first + span for day in days) for first in (*begins, today))


def _days(
    workbook: Workbook, types: Sequence[MeetingType], cases: Iterable[Case]
) -> dict[tuple[str, str], list[dt.date]]:
    """The days of meetings held and planned, by type and resident."""
    days: dict[tuple[str, str], list[dt.date]] = {}
    for case in cases:
        if case.kind and case.meeting.status in _COUNTS:
            days.setdefault((case.kind.name, case.meeting.resident), []).append(case.meeting.date)
    for row in workbook.archived:
        kind = find_type(types, row.type)
        if kind and row.date and row.status is MeetingStatus.HELD:
            days.setdefault((kind.name, row.resident), []).append(row.date)
    return days


def _is_meant(quota: Quota, resident: Resident) -> bool:
    is_one = not quota.condition or bool(getattr(resident, CONDITIONS[quota.condition]))
    return resident.active and is_one
