"""What collecting does, as a value: shown to people, and then written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.findings import Finding
from docgen.minutes.sending.send import SentOn
from docgen.minutes.values import Agreed, FilledMinutes
from docgen.model import Meeting, MeetingStatus
from docgen.workbook.columns_meetings import MEETINGS
from docgen.workbook.editing import RowEdit


@dataclass(frozen=True, slots=True)
class Followup:
    """The next meeting as it is put on Møder: a new row, or one that is moved (``is_new`` False)."""

    nr: str
    date: dt.date
    start: dt.time
    place: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Collected:
    """What is written of one meeting's minutes; all blank where the workbook has it already.

    ``told`` are the minutes as they may be shown, and so are the decisions here. ``meeting`` is its row as it
    was before, ``title`` its type's. ``status`` is None where the meeting's
    status stays what it is. ``added`` are decisions that get a row, ``corrected`` those whose row follows.
    """

    minutes: FilledMinutes
    told: FilledMinutes
    meeting: Meeting
    title: str
    status: MeetingStatus | None = None
    added: tuple[Agreed, ...] = ()
    corrected: tuple[Agreed, ...] = ()
    followup: Followup | None = None
    edits: tuple[RowEdit, ...] = ()

    @property
    def nr(self) -> str:
        return self.minutes.nr

    @property
    def date(self) -> dt.date:
        return self.meeting.date

    @property
    def is_new(self) -> bool:
        """Whether there is anything to tell of it."""
        return bool(self.status or self.added or self.corrected or self.followup)


@dataclass(frozen=True, slots=True)
class Collection:
    """All that was read, in the order of the meetings' dates, and every finding.

    ``blank`` are the numbers of meetings whose day has passed, and whose minutes nobody has written in yet.
    ``seen`` is how many files were minutes of this workbook, blank ones and those of archived meetings too.
    ``copy`` is the workbook as it was, saved before anything was written; ``None`` when nothing was.
    ``sent_on`` is what has been made ready to be sent on, ``None`` where there is no pack to lay it in.
    """

    meetings: tuple[Collected, ...]
    blank: tuple[str, ...]
    findings: tuple[Finding, ...]
    seen: int = 0
    copy: Path | None = None
    sent_on: SentOn | None = None

    @property
    def edits(self) -> tuple[RowEdit, ...]:
        """What is to be written into the workbook, in order; of two new rows with one number the last.

        That is the row of a meeting which was agreed, and held, before either was collected.
        """
        edits = [edit for one in self.meetings for edit in one.edits]
        last = {_identity(edit): edit for edit in edits}
        return tuple(edit for edit in edits if last[_identity(edit)] is edit)

    def written(self, copy: Path | None) -> Collection:
        """The same, once it has been written."""
        return replace(self, copy=copy)


def _identity(edit: RowEdit) -> object:
    """What two edits that begin the same row of Møder have in common, and no others."""
    is_new_meeting = edit.sheet == MEETINGS.name and edit.row is None
    return str(edit.values["Nr"]).casefold() if is_new_meeting else id(edit)
