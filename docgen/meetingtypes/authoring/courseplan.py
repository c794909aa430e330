"""All dates of a course on one sheet, for the wall ("moedeplan"): to be read from two metres away."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.shared import Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from docgen.meetingtypes.authoring.blocks import line_if
from docgen.meetingtypes.authoring.extensions import declare
from docgen.meetingtypes.authoring.page import add_title, new_document
from docgen.meetingtypes.authoring.tables import add_header, add_row, add_table, block, write
from docgen.meetingtypes.definition import DocumentRule, MeetingType

_DATE = ("{{ m.ugedag|capitalize }}", "{{ m.dato|replace(m.ugedag, '', 1)|trim }}")
_TIME = ("{{ m.tid }}", "{{ m.varighed }}")
_WHAT = ("{{ m.titel }}", "{{ m.sted }}")
_OTHER = "{% if m.titel != forloeb.titel %}{{ m.titel }}{% if m.sted %}, {% endif %}{% endif %}"
_CLOSE = ("{{ m.dato|capitalize }}", "{{ m.tid }}", _OTHER + "{{ m.sted }}")
"""The same on one line, where there are many; there only what is no usual meeting of the course is named."""


@dataclass(frozen=True, slots=True)
class _Size:
    """Type for both lines of a row and the room around them, in points; columns in millimetres."""

    first: float
    second: float
    room: float
    columns: tuple[float, float, float]


_SIZES = {
    6: _Size(18, 14, 6, (53, 45, 64)),
    10: _Size(15, 13, 5, (51, 38, 73)),
    14: _Size(14, 12, 2, (49, 37, 76)),
}
"""For so many meetings at most."""
_CLOSEST = _Size(11, 10, 1.5, (60, 33, 69))
"""For more, a line each: a year of them, every fortnight, fills the page."""


def course_plan(kind: MeetingType, rule: DocumentRule) -> Document:
    """The plan as a Word template; the same for residents with Letlæst and without."""
    words = kind.words
    document = new_document(words)
    title = add_title(document)
    title.paragraph_format.space_after, title.runs[0].font.size = Pt(2), Pt(26)
    for line in line_if("beboer.navn"):
        _say(document, line, 20)
    for word, (most, size) in zip(("if", "elif", "elif"), _SIZES.items(), strict=True):
        document.add_paragraph(f"{{%p {word} forloeb.moeder|length <= {most} %}}")
        _add_meetings(document, kind, rule, size)
    document.add_paragraph("{%p else %}")
    _add_meetings(document, kind, rule, _CLOSEST)
    document.add_paragraph("{%p endif %}")
    _say(document, words["moedeplan.aendring"], 14).paragraph_format.space_before = Pt(10)
    _say(document, words["moedeplan.kontakt"], 14)
    document.add_paragraph(words["moedeplan.dateret"], style="Lille")
    return declare(document)


def _say(document: Document, words: str, size: float) -> Paragraph:
    """A paragraph in large type."""
    paragraph = document.add_paragraph()
    paragraph.add_run(words).font.size = Pt(size)
    return paragraph


def _add_meetings(document: Document, kind: MeetingType, rule: DocumentRule, size: _Size) -> None:
    table = add_table(document, size.columns, style="Skema", caption=rule.title)
    titles = [kind.words[f"moedeplan.{name}"] for name in ("dag", "tid", "moede")]
    for cell in add_header(table, titles).cells:
        cell.paragraphs[0].runs[0].font.size = Pt(size.second)
    with block(table, "for m in forloeb.moeder"):
        if size is _CLOSEST:
            _add_line(table, size)
        else:
            _add_meeting(table, size)


def _add_meeting(table: Table, size: _Size) -> None:
    """A row: the weekday, the hour and what it is; under each, smaller, what goes with it."""
    for cell, (above, below) in zip(add_row(table).cells, (_DATE, _TIME, _WHAT), strict=True):
        lines = write(cell), cell.add_paragraph(style="Tabeltekst")
        for line, words, points in zip(lines, (above, below), (size.first, size.second), strict=True):
            line.add_run(words).font.size = Pt(points)
            form = line.paragraph_format
            form.line_spacing, form.space_before, form.space_after = 1.0, Pt(0), Pt(0)
        lines[0].runs[0].bold = True
        lines[0].paragraph_format.space_before = lines[1].paragraph_format.space_after = Pt(size.room)


def _add_line(table: Table, size: _Size) -> None:
    """A row of one line; what it is and where may take two."""
    for cell, words, points in zip(
        add_row(table).cells, _CLOSE, (size.first, size.first, size.second), strict=True
    ):
        line = write(cell)
        line.add_run(words).font.size = Pt(points)
        line.runs[0].bold = words is not _CLOSE[-1]
        form = line.paragraph_format
        form.line_spacing, form.space_before, form.space_after = 1.0, Pt(size.room), Pt(size.room)
