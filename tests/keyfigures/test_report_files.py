"""The report's two files: what people read in them, their charts, and what other programs make of them."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from lxml import etree
from openpyxl.workbook import Workbook as Book

import docgen
from docgen.errors import PackError
from docgen.keyfigures.report import Report
from docgen.meetingtypes.authoring.logo import transparent_png
from tests.commandline import SAMPLES
from tests.docx_text import WP, parts, story, text_of
from tests.golden_files import golden
from tests.judges import VALIDATOR, complaints, converted, page_count
from tests.tools import require_tool

NOW = dt.datetime(2026, 3, 4, 9, 30, tzinfo=ZoneInfo("Europe/Copenhagen"))
FEBRUARY = dt.date(2026, 2, 1)
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
TYPES = docgen.meeting_types()


def written(
    folder: Path, *, internal: bool = False, now: dt.datetime = NOW, beside: Path | None = None, **house: str
) -> Report:
    """The sample's report; ``house`` changes fields of its institution."""
    book = docgen.load(SAMPLES / "noegletal.xlsx")
    book = replace(book, institution=replace(book.institution, **house))  # type: ignore[arg-type]
    return docgen.report(book, TYPES, folder, month=FEBRUARY, now=now, internal=internal, logo_folder=beside)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return written(tmp_path_factory.mktemp("deles"))


