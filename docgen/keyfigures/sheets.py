"""The report as a workbook: the figures as numbers to work on, a sheet a table, charts that Excel draws."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence

from openpyxl import Workbook as Book
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from docgen.keyfigures.charts import LEAST, chart_of, is_single
from docgen.keyfigures.naming import title_of
from docgen.keyfigures.sheetcharts import Place, add_chart
from docgen.keyfigures.telling import Page, line_of
from docgen.keyfigures.values import BEFORE, NOW, Cell, Figure, KeyFigures, Measure, Table, Unit, value_of
from docgen.keyfigures.words import ReportWords
from docgen.workbook.addresses import letters
from docgen.workbook.sheetmaking import FONT, INK, LINE, PAPER, put
from docgen.workbook.writer import dated

_FORMATS = {Unit.SHARE: "0%", Unit.AVERAGE: "0.0", Unit.COUNT: "0", Unit.HOURS: "0.0"}
_COLUMNS = ("tal", "definition", "taeller", "naevner", "vaerdi", "enhed", "foer_vaerdi", "maal")
_WIDTHS = (44, 75, 10, 10, 16, 17, 16, 10)
_UNITS = {Unit.SHARE: "andel", Unit.AVERAGE: "gennemsnit", Unit.COUNT: "antal", Unit.HOURS: "timer_enhed"}
_FIRST, _REST, _TEXT = 44, 16, 110  # widths of the columns of tables
_HEAD = 4  # the row of headings; above it stand title, house and who may see it
_RULE = Border(bottom=Side("thin", color=LINE))
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_NUMBER = Alignment(horizontal="right", vertical="top")

Value = str | float | None


def excel_file(figures: KeyFigures, page: Page, words: ReportWords, moment: dt.datetime) -> bytes:
    """The file's bytes: the same figures, words and ``moment`` give the same."""
    book = Book()
    book.remove(book.worksheets[0])
    _figures(book, figures, page, words)
    for section in figures.sections:
        for table in section.tables:
            if table.rows:
                _table(book, table, figures, page, words)
    _about(book, page, words)
    properties = book.properties
    properties.title, properties.creator, properties.language = page.title, "docgen", "da-DK"
    properties.created = moment
    written = io.BytesIO()
    book.save(written)
    return dated(written.getvalue(), moment)


