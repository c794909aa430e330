"""The agenda: one page that everybody gets, the resident too.

The meeting's facts, the figure if the type has one, and the running order with clock times. The running
order says everything the figure says, as text. What is still open from earlier meetings takes the place of
lines for notes.
"""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm, Pt, RGBColor

from docgen.meetingtypes.authoring.agendaroom import Setting, arranged, prompts_of, set_close
from docgen.meetingtypes.authoring.blocks import only_if
from docgen.meetingtypes.authoring.extensions import declare
from docgen.meetingtypes.authoring.facts import theme_lines
from docgen.meetingtypes.authoring.figures.figure import add_figure, draws_theme
from docgen.meetingtypes.authoring.figures.textfit import line_height
from docgen.meetingtypes.authoring.masthead import add_masthead, extra_rows, in_lines
from docgen.meetingtypes.authoring.page import LINE, TEXT_WIDTH, add_title, new_document
from docgen.meetingtypes.authoring.sincelast import (
    NONE_AGREED,
    add_agreed,
    add_since_last,
    looks_back,
)
from docgen.meetingtypes.authoring.tables import add_header, add_row, add_table, timed_heading, write
from docgen.meetingtypes.definition import DocumentRule, MeetingType

_NOTE_LINE = 8.0  # millimetres between lines to write on by hand
_NOTE_SPACE = Pt(Mm(_NOTE_LINE).pt - line_height(11.5))
_NOTE_ROOM, _MORE_ROOM = 32.0, 96.0  # what the page leaves for them all, and when little is said above them
_MOST_LINES, _NOTE_HEADING = 6, 30.0  # lines under a running order, and points for their heading
_SHORT = f"moede.tema|length <= 120 and moede.praktisk|length <= 120 and {NONE_AGREED}"
_LITTLE = f"deltagere|length <= 6 and moede.tema|length <= 120 and {NONE_AGREED}"


def agenda(kind: MeetingType, _rule: DocumentRule) -> Document:
    """The agenda of ``kind`` as a Word template (layout "dagsorden")."""
    document = new_document(kind.words)
    add_title(document)
    if kind.figure:
        _add_drawn(document, kind)
    else:
        add_masthead(document, kind.words, in_lines(kind.words), extra_rows(kind, theme=True))
        _add_points(document, kind)
    return declare(document)


def _add_drawn(document: Document, kind: MeetingType) -> None:
    """Facts, figure and running order, and lines for notes where there is room for some."""
    room = arranged(kind)
    people = in_lines(kind.words, room.listed)
    add_masthead(document, kind.words, people, extra_rows(kind, theme=not draws_theme(kind)))
    add_figure(document, kind, room.drawing)
    _add_running_order(document, kind, room.setting)
    add_since_last(document, kind)
    lines = min(_MOST_LINES, int((room.left - _NOTE_HEADING) / Mm(_NOTE_LINE).pt))
    if lines > 1:
        with only_if(document, _SHORT):
            document.add_paragraph(kind.words["dagsorden.noter"], style="Heading 2")
            _add_note_lines(document, lines)


def _add_running_order(document: Document, kind: MeetingType, setting: Setting) -> None:
    """The theme if the figure shows it, and a table of times, phases and prompts: the figure as text."""
    words = kind.words
    heading = document.add_paragraph(words["dagsorden.forloeb"], style="Heading 2")
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(8), Pt(2)
    if draws_theme(kind):
        for text in theme_lines(words):
            set_close(document.add_paragraph(text), after=4)
    table = add_table(document, setting.columns, style="Skema", caption=words["dagsorden.forloeb"])
    add_header(table, [words[f"dagsorden.{key}"] for key in ("tid", "punkt", "spoergsmaal")])
    for phase in kind.phases:
        time, title, asked = add_row(table).cells
        prompts = prompts_of(phase, setting) or _unasked(kind)
        set_close(write(time, f"{{{{ faser.{phase.key}.tid }}}}"), setting.size)
        set_close(write(title, phase.title), setting.size)
        set_close(write(asked, prompts[0]), setting.size)
        for prompt in prompts[1:]:
            set_close(asked.add_paragraph(prompt, style="Tabeltekst"), setting.size)


def _unasked(kind: MeetingType) -> tuple[str]:
    """What the running order says of a phase without prompts: where the theme is drawn, that one."""
    return (kind.words["dagsorden.om_temaet"] if draws_theme(kind) else "",)


def _add_points(document: Document, kind: MeetingType) -> None:
    """The phases as numbered headings, each with its time, its prompts and lines to write on."""
    if not any(looks_back(phase, kind.words) for phase in kind.phases):
        add_since_last(document, kind)
    few, many = (min(6, int(room / _NOTE_LINE / len(kind.phases))) for room in (_NOTE_ROOM, _MORE_ROOM))
    for number, phase in enumerate(kind.phases, start=1):
        timed_heading(document, f"{number}. {phase.title}", phase.key)
        for prompt in phase.prompts:
            form = document.add_paragraph(prompt).paragraph_format
            form.space_after, form.keep_with_next = Pt(0), True  # no line to write on stands on a page alone
        if looks_back(phase, kind.words):
            add_agreed(document, kind.words)
        _add_note_lines(document, few)
        with only_if(document, _LITTLE):
            _add_note_lines(document, many - few)


def _add_note_lines(document: Document, lines: int) -> None:
    """Ruled lines, a paragraph each, kept apart by space: LibreOffice forgets exact heights of tabs alone."""
    for _ in range(lines):
        paragraph = document.add_paragraph()
        form = paragraph.paragraph_format
        form.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
        form.line_spacing, form.space_before, form.space_after = 1.0, _NOTE_SPACE, Pt(0)
        paragraph.add_run("\t").font.color.rgb = RGBColor.from_string(LINE)
