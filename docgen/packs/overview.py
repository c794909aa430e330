"""The overview: one page that says who gets what, how and by when, and what was left out and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from docgen import danish
from docgen.findings import Finding
from docgen.i18n import Language
from docgen.model import Channel
from docgen.packs.contents import INVITE
from docgen.packs.meetingfolder import MEETINGS
from docgen.planning import Change, LeftOut, Participant, Plan, PlannedDocument, PlannedMeeting

if TYPE_CHECKING:
    from jinja2 import Template


def overview(plan: Plan, left_out: Sequence[LeftOut], findings: Sequence[Finding], language: Language) -> str:
    """The page as HTML: one self-contained file, no script, printable on A4, in the reader's language.

    ``findings`` are those of the build; the plan's own come first. The page holds names and is meant for
    the administrator alone.
    """
    stopped = {meeting.nr for meeting in left_out}
    rows = [_row(planned, plan) for planned in plan.meetings if planned.nr not in stopped]
    told = {finding for meeting in left_out for finding in meeting.findings}
    rest = [finding for finding in (*plan.findings, *findings) if finding not in told]
    html: str = _page().render(
        t=language.text,
        lang=language.code,
        house=plan.institution.name,
        made=danish.date(plan.now.date()) if language.code == "da" else f"{plan.now:%-d %B %Y}",
        rows=[row for row in rows if not row.cancelled],
        cancelled=[row for row in rows if row.cancelled],
        left_out=[(meeting.nr, [_words(f, language) for f in meeting.findings]) for meeting in left_out],
        findings=[_words(finding, language) for finding in rest],
        letters=sum(len(row.receivers) for row in rows),
    )
    return html


@dataclass(frozen=True, slots=True)
class _Receiver:
    name: str
    label: str
    reason: str
    channel: str
    address: str
    file: str


@dataclass(frozen=True, slots=True)
class _Row:
    nr: str
    title: str
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


def _row(planned: PlannedMeeting, plan: Plan) -> _Row:
    meeting = planned.meeting
    end = danish.minutes_after(meeting.start, planned.length)
    leader = planned.seating.facilitator
    personal = [document for document in planned.documents if document.receiver]
    return _Row(
        nr=planned.nr,
        title=planned.kind.title,
        date=danish.full_date(meeting.date),
        time=danish.span(meeting.start, end),
        place=meeting.place,
        resident=planned.resident.name if planned.resident else "",
        leader=leader.name if leader else "",
        reply_by=danish.full_date(meeting.date - dt.timedelta(days=plan.institution.reply_days)),
        folder=f"{MEETINGS}/{planned.folder}",
        receivers=tuple(_receiver(document, document.receiver) for document in personal if document.receiver),
        others=(*((d.rule.title, d.file) for d in planned.documents if not d.receiver), ("", INVITE)),
        cancelled=planned.change is Change.CANCELLED,
    )


def _receiver(document: PlannedDocument, receiver: Participant) -> _Receiver:
    who = receiver.who
    street = danish.joined((who.address, f"{who.postcode} {who.city}".strip()))
    return _Receiver(
        name=who.name,
        label=receiver.label,
        reason=receiver.reason,
        channel=who.channel.value,
        address=who.email if who.channel is Channel.EMAIL else street,
        file=document.file,
    )


def _words(finding: Finding, language: Language) -> dict[str, str]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "place": str(finding.place),
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
