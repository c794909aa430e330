"""What filled minutes say, as values: the same for every meeting type, whatever file they were read from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path


class Presence(StrEnum):
    """Whether a participant came; the values are the order of ``referat.fremmoede_valg``, not its words."""

    CAME = "came"
    DECLINED = "declined"
    STAYED_AWAY = "stayed_away"


@dataclass(frozen=True, slots=True)
class Identity:
    """Which meeting the minutes are of, from the document's own properties.

    ``nr`` is the meeting's number, ``kind`` the folder name of its type, ``calendar_id`` the institution's.
    ``start`` and ``length`` (minutes) are when it was to be held when the file was built; ``None`` in files
    of docgen 0.3 and older, which did not say.
    """

    nr: str
    kind: str
    calendar_id: str
    start: dt.datetime | None = None
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """A participant's row: ``person`` is the number, ``presence`` None where nothing was chosen."""

    person: str
    presence: Presence | None = None
    approved_theme: bool = False
    gets_minutes: bool = False


@dataclass(frozen=True, slots=True)
class Agreed:
    """A decision: what, who sees to it (a name or a number, as written), and until when.

    ``key`` tells it apart from the others of these minutes and stays what it is when rows are added: the
    number in its tag, for rows that Word added the next ones.
    """

    key: str
    text: str
    responsible: str = ""
    deadline: dt.date | None = None


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """When and where the next meeting was agreed to be; blank values where nothing was written."""

    date: dt.date | None = None
    start: dt.time | None = None
    place: str = ""
    not_needed: bool = False


Cell = str | dt.date | bool | None
"""A field of a table: text (blank: ``""``), a date (blank: ``None``) or a box that is ticked or not."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table of the type's own that somebody has written in; ``group`` is blank without groups.

    ``cells`` are by the keys of the columns, all of them.
    """

    group: str
    cells: Mapping[str, Cell] = field(hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledMinutes:
    """The minutes of one meeting. Texts keep their line breaks (``\\n``); what is blank was left blank.

    ``conclusions`` are by the key of the phase, or ``""`` where the type has one field for all. ``fields``
    and ``tables`` are the type's own parts, by key; ``verdicts`` say of the resident's efforts, by their
    number on the sheet, what was chosen. ``also_to`` is what stands under "Andre, der får referatet".
    """

    file: Path
    identity: Identity
    theme: str = ""
    attendance: tuple[Attendance, ...] = ()
    also_to: str = ""
    conclusions: Mapping[str, str] = field(default_factory=dict, hash=False)
    fields: Mapping[str, str] = field(default_factory=dict, hash=False)
    tables: Mapping[str, tuple[TableRow, ...]] = field(default_factory=dict, hash=False)
    verdicts: Mapping[str, str] = field(default_factory=dict, hash=False)
    decisions: tuple[Agreed, ...] = ()
    next: NextMeeting = NextMeeting()

    @property
    def nr(self) -> str:
        return self.identity.nr

    @property
    def is_blank(self) -> bool:
        """Whether nobody has written anything in them yet."""
        ticked = any(one.presence or one.approved_theme or one.gets_minutes for one in self.attendance)
        return not (
            ticked
            or self.theme
            or self.also_to
            or any(self.conclusions.values())
            or any(self.fields.values())
            or any(self.tables.values())
            or any(self.verdicts.values())
            or self.decisions
            or self.next != NextMeeting()
        )


def label(file: Path) -> str:
    """What a file is called in findings: minutes have the same name in every meeting's folder."""
    return f"{file.parent.name}/{file.name}" if file.parent.name else file.name


def content(minutes: FilledMinutes) -> FilledMinutes:
    """What minutes say, wherever the file lies and whenever it was built: equal for copies."""
    return replace(minutes, file=Path(), identity=replace(minutes.identity, start=None, length=None))
