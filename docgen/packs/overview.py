"""The overview: one page that says who gets what, how and by when, and what was left out and why."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from docgen import danish
from docgen.findings import Finding
from docgen.i18n import Language
from docgen.model import Channel
from docgen.packs.contents import INVITE
from docgen.packs.folders import MEETINGS
from docgen.planning import Change, LeftOut, Participant, Plan, PlannedDocument, PlannedMeeting, Window

if TYPE_CHECKING:
    from jinja2 import Template


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What the plan does not know of a pack: the real folder of a meeting, where it is not the plan's.

    ``outdated`` are the meetings whose files are not what they should be by now.
    """

    folders: Mapping[str, str] = field(default_factory=dict)
    outdated: Set[str] = frozenset()


AS_PLANNED = Whereabouts()


def overview(
    plan: Plan,
    left_out: Sequence[LeftOut],
    findings: Sequence[Finding],
    language: Language,
    where: Whereabouts = AS_PLANNED,
) -> str:
    """The page as HTML: one self-contained file, no script, printable on A4, in the reader's language.

    It tells of the whole pack, whichever meetings were chosen this time. ``left_out`` and ``findings`` are
    those of the build; the plan's own findings come first. The page holds names and is meant for the
    administrator alone.
    """
    stopped = {meeting.nr for meeting in left_out}
    told = sorted(
        (planned for planned in (*plan.meetings, *plan.standing) if planned.nr not in stopped),
        key=lambda planned: (planned.meeting.date, planned.meeting.start, planned.nr),
    )
    rows = [_row(planned, plan, language, where) for planned in told]
    coming = [row for row in rows if not row.cancelled]
    everything = dict.fromkeys((*plan.findings, *findings))
    html: str = _page().render(
        t=language.text,
        lang=language.code,
        house=plan.institution.name,
        made=_date(plan.now.date(), language),
        period="" if plan.standing else _period(plan.window, language),
        rows=coming,
        cancelled=[row for row in rows if row.cancelled],
        channels=_channels(coming),
        left_out=list(dict.fromkeys(m.nr or language.text("a row without a number") for m in left_out)),
        errors=[_words(f, language) | {"stops": _stops(f, left_out)} for f in everything if f.is_error],
        warnings=[_words(finding, language) for finding in everything if not finding.is_error],
    )
    return html


@dataclass(frozen=True, slots=True)
class _Receiver:
    name: str
    label: str
    channel: str
    address: str
    file: str


@dataclass(frozen=True, slots=True)
class _Row:
    nr: str
    title: str
    monday: dt.date
    week: int
    date: str
    time: str
    place: str
    resident: str
    leader: str
    reply_by: str
    folder: str
    receivers: tuple[_Receiver, ...]
    others: tuple[tuple[str, str], ...]
    cancelled: bool
    outdated: bool


def _row(planned: PlannedMeeting, plan: Plan, language: Language, where: Whereabouts) -> _Row:
    meeting = planned.meeting
    leader = planned.seating.facilitator
    reply_by = meeting.date - dt.timedelta(days=plan.institution.reply_days)
    return _Row(
        nr=planned.nr,
        title=planned.kind.title,
        monday=meeting.date - dt.timedelta(days=meeting.date.weekday()),
        week=meeting.date.isocalendar().week,
        date=_day(meeting.date, language),
        time=_time(planned, language),
        place=meeting.place,
        resident=planned.resident.name if planned.resident else "",
        leader=leader.name if leader else "",
        reply_by=_day(reply_by, language),
        folder=f"{MEETINGS}/{where.folders.get(planned.nr, planned.folder)}",
        receivers=tuple(_receiver(d, d.receiver) for d in planned.documents if d.receiver),
        others=(*((d.rule.title, d.file) for d in planned.documents if not d.receiver), ("", INVITE)),
        cancelled=planned.change is Change.CANCELLED,
        outdated=planned.nr in where.outdated,
    )


def _receiver(document: PlannedDocument, receiver: Participant) -> _Receiver:
    who = receiver.who
    addresses = {
        Channel.EMAIL: who.email,
        Channel.LETTER: danish.joined((who.address, danish.town(who.postcode, who.city))),
    }
    return _Receiver(
        name=who.name,
        label=receiver.label,
        channel=who.channel.value,
        address=addresses.get(who.channel, ""),
        file=document.file,
    )


def _channels(rows: Sequence[_Row]) -> list[tuple[str, int]]:
    """How many letters go out in which way, in the order of the workbook's choices."""
    letters = Counter(receiver.channel for row in rows for receiver in row.receivers)
    return [(channel.value, letters[channel.value]) for channel in Channel if letters[channel.value]]


def _stops(error: Finding, left_out: Sequence[LeftOut]) -> str:
    """The numbers of the meetings that this error leaves out."""
    numbers = (meeting.nr for meeting in left_out if error in meeting.findings)
    return ", ".join(dict.fromkeys(nr for nr in numbers if nr))


def _date(day: dt.date, language: Language) -> str:
    """``3. februar 2026``, ``3 February 2026``."""
    return danish.date(day) if language.code == "da" else _english(day, "d MMMM y")


def _day(day: dt.date, language: Language) -> str:
    """``tirsdag den 3. februar 2026``, ``Tuesday 3 February 2026``."""
    return danish.full_date(day) if language.code == "da" else _english(day, "EEEE d MMMM y")


def _english(day: dt.date, pattern: str) -> str:
    from babel.dates import format_date

    return str(format_date(day, pattern, locale="en"))


def _time(planned: PlannedMeeting, language: Language) -> str:
    """``kl. 10.00–11.00``, ``10:00–11:00``."""
    start, end = planned.meeting.start, danish.minutes_after(planned.meeting.start, planned.length)
    return danish.span(start, end) if language.code == "da" else f"{start:%H:%M}–{end:%H:%M}"


def _period(window: Window, language: Language) -> str:
    """Which dates were asked for; empty for all."""
    if (window.first, window.last) == (dt.date.min, dt.date.max):
        return ""
    if window.last == dt.date.max:
        return language.text("Meetings from {first}", first=_date(window.first, language))
    if window.first == dt.date.min:
        return language.text("Meetings until {last}", last=_date(window.last, language))
    first, last = _date(window.first, language), _date(window.last, language)
    return language.text("Meetings from {first} to {last}", first=first, last=last)


def _words(finding: Finding, language: Language) -> dict[str, str]:
    return {
        "code": finding.code,
        "place": finding.place.text(language),
        "message": finding.message(language),
        "expected": finding.expected(language),
        "remedy": finding.remedy(language),
    }


@cache
def _page() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(Path(__file__).parent)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("overview.html.jinja")
