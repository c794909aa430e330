"""What an excerpt of filled minutes says: the values of ``referat`` as Danish text.

What the team wrote stands as they wrote it. Where a field names people, numbers become names, and a person of
the resident's own life becomes words that name nobody, alone and among others: the excerpt goes to people who
have no business knowing who they are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docgen import danish
from docgen.documents.heldcontext import Held
from docgen.documents.people import resident_tags
from docgen.documents.phrases import phrases
from docgen.meetingtypes.definition import DocumentRule
from docgen.meetingtypes.form import Part, PartKind
from docgen.minutes.sending.receivers import discretion_at, is_private
from docgen.minutes.values import Cell, FilledMinutes, NextMeeting
from docgen.model import Person, Role
from docgen.planning.decisions.responsible import Directory, Meant, Who, directory_of, those_meant
from docgen.planning.decisions.unnamed import Discretion
from docgen.planning.register import Register


def said(filled: FilledMinutes, held: Held, register: Register) -> dict[str, Any]:
    """``referat``: every part of the minutes that may be sent on, blank where nothing was written."""
    writer = _Writer(held, directory_of(register), discretion_at(held, register))
    kind = held.kind
    own = [part for part in kind.minutes if part.key]
    return {
        "tema": filled.theme,
        "konklusion": filled.conclusions.get("", ""),
        "punkter": {one.key: filled.conclusions.get(one.key, "") for one in kind.phases if one.minuted},
        "felter": {one.key: filled.fields.get(one.key, "") for one in own if not one.columns},
        "tabeller": {one.key: writer.rows(filled, one) for one in own if one.columns},
        "beslutninger": [
            {
                "tekst": decision.text,
                "ansvarlig": writer.responsible(decision.responsible),
                "frist": writer.cell(decision.deadline),
            }
            for decision in filled.decisions
        ],
        "naeste": _next(filled.next),
    }


def is_empty(told: Mapping[str, Any], held: Held, rule: DocumentRule) -> bool:
    """Whether nobody has written anything in those parts that ``rule`` names, the next meeting apart."""
    parts = [part for part in held.kind.minutes if part.name in rule.parts]
    return not any(_written(told, part) for part in parts)


def _written(told: Mapping[str, Any], part: Part) -> bool:
    holders: dict[PartKind, Any] = {
        PartKind.THEME: told["tema"],
        PartKind.CONCLUSION: told["konklusion"],
        PartKind.POINTS: any(told["punkter"].values()),
        PartKind.FIELD: told["felter"].get(part.key),
        PartKind.TABLE: told["tabeller"].get(part.key),
        PartKind.DECISIONS: told["beslutninger"],
    }
    return bool(holders.get(part.kind))


def _next(meeting: NextMeeting) -> dict[str, Any]:
    return {
        "er_der": bool(meeting.date or meeting.start or meeting.place),
        "dato": danish.full_date(meeting.date) if meeting.date else "",
        "tid": danish.at(meeting.start) if meeting.start else "",
        "sted": meeting.place,
        "ikke_noedvendigt": meeting.not_needed,
    }


@dataclass(frozen=True, slots=True)
class _Writer:
    """Puts cells into words."""

    held: Held
    directory: Directory
    kept: Discretion

    def rows(self, filled: FilledMinutes, part: Part) -> list[dict[str, str]]:
        titles = {group.key: group.title for group in part.groups}
        return [
            {"gruppe": titles.get(row.group, row.group)}
            | {column.key: self.cell(row.cells.get(column.key)) for column in part.columns}
            for row in filled.tables.get(part.key, ())
        ]

    def cell(self, value: Cell) -> str:
        """A date in Danish, a tick as a word, a text as it is."""
        if isinstance(value, bool):
            return str(self.held.kind.words["uddrag.ja"]) if value else ""
        if isinstance(value, dt.date):
            return danish.date(value)
        return self._people(value or "", ())

    def responsible(self, text: str) -> str:
        """Those who see to it; here a first name is enough for whoever sat at the table."""
        return self._people(text, [one.who for one in self.held.seating.participants])

    def _people(self, text: str, nearest: Sequence[Who]) -> str:
        """The text; if it names people and says nothing else, or one who is not to be named, their names."""
        meant = those_meant(text, self.directory, nearest)
        if self.kept.keeps_back_any(meant):
            return self._nobody(())
        if not all(one.one for one in meant) and not any(map(self._is_private, meant)):
            return text
        return danish.enumeration([*dict.fromkeys(map(self._name, meant))])

    def _is_private(self, meant: Meant) -> bool:
        return any(is_private(who, self.held) for who in meant.people)

    def _name(self, meant: Meant) -> str:
        if self._is_private(meant):
            return self._nobody(meant.people)
        return meant.one.name if meant.one else meant.written

    def _nobody(self, people: Sequence[Who]) -> str:
        """Words for somebody who is not named: the GP is the one who reads it, the others stay unknown."""
        if people and all(isinstance(who, Person) and who.role is Role.GP for who in people):
            return Role.GP.value.lower()
        names = {"beboer": resident_tags(self.held.resident)}
        return " ".join(phrases(self.held.kind, "uddrag.andre", names))
