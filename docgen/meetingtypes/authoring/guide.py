"""The facilitator's guide ("guide"): all prompts to choose among, and room for notes beside them.

It is the facilitator's own and says so before anything else. A prompt's box is tagged ``guide.<phase>.<n>``,
the notes of a phase ``guide.<phase>.noter``.
"""

from __future__ import annotations

from docx.document import Document
from docx.shared import Pt

from docgen.meetingtypes.authoring.aliases import Aliases
from docgen.meetingtypes.authoring.boxes import add_gap, add_room, add_tick, add_warning, drop_first
from docgen.meetingtypes.authoring.extensions import declare
from docgen.meetingtypes.authoring.facts import WHEN_AND_WHERE
from docgen.meetingtypes.authoring.fields import Field, put, text
from docgen.meetingtypes.authoring.page import TITLE, new_document
from docgen.meetingtypes.authoring.prompts import keep_prompts
from docgen.meetingtypes.authoring.tables import add_row, add_table, timed_heading, write
from docgen.meetingtypes.definition import DocumentRule, MeetingType, Phase

_COLUMNS = (96.0, 66.0)  # prompts, and the notes to them
_LEAST, _LITTLE = 34.0, 16.0  # millimetres for the notes of a phase, with prompts and without
_LAST = 80.0  # for the last phase, where everything is gathered


def guide(kind: MeetingType, _rule: DocumentRule) -> Document:
    """The guide of ``kind`` as a Word template; no phase is spread over two pages."""
    words, aliases = kind.words, Aliases()
    document = new_document(words)
    add_warning(document, words["guide.fortroligt"])
    document.add_paragraph(TITLE, style="Heading 1")
    document.add_paragraph(WHEN_AND_WHERE)
    document.add_paragraph(words["guide.vejledning"])
    for phase in kind.phases:
        timed_heading(document, phase.title, phase.key)
        if phase.description:
            document.add_paragraph(phase.description).paragraph_format.keep_with_next = True
        alias = aliases.name(f"{words['guide.noter']}: {phase.title}")
        field = Field(f"guide.{phase.key}.noter", alias, words["guide.skriv"])
        if phase.prompts:
            height = _LAST if phase is kind.phases[-1] else _LEAST
            _add_prompts(document, phase, field, aliases, height)
        else:
            add_room(document, field, _LITTLE)
    return declare(keep_prompts(document))


def _add_prompts(document: Document, phase: Phase, notes: Field, aliases: Aliases, height: float) -> None:
    """One row, so that it stays whole: the prompts with a box to tick, and the notes."""
    table = add_table(document, _COLUMNS, style="Table Grid", caption=phase.title)
    prompts, noted = add_row(table, height=height, top=True).cells
    for number, prompt in enumerate(phase.prompts, start=1):
        field = Field(f"guide.{phase.key}.{number}", aliases.name(prompt))
        add_tick(prompts, prompt, field).paragraph_format.keep_with_next = True
    drop_first(prompts)
    prompts.paragraphs[0].paragraph_format.space_before = Pt(4)
    put(write(noted), text(notes))
    add_gap(document)