@pytest.fixture(scope="module")
def internal(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return written(tmp_path_factory.mktemp("internt"), internal=True)


def word(made: Report) -> bytes:
    return made.files[0].read_bytes()


def excel(made: Report) -> Book:
    return openpyxl.load_workbook(made.files[1])


def test_the_files_are_called_after_the_month_and_the_internal_ones_say_what_they_are(
    shared: Report, internal: Report
) -> None:
    assert [file.name for file in shared.files] == ["noegletal-2026-02.docx", "noegletal-2026-02.xlsx"]
    assert [file.name for file in internal.files] == [
        "noegletal-2026-02-kun-internt.docx",
        "noegletal-2026-02-kun-internt.xlsx",
    ]


def test_the_word_file_says_what_it_is_of_which_house_and_who_may_see_it(
    shared: Report, internal: Report
) -> None:
    text = text_of(word(shared)).replace("~", " ")
    assert "(Heading1) Nøgletal for februar 2026" in text
    assert "(Subtitle) Ressourceteam Åhuset · lavet 4. marts 2026" in text
    assert "Kan deles. Tal om færre end 5 mennesker er taget ud" in text
    assert "Kun til internt brug" not in text
    inside = text_of(word(internal))
    assert "Kun til internt brug." in inside
    assert "Kan deles" not in inside
    assert [str(excel(made)["Nøgletal"]["A3"].value)[:8] for made in (shared, internal)] == [
        "Kan dele",
        "Kun til ",
    ]


@pytest.mark.parametrize("which", ["shared", "internal"])
def test_the_report_reads_as_it_did(which: str, request: pytest.FixtureRequest) -> None:
    made: Report = request.getfixturevalue(which)
    golden(f"keyfigures/{made.files[0].stem}.txt", text_of(word(made)))


def test_findings_come_first_then_the_table_and_the_definitions_at_the_end(shared: Report) -> None:
    text = text_of(word(shared)).replace("~", " ")
    order = [
        "71 % af de aktive forløb har en indsats på en virksomhed i gang",
        "Nøgletal\n",
        "Indsatser i gang, efter art",
        "Hele huset",
        "Forbehold",
        "Sådan er tallene talt",
        "I en virksomhedsrettet indsats: Aktive forløb",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_no_tag_and_no_name_of_anybody_is_in_it(internal: Report) -> None:
    book = docgen.load(SAMPLES / "noegletal.xlsx")
    for data in (word(internal), internal.files[1].read_bytes()):
        whole = " ".join(each.decode("utf-8", "replace") for each in parts(data).values())
        assert "{{" not in whole
        for resident in book.residents:
            assert resident.last_name not in whole
            assert resident.nr not in whole


def test_every_chart_is_one_that_word_can_edit_and_says_in_words_what_it_shows(internal: Report) -> None:
    members = parts(word(internal))
    charts = sorted(name for name in members if re.fullmatch(r"word/charts/chart\d+\.xml", name))
    described = [properties.get("descr", "") for properties in story(word(internal)).iter(f"{WP}docPr")]
    assert len(charts) == len(described) == 3
    assert all(text.startswith("Søjlediagram: ") for text in described)
    assert "I en virksomhedsrettet indsats: 71\N{NO-BREAK SPACE}%" in described[0]
    for name in charts:
        number = re.findall(r"\d+", name)[0]
        assert (
            f"embeddings/Microsoft_Excel_Sheet{number}.xlsx"
            in members[f"word/charts/_rels/chart{number}.xml.rels"].decode()
        )
        assert etree.fromstring(members[name]).find(f"{C}externalData") is not None


def cached(chart: bytes) -> list[list[str]]:
    """The names and the numbers that a chart is drawn from, series by series; a gap is "–"."""
    root = etree.fromstring(chart)
    return [
        _points(held)
        for series in root.iter(f"{C}ser")
        for held in series
        if held.tag in (f"{C}cat", f"{C}val")
    ]


def _points(held: etree._Element) -> list[str]:
    points = {point.get("idx"): point.findtext(f"{C}v") or "" for point in held.iter(f"{C}pt")}
    (count,) = (int(one.get("val", "")) for one in held.iter(f"{C}ptCount"))
    return [points.get(str(at), "–") for at in range(count)]


@pytest.mark.parametrize("which", ["shared", "internal"])
def test_a_chart_and_the_workbook_inside_it_hold_the_numbers_of_the_table(
    which: str, request: pytest.FixtureRequest
) -> None:
    made: Report = request.getfixturevalue(which)
    members = parts(word(made))
    charts = [chart for chapter in made.page.chapters for chart in chapter.charts]
    for number, chart in enumerate(charts, start=1):
        names, now, _, before = cached(members[f"word/charts/chart{number}.xml"])
        inside = openpyxl.load_workbook(
            io.BytesIO(members[f"word/embeddings/Microsoft_Excel_Sheet{number}.xlsx"])
        )
        rows = list(inside["Data"].iter_rows(min_row=2, values_only=True))
        assert [str(row[0]) for row in rows] == names == list(chart.categories)
        for at, told in ((1, now), (2, before)):
            values = chart.series[at - 1].values
            assert [row[at] for row in rows] == list(values)
            assert told == ["–" if value is None else f"{value:g}" for value in values]


def test_what_is_hidden_is_in_no_part_of_the_shared_file(shared: Report, internal: Report) -> None:
    """Of the small numbers only the internal chart has bars: Mentor is one of them."""
    small = [chart for chapter in internal.page.chapters for chart in chapter.charts][1]
    at = small.categories.index("Mentor")
    assert [series.values[at] for series in small.series] == [4, 4]
    names, now, _, before = cached(parts(word(shared))["word/charts/chart2.xml"])
    assert (now[names.index("Mentor")], before[names.index("Mentor")]) == ("–", "–")
    assert "Skjulte tal har ingen søjle" in text_of(word(shared))


def test_the_workbook_has_the_figures_as_numbers_and_a_sheet_a_table(internal: Report) -> None:
    book = excel(internal)
    assert book.sheetnames == [
        "Nøgletal",
        "Indsatser efter art",
        "Indsatser efter længde",
        "Møder",
        "Om tallene",
    ]
    sheet = book["Nøgletal"]
    assert [cell.value for cell in sheet[4]] == [
        "Nøgletal", "Sådan er det talt", "Tæller", "Nævner", "Værdi", "Enhed", "Måneden før", "Mål",
    ]  # fmt: skip
    first = [cell.value for cell in sheet[5]]
    assert (first[0], first[2:4], first[7]) == ("I en virksomhedsrettet indsats", [20, 28], 0.6)
    assert first[4] == pytest.approx(20 / 28)
    assert (sheet["E5"].number_format, sheet.freeze_panes) == ("0%", "B5")
    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")


def test_its_tables_add_up_and_have_charts_of_their_own(internal: Report) -> None:
    members = parts(internal.files[1].read_bytes())
    assert len([name for name in members if name.startswith("xl/charts/chart")]) == 3
    for sheet in excel(internal).worksheets[1:4]:
        *rows, total = sheet.iter_rows(min_row=5, values_only=True)
        numbers = [row[1:] for row in rows if row[0]]
        assert list(total[1:]) == [
            sum(int(str(value)) for value in column) for column in zip(*numbers, strict=True)
        ]


def test_hidden_numbers_are_words_in_the_shared_workbook(shared: Report) -> None:
    book = excel(shared)
    kinds = {row[0]: row[1:3] for row in book["Indsatser efter art"].iter_rows(min_row=5, values_only=True)}
    assert kinds["Mentor"] == ("skjult", "skjult")
    figures = {row[0]: row for row in book["Nøgletal"].iter_rows(min_row=5, values_only=True)}
    assert figures["Uden afholdt møde i 8 uger"][2:5] == (None, None, "færre end 5")


def test_the_same_month_and_day_give_the_same_bytes(shared: Report, tmp_path: Path) -> None:
    again = written(tmp_path, now=NOW + dt.timedelta(hours=5))
    assert [file.read_bytes() for file in again.files] == [file.read_bytes() for file in shared.files]


def test_another_day_changes_what_the_files_say_of_it(tmp_path: Path) -> None:
    later = written(tmp_path, now=NOW + dt.timedelta(days=1))
    assert "lavet 5.~marts 2026" in text_of(word(later))


def test_the_houses_logo_stands_in_the_header_and_without_one_its_place_is_taken_out(
    shared: Report, tmp_path: Path
) -> None:
    (tmp_path / "logo.png").write_bytes(transparent_png())
    made = written(tmp_path / "ud", beside=tmp_path, logo="logo.png")
    assert "word/media/docgen-logo.png" in parts(word(made))
    assert b"docgen-logo" not in parts(word(shared))["word/header1.xml"]


def test_words_people_write_with_signs_of_xml_are_no_trouble(tmp_path: Path) -> None:
    assert 'Hus & "Have" <3' in text_of(word(written(tmp_path, name='Hus & "Have" <3')))


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "her").write_text("", "utf-8")
    with pytest.raises(PackError, match="E-278"):
        written(tmp_path / "her")


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "noegletal-2026-02.xlsx").mkdir()
    with pytest.raises(PackError, match=r"E-279 noegletal-2026-02\.xlsx"):
        written(tmp_path)


