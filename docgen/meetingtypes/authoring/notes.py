"""The facilitator's own sheet ("noteark"): a field a participant a round, with the prompts in sight.

It is never distributed and never filed, and says so before anything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.document import Document
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Mm, Pt
from docx.table import _Cell

from docgen.meetingtypes.authoring.blocks import line_if
from docgen.meetingtypes.authoring.boxes import add_box, add_warning
from docgen.meetingtypes.authoring.extensions import declare
from docgen.meetingtypes.authoring.facts import WHEN_AND_WHERE, theme_lines
from docgen.meetingtypes.authoring.fields import Field, personal, put, text
from docgen.meetingtypes.authoring.page import TITLE, new_document
from docgen.meetingtypes.authoring.prompts import keep_prompts
from docgen.meetingtypes.authoring.tables import (
    add_header,
    add_row,
    add_table,
    block,
    timed_heading,
    write,
)
from docgen.meetingtypes.definition import DocumentRule, MeetingType, Phase

_COLUMNS = (58.0, 104.0)
_ROOM = 14.0  # millimetres to write in for a participant in a round, if they are many
_MORE = ((4, 21.0), (6, 10.0))  # what is added when there are no more participants than so many
_LITTLE, _LAST = 14.0, 45.0  # for a phase that is no round, and for the last one


def notes(kind: MeetingType, _rule: DocumentRule) -> Document:
    """The sheet of ``kind`` as a Word template (layout "noteark")."""
    words = kind.words
    document = new_document(words)
    add_warning(document, words["noteark.fortroligt"])
    document.add_paragraph(TITLE, style="Heading 1")
    for line in (WHEN_AND_WHERE, *theme_lines(words)):
        document.add_paragraph(line)
    turns = [phase for phase in kind.phases if phase.each_in_turn]
    for phase in kind.phases:
        heading = timed_heading(document, phase.title, phase.key)
        if phase in turns[1:]:
            heading.paragraph_format.page_break_before = True
            heading.paragraph_format.space_before = Pt(0)
        for prompt in phase.prompts:
            document.add_paragraph(prompt).paragraph_format.keep_with_next = True
        if phase.each_in_turn:
            _add_turns(document, phase, words)
        else:
            _add_room(document, phase, words, _LAST if phase is kind.phases[-1] else _LITTLE)
    return declare(keep_prompts(document))


def _add_turns(document: Document, phase: Phase, words: Mapping[str, Any]) -> None:
    """A row a participant."""
    table = add_table(document, _COLUMNS, style="Skema", caption=f"{words['noteark.noter']}: {phase.title}")
    add_header(table, (words["noteark.deltager"], words["noteark.noter"]))
    with block(table, "for d in deltagere"):
        name, notes = add_row(table, height=_ROOM, top=True).cells
        write(name, "{{ d.navn }}")
        _add_role(name)
        alias = personal(f"{phase.title}: {{navn}}")
        put(write(notes), text(Field(f"noter.{phase.key}.{{{{ d.nr }}}}", alias, words["noteark.skriv"])))


def _add_role(cell: _Cell) -> None:
    """The role on a line of its own; and room, so that few rows fill the page as well as many do."""
    for line in line_if("d.rolle"):
        cell.add_paragraph(line, style="Lille").paragraph_format.space_after = Pt(2)
    for number, (most, room) in enumerate(_MORE):
        cell.add_paragraph(f"{{%p {'elif' if number else 'if'} deltagere|length <= {most} %}}", style="Lille")
        form = cell.add_paragraph(style="Lille").paragraph_format
        form.line_spacing_rule, form.line_spacing, form.space_after = WD_LINE_SPACING.EXACTLY, Mm(room), Pt(0)
    cell.add_paragraph("{%p endif %}", style="Lille")


def _add_room(document: Document, phase: Phase, words: Mapping[str, Any], height: float) -> None:
    alias = f"{words['noteark.noter']}: {phase.title}"
    cell = add_box(document, alias, height=height, whole=False)
    put(write(cell), text(Field(f"noter.{phase.key}", alias, words["noteark.skriv"])))
