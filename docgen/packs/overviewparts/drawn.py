"""The pictures of the page, with their legends and the same said as text."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docgen.i18n import NN_, Language
from docgen.packs import phrasing
from docgen.packs.overviewparts.telling import Telling
from docgen.packs.pictures.looks import Look, looks
from docgen.packs.pictures.months import Months, months_until, year_from
from docgen.packs.pictures.timeline import Timeline, timelines
from docgen.packs.pictures.wheel import Wheel, wheel
from docgen.planning import PlannedMeeting

UNSEEN = NN_(
    "{count} more resident has meetings or deadlines: see the list of weeks.",
    "{count} more residents have meetings or deadlines: see the list of weeks.",
)
LATER = NN_("{count} meeting lies after these months.", "{count} meetings lie after these months.")
_SIGN = 7.0  # half the width of a sign in a legend


@dataclass(frozen=True, slots=True)
class Sign:
    """One line of a legend: how a type is drawn, and how many of its meetings the picture shows."""

    path: str
    style: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Lines:
    """The timelines of all residents. ``remarks`` say what there is no room for."""

    pictures: tuple[Timeline, ...]
    months: str
    signs: tuple[Sign, ...]
    has_moved: bool
    has_kept: bool
    has_risk: bool
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The year wheel. ``by_month`` has a line a month: its name, and the number of meetings of each sign."""

    picture: Wheel
    months: str
    signs: tuple[Sign, ...]
    by_month: tuple[tuple[str, tuple[int, ...]], ...]
    remarks: tuple[str, ...]


def lines(telling: Telling) -> Lines | None:
    """The timelines; ``None`` where no resident has anything ahead."""
    plan, today, language = telling.plan, telling.today, telling.language
    days = [planned.meeting.date for planned in plan.calendar if planned.resident]
    days += [one.date for one in plan.deadlines if one.date >= today]
    if not days:
        return None
    months = months_until(today, max(days))
    styles = looks(planned.kind for planned in plan.calendar)
    shown = [one for one in plan.calendar if one.resident and months.holds(one.meeting.date)]
    pictures, unseen = timelines(plan, months, styles, language)
    rows = [row for picture in pictures for row in picture.rows]
    kept = {flag.kept for row in rows for flag in row.flags}
    return Lines(
        pictures=pictures,
        months=_between(months, language),
        signs=_signs(shown, styles),
        has_moved=any(mark.moved for row in rows for mark in row.marks),
        has_kept=True in kept,
        has_risk=False in kept,
        remarks=_remarks([(UNSEEN, unseen), (LATER, _later(days, months))], language),
    )


def year(telling: Telling) -> Year | None:
    """The wheel; ``None`` where no meeting lies ahead."""
    plan, language = telling.plan, telling.language
    if not plan.calendar:
        return None
    months = year_from(telling.today)
    styles = looks(planned.kind for planned in plan.calendar)
    shown = [one for one in plan.calendar if months.holds(one.meeting.date)]
    later = _later([one.meeting.date for one in plan.calendar], months)
    return Year(
        picture=wheel(shown, months, telling.today, styles, language),
        months=_between(months, language),
        signs=_signs(shown, styles),
        by_month=_by_month(shown, months, styles, language),
        remarks=_remarks([(LATER, later)], language),
    )


def _signs(shown: Sequence[PlannedMeeting], styles: Mapping[str, Look]) -> tuple[Sign, ...]:
    counts = Counter(planned.kind.name for planned in shown)
    return tuple(
        Sign(look.path(_SIGN, _SIGN, _SIGN * 0.62), look.style, look.title, counts[name])
        for name, look in styles.items()
        if counts[name]
    )


def _by_month(
    shown: Sequence[PlannedMeeting], months: Months, styles: Mapping[str, Look], language: Language
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    counts = Counter((one.meeting.date.replace(day=1), one.kind.name) for one in shown)
    names = [name for name in styles if any(one.kind.name == name for one in shown)]
    return tuple(
        (phrasing.month(first, language), tuple(counts[first, name] for name in names))
        for first in months.starts
    )


def _between(months: Months, language: Language) -> str:
    """``januar 2026 – december 2026``."""
    return f"{phrasing.month(months.first, language)} – {phrasing.month(months.last, language)}"


def _later(days: Iterable[dt.date], months: Months) -> int:
    return sum(day > months.last for day in days)


def _remarks(counted: Iterable[tuple[tuple[str, str], int]], language: Language) -> tuple[str, ...]:
    return tuple(language.plural(*words, count) for words, count in counted if count)
