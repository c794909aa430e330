"""The agenda: one page that everybody gets, the resident too.

The meeting's facts, the figure if the type has one, and the running order with clock times. The running
order says everything the figure says, as text.
"""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from docgen.meetingtypes.authoring.extensions import declare
from docgen.meetingtypes.authoring.figure import Figure, figure
from docgen.meetingtypes.authoring.masthead import add_masthead
from docgen.meetingtypes.authoring.page import LINE, TEXT_WIDTH, TITLE, new_document
from docgen.meetingtypes.authoring.tables import add_header, add_row, add_table, timed_heading, write
from docgen.meetingtypes.authoring.textfit import line_height
from docgen.meetingtypes.definition import DocumentRule, MeetingType

_COLUMNS = (31.0, 37.0, 94.0)
_NOTE_LINE = 8.0  # millimetres between lines to write on by hand
_NOTE_SPACE = Pt(Mm(_NOTE_LINE).pt - line_height(11.5))
_NOTE_ROOM, _MORE_ROOM = 32.0, 96.0  # what the page leaves for them all, and when little is said above them
_LITTLE = "deltagere|length <= 6 and moede.tema|length <= 120"


def agenda(kind: MeetingType, _rule: DocumentRule) -> Document:
    """The agenda of ``kind`` as a Word template (layout "dagsorden")."""
    document = new_document(kind.words, TITLE)
    document.add_paragraph(TITLE, style="Heading 1").paragraph_format.space_before = Pt(0)
    drawing = figure(kind, TEXT_WIDTH.pt)
    add_masthead(document, kind.words, theme=not drawing)
    if drawing:
        _add_figure(document, kind, drawing)
        _add_running_order(document, kind)
    else:
        _add_points(document, kind)
    return declare(document)


def _add_figure(document: Document, kind: MeetingType, drawing: Figure) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(10)
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = 1.0
    paragraph._p.append(drawing.drawn(kind.words["dagsorden.figur_navn"]))  # noqa: SLF001


def _add_running_order(document: Document, kind: MeetingType) -> None:
    """The theme, and a table of times, phases and prompts: what the figure says, as text."""
    words = kind.words
    heading = document.add_paragraph(words["dagsorden.forloeb"], style="Heading 2")
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(8), Pt(2)
    proposal = f"{words['fakta.tema']}: {{{{ moede.tema }}}}"
    for text in ("{%p if moede.tema %}", proposal, "{%p endif %}"):
        _set_close(document.add_paragraph(text), after=4)
    table = add_table(document, _COLUMNS, style="Skema", caption=words["dagsorden.forloeb"])
    add_header(table, [words[f"dagsorden.{key}"] for key in ("tid", "punkt", "spoergsmaal")])
    for phase in kind.phases:
        prompts = " ".join(phase.prompts) or words["dagsorden.om_temaet"]
        texts = (f"{{{{ faser.{phase.key}.tid }}}}", phase.title, prompts)
        for cell, text in zip(add_row(table).cells, texts, strict=True):
            _set_close(write(cell, text))


def _set_close(paragraph: Paragraph, after: float = 1.5) -> None:
    """A long theme and many participants must not push the agenda onto a second page."""
    form = paragraph.paragraph_format
    form.line_spacing, form.space_before, form.space_after = 1.0, Pt(1.5), Pt(after)
    for run in paragraph.runs:
        run.font.size = Pt(10.5)


def _add_points(document: Document, kind: MeetingType) -> None:
    """The phases as numbered headings, each with its time, its prompts and lines to write on."""
    few, many = (min(6, int(room / _NOTE_LINE / len(kind.phases))) for room in (_NOTE_ROOM, _MORE_ROOM))
    for number, phase in enumerate(kind.phases, start=1):
        timed_heading(document, f"{number}. {phase.title}", phase.key)
        for prompt in phase.prompts:
            document.add_paragraph(prompt).paragraph_format.space_after = Pt(0)
        _add_note_lines(document, few)
        document.add_paragraph(f"{{%p if {_LITTLE} %}}")
        _add_note_lines(document, many - few)
        document.add_paragraph("{%p endif %}")


def _add_note_lines(document: Document, lines: int) -> None:
    """Ruled lines, a paragraph each, kept apart by space: LibreOffice forgets exact heights of tabs alone."""
    for _ in range(lines):
        paragraph = document.add_paragraph()
        form = paragraph.paragraph_format
        form.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
        form.line_spacing, form.space_before, form.space_after = 1.0, _NOTE_SPACE, Pt(0)
        paragraph.add_run("\t").font.color.rgb = RGBColor.from_string(LINE)
