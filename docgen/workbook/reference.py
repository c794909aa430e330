"""``docs/workbook.md``, made from the table of columns."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.workbook.cell import as_text
from docgen.workbook.columns import FIELD, SHEETS, VALUE, Column, Form, Sheet
from docgen.workbook.rows import cell_value

_INTRODUCTION = """\
# The workbook

<!-- Made by tools/generate_docs.py from docgen/workbook/columns.py. Change it there. -->

One `.xlsx` file that `docgen new` makes, people fill in with Excel or LibreOffice, and every other command
reads. It is in Danish, like the letters; the notes below are those that stand on its headings.

- Sheets are found by name and columns by heading, in any order. Case, surrounding space, a trailing `*` and
  Unicode form do not matter. Other sheets and columns are left alone; a misspelt one gets "did you mean".
- Row 1 holds the headings. Empty rows are skipped.
- **Dates**: a real date, or `03-02-2026`, `3.2.2026`, `3/2 2026`, `3/2-26`, `2026-02-03`, `3. februar 2026`,
  each also after its weekday. The year is needed, and lies from 2000 to 2099. A bare number that can be a
  date is understood as Excel would, with a warning.
- **Times**: a real time, or `10:00`, `10.00`, `kl. 10`, `10`, `1030`. A number like `10,5` is not guessed at.
- **Yes or no**: `Ja`, `Nej`, also `x`. **Lists** are parted by `;`. A **reference** is the `Nr` of a row.
- `Nr` has at most 20 letters (a-z), digits and hyphens (16 on Forløb), because files are named by it, and
  stands once.
- A CPR number in any cell is an error that names the cell, and the number is neither read nor shown.

A fault in a required cell leaves the row out; a fault in another cell leaves out the row's meetings. Nothing
else is stopped. `docgen check` shows everything at once; the codes are explained in `findings.md`.
"""

_FORMS = {
    Form.TEXT: "text",
    Form.NR: "number of the row",
    Form.RESIDENT: "`Nr` of Beboere",
    Form.PERSON: "`Nr` of Personer",
    Form.PEOPLE: "list of `Nr` of Personer",
    Form.ANYBODY: "`Nr` of Beboere or Personer",
    Form.MEETING: "`Nr` of Møder",
    Form.COURSE: "`Nr` of Forløb",
    Form.DATE: "date",
    Form.TIME: "time",
    Form.MINUTES: "minutes",
    Form.WHOLE: "whole number",
    Form.PERCENT: "per cent",
    Form.DECIMAL: "number",
    Form.YES_NO: "yes or no",
    Form.CHOICE: "choice",
    Form.PHONE: "telephone number",
    Form.POSTCODE: "postcode",
    Form.EMAIL: "e-mail address",
    Form.DOMAIN: "domain",
    Form.WINDOW: "four measures in mm",
}


def markdown() -> str:
    """The whole page: how the workbook is read, then a table a sheet."""
    return "\n".join((_INTRODUCTION, *map(_sheet, SHEETS)))


def _sheet(sheet: Sheet) -> str:
    return "\n".join(_sheet_lines(sheet)) + "\n"


def _sheet_lines(sheet: Sheet) -> Iterator[str]:
    yield f"## {sheet.name}\n"
    yield sheet.note + (f" Columns: `{FIELD}`, `{VALUE}`." if sheet.fields else "")
    yield "" if sheet.required else "\nThe sheet may be missing.\n"
    yield f"| {'field' if sheet.fields else 'column'} | holds | blank means | note | example |"
    yield "| --- | --- | --- | --- | --- |"
    for column in sheet.columns:
        label = f"**{column.heading}** *" if column.required else column.heading
        cells = (label, _holds(column), _blank(sheet, column), column.note, column.example)
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _holds(column: Column) -> str:
    if column.form is Form.CHOICE:
        return " / ".join(column.allowed)
    words = "".join(f", or `{word}`" for word in column.words)
    return _FORMS[column.form] + words


def _blank(sheet: Sheet, column: Column) -> str:
    default = sheet.default(column)
    if column.required:
        return "must be filled"
    if default in ("", (), None):
        return ""
    written = cell_value(default)
    return as_text(written) if written is not None else ""
