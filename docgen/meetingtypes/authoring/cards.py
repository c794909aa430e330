"""Cards to print on both sides and cut, one for each phase that asks something ("kort").

Six to a page: the fronts with title and prompts, and on the next page the backs with number and title,
left and right exchanged, so that each lies behind its front when the sheet is turned on its long edge.
The grid is a table of exact measures in the middle of the page; frames and the marks to cut by are drawn
behind it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from docgen.errors import DefinitionError
from docgen.findings import Finding, Place
from docgen.meetingtypes.authoring.cardsize import (
    ACROSS,
    DOWN,
    HEIGHT,
    LEFT,
    PADDING,
    PROMPT_GAP,
    TITLE_AFTER,
    TITLE_SIZE,
    TOP,
    WIDTH,
    drawing,
    fitting_size,
)
from docgen.meetingtypes.authoring.extensions import declare
from docgen.meetingtypes.authoring.oxml import element
from docgen.meetingtypes.authoring.page import ACCENT, QUIET, TINT, TITLE, new_document
from docgen.meetingtypes.authoring.tables import add_table
from docgen.meetingtypes.definition import DocumentRule, MeetingType, Phase

_PAGE_TOP = 11.0  # millimetres: the margin
_TITLE_LINE, _GUIDE_LINE = 8.0, 6.0  # and what stands above the grid
_PAGE = ACROSS * DOWN
_IDS = 100  # more than a page's drawing has shapes

Card = tuple[int, Phase]
"""A card's number and its phase."""


def cards(kind: MeetingType, rule: DocumentRule) -> Document:
    """The cards of ``kind`` as a Word template (layout "kort").

    Raises ``DefinitionError`` when no phase asks anything, and for words that do not fit on a card.
    """
    phases = [phase for phase in kind.phases if phase.prompts and phase.drawn]
    size = _size(kind, rule, phases)
    document = _document(kind.words)
    numbered = list(enumerate(phases, start=1))
    for first in range(0, len(numbered), _PAGE):
        sheet = numbered[first : first + _PAGE]
        _add_fronts(document, kind.words, sheet, size)
        _add_backs(document, kind.words, sheet)
    _set_exact(document.add_paragraph(), 0.4)  # Word wants a paragraph after a table
    return declare(document)


def _size(kind: MeetingType, rule: DocumentRule, phases: Sequence[Phase]) -> float:
    place = Place(file=f"{kind.name}/type.toml", key=rule.file)
    if not phases:
        raise DefinitionError(Finding.of("E-210", place))
    size, too_long = fitting_size(phases)
    if too_long:
        measures = {"width": f"{WIDTH:g}", "height": f"{HEIGHT:g}", "smallest": f"{size:g}"}
        raise DefinitionError(Finding.of("E-211", place, title=too_long[0].label, **measures))
    return size


def _document(words: Mapping[str, Any]) -> Document:
    """A page without header and footer: the cards need it all."""
    document = new_document(words)
    section = document.sections[0]
    section.left_margin = section.right_margin = Mm(LEFT)
    section.top_margin, section.bottom_margin = Mm(_PAGE_TOP), Mm(10)
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = True  # takes them out
    return document


def _add_fronts(document: Document, words: Mapping[str, Any], sheet: Sequence[Card], size: float) -> None:
    whole = not document.paragraphs  # the first page has the document's title
    title = document.add_paragraph(TITLE if whole else words["kort.forsider"])
    title.style = "Heading 1" if whole else "Normal"
    table = _add_page(document, title, words, words["kort.forsider"])
    for place, (_, phase) in enumerate(sheet):
        _fill_front(table.cell(*divmod(place, ACROSS)), phase, size)
    _draw(document, title, words, range(len(sheet)), "FFFFFF")


