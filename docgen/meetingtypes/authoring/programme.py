"""The day's programme ("program"): when and where, the path through the day, and each part with its time."""

from __future__ import annotations

from docx.document import Document
from docx.shared import RGBColor
from docx.table import Table

from docgen.meetingtypes.authoring.blocks import line_if
from docgen.meetingtypes.authoring.boxes import add_gap
from docgen.meetingtypes.authoring.extensions import declare
from docgen.meetingtypes.authoring.figures.figure import add_figure, figure
from docgen.meetingtypes.authoring.masthead import add_masthead, by_name, extra_rows
from docgen.meetingtypes.authoring.page import QUIET, TEXT_WIDTH, add_title, new_document
from docgen.meetingtypes.authoring.sincelast import add_since_last
from docgen.meetingtypes.authoring.tables import add_header, add_row, add_table, block, tint, write
from docgen.meetingtypes.definition import DocumentRule, MeetingType

_COLUMNS = (38.0, 124.0)
_TALLEST = 150.0  # points for the figure: the table of a whole day has to stand on the same page


def programme(kind: MeetingType, rule: DocumentRule) -> Document:
    """The programme of ``kind`` as a Word template, whichever of its running orders the day will follow."""
    words = kind.words
    document = new_document(words)
    add_title(document)
    add_masthead(document, words, by_name(words), extra_rows(kind, theme=True))
    drawing = figure(kind, TEXT_WIDTH.pt, _TALLEST) if kind.figure else None
    if drawing:
        add_figure(document, kind, drawing)
    document.add_paragraph(words["program.overskrift"], style="Heading 2")
    table = add_table(document, _COLUMNS, style="Skema", caption=rule.title)
    add_header(table, (words["program.tid"], words["program.punkt"]))
    with block(table, "for punkt in program.punkter"):
        with block(table, "if punkt.er_pause"):
            _add_break(table)
        with block(table, "if not punkt.er_pause"):
            _add_part(table, kind)
    add_gap(document)
    add_since_last(document, kind)
    return declare(document)


def _add_part(table: Table, kind: MeetingType) -> None:
    """A part of the day: the title, and under it what its phase is about."""
    time, part = add_row(table).cells
    write(time, "{{ punkt.tid }}")
    write(part).add_run("{{ punkt.titel }}").bold = True
    for phase in kind.phases:
        if phase.description:
            for text in line_if(f"punkt.noegle == '{phase.key}'", phase.description):
                part.add_paragraph(text, style="Tabeltekst")


def _add_break(table: Table) -> None:
    for cell, text in zip(add_row(table).cells, ("{{ punkt.tid }}", "{{ punkt.titel }}"), strict=True):
        tint(cell)
        for run in write(cell, text).runs:
            run.font.color.rgb = RGBColor.from_string(QUIET)
