"""The sheet Vejledning: how to fill the workbook in, in plain Danish."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.hyperlink import Hyperlink

from docgen.workbook.columns import Sheet
from docgen.workbook.sheetmaking import FONT, INK, put

if TYPE_CHECKING:
    from openpyxl import Workbook as Book
    from openpyxl.worksheet.worksheet import Worksheet

TITLE = "Vejledning"

_BEGIN = (
    "Her skriver I, hvem der skal mødes, hvor og hvornår. Ret altid her, ikke i de færdige filer.",
    "Breve, dagsordener, referater og kalenderinvitationer bliver alle lavet ud fra denne projektmappe.",
)

_STEPS = (
    "1. Udfyld arket Institution. Felter med * skal udfyldes. De andre må gerne stå tomme.",
    "2. Skriv de mennesker, møderne handler om, på arket Beboere, og alle andre på arket Personer.",
    "3. Skriv møderne på arket Møder, ét pr. række. Skriv personernes nummer (Nr), ikke deres navn.",
    "4. De gule rækker er eksempler. Slet dem, når I har set, hvordan det virker.",
    "5. Gem, luk Excel, og kør docgen check. Så får I at vide, hvis noget mangler.",
)

_GOOD_TO_KNOW = (
    "Hold musen over en overskrift for at se, hvad der skal stå i kolonnen.",
    "En dato skrives 03-02-2026 og et klokkeslæt 10:00. Flere numre i en celle adskilles med semikolon.",
    "I må gerne flytte kolonner og ark og tilføje jeres egne. Jeres egne rører docgen ikke.",
    "Brug aldrig et nummer igen. Et nyt møde får et nyt nummer, også når et gammelt er aflyst.",
    "Skal et møde aflyses, så sæt Status til Aflyst. Slet ikke rækken, før alle har fået besked.",
    "Pårørende, netværk, bisidder og læge inddrages kun, når nummeret står under Samtykke til.",
    "Skriv aldrig CPR-numre i projektmappen. docgen har ikke brug for dem og afviser dem.",
)


def add_guidance(book: Book, sheets: Iterable[Sheet]) -> None:
    """The first sheet of ``book``: what to do first, what each sheet is for, and what is good to know."""
    page = book.create_sheet(TITLE)
    page.sheet_view.showGridLines = False
    page.column_dimensions["A"].width = 22
    page.column_dimensions["B"].width = 90
    row = _line(page, 1, "Møder og invitationer", size=18)
    row = _paragraphs(page, row, _BEGIN)
    row = _paragraphs(page, _line(page, row + 1, "Sådan kommer I i gang", size=14), _STEPS)
    row = _line(page, row + 1, "Arkene", size=14)
    for sheet in sheets:
        row = _sheet_line(page, row, sheet)
    _paragraphs(page, _line(page, row + 1, "Godt at vide", size=14), _GOOD_TO_KNOW)
    page.page_setup.paperSize = 9
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True


def _line(page: Worksheet, row: int, text: str, *, size: int) -> int:
    cell = page[f"A{row}"]
    put(cell, text)
    cell.font = Font(name=FONT, bold=True, size=size, color=INK)
    return row + 1


def _paragraphs(page: Worksheet, row: int, texts: Iterable[str]) -> int:
    for text in texts:
        _text(page, f"A{row}", text)
        row += 1
    return row


def _sheet_line(page: Worksheet, row: int, sheet: Sheet) -> int:
    _text(page, f"A{row}", sheet.name)
    page[f"A{row}"].hyperlink = Hyperlink(ref=f"A{row}", location=f"'{sheet.name}'!A1")
    page[f"A{row}"].font = Font(name=FONT, underline="single", color=INK)
    _text(page, f"B{row}", sheet.note)
    return row + 1


def _text(page: Worksheet, at: str, text: str) -> None:
    cell = page[at]
    put(cell, text)
    cell.font = Font(name=FONT)
    cell.alignment = Alignment(vertical="top")  # unwrapped, a line runs on over the empty cell beside it
