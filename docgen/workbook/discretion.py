"""Whose row it is: nobody hears of a resident's relatives, network, companion or GP without consent.

So a finding on such a row names the cell, and never what stands there.
"""

from __future__ import annotations

from collections.abc import Sequence

from docgen.findings import Place
from docgen.model import Person, Role
from docgen.workbook.cells import read_cell
from docgen.workbook.column import Column
from docgen.workbook.columns_house import PEOPLE
from docgen.workbook.grid import Value


def may_be_private(sheet: str, cells: Sequence[tuple[Column, Value]]) -> bool:
    """Whether a row that is being read may be about somebody of a resident's own life.

    Its role says so; a person whose role cannot be read may be anybody.
    """
    if sheet != PEOPLE.name:
        return False
    roles = [read_cell(value, column, Place())[0] for column, value in cells if column.choices is Role]
    return not any(isinstance(role, Role) and not role.is_private for role in roles)


def is_private(row: object) -> bool:
    """Whether a row of the model is about somebody of a resident's own life."""
    return isinstance(row, Person) and row.role.is_private
