"""The overview: one page that says who gets what, how and by when, and what was left out and why."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from docgen import danish
from docgen.findings import Finding
from docgen.i18n import Language
from docgen.model import Channel
from docgen.packs import phrasing
from docgen.packs.contents import INVITE
from docgen.packs.folders import MEETINGS
from docgen.planning import Change, LeftOut, Participant, Plan, PlannedDocument, PlannedMeeting

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
        made=phrasing.date(plan.now.date(), language),
        period="" if plan.standing else phrasing.period(plan.window, language),
        rows=coming,
        cancelled=[row for row in rows if row.cancelled],
        channels=_channels(coming),
        left_out=list(dict.fromkeys(m.nr or language.text("a row without a number") for m in left_out)),
        errors=[
            phrasing.words(f, language) | {"stops": _stops(f, left_out)} for f in everything if f.is_error
        ],
        warnings=[phrasing.words(finding, language) for finding in everything if not finding.is_error],
    )
    return html


@dataclass(frozen=True, slots=True)
class _Receiver:
    nr: str
    name: str
    label: str
    reason: str
    channel: str
    address: str
    file: str
    after: bool


@dataclass(frozen=True, slots=True)
class _Row:
    nr: str
    title: str
    monday: dt.date
    week: int
    date: str
    time: str
    place: str
    about: str
    leader: str
    reply_by: str
    folder: str
    receivers: tuple[_Receiver, ...]
    others: tuple[tuple[str, str, bool], ...]
    cancelled: bool
    outdated: bool

    @property
    def letters(self) -> tuple[_Receiver, ...]:
        """What is sent: one letter to each receiver, however many papers lie in it."""
        return tuple({receiver.nr: receiver for receiver in self.receivers}.values())


def _row(planned: PlannedMeeting, plan: Plan, language: Language, where: Whereabouts) -> _Row:
    meeting = planned.meeting
    leader = planned.seating.facilitator
    reply_by = meeting.date - dt.timedelta(days=plan.institution.reply_days)
    return _Row(
        nr=planned.nr,
        title=planned.kind.title,
        monday=meeting.date - dt.timedelta(days=meeting.date.weekday()),
        week=meeting.date.isocalendar().week,
        date=phrasing.day(meeting.date, language),
        time=phrasing.times(planned, language),
        place=meeting.place,
        about=planned.about,
        leader=leader.name if leader else "",
        reply_by=phrasing.day(reply_by, language),
        folder=f"{MEETINGS}/{where.folders.get(planned.nr, planned.folder)}",
        receivers=tuple(_receivers(planned, language)),
        others=(*_others(planned), ("", INVITE, False)),
        cancelled=planned.change is Change.CANCELLED,
        outdated=planned.nr in where.outdated,
    )


def _others(planned: PlannedMeeting) -> Iterator[tuple[str, str, bool]]:
    """The papers that are nobody's own: title, file, and whether they wait until after the meeting."""
    for document in planned.documents:
        if not document.receiver:
            yield document.rule.title, document.file, document.rule.after


def _receivers(planned: PlannedMeeting, language: Language) -> Iterator[_Receiver]:
    """A line a letter; as what and why somebody takes part stands at their first one."""
    told: set[str] = set()
    for document in planned.documents:
        if document.receiver:
            line = _receiver(document, document.receiver, planned, language)
            yield replace(line, label="", reason="") if document.receiver.nr in told else line
            told.add(document.receiver.nr)


def _receiver(
    document: PlannedDocument, receiver: Participant, planned: PlannedMeeting, language: Language
) -> _Receiver:
    who = receiver.who
    addresses = {
        Channel.EMAIL: who.email,
        Channel.LETTER: danish.joined((who.address, danish.town(who.postcode, who.city))),
    }
    return _Receiver(
        nr=receiver.nr,
        name=who.name,
        label=receiver.label,
        reason=" ".join(map(language.text, planned.seating.reasons(receiver))),
        channel=who.channel.value,
        address=addresses.get(who.channel, ""),
        file=document.file,
        after=document.rule.after,
    )


def _channels(rows: Sequence[_Row]) -> list[tuple[str, int]]:
    """How many letters go out in which way, in the order of the workbook's choices."""
    letters = Counter(letter.channel for row in rows for letter in row.letters)
    return [(channel.value, letters[channel.value]) for channel in Channel if letters[channel.value]]


def _stops(error: Finding, left_out: Sequence[LeftOut]) -> str:
    """The numbers of the meetings that this error leaves out."""
    numbers = (meeting.nr for meeting in left_out if error in meeting.findings)
    return ", ".join(dict.fromkeys(nr for nr in numbers if nr))


@cache
def _page() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(Path(__file__).parent)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("overview.html.jinja")
