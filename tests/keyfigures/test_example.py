"""The page that works every figure out by hand, and docgen, say the same."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import docgen
from docgen.danish import NBSP, number
from docgen.keyfigures.report import Report
from docgen.keyfigures.telling import Line
from tests.keyfigures.example import tables, workbook

NOW = dt.datetime(2026, 3, 3, 9, tzinfo=ZoneInfo("Europe/Copenhagen"))
FEBRUARY = dt.date(2026, 2, 1)
RESULT = tables()["Nøgletal"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("eksempel")


@pytest.fixture(scope="module")
def internal(folder: Path) -> Report:
    return report(folder, internal=True)


@pytest.fixture(scope="module")
def shared(folder: Path) -> Report:
    return report(folder, internal=False)


def report(folder: Path, *, internal: bool) -> Report:
    book = docgen.load(workbook(folder))
    assert book.findings == ()
    return docgen.report(book, docgen.meeting_types(), month=FEBRUARY, now=NOW, internal=internal)


def lines(made: Report) -> dict[str, Line]:
    return {line.title: line for chapter in made.page.chapters for line in chapter.lines}


def test_the_page_lists_every_figure(internal: Report) -> None:
    assert [row["Nøgletal"] for row in RESULT] == list(lines(internal))


@pytest.mark.parametrize("row", RESULT, ids=lambda row: row["Nøgletal"])
def test_a_figure_is_as_it_was_worked_out_by_hand(row: dict[str, str], internal: Report) -> None:
    line = lines(internal)[row["Nøgletal"]]
    assert plain(line.now) == row["Februar"]
    assert plain(line.before) == row["Januar"]


@pytest.mark.parametrize("row", RESULT, ids=lambda row: row["Nøgletal"])
def test_so_are_numerator_and_denominator(row: dict[str, str], internal: Report) -> None:
    (figure,) = (
        figure for figure in internal.figures.figures if lines(internal)[row["Nøgletal"]].key == figure.key
    )
    assert number(figure.now.amount) == row["Tæller"]
    assert ("" if figure.now.of is None else number(figure.now.of)) == row["Nævner"]


@pytest.mark.parametrize("row", RESULT, ids=lambda row: row["Nøgletal"])
def test_what_is_shared_is_as_the_page_says(row: dict[str, str], shared: Report) -> None:
    assert plain(lines(shared)[row["Nøgletal"]].now) == row["Deles"]


@pytest.mark.parametrize(
    "title", ["Indsatser i gang, efter art", "Indsatser i gang, efter længde", "Møder i måneden, efter type"]
)
def test_a_table_is_as_it_was_counted_by_hand(title: str, internal: Report) -> None:
    (grid,) = (one for chapter in internal.page.chapters for one in chapter.grids if one.title == title)
    wanted = tables()[title]
    assert [title, *grid.header[1:]] == list(wanted[0])
    assert [tuple(map(plain, row)) for row in grid.rows] == [tuple(row.values()) for row in wanted]


def test_the_meeting_that_nobody_has_said_anything_of_is_named_with_its_cell(internal: Report) -> None:
    assert [str(found.place) for found in internal.figures.findings] == ["Møder!S14 (Status)"]
    assert [caveat.key for caveat in internal.figures.caveats] == ["uden_status"]


def plain(text: str) -> str:
    return text.replace(NBSP, " ")