def _figures(book: Book, figures: KeyFigures, page: Page, words: ReportWords) -> None:
    sheet = _new_sheet(book, words.say("ark.noegletal"), page)
    _headings(sheet, [words.say(f"tabel.{name}") for name in _COLUMNS], _WIDTHS)
    for number, figure in enumerate(figures.figures, start=_HEAD + 1):
        line = line_of(figure, figures, words)
        goal = None if figure.goal is None else figure.goal / 100
        _row(
            sheet,
            number,
            (
                title_of(figure, words),
                line.definition,
                None if figure.now.hidden else figure.now.amount,
                None if figure.now.hidden else figure.now.of,
                _value(figure.now, figure, line.now),
                words.say(f"vis.{_UNITS[figure.unit]}"),
                _value(figure.before, figure, line.before),
                goal,
            ),
        )
        for column in "EGH":
            sheet[f"{column}{number}"].number_format = _FORMATS[figure.unit]
        sheet.row_dimensions[number].height = 16 * (1 + len(line.definition) // _WIDTHS[1])
    sheet.freeze_panes = f"B{_HEAD + 1}"


def _value(measure: Measure, figure: Figure, said: str) -> Value:
    """The number itself, not rounded; in words where there is none."""
    value = value_of(measure, figure.unit)
    return said if value is None else value


def _table(book: Book, table: Table, figures: KeyFigures, page: Page, words: ReportWords) -> None:
    """A table, this month's columns first, and its chart below."""
    sheet = _new_sheet(book, words.say(f"ark.{table.key}"), page)
    sheet.page_setup.fitToHeight = 1
    order = sorted(range(len(table.columns)), key=lambda at: table.columns[at][1] == BEFORE)
    titles = [_column_title(*table.columns[at], table, page, words) for at in order]
    _headings(sheet, [words.say(f"skema.{table.key}.titel"), *titles], (_FIRST, *[_REST] * len(titles)))
    rows = [(row.title or words.say(f"raekke.{row.key}"), row.cells) for row in table.rows]
    rows.append((words.say("tabel.i_alt"), table.total))
    for number, (title, cells) in enumerate(rows, start=_HEAD + 1):
        _row(sheet, number, (title, *(_amount(cells[at], words) for at in order)))
    last = _HEAD + len(rows)
    for cell in sheet[last]:
        cell.font = Font(name=FONT, bold=True)
    sheet.freeze_panes = f"B{_HEAD + 1}"
    chart = chart_of(table, figures, words)
    if chart.bars >= LEAST:
        place = Place(_HEAD, last, len(table.columns), by_row=not is_single(table))
        add_chart(sheet, chart, place)


def _column_title(name: str, month: str, table: Table, page: Page, words: ReportWords) -> str:
    """The month alone where there is but one column of it; else the month only of the one before."""
    said = page.month if month == NOW else page.month_before
    if is_single(table):
        return said.capitalize()
    title = words.say(f"kolonne.{name}")
    return title if month == NOW else words.say("vis.foer_i_parentes", nu=title, foer=said)


def _amount(cell: Cell, words: ReportWords) -> Value:
    return words.say("vis.skjult_celle") if cell.hidden else cell.amount


def _about(book: Book, page: Page, words: ReportWords) -> None:
    """Caveats and definitions."""
    sheet = _new_sheet(book, words.say("ark.om"), page)
    _headings(sheet, [words.say("ark.om"), ""], (_FIRST, _TEXT))
    caveats = [(words.say("tabel.forbehold"), text) for text in page.caveats]
    for number, (term, meaning) in enumerate((*caveats, *page.method), start=_HEAD + 1):
        _row(sheet, number, (term, meaning))
        sheet[f"B{number}"].alignment = _WRAPPED
        sheet.row_dimensions[number].height = 16 * (1 + len(meaning) // _TEXT)
    sheet.freeze_panes = f"A{_HEAD + 1}"


def _new_sheet(book: Book, name: str, page: Page) -> Worksheet:
    sheet: Worksheet = book.create_sheet(name)
    for row, text in enumerate((page.title, page.subtitle, page.notice), start=1):
        put(sheet[f"A{row}"], text)
        sheet[f"A{row}"].font = Font(name=FONT, bold=row == 1 or (row == 3 and page.is_internal),
                                       color=INK, size=16 if row == 1 else 11)  # fmt: skip
    _print_set_up(sheet)
    return sheet


def _headings(sheet: Worksheet, titles: Sequence[str], widths: Sequence[float]) -> None:
    for at, (title, width) in enumerate(zip(titles, widths, strict=True)):
        cell = sheet[f"{letters(at)}{_HEAD}"]
        put(cell, title)
        cell.font = Font(name=FONT, bold=True, color=PAPER)
        cell.fill = PatternFill("solid", start_color=INK)
        cell.alignment = Alignment(
            wrap_text=True, vertical="center", horizontal="right" if width < _FIRST else "left"
        )
        sheet.column_dimensions[letters(at)].width = width
    sheet.row_dimensions[_HEAD].height = 32


def _row(sheet: Worksheet, number: int, values: Sequence[Value]) -> None:
    """Texts at the left of the first two columns, everything else at the right."""
    for at, value in enumerate(values):
        cell = sheet[f"{letters(at)}{number}"]
        put(cell, value)
        cell.font = Font(name=FONT)
        cell.border = _RULE
        is_text = at == 0 or (at == 1 and isinstance(value, str) and len(value) > _REST)
        cell.alignment = _WRAPPED if is_text else _NUMBER


def _print_set_up(sheet: Worksheet) -> None:
    """A4 across, one page wide, the headings on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_HEAD}:{_HEAD}"
    sheet.sheet_view.showGridLines = False
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(text="&A"), right=_HeaderFooterPart(text="Side &P af &N")
    )
