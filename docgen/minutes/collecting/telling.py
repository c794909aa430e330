"""What may be said of minutes where others read along: on a screen, in JSON, in what other programs keep.

Minutes hold whatever people write. Where a field names somebody of the resident's own life without consent,
or holds a CPR number, an ellipsis stands for all of it; the workbook and the minutes themselves have it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from docgen.meetingtypes.definition import MeetingType
from docgen.minutes.values import Agreed, Attendance, Cell, FilledMinutes, TableRow
from docgen.model import Meeting
from docgen.planning.decisions.responsible import Directory, Who, directory_of, those_meant
from docgen.planning.decisions.unnamed import Discretion, discretion_about
from docgen.planning.register import Register
from docgen.workbook.text import UNSHOWN, has_cpr, has_ten_digits


@dataclass(frozen=True, slots=True)
class Telling:
    """Says what minutes of one meeting say; ``table`` are those who sat at it."""

    kept: Discretion
    directory: Directory
    table: tuple[Who, ...]

    def may_say(self, text: str) -> bool:
        return not (self.kept.keeps_back(text) or has_cpr(text) or has_ten_digits(text))

    def text(self, text: str) -> str:
        return text if self.may_say(text) else UNSHOWN

    def people(self, text: str) -> str:
        """A field for names: there a first name is enough to know somebody by."""
        meant = those_meant(text, self.directory, self.table)
        return UNSHOWN if self.kept.keeps_back_any(meant) else self.text(text)

    def is_unsure(self, text: str) -> bool:
        """Whether nobody, or several people, are found by a name in the text."""
        return any(meant.one is None for meant in those_meant(text, self.directory, self.table))

    def decision(self, one: Agreed) -> Agreed:
        return replace(one, text=self.text(one.text), responsible=self.people(one.responsible))

    def minutes(self, said: FilledMinutes) -> FilledMinutes:
        """All of them, as they may be shown."""
        return replace(
            said,
            theme=self.text(said.theme),
            attendance=tuple(map(self._attendance, said.attendance)),
            also_to=self.people(said.also_to),
            conclusions=self._texts(said.conclusions),
            fields=self._texts(said.fields),
            tables={key: tuple(map(self._row, rows)) for key, rows in said.tables.items()},
            verdicts=self._texts(said.verdicts),
            decisions=tuple(map(self.decision, said.decisions)),
            next=replace(said.next, place=self.text(said.next.place)),
        )

    def _attendance(self, one: Attendance) -> Attendance:
        return replace(one, person=self.text(one.person))

    def _row(self, row: TableRow) -> TableRow:
        return replace(row, cells={key: self._cell(cell) for key, cell in row.cells.items()})

    def _cell(self, cell: Cell) -> Cell:
        return self.text(cell) if isinstance(cell, str) else cell

    def _texts(self, texts: Mapping[str, str]) -> dict[str, str]:
        return {key: self.text(text) for key, text in texts.items()}


def telling_of(minutes: FilledMinutes, meeting: Meeting, kind: MeetingType, register: Register) -> Telling:
    """What may be said of these minutes, by the consents of today."""
    resident = register.residents.get(meeting.resident)
    directory = directory_of(register)
    table = tuple(who for one in minutes.attendance for who in directory.called(one.person))
    return Telling(discretion_about(register, resident, kind), directory, table)
