"""What an excerpt of filled minutes says: the values of ``referat`` as Danish text.

What the team wrote stands as they wrote it. Where a field names one person and nobody else, a number becomes
a name, and a person of the resident's own life becomes words that name nobody: the excerpt goes to people who
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
from docgen.minutes.sending.alsoto import who_is
from docgen.minutes.sending.receivers import discretion_at, is_private, those_named
from docgen.minutes.values import Cell, FilledMinutes, NextMeeting
from docgen.model import Person, Resident, Role
from docgen.planning.register import Register


def said(filled: FilledMinutes, held: Held, register: Register) -> dict[str, Any]:
    """``referat``: every part of the minutes that may be sent on, blank where nothing was written."""
    writer = _Writer(held, register)
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
    register: Register

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
        return self.person(value or "")

    def person(self, text: str) -> str:
        """The text; the person's name where it is their number, and no name of the resident's own people."""
        people = who_is(text, self.register)
        if any(is_private(who, self.held) for who in people):
            return self._nobody(people)
        return people[0].name if len(people) == 1 else text

    def responsible(self, text: str) -> str:
        """As ``person``; nobody is known by a first name either, or among several, who must not be."""
        kept = discretion_at(self.held, self.register)
        meant = those_named(text, self.held, self.register)
        return self._nobody(()) if kept.keeps_back_any(meant) else self.person(text)

    def _nobody(self, people: Sequence[Resident | Person]) -> str:
        """Words for somebody who is not named: the GP is the one who reads it, the others stay unknown."""
        if people and all(isinstance(who, Person) and who.role is Role.GP for who in people):
            return Role.GP.value.lower()
        names = {"beboer": resident_tags(self.held.resident)}
        return " ".join(phrases(self.held.kind, "uddrag.andre", names))
