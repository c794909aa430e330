"""The month's report: worked out, protected, put into words, and written as a Word file and a workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import PackError, why
from docgen.files import write_whole
from docgen.findings import Finding, Place
from docgen.keyfigures.compute import key_figures
from docgen.keyfigures.protection import LOWEST, protected
from docgen.keyfigures.telling import Page, page_of
from docgen.keyfigures.values import KeyFigures
from docgen.keyfigures.words import ReportWords
from docgen.meetingtypes.definition import MeetingType
from docgen.model import Workbook
from docgen.planning.logo import Logo


@dataclass(frozen=True, slots=True)
class Report:
    """A month's figures as they may be shown, the same in words, and the files that were written."""

    figures: KeyFigures
    page: Page
    files: tuple[Path, ...] = ()


def make_report(
    workbook: Workbook,
    types: Sequence[MeetingType],
    findings: Sequence[Finding],
    words: ReportWords,
    *,
    month: dt.date,
    now: dt.datetime,
    weeks: int,
    internal: bool,
) -> Report:
    """The report as a value. Unless it is ``internal``, nothing in it is left of small numbers."""
    figures = key_figures(workbook, types, findings, month=month, today=now.date(), weeks=weeks)
    if not internal:
        figures = protected(figures, max(LOWEST, workbook.institution.key_figure_minimum))
    return Report(figures, page_of(figures, words, now.date()))


def file_stem(figures: KeyFigures, words: ReportWords) -> str:
    """``noegletal-2026-02``; a report for the house itself says so in its name."""
    stem = f"noegletal-{figures.period.first:%Y-%m}"
    return f"{stem}-{words.say('rapport.filnavn_intern')}" if figures.is_internal else stem


def write_report(
    report: Report, folder: Path, words: ReportWords, *, day: dt.date, logo: Logo | None = None
) -> tuple[Path, ...]:
    """The two files, written whole; their paths. The same report on the same ``day`` gives the same bytes.

    Both are made before either is written. Raises ``PackError`` for a folder that cannot be written, and for
    a file that is open elsewhere.
    """
    from docgen.documents.logo import with_logo  # Word and Excel are needed only when something is written
    from docgen.keyfigures.sheets import excel_file
    from docgen.keyfigures.word.document import word_file

    stem, moment = file_stem(report.figures, words), dt.datetime.combine(day, dt.time())
    word = word_file(report.page, words, report.figures.institution.name, moment)
    made = {
        f"{stem}.docx": with_logo(word, f"{stem}.docx", logo),
        f"{stem}.xlsx": excel_file(report.figures, report.page, words, moment),
    }
    _make_folder(folder)
    return tuple(_write(folder / name, data) for name, data in made.items())


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PackError(Finding.of("E-278", Place(file=folder.name), reason=why(error))) from None


def _write(path: Path, data: bytes) -> Path:
    try:
        write_whole(path, data)
    except OSError as error:
        raise PackError(Finding.of("E-279", Place(file=path.name), reason=why(error))) from None
    return path
