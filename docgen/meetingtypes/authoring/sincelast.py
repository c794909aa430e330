"""What is still open from earlier meetings, on an agenda: there only where something is.

An agenda whose phases begin with looking back has it at that phase, others under a heading of its own. It
stays whole: where the first page is full, it is the second one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.document import Document
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Pt, RGBColor

from docgen.meetingtypes.authoring.agendaroom import set_close
from docgen.meetingtypes.authoring.blocks import only_if
from docgen.meetingtypes.authoring.page import QUIET
from docgen.meetingtypes.authoring.tables import add_header, add_row, add_table, block, keep_with_next, write
from docgen.meetingtypes.definition import MeetingType, Phase

AGREED = "aftaler"
"""The tag that lists it."""
NONE_AGREED = f"not {AGREED}"

_COLUMNS = (78.0, 36.0, 48.0)
_USUAL, _SMALL = 10.5, 9.5  # type; the smaller one where a figure fills most of the page
_ONE = "a"  # what the words of a row call it
_ROW = (f"{{{{ {_ONE}.tekst }}}}", f"{{{{ {_ONE}.ansvarlig }}}}")


def looks_back(phase: Phase, words: Mapping[str, Any]) -> bool:
    """Whether the phase is called as the block is, so that the two belong together."""
    title: str = words["dagsorden.siden_sidst"]
    return phase.title.strip().casefold() == title.strip().casefold()


def add_since_last(document: Document, kind: MeetingType) -> None:
    """The block under its own heading, which is another where a phase has that name already.

    The note stands in line with the heading: a figure leaves little room.
    """
    is_taken = any(looks_back(phase, kind.words) for phase in kind.phases)
    with only_if(document, AGREED):
        title = kind.words["dagsorden.siden_sidst_ellers" if is_taken else "dagsorden.siden_sidst"]
        heading = document.add_paragraph(title, style="Heading 2")
        form = heading.paragraph_format
        form.space_before, form.space_after = Pt(6), Pt(3)
        note = heading.add_run(f"  {kind.words['dagsorden.siden_sidst_note']}")
        note.bold, note.font.size, note.font.color.rgb = False, Pt(_USUAL), RGBColor.from_string(QUIET)
        _add_table(document, kind.words, _SMALL if kind.figure else _USUAL)


def add_agreed(document: Document, words: Mapping[str, Any]) -> None:
    """The block without a heading, for the phase that it belongs to."""
    with only_if(document, AGREED):
        note = document.add_paragraph(words["dagsorden.siden_sidst_note"])
        note.paragraph_format.keep_with_next = True
        note.paragraph_format.space_after = Pt(3)
        _add_table(document, words, _USUAL)


def _add_table(document: Document, words: Mapping[str, Any], size: float) -> None:
    """A row for each decision: what, who sees to it, until when. One whose deadline has passed says so."""
    table = add_table(document, _COLUMNS, style="Skema", caption=words["dagsorden.siden_sidst"])
    header = add_header(table, [words[f"dagsorden.{key}"] for key in ("aftale", "ansvarlig", "frist")])
    for cell in header.cells:
        set_close(cell.paragraphs[0], size)
    over = words["dagsorden.over_frist"]
    deadline = f"{{% if {_ONE}.over_frist %}}{over}{{% else %}}{{{{ {_ONE}.frist }}}}{{% endif %}}"
    with block(table, f"for {_ONE} in {AGREED}"):
        row = add_row(table)
        for cell, text in zip(row.cells, (*_ROW, deadline), strict=True):
            set_close(write(cell, text), size)
    for whole in (header, row):  # LibreOffice loses rows of a table that a full page would divide
        keep_with_next(whole)
    _add_end(document)


def _add_end(document: Document) -> None:
    """The paragraph that Word wants after a table, as low as it can be: the page may be full."""
    end = document.add_paragraph()
    form = end.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1)
    form.space_before = form.space_after = Pt(0)
