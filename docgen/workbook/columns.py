"""THE table: every sheet and every column of the workbook, once.

The reader, the cell checks, ``docgen new`` and ``docs/workbook.md`` all come from it. The texts are
Danish and stay so, like the workbook. What a blank cell means stands in the model (``Sheet.default``).
"""

from __future__ import annotations

from docgen.workbook.column import Column, Form, Sheet
from docgen.workbook.columns_house import INSTITUTION, PEOPLE, RESIDENTS
from docgen.workbook.columns_meetings import ANSWERS, ARCHIVE, CLOSURES, COURSES, DECISIONS, EFFORTS, MEETINGS

__all__ = ["FIELD", "SHEETS", "VALUE", "Column", "Form", "Sheet", "sheet"]

SHEETS: tuple[Sheet, ...] = (
    INSTITUTION,
    RESIDENTS,
    PEOPLE,
    MEETINGS,
    COURSES,
    ANSWERS,
    EFFORTS,
    CLOSURES,
    DECISIONS,
    ARCHIVE,
)

FIELD, VALUE = "Felt", "Værdi"  # the two columns of Institution


def sheet(name: str) -> Sheet:
    """The sheet with this name; ``KeyError`` for a name that is not in the table."""
    return {known.name: known for known in SHEETS}[name]
