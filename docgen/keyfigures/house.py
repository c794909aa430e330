"""What the whole house is told of itself: decisions that wait, residents whom nobody has met for long."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateutil.relativedelta import relativedelta

from docgen.keyfigures.period import Period
from docgen.keyfigures.records import Record
from docgen.keyfigures.values import Figure, Measure, People, Unit, both
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.quota import Quota
from docgen.meetingtypes.seats import CONDITIONS
from docgen.model import Decision, DecisionStatus, Resident, Workbook


def unmet(workbook: Workbook, records: Sequence[Record], period: Period, weeks: int) -> Figure:
    """Active residents who have had no meeting that was held in so many weeks, the month's last day included.

    Who is active is what the sheet says today, in the month before too: nobody writes since when.
    """
    active = frozenset(one.nr for one in workbook.residents if one.active)
    span = dt.timedelta(weeks=weeks)
    shares = both(period, lambda month: _fewer_than(1, active, records, month, month.until - span))
    return Figure("uden-moede", "uden_moede", Unit.SHARE, shares, named=(("uger", weeks),), is_main=True)


def quotas(
    workbook: Workbook, types: Sequence[MeetingType], records: Sequence[Record], period: Period
) -> Iterator[Figure]:
    """For each type of which somebody is to have so many a year: who has had fewer.

    A house that holds no meeting of the type at all is not told of it.
    """
    by_type: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record.kind:
            by_type[record.kind.name].append(record)
    for kind in types:
        if kind.quota and kind.name in by_type:
            yield _quota(kind.quota, kind.name, kind.title, workbook, by_type[kind.name], period)


def _quota(
    quota: Quota, name: str, title: str, workbook: Workbook, records: Sequence[Record], period: Period
) -> Figure:
    shares = both(period, lambda month: _fewer(quota, workbook, records, month))
    told = (("type", title), ("antal", quota.meetings), ("maaneder", quota.months))
    return Figure(f"for-faa-{name}", "for_faa", Unit.SHARE, shares, named=told, is_main=True)


def _fewer(quota: Quota, workbook: Workbook, records: Sequence[Record], period: Period) -> Measure:
    """Those whom the type is not meant for are a group too: the active residents less the denominator."""
    active = frozenset(one.nr for one in workbook.residents if one.active)
    meant = frozenset(one.nr for one in workbook.residents if one.active and _is_meant(quota, one))
    since = period.until - relativedelta(months=quota.months)
    share = _fewer_than(quota.meetings, meant, records, period, since)
    return replace(share, groups=(*share.groups, active - meant))


def _fewer_than(
    wanted: int, people: People, records: Iterable[Record], period: Period, since: dt.date
) -> Measure:
    """Who of these people has had fewer than ``wanted`` meetings after ``since``.

    Somebody who has had enough if meetings without a status were held cannot be told, and is not counted.
    """
    held, perhaps = Counter[str](), Counter[str]()
    for record in records:
        if since < record.date <= period.until:
            held[record.resident] += record.is_held
            perhaps[record.resident] += record.is_held or record.lacks_status(period.today)
    enough = frozenset(nr for nr in people if held[nr] >= wanted)
    fewer = frozenset(nr for nr in people if perhaps[nr] < wanted)
    return Measure(len(fewer), len(fewer | enough), (fewer, enough, people - fewer - enough))


def _is_meant(quota: Quota, resident: Resident) -> bool:
    return not quota.condition or bool(getattr(resident, CONDITIONS[quota.condition]))


def decisions(workbook: Workbook, records: Iterable[Record], period: Period) -> tuple[Figure, Figure]:
    """Decisions taken by the month's end that nobody has carried out, and those of them that are late.

    They are work to be done, and count no people. When one was carried out is written nowhere; so nobody can
    tell how many were open a month before.
    """
    taken = {record.nr.casefold(): record.date for record in records}
    late = _open(workbook.decisions, taken, period)
    unknown = Measure(is_known=False)
    return (
        Figure("beslutninger", "beslutninger", Unit.COUNT, (Measure(late.of or 0), unknown), is_main=True),
        Figure("beslutninger-over-frist", "over_frist", Unit.COUNT, (late, unknown)),
    )


def _open(decisions: Iterable[Decision], taken: Mapping[str, dt.date], period: Period) -> Measure:
    """How many of the open ones are late; one whose meeting is not known counts as taken long ago."""
    still = [
        one
        for one in decisions
        if one.status in (None, DecisionStatus.OPEN)
        and taken.get(one.meeting.casefold(), dt.date.min) <= period.until
    ]
    late = [one for one in still if one.deadline and one.deadline < period.until]
    return Measure(len(late), len(still))
