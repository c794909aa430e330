"""What other programs make of edited workbooks: LibreOffice, and Microsoft's Open XML SDK validator."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from docgen.workbook import read
from docgen.workbook.editing import RowEdit, edited
from docgen.workbook.writer import workbook_bytes
from tests.judges import complaints, converted
from tests.workbook.books import DAY, INSTITUTION, MEETING

from .making import members, page, rich, rows

EDITS = (
    RowEdit("Møder", {"Dato": dt.date(2026, 3, 10), "Start": dt.time(9, 15)}, 2),
    RowEdit("Møder", {"Sted": "Haven\nved æbletræet"}, 2),
    RowEdit("Møder", {"Nr": "M003", "Type": "dialogmoede", "Dato": dt.date(2026, 3, 11), "Varighed": 45}),
    RowEdit("Møder", {"Beregnet": "10-03-2026 09:15"}, 2),
    RowEdit("Svar", {"Møde": "M001", "Person": "P001", "Svar": "Kommer", "Dato": dt.date(2026, 1, 26)}),
)
MADE = {
    "egen": lambda: workbook_bytes({"Institution": [INSTITUTION], "Møder": [MEETING]}, DAY),
    "rig": rich,
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("redigeret")
    paths = {name: folder / f"{name}.xlsx" for name in MADE}
    for name, path in paths.items():
        path.write_bytes(edited(MADE[name](), EDITS))
    return paths


@pytest.fixture(scope="module")
def resaved(files: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    results = converted(list(files.values()), "xlsx", tmp_path_factory.mktemp("libreoffice"))
    return dict(zip(files, results, strict=True))


@pytest.mark.parametrize("name", MADE)
def test_libreoffice_opens_it_with_the_values(resaved: dict[str, Path], name: str) -> None:
    found = rows(resaved[name].read_bytes())
    columns = {str(heading).rstrip("* ").casefold(): at for at, heading in enumerate(found[0])}
    shown = [{heading: row[at] for heading, at in columns.items()} for row in found[1:]]
    moved, new = shown[0], next(row for row in shown if row["nr"] == "M003")
    assert (moved["dato"], moved["start"]) == (dt.date(2026, 3, 10), dt.time(9, 15))
    assert (moved["sted"], moved["beregnet"]) == ("Haven\nved æbletræet", "10-03-2026 09:15")
    assert (new["dato"], new["varighed"]) == (dt.date(2026, 3, 11), 45)
    assert rows(resaved[name].read_bytes(), "Svar")[1][:3] == ["M001", "P001", "Kommer"]


def test_libreoffice_shows_new_dates_in_the_format_that_people_chose(resaved: dict[str, Path]) -> None:
    sheet = page(resaved["rig"].read_bytes())
    (shown,) = {sheet[cell].number_format for cell in ("C2", "C3", "C4")}
    assert "mmmm" in shown  # in words, whatever signs LibreOffice puts around them


@pytest.mark.parametrize("name", MADE)
def test_saved_by_libreoffice_it_reads_the_same(
    files: dict[str, Path], resaved: dict[str, Path], name: str
) -> None:
    ours, theirs = read(files[name]), read(resaved[name])
    assert [meeting.date for meeting in ours.meetings] == [meeting.date for meeting in theirs.meetings]
    assert [(answer.meeting, answer.reply, answer.date) for answer in ours.answers] == [
        (answer.meeting, answer.reply, answer.date) for answer in theirs.answers
    ]
    assert ours.answers


def test_the_picture_the_chart_and_the_comment_are_there_for_libreoffice(resaved: dict[str, Path]) -> None:
    data = resaved["rig"].read_bytes()
    assert page(data)["A2"].comment.text == "Ring til Bo Eksempel"
    assert page(data)["G3"].value == '=TEXT(C3,"ddd")'
    assert {"png"} <= {name.rpartition(".")[2] for name in members(data)}
    assert [name for name in members(data) if name.startswith("xl/charts/chart")]


@pytest.mark.parametrize("name", MADE)
def test_microsoft_s_validator_finds_nothing_that_was_not_there_before(
    files: dict[str, Path], name: str, tmp_path: Path
) -> None:
    before = tmp_path / "foer.xlsx"
    before.write_bytes(MADE[name]())
    after = Path(shutil.copy(files[name], tmp_path / "efter.xlsx"))
    theirs = set(complaints(before))
    assert theirs, "openpyxl writes the parts of a font in its own order: the validator looked"
    assert set(complaints(after)) <= theirs
