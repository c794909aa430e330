"""The report's page as a Word file, on the house's own paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import count

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import _Row

from docgen.keyfigures.grids import Grid
from docgen.keyfigures.telling import Chapter, Page
from docgen.keyfigures.word.charts import add_chart
from docgen.keyfigures.word.tiles import add_tiles
from docgen.keyfigures.words import ReportWords
from docgen.meetingtypes.authoring.boxes import add_gap, add_warning
from docgen.meetingtypes.authoring.page import TEXT_WIDTH, new_document, paragraph_style, save
from docgen.meetingtypes.authoring.tables import add_header, add_row, add_table, keep_together, write

_LINES = (63.0, 22.0, 22.0, 24.0, 13.0, 18.0)
"""Millimetres: what it is, this month, the month before, the change, the goal, what was divided by what."""
_MONTHS = _LINES[:3]
_GOAL = 4
_TOGETHER = 10
_TITLE = 50.0  # the first column of tables with more numbers than two months
_LARGE, _SMALL, _SMALLEST = Pt(22), Pt(10), Pt(9)


def word_file(page: Page, words: ReportWords, house: str, moment: dt.datetime) -> bytes:
    """The file's bytes: the same page, words and ``moment`` give the same."""
    footer = {"side.sidefod": page.title, "side.sidetal": words.texts["side.sidetal"]}
    document = new_document(footer, title=page.title, house=house)
    _make_dense(document)
    _head(document, page, words)
    numbers = count(1)
    for chapter in page.chapters:
        _chapter(document, chapter, page, words)
        for chart in chapter.charts:
            _caption(document, chart.title, words.say("figur.huller") if chart.has_gaps else "")
            add_chart(document, chart, next(numbers), moment)
        for grid in chapter.grids:
            _grid(document, grid)
    _listed(document, words.say("forbehold.overskrift"), page.caveats)
    _small_print(document, words.say("metode.overskrift"), page.method)
    return save(document)


def _make_dense(document: Document) -> None:
    """Tables in smaller type than in letters: six columns stand side by side."""
    for name in ("Tabelhoved", "Tabeltekst"):
        style = paragraph_style(document, name)
        style.font.size = _SMALL
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(2)


def _head(document: Document, page: Page, words: ReportWords) -> None:
    title = document.add_paragraph(style="heading 1")
    title.paragraph_format.space_before = Pt(0)
    title.add_run(page.title).font.size = _LARGE
    document.add_paragraph(page.subtitle, style="Subtitle").paragraph_format.space_after = Pt(6)
    if page.is_internal:
        add_warning(document, page.notice)
        add_gap(document)
    else:
        document.add_paragraph(page.notice, style="Lille").paragraph_format.space_after = Pt(8)
    add_tiles(document, page, words)


def _chapter(document: Document, chapter: Chapter, page: Page, words: ReportWords) -> None:
    """The heading, what the figures say, and the figures themselves."""
    document.add_paragraph(chapter.title, style="heading 2")
    for sentence in chapter.sentences:
        line = document.add_paragraph(sentence, style="List Bullet")
        line.paragraph_format.keep_with_next = bool(chapter.lines)
    if not chapter.lines:
        return
    document.paragraphs[-1].paragraph_format.space_after = Pt(8)
    _figures(document, chapter, page, words)


def _figures(document: Document, chapter: Chapter, page: Page, words: ReportWords) -> None:
    """The figures as a table; the column of goals is there only where one has a goal."""
    names = {at: words.say(f"tabel.{name}") for at, name in ((0, "tal"), (3, "aendring"), (5, "grundlag"))}
    titles = {**names, 1: page.month.capitalize(), 2: page.month_before.capitalize()}
    widths = dict(enumerate(_LINES))
    if any(one.goal for one in chapter.lines):
        titles[_GOAL] = words.say("tabel.maal")
    else:
        widths[0] += widths.pop(_GOAL)
    lines = [(one.title, one.now, one.before, one.change, one.goal, one.basis) for one in chapter.lines]
    rows = [[line[at] for at in widths] for line in lines]
    _table(document, chapter.title, [titles[at] for at in widths], rows, list(widths.values()))


def _grid(document: Document, grid: Grid) -> None:
    _caption(document, grid.title, grid.note)
    _table(document, grid.title, grid.header, grid.rows, _grid_widths(len(grid.header)), has_total=True)


def _grid_widths(columns: int) -> Sequence[float]:
    """Two months stand under those of the figures: a number far from its name is hard to follow."""
    if columns == len(_MONTHS):
        return _MONTHS
    return (_TITLE, *[(TEXT_WIDTH.mm - _TITLE) / (columns - 1)] * (columns - 1))


def _table(
    document: Document,
    caption: str,
    titles: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    has_total: bool = False,
) -> None:
    """A table whose numbers stand at the right of their columns, on one page."""
    table = add_table(document, widths, style="Skema", caption=caption)
    _to_the_right(add_header(table, titles))
    for cells in rows:
        row = add_row(table)
        for cell, text in zip(row.cells, cells, strict=True):
            write(cell, text)
        _to_the_right(row)
    if has_total:
        for cell in table.rows[-1].cells:
            for run in cell.paragraphs[0].runs:
                run.bold = True
    keep_together(table)
    add_gap(document)


def _to_the_right(row: _Row) -> None:
    for cell in row.cells[1:]:
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _caption(document: Document, title: str, note: str = "") -> None:
    """What the chart or table below shows; it stays with it."""
    line = document.add_paragraph(style="Lille")
    line.add_run(title, style="Strong")
    line.add_run(f". {note}" if note else "")
    line.paragraph_format.keep_with_next = True
    line.paragraph_format.space_after = Pt(3)


def _listed(document: Document, heading: str, lines: Sequence[str]) -> None:
    if lines:
        document.add_paragraph(heading, style="heading 2")
        for line in lines:
            document.add_paragraph(line, style="List Bullet")


def _small_print(document: Document, heading: str, lines: Sequence[tuple[str, str]]) -> None:
    """Definitions, in small type; ten stay together, so that a page has all of them or many."""
    document.add_paragraph(heading, style="heading 2")
    for left, (term, meaning) in zip(range(len(lines) - 1, -1, -1), lines, strict=True):
        paragraph = document.add_paragraph(style="Lille")
        paragraph.add_run(f"{term}: ", style="Strong")
        paragraph.add_run(meaning)
        form = paragraph.paragraph_format
        form.space_after, form.line_spacing = Pt(1), 1.0
        form.keep_with_next = 0 < left < _TOGETHER
        for run in paragraph.runs:
            run.font.size = _SMALLEST
