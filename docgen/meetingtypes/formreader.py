"""From the tables of a ``type.toml`` to programmes, the parts of the minutes and the sections of sheets."""

from __future__ import annotations

import re

from docgen.meetingtypes.definition import DAY, Programme, Slot
from docgen.meetingtypes.form import (
    MOST_ROOM,
    MOST_ROWS,
    MOST_WIDTH,
    ROOM,
    ColumnKind,
    Part,
    PartKind,
    Section,
    TableColumn,
    TableGroup,
)
from docgen.meetingtypes.table import Table

_KEY = re.compile(r"[a-z][a-z0-9_]{0,29}")  # it is a part of fields' tags, of which Word takes 64 characters
_COLOUR = re.compile(r"[0-9A-F]{6}")
_ROWS = 3
_SLOT = '{ fase = "velkomst", minutter = 15 }'
_COLUMN = '{ noegle = "opgave", titel = "Opgave", bredde = 90 }'
_GROUP = '{ noegle = "groen", titel = "Grøn" }'


def check_key(table: Table, key: str, example: str) -> None:
    """Adds a finding for a ``noegle`` that cannot be part of a tag; a blank one has a finding already."""
    if key and not _KEY.fullmatch(key):
        table.add("E-111", "noegle", value=key, example=example)


def read_programme(table: Table) -> Programme:
    """One ``[[program]]``: a title, the longest meeting it is for, and its lines."""
    programme = Programme(
        title=table.text("titel", example="Halv dag"),
        longest=table.number("hoejst", default=0, most=DAY),
        slots=tuple(_slot(entry) for entry in table.tables("punkter", inline=_SLOT)),
    )
    table.finish()
    return programme


def _slot(table: Table) -> Slot:
    slot = Slot(table.number("minutter", most=DAY), table.text("fase"), table.text("pause"))
    table.finish()
    if bool(slot.phase) is bool(slot.title):
        table.add("E-101", name="fase", example=_SLOT)
    return slot


def read_part(table: Table) -> Part:
    """One ``[[referat]]``, a part of the minutes."""
    kind = PartKind(table.choice("del", [str(kind) for kind in PartKind]))
    own = kind.is_own
    part = Part(
        kind=kind,
        key=table.text("noegle", example="maal" if own else ""),
        title=table.text("titel", example="Mål" if own else ""),
        note=table.text("note"),
        note_if=table.text("note_naar"),
        prompt=table.text("tom"),
        height=table.number("hoejde", default=ROOM if own else 0, most=MOST_ROOM),
        rows=table.number("raekker", default=_ROWS if kind is PartKind.TABLE else 0, most=MOST_ROWS),
        columns=tuple(_column(entry) for entry in table.tables("kolonner", inline=_COLUMN)),
        groups=tuple(_group(entry) for entry in table.tables("grupper", inline=_GROUP)),
    )
    table.finish()
    check_key(table, part.key, "maal")
    if kind is PartKind.TABLE and not part.columns:
        table.add("E-101", name="kolonner", example=f"kolonner = [{_COLUMN}]")
    return part


def _column(table: Table) -> TableColumn:
    kinds = [str(kind) for kind in ColumnKind]
    column = TableColumn(
        key=table.text("noegle", example="opgave"),
        title=table.text("titel", example="Opgave"),
        width=table.number("bredde", most=MOST_WIDTH),
        prompt=table.text("tom"),
        kind=ColumnKind(table.choice("art", kinds, default=ColumnKind.TEXT)),
        options=table.texts("valg"),
    )
    table.finish()
    check_key(table, column.key, "opgave")
    if column.kind is ColumnKind.CHOICE and not column.options:
        table.add("E-101", name="valg", example='valg = ["Ja", "Nej"]')
    return column


def _group(table: Table) -> TableGroup:
    group = TableGroup(
        key=table.text("noegle", example="groen"),
        title=table.text("titel", example="Grøn"),
        note=table.text("note"),
        colour=table.text("farve"),
    )
    table.finish()
    check_key(table, group.key, "groen")
    if group.colour and not _COLOUR.fullmatch(group.colour):
        table.add("E-203", "farve", value=group.colour)
    return group


def read_sheets(table: Table) -> dict[str, tuple[Section, ...]]:
    """The table ``[ark]``: the sections of each sheet, by its name."""
    return {name: tuple(_section(entry) for entry in table.tables(name)) for name in table}


def _section(table: Table) -> Section:
    section = Section(
        heading=table.text("overskrift"),
        texts=table.texts("tekst"),
        bullets=table.texts("punkter"),
        ticks=table.texts("kryds"),
        questions=table.texts("spoergsmaal"),
        room=table.number("plads", default=ROOM, most=MOST_ROOM),
        framed=table.flag("ramme"),
        notes=table.flag("noter"),
        condition=table.text("naar"),
    )
    table.finish()
    return section
