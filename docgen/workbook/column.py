"""What the table of sheets and columns is made of."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Any


class Form(Enum):
    """What a cell holds: it decides how the cell is read, written and checked."""

    TEXT = auto()
    NR = auto()
    RESIDENT = auto()
    PERSON = auto()
    PEOPLE = auto()
    ANYBODY = auto()
    MEETING = auto()
    COURSE = auto()
    DATE = auto()
    TIME = auto()
    MINUTES = auto()
    WHOLE = auto()
    PERCENT = auto()
    DECIMAL = auto()
    YES_NO = auto()
    CHOICE = auto()
    PHONE = auto()
    POSTCODE = auto()
    EMAIL = auto()
    DOMAIN = auto()
    WINDOW = auto()

    @property
    def refers(self) -> tuple[str, ...]:
        """The sheets whose ``Nr`` a cell of this form names; empty for anything but a reference."""
        return _REFERS.get(self, ())


_REFERS = {
    Form.RESIDENT: ("Beboere",),
    Form.PERSON: ("Personer",),
    Form.PEOPLE: ("Personer",),
    Form.ANYBODY: ("Beboere", "Personer"),
    Form.MEETING: ("Møder",),
    Form.COURSE: ("Forløb",),
}

_WIDTHS = {
    Form.TEXT: 22,
    Form.NR: 8,
    Form.PEOPLE: 18,
    Form.DATE: 13,
    Form.TIME: 10,
    Form.MINUTES: 11,
    Form.CHOICE: 20,
    Form.POSTCODE: 9,
    Form.EMAIL: 34,
    Form.DOMAIN: 26,
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column, or one field of the sheet Institution.

    ``heading`` is what people see, ``attribute`` the model's name for it, ``note`` and ``example`` are
    Danish and meant for people. ``choices`` are the allowed values of ``Form.CHOICE``; ``low`` and
    ``high`` bound a number, both included. ``words`` may stand in a reference besides numbers.
    ``private`` columns may name people of the resident's own life: findings about them name the cell only.
    """

    heading: str
    attribute: str
    form: Form
    note: str
    example: str = ""
    required: bool = False
    choices: type[StrEnum] | None = None
    low: int = 0
    high: int = 9999
    words: tuple[str, ...] = ()
    private: bool = False
    wide: int = 0

    @property
    def label(self) -> str:
        """What stands in row 1: the heading, with a star where it must be filled."""
        return self.heading + (" *" if self.required else "")

    @property
    def width(self) -> int:
        """The width in characters: its own, else its form's, and always room for the heading."""
        return self.wide or max(_WIDTHS.get(self.form, 12), min(len(self.heading) + 4, 20))

    @property
    def allowed(self) -> tuple[str, ...]:
        """The values of its drop-down; empty where there is none."""
        if self.form is Form.YES_NO:
            return ("Ja", "Nej")
        return tuple(str(choice) for choice in self.choices or ())


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, the attribute of ``Workbook`` it fills, the class of a row, its columns.

    ``fields`` is true for Institution, where every field has a row of its own (Felt, Værdi).
    ``frozen`` counts the columns that stay in view when people scroll sideways.
    """

    name: str
    attribute: str
    row: type[Any]
    note: str
    columns: tuple[Column, ...]
    required: bool = False
    fields: bool = False
    frozen: int = 1

    def default(self, column: Column) -> object:
        """What a blank cell means; the model is the one place that says so. ``None`` when required."""
        for field in dataclasses.fields(self.row):
            if field.name == column.attribute and field.default is not dataclasses.MISSING:
                return field.default
        return None
