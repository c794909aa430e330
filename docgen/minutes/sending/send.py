"""Filled minutes sent on: what must lie in the pack is written there, ready for people to send.

``distribution`` decides; this reads and writes. Into ``mail/`` go drafts of e-mails, into the meeting's
folder the excerpt for the GP (``papers``). What people have edited is left as it is.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from docgen.documents.filling import Filler
from docgen.documents.heldcontext import Held
from docgen.errors import TemplateError
from docgen.findings import Finding, in_order
from docgen.mailing.attaching import as_pdf
from docgen.mailing.draft import as_eml
from docgen.mailing.keeping import Kept, keep
from docgen.mailing.names import MAIL, drafts_of, meeting_of
from docgen.mailing.pdf import Converter
from docgen.meetingtypes.definition import MeetingType
from docgen.minutes.sending.distribution import GP, MINUTES, Distribution, Parcel, distribute
from docgen.minutes.sending.papers import gp_papers, minutes_papers
from docgen.minutes.sending.receivers import receivers
from docgen.minutes.values import FilledMinutes, content
from docgen.model import Meeting
from docgen.planning import seat
from docgen.planning.judging import length_of
from docgen.planning.register import Register

_NONE: Mapping[str, str] = MappingProxyType({})


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

    ``kept`` are files that people have edited. ``made`` are all drafts that have been made so far, by file
    name, each with a fingerprint of what it says.
    """

    parcels: list[Parcel] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    made: dict[str, str] = field(default_factory=dict)
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
    made: Mapping[str, str] = _NONE,
) -> SentOn:
    """Makes ready in ``pack`` what is sent of all these minutes; drafts that are no longer due are removed.

    Minutes in which nobody has written yet go to nobody. ``now`` dates the drafts; ``convert`` is called
    once. ``made`` is what an earlier call gave back: a draft that says what it said then is not made again,
    as it lies there still, or has been sent and taken away. What cannot be sent on, as a template or a file
    is broken, is a finding, and the others are sent on.
    """
    done, says = SentOn(made=dict(made)), dict[str, str]()
    for one in filled:
        try:
            distributed = _distributed(one, register, filler, now, done)
        except TemplateError as error:
            done.findings += error.findings
        else:
            done.parcels += distributed.parcels
            done.findings += distributed.findings
            says |= {
                parcel.file: _print(parcel, one.filled) for parcel in distributed.parcels if parcel.draft
            }
    due = [one for one in done.parcels if one.draft and made.get(one.file) != says[one.file]]
    drafts, findings = as_pdf([one.draft for one in due if one.draft], convert)
    done.findings += findings
    files = {one.file: as_eml(draft) for one, draft in zip(due, drafts, strict=True)}
    there = _write_drafts(pack / MAIL, [one.meeting.nr for one in filled], files, done)
    done.made |= {file: said for file, said in says.items() if file in there or file not in files}
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


def _write_drafts(
    folder: Path, numbers: Sequence[str], files: Mapping[str, bytes], done: SentOn
) -> frozenset[str]:
    """Those that are due, in the place of all that there were of these meetings and are not.

    Back come those that lie there now: what could not be written is due the next time too.
    """
    wanted = {one.file for one in done.parcels if one.draft}
    old = {name for nr in numbers for what in (MINUTES, GP) for name in drafts_of(folder, nr, what)}
    kept = keep(folder, files, old - wanted)
    done.note(folder, kept)
    for name in [name for name in done.made if meeting_of(name) in numbers and name not in wanted]:
        del done.made[name]  # if it is due again some day, it is a new one
    return kept.there


def _print(parcel: Parcel, filled: FilledMinutes) -> str:
    """A fingerprint of what a draft says and carries; of the minutes what was written in them.

    What their file is called is not: it is attached under a name of its own.
    """
    others = tuple(name for name in parcel.files if name != filled.file.name)
    words = (parcel.draft.subject, parcel.draft.paragraphs) if parcel.draft else ()
    told = repr((words, parcel.delivery, others, content(filled)))
    return hashlib.sha256(told.encode("utf-8", "backslashreplace")).hexdigest()
