"""From answers to filled minutes: part by part, as the type lists them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.form import ColumnKind, Part, PartKind, TableColumn
from docgen.minutes.reading.answer import Answer, AnsweredRow, Answers
from docgen.minutes.reading.typed import Typist, day_and_hour
from docgen.minutes.values import Agreed, Attendance, Cell, FilledMinutes, Identity, NextMeeting, TableRow

THEME, PRESENCE, APPROVED, GETS = "tema.godkendt", "fremmoede", "tema.godkendt_af", "faar_referat"
ALSO_TO, CONCLUSION, DECISION, VERDICT, NEXT = (
    "faar_referat.andre",
    "konklusion",
    "beslutning",
    "indsats_nu",
    "naeste",
)
_NOTHING = Answer()


@dataclass(frozen=True, slots=True)
class Assembly:
    """The answers of one file, its type, and who notes what is wrong with them."""

    kind: MeetingType
    answers: Answers
    typist: Typist

    def minutes(self, file: Path, identity: Identity) -> FilledMinutes:
        """All that the file says."""
        return FilledMinutes(
            file=file,
            identity=identity,
            theme=self.answers.text(THEME),
            attendance=tuple(self._attendance()),
            also_to=self.answers.text(ALSO_TO),
            conclusions=dict(self._conclusions()),
            fields={part.key: self.answers.text(part.key) for part in self._parts(PartKind.FIELD)},
            tables={part.key: tuple(self._table(part)) for part in self._parts(PartKind.TABLE)},
            verdicts=dict(self._verdicts()),
            decisions=tuple(self._decisions()),
            next=self._next(),
        )

    def _parts(self, kind: PartKind) -> Iterator[Part]:
        return (part for part in self.kind.minutes if part.kind is kind)

    def _attendance(self) -> Iterator[Attendance]:
        """The participants in the order in which the file was made, and whoever has fields beside them."""
        choices: Sequence[str] = self.kind.words["referat.fremmoede_valg"]
        met = (
            tag.removeprefix(f"{PRESENCE}.") for tag in self.answers.fields if tag.startswith(f"{PRESENCE}.")
        )
        for nr in dict.fromkeys((*self.typist.names.people, *met)):
            tag = f"{PRESENCE}.{nr}"
            came = self.typist.presence(self.answers.fields.get(tag, _NOTHING), tag, choices)
            approved = self.answers.ticked(f"{APPROVED}.{nr}")
            yield Attendance(nr, came, approved, self.answers.ticked(f"{GETS}.{nr}"))

    def _conclusions(self) -> Iterator[tuple[str, str]]:
        if any(self._parts(PartKind.CONCLUSION)):
            yield "", self.answers.text(CONCLUSION)
        if any(self._parts(PartKind.POINTS)):
            for phase in self.kind.phases:
                if phase.minuted:
                    yield phase.key, self.answers.text(f"{CONCLUSION}.{phase.key}")

    def _table(self, part: Part) -> Iterator[TableRow]:
        for group in [one.key for one in part.groups] or [""]:
            section = f"{part.key}.{group}" if group else part.key
            for key, row in _numbered(self.answers.rows.get(section, ())):
                cells = {one.key: self._cell(one, row.cells, f"{section}.{key}") for one in part.columns}
                yield TableRow(group, cells)

    def _cell(self, column: TableColumn, row: Mapping[str, Answer], tag: str) -> Cell:
        answer, tag = row.get(column.key, _NOTHING), f"{tag}.{column.key}"
        if column.kind is ColumnKind.DATE:
            return self.typist.date(answer, tag)
        if column.kind is ColumnKind.TICK:
            return answer.ticked
        if column.kind is ColumnKind.CHOICE:
            return self.typist.choice(answer, tag, column.options)
        return answer.text

    def _verdicts(self) -> Iterator[tuple[str, str]]:
        choices: Sequence[str] = self.kind.words["referat.vurderinger"]
        for tag, answer in self.answers.fields.items():
            first, _, rest = tag.partition(".")
            if first == VERDICT:
                yield rest.partition(".")[0], self.typist.choice(answer, tag, choices)

    def _decisions(self) -> Iterator[Agreed]:
        for key, row in _numbered(self.answers.rows.get(DECISION, ())):
            tag = f"{DECISION}.{key}"
            text, who = (row.cells.get(name, _NOTHING).text for name in ("tekst", "ansvarlig"))
            deadline = self.typist.date(row.cells.get("frist", _NOTHING), f"{tag}.frist")
            if text:
                yield Agreed(key, text, who, deadline)
            else:
                self.typist.note("W-315", f"{tag}.tekst")

    def _next(self) -> NextMeeting:
        date, time, place = (
            self.answers.fields.get(f"{NEXT}.{name}", _NOTHING) for name in ("dato", "tid", "sted")
        )
        date, time = day_and_hour(date, time)
        return NextMeeting(
            self.typist.date(date, f"{NEXT}.dato"),
            self.typist.time(time, f"{NEXT}.tid"),
            place.text,
            self.answers.ticked(f"{NEXT}.ikke_noedvendigt"),
        )


def _numbered(rows: Sequence[AnsweredRow]) -> Iterator[tuple[str, AnsweredRow]]:
    """The rows that say something, with their numbers; those that were added get the next ones."""
    last = max((int(row.key) for row in rows if row.key.isdecimal()), default=0)
    for row in rows:
        if not row.key:
            last += 1
        if any(row.cells.values()):
            yield row.key or str(last), row
