"""Invented minutes of any type: what excerpts of minutes are checked and previewed with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from docgen import danish
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.form import ColumnKind, Part, TableColumn

_TEXT = "Vi er enige om at begynde med få timer.\nHver anden uge ser vi på, om de passer."
_CELL = "Praktik med faste opgaver"
_DAY = dt.date(2026, 2, 16)
_CELLS: dict[ColumnKind, Callable[[TableColumn], str]] = {
    ColumnKind.TEXT: lambda _: _CELL,
    ColumnKind.DATE: lambda _: danish.date(_DAY),
    ColumnKind.CHOICE: lambda column: column.options[0],
    ColumnKind.TICK: lambda _: "Ja",
}


def sample_minutes(kind: MeetingType) -> dict[str, Any]:
    """``referat``, with something written in every field of the type's minutes."""
    decision = {"tekst": _TEXT, "ansvarlig": "Eva Kladde", "frist": danish.date(_DAY)}
    return {
        "tema": "Flere timer i gartneriet",
        "konklusion": _TEXT,
        "punkter": {phase.key: _TEXT for phase in kind.phases if phase.minuted},
        "felter": {part.key: _TEXT for part in kind.minutes if part.key and not part.columns},
        "tabeller": {part.key: _rows(part) for part in kind.minutes if part.columns},
        "beslutninger": [decision],
        "naeste": {
            "er_der": True,
            "dato": danish.full_date(_DAY),
            "tid": danish.at(dt.time(10)),
            "sted": "Mødelokalet",
            "ikke_noedvendigt": False,
        },
    }


def _rows(part: Part) -> list[dict[str, str]]:
    groups = [group.title for group in part.groups] or ["–"]
    return [{"gruppe": title} | {one.key: _cell(one) for one in part.columns} for title in groups]


def _cell(column: TableColumn) -> str:
    return _CELLS[column.kind](column)
