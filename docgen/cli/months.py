"""The plan as a calendar on the terminal: a grid a month, and under it the meetings of its days."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import click

from docgen import danish
from docgen.cli.voice import WEEKDAYS, Voice
from docgen.cli.wording import what_changed
from docgen.packs.phrasing import month
from docgen.planning import Plan, PlannedMeeting

WIDTH = 8  # columns of the terminal for one day
WEEK = 5  # and for the number of the week


def show(voice: Voice, planned: Plan) -> None:
    """The chosen meetings month by month; nothing with ``-q`` and ``--json``, or when there are none."""
    if voice.quiet or voice.json:
        return
    for first, meetings in groupby(planned.meetings, key=lambda one: one.meeting.date.replace(day=1)):
        for line in month_lines(voice, first, list(meetings)):
            click.echo(line)
        click.echo()


def month_lines(voice: Voice, first: dt.date, meetings: Sequence[PlannedMeeting]) -> Iterator[str]:
    """The month that begins on ``first``: weeks as rows with their ISO numbers, Monday first.

    A day with meetings says how many in brackets; below, each of them has a line.
    """
    by_day: dict[dt.date, list[PlannedMeeting]] = defaultdict(list)
    for planned in meetings:
        by_day[planned.meeting.date].append(planned)
    names = "".join(voice.words.text(name).rjust(WIDTH) for name in WEEKDAYS)
    yield month(first, voice.words).capitalize()
    yield " " * WEEK + names
    yield from _grid(first, {day: len(held) for day, held in by_day.items()})
    yield ""
    for day, held in by_day.items():
        for planned in held:
            yield _line(voice, day, planned)


def _grid(first: dt.date, counts: Mapping[dt.date, int]) -> Iterator[str]:
    monday = first - dt.timedelta(days=first.weekday())
    while monday < first or monday.month == first.month:
        days = [monday + dt.timedelta(days=number) for number in range(7)]
        cells = (_cell(day, counts.get(day, 0)) if day.month == first.month else "" for day in days)
        row = "".join(cell.rjust(WIDTH) for cell in cells)
        yield f"{monday.isocalendar().week:>{WEEK - 1}} {row}".rstrip()
        monday += dt.timedelta(weeks=1)


def _cell(day: dt.date, count: int) -> str:
    return f"{day.day} ({count})" if count else str(day.day)


def _line(voice: Voice, day: dt.date, planned: PlannedMeeting) -> str:
    when = f"{voice.words.text(WEEKDAYS[day.weekday()])} {day.day:>2}  {voice.time(planned.meeting.start)}"
    cells = (
        planned.nr,
        planned.kind.title,
        planned.about or "–",
        what_changed(voice, planned),
    )
    return "  ".join((when, *map(danish.one_line, cells)))
