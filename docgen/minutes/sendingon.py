"""Filled minutes sent on: what must lie in the pack is written there, ready for people to send.

``distribution`` decides; this reads and writes. Into ``mail/`` go drafts of e-mails, into the meeting's
folder the excerpt for the GP (``papers``). What people have edited is left as it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from docgen.documents.filling import Filler
from docgen.documents.heldcontext import Held
from docgen.errors import TemplateError
from docgen.findings import Finding, in_order
from docgen.mailing.attaching import as_pdf
from docgen.mailing.draft import as_eml
from docgen.mailing.keeping import Kept, keep
from docgen.mailing.names import MAIL, drafts_of
from docgen.mailing.pdf import Converter
from docgen.meetingtypes.definition import MeetingType
from docgen.minutes.distribution import GP, MINUTES, Distribution, Parcel, distribute
from docgen.minutes.papers import gp_papers, minutes_papers
from docgen.minutes.receivers import receivers
from docgen.minutes.values import FilledMinutes
from docgen.model import Meeting
from docgen.planning import seat
from docgen.planning.judging import length_of
from docgen.planning.register import Register


@dataclass(frozen=True, slots=True)
class ToSendOn:
    """Minutes that have been filled in, of a meeting whose files lie in ``folder``."""

    filled: FilledMinutes
    meeting: Meeting
    kind: MeetingType
    folder: Path


@dataclass
class SentOn:
    """What everybody gets, what has been done (by folder and file name), and what is to be said.

    ``kept`` are files that people have edited.
    """

    parcels: list[Parcel] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def note(self, folder: Path, done: Kept) -> None:
        """Takes in what was done in a folder."""
        for mine, theirs in (
            (self.written, done.written),
            (self.unchanged, done.unchanged),
            (self.removed, done.removed),
            (self.kept, done.kept),
        ):
            mine += [f"{folder.name}/{name}" for name in theirs]
        self.findings += done.findings


def send_on(
    filled: Sequence[ToSendOn],
    register: Register,
    pack: Path,
    *,
    now: dt.datetime,
    convert: Converter,
    filler: Filler,
) -> SentOn:
    """Makes ready in ``pack`` what is sent of all these minutes; drafts that are no longer due are removed.

    Minutes in which nobody has written yet go to nobody. ``now`` dates the drafts; ``convert`` is called
    once. What cannot be sent on, as a template or a file is broken, is a finding, and the others are sent on.
    """
    done = SentOn()
    for one in filled:
        try:
            made = _distributed(one, register, filler, now, done)
        except TemplateError as error:
            done.findings += error.findings
        else:
            done.parcels += made.parcels
            done.findings += made.findings
    drafts, findings = as_pdf([one.draft for one in done.parcels if one.draft], convert)
    fresh = iter(drafts)
    done.parcels = [replace(one, draft=next(fresh)) if one.draft else one for one in done.parcels]
    done.findings += findings
    _write_drafts(pack / MAIL, [one.meeting.nr for one in filled], done)
    done.findings = list(in_order(done.findings))
    return done


def held_meeting(filled: FilledMinutes, meeting: Meeting, kind: MeetingType, register: Register) -> Held:
    """The meeting that minutes are of, with its people and their consents as the workbook has them now."""
    resident = register.residents.get(meeting.resident) if kind.about_resident else None
    length = filled.identity.length or length_of(meeting, kind, register)
    return Held(meeting, kind, length, register.house, seat(meeting, kind, register), resident)


def _distributed(
    one: ToSendOn, register: Register, filler: Filler, now: dt.datetime, done: SentOn
) -> Distribution:
    if one.filled.is_blank:
        return Distribution()
    held = held_meeting(one.filled, one.meeting, one.kind, register)
    for_gp = gp_papers(one.filled, held, register, one.folder, filler)
    done.note(one.folder, for_gp.excerpts)
    minutes = minutes_papers(one.filled, held, register)
    # What is wrong with minutes is wrong with what was taken from them.
    together = replace(for_gp.papers, objections=(*minutes.objections, *for_gp.papers.objections))
    return distribute(held, receivers(one.filled, held, register), minutes, together, now=now)


def _write_drafts(folder: Path, numbers: Sequence[str], done: SentOn) -> None:
    """The drafts, in place of all that there were of these meetings."""
    drafts = {one.file: as_eml(one.draft) for one in done.parcels if one.draft}
    old = {name for nr in numbers for what in (MINUTES, GP) for name in drafts_of(folder, nr, what)}
    done.note(folder, keep(folder, drafts, old - drafts.keys()))
