"""The agenda: one page that everybody gets, the resident too.

The meeting's facts, the figure if the type has one, and the running order with clock times. The running
order says everything the figure says, as text.
"""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from docgen.meetingtypes.authoring.extensions import declare
from docgen.meetingtypes.authoring.figure import figure
from docgen.meetingtypes.authoring.masthead import add_masthead
from docgen.meetingtypes.authoring.page import LINE, TEXT_WIDTH, TITLE, new_document
from docgen.meetingtypes.authoring.tables import add_header, add_row, add_table, timed_heading, write
from docgen.meetingtypes.definition import DocumentRule, MeetingType

_COLUMNS = (31.0, 37.0, 94.0)
_NOTE_LINE = 8.0  # millimetres between lines to write on by hand
_NOTE_ROOM = 100.0  # what the page leaves for them all


def agenda(kind: MeetingType, _rule: DocumentRule) -> Document:
    """The agenda of ``kind`` as a Word template (layout "dagsorden")."""
    document = new_document(kind.words, TITLE)
    document.add_paragraph(TITLE, style="Heading 1").paragraph_format.space_before = Pt(0)
    add_masthead(document, kind.words)
    drawing = figure(kind, TEXT_WIDTH.pt)
    if drawing:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(8)
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = 1.0
        paragraph._p.append(drawing.drawn(kind.words["dagsorden.figur_navn"]))  # noqa: SLF001
        _add_running_order(document, kind)
    else:
        _add_points(document, kind)
    return declare(document)


def _add_running_order(document: Document, kind: MeetingType) -> None:
    """The theme, and a table of times, phases and prompts."""
    words = kind.words
    heading = document.add_paragraph(words["dagsorden.forloeb"], style="Heading 2")
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(8), Pt(2)
    proposal = f"{words['fakta.tema']}: {{{{ moede.tema }}}}"
    for text in ("{%p if moede.tema %}", proposal, "{%p endif %}"):
        _set(document.add_paragraph(text)).paragraph_format.space_after = Pt(4)
    table = add_table(document, _COLUMNS, style="Skema", caption=words["dagsorden.forloeb"])
    add_header(table, [words[f"dagsorden.{key}"] for key in ("tid", "punkt", "spoergsmaal")])
    for phase in kind.phases:
        prompts = " ".join(phase.prompts) or words["dagsorden.om_temaet"]
        texts = (f"{{{{ faser.{phase.key}.tid }}}}", phase.title, prompts)
        for cell, text in zip(add_row(table).cells, texts, strict=True):
            form = _set(write(cell, text)).paragraph_format
            form.space_before = form.space_after = Pt(1.5)


def _set(paragraph: Paragraph) -> Paragraph:
    """The paragraph, set close: a theme of 400 characters must not push the agenda onto a second page."""
    paragraph.paragraph_format.line_spacing = 1.0
    for run in paragraph.runs:
        run.font.size = Pt(10.5)
    return paragraph


def _add_points(document: Document, kind: MeetingType) -> None:
    """The phases as numbered headings, each with its time, its prompts and lines to write on."""
    lines = min(5, int(_NOTE_ROOM / _NOTE_LINE / len(kind.phases)))
    for number, phase in enumerate(kind.phases, start=1):
        timed_heading(document, f"{number}. {phase.title}", phase.key)
        for prompt in phase.prompts:
            document.add_paragraph(prompt).paragraph_format.space_after = Pt(0)
        _add_note_lines(document, lines)


def _add_note_lines(document: Document, lines: int) -> None:
    """Ruled lines in one paragraph, so that a screen reader passes over them at once."""
    paragraph = document.add_paragraph()
    form = paragraph.paragraph_format
    form.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Mm(_NOTE_LINE)
    form.space_after = Pt(0)
    run = paragraph.add_run("\n".join(["\t"] * lines))
    run.font.color.rgb = RGBColor.from_string(LINE)
