"""What is still open from earlier meetings, on an agenda: there only where something is.

An agenda whose phases begin with looking back has it at that phase, others under a heading of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.document import Document
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Pt

from docgen.meetingtypes.authoring.agendaroom import set_close
from docgen.meetingtypes.authoring.blocks import only_if
from docgen.meetingtypes.authoring.tables import add_header, add_row, add_table, block, keep_with_next, write
from docgen.meetingtypes.definition import MeetingType, Phase

AGREED = "aftaler"
"""The tag that lists it."""
NONE_AGREED = f"not {AGREED}"

_COLUMNS = (78.0, 36.0, 48.0)
_SIZE = 10.0
_ONE = "a"  # what the words of a row call it
_ROW = (f"{{{{ {_ONE}.tekst }}}}", f"{{{{ {_ONE}.ansvarlig }}}}")


def looks_back(phase: Phase, words: Mapping[str, Any]) -> bool:
    """Whether the phase is called as the block is, so that the two belong together."""
    title: str = words["dagsorden.siden_sidst"]
    return phase.title.strip().casefold() == title.strip().casefold()


def add_since_last(document: Document, kind: MeetingType) -> None:
    """The block under its own heading, which is another where a phase has that name already."""
    is_taken = any(looks_back(phase, kind.words) for phase in kind.phases)
    with only_if(document, AGREED):
        heading = kind.words["dagsorden.siden_sidst_ellers" if is_taken else "dagsorden.siden_sidst"]
        form = document.add_paragraph(heading, style="Heading 2").paragraph_format
        form.space_before, form.space_after = Pt(8), Pt(0)
        add_agreed(document, kind.words)


def add_agreed(document: Document, words: Mapping[str, Any]) -> None:
    """A row for each decision: what, who sees to it, until when. One whose deadline has passed says so."""
    note = document.add_paragraph(words["dagsorden.siden_sidst_note"])
    note.paragraph_format.keep_with_next = True
    set_close(note, after=3)
    table = add_table(document, _COLUMNS, style="Skema", caption=words["dagsorden.siden_sidst"])
    add_header(table, [words[f"dagsorden.{key}"] for key in ("aftale", "ansvarlig", "frist")])
    over = words["dagsorden.over_frist"]
    deadline = f"{{% if {_ONE}.over_frist %}}{over}{{% else %}}{{{{ {_ONE}.frist }}}}{{% endif %}}"
    with block(table, f"for {_ONE} in {AGREED}"):
        for cell, text in zip(add_row(table).cells, (*_ROW, deadline), strict=True):
            set_close(write(cell, text), _SIZE)
    keep_with_next(table.rows[0])
    _add_end(document)


def _add_end(document: Document) -> None:
    """The paragraph that Word wants after a table, as low as it can be: the page may be full."""
    end = document.add_paragraph()
    form = end.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1)
    form.space_before = form.space_after = Pt(0)