def test_microsofts_validator_accepts_both_files(internal: Report, shared: Report, tmp_path: Path) -> None:
    for made in (internal, shared):
        copied = tmp_path / made.files[0].name
        copied.write_bytes(word(made))
        assert complaints(copied) == []
        done = subprocess.run(
            [str(VALIDATOR), str(made.files[1])], check=False, capture_output=True, timeout=60
        )
        errors = json.loads(done.stdout)["errors"]
        # openpyxl writes the parts of a font in its own order, which Excel does not mind.
        assert [error for error in errors if "/x:font[" not in error["xPath"]] == []


def test_the_workbooks_inside_the_charts_are_accepted_too(internal: Report, tmp_path: Path) -> None:
    require_tool(str(VALIDATOR))
    inside = tmp_path / "inde.xlsx"
    inside.write_bytes(parts(word(internal))["word/embeddings/Microsoft_Excel_Sheet1.xlsx"])
    done = subprocess.run([str(VALIDATOR), str(inside)], check=False, capture_output=True, timeout=60)
    errors = json.loads(done.stdout)["errors"]
    assert [error for error in errors if "/x:font[" not in error["xPath"]] == []


def test_the_report_is_three_pages_at_most(shared: Report, internal: Report, tmp_path: Path) -> None:
    pages = converted([made.files[0] for made in (shared, internal)], "pdf", tmp_path)
    assert all(page_count(pdf) <= 3 for pdf in pages)


def test_every_member_of_the_zip_is_dated_alike(shared: Report) -> None:
    for file in shared.files:
        with zipfile.ZipFile(file) as package:
            assert len({info.date_time for info in package.infolist()}) == 1
