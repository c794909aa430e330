"""The facilitator's own sheet ("noteark"): a field a participant a round, with the prompts in sight.

It is never distributed and never filed, and says so before anything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.document import Document

from docgen.meetingtypes.authoring.extensions import declare, node
from docgen.meetingtypes.authoring.fields import Field, personal, put, text
from docgen.meetingtypes.authoring.page import ACCENT, TINT, TITLE, new_document
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

_COLUMNS = (56.0, 106.0)
_ROOM, _LITTLE = 14.5, 12.0  # millimetres to write in: for a participant in a round, and for any other phase


def notes(kind: MeetingType, _rule: DocumentRule) -> Document:
    """The sheet of ``kind`` as a Word template (layout "noteark")."""
    words = kind.words
    document = new_document(words, TITLE)
    _add_warning(document, words["noteark.fortroligt"])
    document.add_paragraph(TITLE, style="Heading 1")
    document.add_paragraph("{{ moede.dato }} {{ moede.tid }}{% if moede.sted %}, {{ moede.sted }}{% endif %}")
    proposal = f"{words['fakta.tema']}: {{{{ moede.tema }}}}"
    for line in ("{%p if moede.tema %}", proposal, "{%p endif %}"):
        document.add_paragraph(line)
    turns = [phase for phase in kind.phases if phase.each_in_turn]
    for phase in kind.phases:
        heading = timed_heading(document, phase.title, phase.key)
        heading.paragraph_format.page_break_before = phase in turns[1:]
        for prompt in phase.prompts:
            document.add_paragraph(prompt).paragraph_format.keep_with_next = True
        if phase.each_in_turn:
            _add_turns(document, phase, words)
        else:
            _add_room(document, phase, words)
    return declare(keep_prompts(document))


def _add_warning(document: Document, warning: str) -> None:
    """The words in a tinted frame of their own."""
    paragraph = document.add_paragraph()
    paragraph.add_run(warning).bold = True
    look = {"w:val": "single", "w:sz": "8", "w:space": "6", "w:color": ACCENT}
    frame = node("w:pBdr", {}, *(node(f"w:{side}", look) for side in ("top", "left", "bottom", "right")))
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    tint = node("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": TINT})
    inside = node("w:ind", {"w:left": "140", "w:right": "140"})  # the frame stands outside the text
    properties.extend((frame, tint, inside))


def _add_turns(document: Document, phase: Phase, words: Mapping[str, Any]) -> None:
    """A row a participant."""
    table = add_table(document, _COLUMNS, style="Skema", caption=f"{words['noteark.noter']}: {phase.title}")
    add_header(table, (words["noteark.deltager"], words["noteark.noter"]))
    with block(table, "for d in deltagere"):
        name, notes = add_row(table, height=_ROOM, top=True).cells
        write(name, "{{ d.navn }}{% if d.rolle %}, {{ d.rolle }}{% endif %}")
        alias = personal(f"{phase.title}: {{navn}}")
        put(write(notes), text(Field(f"noter.{phase.key}.{{{{ d.nr }}}}", alias, words["noteark.skriv"])))


def _add_room(document: Document, phase: Phase, words: Mapping[str, Any]) -> None:
    table = add_table(
        document, (sum(_COLUMNS),), style="Table Grid", caption=f"{words['noteark.noter']}: {phase.title}"
    )
    cell = add_row(table, height=_LITTLE, top=True).cells[0]
    alias = f"{words['noteark.noter']}: {phase.title}"
    put(write(cell), text(Field(f"noter.{phase.key}", alias, words["noteark.skriv"])))