def _add_backs(document: Document, words: Mapping[str, Any], sheet: Sequence[Card]) -> None:
    title = document.add_paragraph(words["kort.bagsider"])
    table = _add_page(document, title, words, words["kort.bagsider"])
    places = [row * ACROSS + ACROSS - 1 - column for row in range(DOWN) for column in range(ACROSS)]
    for place, card in zip(places, sheet, strict=False):
        _fill_back(table.cell(*divmod(place, ACROSS)), *card)
    _draw(document, title, words, places[: len(sheet)], TINT)


def _draw(
    document: Document, title: Paragraph, words: Mapping[str, Any], places: Sequence[int], fill: str
) -> None:
    first_id = len(document.tables) * _IDS
    name, description = words["kort.maerker_navn"], words["kort.maerker"]
    title._p.append(drawing(places, fill, first_id, name=name, description=description))  # noqa: SLF001


def _add_page(document: Document, title: Paragraph, words: Mapping[str, Any], caption: str) -> Table:
    """A new page with what stands above the grid, exactly as high on every page, and the empty grid."""
    title.paragraph_format.page_break_before = bool(document.tables)
    _set_exact(title, _TITLE_LINE)
    for run in title.runs:
        run.font.size, run.font.bold, run.font.color.rgb = Pt(14), True, RGBColor.from_string(ACCENT)
    guide = document.add_paragraph(words["kort.vejledning"], style="Lille")
    _set_exact(guide, _GUIDE_LINE, after=TOP - _PAGE_TOP - _TITLE_LINE - _GUIDE_LINE)
    return _grid(document, caption)


def _set_exact(paragraph: Paragraph, line: float, after: float = 0.0) -> None:
    """One line of exactly so many millimetres, and so many after it."""
    form = paragraph.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Mm(line)
    form.space_before, form.space_after = Pt(0), Mm(after)


def _grid(document: Document, caption: str) -> Table:
    """An empty table of cards, without lines."""
    table = add_table(document, [WIDTH] * ACROSS, style="Normal Table", caption=caption)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    inset = {"w": str(round(Mm(PADDING).twips)), "type": "dxa"}
    margins = [element(f"w:{side}", **inset) for side in ("top", "left", "bottom", "right")]
    properties = table._tbl.tblPr  # noqa: SLF001
    (look,) = properties.findall(element("w:tblLook").tag)
    look.addprevious(element("w:tblCellMar", *margins))
    for _ in range(DOWN):
        row = table.add_row()  # type: ignore[no-untyped-call]
        row.height, row.height_rule = Mm(HEIGHT), WD_ROW_HEIGHT_RULE.EXACTLY
    return table


def _fill_front(cell: _Cell, phase: Phase, size: float) -> None:
    title = cell.paragraphs[0]
    title.style = "Heading 2"
    title.add_run(phase.label).font.size = Pt(TITLE_SIZE)
    title.paragraph_format.space_before, title.paragraph_format.space_after = Pt(0), Pt(TITLE_AFTER)
    title.paragraph_format.keep_with_next = False
    for prompt in phase.prompts:
        paragraph = cell.add_paragraph()
        paragraph.add_run(prompt).font.size = Pt(size)
        form = paragraph.paragraph_format
        form.line_spacing, form.space_before, form.space_after = 1.0, Pt(PROMPT_GAP), Pt(0)
        _keep_words_whole(paragraph)


def _fill_back(cell: _Cell, number: int, phase: Phase) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    house = "{{ institution.navn }}"
    lines = ((str(number), 44, True, ACCENT), (phase.label, 15, True, ACCENT), (house, 10, False, QUIET))
    for index, (text, size, bold, colour) in enumerate(lines):
        paragraph = cell.add_paragraph() if index else cell.paragraphs[0]
        run = paragraph.add_run(text)
        run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, RGBColor.from_string(colour)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        form = paragraph.paragraph_format
        form.line_spacing, form.space_before, form.space_after = 1.0, Pt(0), Pt(8)
        _keep_words_whole(paragraph)


def _keep_words_whole(paragraph: Paragraph) -> None:
    paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001
        element("w:suppressAutoHyphens"), "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
