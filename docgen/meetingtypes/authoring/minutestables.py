"""The tables of the minutes: rows to fill in, of which Word adds more, and rows that the workbook fills."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import Table, _Cell, _Row

from docgen.meetingtypes.authoring.blocks import only_if
from docgen.meetingtypes.authoring.fields import Field, checkbox, choice, date, put, repeat, text
from docgen.meetingtypes.authoring.minutesbase import WIDTH, Words, add_heading
from docgen.meetingtypes.authoring.tables import (
    add_header,
    add_row,
    add_table,
    block,
    keep_together,
    keep_with_next,
    tint,
    write,
)
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.form import ColumnKind, Part, TableColumn, TableGroup

DECISIONS = 5
"""Blank rows for decisions; Word adds more, and three at least are there for those who write by hand."""
_DECISION = 23.0  # two or three lines by hand
_LABEL = 26.0  # the cell that names a group
_ONE_PIECE = 120.0
"""Millimetres of blank rows that are kept on one page together; more may go on over the next."""
_EFFORTS, _EFFORT = (40.0, 41.0, 53.0, 28.0), 10.0  # the columns of the efforts, and a row's height


def add_decisions(document: Document, kind: MeetingType, part: Part) -> None:
    """What was decided, who is responsible, and until when."""
    words = kind.words
    title = part.title or words["referat.beslutninger"]
    add_heading(document, part, title)
    table = add_table(document, (88, 40, 34), style="Skema", caption=title)
    columns = (("tekst", text), ("ansvarlig", text), ("frist", date))
    add_header(table, [words[f"referat.{name}"] for name, _ in columns])
    prompts = {name: words[f"referat.tom.{name}"] for name, _ in columns}
    prompts["tekst"] = part.prompt or prompts["tekst"]
    rows = [add_row(table, height=part.height or _DECISION) for _ in range(part.rows or DECISIONS)]
    for number, row in enumerate(rows, start=1):
        for cell, (name, make) in zip(row.cells, columns, strict=True):
            alias = words[f"referat.felt.{name}"].replace("{tal}", str(number))
            field = Field(f"beslutning.{number}.{name}", alias, prompts[name], locked=False)
            put(write(cell), make(field))
    keep_together(table)
    repeat(Field("beslutning", title, locked=False), rows)


def add_rows(document: Document, kind: MeetingType, part: Part) -> None:
    """A table with columns of the type's own: blank rows, or as many in each of its groups."""
    add_heading(document, part, part.title)
    shares = [column.width for column in part.columns]
    titles = [column.title for column in part.columns]
    label = _LABEL if part.groups else 0.0
    widths = [(WIDTH - label) * share / sum(shares) for share in shares]
    if part.groups:
        widths, titles = [label, *widths], [kind.words["referat.gruppe"], *titles]
    table = add_table(document, widths, style="Skema", caption=part.title)
    header = add_header(table, titles)
    sections = [_add_section(table, part, group, kind.words) for group in part.groups or (None,)]
    _keep(table, header, part)
    for field, rows in sections:
        repeat(field, rows)


def _add_section(
    table: Table, part: Part, group: TableGroup | None, words: Words
) -> tuple[Field, list[_Row]]:
    """Blank rows, and the field to wrap them in so that Word can add more of them."""
    tag = f"{part.key}.{group.key}" if group else part.key
    name = f"{part.title}: {group.title}" if group else part.title
    rows = [add_row(table, height=part.height) for _ in range(part.rows)]
    for number, row in enumerate(rows, start=1):
        cells = list(row.cells)
        if group:
            _label(cells.pop(0), group)
        pattern = words["referat.felt.raekke_i_gruppe" if group else "referat.felt.raekke"]
        alias = pattern.replace("{titel}", part.title).replace("{tal}", str(number))
        alias = alias.replace("{gruppe}", group.title if group else "")
        for cell, column in zip(cells, part.columns, strict=True):
            _fill(cell, column, f"{tag}.{number}.{column.key}", alias, words)
    return Field(tag, name, locked=False), rows


def _fill(cell: _Cell, column: TableColumn, tag: str, alias: str, words: Words) -> None:
    alias = alias.replace("{kolonne}", column.title)
    field = Field(tag, alias, column.prompt or _PROMPTS[column.kind](column, words), locked=False)
    paragraph = put(write(cell), _CONTROLS[column.kind](field, column))
    if column.kind is ColumnKind.TICK:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


_CONTROLS: dict[ColumnKind, Callable[[Field, TableColumn], Any]] = {
    ColumnKind.TEXT: lambda field, _: text(field),
    ColumnKind.DATE: lambda field, _: date(field),
    ColumnKind.CHOICE: lambda field, column: choice(field, column.options),
    ColumnKind.TICK: lambda field, _: checkbox(field),
}
_PROMPTS: dict[ColumnKind, Callable[[TableColumn, Words], str]] = {
    ColumnKind.TEXT: lambda _, words: str(words["referat.tom.skriv"]),
    ColumnKind.DATE: lambda _, words: str(words["referat.tom.dato"]),
    ColumnKind.CHOICE: lambda column, _: " / ".join(column.options),
    ColumnKind.TICK: lambda *_: "",
}
"""What an empty field shows where its column gives no prompt."""


def _label(cell: _Cell, group: TableGroup) -> None:
    """Names the group in words and, for those who see it, in its colour."""
    write(cell).add_run(group.title).bold = True
    if group.note:
        cell.paragraphs[0].paragraph_format.space_after = Pt(0)
        cell.add_paragraph(style="Tabeltekst").add_run(group.note).font.size = Pt(10)
    if group.colour:
        tint(cell, group.colour)


def _keep(table: Table, header: _Row, part: Part) -> None:
    """A small table stays whole; of a larger one the titles stay with the first row."""
    rows: Sequence[_Row] = table.rows[1:]
    if part.height * len(rows) <= _ONE_PIECE:
        keep_together(table)
        return
    keep_with_next(header)


def add_efforts(document: Document, kind: MeetingType, part: Part) -> None:
    """The resident's efforts, each with its purpose and a verdict to choose; nothing where there are none."""
    words = kind.words
    title = part.title or words["referat.indsatser"]
    names = ("indsats", "indsats_art", "indsats_formaal", "indsats_vurdering")
    options = words["referat.vurderinger"]
    alias = words["referat.felt.vurdering"].replace("{tal}", "{{ i.nr }}")
    field = Field("indsats_nu.{{ i.nr }}.vurdering", alias, part.prompt or words["referat.tom.vurdering"])
    with only_if(document, "indsatser"):
        add_heading(document, part, title)
        table = add_table(document, _EFFORTS, style="Skema", caption=title)
        add_header(table, [words[f"referat.{name}"] for name in names])
        with block(table, "for i in indsatser"):
            effort, form, purpose, verdict = add_row(table, height=part.height or _EFFORT).cells
            write(effort, words["referat.vis.indsats"])
            write(form, words["referat.vis.art"])
            write(purpose, words["referat.vis.formaal"])
            put(write(verdict), choice(field, options))
